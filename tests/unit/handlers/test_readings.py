"""Where the model was not sure, the person picks a reading instead of getting a card that may be wrong."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.proposal import ProposalState
from bot.handlers.readings import picked_number
from bot.ports import ModelReply
from bot.words import languages, say, speaking
from tests.fakes import calls

APOLLO = ("add_activities", {"project": "apollo", "dates": "monday"})
ZEPHYR = ("add_activities", {"project": "zephyr", "dates": "monday"})
SICK = ("add_absence", {"reason": "sick", "dates": "monday"})


def unsure(first: ModelReply, *others: ModelReply) -> ModelReply:
    """A reply of a model that nearly gave other ones."""
    return ModelReply(first.text, first.calls, others)


def test_two_readings_are_asked_about_instead_of_a_card(office) -> None:
    """Both are written out as the card would say them, and nothing is proposed."""
    office.say("apollo or rather zephyr monday", unsure(calls(APOLLO), calls(ZEPHYR)))
    assert (office.cards, office.pending) == ([], [])
    asked = office.texts[-1]
    assert asked.text == (
        "I am not sure how you mean that. Which one is it?\n"
        "1. Apollo (APO) 100 % Mon 16 Nov\n2. Zephyr (ZEP) 100 % Mon 16 Nov"
    )
    assert asked.choices == ("The upper one", "The lower one", "Neither")
    assert asked.note == "Nothing was written."


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        *((words, "APO") for words in ("The upper one", "the first", "1", "yes")),
        *((words, "ZEP") for words in ("The lower one", "the second one please", "2", "la deuxième", "celle du bas")),
    ],
)
def test_a_pick_becomes_a_card_with_the_words_that_it_was_understood_from(office, answer: str, code: str) -> None:
    """The model is not asked again, and the card quotes what was said, not what was clicked."""
    office.say("apollo or rather zephyr monday", unsure(calls(APOLLO), calls(ZEPHYR)))
    office.say(answer)
    assert len(office.model.prompts) == 1
    [proposal] = office.pending
    assert (proposal.arguments["project"], proposal.words) == (code, "apollo or rather zephyr monday")


@pytest.mark.parametrize("answer", ["Neither", "none of them", "non", "no"])
def test_none_of_them_is_an_answer_too(office, answer: str) -> None:
    office.say("apollo or rather zephyr monday", unsure(calls(APOLLO), calls(ZEPHYR)))
    office.say(answer)
    assert (office.cards, len(office.model.prompts)) == ([], 1)
    assert office.texts[-1].text == "All right. Say it in other words, for example “Apollo on Monday”."


def test_other_words_go_to_the_model_which_does_not_see_the_readings(office) -> None:
    """It sees what was said and what was asked, and no calls that came to nothing."""
    office.say("apollo or rather zephyr monday", unsure(calls(APOLLO), calls(ZEPHYR)))
    office.say("zephyr it was, on monday", calls(ZEPHYR))
    assert [(m.speaker.value, bool(m.calls)) for m in office.model.prompts[-1]] == [
        ("system", False), ("user", False), ("assistant", False), ("user", False),
    ]  # fmt: skip
    assert [p.arguments["project"] for p in office.pending] == ["ZEP"]


def test_a_possible_remark_is_asked_about_with_yes_and_no(office) -> None:
    """The other likely answer was words: then there is one reading, and it may be none."""
    office.say("apollo all monday, what a mess", unsure(calls(APOLLO), ModelReply("Good to know.")))
    assert office.texts[-1].choices == ("Yes", "No")
    assert "• Apollo (APO) 100 % Mon 16 Nov" in office.texts[-1].text
    office.say("yes")
    assert [p.arguments["project"] for p in office.pending] == ["APO"]


def test_readings_that_come_to_the_same_are_one_card(office) -> None:
    """Two calls for a day each or one for both: nobody is asked what makes no difference."""
    both = calls(("add_activities", {"project": "apollo", "dates": "monday and tuesday"}))
    each = calls(APOLLO, ("add_activities", {"project": "apollo", "dates": "tuesday"}))
    office.say("apollo monday and tuesday", unsure(both, each))
    assert len(office.cards) == 1


def test_a_reading_that_cannot_be_is_no_reading(office) -> None:
    """A project that nobody knows, or days that nobody said, would only be asked about."""
    unknown = calls(("add_activities", {"project": "monday", "dates": "monday"}))
    unsaid = calls(("add_activities", {"project": "apollo", "dates": "friday"}))
    office.say("apollo monday", unsure(calls(APOLLO), unknown, unsaid))
    assert len(office.cards) == 1


def test_a_reading_that_loses_what_was_said_is_no_reading(office) -> None:
    """Half of "monday and tuesday" is not what somebody meant; where the first loses something too, it may be."""
    both = calls(("add_activities", {"project": "apollo", "dates": "monday and tuesday"}))
    office.say("apollo monday and tuesday, please", unsure(both, calls(APOLLO)))
    assert [len(p.change.days) for p in office.pending] == [2]
    office.say("apollo and zephyr, either of them, monday", unsure(calls(APOLLO), calls(ZEPHYR)))
    assert office.texts[-1].choices == ("The upper one", "The lower one", "Neither")


def test_a_reading_of_more_than_a_day_a_day_is_no_reading(office) -> None:
    twice = calls(APOLLO, ("add_absence", {"reason": "sick", "dates": "monday"}))
    office.say("i was sick or on apollo monday, whichever", unsure(calls(SICK), twice))
    assert len(office.cards) == 1


def test_a_pick_is_held_against_the_rules_and_writes_only_after_approve(office) -> None:
    office.say("apollo or sick monday", unsure(calls(APOLLO), calls(SICK)))
    office.say("The lower one")
    assert office.entries() == []
    office.click("approve", office.pending[0])
    assert office.entries() == [("2026-11-16", "sick", 100)]


def test_an_answer_that_comes_twice_makes_no_second_card(office) -> None:
    """The buttons stay on the screen: once a reading was picked, "The upper one" is words like any other."""
    office.say("apollo or rather zephyr monday", unsure(calls(APOLLO), calls(ZEPHYR)))
    office.say("The upper one")
    office.say("The lower one", ModelReply("What do you mean?"))
    assert [p.arguments["project"] for p in office.proposals(ProposalState.PENDING)] == ["APO"]
    assert len(office.model.prompts) == 2


def test_a_pick_of_yesterdays_question_is_not_about_other_days(office) -> None:
    """ "tomorrow" is another day by then: what was written out is what counts, so nothing is proposed."""
    tomorrow = [("add_activities", {"project": name, "dates": "tomorrow"}) for name in ("apollo", "zephyr")]
    office.say("apollo or rather zephyr tomorrow", unsure(*map(calls, tomorrow)))
    office.clock.time += timedelta(days=1)
    office.say("The upper one")
    assert (office.cards, office.pending) == ([], [])
    assert office.texts[-1].text.startswith("All right. Say it in other words")


def test_an_absence_that_no_word_speaks_of_is_held_against_the_project_beside_the_days(office) -> None:
    """A model takes an idiom for an illness, and is sure of it; code is not."""
    office.say(
        "apollo since monday, haven't come up for air",
        calls(("add_absence", {"reason": "sick", "dates": "since monday"})),
    )
    assert office.cards == []
    assert "Apollo (APO) 100 % Mon 16" in office.texts[-1].text
    office.say("The lower one")
    assert [p.arguments.get("project") for p in office.pending] == ["APO"]


@pytest.mark.parametrize(
    "words",
    [
        "apollo can wait, sick monday",  # it is spoken of
        "apollo monday was cancelled, i was in bed with a cold",
        "couldn't do apollo, sth bad happened, monday was lost",  # the project stands elsewhere
    ],
)
def test_an_absence_that_is_spoken_of_or_alone_is_a_card(office, words: str) -> None:
    office.say(words, calls(SICK))
    assert [p.arguments.get("reason") for p in office.pending] == ["sick"]


@pytest.mark.parametrize("spoken", languages())
def test_a_button_is_understood_in_the_language_that_it_stands_in(spoken):
    """A click is a message with the button's words: whatever they are translated to, they are the answer."""
    answers = {"reading-first": 1, "reading-yes": 1, "reading-second": 2, "reading-neither": 0, "reading-no": 0}
    with speaking(spoken):
        assert {key: picked_number(say(key)) for key in answers} == answers
