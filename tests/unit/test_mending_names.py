"""Names that a model cut short, copied too long or took for something else; and those that it may well have right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.mending import mended
from bot.tools.mending_names import is_no_name, with_names_as_said
from tests.unit.small_company import SITUATION, called, shown


def project_of(phrase: str, text: str) -> str:
    """What becomes of the project that a model wrote."""
    (call,) = with_names_as_said([called("add_activities", project=phrase, dates="x")], text, SITUATION)
    return str(call.arguments.get("project") or call.arguments.get("reason"))


@pytest.mark.parametrize(
    ("phrase", "text", "whole"),
    [
        ("pluie", "mardi pluie fine", "pluie fine"),
        ("oscar", "no, Oscar Sept", "Oscar Sept"),
        ("lantern", "lantern app monday", "lantern app"),
        ("lantern", "lantern app monday, lantern web tuesday", "lantern"),  # which of them?
        ("gull", "gull monday", "gull"),
        ("oscar", "oscar monday", "oscar"),
    ],
)
def test_a_name_that_was_cut_short_is_completed(phrase: str, text: str, whole: str) -> None:
    """Where it stands inside of one longer name and nowhere else."""
    assert project_of(phrase, text) == whole


@pytest.mark.parametrize(
    ("phrase", "short"),
    [
        ("Vela takes", "Vela"),
        ("gull non stop", "gull"),
        ("gull only", "gull"),
        ("encore gull", "gull"),
        ("gull two", "gull two"),  # may be a project that nobody told Tally about
        ("gull labs", "gull labs"),
        ("gull Again", "gull Again"),
        ("gull 2", "gull 2"),
        ("gull and anchor", "gull and anchor"),
        ("may again", "may again"),
    ],
)
def test_a_name_that_was_copied_too_long_is_shortened(phrase: str, short: str) -> None:
    """Only by words that are part of no name."""
    assert project_of(phrase, f"{phrase} monday") == short


@pytest.mark.parametrize(
    ("text", "written", "dates"),
    [
        ("hier remplace oscar sept par vela", "sept", "hier"),
        ("no, oscar sept", "sept", None),
        ("oscar sept monday", "monday", "monday"),
        ("oscar sept en sept", "sept", "sept"),
    ],
)
def test_the_september_of_a_name_is_no_month(text: str, written: str, dates: str | None) -> None:
    """The days are the only ones that are named, or none were."""
    (call,) = with_names_as_said([called("add_activities", project="oscar", dates=written)], text, SITUATION)
    assert call.arguments.get("dates") == dates


@pytest.mark.parametrize(
    ("tool", "phrase", "made"),
    [
        ("add_activities", "Congés payés", "add_absence reason=paid_leave dates=monday"),
        ("delete_entries", "rtt", "delete_entries reason=rtt dates=monday"),
        ("add_activities", "holiday", "add_activities project=holiday dates=monday"),  # which reason?
        ("add_activities", "sick bay", "add_activities project=sick bay dates=monday"),
    ],
)
def test_an_absence_called_as_a_project_is_an_absence(tool: str, phrase: str, made: str) -> None:
    """Where its words say which one, and no project is called so."""
    calls = with_names_as_said([called(tool, project=phrase, dates="monday")], f"{phrase} monday", SITUATION)
    assert shown(calls) == [made]


@pytest.mark.parametrize(
    ("text", "phrase", "made"),
    [
        ("also assign luca to gull", "luca", "assign_project project=gull employee=luca"),
        ("affecte zoé à pluie fine", "zoé", "assign_project project=pluie fine employee=zoé"),
        ("don't assign luca to gull", "luca", None),
        ("luca told me about gull", "luca", None),
        ("assign luca to nessie", "luca", None),
        ("assign nessie to gull", "nessie", None),
    ],
)
def test_a_colleague_behind_assign_is_assigned(text: str, phrase: str, made: str | None) -> None:
    """Only in so many words."""
    (call,) = with_names_as_said([called("add_activities", project=phrase)], text, SITUATION)
    assert shown([call]) == [made or f"add_activities project={phrase}"]


def _correction(text: str, first: str, second: str) -> list[ToolCall]:
    calls = [
        called("add_activities", project="gull", percent=first, replaces="1"),
        called("add_activities", project="gull", percent=second),
    ]
    return with_names_as_said(calls, text, SITUATION)


def test_a_correction_does_not_take_the_project_of_the_new_call_beside_it() -> None:
    """What it corrects was about another one."""
    corrected, new = _correction("make it the morning and put gull in the afternoon", "morning", "afternoon")
    assert "project" not in corrected.arguments
    assert new.arguments["project"] == "gull"
    corrected, _ = _correction("plutôt le matin, et gull l'aprem", "matin", "aprem")
    assert "project" not in corrected.arguments


def test_a_correction_to_a_project_keeps_it() -> None:
    """Said before its amount, it is what the line should be; said twice, it belongs to both."""
    for text in ("make it gull in the morning and in the afternoon", "gull morning, put gull in the afternoon"):
        corrected, _ = _correction(text, "morning", "afternoon")
        assert corrected.arguments["project"] == "gull"


def test_the_project_is_no_name() -> None:
    """Unless one is called so."""
    assert is_no_name("the project", SITUATION)
    assert is_no_name("le projet", SITUATION)
    assert not is_no_name("gull", SITUATION)
    assert not is_no_name("", SITUATION)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("please assign gull to luca, he starts next week", "assign_project project=gull employee=luca"),
        ("affecte le projet gull à luca", "assign_project project=gull employee=luca"),
        ("gull to luca next week", "add_activities project=luca"),
        ("don't assign gull to luca", "add_activities project=luca"),
        ("assign gull and give the rest to luca", "add_activities project=luca"),
    ],
)
def test_a_project_that_is_assigned_to_a_colleague_is(text: str, right: str) -> None:
    """Where the project stands right before the colleague."""
    (call,) = mended([called("add_activities", project="luca")], text, replace(SITUATION, said=(text,)))
    assert shown([call]) == [right]
