"""A chain of requests: what comes after the first approval is proposed, whatever was away in between."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.proposal import ProposalState
from bot.errors import ModelError, ModelRefused
from bot.handlers.applying import recover
from bot.handlers.inbox import work_off_one
from bot.ports import Effects, InboxEvent, ModelReply
from tests.fakes import calls

ASKED = "create project Halcyon for Wayne with code HAL, and put me on it"
CREATE = calls(("create_project", {"code": "HAL", "name": "Halcyon", "client": "Wayne"}))
ASSIGN = calls(("assign_project", {"project": "Halcyon", "employee": "me"}))


def test_the_second_request_follows_the_first_approval(office):
    """The project has to exist before anybody can be put on it."""
    office.say(ASKED, CREATE, person="U-EVE")
    (create,) = office.pending
    office.model.script.append(ASSIGN)
    office.click("approve", create, person="U-EVE")
    (assign,) = office.pending
    assert (assign.tool, assign.arguments["project"]) == ("assign_project", "HAL")
    office.click("approve", assign, person="U-EVE")
    halcyon = next(p for p in office.ledger.projects() if p.code == "HAL")
    assert halcyon.employees == {"eve@acme.example"}


def test_a_model_that_is_away_loses_neither_the_decision_nor_what_follows(office):
    """The project is created at once; the chain goes on when the model is back."""
    office.say(ASKED, CREATE, person="U-EVE")
    (create,) = office.pending
    office.model.script.append(ModelError("out of memory"))
    office.click("approve", create, person="U-EVE")
    assert office.now(create).state is ProposalState.APPLIED
    assert office.cards[0].lines[0].outcome.startswith("Written.")
    assert office.pending == []
    office.model.script.append(ASSIGN)
    office.work()
    assert [p.tool for p in office.pending] == ["assign_project"]


def test_clicks_do_not_queue_up_behind_a_model_that_is_away(office):
    """Going on waits for the model; another card of the same conversation is decided meanwhile."""
    office.say("apollo monday", calls(("add_activities", {"project": "apollo", "dates": "monday"})))
    office.say("zephyr tuesday", calls(("add_activities", {"project": "zephyr", "dates": "tuesday"})))
    first, second = office.pending
    office.model.script += [ModelError("away")] * 5
    office.click("approve", second)
    office.click("approve", first)
    office.work()  # the worker looks again: what waits for the model is behind the click now
    assert sorted(office.entries()) == [("2026-11-16", "APO", 100), ("2026-11-17", "ZEP", 100)]
    assert office.model.script, "the model was asked again and again, or not at all"


class StoreThatStops:
    """A store whose program is killed at one of its methods: the first time for good, as `kill -9` would."""

    def __init__(self, store: Any, at: str) -> None:
        self._store = store
        self._at = at

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def receive(self, event: InboxEvent) -> bool:
        if self._at == "receive":
            raise SystemExit
        return self._store.receive(event)

    def commit(self, effects: Effects, *, completes: str | None = None) -> bool:
        if self._at == "commit" and completes:
            raise SystemExit
        return self._store.commit(effects, completes=completes)


@pytest.mark.parametrize("at", ["receive", "commit"])
def test_a_crash_between_the_decision_and_its_completion_still_goes_on(office, at):
    """Handled again, the click finds everything decided; the turn goes on all the same, and once."""
    office.say(ASKED, CREATE, person="U-EVE")
    (create,) = office.pending
    clicked = {"card_id": create.card_id, "proposal_id": create.id, "revision": create.revision}
    office.store.receive(office.event("decision", "U-EVE", verb="approve", **clicked))
    with pytest.raises(SystemExit):
        work_off_one(replace(office.desk, store=StoreThatStops(office.store, at)))
    assert office.now(create).state is ProposalState.APPLIED
    office.store.release()
    asked = len(office.model.prompts)
    office.model.script.append(ASSIGN)
    office.work()
    assert [p.tool for p in office.pending] == ["assign_project"]
    assert len(office.model.prompts) == asked + 1


def test_a_second_click_does_not_make_it_go_on_twice(office):
    """Going on is one event for each card, however often the card is clicked."""
    office.say(ASKED, CREATE, person="U-EVE")
    (create,) = office.pending
    office.click("approve", create, person="U-EVE")
    asked = len(office.model.prompts)
    office.click("approve", create, person="U-EVE")
    assert len(office.model.prompts) == asked


def test_a_ledger_that_was_away_lets_the_chain_go_on_when_it_is_back(office):
    """At the click the line was still open; what writes it later lets the turn go on."""
    office.say(ASKED, CREATE, person="U-EVE")
    (create,) = office.pending
    office.ledger.away = True
    office.click("approve", create, person="U-EVE")
    assert office.now(create).state is ProposalState.APPROVED
    office.ledger.away = False
    office.model.script.append(ASSIGN)
    recover(office.desk)
    office.work()
    assert [p.tool for p in office.pending] == ["assign_project"]


def test_a_model_that_refuses_leaves_the_card_to_say_it(office):
    """Repeating would not help, and what was approved stands."""
    office.say(ASKED, CREATE, person="U-EVE")
    (create,) = office.pending
    office.model.script.append(ModelRefused("too long"))
    office.click("approve", create, person="U-EVE")
    assert office.texts == []
    assert not work_off_one(office.desk)


def test_whoever_has_said_something_new_is_not_interrupted(office):
    """While the model was away the person went on: their message is what counts."""
    office.say("apollo monday", calls(("add_activities", {"project": "apollo", "dates": "monday"})))
    (apollo,) = office.pending
    office.model.script.append(ModelError("away"))
    office.click("approve", apollo)
    office.model.script.append(ModelError("still away"))
    office.model.script += [ModelReply("Hello!"), ModelReply("Hello!")]
    office.say("hello")
    office.work()
    said = [m.text for m in office.model.prompts[-1] if m.text]
    assert said[-1] == "hello"
    assert [t.text for t in office.texts][-1] == "Hello!"
