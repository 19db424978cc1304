"""Thousands of composed phrases mean the days that the evaluation's README gives them; impossible ones are refused."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.phrases import PhraseError, read_days
from tests.unit.phrases.generated import Kind, Moment, Said, composed
from tests.unit.phrases.generated_days import LISTS, SINGLES
from tests.unit.phrases.generated_ranges import RANGES
from tests.unit.phrases.generated_refusals import REFUSED
from tests.unit.phrases.generated_spans import SPANS
from tests.unit.phrases.generated_words import TONGUES, Tongue

SEED = 20261128
OF_A_KIND = 36
KINDS = SINGLES | LISTS | RANGES | SPANS
TONGUE = pytest.mark.parametrize("tongue", TONGUES, ids=lambda tongue: tongue.name)


def _misread(phrases: Iterator[tuple[Moment, Said]]) -> Iterator[str]:
    """Each phrase that is not read as its days: how it was read instead."""
    for moment, said in phrases:
        try:
            read = frozenset(read_days(said.phrase, moment.today, moment.holidays).days)
            reason = ""
        except PhraseError as refusal:
            read, reason = frozenset(), refusal.reason or "no reason"
        if read != said.days or (not read and reason == "no reason"):
            yield f"{said.phrase!r} on {moment.today:%a %Y-%m-%d}: {_differences(said, read, moment) or reason}"


def _differences(said: Said, read: frozenset[date], moment: Moment) -> str:
    """What is missing and what is too much; "h" marks a holiday. Empty when all was refused."""
    if not read:
        return ""
    missing, over = (
        " ".join(f"{day}{'h' * (day in moment.holidays)}" for day in sorted(days)[:8])
        for days in (said.days - read, read - said.days)
    )
    return f"of {len(said.days)} days missing {missing or 'none'}; too many {over or 'none'}"


def _as_expected(name: str, kind: Kind, tongue: Tongue) -> None:
    wrong = list(_misread(composed(name, kind, tongue, SEED, OF_A_KIND)))
    assert not wrong, "\n".join([f"seed {SEED}, {tongue.name}, {name}: {len(wrong)} of {OF_A_KIND}", *wrong])


@TONGUE
@pytest.mark.parametrize("name", KINDS)
def test_a_composed_phrase_means_its_days(name: str, tongue: Tongue) -> None:
    """Every kind of phrase, over many days and holidays, is read as the README says."""
    _as_expected(name, KINDS[name], tongue)


@TONGUE
@pytest.mark.parametrize("name", REFUSED)
def test_a_composed_phrase_without_days_is_refused(name: str, tongue: Tongue) -> None:
    """What names no day, a day that is not there, or a range that runs backwards has no days and a reason."""
    _as_expected(name, REFUSED[name], tongue)


@TONGUE
def test_there_are_thousands_of_different_phrases(tongue: Tongue) -> None:
    """At least 40 kinds, 3,000 phrases and 300 refusals in each language; the same phrase only on another day."""

    def distinct(kinds: dict[str, Kind]) -> int:
        of_kinds = (composed(name, kind, tongue, SEED, OF_A_KIND) for name, kind in kinds.items())
        return len({(said.phrase, moment.today, moment.holidays) for phrases in of_kinds for moment, said in phrases})

    assert len(KINDS) >= 40
    assert distinct(KINDS) >= 3000
    assert distinct(REFUSED) >= 300
