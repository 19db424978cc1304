"""Of "wed or thu next week" one is meant: both are offered, and "thu" is the thursday of that week."""

from __future__ import annotations

from datetime import date

import pytest

from bot.tools.open_days import chosen_days, open_days

TODAY = date(2026, 11, 18)
CHRISTMAS = [date(2026, 12, 25)]


def november(*days: int) -> tuple[date, ...]:
    """Days of the month that is spoken in."""
    return tuple(date(2026, 11, day) for day in days)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("sick wed or thu", november(18, 19)),
        ("kitchen audit wed or thu next week, client havent confirm", november(25, 26)),
        ("gull on monday or maybe on tuesday", november(16, 17)),
        ("malade jeudi ou bien vendredi", november(19, 20)),
        ("malade jeudi ou vendredi de la semaine prochaine", november(26, 27)),
        ("off on the 23rd or the 24th", november(23, 24)),
        ("today or tomorrow, gull", november(18, 19)),
        ("mon or tue or wed", november(16, 17, 18)),
        ("sick wed and thu", ()),
        ("sick wed", ()),
        ("gull monday, sick wed or thu", november(18, 19)),
        ("mon to wed or thu to fri", ()),
        ("wed or thu, no wait thu", ()),
        ("gull or anchor on monday", ()),
        ("", ()),
    ],
)
def test_the_days_that_are_left_open(text: str, days: tuple[date, ...]) -> None:
    """None where one of them is said again without the other, or where they are more than days."""
    assert open_days(text, TODAY, CHRISTMAS) == days


@pytest.mark.parametrize(
    ("phrase", "choice", "days", "chosen"),
    [
        ("thu", november(25, 26), november(19), november(26)),
        ("jeudi", november(25, 26), november(19), november(26)),
        ("wed and thu", november(25, 26), november(18, 19), november(25, 26)),
        ("fri", november(25, 26), november(20), ()),
        ("thu and fri", november(25, 26), november(19, 20), ()),
        ("26 november", november(25, 26), november(26), ()),
        ("thu this week", november(25, 26), november(19), ()),
        ("thu", (), november(19), ()),
        ("monday", november(16, 23), november(16), ()),
    ],
)
def test_a_bare_weekday_chooses_among_them(
    phrase: str, choice: tuple[date, ...], days: tuple[date, ...], chosen: tuple[date, ...]
) -> None:
    """Where it names one of them and no other day; a whole date needs nobody's help."""
    assert chosen_days(phrase, choice, days) == chosen
