"""Days of which one is meant: asked about with the days as buttons, on no card before."""

from __future__ import annotations

import pytest

from tests.fakes import calls

OPEN = "apollo wed or thu next week"
QUESTION, BUTTONS = "Which days?", ("Wed 25 Nov", "Thu 26 Nov")


def work(dates: str) -> tuple[str, dict[str, str]]:
    """A call that puts days on Apollo."""
    return "add_activities", {"project": "apollo", "dates": dates}


def dates(office) -> list[list[str]]:
    """The days of each line that waits."""
    return [p.arguments["dates"] for p in office.pending]


@pytest.fixture
def asked(office):
    """Somebody has left open which of two days it was."""
    office.say(OPEN, calls(work("wed"), work("thu next week")))
    assert [(text.text, text.choices) for text in office.texts] == [(QUESTION, BUTTONS)]
    assert office.proposals() == []
    return office


@pytest.mark.parametrize(
    ("answer", "days"),
    [
        ("Thu 26 Nov", ["2026-11-26"]),
        ("thu", ["2026-11-26"]),
        ("wed", ["2026-11-25"]),
        ("wed and thu", ["2026-11-25", "2026-11-26"]),
        ("fri", ["2026-11-20"]),
        ("thursday this week", ["2026-11-19"]),
    ],
)
def test_the_answer_needs_no_model(asked, answer: str, days: list[str]) -> None:
    """A button, a bare weekday among those that were offered, or any other day."""
    asked.say(answer)
    assert dates(asked) == [days]
    assert len(asked.texts) == 1  # and the card lacks nothing
    assert len(asked.model.prompts) == 1


def test_an_answer_in_a_sentence_is_of_the_same_week(asked) -> None:
    asked.say("they confirmed, thu", calls(work("thu")))
    assert dates(asked) == [["2026-11-26"]]


def test_what_is_said_later_is_of_its_own_week(asked) -> None:
    """The choice is over once it was made."""
    asked.say("thu")
    asked.say("zephyr wed", calls(("add_activities", {"project": "zephyr", "dates": "wed"})))
    assert dates(asked) == [["2026-11-26"], ["2026-11-18"]]


def test_a_weekday_that_the_person_did_not_say_now_chooses_nothing(asked) -> None:
    """The model may repeat the days of the message before: they are as open as they were."""
    asked.say("apollo please", calls(work("wed or thu next week")))
    assert asked.proposals() == []


@pytest.mark.parametrize("copied", ["wed or thu next week", "wed and thu next week", "thu next week"])
def test_whatever_the_model_copies_both_are_offered(office, copied: str) -> None:
    office.say(OPEN, calls(work(copied)))
    assert [(text.text, text.choices) for text in office.texts] == [(QUESTION, BUTTONS)]


def test_beside_a_day_that_is_certain_both_are_offered(office) -> None:
    """And the answer is one of them."""
    zephyr = ("add_activities", {"project": "zephyr", "dates": "fri"})
    office.say(f"zephyr fri, {OPEN}", calls(zephyr, work("wed or thu next week")))
    assert office.texts[0].choices == BUTTONS
    office.say("thu")
    assert dates(office) == [["2026-11-20"], ["2026-11-26"]]
