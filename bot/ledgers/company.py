"""A company in a JSON file, for filling the built-in ledger (docs/company.md describes it)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bot.domain.timesheet import AbsenceReason, Employee, Project, Role
from bot.errors import SettingsError
from bot.ledgers.sample import ABSENCE_REASONS, Company
from bot.words import say


def read_company(path: Path) -> Company:
    """The company that a file describes. Raises SettingsError that says what is wrong with it."""
    try:
        return _company(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise SettingsError(say("company-unreadable", path=str(path), why=error.strerror or "")) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SettingsError(say("company-malformed", path=str(path), why=repr(error))) from error


def _company(described: dict[str, Any]) -> Company:
    reasons = [AbsenceReason(r["code"], r["label"]) for r in described.get("absence_reasons", ())]
    return Company(
        employees=tuple(_employee(e) for e in described["employees"]),
        projects=tuple(
            Project(p["code"], p["name"], p.get("client", ""), frozenset(p.get("employees", ())))
            for p in described["projects"]
        ),
        absence_reasons=tuple(reasons) or ABSENCE_REASONS,
    )


def _employee(described: dict[str, Any]) -> Employee:
    role = Role(described.get("role", "user"))
    return Employee(described["email"], described["name"], described["lastname"], role, described.get("country", "FR"))
