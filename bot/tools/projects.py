"""Looking projects and people up."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.timesheet import Project
from bot.tools.situation import Finding, Situation
from bot.tools.tool import reads
from bot.words import say


@reads
def get_my_projects(situation: Situation) -> Finding:
    """List the projects that the person is assigned to."""
    mine = [p for p in situation.ledger.projects() if situation.email in p.employees]
    return _listing(say("your-projects"), mine, say("your-projects-none"))


@reads
def get_all_projects(situation: Situation) -> Finding:
    """List every project of the company."""
    return _listing(say("all-projects"), situation.ledger.projects(), say("all-projects-none"))


def _listing(title: str, projects: Sequence[Project], empty: str) -> Finding:
    rows = [p.title + (f", {p.client}" if p.client else "") for p in projects] or [empty]
    return Finding("\n".join([title, *rows]), "list", {"title": title, "rows": rows}, say("read-projects"))


@reads
def get_all_employees(situation: Situation) -> Finding:
    """List everybody in the company."""
    rows = [f"{e.full_name}, {e.email}" for e in situation.ledger.employees()]
    title = say("everybody")
    return Finding("\n".join([title, *rows]), "list", {"title": title, "rows": rows}, say("read-people"))
