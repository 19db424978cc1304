"""Which calls one answer completes: one, or several that were asked the same thing."""

from __future__ import annotations

import pytest

from bot.domain.conversation import ToolCall
from bot.handlers.questions import is_one_question

GULL = {"project": "gull", "percent": "mornings"}
ANCHOR = {"project": "anchor", "percent": "afternoons"}


@pytest.mark.parametrize(
    ("first", "second", "asked", "one"),
    [
        (GULL, ANCHOR, ["dates"], True),
        (GULL, {"project": "anchor"}, ["dates"], False),  # both for all of the day?
        (GULL, {**ANCHOR, "dates": "whenever"}, ["dates"], False),
        (GULL, ANCHOR, ["project"], False),
        ({"project": "contoso"}, {"project": "contoso", "percent": "half"}, ["project"], True),
    ],
)
def test_several_calls_are_one_question_where_one_answer_fits(
    first: dict, second: dict, asked: list, one: bool
) -> None:
    """ "Mornings gull, afternoons anchor" lacks its days once for both."""
    calls = [(ToolCall(str(n), "add_activities", written), asked) for n, written in enumerate((first, second))]
    assert is_one_question(calls) is one
