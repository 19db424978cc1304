"""Times whole turns: from an event in the inbox to the committed card, with the model of the settings.

    make bench        (python -m benchmarks.turns --turns 60)

Real store (SQLite file, durable commits), real ledger, real phrases, real model; no network.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bot.app import build_desk, load_model, open_database
from bot.evaluation.stage import FixedClock, SilentPlatform
from bot.handlers.desk import Desk
from bot.handlers.inbox import work_off_one
from bot.ledgers.local import LocalLedger
from bot.ledgers.sample import sample_company
from bot.ports import InboxEvent, LanguageModel
from bot.settings import Settings

SENTENCES = ("apollo on monday", "zephyr tuesday and wednesday, half days", "forget it", "sick on friday")
NOW = datetime(2026, 11, 18, 9, tzinfo=UTC)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=60)
    turns = parser.parse_args().turns
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(database_url=f"sqlite:///{Path(folder) / 'bench.db'}")
        began = time.perf_counter()
        model = load_model(settings)
        print(f"model loaded in {time.perf_counter() - began:.2f} s")
        seconds = sorted(_run(settings, model, turns))
    print(f"{turns} turns, event to committed card or answer, model included:")
    print(f"  p50 {1000 * statistics.median(seconds):.0f} ms   p95 {1000 * seconds[int(0.95 * turns)]:.0f} ms")
    print(f"  slowest {1000 * seconds[-1]:.0f} ms")


def _run(settings: Settings, model: LanguageModel, turns: int) -> list[float]:
    engine = open_database(settings, migrate=True)
    ledger = LocalLedger(engine)
    company = sample_company(NOW.date())
    ledger.load(company)
    platform = SilentPlatform(company.employees)
    desk = build_desk(engine, model, {platform.name: platform}, FixedClock(NOW))
    email = company.employees[0].email
    seconds = [_turn(desk, email, number) for number in range(turns)]
    engine.dispose()
    return seconds


def _turn(desk: Desk, email: str, number: int) -> float:
    payload = {"text": SENTENCES[number % len(SENTENCES)], "address": {"channel": email}}
    began = time.perf_counter()
    desk.store.receive(InboxEvent(f"e{number}", "evaluation", "message", email, email, payload, NOW))
    work_off_one(desk)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
