"""One amount for all lines that wait, said before or behind how many they are, on one card or on several."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.proposal import Proposal
from bot.tools.mending import mended
from tests.unit.small_company import SITUATION, called, shown
from tests.unit.test_mending_corrections import line

GULL, ANCHOR, VELA = line(1, "GULL", "monday", 0), line(2, "ANC", "tuesday", 1), line(3, "VELA", "friday", 4)
HEARD = called("add_activities", project="gull", percent="half")


def newer(card: Proposal) -> Proposal:
    """The same line on a card of its own."""
    return replace(card, card_id="newer")


def mend(text: str, *lines: Proposal) -> list[str]:
    return shown(mended([HEARD], text, replace(SITUATION, pending=lines, said=("x", text))))


def each(amount: str, *lines: Proposal) -> list[str]:
    """Every line with the amount."""
    return [
        f"add_activities project={p.phrases['project']} dates={p.phrases['dates']} percent={amount} replaces={p.line}"
        for p in lines
    ]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("half for both", "half"),
        ("half a day for both of them please", "half a day"),
        ("oops, 50% for both", "50%"),
        ("mornings for both, sorry", "mornings"),
        ("half days, both of them", "half days"),
        ("half on both", "half"),
        ("à mi-temps pour les deux", "à mi-temps"),
        ("un quart pour les deux svp", "un quart"),
        ("both half days actually", "half days"),
    ],
)
def test_the_amount_may_stand_before_both(text: str, amount: str) -> None:
    assert mend(text, GULL, ANCHOR) == each(amount, GULL, ANCHOR)


@pytest.mark.parametrize(
    ("text", "amount"), [("afternoons for all three", "afternoons"), ("mi-temps pour les trois", "mi-temps")]
)
def test_or_before_all_three(text: str, amount: str) -> None:
    assert mend(text, GULL, ANCHOR, VELA) == each(amount, GULL, ANCHOR, VELA)


def test_an_absence_is_one_of_both() -> None:
    sick = replace(ANCHOR, tool="add_absence", phrases={"reason": "sick", "dates": "tuesday"})
    assert mend("half for both", GULL, sick) == [
        *each("half", GULL),
        "add_absence reason=sick dates=tuesday percent=half replaces=2",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "half for both?",
        "half gull for both",
        "half on monday for both",
        "half for both, quarter for vela",
        "half for luca, both",
        "half for all three",
        "half",
        "not half for both",
    ],
)
def test_more_than_that_or_another_number_is_read_by_the_model(text: str) -> None:
    assert mend(text, GULL, ANCHOR) != each("half", GULL, ANCHOR)


@pytest.mark.parametrize("lines", [(GULL,), (GULL, ANCHOR, VELA)])
def test_both_are_two(lines: tuple[Proposal, ...]) -> None:
    assert len(mend("half for both", *lines)) == 1


def test_a_line_that_has_no_amount_is_none_of_them() -> None:
    assigned = replace(ANCHOR, tool="assign_project", phrases={"project": "ANC", "employee": "luca"})
    assert len(mend("half for both", GULL, assigned)) == 1


@pytest.mark.parametrize("text", ["half for both", "both half"])
def test_two_lines_of_two_cards_are_both(text: str) -> None:
    assert mend(text, GULL, newer(ANCHOR)) == each("half", GULL, ANCHOR)


@pytest.mark.parametrize("text", ["half days for all three", "all three half days"])
def test_all_that_waits_is_counted_where_the_newest_card_has_fewer(text: str) -> None:
    assert mend(text, GULL, ANCHOR, newer(VELA)) == each("half days", GULL, ANCHOR, VELA)
    assert mend(text, GULL, newer(ANCHOR), newer(VELA)) == each("half days", GULL, ANCHOR, VELA)


def test_the_newest_card_goes_first() -> None:
    assert mend("half for both", GULL, newer(ANCHOR), newer(VELA)) == each("half", ANCHOR, VELA)


def test_neither_the_newest_card_nor_all_of_them_are_two() -> None:
    assert len(mend("half for both", GULL, ANCHOR, newer(VELA))) == 1


@pytest.mark.parametrize("text", ["both half days", "half for both"])
def test_both_days_of_the_newest_line_are_not_it_and_the_line_before(text: str) -> None:
    """ "Both" right behind one line of two days may well be those."""
    two_days = newer(line(2, "ANC", "tuesday and thursday", 1, 3))
    assert not any("replaces=1" in call for call in mend(text, GULL, two_days))
