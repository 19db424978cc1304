"""A card in a terminal: in full while there is something to decide, in short once there is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.domain.card import Card, CardDay, CardLine, Verb
from bot.domain.proposal import ProposalState
from bot.platforms.console.text import NOTHING, one_line
from bot.words import say

WORDS_ROOM, REMARK_ROOM, TITLE_ROOM, ENTRY_ROOM = 400, 500, 120, 60
FEW = 4  # up to here every line's key is written out
INDENT = 5

KEYS = {Verb.APPROVE: "a", Verb.EDIT: "e", Verb.DECLINE: "d"}
LATER_KEYS = {Verb.UNDO: "u", Verb.SAME: "s"}
MARKS = {
    ProposalState.PENDING: ("•", "bold"),
    ProposalState.APPROVED: ("…", "yellow"),
    ProposalState.APPLIED: ("✓", "green"),
    ProposalState.FAILED: ("✗", "red"),
    ProposalState.DECLINED: ("✗", "dim"),
    ProposalState.SUPERSEDED: ("↪", "dim"),
    ProposalState.EXPIRED: ("✗", "dim"),
    ProposalState.UNDOING: ("…", "yellow"),
    ProposalState.UNDONE: ("↩", "dim"),
}


def is_open(card: Card) -> bool:
    """True while a line of the card can be decided."""
    return any(line.verbs for line in card.lines)


def can_be_approved(card: Card) -> bool:
    """True while a line of the card can be approved."""
    return any(Verb.APPROVE in line.verbs for line in card.lines)


def offers_something(card: Card) -> bool:
    """True while something that is written can be undone, or proposed again."""
    return any(line.offers for line in card.lines)


def without_offers(picture: object) -> object:
    """What is printed of a card apart from what its written lines offer; any other picture as it is."""
    if not isinstance(picture, Card):
        return picture
    bare = tuple(replace(line, undo=False, same_days=(), same_for="") for line in picture.lines)
    return replace(picture, lines=bare)


def card_picture(card: Card) -> Iterator[RenderableType]:
    """The words, the lines, the days before and after, what stays open, and the keys; or the outcomes alone."""
    open_ = is_open(card)
    if open_ and card.words.strip():
        quoted = say("quoted", words=one_line(card.words, WORDS_ROOM))
        yield Text.assemble((f"{say('console-you-said')} ", "dim"), (quoted, "italic"))
    for line in card.lines:
        yield from _line(line)
    if not open_:
        if offers_something(card):
            yield Text(later_keys_of(card), style="cyan")
        return
    changing = [day for day in card.days if day.before != day.after]
    if changing:
        yield Padding(_changes(changing), (1, 0, 1, INDENT), expand=False)
    if card.total.strip():
        yield Text(one_line(card.total, WORDS_ROOM))
    if card.still_open.strip():
        yield Text.assemble((f"{say('console-still-open')} ", "bold"), one_line(card.still_open, WORDS_ROOM))
    yield Text("   ".join(filter(None, (keys_of((card,)), later_keys_of(card)))), style="cyan")


def _line(line: CardLine) -> Iterator[RenderableType]:
    mark, style = MARKS[line.state]
    facts = [one_line(fact, REMARK_ROOM) for fact in (line.amount, line.days, line.count) if fact.strip()]
    title = one_line(line.title, TITLE_ROOM)
    yield Text.assemble((f"{mark} {line.number}  ", style), (title, "bold"), "".join(f"   {fact}" for fact in facts))
    for remark, how in _remarks(line):
        yield Padding(Text(one_line(remark, REMARK_ROOM), style=how), (0, 0, 0, INDENT), expand=False)


def _remarks(line: CardLine) -> Iterator[tuple[str, str]]:
    if line.problem:
        yield say("console-problem", problem=one_line(line.problem, REMARK_ROOM)), "red"
    for warning in line.warnings:
        yield say("console-warning", warning=one_line(warning, REMARK_ROOM)), "yellow"
    if line.notice:
        yield line.notice, "cyan"
    if line.with_lines and line.verbs:
        yield say("console-only-together", lines=", ".join(map(str, line.with_lines))), "dim"
    if line.outcome:
        yield line.outcome, MARKS[line.state][1]


def _changes(days: Sequence[CardDay]) -> Table:
    """A row for each day that changes."""
    table = Table("", say("console-before"), say("console-after"), box=None, pad_edge=False, padding=(0, 3, 0, 0))
    for day in days:
        after = Text(_entries(day.after))
        if len(day.after) > 1:
            after.append(f" {say('console-day-total', percent=day.total)}", style="dim")
        if day.over:
            after.append(f"   {say('console-over')}", style="bold red")
        table.add_row(Text(one_line(day.label, 20)), Text(_entries(day.before), style="dim"), after)
    return table


def _entries(entries: Sequence[str]) -> str:
    return ", ".join(one_line(entry, ENTRY_ROOM) for entry in entries) or NOTHING


def keys_of(cards: Sequence[Card]) -> str:
    """Which keys do what on these cards, newest first: `a` alone where there is one line, else with the numbers."""
    lines = [line for card in cards for line in card.lines if line.verbs]
    approve, edit, decline = (_pressed(verb, lines) for verb in KEYS)
    together = next((card.approve_all for card in cards if can_be_approved(card)), 0)
    known = [say("console-key-approve", keys=approve)] if approve else []
    known += [say("console-key-edit", keys=edit)] if edit else []
    known += [say("console-key-decline", keys=decline)] if decline else []
    known += [say("console-key-all", count=together)] if together > 1 else []
    return "   ".join(known)


def later_keys_of(card: Card) -> str:
    """Which keys undo or repeat what is written on a card: `u` alone where there is one line, else with the numbers."""
    undo = _later_keys(Verb.UNDO, card)
    shown = " ".join(undo) if len(undo) <= FEW else " … ".join((*undo[:1], *undo[-1:]))
    known = [say("console-key-undo", keys=shown)] if undo else []
    same = zip(_later_keys(Verb.SAME, card), [line for line in card.lines if line.same_days], strict=True)
    for key, line in list(same)[:FEW]:
        known.append(say("console-key-same", keys=key, days=one_line(line.same_for, REMARK_ROOM)))
    return "   ".join(known)


def _later_keys(verb: Verb, card: Card) -> list[str]:
    numbers = [line.number for line in card.lines if verb in line.offers]
    return [LATER_KEYS[verb]] if len(numbers) == 1 else [f"{LATER_KEYS[verb]}{number}" for number in numbers]


def _pressed(verb: Verb, lines: Sequence[CardLine]) -> str:
    numbers = sorted({line.number for line in lines if verb in line.verbs})
    if len(lines) == 1:
        return KEYS[verb] if numbers else ""
    keys = [f"{KEYS[verb]}{number}" for number in numbers]
    return " ".join(keys) if len(keys) <= FEW else f"{keys[0]} … {keys[-1]}"
