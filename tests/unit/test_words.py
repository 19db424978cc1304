"""The catalogue and the code agree: what is said exists, with its values, and what exists is said somewhere."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.words import ENGLISH, catalogue, language, languages, missing, say, speaking

BOT = Path(__file__).parents[2] / "bot"


class Variables(Visitor):
    """The names of the variables in a message."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802  the visitor's own name
        self.names.add(node.id.name)


def entries(language: str) -> Iterator[ftl.EntryType]:
    """Everything that the files of a language hold."""
    for text in catalogue(language).values():
        yield from FluentParser().parse(text).body


def messages(language: str = ENGLISH) -> dict[str, set[str]]:
    """The ids of a language's sentences, each with the values that it needs."""
    found: dict[str, set[str]] = {}
    for entry in entries(language):
        if isinstance(entry, ftl.Message):
            assert entry.id.name not in found, f"{entry.id.name} stands in two files"
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.names
    return found


def said() -> Iterator[tuple[str, str, set[str]]]:
    """Each `say("…", …)` in the code: where, the id, and the values given. A dynamic id is no literal: a fault."""
    for path in sorted(BOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                first = node.args[0] if node.args else None
                where = f"{path.relative_to(BOT.parent)}:{node.lineno}"
                assert isinstance(first, ast.Constant), f"{where}: the id of a sentence is written out"
                yield where, str(first.value), {str(k.arg) for k in node.keywords}


def test_no_file_has_a_line_that_cannot_be_read() -> None:
    """Fluent leaves out what it cannot parse; here that is a fault."""
    junk = [entry.content for language in languages() for entry in entries(language) if isinstance(entry, ftl.Junk)]
    assert junk == []


def test_every_sentence_that_is_said_exists_with_exactly_its_values() -> None:
    """A missing id or value would be found only when the sentence is needed: here it is found at once."""
    known = messages()
    faults = [f"{where}: {name}({sorted(values)})" for where, name, values in said() if known.get(name) != values]
    assert faults == []


def test_every_sentence_of_the_catalogue_is_said_somewhere() -> None:
    """What nobody says is dead text."""
    assert sorted(set(messages()) - {name for _, name, _ in said()}) == []


def test_what_a_language_lacks_is_named_with_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever adds a sentence sees where to translate it; what only the operator reads is not asked for."""
    before, files = missing("fr"), {name: text for name, text in catalogue("fr").items() if name != "rules"}
    monkeypatch.setattr("bot.words.catalogue", lambda of: files if of == "fr" else catalogue(of))
    lacking = [line for line in missing("fr") if line not in before]
    assert lacking[0] == "rules: month-closed"
    assert {line.partition(":")[0] for line in lacking} == {"rules"}


def test_an_unknown_locale_is_spoken_to_in_english() -> None:
    """A person whose language has no folder is understood all the same."""
    with speaking("tlh-QO"):
        assert say("nothing-written") == "Nothing was written."


def test_the_language_spoken_ends_with_the_one_it_was_for() -> None:
    """A thread answers one person after the other: the next one is not spoken to in the language of the last."""
    with speaking("fr-FR"), speaking("pt_BR"):
        assert language() == "pt"
    assert language() == ENGLISH


def test_numbers_and_dates_are_printed_as_their_language_does() -> None:
    """Grouping, plural forms and the order of a date's parts are the catalogue's, not the code's."""
    assert [say("some-days", days=days) for days in (0.25, 1, 1.0, 1250)] == [
        "0.25 days",
        "1 day",
        "1 day",
        "1,250 days",
    ]
    assert say("moment", day=date(2026, 9, 7), time="10:05") == "Mon 7 Sep 10:05"


def test_a_value_of_any_length_can_be_said() -> None:
    """A name of a hundred thousand letters is cut: it must not turn an answer into a failure."""
    assert say("left-out", what="x" * 100_000).startswith("x" * 1_999 + "… is not on the card.")
