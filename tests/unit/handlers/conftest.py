"""A desk for the handlers' tests: the real store and ledger on a migrated SQLite file; only the model is scripted."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.domain.card import Card
from bot.domain.conversation import Person
from bot.domain.proposal import Change, Proposal, ProposalState
from bot.domain.timesheet import AbsenceReason, Employee, Entry, Project, Role
from bot.exports.exporter import MonthExporter
from bot.handlers.desk import Desk
from bot.handlers.inbox import work_off_one
from bot.handlers.outbox import send_some
from bot.ledgers.holidays import PublicHolidays
from bot.ledgers.local import LocalLedger
from bot.ledgers.sample import Company
from bot.ports import InboxEvent, ModelReply, ReminderPicture, TextPicture, Write
from bot.store.database import open_engine, upgrade
from bot.store.store import SqlStore
from tests.fakes import FakeClock, FakePlatform, LedgerThatGoesAway, ScriptedModel

ANA, BEN, EVE = "ana@acme.example", "ben@acme.example", "eve@acme.example"
COMPANY = Company(
    employees=(
        Employee(ANA, "Ana", "Silva", Role.USER, "FR"),
        Employee(BEN, "Ben", "Okafor", Role.USER, "IE"),
        Employee(EVE, "Eve", "Lind", Role.ADMIN, "SE"),
    ),
    projects=(
        Project("APO", "Apollo", "Northwind", frozenset({ANA, BEN})),
        Project("ZEP", "Zephyr", "Contoso", frozenset({ANA})),
        Project("ORI", "Orion", "Contoso", frozenset({BEN})),
    ),
    absence_reasons=(
        AbsenceReason("paid_leave", "Paid leave"),
        AbsenceReason("rtt", "RTT"),
        AbsenceReason("sick", "Sick leave"),
    ),
)


class Office:
    """The bot with people around it: say something, click something, look at what is shown and written."""

    _numbers = itertools.count(1)  # of events: those of a program that is started again are new ones

    def __init__(self, engine, ledger=None) -> None:
        self.engine = engine
        self.ledger = ledger or LedgerThatGoesAway(LocalLedger(engine))
        if ledger is None:
            self.ledger.load(COMPANY)
        self.store = SqlStore(engine)
        self.model = ScriptedModel()
        people = {"U-ANA": Person("U-ANA", ANA), "U-BEN": Person("U-BEN", BEN), "U-EVE": Person("U-EVE", EVE)}
        self.platform = FakePlatform(people)
        self.clock = FakeClock(datetime(2026, 11, 18, 9, 0, tzinfo=UTC))  # a Wednesday
        platforms = {"fake": self.platform}
        self.desk = Desk(
            self.store, self.ledger, self.model, platforms, self.clock, PublicHolidays(), MonthExporter("Acme")
        )

    def event(self, kind: str, person: str, **payload) -> InboxEvent:
        address = {"channel": f"D-{person}"}
        return InboxEvent(
            f"E{next(self._numbers)}", "fake", kind, f"D-{person}", person, {"address": address, **payload},
            self.clock.now(),
        )  # fmt: skip

    def happen(self, event: InboxEvent) -> None:
        self.store.receive(event)
        self.work()

    def work(self) -> None:
        while work_off_one(self.desk):
            pass
        while send_some(self.desk):
            pass

    def say(self, text: str, *replies: ModelReply | Exception, person: str = "U-ANA") -> None:
        self.model.script += replies
        self.happen(self.event("message", person, text=text))

    def click(self, verb: str, proposal: Proposal, person: str = "U-ANA", **payload) -> None:
        card = self.store.proposals(card_id=proposal.card_id)
        revision = sum(p.revision for p in card) if verb == "approve_all" else proposal.revision
        clicked = {"verb": verb, "card_id": proposal.card_id, "proposal_id": proposal.id, "revision": revision}
        self.happen(self.event("decision", person, **{**clicked, **payload}))

    def proposals(self, *states: ProposalState) -> list[Proposal]:
        everything = [p for e in (ANA, BEN, EVE) for p in self.store.proposals(owner=e)]
        return [p for p in everything if not states or p.state in states]

    @property
    def pending(self) -> list[Proposal]:
        return self.proposals(ProposalState.PENDING)

    def now(self, proposal: Proposal) -> Proposal:
        found = self.store.proposal(proposal.id)
        assert found is not None
        return found

    def entries(self, email: str = ANA) -> list[tuple[str, str, int]]:
        found = self.ledger.entries(email, date(2026, 1, 1), date(2027, 12, 31))
        return [(e.day.isoformat(), e.subject, e.percent) for e in found]

    def fill(self, day: str, percent: int, project: str = "APO", email: str = ANA) -> None:
        """Write an entry behind the bot's back, as another program would."""
        entry = Entry(email, date.fromisoformat(day), percent, project=project)
        self.ledger.apply([Write(f"elsewhere-{next(self._numbers)}", Change(email, added=(entry,)))])

    @property
    def cards(self) -> list[Card]:
        return [p for p in self.platform.posted.values() if isinstance(p, Card)]

    @property
    def texts(self) -> list[TextPicture]:
        return [p for p in self.platform.posted.values() if isinstance(p, TextPicture)]

    @property
    def reminders(self) -> list[ReminderPicture]:
        return [p for p in self.platform.posted.values() if isinstance(p, ReminderPicture)]


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database that every migration was run on: copying it is thirty times as fast as making another one."""
    path = tmp_path_factory.mktemp("migrated") / "tally.db"
    engine = open_engine(f"sqlite:///{path}")
    upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture
def office(tmp_path: Path, migrated_file: Path) -> Iterator[Office]:
    shutil.copy(migrated_file, tmp_path / "tally.db")
    engine = open_engine(f"sqlite:///{tmp_path / 'tally.db'}")
    yield Office(engine)
    engine.dispose()
