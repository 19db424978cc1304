"""When an answer plainly leaves out a part of what was said, the model's next likeliest answers are looked at.

A model writes its likeliest answer token by token, and may have left the right one at a single token: one call too few,
a word too many in a day phrase. Code cannot say what is right, but it sees that something that the message names is
nowhere on the card; another answer of the same model that has it all is the better reading.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.handlers.calls import Asked, Drafted, Outcome
from bot.handlers.omissions import left_out, projects_left_out
from bot.handlers.readings import Reading
from bot.tools.mentions import PROJECT, mentions_in, names_of
from bot.tools.names import candidates, named_projects
from bot.tools.situation import Situation
from bot.tools.subjects import subject_of


def falls_short(outcomes: Sequence[Outcome], words: str, situation: Situation) -> bool:
    """True where a project that is named is on no line, where days are none, or where a day is filled twice.

    Not where something is missing or unknown: that is for the person to say.
    """
    if any(map(_has_unreadable_days, outcomes)) or Reading(_drafted(outcomes)).is_overfull:
        return True
    return bool(projects_left_out(outcomes, words, situation))


def is_better(outcomes: Sequence[Outcome], first: Sequence[Outcome], words: str, situation: Situation) -> bool:
    """True where everything comes to a card that could be approved, with all that is named and all of the first one."""
    drafted = _drafted(outcomes)
    if not drafted or len(drafted) < len(outcomes) or Reading(drafted).is_overfull:
        return False
    subjects, before = ({subject_of(o.call, situation)[1] for o in some} for some in (drafted, _drafted(first)))
    return before | _named(words, situation) <= subjects and not left_out(outcomes, words, situation)


def _drafted(outcomes: Sequence[Outcome]) -> tuple[Drafted, ...]:
    return tuple(o for o in outcomes if isinstance(o, Drafted))


def _named(words: str, situation: Situation) -> set[str]:
    """The codes of the projects that the message names, in full or in part."""
    found = mentions_in(words, names_of(situation.ledger), situation.today)
    known = named_projects(situation.ledger.projects())
    meant = [candidates(words[m.start : m.end], known) for m in found if m.kind == PROJECT]
    return {projects[0].code for projects in meant if len(projects) == 1}


def _has_unreadable_days(outcome: Outcome) -> bool:
    is_of_days = isinstance(outcome, Asked) and outcome.unclear.argument == "dates"
    return is_of_days and bool(outcome.call.arguments.get("dates"))
