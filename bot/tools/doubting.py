"""Other readings that the words allow, whatever a model was sure of: they are put to the person beside its own.

"bounce since monday, haven't come up for air": a model takes the idiom for an illness. No word of the message speaks of
an absence, and a project stands right beside the days.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.tools.absence_words import absences_in, likely_absences_in
from bot.tools.grounding import is_ordinary
from bot.tools.marks import projects_in
from bot.tools.names import plain
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import places

_UNWELL = re.compile(
    r"\b(?:off|away|absent\w*|leave|pto|ill|unwell|bed|cough\w*|cold|covid|virus|puk\w*|vomi\w*|threw up|throw\w* up"
    r"|nausea|stomach|poison\w*|tooth\w*|dent\w*|operat\w*|sprain\w*|broke\w*|injur\w*|burn ?out|lit|rhume|toux|gastro"
    r"|blesse\w*|cass[eé]\w*|mal (?:au|a la|aux)|arret\w*|repos|recup\w*|rest(?:ed|ing)?|weather|temperature|angine"
    r"|vacances|ferie|pont|ooo|out of office|parental|maternity|paternity|maternite|paternite|enterrement|funeral"
    r"|wedding|mariage|moving|demenag\w*|strike|greve|jury|born|birth|naissance|accouch\w*|accident|obseques|deces|died"
    r"|bereave\w*|deuil|mri|irm|scan|exams?|examens?|blood|school|ecole|back pain|regles|douleur\w*|cancel\w*"
    r"|annul\w*|impossible|postponed|reporte)\b"
)
_NOT_DONE = re.compile(
    r"\b(?:not|no|\w+n t|never|instead of|rather than|skip\w*|miss\w*|supposed|pas|plus|au lieu|rate|manque)\b"
)
_BESIDE = re.compile(r"[\s,:=–-]*(?:(?:on|for|since|depuis|le|la|the|from|de|du|all|whole|toute?)\s+)*", re.IGNORECASE)


def rival(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...]:
    """The only absence of a message as work on the only project that stands beside its days; empty where there is no
    doubt."""
    if (
        len(calls) != 1
        or calls[0].tool != "add_absence"
        or calls[0].arguments.get(REPLACES)
        or _speaks_of_one(text, situation)
    ):
        return ()
    named = [n for n in projects_in(text, (), situation.ledger.projects()) if not is_ordinary(n.text, situation.today)]
    days = places(str(calls[0].arguments.get("dates") or ""), text)
    if len(named) != 1 or len(days) != 1 or _NOT_DONE.search(plain(text[: named[0].start])):
        return ()
    between = text[named[0].end : days[0][0]] if named[0].end <= days[0][0] else text[days[0][1] : named[0].start]
    if not _BESIDE.fullmatch(f"{between} "):
        return ()
    said = {name: value for name, value in calls[0].arguments.items() if name in ("dates", "percent")}
    return (replace(calls[0], tool="add_activities", arguments={"project": named[0].text, **said}),)


def _speaks_of_one(text: str, situation: Situation) -> bool:
    words = plain(text)
    reasons = situation.ledger.absence_reasons()
    return bool(absences_in(text, reasons) or likely_absences_in(text) or _UNWELL.search(words))
