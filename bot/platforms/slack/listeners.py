"""What is listened to. A listener translates what Slack sent, stores it and returns; nothing is decided here.

The app answers an envelope only after its listener is through (see `app.py`), so what Slack takes as received is
stored. Forms are not stored but answered: a modal must open within three seconds of the click.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from slack_bolt import Ack, App

from bot.domain.card import Verb
from bot.errors import UserFacingError
from bot.handlers.feedback import FEEDBACK
from bot.platforms.slack.blocks.card import MENU
from bot.platforms.slack.blocks.feedback import FEEDBACK_BUTTONS, judgement
from bot.platforms.slack.blocks.files import EXPORT
from bot.platforms.slack.blocks.form import (
    DECLINE_VIEW,
    EDIT_VIEW,
    REASON,
    FormContext,
    closing_view,
    decline_view,
    entered,
    errors_by_block,
    form_view,
)
from bot.platforms.slack.blocks.home import HOME_NEXT, HOME_PREVIOUS
from bot.platforms.slack.blocks.home_parts import HOME_CONTEXT, HOME_RESET
from bot.platforms.slack.blocks.reminder import SHOW_MONTH, SUBMIT_MONTH
from bot.platforms.slack.blocks.text import CHOICE
from bot.platforms.slack.entrances import register_entrances
from bot.platforms.slack.home_listeners import HomeListeners, page_of, register_home
from bot.platforms.slack.payloads import (
    Payload,
    Place,
    UnknownButton,
    card_clicked,
    click_id,
    clicked,
    days_clicked,
    file_clicked,
    month_clicked,
    spoken,
)
from bot.platforms.slack.platform import SlackPlatform
from bot.ports import Assistant, Clock, InboxEvent, Verdict
from bot.words import say, speaking

ANYTHING = re.compile("")


def prompts() -> dict[str, str]:
    """What an empty conversation offers: titles, and what a click on one says."""
    return {
        say("prompt-missing"): say("prompt-missing"),
        say("prompt-report"): say("prompt-report-words"),
        say("prompt-projects"): say("prompt-projects"),
    }


def register(app: App, assistant: Assistant, platform: SlackPlatform, clock: Clock) -> None:
    """Put every listener on the app. The manifest lists the same events (a test compares them)."""
    listeners = Listeners(assistant, platform, clock)
    app.event("message")(listeners.message)
    app.event("app_home_opened")(listeners.home_opened)
    for verb, listener in listeners.verbs.items():
        app.action(verb)(listener)
    app.action(MENU)(listeners.menu)
    app.action(SHOW_MONTH)(listeners.show_month)
    app.action(SUBMIT_MONTH)(listeners.submit_month)
    app.action(re.compile(f"^{EXPORT}_[a-z]+$"))(listeners.export)
    app.action(re.compile(f"^({HOME_PREVIOUS}|{HOME_NEXT})$"))(listeners.home_month)
    app.action(HOME_RESET)(listeners.reset)
    app.action(HOME_CONTEXT)(listeners.context)
    app.action(re.compile(f"^{CHOICE}_\\d+$"))(listeners.choice)
    app.view(EDIT_VIEW)(listeners.edited)
    app.view(DECLINE_VIEW)(listeners.declined)
    app.action(FEEDBACK_BUTTONS)(listeners.judged)
    register_entrances(app, assistant, platform, clock)
    register_home(app, HomeListeners(assistant, platform, clock))
    app.action(ANYTHING)(listeners.unknown)  # what nothing above took: Bolt asks in the order of registration
    app.view(ANYTHING)(listeners.unknown)


@dataclass(frozen=True)
class Listeners:
    """The listeners, with what they call."""

    assistant: Assistant
    platform: SlackPlatform
    clock: Clock

    @property
    def verbs(self) -> Mapping[str, Any]:
        """The listener for each button of a card."""
        return {
            Verb.APPROVE.value: self.approve,
            Verb.EDIT.value: self.edit,
            Verb.DECLINE.value: self.decline,
            Verb.APPROVE_ALL.value: self.approve_all,
            Verb.UNDO.value: self.undo,
            Verb.SAME.value: self.same,
        }

    def message(self, body: Payload, event: Payload) -> None:
        """A person wrote in the direct conversation, or changed or deleted what they wrote. The rest passes by."""
        said = spoken(event)
        if said is not None:
            self._store(body["event_id"], "message", said.place, said.person, said.payload)

    def home_opened(self, body: Payload, event: Payload) -> None:
        """A person opened the Home tab, or the conversation: it offers to fill gaps, and how to begin while empty."""
        place = Place(event["channel"])
        if event.get("tab") == "home":
            self._store(body["event_id"], "home", place, event["user"], {}, lane=f"home:{event['user']}")
        else:
            user = event["user"]
            with self._speaking_to(user):
                own = lambda: self.assistant.suggestions(self.platform.person(user))  # noqa: E731
                self.platform.suggest(event["channel"], prompts(), own)

    def approve(self, ack: Ack, body: Payload, action: Payload) -> None:
        """Approve one line."""
        self._decide(Verb.APPROVE, body, action)
        ack()

    def approve_all(self, ack: Ack, body: Payload, action: Payload) -> None:
        """Approve every line of a card that can be."""
        self._decide(Verb.APPROVE_ALL, body, action)
        ack()

    def undo(self, ack: Ack, body: Payload, action: Payload) -> None:
        """Take back what was written."""
        self._decide(Verb.UNDO, body, action)
        ack()

    def same(self, ack: Ack, body: Payload, action: Payload) -> None:
        """Propose what was written for the days that stand on the button."""
        card_id, proposal_id, revision = card_clicked(action)
        of = {"card_id": card_id, "proposal_id": proposal_id, "revision": revision, "days": days_clicked(action)}
        self._store(click_id(body, action), "same", Place.of_click(body), body["user"]["id"], of)
        ack()

    def edit(self, ack: Ack, body: Payload, action: Payload) -> None:
        """Open the Edit form, or say why it cannot be."""
        ack()
        context, user = _context(body, action), body["user"]["id"]
        try:
            form = self.assistant.form(context.proposal_id, context.revision, self.platform.person(user))
        except UserFacingError as error:
            self.platform.whisper(context.address, user, str(error))
        else:
            with self._speaking_to(user):
                view = form_view(form, context)
            self.platform.open_form(body["trigger_id"], view)

    def decline(self, ack: Ack, body: Payload, action: Payload) -> None:
        """Ask for the reason of a decline."""
        ack()
        with self._speaking_to(body["user"]["id"]):
            view = decline_view(_context(body, action))
        self.platform.open_form(body["trigger_id"], view)

    def menu(self, ack: Ack, body: Payload, action: Payload) -> None:
        """The same verbs from the menu of a line on a long card."""
        self.verbs.get(str(clicked(action).get("verb")), self.unknown)(ack, body, action)

    def edited(self, ack: Ack, body: Payload, view: Payload) -> None:
        """The Edit form was submitted: correct it, show how it was read, or store it as a decision."""
        context, values, user = FormContext.of(view), entered(view), body["user"]["id"]
        person = self.platform.person(user)
        check = self.assistant.check_form(context.proposal_id, context.revision, person, values, context.notice)
        if check.form is not None:
            with self._speaking_to(user):
                changed = form_view(check.form, context)
            ack(response_action="update", view=changed)
        elif check.errors:
            _refuse(ack, check.errors, view)
        else:
            self._store_form(Verb.EDIT, context, user, view, {"values": values})
            ack()

    def declined(self, ack: Ack, body: Payload, view: Payload) -> None:
        """The reason of a decline was submitted."""
        reason = {"reason": entered(view).get(REASON, "").strip()}
        self._store_form(Verb.DECLINE, FormContext.of(view), body["user"]["id"], view, reason)
        ack()

    def show_month(self, ack: Ack, body: Payload, action: Payload) -> None:
        """Show month, on a reminder."""
        self._store(click_id(body, action), "report", Place.of_click(body), body["user"]["id"], _month(action))
        ack()

    def submit_month(self, ack: Ack, body: Payload, action: Payload) -> None:
        """Submit, on a reminder, a report or the Home tab: the card that it leads to comes into the conversation."""
        month = {**page_of(body), **_month(action)}
        self._store(click_id(body, action), "submit", Place.of_click(body), body["user"]["id"], month)
        ack()

    def export(self, ack: Ack, body: Payload, action: Payload) -> None:
        """A month as a file, on a report."""
        self._store(click_id(body, action), "export", Place.of_click(body), body["user"]["id"], file_clicked(action))
        ack()

    def home_month(self, ack: Ack, body: Payload, action: Payload) -> None:
        """Another month on the Home tab."""
        user = body["user"]["id"]
        self._store(click_id(body, action), "home", Place.of_click(body), user, _month(action), lane=f"home:{user}")
        ack()

    def reset(self, ack: Ack, body: Payload, action: Payload) -> None:
        """Start over, on the Home tab: it is about the direct conversation, and answered there."""
        self._store(click_id(body, action), "reset", Place.of_click(body), body["user"]["id"], page_of(body))
        ack()

    def context(self, ack: Ack, body: Payload, action: Payload) -> None:
        """Show context, on the Home tab."""
        self._store(click_id(body, action), "context", Place.of_click(body), body["user"]["id"], {})
        ack()

    def choice(self, ack: Ack, body: Payload, action: Payload) -> None:
        """An offered answer was clicked: the same as if it had been typed."""
        words = {"text": action["value"]}
        self._store(click_id(body, action), "message", Place.of_click(body), body["user"]["id"], words)
        ack()

    def judged(self, ack: Ack, body: Payload, action: Payload) -> None:
        """👍 or 👎 under an answer."""
        try:
            message, verdict = judgement(clicked(action))
        except (KeyError, ValueError) as error:
            raise UnknownButton from error
        place, user = Place.of_click(body), body["user"]["id"]
        self._store(click_id(body, action), FEEDBACK, place, user, {"message": message, "verdict": verdict.value})
        with self._speaking_to(user):
            thanks = say("feedback-thanks") if verdict is Verdict.GOOD else say("feedback-thanks-bad")
        self.platform.tell(place.address, user, thanks)
        ack()

    def unknown(self, *_: object) -> None:
        """A button or a form of another version or workspace."""
        raise UnknownButton

    def _speaking_to(self, person_id: str) -> AbstractContextManager[None]:
        return speaking(self.assistant.locale(self.platform.last_known(person_id)))

    def _decide(self, verb: Verb, body: Payload, action: Payload) -> None:
        decision = _decision(verb, *card_clicked(action))
        self._store(click_id(body, action), "decision", Place.of_click(body), body["user"]["id"], decision)

    def _store_form(self, verb: Verb, context: FormContext, user: str, view: Payload, more: Payload) -> None:
        decision = {**_decision(verb, context.card_id, context.proposal_id, context.revision), **more}
        self._store(f"{user}:{view['id']}", "decision", Place.of_address(context.address), user, decision)

    def _store(self, event_id: str, kind: str, place: Place, user: str, payload: Payload, *, lane: str = "") -> None:
        stored = {**payload, "address": place.address}
        now = self.clock.now()
        self.assistant.receive(InboxEvent(event_id, self.platform.name, kind, lane or place.lane, user, stored, now))


def _decision(verb: Verb, card_id: str, proposal_id: str, revision: int) -> dict[str, Any]:
    return {"verb": verb.value, "card_id": card_id, "proposal_id": proposal_id, "revision": revision}


def _context(body: Payload, action: Payload) -> FormContext:
    return FormContext(*card_clicked(action), Place.of_click(body).address)


def _month(action: Payload) -> dict[str, str]:
    return {"month": month_clicked(action)}


def _refuse(ack: Ack, errors: Mapping[str, str], view: Payload) -> None:
    shown = errors_by_block(errors, view)
    if shown:
        ack(response_action="errors", errors=shown)
    else:
        ack(response_action="update", view=closing_view(" ".join(errors.values())))
