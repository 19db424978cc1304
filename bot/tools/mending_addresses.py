"""Who an e-mail address says that a new colleague is: "Orla Quinn, orla.quinn@acme.example"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.domain.conversation import ToolCall
from bot.tools.names import ADDRESS, candidates, named_projects, plain
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import tokens

_PARTED = re.compile(r"[._-]")
_SHORTEST = 2  # letters of a name; "o.quinn" says no first name
_OF_A_PROJECT = re.compile(r"\b(?:project|projet|client|customer|code)\b")
_AS_ADMIN = re.compile(
    r"\b(?:role:? |as |as an |an? |r[ôo]le |en tant qu['’])admin(?:istrator|istrateur)?\b", re.IGNORECASE
)
_NEW = ("create_project", "add_employee")


def with_names_of_addresses(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """New colleagues with the first and last name that their address has in it, where the message says both.

    A project made of a message that speaks of none is the colleague whose address it has.
    """
    people = [(address, names) for address in _addresses(text) if (names := _names(address, text))]
    calls = _hired_not_assigned([_with_whole_address(call, text) for call in calls], text, people, situation)
    if any(call.arguments.get(REPLACES) for call in calls if call.tool in _NEW):
        return [_with_its_other_name(call, text, situation) for call in calls]
    if not people:
        return list(calls)
    found = _as_colleagues(calls, text)
    hired = [call for call in found if call.tool == "add_employee"]
    if len(hired) != len(people):
        return found
    by_call = {id(call): person for call, person in zip(hired, _in_order(hired, people), strict=True)}
    return [_named(call, *by_call[id(call)]) if id(call) in by_call else call for call in found]


def _with_whole_address(call: ToolCall, text: str) -> ToolCall:
    """The only address of the message that begins as the call's does, which a model cut short."""
    email = str(call.arguments.get("email") or "").casefold()
    whole = [address for address in _addresses(text) if email and address.casefold().startswith(email)]
    if call.tool != "add_employee" or len(whole) != 1:
        return call
    return replace(call, arguments={**call.arguments, "email": whole[0]})


def _hired_not_assigned(
    calls: Sequence[ToolCall], text: str, people: Sequence[tuple[str, tuple[str, str]]], situation: Situation
) -> Sequence[ToolCall]:
    """ "Add Saskia Moens, saskia.moens@…" assigns nobody, though a model took the name for a project; "it's Moons, so
    saskia.moons@…" corrects the line of hers that waits."""
    known = {employee.email.casefold() for employee in situation.ledger.employees()}
    new = [address for address in _addresses(text) if address.casefold() not in known]
    projects = named_projects(situation.ledger.projects())
    wrong = [call for call in calls if call.tool == "assign_project"]
    if not calls or not new or len(wrong) != len(calls) or _OF_A_PROJECT.search(plain(text)):
        return calls
    if any(candidates(str(call.arguments.get("project") or ""), projects) for call in wrong):
        return calls
    waiting = [p for p in situation.pending if p.tool == "add_employee"]
    if len(waiting) == 1 and len(new) == 1:
        corrected = {"email": new[0], REPLACES: str(waiting[0].line)}
        return [replace(calls[0], tool="add_employee", arguments=corrected)]
    role = {"role": "admin"} if _AS_ADMIN.search(text) else {}
    return [
        ToolCall(f"{calls[0].id}-{n}", "add_employee", {"email": address, **role})
        for n, (address, _) in enumerate(people)
    ] or calls


def _with_its_other_name(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    """ "It's Moons, so saskia.moons@…" corrects the last name of Saskia's line, which a model puts into both."""
    line = next((p for p in situation.pending if str(p.line) == str(call.arguments.get(REPLACES))), None)
    parts = _PARTED.split(_local((_addresses(text) or [""])[-1]))  # the last one: "not orla.quin@… but orla.quinn@…"
    if call.tool != "add_employee" or line is None or line.tool != call.tool or len(parts) != 2:
        return call
    bare = {plain(word): word for word in ADDRESS.sub(" ", text).replace("'", " ").replace(".", " ").split()}
    kept = {name: str(line.phrases.get(name) or "") for name in ("name", "lastname")}
    stays = [plain(kept["name"]) == parts[0], plain(kept["lastname"]) == parts[1]]
    said = bare.get(parts[1] if stays[0] else parts[0], "").strip(",;:!?()")
    if sum(stays) != 1 or not said:
        return call
    names = {"name": kept["name"], "lastname": said} if stays[0] else {"name": said, "lastname": kept["lastname"]}
    return replace(call, arguments={**call.arguments, **names})


def _addresses(text: str) -> list[str]:
    return list(dict.fromkeys(found.rstrip(".") for found in ADDRESS.findall(text)))


def _names(address: str, text: str) -> tuple[str, str] | None:
    """Both names as the message writes them next to each other, in either order; None where it does not."""
    parts = [part for part in _PARTED.split(_local(address)) if part]
    if len(parts) != 2 or any(len(part) < _SHORTEST or not part.isalpha() for part in parts):
        return None
    bare = ADDRESS.sub(lambda match: " " * len(match[0]), text)
    words = [(plain(word), bare[start:end]) for word, start, end in tokens(bare) if word.isalpha()]
    for (first, written), (last, behind) in pairwise(words):
        if [first, last] == parts:
            return written, behind
        if [last, first] == parts:
            return behind, written
    return None


def _local(address: str) -> str:
    """What stands before the @, in lower case and without accents."""
    return "".join(plain(letter) or letter for letter in address.partition("@")[0])


def _as_colleagues(calls: Sequence[ToolCall], text: str) -> list[ToolCall]:
    """A project that nobody speaks of is a colleague; none where there is one already."""
    if _OF_A_PROJECT.search(plain(text)):
        return list(calls)
    hires = any(call.tool == "add_employee" for call in calls)
    kept = [call for call in calls if not (hires and call.tool == "create_project")]
    return [
        replace(call, tool="add_employee", arguments={}) if call.tool == "create_project" else call for call in kept
    ]


def _in_order(
    hired: Sequence[ToolCall], people: Sequence[tuple[str, tuple[str, str]]]
) -> list[tuple[str, tuple[str, str]]]:
    """For each call its person: by address, else in the order in which they are said."""
    by_address = {address.casefold(): person for address, *_ in people for person in people if person[0] == address}
    given = [by_address.get(str(call.arguments.get("email") or "").casefold()) for call in hired]
    return [person for person in given if person] if all(given) and len(set(given)) == len(given) else list(people)


def _named(call: ToolCall, address: str, names: tuple[str, str]) -> ToolCall:
    return replace(call, arguments={**call.arguments, "name": names[0], "lastname": names[1], "email": address})
