"""Amounts that correct the lines of a card by the names of their projects: "sorry, gull 75, anchor 25"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.conversation import ToolCall
from bot.tools.asides import said_besides
from bot.tools.loose_names import loosely_named
from bot.tools.marks import Mark, marked, projects_in, without
from bot.tools.names import plain
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES

_CORRECTING_WORDS = "sorry oops no nope wait actually rather make it should be pardon non plutot en fait c etait"
_ADDING = frozenset(["add", "also", "plus", "too", "another", "more", "ajoute", "ajouter", "aussi", "encore"])
_CORRECTING = frozenset(_CORRECTING_WORDS.split())


def amounts_of_lines(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...] | None:
    """A correction for each project that is named with an amount; None for any other message.

    Every word has to be accounted for, and each project to have exactly one line that waits.
    """
    lines: dict[str, list[int]] = {}
    for proposal in situation.pending:
        if proposal.tool == "add_activities":
            lines.setdefault(str(proposal.arguments.get("project")), []).append(proposal.line)
    others = any(call.tool != "add_activities" for call in calls)
    if not calls or others or len(lines) < 2 or "?" in text or set(plain(text).split()) & _ADDING:
        return None
    found = projects_in(text, loosely_named(text, situation), situation.ledger.projects())
    marks = marked(text, found, situation.today)
    couples = _couples(marks)
    if len(couples) < 2 or said_besides(without(text, marks)) - _CORRECTING:
        return None
    codes = [name.project.code for name, _ in couples if name.project]
    if any(len(lines.get(code, ())) != 1 for code in codes) or len(set(codes)) < len(couples):
        return None
    return tuple(
        ToolCall(
            f"{calls[0].id}-{n}",
            "add_activities",
            {"project": name.text, "percent": amount.text, REPLACES: str(lines[code][0])},
        )
        for n, ((name, amount), code) in enumerate(zip(couples, codes, strict=True))
    )


def _couples(marks: Sequence[Mark]) -> list[tuple[Mark, Mark]]:
    """The projects with their amounts, all in the same order; nothing where anything else was found."""
    real = [mark for mark in marks if mark.kind != "separator"]
    kinds = [mark.kind for mark in real]
    half = len(real) // 2
    if kinds == ["project", "amount"] * half:
        return list(zip(real[::2], real[1::2], strict=True))
    if kinds == ["amount", "project"] * half:
        return list(zip(real[1::2], real[::2], strict=True))
    return []
