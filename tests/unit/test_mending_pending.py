"""What is said of lines that still wait corrects the card; nothing of it is in the report to be deleted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Change, Proposal
from bot.domain.timesheet import Entry
from bot.tools.mending import mended, unheard
from bot.tools.situation import Situation
from tests.unit.small_company import ANA, SITUATION, WEDNESDAY, SmallCompany, called, shown

MONDAY = date(2026, 3, 9)
SAID = (
    "gull mon, tue, wed", "gull mon to wed, vela friday", "vela thursday half a day, anchor tuesday 50% and 25%",
    "rtt friday", "gull 75 and anchor 25 on friday", "rtt jeudi, vendredi", "gull monday, tuesday half days",
)  # fmt: skip
ABSENCE = ("rtt", "sick", "paid_leave")


def line(number: int, subject: str, dates: str, *weekdays: int, percent: int = 100, amount: str = "") -> Proposal:
    """A waiting line on days of this week."""
    now = datetime.combine(WEDNESDAY, datetime.min.time(), UTC)
    kind, tool = ("reason", "add_absence") if subject in ABSENCE else ("project", "add_activities")
    entries = [Entry(ANA.email, MONDAY + timedelta(days=n), percent, **{kind: subject}) for n in weekdays]
    said = {kind: subject, "dates": dates} | ({"percent": amount} if amount else {})
    return Proposal(
        id=f"p{number}", conversation_id="c", card_id="k", line=number, owner=ANA.email, tool=tool,
        arguments={kind: subject, "percent": percent}, phrases=said, change=Change(ANA.email, added=tuple(entries)),
        before=(), created_at=now, expires_at=now,
    )  # fmt: skip


GULL = line(1, "GULL", "mon, tue, wed", 0, 1, 2)


def waiting(text: str, *lines: Proposal) -> Situation:
    """With lines that wait, and the message as the newest words."""
    return replace(SITUATION, pending=lines, said=(*SAID, text))


def deletion(**arguments: str) -> list[ToolCall]:
    return [called("delete_entries", **arguments)]


@pytest.mark.parametrize(
    ("text", "beside", "right"),
    [
        ("wednesday should be anchor, not gull", [called("add_activities", project="anchor", dates="wednesday")],
         ["add_activities project=GULL dates=mon, tue replaces=1", "add_activities project=anchor dates=wednesday"]),
        ("wednesday should be anchor, not gull", [],
         ["add_activities project=GULL dates=mon, tue replaces=1", "add_activities project=anchor dates=wednesday"]),
        ("i was sick on wednesday, that was not gull", [called("add_absence", reason="sick", dates="wednesday")],
         ["add_activities project=GULL dates=mon, tue replaces=1", "add_absence reason=sick dates=wednesday"]),
        ("not gull on wednesday", [], ["add_activities project=GULL dates=mon, tue replaces=1"]),
        ("drop gull on wednesday", [], ["add_activities project=GULL dates=mon, tue replaces=1"]),
        ("take gull off wednesday and put anchor on friday",
         [called("add_activities", project="anchor", dates="friday")],
         ["add_activities project=GULL dates=mon, tue replaces=1", "add_activities project=anchor dates=friday"]),
    ],
)  # fmt: skip
def test_a_waiting_line_keeps_the_days_that_stay(text: str, beside: list[ToolCall], right: list[str]) -> None:
    """What comes instead is a new call, where it was called or is plainly named."""
    calls = [*deletion(project="gull", dates="wednesday"), *beside]
    assert shown(mended(calls, text, waiting(text, GULL, line(2, "VELA", "friday", 4)))) == right


def test_a_day_alone_is_enough_where_one_line_has_it() -> None:
    text = "drop wednesday"
    found = mended(deletion(dates="wednesday"), text, waiting(text, GULL, line(2, "VELA", "friday", 4)))
    assert shown(found) == ["add_activities project=GULL dates=mon, tue replaces=1"]


@pytest.mark.parametrize("replaced", ["", "1"])
def test_the_place_of_a_whole_line_is_taken(replaced: str) -> None:
    """Also where the deletion names the line itself, and in the words of the line where no days are called again."""
    text = "oops, anchor rather than vela"
    lines = [line(1, "VELA", "thursday", 3, percent=50, amount="half a day")]
    number = {"replaces": replaced} if replaced else {}
    for dates in ({"dates": "thursday"}, {}):
        calls = [*deletion(project="vela", **dates, **number), called("add_activities", project="anchor", **dates)]
        assert shown(mended(calls, text, waiting(text, *lines))) == [
            "add_activities project=anchor dates=thursday replaces=1"
        ]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("wednesday was not gull", ["add_activities project=GULL dates=mon to wed except wednesday replaces=1"]),
        ("drop gull on wednesday", ["add_activities project=GULL dates=mon to wed except wednesday replaces=1"]),
        # two days are named: which one is taken from the range is not certain
        ("drop gull on wednesday, thursday is fine", ["delete_entries project=gull dates=wednesday"]),
    ],
)
def test_of_a_range_the_days_go_that_the_newest_words_name(text: str, right: list[str]) -> None:
    """The others stay on the card: none is lost."""
    situation = replace(waiting(text, line(1, "GULL", "mon to wed", 0, 1, 2)), said=("gull mon to wed", text))
    assert shown(mended(deletion(project="gull", dates="wednesday"), text, situation)) == right


def test_what_comes_instead_has_the_amount_of_its_line() -> None:
    """Half of the day is still half of it."""
    text = "tuesday should be anchor, not gull"
    half = line(1, "GULL", "monday, tuesday", 0, 1, percent=50, amount="half days")
    calls = [*deletion(project="gull", dates="tuesday"), called("add_activities", project="anchor", dates="tuesday")]
    assert shown(mended(calls, text, waiting(text, half))) == [
        "add_activities project=GULL dates=monday percent=half days replaces=1",
        "add_activities project=anchor dates=tuesday percent=half days",
    ]


def test_the_days_that_stay_may_be_what_was_called() -> None:
    """Then that call is the correction, and nothing is there twice."""
    text = "gull mon and tue, not wednesday"
    calls = [
        *deletion(project="gull", dates="wednesday"),
        called("add_activities", project="gull", dates="mon and tue"),
    ]
    assert shown(mended(calls, text, waiting(text, GULL))) == [
        "add_activities project=gull dates=mon and tue replaces=1"
    ]


class WithGull(SmallCompany):
    """Gull is in the report on every day."""

    def entries(self, email: str, first: date, last: date) -> tuple[Entry, ...]:
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        return tuple(Entry(email, day, 100, project="GULL") for day in days)


@pytest.mark.parametrize(
    ("text", "deleted", "lines"),
    [
        ("delete gull on wednesday", {"project": "gull", "dates": "wednesday"}, [line(1, "GULL", "wednesday", 2)]),
        ("delete gull on thursday", {"project": "gull", "dates": "thursday"}, [GULL]),
        ("delete anchor on wednesday", {"project": "anchor", "dates": "wednesday"}, [GULL]),
        ("delete everything on wednesday", {"dates": "wednesday"}, [GULL]),
        ("drop wednesday", {"dates": "wednesday"}, [GULL, line(2, "VELA", "wednesday", 2)]),
        ("drop gull", {"project": "gull"}, [GULL]),
        ("drop gull on wednesday, anchor is fine", {"project": "gull", "dates": "wednesday"}, [GULL]),
        ("wednesday should be gull, not anchor", {"project": "gull", "dates": "wednesday"}, [GULL]),
        ("gull only half on wednesday", {"project": "gull", "dates": "wednesday"}, [GULL]),
        ("delete gull on wed and thu", {"project": "gull", "dates": "wed and thu"}, [GULL]),
        ("drop gull on wednesday", {"project": "gull", "dates": "wednesday", "replaces": "2"},
         [GULL, line(2, "VELA", "friday", 4)]),
    ],
)  # fmt: skip
def test_a_deletion_in_doubt_stays(text: str, deleted: dict[str, str], lines: list[Proposal]) -> None:
    """Nothing remains, nothing of it waits, several lines may be meant, or more is said than is understood."""
    calls = deletion(**deleted)
    found = mended(calls, text, waiting(text, *lines))
    assert [call for call in found if call.tool == "delete_entries"] == calls
    assert not any(call.arguments.get("replaces") for call in found if call.tool != "delete_entries")


def test_what_is_in_the_report_is_deleted_there() -> None:
    text = "not gull on wednesday"
    situation = replace(waiting(text, GULL), ledger=WithGull())  # type: ignore[arg-type]
    calls = deletion(project="gull", dates="wednesday")
    assert list(mended(calls, text, situation)) == calls


@pytest.mark.parametrize(
    "beside",
    [
        called("add_activities", project="anchor", dates="tuesday, wednesday"),
        called("add_activities", project="gull", dates="wednesday"),
        called("add_activities", dates="wednesday"),
        called("get_report"),
    ],
)
def test_beside_something_unclear_nothing_changes(beside: ToolCall) -> None:
    """Days that meet the rest of the line, the same project again, no project at all, another kind of call."""
    text = "remove gull on wednesday, anchor was tuesday, wednesday"
    calls = [*deletion(project="gull", dates="wednesday"), beside]
    found = mended(calls, text, waiting(text, GULL))
    assert not any(call.arguments.get("replaces") for call in found)


@pytest.mark.parametrize(
    ("text", "beside", "reason"),
    [
        ("ah non en fait congé payé", [], "paid_leave"),
        ("zut, c'était un arrêt maladie plutôt", [], "sick"),
        ("argh, i meant paid leave not rtt", [], "paid_leave"),
        ("actually make that sick leave", [called("add_absence", reason="sick")], "sick"),
        ("friday was sick leave, not rtt", [called("add_absence", reason="sick", dates="friday")], "sick"),
    ],
)
def test_another_reason_takes_the_place_of_the_line(text: str, beside: list[ToolCall], reason: str) -> None:
    """With the days and the amount of the line."""
    lines = [line(1, "rtt", "friday", 4, percent=50, amount="half a day")]
    for dates in ({}, {"dates": "friday"}):
        found = mended([*deletion(reason="rtt", **dates), *beside], text, waiting(text, *lines))
        assert shown(found) == [f"add_absence reason={reason} dates=friday percent=half a day replaces=1"]


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("congé payé ou maladie ?", []),
        ("not sick leave either", []),
        ("en fait non, pas en congé payé", []),
        ("paid leave or sick leave, i don't know", []),
        ("sick leave on thursday", []),
        ("no rtt, i was on anchor, sick leave is next week", []),
        ("drop that day off", []),
        ("i was sick leave tuesday, drop it", [called("add_absence", reason="sick", dates="tuesday")]),
    ],
)
def test_a_reason_in_doubt_changes_no_line(text: str, beside: list[ToolCall]) -> None:
    """Denied, asked, one of two, or on other days."""
    found = mended([*deletion(reason="rtt"), *beside], text, waiting(text, line(1, "rtt", "friday", 4)))
    assert not any(call.arguments.get("replaces") for call in found)


def test_a_reason_for_one_of_two_days_leaves_the_other() -> None:
    text = "vendredi c'était maladie, pas rtt"
    lines = [line(1, "rtt", "jeudi, vendredi", 3, 4)]
    for beside in ([], [called("add_absence", reason="sick", dates="vendredi")]):
        found = mended([*deletion(reason="rtt", dates="vendredi"), *beside], text, waiting(text, *lines))
        assert shown(found) == [
            "add_absence reason=rtt dates=jeudi replaces=1",
            "add_absence reason=sick dates=vendredi",
        ]


COUPLE = [line(1, "GULL", "friday", 4, percent=75, amount="75"), line(2, "ANC", "friday", 4, percent=25, amount="25")]


@pytest.mark.parametrize(
    "text",
    ["other way round", "gah, the other way around", "oops sorry, it's vice-versa", "swap them please", "l'inverse",
     "ah mince, c'est l'inverse", "non, inverse les deux", "no wait, I meant the other way around!"],
)  # fmt: skip
def test_two_lines_exchange_their_amounts(text: str) -> None:
    """Whatever was called, and also where nothing was."""
    right = [
        "add_activities project=GULL dates=friday percent=25 replaces=1",
        "add_activities project=ANC dates=friday percent=75 replaces=2",
    ]
    assert shown(mended([called("add_activities", project="round")], text, waiting(text, *COUPLE))) == right
    assert shown(unheard(text, waiting(text, *COUPLE))) == right


def test_an_amount_that_nobody_said_stays_with_its_line() -> None:
    """ "The rest" is no amount of its own: the lines take each other's project."""
    text = "other way round"
    rest = line(2, "ANC", "friday", 4, percent=25, amount="the rest")
    assert shown(unheard(text, waiting(text, COUPLE[0], rest))) == [
        "add_activities project=ANC dates=friday percent=75 replaces=1",
        "add_activities project=GULL dates=friday percent=the rest replaces=2",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("other way round?", COUPLE),
        ("anchor the other way round on monday", COUPLE),
        ("swap them on thursday", COUPLE),
        ("don't swap them", COUPLE),
        ("gull instead", COUPLE),
        ("other way round", COUPLE[:1]),
        ("other way round", [COUPLE[0], line(2, "ANC", "thursday", 3, percent=25, amount="25")]),
        ("other way round", [COUPLE[0], line(2, "ANC", "friday", 4, percent=75, amount="75")]),
        ("other way round", [*COUPLE, line(3, "VELA", "friday", 4, percent=50, amount="50")]),
        ("other way round", []),
    ],
)
def test_anything_else_is_no_exchange(text: str, lines: list[Proposal]) -> None:
    """More words, a question, other days, the same amounts, more than two lines."""
    assert unheard(text, waiting(text, *lines)) == ()
    calls = [called("get_report")]
    assert list(mended(calls, text, waiting(text, *lines))) == calls


def test_the_two_lines_of_the_newest_card_are_meant() -> None:
    """What waits on an older card is not."""
    text = "other way round"
    older = replace(line(1, "VELA", "monday", 0), card_id="older")
    newest = [replace(couple, line=couple.line + 1) for couple in COUPLE]
    assert [call.arguments["replaces"] for call in unheard(text, waiting(text, older, *newest))] == ["2", "3"]


@pytest.mark.parametrize("text", ["wednesday not gull and anchor", "wednesday i wasn't on gull or vela"])
def test_two_that_are_denied_together_take_no_place(text: str) -> None:
    calls = deletion(project="gull", dates="wednesday")
    assert list(mended(calls, text, waiting(text, GULL))) == calls


@pytest.mark.parametrize(
    "text",
    [
        "cancel the rtt, i'm no longer sick",
        "drop the rtt, my paid leave covers it already",
        "annule le rtt, luca est malade vendredi",
        "remove the rtt, and show me my paid leave",
        "enlève le rtt, les congés payés c'est bon",
        "remove the rtt on friday, sick leave is already in",
        "remove the rtt friday because paid leave was refused",
    ],
)
def test_a_reason_that_is_only_talked_about_takes_no_place(text: str) -> None:
    calls = deletion(reason="rtt")
    found = mended(calls, text, waiting(text, line(1, "rtt", "friday", 4)))
    assert [call.tool for call in found] == ["delete_entries"]


@pytest.mark.parametrize("dates", [{}, {"dates": "monday"}])
def test_what_was_done_is_neither_deleted_nor_put_in_the_place_of_what_was_not(dates: dict[str, str]) -> None:
    text = "i only did vela"
    lines = [line(1, "GULL", "monday", 0), line(2, "VELA", "tuesday", 1)]
    calls = deletion(project="gull", **dates)
    assert list(mended(calls, text, waiting(text, *lines))) == calls
