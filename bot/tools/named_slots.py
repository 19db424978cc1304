"""The kinds of argument that name something: a project, a colleague, a role, an e-mail address, or something new."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.domain.card import FormField
from bot.domain.timesheet import Employee, Project, Role
from bot.tools.grounding import name_places, project_places
from bot.tools.names import candidates, named_employees, named_projects, plain
from bot.tools.situation import Situation, Unclear
from bot.tools.slots import PhraseSlot
from bot.tools.utterance import is_address_of, literally, stands
from bot.words import say

MOST_CHOICES = 5
ME = frozenset({"me", "myself", "i", "moi", "my"})
ADMINS = ("admin", "admins", "administrator", "administratrice", "administrateur")


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
        for role in Role:
            if phrase.strip().casefold() in (role.value, _role_name(role).casefold()):
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

    def __init__(self, *, everybodys: bool = False) -> None:
        """`everybodys`: the Edit form offers every project, not only the person's own."""
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
            raise Unclear(say("ask-which-project", phrase=phrase), choices=_titles(found))
        raise Unclear(say("project-unknown", phrase=phrase), choices=self.offers(situation))

    def offers(self, situation: Situation) -> tuple[str, ...]:
        return _titles([p for p in situation.ledger.projects() if situation.email in p.employees])

    def grounded(self, phrase: str, value: Project, situation: Situation) -> bool:
        if any(project_places(value, text, situation.today) for text in situation.said):
            return True
        return stands_as_name(phrase, situation)

    def dump(self, value: Project) -> str:
        return value.code

    def load(self, stored: Any, situation: Situation) -> Project:
        for project in situation.ledger.projects():
            if project.code == stored:
                return project
        raise Unclear(say("project-gone", code=str(stored)))

    def form_field(self, name: str, stored: Any, situation: Situation) -> FormField:
        projects = sorted(situation.ledger.projects(), key=lambda p: (situation.email not in p.employees, p.name))
        mine = [p for p in projects if self.everybodys or situation.email in p.employees or p.code == stored]
        options = tuple((p.code, p.title) for p in mine)
        return FormField(name, self.label, "choice", value=str(stored or ""), options=options)


def _titles(projects: list[Project]) -> tuple[str, ...]:
    """As buttons: what is clicked is said, so a title that is an ordinary word says that it is a project."""
    return tuple(p.title if p.title != p.name else say("choice-project", name=p.name) for p in projects[:MOST_CHOICES])


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
        found = candidates(phrase, named_employees(situation.ledger.employees()))
        if len(found) == 1:
            return found[0]
        names = tuple(employee.full_name for employee in found[:MOST_CHOICES])
        if found:
            raise Unclear(say("ask-which-employee", phrase=phrase), choices=names)
        raise Unclear(say("employee-unknown", phrase=phrase))

    def grounded(self, phrase: str, value: Employee, situation: Situation) -> bool:
        if phrase.strip().casefold() in ME:
            return stands(phrase, situation.said)
        return stands_as_name(phrase, situation) or stands(value.full_name, situation.said)

    def dump(self, value: Employee) -> str:
        return value.email

    def load(self, stored: Any, situation: Situation) -> Employee:
        employee = situation.ledger.employee(stored)
        if employee is None:
            raise Unclear(say("employee-gone", email=str(stored)))
        return employee

    def form_field(self, name: str, stored: Any, situation: Situation) -> FormField:
        options = tuple((e.email, e.full_name) for e in situation.ledger.employees())
        return FormField(name, self.label, "choice", value=str(stored or ""), options=options)
