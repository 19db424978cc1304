"""What somebody asks of their own report, and of which month it is then. Today is Tuesday 3 March."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import Month, Role
from bot.tools.mending import mended, unheard
from bot.tools.report_slots import MonthName
from tests.unit.small_company import ANA, SITUATION, called, shown

TODAY = replace(SITUATION, today=date(2026, 3, 3))


@pytest.mark.parametrize(
    ("text", "call", "month"),
    [
        ("what did i do last week?", called("get_dates_of_week", week="last week"), "2026-02"),
        ("did i log friday?", called("get_report"), "2026-02"),
        ("have i filled in last thursday", called("get_report"), "2026-02"),
        ("what did i put on monday", called("get_report"), "2026-03"),
        ("qu'est-ce que j'ai fait la semaine dernière ?", called("get_dates_of_week", week="la semaine dernière"),
         "2026-02"),
    ],
)  # fmt: skip
def test_the_report_of_the_days_asked_about(text: str, call: ToolCall, month: str) -> None:
    situation = replace(TODAY, said=(text,))
    (made,) = mended([call], text, situation)
    phrase = str(made.arguments["month"])
    assert made.tool == "get_report"
    assert str(MonthName().read(phrase, situation)) == month
    assert MonthName().grounded(phrase, Month.parse(month), situation)


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("what am i missing", called("get_report")),
        ("what did i do on gull", called("get_report")),
        ("gull friday, and show me my report", called("get_report")),
        ("what did i do monday or friday, and tuesday?", called("get_report")),
    ],
)
def test_no_month_of_days_that_are_not_asked_about(text: str, call: ToolCall) -> None:
    (made, *_) = mended([call], text, replace(TODAY, said=(text,)))
    assert not made.arguments.get("month")


def test_a_week_of_two_months_shows_this_one() -> None:
    text = "what did i do this week"
    wednesday = replace(SITUATION, today=date(2026, 7, 1), said=(text,))
    (made,) = mended([called("get_dates_of_week", week="this week")], text, wednesday)
    assert shown([made]) == ["get_report"]


def test_a_day_lies_in_a_month_and_names_none() -> None:
    situation = replace(TODAY, said=("submit last friday",))
    assert not MonthName().grounded("last friday", Month.parse("2026-02"), situation)


@pytest.mark.parametrize("text", ["whats missing in march?", "what is missing for march", "il manque quoi en mars"])
def test_who_may_not_see_the_others_asks_about_their_own(text: str) -> None:
    call = called("get_missing_reports", month="march")
    assert shown(mended([call], text, replace(TODAY, said=(text,)))) == ["get_report month=march"]
    admin = replace(TODAY, said=(text,), employee=replace(ANA, role=Role.ADMIN))
    assert shown(mended([call], text, admin)) == ["get_missing_reports month=march"]


@pytest.mark.parametrize(
    "text",
    [
        "who is missing in march?",
        "qui n'a pas rendu mars ?",
        "did everyone submit march",
        "what is luca missing in march",
    ],
)
def test_a_question_about_the_others_stays_one(text: str) -> None:
    call = called("get_missing_reports", month="march")
    assert shown(mended([call], text, replace(TODAY, said=(text,)))) == ["get_missing_reports month=march"]


@pytest.mark.parametrize(
    "text",
    ["what's left to fill?", "whats missing", "what do i have left to fill", "il me manque quoi ?", "so what is left"],
)
def test_what_is_left_is_read_where_a_model_only_talks(text: str) -> None:
    assert shown(unheard(text, replace(TODAY, said=(text,)))) == ["get_report"]


@pytest.mark.parametrize("text", ["what's left of the cake", "what have you done", "nothing is missing"])
def test_other_talk_is_left_to_the_model(text: str) -> None:
    assert unheard(text, replace(TODAY, said=(text,))) == ()
