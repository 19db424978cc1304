"""What an administrator labels in plain words for a new project or colleague: "code ROC5, name Rochers", an address."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.tools.clauses import NO_PLAIN_LIST
from bot.tools.named_slots import Code
from bot.tools.names import ADDRESS, plain
from bot.tools.tool import REPLACES
from bot.tools.utterance import is_address_of, literally

_LABELS = {"code": "code", "name": "name|named|called|nom|nommé|appelé", "client": "client|customer"}
_IS = r"(?:\s+(?:should be|must be|will be|is|doit être|est|sera))?"
_LABELLED = {
    name: re.compile(
        rf"(?<![\w-])(?:{label}){_IS}\s*[:=]?\s+(?P<value>[^,;:\n]+?)(?=\s*(?:[,;\n]|[.!]?\s*$))", re.IGNORECASE
    )
    for name, label in _LABELS.items()
}
_NO_VALUE = frozenset(("for", "pour", "and", "et", "with", "avec", *"|".join(_LABELS.values()).split("|")))
_NO_ADMIN = NO_PLAIN_LIST | {"user", "utilisateur", "utilisatrice", "t", "dont"}
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’-]+"
_PARTICLES = r"(?:(?:van|von|de|del|della|di|da|la|le|el|al|bin|der|den|dos|du) )*"
_BEFORE_ADDRESS = re.compile(
    rf"(?:(?P<before>{_CAPITAL}) )?(?P<first>{_CAPITAL}) (?P<last>{_PARTICLES}{_CAPITAL})[\s,:(<–-]*(?:mailto:)?$"
)
_CODE_BEHIND = re.compile(
    r"\b(?:create|add|new|crée|cree|créer|ajoute|nouveau)\s+(?:\w+\s+)?(?:project|projet)\s+"
    r"(?P<code>[^\s,;:.()]+)(?=\s*[,;:(]|\s+(?:name|named|nom)\b)",
    re.IGNORECASE,
)
_NO_ADMINISTRATOR = re.compile(r"\b(?:not|isn['’]t|pas)\s+(?:(?:an?|une?)\s+|d['’])?admin\w*", re.IGNORECASE)
_OPENING_WORDS = """add please create register new colleague employee ajoute ajouter ajoutez cree creer inscris nouveau
    nouvelle"""
_OPENING = frozenset(_OPENING_WORDS.split())
_ADMIN = re.compile(
    r"\badmin(?:istrator)? (?:role|rights)\b|\b(?:role|as|as an|en tant qu|comme|droits) admin(?:istrat\w+)?\b"
)


def with_what_is_labelled(calls: Sequence[ToolCall], text: str, said: Sequence[str]) -> list[ToolCall]:
    """The only call for something new with what it left out or made up, where the words name it with its label.

    `said`: all that the person said of late; what stands there is not made up.
    """
    if sum(call.tool in ("create_project", "add_employee") for call in calls) != 1:
        return list(calls)
    known = [*said, text]
    return [
        _project(call, text, known) if call.tool == "create_project" else _colleague(call, text, known)
        for call in calls
    ]


def _project(call: ToolCall, text: str, known: Sequence[str]) -> ToolCall:
    said = {name: value for name in _LABELLED if (value := labelled(name, text))}
    if call.arguments.get(REPLACES):
        kept = {n: v for n, v in call.arguments.items() if not _is_anothers(n, str(v), said)}
        return replace(call, arguments={**kept, **said})  # "client is Naye, not Rochers"
    taken = [str(value) for value in call.arguments.values()]
    missing = {n: v for n, v in said.items() if not literally(str(call.arguments.get(n) or ""), known)}
    missing = {n: v for n, v in missing.items() if v not in taken}
    arguments = {**call.arguments, **missing}
    code = _CODE_BEHIND.search(text)
    if "name" in said and not arguments.get("code") and code and Code.is_plain(code["code"]):
        arguments["code"] = code["code"]  # "project LUNE, name Lune Mobile"
        if plain(str(arguments.get("name") or "")) in ("", plain(code["code"])):
            arguments["name"] = said["name"]
    return replace(call, arguments=arguments)


def _is_anothers(name: str, value: str, said: Mapping[str, str]) -> bool:
    """ "the code should be KLA" does not say that the name is KLA too."""
    return name in _LABELS and said.get(name) != value and value in said.values()


def labelled(name: str, text: str) -> str:
    """The value behind the label, where it is there exactly once and goes to the next comma without another thing."""
    found = [match["value"].strip(" .\"'“”«»()[]") for match in _LABELLED[name].finditer(text)]
    return found[0] if len(found) == 1 and not set(plain(found[0]).split()) & _NO_VALUE else ""


def _colleague(call: ToolCall, text: str, known: Sequence[str]) -> ToolCall:
    if call.tool != "add_employee" or call.arguments.get(REPLACES):
        return call
    addresses = [found.rstrip(".") for found in ADDRESS.findall(text)]
    arguments = dict(call.arguments)
    if len(addresses) == 1 and not is_address_of(str(arguments.get("email") or "@"), known):
        arguments["email"] = addresses[0]
    words = plain(text)
    arguments = _named(arguments, text, addresses)
    if _ADMIN.search(words) and not set(words.split()) & _NO_ADMIN:
        arguments["role"] = "admin"
    elif _NO_ADMINISTRATOR.search(text):
        arguments["role"] = "user"
    return replace(call, arguments=arguments)


def _named(arguments: Mapping[str, str], text: str, addresses: Sequence[str]) -> dict[str, str]:
    """Both names where they stand right before the only address; one name given twice is half of what is needed."""
    first, last = str(arguments.get("name") or ""), str(arguments.get("lastname") or "")
    bare = text.replace(addresses[0], " ") if addresses else text
    once = plain(first) == plain(last) and plain(bare).split().count(plain(first)) < 2
    if not (once or not literally(first, [bare]) or not literally(last, [bare])) or len(addresses) != 1:
        return dict(arguments)
    found = _BEFORE_ADDRESS.search(text[: text.find(addresses[0])])
    if found and (not found["before"] or plain(found["before"]) in _OPENING):
        return {**arguments, "name": found["first"], "lastname": found["last"]}
    return {name: value for name, value in arguments.items() if name != "name"} if once and first else dict(arguments)
