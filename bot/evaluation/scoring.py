"""When a turn of an evaluation case is right (the rules stand in the cases' own description).

Both sides are normalised: proposals that differ only in their days are merged, deletions are compared by the entries
that they would remove. A wrong write is a turn that proposed something which was not expected.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

DAYS = ("dates", "source")
Z_95 = 1.959964  # standard normal quantile of a two-sided 95 % interval


@dataclass(frozen=True)
class Observed:
    """What the assistant did in one turn. `removed` of a deletion: `(day, subject, percent)`."""

    proposals: tuple[Mapping[str, Any], ...]
    reads: tuple[Mapping[str, Any], ...]
    answer: str
    own_projects: tuple[str, ...]


def normalised(proposals: Iterable[Mapping[str, Any]]) -> set[str]:
    """Proposals as a set that can be compared: merged over days, key order and case of e-mails ignored."""
    merged: dict[str, set[str]] = {}
    for proposal in proposals:
        if proposal["tool"] == "delete_entries":
            merged.setdefault("delete_entries", set()).update(str(tuple(entry)) for entry in proposal["removed"])
            continue
        rest = {key: value for key, value in proposal.items() if key != "dates"}
        merged.setdefault(repr(sorted(rest.items())), set()).update(proposal.get("dates") or [""])
    return {f"{key} {sorted(days)}" for key, days in merged.items()}


def judge(expect: Mapping[str, Any], observed: Observed) -> tuple[bool, bool]:
    """(right, wrong write) of one turn."""
    wanted, got = normalised(expect["proposals"]), normalised(observed.proposals)
    reads = all(_was_read(read, observed) for read in expect.get("reads", ()))
    asked = not expect.get("ask") or "?" in observed.answer
    answered = not expect.get("chat") or bool(observed.answer.strip()) or bool(observed.reads)
    return wanted == got and reads and asked and answered, bool(got - wanted)


def _was_read(wanted: Mapping[str, Any], observed: Observed) -> bool:
    if any(all(read.get(key) == value for key, value in wanted.items()) for read in observed.reads):
        return True
    names_all = bool(observed.own_projects) and all(name in observed.answer for name in observed.own_projects)
    return wanted["tool"] == "get_my_projects" and names_all


def interval(right: int, total: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a proportion."""
    if total == 0:
        return 0.0, 1.0
    share, z2 = right / total, Z_95**2
    middle = (share + z2 / (2 * total)) / (1 + z2 / total)
    half = Z_95 * math.sqrt(share * (1 - share) / total + z2 / (4 * total**2)) / (1 + z2 / total)
    return middle - half, middle + half


def kind_of(expect: Mapping[str, Any]) -> str:
    """`write`, `ask` or `chat`: the groups for which the score is printed separately."""
    if expect["proposals"]:
        return "write"
    return "ask" if expect.get("ask") else "chat"


def summary(results: Sequence[tuple[str, bool]]) -> dict[str, dict[str, int]]:
    """Right and total for each group."""
    groups: dict[str, dict[str, int]] = {}
    for kind, right in results:
        group = groups.setdefault(kind, {"total": 0, "right": 0})
        group["total"] += 1
        group["right"] += right
    return groups
