"""The composition root: the only module that names concrete classes and reads settings."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Generic, Protocol, TextIO, TypeVar
from urllib.parse import urlsplit

import structlog
from sqlalchemy import Engine

from bot.domain.reminder import REMINDER_HOUR
from bot.domain.timesheet import Employee
from bot.errors import SettingsError
from bot.exports.exporter import MonthExporter
from bot.handlers.applying import recover
from bot.handlers.assistant import TallyAssistant
from bot.handlers.desk import Desk
from bot.handlers.expiry import expire
from bot.handlers.inbox import HANDLERS
from bot.handlers.reminders import remind
from bot.handlers.workers import Workers
from bot.ledgers.holidays import PublicHolidays
from bot.ledgers.local import LocalLedger
from bot.ledgers.v2.client import V2Client
from bot.ledgers.v2.ledger import v2_ledger
from bot.llm.builtin import COMFORTABLE_TOKENS, SEQUENCES, builtin_model
from bot.llm.fitting import free_memory
from bot.llm.llama import LlamaCppModel
from bot.llm.server.engine import ServerModel, ServerSettings
from bot.llm.server.wire import Patience
from bot.platforms.console.chat import Chat
from bot.platforms.console.platform import ConsolePlatform
from bot.platforms.slack.app import SlackConnection, connect, web_client
from bot.platforms.slack.platform import SlackPlatform
from bot.platforms.slack.tokens import check_app_token
from bot.ports import Assistant, Clock, LanguageModel, Ledger, Platform
from bot.scheduler import scheduler
from bot.settings import Settings
from bot.store.database import check_version, open_engine, upgrade
from bot.store.lock import hold_alone
from bot.store.store import SqlStore
from bot.warming import warm_up_soon
from bot.words import say


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present moment in UTC."""
        return datetime.now(UTC)


def set_up_logging(level: str, to: TextIO | None = None) -> None:
    """One line for each event, into `to`, or on standard error."""
    # Its warnings name the address of what is tried again, and with it whose report that is.
    logging.getLogger("urllib3.connectionpool").setLevel(logging.ERROR)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        # Standard error is whatever it is when a line is written.
        logger_factory=lambda *_: structlog.PrintLogger(to or sys.stderr),
    )


def open_database(settings: Settings, *, migrate: bool = False) -> Engine:
    """The database of the settings, with its tables checked, or brought up to date first."""
    engine = open_engine(settings.database_url)
    if migrate:
        upgrade(engine)
    check_version(engine)
    return engine


def load_model(settings: Settings, on_progress: Callable[[float], None] | None = None) -> LlamaCppModel | ServerModel:
    """The language model of the settings. Raises ModelFileError when the file is none, and SettingsError."""
    return model_server(settings) if settings.model_url else model_file(settings, on_progress)


def model_server(settings: Settings) -> ServerModel:
    """The model behind the server of the settings. Raises SettingsError when it is not the right one, or not said."""
    if settings.model != "builtin":
        raise SettingsError(say("model-server-or-file"))
    model = ServerModel(
        ServerSettings(
            url=api_root(settings.model_url),
            name=settings.model_name,
            key=settings.model_key.get_secret_value(),
            context_tokens=settings.model_context if "model_context" in settings.model_fields_set else None,
            max_tokens=settings.model_max_tokens,
            request=settings.model_request,
            patience=Patience(silent_s=settings.model_timeout_s),
        )
    )
    try:
        model.check()
    except BaseException:
        model.close()
        raise
    return model


def api_root(url: str) -> str:
    """The address below which OpenAI's API is: where only a machine is named, `/v1` of it. Raises SettingsError."""
    parts = urlsplit(url.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SettingsError(say("model-server-no-url", url=url))
    return url.strip().rstrip("/") + ("" if parts.path.strip("/") else "/v1")


def model_file(settings: Settings, on_progress: Callable[[float], None] | None = None) -> LlamaCppModel:
    """The model in the file of the settings; `on_progress` is told how much of it is loaded, 0 to 1.

    Raises ModelFileError when the file is none.
    """
    if urlsplit(settings.model).scheme in ("http", "https"):
        raise SettingsError(say("model-server-in-model", url=settings.model))
    is_builtin = settings.model == "builtin"
    path = builtin_model() if is_builtin else Path(settings.model).expanduser()
    return LlamaCppModel(
        path,
        context_tokens=settings.model_context,
        sequences=settings.model_sequences or (SEQUENCES if is_builtin else 0),
        free_memory=free_memory(),
        cache_type=settings.model_cache,
        gpu_layers=settings.model_gpu_layers,
        threads=settings.model_threads or max(1, (os.cpu_count() or 2) - 1),
        max_tokens=settings.model_max_tokens,
        comfortable_tokens=COMFORTABLE_TOKENS if is_builtin else None,
        patience_s=settings.model_patience_s,
        on_progress=on_progress,
    )


def load_ledger(settings: Settings, engine: Engine, clock: Clock) -> Ledger:
    """The ledger of the settings. Raises SettingsError when it is not said where it is."""
    if settings.ledger == "local":
        return LocalLedger(engine)
    if urlsplit(settings.ledger_url).scheme not in ("http", "https"):
        raise SettingsError(say("v2-no-url"))
    client = V2Client(settings.ledger_url, settings.ledger_timeout_s)
    return v2_ledger(client, settings.ledger_country, engine, clock, settings.ledger_timeout_s)


def build_desk(
    engine: Engine,
    model: LanguageModel,
    platforms: Mapping[str, Platform],
    clock: Clock,
    ledger: Ledger | None = None,
    company: str = "",
    reminder_hour: int = REMINDER_HOUR.hour,
) -> Desk:
    """The desk over the built-in store, and the built-in ledger where no other one is given."""
    store, ledger = SqlStore(engine, platforms), ledger or LocalLedger(engine)
    exporter = MonthExporter(company)
    return Desk(store, ledger, model, platforms, clock, PublicHolidays(), exporter, time(reminder_hour))


def employees(settings: Settings) -> Sequence[Employee]:
    """Everybody in the ledger of the settings. Raises TallyError, before it migrates, while a bot works on it."""
    with ExitStack() as afterwards:
        holder = open_engine(settings.database_url)
        afterwards.callback(holder.dispose)
        afterwards.callback(hold_alone(holder))
        engine = open_database(settings, migrate=True)
        afterwards.callback(engine.dispose)
        return load_ledger(settings, engine, SystemClock()).employees()


class Connection(Protocol):
    """What brings in what happens on a platform."""

    def start(self) -> None:
        """Begin to listen; returns at once."""
        ...

    def stop(self) -> None:
        """Hang up; what is in hand is finished."""
        ...


C = TypeVar("C", bound=Connection)


@dataclass(frozen=True)
class Joining(Generic[C]):
    """A chat system that the bot takes part in, and how it is listened to once there is an assistant to call."""

    platform: Platform
    connect: Callable[[Assistant], C]


def on_slack(settings: Settings, clock: Clock) -> Joining[SlackConnection]:
    """Slack, with the tokens of the settings. Raises SettingsError for what is no token, before a model is loaded."""
    app_token = settings.slack_app_token.get_secret_value()
    client = web_client(settings.slack_bot_token.get_secret_value(), settings.slack_base_url)
    check_app_token(app_token)
    platform = SlackPlatform(client)
    return Joining(platform, lambda assistant: connect(platform, app_token, assistant, clock))


def on_console(platform: ConsolePlatform, clock: Clock) -> Joining[Chat]:
    """A terminal, with the person who sits at it."""
    return Joining(platform, lambda assistant: Chat(platform, assistant, clock, frozenset(HANDLERS)))


class Bot(Generic[C]):
    """Everything that runs on one machine. `start` returns once it listens; `stop` finishes what is in hand."""

    def __init__(
        self,
        settings: Settings,
        clock: Clock,
        joining: Joining[C],
        on_progress: Callable[[float], None] | None = None,
    ) -> None:
        """Put it together; `on_progress` is told how much of the model is loaded, 0 to 1.

        Raises SettingsError, ModelFileError or TallyError with what to do.
        """
        self.platform = joining.platform
        self._let_go = hold_alone(open_engine(settings.database_url))
        self._engine = open_database(settings, migrate=True)
        self.model = load_model(settings, on_progress)
        ledger = load_ledger(settings, self._engine, clock)
        platforms = {self.platform.name: self.platform}
        more = settings.company, settings.reminder_hour
        self.desk = build_desk(self._engine, self.model, platforms, clock, ledger, *more)
        self._workers = Workers(self.desk, settings.inbox_threads)
        assistant = TallyAssistant(self.desk, self._workers.arrived)
        self.connection = joining.connect(assistant)
        self._jobs = scheduler(
            remind=self._remind if settings.reminders else None,
            recover=lambda: recover(self.desk),
            expire=self._expire,
            keep_status=self.platform.keep_status,
        )

    def start(self) -> None:
        """Take up what was left, then listen, then let the clock run."""
        self._workers.start()
        warm_up_soon(self.model, self.desk)
        try:
            self.connection.start()
        except BaseException:
            self._workers.stop()
            raise
        self._jobs.start()

    def stop(self) -> None:
        """Hang up, finish what is in hand, free the model."""
        self._jobs.shutdown(wait=True)
        self.connection.stop()
        self._workers.stop()
        self.model.close()
        self._engine.dispose()
        self._let_go()

    def _expire(self) -> None:
        if expire(self.desk):
            self._workers.wake()

    def _remind(self) -> None:
        if remind(self.desk, self.platform):
            self._workers.wake()
