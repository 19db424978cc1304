"""Days that go on with the week of the line that waits: "sorry, i was ill on friday" behind "gull last week"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Proposal
from tests.unit.small_company import called, shown
from tests.unit.test_mending_corrections import line
from tests.unit.test_mending_taken_over import AWAY, WORK, away, heard

LAST_WEEK = line(1, "GULL", "last week", -7, -6, -5, -4, -3)
NEXT_WEEK = line(1, "GULL", "next week", 7, 8, 9, 10, 11)
DERNIERE = line(1, "GULL", "la semaine dernière", -7, -6, -5, -4, -3)
THAT_FRIDAY = ["add_activities project=GULL dates=last week except friday replaces=1"]


@pytest.mark.parametrize(
    ("waiting", "text", "call", "right"),
    [
        (LAST_WEEK, "sorry, i had a fever on friday", called(AWAY, reason="sick", dates="friday"),
         [*THAT_FRIDAY, "add_absence reason=sick dates=friday last week"]),
        (LAST_WEEK, "no wait, friday went to vela", called(WORK, project="vela", dates="friday"),
         [*THAT_FRIDAY, "add_activities project=vela dates=friday last week"]),
        (NEXT_WEEK, "wait, i have my driving test wednesday, so leave",
         called(AWAY, reason="paid_leave", dates="wednesday"),
         ["add_activities project=GULL dates=next week except wednesday replaces=1",
          "add_absence reason=paid_leave dates=wednesday next week"]),
        (DERNIERE, "le vendredi non, malade", called(AWAY, reason="sick", dates="vendredi"),
         ["add_activities project=GULL dates=la semaine dernière except vendredi replaces=1",
          "add_absence reason=sick dates=vendredi semaine dernière"]),
        (DERNIERE, "attends, vendredi j'avais de la fièvre, malade", called(AWAY, reason="sick", dates="vendredi"),
         ["add_activities project=GULL dates=la semaine dernière except vendredi replaces=1",
          "add_absence reason=sick dates=vendredi semaine dernière"]),
    ],
)  # fmt: skip
def test_a_mere_weekday_is_of_the_week_of_the_card(
    waiting: Proposal, text: str, call: ToolCall, right: list[str]
) -> None:
    """Where the words go on with what the card is about."""
    assert heard([waiting], text, call) == right


@pytest.mark.parametrize(
    ("lines", "text", "dates"),
    [
        ([LAST_WEEK], "i feel so bad, friday i am off sick", "friday"),  # no word goes on with the card
        ([LAST_WEEK], "sorry, i am ill this week, from friday", "from friday"),  # another week is named
        ([LAST_WEEK], "sorry, i got ill on 13 march", "13 march"),  # no mere weekday
        ([LAST_WEEK], "sorry, i got ill today", "today"),
        ([LAST_WEEK, replace(NEXT_WEEK, line=2)], "sorry, i got ill on friday", "friday"),  # two weeks wait
        ([line(1, "GULL", "2 to 6 march", -7, -6, -5, -4, -3)], "sorry, i got ill on friday", "friday"),  # no words
        ([LAST_WEEK], "sorry, was i ill on friday?", "friday"),
        ([], "sorry, i got ill on friday", "friday"),
    ],
)  # fmt: skip
def test_other_days_stay_what_they_are(lines: list[Proposal], text: str, dates: str) -> None:
    """Nothing of the line is given up for them."""
    call = called(AWAY, reason="sick", dates=dates)
    assert heard(lines, text, call) == shown([call])


@pytest.mark.parametrize(
    ("text", "dates", "replaces", "days"),
    [
        ("except friday, i was ill then", "last week except friday", {}, "friday"),
        ("but not friday, i was ill then", "last week but not friday", {"replaces": "1"}, "friday"),
        ("oh sorry, except thu and fri, i was ill", "last week except thu and fri", {}, "thu and fri"),
    ],
)
def test_what_is_left_out_goes_to_the_absence(text: str, dates: str, replaces: dict[str, str], days: str) -> None:
    """A model gave it all the others, in the place of the line or beside it."""
    made = heard([LAST_WEEK], text, called(AWAY, reason="sick", dates=dates, **replaces))
    assert made == [
        f"add_activities project=GULL dates=last week except {days} replaces=1",
        f"add_absence reason=sick dates={days} last week",
    ]


@pytest.mark.parametrize(
    ("waiting", "text", "call"),
    [
        # the message does not begin with what is left out
        (LAST_WEEK, "hm, i was ill all of it except thu", called(AWAY, reason="sick", dates="last week except thu")),
        # the days of no line
        (LAST_WEEK, "except thu, i am ill", called(AWAY, reason="sick", dates="next week except thu")),
        # the same kind: leave but for a day
        (away(1, "paid_leave", "last week", -7, -6, -5, -4, -3), "except thu, and it was unpaid or so",
         called(AWAY, reason="paid_leave", dates="last week except thu", replaces="1")),
    ],
)  # fmt: skip
def test_what_is_left_out_of_something_else_stays(waiting: Proposal, text: str, call: ToolCall) -> None:
    made = heard([waiting], text, call)
    assert call.arguments["dates"] in made[-1]


def test_a_correction_of_another_project_is_in_the_week_of_its_line() -> None:
    """And the other days of it stay."""
    call = called(WORK, project="vela", dates="friday", replaces="1")
    assert heard([LAST_WEEK], "wait, friday went to vela", call) == [
        "add_activities project=vela dates=friday last week replaces=1",
        "add_activities project=GULL dates=last week except friday",
    ]
    only = heard([LAST_WEEK], "no, just friday, and on vela", call)
    assert only == ["add_activities project=vela dates=friday last week replaces=1"]


def test_days_that_were_said_in_two_places_are_left_in_words_as_well() -> None:
    """The week stood at the head of the message and its days at the end."""
    waiting = line(1, "GULL", "du lundi au jeudi semaine prochaine", 7, 8, 9, 10)
    leave = called(AWAY, reason="paid_leave", dates="mercredi")
    before = ["semaine prochaine je suis sur gull du lundi au jeudi"]
    assert heard([waiting], "le mercredi non, congé payé", leave, said=before) == [
        "add_activities project=GULL dates=du lundi au jeudi semaine prochaine except mercredi replaces=1",
        "add_absence reason=paid_leave dates=mercredi semaine prochaine",
    ]
