"""Exactly once, whatever goes wrong and wherever: random writes of one person, each tried until its outcome is known.

A write may be tried again at once, or only after others were made in between; twins that look the same are among them.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from requests.exceptions import ConnectionError as ConnectionLost
from requests.exceptions import ReadTimeout

from bot.domain.proposal import Change
from bot.domain.timesheet import Entry
from bot.ledgers.sample import Company
from bot.ports import Write
from tests.conformance.conftest import COMPANY
from tests.conformance.crashing import CRASHES, Crash, Killed, LocalWorld, V2World, World, fresh
from tests.conformance.writes import BEN
from tests.v2_server import running_v2_server

NOBODY_REPORTED = Company(COMPANY.employees, COMPANY.projects, COMPANY.absence_reasons)
DAYS = (date(2026, 10, 30), date(2026, 10, 31), date(2026, 11, 2), date(2026, 11, 3))
MOST_TRIES = 12
LEAST_PLACES = 5
WRITTEN, OPEN, HALF = "all is written", "open", "was written before"
PATIENT = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@dataclass(frozen=True)
class Plan:
    """An approved write: what goes wrong at its tries, and whether the next write is made before its second try."""

    entries: tuple[Entry, ...]
    crashes: tuple[Crash | None, ...] = ()
    waits: bool = False


entries = st.builds(
    lambda day, percent, kind: Entry(BEN, day, percent, **kind),
    st.sampled_from(DAYS),
    st.sampled_from((25, 50)),
    st.sampled_from(({"project": "APO"}, {"project": "ZEP"}, {"reason": "sick"})),
)
crashes = st.builds(Crash, st.integers(1, 12), st.booleans(), st.sampled_from(CRASHES))
plans = st.builds(
    Plan,
    st.lists(entries, min_size=1, max_size=3).map(tuple),
    st.lists(st.none() | crashes, max_size=3).map(tuple),
    st.booleans(),
)


@contextmanager
def world(kind: str, migrated: Path) -> Iterator[World]:
    """A ledger in which nobody has reported anything yet."""
    with tempfile.TemporaryDirectory() as folder, running_v2_server() as server:
        database = fresh(migrated, Path(folder))
        server.load(NOBODY_REPORTED)
        made = LocalWorld(database, NOBODY_REPORTED) if kind == "local" else V2World(database, server)
        try:
            yield made
        finally:
            made.close()


def approved(number: int, plan: Plan, at: World) -> Write:
    """The write as its card shows it now."""
    change = Change(BEN, added=plan.entries)
    return Write(f"p{number}", change, tuple(e for e in at.standing(BEN) if e.day in change.days))


def keys(found: Iterable[Entry]) -> Counter[object]:
    """Entries so that they can be added up."""
    return Counter(entry.key for entry in found)


@dataclass
class Approvals:
    """Writes that are tried until it is known what came of them."""

    at: World
    waiting: list[tuple[Write, list[Crash | None]]]
    outcomes: list[tuple[Write, str]]

    def try_once(self) -> None:
        """A try for each write that waits."""
        for write, crashes in list(self.waiting):
            outcome = self.at.attempt(write, crashes.pop(0) if crashes else None)
            if outcome != OPEN:
                self.outcomes.append((write, outcome))
                self.waiting.remove((write, crashes))

    def added(self, said: str) -> Counter[object]:
        """The entries of the writes of which this was said in the end."""
        return keys(entry for write, outcome in self.outcomes if said in outcome for entry in write.change.added)


@pytest.mark.parametrize("kind", ["local", "v2"])
@PATIENT
@given(made=st.lists(plans, min_size=1, max_size=5))
def test_whatever_goes_wrong_a_write_is_neither_lost_nor_doubled(
    kind: str, made: list[Plan], migrated_file: Path
) -> None:
    """Killed, cut off or timed out before or after any request or statement: in the end everything stands once."""
    with world(kind, migrated_file) as at:
        approvals = Approvals(at, [], [])
        for number, plan in enumerate(made):
            approvals.waiting.append((approved(number, plan, at), list(plan.crashes)))
            for _ in range(1 if plan.waits else MOST_TRIES):
                approvals.try_once()
        for _ in range(MOST_TRIES):
            approvals.try_once()
        assert approvals.waiting == [], "a write was never decided"
        stands, written = keys(at.standing(BEN)), approvals.added(WRITTEN)
        assert stands >= written, "something that was written is lost"
        assert stands - written <= approvals.added(HALF), "something stands twice, or no write says that it wrote it"


@pytest.mark.parametrize(
    ("kind", "how"), [("local", Killed), ("v2", Killed), ("v2", ReadTimeout), ("v2", ConnectionLost)]
)
@pytest.mark.parametrize("after", [False, True])
def test_a_crash_at_any_single_place_is_recovered_once(
    kind: str, how: type[BaseException], after: bool, migrated_file: Path
) -> None:
    """Every place in turn, in a write over two months with both kinds of entry: a second try writes what is missing."""
    kinds: tuple[dict[str, str], ...] = ({"project": "APO"}, {"reason": "sick"})
    with world(kind, migrated_file) as at:
        for place in count(1):
            days = [date(2020 + place // 28, month, 1 + place % 28) for month in (10, 11)]
            added = tuple(Entry(BEN, day, 50, **what) for day in days for what in kinds)
            write = Write(f"p{place}", Change(BEN, added=added), ())
            outcome = at.attempt(write, Crash(place, after, how))
            if not at.fuse.blown:
                break
            if outcome == OPEN:
                outcome = at.attempt(write, None)
            assert outcome == WRITTEN
            standing = at.ledger.entries(BEN, days[0], days[1])
            assert keys(e for e in standing if e.day in days) == keys(added)
        assert place > LEAST_PLACES
