"""The Edit form on a terminal: nothing is submitted that was not shown, and not without a key of its own."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pytest

from bot.platforms.console.forms import FormOnTerminal, Values
from bot.platforms.console.terminal import Terminal
from bot.ports import FormCheck
from tests.unit.platforms.slack_pictures import FORM

AS_IT_WAS = {field.name: field.value for field in FORM.fields}


class Desk:
    """Checks values: `never` is no day."""

    def __init__(self, *typed: str) -> None:
        self.output = io.StringIO()
        self.terminal = Terminal(io.StringIO("".join(f"{line}\n" for line in typed)), self.output)
        self.checked: list[Values] = []

    def check(self, values: Mapping[str, str], shown: str) -> FormCheck:
        self.checked.append(dict(values))
        return FormCheck(errors={"dates": "No such day."} if values["dates"] == "never" else {})

    def filled(self) -> Values | None:
        return FormOnTerminal(self.terminal, self.check).filled(FORM)


def test_what_is_not_changed_is_kept_and_still_takes_a_key() -> None:
    """Enter through every field, then a: the values as they were, shown as a person reads them."""
    desk = Desk("", "", "", "", "a")
    assert desk.filled() == AS_IT_WAS
    assert "Days: Mon 16 – Tue 17 Nov" in desk.output.getvalue()
    assert "Project: Apollo (APO)" in desk.output.getvalue()


@pytest.mark.parametrize("answer", [[""], ["yes"], ["/cancel"], []])
def test_whatever_is_not_a_yes_leaves_the_form(answer: list[str]) -> None:
    """Also the end of the input: an approval is never guessed."""
    desk = Desk("", "", "100", "", *answer)
    assert desk.filled() is None
    assert "Nothing was written." in desk.output.getvalue()


@pytest.mark.parametrize("typed", ["2", "ZEP", "zephyr (zep)"])
def test_an_option_is_taken_by_number_value_or_label(typed: str) -> None:
    """Upper or lower case."""
    assert Desk(typed, "", "", "", "a").filled() == AS_IT_WAS | {"project": "ZEP"}


def test_an_option_of_that_value_comes_before_the_one_of_that_number() -> None:
    """“100” is a percent before it is a place in a list."""
    assert Desk("", "", "100", "", "a").filled() == AS_IT_WAS | {"percent": "100"}


def test_only_the_faulty_field_is_asked_again() -> None:
    """With what is wrong under its label."""
    desk = Desk("", "never", "100", "", "2026-11-18", "a")
    assert desk.filled() == AS_IT_WAS | {"dates": "2026-11-18", "percent": "100"}
    assert "Days: No such day." in desk.output.getvalue()


def test_a_form_can_be_gone_through_again_before_it_counts() -> None:
    """e asks every field once more, with what was typed as what stands there; - empties one."""
    desk = Desk("ZEP", "", "", "by train", "e", "", "", "", "-", "a")
    assert desk.filled() == AS_IT_WAS | {"project": "ZEP", "note": ""}
    assert "Project [Zephyr (ZEP)]" in desk.output.getvalue()
