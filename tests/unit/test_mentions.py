"""What a message names, as the model is shown it: projects and colleagues, and nothing that is only a word."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from bot.domain.timesheet import Employee, Project
from bot.llm.template import parts_of
from bot.tools.mentions import indexed, mentions_in, names_of

TODAY = date(2026, 3, 11)
PROJECTS = (
    Project("LIB-7", "Central Library Refit", "Leeds Council"),
    Project("MILL", "Old Mill Lofts", "Harrow Homes"),
    Project("CAN", "Canal Quarter", "Harrow Homes"),
    Project("OPS", "Ops Rota", ""),
    Project("FRI", "Friday Club", ""),
    Project("MAY", "May", ""),
)
COLLEAGUES = (
    Employee("ben.carver@acme.example", "Ben", "Carver"),
    Employee("t.legoff@acme.example", "Thomas", "Le Goff"),
    Employee("zoe@acme.example", "Zoé", "Blanc"),
)


class Company:
    """The names above."""

    def projects(self) -> tuple[Project, ...]:
        return PROJECTS

    def employees(self) -> tuple[Employee, ...]:
        return COLLEAGUES


NAMES = names_of(Company())  # type: ignore[arg-type]


def found(text: str) -> list[str]:
    return [f"{text[m.start : m.end]} ({m.kind})" for m in mentions_in(text, NAMES, TODAY)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("tue should be ops rota instead", ["ops rota (project)"]),
        ("put Ben on the library refit", ["Ben (employee)", "library refit (project)"]),
        ("actually carver as well", ["carver (employee)"]),
        ("Harrow Homes mon + tue", ["Harrow Homes (project)"]),
        ("mill monday, canal tuesday", ["mill (project)", "canal (project)"]),
        ("mill/canal half half", ["mill (project)", "canal (project)"]),
        ("LIB-7 and lib7 and Lib 7", ["LIB-7 (project)", "lib7 (project)", "Lib 7 (project)"]),
        ("thomas le goff, zoe et ben", ["thomas le goff (employee)", "zoe (employee)", "ben (employee)"]),
        ("the librarry on monday", ["librarry (project)"]),
        ("libr thursday", ["libr (project)"]),
        ("friday club on friday", ["friday club (project)"]),
        ("l'Ops Rota lundi", ["Ops Rota (project)"]),
    ],
)
def test_what_the_ledger_knows_is_found(text: str, named: list[str]) -> None:
    """By name, code, client, first and last name; by a part of one, its beginning, or with one slip of the pen."""
    assert found(text) == named


@pytest.mark.parametrize(
    "text",
    [
        "sick in may, back on friday",
        "we are short of people that week",
        "lib thursday",
        "the old one please",
        "a new colleague: Ida Berg, ida.blanc@acme.example",
        "le premier mai",
        "",
    ],
)
def test_a_mere_word_is_no_name(text: str) -> None:
    """Ordinary words of names, three letters of one, what stands in an address."""
    assert found(text) == []


def test_a_name_of_both_kinds_is_what_is_called_exactly_so() -> None:
    """ "Ida" is a colleague where "Ida Tower" is only a longer project; a project that is called Ida goes first."""
    text = "ida monday"
    tower = (("project", "Ida Tower"), ("project", "TWR"))
    colleague = (("employee", "Ida Berg"), ("employee", "Ida"))
    project = (("project", "Ida"), ("project", "IDA"))
    kinds = [mentions_in(text, indexed(things), TODAY)[0].kind for things in ((tower, colleague), (colleague, project))]
    assert kinds == ["employee", "project"]


def test_a_name_without_letters_is_none() -> None:
    """A client may be "-"; then nothing is named by an ordinary word of the project, and the text keeps its parts."""
    thing = names_of(Plain())  # type: ignore[arg-type]
    for text in ("show my report", "book the other monday", "same as last week"):
        assert "".join(part["text"] for part in parts_of(text, mentions_in(text, thing, TODAY))) == text


class Plain(Company):
    """Where projects have such clients."""

    def projects(self) -> tuple[Project, ...]:
        return (
            Project("RPT", "Report Tool", "-"),
            Project("TWR", "The Tower", "?"),
            Project("WKP", "Week Planner", "—"),
        )


def test_a_year_is_no_name_though_a_project_has_it() -> None:
    names = indexed(((("project", "Budget 2026"),),))
    assert mentions_in("on 3 march 2026", names, TODAY) == ()


def test_a_thousand_names_cost_no_time_that_anybody_would_notice() -> None:
    """A message against the names of a big company, the index being made once."""
    people = tuple((("employee", f"Aloysius{n} Quartermain{n}"),) for n in range(1000))
    names = indexed(people)
    started = process_time()
    for _ in range(20):
        mentions_in("put quartermain7 and somebody whom nobody knows on the project of last tuesday " * 5, names, TODAY)
    assert (process_time() - started) / 20 < 0.05
