"""Projects named by a word of their name ("mimosa" for Portail Mimosa) or with a slip ("merdian"), in a whole message.

What a model copies is read that loosely anyway (bot.tools.names). Here such words are found without one: only those of
the person's own projects, only where a word can be one project alone, and no colleague, day, amount or usual word.
"""

from __future__ import annotations

import difflib

from bot.domain.timesheet import Project
from bot.tools.asides import said_besides
from bot.tools.grounding import is_ordinary, without_names
from bot.tools.names import CLOSE, candidates, named_projects, plain
from bot.tools.situation import Situation

_SHORTEST = 4  # letters of a word of a name
_SHORTEST_SLIP = 5  # letters of a word with a slip in it


def loosely_named(text: str, situation: Situation) -> list[tuple[str, Project]]:
    """The words, as they were typed, that name a project of the person in this way, each with the project."""
    projects = situation.ledger.projects()
    mine = [project for project in projects if situation.email in project.employees]
    bare = without_names(text, projects, situation.today)
    words = [word for word in dict.fromkeys(plain(bare).split()) if len(word) >= _SHORTEST and said_besides(word)]
    found = [(word, own[0]) for word in words if len(own := [p for p in mine if _is_word_of(word, p)]) == 1]
    if not found:
        return []
    colleagues = {w for e in situation.ledger.employees() for w in plain(f"{e.name} {e.lastname}").split()}
    return [
        (word, project)
        for word, project in found
        if word not in colleagues and not is_ordinary(word, situation.today)
        if candidates(word, named_projects(projects)) == [project]
    ]


def _is_word_of(word: str, project: Project) -> bool:
    name = plain(project.name)
    if word in name.split():
        return True
    return len(word) >= _SHORTEST_SLIP and any(_is_slip(word, whole) for whole in (name, *name.split()))


def _is_slip(word: str, name: str) -> bool:
    return len(name) >= _SHORTEST_SLIP and difflib.SequenceMatcher(None, word, name).ratio() >= CLOSE
