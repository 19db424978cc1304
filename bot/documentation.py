"""The README's tables of tools and settings, made from the code itself; a test compares them with what stands there."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import SecretStr

from bot.settings import Settings
from bot.tools.registry import TOOLS
from bot.tools.tool import Kind, Tool

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


def _table(head: str, rows: Iterable[str]) -> str:
    rule = "|" + " --- |" * (head.count("|") - 1)
    return "\n".join([head, rule, *rows])


def filled(readme: str) -> str:
    """The README with its generated tables as they should be."""
    for name, table in (("tools", tools_table()), ("settings", settings_table())):
        begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
        before, _, rest = readme.partition(begin)
        _, _, after = rest.partition(end)
        readme = f"{before}{begin}\n{table}\n{end}{after}"
    return readme
