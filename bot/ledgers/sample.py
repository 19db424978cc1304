"""A company to try Tally with: the same people and projects always, and entries that end shortly before today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from bot.domain.calendar import working_days
from bot.domain.proposal import entry_order
from bot.domain.timesheet import AbsenceReason, Employee, Entry, Month, Project, Role
from bot.ledgers.holidays import PublicHolidays

DAYS_LEFT_OPEN = 3  # working days up to today that nobody has filled in yet
DOMAIN = "brightwater.example"

EMPLOYEES = (
    Employee(f"amina.haddad@{DOMAIN}", "Amina", "Haddad", Role.ADMIN, "FR"),
    Employee(f"lucas.moreau@{DOMAIN}", "Lucas", "Moreau", Role.USER, "FR"),
    Employee(f"niamh.byrne@{DOMAIN}", "Niamh", "Byrne", Role.USER, "IE"),
    Employee(f"jonas.keller@{DOMAIN}", "Jonas", "Keller", Role.USER, "DE"),
    Employee(f"sofia.marchetti@{DOMAIN}", "Sofia", "Marchetti", Role.USER, "IT"),
)
FORGETFUL = frozenset({f"lucas.moreau@{DOMAIN}", f"jonas.keller@{DOMAIN}"})

PROJECTS = (
    ("APO", "Apollo", "Northwind", ("amina.haddad", "lucas.moreau", "niamh.byrne")),
    ("ZEP", "Zephyr", "Bluepeak", ("amina.haddad", "lucas.moreau", "jonas.keller", "sofia.marchetti")),
    ("ORI", "Orion", "Halvorsen", ("niamh.byrne", "jonas.keller", "sofia.marchetti")),
    ("MER", "Meridian", "Brightwater", ("amina.haddad", "lucas.moreau", "jonas.keller")),
)

ABSENCE_REASONS = (
    AbsenceReason("paid_leave", "Paid leave"),
    AbsenceReason("rtt", "RTT"),
    AbsenceReason("sick", "Sick leave"),
)


@dataclass(frozen=True)
class Company:
    """What a ledger can be filled with; `submitted` names the months, by e-mail, that cannot be changed any more."""

    employees: tuple[Employee, ...]
    projects: tuple[Project, ...]
    absence_reasons: tuple[AbsenceReason, ...]
    entries: tuple[Entry, ...] = ()
    submitted: tuple[tuple[str, Month], ...] = ()


def sample_company(today: date) -> Company:
    """Five people and three months up to `today`; the same day gives the same company.

    The month before last is full and submitted, last month is full but for two days of the forgetful, and this month
    lacks the last working days of everybody.
    """
    projects = tuple(
        Project(code, name, client, frozenset(f"{who}@{DOMAIN}" for who in assigned))
        for code, name, client, assigned in PROJECTS
    )
    entries = (entry for person in EMPLOYEES for entry in _entries(person, projects, today))
    submitted = tuple((person.email, Month.of(today).shift(-2)) for person in EMPLOYEES)
    return Company(EMPLOYEES, projects, ABSENCE_REASONS, tuple(sorted(entries, key=entry_order)), submitted)


def _entries(person: Employee, projects: tuple[Project, ...], today: date) -> Iterator[Entry]:
    chance = Random(person.email)
    codes = [project.code for project in projects if person.email in project.employees]
    this_month = Month.of(today)
    before_last, last, current = (_working(person, this_month.shift(back)) for back in (-2, -1, 0))
    leave = chance.randrange(len(before_last) - 3)
    absent = dict.fromkeys(before_last[leave : leave + 3], "paid_leave") | {chance.choice(last): "sick"}
    if person.country == "FR":
        absent[chance.choice(before_last[:leave] or before_last[leave + 3 :])] = "rtt"
    gaps = set(chance.sample(last, 2)) if person.email in FORGETFUL else set()
    done = [day for day in current if day <= today][:-DAYS_LEFT_OPEN]
    for day in (*before_last, *last, *done):
        if day not in gaps:
            yield from _one_day(person.email, day, absent.get(day), codes, chance)


def _working(person: Employee, month: Month) -> tuple[date, ...]:
    return working_days(month.days, PublicHolidays().between(person.country, month.first, month.last))


def _one_day(email: str, day: date, reason: str | None, codes: list[str], chance: Random) -> Iterator[Entry]:
    if reason is not None:
        yield Entry(email, day, 100, reason=reason)
    elif chance.random() < 0.75:
        yield Entry(email, day, 100, project=chance.choice(codes))
    else:
        share = chance.choice((25, 50))
        one, other = chance.sample(codes, 2)
        yield Entry(email, day, share, project=one)
        yield Entry(email, day, 100 - share, project=other)
