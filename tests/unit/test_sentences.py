"""No sentence to a person stands in the code: it stands in the message catalogue (`bot/words`)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

BOT = Path(__file__).parents[2] / "bot"

# Whose words are shown to a person, whatever they look like.
ERRORS = frozenset(
    {"UserFacingError", "Refused", "Unclear", "Unsaid", "PhraseError", "DaysUnknown", "LedgerError", "LedgerRefused"}
    | {"LedgerChanged", "StoreError", "SettingsError", "ModelFileError", "TallyError"}
)
SHOWN = frozenset(
    {"text_message", "TextPicture", "Home", "status", "whisper", "button", "header", "plain", "words", "quote"}
    | {"context", "closing_view", "Table", "print", "echo"}
)
# Whose words nobody is shown: the log's and the model's.
LOGGED = frozenset({"debug", "info", "warning", "error", "exception"})
FOR_THE_MODEL = frozenset({"Faulty", "Unreadable", "ModelError", "ModelRefused"})  # the last two are logged
# For the model's schemas, the README, `--help`, and a stand-in for a card in the model's history.
FIELDS = frozenset({"about", "description", "help", "ON_THE_CARD"})
ELSEWHERE = {
    "handlers/prompt.py": "the model's instructions",
    "llm/server/engine.py": "what the model is told of an answer that cannot be read",
    "handlers/results.py": "what the model is told of a call",
    "handlers/turn.py": "what the model is told of a call that it got wrong",
    "tools/tool.py": "the model's schemas, and what it is told of a call that it got wrong",
    "tools/reports.py": "a report in lines, as the model reads it",
}

WORD = re.compile(r"[A-Za-z]{2,}")
SENTENCE = re.compile(r"""["'“(]*[A-Z].*\s.*[.!?…]["'”)]*""", re.DOTALL)


def sentences(source: str) -> Iterator[tuple[int, str]]:
    """The line and the text of each string literal that looks like something said to a person."""
    tree = ast.parse(source)
    left_out = {id(part) for node in ast.walk(tree) for part in _not_said(node)}
    told = {id(part) for node in ast.walk(tree) for part in _told(node)}
    for node in _below(tree, left_out):
        if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            text = _text(node)
            if len(WORD.findall(text)) > 1 and (id(node) in told or SENTENCE.fullmatch(text.strip())):
                yield node.lineno, text


def _below(node: ast.AST, left_out: set[int]) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if id(child) not in left_out:
            yield child
            yield from _below(child, left_out)


def _not_said(node: ast.AST) -> Iterator[ast.AST]:
    """What of this node is for the log, the model, the README or whoever reads the code."""
    match node:
        case ast.Expr(value=ast.Constant()):  # a docstring
            yield node.value
        case ast.Assert(msg=ast.expr() as message):
            yield message
        case ast.Call(func=ast.Attribute(value=ast.Name(id="log"), attr=kind)) if kind in LOGGED:
            yield node
        case ast.Call(func=ast.Name(id=name)) if name in FOR_THE_MODEL:
            yield node
        case ast.keyword(arg=name) if name in FIELDS:
            yield node
        case ast.Assign(targets=[ast.Name(id=name) | ast.Attribute(attr=name)], value=value) if name in FIELDS:
            yield value


def _told(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=arguments) if name in ERRORS | SHOWN:
            yield from arguments


def _text(node: ast.Constant | ast.JoinedStr) -> str:
    """The literal's words; a value in an f-string may begin a sentence."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "".join(_text(part) if isinstance(part, ast.Constant) else "X" for part in node.values)


def said_at_import(source: str) -> Iterator[int]:
    """The lines on which `say` is called while the module is imported."""
    waiting: list[ast.AST] = [ast.parse(source)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
            yield node.lineno
        match node:
            case ast.FunctionDef():
                waiting += [*node.decorator_list, *node.args.defaults, *(d for d in node.args.kw_defaults if d)]
            case ast.Lambda():
                pass
            case _:
                waiting += ast.iter_child_nodes(node)


def modules() -> Iterator[tuple[str, str]]:
    """The path below `bot/` and the text of every module."""
    for path in sorted(BOT.rglob("*.py")):
        yield path.relative_to(BOT).as_posix(), path.read_text(encoding="utf-8")


def test_no_sentence_to_a_person_stands_in_the_code() -> None:
    """One place for every sentence: there it is reviewed, and translated."""
    found = [
        f"bot/{path}:{line}: {text!r}"
        for path, source in modules()
        if path not in ELSEWHERE
        for line, text in sentences(source)
    ]
    assert found == []


def test_what_is_excused_from_it_needs_to_be() -> None:
    """An exception whose reason is gone would hide the next sentence."""
    assert [path for path, source in modules() if path in ELSEWHERE and not list(sentences(source))] == []
    assert set(ELSEWHERE) <= {path for path, _ in modules()}


@pytest.mark.parametrize(
    "source",
    [
        'GONE = "That card is gone. Ask again."',
        'raise UserFacingError("no such card")',
        'raise SettingsError(f"{name} is wrong: {why}")',
        'text = f"{count} days are missing."',
        'button("Show month", "show", value)',
        'console.print(f"Loaded {count} people and more")',
    ],
)
def test_a_sentence_in_the_code_is_found(source: str) -> None:
    """The guard sees plain sentences, those with values in them, and the words of buttons."""
    assert list(sentences(source))


@pytest.mark.parametrize(
    "source",
    [
        '"""What this module owns. Why it exists."""',
        'log.warning("The ledger is away.", error=str(error))',
        'raise Faulty("There is no such tool. Choose another one.")',
        'port = Option(help="Where the page listens.")',
        'about = "The week in the person\'s own words."',
        'assert found, "There is no such thing."',
        'say("card-gone", count=3)',
        'label = f"{title} ({code})"',
    ],
)
def test_what_nobody_is_told_is_left_alone(source: str) -> None:
    """Docstrings, log lines, texts for the model and for `--help` stay where they are."""
    assert list(sentences(source)) == []


def test_nothing_is_said_while_a_module_is_imported() -> None:
    """The language is that of whoever is answered: at import nobody is."""
    assert [f"bot/{path}:{line}" for path, source in modules() for line in said_at_import(source)] == []
    assert sorted(said_at_import('GONE = say("card-gone")\ndef f(text=say("x")): return say("y")')) == [1, 2]
