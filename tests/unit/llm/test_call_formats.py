"""The table of call formats: recognition, parsing, and models that know no tools."""

import pytest

from bot.domain.conversation import Message, Speaker, ToolCall
from bot.errors import ModelError
from bot.llm.families import CallFormat, family_of
from bot.ports import ToolSchema

COMPACT = '<tool_call>\\n{"name":"\' ~ name'
SPACED = '<tool_call>\\n{\\"name\\": \\"'


def hermes(template: str = COMPACT) -> CallFormat:
    return family_of(template).calls(template)


def parsed(answer: str, *, reasoning: bool = False) -> tuple[str, list[tuple[str, object]]]:
    reply = hermes().parse(answer, reasoning=reasoning)
    return reply.text, [(call.tool, dict(call.arguments)) for call in reply.calls]


def call(name: str, arguments: str) -> str:
    return f'<tool_call>\n{{"name":"{name}","arguments":{arguments}}}\n</tool_call>'


def test_each_template_finds_its_family() -> None:
    """Hermes by its tag, everything else by bare JSON."""
    assert family_of(COMPACT).name == family_of(SPACED).name == "hermes"
    assert family_of("{{ messages }}").name == "json"


def test_calls_are_read_in_order_with_the_words_before_them() -> None:
    """One answer may hold words and several calls, with or without a line between them."""
    answer = "Right.\n" + call("a", '{"x":" monday","n":1}') + call("b", "{}") + "\n" + call("c", '{"l":[" y "]}')
    assert parsed(answer) == ("Right.", [("a", {"x": "monday", "n": 1}), ("b", {}), ("c", {"l": ["y"]})])


def test_a_template_with_spaces_gets_calls_with_spaces() -> None:
    """Qwen's template writes JSON as `tojson` does; its model was trained on that."""
    reply = hermes(SPACED).parse('<tool_call>\n{"name": "a", "arguments": {"x": "y"}}\n</tool_call>', reasoning=False)
    assert (reply.calls[0].tool, reply.calls[0].arguments) == ("a", {"x": "y"})


def test_reasoning_is_neither_words_nor_calls() -> None:
    """Also where the prompt has opened the block already, and where it never ends."""
    thought = "<think>maybe " + call("a", "{}") + "</think>\n"
    assert parsed(thought + "Hello") == ("Hello", [])
    assert parsed("maybe</think>Hello", reasoning=True) == ("Hello", [])
    assert parsed("<think>endless") == ("", [])


def test_marks_inside_an_argument_end_nothing() -> None:
    """The JSON decides where an argument ends."""
    assert parsed(call("a", '{"x":"</tool_call><tool_call><think>"}')) == (
        "",
        [("a", {"x": "</tool_call><tool_call><think>"})],
    )


def test_strings_are_stripped_and_storable() -> None:
    """Half a surrogate pair and a NUL would break the database later."""
    assert parsed(call("a", r'{"x":" a\u0000b\ud800 "}')) == ("", [("a", {"x": "ab\ufffd"})])


@pytest.mark.parametrize(
    "answer",
    [
        '<tool_call>\n{"name":"a","arguments":{"x":',
        '<tool_call>\n{"name":"a"}\n</tool_call>',
        "<tool_call>{}</tool_call>",
        call("a", '"text"'),
        call("a", "{}") + " and words",
    ],
)
def test_what_looks_like_a_call_and_is_none_is_an_error_never_words(answer: str) -> None:
    """A person must not be shown half a call."""
    with pytest.raises(ModelError):
        parsed(answer)


def test_every_call_has_its_own_id_that_all_templates_accept() -> None:
    """Mistral's wants nine letters and digits."""
    ids = [each.id for each in hermes().parse(call("a", "{}") * 3, reasoning=False).calls]
    assert len(set(ids)) == 3
    assert all(len(each) == 9 and each.isalnum() for each in ids)


def test_a_template_without_tools_is_told_everything_in_words() -> None:
    """Such a template would drop calls and choke on the role `tool`."""
    calls = family_of("{{ messages }}").calls("{{ messages }}")
    said, left = calls.framed(
        [
            Message(Speaker.SYSTEM, "You are Tally."),
            Message(Speaker.USER, "forget it"),
            Message(Speaker.ASSISTANT, calls=(ToolCall("1", "discard", {}), ToolCall("2", "get", {"a": "é"}))),
            Message(Speaker.TOOL, "done", call_id="1"),
            Message(Speaker.TOOL, "ok", call_id="2"),
        ],
        [ToolSchema("discard", "Drop it.", {})],
    )
    assert not left
    assert [message.speaker for message in said] == [Speaker.SYSTEM, Speaker.USER, Speaker.ASSISTANT, Speaker.USER]
    assert '"name": "discard", "description": "Drop it."' in said[0].text
    assert said[3].text == "Result: done\nResult: ok"
    written = calls.parse(said[2].text, reasoning=False).calls
    assert [(each.tool, each.arguments) for each in written] == [("discard", {}), ("get", {"a": "é"})]


def test_a_template_with_tools_gets_the_messages_untouched() -> None:
    """The model's own template knows best."""
    messages = [Message(Speaker.TOOL, "done", call_id="1")]
    assert hermes().framed(messages, []) == (messages, [])
