"""Projects and people, for administrators."""

from __future__ import annotations

from typing import Annotated

from bot.domain.ability import Ability
from bot.domain.proposal import Change
from bot.domain.timesheet import Employee, Project, Role
from bot.tools.named_slots import Code, Email, EmployeeName, ProjectName, RoleName, Text
from bot.tools.names import told_apart
from bot.tools.situation import Draft, Refused, Situation, Unclear
from bot.tools.tool import admin_writes, needing
from bot.words import say

CODE = Code(
    lambda: say("field-code"),
    about="The new project's code as the person wrote it.",
    missing=lambda: say("ask-code"),
)
TITLE = Text(
    lambda: say("field-title"),
    about="The new project's name as the person wrote it.",
    missing=lambda: say("ask-title"),
)
CLIENT = Text(
    lambda: say("field-client"),
    about="The client as the person wrote it.",
    missing=lambda: say("ask-client"),
)
FIRST_NAME = Text(
    lambda: say("field-first-name"),
    about="The first name as the person wrote it.",
    missing=lambda: say("ask-first-name"),
)
LAST_NAME = Text(
    lambda: say("field-last-name"),
    about="The last name as the person wrote it.",
    missing=lambda: say("ask-last-name"),
)


@needing(Ability.ASSIGN)
@admin_writes
def assign_project(
    situation: Situation,
    *,
    project: Annotated[Project, ProjectName(everybodys=True)],
    employee: Annotated[Employee, EmployeeName()],
) -> Draft:
    """Assign somebody to a project, so that they can report on it."""
    if employee.email in project.employees:
        raise Refused(say("assigned-already", person=employee.full_name, project=project.title))
    change = Change(situation.email, assigned=(project.code, employee.email))
    (person,) = told_apart([employee], situation.ledger.employees())
    return Draft(change, say("assign-title", person=person, project=project.title))


@needing(Ability.CREATE_PROJECT)
@admin_writes
def create_project(
    situation: Situation,
    *,
    code: Annotated[str, CODE],
    name: Annotated[str, TITLE],
    client: Annotated[str, CLIENT],
) -> Draft:
    """Create a project with its code, name and client."""
    for project in situation.ledger.projects():
        if project.code.casefold() == code.casefold():
            raise Unclear(say("code-taken", code=code, project=project.title), argument="code")
    project = Project(code, name, client)
    title = say("create-project-title", project=project.title)
    return Draft(Change(situation.email, project=project), title, say("create-project-client", client=client))


@needing(Ability.ADD_EMPLOYEE)
@admin_writes
def add_employee(
    situation: Situation,
    *,
    name: Annotated[str, FIRST_NAME],
    lastname: Annotated[str, LAST_NAME],
    email: Annotated[str, Email()],
    role: Annotated[Role, RoleName()] = Role.USER,
) -> Draft:
    """Add a colleague with name, e-mail address and role."""
    if situation.ledger.employee(email) is not None:
        raise Refused(say("employee-exists", email=email))
    person = Employee(email, name, lastname, role, situation.employee.country)
    title = say("add-employee-title", person=person.full_name, email=email)
    return Draft(Change(situation.email, employee=person), title, say("add-employee-role", role=role.value))
