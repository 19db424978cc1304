"""The preferences as a modal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.domain.card import Form
from bot.platforms.slack.blocks.elements import Block, packed, plain, unpacked
from bot.platforms.slack.blocks.form import MOST_FIELDS, TITLE_TEXT, inputs
from bot.words import say

PREFERENCES_VIEW = "preferences"


def preferences_view(form: Form, carried: Mapping[str, str]) -> Block:
    """The form; `carried` is where a click on the page is answered, and the month that the page showed."""
    return {
        "type": "modal",
        "callback_id": PREFERENCES_VIEW,
        "title": plain(form.title, TITLE_TEXT),
        "submit": plain(say("preferences-save"), TITLE_TEXT),
        "close": plain(say("cancel"), TITLE_TEXT),
        "private_metadata": packed(carried),
        "blocks": [block for field in form.fields[:MOST_FIELDS] for block in inputs(field)],
    }


def carried_by(view: Mapping[str, Any]) -> dict[str, str]:
    """What a view carries along: the channel, and the month of the page."""
    found = unpacked(view.get("private_metadata") or "")
    return {name: str(found[name]) for name in ("channel", "month") if found.get(name)}
