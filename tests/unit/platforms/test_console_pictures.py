"""Pictures in a terminal: nothing that a name or a person wrote gets through to it, at any width and length."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from bot.domain.card import Card
from bot.platforms.console.pictures import home_picture, painted
from bot.platforms.console.text import one_line, paragraphs
from bot.ports import Home, Picture, TextPicture
from tests.unit.platforms import hostile_pictures
from tests.unit.platforms import slack_pictures as pictures

OBEYED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printed(picture: Picture | Home, width: int = 100) -> str:
    """The picture on a screen without colours."""
    console = Console(file=io.StringIO(), width=width, color_system=None, markup=False, highlight=False, emoji=False)
    with console.capture() as captured:
        for part in home_picture(picture) if isinstance(picture, Home) else painted(picture):
            console.print(part)
    return captured.get()


@settings(max_examples=60, deadline=None)
@given(picture=hostile_pictures.pictures | hostile_pictures.homes, width=st.integers(20, 200))
def test_no_picture_holds_anything_that_a_terminal_obeys(picture: Picture | Home, width: int) -> None:
    """Whatever the texts are, letters and line ends are all that is printed, within the width."""
    text = printed(picture, width)
    assert OBEYED.search(text) is None
    text.encode()


def test_a_card_reads_as_drawn() -> None:
    """The whole card, letter by letter."""
    card = replace(pictures.PENDING, days=pictures.PENDING.days[:2])
    lines = [line.rstrip() for line in printed(card).splitlines()]
    assert lines == [
        "You said: “apollo mon to thu, half days, sick on friday”",
        "• 1  Apollo (APO)   50 %   Mon 16 – Thu 19 Nov   4 days",
        "• 2  Sick leave   100 %   Fri 20 Nov   1 day",
        "",
        "                  before      after",
        "     Mon 16 Nov   –           Apollo 50",
        "     Tue 17 Nov   Zephyr 50   Zephyr 50, Apollo 50 = 100 %",
        "",
        "In all: 3 days added.",
        "Still open after this: Mon 16 Nov 50 %, Wed 18 Nov 50 %, Thu 19 Nov 50 %",
        "a1 a2 approve   e1 e2 edit   d1 d2 decline   A approve all (2)",
    ]


def test_a_written_card_names_the_keys_that_undo_and_repeat_it() -> None:
    """One key where one line can be undone, a number where several lines can be proposed again."""
    assert printed(pictures.WRITTEN).splitlines()[-1].rstrip() == (
        "u undo   s1 same for Mon 23 – Thu 26 Nov   s2 same for Mon 23 Nov"
    )
    alone = replace(pictures.WRITTEN, lines=pictures.WRITTEN.lines[:1])
    assert printed(alone).splitlines()[-1].rstrip() == "u undo   s same for Mon 23 – Thu 26 Nov"
    many = printed(pictures.LONG_WRITTEN, 400).splitlines()[-1]
    assert many.startswith("u1 … u40 undo   s1 same for Mon 23 – Thu 26 Nov   s2 ")
    half = replace(pictures.PENDING, lines=(pictures.WRITTEN.lines[0], pictures.SICK), approve_all=0)
    assert printed(half).splitlines()[-1].rstrip() == (
        "a approve   e edit   d decline   u undo   s same for Mon 23 – Thu 26 Nov"
    )


def test_a_decided_card_is_its_outcomes() -> None:
    """Nothing is left to check, so nothing but what became of it is repeated."""
    text = printed(pictures.DECIDED)
    assert "You said:" not in text
    assert "✓ 1  Apollo (APO)" in text
    assert "✗ 2  Sick leave" in text
    assert "approve " not in text


def test_only_keys_that_a_line_takes_are_offered() -> None:
    """No Approve where there is a problem, and none on the second line of what is only valid together."""
    assert printed(pictures.OVER).splitlines()[-1].rstrip() == "e edit"
    assert printed(pictures.BUNDLE).splitlines()[-1].startswith("a1 approve   e1 e2 edit")
    assert "Only together with line 2." in printed(pictures.BUNDLE)


def test_many_lines_do_not_fill_the_screen_with_keys() -> None:
    """The first and the last tell how they go."""
    assert "a1 … a40 approve" in printed(pictures.LONG)


def test_a_card_with_nothing_left_is_empty() -> None:
    """No lines, no keys."""
    assert printed(Card("c", 1, "", (), ())).strip() == ""


def test_a_month_has_its_days_by_week_and_no_empty_weekend() -> None:
    """Weekday beside date, what is missing, what is a holiday, and no Saturdays where nothing stands there."""
    text = printed(pictures.MONTH)
    assert "Mon 2 " in text
    assert "Sat" not in text
    assert "(not full)" in text
    assert "holiday" in text
    assert "Missing: Fri 6 Nov 50 %" in text
    assert "/submit" not in text


def test_a_complete_month_says_how_to_hand_it_in() -> None:
    """Only one's own, open and complete."""
    complete = replace(pictures.MONTH, missing="", complete=True)
    assert "/submit 2026-11" in printed(complete)
    assert "/submit" not in printed(replace(complete, is_own=False))
    assert "/submit" not in printed(replace(complete, submitted=True))


def test_choices_are_numbered() -> None:
    """Their numbers are what is typed."""
    assert "  2  Zephyr" in printed(TextPicture("Which one?", choices=("Apollo", "Zephyr")))


@pytest.mark.parametrize("text", ["", " \n ", "\x00"])
def test_nothing_is_printed_as_a_dash(text: str) -> None:
    """An empty name is seen."""
    assert one_line(text, 20) == paragraphs(text, 20) == "–"


def test_the_percent_at_the_end_of_a_long_name_is_kept() -> None:
    """It is what the reader checks."""
    short = one_line("Interstellar Research Programme of the North 50", 24)
    assert len(short) <= 24
    assert short.endswith(" 50")
