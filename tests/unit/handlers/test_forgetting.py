"""Forget me: afterwards the person's words stand nowhere in the database, and the company's books are as before."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from bot.domain.preferences import Preferences
from bot.domain.proposal import ProposalState
from bot.handlers.applying import recover
from bot.ports import Effects, Forgotten, ModelReply
from bot.store.forgetting import OF_A_CONVERSATION
from bot.store.tables import Base, InboxRow
from tests.fakes import calls
from tests.unit.handlers.conftest import ANA, BEN

MONDAY = calls(("add_activities", {"project": "apollo", "dates": "monday"}))
SECRET = "marzipan"


def dump(office):
    """Every row of every table, as text."""
    with office.engine.connect() as connection:
        rows = {t.name: connection.execute(select(t)).all() for t in Base.metadata.sorted_tables}
    return {name: [str(row) for row in found] for name, found in rows.items()}


def busy(office):
    """Ana said things, wrote one, declined one, and something waits."""
    office.say(f"{SECRET} apollo monday", MONDAY)
    office.click("approve", office.pending[0])
    office.say(f"zephyr tuesday {SECRET}", calls(("add_activities", {"project": "zephyr", "dates": "tuesday"})))
    office.click("decline", office.pending[0], reason=f"no {SECRET}")
    office.say(f"apollo friday {SECRET}", calls(("add_activities", {"project": "apollo", "dates": "friday"})))
    office.say(f"hello {SECRET}", ModelReply(f"Hello, {SECRET}!"))
    office.happen(office.event("preferences", "U-ANA", values={"hour": "7", "project": "ZEP"}))


def test_nothing_that_was_said_is_left_and_the_report_stays(office):
    """Not in a table and not in the file; the entries, which are the company's, stand as they did."""
    busy(office)
    entries = office.entries()
    assert SECRET in str(dump(office))
    office.happen(office.event("forget", "U-ANA", on_home=True))
    left = dump(office)
    assert [row for rows in left.values() for row in rows if SECRET in row] == []
    assert [name for name in ("messages", "proposals", "preferences") if left[name]] == []
    assert office.entries() == entries == [("2026-11-16", "APO", 100)]
    assert office.texts[-1].text.startswith("I have forgotten our conversations, your cards and your preferences.")
    assert "Your report stays" in office.texts[-1].text
    assert office.platform.homes[-1].waiting == ()
    files = [path for path in Path(office.engine.url.database).parent.iterdir() if path.name.startswith("tally.db")]
    assert [path.name for path in files if SECRET.encode() in path.read_bytes()] == []


def test_somebody_elses_things_stay(office):
    """Ben's conversation, his card and his preferences are his."""
    office.say(f"apollo monday for {SECRET}", MONDAY, person="U-BEN")
    office.store.commit(Effects(preferences=((BEN, Preferences(hour=8)),)))
    busy(office)
    office.happen(office.event("forget", "U-ANA"))
    assert [p.owner for p in office.pending] == [BEN]
    assert office.store.preferences(BEN) == Preferences(hour=8)
    assert [row for row in dump(office)["messages"] if SECRET in row]
    office.click("approve", office.pending[0], person="U-BEN")
    assert office.entries(BEN) == [("2026-11-16", "APO", 100)]


def test_what_is_approved_and_not_written_yet_is_not_lost(office):
    """The ledger is away: forgetting is refused with a sentence until the entry stands, then it works."""
    office.say("apollo monday", MONDAY)
    (proposal,) = office.pending
    office.ledger.away = True
    office.click("approve", proposal)
    office.happen(office.event("forget", "U-ANA"))
    assert office.now(proposal).state is ProposalState.APPROVED
    assert office.texts[-1].text.startswith("Something that you approved is not in")
    office.ledger.away = False
    recover(office.desk)
    assert office.entries() == [("2026-11-16", "APO", 100)]
    office.happen(office.event("forget", "U-ANA"))
    assert office.store.proposal(proposal.id) is None
    assert office.entries() == [("2026-11-16", "APO", 100)]


def test_a_click_that_approves_at_the_same_moment_is_not_lost(office):
    """The transaction itself looks: nothing is deleted when something was approved since the handler looked."""
    office.say("apollo monday", MONDAY)
    (proposal,) = office.pending
    office.ledger.away = True
    office.click("approve", proposal)
    conversation = office.store.conversation_at("fake", "D-U-ANA")
    before = dump(office)
    assert not office.store.commit(Effects(forget=Forgotten(ANA, "fake", "U-ANA", conversation.id)))
    assert dump(office) == before


def test_an_old_card_is_dead(office):
    """What still stands in the chat can be clicked, and nothing comes of it."""
    office.say("apollo monday", MONDAY)
    (proposal,) = office.pending
    event = office.event("decision", "U-ANA", verb="approve", card_id=proposal.card_id, proposal_id=proposal.id,
                         revision=1)  # fmt: skip
    office.happen(office.event("forget", "U-ANA"))
    office.happen(event)
    assert office.entries() == []
    assert office.texts[-1].text == "I no longer have that card. Ask again and I will make a new one."


def test_a_redelivered_message_is_still_a_duplicate(office):
    """The ids of what was handled stay, without a word."""
    event = office.event("message", "U-ANA", text=f"hello {SECRET}")
    office.model.script.append(ModelReply("Hello!"))
    office.happen(event)
    office.happen(office.event("forget", "U-ANA"))
    assert not office.store.receive(event)
    with office.engine.connect() as connection:
        payloads = connection.execute(select(InboxRow.payload)).scalars().all()
    assert payloads == [{}] * len(payloads)


def test_afterwards_one_can_begin_anew(office):
    """The model sees nothing of before, and lines are numbered from one."""
    busy(office)
    office.happen(office.event("forget", "U-ANA"))
    office.say("apollo monday half", calls(("add_activities", {"project": "apollo", "dates": "monday"})))
    assert [m.text for m in office.model.prompts[-1][1:]] == ["apollo monday half"]
    assert [p.line for p in office.pending] == [1]


def test_forgetting_twice_is_harmless(office):
    """A double click."""
    busy(office)
    office.happen(office.event("forget", "U-ANA"))
    office.happen(office.event("forget", "U-ANA"))
    assert office.entries() == [("2026-11-16", "APO", 100)]
    assert len([t for t in office.texts if t.text.startswith("I have forgotten")]) == 2


def test_nobody_forgets_somebody_elses_conversation(office):
    """An event that names another person's lane changes nothing there."""
    office.say("apollo monday", MONDAY)
    event = office.event("forget", "U-BEN")
    office.happen(type(event)(**{**vars(event), "lane": "D-U-ANA"}))
    assert [p.owner for p in office.pending] == [ANA]


KEPT = {"inbox": "ids, against duplicates", "reminders": "ids, against a second one"}


@pytest.mark.parametrize("table", Base.metadata.sorted_tables, ids=lambda table: table.name)
def test_every_table_is_thought_of(table):
    """A table that is added later goes with its conversation or a message, or somebody says here why it stays."""
    thought_of = {t.name for t in OF_A_CONVERSATION} | {"proposals", "conversations", "preferences"} | set(KEPT)
    goes_along = [k for k in table.foreign_keys if k.ondelete == "CASCADE" and k.column.table.name in thought_of]
    assert table.name in thought_of or goes_along
