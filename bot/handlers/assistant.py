"""The assistant as a platform sees it: events go into the inbox at once, forms are answered at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.domain.card import Form
from bot.domain.conversation import Person
from bot.domain.legible import legible, legible_values
from bot.errors import StoreError, UserFacingError
from bot.handlers import forms, preferring
from bot.handlers.desk import Desk
from bot.handlers.suggesting import suggestions
from bot.ports import FormCheck, InboxEvent
from bot.words import speaking


class TallyAssistant:
    """Implements the `Assistant` port over the desk; `wake` tells the workers that there is something to do."""

    def __init__(self, desk: Desk, wake: Callable[[], None]) -> None:
        self._desk, self._wake = desk, wake

    def receive(self, event: InboxEvent) -> bool:
        """Store an event durably and wake a worker; False when it is a duplicate."""
        is_new = self._desk.store.receive(replace(event, payload=legible_values(event.payload)))
        self._wake()
        return is_new

    def is_quiet(self, platform: str, lane: str) -> bool:
        """True when nothing is left to handle or to say in a conversation."""
        return self._desk.store.is_quiet(platform, lane)

    def suggestions(self, person: Person) -> Mapping[str, str]:
        """What somebody may want to say next, from their own gaps."""
        return suggestions(person, self._desk)

    def form(self, proposal_id: str, revision: int, person: Person) -> Form:
        """The Edit form of a pending proposal. Raises UserFacingError when it cannot be edited by this person now."""
        desk = self._desk.for_one_event()
        with speaking(self.locale(person)):
            employee = desk.employee(person)
            return forms.form_of(forms.editable(proposal_id, revision, employee, desk), employee, desk)

    def check_form(
        self, proposal_id: str, revision: int, person: Person, values: Mapping[str, str], shown: str
    ) -> FormCheck:
        """Check what was typed into the form."""
        with speaking(self.locale(person)):
            return self._checked(proposal_id, revision, person, values, shown)

    def _checked(
        self, proposal_id: str, revision: int, person: Person, values: Mapping[str, str], shown: str
    ) -> FormCheck:
        desk = self._desk.for_one_event()
        try:
            employee = desk.employee(person)
            proposal = forms.editable(proposal_id, revision, employee, desk)
        except UserFacingError as error:
            return FormCheck(errors={next(iter(values), ""): str(error)})
        typed = {name: legible(value) for name, value in values.items()}
        return forms.check(proposal, typed, shown, employee, desk)

    def locale(self, person: Person) -> str:
        """The one that they prefer; the platform's while the database does not tell."""
        try:
            return self._desk.as_preferred(person).locale
        except StoreError:
            return person.locale

    def preferences(self, person: Person) -> Form:
        """The form of what a person prefers. Raises UserFacingError for somebody whom the ledger does not know."""
        desk = self._desk.for_one_event()
        with speaking(self.locale(person)):
            employee = desk.employee(person)
            return preferring.form_of(desk.preferences(employee.email), person, employee, desk)

    def check_preferences(self, person: Person, values: Mapping[str, str]) -> FormCheck:
        """Check what was entered into that form."""
        desk = self._desk.for_one_event()
        with speaking(self.locale(person)):
            try:
                _, errors = preferring.read(values, desk.employee(person), desk)
            except UserFacingError as error:
                errors = {next(iter(values), ""): str(error)}
            return FormCheck(errors=errors)
