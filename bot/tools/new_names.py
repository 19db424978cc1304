"""Names of something new that a model cut short: "Ville" of "la Ville de Brest", "Marée" of "le projet Marée haute".

Nothing tells where such a name ends but the words themselves: it goes on behind a particle with a capital letter, and
what stands between "project" and "for" is all of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.tools.named_slots import Code
from bot.tools.names import plain
from bot.tools.utterance import places

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’-]*"
_BEHIND_PARTICLE = re.compile(
    r"(?:\s+(?:de\s+(?:la\s+|l['’])?|du\s+|des\s+|d['’]|of\s+(?:the\s+)?|&\s*)"
    rf"{_CAPITAL}(?:[ -](?:(?:le|la|les) )?{_CAPITAL})*)+"
)
_BETWEEN = re.compile(
    r"\b(?:project|projet)\s+(?:(?:called|named|appel[ée]+|nomm[ée]+)\s+)?[\"“«]?\s*(?P<words>[^,;:.()!?\n\"“”«»]+?)"
    r"\s*[\"”»]?\s+(?:for|pour)\b",
    re.IGNORECASE,
)
_NO_PART_ENGLISH = """and with code name named called client customer please pls to on me my i is as by in from today
    now tomorrow asap too also only just here new another again it this that"""
_NO_PART_FRENCH = """et avec nom nomme appele svp stp sur moi mon je est comme en aujourd hui maintenant demain aussi
    ici nouveau un une ca ce"""
_NO_PART_OTHER = """urgent urgently vite quick fast soon interne internal next week if we you rapidement starting prevu
    right away possible there immediately demande dont"""
_NO_PART = frozenset(f"{_NO_PART_ENGLISH} {_NO_PART_FRENCH} {_NO_PART_OTHER}".split())
_HOW = re.compile(r"(?:ly|ment|ing)$")
_DAY_WORDS = """monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi
    dimanche"""
_DAYS = frozenset(_DAY_WORDS.split())
_SOMETHING_ELSE = re.compile(
    r"\s+(?:is|are|was|were|will|should|needs?|wants?|est|sont|sera|for|pour|on|sur|to)\b", re.IGNORECASE
)
_LABELS = frozenset(["code", "name", "nom", "client", "customer"])
_LONGEST = 5  # words of a name


def with_whole_names(call: ToolCall, text: str, others: Collection[str]) -> ToolCall:
    """The new project's name and client to their end. `others`: the projects of the other calls of the message.

    A name that stands nowhere but in the client's ("client is Borders Wool") was not said.
    """
    arguments = dict(call.arguments)
    client, named = str(arguments.get("client") or ""), str(arguments.get("name") or "")
    if client and named and plain(client) != plain(named) and len(places(named, text)) == 1 and places(named, client):
        del arguments["name"]
    if longer := _up_to_for(str(arguments.get("name") or ""), text, arguments):
        arguments["name"] = longer
    for name in ("client", "name"):
        whole = _over_particles(str(arguments.get(name) or ""), text)
        rest = {other: str(value) for other, value in arguments.items() if other != name and value}
        given = name == "client" or bool(rest.get("client"))  # "project Lune of Naye" may say whose it is
        if whole and given and not any(places(value, whole) for value in (*rest.values(), *others)):
            arguments[name] = whole
    return replace(call, arguments=arguments)


def _over_particles(value: str, text: str) -> str:
    """The value with what goes on behind it, where it stands in one place only; empty where nothing does."""
    standing = places(value, text)
    goes_on = _BEHIND_PARTICLE.match(text, standing[0][1]) if len(standing) == 1 else None
    behind = set(plain(goes_on.group()).split()) if goes_on else set()
    if (
        not goes_on
        or behind & (_LABELS | _DAYS)
        or ("&" in goes_on.group() and _SOMETHING_ELSE.match(text, goes_on.end()))
    ):
        return ""  # "for Naye & Luca is on it"
    return text[standing[0][0] : goes_on.end()]


def _up_to_for(value: str, text: str, arguments: Mapping[str, object]) -> str:
    """All the words between "project" and "for" that begin with the name; empty where some may be something else."""
    found = list(_BETWEEN.finditer(text))
    whole = found[0]["words"] if len(found) == 1 else ""
    words, begun = plain(whole).split(), plain(value).split()
    rest = [str(other) for name, other in arguments.items() if name != "name" and other]
    if not begun or words[: len(begun)] != begun or not len(begun) < len(words) <= _LONGEST:
        return ""
    if any(Code.is_plain(word) for word in whole.split()[len(begun) :]):
        return ""  # "project Orchard ORC for Naye"
    added = whole.split()[len(begun) :]
    small = [word for word in added if word[:1].islower()]
    most = 0 if "&" in added else 1  # "Marée haute", but "Lune & assign Luca"
    no_part = set(words[len(begun) :]) & (_NO_PART | _DAYS)
    if no_part or len(small) > most or any(_HOW.search(plain(word)) for word in small):
        return ""  # "project Lune quickly for Naye"
    if any(places(other, whole) for other in rest):
        return ""
    return whole
