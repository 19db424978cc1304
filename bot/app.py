"""The composition root: the only module that names concrete classes and reads settings."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import structlog
from sqlalchemy import Engine, make_url

from bot.handlers.applying import recover
from bot.handlers.assistant import TallyAssistant
from bot.handlers.desk import Desk
from bot.handlers.reminders import remind
from bot.handlers.workers import Workers
from bot.ledgers.holidays import PublicHolidays
from bot.ledgers.local import LocalLedger
from bot.llm.builtin import builtin_model
from bot.llm.llama import LlamaCppModel
from bot.platforms.slack.app import connect, web_client
from bot.platforms.slack.platform import SlackPlatform
from bot.ports import Clock, LanguageModel, Platform
from bot.scheduler import scheduler
from bot.settings import Settings
from bot.store.database import check_version, open_engine, upgrade
from bot.store.store import SqlStore


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present moment in UTC."""
        return datetime.now(UTC)


def set_up_logging(level: str) -> None:
    """One line for each event, on standard error."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),  # whatever it is when a line is written
    )


def open_database(settings: Settings, *, migrate: bool = False) -> Engine:
    """The database of the settings, with its tables checked, or brought up to date first."""
    url = make_url(settings.database_url)
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = open_engine(settings.database_url)
    if migrate:
        upgrade(engine)
    check_version(engine)
    return engine


def load_model(settings: Settings) -> LlamaCppModel:
    """The language model of the settings. Raises ModelFileError when the file is none."""
    path = builtin_model() if settings.model == "builtin" else Path(settings.model).expanduser()
    return LlamaCppModel(
        path,
        context_tokens=settings.model_context,
        gpu_layers=settings.model_gpu_layers,
        threads=settings.model_threads or max(1, (os.cpu_count() or 2) - 1),
        max_tokens=settings.model_max_tokens,
    )


def build_desk(engine: Engine, model: LanguageModel, platforms: Mapping[str, Platform], clock: Clock) -> Desk:
    """The desk over the built-in store and ledger."""
    return Desk(SqlStore(engine), LocalLedger(engine), model, platforms, clock, PublicHolidays())


class Bot:
    """Everything that runs on one machine. `start` returns once it listens; `stop` finishes what is in hand."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        """Put it together; raises SettingsError, ModelFileError or TallyError with what to do."""
        client = web_client(settings.slack_bot_token.get_secret_value(), settings.slack_base_url)
        self.platform = SlackPlatform(client)
        self._engine = open_database(settings, migrate=True)
        self._model = load_model(settings)
        self.desk = build_desk(self._engine, self._model, {self.platform.name: self.platform}, clock)
        self._workers = Workers(self.desk, settings.inbox_threads)
        assistant = TallyAssistant(self.desk, self._workers.wake)
        self._slack = connect(self.platform, settings.slack_app_token.get_secret_value(), assistant, clock)
        self._jobs = scheduler(
            remind=self._remind if settings.reminders else None,
            recover=lambda: recover(self.desk),
        )

    def start(self) -> None:
        """Take up what was left, then listen, then let the clock run."""
        self._workers.start()
        try:
            self._slack.start()
        except BaseException:
            self._workers.stop()
            raise
        self._jobs.start()

    def stop(self) -> None:
        """Hang up, finish what is in hand, free the model."""
        self._jobs.shutdown(wait=True)
        self._slack.stop()
        self._workers.stop()
        self._model.close()
        self._engine.dispose()

    def _remind(self) -> None:
        if remind(self.desk, self.platform):
            self._workers.wake()
