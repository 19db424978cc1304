"""Days that something leaves out because of an absence: the wednesday of "all week except wednesday when i was sick".

Between the exception and the absence stands nothing that could take the days to somewhere else: no other days, no full
stop, no second absence. The same days may be said again: "except wed, wed i was sick".
"""

from __future__ import annotations

import re

from bot.phrases import days_in
from bot.tools.absence_words import absences_in
from bot.tools.grounding import without_names
from bot.tools.marks import days_named
from bot.tools.situation import Situation

EXCEPT = r"except(?: for)?|but not|apart from|other than|minus|sauf|hormis|excepté|à part"
"""The words before days that are left out, to stand between the bars of a pattern."""
_EXCEPT = re.compile(
    rf"\b(?:{EXCEPT})\s+"
    r"(?:(?:on |the |le |la )+(?!\d))?",
    re.IGNORECASE,
)
EXCEPTED = re.compile(rf",?\s*\b(?:{EXCEPT})\s+(?:(?:on|the|le|la)\s+)*", re.IGNORECASE)
"""Where a day phrase goes over to what it leaves out."""
HALF_BEHIND = re.compile(
    r"\s+(?:in the |le |l['’])?(?P<half>morning|afternoon|arvo|matin|apr[eè]s[- ]midi|aprem|[ap]m)\b", re.IGNORECASE
)
"""The half of an excepted day that alone is left out: "except tuesday afternoon"."""
_STOP = re.compile(r"[.;!?\n]")


def excepted(text: str, situation: Situation) -> tuple[str, str]:
    """The days of the only exception in a message and the code of the reason that is said right behind; or nothing."""
    bare = without_names(text, situation.ledger.projects(), situation.today)
    absences = absences_in(bare, situation.ledger.absence_reasons())
    spans = [(span, _EXCEPT.search(span.text)) for span in days_in(bare, situation.today)]
    found = [(span.end, span.text[match.end() :]) for span, match in spans if match]
    if len(absences) != 1 or len(found) != 1:
        return "", ""
    (end, days), start = found[0], absences[0].start
    between = bare[end:start]
    if start < end or _STOP.search(between):
        return "", ""
    again = {span.text for span in days_in(between, situation.today)}
    if any(days_named(said, situation.today) != days_named(days, situation.today) for said in again):
        return "", ""
    return _said_once(days, situation), absences[0].text


def _said_once(phrase: str, situation: Situation) -> str:
    """ "wed" of "except wed, wed i was sick", which reads as one phrase."""
    first, _, rest = phrase.partition(",")
    same = rest and days_named(first, situation.today) == days_named(rest, situation.today)
    return first if same else phrase
