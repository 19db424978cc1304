"""A translation is whole and works: every sentence that people read, whatever its values, set as its language is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product

import pytest
from babel import Locale
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.words import ENGLISH, FOR_THE_OPERATOR, catalogue, languages, missing, say, speaking

TRANSLATIONS = [spoken for spoken in languages() if spoken != ENGLISH]
WORD = re.compile(r"[^\W\d_]{2,}")
A_DAY = "lun. 16 nov."
DAYS = frozenset(("day", "days", "missing", "written"))
"""The values that are days as a card prints them: in French they end with a point of their own."""
NUMBERS = (0, 0.25, 1, 1.5, 2, 5, 31, 1_000_000)
IN_BOTH = frozenset("absence absent apollo client code csv date excel mail pdf rtt tally total".split())  # noqa: SIM905
"""Words that a translation may share with English; a sentence that is the same holds no others."""


class Uses(Visitor):
    """How a sentence uses its values: as dates, as numbers or keys of a selector, or just printed."""

    def __init__(self) -> None:
        super().__init__()
        self.dates: set[str] = set()
        self.keys: dict[str, list[str]] = {}
        self.printed: set[str] = set()

    def visit_FunctionReference(self, node: ftl.FunctionReference) -> None:  # noqa: N802  the visitor's own name
        self.dates |= {a.id.name for a in node.arguments.positional if isinstance(a, ftl.VariableReference)}

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
        assert isinstance(node.selector, ftl.VariableReference)
        keys = [v.key.name for v in node.variants if isinstance(v.key, ftl.Identifier)]
        self.keys.setdefault(node.selector.id.name, []).extend(keys)
        self.generic_visit(node)

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.printed.add(node.id.name)


@cache
def sentences(spoken: str) -> dict[str, Uses]:
    """What people read of a language: each sentence with the uses of its values."""
    found = {}
    for file, text in catalogue(spoken).items():
        for entry in FluentParser().parse(text).body if file not in FOR_THE_OPERATOR else ():
            if isinstance(entry, ftl.Message):
                uses = Uses()
                uses.visit(entry)
                assert entry.id.name not in found, f"{entry.id.name} stands in two files"
                found[entry.id.name] = uses
    return found


def samples(spoken: str, id_: str) -> Iterator[dict[str, str | float | date]]:
    """Values for a sentence, so that every variant of every selector is chosen."""
    uses, plurals = sentences(spoken)[id_], set(Locale.parse(spoken).plural_form.tags) | {"other"}
    choices: dict[str, tuple[str | float | date, ...]] = {}
    for name in uses.dates | uses.printed | set(uses.keys):
        keys = set(uses.keys.get(name, ()))
        is_number = bool(keys) and keys <= plurals
        text = (A_DAY if name in DAYS else "Apollo",)
        choices[name] = (
            (date(2026, 11, 1), date(2026, 8, 13)) if name in uses.dates else NUMBERS if is_number else (*keys, *text)
        )
    for values in product(*choices.values()):
        yield dict(zip(choices, values, strict=True))


@pytest.mark.parametrize("spoken", TRANSLATIONS)
def test_nothing_is_missing_and_nothing_is_left_over(spoken: str) -> None:
    """What a translation lacks is said in English in the middle of it; what nobody says is dead text."""
    assert missing(spoken) == [], f"`python -m bot.words {spoken}` lists what is missing"
    assert sorted(set(sentences(spoken)) - set(sentences(ENGLISH))) == []
    assert set(catalogue(spoken)) <= set(catalogue(ENGLISH)) - FOR_THE_OPERATOR


@pytest.mark.parametrize("spoken", TRANSLATIONS)
def test_every_sentence_has_the_values_of_the_english_one(spoken: str) -> None:
    """Code gives the values once for all languages; a number stays a number, a date a date."""
    there, here = sentences(ENGLISH), sentences(spoken)
    faults = [id_ for id_, uses in here.items() if (uses.printed, uses.dates) != (there[id_].printed, there[id_].dates)]
    assert faults == []


@pytest.mark.parametrize("spoken", TRANSLATIONS)
def test_every_selector_of_a_number_has_the_plural_forms_of_its_language(spoken: str) -> None:
    """A form that the language does not have is never chosen; one for single things is always there."""
    known = set(Locale.parse(spoken).plural_form.tags) | {"other"}
    for id_, uses in sentences(spoken).items():
        for name, keys in uses.keys.items():
            if "other" in keys and set(sentences(ENGLISH)[id_].keys.get(name, [])) <= {"one", "other"}:
                assert set(keys) <= known, id_
                assert "one" in keys, id_


@pytest.mark.parametrize("spoken", TRANSLATIONS)
def test_every_sentence_can_be_said_with_any_values(spoken: str) -> None:
    """A fault of Fluent would turn an answer into an apology: nothing fails, nothing of the syntax shows."""
    with speaking(spoken):
        for id_ in sentences(spoken):
            for values in samples(spoken, id_):
                text = say(id_, **values)
                assert text.strip() == text != ""
                assert not set("{}$") & set(text), (id_, text)
                assert ".." not in text, (id_, text)


def plain_patterns(id_: str) -> str:
    """What an English sentence says besides its values."""
    source = "\n".join(catalogue(ENGLISH).values())
    pattern = source.partition(f"\n{id_} = ")[2].partition("\n\n")[0].partition("\n#")[0]
    own = re.split(r"\n(?=[\w-]+ = )", pattern)[0]
    return re.sub(r"\{[^}]*\}", " ", own)


@pytest.mark.parametrize("spoken", TRANSLATIONS)
def test_a_sentence_is_translated_and_ends_with_nothing_was_written_where_english_does(spoken: str) -> None:
    """Words left in English are found; and code looks at a text's end before it says so a second time."""
    same = set()
    for id_ in sentences(spoken):
        values = next(samples(spoken, id_))
        english, ending = say(id_, **values), say("nothing-written")
        with speaking(spoken):
            translated = say(id_, **values)
            assert translated.endswith(say("nothing-written")) == english.endswith(ending), id_
        if translated == english and set(WORD.findall(plain_patterns(id_).casefold())) - IN_BOTH:
            same.add(id_)
    assert same == set()


def test_french_is_set_as_french_is() -> None:
    """A no-break space before : and %, a narrow one before ; ! ? and inside « »; the apostrophe and quotes of print."""
    wrong = re.compile(r"""[ ][:;!?»%]|[^\u202f][;!?»]|«[^\u202f]|[^\u00a0]:(?=\s|$)|[^\u00a0\d]%|['"“”]""")
    with speaking("fr"):
        said = {id_: say(id_, **values) for id_ in sentences("fr") for values in samples("fr", id_)}
    assert {id_: text for id_, text in said.items() if wrong.search(text)} == {}


def test_french_counts_below_two_as_one_and_writes_the_first_of_a_month_as_1er() -> None:
    """As a native does: 1,5 jour, 2 jours; 1er novembre, 2 novembre, 11 novembre; Novembre where a line begins."""
    with speaking("fr-CA"):
        assert [say("some-days", days=days) for days in (0.25, 1, 1.5, 2, 1250)] == [
            "0,25 jour", "1 jour", "1,5 jour", "2 jours", "1\u202f250 jours",
        ]  # fmt: skip
        assert [say("day", day=date(2026, 11, n)) for n in (1, 2, 11)] == [
            "dim. 1er nov.",
            "lun. 2 nov.",
            "mer. 11 nov.",
        ]
        assert say("day-in-full", day=date(2026, 8, 1)) == "1er août 2026"
        assert say("day-of-month", day=date(2026, 8, 1)) == "sam. 1er"
        assert say("month-as-title", first=date(2026, 11, 1)) == "Novembre 2026"
        assert say("month", first=date(2026, 11, 1)) == "novembre 2026"
        assert say("day-and-date", day=date(2026, 11, 30)) == "lun. 30 nov. 2026"
