"""The kinds of argument. A slot knows what the model may write, how that is read, whether it was really said, and the
field by which a person edits it. What the model writes are the person's words; what a slot returns is resolved.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from itertools import combinations_with_replacement
from typing import Any, Protocol

from bot.domain.card import FormField
from bot.domain.timesheet import FULL_DAY, STEP, Month
from bot.phrases import PhraseError, Reading, amounts_in, read_days, read_percent
from bot.tools import wording
from bot.tools.absence_words import reason_named
from bot.tools.days_in_other_words import said_in_other_words
from bot.tools.excepted import excepted
from bot.tools.grounding import amount_said, days_said, without_names
from bot.tools.open_days import chosen_days, either_spans, open_days
from bot.tools.shares import beside_which, is_rest, rest_of_the_day
from bot.tools.situation import MOST_CHOICES, Situation, Unclear
from bot.tools.utterance import stands
from bot.words import say


class Slot(Protocol):
    """One kind of argument."""

    about: str
    answers_alone: bool
    """True when words that can be read as such a value are surely meant as one: never for free text."""
    most_choices: int  # answers that are offered as buttons
    spans: int
    """Of how many spans of the person's own words its phrase may be made; 0 where it is not copied to the letter."""

    @property
    def missing(self) -> str:
        """The question when nothing was said."""
        ...

    def schema(self, situation: Situation) -> dict[str, Any]:
        """The JSON schema of what the model writes."""
        ...

    def read(self, phrase: str, situation: Situation) -> Any:
        """The value that is meant. Raises Unclear with the question to ask."""
        ...

    def offers(self, situation: Situation) -> tuple[str, ...]:
        """Answers to offer as buttons when nothing was said."""
        ...

    def grounded(self, phrase: str, value: Any, situation: Situation) -> bool:
        """True when the person said it, in whatever way."""
        ...

    def uttered(self, phrase: str, situation: Situation) -> bool:
        """True when the person said these very words: only then may a question repeat them."""
        ...

    def dump(self, value: Any) -> Any:
        """The value as a proposal stores it (JSON)."""
        ...

    def load(self, stored: Any, situation: Situation) -> Any:
        """The value of a stored argument. Raises Unclear when it no longer exists."""
        ...

    def form_field(self, name: str, stored: Any, situation: Situation) -> FormField:
        """The field of the Edit form."""
        ...


class PhraseSlot:
    """A slot whose value is written in the person's own words."""

    about = ""
    answers_alone = True
    most_choices = MOST_CHOICES
    spans = 1

    @property
    def label(self) -> str:
        """How its field is named."""
        raise NotImplementedError

    @property
    def missing(self) -> str:
        """The question when nothing was said."""
        raise NotImplementedError

    def schema(self, situation: Situation) -> dict[str, Any]:
        return {"type": "string", "description": self.about}

    def offers(self, situation: Situation) -> tuple[str, ...]:
        return ()

    def grounded(self, phrase: str, value: Any, situation: Situation) -> bool:
        return stands(phrase, situation.said)

    def uttered(self, phrase: str, situation: Situation) -> bool:
        return stands(phrase, situation.said)

    def dump(self, value: Any) -> Any:
        return value

    def load(self, stored: Any, situation: Situation) -> Any:
        return stored

    def form_field(self, name: str, stored: Any, situation: Situation) -> FormField:
        return FormField(name, self.label, "text", value=str(stored or ""))


class Days(PhraseSlot):
    """Days, as a phrase or ISO."""

    spans = 3

    def __init__(self, name: str = "dates", about: str = "The days") -> None:
        self.name = name
        self.about = f'{about}, in the person\'s own words, such as "mon to thu" or "3 november"; never computed.'

    @property
    def label(self) -> str:
        return say("field-days") if self.name == "dates" else say("field-days-to-copy")

    @property
    def missing(self) -> str:
        return say("ask-days")

    def offers(self, situation: Situation) -> tuple[str, ...]:
        """The days that the newest words leave open: "wed or thu"."""
        newest = next(iter(bare_words(situation)[-1:]), "")
        return tuple(wording.day(day) for day in open_days(newest, situation.today, _holidays_around(situation)))

    def grounded(self, phrase: str, value: Reading, situation: Situation) -> bool:
        """In one message or in several: "to friday" may extend a "tuesday" said before. Days that something leaves out
        for an absence are said as well (`bot.tools.excepted`), and what other words leave of days that were said.
        """
        holidays = _holidays_around(situation)  # also those beside the days: they are why these are not among them
        if value.days and value.days == _chosen(phrase, value.days, situation):
            return True
        left_out = [excepted(text, situation)[0] for text in situation.said]
        texts = [*bare_words(situation), *filter(None, left_out)]
        if days_said(phrase, value.days, texts, situation.today, holidays):
            return True
        return said_in_other_words(phrase, value.days, texts, situation.today, holidays)

    def read(self, phrase: str, situation: Situation) -> Reading:
        try:
            reading = read_days(phrase, situation.today, _holidays_around(situation))
        except PhraseError as error:
            choices = self.offers(situation) if either_spans(phrase, situation.today) else ()
            if choices:
                raise Unclear(self.missing, choices=choices) from error
            raise Unclear(f"{error} {self.missing}") from error
        chosen = _chosen(phrase, reading.days, situation)
        return Reading(days=chosen, named=frozenset(chosen)) if chosen else reading

    def dump(self, value: Reading) -> list[str]:
        return [day.isoformat() for day in value.days]

    def load(self, stored: Any, situation: Situation) -> Reading:
        days = tuple(sorted({date.fromisoformat(text) for text in stored}))
        return Reading(days=days, named=frozenset(days))

    def form_field(self, name: str, stored: Any, situation: Situation) -> FormField:
        days = sorted(date.fromisoformat(text) for text in stored or ())
        around = sorted({day for month in _months_around(days or [situation.today]) for day in month.days} | set(days))
        options = tuple((day.isoformat(), wording.day(day)) for day in around)
        value = ",".join(day.isoformat() for day in days)
        return FormField(name, self.label, "days", value=value, options=options, hint=say("field-days-hint"))


def _chosen(phrase: str, days: Collection[date], situation: Situation) -> tuple[date, ...]:
    """The days that the newest words take of those that the message before left open."""
    if not stands(phrase, bare_words(situation)[-1:]):
        return ()
    return chosen_days(phrase, days_left_open(situation), days)


def days_left_open(situation: Situation) -> tuple[date, ...]:
    """The days between which the message before the newest one left the choice."""
    before = ("", "", *bare_words(situation))[-2]
    return open_days(before, situation.today, _holidays_around(situation))


def _holidays_around(situation: Situation) -> Collection[date]:
    return situation.holidays(date(situation.today.year - 2, 1, 1), date(situation.today.year + 2, 12, 31))


def _months_around(days: list[date]) -> list[Month]:
    return sorted({Month.of(days[0]), Month.of(days[-1])})


def bare_words(situation: Situation) -> list[str]:
    """What was said, without the names of projects: a name may hold a day or an amount that is none."""
    projects = situation.ledger.projects()
    return [without_names(text, projects, situation.today) for text in situation.said]


class Percent(PhraseSlot):
    """How much of a day, in steps of 25 %."""

    spans = 0

    about = 'How much of each day, in the person\'s own words ("half days", "75%"); left out when not said (100 %).'

    @property
    def label(self) -> str:
        return say("field-amount")

    @property
    def missing(self) -> str:
        return say("ask-amount")

    def read(self, phrase: str, situation: Situation) -> int:
        try:
            percent = rest_of_the_day(phrase, situation) or read_percent(phrase)
        except PhraseError as error:
            raise Unclear(f"{error} {self.missing}", choices=_PERCENTS) from error
        if percent is None:
            not_understood = say("amount-not-understood", phrase=phrase)
            raise Unclear(f"{not_understood} {self.missing}", choices=_PERCENTS)
        return percent

    def grounded(self, phrase: str, value: int, situation: Situation) -> bool:
        """Said in whatever words; a whole day is also what it is when nobody names an amount, and beside work that has
        one, what that leaves.
        """
        said = bare_words(situation)
        if is_rest(phrase) and stands(phrase, said):
            return True
        if beside := beside_which(phrase):
            return _is_sum_of_said(beside, said, situation.today)
        return amount_said(phrase, value, said, situation.today) or (
            value == FULL_DAY and not any(map(amounts_in, said))
        )

    def form_field(self, name: str, stored: Any, situation: Situation) -> FormField:
        options = tuple((str(p), f"{p} %") for p in range(STEP, FULL_DAY + 1, STEP))
        return FormField(name, self.label, "choice", value=str(stored), options=options, prominent=True)

    def load(self, stored: Any, situation: Situation) -> int:
        percent = int(stored)
        if percent not in range(STEP, FULL_DAY + 1, STEP):
            raise Unclear(self.missing)
        return percent


def _is_sum_of_said(percent: int, said: Sequence[str], today: date) -> bool:
    """True for an amount that was said, and for what several that were said come to."""
    shares = [share for share in range(STEP, FULL_DAY, STEP) if amount_said(f"{share} %", share, said, today)]
    sums = (sum(some) for count in (1, 2, 3) for some in combinations_with_replacement(shares, count))
    return percent in sums


_PERCENTS = ("25 %", "50 %", "75 %", "100 %")


class Reason(PhraseSlot):
    """Why somebody is away: the model's own reading ("flu" is sick), one of the ledger's reasons, shown on the card."""

    spans = 0

    about = "Why the person is away; left out when not said."

    @property
    def label(self) -> str:
        return say("field-reason")

    @property
    def missing(self) -> str:
        return say("ask-reason")

    def schema(self, situation: Situation) -> dict[str, Any]:
        codes = [reason.code for reason in situation.ledger.absence_reasons()]
        return {"type": "string", "enum": codes, "description": self.about}

    def read(self, phrase: str, situation: Situation) -> str:
        reasons = situation.ledger.absence_reasons()
        for reason in reasons:
            if phrase.strip().casefold() in (reason.code.casefold(), reason.label.casefold()):
                return reason.code
        if code := reason_named(phrase, reasons):  # "Maladie" may be the words of a button
            return code
        raise Unclear(self.missing, choices=self.offers(situation))

    def offers(self, situation: Situation) -> tuple[str, ...]:
        return tuple(wording.reason(reason) for reason in situation.ledger.absence_reasons())

    def grounded(self, phrase: str, value: str, situation: Situation) -> bool:
        return True

    def uttered(self, phrase: str, situation: Situation) -> bool:
        return True

    def form_field(self, name: str, stored: Any, situation: Situation) -> FormField:
        options = tuple((reason.code, wording.reason(reason)) for reason in situation.ledger.absence_reasons())
        return FormField(name, self.label, "choice", value=str(stored or ""), options=options, prominent=True)
