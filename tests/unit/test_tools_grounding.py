"""What counts as said: the person's own wording, and never their words in another order or as another thing."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.timesheet import Project
from bot.phrases import read_days, read_percent
from bot.tools.days_left import day_of_a_but_clause, days_left_said, days_to_another_end_said
from bot.tools.grounding import (
    amount_said,
    days_said,
    is_ordinary,
    name_places,
    project_places,
    without_names,
)
from bot.tools.utterance import is_address_of, literally, stands

WEDNESDAY = date(2026, 11, 18)
MAY, CLUB = Project("MAY", "May"), Project("FRC", "Friday Club")


def said(phrase: str, *texts: str) -> bool:
    """Whether the days of a phrase were said."""
    return days_said(phrase, read_days(phrase, WEDNESDAY, ()).days, texts, WEDNESDAY, ())


@pytest.mark.parametrize(
    ("phrase", "texts"),
    [
        ("mon to thu", ["apollo mon to thu, half days"]),
        ("monday, friday", ["apollo monday and, well, also on friday"]),
        ("monday and tuesday", ["monday on apollo and tuesday too"]),
        ("3/11", ["apollo le 3/11"]),
        ("tuesday to friday", ["zephyr tuesday", "no, to friday"]),
        ("monday last week", ["last week: apollo monday"]),
        ("monday", ["apollo monday 50%"]),
        ("2026-11-16", ["apollo monday"]),
        ("last friday", ["copy last friday to monday"]),
        ("this afternoon", ["apollo this afternoon"]),
        ("aujourd'hui", ["mimosa lundi, et aujourd'hui rtt"]),
    ],
)
def test_days_are_said_in_the_persons_own_words(phrase, texts):
    """As they stand, joined in order, over two messages, or as exactly the days that were meant."""
    assert said(phrase, *texts)


@pytest.mark.parametrize(
    ("phrase", "texts"),
    [
        ("3 december", ["apollo 3 november, zephyr 10 december"]),
        ("10", ["apollo 10 december"]),
        ("december", ["apollo 10 december"]),
        ("friday", ["apollo last friday"]),
        ("10/12", ["apollo 10-12 november"]),
        ("2026-10-12", ["apollo 10 december 2026, room 12"]),
        ("monday to friday", ["apollo monday and friday"]),
        ("tuesday", ["apollo mon to thu is fine", "yes"]),
        ("today", ["thanks"]),
    ],
)
def test_the_same_words_as_other_days_are_not_said(phrase, texts):
    """Put together anew, or cut out of what was said, they would be days that nobody named."""
    assert not said(phrase, *texts)


@pytest.mark.parametrize(
    ("phrase", "before", "newest", "is_said"),
    [
        ("mon to thu except tuesday", "apollo mon to thu", "tuesday was zephyr", True),
        ("lundi à jeudi sauf mardi", "apollo lundi à jeudi", "mardi c'était zephyr", True),
        ("mon to thu except tuesday", "apollo mon to thu", "zephyr it was", False),  # nobody named a tuesday
        ("mon to fri except tuesday", "apollo mon to thu", "tuesday was zephyr", False),  # nor a friday
        (
            "mon to thu except tuesday",
            "apollo",
            "mon to thu, tuesday was zephyr",
            True,
        ),  # one message says what it says
        ("tuesday", "apollo mon to thu", "tuesday was zephyr", False),  # nothing is taken
    ],
)
def test_days_are_left_of_what_was_said_before(phrase, before, newest, is_said):
    """Some words take days of a range that others said: what is left was said as well."""
    days = read_days(phrase, WEDNESDAY, ()).days
    assert days_left_said(phrase, days, [before, newest], WEDNESDAY, ()) is is_said


@pytest.mark.parametrize(
    ("phrase", "texts", "days", "is_said"),
    [
        # a mere weekday is one of the week that is spoken of
        ("last week except friday", ["apollo last week", "sorry, friday was zephyr"], (9, 10, 11, 12), True),
        ("la semaine dernière sauf vendredi", ["apollo la semaine dernière", "vendredi c'était zephyr"],
         (9, 10, 11, 12), True),
        ("last week except friday", ["apollo last week", "sorry, friday was zephyr"], (9, 10, 11, 13), False),
        ("last week except 20 november", ["apollo last week", "20 november was zephyr"], (9, 10, 11, 12), False),
        ("last week except friday", ["apollo last week", "that was zephyr"], (9, 10, 11, 12), False),
        ("last week except friday", ["apollo", "friday was zephyr"], (9, 10, 11, 12), False),
        ("last week except friday", ["apollo last week", "friday was zephyr"], (9, 10, 11, 12, 13), False),
        # several exceptions, one after the other
        ("all week except friday and thursday", ["apollo all week", "except friday", "thursday was zephyr"],
         (16, 17, 18), True),
        ("all week except friday and thursday", ["apollo all week", "thursday was zephyr"], (16, 17, 18), False),
        ("all week except friday and thursday", ["apollo all week", "except friday", "that was zephyr"],
         (16, 17, 18), False),
    ],
)  # fmt: skip
def test_days_are_left_of_the_weeks_that_are_spoken_of(phrase, texts, days, is_said):
    """Every day that is taken was named, and no other is."""
    left = tuple(date(2026, 11, day) for day in days)
    assert days_left_said(phrase, left, texts, WEDNESDAY, ()) is is_said


@pytest.mark.parametrize(
    ("phrase", "text", "is_said"),
    [
        ("half days", "apollo monday, half days", True),
        ("50", "apollo monday, half days", True),
        ("1/4", "apollo yesterday, at 1/4", True),
        ("25", "25 somir for wed", True),
        ("25", "apollo 25 november", False),
        ("1/2", "apollo 1 and 2 december", False),
        ("75", "apollo monday, half days", False),
    ],
)
def test_an_amount_is_said_as_an_amount(phrase, text, is_said):
    """In whatever words, but not as the number of a day."""
    percent = read_percent(phrase)
    assert percent is not None
    assert amount_said(phrase, percent, [text], WEDNESDAY) is is_said


@pytest.mark.parametrize("name", ["May", "A", "to", "Monday", "50", "Half", "Sick", "approve all", "the"])
def test_a_name_may_be_an_ordinary_word(name):
    """Then it counts only where it plainly stands as a name."""
    assert is_ordinary(name, WEDNESDAY)
    text = f"apollo {name} please"
    assert name_places(name, text, WEDNESDAY) == []
    for marked in (f"project {name} please", f"the {name} project", f"“{name}” please", f"the one called {name}"):
        assert name_places(name, marked, WEDNESDAY)


@pytest.mark.parametrize("name", ["Apollo", "Friday Club", "afternoon tea", "E75", "Theta"])
def test_other_names_count_wherever_they_stand(name):
    """Also those that merely hold a day or an amount."""
    assert not is_ordinary(name, WEDNESDAY)
    assert name_places(name, f"on {name.lower()} tomorrow", WEDNESDAY)


def test_a_projects_title_names_it():
    """It is what a button says."""
    assert project_places(MAY, "May (MAY)", WEDNESDAY) == []  # the title is the bare name here: the button says more
    assert project_places(CLUB, "Friday Club (FRC)", WEDNESDAY)


def test_a_day_in_a_projects_name_is_no_day():
    """ "Friday Club tomorrow" is about tomorrow."""
    assert without_names("Friday Club tomorrow", [CLUB, MAY], WEDNESDAY).split("\x00")[-1] == " tomorrow"


def test_new_names_are_taken_letter_by_letter():
    """What goes into the ledger as a name is what the person wrote; a comma is no name."""
    text = "create project Halcyon, code HAL, for Wayne"
    assert literally("Halcyon", [text])
    assert literally("hal", [text])
    for unsaid in ("Halcyon!!!", "Halcyon Wayne", "Hal-cyon", ",", "…", "alcyon", "<Halcyon>"):
        assert not literally(unsaid, [text])


def test_an_address_is_one_word():
    """Its parts in another order are somebody else's address."""
    text = "add Noor Aziz, noor.aziz@acme.example."
    assert is_address_of("noor.aziz@acme.example", [text])
    for unsaid in ("acme@noor.example", "aziz@acme.example", "noor.aziz@acme", "noor.aziz@acme.example.org"):
        assert not is_address_of(unsaid, [text])


def test_wording_is_one_after_the_other():
    """Words that all stand in a text were not said together."""
    assert stands("the Apollo project", ["put me on the apollo project!"])
    assert not stands("project apollo", ["put me on the apollo project!"])


@pytest.mark.parametrize(
    ("phrase", "newest", "is_said"),
    [
        ("mon to friday", "only to friday", True),
        ("mon to friday", "no, until friday", True),
        ("from mon until friday", "jusqu'à friday", True),
        ("mon to friday", "friday was zephyr", False),  # a day, and no end
        ("tue to friday", "only to friday", False),  # another beginning
        ("friday", "only to friday", False),  # no range
    ],
)
def test_a_range_may_end_where_the_newest_words_say(phrase: str, newest: str, is_said: bool) -> None:
    """And begin where it began."""
    assert days_to_another_end_said(phrase, ["apollo mon to thu", newest], WEDNESDAY) is is_said


@pytest.mark.parametrize(
    ("text", "days", "is_said"),
    [
        ("apollo the whole week, but wednesday i had a fever", "wednesday", True),
        ("apollo this week but friday was zephyr", "friday", True),
        ("apollo this week but wednesday", "wednesday", False),
        ("apollo this week but wednesday, please", "wednesday", False),
        ("apollo this week but not wednesday i think", "wednesday", False),
        ("apollo this week except wednesday as usual", "wednesday", False),
    ],
)
def test_what_stands_behind_a_but_is_about_its_days(text: str, days: str, is_said: bool) -> None:
    """Where something stands there; else they are only left out."""
    assert day_of_a_but_clause(read_days(days, WEDNESDAY, ()).days, [text], WEDNESDAY, ()) is is_said


@pytest.mark.parametrize(
    ("phrase", "is_said"),
    [
        ("the whole week except wednesday and friday", True),
        ("the whole week except friday", False),  # and wednesday?
        ("the whole week except wednesday and thursday", False),
    ],
)
def test_an_exception_that_was_said_stays_one(phrase: str, is_said: bool) -> None:
    """More may be taken of the same days; less may not."""
    text = "apollo the whole week, but wednesday i had a fever and friday was zephyr"
    days = read_days(phrase, WEDNESDAY, ()).days
    assert days_left_said(phrase, days, [text], WEDNESDAY, ()) is is_said
