"""What each picture looks like in Slack, kept as JSON. After a wanted change: TALLY_UPDATE_SNAPSHOTS=1 pytest, then
read the difference in git.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from bot.platforms.slack.blocks import layout
from bot.platforms.slack.blocks.form import FormContext, closing_view, decline_view, form_view
from bot.platforms.slack.blocks.home import home_view
from bot.platforms.slack.blocks.preferences import preferences_view
from bot.ports import Home, Picture, ReminderPicture, TextPicture
from sandbox.limits import check_view
from tests.unit.platforms import slack_pictures as pictures

SNAPSHOTS = Path(__file__).parent / "snapshots"
CONTEXT = FormContext(pictures.CARD_ID, "1" * 32, 3, {"channel": "D1", "message_ts": "1.2"})

MESSAGES: dict[str, Picture] = {
    "card_pending": pictures.PENDING,
    "card_decided": pictures.DECIDED,
    "card_closed": pictures.CLOSED,
    "card_of_31_days": pictures.WHOLE_MONTH,
    "card_written": pictures.WRITTEN,
    "card_undone": pictures.UNDONE,
    "card_written_together": pictures.WRITTEN_TOGETHER,
    "card_of_40_written_lines": pictures.LONG_WRITTEN,
    "card_over_100_percent": pictures.OVER,
    "card_valid_only_together": pictures.BUNDLE,
    "card_of_40_lines": pictures.LONG,
    "report_open": pictures.MONTH,
    "text_with_note_and_choices": TextPicture(
        "Which Apollo?", "Nothing was written.", ("Apollo (APO)", "Apollo 2 (AP2)")
    ),
    "text_that_can_be_judged": TextPicture(
        "You have 12 days on Apollo.", "Nothing was written.", read="Read: the report of November 2026", judged=True
    ),
    "text_hostile": TextPicture("<!channel> & <https://evil.example|here> @here"),
    "text_literal": TextPicture("[user]\n<!channel> `x` *50 %* & </pre>\n  two spaces", literal=True),
    "reminder": ReminderPicture("November ends on Monday. Missing: Fri 6 Nov 50 %, Mon 9 Nov.", "2026-11"),
}
VIEWS: dict[str, Any] = {
    "home": home_view(Home(pictures.ANA, "Hello Ana", pictures.MONTH, 2), "D1"),
    "home_with_everything": home_view(pictures.HOME, "D1"),
    "home_submitted": home_view(pictures.QUIET_HOME, "D1"),
    "home_of_an_admin": home_view(pictures.ADMIN_HOME, "D1"),
    "home_full": home_view(pictures.FULL_HOME, "D1"),
    "form_preferences": preferences_view(pictures.PREFERENCES, {"channel": "D1", "month": "2026-11"}),
    "home_of_a_stranger": home_view(Home(pictures.ANA, "I do not know you yet.", None), "D1"),
    "form_edit": form_view(pictures.FORM, CONTEXT),
    "form_decline": decline_view(CONTEXT),
    "form_closing": closing_view("That line is decided already."),
}


def compare(name: str, found: Any) -> None:
    """Compare with the snapshot of that name, or write it when TALLY_UPDATE_SNAPSHOTS is set."""
    path, text = SNAPSHOTS / f"{name}.json", json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("TALLY_UPDATE_SNAPSHOTS"):
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"no snapshot {path.name}: run once with TALLY_UPDATE_SNAPSHOTS=1"
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_looks_as_it_did(name: str) -> None:
    """Layouts change only on purpose: the blocks and the fallback text of each picture are those of its snapshot."""
    painted = layout(MESSAGES[name])
    compare(name, {"text": painted.text, "blocks": painted.blocks})


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_looks_as_it_did(name: str) -> None:
    """The same for the Home tab and for modals."""
    compare(name, VIEWS[name])


@pytest.mark.parametrize("name", VIEWS)
def test_slack_takes_every_view(name: str) -> None:
    """No snapshot is of something that could never be shown."""
    assert check_view(VIEWS[name]) == []


def test_every_snapshot_belongs_to_a_test() -> None:
    """A snapshot that nothing is compared with would only look like a proof."""
    assert {path.stem for path in SNAPSHOTS.glob("*.json")} == {*MESSAGES, *VIEWS}
