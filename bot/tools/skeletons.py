"""A message with signs in the place of its names, days and amounts, so that what is left can be read as a pattern.

"swap yesterday's kite for paper" is " swap D0 T1 for T2 ": T is a project or a reason for an absence, D days, A a full
day, H any other amount. Words are plain (bot.tools.names), and only signs have capitals; "," stands for what parts
clauses, "." for what ends a sentence, "?" for itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.timesheet import FULL_DAY
from bot.phrases import PhraseError, read_percent
from bot.tools.absence_words import absences_in
from bot.tools.grounding import project_places
from bot.tools.loose_names import loosely_named
from bot.tools.marks import Mark, marked, overlaps, without
from bot.tools.names import plain
from bot.tools.situation import Situation
from bot.tools.utterance import places

_PIECES = re.compile(r"(?P<clause>[,;:()]|\s[-–—]+\s)|(?P<sentence>[.!…](?=\s|$)|\n)|(?P<question>\?)")
_SIGNS = {"clause": ",", "sentence": ".", "question": "?"}
_MON = re.compile(r"(?<!\w)mon(?!\w)", re.IGNORECASE)
_FRENCH_WORDS = """par contre en le la les de du des mes ma remplace remplacer remplacez echange echanger echangez
    degage degager vire virer fais zappe zapper supprime supprimer efface effacer enleve enlever retire retirer"""
_FRENCH = frozenset(_FRENCH_WORDS.split())
ASKED = (
    r"(?:can|could|would|will) (?:you|u)|peux tu|tu peux|pourrais tu|tu pourrais|pouvez vous|vous pouvez|pourriez vous"
    r"|vous pourriez"
)
"""What makes a request of a question: "can you"."""
POLITE = (
    rf"{ASKED}|(?:est ce que )(?={ASKED})|please|pls|plz|kindly|thanks|thank you|cheers|merci(?: d avance| beaucoup)?"
    r"|stp|svp|s il (?:te|vous) plait|hi|hey|hello|bonjour|bonsoir|salut|coucou|tally|ok|okay"
)


@dataclass(frozen=True)
class Skeleton:
    """The pattern of a message, with the marks that its signs count."""

    line: str
    marks: tuple[Mark, ...]

    def marks_in(self, part: str, signs: str) -> list[Mark]:
        """The marks whose sign (one of `signs`) stands in a part of the line, in order."""
        return [self.marks[int(number)] for number in re.findall(rf"\b[{signs}](\d+)\b", part)]

    @property
    def is_question(self) -> bool:
        """True for what asks, unless it only asks politely for something to be done."""
        return "?" in self.line and (self.line.count("?") > 1 or not re.search(rf"\b(?:{ASKED})\b", self.line))


def thing(mark: Mark) -> str:
    """The code of the project or the reason that a T stands for; empty where several projects are called so."""
    if mark.kind == "reason":
        return mark.text
    return mark.project.code if mark.project else ""


def skeleton(text: str, situation: Situation) -> Skeleton:
    """The pattern of a message."""
    text = text.replace("’", "'")
    if _FRENCH & set(plain(text).split()):
        text = _MON.sub("mes", text)  # "mon RTT" names no monday
    named = _projects(text, situation)
    named += absences_in(without(text, named), situation.ledger.absence_reasons())
    marks = tuple(mark for mark in marked(text, named, situation.today) if mark.kind != "separator")
    parts, at = [], 0
    for number, mark in enumerate(marks):
        parts += [_pattern(text[at : mark.start]), f"{_sign(mark)}{number}"]
        at = mark.end
    line = " ".join(part for part in (*parts, _pattern(text[at:])) if part)
    return Skeleton(f" {line} ", marks)


def _projects(text: str, situation: Situation) -> list[Mark]:
    """The projects of the message, longer names first; one without a project where several are called so."""
    spots = [
        (start, end, project)
        for project in situation.ledger.projects()
        for start, end in project_places(project, text, situation.today)
    ]
    spots += [
        (start, end, project) for word, project in loosely_named(text, situation) for start, end in places(word, text)
    ]
    found: list[Mark] = []
    for start, end, project in sorted(spots, key=lambda spot: spot[0] - spot[1]):
        same = [p for first, last, p in spots if (first, last) == (start, end) and p != project]
        if not overlaps(found, start, end):
            found.append(Mark(start, end, "project", text[start:end], None if same else project))
    return found


def _pattern(text: str) -> str:
    """The words and signs between two marks."""
    parts, at = [], 0
    for match in _PIECES.finditer(text):
        parts += [plain(text[at : match.start()]), _SIGNS[match.lastgroup or ""]]
        at = match.end()
    return " ".join(part for part in (*parts, plain(text[at:])) if part)


def _sign(mark: Mark) -> str:
    if mark.kind == "days":
        return "D"
    if mark.kind == "amount":
        return "A" if percent_of(mark.text) == FULL_DAY else "H"
    return "T"


def percent_of(amount: str) -> int | None:
    """What an amount means; None where it cannot be read."""
    try:
        return read_percent(amount)
    except PhraseError:
        return None


def anybody_else(line: str, situation: Situation) -> bool:
    """True where a colleague is named: what stands in somebody else's report is not the person's to change."""
    others = (e for e in situation.ledger.employees() if e.email != situation.email)
    return bool({w for e in others for w in plain(f"{e.name} {e.lastname}").split()} & set(line.split()))


def any_of(words: Sequence[str] | str) -> str:
    """A pattern for any of the words."""
    return "|".join(words.split() if isinstance(words, str) else words)
