"""Who may do what, to whom, and when it is checked: a table over every tool, role and target, spelled out here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from bot.domain.card import Card, ReportPicture
from bot.domain.conversation import Person
from bot.domain.proposal import Change, ProposalState
from bot.domain.timesheet import Employee, Month, Project, ReportState, Role
from bot.ledgers.masters import note_change
from bot.ledgers.sample import Company
from bot.ledgers.tables import AssignmentRow, EmployeeRow, EntryRow, ProjectRow, ReportRow, WriteRow
from bot.ports import ModelReply, Write
from bot.tools.registry import TOOLS
from bot.tools.tool import Kind
from tests.fakes import calls

USER, ADMIN = "U-ANA", "U-EVE"
CARD, ANSWER, ADMINS_ONLY, OWN_ONLY, ASKED, DROPPED = "card", "answer", "admins only", "own only", "asked", "dropped"
SENTENCES = {
    ADMINS_ONLY: "Only administrators can do that. Ask one of them.",
    OWN_ONLY: "I write only your own report. Ben can tell me and approve it.",
    "others": "Only administrators can see other people's reports.",
}


@dataclass(frozen=True)
class Case:
    """What somebody says about a target, the call that a model makes of it, and what a user and an admin get."""

    tool: str
    target: str
    words: str
    arguments: dict[str, str]
    user: str
    admin: str


TABLE = (
    Case("add_activities", "self", "apollo monday", {"project": "apollo", "dates": "monday"}, CARD, CARD),
    Case("add_activities", "other", "apollo monday for ben", {"project": "apollo", "dates": "monday"},
         OWN_ONLY, OWN_ONLY),
    Case("add_activities", "unknown", "gemini monday", {"project": "gemini", "dates": "monday"}, ASKED, ASKED),
    Case("add_activities", "other's last name", "apollo monday for okafor", {"project": "apollo", "dates": "monday"},
         OWN_ONLY, OWN_ONLY),
    Case("add_activities", "other's address", "ben@acme.example apollo monday",
         {"project": "apollo", "dates": "monday"}, OWN_ONLY, OWN_ONLY),
    Case("add_activities", "other's day", "log ben's monday on apollo", {"project": "apollo", "dates": "monday"},
         OWN_ONLY, OWN_ONLY),
    Case("add_activities", "self beside other", "meeting with ben on apollo monday",
         {"project": "apollo", "dates": "monday"}, CARD, CARD),
    Case("add_absence", "other as object", "put ben down as sick monday", {"reason": "sick", "dates": "monday"},
         OWN_ONLY, OWN_ONLY),
    Case("add_absence", "other in French", "mets ben malade lundi", {"reason": "sick", "dates": "lundi"},
         OWN_ONLY, OWN_ONLY),
    Case("add_absence", "self", "sick monday", {"reason": "sick", "dates": "monday"}, CARD, CARD),
    Case("add_absence", "other", "ben is sick monday", {"reason": "sick", "dates": "monday"}, OWN_ONLY, OWN_ONLY),
    Case("delete_entries", "self", "delete apollo tuesday", {"project": "apollo", "dates": "tuesday"}, CARD, CARD),
    Case("delete_entries", "other", "delete ben's day tuesday", {"dates": "tuesday"}, OWN_ONLY, OWN_ONLY),
    Case("delete_entries", "unknown", "delete gemini tuesday", {"project": "gemini", "dates": "tuesday"},
         ASKED, ASKED),
    Case("copy_entries", "self", "copy tuesday to friday", {"source": "tuesday", "dates": "friday"}, CARD, CARD),
    Case("copy_entries", "other", "copy tuesday to friday for ben", {"source": "tuesday", "dates": "friday"},
         OWN_ONLY, OWN_ONLY),
    Case("submit_report", "self", "submit november", {"month": "november"}, CARD, CARD),
    Case("submit_report", "other", "submit november for ben", {"month": "november"}, OWN_ONLY, OWN_ONLY),
    Case("withdraw_report", "self", "take back october", {"month": "october"}, CARD, CARD),
    Case("withdraw_report", "other", "take back october for ben", {"month": "october"}, OWN_ONLY, OWN_ONLY),
    Case("assign_project", "self", "assign ana silva to orion", {"project": "orion", "employee": "ana silva"},
         ADMINS_ONLY, CARD),
    Case("assign_project", "other", "assign ben to zephyr", {"project": "zephyr", "employee": "ben"},
         ADMINS_ONLY, CARD),
    Case("assign_project", "unknown", "assign zoe to zephyr", {"project": "zephyr", "employee": "zoe"},
         ADMINS_ONLY, ASKED),
    Case("create_project", "new", "create project Halcyon, code HAL, for Wayne",
         {"code": "HAL", "name": "Halcyon", "client": "Wayne"}, ADMINS_ONLY, CARD),
    Case("add_employee", "new", "add Noor Aziz, noor@acme.example",
         {"name": "Noor", "lastname": "Aziz", "email": "noor@acme.example"}, ADMINS_ONLY, CARD),
    Case("get_report", "self", "show november", {"month": "november"}, ANSWER, ANSWER),
    Case("get_report", "other", "show ben's november", {"month": "november", "employee": "ben"}, "others", ANSWER),
    Case("get_report", "unknown", "show zoe's november", {"month": "november", "employee": "zoe"}, ASKED, ASKED),
    Case("get_my_projects", "self", "my projects", {}, ANSWER, ANSWER),
    Case("get_all_projects", "everybody", "all projects", {}, ANSWER, ANSWER),
    Case("get_all_employees", "everybody", "who works here", {}, ANSWER, ANSWER),
    Case("get_missing_reports", "everybody", "who is missing for november", {"month": "november"},
         ADMINS_ONLY, ANSWER),
    Case("get_dates_of_week", "everybody", "dates of week 47", {"week": "week 47"}, ANSWER, ANSWER),
    Case("discard", "self", "forget it", {}, DROPPED, DROPPED),
)  # fmt: skip


def test_the_table_covers_every_tool() -> None:
    """A new tool needs its line here."""
    assert {case.tool for case in TABLE} == set(TOOLS)


def prepare(office) -> None:
    """Something to delete, to copy and to take back, for the user and for the admin."""
    office.ledger._ledger.load(_with_eve_on_projects())
    for email in ("ana@acme.example", "eve@acme.example"):
        office.fill("2026-11-17", 50, email=email)
        submit(office, email, Month(2026, 10))


def _with_eve_on_projects():
    everybody = frozenset({"ana@acme.example", "ben@acme.example", "eve@acme.example"})
    return Company(employees=(), projects=(Project("APO", "Apollo", "Northwind", everybody),), absence_reasons=())


def submit(office, email: str, month: Month) -> None:
    """Submit a month behind the bot's back."""
    change = Change(email, month=month, report_state=ReportState.SUBMITTED)
    office.ledger.apply([Write(f"submitted-{email}-{month}", change)])


def outcome(office) -> str:
    """What the person got."""
    pictures = list(office.platform.posted.values())
    if any(isinstance(p, Card) for p in pictures):
        return CARD
    first = pictures[0]
    if isinstance(first, ReportPicture):
        return ANSWER
    said = {sentence: name for name, sentence in SENTENCES.items()}
    if first.text in said:
        return said[first.text]
    if first.text.endswith("nothing to drop."):
        return DROPPED
    return ASKED if "?" in first.text else ANSWER


@pytest.mark.parametrize("role", ["user", "admin"])
@pytest.mark.parametrize("case", TABLE, ids=lambda case: f"{case.tool}-{case.target}")
def test_a_role_is_checked_when_a_call_is_made(office, case: Case, role: str) -> None:
    """Whatever the model calls, the role of the one who types decides; a refusal leaves nothing behind."""
    prepare(office)
    before = office.entries("ana@acme.example"), office.entries("ben@acme.example"), office.entries("eve@acme.example")
    call = calls((case.tool, case.arguments))
    office.say(case.words, call, ModelReply("Here you are."), person=USER if role == "user" else ADMIN)
    wanted = case.user if role == "user" else case.admin
    assert outcome(office) == wanted
    assert len(office.pending) == (1 if wanted == CARD else 0)
    owner = "ana@acme.example" if role == "user" else "eve@acme.example"
    assert all(p.owner == p.change.email == owner for p in office.pending)
    assert before == (
        office.entries("ana@acme.example"), office.entries("ben@acme.example"), office.entries("eve@acme.example"),
    )  # fmt: skip


# --- and again when it is applied ---------------------------------------------------------------------------------


@contextmanager
def elsewhere(office) -> Iterator[Session]:
    """Another program changes people and projects."""
    with Session(office.engine) as session, session.begin():
        yield session
        note_change(session)


def demoted(office) -> None:
    """The administrator is one no more."""
    with elsewhere(office) as session:
        session.execute(update(EmployeeRow).where(EmployeeRow.email == "eve@acme.example").values(role=Role.USER))


def unassigned(office) -> None:
    """The owner is taken off every project."""
    with elsewhere(office) as session:
        session.execute(delete(AssignmentRow).where(AssignmentRow.email == "eve@acme.example"))


def closed(office) -> None:
    """The month was submitted elsewhere."""
    submit(office, "eve@acme.example", Month(2026, 11))


def taken_back(office) -> None:
    """The month that was to be taken back was opened elsewhere."""
    change = Change("eve@acme.example", month=Month(2026, 10), report_state=ReportState.OPEN)
    office.ledger.apply([Write("opened-elsewhere", change)])


def assignee_gone(office) -> None:
    """The colleague who was to be assigned has left the company."""
    with elsewhere(office) as session:
        for row in (EntryRow, ReportRow, AssignmentRow, WriteRow, EmployeeRow):
            session.execute(delete(row).where(row.email == "ana@acme.example"))


def projects_gone(office) -> None:
    """The projects were deleted, with all that was booked on them."""
    with elsewhere(office) as session:
        session.execute(delete(EntryRow).where(EntryRow.project.is_not(None)))
        session.execute(delete(AssignmentRow))
        session.execute(delete(ProjectRow))


def made_elsewhere(office) -> None:
    """Somebody else created the same project and added the same colleague."""
    noor = Employee("noor@acme.example", "Noor", "Aziz")
    office.ledger._ledger.load(Company((noor,), (Project("HAL", "Halcyon", "Wayne"),), ()))


NO_MORE, AGAIN, WRITTEN = "failed", "pending", "applied"
MEANWHILE: tuple[tuple[str, Callable[..., None], str], ...] = (
    ("assign_project", demoted, NO_MORE),
    ("create_project", demoted, NO_MORE),
    ("add_employee", demoted, NO_MORE),
    ("add_activities", demoted, WRITTEN),
    ("submit_report", demoted, WRITTEN),
    ("add_activities", unassigned, AGAIN),
    ("add_absence", unassigned, WRITTEN),
    ("add_activities", closed, AGAIN),
    ("add_absence", closed, AGAIN),
    ("delete_entries", closed, AGAIN),
    ("copy_entries", closed, AGAIN),
    ("submit_report", closed, NO_MORE),
    ("assign_project", closed, WRITTEN),
    ("withdraw_report", demoted, WRITTEN),
    ("withdraw_report", unassigned, WRITTEN),
    ("withdraw_report", closed, WRITTEN),
    ("withdraw_report", taken_back, NO_MORE),
    ("assign_project", assignee_gone, NO_MORE),
    ("assign_project", projects_gone, NO_MORE),
    ("add_activities", projects_gone, NO_MORE),
    ("delete_entries", projects_gone, NO_MORE),
    ("copy_entries", projects_gone, NO_MORE),
    ("add_absence", projects_gone, WRITTEN),
    ("add_activities", assignee_gone, WRITTEN),
    ("create_project", made_elsewhere, NO_MORE),
    ("add_employee", made_elsewhere, NO_MORE),
)
FIRST = {case.tool: case for case in reversed(TABLE) if case.admin == CARD}


def written(office) -> tuple[object, ...]:
    """Everything that a tool could have changed in the ledger."""
    ledger, eve = office.ledger, "eve@acme.example"
    states = [ledger.report(eve, Month(2026, month)).state for month in (10, 11)]
    return office.entries(eve), states, ledger.projects(), ledger.employees()


def test_something_comes_between_for_every_writing_tool() -> None:
    """A new writing tool needs an event that stops it, or sends it back, at the click."""
    stopped = {tool for tool, _, state in MEANWHILE if state != WRITTEN}
    assert stopped == {name for name, tool in TOOLS.items() if tool.kind is Kind.WRITES}


@pytest.mark.parametrize(("tool", "event", "state"), MEANWHILE, ids=lambda v: getattr(v, "__name__", v))
def test_a_role_and_the_rules_are_checked_again_when_it_is_applied(office, tool, event, state) -> None:
    """What was true when the card was made need not be true at the click."""
    prepare(office)
    case = FIRST[tool]
    office.say(case.words, calls((tool, case.arguments)), person=ADMIN)
    (proposal,) = office.pending
    event(office)
    before = written(office)
    office.click("approve", proposal, person=ADMIN)
    assert office.now(proposal).state.value == state
    assert bool(office.now(proposal).reason) == (state == NO_MORE)  # who is stopped is told why
    assert (before != written(office)) == (state == WRITTEN)


@pytest.mark.parametrize("tool", sorted(FIRST))
def test_somebody_who_left_decides_nothing(office, tool) -> None:
    """The click of somebody whom the ledger does not know any more is answered, and nothing is written."""
    prepare(office)
    case = FIRST[tool]
    office.say(case.words, calls((tool, case.arguments)), person=ADMIN)
    (proposal,) = office.pending
    office.platform.people[ADMIN] = Person(ADMIN, "gone@acme.example")
    office.click("approve", proposal, person=ADMIN)
    assert office.now(proposal).state is ProposalState.PENDING
    assert "I do not know you yet" in office.texts[-1].text


@pytest.mark.parametrize("tool", sorted(FIRST))
def test_nobody_but_the_owner_decides(office, tool) -> None:
    """Neither a colleague nor an administrator approves somebody else's card."""
    prepare(office)
    case = FIRST[tool]
    office.say(case.words, calls((tool, case.arguments)), person=ADMIN)
    (proposal,) = office.pending
    for verb in ("approve", "approve_all", "decline", "edit"):
        office.click(verb, proposal, person="U-BEN", values={})
    assert office.now(proposal) == proposal
    assert {t.text for t in office.texts} >= {"That card belongs to somebody else. Only they can decide it."}
