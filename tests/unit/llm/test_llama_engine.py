"""The engine on a tiny model with random weights: whatever such a model writes must be well-formed."""

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jsonschema
import pytest
from gguf import GGMLQuantizationType
from tiny_gguf import write_model

from bot.domain.conversation import Message, Speaker
from bot.errors import ModelError, ModelFileError
from bot.llm.builtin import builtin_model
from bot.llm.llama import LlamaCppModel
from bot.ports import ModelReply, ToolSchema

SYSTEM = Message(Speaker.SYSTEM, "You are Tally.")


def ask(model: LlamaCppModel, text: str, tools: Sequence[ToolSchema]) -> tuple[ModelReply, list[str]]:
    shown: list[str] = []
    return model.reply([SYSTEM, Message(Speaker.USER, text)], tools, shown.append), shown


def content(reply: ModelReply) -> tuple[str, list[tuple[str, object]]]:
    """A reply without the ids of its calls."""
    return reply.text, [(call.tool, dict(call.arguments)) for call in reply.calls]


def test_two_hundred_random_answers_are_words_or_calls_that_the_schemas_allow(
    tiny: Path, tools: list[ToolSchema]
) -> None:
    """Random weights know no syntax: all of it comes from the grammar. Nothing of a call is ever shown."""
    schemas = {tool.name: tool.parameters for tool in tools}
    model = LlamaCppModel(tiny, context_tokens=8192, max_tokens=4000, threads=1, temperature=1.0)
    counts = []
    for number in range(200):
        reply, shown = ask(model, f"turn {number}", tools)
        counts.append(len(reply.calls))
        assert "".join(shown) == reply.text
        assert "tool_call>" not in reply.text
        for call in reply.calls:
            jsonschema.validate(dict(call.arguments), dict(schemas[call.tool]))
    model.close()
    assert set(counts) == {0, 1, 2, 3, 4}


def test_a_required_answer_is_calls(tiny: Path, tools: list[ToolSchema]) -> None:
    """And what the grammar leaves no choice in is there without a token asked of the model."""
    model = LlamaCppModel(tiny, context_tokens=2048, max_tokens=1000, threads=1, temperature=1.0)
    for number in range(20):
        reply = model.reply([SYSTEM, Message(Speaker.USER, f"thanks {number}")], tools, lambda _: None, required=True)
        assert reply.calls
        assert reply.text == ""
    sampled = model.written.sampled
    alone = ToolSchema("discard", "Drop it.", {"type": "object", "properties": {}, "additionalProperties": False})
    reply = model.reply([SYSTEM, Message(Speaker.USER, "thanks")], [alone], lambda _: None, required=True)
    assert {call.tool for call in reply.calls} == {"discard"}
    assert model.written.sampled - sampled <= 4, "only whether another call follows"
    model.close()


def test_without_tools_there_are_only_words(tiny: Path) -> None:
    """A summary is asked for without tools."""
    model = LlamaCppModel(tiny, context_tokens=2048, max_tokens=200, threads=1, temperature=1.0)
    assert all(not ask(model, str(number), [])[0].calls for number in range(20))
    model.close()


def test_what_was_computed_before_is_not_computed_again_and_changes_no_answer(
    tiny: Path, tools: list[ToolSchema]
) -> None:
    """The second turn of a conversation costs its new tokens only, and reads like one of a fresh context."""
    long = "apollo monday " * 20
    fresh = LlamaCppModel(tiny, context_tokens=2048, max_tokens=32, threads=1)
    alone, _ = ask(fresh, long + "tuesday", tools)
    whole = fresh.computed_tokens
    fresh.close()
    model = LlamaCppModel(tiny, context_tokens=2048, max_tokens=32, threads=1)
    ask(model, long + "friday", tools)
    before = model.computed_tokens
    again, _ = ask(model, long + "tuesday", tools)
    assert content(again) == content(alone)
    assert model.computed_tokens - before < whole / 2
    model.close()


def test_the_same_seed_gives_the_same_answer(tiny: Path, tools: list[ToolSchema]) -> None:
    """Also after other answers: a report of a fault can be repeated."""
    model = LlamaCppModel(tiny, context_tokens=2048, max_tokens=1000, threads=1, temperature=1.0, seed=7)
    first, _ = ask(model, "hello", tools)
    ask(model, "something else", tools)
    assert content(ask(model, "hello", tools)[0]) == content(first)
    model.close()


def test_threads_take_turns(greedy: LlamaCppModel, tools: list[ToolSchema]) -> None:
    """Two people at once get the answers that each would get alone."""
    words = [f"apollo {number}" for number in range(8)]
    alone = [content(ask(greedy, text, [])[0]) for text in words]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: content(ask(greedy, text, [])[0]), words))
    assert together == alone


def test_a_prompt_that_is_too_long_is_refused_with_its_length(greedy: LlamaCppModel, tools: list[ToolSchema]) -> None:
    """`count` tells beforehand; the handlers shorten the history."""
    message = Message(Speaker.USER, "x" * 2000)
    assert greedy.count([message], tools) > greedy.longest_prompt == 1024 - 64
    with pytest.raises(ModelError, match=r"too long for the model: 200. tokens, 960 fit"):
        greedy.reply([message], tools, lambda text: None)


def test_a_call_that_does_not_end_in_time_is_an_error(tiny: Path, tools: list[ToolSchema]) -> None:
    """Half a call is no call."""
    model = LlamaCppModel(tiny, context_tokens=2048, max_tokens=20, threads=1, temperature=1.0)
    outcomes = set()
    for number in range(40):
        try:
            outcomes.add(bool(ask(model, f"turn {number}", tools)[0].calls))
        except ModelError as error:
            outcomes.add(str(error))
    model.close()
    assert "The model did not come to an end within 20 tokens." in outcomes


def test_an_error_in_the_listener_leaves_the_model_usable(greedy: LlamaCppModel, tools: list[ToolSchema]) -> None:
    """A preview that fails must not break the next person's turn."""

    def fail(text: str) -> None:
        raise RuntimeError(text)

    expected = content(ask(greedy, "again", [])[0])
    with pytest.raises(RuntimeError):
        greedy.reply([SYSTEM, Message(Speaker.USER, "again")], [], fail)
    assert content(ask(greedy, "again", [])[0]) == expected


def test_a_quantised_model_loads_and_answers(tmp_path: Path, tools: list[ToolSchema]) -> None:
    """With llama.cpp's usual parameters this kills the process on AMX processors."""
    template = "{% for m in messages %}<|{{ m.role }}|>{{ m.content }}{% endfor %}<|assistant|>"
    path = write_model(tmp_path / "q8.gguf", template, kind=GGMLQuantizationType.Q8_0)
    model = LlamaCppModel(path, context_tokens=1024, max_tokens=200, threads=1, temperature=1.0)
    assert model.count([SYSTEM], []) > 0
    ask(model, "hello " * 40, tools[2:])
    model.close()


def test_a_closed_model_says_so(tiny: Path) -> None:
    """And closing twice is harmless."""
    model = LlamaCppModel(tiny, context_tokens=256, max_tokens=16, threads=1)
    model.close()
    model.close()
    with pytest.raises(ModelError, match="closed"):
        ask(model, "hello", [])


def test_a_file_that_cannot_be_used_says_what_to_do(tmp_path: Path) -> None:
    """Missing, not a GGUF, cut off, a base model without a chat template."""
    text, cut = tmp_path / "text.gguf", tmp_path / "cut.gguf"
    text.write_text("version https://git-lfs.github.com/spec/v1")
    base = write_model(tmp_path / "base.gguf", None)
    cut.write_bytes(base.read_bytes()[:20_000])
    for path, sentence in (
        (tmp_path / "none.gguf", "There is no model file at .*: correct TALLY_MODEL"),
        (text, "is not a GGUF file: convert"),
        (cut, "cannot load .*: the file is cut short or damaged"),
        (base, "has no chat template: .* the instruct or chat version"),
    ):
        with pytest.raises(ModelFileError, match=sentence):
            LlamaCppModel(path, context_tokens=256, max_tokens=16)


def test_llama_cpp_speaks_to_the_log_and_not_to_the_terminal(
    tiny: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """At level debug: a running bot prints nothing of it."""
    with caplog.at_level(logging.DEBUG, "bot.llm.native"):
        LlamaCppModel(tiny, context_tokens=256, max_tokens=16).close()
    assert capfd.readouterr() == ("", "")
    assert {record.levelno for record in caplog.records} == {logging.DEBUG}


def test_the_built_in_model_reads_a_first_sentence(tools: list[ToolSchema]) -> None:
    """The shipped file works through the same template, grammar and parser; a call costs it few tokens."""
    model = LlamaCppModel(builtin_model(), context_tokens=1024, max_tokens=128, threads=1)
    reply, shown = ask(model, "apollo monday", tools)
    assert [(call.tool, call.arguments) for call in reply.calls] == [
        ("add_activities", {"project": "apollo", "dates": "monday"})
    ]
    assert not shown
    assert model.computed_tokens < 20
    model.close()
