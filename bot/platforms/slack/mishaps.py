"""When a listener fails: the person reads what became of their click or form, and the log gets the cause in one line.

A message that could not be kept is not acknowledged, so Slack delivers it again (three times, the last after some
minutes); a click is never delivered again, so whoever clicked is told at once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

import structlog
from slack_bolt import BoltRequest, BoltResponse

from bot.errors import PlatformError, TallyError, UserFacingError
from bot.handlers.desk import reference
from bot.platforms.slack.blocks.elements import unpacked
from bot.platforms.slack.blocks.form import closing_view, errors_by_block
from bot.platforms.slack.payloads import Payload, Place, spoken
from bot.platforms.slack.platform import SlackPlatform
from bot.ports import Assistant
from bot.words import say, speaking

log = structlog.get_logger(__name__)
LAST_DELIVERY = 3  # Slack's number of the last repetition


class Mishaps:
    """What Bolt calls with whatever a listener raised."""

    def __init__(self, platform: SlackPlatform, assistant: Assistant) -> None:
        self._platform, self._assistant = platform, assistant

    def answer(self, error: Exception, body: Payload, request: BoltRequest) -> BoltResponse | None:
        """What Slack is answered; None leaves the envelope unacknowledged."""
        if body.get("type") == "event_callback":
            self._not_kept(error, body, request)
            return None
        with self._speaking_to(_person_of(body)):
            return self._answer(error, body)

    def _answer(self, error: Exception, body: Payload) -> BoltResponse | None:
        code = reference()
        if not isinstance(error, UserFacingError):
            _log("a click or a form failed", error, reference=code)
        if body.get("type") == "view_submission":
            told = str(error) if isinstance(error, UserFacingError) else say("form-lost", reference=code)
            return _in_form(told, body["view"])
        told = str(error) if isinstance(error, UserFacingError) else say("click-lost", reference=code)
        if "command" in body:
            return _as_json({"response_type": "ephemeral", "text": told})
        if body.get("type") == "message_action":
            self._platform.respond(body["response_url"], told)
            return BoltResponse(status=200)
        return BoltResponse(status=200) if self._told(told, _address_of(body), body["user"]["id"]) else None

    def _not_kept(self, error: Exception, body: Payload, request: BoltRequest) -> None:
        number = int((request.headers.get("x-slack-retry-num") or ["0"])[0])
        _log("an event could not be kept; Slack delivers it again", error, delivery=number, id=body.get("event_id"))
        said = spoken(body["event"]) if body["event"].get("type") == "message" else None
        if said is not None and number >= LAST_DELIVERY:
            with self._speaking_to(said.person):
                self._told(say("message-lost"), said.place.address, said.person)

    def _speaking_to(self, person_id: str) -> AbstractContextManager[None]:
        return speaking(self._assistant.locale(self._platform.last_known(person_id)))

    def _told(self, text: str, address: Mapping[str, str], person_id: str) -> bool:
        if not address:
            return False
        try:
            self._platform.whisper(address, person_id, text)
        except PlatformError as error:
            log.warning("nobody could be told", error=str(error))
            return False
        return True


def _log(what: str, error: Exception, **more: object) -> None:
    """One line for what is away; with its traceback for what nobody expected."""
    if isinstance(error, TallyError):
        log.error(what, error=str(error), **more)
    else:
        log.error(what, exc_info=error, **more)


def _address_of(body: Payload) -> Mapping[str, str]:
    """Where a click's answer is read; empty when the payload does not tell."""
    if (body.get("container") or {}).get("channel_id"):
        return Place.of_click(body).address
    channel = unpacked((body.get("view") or {}).get("private_metadata") or "").get("channel")
    return {"channel": str(channel)} if channel else {}


def _person_of(body: Payload) -> str:
    """A command names its person flatly."""
    return str(body["user_id"] if "command" in body else body["user"]["id"])


def _in_form(text: str, view: Mapping[str, Any]) -> BoltResponse:
    """The sentence under the form's first field, so that what was typed stays; a form without fields turns into it."""
    errors = errors_by_block({"": text}, view)
    shown = {"errors": errors} if errors else {"view": closing_view(text)}
    return _as_json({"response_action": "errors" if errors else "update", **shown})


def _as_json(answer: Mapping[str, Any]) -> BoltResponse:
    return BoltResponse(status=200, body=json.dumps(answer), headers={"content-type": "application/json"})
