"""When an answer plainly leaves out a part of what was said, the model's next likeliest answers are looked at.

A model writes its likeliest answer token by token, and may have left the right one at a single token: one call too few,
a word too many in a day phrase. Code cannot say what is right, but it sees that something that the message names is
nowhere on the card; another answer that says all that the first one said, and this too, is the better reading.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.handlers.calls import Asked, Drafted, Outcome
from bot.handlers.omissions import left_out, projects_never_shown
from bot.handlers.readings import Reading
from bot.tools.left_alone import without_left_alone
from bot.tools.mentions import PROJECT, mentions_in, names_of
from bot.tools.names import candidates, named_projects
from bot.tools.situation import Situation
from bot.tools.subjects import subject_of


def falls_short(outcomes: Sequence[Outcome], words: str, situation: Situation) -> bool:
    """True where words given for days are none, or a project is named that no line, new or waiting, is about.

    Not where something is missing or unknown: that is for the person to say.
    """
    said = without_left_alone(words, situation.today)
    return bool(_unreadable(outcomes)) or bool(projects_never_shown(outcomes, said, situation))


def is_better(outcomes: Sequence[Outcome], first: Sequence[Outcome], words: str, situation: Situation) -> bool:
    """True where everything comes to lines of a card: all that the first answer was about, and all that is named.

    Lines that the first answer had not are of a kind that it had, and no days are its unreadable ones cut short.
    """
    lines = [o for o in outcomes if isinstance(o, Drafted)]
    if not lines or len(lines) < len(outcomes) or Reading(tuple(lines)).is_overfull:
        return False
    subjects, before = ({subject_of(o.call, situation) for o in some} for some in (lines, first))
    if not before <= subjects or {tool for tool, _ in subjects} - {tool for tool, _ in before}:
        return False
    if not _replaced(first) <= _replaced(lines) or _cuts_short(lines, _unreadable(first)):
        return False
    said = without_left_alone(words, situation.today)
    return _named(said, situation) <= {code for _, code in subjects} and not left_out(outcomes, words, situation)


def _unreadable(outcomes: Sequence[Outcome]) -> list[str]:
    """What stands for days in the calls whose days are asked for."""
    of_days = [o for o in outcomes if isinstance(o, Asked) and o.unclear.argument == "dates"]
    return [phrase for o in of_days if (phrase := str(o.call.arguments.get("dates") or ""))]


def _cuts_short(lines: Sequence[Drafted], unreadable: Sequence[str]) -> bool:
    """True for the "friday" of "friday of the fair week"; not where a comma ends it."""
    days = {str(line.call.arguments.get("dates") or "") for line in lines}
    return any(phrase.casefold().startswith(f"{said} ".casefold()) for said in days if said for phrase in unreadable)


def _replaced(outcomes: Sequence[Outcome]) -> set[int]:
    return {o.replaces.line for o in outcomes if isinstance(o, Drafted) and o.replaces}


def _named(words: str, situation: Situation) -> set[str]:
    """The codes of the projects that the message names, in full or in part, and that no waiting line is about."""
    found = mentions_in(words, names_of(situation.ledger), situation.today)
    known = named_projects(situation.ledger.projects())
    meant = [candidates(words[m.start : m.end], known) for m in found if m.kind == PROJECT]
    waiting = {str(line.arguments.get("project")) for line in situation.pending}
    return {projects[0].code for projects in meant if len(projects) == 1} - waiting
