"""Months that the message says once for all of it: "her report for february, and who is missing for that month", "gull
on 27 november, then submit the month"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases.vocabulary import MONTH_NAMES
from bot.tools.loose_names import loosely_named
from bot.tools.marks import FEWEST_OF_A_MONTH, days_named, projects_in
from bot.tools.names import candidates, named_projects
from bot.tools.situation import Situation
from bot.tools.utterance import places

_THAT_MONTH = re.compile(
    r"(?:\b(?:that|the same) month\b|\bce mois[- ]l[aà]\b|\b(?:le |du )?m[eê]me mois\b)"
    r"(?!,?\s+(?:was|is|were|has|had|i|we|est|[ée]tait|a|j|on|c)\b)",  # not "that month was awful"
    re.IGNORECASE,
)
_PROJECTS, _PEOPLE = (
    r"proje(?:cts?|ts?)",
    r"(?:employees?|colleagues?|staff|people|employ[ée]e?s?|coll[èe]gues?|salari[ée]s?)",
)
_LISTING = r"\b(?:all|list|every|each|tous|toutes|liste)\b.*\b"
_LISTS = {
    "get_all_projects": re.compile(rf"{_LISTING}{_PROJECTS}\b", re.IGNORECASE),
    "get_all_employees": re.compile(rf"{_LISTING}{_PEOPLE}\b", re.IGNORECASE),
}
_AND_THE = re.compile(
    rf"\b(?:{_PROJECTS}|{_PEOPLE})\s*(?:,|&|\+|and|et|,\s*and)\s+(?:also |aussi )?"
    rf"(?:(?:all|the|list|every|tous|toutes|les|la|liste|des|of) )*(?:{_PROJECTS}|{_PEOPLE})\b",
    re.IGNORECASE,
)
_THIS_MONTH = re.compile(r"(?:ce|le) mois|(?:this|the) month", re.IGNORECASE)
_NAMED_MONTH = re.compile(
    r"\b(?:(?:ce|le) mois|(?:this|the) month)\s+(?:d['’]|de\s+|of\s+)"
    rf"({'|'.join(MONTH_NAMES)}|février|août|décembre)\b",
    re.IGNORECASE,
)
_THE_MONTH = re.compile(r"(?:the|le) (?:whole |full )?(?:month|mois)(?: entier)?", re.IGNORECASE)
_WHO_IS_ON = re.compile(
    r"\W*(?:(?:and|et|btw|hey|so|tell me|dis(?:[ -]moi)?),?\s+)*"
    r"(?:who(?:['’]?s|\s+is|\s+are)?(?:\s+(?:all|else))?\s+(?:(?:working|assigned)\s+)?(?:is\s+)?(?:on|to)"
    r"|qui\s+(?:est(?:-ce\s+qui)?|sont|bosse|travaille)(?:\s+(?:bosse|travaille|est))?"
    r"(?:\s+(?:affect[ée]e?s?|assign[ée]e?s?))?\s+(?:[àa]|aux?|sur))"
    r"\s+(?:(?:the|le|la|les)\s+|l['’])?(?:proje(?:ct|t)\s+)?",
    re.IGNORECASE,
)
_LONGEST_NAME = 4  # words
_PROJECT_LISTS = ("get_my_projects", "get_all_projects")
_OF_A_MONTH = ("get_report", "get_missing_reports")


def with_the_same_month(calls: Sequence[ToolCall], text: str) -> list[ToolCall]:
    """Where several calls are about a month and only one of them says which, "that month" is this one."""
    calls = [_of_this_february(call, text) for call in calls]
    about = [call for call in calls if call.tool in _OF_A_MONTH]
    said = {str(call.arguments["month"]) for call in about if call.arguments.get("month")}
    if len(about) < 2 or len(said) != 1:
        return list(calls)
    (month,) = said
    if text.casefold().count(month.casefold()) != 1 or not _THAT_MONTH.search(text):
        return list(calls)
    return [replace(call, arguments={"month": month, **call.arguments}) if call in about else call for call in calls]


def of_everybodys_projects(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """ "Who is on the bridge?" is read off the list of all projects; a model lists the person's own, or says no."""
    asked = _WHO_IS_ON.match(text)
    if not asked or any(call.tool not in _PROJECT_LISTS for call in calls):
        return list(calls)
    projects = situation.ledger.projects()
    named = projects_in(text, loosely_named(text, situation), projects)
    behind = text[asked.end() :].strip(" ?!.")
    called = candidates(behind, named_projects(projects)) if not named and len(behind.split()) <= _LONGEST_NAME else []
    if len(called) != 1 and not any(mark.start == asked.end() for mark in named):
        return list(calls)
    return [ToolCall(calls[0].id if calls else "unheard", "get_all_projects", {})]


def _of_this_february(call: ToolCall, text: str) -> ToolCall:
    """The month in "ce mois de février", of which a model took "ce mois"."""
    found = _NAMED_MONTH.search(text)
    month = str(call.arguments.get("month") or "")
    if call.tool not in _OF_A_MONTH or not found or not _THIS_MONTH.fullmatch(month):
        return call
    if any(start != found.start() for start, _ in places(month, text)):
        return call  # "the month of march and this month"
    return replace(call, arguments={**call.arguments, "month": found[1]})


def with_the_month_of_the_days(calls: Sequence[ToolCall], situation: Situation) -> list[ToolCall]:
    """ "The month" that is handed in is the one that all days of the other calls name, where they name one."""
    dates = [str(call.arguments["dates"]) for call in calls if call.arguments.get("dates")]
    months = {(day.year, day.month) for phrase in dates for day in days_named(phrase, situation.today)}
    named = [
        word
        for phrase in dates
        for word in phrase.split()
        if len(months) == 1 and len(days_named(word, situation.today)) >= FEWEST_OF_A_MONTH
    ]
    if not named:
        return list(calls)
    return [
        replace(call, arguments={**call.arguments, "month": named[0]})
        if call.tool == "submit_report" and _THE_MONTH.fullmatch(str(call.arguments.get("month") or ""))
        else call
        for call in calls
    ]


def with_both_lists(calls: Sequence[ToolCall], text: str) -> list[ToolCall]:
    """ "All the projects and all the employees" are two lists, where a model read only one of them."""
    if len(calls) != 1 or calls[0].tool not in _LISTS or calls[0].arguments or not _AND_THE.search(text):
        return list(calls)
    other = next(name for name in _LISTS if name != calls[0].tool)
    if not all(pattern.search(text) for pattern in _LISTS.values()):
        return list(calls)
    return [*calls, replace(calls[0], id=f"{calls[0].id}-0", tool=other)]
