"""An office: a company's people in the stand-in for Slack, in a process of its own, and the bot connected to it.

Everything is real but Slack itself and, where a figure leaves the model out, the model: SQLite in a file with the
shipped pragmas, the ledger, the workers, Bolt over a websocket, the Web API over HTTP on this machine.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import requests
from pydantic import SecretStr
from slack_sdk import WebClient

from bot.app import build_desk, open_database, set_up_logging
from bot.demo import sandbox_person
from bot.handlers.assistant import TallyAssistant
from bot.handlers.desk import Desk
from bot.handlers.workers import Workers
from bot.ledgers.local import LocalLedger
from bot.ledgers.sample import Company
from bot.platforms.slack.app import connect, web_client
from bot.platforms.slack.platform import SlackPlatform
from bot.ports import LanguageModel, Picture
from bot.settings import Settings

ROOT = Path(__file__).parents[1]
PATIENCE = 60  # seconds
NOW = datetime(2026, 11, 18, 9, tzinfo=UTC)  # a Wednesday


class StoppedClock:
    """It is always NOW: "monday" means the same day in every run."""

    def now(self) -> datetime:
        """NOW."""
        return NOW


@dataclass
class Stopwatch:
    """From the moment Bolt hands over an event until the message that answers it is posted; one event at a time."""

    arrived: float = 0.0
    posted: float = 0.0
    posting: float = 0.0

    def __post_init__(self) -> None:
        self._done = threading.Event()

    def arrival(self, next_: Callable[[], object]) -> None:
        """A Bolt middleware: the event is here."""
        self.arrived = time.perf_counter()
        next_()

    def has_posted(self, posting: float) -> None:
        """The answer to chat.postMessage is here; it took `posting` seconds."""
        self.posted, self.posting = time.perf_counter(), posting
        self._done.set()

    def wait(self) -> None:
        """Until something was posted since the last time."""
        if not self._done.wait(PATIENCE):
            raise TimeoutError("the bot did not answer")
        self._done.clear()


class TimedSlack(SlackPlatform):
    """Slack with a stopwatch that is stopped when a message is posted."""

    def __init__(self, client: WebClient, stopwatch: Stopwatch) -> None:
        super().__init__(client)
        self.stopwatch = stopwatch

    def post(self, address: Mapping[str, str], message_id: str, picture: Picture) -> str:
        """Post, and say so."""
        began = time.perf_counter()
        ref = super().post(address, message_id, picture)
        self.stopwatch.has_posted(time.perf_counter() - began)
        return ref


@dataclass(frozen=True)
class Office:
    """The bot at work: its desk, its platform, and what its people write."""

    desk: Desk
    platform: TimedSlack
    url: str
    browser: requests.Session

    def say(self, person: int, text: str) -> Stopwatch:
        """Have the nth person write something; the stopwatch once the bot has posted an answer."""
        say(self.url, self.browser, person, text)
        self.platform.stopwatch.wait()
        return self.platform.stopwatch


def say(url: str, browser: requests.Session, person: int, text: str) -> dict[str, Any]:
    """Write to the bot as the nth person (from 1), on the stand-in's page; the message."""
    answer = browser.post(f"{url}/sandbox/people/U{person}/say", json={"text": text}, timeout=PATIENCE)
    answer.raise_for_status()
    message: dict[str, Any] = answer.json()
    return message


@contextmanager
def stand_in(folder: Path, company: Company) -> Iterator[str]:
    """The stand-in for Slack in a process of its own, with the company's people; its address."""
    people = folder / "people.json"
    people.write_text(json.dumps([asdict(sandbox_person(n, e)) for n, e in enumerate(company.employees, start=1)]))
    command = [sys.executable, "-m", "sandbox", "--port", "0", "--people", str(people)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        try:
            assert child.stdout is not None, "its standard output is a pipe"
            yield child.stdout.readline().split()[1].rstrip("/")
        finally:
            child.terminate()


def settings_of(folder: Path, url: str) -> Settings:
    """A database in the folder, and the stand-in instead of Slack."""
    return Settings(
        slack_bot_token=SecretStr("xoxb-sandbox"),
        slack_app_token=SecretStr("xapp-sandbox"),
        slack_base_url=f"{url}/api/",
        database_url=f"sqlite:///{folder / 'tally.db'}",
        reminders=False,
    )


@contextmanager
def open_office(folder: Path, company: Company, model: LanguageModel) -> Iterator[Office]:
    """The bot with this model, working for this company."""
    set_up_logging("ERROR")
    with stand_in(folder, company) as url, requests.Session() as browser:
        settings = settings_of(folder, url)
        engine = open_database(settings, migrate=True)
        LocalLedger(engine).load(company)
        platform = TimedSlack(web_client("xoxb-sandbox", settings.slack_base_url), Stopwatch())
        desk = build_desk(engine, model, {platform.name: platform}, StoppedClock())
        workers = Workers(desk, settings.inbox_threads)
        connection = connect(platform, "xapp-sandbox", TallyAssistant(desk, workers.arrived), desk.clock)
        connection.app.use(platform.stopwatch.arrival)
        workers.start()
        connection.start()
        try:
            yield Office(desk, platform, url, browser)
        finally:
            connection.stop()
            workers.stop()
            engine.dispose()
