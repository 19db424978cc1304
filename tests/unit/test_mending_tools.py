"""The tool that the words name, where a model took another one."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.tools.mending import mended
from bot.tools.mending_tools import with_tools_as_said
from tests.unit.small_company import SITUATION, called, shown


@pytest.mark.parametrize(
    ("text", "project", "tool"),
    [
        ("bin my entry for tuesday", "", "delete_entries"),
        ("could you clear all my entries for tuesday", "clear", "delete_entries"),
        ("supprime mes saisies de mardi", "", "delete_entries"),
        ("bin my entry for tuesday", "gull", "add_activities"),
        ("bin collection on tuesday", "", "add_activities"),
        ("i did not delete my entry for tuesday", "", "add_activities"),
    ],
)
def test_taking_entries_off_is_a_deletion(text: str, project: str, tool: str) -> None:
    """Said at the beginning, of entries, and with no project called."""
    arguments = {"dates": "tuesday"} | ({"project": project} if project else {})
    (call,) = with_tools_as_said([called("add_activities", **arguments)], text, SITUATION)
    assert call.tool == tool


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("copy what ive got on monday onto thursday", ["copy_entries source=monday dates=thursday"]),
        ("copie lundi sur jeudi", ["copy_entries source=lundi dates=jeudi"]),
        ("recopie lundi sur jeudi", ["copy_entries source=lundi dates=jeudi"]),
        ("copy monday to thursday", ["copy_entries source=what"]),  # a range, or from one to the other?
        ("copy gull from monday onto thursday", ["copy_entries source=what"]),
        ("monday onto thursday", ["copy_entries source=what"]),
    ],
)
def test_a_copy_goes_from_the_first_days_onto_the_second(text: str, made: list[str]) -> None:
    """Where "onto" stands between the only two that are named."""
    assert shown(with_tools_as_said([called("copy_entries", source="what")], text, SITUATION)) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("forgot a sick day in february, can you withdraw that report?", "withdraw_report month=february"),
        ("rouvre mon rapport stp", "withdraw_report"),
        ("withdraw the sick day of february", "delete_entries reason=sick dates=february"),
        ("remove the sick day from my february report", "delete_entries reason=sick dates=february"),
        ("retire du rapport la journée de lundi", "delete_entries reason=sick dates=february"),
        ("retire du cra le 12 mars", "delete_entries reason=sick dates=february"),
        ("can you take back my vela report line of monday", "delete_entries reason=sick dates=february"),
    ],
)
def test_a_report_is_taken_back_and_not_what_stands_in_it(text: str, made: str) -> None:
    """Where "withdraw" and "report" belong together."""
    calls = [called("delete_entries", reason="sick", dates="february")]
    assert shown(with_tools_as_said(calls, text, SITUATION)) == [made]


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        ("since monday ive been on gull, log that", ["add_activities"]),
        ("depuis lundi sur gull", ["add_activities"]),
        ("remove gull since monday and put it on half", ["delete_entries", "add_activities"]),
        ("remplace gull depuis lundi", ["delete_entries", "add_activities"]),
    ],
)
def test_nothing_is_taken_off_and_put_on_again_unasked(text: str, tools: list[str]) -> None:
    """A deletion that no word speaks of goes."""
    calls = [called("delete_entries", project="gull", dates="x"), called("add_activities", project="gull", dates="x")]
    assert [call.tool for call in with_tools_as_said(calls, text, SITUATION)] == tools


def test_a_correction_is_left_alone() -> None:
    """Its tool is that of the line."""
    calls = [called("add_activities", dates="tuesday", replaces="1")]
    assert with_tools_as_said(calls, "bin my entry for tuesday", SITUATION) == calls


@pytest.mark.parametrize(
    ("text", "call", "right"),
    [
        ("what am i missing this month", "get_missing_reports month=this month", "get_report month=this month"),
        ("il me manque quels jours ce mois ?", "get_missing_reports month=ce mois", "get_report month=ce mois"),
        ("who is missing, tell me", "get_missing_reports", "get_missing_reports"),
        ("qui n'a pas rendu, dis-moi", "get_missing_reports", "get_missing_reports"),
        ("efface mardi stp g mis nimporte koi", "delete_entries dates=mardi project=nimporte koi",
         "delete_entries dates=mardi"),
        ("please delete tuesday, it was plain nonsense", "delete_entries dates=tuesday project=plain nonsense",
         "delete_entries dates=tuesday"),
        ("delete tuesday gulll zz", "delete_entries dates=tuesday project=gulll zz",
         "delete_entries dates=tuesday project=gulll zz"),
        ("delete zulu tuesday", "delete_entries dates=tuesday project=zulu",
         "delete_entries dates=tuesday project=zulu"),
    ],
)  # fmt: skip
def test_one_call_is_what_its_words_say(text: str, call: str, right: str) -> None:
    """One's own gaps; all that stands on a day; an unknown project beside the day is asked about."""
    tool, _, written = call.partition(" ")
    arguments = dict(part.split("=") for part in re.split(r" (?=\w+=)", written) if part)
    assert shown(mended([called(tool, **arguments)], text, replace(SITUATION, said=(text,)))) == [right]


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("remove my sick day on tuesday, i worked. was gull", "add_activities project=gull dates=tuesday"),
        ("remove my sick day tuesday, i was on gull", "add_activities project=gull dates=tuesday"),
        ("supprime mon arrêt maladie de mardi, j'étais sur gull", "add_activities project=gull dates=de mardi"),
        ("remove my sick day on tuesday, keep gull", ""),
        ("remove my sick day on tuesday, i was on gull monday", ""),
        ("remove my sick day on tuesday, i was on gull half a day", ""),
    ],
)
def test_what_was_done_instead_of_an_absence_is_added(text: str, added: str) -> None:
    """One project and one day phrase; anything else is said again or shown as left out."""
    day = "mardi" if "mardi" in text else "tuesday"
    calls = [called("delete_entries", dates=day, reason="sick")]
    assert shown(mended(calls, text, replace(SITUATION, said=(text,))))[1:] == ([added] if added else [])


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("yes it was a bank holiday, still worked: gull on 12/10", "add_activities"),
        ("lundi c'était férié mais j'ai travaillé sur gull", "add_activities"),
        ("12/10 is a bank holiday, so i am off. gull on 13/10", "add_absence"),  # nobody worked on it
        ("it was a bank holiday, still worked: gull and vela on 12/10", "add_absence"),  # on which of the two?
    ],
)
def test_working_on_a_public_holiday_is_no_leave(text: str, tool: str) -> None:
    """The word holiday alone makes no absence of it."""
    (call,) = with_tools_as_said([called("add_absence", reason="paid_leave", dates="12/10")], text, SITUATION)
    assert call.tool == tool


def test_a_verb_is_nobodys_name() -> None:
    """ "What am I missing" asks for one's own report."""
    text = "fine. what am i missing this month"
    (call,) = with_tools_as_said([called("get_report", month="this month", employee="am")], text, SITUATION)
    assert call.arguments == {"month": "this month"}
    (call,) = with_tools_as_said([called("get_report", employee="ana")], "show me ana's report", SITUATION)
    assert call.arguments == {"employee": "ana"}


def test_a_day_phrase_ends_where_the_next_subject_begins() -> None:
    """ "Since the 2nd ive been on gull" is about the days since the 2nd."""
    text = "since the 2nd ive been on gull"
    (call,) = mended([called("add_activities", project="gull", dates="since the 2nd ive")], text, SITUATION)
    assert call.arguments["dates"] == "since the 2nd"


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Que manque-t-il ce mois-ci ?", "ce mois-ci"),
        ("what is still missing in february?", "in february"),
        ("what's missing", None),
    ],
)
def test_who_asks_what_is_missing_gets_no_card(text: str, month: str | None) -> None:
    """Whatever a model makes of it, with or without a line that it would replace."""
    for more in ({}, {"replaces": "1"}):
        (call,) = with_tools_as_said(
            [called("add_activities", project="gull", dates="monday", **more)], text, SITUATION
        )
        assert (call.tool, call.arguments.get("month")) == ("get_report", month)


@pytest.mark.parametrize("text", ["gull is missing on monday", "you are missing gull on monday", "monday: gull"])
def test_what_is_missing_may_be_said_too(text: str) -> None:
    (call,) = with_tools_as_said([called("add_activities", project="gull", dates="monday")], text, SITUATION)
    assert call.tool == "add_activities"


@pytest.mark.parametrize(
    ("text", "call", "right"),
    [
        ("yesterday's sick day can go", "add_absence reason=sick dates=yesterday", "reason=sick dates=yesterday"),
        ("gull on monday has to go", "add_activities project=gull dates=monday", "project=gull dates=monday"),
        ("could you get rid of gull on monday?", "add_activities project=gull dates=monday",
         "project=gull dates=monday"),
        ("get shot of tuesday please", "add_activities project=shot dates=tuesday", "dates=tuesday"),
        ("do away with my rtt on friday", "add_absence reason=rtt dates=friday", "reason=rtt dates=friday"),
        ("scratch gull monday", "add_activities project=scratch gull dates=monday", "project=gull dates=monday"),
        ("ditch my gull entry on monday", "add_activities project=ditch dates=monday", "project=gull dates=monday"),
        ("on monday, bin vela", "add_activities project=vela dates=monday", "project=vela dates=monday"),
        ("chuck gull out on monday", "add_activities project=gull dates=monday", "project=gull dates=monday"),
        ("take brume off my report for monday, thanks", "add_activities project=brume dates=monday",
         "project=brume dates=monday"),
        ("get rid of the sick leave on monday", "delete_entries project=rid dates=monday", "reason=sick dates=monday"),
        ("Dégage-moi le RTT de lundi stp", "add_absence reason=rtt dates=lundi", "reason=rtt dates=lundi"),
        ("vire gull lundi", "add_activities project=gull dates=lundi", "project=gull dates=lundi"),
        ("fais sauter mon RTT de mardi", "add_absence reason=rtt dates=mardi", "reason=rtt dates=mardi"),
        ("zappe vela jeudi", "add_activities project=vela dates=jeudi", "project=vela dates=jeudi"),
    ],
)  # fmt: skip
def test_what_is_nothing_but_a_removal_takes_off(text: str, call: str, right: str) -> None:
    """The same days and the same thing; words of the idiom are no project."""
    tool, _, written = call.partition(" ")
    arguments = dict(part.split("=") for part in re.split(r" (?=\w+=)", written))
    made = mended([called(tool, **arguments)], text, replace(SITUATION, said=(text,)))
    assert shown(made) == [f"delete_entries {right}"]


def test_a_removal_that_was_called_twice_is_made_once() -> None:
    calls = [called("delete_entries", dates="monday"), called("add_absence", reason="sick", dates="monday")]
    (call,) = with_tools_as_said(calls, "monday's sick day can go", SITUATION)
    assert call.arguments == {"reason": "sick", "dates": "monday"}


@pytest.mark.parametrize(
    "text",
    [
        "scratch that, gull on monday",
        "scratch monday, gull",
        "gull can go on monday",
        "can gull go on monday",
        "i have to go on monday",
        "should i ditch gull on monday?",
        "ditch gull on monday?",
        "don't get rid of gull on monday",
        "get rid of gull on monday morning",
        "ditch vela and put gull on monday",
        "get rid of zulu on monday",
        "chuck gull on monday",
        "take monday off",
        "take gull off on monday",
        "bin collection on monday",
        "zappé gull monday",
        "j'ai zappé gull monday",
        "balance gull monday",
        "ditch the vela entry of monday",
    ],
)
def test_more_than_a_removal_is_left_to_the_model(text: str) -> None:
    """Something is put on, asked, denied or unknown, or the call is about something else."""
    (call,) = with_tools_as_said([called("add_activities", project="gull", dates="monday")], text, SITUATION)
    assert (call.tool, call.arguments) == ("add_activities", {"project": "gull", "dates": "monday"})


def test_an_absence_that_is_not_the_one_removed_stays() -> None:
    call = called("add_absence", reason="paid_leave", dates="monday")
    assert with_tools_as_said([call], "ditch the sick day on monday", SITUATION) == [call]


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("unsubmit february", "withdraw_report"),
        ("can you un-submit my february report?", "withdraw_report"),
        ("desubmit february pls", "withdraw_report"),
        ("dé-soumets février", "withdraw_report"),
        ("désoumets mon rapport de février", "withdraw_report"),
        ("annule l’envoi de février", "withdraw_report"),
        ("merci de soumettre février", "submit_report"),
        ("submit february", "submit_report"),
        ("don't unsubmit february", "submit_report"),
        ("how do i unsubmit february", "submit_report"),
        ("unsubmit january and submit february", "submit_report"),
        ("annule l'envoi de janvier et soumets février", "submit_report"),
        ("l'envoi de février", "submit_report"),
    ],
)
def test_unsubmitting_takes_a_report_back(text: str, tool: str) -> None:
    """Of the same month, and only where nothing is handed in beside it."""
    (call,) = with_tools_as_said([called("submit_report", month="february")], text, SITUATION)
    assert (call.tool, call.arguments) == (tool, {"month": "february"})


def test_a_day_from_last_thursday_is_that_thursday() -> None:
    """An entry from a day stands on that day; "from thursday" alone has no end, which is asked about."""
    text = "Delete my sick day from last Thursday."
    call = called("delete_entries", reason="sick", dates="from last Thursday")
    situation = replace(SITUATION, said=(text,))
    assert shown(mended([call], text, situation)) == ["delete_entries reason=sick dates=last Thursday"]
    text = "Delete everything from thursday"
    call = called("delete_entries", dates="from thursday")
    assert shown(mended([call], text, replace(SITUATION, said=(text,)))) == ["delete_entries dates=from thursday"]


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("gull jeudi, et montre-moi donc mon mois de mars", "get_report"),
        ("show me march please", "get_report"),
        ("show me march and submit it", "submit_report"),
        ("j'ai tout vu, rends mars", "submit_report"),
        ("march is done", "submit_report"),
    ],
)
def test_what_is_only_to_be_shown_is_not_handed_in(text: str, tool: str) -> None:
    (call,) = with_tools_as_said([called("submit_report", month="mars")], text, SITUATION)
    assert call.tool == tool
