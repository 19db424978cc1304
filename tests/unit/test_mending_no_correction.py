"""A new request replaces no line that waits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.mending_no_correction import without_false_corrections
from tests.unit.small_company import SITUATION, called
from tests.unit.test_mending_corrections import line

TUESDAY = line(1, "GULL", "tuesday", 1)


@pytest.mark.parametrize(
    ("text", "call", "is_new"),
    [
        ("je suis malade vendredi matin", called("add_absence", reason="sick", dates="vendredi", replaces="1"), True),
        ("vela friday", called("add_activities", project="vela", dates="friday", replaces="1"), True),
        ("no, vela friday", called("add_activities", project="vela", dates="friday", replaces="1"), False),
        ("plutôt vela vendredi", called("add_activities", project="vela", dates="vendredi", replaces="1"), False),
        ("vela tuesday", called("add_activities", project="vela", dates="tuesday", replaces="1"), False),
        ("gull friday", called("add_activities", project="gull", dates="friday", replaces="1"), False),
        ("friday", called("add_activities", project="GULL", dates="friday", replaces="1"), False),
        ("vela", called("add_activities", project="vela", replaces="1"), False),
    ],
)
def test_what_has_nothing_of_the_line_is_new(text: str, call: ToolCall, is_new: bool) -> None:
    """Neither its days nor its project, and no word corrects."""
    (made,) = without_false_corrections([call], text, replace(SITUATION, pending=(TUESDAY,)))
    assert ("replaces" not in made.arguments) is is_new
