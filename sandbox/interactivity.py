"""What a person does with blocks and forms: the payloads that this sends, and what the app's acknowledgement does."""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from sandbox import inputs
from sandbox.modals import Modals, ViewRefused
from sandbox.responses import Responses
from sandbox.socket_mode import Delivery, SocketMode
from sandbox.state import Desk, Json, Message, Workspace
from sandbox.tickets import Tickets
from sandbox.views import View

NO_ANSWER = "The app did not answer in time. Please try again."


class NotThere(LookupError):
    """The person cannot do this: no such element, message or open modal."""


@dataclasses.dataclass(frozen=True)
class Place:
    """Where an element stands: in a message, or in a view."""

    message: Message | None = None
    view: View | None = None

    @property
    def blocks(self) -> Sequence[Json]:
        if self.view is not None:
            return self.view.blocks
        return (self.message.body.get("blocks") or []) if self.message else []

    @property
    def values(self) -> inputs.Values:
        surface = self.view or self.message
        return surface.inputs if surface else {}

    def find(self, action_id: str, block_id: str | None = None, value: str | None = None) -> tuple[Json, Json] | None:
        """The block and the element with that action_id; a button's `value` tells several apart."""
        for block, element in inputs.elements_of(self.blocks):
            same_value = value is None or inputs.is_input(element) or element.get("value") in {None, value}
            if element["action_id"] == action_id and block_id in {None, block["block_id"]} and same_value:
                return dict(block), dict(element)
        return None


class Interactivity:
    """Sends `interactive` and `slash_commands` payloads, and acts on what comes back."""

    def __init__(
        self, workspace: Workspace, socket_mode: SocketMode, tickets: Tickets, modals: Modals, responses: Responses
    ) -> None:
        self.workspace = workspace
        self.socket_mode = socket_mode
        self.tickets = tickets
        self.modals = modals
        self.responses = responses

    def enter(self, desk: Desk, place: Place, block: Json, element: Json, value: Any) -> None:
        """The person changes an input, which by itself tells the app nothing.

        Raises ValueError for an option that is not offered.
        """
        with self.workspace.changing():
            place.values[block["block_id"]][element["action_id"]] = inputs.entry(element, value)

    async def act(self, desk: Desk, place: Place, block: Json, element: Json, value: Any = None) -> Delivery:
        """The person clicks a button, or picks a value: `block_actions`."""
        self.workspace.fail(desk, "")
        if inputs.is_input(element):
            self.enter(desk, place, block, element, value)
        action = self._action(place, block, element, value)
        payload = self._envelope(desk, "block_actions", in_modal=place.view in desk.modals)
        payload |= self._origin(desk, place) | {"actions": [action]}
        delivery = self.socket_mode.deliver("interactive", payload)
        await self._finish(desk, delivery)
        return delivery

    async def submit(self, desk: Desk, view: View) -> dict[str, str]:
        """The person submits the top modal. Returns the errors now shown under its fields, by block_id."""
        refusals = inputs.refusals(view.blocks, view.inputs)
        self.modals.show_errors(desk, view, refusals)
        if refusals:
            return refusals
        payload = self._envelope(desk, "view_submission", in_modal=True)
        delivery = self.socket_mode.deliver(
            "interactive", {**payload, "view": self.modals.payload(view), "response_urls": []}
        )
        answer = await self._finish(desk, delivery)
        if delivery.outcome == "acknowledged":
            self._respond_to_submission(desk, view, answer or {})
        else:
            self._note(desk, view, "We had some trouble connecting. Try again?")
        return dict(view.errors)

    async def close(self, desk: Desk, view: View, *, clear: bool = False) -> None:
        """The person closes the top modal (or all): `view_closed`, if the view asked for it."""
        closed = list(desk.modals) if clear or view.definition.get("clear_on_close") else [view]
        if len(closed) == len(desk.modals):
            self.modals.clear(desk)
        else:
            self.modals.close_top(desk)
        for one in reversed(closed):
            if one.definition.get("notify_on_close"):
                payload = self._envelope(desk, "view_closed", trigger=False)
                payload |= {"view": self.modals.payload(one), "is_cleared": clear}
                await self._finish(desk, self.socket_mode.deliver("interactive", payload))

    async def slash(self, desk: Desk, command: str, text: str, channel: Json | None = None) -> Delivery:
        """The person types a slash command: in the direct message, or in another `channel` (its `id` and `name`)."""
        self.workspace.fail(desk, "")
        bot, person = self.workspace.bot, desk.person
        here = {"id": person.channel, "name": "directmessage"}
        payload = {
            "token": "sandbox",
            "team_id": bot.team_id,
            "team_domain": bot.team_name.lower(),
            "channel_id": (channel or here)["id"],
            "channel_name": (channel or here)["name"],
            "user_id": person.id,
            "user_name": person.name,
            "command": command,
            "text": text,
            "api_app_id": bot.app_id,
            "is_enterprise_install": "false",
            "response_url": self.tickets.new_response_url(desk, None),
            "trigger_id": self.tickets.new_trigger(desk),
        }
        delivery = self.socket_mode.deliver("slash_commands", payload)
        answer = await self._finish(desk, delivery)
        if answer:
            self.responses.answer(desk, None, answer)
        return delivery

    async def shortcut(self, desk: Desk, callback_id: str) -> Delivery:
        """The person picks a global shortcut."""
        self.workspace.fail(desk, "")
        payload = self._envelope(desk, "shortcut") | {"callback_id": callback_id, "action_ts": self.workspace.new_ts()}
        delivery = self.socket_mode.deliver("interactive", payload)
        await self._finish(desk, delivery)
        return delivery

    async def message_shortcut(
        self, desk: Desk, callback_id: str, message: Json, channel: Json | None = None
    ) -> Delivery:
        """The person picks a shortcut from a message's menu: of one here, or of one in another `channel`."""
        self.workspace.fail(desk, "")
        payload = self._envelope(desk, "message_action") | {
            "callback_id": callback_id,
            "action_ts": self.workspace.new_ts(),
            "channel": channel or {"id": desk.person.channel, "name": "directmessage"},
            "message": message,
            "message_ts": message["ts"],
            "response_url": self.tickets.new_response_url(desk, None),
        }
        delivery = self.socket_mode.deliver("interactive", payload)
        await self._finish(desk, delivery)
        return delivery

    async def _finish(self, desk: Desk, delivery: Delivery) -> Json | None:
        answer = await delivery.answer
        if delivery.outcome != "acknowledged":
            what = delivery.payload.get("command") or delivery.payload.get("type")
            self.workspace.problem(f"{what} was not answered ({delivery.outcome})")
            self.workspace.fail(desk, NO_ANSWER)
        return answer

    def _respond_to_submission(self, desk: Desk, view: View, answer: Json) -> None:
        action = answer.get("response_action")
        try:
            if action == "errors":
                self._show_errors(desk, view, answer.get("errors") or {})
            elif action == "update":
                self.modals.update(desk, view, answer.get("view"))
            elif action == "push":
                self.modals.push(desk, answer.get("view"))
            elif action == "clear":
                self.modals.clear(desk)
            elif action is None:
                self._close_submitted(desk, view)
            else:
                raise ViewRefused(f"unknown response_action {action!r}")
        except ViewRefused as refused:
            self.workspace.problem(f"view_submission was answered with {action}: {refused.code} {refused.messages}")
            self._note(desk, view, "We had some trouble connecting. Try again?")

    def _show_errors(self, desk: Desk, view: View, errors: Mapping[str, str]) -> None:
        unknown = set(errors) - {block["block_id"] for block in view.blocks if block["type"] == "input"}
        if unknown or not errors:
            raise ViewRefused(
                "invalid errors", [f"no input block with the block_id {name!r}" for name in sorted(unknown)]
            )
        self.modals.show_errors(desk, view, errors)

    def _close_submitted(self, desk: Desk, view: View) -> None:
        if desk.modals and desk.modals[-1] is view:
            self.modals.close_top(desk)

    def _note(self, desk: Desk, view: View, note: str) -> None:
        with self.workspace.changing():
            view.note = note
        self.workspace.views_changed(desk)

    def _action(self, place: Place, block: Json, element: Json, value: Any) -> Json:
        action = {"type": element["type"], "action_id": element["action_id"], "block_id": block["block_id"]}
        if inputs.is_input(element):
            action |= place.values[block["block_id"]][element["action_id"]]
        elif element["type"] == "overflow":
            action["selected_option"] = inputs.option_of(element, value)
        elif element["type"] == "feedback_buttons":
            action["value"] = value
        else:
            action |= {name: element[name] for name in ("text", "value", "style") if name in element}
        return {**action, "action_ts": self.workspace.new_ts()}

    def _origin(self, desk: Desk, place: Place) -> Json:
        if place.view is not None:
            return {
                "container": {"type": "view", "view_id": place.view.id},
                "view": self.modals.payload(place.view),
            }
        message = place.message
        if message is None:
            raise NotThere("an action needs a message or a view")
        container = {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": desk.person.channel,
            "is_ephemeral": message.ephemeral,
        }
        if "thread_ts" in message.body:
            container["thread_ts"] = message.body["thread_ts"]
        return {
            "container": container,
            "channel": {"id": desk.person.channel, "name": "directmessage"},
            "message": message.public(with_metadata=True),
            "state": {"values": message.inputs},
            "response_url": self.tickets.new_response_url(desk, message),
        }

    def _envelope(self, desk: Desk, kind: str, *, in_modal: bool = False, trigger: bool = True) -> Json:
        bot, person = self.workspace.bot, desk.person
        payload: Json = {
            "type": kind,
            "user": {"id": person.id, "username": person.name, "name": person.name, "team_id": bot.team_id},
            "team": {"id": bot.team_id, "domain": bot.team_name.lower()},
            "api_app_id": bot.app_id,
            "token": "sandbox",
            "enterprise": None,
            "is_enterprise_install": False,
        }
        return {**payload, "trigger_id": self.tickets.new_trigger(desk, in_modal=in_modal)} if trigger else payload
