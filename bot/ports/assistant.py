"""What a platform calls when something happens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from bot.domain.card import Form
from bot.domain.conversation import Person


@dataclass(frozen=True)
class InboxEvent:
    """Something that happened on a platform, stored before the listener returns.

    `id` is the platform's unique event id, `lane` what is handled one at a time (the conversation). `payload` by `kind`
    (`address` is in it but for `elsewhere`):

    - `message`: `text`; also for a suggested prompt or an offered choice that was clicked. Of what a person wrote,
      `ref` (the platform's name for the message), `files` (how many were with it), and `change` (`edited`: `text` is
      the new one; `deleted`). Of a message that they picked, wherever it stands, `picked`: the `id` and the `name` of
      who wrote it, and `ts` (seconds since the epoch)
    - `decision`: `verb` (approve, decline, edit, approve_all, undo), `card_id`, `proposal_id`, `revision`, and for
      decline `reason`, for edit `values` (a form that `Assistant.check_form` accepted)
    - `same`: `card_id`, `proposal_id`, `revision`, and `days`: the ISO days that stood on the button
    - `submit`, `withdraw`, `report`: `month` (from a reminder or the home page)
    - `home`: `month` or nothing for the current one
    - `copy_week`: `week` (a day of it) and `month`; `fill_month`: `month`
    - `show_card`: `card_id`, and `painted` of the page
    - `nudge`: `about` (the month), `email` or nothing for everybody who is late
    - `preferences`: `values` (a form that `Assistant.check_preferences` accepted)
    - `forget`: nothing; everything about the person is deleted
    - `reset`: nothing; the conversation starts over
    - `context`: nothing; the person is shown what the model sees of this conversation
    - `go_on`: `card_id`; stored by the inside itself, when every line of a card is decided
    - `pending`: nothing; every card that waits in this conversation is painted again
    - `elsewhere`: `kind` and `payload` of an event that belongs into the person's direct conversation; no `address`
    - `feedback`: `message` (the id of an answer) and `verdict` (good, bad)
    - `command`: `name` (status, submit, reset) and `rest` (a month)


    What was clicked on the home page has `on_home`, and `month` is the one that it shows: it is painted anew.
    """

    id: str
    platform: str
    kind: str
    lane: str
    person_id: str
    payload: Mapping[str, Any]
    received_at: datetime
    attempts: int = 0


@dataclass(frozen=True)
class FormCheck:
    """What a submitted form is worth: `errors` by field; or `form` to show again (a phrase's reading); or fine."""

    errors: Mapping[str, str] = field(default_factory=dict)
    form: Form | None = None

    @property
    def accepted(self) -> bool:
        """True when nothing is left to correct or to confirm."""
        return not self.errors and self.form is None


class Assistant(Protocol):
    """What a platform's listeners call. A listener acknowledges, stores, translates, calls: nothing else."""

    def receive(self, event: InboxEvent) -> bool:
        """Store an event durably and wake a worker; False when it is a duplicate. Returns before it is handled."""
        ...

    def is_quiet(self, platform: str, lane: str) -> bool:
        """True when nothing is left to handle or to say in a conversation: for a platform that takes turns."""
        ...

    def suggestions(self, person: Person) -> Mapping[str, str]:
        """What somebody may want to say next, from their own gaps: titles, and what is said by a click on one.

        It may ask the ledger, and so take a while; nothing is suggested where that fails.
        """
        ...

    def form(self, proposal_id: str, revision: int, person: Person) -> Form:
        """The Edit form of a pending proposal. Raises UserFacingError when it cannot be edited by this person now."""
        ...

    def check_form(
        self, proposal_id: str, revision: int, person: Person, values: Mapping[str, str], shown: str
    ) -> FormCheck:
        """Check what was typed into the form. `values` by field name, days as comma-separated ISO days or a phrase;

        `shown` is the `notice` that the form carried when it was submitted, so that a reading counts only once shown.
        """
        ...

    def locale(self, person: Person) -> str:
        """The locale to speak to somebody in whom the platform names: the one that they prefer. Never raises."""
        ...

    def preferences(self, person: Person) -> Form:
        """The form of what a person prefers. Raises UserFacingError for somebody whom the ledger does not know."""
        ...

    def check_preferences(self, person: Person, values: Mapping[str, str]) -> FormCheck:
        """Check what was entered into that form."""
        ...
