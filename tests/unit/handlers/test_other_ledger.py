"""The assistant over a ledger that can do less than the built-in one: the v2 API, at a strict server.

What it cannot do is offered nowhere, and whoever asks for it is told where to do it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.domain.card import ReportPicture
from bot.domain.proposal import Change, ProposalState
from bot.domain.timesheet import Entry
from bot.handlers.applying import recover
from bot.handlers.reminders import nudges, remind
from bot.ledgers.v2.client import V2Client
from bot.ledgers.v2.ledger import v2_ledger
from bot.ports import Effects, ModelReply, TextPicture, Transition
from bot.store.database import open_engine, upgrade
from bot.tools.registry import TOOLS
from tests.fakes import FakeClock, calls
from tests.unit.handlers.conftest import ANA, BEN, COMPANY, Office
from tests.v2_company import Line
from tests.v2_server import Fault, V2Server, running_v2_server

TITLE = "the activity reporting tool"
WEDNESDAY = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
NOT_THERE = ("delete_entries", "submit_report", "withdraw_report")
MONDAY = ("add_activities", {"project": "apollo", "dates": "monday", "percent": "half day"})


class V2Office(Office):
    """The same people; their months are in the server."""

    def __init__(self, engine, server: V2Server) -> None:
        self.server, self.ledger_clock = server, FakeClock(WEDNESDAY)
        self.client = V2Client(server.url, 5)
        super().__init__(engine, v2_ledger(self.client, "FR", engine, self.ledger_clock, 5))

    def text(self) -> TextPicture:
        """What was said last."""
        return self.texts[-1]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[V2Office]:
    engine = open_engine(f"sqlite:///{tmp_path / 'tally.db'}")
    upgrade(engine)
    with running_v2_server() as server:
        server.load(COMPANY)
        office = V2Office(engine, server)
        yield office
        office.client.close()
    engine.dispose()


# --- what is not offered --------------------------------------------------------------------------------------------


def test_a_model_that_reads_its_tools_is_not_offered_what_the_ledger_cannot_do(office):
    """Neither as a schema nor anywhere in the prompt's tools; it is told in words to say so."""
    office.say("hello", ModelReply("Hello!"))
    assert set(office.model.offered[0]) == set(TOOLS) - set(NOT_THERE)
    system = office.model.prompts[0][0].text
    assert f"# Not possible from here, only in {TITLE}" in system
    assert TOOLS["delete_entries"].description in system


def test_a_model_that_knows_its_tools_by_heart_keeps_them_all(office):
    """Without `delete_entries` in its grammar "delete monday" would become a call of something else."""
    office.model.reads_tools = False
    office.say("hello", ModelReply("Hello!"))
    assert office.model.offered[0] == list(TOOLS)


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("delete_entries", {"dates": "monday"}, "not take any off"),
        ("submit_report", {"month": "november"}, "cannot submit a month"),
        ("withdraw_report", {"month": "november"}, "cannot take a month back"),
    ],
)
def test_a_call_of_what_is_not_offered_is_refused_in_words(office, tool, arguments, said):
    """Whatever the model does: nothing is proposed, and the person reads where to do it."""
    office.say(f"{tool} {' '.join(arguments.values())}", calls((tool, arguments)))
    assert office.pending == []
    assert said in office.text().text
    assert office.text().text.endswith("Please do that there yourself.")
    assert TITLE in office.text().text
    assert office.text().note == "Nothing was written."


def test_the_part_that_can_be_done_is_on_the_card_and_the_rest_is_said(office):
    """ "delete monday, apollo tuesday": one line, and a sentence about the other."""
    tuesday = ("add_activities", {"project": "apollo", "dates": "tuesday"})
    office.say("delete monday, apollo tuesday", calls(("delete_entries", {"dates": "monday"}), tuesday))
    assert [p.tool for p in office.pending] == ["add_activities"]
    assert "not take any off" in office.text().text


def test_a_click_on_submit_that_is_left_over_is_refused_in_words(office):
    """A message from before the ledger was changed may still have the button."""
    office.happen(office.event("submit", "U-ANA", month="2026-11"))
    assert office.pending == []
    assert office.text().text == f"I cannot submit a month in {TITLE}. Please do that there yourself."


@pytest.mark.parametrize("tool", ["delete_entries", "submit_report"])
def test_a_card_from_before_cannot_be_written(office, tool):
    """A removal or a submission that was proposed on another ledger fails with the reason, and so does its edit."""
    office.server.company.lines.append(Line(ANA, date(2026, 11, 16), 50, "APO"))
    office.say("apollo monday half day", calls(MONDAY))
    (proposal,) = office.pending
    removal = Change(ANA, removed=(Entry(ANA, date(2026, 11, 16), 50, project="APO"),))
    old = replace(proposal, tool=tool, arguments={"dates": ["2026-11-16"], "month": "2026-11"}, change=removal)
    assert office.store.commit(Effects(transitions=(Transition(old.id, old.state, old.revision, old),)))
    office.click("approve", old)
    assert office.now(old).state is ProposalState.FAILED
    assert TITLE in (office.cards[-1].lines[0].outcome or "")
    assert office.server.standing(ANA) == [("2026-11-16", "APO", 50)]


def test_nothing_is_offered_to_be_undone(office):
    """What is written cannot be taken off there: no button, and a click that is left over is answered in words."""
    office.say("apollo monday half day", calls(MONDAY))
    (proposal,) = office.pending
    office.click("approve", proposal)
    (line,) = office.cards[-1].lines
    assert (line.undo, line.same_for) == (False, "Tue 17 Nov")
    office.click("undo", office.now(proposal))
    assert office.text().text == f"I can add entries in {TITLE}, but not take any off. Please do that there yourself."
    assert office.server.standing(ANA) == [("2026-11-16", "APO", 50)]


def test_an_undo_that_was_begun_on_another_ledger_is_given_up(office):
    """The ledger was changed while one was on its way: what stands is said to stand, and why."""
    office.say("apollo monday half day", calls(MONDAY))
    (proposal,) = office.pending
    office.click("approve", proposal)
    written = office.now(proposal)
    undoing = replace(written, state=ProposalState.UNDOING, undone_by="Ana Silva", undone_at=WEDNESDAY)
    assert office.store.commit(Effects(transitions=(Transition(written.id, written.state, 1, undoing),)))
    assert recover(office.desk) == 1
    assert recover(office.desk) == 0
    office.work()
    assert office.now(proposal).state is ProposalState.APPLIED
    assert "not take any off" in office.text().text
    assert office.server.standing(ANA) == [("2026-11-16", "APO", 50)]


def full_month(office, email, days):
    """Every one of these days of November."""
    for day in days:
        office.server.company.lines.append(Line(email, date(2026, 11, day), 100, "APO"))


WORKED = [d for d in range(1, 31) if date(2026, 11, d).weekday() < 5]


def test_nobody_is_offered_to_submit(office):
    """Neither on the home page nor in a report; the reminder asks for the days and for nothing else."""
    full_month(office, ANA, WORKED)
    office.happen(office.event("report", "U-ANA", month="2026-11"))
    office.happen(office.event("home", "U-ANA"))
    (report,) = [p for p in office.platform.posted.values() if isinstance(p, ReportPicture)]
    assert report.complete
    assert not report.can_submit
    assert not office.platform.homes[0].report.can_submit


def test_a_complete_month_is_not_reminded_of_and_a_reminder_has_no_submit(office):
    """There is nothing left to do in a month that is complete, where none is ever handed in."""
    full_month(office, ANA, WORKED)
    at = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
    why = {n.reminder.employee.name: n.why for n in nudges(office.desk, office.platform, at)}
    assert why["Ana"] == "complete"
    office.clock.time = at
    office.server.requests.clear()
    assert remind(office.desk, office.platform) == 2
    assert office.server.counted() == {"GET employees": 1, "GET activity-report": 6}  # 1 December begins somewhere
    office.work()
    assert {(r.text.split(",")[0], r.submittable) for r in office.reminders} == {("Ben", False), ("Eve", False)}


def test_an_administrator_sees_who_has_days_missing_instead_of_who_has_not_submitted(office):
    """Nobody ever submits there."""
    full_month(office, ANA, WORKED)
    office.say("who is missing", calls(("get_missing_reports", {})), person="U-EVE")
    assert office.text().text.startswith("Days missing in November 2026\n• Eve Lind")
    assert "Ana" not in office.text().text


# --- what is written ------------------------------------------------------------------------------------------------


def test_a_card_is_written_as_it_was_shown(office):
    """The whole way, with a project and an absence."""
    sick = ("add_absence", {"reason": "sick", "dates": "monday", "percent": "half"})
    office.say("apollo monday half day, and sick the other half", calls(MONDAY, sick))
    office.click("approve_all", office.pending[0])
    assert office.server.standing(ANA) == [("2026-11-16", "APO", 50), ("2026-11-16", "Maladie", 50)]
    assert {p.state for p in office.proposals()} == {ProposalState.APPLIED}


def test_twin_cards_are_written_once_each_and_only_as_shown(office):
    """Two conversations, the same half day: the second card comes back with the first one's entry on it."""
    office.say("apollo monday half day", calls(MONDAY))
    first = office.pending[0]
    copy = replace(first, id="twin", card_id="twin-card")
    assert office.store.commit(Effects(proposals=(copy,)))
    office.click("approve", first)
    office.click("approve", copy)
    assert office.server.standing(ANA) == [("2026-11-16", "APO", 50)]
    assert (office.now(copy).state, office.now(copy).revision) == (ProposalState.PENDING, 2)
    office.click("approve", office.now(copy))
    assert office.server.standing(ANA) == [("2026-11-16", "APO", 50)] * 2


@pytest.mark.parametrize("acts", [False, True], ids=["lost before", "lost after"])
def test_a_lost_connection_leaves_the_card_waiting_and_is_recovered_once(office, acts):
    """The card says that it waits; whether the server had it or not, it stands once in the end."""
    office.say("apollo monday half day", calls(MONDAY))
    proposal = office.pending[0]
    office.server.misbehave(Fault("drop", acts=acts, method="POST"))
    office.server.before_writing = lambda: office.server.misbehave(Fault(status=500, method="GET"))
    office.click("approve", proposal)
    assert office.now(proposal).state is ProposalState.APPROVED
    assert "Waiting for the ledger" in (office.cards[-1].lines[0].outcome or "")
    office.server.faults.clear()
    office.server.before_writing = None
    office.ledger_clock.time = WEDNESDAY.replace(hour=10)
    recover(office.desk)
    assert office.server.standing(ANA) == [("2026-11-16", "APO", 50)]
    assert office.now(proposal).state is ProposalState.APPLIED


def test_a_refusal_of_the_server_is_on_the_card(office):
    """With its own reason, and the card is over."""
    office.say("apollo monday half day", calls(MONDAY))
    proposal = office.pending[0]
    office.server.misbehave(Fault(status=400, body=b'{"message": "closed for accounting"}', method="POST"))
    office.click("approve", proposal)
    outcome = office.cards[-1].lines[0].outcome or ""
    assert "Not written" in outcome
    assert "closed for accounting" in outcome


def test_a_server_that_is_away_keeps_the_message_and_the_status_says_so(office):
    """Answered when it is back, once."""
    office.server.misbehave(*[Fault(status=503, method="GET")] * 3)
    office.say("apollo monday half day", calls(MONDAY))
    assert f"is waiting for {TITLE}; your message is kept and will be answered…" in office.platform.statuses
    assert office.pending == []
    office.work()
    assert len(office.pending) == 1


def test_a_message_and_an_approval_take_few_requests(office):
    """People, projects and the month are read once for a turn and once for its card; to write they are read again. The
    decided card looks once more for the days that come next."""
    office.say("apollo monday half day", calls(MONDAY))
    asked = dict(office.server.counted())
    assert asked == {"GET employees": 2, "GET project": 2, "GET activity-report": 2}
    office.server.requests.clear()
    office.click("approve", office.pending[0])
    assert office.server.counted() == {
        "GET employees": 4, "GET project": 4, "GET activity-report": 3, "POST activity-report": 1,
    }  # fmt: skip


def test_other_peoples_cards_do_not_wait_for_one_that_hangs(office):
    """What is open in Ana's month is no matter of Ben's."""
    office.say("apollo monday half day", calls(MONDAY))
    office.server.misbehave(Fault("drop", method="POST"))
    office.click("approve", office.pending[0])
    office.say("apollo monday half day", calls(MONDAY), person="U-BEN")
    office.click("approve", office.pending[0], person="U-BEN")
    assert office.server.standing(BEN) == [("2026-11-16", "APO", 50)]
    assert office.server.standing(ANA) == []
