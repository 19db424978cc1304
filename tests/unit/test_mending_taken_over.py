"""A day that something else is to have is taken out of the line that waits with it, so that it is not full twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Proposal
from bot.tools.mending import mended
from tests.unit.small_company import SITUATION, called, shown
from tests.unit.test_mending_corrections import line

WORK, AWAY = "add_activities", "add_absence"


def away(number: int, reason: str, phrase: str, *weekdays: int) -> Proposal:
    """A waiting absence on days of this week."""
    waiting = line(number, "GULL", phrase, *weekdays)
    added = tuple(replace(entry, project=None, reason=reason) for entry in waiting.change.added)
    return replace(
        waiting, tool=AWAY, arguments={"reason": reason}, phrases={"reason": reason, "dates": phrase},
        change=replace(waiting.change, added=added),
    )  # fmt: skip


def partly(waiting: Proposal, phrase: str, percent: int) -> Proposal:
    """The line with a part of its days."""
    added = tuple(replace(entry, percent=percent) for entry in waiting.change.added)
    return replace(waiting, phrases={**waiting.phrases, "percent": phrase}, change=replace(waiting.change, added=added))


def heard(lines: Sequence[Proposal], text: str, *calls: ToolCall, said: Sequence[str] = ()) -> list[str]:
    """What the calls of a message come to behind these lines, each of which was said in its own words."""
    before = said or [f"{p.arguments.get('project') or 'leave'} {p.phrases['dates']}" for p in lines]
    situation = replace(SITUATION, said=(*before, text), pending=tuple(lines))
    return shown(mended(calls, text, situation))


GULL = line(1, "GULL", "mon to fri", 0, 1, 2, 3, 4)
TWO_DAYS = line(1, "GULL", "monday and tuesday", 0, 1)
LEAVE = away(1, "paid_leave", "mon to thu", 0, 1, 2, 3)


@pytest.mark.parametrize(
    ("waiting", "text", "call", "left"),
    [
        (GULL, "actually i had a fever on tuesday", called(AWAY, reason="sick", dates="tuesday"),
         "add_activities project=GULL dates=mon to fri except tuesday replaces=1"),
        (TWO_DAYS, "hm, i was ill on tuesday", called(AWAY, reason="sick", dates="tuesday"),
         "add_activities project=GULL dates=monday replaces=1"),
        (line(1, "GULL", "lundi, mardi et jeudi", 0, 1, 3), "ah, lundi j'avais de la fièvre, malade",
         called(AWAY, reason="sick", dates="lundi"), "add_activities project=GULL dates=mardi, jeudi replaces=1"),
        # the other way round, and one project or one absence for another
        (LEAVE, "hm, in the end tuesday went to vela", called(WORK, project="vela", dates="tuesday"),
         "add_absence reason=paid_leave dates=mon to thu except tuesday replaces=1"),
        (LEAVE, "hm, i was ill on tuesday, no holiday", called(AWAY, reason="sick", dates="tuesday"),
         "add_absence reason=paid_leave dates=mon to thu except tuesday replaces=1"),
        (GULL, "hm, tuesday went to vela in the end", called(WORK, project="vela", dates="tuesday"),
         "add_activities project=GULL dates=mon to fri except tuesday replaces=1"),
        # nobody is ill and at work all day, whatever else is said
        (TWO_DAYS, "hm, i was ill on tuesday too", called(AWAY, reason="sick", dates="tuesday"),
         "add_activities project=GULL dates=monday replaces=1"),
        # half of a day has no room for all of another thing
        (partly(TWO_DAYS, "half", 50), "hm, all of monday went to vela", called(WORK, project="vela", dates="monday"),
         "add_activities project=GULL percent=half dates=tuesday replaces=1"),
    ],
)  # fmt: skip
def test_the_line_gives_the_day_up(waiting: Proposal, text: str, call: ToolCall, left: str) -> None:
    """Its other days stay, in its own place and its own words; also where another line waits that has not the day."""
    assert heard([waiting], text, call) == [left, *shown([call])]
    assert heard([waiting, line(2, "PLUIE", "next thursday", 10)], text, call) == [left, *shown([call])]


def test_a_bare_number_is_a_day_of_the_line() -> None:
    """ "Le 24" behind "du 20 au 27"."""
    leave = away(1, "paid_leave", "du 20 au 27", 11, 14, 15, 16, 17, 18)
    call = called(WORK, project="vela", dates="le 24")
    assert heard([leave], "finalement le 24 je serai sur vela", call) == [
        "add_absence reason=paid_leave dates=du 20 au 27 except le 24 replaces=1",
        "add_activities project=vela dates=le 24",
    ]


@pytest.mark.parametrize(
    ("phrase", "text", "day", "left"),
    [
        ("lundi et mardi", "en fait j'étais malade mardi", "mardi", "lundi"),
        ("monday and tuesday", "i was sick on tuesday", "tuesday", "monday"),
        ("monday and tuesday", "sick on tuesday", "tuesday", "monday"),
    ],
)
def test_a_message_that_reads_as_a_list_takes_the_day_too(phrase: str, text: str, day: str, left: str) -> None:
    """However shortly it is put: nobody is ill and at work all day."""
    call = called(AWAY, reason="sick", dates=day)
    right = [f"add_activities project=GULL dates={left} replaces=1", *shown([call])]
    assert heard([line(1, "GULL", phrase, 0, 1)], text, call) == right


@pytest.mark.parametrize(
    ("lines", "text", "calls"),
    [
        # it may stay beside the other one
        ([GULL], "oh and also vela on tuesday, that one", [called(WORK, project="vela", dates="tuesday")]),
        ([GULL], "oh yes, tuesday was vela too", [called(WORK, project="vela", dates="tuesday")]),
        ([GULL], "ah, mardi j'étais aussi sur vela, voilà", [called(WORK, project="vela", dates="mardi")]),
        ([LEAVE], "hm, tuesday was both, also sick", [called(AWAY, reason="sick", dates="tuesday")]),
        # a question
        ([GULL], "hm, was i ill on tuesday?", [called(AWAY, reason="sick", dates="tuesday")]),
        # other days
        ([GULL], "hm, i will be ill next tuesday", [called(AWAY, reason="sick", dates="next tuesday")]),
        ([TWO_DAYS], "hm, i will be off on thursday", [called(AWAY, reason="paid_leave", dates="thursday")]),
        # both fit into the day
        ([partly(TWO_DAYS, "half", 50)], "hm, the other half of monday went to vela",
         [called(WORK, project="vela", dates="monday", percent="other half")]),
        ([partly(TWO_DAYS, "a quarter", 25)], "hm, on monday vela had half and gull a quarter more",
         [called(WORK, project="vela", dates="monday", percent="half"),
          called(WORK, project="gull", dates="monday", percent="a quarter")]),
        # nobody knows what is left of the day
        ([GULL], "hm, i was ill a quarter of the day tuesday",
         [called(AWAY, reason="sick", dates="tuesday", percent="a quarter")]),
        ([partly(TWO_DAYS, "75%", 75)], "hm, monday morning i was ill",
         [called(AWAY, reason="sick", dates="monday", percent="morning")]),
        # which of two lines gives the day up
        ([TWO_DAYS, line(2, "VELA", "monday", 0)], "hm, i was ill on monday",
         [called(AWAY, reason="sick", dates="monday")]),
        # more than a day, for two things
        ([TWO_DAYS], "hm, all day monday went to vela, and half of it anchor",
         [called(WORK, project="anchor", dates="monday", percent="half"),
          called(WORK, project="vela", dates="monday", percent="all day")]),
        # the line is corrected already
        ([TWO_DAYS], "hm, vela had monday, and gull tuesday",
         [called(WORK, project="vela", dates="monday"), called(WORK, project="gull", dates="tuesday", replaces="1")]),
        # no line waits
        ([], "hm, i was ill on monday", [called(AWAY, reason="sick", dates="monday")]),
    ],
)  # fmt: skip
def test_the_line_stays_as_it_is(lines: list[Proposal], text: str, calls: list[ToolCall]) -> None:
    """Where both may be meant, where both find room, and where nobody knows what is."""
    assert sorted(heard(lines, text, *calls)) == sorted(shown(calls))


def test_nothing_is_taken_over_beside_something_else() -> None:
    """What is deleted may make the room."""
    calls = [called("delete_entries", project="anchor", dates="today"), called(AWAY, reason="sick", dates="monday")]
    made = heard([TWO_DAYS], "hm, delete anchor today, and i was ill on monday", *calls)
    assert not any("GULL" in call for call in made)


# --- halves -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("waiting", "text", "call", "right"),
    [
        (line(1, "GULL", "monday", 0), "hm, i was ill on monday morning",
         called(AWAY, reason="sick", dates="monday", percent="morning"),
         ["add_activities project=GULL dates=monday percent=morning replaces=1",
          "add_absence reason=sick dates=monday percent=morning"]),
        (TWO_DAYS, "hm, i was ill on monday morning",
         called(AWAY, reason="sick", dates="monday", percent="morning"),
         ["add_activities project=GULL dates=tuesday replaces=1",
          "add_activities project=GULL dates=monday percent=morning",
          "add_absence reason=sick dates=monday percent=morning"]),
        (GULL, "hm, on tuesday i spent the morning on vela",
         called(WORK, project="vela", dates="tuesday", percent="the morning"),
         ["add_activities project=GULL dates=mon to fri except tuesday replaces=1",
          "add_activities project=GULL dates=tuesday percent=the morning",
          "add_activities project=vela dates=tuesday percent=the morning"]),
        (away(1, "paid_leave", "lundi", 0), "ah, lundi j'ai quand même fait le matin sur vela",
         called(WORK, project="vela", dates="lundi", percent="le matin"),
         ["add_absence reason=paid_leave dates=lundi percent=le matin replaces=1",
          "add_activities project=vela dates=lundi percent=le matin"]),
    ],
)  # fmt: skip
def test_the_other_half_of_the_day_stays_with_the_line(
    waiting: Proposal, text: str, call: ToolCall, right: list[str]
) -> None:
    """Whichever half it is: the words for one are the amount of the other."""
    assert heard([waiting], text, call) == right


def test_a_day_that_is_shared_with_its_own_project_is_taken_once() -> None:
    """The message says both halves: none of them is left over."""
    text = "well, on monday i did gull until noon and vela after lunch"
    gull = called(WORK, project="gull", dates="monday", percent="until noon")
    vela = called(WORK, project="vela", dates="monday", percent="after lunch")
    assert heard([TWO_DAYS], text, gull, vela) == [
        "add_activities project=GULL dates=tuesday replaces=1",
        *shown([gull, vela]),
    ]


def test_a_part_of_the_day_without_a_reason_has_that_of_its_line() -> None:
    """Behind leave, a day that is only half off is half of that leave; behind work, nobody knows of what."""
    leave = away(1, "rtt", "the 20th to the 27th", 11, 14, 15, 16, 17, 18)
    call = called(AWAY, dates="the 24th", percent="half a day")
    text = "on the 24th just half a day off"
    right = "add_absence reason=rtt dates=the 24th percent=half a day"
    made = heard([leave], text, call)
    assert made[1:] == [right]
    assert made[0].startswith("add_absence reason=rtt dates=the 20th to the 27th except ")
    for lines in ([], [line(1, "GULL", "the 20th to the 27th", 11, 14, 15, 16, 17, 18)]):
        assert not any("rtt" in made or "reason" in made for made in heard(lines, text, call))
    assert "reason" not in " ".join(heard([leave], "on the 30th just half a day off",
                                          called(AWAY, dates="the 30th", percent="half a day")))  # fmt: skip
    assert heard([leave], "absent on the 24th", called(AWAY, dates="the 24th")) == ["add_absence dates=the 24th"]


# --- what a model took for a correction of the whole line -----------------------------------------------------------


@pytest.mark.parametrize(
    ("waiting", "text", "call", "right"),
    [
        (GULL, "no, i was ill on tuesday", called(AWAY, reason="sick", dates="tuesday", replaces="1"),
         ["add_activities project=GULL dates=mon to fri except tuesday replaces=1",
          "add_absence reason=sick dates=tuesday"]),
        (LEAVE, "no, tuesday was gull", called(WORK, project="gull", dates="tuesday", replaces="1"),
         ["add_absence reason=paid_leave dates=mon to thu except tuesday replaces=1",
          "add_activities project=gull dates=tuesday"]),
        # all of the line, or all that is left of it
        (GULL, "no, only tuesday, and i was ill then", called(AWAY, reason="sick", dates="tuesday", replaces="1"),
         ["add_absence reason=sick dates=tuesday replaces=1"]),
        (LEAVE, "no, just tuesday and that was gull", called(WORK, project="gull", dates="tuesday", replaces="1"),
         ["add_activities project=gull dates=tuesday replaces=1"]),
        (TWO_DAYS, "no, i was ill monday and tuesday",
         called(AWAY, reason="sick", dates="monday and tuesday", replaces="1"),
         ["add_absence reason=sick dates=monday and tuesday replaces=1"]),
        (TWO_DAYS, "no, i was ill", called(AWAY, reason="sick", replaces="1"), ["add_absence reason=sick replaces=1"]),
    ],
)  # fmt: skip
def test_an_absence_on_some_days_is_no_correction_of_all(
    waiting: Proposal, text: str, call: ToolCall, right: list[str]
) -> None:
    """Nor is work on some days of an absence."""
    assert heard([waiting], text, call) == right


def test_a_line_that_puts_nothing_on_days_gives_none_up() -> None:
    handed_in = replace(TWO_DAYS, tool="submit_report", change=replace(TWO_DAYS.change, added=()))
    call = called(AWAY, reason="sick", dates="monday")
    assert heard([handed_in], "hm, i was ill on monday", call) == shown([call])
