"""The demo: a sample company on this machine, talking to a local stand-in for Slack instead of to Slack itself."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from pydantic import SecretStr

from bot.app import open_database
from bot.domain.timesheet import Employee
from bot.ledgers.local import LocalLedger
from bot.ledgers.sample import sample_company
from bot.settings import Settings
from bot.words import say

ZONES = {"FR": ("Europe/Paris", "en-GB"), "IE": ("Europe/Dublin", "en-IE"), "DE": ("Europe/Berlin", "en-GB"),
         "IT": ("Europe/Rome", "fr-FR")}  # fmt: skip
"""Of each country, the time zone and the language of Slack: one colleague has hers in French."""


@dataclass(frozen=True)
class SandboxPerson:
    """A person as the sandbox reads it."""

    id: str
    name: str
    real_name: str
    email: str
    tz: str
    locale: str
    is_admin: bool
    title: str


def prepare_demo(folder: Path, port: int, *, fresh: bool) -> tuple[Settings, Path]:
    """Make the demo's database with the sample company (unless it is there) and the sandbox's list of people."""
    if fresh and folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    settings = Settings(
        slack_bot_token=SecretStr("xoxb-sandbox"),
        slack_app_token=SecretStr("xapp-sandbox"),
        slack_base_url=f"http://127.0.0.1:{port}/api/",
        database_url=f"sqlite:///{folder / 'tally.db'}",
        ledger="local",
        company="Brightwater",
    )
    company = sample_company(date.today())
    engine = open_database(settings, migrate=True)
    ledger = LocalLedger(engine)
    if not ledger.employees():
        ledger.load(company)
    people = [asdict(sandbox_person(n, e)) for n, e in enumerate(ledger.employees(), start=1)]
    engine.dispose()
    file = folder / "people.json"
    file.write_text(json.dumps(people, ensure_ascii=False, indent=1), encoding="utf-8")
    return settings, file


def sandbox_person(number: int, employee: Employee) -> SandboxPerson:
    """An employee of the ledger as a member of the stand-in's workspace."""
    zone, locale = ZONES.get(employee.country, ("Europe/Paris", "en-GB"))
    handle = employee.email.split("@")[0]
    title = say("demo-administrator") if employee.is_admin else say("demo-employee")
    return SandboxPerson(
        f"U{number}", handle, employee.full_name, employee.email, zone, locale, employee.is_admin, title
    )
