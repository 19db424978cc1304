"""Prompts made from a person's own gaps; and that a click on one leads to exactly those days, with the real model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.conversation import Person
from bot.domain.proposal import Change
from bot.domain.timesheet import Entry, Month, Project, ReportState
from bot.errors import LedgerError
from bot.handlers.assistant import TallyAssistant
from bot.handlers.suggesting import suggestions
from bot.ledgers.sample import Company
from bot.llm.builtin import builtin_model
from bot.llm.llama import LlamaCppModel
from bot.ports import Write
from tests.fakes import calls
from tests.unit.handlers.conftest import ANA, COMPANY, Office

ANAS = Person("U-ANA", ANA)
ARMISTICE = 11  # a holiday where Ana lives
WORKING = tuple(d for d in range(2, 19) if date(2026, 11, d).weekday() < 5 and d != ARMISTICE)


def fill_all_but(office: Office, *missing: int, project: str = "APO", upto: int = 18) -> None:
    """Ana has reported every working day of November up to now, but for these."""
    entries = [
        Entry(ANA, date(2026, 11, day), 100, project=project) for day in WORKING if day <= upto and day not in missing
    ]
    office.ledger.apply([Write(f"fill-{project}-{missing}", Change(ANA, added=tuple(entries)))])


def use_in_october(office: Office, project: str = "APO") -> None:
    """Ana's newest entry is of the last day of October."""
    entry = Entry(ANA, date(2026, 10, 30), 100, project=project)
    office.ledger.apply([Write(f"october-{project}", Change(ANA, added=(entry,)))])


def offered(office: Office) -> dict[str, str]:
    return dict(suggestions(ANAS, office.desk))


@pytest.mark.parametrize(
    ("missing", "title", "words"),
    [
        ((18,), "Fill one missing day with Apollo", "Apollo on Wed 18 Nov"),
        ((17, 18), "Fill 2 missing days with Apollo", "Apollo on Tue 17 to Wed 18 Nov"),
        ((16, 17, 18), "Fill 3 missing days with Apollo", "Apollo on Mon 16 to Wed 18 Nov"),
        ((3, 10, 12, 13), "Fill 3 missing days with Apollo", "Apollo on Tue 10 to Fri 13 Nov"),
        ((13, 16, 17, 18), "Fill 4 missing days with Apollo", "Apollo on Fri 13 to Wed 18 Nov"),
        ((9, 10, 12, 13, 16), "Fill 4 missing days with Apollo", "Apollo on Tue 10 to Mon 16 Nov"),
        (WORKING, "Fill 12 missing days with Apollo", "Apollo on Mon 2 to Wed 18 Nov"),
    ],
)
def test_what_is_missing_is_offered_with_the_project_in_use(
    office: Office, missing: tuple[int, ...], title: str, words: str
) -> None:
    """Of several stretches the newest; weekends and holidays neither count nor end one."""
    use_in_october(office)
    fill_all_but(office, *missing)
    assert offered(office) == {title: words}


def test_nothing_is_offered_where_nothing_is_missing(office: Office) -> None:
    """Half a day that lacks is no missing day: a whole one would be too much for it."""
    fill_all_but(office, 18)
    office.fill("2026-11-18", 50)
    assert offered(office) == {}


def test_the_project_is_the_one_used_last(office: Office) -> None:
    """Not the one used most."""
    fill_all_but(office, 17, 18, upto=16)
    assert list(offered(office)) == ["Fill 2 missing days with Apollo"]
    office.fill("2026-11-17", 100, "ZEP")
    assert offered(office) == {"Fill one missing day with Zephyr": "Zephyr on Wed 18 Nov"}


def test_nothing_is_offered_without_a_project_in_use(office: Office) -> None:
    """Nothing was ever reported, or nothing for two months: whoever begins says with what."""
    assert offered(office) == {}
    office.fill("2026-09-01", 100)
    assert offered(office) == {}


def test_a_project_that_the_person_left_is_not_offered(office: Office) -> None:
    """It could not be approved."""
    use_in_october(office)
    assert offered(office)
    left = [replace(project, employees=frozenset()) for project in office.ledger.projects()]
    office.ledger.projects = lambda: left
    assert offered(office) == {}


def test_days_that_wait_on_a_card_are_not_offered_again(office: Office) -> None:
    """What was asked for is not missing any more, only undecided."""
    fill_all_but(office, 16, 18)
    office.say("apollo monday", calls(("add_activities", {"project": "apollo", "dates": "monday"})))
    assert offered(office) == {"Fill one missing day with Apollo": "Apollo on Wed 18 Nov"}


def test_the_month_before_is_offered_in_the_first_days(office: Office) -> None:
    """While it is open; the gaps of the new month come first."""
    fill_all_but(office, 17, 18)
    for day in ("19", "20", "23", "24", "25", "26", "27", "30"):
        office.fill(f"2026-11-{day}", 100)
    office.clock.time = datetime(2026, 12, 5, 9, 0, tzinfo=UTC)
    assert list(offered(office).values()) == ["Apollo on Tue 1 to Fri 4 Dec"]
    for day in ("01", "02", "03", "04"):
        office.fill(f"2026-12-{day}", 100)
    assert list(offered(office).values()) == ["Apollo on Tue 17 to Wed 18 Nov"]
    handed_in = Change(ANA, month=Month(2026, 11), report_state=ReportState.SUBMITTED)
    office.ledger.apply([Write("handed-in", handed_in)])
    assert offered(office) == {}


@pytest.mark.parametrize(
    ("name", "words"),
    [("May", "May (MX) on Wed 18 Nov"), ("Friday Club", "Friday Club on Wed 18 Nov"), ("R&D 2", "R&D 2 on Wed 18 Nov")],
)
def test_a_project_with_a_misleading_name_is_named_unmistakably_or_not_at_all(
    office: Office, name: str, words: str
) -> None:
    """“May” alone is a month: its code stands beside it. What is offered is read as that project and those days."""
    named = Project("MX", name, "", frozenset({ANA}))
    office.ledger.load(Company(COMPANY.employees, (named,), COMPANY.absence_reasons))
    fill_all_but(office, 18, project=named.code)
    assert list(offered(office).values()) == [words]


def test_a_stranger_and_a_ledger_that_is_away_are_offered_nothing(office: Office) -> None:
    """It is a courtesy: the general prompts remain."""
    assert suggestions(Person("U-GUS", "gus@elsewhere.example"), office.desk) == {}
    use_in_october(office)
    assert offered(office)

    def away(*_: object) -> None:
        raise LedgerError("away")

    office.ledger.entries = away
    assert offered(office) == {}


def test_the_assistant_suggests(office: Office) -> None:
    """What a platform's listeners ask."""
    fill_all_but(office, 18)
    assert TallyAssistant(office.desk, lambda: None).suggestions(ANAS) == offered(office)


# --- with the model that is built in


@pytest.fixture(scope="module")
def builtin() -> Iterator[LlamaCppModel]:
    """The real one."""
    model = LlamaCppModel(builtin_model(), context_tokens=4096, threads=1)
    yield model
    model.close()


STRETCHES = [WORKING[n:m] for n in range(len(WORKING)) for m in range(n + 1, len(WORKING) + 1)]


@pytest.mark.parametrize(
    ("project", "stretches"), [("APO", STRETCHES[::8]), ("ZEP", STRETCHES[3::11])], ids=["Apollo", "Zephyr"]
)
def test_the_built_in_model_understands_what_is_offered(
    office: Office, builtin: LlamaCppModel, project: str, stretches: list[tuple[int, ...]]
) -> None:
    """What a click says leads to one card of one line: that project, a whole day, on exactly the days missing."""
    use_in_october(office, project)
    office.desk = replace(office.desk, model=builtin)
    for missing in stretches:
        entries = tuple(Entry(ANA, date(2026, 11, d), 100, reason="rtt") for d in WORKING if d not in missing)
        office.ledger.apply([Write(f"all-but-{missing}", Change(ANA, added=entries))])
        [(title, words)] = offered(office).items()
        office.say(words)
        [proposal] = office.pending
        days = tuple(entry.day.day for entry in proposal.change.added)
        assert {(e.project, e.percent) for e in proposal.change.added} == {(project, 100)}, words
        assert days in (missing, missing[1:]), words
        assert str(len(days)) in title or len(days) == 1
        assert title.endswith(words.split(" on ")[0])
        office.click("decline", proposal)
        office.happen(office.event("reset", "U-ANA"))
        office.ledger.apply([Write(f"empty-{missing}", Change(ANA, removed=entries))])
