"""👍 and 👎 under an answer in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.platforms.slack.blocks.elements import BUTTON_TEXT, Block, packed, plain
from bot.ports import Verdict
from bot.words import say

FEEDBACK_BUTTONS = "feedback"


def feedback_block(message_id: str) -> Block:
    """The two buttons about one message. A fresh block: what was judged before is not marked."""

    def button(label: str, verdict: Verdict) -> Block:
        value = packed({"message": message_id, "verdict": verdict.value})
        return {"text": plain(label, BUTTON_TEXT), "value": value, "accessibility_label": label[:BUTTON_TEXT]}

    buttons = {
        "type": "feedback_buttons",
        "action_id": FEEDBACK_BUTTONS,
        "positive_button": button(say("feedback-good"), Verdict.GOOD),
        "negative_button": button(say("feedback-bad"), Verdict.BAD),
    }
    return {"type": "context_actions", "elements": [buttons]}


def judgement(carried: Mapping[str, Any]) -> tuple[str, Verdict]:
    """What a clicked button carries: the message, and what is thought of it. ValueError or KeyError for another one."""
    return str(carried["message"]), Verdict(carried["verdict"])
