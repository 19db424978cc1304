"""Phrases as days: the evaluation's cases, a table of further phrases, and what holds for every phrase."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.phrases import PhraseError, Reading, read_days
from bot.phrases.expressions import EXPRESSIONS
from bot.phrases.vocabulary import WORDS

HERE = Path(__file__).parent
TODAY = date(2026, 5, 20)
HOLIDAYS = {date(2026, 4, 6), date(2026, 5, 1), date(2026, 5, 14), date(2026, 5, 25), date(2026, 7, 21)}
DATA = HERE.parents[1] / "data"
CASES = [
    json.loads(row)
    for name in ("dates", "dates_two")
    for row in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()
]


def _rows(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text("utf-8").splitlines() if not line.startswith("#")]


def read(phrase: str) -> Reading:
    """The phrase as said on a Wednesday in May."""
    return read_days(phrase, TODAY, HOLIDAYS)


@pytest.mark.parametrize("case", CASES, ids=[f"{case['phrase']} on {case['today']}" for case in CASES])
def test_a_phrase_of_the_evaluation_means_its_days(case: dict) -> None:
    """Every case of both sets is read as written, or refused where null is expected."""
    today, holidays = date.fromisoformat(case["today"]), {date.fromisoformat(day) for day in case["holidays"]}
    if case["dates"] is None:
        with pytest.raises(PhraseError):
            read_days(case["phrase"], today, holidays)
    else:
        assert [day.isoformat() for day in read_days(case["phrase"], today, holidays).days] == case["dates"]


@pytest.mark.parametrize("row", _rows("understood.txt"), ids=lambda row: row.replace(" => ", " means "))
def test_a_phrase_means_its_days(row: str) -> None:
    """Each phrase of the table means exactly the days written behind it."""
    phrase, days = row.split(" => ")
    assert " ".join(day.isoformat() for day in read(phrase).days) == days


@pytest.mark.parametrize("phrase", _rows("refused.txt"), ids=lambda phrase: f"{phrase} is refused")
def test_a_phrase_without_one_clear_meaning_is_refused(phrase: str) -> None:
    """What names no day, contradicts itself or runs backwards is refused with a full sentence."""
    with pytest.raises(PhraseError) as refusal:
        read(phrase)
    assert refusal.value.reason.endswith((".", "?"))
    assert len(refusal.value.reason) > 20


@pytest.mark.parametrize(
    ("phrase", "named"),
    [
        ("saturday", ["2026-05-23"]),
        ("the 14th", ["2026-05-14"]),
        ("thu 14 may and fri", ["2026-05-14", "2026-05-22"]),
        ("mon to thu and sat", ["2026-05-23"]),
        ("last week", []),
        ("every friday in may", []),
        ("from monday to monday", []),
        ("this weekend", ["2026-05-23", "2026-05-24"]),
    ],
)
def test_only_single_days_count_as_named(phrase: str, named: list[str]) -> None:
    """`named` holds what was named outright, so that the card warns about these days and no others."""
    assert sorted(day.isoformat() for day in read(phrase).named) == named


@pytest.mark.parametrize(
    ("today", "phrase", "days"),
    [
        ("2026-05-24", "monday", "2026-05-18"),
        ("2026-05-24", "next week except monday", "2026-05-26 2026-05-27 2026-05-28 2026-05-29"),
        ("2026-12-31", "next monday", "2027-01-04"),
        ("2027-01-01", "week 53", None),
        ("2026-06-01", "week 53", "2026-12-28 2026-12-29 2026-12-30 2026-12-31 2027-01-01"),
        ("2026-12-10", "3 june", "2026-06-03"),
        ("2026-12-11", "7 may", "2027-05-07"),
        ("2026-01-31", "a month ago", "2025-12-31"),
        ("2026-03-31", "a month ago", None),
        ("2026-05-23", "rest of the week", None),
        ("2026-07-17", "20 december to 3 january", "2026-12-21 2026-12-22 2026-12-23 2026-12-24 2026-12-25 "
         "2026-12-28 2026-12-29 2026-12-30 2026-12-31 2027-01-01"),
    ],
)  # fmt: skip
def test_a_phrase_is_read_from_the_day_it_is_said(today: str, phrase: str, days: str | None) -> None:
    """Week ends, year ends and short months do not shift what a phrase means."""
    said = date.fromisoformat(today)
    if days is None:
        with pytest.raises(PhraseError):
            read_days(phrase, said, HOLIDAYS)
    else:
        assert " ".join(day.isoformat() for day in read_days(phrase, said, HOLIDAYS).days) == days


@pytest.mark.parametrize(
    "word", ["son", "mod", "fro", "marsh", "marc", "jedi", "maria", "domain", "avail", "marco", "though"]
)
def test_another_word_is_never_taken_for_a_day(word: str) -> None:
    """A slip is forgiven only where no other word is meant."""
    with pytest.raises(PhraseError):
        read(word)


def test_a_word_between_two_weekdays_is_refused() -> None:
    """ "thuesday" is one slip away from Tuesday and from Thursday: nobody can tell which."""
    with pytest.raises(PhraseError):
        read("thuesday")


DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@given(DAYS, st.integers(0, 60), DAYS)
def test_an_iso_range_is_its_working_days(first: date, length: int, today: date) -> None:
    """Whatever today is, an ISO range means exactly its days without weekends and holidays."""
    last = first + timedelta(days=length)
    inside = [first + timedelta(days=step) for step in range(length + 1)]
    expected = [day for day in inside if day.weekday() < 5 and day not in HOLIDAYS]
    if not expected:
        with pytest.raises(PhraseError):
            read_days(f"{first}..{last}", today, HOLIDAYS)
    else:
        assert list(read_days(f"{first}..{last}", today, HOLIDAYS).days) == expected


@given(DAYS, DAYS)
def test_a_full_date_is_itself_in_every_notation(day: date, today: date) -> None:
    """ISO, day-first numbers and a month's name all mean the same day, weekend or not."""
    for phrase in (
        f"{day}",
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
        f"{day:%d %B %Y}",
        f"{day:%A} {day:%B %d}, {day:%Y}",
    ):
        assert read_days(phrase, today, HOLIDAYS) == Reading((day,), frozenset({day}))


PHRASES = st.lists(st.sampled_from([*WORDS, *EXPRESSIONS, "-", ",", "3", "31", "3/11", "2026", "14th"]), max_size=7)


@settings(max_examples=200)
@given(PHRASES.map(" ".join) | st.text(max_size=60), DAYS)
def test_any_text_is_read_or_refused(phrase: str, today: date) -> None:
    """Only PhraseError is raised; days are sorted and unique; case does not matter; only named days may be free."""
    try:
        reading = read_days(phrase, today, HOLIDAYS)
    except PhraseError:
        return
    assert list(reading.days) == sorted(set(reading.days))
    assert reading.named <= set(reading.days)
    assert all(day in reading.named or (day.weekday() < 5 and day not in HOLIDAYS) for day in reading.days)
    assert read_days(phrase.upper(), today, HOLIDAYS) == reading


@given(st.text(min_size=401, max_size=500))
def test_an_endless_phrase_is_refused(phrase: str) -> None:
    """A phrase longer than any that a person types is refused at once."""
    with pytest.raises(PhraseError):
        read(phrase)
