"""Any sequence of written and undone proposals leaves the ledger as if the undone ones had never been.

The oracle adds up what was written and is not undone, in its order, and remembers how the days looked before each
approval; it knows nothing of how an undo decides.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.domain.proposal import Change, Proposal, ProposalState
from bot.domain.timesheet import Entry, Month, ReportState
from bot.handlers.applying import recover
from bot.handlers.cards import card_of
from bot.ports import Write
from bot.store.database import open_engine
from tests.fakes import calls
from tests.unit.handlers.conftest import ANA, Office

DAYS = {"monday": date(2026, 11, 16), "tuesday": date(2026, 11, 17)}
NOVEMBER = Month(2026, 11)
LATELY = [("2026-11-16", 50, "ZEP"), ("2026-11-17", 25, "APO")]  # what stands there from the beginning


@dataclass(frozen=True)
class Writes:
    """A person says one or two things, and approves every line that can be."""

    wanted: tuple[tuple[str, str, dict[str, str]], ...]  # words, tool, arguments


@dataclass(frozen=True)
class Undoes:
    """A person clicks Undo of something that was written, whether or not it is offered; the ledger may be moody."""

    which: int
    mood: str = ""


@dataclass(frozen=True)
class Elsewhere:
    """Another program writes."""

    day: date
    percent: int


def added(project: str, day: str, how: tuple[str, str]) -> tuple[str, str, dict[str, str]]:
    words, percent = how
    return f"{project} {day} {words}", "add_activities", {"project": project, "dates": day, "percent": percent}


def absent(day: str) -> tuple[str, str, dict[str, str]]:
    return f"sick {day} half day", "add_absence", {"reason": "sick", "dates": day, "percent": "half day"}


def deleted(project: str, day: str) -> tuple[str, str, dict[str, str]]:
    named = {"project": project} if project else {}
    return f"delete {project} {day}", "delete_entries", {"dates": day, **named}


# Few of each, so that what comes later is often about the same entries.
projects = st.sampled_from(("apollo", "apollo", "zephyr"))
days = st.sampled_from(("monday", "monday", "monday", "tuesday", "monday and tuesday"))
HALF, QUARTER, ALL_DAY = ("half day", "half day"), ("25 %", "25 %"), ("all day", "all day")
amounts = st.sampled_from((HALF, HALF, QUARTER, ALL_DAY))
wishes = st.one_of(
    st.builds(added, projects, days, amounts),
    st.builds(deleted, st.sampled_from(("apollo", "zephyr", "")), days),
    st.builds(absent, days),
)
MONTHLY = [("submit november", "submit_report"), ("take november back", "withdraw_report")]
HAND_IN, TAKE_BACK = (Writes(((*one, {"month": "november"}),)) for one in MONTHLY)
WRITE_APOLLO = Writes((added("apollo", "monday", QUARTER),))
monthly = st.sampled_from(MONTHLY).map(lambda one: (*one, {"month": "november"}))
steps = st.one_of(
    st.builds(Writes, st.lists(wishes, min_size=1, max_size=2, unique_by=str).map(tuple)),
    st.builds(Writes, st.tuples(wishes | monthly)),
    st.builds(Undoes, st.integers(0, 9), st.sampled_from(("", "", "", "away", "lost"))),
    st.builds(Undoes, st.integers(0, 2)),
    st.builds(Elsewhere, st.sampled_from(list(DAYS.values())), st.sampled_from((25, 50))),
)


@contextmanager
def office_of(migrated_file: Path) -> Iterator[Office]:
    """An office of its own for each example."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(migrated_file, Path(folder) / "tally.db")
        engine = open_engine(f"sqlite:///{Path(folder) / 'tally.db'}")
        yield Office(engine)
        engine.dispose()


def key(entry: Entry) -> tuple[object, ...]:
    """What an entry says."""
    return entry.day, entry.subject, entry.percent


@dataclass
class Story:
    """What happens in an office, and what was written in it in its order."""

    office: Office
    changes: list[tuple[str, Change]] = field(default_factory=list)  # by proposal; "" for another program's
    before: dict[str, tuple[set[date], Counter[tuple[object, ...]]]] = field(default_factory=dict)
    undone: int = 0
    refused: int = 0

    def happens(self, step: Writes | Undoes | Elsewhere) -> None:
        self.office.clock.time += timedelta(seconds=1)
        match step:
            case Writes():
                self.write(step)
            case Undoes():
                self.undo(step)
            case Elsewhere():
                self.elsewhere(step.day, step.percent)

    def write(self, step: Writes) -> None:
        words = " and ".join(said for said, _, _ in step.wanted)
        self.office.say(words, calls(*((tool, arguments) for _, tool, arguments in step.wanted)))
        for proposal in self.office.pending:
            if proposal.words == words and self.office.now(proposal).state is ProposalState.PENDING:
                before = self.office.ledger.report(ANA, NOVEMBER).entries
                self.office.click("approve", self.office.now(proposal))
                self.note(before)

    def note(self, before: tuple[Entry, ...]) -> None:
        """Keep what was written just now, deletions first, as the ledger writes them; and what stood there before."""
        known = {id_ for id_, _ in self.changes}
        new = [p for p in self.office.proposals(ProposalState.APPLIED) if p.id not in known]
        self.changes += [(p.id, p.change) for p in sorted(new, key=lambda p: not p.change.removed)]
        touched = {day for p in new for day in p.change.watched}
        self.before |= {p.id: (touched, Counter(key(e) for e in before if e.day in touched)) for p in new}

    def undo(self, step: Undoes) -> None:
        written = [p for p in self.office.proposals() if p.id in {id_ for id_, _ in self.changes}]
        if not written:
            return
        proposal = written[-1 - step.which % len(written)]
        before, offered = self.office.entries(), self.offers_undo(proposal)
        self.office.ledger.away, self.office.ledger.lost = step.mood == "away", step.mood == "lost"
        self.office.click("undo", proposal)
        self.office.ledger.away = self.office.ledger.lost = False
        recover(self.office.desk)
        state = self.office.now(proposal).state
        assert state in (ProposalState.APPLIED, ProposalState.UNDONE), "an undo was never decided"
        if proposal.state is ProposalState.APPLIED:
            assert not offered or state is ProposalState.UNDONE, "Undo was offered and does not work"
            self.undone += state is ProposalState.UNDONE
            self.refused += state is ProposalState.APPLIED
        if state is ProposalState.APPLIED:
            assert self.office.entries() == before, "an undo was refused, and something changed"
        elif proposal.state is ProposalState.APPLIED:
            touched, picture = self.before[proposal.id]
            now = self.office.ledger.report(ANA, NOVEMBER).entries
            assert Counter(key(e) for e in now if e.day in touched) == picture, "the days are not as they were before"

    def offers_undo(self, proposal: Proposal) -> bool:
        lines = card_of(proposal.card_id, self.office.desk).lines
        return next(line.undo for line in lines if line.proposal_id == proposal.id)

    def elsewhere(self, day: date, percent: int, project: str = "APO") -> None:
        change = Change(ANA, added=(Entry(ANA, day, percent, project=project),))
        stands = self.office.ledger.entries(ANA, day, day)
        is_open = self.office.ledger.report(ANA, NOVEMBER).state is ReportState.OPEN
        if is_open and sum(e.percent for e in stands) + percent <= 100:
            self.office.ledger.apply([Write(f"elsewhere-{len(self.changes)}", change)])
            self.changes.append(("", change))

    def as_if_never(self) -> tuple[Counter[tuple[object, ...]], ReportState]:
        """What would stand if nothing had happened but what was written and is not undone."""
        stands: Counter[tuple[object, ...]] = Counter()
        month = ReportState.OPEN
        gone = {p.id for p in self.office.proposals(ProposalState.UNDONE)}
        for id_, change in self.changes:
            if id_ in gone:
                continue
            for entry in change.removed:
                assert stands[key(entry)] > 0, "something that stands was built on what was undone"
                stands[key(entry)] -= 1
            stands.update(map(key, change.added))
            month = change.report_state or month
        return +stands, month

    def check(self) -> None:
        report = self.office.ledger.report(ANA, NOVEMBER)
        assert (Counter(map(key, report.entries)), report.state) == self.as_if_never()


@pytest.mark.timeout(900)  # every step is committed to the disk, and a machine may have others to serve
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(happening=st.lists(steps, min_size=3, max_size=10))
@example(happening=[WRITE_APOLLO, Writes((deleted("apollo", "monday"),)), WRITE_APOLLO, Undoes(2)])
@example(happening=[WRITE_APOLLO, Writes((added("zephyr", "monday", QUARTER),)), Undoes(1), Undoes(0), Undoes(1)])
@example(happening=[HAND_IN, TAKE_BACK, HAND_IN, Undoes(2), Undoes(1), Undoes(0), Undoes(1), Undoes(2)])
def test_what_is_undone_might_never_have_been(
    happening: list[Writes | Undoes | Elsewhere], migrated_file: Path
) -> None:
    """After every step; where an undo is refused, nothing has changed, and where it is offered, it works."""
    with office_of(migrated_file) as office:
        story = Story(office)
        for day, percent, project in LATELY:
            story.elsewhere(date.fromisoformat(day), percent, project)
        for step in happening:
            story.happens(step)
            story.check()


def test_the_property_is_about_something(migrated_file: Path) -> None:
    """A story in which undos are made and others are refused: the suite above does not pass for want of them."""
    half, all_day = HALF, ALL_DAY
    with office_of(migrated_file) as office:
        story = Story(office)
        for step in (
            Writes((added("apollo", "monday", half),)),
            Writes((added("zephyr", "tuesday", half), deleted("apollo", "monday"))),
            Undoes(1),
            Undoes(0),
            Undoes(2, "lost"),
            Writes((added("zephyr", "monday", all_day),)),
        ):
            story.happens(step)
            story.check()
        assert (len(story.changes), story.undone > 1, story.refused > 0) == (4, True, False)
        story.happens(Undoes(0))
        story.elsewhere(DAYS["tuesday"], 25)
        story.happens(Writes((added("apollo", "tuesday", half),)))
        story.elsewhere(DAYS["tuesday"], 25)
        story.happens(Undoes(0))
        assert story.refused > 0
        story.check()
