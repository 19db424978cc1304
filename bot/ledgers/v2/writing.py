"""Writing to the v2 API exactly once, without its help: it has no transaction, no idempotency key, no id on an entry.

Each request is noted in the journal before it is sent. Where its outcome is not known (a time-out, a lost connection, a
kill -9, an answer that makes no sense) nothing else is written in that place until comparing has settled it: at once
when the days look as after the request, and otherwise only once `settles_after` has passed, so that a request that the
server still has in hand is not taken for one that was lost.

What this cannot exclude: somebody who writes to the same days with another program within the milliseconds between the
last reading and the request. It is noticed from the answer and logged as a warning, and a day of more than 100 % is the
server's to refuse. Nor a server that carries a request out only after `settles_after`: it may then stand twice.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import structlog

from bot.errors import LedgerChanged, LedgerError, LedgerRefused
from bot.ledgers.v2.client import OutcomeUnknown, V2Client, title
from bot.ledgers.v2.journal import Attempt, AttemptState, Journal, Picture
from bot.ledgers.v2.pictures import look, together
from bot.ledgers.v2.readings import Readings
from bot.ledgers.v2.rules import check
from bot.ledgers.v2.steps import EntriesStep, Step, plan
from bot.ports import Clock, Standing, Write
from bot.tools import wording
from bot.words import say

log = structlog.get_logger(__name__)


class Writer:
    """What writes, one thread at a time in each place. There is one for each server in a program."""

    def __init__(self, client: V2Client, journal: Journal, clock: Clock, country: str, settles_after_s: float) -> None:
        self._client, self._journal, self._clock, self._country = client, journal, clock, country
        self._settles_after_s = settles_after_s
        self._locks: dict[str, threading.Lock] = {}
        self._guard = threading.Lock()

    def standing(self, writes: Sequence[Write]) -> Standing:
        """See `Ledger.standing`. The journal alone knows: an entry that looks the same may be somebody else's."""
        try:
            steps = self._plan(writes)
        except LedgerRefused:
            return Standing.NOTHING
        states = self._journal.states([step.id for step in steps])
        if len(states) == len(steps) and set(states.values()) <= {AttemptState.WRITTEN}:
            return Standing.WRITTEN
        return Standing.BEGUN if states else Standing.NOTHING

    def apply(self, writes: Sequence[Write]) -> None:
        """See `Ledger.apply`. Everything is checked before the first request; only a request that fails half-way can
        leave a part unwritten, and then the error names it, or the same call writes the rest.
        """
        steps = self._plan(writes)
        places = {step.place for step in steps}
        with self._alone_in(places):
            for place in sorted(places):
                self._settle(place)
            states = self._journal.states([step.id for step in steps])
            done = [step for step in steps if states.get(step.id) is AttemptState.WRITTEN]
            todo = [step for step in steps if step not in done]
            try:
                self._reconsider(todo, states)
                self._make(todo, done)
            except LedgerRefused as refusal:
                if done:
                    raise _half_written(steps, done, refusal) from refusal
                raise

    def _plan(self, writes: Sequence[Write]) -> tuple[Step, ...]:
        return plan(writes, self._clock.now().date())

    @contextmanager
    def _alone_in(self, places: Collection[str]) -> Iterator[None]:
        with self._guard:
            locks = [self._locks.setdefault(place, threading.Lock()) for place in sorted(places)]
        with ExitStack() as held:
            for lock in locks:
                held.enter_context(lock)
            yield

    # --- what was tried before ----------------------------------------------------------------------------------

    def _settle(self, place: str) -> None:
        """Find out what came of the attempt that is open in a place. Raises LedgerError while nobody can know."""
        attempt = self._journal.unsettled(place)
        if attempt is None:
            return
        now = look(place, attempt.after, self._anew())
        if now == attempt.after:
            self._journal.settle(attempt.id, AttemptState.WRITTEN)
        elif self._clock.now().timestamp() - attempt.tried_at < self._settles_after_s:
            raise LedgerError(say("v2-settling", ledger=title()))
        elif now != attempt.before:
            self._journal.settle(attempt.id, AttemptState.UNCLEAR)
        else:
            self._journal.forget([attempt.id])

    def _reconsider(self, todo: Sequence[Step], states: dict[str, AttemptState]) -> None:
        """What is unclear is not repeated: the card shows what stands now, and its owner decides again."""
        unclear = [step.id for step in todo if states.get(step.id) is AttemptState.UNCLEAR]
        if unclear:
            self._journal.forget(unclear)
            raise LedgerChanged(say("v2-unclear", ledger=title()))

    # --- making the requests ------------------------------------------------------------------------------------

    def _make(self, todo: Sequence[Step], done: list[Step]) -> None:
        """Check all, then make one step after the other; each that is made moves to `done`."""
        if not todo:
            return
        checked = self._anew()
        check(todo, done, checked)
        made: list[Step] = []
        for step in todo:
            fresh = checked.again() if made else checked
            expected = together(look(step.place, step.gain, checked), *_gains(step, made))
            if look(step.place, step.gain, fresh) != expected:
                raise LedgerChanged(say("v2-changed", ledger=title()))
            self._take(step, Taken(expected, together(expected, step.gain)), fresh)
            made.append(step)
            done.append(step)

    def _take(self, step: Step, pictures: Taken, fresh: Readings) -> None:
        self._journal.begin(
            Attempt(step.id, step.place, pictures.before, pictures.after, self._clock.now().timestamp())
        )
        try:
            stands = step.send(self._client, fresh)
        except OutcomeUnknown:
            if not self._stands(step, pictures.after):
                raise
            stands = pictures.after
        except LedgerError:
            self._journal.forget([step.id])
            raise
        self._journal.settle(step.id, AttemptState.WRITTEN)
        if stands != pictures.after:
            log.warning("what stands after a write is not what was written: somebody wrote meanwhile", step=step.id)

    def _stands(self, step: Step, after: Picture) -> bool:
        """True when a request that was not answered is seen to have been carried out."""
        try:
            return look(step.place, after, self._anew()) == after
        except LedgerError:
            return False

    def _anew(self) -> Readings:
        return Readings(self._client, self._country)


@dataclass(frozen=True)
class Taken:
    """A place around a step: as it was, and as the step makes it."""

    before: Picture
    after: Picture


def _gains(step: Step, made: Sequence[Step]) -> Iterator[Picture]:
    """What the steps made before added to what this step looks at."""
    days = {str(day) for day in step.days} if isinstance(step, EntriesStep) else None
    for other in made:
        if other.place == step.place:
            yield tuple(line for line in other.gain if days is None or line.split(" ")[0] in days)


def _half_written(steps: Sequence[Step], done: Sequence[Step], refusal: LedgerRefused) -> LedgerRefused:
    """Months are written one by one: what was written stays, and the person is told which part is missing."""
    written = {day for step in done if isinstance(step, EntriesStep) for day in step.days}
    missing = {day for step in steps if isinstance(step, EntriesStep) and step not in done for day in step.days}
    left, stands = wording.days(missing), wording.days(written)
    return LedgerRefused(say("v2-half-written", missing=left, why=str(refusal), written=stands))
