"""The kinds of argument that name something: a project, a colleague, a role, an e-mail address, or something new."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from bot.domain.card import FormField
from bot.domain.preferences import own_first
from bot.domain.timesheet import Employee, Project, Role
from bot.tools.grounding import name_places, project_places
from bot.tools.names import addressed, candidates, named_employees, named_projects, namesakes, plain, told_apart
from bot.tools.situation import Situation, Unclear
from bot.tools.slots import PhraseSlot
from bot.tools.utterance import is_address_of, literally, stands
from bot.words import say

MOST_NAMES = 5  # as buttons
ME = frozenset({"me", "myself", "i", "moi", "my"})
ADMINS = ("admin", "admins", "administrator", "administratrice", "administrateur")
CALLED = {Role.USER: ("utilisateur", "utilisatrice"), Role.ADMIN: ADMINS}


PLAIN_CODE = re.compile(r"(?=.*[A-Z])[A-Z0-9]{2,12}(?:[-_][A-Z0-9]{1,8})?")
SHOUTED = frozenset(
    ("NO", "NON", "OUI", "YES", "OK", "STOP", "WAIT", "CANCEL", "HELP", "FORGET", "HELLO", "HI", "MERCI")
)


class Text(PhraseSlot):
    """Free text copied from the person: a name, a code, a client."""

    answers_alone = False

    def __init__(self, label: Callable[[], str], about: str, missing: Callable[[], str]) -> None:
        """`label` and `missing` say their sentences in the language of the moment."""
        self._label, self.about, self._missing = label, about, missing

    @property
    def label(self) -> str:
        return self._label()

    @property
    def missing(self) -> str:
        return self._missing()

    def read(self, phrase: str, situation: Situation) -> str:
        return phrase

    def grounded(self, phrase: str, value: str, situation: Situation) -> bool:
        return literally(phrase, situation.said)


class Code(Text):
    """A short code. In capitals or with digits ("HAL", "R2D") it is so plainly one that it answers alone."""

    answers_alone = True

    @staticmethod
    def is_plain(text: str) -> bool:
        """True for what can hardly be anything but a code."""
        return bool(PLAIN_CODE.fullmatch(text.strip())) and text.strip() not in SHOUTED


class Email(PhraseSlot):
    """An e-mail address."""

    about = "The e-mail address as the person wrote it."

    @property
    def label(self) -> str:
        return say("field-email")

    @property
    def missing(self) -> str:
        return say("ask-email")

    def load(self, stored: Any, situation: Situation) -> str:
        return self.read(str(stored), situation)

    def read(self, phrase: str, situation: Situation) -> str:
        address = phrase.strip().strip("<>").removeprefix("mailto:").casefold()
        name, at, host = address.partition("@")
        if not (name and at and "." in host.strip(".")) or " " in address:
            raise Unclear(f"{say('email-wrong', phrase=phrase)} {self.missing}")
        return address

    def grounded(self, phrase: str, value: str, situation: Situation) -> bool:
        return is_address_of(value, situation.said)


class RoleName(PhraseSlot):
    """What a person may do."""

    spans = 0

    about = "user or admin; left out when not said (user)."

    @property
    def label(self) -> str:
        return say("field-role")

    @property
    def missing(self) -> str:
        return say("ask-role")

    def schema(self, situation: Situation) -> dict[str, Any]:
        return {"type": "string", "enum": [role.value for role in Role], "description": self.about}

    def read(self, phrase: str, situation: Situation) -> Role:
        said = plain(phrase)
        for role in Role:
            if said in (role.value, plain(_role_name(role)), *CALLED[role]):
                return role
        raise Unclear(self.missing, choices=self.offers(situation))

    def offers(self, situation: Situation) -> tuple[str, ...]:
        return tuple(_role_name(role) for role in Role)

    def grounded(self, phrase: str, value: Role, situation: Situation) -> bool:
        # "user" is what everybody is who is not called an administrator
        return value is Role.USER or any(word in plain(text).split() for text in situation.said for word in ADMINS)

    def uttered(self, phrase: str, situation: Situation) -> bool:
        return True

    def dump(self, value: Role) -> str:
        return value.value

    def load(self, stored: Any, situation: Situation) -> Role:
        return self.read(str(stored), situation)

    def form_field(self, name: str, stored: Any, situation: Situation) -> FormField:
        options = tuple((role.value, _role_name(role)) for role in Role)
        return FormField(name, self.label, "choice", value=str(stored or "user"), options=options, prominent=True)


def _role_name(role: Role) -> str:
    return say("role-admin") if role is Role.ADMIN else say("role-user")


def stands_as_name(phrase: str, situation: Situation) -> bool:
    """True when the person said the phrase, and not merely as an ordinary word."""
    is_answer = bool(plain(phrase)) and plain(phrase) == plain(situation.answer)
    return is_answer or any(name_places(phrase, text, situation.today) for text in situation.said)


class ProjectName(PhraseSlot):
    """A project by code, name, beginning, close spelling or client."""

    about = "The project as the person named it."
    most_choices = MOST_NAMES

    def __init__(self, *, everybodys: bool = False) -> None:
        """`everybodys`: every project is offered, not only the person's own."""
        self.everybodys = everybodys

    @property
    def label(self) -> str:
        return say("field-project")

    @property
    def missing(self) -> str:
        return say("ask-project")

    def read(self, phrase: str, situation: Situation) -> Project:
        projects = situation.ledger.projects()
        found = candidates(phrase, named_projects(projects))
        if len(found) == 1:
            return found[0]
        if found:
            raise Unclear(
                say("ask-which-project", phrase=phrase), choices=_titles(found, projects), most=MOST_NAMES, between=True
            )
        raise Unclear(say("project-unknown", phrase=phrase), choices=self.offers(situation), most=MOST_NAMES)

    def offers(self, situation: Situation) -> tuple[str, ...]:
        projects = situation.ledger.projects()
        if self.everybodys:  # five of a thousand would be no help
            return _titles(projects, projects) if len(projects) <= MOST_NAMES else ()
        own = [p for p in projects if situation.email in p.employees]
        return _titles(own_first(own, situation.preferred), projects)

    def grounded(self, phrase: str, value: Project, situation: Situation) -> bool:
        if stands_as_name(phrase, situation):
            return True
        if namesakes(value, situation.ledger.projects()):  # the name does not say which of them
            return stands_as_name(value.code, situation)
        return any(project_places(value, text, situation.today) for text in situation.said)

    def dump(self, value: Project) -> str:
        return value.code

    def load(self, stored: Any, situation: Situation) -> Project:
        for project in situation.ledger.projects():
            if project.code == stored:
                return project
        raise Unclear(say("project-gone", code=str(stored)))

    def form_field(self, name: str, stored: Any, situation: Situation) -> FormField:
        projects = sorted(situation.ledger.projects(), key=lambda p: (situation.email not in p.employees, p.name))
        projects = own_first(projects, situation.preferred)
        mine = [p for p in projects if self.everybodys or situation.email in p.employees or p.code == stored]
        options = tuple((p.code, p.title) for p in mine)
        return FormField(name, self.label, "choice", value=str(stored or ""), options=options)


def _titles(projects: Sequence[Project], among: Sequence[Project]) -> tuple[str, ...]:
    """As buttons: what is clicked is said, so it has to name this project, and nothing else, as a project."""
    return tuple(_choice(project, among) for project in projects)


def _choice(project: Project, among: Sequence[Project]) -> str:
    if project.title != project.name:
        return project.title
    if namesakes(project, among):
        return f"{project.name} ({project.code})"
    return say("choice-project", name=project.name)


class EmployeeName(PhraseSlot):
    """A colleague by name or e-mail; "me" is who types."""

    about = 'The person as named, or "me".'

    @property
    def label(self) -> str:
        return say("field-employee")

    @property
    def missing(self) -> str:
        return say("ask-employee")

    def read(self, phrase: str, situation: Situation) -> Employee:
        if phrase.strip().casefold() in ME:
            return situation.employee
        employees = situation.ledger.employees()
        found = addressed(phrase, employees)
        if found is None:
            found = candidates(phrase, named_employees(employees))
        if len(found) == 1:
            return found[0]
        if found:
            names = told_apart(found, employees)
            raise Unclear(say("ask-which-employee", phrase=phrase), choices=names, most=MOST_NAMES, between=True)
        raise Unclear(say("employee-unknown", phrase=phrase))

    def grounded(self, phrase: str, value: Employee, situation: Situation) -> bool:
        if phrase.strip().casefold() in ME:
            return stands(phrase, situation.said)
        if stands_as_name(phrase, situation):
            return True
        alone = not namesakes(value, situation.ledger.employees())
        return is_address_of(value.email, situation.said) or (alone and stands(value.full_name, situation.said))

    def dump(self, value: Employee) -> str:
        return value.email

    def load(self, stored: Any, situation: Situation) -> Employee:
        employee = situation.ledger.employee(stored)
        if employee is None:
            raise Unclear(say("employee-gone", email=str(stored)))
        return employee

    def form_field(self, name: str, stored: Any, situation: Situation) -> FormField:
        employees = situation.ledger.employees()
        options = tuple(zip((e.email for e in employees), told_apart(employees, employees), strict=True))
        return FormField(name, self.label, "choice", value=str(stored or ""), options=options)
