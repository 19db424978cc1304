"""Which words of a message name something that the ledger knows: a project (by name, code or client) or a colleague.

A model that is not shown the ledger cannot tell that "carver" is a colleague and "ops rota" a project; code can. What
is found here is a hint for the model, no more: what a call names is resolved, and asked about, as ever
(`bot.tools.names`).

A word counts when it is a word of a name, the beginning of one, or one slip of the pen away from one. Neighbours that
may all belong to the same name are one mention; ordinary words ("the", "may", "friday") count only inside of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.domain.conversation import Mention
from bot.domain.timesheet import Employee, Project
from bot.ports import Ledger
from bot.tools.grounding import is_ordinary
from bot.tools.names import ADDRESS, plain

PROJECT, EMPLOYEE = "project", "employee"
FEWEST_LETTERS = 4
"""Of the beginning of a word, and of a word that is only a part of a name; "app" and "old" may be anything."""
FEWEST_OF_A_SLIP = 5
"""Of a word with a slip in it: shorter ones are too near to others."""
_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[ \t\-_/.'’&]{1,3}")

Name = tuple[str, str]
"""A kind and one of the names that something of it goes by."""


@dataclass(frozen=True, eq=False)
class Names:
    """Names by their words: `words`, their beginnings and what is left of them without one letter -> whose they are.

    The numbers are places in `things`: for each the kind and the whole names, as `plain` has them. An index is only the
    same as itself: it is made once for a ledger that does not change.
    """

    things: tuple[tuple[str, frozenset[str]], ...]
    words: Mapping[str, frozenset[int]]
    beginnings: Mapping[str, frozenset[int]]
    slips: Mapping[str, frozenset[int]]

    def of(self, word: str) -> frozenset[int]:
        """Everything that this word (plain) may be a part of the name of."""
        if found := self.words.get(word):
            return found
        if len(word) >= FEWEST_LETTERS and (found := self.beginnings.get(word)):
            return found
        if len(word) < FEWEST_OF_A_SLIP or word.isdigit():
            return frozenset()
        return frozenset[int]().union(*(self.slips.get(less, ()) for less in _without_one(word)))


def names_of(ledger: Ledger) -> Names:
    """The names of everything in the ledger."""
    return indexed(tuple(filter(None, [*map(_of_project, ledger.projects()), *map(_of_employee, ledger.employees())])))


def _of_project(project: Project) -> tuple[Name, ...]:
    return tuple((PROJECT, name) for name in (project.name, project.code, project.client) if plain(name))


def _of_employee(employee: Employee) -> tuple[Name, ...]:
    return tuple((EMPLOYEE, name) for name in (employee.full_name, employee.name, employee.lastname) if plain(name))


@lru_cache(maxsize=2)
def indexed(things: tuple[tuple[Name, ...], ...]) -> Names:
    """The index of things by their names. Two are kept: one of a thousand people and 500 projects takes 25 MB."""
    words: dict[str, set[int]] = {}
    beginnings: dict[str, set[int]] = {}
    slips: dict[str, set[int]] = {}
    for number, thing in enumerate(things):
        for _, name in thing:
            words.setdefault(plain(name).replace(" ", ""), set()).add(number)  # "lib7" is LIB-7
        for word in {word for _, name in thing for word in plain(name).split()}:
            words.setdefault(word, set()).add(number)
            for length in range(FEWEST_LETTERS, len(word)):
                beginnings.setdefault(word[:length], set()).add(number)
            if len(word) >= FEWEST_OF_A_SLIP and not word.isdigit():
                for less in _without_one(word):
                    slips.setdefault(less, set()).add(number)
    return Names(
        tuple((thing[0][0], frozenset(plain(name) for _, name in thing)) for thing in things),
        _frozen(words),
        _frozen(beginnings),
        _frozen(slips),
    )


def _frozen(found: Mapping[str, set[int]]) -> dict[str, frozenset[int]]:
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _without_one(word: str) -> Iterator[str]:
    """The word, and the word without each of its letters: two words that share one of these are a slip apart."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


@lru_cache(maxsize=512)
def mentions_in(text: str, names: Names, today: date) -> tuple[Mention, ...]:
    """Where the text names something, in order."""
    addresses = [found.span() for found in ADDRESS.finditer(text)]
    words = [
        (plain(found[0]), found.start(), found.end())
        for found in _WORD.finditer(text)
        if not any(start <= found.start() < end for start, end in addresses)
    ]
    return tuple(_mentions(text, words, names, today))


def _mentions(text: str, words: Sequence[tuple[str, int, int]], names: Names, today: date) -> Iterator[Mention]:
    at = 0
    while at < len(words):
        shared, end = names.of(words[at][0]), at + 1
        while shared and end < len(words) and _GAP.fullmatch(text, words[end - 1][2], words[end][1]):
            both = shared & names.of(words[end][0])
            if not both:
                break
            shared, end = both, end + 1
        first, last = _without_ordinary(words, at, end, shared, names, today) if shared else (at, at)
        said = " ".join(word for word, _, _ in words[first:last])
        is_part = len(said) >= FEWEST_LETTERS and not said.isdigit()
        if said and (is_part or any(said in names.things[number][1] for number in shared)):
            yield Mention(words[first][1], words[last - 1][2], _kind(said, shared, names))
        at = end


def _without_ordinary(
    words: Sequence[tuple[str, int, int]], first: int, last: int, shared: Iterable[int], names: Names, today: date
) -> tuple[int, int]:
    """The words without ordinary ones at their ends, unless all of them are a whole name of more than one word."""
    said = " ".join(word for word, _, _ in words[first:last])
    if last - first > 1 and any(said in names.things[number][1] for number in shared):
        return first, last
    while first < last and is_ordinary(words[first][0], today):
        first += 1
    while first < last and is_ordinary(words[last - 1][0], today):
        last -= 1
    return first, last


def _kind(said: str, shared: Iterable[int], names: Names) -> str:
    """The kind of what is called exactly so; else a project rather than a colleague."""
    kinds = {names.things[number][0] for number in shared}
    exact = {kind for kind, whole in (names.things[number] for number in shared) if said in whole}
    return PROJECT if PROJECT in (exact or kinds) else EMPLOYEE
