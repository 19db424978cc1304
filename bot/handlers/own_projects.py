"""Work on a project that is not the person's: a card with it could not be approved, so they are asked which one."""

from __future__ import annotations

from collections.abc import Sequence

from bot.handlers.calls import Asked, Drafted, Outcome
from bot.tools.named_slots import MOST_NAMES, ProjectName
from bot.tools.situation import Situation, Unclear
from bot.words import say


def with_own_projects(outcomes: Sequence[Outcome], situation: Situation) -> list[Outcome]:
    """The outcomes; what puts the person on days of a project of others' is a question.

    Unless a call beside it, or a line that waits, assigns them to it.
    """
    assigned = {o.draft.change.assigned for o in outcomes if isinstance(o, Drafted)}
    assigned |= {line.change.assigned for line in situation.pending}
    theirs = {pair[0] for pair in assigned if pair is not None and pair[1] == situation.email}
    return [
        _which_of_theirs(o, situation) if isinstance(o, Drafted) and _others(o, situation) - theirs else o
        for o in outcomes
    ]


def _others(outcome: Drafted, situation: Situation) -> set[str]:
    """The codes of the projects of others' that are to be put on days."""
    if outcome.call.tool != "add_activities":
        return set()
    added = {entry.project for entry in outcome.draft.change.added}
    return {p.code for p in situation.ledger.projects() if p.code in added and situation.email not in p.employees}


def _which_of_theirs(outcome: Drafted, situation: Situation) -> Asked:
    question = f"{say('not-assigned', project=outcome.draft.title)} {say('ask-project')}"
    unclear = Unclear(question, argument="project", choices=ProjectName().offers(situation), most=MOST_NAMES)
    return Asked(outcome.call, unclear)
