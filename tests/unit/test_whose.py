"""Whose report a message is about."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from bot.domain.timesheet import Employee, Project
from bot.tools.whose import about_somebody_else
from tests.hostile.words import COMPANY, DAYS, PLAIN_PROJECTS, WHOSE_BEFORE, WHOSE_BEHIND, WHOSE_SICK, Piece

ME = Employee("ana@acme.example", "Ana", "Silva")
BEN = Employee("ben@acme.example", "Ben", "Okafor")
NAMESAKE = Employee("ana.lopez@acme.example", "Ana", "Lopez")
MAY = Employee("may@acme.example", "May", "Monday")
WILL = Employee("will@acme.example", "Will", "O'Brien")
EVERYBODY = [ME, BEN, NAMESAKE, MAY, WILL, Employee("jean-luc@acme.example", "Jean-Luc", "Petit")]
APOLLO = Project("APO", "Apollo", "Northwind", frozenset({ME.email}))
PROJECTS = [APOLLO, Project("ZEP", "Zephyr", "", frozenset({ME.email}))]
TODAY = date(2026, 11, 18)


def found(text: str, *more: Project) -> str | None:
    """Whose days Ana's message is about."""
    return about_somebody_else(text, EVERYBODY, ME, [*PROJECTS, *more], TODAY)


@pytest.mark.parametrize(
    "text",
    ["ben is ill today, note it for him", "log apollo for Ben on monday", "Ben's day: zephyr", "apollo lundi pour ben",
     "ben was on zephyr yesterday", "apollo monday for okafor", "put ben down as sick monday",
     "ben@acme.example apollo monday", "Okafor is sick monday", "mets ben malade lundi", "log ben's monday on apollo",
     "log ben’s monday on apollo", "bens monday: apollo", "apollo monday for Ben Okafor", "okafor ben, apollo lundi",
     "ben forgot again, put apollo in his report for monday", "ben est en retard, mets apollo lundi dans son rapport",
     "apollo monday on behalf of ben", "mark okafor absent monday", "ben était malade lundi", "note ben absent lundi",
     "apollo monday for ben@acme.example", "Please put Ben on apollo monday", "sick monday for BEN",
     "ben: apollo monday",
     "ben apollo monday", "Hello! Ben has RTT on friday", "ben's sick monday", "la journée de ben: apollo",
     "delete ben's day tuesday", "submit november for ben", "ben isn't here on monday, rtt", "ben est absent lundi",
     "yesterday ben worked on apollo", "add apollo monday to ben", "ajoute apollo lundi à ben",
     "mets apollo lundi pour Okafor", "ben\napollo monday", "met ben, log apollo monday for him"],
)  # fmt: skip
def test_a_colleagues_day_is_recognised(text: str) -> None:
    """Whoever is the subject, the one it is for or the one whose day it is, by whatever name."""
    assert found(text) == "Ben"


@pytest.mark.parametrize(
    ("text", "name"),
    [("sick monday for ana lopez", "Ana Lopez"), ("lopez is sick monday", "Ana Lopez"),
     ("apollo monday for ana.lopez@acme.example", "Ana Lopez"), ("may is sick monday", "May"),
     ("apollo monday for Will", "Will"), ("apollo monday for obrien", "Will"), ("put Will down as sick", "Will"),
     ("apollo monday for jean luc", "Jean-Luc"), ("Jean-Luc est malade lundi", "Jean-Luc")],
)  # fmt: skip
def test_a_namesake_and_an_ordinary_name_are_told_apart(text: str, name: str) -> None:
    """A namesake by what is not the writer's own name; "Will" by how it is written, "May" by being sick."""
    assert found(text) == name


@pytest.mark.parametrize(
    "text",
    ["meeting with ben, apollo monday", "apollo monday", "ana is ill today", "log it for me", "bench for him",
     "apollo monday with ben", "meeting with ben on apollo monday", "ben asked me to log apollo monday",
     "helped ben with apollo monday", "apollo monday for ana", "apollo monday for Ana Silva", "sick monday for ana",
     "ana@acme.example apollo monday", "ben and I were on apollo monday", "apollo in may", "apollo for may",
     "submit may", "monday was off for me", "apollo monday, I will be off tuesday", "réunion avec ben lundi, apollo",
     "ben m'a demandé de noter apollo lundi", "j'ai aidé ben sur apollo lundi", "apollo monday, covering for ben",
     "apollo monday because ben is sick", "zephyr for ben's workshop monday", "apollo monday, ben's demo",
     "apollo monday (call with ben@acme.example)", "Will I be off monday?", "apollo monday for ruben",
     "apollo monday for x.ben@acme.example", "avec ben apollo lundi", "called ben, apollo monday"],
)  # fmt: skip
def test_ones_own_day_stays_ones_own(text: str) -> None:
    """A colleague who is merely mentioned changes nothing."""
    assert found(text) is None


@pytest.mark.parametrize("text", ["ben monday", "log ben monday", "monday for ben", "Ben: monday", "mets ben lundi"])
@pytest.mark.parametrize(
    "project",
    [Project("BEN", "Analytics", "", frozenset()), Project("X", "Ben", "", frozenset()), Project("X", "Y", "Ben"),
     Project("X", "Ben Analytics", "", frozenset({ME.email}))],
    ids=["its code", "its name", "its client", "a word of my project"],
)  # fmt: skip
def test_a_project_called_like_a_colleague_is_a_project(project: Project, text: str) -> None:
    """And a colleague all the same where only a person can be meant."""
    assert found(text) == "Ben"
    assert found(text, project) is None
    assert found("ben is sick monday", project) == "Ben"
    assert found("monday for ben okafor", project) == "Ben"


def hostile_messages() -> list[Piece]:
    """Everything that the hostile tests say of somebody by name, with each project and each phrase for days."""
    worked = [
        message
        for project, days in product(PLAIN_PROJECTS, DAYS)
        for message in (
            *(who + project + days for who in WHOSE_BEFORE),
            *(project + days + who for who in WHOSE_BEHIND),
            *(Piece("delete") + project + days + who for who in WHOSE_BEHIND),
        )
    ]
    away = [who + days for who, days in product(WHOSE_SICK, DAYS)]
    return [*worked, *away, *(Piece("sick") + days + who for days, who in product(DAYS, WHOSE_BEHIND))]


@pytest.mark.parametrize("me", COMPANY.employees[:3], ids=lambda me: me.name)
def test_whatever_the_days_and_the_project_somebody_else_is_somebody_else(me: Employee) -> None:
    """The "demain" of "demain for lind" is no "in", the "mon" of "mon to thu" is no "my": all of them, one by one."""
    missed = [
        message.text
        for message in hostile_messages()
        if message.about - {me.email}
        and not about_somebody_else(message.text, COMPANY.employees, me, COMPANY.projects, TODAY)
    ]
    assert missed == []


@pytest.mark.parametrize("me", COMPANY.employees[:3], ids=lambda me: me.name)
def test_ones_own_days_are_ones_own_whatever_they_are(me: Employee) -> None:
    """The same projects and days without anybody's name: nobody is refused."""
    own = [project + days for project, days in product(PLAIN_PROJECTS, DAYS)]
    texts = [words for one in own for words in (one.text, f"i was on {one.text}", f"delete {one.text}")]
    refused = [t for t in texts if about_somebody_else(t, COMPANY.employees, me, COMPANY.projects, TODAY)]
    assert refused == []
