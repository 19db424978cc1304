"""A replacement takes off the one thing and puts on the other, whichever half of it a model called."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Change, Proposal
from bot.domain.timesheet import Entry
from bot.tools.mending import mended
from bot.tools.mending_swaps import with_swaps
from bot.tools.situation import Situation
from tests.unit.small_company import ANA, SITUATION, WEDNESDAY, SmallCompany, called, shown

MONDAY, TUESDAY = date(2026, 3, 9), date(2026, 3, 10)


class GullOnMonday(SmallCompany):
    """Where Gull and, for half of it, Anchor stand on the monday."""

    def entries(self, email: str, first: date, last: date) -> tuple[Entry, ...]:
        there = (Entry(ANA.email, MONDAY, 50, project="GULL"), Entry(ANA.email, MONDAY, 50, project="ANC"))
        return there if first <= MONDAY <= last else ()


WRITTEN = replace(SITUATION, ledger=GullOnMonday())  # type: ignore[arg-type]


def waiting(day: date, **arguments: str) -> Proposal:
    """A line of the card for Gull on a day, or for something else."""
    now = datetime.combine(WEDNESDAY, datetime.min.time(), UTC)
    entry = Entry(ANA.email, day, 100, project=arguments.get("project", "GULL"))
    return Proposal(
        id="p", conversation_id="c", card_id="k", line=1, owner=ANA.email, tool="add_activities",
        arguments={"project": "GULL", **arguments}, phrases={}, change=Change(ANA.email, added=(entry,)), before=(),
        created_at=now, expires_at=now,
    )  # fmt: skip


def call_of(written: str) -> ToolCall:
    """ "add project=vela dates=monday" as a call."""
    short, *said = written.split(" ", 1)
    tool = {"delete": "delete_entries", "add": "add_activities", "absence": "add_absence"}.get(short, short)
    parts = [part.split("=") for part in said[0].split("; ")] if said else []
    return called(tool, **dict(parts))


def after(text: str, *written: str, situation: Situation = SITUATION) -> list[str]:
    """What becomes of the calls of a message."""
    return shown(mended([call_of(one) for one in written], text, replace(situation, said=(text,))))


def pair(old: str, new: str, dates: str, more: str = "") -> list[str]:
    """A removal and an addition as `shown` prints them; what is no project is a reason."""
    subject = [f"{'reason' if name in ('sick', 'rtt', 'paid_leave') else 'project'}={name}" for name in (old, new)]
    tool = "add_absence" if subject[1].startswith("reason") else "add_activities"
    return [f"delete_entries {subject[0]} dates={dates}", f"{tool} {subject[1]} dates={dates}{more}"]


@pytest.mark.parametrize(
    ("text", "call", "right"),
    [
        ("replace gull with vela on monday", "delete project=gull; dates=monday", pair("gull", "vela", "monday")),
        ("replace gull with vela on monday", "add project=vela; dates=monday", pair("gull", "vela", "monday")),
        ("swap out monday's gull for vela, thanks", "add project=vela", pair("gull", "vela", "monday's")),
        ("switch tuesday from gull to vela", "add project=vela; dates=tuesday", pair("gull", "vela", "tuesday")),
        ("monday and tuesday are off, change gull to vela for both", "add project=vela; dates=monday",
         pair("gull", "vela", "monday and tuesday")),
        ("could you exchange brume for oscar sept yesterday?", "delete project=brume; dates=yesterday",
         pair("brume", "oscar sept", "yesterday")),
        ("please substitute vela for gull last friday", "delete project=vela; dates=last friday",
         pair("gull", "vela", "last friday")),
        ("substitute gull with vela last friday", "delete project=gull; dates=last friday",
         pair("gull", "vela", "last friday")),
        ("i'd like to trade my rtt of the 19th for paid leave", "absence reason=rtt; dates=the 19th",
         pair("rtt", "paid_leave", "the 19th")),
        ("change gull to a sick day on monday", "add project=gull; dates=monday", pair("gull", "sick", "monday")),
        ("replace my sick day of monday by gull", "add project=gull; dates=monday", pair("sick", "gull", "monday")),
        ("put vela in place of gull on tuesday", "add project=vela; dates=tuesday", pair("gull", "vela", "tuesday")),
        ("i was on vela instead of gull on tuesday", "delete project=gull; dates=tuesday",
         pair("gull", "vela", "tuesday")),
        ("Auriez-vous un instant. Je vous saurais gré de remplacer, pour la journée de jeudi, Brume par Vela",
         "add project=gré; dates=jeudi", pair("Brume", "Vela", "jeudi")),
        ("échange mon RTT du 20 contre un congé payé", "absence reason=rtt; dates=du 20",
         pair("rtt", "paid_leave", "du 20")),
        ("change gull en vela pour lundi stp", "delete project=gull; dates=lundi", pair("gull", "vela", "lundi")),
        ("mets vela à la place de gull lundi", "add project=vela; dates=lundi", pair("gull", "vela", "lundi")),
        ("à la place de gull mets vela lundi", "add project=vela; dates=lundi", pair("gull", "vela", "lundi")),
        ("tu peux remplacer gull par vela lundi ?", "add project=gull; dates=lundi", pair("gull", "vela", "lundi")),
    ],
)  # fmt: skip
def test_half_a_replacement_becomes_a_whole_one(text: str, call: str, right: list[str]) -> None:
    """Whatever a model called of it: only the removal, only the addition, the wrong one of the two."""
    assert after(text, call) == right


def test_a_whole_replacement_stays_one() -> None:
    calls = ("delete project=gull; dates=monday", "add project=vela; dates=monday")
    assert after("replace gull by vela on monday", *calls) == pair("gull", "vela", "monday")


def test_words_of_the_request_are_no_projects() -> None:
    """What a model made a project of goes, where it is a word of the request or of nothing that was said."""
    text = "je vous serais reconnaissant de remplacer gull par vela lundi"
    for unknown in ("reconnaissant", "reconnaissante", "gull par vela"):
        calls = ("delete project=gull; dates=lundi", f"add project={unknown}; dates=lundi")
        assert after(text, *calls) == pair("gull", "vela", "lundi")


def test_the_days_of_the_call_serve_where_the_message_has_none() -> None:
    assert after("replace gull by vela", "add project=vela; dates=monday") == pair("gull", "vela", "monday")
    assert after("replace gull by vela", "add project=vela") == ["add_activities project=vela"]


@pytest.mark.parametrize(
    ("text", "percent", "right"),
    [
        ("replace gull by vela on monday and tuesday, full days", "full days", " percent=full days"),
        ("replace gull by half a day of vela on monday", "", " percent=half a day"),
        ("replace gull by vela at 50% on monday", "50%", " percent=50%"),
        ("replace gull by vela on monday", "100", ""),  # nobody said so, and it is what stands for nothing
    ],
)
def test_the_amount_is_that_of_what_comes(text: str, percent: str, right: str) -> None:
    """Where it stands right beside it, or is a full day anyway."""
    dates = "monday and tuesday" if "tuesday" in text else "monday"
    call = f"add project=vela; dates={dates}" + (f"; percent={percent}" if percent else "")
    assert after(text, call) == pair("gull", "vela", dates, right)


def test_another_project_beside_a_replacement_keeps_its_call() -> None:
    text = "replace gull by vela on monday, and anchor half a day on tuesday"
    other = "add project=anchor; dates=tuesday; percent=half a day"
    right = "add_activities project=anchor dates=tuesday percent=half a day"
    assert after(text, "delete project=gull; dates=monday", other) == [*pair("gull", "vela", "monday"), right]


@pytest.mark.parametrize(
    "text",
    [
        "don't replace gull by vela on monday",
        "ne remplace pas gull par vela lundi",
        "replace gull by vela on monday?",
        "should i replace gull by vela on monday?",
        "how do i replace gull by vela on monday",
        "if you see luke, replace gull by vela on monday",
        "replace gull by vela, but keep monday",
        "luca will replace gull by vela on monday",
        "swap luca's gull for vela on monday",
        "j'ai remplacé gull par vela lundi",
        "replace gull by zulu on monday",
        "replace gull by vela on monday and anchor on tuesday",
        "replace gull and anchor by vela on monday",
        "replace gull by vela on monday and vela by gull on tuesday",
        "swap monday's gull for tuesday's vela",
        "change gull on monday to vela on tuesday",
        "swap gull and vela on monday",
        "swap vela in for gull on monday",
        "change gull on monday to half a day",
        "replace half of gull by vela on monday",
        "replace gull by vela on monday morning",
        "replace gull by vela on monday, half a day",
        "replace gull by gull on monday",
        "replace the lantern by vela on monday",
        "move gull to vela on monday",
        "why was i on vela instead of gull on monday",
    ],
)
def test_what_is_no_plain_replacement_stays_as_it_is(text: str) -> None:
    """Questions, denials, somebody else, unknown names, several replacements, amounts and days that may be others'."""
    dates = "lundi" if "lundi" in text else "monday"
    for written in ("delete project=gull", "add project=vela", "delete project=vela"):
        call = call_of(f"{written}; dates={dates}")
        assert with_swaps([call], text, replace(SITUATION, said=(text,))) == (call,)


@pytest.mark.parametrize(
    "calls",
    [
        ("delete project=gull; dates=monday", "submit_report month=march"),
        ("delete project=gull; dates=monday", "get_report month=march"),
        ("add project=vela; dates=monday; replaces=1",),
        ("delete project=gull; dates=friday",),
        ("delete project=gull; dates=monday", "delete dates=tuesday"),
        ("delete project=gull; dates=monday", "add project=zulu; dates=monday"),
        ("add project=vela; dates=monday; percent=25",),
        ("submit_report month=march",),
    ],
)
def test_calls_about_anything_else_are_left_alone(calls: tuple[str, ...]) -> None:
    """Other tools, a correction, other days, unknown names said elsewhere, amounts that nobody said."""
    text = "replace gull by vela on monday, for zulu it is march as always"
    made = tuple(call_of(one) for one in calls)
    assert with_swaps(made, text, replace(SITUATION, said=(text,))) == made


def test_instead_needs_a_removal() -> None:
    """ "Vela instead of Gull" may tell of what was never written."""
    text, dates = "i was on vela instead of brume on tuesday", "tuesday"
    assert after(text, f"add project=vela; dates={dates}") == [f"add_activities project=vela dates={dates}"]


def test_two_that_stand_there_may_change_places() -> None:
    """ "Swap gull with anchor", where both are written on the day; what is replaced is replaced all the same."""
    call = "delete project=gull; dates=monday"
    left = ["delete_entries project=gull dates=monday"]
    assert after("swap gull with anchor on monday", call, situation=WRITTEN) == left
    assert after("swap gull with anchor on monday", call) == pair("gull", "anchor", "monday")
    assert after("replace gull with anchor on monday", call, situation=WRITTEN) == pair("gull", "anchor", "monday")


@pytest.mark.parametrize(
    ("line", "written", "made_whole"),
    [
        (waiting(TUESDAY), False, False),  # only the card has it
        (waiting(MONDAY), True, False),  # both have it
        (waiting(TUESDAY), True, True),  # the line is about another day
        (waiting(MONDAY, project="BRM-12"), False, True),  # the line is about something else
    ],
)
def test_a_line_of_the_card_is_not_the_report(line: Proposal, written: bool, made_whole: bool) -> None:
    """Where what goes waits on the card, another mend corrects the line."""
    situation = replace(WRITTEN if written else SITUATION, pending=(line,))
    made = after("replace gull by vela on monday", "delete project=gull; dates=monday", situation=situation)
    assert made == (pair("gull", "vela", "monday") if made_whole else ["delete_entries project=gull dates=monday"])
