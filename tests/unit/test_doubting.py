"""An absence that may be work is asked about, and no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.doubting import rival
from tests.unit.small_company import SITUATION, called, shown


def test_days_right_beside_a_project_may_be_work() -> None:
    text = "gull since monday, no daylight whatsoever"
    found = rival([called("add_absence", reason="sick", dates="monday")], text, replace(SITUATION, said=(text,)))
    assert shown(found) == ["add_activities project=gull dates=monday"]


@pytest.mark.parametrize(
    "text",
    [
        "no gull on monday, i was needed elsewhere",
        "couldn't make gull monday, the little one fell",
        "skipping gull monday, things happened",
        "lundi au lieu de gull j'étais chez ma mère",
        "gull monday was cancelled for me",
        "gull on monday, but jury duty",
        "gull lundi, obsèques de ma tante",
    ],
)
def test_work_that_was_not_done_is_no_other_reading(text: str) -> None:
    phrase = "lundi" if "lundi" in text else "monday"
    call = called("add_absence", reason="sick", dates=phrase)
    assert rival([call], text, replace(SITUATION, said=(text,))) == ()
