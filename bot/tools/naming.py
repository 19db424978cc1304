"""Whether words could be taken for something about a report: they name a project, a day or an amount."""

from __future__ import annotations

from bot.phrases import amounts_in, mentions_day
from bot.tools.grounding import is_ordinary, project_places
from bot.tools.names import candidates, named_projects, plain
from bot.tools.situation import Situation

SHORTEST = 3  # letters of a word that may be the beginning of a name, or one spelled wrongly


def names_something(text: str, situation: Situation) -> bool:
    """True when the text names a project (by its client, its beginning or a slip as well), a day or an amount."""
    if mentions_day(text, situation.today) or amounts_in(text):
        return True
    projects = situation.ledger.projects()
    if any(project_places(project, text, situation.today) for project in projects):
        return True
    names = named_projects(projects)
    words = {word for word in plain(text).split() if len(word) >= SHORTEST and not is_ordinary(word, situation.today)}
    return any(candidates(word, names) for word in words)
