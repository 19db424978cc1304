"""Another end for a range that waits: the days before it stay."""

from __future__ import annotations

import pytest

from tests.fakes import calls

Call = tuple[str, dict[str, str]]


def work(dates: str, **more: str) -> Call:
    """A call that puts days on Apollo."""
    return "add_activities", {"project": "apollo", "dates": dates, **more}


def days(office) -> list[tuple[int, int]]:
    """First and last day of November of each line that waits."""
    dates = [p.arguments["dates"] for p in office.pending]
    return [(int(found[0][-2:]), int(found[-1][-2:])) for found in dates]


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("mon to thu", "actually only to wednesday", (16, 18)),
        ("mon to thu", "no, till wed", (16, 18)),
        ("mon-thu", "sorry, until friday", (16, 20)),
        ("from 3 nov to 12 nov", "only up to the 10th please", (3, 10)),
        ("du 3 au 12 novembre", "non jusqu'au 10 seulement", (3, 10)),
        ("du 3 au 12 novembre", "ah non jusqu'au 10", (3, 10)),
        ("du lundi au jeudi", "enfin jusqu’à mercredi", (16, 18)),
        ("from 3 nov to 12 nov", "I was mistaken: the last day of that is 10 nov", (3, 10)),
        ("mon to thu", "last day was wednesday", (16, 18)),
        ("du lundi au jeudi", "pardon, le dernier jour c'est mercredi", (16, 18)),
    ],
)
def test_a_range_gets_the_end_that_is_said(office, before: str, words: str, after: tuple[int, int]) -> None:
    """Whatever the model makes of it: usually the one day."""
    office.say(f"apollo {before}", calls(work(before)))
    said = words.split()[-1] if "please" not in words and "seulement" not in words else words.split()[-2]
    office.say(words, calls(work(said, replaces="1")))
    assert days(office) == [after]


def test_beside_single_days_the_range_is_meant(office) -> None:
    office.say(
        "apollo mon-wed, sick friday", calls(work("mon-wed"), ("add_absence", {"reason": "sick", "dates": "friday"}))
    )
    office.say("only to tue", calls(work("tue", replaces="1")))
    assert days(office) == [(20, 20), (16, 17)]


@pytest.mark.parametrize(
    ("before", "words", "call", "after"),
    [
        ("monday", "no, to friday", work("friday", replaces="1"), [(20, 20)]),  # moved
        ("mon to thu", "to be sure: wednesday", work("wednesday", replaces="1"), [(18, 18)]),
        ("wed to fri", "only to tuesday", work("tuesday", replaces="1"), [(17, 17)]),  # it would end before it begins
        ("mon to thu", "the last day is wednesday, half", work("wednesday", replaces="1"), [(18, 18)]),
        ("mon to thu", "last day was wednesday?", work("wednesday", replaces="1"), [(18, 18)]),
        ("mon to thu", "sick friday, last day was wednesday", work("wednesday", replaces="1"), [(18, 18)]),
        ("mon to thu", "the last day of school is wednesday", work("wednesday", replaces="1"), [(18, 18)]),
        ("mon to thu", "dernier jour de test mercredi", work("mercredi", replaces="1"), [(18, 18)]),
    ],
)
def test_other_messages_are_the_models(office, before: str, words: str, call: Call, after: list) -> None:
    office.say(f"apollo {before}", calls(work(before)))
    office.say(words, calls(call))
    assert days(office) == after


def test_the_end_is_of_the_same_month(office) -> None:
    """Of the month that was said, whatever month it is now."""
    office.say("apollo du 21 au 31 décembre", calls(work("du 21 au 31 décembre")))
    office.say("ah non, jusqu'au 23 seulement", calls(work("jusqu'au 23", replaces="1")))
    [line] = office.pending
    assert line.arguments["dates"] == ["2026-12-21", "2026-12-22", "2026-12-23"]


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("from 3 nov to 12 nov", "could you make it start on the 5th instead? my sister changed her flights", (5, 12)),
        ("from the 3rd to the 12th of november", "sorry it starts on the 4th", (4, 12)),
        ("du 3 au 12 novembre", "en fait ça commence le 5", (5, 12)),
        ("mon to thu", "no, starting tuesday", (17, 19)),
    ],
)
def test_a_range_gets_the_beginning_that_is_said(office, before: str, words: str, after: tuple[int, int]) -> None:
    """And keeps its end. The model makes it the one day."""
    office.say(f"apollo {before}", calls(work(before)))
    said = next(word for word in ("the 5th", "the 4th", "le 5", "tuesday") if word in words)
    office.say(words, calls(work(said, replaces="1")))
    assert days(office) == [after]


@pytest.mark.parametrize(
    "words", ["it starts on the 5th, gull on friday", "start on the 5th? friday is sick", "it starts on the 13th"]
)
def test_what_says_more_or_cannot_be_is_no_other_beginning(office, words: str) -> None:
    office.say("apollo from 3 nov to 12 nov", calls(work("from 3 nov to 12 nov")))
    office.say(words, calls(work("the 5th", replaces="1")))
    assert days(office) != [(5, 12)]
