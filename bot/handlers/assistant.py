"""The assistant as a platform sees it: events go into the inbox at once, forms are answered at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.domain.card import Form
from bot.domain.conversation import Person
from bot.errors import UserFacingError
from bot.handlers import forms
from bot.handlers.desk import Desk
from bot.ports import FormCheck, InboxEvent


class TallyAssistant:
    """Implements the `Assistant` port over the desk; `wake` tells the workers that there is something to do."""

    def __init__(self, desk: Desk, wake: Callable[[], None]) -> None:
        self._desk, self._wake = desk, wake

    def receive(self, event: InboxEvent) -> bool:
        """Store an event durably and wake a worker; False when it is a duplicate."""
        is_new = self._desk.store.receive(event)
        self._wake()
        return is_new

    def form(self, proposal_id: str, revision: int, person: Person) -> Form:
        """The Edit form of a pending proposal. Raises UserFacingError when it cannot be edited by this person now."""
        employee = self._desk.employee(person)
        return forms.form_of(forms.editable(proposal_id, revision, employee, self._desk), employee, self._desk)

    def check_form(
        self, proposal_id: str, revision: int, person: Person, values: Mapping[str, str], shown: str
    ) -> FormCheck:
        """Check what was typed into the form."""
        try:
            employee = self._desk.employee(person)
            proposal = forms.editable(proposal_id, revision, employee, self._desk)
        except UserFacingError as error:
            return FormCheck(errors={next(iter(values), ""): str(error)})
        return forms.check(proposal, values, shown, employee, self._desk)
