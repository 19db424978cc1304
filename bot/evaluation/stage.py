"""What stands in for the outside while cases are played: a clock that is told the time, a platform without a wire."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from bot.domain.conversation import Person
from bot.domain.timesheet import Employee
from bot.ports import Home, Picture


class FixedClock:
    """A clock that only moves when it is told to."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        """The moment it was set to."""
        return self._now

    def advance(self, by: timedelta) -> None:
        """Move on."""
        self._now += by


class CaseHolidays:
    """The public holidays that a case lists, in every country."""

    def __init__(self, days: frozenset[date]) -> None:
        self._days = days

    def between(self, country: str, first: date, last: date) -> frozenset[date]:
        """Those from `first` to `last`."""
        return frozenset(day for day in self._days if first <= day <= last)


class SilentPlatform:
    """The `Platform` port without a wire: a person's id is the e-mail, and nothing is shown to anybody."""

    name = "evaluation"

    def __init__(self, employees: Sequence[Employee]) -> None:
        self._people = {e.email: Person(e.email, e.email, e.full_name) for e in employees}

    def person(self, person_id: str) -> Person:
        """Who this is."""
        return self._people.get(person_id, Person(person_id, person_id))

    def person_by_email(self, email: str) -> Person | None:
        """Who has this e-mail."""
        return self._people.get(email)

    def direct_address(self, person: Person) -> Mapping[str, str]:
        """The only place there is for a person."""
        return {"channel": person.id}

    def lane(self, address: Mapping[str, str]) -> str:
        """One conversation for each person."""
        return address["channel"]

    def post(self, address: Mapping[str, str], message_id: str, picture: Picture) -> str:
        """Nothing is posted."""
        return message_id

    def update(self, address: Mapping[str, str], ref: str, message_id: str, picture: Picture) -> None:
        """Nothing is repainted."""

    def find(self, address: Mapping[str, str], message_id: str) -> str | None:
        """Nothing was posted."""
        return None

    def status(self, address: Mapping[str, str], text: str) -> None:
        """Nobody looks."""

    def keep_status(self) -> None:
        """Nobody looks."""

    def preview(self, address: Mapping[str, str], text: str) -> None:
        """Nobody looks."""

    def publish_home(self, home: Home) -> None:
        """Nobody looks."""
