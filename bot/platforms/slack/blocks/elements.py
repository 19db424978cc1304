"""The small parts that every layout is made of, each within the length that Slack takes.

Words of people, of the model and of the ledger stand in `rich_text` or `plain_text` wherever that is possible: Slack
does not interpret anything in those. Where they stand in mrkdwn they are escaped, and `verbatim` keeps Slack from
turning plain addresses and names into links.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

Block = dict[str, Any]

SECTION_TEXT = 3_000
BUTTON_TEXT = 75
BUTTON_VALUE = 2_000
HEADER_TEXT = 150
FALLBACK_TEXT = 1_200
ELLIPSIS = "…"
NOTHING = "–"

_PERCENT = re.compile(r"(?<=\d) %")
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")  # French has no-break ones before some signs: they stay
_UNIT = re.compile(r"&(?:amp|lt|gt);|.", re.DOTALL)


@dataclass(frozen=True)
class Layout:
    """A message as Slack takes it: blocks, and the text for notifications and screen readers."""

    text: str
    blocks: list[Block]


def escape(text: str) -> str:
    """Text in which Slack finds no link, no mention and no `<!channel>`."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unbroken(text: str) -> str:
    """The text with a no-break space in each `50 %`: no line ends between the number and its sign."""
    return _PERCENT.sub("\u00a0%", text)


def shorten(text: str, longest: int) -> str:
    """The text without surrounding space, at most `longest` characters, cut with an ellipsis; never empty."""
    text = text.strip() or NOTHING
    return text if len(text) <= longest else text[: longest - 1].rstrip() + ELLIPSIS


def one_line(text: str, longest: int) -> str:
    """Like `shorten`, on one line."""
    return shorten(_SPACES.sub(" ", text), longest)


def escaped_pieces(text: str, each: int, total: int) -> list[str]:
    """Escaped text in pieces of at most `each` characters and `total` in all; cut between words where there are any."""
    units = _UNIT.findall(escape(unbroken(text.strip() or NOTHING)))
    if sum(map(len, units)) > total:
        units = [*_head(units, total - 1)[0], ELLIPSIS]
    pieces = []
    while units:
        head, units = _head(units, each)
        pieces.append("".join(head))
    return [piece for piece in pieces if piece.strip()]


def _head(units: list[str], longest: int) -> tuple[list[str], list[str]]:
    """What fits, cut behind a space in its second half if there is one; at least one unit."""
    size = count = 0
    while count < len(units) and size + len(units[count]) <= longest:
        size += len(units[count])
        count += 1
    if count < len(units):
        count = next((n + 1 for n in range(count - 1, count // 2, -1) if _SPACES.match(units[n])), max(1, count))
    return units[:count], units[count:]


def fallback(text: str) -> str:
    """Plain words as the `text` of a message."""
    return escaped_pieces(text, FALLBACK_TEXT, FALLBACK_TEXT)[0]


def plain(text: str, longest: int) -> Block:
    """A plain_text object."""
    return {"type": "plain_text", "text": unbroken(shorten(text, longest))}


def section(escaped: str) -> Block:
    """A paragraph of mrkdwn that is escaped already."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": escaped, "verbatim": True}}


def context(text: str, longest: int = 300) -> Block:
    """A small grey line in italics."""
    words = escape(unbroken(one_line(text, longest)))
    words = words if "_" in words else f"_{words}_"
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": words, "verbatim": True}]}


def header(text: str) -> Block:
    """A heading."""
    return {"type": "header", "text": plain(text, HEADER_TEXT)}


def words(text: str, **style: bool) -> Block:
    """A run of text that is not interpreted, inside a rich_text block; `bold=True` or `italic=True`."""
    return {"type": "text", "text": unbroken(text) or NOTHING} | ({"style": style} if style else {})


def paragraph(*runs: Block) -> Block:
    """A rich_text block of one paragraph."""
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(runs)}]}


def quote(introduction: str, text: str, longest: int) -> Block:
    """A person's own words, literally, below a line that introduces them."""
    opening = {"type": "rich_text_section", "elements": [words(introduction)]}
    quoted = {"type": "rich_text_quote", "elements": [{"type": "text", "text": shorten(text, longest)}]}
    return {"type": "rich_text", "elements": [opening, quoted]}


def monospace(tables: Sequence[str]) -> Block:
    """Preformatted tables, one below the other."""
    parts = [{"type": "rich_text_preformatted", "elements": [words(table)]} for table in tables]
    return {"type": "rich_text", "elements": parts}


def literal(text: str) -> Block:
    """Text in which nothing is interpreted and no character is changed."""
    run = {"type": "text", "text": text or NOTHING}
    return {"type": "rich_text", "elements": [{"type": "rich_text_preformatted", "elements": [run]}]}


def button(text: str, action_id: str, value: str, *, style: str | None = None) -> Block:
    """A button; `style` is primary, danger or None."""
    made = {"type": "button", "text": plain(text, BUTTON_TEXT), "action_id": action_id, "value": value[:BUTTON_VALUE]}
    return made | ({"style": style} if style else {})


def actions(*elements: Block) -> Block:
    """A row of buttons, 25 at most."""
    return {"type": "actions", "elements": list(elements[:25])}


def packed_days(days: Sequence[date]) -> str:
    """Days within a week, in as few characters as a menu leaves: the first one, and how far from it the others are."""
    first = days[0]
    return f"{first.isoformat()}+{''.join(str((day - first).days) for day in days[1:])}"


def unpacked_days(text: str) -> tuple[date, ...]:
    """What `packed_days` made. Raises ValueError for anything else."""
    written, _, others = text.partition("+")
    first = date.fromisoformat(written)
    return (first, *(first + timedelta(days=int(digit)) for digit in others))


def packed(values: Mapping[str, str | int]) -> str:
    """What a button or a view carries, as compact JSON."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def unpacked(value: str) -> dict[str, Any]:
    """What `packed` made; empty for anything else."""
    try:
        found = json.loads(value)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
