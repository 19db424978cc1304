"""Nouns survive the way into JSON and back."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.conversation import Message, Speaker, ToolCall
from bot.domain.proposal import Change, Proposal
from bot.domain.timesheet import Entry, Month, ReportState
from bot.store import codec
from bot.store.tables import MessageRow, ProposalRow

WORDS = st.text(max_size=20)
ENTRIES = st.builds(
    Entry,
    email=WORDS,
    day=st.dates(),
    percent=st.sampled_from((25, 50, 75, 100)),
    project=st.none() | WORDS,
    reason=st.none() | WORDS,
    proposal_id=st.none() | WORDS,
)
MONTHS = st.dates().map(Month.of)
LISTS = st.lists(ENTRIES, max_size=3).map(tuple)
CHANGES = st.builds(
    Change,
    email=WORDS,
    removed=LISTS,
    added=LISTS,
    month=st.none() | MONTHS,
    report_state=st.none() | st.sampled_from(ReportState),
)
CALLS = st.builds(ToolCall, id=WORDS, tool=WORDS, arguments=st.dictionaries(WORDS, WORDS, max_size=3))
MESSAGES = st.builds(
    Message,
    speaker=st.sampled_from(Speaker),
    text=WORDS,
    calls=st.lists(CALLS, max_size=2).map(tuple),
    call_id=st.none() | WORDS,
    proposal_ids=st.lists(WORDS, max_size=2).map(tuple),
)


@given(CHANGES)
def test_a_change_survives_json(change: Change) -> None:
    """Whatever the entries, the months and the names."""
    assert codec.change_from(json.loads(json.dumps(codec.change_json(change)))) == change


@given(MESSAGES)
def test_a_message_survives_its_columns(message: Message) -> None:
    """Calls keep their arguments as the model wrote them."""
    columns = json.loads(json.dumps(codec.message_columns(message)))
    assert codec.message_from(MessageRow(conversation_id="c", **columns)) == message


def test_every_field_of_a_proposal_has_its_column() -> None:
    """A field that is added to the noun and not to the table would be lost silently."""
    columns = set(ProposalRow.__table__.columns.keys())
    assert columns == {field.name for field in fields(Proposal)} | {"content_hash"}


def test_stored_json_is_readable() -> None:
    """Days are ISO, months read `2026-11`: what is in a database outlives the program that wrote it."""
    change = Change("a@b.example", added=(Entry("a@b.example", date(2026, 11, 2), 50, "APO"),), month=Month(2026, 11))
    stored = codec.change_json(change)
    assert (stored["added"][0]["day"], stored["month"], stored["report_state"]) == ("2026-11-02", "2026-11", None)
