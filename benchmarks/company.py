"""A company of any size with months of reports: who is in it, what they work on, and what they have reported."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice, product
from random import Random

from bot.domain.calendar import working_days
from bot.domain.timesheet import Employee, Entry, Month, Project, Role
from bot.ledgers.holidays import PublicHolidays
from bot.ledgers.sample import ABSENCE_REASONS, DOMAIN, Company

GIVEN = (
    *("Ada", "Bruno", "Carla", "Dario", "Elena", "Farid", "Gita", "Hugo", "Ines", "Jakob", "Karin", "Leo", "Mina"),
    *("Noor", "Olga", "Paolo", "Quentin", "Rosa", "Samir", "Tessa", "Umberto", "Vera", "Wim", "Yara", "Zoe"),
)
FAMILY = (
    *("Abel", "Berg", "Costa", "Dubois", "Evers", "Fontana", "Garcia", "Hansen", "Ivanov", "Janssen", "Klein", "Lopez"),
    *("Meyer", "Nowak", "Olsen", "Petit", "Quist", "Rossi", "Silva", "Tanaka", "Urban", "Vidal", "Weber", "Young"),
    *("Zimmer", "Arnaud", "Bakker", "Conti", "Delgado", "Engel", "Ferrari", "Girard", "Huber", "Iversen", "Jonker"),
    *("Kowalski", "Lambert", "Moretti", "Nilsen", "Ortega"),
)
BEGINNINGS = ("Bal", "Cor", "Dun", "Fer", "Gal", "Hel", "Jor", "Kel", "Lum", "Mir", "Nar", "Pol", "Ras", "Sil", "Tor")
ENDINGS = (
    *("adon", "beris", "corvo", "dexa", "fino", "grano", "helia", "lanta", "mero", "novia", "pexo", "rado", "sola"),
    *("tivo", "umbra"),
)
PEOPLE_A_PROJECT, PROJECTS_A_PERSON, FEWEST_PROJECTS = 5, 3, 4


def company_of(employees: int, months: int, today: date) -> Company:
    """So many people (1,000 at most), of whom the first is an administrator; a project for every five of them.

    Everybody is on three projects and has reported every working day of the months up to the current one, in which
    nothing stands yet. What is past is submitted, last month only by every other person.
    """
    names = islice(product(FAMILY, GIVEN), employees)
    people = tuple(_employee(n, given, family) for n, (family, given) in enumerate(names))
    projects = _projects(people)
    codes = {p.email: [project.code for project in projects if p.email in project.employees] for p in people}
    past = [Month.of(today).shift(-back) for back in range(months, 0, -1)]
    entries = (e for person in people for e in _entries(person, past, codes[person.email]))
    submitted = ((p.email, m) for n, p in enumerate(people) for m in past if m != past[-1] or n % 2)
    return Company(people, projects, ABSENCE_REASONS, tuple(entries), tuple(submitted))


def _employee(number: int, given: str, family: str) -> Employee:
    role = Role.ADMIN if number == 0 else Role.USER
    return Employee(f"{given}.{family}@{DOMAIN}".casefold(), given, family, role, ("FR", "IE", "DE", "IT")[number % 4])


def _projects(people: tuple[Employee, ...]) -> tuple[Project, ...]:
    count = max(FEWEST_PROJECTS, len(people) // PEOPLE_A_PROJECT)
    names = [begin + end for end, begin in islice(product(ENDINGS, BEGINNINGS), count)]
    on: dict[str, set[str]] = {name: set() for name in names}
    for number, person in enumerate(people):
        for step in range(PROJECTS_A_PERSON):
            on[names[(number + step) % count]].add(person.email)
    return tuple(Project(f"P{n:03d}", name, f"Client {n % 7}", frozenset(on[name])) for n, name in enumerate(names))


def _entries(person: Employee, months: list[Month], codes: list[str]) -> Iterator[Entry]:
    chance = Random(person.email)
    for month in months:
        for day in working_days(month.days, PublicHolidays().between(person.country, month.first, month.last)):
            if chance.random() < 0.75:
                yield Entry(person.email, day, 100, project=chance.choice(codes))
            else:
                one, other = chance.sample(codes, 2)
                yield Entry(person.email, day, 50, project=one)
                yield Entry(person.email, day, 50, project=other)
