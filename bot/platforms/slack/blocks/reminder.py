"""A nudge with its two buttons."""

from __future__ import annotations

from bot.platforms.slack.blocks.elements import (
    Block,
    Layout,
    actions,
    button,
    escaped_pieces,
    fallback,
    packed,
    section,
)
from bot.ports import ReminderPicture
from bot.words import say

SHOW_MONTH = "show_month"
SUBMIT_MONTH = "submit_month"
TEXT_ROOM = 2_900


def reminder_layout(picture: ReminderPicture) -> Layout:
    """The reminder's words, Show month, and Submit where the ledger takes it."""
    blocks = [section(piece) for piece in escaped_pieces(picture.text, TEXT_ROOM, TEXT_ROOM)]
    blocks.append(actions(show_button(picture.month), *([submit_button(picture.month)] if picture.submittable else [])))
    return Layout(fallback(picture.text), blocks)


def show_button(month: str) -> Block:
    """Show a month with what stands on each of its days."""
    return button(say("show-month"), SHOW_MONTH, packed({"month": month}))


def submit_button(month: str) -> Block:
    """Submit a month; what it would submit is shown on a card before it is."""
    return button(say("submit"), SUBMIT_MONTH, packed({"month": month}), style="primary")
