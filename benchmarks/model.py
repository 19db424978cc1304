"""What the built-in model takes for a tool call."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure, Size, percentiles
from benchmarks.models import TimedModel
from benchmarks.office import NOW, settings_of
from bot.app import build_desk, load_model, open_database
from bot.evaluation.stage import FixedClock, SilentPlatform
from bot.handlers.desk import Desk
from bot.handlers.inbox import work_off_one
from bot.ledgers.local import LocalLedger
from bot.ledgers.sample import sample_company
from bot.ports import InboxEvent

SENTENCES = ("apollo on monday", "zephyr tuesday and wednesday, half days", "forget it", "sick on friday")
QUESTION = "what can you do?"
FIRST_WORDS_MS, ONE_CALL_TURN_MS = 150, 400


def tool_call(size: Size) -> tuple[Figure, ...]:
    """An answer of the built-in model that calls tools: how long it takes, and how many tokens are sampled for a call.

    Whole turns of one conversation, as it grows, through the store and the handlers; timed are the model's answer,
    from the prompt as messages to the parsed calls, and the whole turn; then questions that are answered in words, up
    to the first of them. What a prompt shares with the one before is not computed again. A token counts as sampled
    when the model chose it; what the tools' schema leaves no choice in is appended without the model.
    """
    with tempfile.TemporaryDirectory() as folder:
        settings = settings_of(Path(folder), "http://127.0.0.1:9")
        engine = open_database(settings, migrate=True)
        ledger = LocalLedger(engine)
        company = sample_company(NOW.date())
        ledger.load(company)
        model = TimedModel(load_model(settings))
        platform = SilentPlatform(company.employees)
        desk = build_desk(engine, model, {platform.name: platform}, FixedClock(NOW))
        turns = []
        for turn in range(-1, size.model_turns):
            if turn == 0:
                model.forget()
                turns.clear()
            answered = len(model.seconds)
            took = _turn(desk, company.employees[0].email, turn, SENTENCES[turn % len(SENTENCES)])
            turns += [took] * (len(model.seconds) - answered)
        for turn in range(size.model_turns):
            _turn(desk, company.employees[1].email, size.model_turns + turn, QUESTION)
        model.model.close()
        engine.dispose()
    return (
        *percentiles("tool call by the built-in model", model.seconds),
        *percentiles("message to stored card with the built-in model", turns, p50=ONE_CALL_TURN_MS),
        *percentiles("first words of an answer", model.first_words, p50=FIRST_WORDS_MS),
        Figure("tokens sampled per call, mean", statistics.fmean(model.sampled), "tokens"),
        Figure("tokens written per call, mean", statistics.fmean(model.written), "tokens"),
    )


def _turn(desk: Desk, email: str, number: int, text: str) -> float:
    """Let somebody say it; answers the seconds until everything that comes of it is stored."""
    payload = {"text": text, "address": {"channel": email}}
    desk.store.receive(InboxEvent(f"e{number}", "evaluation", "message", email, email, payload, NOW))
    began = time.perf_counter()
    work_off_one(desk)
    return time.perf_counter() - began
