"""Answers in words: what was read for them, what the status says meanwhile, and what people think of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import Person
from bot.ports import ModelReply, TextPicture
from bot.store.feedback import opinion
from bot.words import say
from tests.fakes import calls
from tests.unit.handlers.conftest import BEN, Office

HELLO = ModelReply("Hello! Tell me what you worked on.")


def answer_id(office: Office) -> str:
    """The message of the newest text."""
    return [id_ for id_, picture in office.platform.posted.items() if isinstance(picture, TextPicture)][-1]


def judge(office: Office, verdict: str, message: str, person: str = "U-ANA", lane: str = "") -> None:
    event = office.event("feedback", person, message=message, verdict=verdict)
    office.happen(replace(event, lane=lane or event.lane))


def thought(office: Office) -> list[tuple[str, str, str]]:
    return [(one.verdict.value, one.asked, one.answer) for one in opinion(office.engine, 10).latest]


def test_an_answer_in_words_can_be_judged(office: Office) -> None:
    """With what the person had said, so that whoever reads it later knows what it was about."""
    office.say("hello there", HELLO)
    assert office.texts[-1].judged
    judge(office, "bad", answer_id(office))
    assert thought(office) == [("bad", "hello there", HELLO.text)]


def test_a_second_click_changes_the_judgement(office: Office) -> None:
    """One person has one opinion of an answer."""
    office.say("hello there", HELLO)
    judge(office, "bad", answer_id(office))
    judge(office, "good", answer_id(office))
    assert [verdict for verdict, _, _ in thought(office)] == ["good"]


def test_only_whose_conversation_it_is_judges(office: Office) -> None:
    """Somebody else's click, in this conversation or from their own, counts for nothing."""
    office.say("hello there", HELLO)
    office.say("hi", HELLO, person="U-BEN")
    [anas, *_] = list(office.platform.posted)
    judge(office, "bad", anas, person="U-BEN", lane="D-U-ANA")
    judge(office, "bad", anas, person="U-BEN")
    judge(office, "bad", anas, person="U-EVE")
    assert thought(office) == []


def test_a_question_and_a_refusal_are_not_judged(office: Office) -> None:
    """They are code's own words, and there is something better to click or to say."""
    office.say("tomorrow I work for Contoso", calls(("add_activities", {"project": "Contoso", "dates": "tomorrow"})))
    assert [text.judged for text in office.texts] == [False]


# --- what was read


def test_an_answer_says_what_it_was_made_from(office: Office) -> None:
    """In the order in which it was read, and each thing once."""
    reading = calls(("get_report", {"month": "october"}), ("get_my_projects", {}))
    again = calls(("get_report", {"month": "october"}))
    office.say("how was october?", reading, again, ModelReply("You worked on Apollo."))
    assert office.texts[-1].text == "You worked on Apollo."
    assert office.texts[-1].read == "Read: the report of October 2026, the projects"


def test_an_answer_that_nothing_was_read_for_says_nothing_of_it(office: Office) -> None:
    """No empty line."""
    office.say("hello there", HELLO)
    assert office.texts[-1].read == ""


@pytest.mark.parametrize(
    ("tool", "arguments", "about"),
    [
        ("get_report", {}, "the report of November 2026"),
        ("get_report", {"employee": "ben"}, "Ben Okafor’s report of November 2026"),
        ("get_all_projects", {}, "the projects"),
        ("get_all_employees", {}, "the people"),
        ("get_missing_reports", {"month": "october"}, "who has not handed in October 2026"),
        ("get_dates_of_week", {"week": "next week"}, "the calendar"),
    ],
)
def test_the_status_says_what_is_read(office: Office, tool: str, arguments: dict[str, str], about: str) -> None:
    """First that something is looked up, then what: the model thinks about it for a while."""
    office.platform.people["U-BEN"] = Person("U-BEN", BEN, "Ben Okafor")
    office.say(f"ben, october, next week: {tool}", calls((tool, arguments)), ModelReply("So it is."), person="U-EVE")
    said = [status for status in office.platform.statuses if status.startswith("is ")]
    assert said == [say("reading-your-message"), say("step-looking"), f"is reading {about}…"]
    assert office.texts[-1].read == f"Read: {about}"


def test_the_status_says_that_days_are_checked(office: Office) -> None:
    """A card takes a ledger that may be slow."""
    office.say("apollo monday", calls(("add_activities", {"project": "apollo", "dates": "monday"})))
    assert say("step-checking") in office.platform.statuses
