"""More than a day on a day, in one answer: nobody can mean it, and a card with it could not be approved.

Either two things share the day and nobody said how, or the days were misunderstood. So it is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import reduce

from bot.domain.timesheet import FULL_DAY, STEP
from bot.handlers.calls import Asked, Drafted, Outcome
from bot.tools import wording
from bot.tools.situation import Unclear
from bot.words import say


def with_shares_asked_for(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The outcomes; lines that together put more than a day on a day are a question about their shares.

    Those of one answer only: a line that waits may be what the new one is to replace.
    """
    over = _over_full(outcomes)
    crowding = [o for o in outcomes if isinstance(o, Drafted) and any(e.day in over for e in o.draft.change.added)]
    if len(crowding) < 2:
        return list(outcomes)
    unclear = _which_shares(crowding, over)
    return [Asked(o.call, unclear) if isinstance(o, Drafted) and o in crowding else o for o in outcomes]


def _over_full(outcomes: Sequence[Outcome]) -> dict[date, int]:
    """The days that would hold more than they take, with how much."""
    percents: Counter[date] = Counter()
    for outcome in outcomes:
        if isinstance(outcome, Drafted):
            for entry in outcome.draft.change.added:
                percents[entry.day] += entry.percent
    return {day: percent for day, percent in percents.items() if percent > FULL_DAY}


def _which_shares(crowding: Sequence[Drafted], over: dict[date, int]) -> Unclear:
    """An even share is offered where nobody named an amount and all have the same days."""
    titles = list(dict.fromkeys(o.draft.title for o in crowding))
    work = reduce(lambda one, other: say("entry-and-entry", one=one, other=other), titles)
    question = say("ask-shares", work=work, percent=max(over.values()), days=wording.days(over))
    same = len({o.draft.change.days for o in crowding}) == 1 and not any(
        o.call.arguments.get("percent") for o in crowding
    )
    even = FULL_DAY // len(crowding)
    choices = (f"{even} %",) if same and even % STEP == 0 and even * len(crowding) == FULL_DAY else ()
    return Unclear(question, argument="percent", choices=choices)
