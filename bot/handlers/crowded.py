"""More than a day on a day, in one answer: nobody can mean it, and a card with it could not be approved.

Either two things share the day and nobody said how, or the days were misunderstood. So it is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from functools import reduce

from bot.domain.timesheet import FULL_DAY, STEP
from bot.handlers.calls import Asked, Denied, Drafted, Outcome
from bot.tools import wording
from bot.tools.situation import Unclear
from bot.tools.tool import ADDING
from bot.words import say


def with_shares_asked_for(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The outcomes; lines that together put more than a day on a day are a question about their shares.

    Where they have the same days, an answer completes them; else they are to be said again. Those of one answer only: a
    line that waits may be what the new one is to replace.
    """
    over = _over_full(outcomes)
    crowding = [o for o in outcomes if isinstance(o, Drafted) and _is_on(o, over)]
    if len(crowding) < 2:
        return list(outcomes)
    titles = dict.fromkeys(o.draft.title for o in crowding)
    work = reduce(lambda one, other: say("entry-and-entry", one=one, other=other), titles)
    most, days = max(over.values()), wording.days(over)
    question = say("ask-shares", work=work, percent=most, days=days)
    unclear = Unclear(question, argument="percent", choices=_even_share(crowding))
    again = say("shares-unclear", work=work, percent=most, days=days)
    same = len({o.draft.change.days for o in crowding}) == 1
    return [
        o if not any(o is one for one in crowding) else Asked(o.call, unclear) if same else Denied(o.call, again)
        for o in outcomes
    ]


def _over_full(outcomes: Sequence[Outcome]) -> dict[date, int]:
    """The days that would hold more than they take, with how much."""
    percents: Counter[date] = Counter()
    for outcome in outcomes:
        if isinstance(outcome, Drafted) and outcome.call.tool in ADDING:
            for entry in outcome.draft.change.added:
                percents[entry.day] += entry.percent
    return {day: percent for day, percent in percents.items() if percent > FULL_DAY}


def _is_on(outcome: Drafted, days: Collection[date]) -> bool:
    return outcome.call.tool in ADDING and any(entry.day in days for entry in outcome.draft.change.added)


def _even_share(crowding: Sequence[Drafted]) -> tuple[str, ...]:
    """What each may have, where nobody named an amount."""
    even, over = divmod(FULL_DAY, len(crowding))
    is_said = any(o.call.arguments.get("percent") for o in crowding)
    return () if is_said or over or even % STEP else (f"{even} %",)
