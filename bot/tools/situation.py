"""What a tool may know while it resolves a call, and the ways in which resolving can end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.domain.proposal import Change, Proposal
from bot.domain.timesheet import Employee
from bot.errors import TallyError
from bot.ports import Ledger

MOST_CHOICES = 20  # kinds, such as reasons for an absence: all of them, within what a platform has room for


@dataclass(frozen=True)
class Situation:
    """One turn of one person. `said` holds the person's own words and picked options, newest last; they ground values.

    `employee` is who types: it comes from the platform and is never an argument.
    """

    employee: Employee
    today: date
    holidays: Callable[[date, date], frozenset[date]]
    ledger: Ledger
    said: tuple[str, ...] = ()
    answer: str = ""
    """The newest words, when they are nothing but the answer to a question: an ordinary word is then a name."""
    pending: tuple[Proposal, ...] = ()
    emptied: frozenset[date] = frozenset()
    """The days of which other calls of the same answer delete everything: what is copied onto them finds room."""
    preferred: str = ""
    """The code of the project that the person has offered first. It is never taken for said."""

    @property
    def email(self) -> str:
        """The e-mail of the person who types."""
        return self.employee.email


@dataclass(frozen=True)
class Draft:
    """A resolved write before it becomes a proposal: what it would do, and what the person should be warned about.

    `title` and `amount` are how the card names it: `Apollo (APO)`, `50 %`.
    """

    change: Change
    title: str
    amount: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """What a reading tool found. `text` goes to the model; `kind` and `content` say what the person is shown.

    `about` names what was read, in the person's language: it stands in the status, and under an answer made from it.
    """

    text: str
    kind: str = ""
    content: Mapping[str, Any] = field(default_factory=dict)
    about: str = ""


class Unclear(TallyError):
    """An argument is missing, unknown or ambiguous: `question` is for the person, `choices` are offered as buttons.

    `most` of them are offered, the others are counted. `between`: what was said may mean any of the choices, and
    nothing else. Where buttons would not tell which question they answer, such choices are named in words.
    """

    def __init__(
        self,
        question: str,
        *,
        argument: str = "",
        choices: tuple[str, ...] = (),
        most: int = MOST_CHOICES,
        between: bool = False,
    ) -> None:
        super().__init__(question)
        self.question = question
        self.argument = argument
        self.choices = choices
        self.most = most
        self.between = between


class Faulty(TallyError):
    """The call makes no sense as the model wrote it; the message tells the model what to do instead."""


class Unsaid(Faulty):
    """Arguments that the person did not say. `instead` is the question for when the model writes them a second time."""

    def __init__(self, message: str, arguments: tuple[str, ...], instead: Unclear) -> None:
        super().__init__(message)
        self.arguments = arguments
        self.instead = instead


class Refused(TallyError):
    """The person may not do this, or it cannot be done at all; the message tells the person why."""
