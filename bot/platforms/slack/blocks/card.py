"""A card: the person's words, a line with its buttons for each proposal, the days before and after, Approve all.

Buttons carry ids and a revision. Whoever clicks, and whether there is still something to decide, is checked by the
handler.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.card import Card, CardLine, Verb
from bot.domain.proposal import ProposalState
from bot.platforms.slack.blocks.elements import (
    Block,
    Layout,
    actions,
    button,
    fallback,
    monospace,
    one_line,
    packed,
    packed_days,
    paragraph,
    plain,
    quote,
    words,
)
from bot.platforms.slack.blocks.tables import changes
from bot.words import say

MENU = "decide"  # the ⋯ of a line on a card with many lines
WORDS_ROOM, OPEN_ROOM, TOTAL_ROOM = 400, 400, 120
LINES_ROOM, LINE_ROOM = 4_500, 900
TABLES_ROOM, TABLES_ROOM_MANY = 3_000, 1_500
FEW = 8  # up to here there is room for long tables
MANY = 16  # from here on two blocks for each line would not leave room for the rest of the card
MOST_LINES = 40
MENU_LABEL = 44  # characters; 40 menus with two long labels would fill the message alone

SHOWN_VERBS = (Verb.APPROVE, Verb.EDIT, Verb.DECLINE, Verb.UNDO, Verb.SAME)
ICONS = {
    ProposalState.PENDING: "•",
    ProposalState.APPROVED: "⏳",
    ProposalState.APPLIED: "✅",
    ProposalState.FAILED: "⛔",
    ProposalState.DECLINED: "✖️",
    ProposalState.SUPERSEDED: "↪️",
    ProposalState.EXPIRED: "⌛",
    ProposalState.UNDOING: "⏳",
    ProposalState.UNDONE: "↩️",
}


def card_layout(card: Card) -> Layout:
    """The card. Where it has more lines than a message holds, the open ones come first and the rest is counted."""
    lines = _shown(card.lines)
    hidden = len(card.lines) - len(lines)
    tables = changes(card.days, TABLES_ROOM if len(lines) <= FEW else TABLES_ROOM_MANY)
    blocks = [quote(say("you-said"), card.words, WORDS_ROOM)] if card.words.strip() else []
    for line in lines:
        blocks += _line_blocks(line, card, len(lines))
    if hidden:
        blocks.append(paragraph(words(say("card-more-lines", count=hidden))))
    blocks += [monospace(tables)] if tables else []
    if card.total.strip():
        blocks.append(paragraph(words(one_line(card.total, TOTAL_ROOM))))
    if card.still_open.strip():
        open_days = words(one_line(card.still_open, OPEN_ROOM))
        blocks.append(paragraph(words(f"{say('still-open')} ", bold=True), open_days))
    if card.approve_all > 1 and not hidden:
        value = packed({"card": card.id, "revision": card.revision})
        label = say("approve-all", count=card.approve_all)
        blocks.append(actions(button(label, Verb.APPROVE_ALL.value, value, style="primary")))
    return Layout(fallback(_spoken(card)), blocks or [paragraph(words(say("card-empty")))])


def _shown(lines: Sequence[CardLine]) -> list[CardLine]:
    if len(lines) <= MOST_LINES:
        return list(lines)
    first = sorted(lines, key=lambda line: not line.verbs)[:MOST_LINES]
    return sorted(first, key=lambda line: line.number)


def _line_blocks(line: CardLine, card: Card, count: int) -> list[Block]:
    room = min(LINE_ROOM, LINES_ROOM // count)
    title, rest, remarks = _line_parts(line, room, room // (2 if count < MANY else 3))
    if count >= MANY:
        return [_menu_section(line, card, f"{title}{rest}{remarks}")]
    runs = [words(title, bold=True), *([words(rest)] if rest else []), *([words(remarks)] if remarks else [])]
    buttons = [_verb_button(line, verb, card) for verb in _clickable(line)]
    return [paragraph(*runs), *([actions(*buttons)] if buttons else [])]


def _line_parts(line: CardLine, room: int, remarks_room: int) -> tuple[str, str, str]:
    """Number and title; amount, days and count; what else is to be known, one remark on a line."""
    title = f"{line.number}  {one_line(line.title, min(120, room // 3))}"
    facts = [one_line(line.amount, 20), one_line(line.days, room // 3), one_line(line.count, 20)]
    given = [line.amount, line.days, line.count]
    rest = "".join(f"   {fact}" for fact, text in zip(facts, given, strict=True) if text.strip())
    remarks = _remarks(line)[: max(1, room // 60)]
    return title, rest, "".join(f"\n{remark}" for remark in _fitted(remarks, remarks_room))


def _fitted(remarks: Sequence[str], room: int) -> list[str]:
    """The remarks within the room: what short ones do not need is left to the long ones."""
    shown = list(remarks)
    left = room
    by_length = sorted(range(len(remarks)), key=lambda n: len(remarks[n]))
    for nth, n in enumerate(by_length):
        shown[n] = one_line(remarks[n], max(20, left // (len(remarks) - nth)))
        left -= len(shown[n])
    return shown


def _remarks(line: CardLine) -> list[str]:
    found = [f"⛔ {line.problem}"] if line.problem else []
    found += [f"⚠️ {warning}" for warning in line.warnings]
    found += [f"ℹ️ {line.notice}"] if line.notice else []
    if line.with_lines and line.verbs:
        found.append(f"🔗 {say('only-together', lines=_numbers(line.with_lines))}")
    return [*found, *([f"{ICONS[line.state]} {line.outcome}"] if line.outcome else [])]


def _numbers(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:5])) + (" …" if len(numbers) > 5 else "")


def _clickable(line: CardLine) -> list[Verb]:
    """What decides the line, or what can still be done once it is written."""
    return [verb for verb in (*line.verbs, *line.offers) if verb in SHOWN_VERBS]


def _label(line: CardLine, verb: Verb) -> str:
    together = " + ".join(map(str, sorted((line.number, *line.with_lines))[:6])) if line.with_lines else ""
    if verb is Verb.UNDO:
        return say("undo-lines", lines=together) if together else say("undo")
    if verb is Verb.SAME:
        return say("same-for", days=one_line(line.same_for, 60))
    if verb is Verb.APPROVE and together:
        return say("approve-lines", lines=together)
    return {Verb.APPROVE: say("approve"), Verb.EDIT: say("edit"), Verb.DECLINE: say("decline")}[verb]


def _value(line: CardLine, card: Card, verb: Verb) -> dict[str, str | int]:
    value: dict[str, str | int] = {"card": card.id, "proposal": line.proposal_id, "revision": line.revision}
    return value | ({"days": packed_days(line.same_days)} if verb is Verb.SAME else {})


def _verb_button(line: CardLine, verb: Verb, card: Card) -> Block:
    style = "primary" if verb is Verb.APPROVE else None
    return button(_label(line, verb), verb.value, packed(_value(line, card, verb)), style=style)


def _menu_section(line: CardLine, card: Card, text: str) -> Block:
    block: Block = {"type": "section", "text": plain(text, 3_000)}
    verbs = _clickable(line)
    if not verbs:
        return block
    options = [
        {"text": plain(one_line(_label(line, verb), MENU_LABEL), 75), "value": _option(line, verb, card)}
        for verb in verbs
    ]
    return block | {"accessory": {"type": "overflow", "action_id": MENU, "options": options}}


def _option(line: CardLine, verb: Verb, card: Card) -> str:
    return packed({"verb": verb.value, **_value(line, card, verb)})


def _spoken(card: Card) -> str:
    said = [say("you-said-words", words=one_line(card.words, 200))] if card.words.strip() else []
    lines = ["".join(_line_parts(line, 300, 150)) for line in card.lines]
    total = [one_line(card.total, TOTAL_ROOM)] if card.total.strip() else []
    left = [say("still-open-days", days=one_line(card.still_open, 200))] if card.still_open.strip() else []
    return "\n".join([*said, *lines, *total, *left]) or say("card-empty")
