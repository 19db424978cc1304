"""The README's tables of tools, settings and errors, made from the code itself; a test compares them with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fluent.syntax import FluentParser, ast
from pydantic import SecretStr

from bot.settings import Settings
from bot.tools.registry import TOOLS
from bot.tools.tool import Kind, Tool
from bot.words import ENGLISH, catalogue

ERROR_FILES = ("start", "errors")
BEFORE_AND_AFTER = {Kind.READS: "reads", Kind.WRITES: "writes, after Approve", Kind.DROPS: "at once"}


def settings_table() -> str:
    """One row a setting: its environment variable, its default, what it is."""
    rows = []
    for name, field in Settings.model_fields.items():
        default = "" if field.annotation is SecretStr else f"`{field.default}`"
        rows.append(f"| `TALLY_{name.upper()}` | {default} | {field.description} |")
    return _table("| setting | default | what it is |", rows)


def tools_table() -> str:
    """One row a tool: its name with its arguments, what it does, and whether it needs an approval."""
    return _table("| tool | what it does | runs |", (_row(tool) for tool in TOOLS.values()))


def _row(tool: Tool) -> str:
    arguments = ", ".join(f"{p.name}?" if p.optional else p.name for p in tool.parameters)
    description = " ".join(tool.description.split())
    admins = " (admins)" if tool.admin else ""
    return f"| `{tool.name}({arguments})` | {description}{admins} | {BEFORE_AND_AFTER[tool.kind]} |"


def errors_table() -> str:
    """One row a failure: when it happens, and what a person is told."""
    texts = catalogue(ENGLISH)
    return _table("| when | what Tally says |", (row for file in ERROR_FILES for row in error_rows(texts[file])))


def error_rows(text: str) -> Iterator[str]:
    """The rows for the messages of one Fluent file; the comment right above a message says when it is said."""
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Message) and entry.value is not None:
            when = (entry.comment.content if entry.comment and entry.comment.content else "").removeprefix("when ")
            yield f"| {_cell(when)} | {_cell(_pattern(entry.value))} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _pattern(pattern: ast.Pattern) -> str:
    return "".join(_element(element) for element in pattern.elements)


def _element(element: ast.TextElement | ast.Placeable) -> str:
    """Text as it is, a value as ‹name›, and of several forms the one for many."""
    match element:
        case ast.TextElement():
            return element.value or ""
        case ast.Placeable(expression=ast.SelectExpression(variants=variants)):
            return _pattern(next(variant.value for variant in variants if variant.default))
        case ast.Placeable(expression=ast.VariableReference(id=ast.Identifier(name=name))):
            return f"‹{name}›"
        case ast.Placeable(expression=ast.FunctionReference(arguments=arguments)):
            return "".join(_element(ast.Placeable(argument)) for argument in arguments.positional)
        case ast.Placeable(expression=ast.StringLiteral(value=value)):
            return value
    raise ValueError(f"no way to show {element!r} in a table")


def _table(head: str, rows: Iterable[str]) -> str:
    rule = "|" + " --- |" * (head.count("|") - 1)
    return "\n".join([head, rule, *rows])


def filled(readme: str) -> str:
    """The README with its generated tables as they should be."""
    for name, table in (("tools", tools_table()), ("settings", settings_table()), ("errors", errors_table())):
        begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
        before, _, rest = readme.partition(begin)
        _, _, after = rest.partition(end)
        readme = f"{before}{begin}\n{table}\n{end}{after}"
    return readme
