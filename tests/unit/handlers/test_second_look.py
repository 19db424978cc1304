"""Where an answer leaves out a part of the message, the model's other answers are looked at before a card is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.ports import ModelReply
from tests.fakes import calls

Call = tuple[str, dict[str, str]]


def work(project: str, dates: str, **more: str) -> Call:
    """A call that adds work."""
    return "add_activities", {"project": project, "dates": dates, **more}


def away(reason: str, dates: str) -> Call:
    """A call that adds an absence."""
    return "add_absence", {"reason": reason, "dates": dates}


def nearly(first: ModelReply, *others: ModelReply) -> ModelReply:
    """An answer, and those that the model gave less probably."""
    return replace(first, look_again=lambda: others)


def lines(office) -> list[tuple[str, Sequence[str]]]:
    """What waits: what, and on which days of November."""
    return sorted(
        (p.arguments.get("project") or p.arguments["reason"], [day[-2:] for day in p.arguments["dates"]])
        for p in office.pending
    )


WORDS = "monday being an apollo day, what I did on the day after, tuesday, was of course zephyr"
TWO = (work("apollo", "monday"), work("zephyr", "tuesday"))
BOTH = calls(*TWO)


@pytest.mark.parametrize(
    "first",
    [
        calls(work("apollo", "monday")),  # one call too few
        calls(work("apollo", "monday, tuesday")),  # the next one's days too
        calls(work("apollo", "monday"), work("zephyr", "the day after, tuesday")),  # a day phrase that is none
    ],
)
def test_the_answer_that_has_it_all_is_taken(office, first: ModelReply) -> None:
    office.say(WORDS, nearly(first, calls(away("sick", "monday")), BOTH))
    assert lines(office) == [("APO", ["16"]), ("ZEP", ["17"])]
    assert office.texts == []


def test_an_answer_that_has_it_all_is_not_looked_at_again(office) -> None:
    def never() -> Sequence[ModelReply]:
        raise AssertionError("it took time that nobody needed to spend")

    office.say("apollo monday, zephyr tuesday", replace(BOTH, look_again=never))
    assert lines(office) == [("APO", ["16"]), ("ZEP", ["17"])]


@pytest.mark.parametrize(
    "other",
    [
        calls(work("zephyr", "tuesday")),  # it loses what the first one had
        calls(work("apollo", "monday"), work("zephyr", "monday")),  # it fills a day twice
        calls(work("apollo", "monday"), work("zephyr", "the day of days")),  # it would be asked about
        ModelReply("Noted."),
    ],
)
def test_no_other_answer_is_taken_that_leaves_something_out_too(office, other: ModelReply) -> None:
    """The first one stands, and code says what it lacks."""
    office.say(WORDS, nearly(calls(work("apollo", "monday")), other))
    assert lines(office) == [("APO", ["16"])]
    assert "Zephyr" in office.texts[-1].text


def test_a_part_of_a_name_is_named_too(office) -> None:
    """ "Zeph" is Zephyr: an answer without it has not everything."""
    first = calls(work("apollo", "the day after, tuesday, was"), work("apollo", "monday"))
    whole = calls(work("apollo", "monday"), work("zeph", "tuesday"))
    office.say(WORDS.replace("zephyr", "zeph"), nearly(first, calls(work("apollo", "monday, tuesday")), whole))
    assert lines(office) == [("APO", ["16"]), ("ZEP", ["17"])]


@pytest.mark.parametrize(
    ("before", "words", "first", "other"),
    [
        # a remark, a ban, a doubt: nothing that has to be on a line
        ("", "apollo monday, leave zephyr as it is", [work("apollo", "monday")], [*TWO]),
        # days that were cut short, and what was asked about
        ("", "apollo friday of the fair week", [work("apollo", "friday of the fair week")], [work("apollo", "friday")]),
        ("", "phoenix and apollo monday, well, and zephyr wednesday",
         [work("phoenix", "monday"), work("apollo", "monday")],
         [work("apollo", "monday"), work("zephyr", "wednesday")]),
        # another tool than the first answer had
        ("", "remove apollo on monday and what there is of zephyr on tuesday",
         [("delete_entries", {"project": "apollo", "dates": "monday"})],
         [("delete_entries", {"project": "apollo", "dates": "monday"}), work("zephyr", "tuesday")]),
        # both on a day is for the person to share out
        ("", "apollo and zephyr kept me busy monday", [work("apollo", "monday"), work("zephyr", "monday")],
         [work("apollo", "monday", percent="busy"), work("zephyr", "monday")]),
        # what waits already is not left out
        ("zephyr tuesday", "and then there was also apollo, monday, before zephyr", [work("apollo", "monday")], [*TWO]),
    ],
)  # fmt: skip
def test_other_answers_are_not_taken_for_what_they_are_not(office, before, words, first, other) -> None:
    """It comes to the same as without them."""
    office.fill("2026-11-16", 100)
    if before:
        office.say(before, calls(work("zephyr", "tuesday")))
    office.say(words, nearly(calls(*first), calls(*other)))
    looked = lines(office), [text.text for text in office.texts]
    office.say("forget it")
    if before:
        office.say(before, calls(work("zephyr", "tuesday")))
    count = len(office.texts)
    office.say(words, calls(*first))
    assert (lines(office), [text.text for text in office.texts][count:]) == (looked[0], looked[1])


def test_while_something_is_asked_nothing_is_looked_at_again(office) -> None:
    """The message answers a question: half of it is somewhere else."""
    office.say("half a day on tuesday", calls(("add_activities", {"dates": "tuesday", "percent": "half a day"})))
    office.say(
        "zephyr, apollo is over", nearly(calls(work("zephyr", "")), calls(work("zephyr", ""), work("apollo", "")))
    )
    assert lines(office) == [("ZEP", ["17"])]


def test_a_doubt_is_asked_about_and_not_decided(office) -> None:
    """The model nearly gave the other answer: the person picks."""
    first = calls(work("apollo", "monday"))
    office.say(WORDS, replace(first, others=(BOTH,), look_again=lambda: (BOTH,)))
    assert lines(office) == []
    assert office.texts[-1].choices


def test_what_is_unknown_is_for_the_person_to_say(office) -> None:
    """Another answer would do without it."""
    first = calls(work("phoenix", "tuesday"), work("apollo", "monday"))
    office.say("phoenix tuesday and apollo monday", nearly(first, calls(work("apollo", "monday"))))
    assert lines(office) == [("APO", ["16"])]
    assert "phoenix" in office.texts[-1].text
