"""Constrained answers of random weights, for every family: each is a call that its schema allows and its parser reads.

The everyday suite draws a few for each model; `make families` draws five hundred (TALLY_FAMILY_ANSWERS).
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import product
from typing import Any

import jsonschema
import pytest
from family_cases import CASES, Case
from llama_source import tokenizer
from llguidance import LLMatcher
from random_answers import RandomModel
from tiny_gguf import write_real

from bot.domain.conversation import Message, Speaker
from bot.llm.families import CallFormat, family_of
from bot.llm.stream import WordStream
from bot.llm.template import ChatTemplate
from bot.ports import ToolSchema

ANSWERS = int(os.environ.get("TALLY_FAMILY_ANSWERS", "20"))
SHORT = {"type": "string", "description": "As it was said.", "maxLength": 12}
COUNT = {"type": "integer", "description": "How many.", "minimum": 0, "maximum": 400}
TOOLS = (
    ToolSchema("add_activities", "Log days.", {
        "type": "object", "properties": {"project": SHORT, "dates": SHORT, "percent": COUNT},
    }, {"project": 1, "dates": 3}),
    ToolSchema("add_absence", "Log days off.", {
        "type": "object",
        "properties": {
            "reason": {"type": "string", "enum": ["paid_leave", "rtt", "sick"], "description": "Why."},
            "half": {"type": "boolean", "description": "Half a day."},
            "note": SHORT,
        },
        "required": ["reason", "note"],
        "additionalProperties": False,
    }),
    ToolSchema("set_rota", "Lists and objects: none of ours has any, another project's may.", {
        "type": "object",
        "properties": {
            "days": {"type": "array", "description": "Days.", "items": SHORT, "maxItems": 3},
            "place": {
                "type": "object",
                "description": "Where.",
                "properties": {"city": SHORT, "floor": COUNT},
                "required": ["floor"],
                "additionalProperties": False,
            },
        },
        "required": ["place"],
    }),
    ToolSchema("all_days", "Everything.", {"type": "object", "properties": {}, "required": []}),
)  # fmt: skip
SAID = (
    "l'été \"Zoë-2\" lundi, mardi\\mercredi <|\"|> </parameter>\n</tool_call> [/INST] 'x'",
    "Which days?",
)
COPIED = tuple(
    replace(tool, parameters={**tool.parameters, "properties": {
        name: {"type": "string", "description": "As it was said."} if name in tool.spans else schema
        for name, schema in tool.parameters["properties"].items()
    }})
    for tool in TOOLS
)  # fmt: skip
"""What is copied is as long as what was said."""
TALK = (Message(Speaker.SYSTEM, "You are Tally."), Message(Speaker.USER, "apollo monday"))


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Models"]:
    """The models of the cases, one at a time in memory."""
    opened = Models(tmp_path_factory)
    yield opened
    opened.close()


class Models:
    """Keeps the model that was asked for last: the next case often has the same tokens."""

    def __init__(self, paths: pytest.TempPathFactory) -> None:
        self._paths = paths
        self._kept: tuple[object, RandomModel] | None = None

    def model(self, case: Case) -> RandomModel:
        """The model with this case's tokens."""
        key = (case.tokenizer, case.control, case.marks)
        if self._kept is None or self._kept[0] != key:
            self.close()
            path = self._paths.mktemp("families") / "model.gguf"
            write_real(path, tokenizer(case.tokenizer), case.template, control=case.control, marks=case.marks)
            self._kept = key, RandomModel(path)
            path.unlink()
        return self._kept[1]

    def close(self) -> None:
        """Free the model."""
        if self._kept is not None:
            self._kept[1].close()
            self._kept = None


@pytest.mark.timeout(3600 if ANSWERS > 100 else 120)
@pytest.mark.parametrize(
    "case", sorted(CASES, key=lambda case: (case.tokenizer, case.control, case.marks)), ids=lambda c: c.name
)
def test_every_random_answer_is_a_call_that_its_schema_allows(case: Case, models: Models) -> None:
    """With its model's own tokens, marks that are control tokens among them; free arguments and copied ones."""
    model = models.model(case)
    calls = family_of(case.template).calls(case.template)
    template = ChatTemplate(
        case.template,
        bos=model.vocabulary.bos_text,
        eos=model.vocabulary.eos_text,
        control=model.vocabulary.control_strings(),
        now=lambda: datetime(2026, 11, 16),
    )
    model.read(template.pieces(*calls.framed(TALK, TOOLS)))
    tokens = model.vocabulary.for_grammars(calls.marks.all)
    grammars = [
        (words, beginning, LLMatcher(tokens, LLMatcher.grammar_from_lark(calls.grammar(**asked)), log_level=0))
        for words, beginning, asked in openings(calls)
    ]
    assert not [matcher.get_error() for *_, matcher in grammars if matcher.is_error()]
    counts = set()
    for number in range(ANSWERS):
        words, beginning, matcher = grammars[number % len(grammars)]
        answer = model.answer(matcher.deep_copy(), beginning, number).decode("utf-8", "replace")
        counts.add(check(calls, answer, words))
    assert len(counts) > 1 or calls.marks.most == 1 or ANSWERS < 100


def openings(calls: CallFormat) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """How an answer may come to a call: at once, behind words, behind reasoning; with what was said, and without."""
    marks = calls.marks
    starts = [marks.call.removeprefix(marks.begun)]
    if marks.heading and not starts[0]:  # random weights would think or talk for ever
        starts = [" to=functions.", "<|channel|>commentary to=functions."] if marks.thoughts else ["add_a", "all_"]
    for (said, tools), start in product((((), TOOLS), (SAID, COPIED)), starts):
        asked = {"tools": tools, "said": said, "reasoning": False}
        yield "", start, {**asked, "required": True}
        yield "", start, asked
        if marks.prefix:
            yield "", marks.prefix + start, asked
        if marks.mixed:
            yield "Right.", f"{marks.heading.removeprefix(marks.begun)}Right.{marks.call}", asked
        for opened, closed in marks.thoughts:
            thought = f"{opened.removeprefix(marks.begun)}\nso?{closed}{marks.begun}"
            yield "", thought + start, {**asked, "required": True}
        if marks.thoughts and not marks.heading:
            yield "", f"so?{marks.thoughts[0][1]}\n{start}", {**asked, "reasoning": True}


def check(calls: CallFormat, answer: str, words: str) -> int:
    """One answer: read as calls that are allowed, and nothing but its words shown. How many calls it holds."""
    reasoning = answer.startswith("so?")
    shown: list[str] = []
    stream = WordStream(calls.marks, shown.append, reasoning=reasoning)
    for at in range(0, len(answer.encode()), 3):
        stream.feed(answer.encode()[at : at + 3])
    stream.finish()
    assert "".join(shown) == words, answer
    reply = calls.parse(answer, reasoning=reasoning, tools=TOOLS)
    assert reply.text == words
    assert reply.calls, answer
    schemas = {tool.name: tool.parameters for tool in COPIED}
    for call in reply.calls:
        jsonschema.validate(dict(call.arguments), dict(schemas[call.tool]))
    return len(reply.calls)
