"""Projects and people, for administrators."""

from __future__ import annotations

from typing import Annotated

from bot.domain.proposal import Change
from bot.domain.timesheet import Employee, Project, Role
from bot.tools.named_slots import Email, EmployeeName, ProjectName, RoleName, Text
from bot.tools.situation import Draft, Refused, Situation, Unclear
from bot.tools.tool import admin_writes

CODE = Text("Code", "The new project's code as the person wrote it.", "Which code should it have?")
TITLE = Text("Name", "The new project's name as the person wrote it.", "What is it called?")
CLIENT = Text("Client", "The client as the person wrote it.", "For which client?")
FIRST_NAME = Text("First name", "The first name as the person wrote it.", "What is the first name?")
LAST_NAME = Text("Last name", "The last name as the person wrote it.", "What is the last name?")


@admin_writes
def assign_project(
    situation: Situation,
    *,
    project: Annotated[Project, ProjectName(everybodys=True)],
    employee: Annotated[Employee, EmployeeName()],
) -> Draft:
    """Assign somebody to a project, so that they can report on it."""
    if employee.email in project.employees:
        raise Refused(f"{employee.full_name} is assigned to {project.title} already.")
    change = Change(situation.email, assigned=(project.code, employee.email))
    return Draft(change, f"Assign {employee.full_name} to {project.title}")


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
            raise Unclear(f"The code {code} belongs to {project.title}. Which code should it have?", argument="code")
    project = Project(code, name, client)
    return Draft(Change(situation.email, project=project), f"New project {project.title}", f"for {client}")


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
        raise Refused(f"There is already somebody with the address {email}.")
    person = Employee(email, name, lastname, role, situation.employee.country)
    return Draft(Change(situation.email, employee=person), f"Add {person.full_name}, {email}", f"as {role}")
