"""Phrases as weeks and months, and whether a text speaks of days."""

from datetime import date

import pytest

from bot.phrases import PhraseError, is_weekdays, mentions_day, read_month, read_week

TODAY = date(2026, 5, 20)


@pytest.mark.parametrize(
    ("phrase", "month"),
    [
        ("october", (2026, 10)), ("november", (2025, 11)), ("last month", (2026, 4)), ("this month", (2026, 5)),
        ("next month", (2026, 6)), ("octobre", (2026, 10)), ("2026-10", (2026, 10)), ("10/2026", (2026, 10)),
        ("mois dernier", (2026, 4)), ("le mois dernier", (2026, 4)), ("my june report", (2026, 6)),
        ("june 2025", (2025, 6)), ("the report of march", (2026, 3)), ("mon rapport de juin", (2026, 6)),
        ("last month's report", (2026, 4)), ("today", (2026, 5)), ("last week", (2026, 5)), ("3 june", (2026, 6)),
        ("june's timesheet", (2026, 6)), ("this month so far", (2026, 5)), ("decembre", (2025, 12)),
        ("the month of may", (2026, 5)), ("janvier 2026", (2026, 1)), ("last december", (2025, 12)),
        ("jully", (2026, 7)),
    ],
)  # fmt: skip
def test_a_month_is_read_from_a_phrase(phrase: str, month: tuple[int, int]) -> None:
    """A month is named by itself, with words about reports around it, or by a day or week in it."""
    assert read_month(phrase, TODAY) == month


@pytest.mark.parametrize("phrase", ["", "report", "some month", "june and july", "this year", "10", "apollo"])
def test_what_names_no_single_month_is_refused(phrase: str) -> None:
    """No month, two months or a bare number are asked back."""
    with pytest.raises(PhraseError):
        read_month(phrase, TODAY)


@pytest.mark.parametrize(
    ("phrase", "monday"),
    [
        ("next week", "2026-05-25"), ("week 20", "2026-05-11"), ("semaine 12", "2026-03-16"), ("week 2", "2026-01-05"),
        ("the week of 3 march", "2026-03-02"), ("3 march", "2026-03-02"), ("saturday", "2026-05-18"),
        ("last week", "2026-05-11"), ("la semaine prochaine", "2026-05-25"), ("mon to wed", "2026-05-18"),
    ],
)  # fmt: skip
def test_a_week_is_the_monday_it_begins_with(phrase: str, monday: str) -> None:
    """A week is named by itself or by days in it."""
    assert read_week(phrase, TODAY) == date.fromisoformat(monday)


@pytest.mark.parametrize("phrase", ["may", "last two weeks", "whenever", "week 60"])
def test_what_is_not_one_week_is_refused(phrase: str) -> None:
    """A month is no week, and neither is nonsense."""
    with pytest.raises(PhraseError):
        read_week(phrase, TODAY)


@pytest.mark.parametrize(
    "text",
    ["apollo on monday", "I was sick yesterday", "put me on the 3rd", "submit my june report", "tomorow then", "hier",
     "dyk m-w 50%", "in may please", "the whole week", "since 3/11", "2026-05-04", "tous les lundis", "last week",
     "two days ago", "week 20", "semaine prochaine", "sat and sun", "fri", "ce mois-ci"],
)  # fmt: skip
def test_a_text_that_names_a_day_is_noticed(text: str) -> None:
    """Days, dates, weeks and months are noticed anywhere in a sentence."""
    assert mentions_day(text, TODAY)


@pytest.mark.parametrize(
    "text",
    ["hello there", "may I ask something?", "mon projet préféré", "assign koen to dijkbewaking", "WEB-12", "thanks",
     "what can you do for me?", "list all the projects", "I sat down", "the second one", "one of them", ""],
)  # fmt: skip
def test_a_text_without_a_day_is_left_alone(text: str) -> None:
    """Words that only look like days are none."""
    assert not mentions_day(text, TODAY)


@pytest.mark.parametrize(
    "phrase",
    ["monday", "mon to wed", "mon, tue & thu", "mon–wed", "lun-ven", "jeudi et vendredi", "du lundi au mercredi",
     "on monday", "mon to thu except tue", "monday arvo", "lundi matin", "merc", "from mon until wed"],
)  # fmt: skip
def test_weekdays_alone_name_no_week(phrase: str) -> None:
    """In any order and however joined, and with the part of the day."""
    assert is_weekdays(phrase)


@pytest.mark.parametrize(
    "phrase",
    ["last monday", "next friday", "this monday", "lundi prochain", "monday last week", "mon 9 march", "every monday",
     "mondays", "weekdays", "today", "tomorrow and friday", "monday and the 12th", "friday 13th", "the whole week",
     "2026-05-18", "gull", "mon projet", ""],
)  # fmt: skip
def test_days_that_say_which_are_not_mere_weekdays(phrase: str) -> None:
    """Nor are no days at all."""
    assert not is_weekdays(phrase)
