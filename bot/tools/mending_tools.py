"""Calls of the wrong tool, where the words say in so many words which one it is: a removal, a copy."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.conversation import ToolCall
from bot.phrases import PhraseError, amounts_in, days_in, read_month
from bot.tools.absence_words import absences_in
from bot.tools.grounding import is_ordinary, project_places
from bot.tools.loose_names import loosely_named
from bot.tools.marks import FEWEST_OF_A_MONTH, days_named, marked, projects_in, without
from bot.tools.mending_absences import with_absences_as_said
from bot.tools.names import candidates, named_projects, plain
from bot.tools.registry import TOOLS
from bot.tools.removals import CAN_GO, REMOVE, as_removal
from bot.tools.situation import Situation
from bot.tools.skeletons import anybody_else
from bot.tools.tool import REPLACES, Kind
from bot.tools.utterance import places

_REMOVAL = re.compile(
    rf"(?:(?:please|pls|can you|could you|peux tu|tu peux|merci de|hi|hey|hello|bonjour|salut) )*(?:{REMOVE}) "
    r"(?:(?:all|everything|tout|toutes|my|the|that|mes|mon|ma|les|la|l|de) )*"
    r"(?:entry|entries|line|lines|hours|time|entree|entrees|saisie|saisies|ligne|lignes|heures)\b"
)
_OF = re.compile(r" (?:for|pour|with|avec|on|sur)(?: (?:the|my|le|la|les|mon))? (\w+)")
REMOVING = frozenset(
    f"""{REMOVE.replace("|", " ")} deleted removed cancel undo drop forget off out instead replace replaced swap
    change changed move moved wrong mistake kill strike lose annule annuler oublie remplace remplacer changer lieu
    sauf except not pas rid sauter""".split()
)
_ENGLISH_CORRECTING = "no nope not wait sorry oops actually only just was it is i meant mean the on for"
_FRENCH_CORRECTING = "non pas pardon seulement uniquement c etait en fait le la"
_CORRECTING = frozenset(f"{_ENGLISH_CORRECTING} {_FRENCH_CORRECTING}".split())
_COPYING = re.compile(r"\b(?:copy|copie|copier|recopie|recopier|duplicate|duplique|dupliquer)\b")
_ONTO = re.compile(r"[\s,]*(?:over )?(?:onto|over to|into|sur|vers)\s+(?:the |le |la )?", re.IGNORECASE)

_WITHDRAWING = re.compile(
    r"\b(?:withdraw|reopen|(?:un|de) ?submit|take back|rouvre|rouvrir|reouvre|reouvrir|retire|retirer)"
    r" (?:(?:that|the|my|this|ce|le|mon|cette|son|whole|entire|last|month|months|s) )*"
    r"(?:report|rapport|cra|timesheet)\b(?! (?:line|entry|la|le|les|l)\b)"
)
_UNSUBMITTING = re.compile(
    r"(?<!\w)(?:(?:un|d[eé])[- ]?submit|d(?:é[- ]?|e-?)soumet(?:s|t?re|te[sz]?)?"
    r"|annule[rz]? (?:l['’ ]envoi|la soumission))(?!\w)",
    re.IGNORECASE,
)
_SUBMITTING = re.compile(
    r"\b(?:(?:re ?)?submit|(?:re)?send|hand|soumets|soumettre|r?envo(?:ie|yer)|valide[rz]?|rends|rendre|not|dont"
    r"|\w+n t|pas|how|if|comment|si)\b"
)
_SHOWING = re.compile(r"\b(?:show|display|view|montre[rz]?|affiche[rz]?|voir)\b")
_HANDING_IN = re.compile(
    r"\b(?:submit\w*|send\w*|sent|hand\w*|close|finish\w*|done|final\w*|soumet\w*|soumission|envo\w*|valid\w*|rend\w*"
    r"|remet\w*|transm\w*|clotur\w*|boucl\w*|depos\w*)\b"
)
_IN = re.compile(r"^.*\b(?:in|of|en|de|du)\s+", re.IGNORECASE)  # "a day in august"
_RIGHT_BEHIND = re.compile(
    rf"\W*(?:(?:please|pls|can you|could you|peux[- ]tu|tu peux|merci de|hi|hey|hello|bonjour|salut)\W+)*(?:{REMOVE})"
    r"\s+(?:(?:all of|tout|the|le|la)\s+)*",
    re.IGNORECASE,
)
_OWN_CLAUSE_WORDS = "i im ive it that because cause j je g jai ai c ca cetait car"
_OWN_CLAUSE = frozenset(_OWN_CLAUSE_WORDS.split())  # "g mis": j'ai mis
_NONSENSE_WORDS = """nonsense rubbish garbage crap junk gibberish wrong mistake mistakes mess mixed random nimporte
    importe erreur faux betise betises bazar connerie conneries merde"""
_NONSENSE = frozenset(_NONSENSE_WORDS.split())
_FIRST_PERSON_WORDS = "i im ive my me je j m moi mon mes"
_FIRST_PERSON = frozenset(_FIRST_PERSON_WORDS.split())
_EVERYBODY_WORDS = (
    "who whos whose everyone everybody anyone team people colleagues staff all qui equipe tous collegues gens"
)
_EVERYBODY = frozenset(_EVERYBODY_WORDS.split())
_ASKS_FOR_GAPS = re.compile(
    r"(?:(?:hi|hey|hello|ok|fine|so|and|bonjour|salut|coucou|et|alors) )*"
    r"(?:what|which days|que|qu|quels jours|est ce qu il|is|are|do|am)\b(?: \w+){0,5}? "
    r"(?:missing|manque|manquent|left to fill|reste)\b"
)
_VERBS = frozenset(["am", "is", "are", "was", "do", "did", "have", "has", "been", "ai", "suis", "est"])
_HOLIDAY = re.compile(r"\b(?:(?:bank|public|national) holiday|ferie)\b")
_WORKED = re.compile(r"\b(?:worked|working|travaille|bosse)\b")
_I_DID = re.compile(
    r"(?:[,.;]|\bbecause|\bsince|\bcar)\s*(?:in fact |actually |en fait )?"
    r"(?:it was|was|i was(?: working)?|i worked|i did|c['’][ée]tait|j['’][ée]tais"
    r"|j['’]ai (?:fait|boss[ée]|travaill[ée]))"
    r"(?: on| sur)?(?: the| le| la)?\s*$",
    re.IGNORECASE,
)


def with_tools_as_said(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls with the tool that the words name."""
    if asked := _gaps_asked(calls, text, situation):
        return asked
    if any(call.arguments.get(REPLACES) for call in calls):
        return [_of_its_project(calls[0], text, situation)] if len(calls) == 1 else list(calls)
    if removal := as_removal(calls, text, situation):
        return removal
    if not any(call.tool == "withdraw_report" for call in calls):
        calls = [_unsubmitted(call, text, situation) for call in calls]
    found = _copied(calls, text, situation) or _withdrawn(calls, text, situation)
    found = with_absences_as_said(found or _without_unsaid_removal(calls, text), text, situation)
    worked = _worked(found, text, situation)
    read = [
        _own_gaps(_of_all(_removed(_shown(call, text), text, situation.today), text, situation), text, situation)
        for call in worked
    ]
    return _with_what_was_done(read, text, situation)


def _of_its_project(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    """ "no wait, apollo only monday" corrects Apollo's line, not the sick leave beside it; every word has to fit."""
    if call.tool != "add_absence":
        return call
    projects = situation.ledger.projects()
    found = projects_in(text, (), projects)
    named = [mark.project for mark in found if mark.project and not is_ordinary(mark.text, situation.today)]
    marks = marked(text, found, situation.today)
    if len(found) != 1 or len(named) != 1 or set(plain(without(text, marks)).split()) - _CORRECTING:
        return call
    lines = [p for p in situation.pending if p.arguments.get("project") == named[0].code]
    if len(lines) != 1:
        return call
    said = {name: value for name, value in call.arguments.items() if name in ("dates", "percent")}
    return replace(
        call, tool="add_activities", arguments={"project": found[0].text, **said, REPLACES: str(lines[0].line)}
    )


def _without_unsaid_removal(calls: Sequence[ToolCall], text: str) -> list[ToolCall]:
    """Taking off and putting on the same project on the same days, where nobody spoke of taking off."""
    if set(plain(text).split()) & REMOVING or CAN_GO.search(plain(text)):
        return list(calls)
    added = [_what(call) for call in calls if call.tool == "add_activities"]
    return [c for c in calls if c.tool != "delete_entries" or not c.arguments.get("project") or _what(c) not in added]


def _what(call: ToolCall) -> tuple[str, str]:
    return plain(str(call.arguments.get("project") or "")), plain(str(call.arguments.get("dates") or ""))


def _removed(call: ToolCall, text: str, today: date) -> ToolCall:
    """ "bin my entries for tuesday" takes them off: no project was named, unless the verb was taken for one."""
    found = _REMOVAL.match(plain(text))
    project = plain(str(call.arguments.get("project") or ""))
    if call.tool != "add_activities" or not found or project not in ("", *REMOVE.split("|")):
        return call
    of, days = (
        _OF.match(plain(text), found.end()),
        {w for span in days_in(text, today) for w in plain(span.text).split()},
    )
    if of and of[1] not in days:
        return call  # "clear time for the client on tuesday"
    dates = {"dates": call.arguments["dates"]} if call.arguments.get("dates") else {}
    return replace(call, tool="delete_entries", arguments=dates)


def _of_all(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    """ "efface mardi, j'ai mis n'importe quoi": days right behind the verb, and later words that name nothing."""
    phrase = str(call.arguments.get("project") or "")
    projects = situation.ledger.projects()
    spans = days_in(text, situation.today)
    if call.tool != "delete_entries" or not phrase or len(spans) != 1 or candidates(phrase, named_projects(projects)):
        return call
    if not _RIGHT_BEHIND.fullmatch(text[: spans[0].start]) or projects_in(text, (), projects):
        return call
    standing = places(phrase, text)
    between = text[spans[0].end : standing[0][0]] if len(standing) == 1 and standing[0][0] > spans[0].end else ""
    if not set(plain(between).split()) & _OWN_CLAUSE or not set(plain(phrase).split()) & _NONSENSE:
        return call  # "efface mardi, j'ai mis zulu": who knows whether only that is meant
    return replace(call, arguments={name: value for name, value in call.arguments.items() if name != "project"})


def _gaps_asked(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """ "Que manque-t-il ce mois-ci ?" asks; whatever a model makes of it, nothing is to be written."""
    writes = [call for call in calls if call.tool in TOOLS and TOOLS[call.tool].kind is Kind.WRITES]
    if len(writes) < len(calls) or not calls or not _ASKS_FOR_GAPS.match(plain(text)):
        return []
    if projects_in(text, (), situation.ledger.projects()) or absences_in(text, situation.ledger.absence_reasons()):
        return []
    months = [span.text for span in days_in(text, situation.today) if _is_month(span.text, situation)]
    return [replace(calls[0], tool="get_report", arguments={"month": months[0]} if len(months) == 1 else {})]


def _is_month(phrase: str, situation: Situation) -> bool:
    try:
        read_month(phrase, situation.today)
    except PhraseError:
        return False
    return True


def _worked(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """ "I know it was a bank holiday, still worked: gull on 12/10" is no leave: the only project was worked on.

    Not where other days are named, or a call has the work already: "holiday monday, worked on gull, tuesday off".
    """
    heard = _HOLIDAY.search(plain(text)) and _WORKED.search(plain(text))
    if not heard or any(call.tool == "add_activities" for call in calls) or len(days_in(text, situation.today)) != 1:
        return list(calls)
    return [_as_work(call, text, situation) for call in calls]


def _as_work(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    if call.tool != "add_absence":
        return call
    found = projects_in(text, [(word, p) for word, p in loosely_named(text, situation)], situation.ledger.projects())
    if len(found) != 1 or is_ordinary(found[0].text, situation.today):
        return call
    said = {name: value for name, value in call.arguments.items() if name in ("dates", "percent")}
    return replace(call, tool="add_activities", arguments={"project": found[0].text, **said})


def _shown(call: ToolCall, text: str) -> ToolCall:
    """ "Et montre-moi mon mois de mars" asks to see the month and hands in nothing."""
    words = plain(text)
    handed_in = _HANDING_IN.search(words)
    if call.tool != "submit_report" or handed_in or not _SHOWING.search(words):
        return call
    return replace(call, tool="get_report")


def _own_gaps(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    """ "What am I missing this month" asks for one's own report, neither for everybody who is late nor for "am"; and so
    does "what is missing in november?" of whoever may not see the others'."""
    words = set(plain(text).split())
    whose = str(call.arguments.get("employee") or "")
    if call.tool == "get_report" and words & _FIRST_PERSON and whose in _VERBS:
        return replace(call, arguments={name: value for name, value in call.arguments.items() if name != "employee"})
    if call.tool != "get_missing_reports" or words & _EVERYBODY:
        return call
    is_own = words & _FIRST_PERSON or not (situation.employee.is_admin or anybody_else(plain(text), situation))
    return replace(call, tool="get_report") if is_own else call


def _with_what_was_done(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """ "remove my sick day on tuesday, i was on gull": the only project and the only days go together."""
    if len(calls) != 1 or calls[0].tool != "delete_entries" or not calls[0].arguments.get("reason"):
        return list(calls)
    projects = situation.ledger.projects()
    found = projects_in(text, [(word, p) for word, p in loosely_named(text, situation)], projects)
    days = days_in(without(text, found), situation.today)
    spans = [span for span in days if plain(span.text) != "mon"]  # "mon arrêt"
    if len(found) != 1 or len(spans) != 1 or is_ordinary(found[0].text, situation.today) or amounts_in(text):
        return list(calls)
    if spans[0].end > found[0].start or not _I_DID.search(text[spans[0].end : found[0].start]):
        return list(calls)
    done = {"project": found[0].text, "dates": spans[0].text}
    return [calls[0], ToolCall(f"{calls[0].id}-0", "add_activities", done)]


def _withdrawn(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """ "I forgot a sick day in august, can you withdraw that report": the report is taken back, nothing is deleted."""
    if not calls or any(call.tool != "delete_entries" for call in calls) or not _WITHDRAWING.search(plain(text)):
        return []
    spans = [span.text for span in days_in(text, situation.today) if plain(span.text) != "mon"]  # "mon rapport"
    months = [phrase for phrase in spans if len(days_named(phrase, situation.today)) >= FEWEST_OF_A_MONTH]
    if len(months) != len(spans) or projects_in(text, (), situation.ledger.projects()):
        return []  # something smaller than a month is meant
    month = {"month": _IN.sub("", months[0])} if len(months) == 1 else {}
    return [replace(calls[0], tool="withdraw_report", arguments=month)]


def _unsubmitted(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    """ "un-submit february", "annule l'envoi de mars": a report is taken back, not handed in.

    Not where handing in is spoken of too, nor where a report waits on the card to be handed in.
    """
    rest, count = _UNSUBMITTING.subn(" ", unicodedata.normalize("NFC", text))
    if call.tool != "submit_report" or not count or _SUBMITTING.search(plain(rest)):
        return call
    return call if any(p.tool == call.tool for p in situation.pending) else replace(call, tool="withdraw_report")


def _copied(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """ "copy what i did on monday onto thursday": from the first days that are named onto the second ones."""
    if not any(call.tool == "copy_entries" for call in calls) or not _COPYING.search(plain(text)):
        return []
    spans = days_in(text, situation.today)
    named = any(project_places(p, text, situation.today) for p in situation.ledger.projects())
    named = named or anybody_else(plain(text), situation)  # "copy luca's monday"
    if len(spans) != 2 or named or not _ONTO.fullmatch(text[spans[0].end : spans[1].start]):
        return []
    first = next(call for call in calls if call.tool == "copy_entries")
    return [replace(first, arguments={"source": spans[0].text, "dates": spans[1].text})]
