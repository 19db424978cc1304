"""The kinds of argument that say which part of a report: a month, a week."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.domain.calendar import is_working_day
from bot.domain.card import FormField
from bot.domain.timesheet import Month
from bot.phrases import PhraseError, read_month, read_week
from bot.tools import wording
from bot.tools.grounding import days_of
from bot.tools.situation import Situation, Unclear
from bot.tools.slots import PhraseSlot, bare_words
from bot.tools.utterance import stands
from bot.tools.what_was_done import is_of_days_asked_about
from bot.words import say


class MonthName(PhraseSlot):
    """A month, as a phrase."""

    about = 'The month in the person\'s own words, such as "october" or "last month".'

    @property
    def label(self) -> str:
        return say("field-month")

    @property
    def missing(self) -> str:
        return say("ask-month")

    def read(self, phrase: str, situation: Situation) -> Month:
        try:
            return Month(*read_month(phrase, situation.today))
        except PhraseError as error:
            raise Unclear(f"{error} {self.missing}") from error

    def grounded(self, phrase: str, value: Month, situation: Situation) -> bool:
        """Said, and said as a month: "last friday" lies in one, and names none, unless what was done then is asked."""
        days = days_of(phrase, situation.today)
        whole = all(day in days for day in value.days if is_working_day(day, frozenset()))
        if (whole or not days) and stands(phrase, bare_words(situation)):
            return True
        return is_of_days_asked_about(phrase, value, situation)

    def dump(self, value: Month) -> str:
        return str(value)

    def load(self, stored: Any, situation: Situation) -> Month:
        return Month.parse(stored)

    def form_field(self, name: str, stored: Any, situation: Situation) -> FormField:
        months = [Month.of(situation.today).shift(n) for n in range(-5, 2)]
        options = tuple((str(m), wording.month_heading(m)) for m in months)
        return FormField(name, self.label, "choice", value=str(stored), options=options)


class Week(PhraseSlot):
    """A week, as a phrase; its value is the Monday."""

    about = "The week in the person's own words."

    @property
    def label(self) -> str:
        return say("field-week")

    @property
    def missing(self) -> str:
        return say("ask-week")

    def read(self, phrase: str, situation: Situation) -> date:
        try:
            return read_week(phrase, situation.today)
        except PhraseError as error:
            raise Unclear(f"{error} {self.missing}") from error

    def dump(self, value: date) -> str:
        return value.isoformat()

    def load(self, stored: Any, situation: Situation) -> date:
        return date.fromisoformat(stored)
