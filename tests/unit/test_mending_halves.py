"""Days that are divided: mornings of one and afternoons of another, and a day of a line that waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.phrases import PhraseError, read_days
from bot.tools.mending import mended
from bot.tools.mending_split_line import with_a_line_split
from tests.unit.small_company import SITUATION, called, shown
from tests.unit.test_mending_shares import MONDAY, TUESDAY, waiting


@pytest.mark.parametrize(
    ("text", "first", "second", "right"),
    [
        ("gull mornings mon-wed, vela afternoons, thursday anchor", {"dates": "mon-wed", "percent": "mornings"},
         {"dates": "thursday", "percent": "afternoons"}, "mon-wed"),
        ("gull every morning this week and vela every afternoon",
         {"dates": "every morning this week", "percent": "morning"},
         {"dates": "every morning this week", "percent": "afternoon"}, "every morning this week"),
        ("gull les matins de lundi à mercredi, vela les après-midis",
         {"dates": "lundi à mercredi", "percent": "les matins"},
         {"dates": "mercredi", "percent": "les après-midis"}, "de lundi à mercredi"),
        # the other half has days of its own
        ("gull mornings mon-wed, vela afternoons thu and fri", {"dates": "mon-wed", "percent": "mornings"},
         {"dates": "thu and fri", "percent": "afternoons"}, "thu and fri"),
        # one half of one day says nothing of other days
        ("gull mon-wed in the morning, vela thursday afternoon", {"dates": "mon-wed", "percent": "morning"},
         {"dates": "thursday", "percent": "afternoon"}, "thursday"),
    ],
)  # fmt: skip
def test_the_days_of_both_halves(text: str, first: dict, second: dict, right: str) -> None:
    calls = [called("add_activities", project="gull", **first), called("add_activities", project="vela", **second)]
    made = mended(calls, text, replace(SITUATION, said=(text,)))
    assert next(call.arguments["dates"] for call in made if call.arguments["project"] == "vela") == right


@pytest.mark.parametrize(
    ("text", "amount"),
    [("and tue only half, rest vela", "rest"), ("tue half, rest vela", "rest"),
     ("tuesday was only half, the other half vela", "half"), ("non mardi juste la moitié, le reste vela", "le reste")],
)  # fmt: skip
def test_a_day_of_a_line_is_divided(text: str, amount: str) -> None:
    """Whatever a model corrects: its other days stay."""
    situation = replace(
        SITUATION, said=("gull mon tue", text), pending=(waiting(100, MONDAY, TUESDAY, phrase="mon tue"),)
    )
    wrong = called("add_activities", project="vela", dates="tue", percent="half", replaces="1")
    own, rest, *others = shown(mended([wrong], text, situation))
    assert own.startswith("add_activities project=gull")
    assert own.endswith("replaces=1")
    assert rest.startswith("add_activities project=vela")
    assert rest.endswith(f"percent={amount}")
    assert [line.split("dates=")[1] for line in others] == ["mon"]


@pytest.mark.parametrize(
    "text",
    ["tue only half, rest vela?", "thursday only half, rest vela", "tue only half, rest vela and anchor",
     "tue only half, rest vela, sick friday", "tue only half, rest of it i was at the dentist"],
)  # fmt: skip
def test_anything_more_is_left_to_the_model(text: str) -> None:
    situation = replace(
        SITUATION, said=("gull mon tue", text), pending=(waiting(100, MONDAY, TUESDAY, phrase="mon tue"),)
    )
    calls = [called("add_activities", project="vela", dates="tue", percent="half")]
    assert with_a_line_split(calls, text, situation) is calls


@pytest.mark.parametrize(
    ("phrase", "first"),
    [("from the 30th until today", date(2026, 11, 30)), ("since the 30th", date(2026, 11, 30)),
     ("du 28 jusqu'à hier", date(2026, 11, 30)), ("since the 1st", date(2026, 12, 1))],
)  # fmt: skip
def test_a_number_that_leads_up_to_today_is_of_last_month(phrase: str, first: date) -> None:
    """The 28th was a saturday."""
    assert read_days(phrase, date(2026, 12, 2), ()).days[0] == first


def test_a_range_between_two_numbers_is_still_asked_about() -> None:
    with pytest.raises(PhraseError):
        read_days("from the 30th to the 2nd", date(2026, 12, 2), ())
    with pytest.raises(PhraseError):
        read_days("since the 30th", date(2026, 3, 2), ())  # february has none
