""" "Both", "les deux", said to "Who is meant by “Thomas”?": everybody who may be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.tools.names import candidates, named_employees, plain, told_apart
from bot.tools.situation import Situation

_COUNTS = {2: "both|the two|two|deux", 3: "three|trois", 4: "four|quatre"}
_AROUND = r"(?:(?:oh|ah|sorry|pardon|please|pls|yes|yep|oui|well|in fact|actually|en fait|stp|svp|merci|thanks)\s*)*"


def every_option(asked: ToolCall, arguments: Sequence[str], text: str, situation: Situation) -> list[ToolCall]:
    """The asked call once for each colleague whom its name may mean, when `text` says that all of them are meant.

    Nothing where it says anything else, or counts another number of them.
    """
    if asked.tool != "assign_project" or list(arguments) != ["employee"]:
        return []
    typed = str(asked.arguments.get("employee") or "")
    found = candidates(typed, named_employees(situation.ledger.employees())) if typed else []
    counted = _COUNTS.get(len(found))
    if not counted or len({employee.full_name for employee in found}) < len(found):
        return []
    said = rf"(?:both|all|all of|tous|toutes)?\s*(?:the |les )?(?:{counted})(?: of them)?|all of them|all|tous|toutes"
    if not re.fullmatch(rf"{_AROUND}(?:{said})\s*{_AROUND}", plain(text)):
        return []
    names = told_apart(found, situation.ledger.employees())
    return [
        replace(asked, id=f"{asked.id}-{n}", arguments={**asked.arguments, "employee": name})
        for n, name in enumerate(names)
    ]
