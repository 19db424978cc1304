"""What an interaction lets the app do afterwards, for a while: `trigger_id` opens one view, `response_url`
answers five times.
"""

import dataclasses
import secrets

from sandbox.state import Desk, Message, Workspace

TRIGGER_SECONDS = 3
RESPONSE_USES, RESPONSE_SECONDS = 5, 30 * 60


@dataclasses.dataclass
class Trigger:
    desk: Desk
    expires: float
    in_modal: bool
    used: bool = False


@dataclasses.dataclass
class ResponseUrl:
    """`message`: the one that the interaction came from; None after a slash command."""

    desk: Desk
    message: Message | None
    expires: float
    uses_left: int = RESPONSE_USES


class Refused(Exception):
    """A ticket that is not valid (any more); the text is Slack's error code."""


class Tickets:
    """Issues and redeems both."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.base_url = ""
        self._triggers: dict[str, Trigger] = {}
        self._urls: dict[str, ResponseUrl] = {}

    def new_trigger(self, desk: Desk, *, in_modal: bool = False) -> str:
        trigger_id = f"{self.workspace.new_id('')}.{secrets.randbelow(10**9)}.{secrets.token_hex(8)}"
        self._triggers[trigger_id] = Trigger(desk, self.workspace.clock.time() + TRIGGER_SECONDS, in_modal)
        return trigger_id

    def redeem_trigger(self, trigger_id: str) -> Trigger:
        """The trigger, which is used up by this. Raises Refused for an unknown, used or expired one."""
        trigger = self._triggers.get(trigger_id)
        if trigger is None:
            raise Refused("invalid_trigger_id")
        if trigger.used:
            raise Refused("exchanged_trigger_id")
        if self.workspace.clock.time() >= trigger.expires:
            raise Refused("expired_trigger_id")
        trigger.used = True
        return trigger

    def new_response_url(self, desk: Desk, message: Message | None) -> str:
        token = secrets.token_urlsafe(16)
        self._urls[token] = ResponseUrl(desk, message, self.workspace.clock.time() + RESPONSE_SECONDS)
        return f"{self.base_url}/response/{token}"

    def redeem_response_url(self, token: str) -> ResponseUrl:
        """The URL's target, with one use less. Raises Refused for an unknown, expired or used up one."""
        url = self._urls.get(token)
        if url is None:
            raise Refused("invalid_url")
        if self.workspace.clock.time() >= url.expires:
            raise Refused("expired_url")
        if url.uses_left == 0:
            raise Refused("used_url")
        url.uses_left -= 1
        return url
