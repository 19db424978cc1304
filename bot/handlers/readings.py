"""When the model was not sure: the likeliest readings of a message are put to the person, who picks one.

A reading that would come to a card is written out as that card's lines. What was asked stands in the conversation as
calls with the status `reading N`; the model is never shown them, and a pick makes the calls of that reading anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.conversation import Message, Speaker, ToolCall
from bot.domain.timesheet import FULL_DAY
from bot.handlers.calls import Drafted, Outcome
from bot.handlers.omissions import left_out
from bot.tools import wording
from bot.tools.names import plain
from bot.tools.situation import Situation
from bot.words import say

STATUS = "reading"
_ENGLISH_FIRST = "1 1st first upper yes y yep yeah correct right exactly"
_FRENCH_FIRST = "oui premier premiere un une haut exact"
_FIRST = frozenset(f"{_ENGLISH_FIRST} {_FRENCH_FIRST}".split())
_SECOND = frozenset(("2", "2nd", "second", "two", "lower", "seconde", "deuxieme", "deux", "bas"))
_NONE = frozenset(("no", "none", "neither", "nope", "n", "non", "aucun", "aucune", "ni"))
_ENGLISH_FILLER = "the number please is it that one of these them"
_FRENCH_FILLER = "le la l celle celui du numero c est s il te plait"
_FILLER = frozenset(f"{_ENGLISH_FILLER} {_FRENCH_FILLER}".split())


@dataclass(frozen=True)
class Reading:
    """One way to take a message: what would come onto the card."""

    drafted: tuple[Drafted, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """`Apollo (APO) 50 % Mon 16 – Thu 19 Nov`, for each line of the card."""
        return tuple(
            " ".join(filter(None, (d.draft.title, d.draft.amount, wording.days(d.draft.change.days))))
            for d in self.drafted
        )

    @property
    def content(self) -> frozenset[tuple[object, ...]]:
        """What would be written, however it is spread over lines."""
        return frozenset(
            (d.resolved.tool.name, d.draft.title, d.draft.amount, day)
            for d in self.drafted
            for day in d.draft.change.days or (None,)
        )

    @property
    def is_overfull(self) -> bool:
        """True where it puts more than a day onto a day: nobody means that."""
        percents: Counter[date] = Counter()
        for drafted in self.drafted:
            for entry in drafted.draft.change.added:
                percents[entry.day] += entry.percent
        return any(percent > FULL_DAY for percent in percents.values())


def in_doubt(
    first: Sequence[Outcome], others: Sequence[Sequence[Outcome]], words: str, situation: Situation
) -> tuple[Reading, ...]:
    """The readings to choose from: the first and the likeliest other one; the first alone where it may be a remark.

    None where the first comes to no card, or every other one comes to the same, to nothing, or to what cannot be meant
    by these words. `others` are what other answers of the model come to, the likeliest first; one without any outcome
    is mere words.
    """
    likeliest = _reading_of(first)
    if likeliest is None:
        return ()
    lost = len(left_out(first, words, situation))
    for outcomes in others:
        reading = _reading_of(outcomes)
        if reading is None or reading.content == likeliest.content or reading.is_overfull:
            continue
        if len(left_out(outcomes, words, situation)) <= lost:  # what loses a part of the message is no better reading
            return likeliest, reading
    return (likeliest,) if any(not outcomes for outcomes in others) else ()


def _reading_of(outcomes: Sequence[Outcome]) -> Reading | None:
    """The card that these outcomes come to; None where they come to anything else."""
    drafted = tuple(o for o in outcomes if isinstance(o, Drafted))
    return Reading(drafted) if drafted and len(drafted) == len(outcomes) else None


def asks_which(readings: Sequence[Reading]) -> tuple[str, tuple[str, ...]]:
    """The question, and the buttons that answer it."""
    if len(readings) == 1:
        lines = "\n".join(f"• {line}" for line in readings[0].lines)
        return f"{say('reading-one')}\n{lines}", (say("reading-yes"), say("reading-no"))
    numbered = "\n".join(f"{n}. {'; '.join(reading.lines)}" for n, reading in enumerate(readings, start=1))
    return (
        f"{say('reading-which')}\n{numbered}",
        (say("reading-first"), say("reading-second"), say("reading-neither")),
    )


def noted(readings: Sequence[Reading], question: str) -> list[Message]:
    """What the conversation keeps of the question."""
    calls = [(d.call, f"{STATUS} {n}") for n, reading in enumerate(readings, start=1) for d in reading.drafted]
    return [
        Message(Speaker.ASSISTANT, calls=tuple(call for call, _ in calls)),
        *(Message(Speaker.TOOL, status, call_id=call.id) for call, status in calls),
        Message(Speaker.ASSISTANT, question),
    ]


@dataclass(frozen=True)
class Pick:
    """The answer to the question: the calls of a reading or none of them, what the person had said, and what they
    were asked.
    """

    calls: tuple[ToolCall, ...]
    words: str
    question: str

    def is_as_asked(self, outcomes: Sequence[Outcome]) -> bool:
        """True when the calls still come to what was written out: days pass, projects change."""
        reading = _reading_of(outcomes)
        return reading is not None and all(line in self.question for line in reading.lines)


def picked(history: Sequence[Message], words: str) -> Pick | None:
    """What these words pick, where the newest thing that happened is such a question and they do nothing but answer."""
    open_, asked = _open_readings(history)
    if not open_:
        return None
    number = picked_number(words)
    if number is None or number > max(open_.values()):
        return None
    calls = next((m.calls for m in reversed(history) if m.calls), ())
    return Pick(tuple(call for call in calls if open_.get(call.id) == number), asked, history[-1].text)


def without_readings(history: Sequence[Message]) -> list[Message]:
    """The conversation without the calls of such questions: nothing came of them that the model should know."""
    ids = {m.call_id for m in history if _reading(m) is not None}
    kept = (m for m in history if m.call_id is None or m.call_id not in ids)
    return [m for m in kept if not m.calls or any(call.id not in ids for call in m.calls)]


def _open_readings(history: Sequence[Message]) -> tuple[Mapping[str, int], str]:
    """By call the number of its reading, and what the person had said, if this is what was asked last."""
    found: dict[str, int] = {}
    for message in reversed(history):
        if message.speaker is Speaker.USER:
            return found, message.text
        number = _reading(message)
        if number is not None and message.call_id:
            found[message.call_id] = number
    return found, ""


def _reading(message: Message) -> int | None:
    match = re.fullmatch(rf"{STATUS} (\d)", message.text) if message.speaker is Speaker.TOOL else None
    return int(match.group(1)) if match else None


def _buttons() -> tuple[tuple[str, ...], ...]:
    """What the buttons say in the language that is spoken, in the order of the numbers that they stand for."""
    return (
        (say("reading-neither"), say("reading-no")),
        (say("reading-first"), say("reading-yes")),
        (say("reading-second"),),
    )


def picked_number(words: str) -> int | None:
    """1 or 2; 0 for none of them; None for words that are no such answer."""
    for number, buttons in enumerate(_buttons()):
        if plain(words) in map(plain, buttons):
            return number
    said = plain(words).split()
    if said == ["one"]:
        return 1
    meant = {word for word in said if word not in _FILLER}
    return next((n for n, answers in enumerate((_NONE, _FIRST, _SECOND)) if meant and meant <= answers), None)
