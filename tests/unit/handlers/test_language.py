"""Everybody is answered in their own language: it is spoken around whatever is decided, painted or sent for them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from bot.domain.conversation import Person
from bot.domain.proposal import ProposalState
from bot.errors import ModelError, PlatformError
from bot.handlers.applying import recover
from bot.handlers.assistant import TallyAssistant
from bot.handlers.inbox import work_off_one
from bot.handlers.outbox import send_some
from bot.words import language
from tests.fakes import FakePlatform, calls
from tests.unit.handlers.conftest import ANA, BEN, Office

APOLLO = calls(("add_activities", {"project": "apollo", "dates": "monday"}))


@dataclass
class ListeningPlatform(FakePlatform):
    """Remembers in which language it was spoken to."""

    heard: list[str] = field(default_factory=list)
    forgets: bool = False

    def person(self, person_id: str) -> Person:
        if self.forgets:
            raise PlatformError("away")
        return super().person(person_id)

    def status(self, address: Any, text: str) -> None:
        if text:
            self.heard.append(f"status {language()}")

    def post(self, address: Any, message_id: str, picture: Any) -> str:
        self.heard.append(f"post {language()}")
        return super().post(address, message_id, picture)

    def update(self, address: Any, ref: str, message_id: str, picture: Any) -> None:
        self.heard.append(f"update {language()}")
        super().update(address, ref, message_id, picture)


class ListeningLedger:
    """A ledger that remembers in which languages it was asked for projects."""

    def __init__(self, ledger: Any) -> None:
        self._ledger, self.heard = ledger, set[str]()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ledger, name)

    def snapshot(self) -> ListeningLedger:
        return self

    def projects(self) -> Any:
        self.heard.add(language())
        return self._ledger.projects()


@pytest.fixture
def platform(office: Office) -> ListeningPlatform:
    """A platform where Ana speaks French and Ben English; the office's bot is on it."""
    people = {"U-ANA": Person("U-ANA", ANA, locale="fr-FR"), "U-BEN": Person("U-BEN", BEN, locale="en-GB")}
    office.platform = ListeningPlatform(people)
    office.desk = replace(office.desk, platforms={"fake": office.platform})
    return office.platform


def test_each_person_is_answered_in_their_own_language(office: Office, platform: ListeningPlatform) -> None:
    """Each status while it works and the card that comes of it; what the next person is told is not touched by it."""
    office.say("apollo on monday", APOLLO)
    office.say("apollo on monday", APOLLO, person="U-BEN")
    assert platform.heard == ["status fr", "status fr", "post fr", "status en", "status en", "post en"]
    assert language() == "en"


def test_a_click_repaints_the_card_in_the_owners_language(office: Office, platform: ListeningPlatform) -> None:
    """Whatever a decision leads to is painted for the owner of the card."""
    office.say("apollo on monday", APOLLO)
    office.click("approve", office.pending[0])
    assert platform.heard[3:] == ["update fr"]


def test_what_is_away_is_said_in_the_persons_language(office: Office, platform: ListeningPlatform) -> None:
    """The language holds after the handler failed, too: for the status that says so, and for an apology."""
    office.say("apollo on monday", ModelError("away"))
    assert set(platform.heard) == {"status fr"}


def test_who_cannot_be_looked_up_is_answered_in_english(office: Office, platform: ListeningPlatform) -> None:
    """A platform that does not say who somebody is does not keep back what was to be sent to them."""
    office.store.receive(office.event("message", "U-ANA", text="?"))
    while work_off_one(office.desk):
        pass
    platform.forgets = True
    assert send_some(office.desk) == 1
    assert platform.heard == ["post en"]


def test_a_form_is_made_and_checked_in_the_language_of_who_opens_it(
    office: Office, platform: ListeningPlatform
) -> None:
    """Forms are answered at once, outside the inbox."""
    office.say("apollo on monday", APOLLO)
    ledger = ListeningLedger(office.ledger)
    assistant = TallyAssistant(replace(office.desk, ledger=ledger), lambda: None)
    proposal, ana = office.pending[0], platform.people["U-ANA"]
    form = assistant.form(proposal.id, proposal.revision, ana)
    assistant.check_form(proposal.id, proposal.revision, ana, {f.name: f.value for f in form.fields}, "")
    assert ledger.heard == {"fr"}
    assert language() == "en"


def test_what_a_crash_left_is_carried_on_in_the_owners_language(office: Office, platform: ListeningPlatform) -> None:
    """Titles and problems that are made anew while nobody clicks are still for the owner."""
    office.say("apollo on monday", APOLLO)
    office.ledger.away = True
    office.click("approve", office.pending[0])
    assert office.proposals(ProposalState.APPROVED)
    office.ledger.away = False
    ledger = ListeningLedger(office.ledger)
    recover(replace(office.desk, ledger=ledger))
    assert ledger.heard == {"fr"}
