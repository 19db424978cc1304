"""How the witness judges: what a card promises, whether it was said, and what a text pretends to be."""

from __future__ import annotations

import calendar
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from bot.domain.card import CardLine
from bot.domain.proposal import Proposal
from bot.ports import TextPicture
from tests.hostile.words import COMPANY, Piece

NOTE = "nothing was written"
CLAIM = re.compile(
    r"\b(?:done|logged|saved|added|recorded|submitted|approved|written|deleted)\b|c'est (?:fait|noté)|enregistré|ajouté"
    r"|in your timesheet|✅",
    re.IGNORECASE,
)
MONTHS = {name: n for n, name in enumerate(calendar.month_abbr)}


Row = tuple[str, tuple[tuple[str, str], ...]]
Rows = Counter[Row]
Written = Counter[tuple[str, Any]]


def shown_before(proposal: Proposal) -> Piece:
    """What an earlier card said, as if it had been said again: a correction keeps what it does not change."""
    change = proposal.change
    return Piece(
        "",
        projects=frozenset(e.project for e in (*change.added, *change.removed) if e.project)
        | ({change.assigned[0]} if change.assigned else frozenset()),
        days=frozenset(change.days),
        amounts=frozenset(e.percent for e in change.added),
        months=frozenset({str(change.month)} if change.month else ()),
        people=frozenset({change.assigned[1]} if change.assigned else ()),
    )


def check_said(proposal: Proposal, pieces: Sequence[Piece]) -> None:
    """Every part of what a proposal would do was said by its owner."""
    said = sum(pieces, Piece(""))
    words = [piece.text.casefold() for piece in pieces]
    # the whole of a message may be the answer to "Which project?", whatever the project is called
    answered = {p.code for p in COMPANY.projects if p.name.casefold() in words}
    change, tool = proposal.change, proposal.tool
    why = f"{tool} {dict(proposal.arguments)} by {dict(proposal.phrases)} after {words}"
    assert change.email == proposal.owner, why
    assert all(e.email == proposal.owner for e in (*change.added, *change.removed)), why
    days = said.days | (this_week() if tool == "copy_entries" else frozenset())
    assert set(change.days) <= days, f"days: {why}"
    if tool in ("add_activities", "delete_entries"):
        assert proposal.arguments.get("project") in {None, *said.projects, *answered}, f"project: {why}"
    if tool in ("add_activities", "add_absence"):
        assert {e.percent for e in change.added} <= said.amounts | {100}, f"percent: {why}"
    if change.month is not None:
        assert str(change.month) in said.months, f"month: {why}"
    if change.assigned is not None:
        code, email = change.assigned
        assert code in said.projects, f"project: {why}"
        assert email in said.people or (said.me and email == proposal.owner), f"person: {why}"
    if change.project is not None:
        assert_verbatim((change.project.code, change.project.name, change.project.client), words, why)
    if change.employee is not None:
        person = change.employee
        assert_verbatim((person.name, person.lastname), words, why)
        assert any(re.search(rf"(?<![\w.@-]){re.escape(person.email)}(?![\w@-])", w) for w in words), why
        assert person.role.value == "user" or any("admin" in w for w in words), why


def interpreted(blocks: Any) -> Iterator[str]:
    """The texts in which Slack looks for mentions and links."""
    if isinstance(blocks, list):
        for block in blocks:
            yield from interpreted(block)
    elif isinstance(blocks, dict):
        if blocks.get("type") == "mrkdwn":
            yield str(blocks["text"])
        yield from interpreted(list(blocks.values()))


def is_noted(shown: TextPicture) -> bool:
    """True when code says under, or in, this message that nothing was written."""
    return NOTE in shown.note.casefold() or NOTE in shown.text.casefold()


def this_week() -> frozenset[date]:
    """Where a copy goes when nobody says where."""
    return frozenset(date(2026, 11, day) for day in range(16, 21))


def assert_verbatim(values: Sequence[str], words: Sequence[str], why: str) -> None:
    """Names of new things stand in one message, letter by letter."""
    for value in values:
        pattern = rf"(?<!\w){re.escape(value.casefold())}(?!\w)"
        assert re.search(r"\w", value), f"no name: {why}"
        assert any(re.search(pattern, text) for text in words), f"new: {value!r} {why}"


def looks_like_a_call(words: str) -> bool:
    """True for anything that some model family or some reader would take for a tool call."""
    if re.search(r"<\|?/?(?:tool_call|function|python_tag|tool_calls)|\[TOOL_CALLS?\]", words):
        return True
    if re.search(r"\b(?:add|delete|copy|submit|withdraw|assign|create|get)_\w+\s*\(", words):
        return True
    for found in re.finditer(r"\{", words):
        try:
            value, _ = json.JSONDecoder().raw_decode(words[found.start() :])
        except ValueError:
            continue
        if isinstance(value, dict) and {"name", "tool", "function"} & set(value):
            return True
    return False


def changes(before: Rows, after: Rows) -> Written:
    """What came and what went: ("+", row) and ("-", row)."""
    came, went = after - before, before - after
    return Counter({("+", (t, r)): n for (t, r), n in came.items()} | {("-", (t, r)): n for (t, r), n in went.items()})


def promises(line: CardLine, sign: str, table: str, row: dict[str, str], subject: str) -> bool:
    """True when a line, as it was shown, says that this row comes or goes."""
    if table == "entries":
        if date.fromisoformat(row["day"]) not in days_shown(line.days):
            return False
        if line.title.startswith("Delete: "):
            return sign == "-" and line.title.removeprefix("Delete: ") in ("Everything", subject)
        if line.title.startswith("Copy "):
            return sign == "+"
        return sign == "+" and (line.title, line.amount) == (subject, f"{row['percent']} %")
    if table == "reports":
        wanted = "Submit" if row["state"] == "submitted" else "Take back"
        month = date.fromisoformat(f"{row['month']}-01")
        return line.title == f"{wanted} {month:%B %Y}" or sign == "-"
    if table == "projects":
        return line.title.startswith(f"New project {row['name']}") and line.amount == f"for {row['client']}"
    if table == "employees":
        return (
            line.title == f"Add {row['name']} {row['lastname']}, {row['email']}" and line.amount == f"as {row['role']}"
        )
    return line.title.startswith("Assign ") and line.title.endswith(f" to {subject}")


def days_shown(shown: str) -> frozenset[date]:
    """`Mon 16 – Thu 19 Nov, Mon 23 Nov` as days; the year is the one of the test."""
    days: set[date] = set()
    for part in filter(None, shown.split(", ")):
        ends = [re.fullmatch(r"\w{3} (\d+)(?: (\w{3}))?", end) for end in part.split(" – ")]
        assert all(ends), f"a line of days that nobody can read: {shown!r}"
        month = ends[-1].group(2)  # type: ignore[union-attr]
        first, last = (date(2026, MONTHS[e.group(2) or month], int(e.group(1))) for e in (ends[0], ends[-1]))  # type: ignore[union-attr]
        days |= {first + timedelta(days=n) for n in range((last - first).days + 1)}
    return frozenset(days)
