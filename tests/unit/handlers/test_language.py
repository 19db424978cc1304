"""Everybody is answered in their own language: it is spoken around whatever is decided, painted or sent for them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from bot.domain.conversation import Person
from bot.domain.proposal import ProposalState
from bot.domain.timesheet import Project, Role
from bot.errors import ModelError, PlatformError
from bot.handlers.applying import recover
from bot.handlers.assistant import TallyAssistant
from bot.handlers.inbox import work_off_one
from bot.handlers.outbox import send_some
from bot.ports import ModelReply
from bot.tools.named_slots import ProjectName, RoleName
from bot.tools.situation import Situation, Unclear
from bot.tools.slots import Reason
from bot.words import language, languages, say, speaking
from tests.fakes import FakePlatform, calls
from tests.unit.handlers.conftest import ANA, BEN, COMPANY, Office

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


def situation(office: Office, *said: str) -> Situation:
    """What a tool may know of Ana."""
    ana = office.ledger.employee(ANA)
    return office.desk.situation(ana, office.clock.now().date(), said)


@pytest.mark.parametrize("spoken", languages())
def test_the_words_of_a_button_are_read_as_what_the_button_stood_for(office: Office, spoken: str) -> None:
    """What is clicked is said: in every language a reason, a role and a name are found in their own button's words."""
    office.ledger.load(replace(COMPANY, projects=(Project("MAY", "May", "", frozenset({ANA})),)))
    for slot, values in ((Reason(), ["paid_leave", "rtt", "sick"]), (RoleName(), list(Role))):
        with speaking(spoken):
            offered = slot.offers(situation(office))
            read = [slot.read(words, situation(office, words)) for words in offered]
            grounded = [slot.grounded(w, v, situation(office, w)) for w, v in zip(offered, read, strict=True)]
        assert read == values
        assert all(grounded)
        with speaking("en"):  # whoever changes their language meanwhile
            assert [slot.read(words, situation(office, words)) for words in offered] == values
    with speaking(spoken), pytest.raises(Unclear) as asked:
        ProjectName().read("yuzu", situation(office, "yuzu"))
    button = next(words for words in asked.value.choices if "May" in words)
    may = ProjectName().read(button, situation(office, button))
    assert may.code == "MAY"
    assert ProjectName().grounded(button, may, situation(office, button)), button


@pytest.mark.parametrize("spoken", languages())
@pytest.mark.parametrize("pick", ["reading-first", "reading-second", "reading-neither"])
def test_which_reading_is_meant_is_asked_and_answered_in_every_language(office: Office, spoken: str, pick: str) -> None:
    """The buttons' own words pick the reading; the conversation keeps the question in English for all."""
    office.platform = ListeningPlatform({"U-ANA": Person("U-ANA", ANA, locale=spoken)})
    office.desk = replace(office.desk, platforms={"fake": office.platform})
    tuesday = calls(("add_absence", {"reason": "sick", "dates": "tuesday"}))
    office.say(
        "i was sick monday into tuesday",
        replace(calls(("add_absence", {"reason": "sick", "dates": "monday"})), others=(tuesday,)),
    )
    (question,) = office.texts
    with speaking(spoken):
        words = {  # a sentence's id is written out where it is said
            "reading-first": say("reading-first"),
            "reading-second": say("reading-second"),
            "reading-neither": say("reading-neither"),
        }
        assert question.choices == tuple(words.values())
        assert question.text.startswith(say("reading-which"))
    office.say(words[pick])
    days = {"reading-first": ["2026-11-16"], "reading-second": ["2026-11-17"], "reading-neither": []}[pick]
    assert [day.isoformat() for p in office.pending for day in p.change.days] == days
    told = [m.text for m in office.store.history(office.store.conversation_at("fake", "D-U-ANA").id)]
    assert any(
        text.startswith("I am not sure how you mean that.") and "Sick leave 100 % Mon 16 Nov" in text for text in told
    )


def test_the_reading_that_may_be_a_remark_is_confirmed_with_oui(office: Office, platform: ListeningPlatform) -> None:
    """One reading, with Oui and Non."""
    likely = replace(calls(("add_activities", {"project": "apollo", "dates": "lundi"})), others=(ModelReply("Bien."),))
    office.say("apollo lundi", likely)
    assert office.texts[-1].choices == ("Oui", "Non")
    office.say("Oui")
    assert [p.title for p in office.pending] == ["Apollo (APO)"]


def test_what_is_asked_and_refused_is_french_for_ana_and_english_for_the_model(
    office: Office, platform: ListeningPlatform
) -> None:
    """Two questions, a refusal and a finding: what the person reads, and what the conversation keeps of it."""
    office.say("malade", calls(("add_absence", {"reason": "sick"})))
    office.say("quels projets ?", calls(("get_my_projects", {})), ModelReply("Voici."))
    office.say("semaine 46", calls(("get_dates_of_week", {"week": "semaine 46"})), ModelReply("Voici."))
    shown = "\n".join(text.text for text in office.texts)
    assert "Quels jours" in shown
    assert "Vos projets\n" in shown
    assert "Semaine 46\n• lun. 9 nov." in shown
    assert "mer. 11 nov. (férié)" in shown
    told = "\n".join(m.text for m in office.store.history(office.store.conversation_at("fake", "D-U-ANA").id))
    assert "Which days?" in told
    assert "Your projects\n" in told
    assert "Week 46\nMon 9 Nov" in told
    assert "Wed 11 Nov (public holiday)" in told


def test_the_same_thing_said_in_another_language_takes_the_place_of_what_waits(
    office: Office, platform: ListeningPlatform
) -> None:
    """A card's title is in the language of its day; that a line is about the same is not told by its title."""
    office.say("malade lundi", calls(("add_absence", {"reason": "sick", "dates": "lundi"})))
    platform.people["U-ANA"] = Person("U-ANA", ANA, locale="en-GB")
    office.say("sick monday", calls(("add_absence", {"reason": "sick", "dates": "monday"})))
    assert [p.title for p in office.proposals()] == ["Maladie", "Sick leave"]
    assert [p.state for p in office.proposals()] == [ProposalState.SUPERSEDED, ProposalState.PENDING]


def test_no_break_spaces_of_a_french_keyboard_are_plain_ones_for_the_model(office: Office) -> None:
    """A button and a keyboard put one before a question mark; no model was trained on them."""
    office.say("quels projets\u202f?\u00a0", calls(("get_my_projects", {})), ModelReply("Voici."))
    assert office.store.history(office.store.conversation_at("fake", "D-U-ANA").id)[0].text == "quels projets ?"
