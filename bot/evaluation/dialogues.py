"""Runs evaluation dialogues through the whole assistant: store, ledger, phrases, tools, cards, and the model in use.

Every case gets a fresh database with the case's company. Nothing is approved between turns.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from bot.app import build_desk
from bot.domain.conversation import Conversation, Message, Person, Said, Speaker, ToolCall
from bot.domain.proposal import Proposal
from bot.domain.timesheet import AbsenceReason, Employee, Entry, Month, Project, Role
from bot.errors import TallyError
from bot.evaluation.scoring import Observed, interval, judge, kind_of, summary
from bot.evaluation.stage import CaseHolidays, FixedClock, SilentPlatform
from bot.handlers.desk import Desk, said_in
from bot.handlers.inbox import work_off_one
from bot.handlers.outbox import picture_of
from bot.ledgers.local import LocalLedger
from bot.ledgers.sample import ABSENCE_REASONS, Company
from bot.ports import InboxEvent, LanguageModel, TextPicture
from bot.store.database import open_engine, upgrade
from bot.tools.registry import TOOLS
from bot.tools.situation import Situation


class Half(StrEnum):
    """The cases in two halves, by a hash of their id: failures are looked at in the first one only."""

    FIRST = "first"
    SECOND = "second"


def half_of(case_id: str) -> Half:
    """The half that a case belongs to, once and for all."""
    return Half.SECOND if sha256(case_id.encode()).digest()[0] % 2 else Half.FIRST


def evaluate_dialogues(
    path: Path, model: LanguageModel, progress: Callable[[int, int], None], half: Half | None = None
) -> dict[str, Any]:
    """`{"total", "right", "wrong_writes", "failures": [{"id", "turn", "wrong_write", "expected", "got"}], …}`: turns.

    All cases, or one `half` of them.
    """
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    cases = [case for case in cases if half is None or half_of(case["id"]) is half]
    failures: list[dict[str, Any]] = []
    results: list[tuple[str, bool]] = []
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="tally-eval-") as folder:
        blank = _blank_database(Path(folder))
        for number, case in enumerate(cases, start=1):
            for turn, (expect, observed) in enumerate(_play(case, model, blank), start=1):
                right, wrong_write = judge(expect, observed)
                results.append((kind_of(expect), right))
                wrong += wrong_write
                if not right:
                    failure = {"id": case["id"], "turn": turn, "wrong_write": wrong_write}
                    failures.append(failure | {"expected": expect, "got": _got(observed)})
            progress(number, len(cases))
    right_turns = sum(right for _, right in results)
    return {
        "total": len(results),
        "right": right_turns,
        "wrong_writes": wrong,
        "interval": interval(right_turns, len(results)),
        "groups": summary(results),
        "failures": failures,
    }


def _blank_database(folder: Path) -> Path:
    blank = folder / "blank.db"
    engine = open_engine(f"sqlite:///{blank}")
    upgrade(engine)
    engine.dispose()
    return blank


def _got(observed: Observed) -> dict[str, Any]:
    return {"proposals": observed.proposals, "reads": observed.reads, "answer": observed.answer}


def _play(case: Mapping[str, Any], model: LanguageModel, blank: Path) -> list[tuple[Mapping[str, Any], Observed]]:
    database = blank.with_name("case.db")
    shutil.copy(blank, database)
    engine = open_engine(f"sqlite:///{database}")
    try:
        company = company_of(case)
        LocalLedger(engine).load(company)
        clock = FixedClock(datetime.combine(date.fromisoformat(case["today"]), time(9), UTC))
        platform = SilentPlatform(company.employees)
        desk = build_desk(engine, model, {platform.name: platform}, clock)
        desk = _with_holidays(desk, case)
        return [
            (_expected(turn["expect"], case), _say(turn["user"], number, case, desk, clock))
            for number, turn in enumerate(case["turns"])
        ]
    finally:
        engine.dispose()


def _with_holidays(desk: Desk, case: Mapping[str, Any]) -> Desk:
    holidays = CaseHolidays(frozenset(date.fromisoformat(day) for day in case["holidays"]))
    return replace(desk, holidays=holidays)


def company_of(case: Mapping[str, Any]) -> Company:
    """The ledger of a case at its start."""
    reasons = {r.code: r for r in ABSENCE_REASONS}
    return Company(
        employees=tuple(Employee(e["email"], e["name"], e["lastname"], Role(e["role"])) for e in case["employees"]),
        projects=tuple(Project(p["code"], p["name"], p["client"], frozenset(p["employees"])) for p in case["projects"]),
        absence_reasons=tuple(AbsenceReason(code, reason.label) for code, reason in reasons.items()),
        entries=tuple(
            Entry(e["email"], date.fromisoformat(e["date"]), e["percent"], e.get("project"), e.get("reason"))
            for e in case["entries"]
        ),
        submitted=tuple((r["email"], Month.parse(r["month"])) for r in case["reports"] if r["state"] == "submitted"),
    )


def _expected(expect: Mapping[str, Any], case: Mapping[str, Any]) -> dict[str, Any]:
    """The expectation with, for each deletion, the entries that it would remove."""
    proposals = [
        {**p, "removed": list(_removed(p, case))} if p["tool"] == "delete_entries" else p for p in expect["proposals"]
    ]
    return {**expect, "proposals": proposals}


def _removed(deletion: Mapping[str, Any], case: Mapping[str, Any]) -> Iterator[tuple[str, str, int]]:
    subject = deletion.get("project") or deletion.get("reason")
    for entry in case["entries"]:
        named = entry.get("project") or entry.get("reason")
        if entry["email"] == case["me"] and entry["date"] in deletion["dates"] and subject in (None, named):
            yield entry["date"], named, entry["percent"]


def _say(text: str, number: int, case: Mapping[str, Any], desk: Desk, clock: FixedClock) -> Observed:
    clock.advance(timedelta(minutes=1))
    person = Person(case["me"], case["me"])
    address = {"channel": case["me"]}
    conversation = desk.store.conversation(SilentPlatform.name, case["me"], person, address)
    known = {p.id for p in desk.store.proposals(conversation_id=conversation.id)}
    seen = len(desk.store.history(conversation.id, limit=1000))
    event = InboxEvent(
        id=f"turn-{number}",
        platform=SilentPlatform.name,
        kind="message",
        lane=case["me"],
        person_id=case["me"],
        payload={"text": text, "address": address},
        received_at=clock.now(),
    )
    desk.store.receive(event)
    work_off_one(desk)
    new = [p for p in desk.store.proposals(conversation_id=conversation.id) if p.id not in known]
    history = desk.store.history(conversation.id, limit=1000)
    return Observed(
        proposals=tuple(_proposal(p) for p in new),
        reads=tuple(_reads(history[seen:], said_in(history), case, desk)),
        answer=_answer(conversation, desk),
        own_projects=tuple(p["name"] for p in case["projects"] if case["me"] in p["employees"]),
    )


def _proposal(proposal: Proposal) -> dict[str, Any]:
    shown: dict[str, Any] = {"tool": proposal.tool, **proposal.arguments}
    if proposal.tool == "delete_entries":
        shown["removed"] = [(e.day.isoformat(), e.subject, e.percent) for e in proposal.change.removed]
    return shown


def _reads(
    messages: Sequence[Message], said: Sequence[str], case: Mapping[str, Any], desk: Desk
) -> list[dict[str, Any]]:
    ran = {m.call_id for m in messages if m.speaker is Speaker.TOOL and m.text.startswith("ok")}
    calls = [call for m in messages for call in m.calls if call.id in ran]
    return [_read(call, said, case, desk) for call in calls]


def _read(call: ToolCall, said: Sequence[str], case: Mapping[str, Any], desk: Desk) -> dict[str, Any]:
    employee = desk.ledger.employee(case["me"])
    assert employee is not None, "every case has its person among the employees"
    today = date.fromisoformat(case["today"])
    arguments = _as_resolved(call, desk.situation(employee, today, said))
    if any(p.name == "month" for p in TOOLS[call.tool].parameters):
        arguments.setdefault("month", str(Month.of(today)))
    return {"tool": call.tool, **arguments}


def _as_resolved(call: ToolCall, situation: Situation) -> dict[str, Any]:
    """The arguments as the turn resolved them: with what the person had said, else (an answer) with their own words.

    A call that can no longer be resolved counts with what the model wrote, so that the run goes on.
    """
    written = tuple(str(text) for text in call.arguments.values())
    for said in (situation.said, written):
        try:
            return TOOLS[call.tool].resolve(call.arguments, replace(situation, said=said)).arguments
        except TallyError:
            continue
    return dict(call.arguments)


def _answer(conversation: Conversation, desk: Desk) -> str:
    """Everything that the person would read apart from cards; noted as sent, so that the next turn starts afresh."""
    texts = []
    while due := desk.store.unsent():
        for outgoing in due:
            if outgoing.kind is not Said.CARD:
                texts.append(_text(picture_of(outgoing, desk)))
            desk.store.sent(outgoing.id, outgoing.version, "seen")
    return "\n".join(texts)


def _text(picture: object) -> str:
    return picture.text if isinstance(picture, TextPicture) else str(picture)
