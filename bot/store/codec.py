"""Nouns to columns and back. What is JSON in a column is made and read here, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from sqlalchemy import Row

from bot.domain.conversation import Conversation, Earlier, Message, Outgoing, Said, Speaker, ToolCall
from bot.domain.proposal import Change, Proposal, ProposalState
from bot.domain.timesheet import Employee, Entry, Month, Project, ReportState, Role
from bot.ports import InboxEvent

_FIELDS = tuple(field.name for field in fields(Proposal))


def event_columns(event: InboxEvent) -> dict[str, Any]:
    """An event's columns, without its place in the queue."""
    return {**vars(event), "payload": dict(event.payload)}


def event_from(row: Row[Any]) -> InboxEvent:
    """What a listener stored."""
    return InboxEvent(
        row.id, row.platform, row.kind, row.lane, row.person_id, row.payload, row.received_at, row.attempts
    )


def conversation_from(row: Row[Any]) -> Conversation:
    """One person on one platform."""
    return Conversation(row.id, row.platform, row.person_id, row.email, row.address, earlier_from(row.earlier))


def earlier_json(earlier: Earlier) -> dict[str, Any]:
    """From where on the model reads a conversation, and what it is told of before."""
    return {"after": earlier.after, "proposal_ids": list(earlier.proposal_ids), "more": earlier.more}


def earlier_from(columns: Mapping[str, Any] | None) -> Earlier:
    """What `earlier_json` wrote; a conversation without it is read from its first message on."""
    if columns is None:
        return Earlier()
    return Earlier(columns["after"], tuple(columns["proposal_ids"]), columns["more"])


def message_columns(message: Message) -> dict[str, Any]:
    """A message's columns, without its conversation."""
    return {
        "speaker": message.speaker.value,
        "text": message.text,
        "calls": [{"id": call.id, "tool": call.tool, "arguments": dict(call.arguments)} for call in message.calls],
        "call_id": message.call_id,
        "proposal_ids": list(message.proposal_ids),
        "ref": message.ref,
    }


def message_from(row: Row[Any]) -> Message:
    """A message as it was said."""
    calls = tuple(ToolCall(**call) for call in row.calls)
    return Message(Speaker(row.speaker), row.text, calls, row.call_id, tuple(row.proposal_ids), row.ref, row.position)


def outgoing_columns(outgoing: Outgoing) -> dict[str, Any]:
    """A new outgoing message's columns; `card_id` stands beside the content so that a card's message is found."""
    return {
        "id": outgoing.id,
        "conversation_id": outgoing.conversation_id,
        "version": outgoing.version,
        "sent_version": outgoing.sent_version,
        "ref": outgoing.ref,
        "attempts": outgoing.attempts,
        **content_columns(outgoing),
    }


def content_columns(outgoing: Outgoing) -> dict[str, Any]:
    """The columns that a new version replaces."""
    return {
        "kind": outgoing.kind.value,
        "content": dict(outgoing.content),
        "card_id": outgoing.content["card_id"] if outgoing.kind is Said.CARD else None,
    }


def outgoing_from(row: Row[Any]) -> Outgoing:
    """An outgoing message as it is to be sent."""
    return Outgoing(
        row.id, row.conversation_id, Said(row.kind), row.content, row.version, row.sent_version, row.ref, row.attempts
    )


def proposal_columns(proposal: Proposal) -> dict[str, Any]:
    """Every column of a proposal: its fields, and its hash."""
    return {
        **vars(proposal),
        "arguments": dict(proposal.arguments),
        "phrases": dict(proposal.phrases),
        "change": change_json(proposal.change),
        "before": entries_json(proposal.before),
        "content_hash": proposal.content_hash,
        "state": proposal.state.value,
        "warnings": list(proposal.warnings),
    }


def proposal_from(row: Row[Any]) -> Proposal:
    """A proposal as it was stored."""
    columns: dict[str, Any] = {name: getattr(row, name) for name in _FIELDS}
    columns["change"] = change_from(row.change)
    columns["before"] = entries_from(row.before)
    columns["state"] = ProposalState(row.state)
    columns["warnings"] = tuple(row.warnings)
    return Proposal(**columns)


def change_json(change: Change) -> dict[str, Any]:
    """A change with ISO days and the month as `2026-11`."""
    return {
        "email": change.email,
        "removed": entries_json(change.removed),
        "added": entries_json(change.added),
        "month": str(change.month) if change.month else None,
        "report_state": change.report_state.value if change.report_state else None,
        "project": {**asdict(change.project), "employees": []} if change.project else None,
        "employee": asdict(change.employee) if change.employee else None,
        "assigned": change.assigned,
    }


def change_from(columns: Mapping[str, Any]) -> Change:
    """The change that `change_json` wrote."""
    month, state = columns["month"], columns["report_state"]
    project, employee = columns.get("project"), columns.get("employee")
    return Change(
        email=columns["email"],
        removed=entries_from(columns["removed"]),
        added=entries_from(columns["added"]),
        month=Month.parse(month) if month else None,
        report_state=ReportState(state) if state else None,
        project=Project(**{**project, "employees": frozenset()}) if project else None,
        employee=Employee(**{**employee, "role": Role(employee["role"])}) if employee else None,
        assigned=tuple(columns["assigned"]) if columns.get("assigned") else None,
    )


def entries_json(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """Entries with ISO days."""
    return [{**asdict(entry), "day": entry.day.isoformat()} for entry in entries]


def entries_from(columns: Iterable[Mapping[str, Any]]) -> tuple[Entry, ...]:
    """The entries that `entries_json` wrote."""
    return tuple(Entry(**{**entry, "day": date.fromisoformat(entry["day"])}) for entry in columns)
