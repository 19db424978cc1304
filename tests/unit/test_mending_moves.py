"""An entry goes to another day: the removal and the addition, and no range between the two days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import Entry
from bot.tools.mending import mended
from bot.tools.mending_moves import moved
from tests.unit.small_company import ANA, SITUATION, SmallCompany, called, shown


class Written(SmallCompany):
    """Gull on the tuesday, half of Vela on the monday; ill on the thursday, half a day of leave on the friday."""

    def entries(self, email: str, first: date, last: date) -> tuple[Entry, ...]:
        found = (
            Entry(ANA.email, date(2026, 3, 10), 100, "GULL", None),
            Entry(ANA.email, date(2026, 3, 9), 50, "VELA", None),
            Entry(ANA.email, date(2026, 3, 12), 100, None, "sick"),
            Entry(ANA.email, date(2026, 3, 13), 50, None, "paid_leave"),
        )
        return tuple(entry for entry in found if first <= entry.day <= last)


WRITTEN = replace(SITUATION, ledger=Written())  # type: ignore[arg-type]
RANGE = [called("delete_entries", project="gull", dates="tuesday to thursday")]


@pytest.mark.parametrize(
    ("text", "project", "old", "new"),
    [
        ("move gull from tuesday to thursday", "gull", "tuesday", "thursday"),
        ("can you move Gull from yesterday to tomorrow please?", "Gull", "yesterday", "tomorrow"),
        ("Tu peux déplacer Gull de mardi à jeudi ?", "Gull", "mardi", "jeudi"),
        ("décale gull de mardi au 13 mars stp", "gull", "mardi", "13 mars"),
    ],
)
def test_where_from_is_deleted_and_where_to_is_added(text: str, project: str, old: str, new: str) -> None:
    situation = replace(WRITTEN, said=(text,))
    assert shown(moved(RANGE, text, situation)) == [
        f"delete_entries project={project} dates={old}",
        f"add_activities project={project} dates={new}",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "move vela from monday to thursday",  # half a day would become a whole one
        "move gull from friday to thursday",  # nothing stands there
        "move gull from tuesday to thursday and add anchor on monday",  # more is said
        "move gull and vela from tuesday to thursday",  # two projects
        "i'll move to the gull office from tuesday to thursday",  # nobody's entry
        "gull from tuesday to thursday",  # a range
    ],
)
def test_anything_else_is_left_as_the_model_read_it(text: str) -> None:
    assert moved(RANGE, text, replace(WRITTEN, said=(text,))) is None


@pytest.mark.parametrize(
    ("text", "heard", "old", "new"),
    [
        ("move my sick day from thursday to friday", called("add_absence", reason="sick", dates="thursday to friday"),
         "thursday", "friday"),
        ("can you move my sick leave from tomorrow to monday?",
         called("delete_entries", reason="sick", dates="tomorrow"), "tomorrow", "monday"),
        ("déplace mon arrêt maladie de jeudi à vendredi", called("add_absence", reason="sick", dates="jeudi"),
         "jeudi", "vendredi"),
        ("move my day off from thursday to friday", called("add_absence", reason="sick", dates="thursday to friday"),
         "thursday", "friday"),
    ],
)  # fmt: skip
def test_an_absence_goes_to_another_day(text: str, heard: ToolCall, old: str, new: str) -> None:
    """The reason is the one that the words name, or else the model's."""
    assert shown(mended([heard], text, replace(WRITTEN, said=(text,)))) == [
        f"delete_entries reason=sick dates={old}",
        f"add_absence reason=sick dates={new}",
    ]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("move my paid leave from friday to monday", {"reason": "paid_leave", "dates": "friday"}),  # half a day
        ("move my rtt from thursday to friday", {"reason": "rtt", "dates": "thursday"}),  # none stands there
        ("move my sick day and my rtt from thursday to friday", {"reason": "sick", "dates": "thursday"}),
        ("move gull from thursday to friday, i was sick", {"reason": "sick", "dates": "thursday"}),
        ("move my sick day off gull from thursday to friday", {"reason": "sick", "dates": "thursday"}),  # of both
        ("move my sick day from thursday to friday", {"reason": "sick", "dates": "friday", "replaces": "1"}),
    ],
)
def test_an_absence_that_is_not_certain_is_not_moved(text: str, heard: dict[str, str]) -> None:
    assert moved([called("add_absence", **heard)], text, replace(WRITTEN, said=(text,))) is None
