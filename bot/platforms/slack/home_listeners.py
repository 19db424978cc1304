"""What is clicked on the home page. Each click is stored before it is acknowledged; nothing is decided here.

A click is answered in the direct conversation, whose channel the page carries, and names the month that the page
shows, so that it can be painted anew.
"""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from slack_bolt import Ack, App

from bot.domain.home import OneClick
from bot.errors import UserFacingError
from bot.platforms.slack.blocks.form import entered, errors_by_block
from bot.platforms.slack.blocks.home import WITHDRAW_MONTH
from bot.platforms.slack.blocks.home_parts import (
    HOME_FORGET,
    HOME_NUDGE,
    HOME_NUDGE_ALL,
    HOME_OFFER,
    HOME_PREFERENCES,
    HOME_SHOW_CARD,
)
from bot.platforms.slack.blocks.preferences import PREFERENCES_VIEW, carried_by, preferences_view
from bot.platforms.slack.payloads import Payload, Place, UnknownButton, click_id, clicked, month_clicked
from bot.platforms.slack.platform import SlackPlatform
from bot.ports import Assistant, Clock, InboxEvent
from bot.words import speaking


def register_home(app: App, listeners: HomeListeners) -> None:
    """Put the page's listeners on the app."""
    app.action(re.compile(f"^{HOME_OFFER}_\\d+$"))(listeners.offer)
    app.action(HOME_SHOW_CARD)(listeners.show_card)
    app.action(WITHDRAW_MONTH)(listeners.withdraw)
    app.action(re.compile(f"^({HOME_NUDGE}|{HOME_NUDGE_ALL})$"))(listeners.nudge)
    app.action(HOME_FORGET)(listeners.forget)
    app.action(HOME_PREFERENCES)(listeners.preferences)
    app.view(PREFERENCES_VIEW)(listeners.preferred)


def page_of(body: Payload) -> dict[str, Any]:
    """For a click on the home page: that it was there, and which month the page showed. Else nothing."""
    view = body.get("view")
    if not view:
        return {}
    month = carried_by(view).get("month")
    return {"on_home": True, **({"month": month} if month else {})}


@dataclass(frozen=True)
class HomeListeners:
    """The listeners, with what they call."""

    assistant: Assistant
    platform: SlackPlatform
    clock: Clock

    def offer(self, ack: Ack, body: Payload, action: Payload) -> None:
        """A card at one click."""
        carried = clicked(action)
        try:
            kind, about = OneClick(str(carried["kind"])), str(carried["about"])
        except (KeyError, ValueError) as error:
            raise UnknownButton from error
        self._store(body, action, kind.value, {"week": about} if kind is OneClick.COPY_WEEK else {"month": about})
        ack()

    def show_card(self, ack: Ack, body: Payload, action: Payload) -> None:
        """A card that waits, once more."""
        carried = clicked(action)
        if not carried.get("card"):
            raise UnknownButton
        shown = {"card_id": str(carried["card"]), "painted": str(carried.get("painted") or "")}
        self._store(body, action, "show_card", shown)
        ack()

    def withdraw(self, ack: Ack, body: Payload, action: Payload) -> None:
        """Take the month back: a card."""
        self._store(body, action, "withdraw", {"month": month_clicked(action)})
        ack()

    def nudge(self, ack: Ack, body: Payload, action: Payload) -> None:
        """Nudge one person, or everybody who is late."""
        carried = clicked(action)
        if not carried.get("about"):
            raise UnknownButton
        whom = {"about": str(carried["about"]), "email": str(carried.get("email") or "")}
        self._store(body, action, "nudge", whom)
        ack()

    def forget(self, ack: Ack, body: Payload, action: Payload) -> None:
        """Forget me; the dialog has asked before."""
        self._store(body, action, "forget", {})
        ack()

    def preferences(self, ack: Ack, body: Payload, action: Payload) -> None:
        """Open the form, or say why there is none."""
        ack()
        user = body["user"]["id"]
        place, person = Place.of_click(body), self.platform.person(user)
        try:
            form = self.assistant.preferences(person)
        except UserFacingError as error:
            self.platform.whisper(place.address, user, str(error))
        else:
            with self._speaking_to(user):
                view = preferences_view(form, carried_by(body["view"]))
            self.platform.open_form(body["trigger_id"], view)

    def preferred(self, ack: Ack, body: Payload, view: Payload) -> None:
        """The form was submitted: correct it, or keep it."""
        user, values = body["user"]["id"], entered(view)
        check = self.assistant.check_preferences(self.platform.person(user), values)
        if check.errors:
            ack(response_action="errors", errors=errors_by_block(check.errors, view))
            return
        carried = carried_by(view)
        payload = {"values": values, **({"month": carried["month"]} if "month" in carried else {})}
        self._receive(f"{user}:{view['id']}", "preferences", Place(carried["channel"]), user, payload)
        ack()

    def _speaking_to(self, person_id: str) -> AbstractContextManager[None]:
        return speaking(self.assistant.locale(self.platform.last_known(person_id)))

    def _store(self, body: Payload, action: Payload, kind: str, payload: Payload) -> None:
        user = body["user"]["id"]
        self._receive(click_id(body, action), kind, Place.of_click(body), user, {**page_of(body), **payload})

    def _receive(self, event_id: str, kind: str, place: Place, user: str, payload: Payload) -> None:
        stored = {**payload, "address": place.address}
        self.assistant.receive(
            InboxEvent(event_id, self.platform.name, kind, place.lane, user, stored, self.clock.now())
        )
