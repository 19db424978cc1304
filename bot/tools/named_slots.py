"""The kinds of argument that name something: a project, a colleague, a role, an e-mail address, or something new."""

from __future__ import annotations

from typing import Any

from bot.domain.card import FormField
from bot.domain.timesheet import Employee, Project, Role
from bot.tools.names import candidates, mentions, named_employees, named_projects, plain
from bot.tools.situation import Situation, Unclear
from bot.tools.slots import PhraseSlot

MOST_CHOICES = 5
ME = frozenset({"me", "myself", "i", "moi", "my"})
ADMINS = ("admin", "admins", "administrator", "administratrice", "administrateur")


class Text(PhraseSlot):
    """Free text copied from the person: a name, a code, a client."""

    answers_alone = False

    def __init__(self, label: str, about: str, missing: str) -> None:
        self.label, self.about, self.missing = label, about, missing

    def read(self, phrase: str, situation: Situation) -> str:
        return phrase


class Email(PhraseSlot):
    """An e-mail address."""

    label = "E-mail"
    about = "The e-mail address as the person wrote it."
    missing = "What is the e-mail address?"

    def load(self, stored: Any, situation: Situation) -> str:
        return self.read(str(stored), situation)

    def read(self, phrase: str, situation: Situation) -> str:
        address = phrase.strip().strip("<>").removeprefix("mailto:").casefold()
        name, at, host = address.partition("@")
        if not (name and at and "." in host.strip(".")) or " " in address:
            raise Unclear(f"“{phrase}” is no e-mail address. {self.missing}")
        return address


class RoleName(PhraseSlot):
    """What a person may do."""

    label = "Role"
    about = "user or admin; left out when not said (user)."
    missing = "Is it a user or an admin?"

    def schema(self, situation: Situation) -> dict[str, Any]:
        return {"type": "string", "enum": [role.value for role in Role], "description": self.about}

    def read(self, phrase: str, situation: Situation) -> Role:
        try:
            return Role(phrase.strip().casefold())
        except ValueError as error:
            raise Unclear(self.missing, choices=self.offers(situation)) from error

    def offers(self, situation: Situation) -> tuple[str, ...]:
        return tuple(role.value for role in Role)

    def grounded(self, phrase: str, value: Role, situation: Situation) -> bool:
        return value is Role.USER or any(word in plain(text).split() for text in situation.said for word in ADMINS)

    def dump(self, value: Role) -> str:
        return value.value

    def load(self, stored: Any, situation: Situation) -> Role:
        return self.read(str(stored), situation)

    def form_field(self, name: str, stored: Any, situation: Situation) -> FormField:
        options = tuple((role.value, role.value) for role in Role)
        return FormField(name, self.label, "choice", value=str(stored or "user"), options=options, prominent=True)


class ProjectName(PhraseSlot):
    """A project by code, name, beginning, close spelling or client."""

    label = "Project"
    about = "The project as the person named it."
    missing = "Which project?"

    def __init__(self, *, everybodys: bool = False) -> None:
        """`everybodys`: the Edit form offers every project, not only the person's own."""
        self.everybodys = everybodys

    def read(self, phrase: str, situation: Situation) -> Project:
        projects = situation.ledger.projects()
        found = candidates(phrase, named_projects(projects))
        if len(found) == 1:
            return found[0]
        if found:
            raise Unclear(f"Which project do you mean by “{phrase}”?", choices=_titles(found))
        raise Unclear(f"I know no project called “{phrase}”. Which one is it?", choices=self.offers(situation))

    def offers(self, situation: Situation) -> tuple[str, ...]:
        return _titles([p for p in situation.ledger.projects() if situation.email in p.employees])

    def grounded(self, phrase: str, value: Project, situation: Situation) -> bool:
        names = (value.code, value.name)
        return super().grounded(phrase, value, situation) or any(
            mentions(text, name) for text in situation.said for name in names if name
        )

    def dump(self, value: Project) -> str:
        return value.code

    def load(self, stored: Any, situation: Situation) -> Project:
        for project in situation.ledger.projects():
            if project.code == stored:
                return project
        raise Unclear(f"There is no project {stored} any more. Choose another one.")

    def form_field(self, name: str, stored: Any, situation: Situation) -> FormField:
        projects = sorted(situation.ledger.projects(), key=lambda p: (situation.email not in p.employees, p.name))
        mine = [p for p in projects if self.everybodys or situation.email in p.employees or p.code == stored]
        options = tuple((p.code, p.title) for p in mine)
        return FormField(name, self.label, "choice", value=str(stored or ""), options=options)


def _titles(projects: list[Project]) -> tuple[str, ...]:
    return tuple(p.title for p in projects[:MOST_CHOICES])


class EmployeeName(PhraseSlot):
    """A colleague by name or e-mail; "me" is who types."""

    label = "Employee"
    about = 'The person as named, or "me".'
    missing = "Who?"

    def read(self, phrase: str, situation: Situation) -> Employee:
        if phrase.strip().casefold() in ME:
            return situation.employee
        found = candidates(phrase, named_employees(situation.ledger.employees()))
        if len(found) == 1:
            return found[0]
        names = tuple(employee.full_name for employee in found[:MOST_CHOICES])
        if found:
            raise Unclear(f"Who is meant by “{phrase}”?", choices=names)
        raise Unclear(f"I know nobody called “{phrase}”. Who is it?")

    def dump(self, value: Employee) -> str:
        return value.email

    def load(self, stored: Any, situation: Situation) -> Employee:
        employee = situation.ledger.employee(stored)
        if employee is None:
            raise Unclear(f"There is no employee {stored} any more.")
        return employee

    def form_field(self, name: str, stored: Any, situation: Situation) -> FormField:
        options = tuple((e.email, e.full_name) for e in situation.ledger.employees())
        return FormField(name, self.label, "choice", value=str(stored or ""), options=options)
