"""A workplace: the sample company's people in the sandbox, with the whole bot connected to it over a real WebSocket.

The bot's clock stands still on a Wednesday, so "monday" always means the same day; the sandbox's clock stands still
too, so no acknowledgement is ever late on a busy machine. Nothing sleeps: whoever waits, waits for a condition.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.app import Bot, on_slack, open_database
from bot.demo import sandbox_person
from bot.ledgers.local import LocalLedger
from bot.ledgers.sample import DOMAIN, Company, sample_company
from bot.settings import Settings
from sandbox.clock import Cancel, ManualClock
from sandbox.driver import PersonAtDesk, Sandbox, running_sandbox
from tests.fakes import FakeClock

WEDNESDAY = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
PATIENCE = 30  # seconds after which a wait is given up; what is waited for comes within one or two
SOFIA = f"sofia.marchetti@{DOMAIN}"  # her Slack speaks French
LUCAS, NIAMH = f"lucas.moreau@{DOMAIN}", f"niamh.byrne@{DOMAIN}"
GUEST = {"id": "U99", "name": "guest", "real_name": "Gus Guest", "email": "gus@elsewhere.example"}

HANGING = 3600.0  # seconds that a call of the Web API takes when a scenario lets it hang

Message = dict[str, Any]


class StoppedClock(ManualClock):
    """Time that stands still unless a scenario lets it pass; it can be waited for that a call hangs."""

    def __init__(self, start: float) -> None:
        super().__init__(start)
        self._hanging = threading.Event()

    def call_later(self, seconds: float, callback: Callable[[], None]) -> Cancel:
        """Set a timer, on the sandbox's own thread."""
        cancel = super().call_later(seconds, callback)
        if seconds == HANGING:
            self._hanging.set()
        return cancel

    def wait_for_hanging_call(self) -> None:
        """Return once a call hangs that was not waited for before."""
        assert self._hanging.wait(PATIENCE), "no call hangs"
        self._hanging.clear()


@contextmanager
def sandbox_of(company: Company, clock: StoppedClock, *guests: Mapping[str, str]) -> Iterator[Sandbox]:
    """The sandbox with the company's people, and guests whom its ledger does not know.

    At its end nothing may have been refused by it (a block over a limit, say), or have failed before a person's eyes.
    """
    people = [asdict(sandbox_person(n, employee)) for n, employee in enumerate(company.employees, start=1)]
    with running_sandbox([*people, *guests], clock=clock) as sandbox:
        yield sandbox
        assert sandbox.problems == []


def settings_for(sandbox: Sandbox, folder: Path, company: Company) -> Settings:
    """What a bot needs to work at this sandbox. Its database lies in the folder, with the company in its ledger."""
    settings = Settings(
        slack_bot_token=SecretStr(sandbox.bot_token),
        slack_app_token=SecretStr(sandbox.app_token),
        slack_base_url=sandbox.api_url,
        database_url=f"sqlite:///{folder / 'tally.db'}",
        model="builtin",
        model_threads=1,
        reminders=False,
    )
    engine = open_database(settings, migrate=True)
    LocalLedger(engine).load(company)
    engine.dispose()
    return settings


DECIDING = {"approve", "approve_all", "edit", "decline"}


class Colleague:
    """An employee at their desk: what they say, click and see."""

    def __init__(self, desk: PersonAtDesk) -> None:
        self.desk = desk

    def card(self, text: str) -> Message:
        """Say something that leads to a card; the card."""
        return self.new_card(after=self.desk.say(text))

    def new_card(self, *, after: Message | None = None) -> Message:
        """The newest card that can be decided, once there is one below `after`."""
        since = after["ts"] if after else ""
        return self.desk.wait_for(lambda m: m["ts"] > since and "approve" in buttons(m), PATIENCE)

    def answer(self, text: str) -> Message:
        """Say something that is answered in words; the answer."""
        said = self.desk.say(text)
        return self.desk.wait_for(lambda m: m["ts"] > said["ts"] and is_answer(m), PATIENCE)

    def now(self, message: Message, condition: Callable[[Message], Any]) -> Message:
        """The same message as it stands once the condition is true."""
        return self.desk.wait_for(lambda m: m["ts"] == message["ts"] and condition(m), PATIENCE)

    def decided(self, card: Message) -> Message:
        """The card in its final state: nothing is left to decide."""
        return self.now(card, lambda m: not DECIDING & set(buttons(m)))

    def edit(self, card: Message) -> dict[str, Any]:
        """Click Edit; the modal that opens."""
        assert self.desk.click("edit", card) == "acknowledged"
        view: dict[str, Any] = self.desk.wait_until(lambda desk: desk.view, PATIENCE)
        return view

    @property
    def cards(self) -> list[Message]:
        """Every card in the conversation, decided or not."""
        return [m for m in self.desk.messages() if is_answer(m) and "You said:" in words(m)]


class Workplace:
    """The company in the sandbox, and the bot."""

    def __init__(self, sandbox: Sandbox, sandbox_clock: StoppedClock, settings: Settings, now: datetime) -> None:
        self.sandbox = sandbox
        self.sandbox_clock = sandbox_clock
        self.clock = FakeClock(now)
        self.bot = Bot(settings, self.clock, on_slack(settings, self.clock))
        self.bot.start()
        sandbox.wait_for_connection(PATIENCE)

    def colleague(self, email: str) -> Colleague:
        """An employee by e-mail."""
        return Colleague(desk_of(self.sandbox, email))

    @property
    def lucas(self) -> Colleague:
        """Works on Apollo, Zephyr and Meridian; has reported nothing since Monday."""
        return self.colleague(LUCAS)

    def entries(self, first: date, last: date | None = None, email: str = LUCAS) -> list[tuple[str, str, int]]:
        """What stands in the ledger from the first day to the last: day, project or absence, percent."""
        found = self.bot.desk.ledger.entries(email, first, last or first)
        return [(f"{entry.day:%a %d}", entry.subject, entry.percent) for entry in found]

    def jump(self, to: datetime) -> None:
        """Let time pass, for the bot and for the sandbox."""
        self.sandbox_clock.advance((to - self.clock.time).total_seconds())
        self.clock.time = to

    def close(self) -> None:
        """Stop the bot."""
        self.bot.stop()


@contextmanager
def open_workplace(folder: Path, now: datetime = WEDNESDAY, *guests: Mapping[str, str]) -> Iterator[Workplace]:
    """A workplace as of that moment."""
    company, clock = sample_company(now.date()), StoppedClock(now.timestamp())
    with sandbox_of(company, clock, *guests) as sandbox:
        workplace = Workplace(sandbox, clock, settings_for(sandbox, folder, company), now)
        try:
            yield workplace
        finally:
            workplace.close()


def desk_of(sandbox: Sandbox, email: str) -> PersonAtDesk:
    """The desk of the person with this e-mail address."""
    return sandbox.person(next(p.id for p in sandbox.standin.workspace.people if p.email == email))


def is_answer(message: Message) -> bool:
    """True for what the bot's outbox sent, as opposed to a preview of it."""
    return bool((message.get("metadata") or {}).get("event_type") == "tally_message")


def buttons(message: Message) -> list[str]:
    """The action ids of the buttons that can be clicked."""
    rows = [block for block in message.get("blocks") or [] if block["type"] == "actions"]
    return [element["action_id"] for row in rows for element in row["elements"]]


def words(surface: Message) -> str:
    """Every text that a person reads in a message or a view, one below the other."""
    return "\n".join(_texts(surface.get("blocks"))).replace("\u00a0", " ")


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for one in part:
            yield from _texts(one)
    elif isinstance(part, dict):
        for name, one in part.items():
            if name == "text" and isinstance(one, str):
                yield one
            else:
                yield from _texts(one)
