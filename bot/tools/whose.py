"""Whose report a message is about. Tally writes nobody's report but the writer's own, whatever the model calls."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.domain.timesheet import Employee
from bot.tools.names import plain

BEFORE = r"(?:for|of|pour|de|a|to)"
AFTER = r"(?:s|is|was|has|had|will|isnt|wasnt|did|worked|works|est|etait|a|sera|travaille)"
SURELY = r"(?:is|was|has been|will be|isnt|wasnt|est|etait|sera)"
REASON = r"(?:sick|ill|off|on leave|malade|absent|absente|en conge)"
PRONOUN = re.compile(r"\b(?:for|pour) (?:him|her|them|lui|elle|eux)\b")


def about_somebody_else(text: str, colleagues: Iterable[Employee], me: Employee) -> str | None:
    """The first name of the colleague whose days the message is about ("koen is sick", "for Koen"), or None.

    A name alone is not enough: "meeting with koen, apollo monday" is about the writer's own day. "him" and "her" are,
    when the message also names a colleague.
    """
    words = plain(text.replace("'", "").replace("’", ""))
    for colleague in colleagues:
        name = plain(colleague.name)
        if colleague.email == me.email or not name or name == plain(me.name):
            continue
        if name not in words:  # most of a thousand colleagues
            continue
        named = re.search(rf"\b{re.escape(name)}s?\b", words)
        if named and (PRONOUN.search(words) or _is_subject(name, words)):
            return colleague.name
    return None


def _is_subject(name: str, words: str) -> bool:
    known = re.escape(name)
    subject = rf"\b{known} {SURELY}\b|^{known} {AFTER}\b|^{known} (?={REASON})"
    return bool(re.search(rf"{subject}|\b{BEFORE} {known}\b|\b{known}s (?:report|day|days|entries)\b", words))
