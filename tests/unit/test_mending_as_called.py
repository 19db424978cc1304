"""Calls that are right already stay as they are, however much the message sounds like something that is mended."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.left_alone import left_alone
from bot.tools.mending import mended
from tests.unit.small_company import SITUATION, WEDNESDAY, shown

_TOOLS = {
    "add": "add_activities", "absence": "add_absence", "delete": "delete_entries", "copy": "copy_entries",
    "submit": "submit_report", "withdraw": "withdraw_report",
}  # fmt: skip


def calls_of(written: str) -> list[ToolCall]:
    """ "delete project=gull dates=monday; add project=vela dates=monday" as calls."""
    made = []
    for number, one in enumerate(written.split("; ")):
        tool, _, said = one.partition(" ")
        arguments = dict(part.split("=") for part in re.split(r" (?=\w+=)", said) if part)
        made.append(ToolCall(f"c{number}", _TOOLS[tool], arguments))
    return made


def after(text: str, written: str) -> list[str]:
    return shown(mended(calls_of(written), text, replace(SITUATION, said=(text,))))


def pair(old: str, new: str, dates: str) -> str:
    return f"delete project={old} dates={dates}; add project={new} dates={dates}"


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("replace gull with vela on monday, no wait, with anchor", pair("gull", "anchor", "monday")),
        ("remplace gull par vela lundi, enfin plutôt par anchor", pair("gull", "anchor", "lundi")),
        ("replace gull by vela on monday, no sorry, by zulu", "delete project=gull dates=monday"),
        ("please trade gull for vela, monday only, tuesday was correct", pair("gull", "vela", "monday")),
        ("swap gull for vela on monday, yesterday is correct", pair("gull", "vela", "monday")),
        ("replace gull by vela on monday, tuesday stays gull", pair("gull", "vela", "monday")),
        ("replace gull by vela from monday", pair("gull", "vela", "from monday")),
        ("remplace gull par vela, à jeudi", "delete project=gull; add project=vela"),
    ],
)
def test_a_replacement_keeps_its_days_and_its_second_thought(text: str, calls: str) -> None:
    assert after(text, calls) == shown(calls_of(calls))


def test_a_regret_behind_a_replacement_is_no_second_thought() -> None:
    text = "replace gull by vela on monday, sorry for the trouble"
    assert after(text, "add project=vela dates=monday") == shown(calls_of(pair("gull", "vela", "monday")))


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("remove the day off on friday", "delete reason=day off dates=friday"),
        ("friday off can go", "delete reason=off dates=friday"),
        ("clear friday for an rtt", "delete dates=friday; absence reason=rtt dates=friday"),
        ("clear time for the client on tuesday", "add dates=tuesday"),
        ("efface mardi j'ai mis zulu", "delete project=zulu dates=mardi"),
        ("delete tuesday, i only want the zulu one gone", "delete project=zulu dates=tuesday"),
        ("vire gull de lundi, mardi c'est bon", "delete project=gull dates=lundi"),
        ("delete monday, tuesday should stay", "delete dates=monday"),
        ("supprime lundi, mardi doit rester", "delete dates=lundi"),
        ("delete monday, tuesday ok", "delete dates=monday"),
        ("delete monday, now gull", "delete dates=monday"),
    ],
)
def test_a_removal_takes_off_no_more_than_was_asked(text: str, calls: str) -> None:
    assert after(text, calls) == shown(calls_of(calls))


@pytest.mark.parametrize(
    "text",
    [
        "wipe monday but keep gull",
        "delete monday and leave gull",
        "delete monday, not gull",
        "delete monday apart from gull",
        "vire lundi hormis gull",
        "delete monday, gull stays",
        "delete monday, gull is correct though",
        "gull is right, wipe monday",
        "delete monday, it should be gull",
        "clear monday, i was actually on gull",
        "efface lundi, en fait j'étais sur gull",
        "clear monday to make room for gull",
        "delete monday then put gull",
        "wipe monday because gull is on tuesday",
        "wipe monday please, luca will do gull",
        "don't touch tuesday's gull, wipe monday",
    ],
)
def test_what_is_spared_is_not_what_is_deleted(text: str) -> None:
    """The only project that is named is not always the one that goes."""
    day = "lundi" if "lundi" in text else "monday"
    assert after(text, f"delete dates={day}") == [f"delete_entries dates={day}"]
    assert after("wipe monday but keep gull", "delete project=anchor dates=monday") == [
        "delete_entries project=anchor dates=monday"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "nuke gull monday",
        "delete gull on monday, i was sick",
        "delete monday, gull",
        "delete monday, gull was a mistake",
        "delete what i put on gull monday",
        "gull on monday, delete it",
        "i don't need gull on monday, remove it",
        "i put gull twice on monday, remove that",
    ],
)
def test_the_project_of_a_deletion_is_still_found(text: str) -> None:
    (line,) = after(text, "delete dates=monday")[:1]
    assert re.fullmatch(r"delete_entries (?=.*dates=monday)(?=.*project=gull).*", line, re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("unsubmit february then resubmit it", "withdraw month=february; submit month=february"),
        ("désoumettre février puis le valider", "withdraw month=février; submit month=février"),
        ("february was unsubmitted by mistake, hand it back", "submit month=february"),
        ("que manque-t-il ? ah oui, un rtt vendredi", "absence reason=rtt dates=vendredi"),
        ("is my sick day missing? i was sick monday", "absence reason=sick dates=monday"),
        ("copy luca's monday onto thursday", "copy source=luca's monday dates=thursday"),
        ("bank holiday monday but i worked on gull, tuesday off",
         "add project=gull dates=monday; absence reason=paid_leave dates=tuesday"),
        ("monday is a bank holiday. tuesday i worked on gull, friday rtt",
         "add project=gull dates=tuesday; absence reason=rtt dates=friday"),
    ],
)  # fmt: skip
def test_a_tool_that_fits_is_kept(text: str, calls: str) -> None:
    """Handing in again, an absence that is missing, somebody else's day, a day off beside a worked holiday."""
    assert after(text, calls) == shown(calls_of(calls))


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("same days as last week: gull", "add project=gull"),
        ("gull monday and thursday, vela the same days next week", "add project=gull dates=monday and thursday"),
        ("gull lundi et jeudi, vela les mêmes jours la semaine prochaine", "add project=gull dates=lundi et jeudi"),
        ("i was on gull these days, vela monday and tuesday", "add project=vela dates=monday and tuesday"),
        ("gull monday and tuesday, luca was there both days, vela too", "add project=gull dates=monday and tuesday"),
        ("gull monday and tuesday, vela but not on those days", "add project=gull dates=monday and tuesday"),
        ("gull lundi et mardi, vela sauf ces jours", "add project=gull dates=lundi et mardi"),
        ("gull monday and tuesday, vela on one of those days", "add project=gull dates=monday and tuesday"),
        ("gull monday to friday, vela half of those days", "add project=gull dates=monday to friday"),
        ("gull monday tuesday, vela both days after", "add project=gull dates=monday tuesday"),
    ],
)
def test_words_that_point_elsewhere_give_no_days(text: str, calls: str) -> None:
    """The call without days stays without, so that they are asked for."""
    other = "vela" if "project=gull dates" in calls else "gull"
    written = calls if "dates" not in calls else f"{calls}; add project={other}"
    assert after(text, written) == shown(calls_of(written))


def test_every_day_that_comes_first_is_not_the_days_behind() -> None:
    text = "tous les jours gull 50%, lundi à mercredi vela 50%"
    calls = "add project=gull dates=tous les jours percent=50%; add project=vela dates=lundi à mercredi percent=50%"
    assert after(text, calls) == shown(calls_of(calls))


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("gull friday, one more thing: vela tuesday", "add project=gull dates=friday; add project=vela dates=tuesday"),
        ("one rtt friday, one more the week after", "absence reason=rtt dates=friday"),
        ("gull mon tue wed, all three in the morning", "add project=gull dates=mon tue wed percent=morning"),
        ("gull monday, tuesday to be confirmed", "add project=gull dates=monday"),
        ("gull monday, tuesday i don't know yet", "add project=gull dates=monday"),
        ("gull monday, tuesday done", "add project=gull dates=monday"),
        ("gull lundi, mardi rien", "add project=gull dates=lundi"),
        ("rtt lundi, mardi je bosse", "absence reason=rtt dates=lundi"),
        ("sick monday, tuesday i work", "absence reason=sick dates=monday"),
        ("sick monday, tuesday working from home", "absence reason=sick dates=monday"),
        ("malade lundi, mardi je suis là", "absence reason=malade dates=lundi"),
    ],
)
def test_a_remark_adds_no_day(text: str, calls: str) -> None:
    """What is said of the next day is not that it was the same, least of all where somebody worked."""
    assert after(text, calls) == shown(calls_of(calls))


@pytest.mark.parametrize("text", ["gull monday, tuesday please", "gull monday, tuesday and wednesday"])
def test_a_day_that_was_cut_off_is_still_found(text: str) -> None:
    assert after(text, "add project=gull dates=monday") == [
        f"add_activities project=gull dates={text.removeprefix('gull ').removesuffix(' please')}"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "bonne après-midi, gull lundi",
        "gull lundi, bonne fin d'après-midi",
        "gull lundi, à cet aprem",
        "à demain matin ! gull lundi",
        "je te rappelle cet après-midi. gull lundi",
    ],
)
def test_a_greeting_is_no_half_day(text: str) -> None:
    assert after(text, "add project=gull dates=lundi") == ["add_activities project=gull dates=lundi"]


@pytest.mark.parametrize(
    "text",
    ["see you this afternoon, gull monday", "gull monday, call me in half an hour"],
)
def test_a_meeting_is_no_half_day(text: str) -> None:
    assert after(text, "add project=gull dates=monday") == ["add_activities project=gull dates=monday"]


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("i am on leave monday as it is a bridge day, gull tuesday",
         "absence reason=leave dates=monday; add project=gull dates=tuesday"),
        ("paid leave monday alone, tuesday back on gull",
         "absence reason=paid leave dates=monday; add project=gull dates=tuesday"),
    ],
)  # fmt: skip
def test_a_leave_is_not_left_alone(text: str, calls: str) -> None:
    assert left_alone(text, WEDNESDAY) == []
    assert sorted(after(text, calls)) == sorted(shown(calls_of(calls)))


def test_the_exception_of_two_days_is_not_added_a_second_time() -> None:
    made = after(
        "gull 9 and 10 march but 10 only half",
        "add project=gull dates=9 march; add project=gull dates=10 march percent=half",
    )
    assert made == ["add_activities project=gull dates=9 march", "add_activities project=gull dates=10 percent=half"]


def test_the_same_on_two_days_may_be_two_things() -> None:
    text = "gull monday, vela tuesday, the same thursday and friday"
    calls = (
        "add project=gull dates=monday; add project=vela dates=tuesday; "
        "add project=gull dates=thursday; add project=vela dates=friday"
    )
    assert after(text, calls) == shown(calls_of(calls))
