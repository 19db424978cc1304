"""What a conversation keeps when it gets long: its newest turns word by word, of the older ones what came of them.

Code condenses, never a model: what it says was written was written. The cut is made where a turn begins, and it is a
deep one: when a prompt is no longer comfortable it becomes KEPT of that. So many prompts one after the other begin with
the same tokens, which an engine with a cache need not compute again; the cut is remembered with the conversation.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from bot.domain.conversation import Earlier, Message, Speaker
from bot.domain.proposal import Proposal, ProposalState
from bot.ports import PromptSize
from bot.tools import wording
from bot.words import ENGLISH, speaking

KEPT = 0.6  # of what is comfortable, after a cut
MOST_TURNS = 60  # told word by word, however large the model's context is
KEPT_TURNS = 36
FACTS = 40  # proposals of earlier turns that are remembered one by one
FACTS_ROOM = 1_500  # characters, so about 500 tokens and never more than 1,500
REASON_ROOM = 80  # characters of why something was declined
TOLD = {
    ProposalState.APPLIED: "written",
    ProposalState.APPROVED: "approved, waits for the ledger",
    ProposalState.DECLINED: "declined",
    ProposalState.EXPIRED: "expired",
    ProposalState.FAILED: "failed",
    ProposalState.UNDOING: "written, being undone",
    ProposalState.UNDONE: "undone",
}

Size = Callable[[Earlier, Sequence[Message]], PromptSize]


def turn_starts(history: Sequence[Message]) -> list[int]:
    """Where the person's messages stand."""
    return [n for n, message in enumerate(history) if message.speaker is Speaker.USER]


def condensed(history: Sequence[Message], earlier: Earlier, size: Size) -> tuple[Earlier, list[Message]]:
    """What is told of a conversation: `earlier` in facts, the messages as they were said. The newest turn stays whole.

    `size` is that of the prompt that these would make; it is asked once, and a few times more when a cut is due.
    """
    starts = turn_starts(history)
    now = size(earlier, history)
    if len(starts) < 2 or (now.is_comfortable and len(starts) <= MOST_TURNS):
        return earlier, list(history)
    room = now.comfortable * KEPT
    later = starts[max(1, len(starts) - KEPT_TURNS) :]
    at = bisect_left(later, True, key=lambda start: size(*cut(history, earlier, start)).tokens <= room)
    return cut(history, earlier, later[min(at, len(later) - 1)])


def cut(history: Sequence[Message], earlier: Earlier, start: int) -> tuple[Earlier, list[Message]]:
    """The conversation with everything before `start` among what was earlier."""
    if not start:
        return earlier, list(history)
    ids = [*earlier.proposal_ids, *(id_ for message in history[:start] for id_ in message.proposal_ids)]
    more = earlier.more + max(0, len(ids) - FACTS)
    return Earlier(history[start - 1].position, tuple(ids[-FACTS:]), more), list(history[start:])


@speaking(ENGLISH)
def facts(proposals: Iterable[Proposal], more: int) -> str:
    """What came of earlier turns, a line each, newest last; the oldest are only counted where there is no room."""
    lines = [_fact(p) for p in proposals if p.state in TOLD]
    shown: list[str] = []
    left = FACTS_ROOM
    for line in reversed(lines):
        left -= len(line) + 1
        if left < 0:
            break
        shown.insert(0, line)
    older = more + len(lines) - len(shown)
    return "\n".join([*_counted("earlier", older, "changes"), *shown])


def _counted(what: str, older: int, things: str) -> list[str]:
    return [f"{what}: {older} more {things}"] if older else []


def _fact(proposal: Proposal) -> str:
    why = f" ({_reason(proposal)})" if proposal.reason and proposal.state is ProposalState.DECLINED else ""
    return f"{TOLD[proposal.state]}{why}: {about(proposal)}"


def _reason(proposal: Proposal) -> str:
    return " ".join((proposal.reason or "").split())[:REASON_ROOM]


def about(proposal: Proposal) -> str:
    """`Apollo (APO) 50 % Mon 16 – Thu 19 Nov`."""
    parts = (proposal.title, proposal.amount, wording.days(proposal.change.days))
    return " ".join(part for part in parts if part)
