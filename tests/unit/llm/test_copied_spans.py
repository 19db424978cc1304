"""An argument that is copied can be nothing but a span of what was said, whatever the weights."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.conversation import Message, Speaker, ToolCall
from bot.llm.llama import LlamaCppModel
from bot.llm.spans import copied_object, spoken
from bot.ports import ToolSchema

SYSTEM = Message(Speaker.SYSTEM, "You are Tally. Projects: Zephyr")


def words(text: str) -> list[str]:
    """The words and signs that a span is made of."""
    return re.findall(r"\w+|[^\w\s]", text)


def is_span(value: str, texts: list[str]) -> bool:
    """True when these words stand in one of the texts in a row."""
    wanted = words(value)
    return any(wanted == found[at : at + len(wanted)] for found in map(words, texts) for at in range(len(found)))


@pytest.fixture
def copied(tools: list[ToolSchema]) -> list[ToolSchema]:
    """The tools with a project that is copied from one place, and days from up to three."""
    spans = {"project": 1, "dates": 3}
    return [replace(t, spans={n: s for n, s in spans.items() if n in t.parameters["properties"]}) for t in tools]


def test_what_may_be_copied_are_words_of_the_person_options_that_were_shown_and_earlier_calls() -> None:
    """Not what the system message says, nor what a tool found: the ledger's list is not what somebody said."""
    call = ToolCall("c", "add_activities", {"project": "apollo", "percent": 50})
    messages = [
        SYSTEM,
        Message(Speaker.USER, "apollo"),
        Message(Speaker.ASSISTANT, calls=(call,)),
        Message(Speaker.TOOL, "ask dates", call_id="c"),
        Message(Speaker.ASSISTANT, "Which days?"),
        Message(Speaker.USER, "monday"),
    ]
    assert spoken(messages) == ("apollo", "Which days?", "monday")


def test_random_weights_copy_or_leave_out(tiny: Path, copied: list[ToolSchema]) -> None:
    """They know no word of it, and still write no name and no day that nobody said, quotes and accents included."""
    said = 'l\'été "Zoë-2" lundi, mardi\\mercredi'
    model = LlamaCppModel(tiny, context_tokens=4096, max_tokens=1500, threads=1, temperature=1.0)
    written: dict[str, list[str]] = {"project": [], "dates": []}
    for number in range(60):
        text = f"{said} {number}"
        reply = model.reply([SYSTEM, Message(Speaker.USER, text)], copied, lambda _: None)
        for call in reply.calls:
            for name in written.keys() & call.arguments.keys():
                value = call.arguments[name]
                written[name].append(value)
                assert value, "an empty argument"
                assert name != "project" or is_span(value, [text]), value
                assert set(words(value)) <= {*words(text), ","}, value
    model.close()
    assert len(written["project"]) > 20
    assert any(not is_span(value, [said]) for value in written["dates"]), "days from several places"


def test_a_conversation_without_words_leaves_the_arguments_free(tiny: Path, copied: list[ToolSchema]) -> None:
    """Otherwise no call could be written at all."""
    model = LlamaCppModel(tiny, context_tokens=4096, max_tokens=1500, threads=1, temperature=1.0)
    replies = [model.reply([replace(SYSTEM, text=str(n))], copied, lambda _: None) for n in range(30)]
    model.close()
    assert any(call.arguments.get("project") for reply in replies for call in reply.calls)


def test_an_argument_that_is_required_cannot_be_left_out() -> None:
    """The object's rules follow the schema: the order, what may be missing, and what may not."""
    rules = copied_object("o", {"required": ["b"]}, {"a": "A", "b": "B"}, comma=",", colon=":")
    assert rules == [
        'o: "{" o_first_0 "}"',
        'o_first_0: "\\"a\\":" A o_more_1 | o_first_1',
        'o_first_1: "\\"b\\":" B o_more_2',
        'o_first_2: ""',
        'o_more_0: ",\\"a\\":" A o_more_1 | o_more_1',
        'o_more_1: ",\\"b\\":" B o_more_2',
        'o_more_2: ""',
    ]
