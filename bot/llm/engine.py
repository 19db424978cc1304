"""The engine: one thread owns the context and writes everybody's answers at once.

Every call of llama.cpp computes the next tokens of every answer that is being written and a part of the prompts that
wait to be read, so that a long prompt never holds up the others for more than one part. A prompt is computed only from
where it differs from what some sequence of the cache holds already.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from queue import SimpleQueue

import structlog

from bot.errors import ModelError, ModelRefused, TallyError
from bot.llm.held import HeldSequences
from bot.llm.native import Batch, Context
from bot.llm.writing import Answer, Written
from bot.words import say

log = structlog.get_logger(__name__)
PART = 256
"""Tokens of prompts in one call while somebody's answer is being written."""


@dataclass(frozen=True)
class Place:
    """How many are served before this request, from 1; 0 when its turn has come."""

    ahead: int


Told = Place | Sequence[int] | TallyError | None
"""What a request is told: its place, tokens of its answer, an error, or None at the answer's end."""


@dataclass
class Request:
    """One answer that somebody waits for. `told` is read by whoever asked, in their own thread."""

    prompt: Sequence[int]
    answer: Answer
    deadline: float | None = None
    """On the engine's clock, in seconds; later than that nobody waits."""
    told: SimpleQueue[Told] = field(default_factory=SimpleQueue)
    brief: bool = False
    """Nothing will follow it: what its sequence holds need not be kept."""
    cancelled: bool = False
    sequence: int = -1
    pending: list[int] = field(default_factory=list)
    """Tokens to be computed next."""
    place: int | None = None

    @property
    def all_tokens(self) -> list[int]:
        """The prompt, and what is written of the answer."""
        return [*self.prompt, *self.answer.beginning, *self.answer.tokens]


@dataclass(frozen=True)
class Counts:
    """What the engine did so far: tokens computed, calls of llama.cpp, seconds in them, and seconds beside them."""

    computed: int = 0
    calls: int = 0
    computing_s: float = 0.0
    beside_s: float = 0.0


class Engine:
    """Requests in, tokens out. Safe to use from several threads; `close` ends it."""

    def __init__(
        self,
        context: Context,
        *,
        whole: bool = False,
        most_waiting: int = 200,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """`whole` for a recurrent model; more than `most_waiting` requests in the queue are refused."""
        self._context = context
        self._held = HeldSequences(context.sequences, whole=whole)
        self._batch = Batch(context.capacity)
        self._now, self._most_waiting = now, most_waiting
        self._changed = threading.Condition()
        self._waiting: list[Request] = []
        self._running: list[Request] = []
        self._closing = False
        self._full = False
        """True from when somebody had to leave the cache until somebody's answer has ended: nobody else may come in."""
        self.counts = Counts()
        self.written = Written()
        self._thread = threading.Thread(target=self._run, name="model", daemon=True)
        self._thread.start()

    def submit(self, request: Request) -> None:
        """Queue a request. Raises ModelError when too many wait, or when the engine has been closed."""
        with self._changed:
            if self._closing:
                raise ModelError("The language model has been closed.")
            if len(self._waiting) >= self._most_waiting:
                raise ModelError(say("model-busy", count=len(self._waiting)))
            request.pending = request.all_tokens
            self._waiting.append(request)
            self._tell_places()
            self._changed.notify()

    def cancel(self, request: Request) -> None:
        """Nobody waits for this one any more."""
        with self._changed:
            request.cancelled = True
            self._changed.notify()

    def pin(self, request: Request) -> None:
        """Keep what a finished request's sequence holds for as long as the engine lives: others begin the same way."""
        with self._changed:
            self._held.pinned = request.sequence

    def close(self) -> None:
        """Refuse what waits, drop what is written, free the memory."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join()

    # --- the thread -----------------------------------------------------------------------------------------------

    def _run(self) -> None:
        while True:
            try:
                with self._changed:
                    self._changed.wait_for(lambda: self._closing or self._waiting or self._running)
                    if self._closing:
                        break
                    self._drop_the_late()
                    self._admit()
                self._step()
            except TallyError as error:
                self._fail(error)
            except Exception:
                log.exception("the engine stumbled")
                stumbled = ModelError("The language model stumbled; the log says where.")
                with self._changed:
                    self._end(stumbled, list(self._waiting))  # whatever it stumbled over must not come again
                    self._fail(stumbled)
        self._end(ModelError("The language model has been closed."), [*self._waiting, *self._running])
        self._context.close()

    def _drop_the_late(self) -> None:
        now = self._now()
        for request in [*self._waiting, *self._running]:
            late = request.deadline is not None and now > request.deadline
            if request.cancelled or late:
                self._end(ModelError(say("model-slow") if late else "The request was cancelled."), [request])

    def _admit(self) -> None:
        """Give those who wait their sequences, in the order in which they came."""
        while self._waiting and not (self._full and self._running):
            request = self._waiting[0]
            plan = self._held.plan(request.pending, {r.sequence for r in self._running}, brief=request.brief)
            if plan is None:
                break
            del self._waiting[0]
            shared = plan.shared
            if plan.source != plan.target:
                self._clear(plan.target)
                self._context.copy(plan.source, plan.target, shared)
            elif not self._context.cut(plan.target, shared):
                self._clear(plan.target)
                shared = 0
            self._held.take(plan.target, request.pending[:shared], len(request.pending))
            request.sequence = plan.target
            request.pending = request.pending[shared:]
            self._running.append(request)
        self._tell_places()

    def _step(self) -> None:
        """One call of llama.cpp, and what follows from it."""
        began = self._now()
        rows = self._fill()
        if not rows:
            return
        before = self._now()
        fits = self._context.compute(self._batch)
        after = self._now()
        if not fits:
            self._make_room()
            return
        for request, count, _ in rows:
            held = self._held[request.sequence]
            held.tokens += request.pending[:count]
            del request.pending[:count]
        for request, _, row in rows:
            if not request.pending:
                self._take(request, row)
        counts = self.counts
        computing, beside = after - before, self._now() - after + before - began
        self.counts = Counts(
            counts.computed + self._batch.size,
            counts.calls + 1,
            counts.computing_s + computing,
            counts.beside_s + beside,
        )

    def _fill(self) -> list[tuple[Request, int, int]]:
        """Who is in the next call, with how many tokens, and in which row their last one is."""
        reading = [r for r in self._running if not r.answer.is_begun]
        writing = [r for r in self._running if r.answer.is_begun]
        room = self._context.capacity
        left = min(PART, room) if writing else room
        counts = []
        for request in [*writing, *reading]:
            is_reading = not request.answer.is_begun
            count = min(len(request.pending), room, left if is_reading else len(request.pending))
            if count:
                counts.append((request, count))
            room -= count
            left -= count if is_reading else 0
        self._batch.size = 0
        # sequences apart are computed together where their numbers follow each other
        return [self._added(*counted) for counted in sorted(counts, key=lambda counted: counted[0].sequence)]

    def _added(self, request: Request, count: int) -> tuple[Request, int, int]:
        held, is_all = self._held[request.sequence], count == len(request.pending)
        row = self._batch.add(request.pending[:count], len(held.tokens), request.sequence, wanted=is_all)
        return request, count, row

    def _take(self, request: Request, row: int) -> None:
        try:
            request.pending = request.answer.take(self._context.logits(row))
        except ModelRefused as error:
            self._end(error, [request])
            return
        if request.pending:
            request.told.put(tuple(request.pending))
        if request.answer.done:
            self._end(None, [request])

    # --- room, errors, ends ---------------------------------------------------------------------------------------

    def _make_room(self) -> None:
        """The cache is full: what was used longest ago leaves; if all of it is in use, who came last waits again."""
        busy = {request.sequence for request in self._running}
        oldest = self._held.oldest(busy)
        if oldest is not None:
            self._clear(oldest)
        elif len(self._running) > 1:
            self._full = True
            last = self._running.pop()
            self._clear(last.sequence)
            last.pending, last.sequence = last.all_tokens, -1
            with self._changed:
                self._waiting.insert(0, last)
        else:
            self._end(ModelRefused(say("model-context-full")), list(self._running))

    def _clear(self, sequence: int) -> None:
        self._context.cut(sequence, 0)
        self._held.drop(sequence)

    def _fail(self, error: TallyError) -> None:
        """A call went wrong: nobody knows what the cache holds now."""
        self._end(error, list(self._running))
        self._context.forget()
        for number in range(self._context.sequences):
            self._held.drop(number)
        self._held.pinned = None

    def _end(self, error: TallyError | None, requests: Sequence[Request]) -> None:
        for request in requests:
            if request in self._running:
                self._running.remove(request)
                self._full = False
                self.written = self.written.plus(request.answer.written)
                if error is not None or request.brief:
                    self._clear(request.sequence)
            elif request in self._waiting:
                self._waiting.remove(request)
            request.told.put(error)

    def _tell_places(self) -> None:
        for place, request in enumerate(self._waiting, start=1):
            self._tell_place(request, place)
        for request in self._running:
            self._tell_place(request, 0)

    def _tell_place(self, request: Request, place: int) -> None:
        if request.place != place:
            request.place = place
            request.told.put(Place(place))
