"""How model families write a tool call: one table, looked up by what stands in the chat template.

To add a family: one entry in `FAMILIES`. Where its calls are a name and JSON between fixed strings, `JsonCalls` and
its `Marks` are all it takes; otherwise write another class below `Calls`. `tests/unit/llm/test_families.py` has one
entry for each family as well, and what must hold for every one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.llm.families import framing
from bot.llm.families.format import CallFormat as CallFormat
from bot.llm.families.format import tidy as tidy
from bot.llm.families.gemma import GemmaCalls
from bot.llm.families.harmony import HarmonyCalls
from bot.llm.families.json_calls import JsonCalls
from bot.llm.families.pythonic import PythonicCalls
from bot.llm.families.xml_calls import XmlCalls
from bot.llm.marks import Marks

_NINE = "[a-zA-Z0-9]{9}"
_BARE = ('{ "', "{\n")
"""How words would begin what merely looks like a call."""


@dataclass(frozen=True)
class Family:
    """One entry of the table: `recognises` reads a chat template, `calls` makes the format that it asks for."""

    name: str
    recognises: Callable[[str], bool]
    calls: Callable[[str], CallFormat]


def family_of(template: str) -> Family:
    """The first entry that recognises the template (the last one recognises any)."""
    return next(family for family in FAMILIES if family.recognises(template))


def _holding(*marks: str) -> Callable[[str], bool]:
    """Recognises a template in which all of these stand."""
    return lambda template: all(mark in _unescaped(template) for mark in marks)


def _unescaped(template: str) -> str:
    """The template with its string literals as they are written out."""
    return template.replace('\\"', '"').replace("\\n", "\n")


def _is_hermes(template: str) -> bool:
    """JSON between the tags; others put XML there."""
    others = ("<arg_key>", "<function=", "<parameter=")
    return "<tool_call>" in template and '"name"' in _unescaped(template) and not any(map(template.count, others))


def _is_smollm(template: str) -> bool:
    return "SmolLM" in template or ("xml_tools" in template and "<tool_call>" in template)


def _hermes(template: str) -> JsonCalls:
    gap = "" if '"name":"' in _unescaped(template) else " "
    return JsonCalls(
        Marks("<tool_call>", never=("</tool_call>",)),
        before=f'\n{{"name":{gap}"',
        between=f'",{gap}"arguments":{gap}',
        after="}\n</tool_call>",
        spaced=bool(gap),
    )


def _smollm(template: str) -> JsonCalls:
    return JsonCalls(
        Marks("<tool_call>", never=("</tool_call>",)),
        before='\n{"name": "',
        between='", "arguments": ',
        after="}\n</tool_call>",
        spaced=True,
        told=False,
        framing=framing.told_in_tags,
    )


def _llama(template: str) -> JsonCalls:
    """Bare JSON; where the prompt speaks of ipython, the model may write that tag first."""
    return JsonCalls(
        Marks('{"', prefix="<|python_tag|>", separator="; ", never=_BARE),
        before='name": "',
        between='", "parameters": ',
        after="}",
        spaced=True,
        framing=framing.single_calls,
    )


def _mistral_list(template: str) -> JsonCalls:
    """Mistral Nemo and the others of its time: one list, in which each call may have an id."""
    return JsonCalls(
        Marks("[TOOL_CALLS]", opening="[", separator="", again=", ", closing="]", never=("[TOOL_RESULTS]",)),
        before='{"name": "',
        between='", "arguments": ',
        aside=f', "id": "{_NINE}"',
        after="}",
        spaced=True,
        framing=framing.mistral,
    )


def _mistral_named(template: str) -> JsonCalls:
    """Ministral 3, Mistral Small 3.2, Devstral: a name and its arguments, behind a mark each."""
    return JsonCalls(
        Marks(
            "[TOOL_CALLS]",
            thoughts=(("[THINK]", "[/THINK]"),),
            separator="",
            never=("[TOOL_RESULTS]", "[ARGS]", "[CALL_ID]"),
        ),
        before="",
        label=rf"\[CALL_ID\]{_NINE}" if "[CALL_ID]" in template else "",
        between="[ARGS]",
        after="",
        spaced=True,
        framing=framing.mistral,
    )


def _functionary_1_4(template: str) -> JsonCalls:
    begun = "\nassistant"
    to = " ".join((begun, "to=functions."))
    marks = Marks(to, begun=begun, heading=f"{begun}:\n", thoughts=(), separator="", most=1, never=("\nuser:",))
    return JsonCalls(marks, before="", between=":\n", after="", spaced=True, told=False, framing=framing.function_calls)


def _functionary_1(template: str) -> JsonCalls:
    start, end = "<|START_OF_FUNCTION_CALL|>", "<|END_OF_FUNCTION_CALL|>"
    marks = Marks(start, thoughts=(), separator="", closing=end, most=1, ending="<|END_OF_ASSISTANT|>", never=(end,))
    return JsonCalls(marks, before="", between=":\n", after="", spaced=True, told=False, framing=framing.function_calls)


def _functionary_2(template: str) -> JsonCalls:
    begun = "\n<|from|>assistant\n<|recipient|>"
    marks = Marks(
        begun,
        begun=begun,
        heading=f"{begun}all\n<|content|>",
        thoughts=(),
        separator="",
        ending="<|stop|>",
        never=("<|from|>", "<|recipient|>", "<|content|>"),
    )
    return JsonCalls(marks, before="", between="\n<|content|>", after="", spaced=True, framing=framing.texts)


def _functionary_2_llama(template: str) -> JsonCalls:
    marks = Marks("<|reserved_special_token_249|>", thoughts=(), separator="")
    return JsonCalls(marks, before="", between="\n", after="", spaced=True, framing=framing.texts)


def _functionary_3_1(template: str) -> JsonCalls:
    marks = Marks("<function=", thoughts=(), separator="", never=("</function>",))
    return JsonCalls(marks, before="", between=">", after="</function>", spaced=True)


def _functionary_3_2(template: str) -> JsonCalls:
    marks = Marks(">>>", begun=">>>", heading=">>>all\n", thoughts=(), separator="")
    return JsonCalls(marks, before="", between="\n", after="", spaced=True, framing=framing.texts)


def _phi(template: str) -> JsonCalls:
    """Phi-4-mini: one list, and the tools inside the system message."""
    start, end = "<|tool_call|>", "<|/tool_call|>"
    return JsonCalls(
        Marks(start, opening="[", separator="", again=", ", closing=f"]{end}", never=(end,)),
        before='{"name": "',
        between='", "arguments": ',
        after="}",
        spaced=True,
        told=False,
        framing=framing.phi,
    )


def _gemma(template: str) -> GemmaCalls:
    return GemmaCalls(gathered="OpenAI Chat Completions" not in template)


def _untold(template: str) -> JsonCalls:
    return JsonCalls(
        Marks('{"', never=_BARE),
        before='name": "',
        between='", "arguments": ',
        after="}",
        spaced=True,
        told=False,
        framing=framing.told_in_words_for(template),
    )


FAMILIES = (
    Family("gpt-oss", _holding("<|channel|>", "<|message|>", "<|start|>"), lambda _: HarmonyCalls()),
    Family("gemma-4", _holding("<|tool_call>call:"), _gemma),
    Family("functionary-3.2", _holding(">>>all", ">>>${recipient}"), _functionary_3_2),
    Family("functionary-2-llama", _holding("<|reserved_special_token_249|>"), _functionary_2_llama),
    Family("functionary-2", _holding("<|recipient|>", "<|content|>"), _functionary_2),
    Family("functionary-1", _holding("<|START_OF_FUNCTION_CALL|>"), _functionary_1),
    Family("functionary-1.4", _holding("assistant to="), _functionary_1_4),
    Family("xml", _holding("<tool_call>", "<function=", "<parameter="), lambda _: XmlCalls()),
    Family("functionary-3.1", _holding("<function=", "</function>"), _functionary_3_1),
    Family("mistral-named", _holding("[TOOL_CALLS]", "[ARGS]"), _mistral_named),
    Family("mistral-list", _holding("[TOOL_CALLS]"), _mistral_list),
    Family("lfm2", lambda t: any(map(t.count, ("<|tool_call_start|>", "List of tools: "))), lambda _: PythonicCalls()),
    Family("phi-4-mini", _holding("<|tool|>", "message['tools']"), _phi),
    Family("smollm3", _is_smollm, _smollm),
    Family("hermes", _is_hermes, _hermes),
    Family("llama-3", _holding("<|start_header_id|>", '{"name": function name, "parameters": '), _llama),
    Family("json", lambda template: True, _untold),
)
"""`xml`: Qwen 3.5, Qwen3-Coder. `hermes`: Qwen 2.5 and 3, Hermes, Granite 4, the built-in model. `json`: whatever
else, which is told in words what to write (Phi 3.5 among them)."""
