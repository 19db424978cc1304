"""Every family, with its own model's chat template: what it is told, and that its calls come back."""

from datetime import datetime
from functools import cache

import pytest
from family_cases import CASES, Case

from bot.domain.conversation import Message, Speaker, ToolCall
from bot.errors import ModelRefused
from bot.llm.families import FAMILIES, CallFormat, family_of
from bot.llm.stream import WordStream
from bot.llm.template import ChatTemplate
from bot.ports import ToolSchema

TEXT = {"type": "string", "description": "As it was said."}
TOOLS = (
    ToolSchema("add_activities", "Log days.", {"type": "object", "properties": {"project": TEXT, "dates": TEXT}}),
    ToolSchema("add_absence", "Log days off.", {
        "type": "object",
        "properties": {"reason": {"type": "string", "enum": ["rtt", "sick"], "description": "Why."}, "dates": TEXT},
        "required": ["reason"],
        "additionalProperties": False,
    }),
    ToolSchema("discard", "Drop it.", {"type": "object", "properties": {}, "required": []}),
)  # fmt: skip
WORK = ToolCall("callabc01", "add_activities", {"project": "Apollo", "dates": "monday, friday"})
MORE = ToolCall("callabc02", "add_activities", {"project": "Zephyr", "dates": "june 3"})
SICK = ToolCall("an-id-of-another-model", "add_absence", {"reason": "sick", "dates": "tuesday"})
TALK = (
    Message(Speaker.SYSTEM, "You are Tally."),
    Message(Speaker.USER, "apollo monday and friday"),
    Message(Speaker.ASSISTANT, calls=(WORK,)),
    Message(Speaker.TOOL, "pending 1", call_id=WORK.id),
    Message(Speaker.ASSISTANT, "It is on your card."),
    Message(Speaker.USER, "sick tuesday, and again"),
    Message(Speaker.ASSISTANT, calls=(SICK, MORE)),
    Message(Speaker.TOOL, "pending 2", call_id=SICK.id),
    Message(Speaker.TOOL, "pending 3", call_id=MORE.id),
    Message(Speaker.USER, "thanks"),
)
ODD_TALKS = {
    "a conversation that we began": (
        TALK[0],
        Message(Speaker.ASSISTANT, "Your report is empty."),
        Message(Speaker.USER, "apollo monday"),
    ),
    "two messages in a row": (*TALK[:2], Message(Speaker.USER, "no, friday")),
    "two answers in a row": (*TALK[:5], Message(Speaker.ASSISTANT, "Don't forget May."), Message(Speaker.USER, "ok")),
    "words before calls": (
        *TALK[:2],
        Message(Speaker.ASSISTANT, "On it.", (WORK,)),
        TALK[3],
        Message(Speaker.USER, "so?"),
    ),
    "ends with a result": TALK[:4],
    "no system message": TALK[1:],
    "nothing but a system message": TALK[:1],
}  # fmt: skip
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@cache
def call_format(case: Case) -> CallFormat:
    return family_of(case.template).calls(case.template)


def prompt(case: Case, messages: tuple[Message, ...], tools: tuple[ToolSchema, ...] = TOOLS) -> str:
    return "".join(chat_template(case).pieces(*call_format(case).framed(messages, tools)))


@cache
def chat_template(case: Case) -> ChatTemplate:
    return ChatTemplate(case.template, bos="<s>", eos="</s>", now=lambda: datetime(2026, 11, 16))


def content(calls: tuple[ToolCall, ...]) -> list[tuple[str, object]]:
    return [(call.tool, dict(call.arguments)) for call in calls]


@each_case
def test_each_model_finds_its_family(case: Case) -> None:
    """By what stands in its template, and nothing else."""
    assert family_of(case.template).name == case.family


@each_case
def test_the_engine_knows_that_each_model_is_told_of_its_tools(case: Case) -> None:
    """By the template itself or by the messages: otherwise tools could not be taken away."""
    assert chat_template(case).shows_tools or not call_format(case).told


def test_every_family_has_a_case() -> None:
    """A family without a real template is a guess."""
    assert {case.family for case in CASES} == {family.name for family in FAMILIES}


@each_case
def test_the_prompt_says_the_tools_the_calls_and_the_results(case: Case) -> None:
    """In order, each of them once, whatever the template makes of messages."""
    shown = prompt(case, TALK)
    told = ["You are Tally.", "apollo monday and friday", "monday, friday", "pending 1", "It is on your card.",
            "sick tuesday, and again", "june 3", "pending 3", "thanks"]  # fmt: skip
    if case.family == "mistral-list":  # Nemo puts the system message before the last words of the person
        told.insert(-1, told.pop(0))
    places = [shown.find(text) for text in told]
    assert min(places) >= 0, told[places.index(min(places))]
    assert places == sorted(places)
    assert all(tool.name in shown for tool in TOOLS)
    assert all(shown.count(f"pending {number}") == 1 for number in (1, 2, 3))


@each_case
@pytest.mark.parametrize("talk", ODD_TALKS.values(), ids=ODD_TALKS)
def test_no_legal_conversation_is_refused(case: Case, talk: tuple[Message, ...]) -> None:
    """Also without tools: a summary is asked for so. No word of the person is lost."""
    for tools in (TOOLS, ()):
        shown = prompt(case, talk, tools)
        assert all(m.text in shown for m in talk if m.speaker is Speaker.USER)


@each_case
def test_what_the_template_writes_for_a_call_is_read_as_that_call(case: Case) -> None:
    """A model writes calls as its template does: it has learnt from such prompts."""
    calls = call_format(case)
    reply = calls.parse(written(case), reasoning=False, tools=TOOLS)
    assert (reply.text, content(reply.calls)) == ("", content((WORK,)))


@each_case
def test_a_broken_call_is_refused_and_nothing_of_it_is_shown(case: Case) -> None:
    """Cut anywhere, or with something behind it: never words for the person."""
    calls = call_format(case)
    whole = written(case)
    assert not seen(calls, whole)
    for at in range(len(calls.marks.call.removeprefix(calls.marks.begun)) + 1, len(whole)):
        assert not seen(calls, whole[:at]), whole[:at]
        try:
            reply = calls.parse(whole[:at], reasoning=False, tools=TOOLS)
        except ModelRefused:
            continue
        assert (reply.text, content(reply.calls)) == ("", content((WORK,))), whole[:at]
    with pytest.raises(ModelRefused):
        calls.parse(whole + " and then words", reasoning=False, tools=TOOLS)


@each_case
def test_words_are_shown_and_reasoning_is_not(case: Case) -> None:
    """With the headings that a family puts before them, and without."""
    calls = call_format(case)
    marks = calls.marks
    heading = marks.heading.removeprefix(marks.begun)
    for opened, closed in (("", ""), *marks.thoughts):
        thought = f"{opened.removeprefix(marks.begun)}apollo?{closed}" if opened else ""
        answer = f"{thought}{marks.begun if opened else ''}{heading}Which days? 3 < 4 [all]"
        assert seen(calls, answer) == "Which days? 3 < 4 [all]"
        assert calls.parse(answer, reasoning=False, tools=TOOLS).text == "Which days? 3 < 4 [all]"
        assert seen(calls, thought.removesuffix(closed) if closed else "") == ""
    if marks.ending:
        assert seen(calls, f"{heading}Yes.{marks.ending}") == "Yes."
        assert calls.parse(f"{heading}Yes.{marks.ending}", reasoning=False).text == "Yes."


@cache
def written(case: Case) -> str:
    """The call as the model's template writes it: the longest text behind the person's words that is a call."""
    calls = call_format(case)
    shown = prompt(case, (*TALK[:4], Message(Speaker.USER, "end")))
    start = shown.index(calls.marks.call, shown.index("apollo monday and friday")) + len(calls.marks.begun)
    for end in range(shown.index("pending 1"), start, -1):
        try:
            if calls.parse(shown[start:end], reasoning=False, tools=TOOLS).calls:
                return shown[start:end]
        except ModelRefused:
            continue
    pytest.fail(f"no call in {shown[start:]!r}")


def seen(calls: CallFormat, answer: str) -> str:
    """What a person sees of an answer, however its bytes arrive."""
    shown: list[str] = []
    words = WordStream(calls.marks, shown.append, reasoning=False)
    for byte in answer.encode():
        words.feed(bytes([byte]))
    words.finish()
    return "".join(shown)
