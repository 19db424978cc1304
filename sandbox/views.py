"""Modals and Home tabs as they are kept, and as they are written into payloads."""

import dataclasses
import secrets
from collections.abc import Mapping
from typing import Any

from sandbox.inputs import Values, seed

_TEXTS = ("title", "submit", "close")


@dataclasses.dataclass
class View:
    """A published view. `errors` are shown under the fields, by block_id; `hash` changes with every update."""

    id: str
    definition: dict[str, Any]
    root_id: str
    previous_id: str | None = None
    hash: str = ""
    inputs: Values = dataclasses.field(default_factory=dict)
    errors: dict[str, str] = dataclasses.field(default_factory=dict)
    note: str = ""

    @property
    def blocks(self) -> list[dict[str, Any]]:
        blocks: list[dict[str, Any]] = self.definition["blocks"]
        return blocks

    def define(self, definition: Mapping[str, Any], blocks: list[dict[str, Any]], now: float) -> None:
        """Replaces what the view shows; entered values stay where block_id and action_id stay."""
        self.definition = {**definition, "blocks": blocks}
        self.inputs = seed(blocks, self.inputs)
        self.errors = {}
        self.hash = f"{int(now)}.{secrets.token_hex(4)}"

    def payload(self, team_id: str, app_id: str, bot_id: str) -> dict[str, Any]:
        """The `view` of API answers and interaction payloads."""
        given = self.definition
        return {
            "id": self.id,
            "team_id": team_id,
            "type": given["type"],
            "blocks": given["blocks"],
            "private_metadata": given.get("private_metadata") or "",
            "callback_id": given.get("callback_id") or "",
            "external_id": given.get("external_id") or "",
            "state": {"values": self.inputs},
            "hash": self.hash,
            **{name: given.get(name) for name in _TEXTS},
            "clear_on_close": bool(given.get("clear_on_close")),
            "notify_on_close": bool(given.get("notify_on_close")),
            "root_view_id": self.root_id,
            "previous_view_id": self.previous_id,
            "app_id": app_id,
            "app_installed_team_id": team_id,
            "bot_id": bot_id,
        }

    def for_page(self) -> dict[str, Any]:
        return {
            **self.definition,
            "id": self.id,
            "hash": self.hash,
            "state": {"values": self.inputs},
            "errors": self.errors,
            "note": self.note,
        }
