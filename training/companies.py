"""A company around one synthetic dialogue: who speaks, on which day, and which projects and colleagues there are.

The dialogues of the training know nothing of it, as the built-in model reads no system message. Here it is built
backwards: what a call names exists, under a name that the typed one stands for; what code asked about exists as the
options that it gave; what the dialogue creates does not. A few other projects and colleagues stand beside.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain

from bot.domain.ability import EVERY_ABILITY
from bot.domain.timesheet import AbsenceReason, Employee, Entry, Month, Project, Report, ReportState, Role
from bot.errors import TallyError
from bot.ledgers.sample import ABSENCE_REASONS
from bot.ports import Ledger, Standing, Write
from bot.tools.registry import TOOLS
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from training.dialogues import Dialogue, questions
from training.dialogues.slots import people, projects

DOMAIN = "northfield.example"
PHRASES = ("dates", "source", "month", "week")
TRIED_DAYS = 12
"""Days that may be today are tried, and the first on which every date of the dialogue can be read is taken."""
FIRST, DAYS = date(2024, 1, 1), 4 * 365
"""The span of the years that the dialogues name."""


@dataclass(frozen=True)
class Said:
    """One call of a dialogue: its tool, its arguments as typed, and the status that it got."""

    tool: str
    arguments: dict[str, str]
    status: str

    def named(self, argument: str) -> str:
        """The argument, if it was said and code did not have to ask about it."""
        return "" if argument in self.status.split()[1:] else self.arguments.get(argument, "")


class PaperLedger:
    """The port over a few values: enough to make a system message and to run the tools that only look."""

    name = "paper"
    title = "Tally"
    abilities = EVERY_ABILITY

    def __init__(
        self, staff: Sequence[Employee], known: Sequence[Project], entries: Sequence[Entry], submitted: bool
    ) -> None:
        self._staff = sorted(staff, key=lambda e: (e.lastname, e.name))
        self._projects = sorted(known, key=lambda p: p.name)
        self._entries = entries
        self._state = ReportState.SUBMITTED if submitted else ReportState.OPEN

    def snapshot(self) -> Ledger:
        """Itself: it never changes."""
        return self

    def employees(self) -> Sequence[Employee]:
        """See `Ledger.employees`."""
        return self._staff

    def employee(self, email: str) -> Employee | None:
        """See `Ledger.employee`."""
        return next((e for e in self._staff if e.email == email.lower()), None)

    def projects(self) -> Sequence[Project]:
        """See `Ledger.projects`."""
        return self._projects

    def absence_reasons(self) -> Sequence[AbsenceReason]:
        """See `Ledger.absence_reasons`."""
        return ABSENCE_REASONS

    def entries(self, email: str, first: date, last: date) -> Sequence[Entry]:
        """See `Ledger.entries`."""
        return tuple(e for e in self._entries if e.email == email and first <= e.day <= last)

    def report(self, email: str, month: Month) -> Report:
        """See `Ledger.report`: every month is in the same state."""
        return Report(email, month, self._state, tuple(self.entries(email, month.first, month.last)))

    def standing(self, writes: Sequence[Write]) -> Standing:
        """Nothing was ever written."""
        return Standing.NOTHING

    def apply(self, writes: Sequence[Write]) -> None:
        """Nothing is ever written."""
        raise NotImplementedError


def calls_of(dialogue: Dialogue) -> list[Said]:
    """The calls of a dialogue in their order, with their statuses."""
    statuses = {m["tool_call_id"]: m["content"] for m in dialogue.messages if m["role"] == "tool"}
    entries = chain.from_iterable(m.get("tool_calls", ()) for m in dialogue.messages)
    return [Said(e["function"]["name"], e["function"]["arguments"], statuses[e["id"]]) for e in entries]


def situation_of(dialogue: Dialogue, rng: random.Random) -> Situation:
    """Who speaks to whom, when and about what, so that the sentences of the dialogue fit."""
    calls = calls_of(dialogue)
    speaker = _person(people.first(rng.random), people.last(rng.random), _role(calls, rng))
    staff = [speaker, *_colleagues(dialogue, calls, rng)]
    known = _projects(dialogue, calls, staff, rng)
    submitted = any(call.tool == "withdraw_report" for call in calls)
    ledger = PaperLedger(staff, known, (), submitted)
    situation = Situation(speaker, FIRST, lambda first, last: frozenset(), ledger)
    situation = replace(situation, today=_today(calls, situation, rng))
    return replace(situation, ledger=PaperLedger(staff, known, _entries(calls, situation, rng), submitted))


# --- people --------------------------------------------------------------------------------------------------------


def _person(first: str, last: str, role: Role = Role.USER, email: str = "") -> Employee:
    local = "".join(re.findall(r"[a-z0-9.]", f"{first}.{last}".lower().translate(people._ASCII)))
    return Employee((email or f"{local}@{DOMAIN}").lower(), first, last, role)


def _role(calls: Sequence[Said], rng: random.Random) -> Role:
    needing = [c for c in calls if TOOLS[c.tool].admin or (c.tool == "get_report" and "employee" in c.arguments)]
    if any(call.status == "refused" for call in needing):
        return Role.USER
    return Role.ADMIN if needing or rng.random() < 0.1 else Role.USER


def _colleagues(dialogue: Dialogue, calls: Sequence[Said], rng: random.Random) -> list[Employee]:
    hired = {c.arguments.get("name", "").lower() for c in calls if c.tool == "add_employee"}
    typed = (c.named("employee").lower() for c in calls)
    options = (option.lower() for option in _options(dialogue, questions._WHO))
    wanted = dict.fromkeys(chain(typed, options))
    found = [_employee(name, rng) for name in wanted if name not in {"", "me", "moi", *hired}]
    others = [_person(people.first(rng.random), people.last(rng.random)) for _ in range(rng.randint(1, 4))]
    return list({person.email: person for person in (*others, *found)}.values())


def _employee(typed: str, rng: random.Random) -> Employee:
    """Somebody whom the typed name or address stands for."""
    if "@" in typed:
        parts = re.split(r"[.@]", typed)
        return _person(parts[0].capitalize(), _capitals(parts[1]) if "." in typed.split("@")[0] else "", email=typed)
    first, _, last = typed.partition(" ")
    if last:
        return _person(_capitals(first), _capitals(last))
    if first in {name.lower() for name in people.LAST}:
        return _person(people.first(rng.random), _capitals(first))
    return _person(_capitals(first), people.last(rng.random))


# --- projects ------------------------------------------------------------------------------------------------------


def _projects(
    dialogue: Dialogue, calls: Sequence[Said], staff: Sequence[Employee], rng: random.Random
) -> list[Project]:
    speaker = staff[0].email
    created = {text.lower() for c in calls if c.tool == "create_project" for text in c.arguments.values()}
    mine = dict.fromkeys(c.named("project") for c in calls if c.tool in ("add_activities", "delete_entries"))
    theirs = dict.fromkeys(c.named("project") for c in calls if c.tool == "assign_project")
    found: dict[str, Project] = {}
    for option in _options(dialogue, (*questions._UNKNOWN, *questions._UNKNOWN_FR)):
        name, _, code = option.removesuffix(")").partition(" (")
        found[name.lower()] = Project(code or _code(name, rng), name, _client(rng), frozenset({speaker}))
    for typed in (*mine, *theirs):
        if typed and typed.lower() not in created | found.keys():
            assigned = frozenset({speaker} if typed in mine else ())
            found[typed.lower()] = replace(_meant(typed, rng), employees=assigned)
    for _ in range(rng.randint(1, 4)):
        name = projects.title(rng.random)
        if not set(name.lower().split()) & set(" ".join(chain(found, created)).split()):
            members = frozenset({speaker} if rng.random() < 0.7 else {staff[-1].email})
            found[name.lower()] = Project(_code(name, rng), name, _client(rng), members)
    return list({project.code: project for project in reversed(found.values())}.values())


def _meant(typed: str, rng: random.Random) -> Project:
    """A project whose name or code the typed text is."""
    if re.fullmatch(r"[^\W\d]*\d[\w/-]*|[^\W\d]{1,6}[-_/][\w-]+|[A-Z]{2,5}", typed):
        return Project(typed.upper(), projects.title(rng.random), _client(rng))
    return Project(_code(typed, rng), _capitals(typed) if typed.islower() or typed.isupper() else typed, _client(rng))


def _code(name: str, rng: random.Random) -> str:
    letters = "".join(c for c in name.upper() if c.isascii() and c.isalpha())[:3]
    return f"{letters or 'P'}{rng.randint(1, 99)}" if len(letters) < 3 or rng.random() < 0.3 else letters


def _client(rng: random.Random) -> str:
    return projects.company(rng.random) if rng.random() < 0.8 else ""


def _capitals(text: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), text)


def _options(dialogue: Dialogue, asked: Sequence[str]) -> Iterator[str]:
    """The candidates that code named in its questions, which were made of these sentences."""
    patterns = [re.escape(text).replace(r"\{x\}", ".+?").replace(r"\{o\}", "(.+)") for text in asked]
    for message, learnt in zip(dialogue.messages, dialogue.train, strict=True):
        if message["role"] == "assistant" and not learnt:
            found = (re.fullmatch(pattern, message["content"]) for pattern in patterns)
            first = next(filter(None, found), None)
            yield from re.split(", | or | ou ", first[1]) if first else ()


# --- the day -------------------------------------------------------------------------------------------------------


def _today(calls: Sequence[Said], situation: Situation, rng: random.Random) -> date:
    """A working day on which the dates can be read, near those that are read on it."""
    phrases = [(call, key, call.named(key)) for call in calls for key in PHRASES if call.named(key)]
    best, most = FIRST, -1.0
    day = _near(_year(phrases, rng), rng, 180)
    for _ in range(TRIED_DAYS):
        on = replace(situation, today=day)
        days = [read_day(call.tool, key, phrase, on) for call, key, phrase in phrases]
        read = [d for d in days if d is not None]
        score = len(read) + sum(abs((d - day).days) <= 45 for d in read) / 2
        if score > most:
            best, most = day, score
        if score == 1.5 * len(phrases):
            break
        day = _near(rng.choice(read) if read else day, rng, 20) if rng.random() < 0.6 else _near(day, rng, 200)
    return best


def read_day(tool: str, argument: str, phrase: str, situation: Situation) -> date | None:
    """The first day that a phrase stands for, or None if it cannot be read."""
    slot = next(p.slot for p in TOOLS[tool].parameters if p.name == argument)
    try:
        value = slot.read(phrase, situation)
    except TallyError:
        return None
    if isinstance(value, Month):
        return value.first
    return value if isinstance(value, date) else value.days[0]


def _year(phrases: Sequence[tuple[Said, str, str]], rng: random.Random) -> date:
    """Somewhere in a year that is named, or in any."""
    named = re.findall(r"\b20\d\d\b", " ".join(phrase for _, _, phrase in phrases))
    return date(int(named[0]), 7, 1) if named else FIRST + timedelta(days=rng.randrange(DAYS))


def _near(day: date, rng: random.Random, within: int) -> date:
    moved = day + timedelta(days=rng.randint(-within, within))
    return moved - timedelta(days=max(0, moved.weekday() - 4))


def _entries(calls: Sequence[Said], situation: Situation, rng: random.Random) -> list[Entry]:
    """What stands in the speaker's report: the last weeks on one project, and what the dialogue deletes."""
    ledger, email = situation.ledger, situation.email
    mine = [p.code for p in ledger.projects() if email in p.employees]
    standing: dict[date, Entry] = {}
    for back in range(3, 40):
        day = situation.today - timedelta(days=back)
        if mine and day.weekday() < 5:
            standing[day] = Entry(email, day, 100, project=mine[day.isocalendar().week % len(mine)])
    for call in calls:
        if call.tool == "delete_entries" and REPLACES not in call.arguments:
            for day, entry in _deleted(call, situation, mine):
                standing[day] = entry
    return list(standing.values())


def _deleted(call: Said, situation: Situation, mine: Sequence[str]) -> Iterator[tuple[date, Entry]]:
    slots = {p.name: p.slot for p in TOOLS[call.tool].parameters}
    try:
        reading = slots["dates"].read(call.named("dates"), situation)
        project = slots["project"].read(call.named("project"), situation).code if call.named("project") else None
    except TallyError:
        return
    reason = call.arguments.get("reason")
    for day in reading.days:
        code = None if reason else project or next(iter(mine), None)
        if code or reason:
            yield day, Entry(situation.email, day, 100, project=code, reason=reason)
