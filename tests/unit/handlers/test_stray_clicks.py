"""Clicks and forms that come late, twice, from somebody else or with a wrong value."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.proposal import ProposalState
from bot.handlers.assistant import TallyAssistant
from bot.store.tables import OutboxRow
from bot.words import say
from tests.fakes import calls
from tests.unit.handlers.told import APOLLO_MONDAY, answers, proposed, unfinished


def test_a_click_on_a_card_that_a_newer_one_replaced_writes_nothing_and_says_so(office) -> None:
    """The card itself says it, and has no buttons."""
    office.say("apollo monday", APOLLO_MONDAY)
    [old] = office.pending
    half = {"project": "apollo", "dates": "monday", "percent": "half", "replaces": "1"}
    office.say("no, half", calls(("add_activities", half)))
    office.click("approve", old)
    assert office.entries() == []
    assert office.cards[0].lines[0].outcome == "Replaced by a newer card."


def test_a_click_after_a_week_finds_the_card_expired(office) -> None:
    """And what to do about it."""
    old = proposed(office)
    office.clock.time += timedelta(days=8)
    office.click("approve", old)
    assert office.entries() == []
    assert "Expired" in str(office.cards[0].lines[0].outcome)


def test_a_click_on_a_card_of_another_database_is_answered(office) -> None:
    """The database was replaced: the card cannot be painted, so words say it."""
    decision = {"verb": "approve", "card_id": "gone", "proposal_id": "gone", "revision": 1}
    office.happen(office.event("decision", "U-ANA", **decision))
    assert answers(office) == ["I no longer have that card. Ask again and I will make a new one."]


def test_somebody_elses_click_is_answered_where_they_clicked(office) -> None:
    """Whoever clicked reads why nothing happened; the owner is not bothered, and the line still waits."""
    old = proposed(office)
    office.click("approve", old, person="U-BEN")
    bens = office.store.conversation_at("fake", "D-U-BEN")
    assert bens is not None
    with Session(office.engine) as session:
        [told] = session.scalars(select(OutboxRow).where(OutboxRow.conversation_id == bens.id))
        assert told.content["text"] == say("card-not-yours")
    assert office.now(old).state is ProposalState.PENDING
    assert office.entries() == []


@pytest.mark.parametrize("times", [2, 3])
def test_clicks_and_forms_that_come_twice_write_once(office, times: int) -> None:
    """Also when every click is an event of its own."""
    old = proposed(office)
    for _ in range(times):
        office.click("edit", old, values={"project": "ZEP", "dates": "2026-11-17", "percent": "100"})
    assert office.entries() == [("2026-11-17", "ZEP", 100)]
    assert unfinished(office) == []


WRONG = [
    ({"dates": "31 june"}, "dates"),
    ({"dates": "2026-13-45"}, "dates"),
    ({"dates": "someday"}, "dates"),
    ({"dates": ""}, "dates"),
    ({"dates": "\x00"}, "dates"),
    ({"percent": "80"}, "percent"),
    ({"percent": "-5"}, "percent"),
    ({"project": "NOPE"}, "project"),
    ({"project": ""}, "project"),
]


@pytest.mark.parametrize(("wrong", "field"), WRONG, ids=[str(w) for w, _ in WRONG])
def test_a_form_with_a_wrong_value_says_so_at_the_field(office, wrong: dict[str, str], field: str) -> None:
    """A sentence under the field that is wrong, and nothing is written."""
    old = proposed(office)
    person = office.platform.person("U-ANA")
    values = {"project": "APO", "dates": "2026-11-16", "percent": "100"} | wrong
    check = TallyAssistant(office.desk, lambda: None).check_form(old.id, old.revision, person, values, "")
    assert list(check.errors) == [field]
    assert check.errors[field].strip()
    assert office.entries() == []


def test_a_form_submitted_after_the_decision_says_so(office) -> None:
    """The form was open while the card was declined elsewhere."""
    old = proposed(office)
    office.click("decline", old)
    person = office.platform.person("U-ANA")
    check = TallyAssistant(office.desk, lambda: None).check_form(old.id, 1, person, {"dates": "friday"}, "")
    assert check.errors == {"dates": "That line is decided already. The card shows what became of it."}
