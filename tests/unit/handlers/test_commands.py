"""A command, and a message that was picked: put into the direct conversation, and answered there like any other."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.domain.card import ReportPicture
from bot.domain.conversation import Person
from bot.domain.proposal import ProposalState
from bot.domain.timesheet import Month
from bot.errors import PlatformError, PlatformRefused
from bot.handlers.commands import Name, help_text, typed
from bot.handlers.inbox import work_off_one
from bot.ports import InboxEvent
from bot.words import say
from tests.fakes import calls
from tests.unit.handlers.conftest import ANA, Office

APOLLO = calls(("add_activities", {"project": "apollo", "dates": "monday"}))
NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)


def command(office: Office, name: str, rest: str = "", person: str = "U-ANA") -> InboxEvent:
    """What the listener stores."""
    return elsewhere(office, "command", {"name": name, "rest": rest}, person)


def elsewhere(office: Office, kind: str, payload: dict[str, Any], person: str = "U-ANA") -> InboxEvent:
    carried = {"kind": kind, "payload": payload}
    return replace(office.event("elsewhere", person), lane=f"elsewhere:{person}", payload=carried)


def picked(office: Office, text: str, author: str = "U-BEN", at: datetime = NOW, **more: Any) -> InboxEvent:
    """Somebody's message, picked by Ana."""
    who = {"id": author, "name": more.pop("name", ""), "ts": f"{at.timestamp():.6f}"}
    return elsewhere(office, "message", {"text": text, "picked": who, **more})


def test_status_shows_the_month_in_the_direct_conversation(office: Office) -> None:
    """The report as it stands, and nothing else where nothing waits."""
    office.fill("2026-11-16", 100)
    office.happen(command(office, "status"))
    [shown] = office.platform.posted.values()
    assert isinstance(shown, ReportPicture)
    assert (shown.email, shown.month) == (ANA, "2026-11")
    conversation = office.store.conversation_at("fake", "D-U-ANA")
    assert conversation is not None
    assert conversation.address == {"channel": "D-U-ANA"}


@pytest.mark.parametrize(("cards", "sentence"), [(1, "One card above"), (2, "2 cards above")])
def test_status_says_what_waits(office: Office, cards: int, sentence: str) -> None:
    """A card further up is easily forgotten."""
    office.say("apollo monday", APOLLO)
    if cards == 2:
        office.say("zephyr tuesday", calls(("add_activities", {"project": "zephyr", "dates": "tuesday"})))
    office.happen(command(office, "status"))
    assert office.texts[-1].text.startswith(sentence)


def test_submit_leads_to_the_card_that_hands_this_month_in(office: Office) -> None:
    """It still needs Approve, like every change."""
    office.happen(command(office, "submit"))
    [proposal] = office.pending
    assert (proposal.tool, proposal.change.month) == ("submit_report", Month(2026, 11))
    assert office.ledger.report(ANA, Month(2026, 11)).state == "open"


@pytest.mark.parametrize(("rest", "month"), [("october", Month(2026, 10)), ("2026-09", Month(2026, 9))])
def test_submit_takes_a_month(office: Office, rest: str, month: Month) -> None:
    """As one says it, or as one writes it."""
    office.happen(command(office, "submit", rest))
    assert [p.change.month for p in office.pending] == [month]


def test_submit_of_a_month_that_is_none_says_so(office: Office) -> None:
    """And proposes nothing."""
    office.happen(command(office, "submit", "octember"))
    assert "octember" in office.texts[-1].text
    assert office.pending == []


@pytest.mark.parametrize(
    ("today", "submitted", "month"),
    [(7, False, Month(2026, 11)), (8, False, Month(2026, 12)), (7, True, Month(2026, 12))],
)
def test_submit_in_the_first_days_means_the_month_before(
    office: Office, today: int, submitted: bool, month: Month
) -> None:
    """While that is still open: nobody hands in a month that has just begun."""
    if submitted:
        office.happen(command(office, "submit"))
        office.click("approve", office.pending[0])
    office.clock.time = datetime(2026, 12, today, 9, 0, tzinfo=UTC)
    office.happen(command(office, "submit"))
    assert [p.change.month for p in office.pending] == [month]


def test_reset_starts_the_conversation_over(office: Office) -> None:
    """What waited is dropped with a sentence, as by the button."""
    office.say("apollo monday", APOLLO)
    office.happen(command(office, "reset"))
    assert office.texts[-1].text == say("started-over-dropped", lines=1)
    assert office.pending == []


@pytest.mark.parametrize("name", ["status", "submit", "submit october"])
def test_a_stranger_is_told_whom_to_ask(office: Office, name: str) -> None:
    """The same sentence as for words."""
    first, _, rest = name.partition(" ")
    office.happen(command(office, first, rest, person="U-GUS"))
    assert [text.text for text in office.texts] == [say("person-without-email")]


def test_a_command_waits_behind_what_was_said_before_it(office: Office) -> None:
    """“apollo monday”, then /tally reset: the card comes first, and then it is dropped."""
    office.model.script.append(APOLLO)
    office.store.receive(office.event("message", "U-ANA", text="apollo monday"))
    office.store.receive(command(office, "reset"))
    office.work()
    assert [p.state for p in office.proposals()] == [ProposalState.SUPERSEDED]


def test_a_command_stored_twice_is_carried_out_once(office: Office) -> None:
    """A crash between the two steps repeats the first one: the second event is the same."""
    event = command(office, "submit")
    office.store.receive(event)
    assert office.store.receive(event) is False
    committed = office.store.commit
    office.store.commit = lambda *_, **__: False  # type: ignore[method-assign]
    work_off_one(office.desk)  # what happened is in its lane, and the first event is put back
    office.store.commit = committed  # type: ignore[method-assign]
    office.work()
    assert len(office.pending) == 1


def test_a_command_waits_while_the_platform_does_not_say_where(office: Office) -> None:
    """It stays in the inbox, and is answered when the platform is back."""

    def away(person: Person) -> dict[str, str]:
        raise PlatformError("away")

    known = office.platform.direct_address
    office.platform.direct_address = away  # type: ignore[method-assign]
    office.store.receive(command(office, "status"))
    assert work_off_one(office.desk) is False
    office.platform.direct_address = known  # type: ignore[method-assign]
    office.work()
    assert len(office.platform.posted) == 1


def test_help_lists_every_command_there_is() -> None:
    """And one that there is not is named above the list."""
    assert all(f"`/tally {name}`" in help_text("/tally", typed("help")) for name in Name)
    assert help_text("/tally", typed("wat ever")).startswith("There is no “wat”.\n")


# --- a message that was picked


def test_a_picked_message_leads_to_a_card_of_whoever_picked_it(office: Office) -> None:
    """Its words count as theirs; above the card stands whose words they are."""
    office.platform.people["U-BEN"] = Person("U-BEN", "ben@acme.example", "Ben Okafor")
    office.model.script.append(APOLLO)
    office.happen(picked(office, "apollo monday"))
    [proposal] = office.pending
    assert (proposal.owner, proposal.words) == (ANA, "apollo monday")
    assert proposal.change.days == (date(2026, 11, 16),)
    assert office.texts[0].text == "You picked this message of Ben Okafor: “apollo monday”"
    assert list(office.platform.posted.values())[1] == office.cards[0]
    assert office.cards[0].words == "apollo monday"


def test_what_nobody_said_in_the_picked_message_is_asked_for(office: Office) -> None:
    """Grounding holds for it as for every message."""
    office.model.script += [APOLLO, APOLLO]
    office.happen(picked(office, "lunch on monday?"))
    assert office.pending == []


def test_somebody_elses_work_is_not_written_into_ones_own_report(office: Office) -> None:
    """“Ben was on apollo” is about Ben, whoever picks it."""
    office.platform.people["U-BEN"] = Person("U-BEN", "ben@acme.example", "Ben Okafor")
    office.model.script.append(APOLLO)
    office.happen(picked(office, "Ben was on apollo monday"))
    assert office.pending == []
    assert "Ben" in office.texts[-1].text


def test_ones_own_message_is_called_ones_own(office: Office) -> None:
    """It may stand in any channel."""
    office.model.script.append(APOLLO)
    office.happen(picked(office, "apollo monday", author="U-ANA"))
    assert office.texts[0].text == "You picked this message of yours: “apollo monday”"


@pytest.mark.parametrize(
    ("author", "name", "called"), [("", "Calendar", "Calendar"), ("U-X", "", "U-X"), ("", "", "?")]
)
def test_who_has_no_name_here_is_called_as_the_platform_does(
    office: Office, author: str, name: str, called: str
) -> None:
    """Another program, a person of another workspace, nobody at all."""
    office.model.script.append(APOLLO)
    office.happen(picked(office, "apollo monday", author=author, name=name))
    assert office.texts[0].text.startswith(f"You picked this message of {called}:")


def test_an_author_whom_the_platform_refuses_to_tell_keeps_nobody_waiting(office: Office) -> None:
    """The card comes all the same."""
    known = office.platform.person

    def person(person_id: str) -> Person:
        if person_id == "U-BEN":
            raise PlatformRefused("user_not_found")
        return known(person_id)

    office.platform.person = person  # type: ignore[method-assign]
    office.model.script.append(APOLLO)
    office.happen(picked(office, "apollo monday"))
    assert len(office.pending) == 1
    assert "U-BEN" in office.texts[0].text


def test_an_older_message_is_said_to_be_older(office: Office) -> None:
    """“yesterday” said last week is another day today, and the card counts from today."""
    office.model.script.append(calls(("add_activities", {"project": "apollo", "dates": "yesterday"})))
    office.happen(picked(office, "apollo yesterday", at=datetime(2026, 11, 10, 9, 0, tzinfo=UTC)))
    assert office.texts[0].text.endswith(say("picked-earlier", day="Tue 10 Nov"))
    assert office.pending[0].change.days == (date(2026, 11, 17),)


@pytest.mark.parametrize("ts", ["", "soon", "1e300"])
def test_a_moment_that_is_none_is_not_told(office: Office, ts: str) -> None:
    """Nothing is said about it, and nothing fails."""
    office.model.script.append(APOLLO)
    event = picked(office, "apollo monday")
    event.payload["payload"]["picked"]["ts"] = ts
    office.happen(event)
    assert "\n" not in office.texts[0].text
    assert len(office.pending) == 1


def test_a_picked_message_without_words_is_answered(office: Office) -> None:
    """A picture, an emoji: one sentence, as for one's own."""
    office.happen(picked(office, "", files=1))
    assert [text.text for text in office.texts] == [say("file-unread")]


def test_reset_in_a_picked_message_does_not_start_over(office: Office) -> None:
    """Somebody else's “reset” is a word of a message, not a wish of whoever picks it."""
    office.say("apollo monday", APOLLO)
    office.happen(picked(office, "reset"))
    assert len(office.pending) == 1


def test_a_very_long_message_is_quoted_in_part(office: Office) -> None:
    """The quotation stays readable; the model reads all of it."""
    office.model.script.append(APOLLO)
    office.happen(picked(office, "apollo monday " + "x" * 3_000))
    assert len(office.texts[0].text) < 700
    assert len(office.pending) == 1
