"""From nothing to a bot that listens, and the memory that it takes at most."""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests

from benchmarks.figures import Figure, Size
from benchmarks.office import NOW, PATIENCE, ROOT, say, settings_of, stand_in
from bot.app import open_database
from bot.ledgers.local import LocalLedger
from bot.ledgers.sample import Company, sample_company
from bot.platforms.slack.platform import EVENT_TYPE
from bot.settings import Settings

START_S, MEMORY_MB = 5, 400
SENTENCES = ("apollo on monday", "zephyr tuesday and wednesday, half days", "show my report", "sick on friday", "hello")


def start_and_memory(size: Size) -> tuple[Figure, ...]:
    """`tally run` with the built-in model: from the start of the process until it listens, and its peak memory.

    The process is started against the stand-in, with a migrated database that holds the sample company; the clock
    stops when it says that it is listening, which it does once the websocket to Slack is open. The median of three
    starts. The memory is the peak resident size of that process (VmHWM of Linux) after 20 turns with people.
    """
    with tempfile.TemporaryDirectory() as folder:
        company = sample_company(NOW.date())
        with stand_in(Path(folder), company) as url:
            settings = settings_of(Path(folder), url)
            _load(settings, company)
            starts = [_start(settings) for _ in range(size.starts - 1)]
            seconds, megabytes = _memory(settings, url, size.turns_for_memory)
    return (
        Figure("start to ready", statistics.median([*starts, seconds]), "s", START_S),
        Figure(f"peak memory, {size.turns_for_memory} turns", megabytes, "MB", MEMORY_MB),
    )


def _load(settings: Settings, company: Company) -> None:
    engine = open_database(settings, migrate=True)
    LocalLedger(engine).load(company)
    engine.dispose()


def _start(settings: Settings) -> float:
    with _running(settings) as (seconds, _):
        return seconds


def _memory(settings: Settings, url: str, turns: int) -> tuple[float, float]:
    with _running(settings) as (seconds, process), requests.Session() as browser:
        for turn in range(turns):
            _turn(url, browser, SENTENCES[turn % len(SENTENCES)])
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
        peak = re.search(r"VmHWM:\s+(\d+) kB", status)
        assert peak is not None, "Linux notes the peak of a process"
        return seconds, int(peak[1]) * 1024 / 1e6


@contextmanager
def _running(settings: Settings) -> Iterator[tuple[float, int]]:
    """`tally run` in a process of its own: how long it took to be ready, and its number."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "bot", "run"]
    environment = {**os.environ, **_environment(settings), "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "default"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=environment, cwd=Path(settings.database_url[10:]).parent
    ) as child:
        try:
            assert child.stdout is not None, "its standard output is a pipe"
            assert "listening" in child.stdout.readline()
            yield time.perf_counter() - began, child.pid
        finally:
            child.terminate()
            child.communicate()


def _environment(settings: Settings) -> dict[str, str]:
    return {
        "TALLY_SLACK_BOT_TOKEN": settings.slack_bot_token.get_secret_value(),
        "TALLY_SLACK_APP_TOKEN": settings.slack_app_token.get_secret_value(),
        "TALLY_SLACK_BASE_URL": settings.slack_base_url,
        "TALLY_DATABASE_URL": settings.database_url,
        "TALLY_REMINDERS": "false",
        "TALLY_LOG_LEVEL": "ERROR",
    }


def _turn(url: str, browser: requests.Session, text: str) -> None:
    """Say something as the first person, and wait for what the outbox answers."""
    with browser.get(f"{url}/sandbox/live", stream=True, timeout=PATIENCE) as live:
        changes = live.iter_lines(chunk_size=1)
        next(changes)  # from here on, everything is told
        said = say(url, browser, 1, text)
        for line in changes:
            change = json.loads(line.removeprefix(b"data: ")) if line.startswith(b"data: ") else {"kind": ""}
            if change["kind"] == "message" and _answers(change["value"], str(said["ts"])):
                return
    raise TimeoutError(f"no answer to {text!r}")


def _answers(message: Any, ts: str) -> bool:
    metadata = message.get("metadata")
    return isinstance(metadata, dict) and metadata.get("event_type") == EVENT_TYPE and str(message["ts"]) > ts
