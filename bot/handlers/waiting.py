"""What waits for its owner, told where the model minds it: right before what the person says now.

A line that waits is always in the prompt, also when its own turn was cut or when it came of a click. Between it and a
correction ("make it 50") there may be little small talk: of lines that stood three turns back the built-in model,
trained on short dialogues, corrected 2 of 6, and all of them when their turns stood last (docs/model-language.md).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain, groupby

from bot.domain.conversation import Message, Speaker, ToolCall
from bot.domain.proposal import Proposal
from bot.words import ENGLISH, speaking

NEAR = 2  # turns: a line that waits from one of these stands where it was said
ROOM = 800  # characters of the cards that are told as turns once their own was cut; the others are listed
MOST_LISTED = 20
ON_THE_CARD = "On the card."

Turn = Sequence[Message]


def turns_of(messages: Sequence[Message]) -> list[list[Message]]:
    """The messages by turn: each begins with what the person said."""
    turns: list[list[Message]] = []
    for message in messages:
        if message.speaker is Speaker.USER or not turns:
            turns.append([])
        turns[-1].append(message)
    return turns


def placed(turns: Sequence[Turn], waiting: Sequence[Turn], now: Sequence[Message], waits: set[str]) -> list[Message]:
    """The conversation with what waits behind the rest: `waiting` are turns that are told anew, `now` is this turn.

    What is still being talked about stays last: an open question, a fresh card, results when nothing was said since.
    """
    last = len(turns) if now else max(0, len(turns) - 1)
    while last > 0 and _is_open(turns[last - 1], waits):
        last -= 1
    far = [turn for turn in turns[: min(last, max(0, len(turns) - NEAR))] if _ids(turn) & waits]
    rest = [turn for turn in turns[:last] if not any(turn is one for one in far)]
    return list(chain(*rest, *waiting, *far, *turns[last:], now))


def _is_open(turn: Turn, waits: set[str]) -> bool:
    return bool(_ids(turn) & waits) or any(m.speaker is Speaker.TOOL and m.text.startswith("ask ") for m in turn)


def _ids(turn: Turn) -> set[str]:
    return {id_ for message in turn for id_ in message.proposal_ids}


def told_anew(waiting: Sequence[Proposal]) -> list[list[Message]]:
    """Turns that say again what waits, the newest cards that there is room for.

    They are written as the conversation itself is, since that is what every model understands, the built-in one too.
    """
    told: list[list[Message]] = []
    left = ROOM
    for _, lines in reversed([(id_, list(lines)) for id_, lines in groupby(waiting, key=lambda p: p.card_id)]):
        turn = _turn(lines)
        left -= sum(len(m.text) + len(repr(m.calls)) for m in turn)
        if left < 0 and told:
            break
        told.insert(0, turn)
    return told


def _turn(card: Sequence[Proposal]) -> list[Message]:
    said = Message(Speaker.USER, card[0].words)
    calls = tuple(ToolCall(p.id, p.tool, dict(p.phrases)) for p in card)
    results = [_result(p) for p in card]
    return [said, Message(Speaker.ASSISTANT, calls=calls), *results, Message(Speaker.ASSISTANT, ON_THE_CARD)]


def _result(proposal: Proposal) -> Message:
    shown = f"{proposal.title} {proposal.amount}".strip()
    return Message(Speaker.TOOL, shown, call_id=proposal.id, proposal_ids=(proposal.id,))


@speaking(ENGLISH)
def listed(waiting: Sequence[Proposal], about: Callable[[Proposal], str]) -> str:
    """What waits and is not told as a turn, a line each, by the number that corrects it."""
    lines = [f"pending {p.line}: {about(p)}" for p in waiting[-MOST_LISTED:]]
    older = len(waiting) - len(lines)
    return "\n".join([*([f"pending: {older} more lines"] if older else []), *lines])
