"""One run of one contestant: every user asks at the same time, all wait for all, then comes everybody's next turn."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass

from benchmarks.llm.asked import Script
from benchmarks.llm.contestants import Contestant, Told, Work
from benchmarks.llm.locked import locked, plain
from benchmarks.llm.ours import ours
from benchmarks.llm.reading import Reading
from benchmarks.llm.server import server, server_free

OURS, PLAIN, LOCKED, SERVER, SERVER_FREE = "engine", "plain", "locked", "server", "server-free"
Opened = Callable[..., AbstractContextManager[Contestant]]
CONTESTANTS: dict[str, Opened] = {
    OURS: ours,
    PLAIN: plain,
    LOCKED: locked,
    SERVER: server,
    SERVER_FREE: server_free,
}
"""In the order of their turns: the engine's answers are the conversations that the others go on with."""


@dataclass(frozen=True)
class Run:
    """All turns of all users. `returning` is the part of the work that was done after the first turn."""

    wall_s: float
    told: Sequence[Told]
    work: Work
    returning: Work


@dataclass(frozen=True)
class Row:
    """What several runs come to: medians of sums, percentiles over all answers."""

    task: str
    who: str
    users: int
    turns: int
    runs: int
    evaluations: float
    computed: float
    sampled: float
    useful: float
    without_call: int
    """Answers in which no call could be read."""
    first_s: float
    p50_s: float
    p95_s: float
    wall_s: float
    lowest_wall_s: float
    highest_wall_s: float
    python_share: float
    """Of the engine's thread: time outside llama.cpp; 0 for everybody else."""
    beyond_due: int
    """Of the engine: tokens that were computed after the first turn although the cache held them."""

    @property
    def wall_per_useful_s(self) -> float:
        """Seconds for each token of a call."""
        return self.wall_s / self.useful if self.useful else 0.0


def play(contestant: Contestant, script: Script, users: int, turns: int, *, leads: bool) -> Run:
    """Have a contestant answer; the one that leads writes the script."""
    told: list[Told] = []
    wall = 0.0
    before = returning = contestant.work()
    with ThreadPoolExecutor(users) as pool:
        for turn in range(turns):
            questions = [script.question(user, turn) for user in range(users)]
            began = time.perf_counter()
            answers = list(pool.map(contestant.ask, questions))
            wall += time.perf_counter() - began
            told += answers
            for question, answer in zip(questions, answers, strict=True):
                if leads and answer.call is not None:
                    script.note(question, answer.call, answer.written)
            if turn == 0:
                returning = contestant.work()
    after = contestant.work()
    return Run(wall, told, after.since(before), after.since(returning))


def compete(
    script: Callable[[], Script],
    reading: Reading,
    names: Sequence[str],
    users: int,
    turns: int,
    runs: int,
    threads: int,
) -> dict[str, list[Run]]:
    """Everybody's runs, in turns, each with a model that was loaded for it and told when it is done: runs are long."""
    done: dict[str, list[Run]] = {name: [] for name in names}
    for _ in range(runs):
        written = script()
        for name in names:
            with CONTESTANTS[name](written.task, reading, users, threads) as contestant:
                run = play(contestant, written, users, turns, leads=name == OURS)
            done[name].append(run)
            print(f"{written.task.name}, {users} users, {name}: {run.wall_s:.2f} s, {run.work}", file=sys.stderr)
    return done


def row(task: str, who: str, users: int, turns: int, runs: Sequence[Run]) -> Row:
    """One line of the table."""
    answers = [told for run in runs for told in run.told]
    took = sorted(told.took_s for told in answers)
    walls = [run.wall_s for run in runs]
    computing, beside = (sum(getattr(run.work, part) for run in runs) for part in ("computing_s", "beside_s"))
    return Row(
        task=task,
        who=who,
        users=users,
        turns=turns,
        runs=len(runs),
        evaluations=statistics.median(run.work.evaluations for run in runs),
        computed=statistics.median(run.work.computed for run in runs),
        sampled=statistics.median(sum(told.sampled for told in run.told) for run in runs),
        useful=statistics.median(sum(told.useful for told in run.told) for run in runs),
        without_call=sum(told.useful == 0 for told in answers),
        first_s=statistics.median(told.first_s for told in answers),
        p50_s=statistics.median(took),
        p95_s=took[min(len(took) - 1, int(0.95 * len(took)))],
        wall_s=statistics.median(walls),
        lowest_wall_s=min(walls),
        highest_wall_s=max(walls),
        python_share=beside / (computing + beside) if computing else 0.0,
        beyond_due=sum(run.returning.computed - run.returning.due for run in runs) if who == OURS else 0,
    )
