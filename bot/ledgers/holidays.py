"""Public holidays, from the `holidays` package: one answer for each country and year, kept."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import holidays


class PublicHolidays:
    """Implements `bot.ports.Holidays`. A country that the package does not know has none."""

    def between(self, country: str, first: date, last: date) -> frozenset[date]:
        """See `Holidays.between`."""
        years = range(first.year, last.year + 1)
        return frozenset(day for year in years for day in _of_year(country.upper(), year) if first <= day <= last)


@lru_cache(maxsize=1024)
def _of_year(country: str, year: int) -> frozenset[date]:
    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()
