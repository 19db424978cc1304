"""What the stand-in for the v2 API holds, and its rules: it refuses whatever deviates from the facts about that API
(unknown fields, other types, another way to write a date, two months in one request, a day of more than 100 %).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

STEP, FULL_DAY = 25, 100
REASONS = ("RTT", "Conges", "Maladie")
WHOLE_PROJECT = ("code", "name", "client", "date")
ENTRIES = ("employeeEmail", "year", "month", "activities")
ABSENCE = ("title", "percentage", "type", "date", "reason")


class Unacceptable(Exception):
    """The request deviates from the facts: status 400, and why."""


@dataclass
class Line:
    """One stored part of a day; `group` is the project under which the report shows it."""

    email: str
    day: date
    percent: int
    group: str
    reason: str | None = None


@dataclass
class Company:
    """Everything that the server holds. Only one request at a time looks at it."""

    employees: list[dict[str, str]] = field(default_factory=list)
    projects: dict[str, dict[str, Any]] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)

    # --- reading ----------------------------------------------------------------------------------------------------

    def project_list(self, user: str | None) -> list[dict[str, Any]]:
        return [p for p in self.projects.values() if user is None or user in (p["employees"] or ())]

    def project(self, code: str) -> dict[str, Any]:
        if code not in self.projects:
            raise Unacceptable(f"unknown project {code}")
        return self.projects[code]

    def report(self, email: str, year: str, month: str) -> dict[str, Any]:
        self._known(email)
        mine = [line for line in self.lines if line.email == email and f"{line.day:%Y-%m}" == f"{year}-{month}"]
        groups: dict[str, list[dict[str, Any]]] = {}
        for line in mine:
            groups.setdefault(line.group, []).append(_shown(line))
        activities = [{"projectCode": code, "activities": shown} for code, shown in groups.items()]
        return {"month": int(month), "year": int(year), "employeeEmail": email, "activities": activities}

    # --- writing ----------------------------------------------------------------------------------------------------

    def put_project(self, body: Any) -> dict[str, Any]:
        wanted = {**_fields(body, WHOLE_PROJECT, optional=("employees",))}
        for name in WHOLE_PROJECT:
            _text(wanted, name)
        _iso(wanted["date"])
        people = wanted.get("employees")
        if people is not None:
            require(isinstance(people, list) and all(isinstance(e, str) for e in people), "employees is a list")
            for email in people:
                self._known(email)
        self.projects[wanted["code"]] = {**wanted, "employees": people}
        return self.projects[wanted["code"]]

    def add_employee(self, body: Any) -> dict[str, Any]:
        wanted = dict(_fields(body, ("email", "name", "lastname", "role")))
        require(all(isinstance(value, str) and value for value in wanted.values()), "every field is text")
        require(wanted["role"] in ("admin", "user"), "role is admin or user")
        require(all(e["email"] != wanted["email"] for e in self.employees), "there is already such an employee")
        self.employees.append(wanted)
        return wanted

    def add_entries(self, body: Any) -> dict[str, Any]:
        wanted = _fields(body, ENTRIES)
        email, year, month = (_text(wanted, name) for name in ENTRIES[:3])
        self._known(email)
        require(bool(re.fullmatch(r"\d{4}", year) and re.fullmatch(r"0[1-9]|1[0-2]", month)), "year YYYY, month MM")
        items = wanted["activities"]
        require(isinstance(items, list) and bool(items), "activities is a list")
        kinds = {kind for item in items for kind in ("absences", "projects") if isinstance(item, dict) and kind in item}
        require(len(kinds) == 1, "activities or absences, not both")
        new = [self._line(email, item) for item in items]
        require(all(f"{line.day:%Y-%m}" == f"{year}-{month}" for line in new), "one month in a request")
        self._check_days([*self.lines, *new], email)
        self.lines += new
        return self.report(email, year, month)

    def _line(self, email: str, item: Any) -> Line:
        if isinstance(item, dict) and "absences" in item:
            (part,) = _one(_fields(item, ("absences",))["absences"])
            _fields(part, ABSENCE)
            require(part["reason"] in REASONS and part["title"] == part["reason"], f"reasons are {REASONS}")
            require(part["type"] == "Absence", "type is Absence")
            return Line(email, _iso(part["date"]), _percent(part["percentage"]), "", part["reason"])
        _fields(item, ("projectCode", "projects"))
        (part,) = _one(item["projects"])
        _fields(part, ("name", "percentage", "date", "project"))
        code = _fields(part["project"], ("code",))["code"]
        require(code == item["projectCode"] == part["name"], "one project in an item")
        self.project(code)
        return Line(email, _iso(part["date"]), _percent(part["percentage"]), code)

    def _check_days(self, lines: list[Line], email: str) -> None:
        totals: Counter[date] = Counter()
        for line in lines:
            if line.email == email:
                totals[line.day] += line.percent
        require(all(total <= FULL_DAY for total in totals.values()), "a day never holds more than 100 %")

    def _known(self, email: str) -> None:
        require(any(e["email"] == email for e in self.employees), "unknown employee")


def _shown(line: Line) -> dict[str, Any]:
    shown: dict[str, Any] = {"date": line.day.isoformat(), "percentage": line.percent}
    if line.reason:
        return {**shown, "type": "Absence", "title": line.reason, "reason": line.reason}
    return {**shown, "type": "Project", "title": line.group}


def require(condition: bool, why: str) -> None:
    """Refuse the request unless the condition holds."""
    if not condition:
        raise Unacceptable(why)


def _fields(body: Any, names: tuple[str, ...], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    require(isinstance(body, dict), "an object is wanted")
    require(set(names) <= set(body) <= {*names, *optional}, f"the fields are {names}, not {tuple(body)}")
    found: dict[str, Any] = body
    return found


def _one(parts: Any) -> list[Any]:
    require(isinstance(parts, list) and len(parts) == 1, "one part in an item")
    found: list[Any] = parts
    return found


def _text(body: dict[str, Any], name: str) -> str:
    require(isinstance(body[name], str), f"{name} is text")
    return str(body[name])


def _iso(text: Any) -> date:
    require(isinstance(text, str) and bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text)), "a date is YYYY-MM-DD")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Unacceptable("there is no such day") from None


def _percent(percent: Any) -> int:
    right = type(percent) is int and percent in range(STEP, FULL_DAY + 1, STEP)
    require(right, "25 % steps")
    return int(percent)


def stored_project(code: str, name: str, client: str, employees: list[str] | None) -> dict[str, Any]:
    """A project as the server keeps it."""
    return {"code": code, "name": name, "client": client, "date": "2020-01-01", "employees": employees}


def stored_employee(email: str, name: str, lastname: str, role: str) -> dict[str, str]:
    """Somebody as the server keeps them."""
    return {"email": email, "name": name, "lastname": lastname, "role": role}
