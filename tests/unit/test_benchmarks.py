"""The benchmarks in their short form: every figure is produced and can be true. How fast is for `make bench` to say."""

from __future__ import annotations

import json
import math
from datetime import date

import pytest

from benchmarks.__main__ import ALL, main, print_table
from benchmarks.company import company_of
from benchmarks.figures import SMALL, Figure, percentiles
from bot.domain.timesheet import Role

PROMISED = {
    "event to posted card, p50": 25,
    "event to posted card, p99": 100,
    f"growth from {SMALL.companies[0]} to {SMALL.companies[-1]:,} employees": 1.5,
    "message to stored card with the built-in model, p50": 400,
    "first words of an answer, p50": 150,
    "start to ready": 5,
    "peak memory, 2 turns": 400,
}
"""The targets of the README; everything else is measured without a promise."""


@pytest.fixture(scope="module")
def figures() -> dict[str, tuple[Figure, ...]]:
    """All of them, with tiny numbers."""
    return {name: measure(SMALL) for name, measure in ALL.items()}


def test_every_figure_is_a_positive_number(figures: dict[str, tuple[Figure, ...]]) -> None:
    """Nothing is left at zero because it was not reached."""
    for name, measured in figures.items():
        assert measured, name
        assert [f.name for f in measured if not (f.value > 0 and math.isfinite(f.value))] == []


def test_every_promise_has_its_figure(figures: dict[str, tuple[Figure, ...]]) -> None:
    """The targets stand beside what they are about."""
    assert {f.name: f.most for measured in figures.values() for f in measured if f.most is not None} == PROMISED


def test_the_figures_can_be_true(figures: dict[str, tuple[Figure, ...]]) -> None:
    """A part is no longer than the whole, and fewer tokens are sampled than written; memory is that of a real model."""
    value = {f.name.strip(): f.value for measured in figures.values() for f in measured}
    assert value["of which the stand-in's answer to the post, p50"] < value["event to posted card, p50"]
    assert value["event to posted card, p50"] <= value["event to posted card, p99"]
    assert 1 <= value["tokens sampled per call, mean"] <= value["tokens written per call, mean"] + 1
    assert 50 < value["peak memory, 2 turns"] < 2_000


def test_percentiles_are_those_of_the_sorted_durations() -> None:
    """Of a hundred durations the 99th percentile leaves out all but the longest."""
    p50, p99 = percentiles("x", [n / 1000 for n in range(100, 0, -1)], p50=60, p99=99)
    assert (p50.value, p99.value) == (50.5, 100)
    assert (p50.met, p99.met) == (True, False)


@pytest.mark.parametrize("employees", [1, 7, 1_000])
def test_a_company_has_its_people_each_on_three_projects_with_full_days(employees: int) -> None:
    """One administrator, everybody assigned, every past working day at 100 %, nothing in the current month."""
    company = company_of(employees, 1, date(2026, 11, 18))
    assert len({e.email for e in company.employees}) == employees
    assert [e.role for e in company.employees].count(Role.ADMIN) == 1
    for person in company.employees[:10]:
        assert len([p for p in company.projects if person.email in p.employees]) == 3
        days: dict[date, int] = {}
        for entry in company.entries:
            if entry.email == person.email:
                days[entry.day] = days.get(entry.day, 0) + entry.percent
        assert set(days.values()) == {100}
        assert {day.month for day in days} == {10}


def test_the_command_prints_a_table_or_json(
    capsys: pytest.CaptureFixture[str], figures: dict[str, tuple[Figure, ...]]
) -> None:
    """The table says of each group what it measures, and which targets are met; JSON is one object and nothing else."""
    print_table(figures)
    printed = capsys.readouterr().out
    assert "event to posted card, p50" in printed
    assert "≤ 25 ms" in printed
    main(["--quick", "--json", "--only", "events_stored"])
    measured = json.loads(capsys.readouterr().out)
    assert [f["name"] for f in measured["figures"]["events_stored"]] == ["events stored, 8 threads"]
