"""Reading calls that leave out what the message says once for all of them: "her report for february, and who is missing
for that month"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall

_THAT_MONTH = re.compile(
    r"\b(?:that|the same) month\b|\bce mois[- ]l[aà]\b|\b(?:le |du )?m[eê]me mois\b", re.IGNORECASE
)
_OF_A_MONTH = ("get_report", "get_missing_reports")


def with_the_same_month(calls: Sequence[ToolCall], text: str) -> list[ToolCall]:
    """Where several calls are about a month and only one of them says which, "that month" is this one."""
    about = [call for call in calls if call.tool in _OF_A_MONTH]
    said = {str(call.arguments["month"]) for call in about if call.arguments.get("month")}
    if len(about) < 2 or len(said) != 1:
        return list(calls)
    (month,) = said
    if text.casefold().count(month.casefold()) != 1 or not _THAT_MONTH.search(text):
        return list(calls)
    return [replace(call, arguments={"month": month, **call.arguments}) if call in about else call for call in calls]
