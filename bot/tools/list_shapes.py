"""Every way in which the marks of a list can be shared out: which days and which amount belong to what.

"P D"  in either order, an amount before, between or behind: a line of its own
"D AP AP …"  or the days behind, or "PA PA": several share the days, with an amount each
"D PP A"  two share the days half and half
"P D and D P"  the days between two parted at their "and"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.tools.marks import Mark
from bot.tools.names import plain

_LETTERS = {"project": "P", "reason": "P", "days": "D", "amount": "A", "separator": ","}
_LONGEST_GROUP = 12  # marks; four projects on one day with an amount each, and what parts them
_AND = re.compile(r"\s+(?:and|et)\s+(?:on |the |le )?", re.IGNORECASE)
_SHARING_A_NOUN = re.compile(
    r",|\d|\b(?:first|second|third|fourth|last|premier|premi[eè]re|deuxi|troisi|dernier)", re.IGNORECASE
)
_EVENLY = re.compile(r"50 50|fifty fifty|half and half|moitie moitie")
_PAIRS = frozenset(("PD", "DP", "APD", "ADP", "PAD", "DAP", "PDA", "DPA"))
MOST_MARKS = 60


@dataclass(frozen=True)
class Group:
    """What belongs together."""

    subject: Mark
    days: Mark
    amount: Mark | None = None

    @property
    def share(self) -> str | None:
        """The amount as it was typed."""
        return self.amount.text if self.amount else None


def groupings(sequence: Sequence[Mark]) -> list[tuple[Group, ...]]:
    """The different ways, at most two of them: a second one is one too many."""
    if len(sequence) > MOST_MARKS:
        return []
    sequence = _parted(sequence)
    letters = "".join(_LETTERS[mark.kind] for mark in sequence)
    if letters.strip(",") in ("P,D", "D,P"):  # "gull, wednesday"
        sequence = [mark for mark in sequence if mark.kind != "separator"]
        letters = letters.replace(",", "")
    found: list[tuple[Group, ...]] = []
    for way in _ways(sequence, letters):
        if not any(set(way) == set(other) for other in found):
            found.append(way)
        if len(found) > 1:
            break
    return found


def _parted(sequence: Sequence[Mark]) -> Sequence[Mark]:
    """ "gull monday to thursday and friday paid leave": days between two things that have none but these are both's,
    parted at the only "and"."""
    if [_LETTERS[mark.kind] for mark in sequence] != ["P", "D", "P"]:
        return sequence
    before, days, after = sequence
    joints = list(_AND.finditer(days.text))
    if len(joints) != 1 or _SHARING_A_NOUN.search(days.text):
        return sequence
    first, last = days.text[: joints[0].start()], days.text[joints[0].end() :]
    middle = days.start + joints[0].start(), days.start + joints[0].end()
    return [
        before,
        Mark(days.start, middle[0], "days", first),
        Mark(*middle, "separator", joints[0].group()),
        Mark(middle[1], days.end, "days", last),
        after,
    ]


def _ways(sequence: Sequence[Mark], letters: str) -> Iterator[tuple[Group, ...]]:
    while letters[:1] == ",":
        sequence, letters = sequence[1:], letters[1:]
    if not letters:
        yield ()
    for count in range(2, min(_LONGEST_GROUP, len(letters)) + 1):
        groups = _together(sequence[:count], letters[:count])
        if groups:
            yield from ((*groups, *rest) for rest in _ways(sequence[count:], letters[count:]))


def _together(marks: Sequence[Mark], letters: str) -> tuple[Group, ...]:
    """The lines that the marks make when they belong together, whether one or several; none when they cannot."""
    if letters in _PAIRS:
        return (_group(marks, marks[letters.index("D")]),)
    if letters.count("D") != 1 or letters[-1] == "," or "D" not in (letters[0], letters[-1]):
        return ()
    days = marks[letters.index("D")]
    couples = [mark for mark in marks if mark.kind not in ("days", "separator")]
    order = letters.strip("D").strip(",")
    bare = order.replace(",", "")
    if bare in ("PPA", "APP"):
        return _evenly(couples, days)
    if len(couples) < 4 or bare not in ("AP" * (len(bare) // 2), "PA" * (len(bare) // 2)):
        return ()
    if any(len(part) % 2 for part in order.split(",")):
        return ()  # a separator inside of a couple
    return tuple(_group(couples[n : n + 2], days) for n in range(0, len(couples), 2))


def _evenly(marks: Sequence[Mark], days: Mark) -> tuple[Group, ...]:
    """ "thursday gull and anchor fifty fifty": one amount that is plainly each one's."""
    amount = next(mark for mark in marks if mark.kind == "amount")
    if not _EVENLY.fullmatch(plain(amount.text)):
        return ()
    return tuple(Group(mark, days, amount) for mark in marks if mark is not amount)


def _group(marks: Sequence[Mark], days: Mark) -> Group:
    subject = next(mark for mark in marks if mark.kind in ("project", "reason"))
    return Group(subject, days, next((mark for mark in marks if mark.kind == "amount"), None))
