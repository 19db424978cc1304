"""Names as people type them -> the one thing that is meant, or the candidates to ask about.

Order: exactly a code or a name, then a client, then the beginning of words, then a close spelling. The first step that
finds anything decides; when it finds several, the person is asked.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from bot.domain.timesheet import Employee, Project

T = TypeVar("T")
KEPT = 16_384  # texts: the names of a thousand people and their projects are compared with everything that is said
SHORTEST_BEGINNING = 3  # letters; "no" is an answer, not the beginning of Northwind
CLOSE = 0.8  # difflib ratio; "zefir"/"zephyr" is 0.73, "appolo"/"apollo" 0.83
ENGLISH_FILLER = ("the", "a", "an", "on", "for", "project", "projects", "client", "customer", "one", "that", "it", "to")
FRENCH_FILLER = ("le", "la", "les", "l", "un", "une", "projet", "pour", "sur", "du", "de")
ADDRESS = re.compile(r"[^\s<>()\[\],;:|\"'“”]+@[^\s<>()\[\],;:|\"'“”@]+")
FILLER = frozenset((*ENGLISH_FILLER, *FRENCH_FILLER))


@lru_cache(KEPT)
def plain(text: str) -> str:
    """Lower case without accents, words of letters and digits separated by single spaces."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = (c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


@lru_cache(KEPT)
def essential(text: str) -> str:
    """`plain`, without words such as "the" and "project" unless nothing else is left."""
    words = plain(text).split()
    return " ".join([word for word in words if word not in FILLER] or words)


def mentions(text: str, name: str) -> bool:
    """True when `name` stands in `text` as whole words."""
    wanted = plain(name)
    return bool(wanted) and f" {wanted} " in f" {plain(text)} "


@dataclass(frozen=True)
class Named(Generic[T]):
    """Something with the exact names it goes by, and looser ones (a client) that others may share."""

    thing: T
    names: tuple[str, ...]
    shared: tuple[str, ...] = ()


def candidates(typed: str, among: Sequence[Named[T]]) -> list[T]:
    """Everything that `typed` may mean, by the first rule that finds anything; empty when nothing does."""
    wanted = essential(typed)
    if not wanted:
        return []
    for rule in (_exactly, _shared, _beginning):
        found = [named.thing for named in among if rule(wanted, named)]
        if found:
            return found
    words = wanted.split()
    named_whole = [named.thing for named in among if len(words) > 1 and any(plain(n) in words for n in named.names)]
    if len(named_whole) > 1:
        return named_whole  # "50 monday" is no slip of a project Monday where another one is called 50
    return [named.thing for named in among if _closely(wanted, named)]


def _exactly(wanted: str, named: Named[T]) -> bool:
    return any(wanted in (essential(name), plain(name)) or _joined(wanted) == _joined(name) for name in named.names)


@lru_cache(KEPT)
def _joined(text: str) -> str:
    return plain(text).replace(" ", "")


def _shared(wanted: str, named: Named[T]) -> bool:
    return any(wanted == essential(name) for name in named.shared)


def _beginning(wanted: str, named: Named[T]) -> bool:
    return any(_words_begin(wanted.split(), plain(name).split()) for name in (*named.names, *named.shared))


def _words_begin(wanted: list[str], words: list[str]) -> bool:
    rest = iter(words)
    return (
        all(any(word.startswith(part) for word in rest) for part in wanted)
        and len(max(wanted, key=len)) >= SHORTEST_BEGINNING
    )


def _closely(wanted: str, named: Named[T]) -> bool:
    return any(_close(wanted, plain(name)) for name in (*named.names, *named.shared) if len(plain(name)) > 3)


def _close(wanted: str, name: str) -> bool:
    if difflib.SequenceMatcher(None, wanted, name).ratio() >= CLOSE:
        return True
    words = name.split()
    parts = wanted.split()
    return len(parts) == 1 and any(
        len(word) > 4 and difflib.SequenceMatcher(None, parts[0], word).ratio() >= CLOSE for word in words
    )


def named_projects(projects: Iterable[Project]) -> list[Named[Project]]:
    """Projects by code, name and both; the client is shared by several."""
    return [Named(p, (p.code, p.name, f"{p.name} ({p.code})"), (p.client,) if p.client else ()) for p in projects]


def named_employees(employees: Iterable[Employee]) -> list[Named[Employee]]:
    """Employees by e-mail and full name; first and last names may be shared."""
    return [Named(e, (e.email, e.full_name, f"{e.lastname} {e.name}"), (e.name, e.lastname)) for e in employees]


def addressed(phrase: str, employees: Iterable[Employee]) -> list[Employee] | None:
    """Whose address is in the phrase, "Ben Okafor (ben@acme.example)"; None where there is no address in it.

    An address is never read loosely: one letter more is somebody else.
    """
    typed = {address.casefold().rstrip(".") for address in ADDRESS.findall(phrase)}
    return [e for e in employees if e.email.casefold() in typed] if typed else None


def namesakes(thing: Employee | Project, among: Iterable[Employee | Project]) -> bool:
    """True when something else goes by the same full name: then the name alone does not say which one is meant."""
    name = _known_as(thing)
    return any(_known_as(other) == name for other in among if other != thing)


def _known_as(thing: Employee | Project) -> str:
    return plain(thing.full_name if isinstance(thing, Employee) else thing.name)


def told_apart(employees: Iterable[Employee], among: Iterable[Employee]) -> tuple[str, ...]:
    """The full names, each with its address where a colleague is called the same."""
    called = Counter(_known_as(employee) for employee in among)
    return tuple(f"{e.full_name} ({e.email})" if called[_known_as(e)] > 1 else e.full_name for e in employees)


def stands_in(phrase: str, texts: Iterable[str]) -> bool:
    """True when every word of `phrase` was said, in one and the same text of `texts`."""
    words = plain(phrase).split()
    return bool(words) and any(set(words) <= set(plain(text).split()) for text in texts)
