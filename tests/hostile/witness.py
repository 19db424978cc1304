"""A witness of what the bot does: it remembers what was said and shown, looks into the ledger's tables, and objects.

It judges by its own means: pieces of messages whose meaning was written down by hand, rows of the database, and the
text of the cards that were shown. It calls none of the code whose promises it checks.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Engine, MetaData

from bot.domain.card import Card, CardLine
from bot.domain.conversation import Person
from bot.domain.proposal import Proposal, ProposalState
from bot.domain.timesheet import Entry, Month, Project
from bot.errors import ModelError, UserFacingError
from bot.exports.exporter import MonthExporter
from bot.handlers.assistant import TallyAssistant
from bot.handlers.desk import Desk
from bot.handlers.inbox import work_off_one
from bot.handlers.outbox import send_some
from bot.ledgers.holidays import PublicHolidays
from bot.ledgers.local import LocalLedger
from bot.platforms.slack.blocks import layout
from bot.ports import InboxEvent, Picture, TextPicture
from bot.store.store import SqlStore
from tests.fakes import FakeClock, FakePlatform
from tests.hostile.aftermath import Told, watch
from tests.hostile.answers import HostileModel, Reply
from tests.hostile.happenings import Changes, Clicks, Edits, Event, Passes, Says, StartsOver
from tests.hostile.judging import (
    CLAIM,
    Rows,
    Written,
    changes,
    check_said,
    days_shown,
    interpreted,
    is_noted,
    looks_like_a_call,
    promises,
    shown_before,
)
from tests.hostile.words import ANA, BEN, COMPANY, EVE, PEOPLE, Piece

LEDGER = ("employees", "projects", "assignments", "entries", "reports")
ENTRIES = tuple(
    Entry(email, date(2026, 11, day), percent, project="APO")
    for email in (ANA, BEN, EVE)
    for day, percent in ((12, 100), (13, 50), (17, 50), (20, 25))
)
SUBMITTED = tuple((email, Month(2026, 10)) for email in (ANA, BEN, EVE))
UNSEEN = frozenset({"id", "proposal_id", "part"})
OWN_REPORT = frozenset(
    ("add_activities", "add_absence", "delete_entries", "copy_entries", "submit_report", "withdraw_report")
)
WINDOW = 6  # messages whose words count
LONGEST_ANSWER = 3_000


@dataclass
class Witness:
    """The bot with people around it, on a database that is emptied first."""

    engine: Engine
    reads_tools: bool = True
    turns: int = 0
    seen: set[str] = field(default_factory=set)
    waiting: frozenset[str] = frozenset()
    pictures: dict[str, Picture] = field(default_factory=dict)
    proposed: Counter[str] = field(default_factory=Counter)
    said: dict[str, list[Piece]] = field(default_factory=lambda: defaultdict(list))
    unsure: Counter[str] = field(default_factory=Counter)
    messages: list[Told] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._empty()
        self.ledger = LocalLedger(self.engine)
        self.ledger.load(replace(COMPANY, entries=ENTRIES, submitted=SUBMITTED))
        self.store = SqlStore(self.engine)
        self.model = HostileModel(reads_tools=self.reads_tools)
        people = {id_: Person(id_, email) for id_, email in PEOPLE.items()}
        self.platform = FakePlatform(people)
        self.clock = FakeClock(datetime(2026, 11, 18, 9, 0, tzinfo=UTC))
        self.desk = Desk(
            self.store, self.ledger, self.model, {"fake": self.platform}, self.clock, PublicHolidays(),
            MonthExporter("Acme"),
        )  # fmt: skip
        self.assistant = TallyAssistant(self.desk, lambda: None)
        self._numbers = itertools.count(1)
        self.stood = self.rows()

    def _empty(self) -> None:
        tables = MetaData()
        tables.reflect(self.engine)
        with self.engine.begin() as connection:
            for table in reversed(tables.sorted_tables):
                if table.name != "alembic_version":
                    connection.execute(table.delete())

    # --- what happens ---------------------------------------------------------------------------------------------

    def witness(self, event: Event) -> None:
        """Let something happen, and object to what must not come of it."""
        before = self.stood
        posted = self._shown()
        said = len(self.model.said)
        shown = {p.id: p for p in self.platform.posted.values() if isinstance(p, Card)}
        match event:
            case Says():
                self._say(event)
                assert self.rows() == before, "the ledger changed without a click"
                self._check_answer(event, posted, said)
            case Clicks():
                self._click(event, before, shown)
            case Edits():
                self._edit(event, before)
            case Changes() | StartsOver() | Passes():
                watch(self, event)
                assert self.rows() == before, "the ledger changed without a click"
        self.stood = self.rows()
        if self._shown() != posted:
            self._check_proposals()
        self._check_pictures()

    def _say(self, event: Says) -> None:
        self.turns += 1
        self.model.relentless = event.relentless
        self.messages.append(Told(event.person, f"M{self.turns}"))
        self.hear(self.messages[-1], event.said, event.answers)

    def hear(self, told: Told, said: Piece, answers: Sequence[Reply], **payload: Any) -> None:
        """Words come in, new ones or changed ones; they count unless the model broke."""
        owner = PEOPLE[told.person]
        self.said[owner].append(said)
        self.model.script, self.model.broke = list(answers), False
        asked, waited = self.model.asked, {p.id for p in self.pending()}
        self.happen("message", told.person, text=said.text, ref=told.ref, **payload)
        if self.model.broke:
            self.said[owner].pop()
        elif payload and self.model.asked == asked:
            self.unsure[owner] += 1  # either code answered these words, or it said that their day stands as it is
        came = [p for p in self.pending() if p.id not in waited]
        told.came.update(p.id for p in came)
        if said.about - {owner}:
            own = [p for p in came if p.tool in OWN_REPORT]
            assert not own, f"on {owner}'s card: {said.text!r} -> {own}"

    def happen(self, kind: str, person: str, **payload: Any) -> None:
        """Let an event come in, and everything that comes of it."""
        lane = f"D-{person}"
        content = {"address": {"channel": lane}, **payload}
        self.store.receive(InboxEvent(f"E{next(self._numbers)}", "fake", kind, lane, person, content, self.clock.now()))
        while work_off_one(self.desk):
            pass
        while any(isinstance(answer, ModelError) for answer in self.model.failed):
            self.model.failed.clear()
            while work_off_one(self.desk):  # a model that was away is back at the next attempt
                pass
        while send_some(self.desk):
            pass

    def pending(self) -> list[Proposal]:
        """What waits, of everybody."""
        found = self.store.proposals(states=(ProposalState.PENDING,))
        return sorted(found, key=lambda p: (p.created_at, p.card_id, p.line))

    def _click(self, event: Clicks, before: Rows, shown: dict[str, Card]) -> None:
        waiting = self.pending()
        if not waiting:
            return
        proposal = waiting[event.line % len(waiting)]
        owner = next(id_ for id_, email in PEOPLE.items() if email == proposal.owner)
        person = owner if event.by_owner else next(id_ for id_ in PEOPLE if id_ != owner)
        card = shown[proposal.card_id]
        revision = card.revision if event.verb == "approve_all" else proposal.revision
        self.model.script, self.model.relentless = list(event.answers), False
        said = len(self.model.said)
        posted = self._shown()
        self.happen(
            "decision", person, verb=event.verb, card_id=proposal.card_id, proposal_id=proposal.id,
            revision=revision - 1 if event.stale else revision,
        )  # fmt: skip
        after = self.rows()
        if not event.by_owner or event.stale or event.verb in ("decline", "dance"):
            assert after == before, "written by a click that does not count"
            assert event.verb != "dance" or self.store.proposal(proposal.id) == proposal, "decided by a dance"
            return
        everything = event.verb == "approve_all"
        lines = [line for line in card.lines if everything or line.proposal_id == proposal.id]
        partners = {number for line in lines for number in line.with_lines}
        lines += [line for line in card.lines if line.number in partners and line not in lines]
        written = [line for line in lines if line.outcome is None and self._is_applied(line.proposal_id)]
        self._check_as_shown(changes(before, after), written, proposal.owner)
        self._check_unbroken(event.answers, self._new_texts(posted))
        self._check_claims(self.model.said[said:], self._new_texts(posted))

    def _is_applied(self, proposal_id: str) -> bool:
        found = self.store.proposal(proposal_id)
        return found is not None and found.state is ProposalState.APPLIED

    def _edit(self, event: Edits, before: Rows) -> None:
        waiting = self.pending()
        if not waiting:
            return
        proposal = waiting[event.line % len(waiting)]
        owner = next(id_ for id_, email in PEOPLE.items() if email == proposal.owner)
        person = owner if event.by_owner else next(id_ for id_ in PEOPLE if id_ != owner)
        values = dict(event.values)
        known = self.platform.person(person)
        try:
            self.assistant.form(proposal.id, proposal.revision, known)
        except UserFacingError:
            assert not event.by_owner
        checked = self.assistant.check_form(proposal.id, proposal.revision, known, values, "")
        if checked.accepted:
            assert event.by_owner
            self.happen(
                "decision", person, verb="edit", card_id=proposal.card_id, proposal_id=proposal.id,
                revision=proposal.revision, values=values,
            )  # fmt: skip
            self.seen |= {p.id for p in self.pending()}
            now = self.store.proposal(proposal.id)
            assert now is not None
            if now.state is ProposalState.APPLIED:
                self._check_edited(now, before, values)
                return
        assert self.rows() == before, "written by a form that does not count"

    def _check_edited(self, proposal: Proposal, before: Rows, values: dict[str, str]) -> None:
        """What a form wrote says what the form said."""
        done = changes(before, self.rows())
        for _, (_, row) in done:
            for name, value in (("percent", "percent"), ("day", "dates"), ("project", "project")):
                assert (
                    value not in values
                    or dict(row).get(name, "None") == "None"
                    or str(dict(row).get(name)) in values[value].split(",")
                ), (done, values)

    # --- what was shown -------------------------------------------------------------------------------------------

    def _shown(self) -> set[str]:
        return set(self.platform.posted)

    def _new_texts(self, posted: set[str]) -> list[TextPicture]:
        new = [p for id_, p in self.platform.posted.items() if id_ not in posted]
        return [p for p in new if isinstance(p, TextPicture)]

    def _check_answer(self, event: Says, posted: set[str], said: int) -> None:
        new = [p for id_, p in self.platform.posted.items() if id_ not in posted]
        assert new, f"no answer to {event.said.text!r}"
        texts = self._new_texts(posted)
        self._check_unbroken(event.answers, texts)
        if any(isinstance(p, Card) for p in new):
            return
        if event.said.names_something:
            assert any(is_noted(t) for t in texts), f"no note: {event.said.text!r} -> {new}"
        self._check_claims(self.model.said[said:], texts)

    def _check_unbroken(self, answers: Sequence[Reply], texts: Sequence[TextPicture]) -> None:
        """Only a model that refused or broke makes the bot say that something went wrong."""
        broke = any(isinstance(a, Exception) for a in answers)
        assert broke or not any("went wrong" in t.text for t in texts), "the bot stumbled"

    def _check_claims(self, by_model: Sequence[str], texts: Sequence[TextPicture]) -> None:
        """The model's own words that claim a change stand above code's line."""
        for shown in texts:
            own = [t for t in by_model if t.strip() and t.strip()[:40] in shown.text]
            if own and CLAIM.search(shown.text):
                assert shown.note, f"a claim without code's line: {shown.text[:80]!r}"

    def _check_pictures(self) -> None:
        for id_, picture in self.platform.posted.items():
            if self.pictures.get(id_) == picture:
                continue
            self.pictures[id_] = picture
            if isinstance(picture, TextPicture):
                assert len(picture.text) <= LONGEST_ANSWER, "endless words"
                assert not looks_like_a_call(picture.text), f"posted as words: {picture.text[:200]!r}"
            drawn = layout(picture)
            marked = "\n".join([drawn.text, *interpreted(drawn.blocks)])
            assert not re.search(r"<[!@#]", marked), f"somebody is called: {marked}"

    # --- what was proposed ----------------------------------------------------------------------------------------

    def _check_proposals(self) -> None:
        pending = self.pending()
        for proposal in pending:
            if proposal.id not in self.seen:
                self.seen.add(proposal.id)
                self.proposed[proposal.tool] += 1
                window = WINDOW + self.unsure[proposal.owner]
                check_said(proposal, [*self._corrected(proposal), *self.said[proposal.owner][-window:]])
        self.waiting = frozenset(p.id for p in pending)

    def _corrected(self, proposal: Proposal) -> list[Piece]:
        """What cards had shown in whose place this proposal comes: it was said, however long ago, and checked then."""
        gone = self.store.proposals(conversation_id=proposal.conversation_id, states=(ProposalState.SUPERSEDED,))
        return [shown_before(p) for p in gone if p.id in self.waiting]

    # --- the ledger's own tables ----------------------------------------------------------------------------------

    def rows(self) -> Rows:
        """Everything that stands in the ledger, without ids."""
        found: Rows = Counter()
        with closing(self.engine.raw_connection()) as connection:
            for table in LEDGER:
                cursor = connection.cursor().execute(f"SELECT * FROM {table}")
                names = [column[0] for column in cursor.description]
                for row in cursor.fetchall():
                    told = [(k, str(v)) for k, v in zip(names, row, strict=True) if k not in UNSEEN]
                    found[table, tuple(sorted(told))] += 1
        return found

    def _check_as_shown(self, done: Written, lines: Sequence[CardLine], owner: str) -> None:
        """What was written is what these lines of the card showed: all of it, and nothing else."""
        left = {line.proposal_id for line in lines}
        for sign, (table, row) in done:
            told = dict(row)
            subject = self.title_of(
                told.get("project") if told.get("project") not in (None, "None") else told.get("reason", "")
            )
            kept = [line for line in lines if promises(line, sign, table, told, subject)]
            assert kept, f"not on the card: {sign} {table} {told} of {lines}"
            assert table != "entries" or told["email"] == owner
            left -= {line.proposal_id for line in kept}
        assert not left, f"on the card and not written: {lines} {done}"
        days = {date.fromisoformat(dict(row)["day"]) for _, (table, row) in done if table == "entries"}
        assert days == frozenset().union(*(days_shown(line.days) for line in lines)), f"{lines} {done}"

    def title_of(self, code: str) -> str:
        """How a card names a project or a reason."""
        reasons = {r.code: r.label for r in COMPANY.absence_reasons}
        known: dict[str, Project] = {p.code: p for p in self.ledger.projects()}
        return known[code].title if code in known else reasons.get(code, code)
