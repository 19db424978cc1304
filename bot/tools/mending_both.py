"""One amount for every line of a card: "sorry, both only half days", "les trois à mi-temps"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Proposal
from bot.phrases import PhraseError, amounts_in, read_percent
from bot.tools.mending_exchanges import SUBJECTS
from bot.tools.names import plain
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES

_AMOUNT = "aaa"  # stands for the amount in the skeleton of a message
_AHEAD = (
    r"(?:sorry|oops|ah|oh|no|non|nope|wait|actually|ok|okay|but|mais|well|pardon|oups|en fait|finalement|hm|hmm"
    r"|they|those|these|make|put|set|mets|que|it was|c etait|c est)"
)
_COUNTED = {
    2: r"both(?: of (?:them|those|these))?|the two(?: of them)?|(?:tous |toutes )?les deux",
    3: r"all three(?: of (?:them|those|these))?|the three(?: of them)?|(?:tous |toutes )?les trois",
    4: r"all four(?: of (?:them|those|these))?|the four(?: of them)?|(?:tous |toutes )?les quatre",
}
_ALL = (
    r"all(?: of (?:them|those|these|it))?|every(?: single)? (?:line|one of them)|the whole lot|everything"
    r"|(?:toutes|tous)(?: les lignes)?|tout"
)
_OF_A_DAY = re.compile(r"\bat all\b")
_PART = re.compile(r"\b(?:morning|afternoon|matin|apres midi|l?aprem|day|journee)$")
_SMALL = (
    r"(?:days?|lines?|projects?|jours|lignes|projets|were|was|are|is|should be|must be|only|just|at|on|in|for|to|each"
    r"|sont|etaient|doivent etre|seulement|uniquement|juste|que|ne|en|a|pour|chacune?|the|le|la|l|un|une)"
)
_BEHIND = r"(?:please|pls|plz|thanks|sorry|stp|svp|s il te plait|merci|pardon|desolee?)"


def amount_of_each(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...] | None:
    """Every line of the newest card with the amount, where they are as many as the message says and it says no more.

    None for any other message.
    """
    amounts = amounts_in(text)
    if len(amounts) != 1 or "?" in text or not situation.pending:
        return None
    skeleton = plain(text.replace(amounts[0], f" {_AMOUNT} ", 1))
    newest = _newest(situation.pending)
    cards = [newest]
    if all(len(line.change.days) == 1 for line in newest):  # else both days of the newest line may be meant
        cards.append(list(situation.pending))
    lines = next((lines for lines in cards if _says(skeleton, _COUNTED.get(len(lines), ""))), [])
    if not lines and not _OF_A_DAY.search(skeleton) and not _is_part(amounts[0]) and _says(skeleton, _ALL):
        lines = [line for line in situation.pending if line.arguments.get("percent") != _percent(amounts[0])]
    if not lines:
        return None
    if any(line.tool not in SUBJECTS for line in lines):
        return None
    call_id = calls[0].id if calls else "each"
    return tuple(
        ToolCall(f"{call_id}-{n}", line.tool, {**line.phrases, "percent": amounts[0], REPLACES: str(line.line)})
        for n, line in enumerate(lines)
    )


def _is_part(amount: str) -> bool:
    """True for "all morning", which is not said of all lines."""
    return bool(_PART.search(plain(amount))) and "half" not in plain(amount)


def _percent(amount: str) -> int | None:
    try:
        return read_percent(amount)
    except PhraseError:
        return None


def _says(skeleton: str, counted: str) -> bool:
    """True for "both only half days" and "half for both", of so many lines."""
    said = (rf"(?:{counted})(?: {_SMALL})* {_AMOUNT}", rf"{_AMOUNT}(?: {_SMALL})* (?:{counted})")
    return bool(counted) and any(
        re.fullmatch(rf"(?:{_AHEAD} )*{order}(?: {_SMALL})*(?: (?:{_BEHIND}|{_AHEAD}))*", skeleton) for order in said
    )


def _newest(pending: Sequence[Proposal]) -> list[Proposal]:
    """The lines of the newest card."""
    newest = max(pending, key=lambda line: line.line).card_id
    return [line for line in pending if line.card_id == newest]
