"""What is promised of the engine on the 0.5B shape, against what was measured."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.figures import Figure
from benchmarks.llm.rounds import LOCKED, OURS, PLAIN, SERVER, SERVER_FREE, Row

MOST_WALL = {
    (1, SERVER): 0.25,
    (16, SERVER): 0.15,
    (1, SERVER_FREE): 0.6,
    (16, SERVER_FREE): 0.6,
    (1, PLAIN): 0.45,
    (16, PLAIN): 0.12,
    (1, LOCKED): 0.45,
    (16, LOCKED): 0.12,
}
"""What is promised against `plain` is asked for against `locked` too, though that one has the engine's own grammar."""
MOST_PER_USEFUL = {(1, SERVER): 0.40, (16, SERVER): 0.25}
MOST_PYTHON = 0.10
PROMISED_OF = "0.5B shape"


def figures(rows: Sequence[Row]) -> list[Figure]:
    """The ratios of everything that was measured; targets stand beside those that are promised."""
    found = []
    ours = {(row.task, row.users): row for row in rows if row.who == OURS}
    for (task, users), mine in ours.items():
        promised = task == PROMISED_OF
        about = f"{task}, {users} user{'s' if users > 1 else ''}"
        for row in rows:
            if (row.task, row.users) != (task, users) or row is mine:
                continue
            key = (users, row.who)
            most = MOST_WALL.get(key) if promised else None
            found.append(Figure(f"{about}: wall time against {row.who}", mine.wall_s / row.wall_s, "×", most))
            if row.who == SERVER and row.useful:
                ratio = mine.wall_per_useful_s / row.wall_per_useful_s
                most = MOST_PER_USEFUL.get(key) if promised else None
                found.append(Figure(f"{about}: wall time per useful token against {row.who}", ratio, "×", most))
        most = MOST_PYTHON if promised else None
        found.append(Figure(f"{about}: share of a step outside llama.cpp", mine.python_share, "×", most))
        if mine.turns > 1:
            found.append(Figure(f"{about}: tokens of returning turns computed again", mine.beyond_due, "tokens", 0))
    return found
