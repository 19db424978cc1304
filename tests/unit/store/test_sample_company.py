"""The sample company is a plausible one, the same every time, and leaves something to fill in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.domain.calendar import missing_percent, working_days
from bot.domain.timesheet import Month, ReportState
from bot.ledgers.holidays import PublicHolidays
from bot.ledgers.local import LocalLedger
from bot.ledgers.sample import FORGETFUL, sample_company
from bot.store.database import open_engine, upgrade

TODAY = date(2026, 11, 18)
EVERY_DAY_OF_A_YEAR = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An engine on a migrated database."""
    engine = open_engine(f"sqlite:///{tmp_path / 'tally.db'}")
    upgrade(engine)
    yield engine
    engine.dispose()


def test_the_same_day_gives_the_same_company() -> None:
    """A demo can be repeated, and what is written about it stays true."""
    assert sample_company(TODAY) == sample_company(TODAY)


@pytest.mark.parametrize("today", EVERY_DAY_OF_A_YEAR[::13])
def test_the_sample_keeps_the_rules_of_a_report(today: date) -> None:
    """On any day: at most 100 % a day, steps of 25, assigned projects, working days, nothing after today."""
    company = sample_company(today)
    assigned = {(project.code, email) for project in company.projects for email in project.employees}
    country = {person.email: person.country for person in company.employees}
    percent: Counter[tuple[str, date]] = Counter()
    for entry in company.entries:
        percent[entry.email, entry.day] += entry.percent
        assert entry.reason or (entry.project, entry.email) in assigned
        holidays = PublicHolidays().between(country[entry.email], entry.day, entry.day)
        assert working_days([entry.day], holidays)
        assert entry.day <= today
    assert set(percent.values()) == {100}


def test_everybody_works_on_two_or_three_projects_and_one_is_admin() -> None:
    """Enough to choose from, so that a question about “my project” has to be asked."""
    company = sample_company(TODAY)
    for person in company.employees:
        assert sum(person.email in project.employees for project in company.projects) in (2, 3)
    assert sum(person.is_admin for person in company.employees) == 1


def test_the_months_are_in_the_states_that_a_demo_needs(engine: Engine) -> None:
    """September is submitted; October lacks two days of the forgetful; November lacks everybody's last days."""
    ledger = LocalLedger(engine)
    ledger.load(sample_company(TODAY))
    for person in ledger.employees():
        holidays = PublicHolidays().between(person.country, date(2026, 9, 1), TODAY)

        def missing(month: Month, email: str = person.email, holidays: frozenset[date] = holidays) -> list[date]:
            days = [day for day in month.days if day <= TODAY]
            return [day for day, _ in missing_percent(ledger.report(email, month).entries, days, holidays)]

        september, october, november = (Month(2026, month) for month in (9, 10, 11))
        assert missing(september) == []
        assert ledger.report(person.email, september).state is ReportState.SUBMITTED
        assert len(missing(october)) == (2 if person.email in FORGETFUL else 0)
        assert ledger.report(person.email, october).state is ReportState.OPEN
        assert missing(november) == [date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 18)]


def test_loading_again_adds_nothing(engine: Engine) -> None:
    """The demo may be started again on the same database: what was reported meanwhile stays, once."""
    ledger = LocalLedger(engine)
    for today in (TODAY, TODAY, TODAY + timedelta(days=40)):
        ledger.load(sample_company(today))
    company = sample_company(TODAY)
    assert len(ledger.employees()) == len(company.employees)
    assert sum(len(ledger.entries(who.email, date.min, date.max)) for who in company.employees) == len(company.entries)


def test_public_holidays_are_those_of_the_country() -> None:
    """Both days are included, years are crossed, and the case of the country's code does not matter."""
    holidays = PublicHolidays()
    assert holidays.between("FR", date(2026, 11, 11), date(2027, 1, 1)) == {
        date(2026, 11, 11),
        date(2026, 12, 25),
        date(2027, 1, 1),
    }
    assert date(2026, 7, 14) not in holidays.between("DE", date(2026, 7, 1), date(2026, 7, 31))
    assert holidays.between("fr", date(2026, 7, 14), date(2026, 7, 14)) == {date(2026, 7, 14)}


def test_an_unknown_country_has_no_holidays() -> None:
    """A typo in a ledger's country code does not stop anybody from reporting."""
    assert PublicHolidays().between("ZZ", date(2026, 1, 1), date(2026, 12, 31)) == frozenset()
