"""Whole conversations, each file written by somebody who saw no other (RULES.md says how)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

VERBS: dict[str, tuple[str, dict[str, str]]] = {
    "act": ("add_activities", {"P": "project", "D": "dates", "A": "percent"}),
    "sick": ("add_absence", {"D": "dates", "A": "percent"}),
    "leave": ("add_absence", {"D": "dates", "A": "percent"}),
    "rtt": ("add_absence", {"D": "dates", "A": "percent"}),
    "off": ("add_absence", {"D": "dates", "A": "percent"}),
    "del": ("delete_entries", {"D": "dates", "P": "project"}),
    "copy": ("copy_entries", {"S": "source", "D": "dates"}),
    "submit": ("submit_report", {"M": "month"}),
    "withdraw": ("withdraw_report", {"M": "month"}),
    "assign": ("assign_project", {"P": "project", "E": "employee"}),
    "create": ("create_project", {"K": "code", "T": "name", "C": "client"}),
    "hire": ("add_employee", {"F": "name", "L": "lastname", "X": "email"}),
    "report": ("get_report", {"M": "month", "E": "employee"}),
    "projects": ("get_my_projects", {}),
    "allprojects": ("get_all_projects", {}),
    "people": ("get_all_employees", {}),
    "missing": ("get_missing_reports", {"M": "month"}),
    "week": ("get_dates_of_week", {"W": "week"}),
    "discard": ("discard", {}),
}
"""For each verb the tool, and the argument that each letter of a slot is."""
REASONS = {"sick": "sick", "leave": "paid_leave", "rtt": "rtt"}
ROLES = ("admin", "user")
LETTERS = {"Y": "D", "R": "D", "H": "A"}
"""Kinds of days and amounts that are the same argument."""
SLOTS = "PDYRAHSMWEKTCFLX"
APPROVED = "! approved"

_ESCAPED = {"<": "\ue000", "|": "\ue001"}
"""What means something in a template and stands for itself in a message."""
_PARTS = re.compile(r'\w+="[^"]*"|\S+')


@dataclass(frozen=True)
class Wanted:
    """A call of a script. `args` are templates: slots in braces, words as they stand in the message."""

    verb: str
    args: dict[str, str] = field(default_factory=dict)
    replaces: int = 0


@dataclass(frozen=True)
class Turn:
    """A message and what the bot does then: calls, or the key of a sentence. Neither: everything was approved."""

    message: str
    calls: tuple[Wanted, ...] = ()
    say: str = ""


Script = tuple[Turn, ...]


@cache
def names() -> tuple[str, ...]:
    """The files that there are."""
    found = (file.name for file in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".script") for name in found if name.endswith(".script")))


def is_french(name: str) -> bool:
    """The language of a file stands at the end of its name."""
    return name.endswith("_fr")


def read(name: str) -> list[Script]:
    """The conversations of a file. ValueError for a line that cannot be read."""
    text = files(__name__).joinpath(f"{name}.script").read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines() if not line.startswith("#")]
    blocks = re.split(r"\n{2,}", "\n".join(lines).strip())
    return [_script(name, block.split("\n")) for block in blocks if block]


def _script(name: str, lines: list[str]) -> Script:
    turns: list[Turn] = []
    at = 0
    while at < len(lines):
        if lines[at] == APPROVED:
            turns.append(Turn(""))
            at += 1
            continue
        if at + 1 == len(lines) or lines[at].startswith("=") or not lines[at + 1].startswith("="):
            raise ValueError(f"{name}: no line with = behind {lines[at]!r}")
        turns.append(_turn(name, _escaped(lines[at].replace("\\n", "\n")), lines[at + 1][1:].strip()))
        at += 2
    return tuple(turns)


def _escaped(message: str) -> str:
    """Angle brackets, and bars outside of square brackets, as characters that no template reads."""
    depth, found = 0, []
    for letter in message:
        depth += (letter == "[") - (letter == "]")
        found.append(_ESCAPED.get(letter, letter) if letter == "<" or not depth else letter)
    return "".join(found)


def unescaped(text: str) -> str:
    """The message as it is typed."""
    for letter, stand_in in _ESCAPED.items():
        text = text.replace(stand_in, letter)
    return text


def _turn(name: str, message: str, wanted: str) -> Turn:
    if wanted.startswith("say "):
        return Turn(message, say=wanted[4:].strip())
    try:
        return Turn(message, tuple(_wanted(part.strip()) for part in wanted.split(";")))
    except ValueError as error:
        raise ValueError(f"{name}: {error} in {wanted!r}") from None


def _wanted(text: str) -> Wanted:
    verb, *parts = _PARTS.findall(text)
    if verb not in VERBS:
        raise ValueError(f"no such call: {verb}")
    args: dict[str, str] = {"reason": REASONS[verb]} if verb in REASONS else {}
    replaces = 0
    for part in parts:
        if part.startswith("#"):
            replaces = int(part[1:])
            continue
        key, value = _argument(verb, part)
        if key in args:
            raise ValueError(f"two of {key}")
        args[key] = value
    return Wanted(verb, args, replaces)


def _argument(verb: str, part: str) -> tuple[str, str]:
    quoted = re.fullmatch(r'(\w+)="([^"]+)"', part)
    if quoted:
        return quoted[1], quoted[2]
    if verb == "del" and part in REASONS:
        return "reason", REASONS[part]
    if verb == "hire" and part in ROLES:
        return "role", part
    if part == "ME":
        return "employee", "{me}"
    slots = part.split("+")
    letters = {LETTERS.get(slot[0], slot[0]) for slot in slots}
    known = VERBS[verb][1]
    if len(letters) != 1 or not letters <= set(known) or not all(re.fullmatch(r"[A-Z]\d", slot) for slot in slots):
        raise ValueError(f"{verb} takes no {part}")
    return known[letters.pop()], ", ".join(f"{{{slot.lower()}}}" for slot in slots)
