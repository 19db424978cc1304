"""What is said of one day of a line says nothing of its others: they stay, in words that name them all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Proposal
from bot.tools.mending import mended
from bot.tools.mending_corrections import days_left
from bot.tools.slots import Days
from tests.unit.small_company import SITUATION, called, shown
from tests.unit.test_mending_corrections import line
from tests.unit.test_mending_taken_over import AWAY, WORK, away, heard

TWO_DAYS = line(1, "GULL", "wednesday and tomorrow", 2, 3)
DEUX_JOURS = line(1, "GULL", "lundi et aujourd'hui", 0, 2)
NUMBERS = line(1, "GULL", "du 20 au 27", 11, 14, 15, 16, 17, 18)
OF_NUMBERS = (date(2026, 3, 20), *(date(2026, 3, day) for day in range(23, 28)))


def of_gull(dates: str, percent: str) -> ToolCall:
    """The line once more, with an amount for these days."""
    return called(WORK, project="gull", dates=dates, percent=percent, replaces="1")


@pytest.mark.parametrize(
    ("waiting", "text", "dates", "percent", "left"),
    [
        (TWO_DAYS, "make tomorrow a half", "tomorrow", "half", "wednesday"),
        (TWO_DAYS, "set the wednesday to half a day", "wednesday", "half a day", "tomorrow"),
        (TWO_DAYS, "oh, put tomorrow at 50%", "tomorrow", "50%", "wednesday"),
        (TWO_DAYS, "just make tomorrow a half", "tomorrow", "half", "wednesday"),
        (TWO_DAYS, "tomorrow's only the morning", "tomorrow", "the morning", "wednesday"),
        (TWO_DAYS, "tomorrow’s just the morning", "tomorrow", "the morning", "wednesday"),
        (TWO_DAYS, "tomorrow just the morning", "tomorrow", "the morning", "wednesday"),
        (TWO_DAYS, "tomorrow only half", "tomorrow", "half", "wednesday"),
        (DEUX_JOURS, "lundi seulement le matin", "lundi", "le matin", "aujourd'hui"),
        (DEUX_JOURS, "lundi que le matin", "lundi", "le matin", "aujourd'hui"),
        (DEUX_JOURS, "aujourd'hui c'était que le matin", "aujourd'hui", "le matin", "lundi"),
        (NUMBERS, "le 24 c'était que le matin", "le 24", "le matin", "du 20 au 27 except le 24"),
        (NUMBERS, "mets le 24 à 50%", "le 24", "50%", "du 20 au 27 except le 24"),
    ],
)
def test_the_other_days_stay(waiting: Proposal, text: str, dates: str, percent: str, left: str) -> None:
    """Where the amount is said of the day, in whatever way."""
    call = of_gull(dates, percent)
    assert heard([waiting], text, call) == [*shown([call]), f"add_activities project=GULL dates={left}"]


@pytest.mark.parametrize(
    ("waiting", "text", "dates", "percent"),
    [
        # may be all of it
        (TWO_DAYS, "just tomorrow, a half", "tomorrow", "half"),
        (TWO_DAYS, "make only tomorrow a half", "tomorrow", "half"),
        (TWO_DAYS, "only tomorrow is a half", "tomorrow", "half"),
        (TWO_DAYS, "a half, tomorrow", "tomorrow", "half"),
        (DEUX_JOURS, "seulement lundi, le matin", "lundi", "le matin"),
        (DEUX_JOURS, "le matin, lundi", "lundi", "le matin"),
        (DEUX_JOURS, "le matin, aujourd'hui", "aujourd'hui", "le matin"),
        (NUMBERS, "seulement le 24, le matin", "le 24", "le matin"),
        # all of it
        (TWO_DAYS, "make both a half", "wednesday and tomorrow", "half"),
        # the others are given up
        (TWO_DAYS, "tomorrow's just the morning, drop the rest", "tomorrow", "the morning"),
        (TWO_DAYS, "make tomorrow a half, nothing else", "tomorrow", "half"),
        # no day of the line
        (NUMBERS, "le 30 est à 50%", "le 30", "50%"),
        # other days are spoken of too
        (TWO_DAYS, "make tomorrow a half and friday all day", "tomorrow", "half"),
    ],
)
def test_nothing_is_added_where_all_may_be_meant(waiting: Proposal, text: str, dates: str, percent: str) -> None:
    call = of_gull(dates, percent)
    assert heard([waiting], text, call) == shown([call])


def test_an_amount_that_was_not_said_now_leaves_nothing() -> None:
    """It is what the model remembers."""
    call = of_gull("tomorrow", "a quarter")
    assert heard([TWO_DAYS], "tomorrow's for gull", call)[1:] == []


# --- absences ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "days", "text", "day", "left"),
    [
        ("monday and tuesday", (0, 1), "no, tuesday was gull", "tuesday", "monday"),
        ("lundi et mardi", (0, 1), "non, mardi c'était gull", "mardi", "lundi"),
        ("mon to thu", (0, 1, 2, 3), "no, make tuesday gull", "tuesday", "mon to thu except tuesday"),
    ],
)
def test_the_other_days_of_an_absence_stay(phrase: str, days: tuple[int, ...], text: str, day: str, left: str) -> None:
    """With its reason, whichever line the model corrects by it."""
    leave = away(1, "rtt", phrase, *days)
    made = heard([leave], text, called(WORK, project="gull", dates=day, replaces="1"))
    assert f"add_absence reason=rtt dates={left}" in {call.removesuffix(" replaces=1") for call in made}
    assert len(made) == 2


@pytest.mark.parametrize("text", ["no, only tuesday, and on gull", "it was never leave: gull on tuesday"])
def test_an_absence_that_is_given_up_does_not_stay(text: str) -> None:
    call = called(WORK, project="gull", dates="tuesday", replaces="1")
    assert heard([away(1, "rtt", "monday and tuesday", 0, 1)], text, call) == shown([call])


def test_the_day_is_taken_from_the_absence_that_has_it() -> None:
    """Not from the work on another day, for which the model took it."""
    lines = [line(1, "VELA", "thursday", 3), away(2, "rtt", "monday and tuesday", 0, 1)]
    made = heard(lines, "no, tuesday was gull", called(WORK, project="gull", dates="tuesday", replaces="1"))
    assert not any("replaces=1" in call for call in made)
    assert {call.removesuffix(" replaces=2") for call in made} == {
        "add_activities project=gull dates=tuesday",
        "add_absence reason=rtt dates=monday",
    }


# --- exceptions of exceptions ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "before", "text", "day", "left"),
    [
        ("all week except friday", ["gull all week except friday"], "oh, thursday was vela", "thursday",
         "all week except friday and thursday"),
        ("all week except friday", ["gull all week", "sorry, except friday"], "oh, thursday was vela", "thursday",
         "all week except friday and thursday"),
        ("toute la semaine sauf vendredi", ["gull toute la semaine sauf vendredi"], "ah, jeudi c'était vela", "jeudi",
         "toute la semaine sauf vendredi and jeudi"),
    ],
)  # fmt: skip
def test_a_second_exception_stands_beside_the_first(
    phrase: str, before: list[str], text: str, day: str, left: str
) -> None:
    """Also where the line's words were put together from two messages."""
    waiting = line(1, "GULL", phrase, 0, 1, 2, 3)
    call = called(WORK, project="vela", dates=day, replaces="1")
    assert heard([waiting], text, call, said=before) == [*shown([call]), f"add_activities project=GULL dates={left}"]
    ill = called(AWAY, reason="sick", dates=day)
    fever = f"oh, {day} i had a fever" if day == "thursday" else f"ah, {day} j'avais de la fièvre"
    assert heard([waiting], fever, ill, said=before)[0] == f"add_activities project=GULL dates={left} replaces=1"


@pytest.mark.parametrize(
    ("phrase", "before", "text"),
    [
        ("all week except friday and thursday", ["gull all week except friday"], "oh, thursday was vela"),
        ("all week except friday and thursday", ["gull all week", "sorry, except friday"], "oh, thursday was vela"),
        ("toute la semaine sauf vendredi and jeudi", ["gull toute la semaine sauf vendredi"], "jeudi c'était vela"),
        ("du 20 au 27 except le 24", ["gull du 20 au 27"], "finalement le 24 je serai sur vela"),
        ("last week except friday", ["gull last week"], "sorry, friday was vela"),
        ("friday last week", ["gull last week"], "sorry, friday was vela"),
    ],
)
def test_the_words_for_what_is_left_count_as_said(phrase: str, before: list[str], text: str) -> None:
    """Or the card would ask for days that the person has named."""
    situation = replace(SITUATION, said=(*before, text))
    assert Days().grounded(phrase, Days().read(phrase, situation), situation)
    unsaid = replace(SITUATION, said=(*before, "that was vela"))
    assert not Days().grounded(phrase, Days().read(phrase, unsaid), unsaid)


def test_the_day_of_the_exception_takes_nothing() -> None:
    """It is free already."""
    waiting = line(1, "GULL", "all week except friday", 0, 1, 2, 3)
    ill = called(AWAY, reason="sick", dates="friday")
    assert heard([waiting], "oh, friday i had a fever", ill) == shown([ill])


# --- public holidays --------------------------------------------------------------------------------------------------


def left_of(waiting: Proposal, holidays: tuple[date, ...], text: str, said: str, *taken: date) -> str:
    """What is left of a line, with public holidays."""
    situation = replace(
        SITUATION, holidays=lambda first, last: frozenset(day for day in holidays if first <= day <= last),
        said=(f"gull {waiting.phrases['dates']}", text), pending=(waiting,),
    )  # fmt: skip
    return days_left(waiting, set(taken), situation, said)


def test_a_range_is_one_without_its_public_holidays() -> None:
    """The line never had them, so all that is left of it is named by the words for the range."""
    day, holiday = date(2026, 3, 24), date(2026, 3, 25)
    without = line(1, "GULL", "du 20 au 27", 11, 14, 15, 17, 18)
    assert left_of(without, (holiday,), "le 24 c'était vela", "le 24", day) == "du 20 au 27 except le 24"
    assert left_of(without, (), "le 24 c'était vela", "le 24", day) == ""  # a day is missing, nobody knows why
    assert left_of(NUMBERS, (holiday,), "le 24 c'était vela", "le 24", day) == ""  # it was put on the holiday by hand
    assert left_of(NUMBERS, (), "le 24 c'était vela", "le 24", day) == "du 20 au 27 except le 24"


@pytest.mark.parametrize(
    ("text", "said", "taken"),
    [
        ("c'était vela", "le 24", (date(2026, 3, 24),)),  # not said now
        ("le 24 et vendredi c'était vela", "le 24", (date(2026, 3, 24),)),  # other days are said
        ("le 23 c'était vela", "le 23", (date(2026, 3, 24),)),  # other days are meant
        ("le 24 c'était vela", "le 24", OF_NUMBERS),  # nothing is left
        ("le 24 c'était vela", "le 24", ()),
        ("le 30 c'était vela", "le 30", (date(2026, 3, 30),)),
    ],
)
def test_nothing_is_left_where_the_words_do_not_say_so(text: str, said: str, taken: tuple[date, ...]) -> None:
    assert left_of(NUMBERS, (), text, said, *taken) == ""


def test_a_range_that_nobody_said_is_none() -> None:
    """It was picked in a form, or is the model's own."""
    situation = replace(
        SITUATION,
        said=("gull everywhere", "oh, tuesday was vela"),
        pending=(line(1, "GULL", "mon to thu", 0, 1, 2, 3),),
    )
    call = called(WORK, project="vela", dates="tuesday", replaces="1")
    assert shown(mended([call], situation.said[-1], situation)) == shown([call])
