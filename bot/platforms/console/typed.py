"""What was typed, as what is meant: a key on a card, a command, or words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.card import Card, CardLine, Verb
from bot.errors import UserFacingError
from bot.platforms.console.card import KEYS, LATER_KEYS, can_be_approved, keys_of, later_keys_of
from bot.platforms.console.platform import Snapshot
from bot.words import say

ALL = "A"
_KEY = re.compile(r"([aedusAEDUS])\s*(\d{0,6})")
_VERBS = {key: verb for verb, key in (KEYS | LATER_KEYS).items()}


@dataclass(frozen=True)
class Key:
    """A key and the line that it names, if it names one."""

    verb: Verb
    number: int | None = None


@dataclass(frozen=True)
class Command:
    """`/report 2026-11`: its name with the stroke, and what stands behind it."""

    name: str
    rest: str = ""


@dataclass(frozen=True)
class Words:
    """Anything else."""

    text: str


@dataclass(frozen=True)
class Target:
    """The line of a card that a key is about; no line for all of them."""

    card: Card
    line: CardLine | None = None


def meant(line: str, choices: Sequence[str]) -> Key | Command | Words:
    """Read a typed line; a number is the offered answer of that number, if one was offered."""
    text = line.strip()
    if text.startswith("/"):
        name, _, rest = text.partition(" ")
        return Command(name.casefold(), rest.strip())
    if text == ALL:
        return Key(Verb.APPROVE_ALL)
    if found := _KEY.fullmatch(text):
        return Key(_VERBS[found[1].casefold()], int(found[2]) if found[2] else None)
    if text.isdecimal() and 1 <= int(text) <= len(choices):
        return Words(choices[int(text) - 1])
    return Words(text)


def target(key: Key, seen: Snapshot) -> Target:
    """What a key is about on the cards that the person saw when it was pressed. Raises UserFacingError."""
    if key.verb is Verb.APPROVE_ALL:
        return _all_of_newest(seen)
    if key.verb in LATER_KEYS:
        return _written(key, seen)
    found = [Target(card, line) for card in seen.cards for line in card.lines if key.verb in line.verbs]
    if key.number is not None:
        found = [one for one in found if one.line and one.line.number == key.number][:1]
    if len(found) == 1:
        return found[0]
    if not seen.cards:
        raise UserFacingError(say("console-nothing-to-decide"))
    if not found and key.number is None:
        raise UserFacingError(say("console-no-line"))
    if not found:
        raise UserFacingError(say("console-no-such-line", number=str(key.number)))
    numbers = sorted(one.line.number for one in found if one.line)
    raise UserFacingError(say("console-which-line", keys=" ".join(f"{KEYS[key.verb]}{number}" for number in numbers)))


def _written(key: Key, seen: Snapshot) -> Target:
    """A line that is written: one of the newest card that offers it, or of that number on the newest that has it."""
    cards = [[Target(c, line) for line in c.lines if key.verb in line.offers] for c in seen.written]
    offered = [found for found in cards if found]
    if not offered:
        raise UserFacingError(say("console-nothing-written"))
    if key.number is None:
        if len(offered[0]) == 1:
            return offered[0][0]
        keys = " ".join(f"{LATER_KEYS[key.verb]}{one.line.number}" for one in offered[0] if one.line)
        raise UserFacingError(say("console-which-line", keys=keys))
    for found in offered:
        for one in found:
            if one.line and one.line.number == key.number:
                return one
    raise UserFacingError(say("console-no-such-line", number=str(key.number)))


def check_unmistakable(line: str, before: Snapshot, now: Snapshot) -> None:
    """Raise UserFacingError where a key means something else now than it did when the line was begun.

    What was printed while somebody typed may or may not have been read before the key was pressed.
    """
    if _about(line, before) == _about(line, now):
        return
    keys = [keys_of(now.cards)] if now.cards else []
    meaning = meant(line, now.choices)
    if isinstance(meaning, Key) and meaning.verb in LATER_KEYS:
        keys += [later_keys_of(card) for card in now.written[:1]]
    if now.choices:
        keys.append(say("console-key-answer", keys=" ".join(str(n) for n, _ in enumerate(now.choices, start=1))))
    if not keys:
        raise UserFacingError(say("console-nothing-left-meanwhile"))
    raise UserFacingError(say("console-new-meanwhile", keys="   ".join(keys)))


def _about(line: str, seen: Snapshot) -> Command | Words | tuple[object, ...] | None:
    """What a line means, with a key as what it decides, of which revision; None for a key that decides nothing."""
    meaning = meant(line, seen.choices)
    if not isinstance(meaning, Key):
        return meaning
    try:
        found = target(meaning, seen)
    except UserFacingError:
        return None
    if found.line is None:
        return "card", found.card.id, found.card.revision
    days = found.line.same_days if meaning.verb is Verb.SAME else ()
    return "proposal", found.line.proposal_id, found.line.revision, days


def _all_of_newest(seen: Snapshot) -> Target:
    """Every line of the newest card; one line alone is approved by itself."""
    newest = next((card for card in seen.cards if can_be_approved(card)), None)
    if newest is None:
        raise UserFacingError(say("console-nothing-to-decide"))
    if newest.approve_all > 1:
        return Target(newest)
    return Target(newest, next(line for line in newest.lines if Verb.APPROVE in line.verbs))
