"""How long a prompt is, at a model server: asked where it can be, guessed where not, and refused when it cannot fit."""

from __future__ import annotations

import pytest

from bot.domain.conversation import Message, Speaker
from bot.errors import ModelError, ModelRefused
from tests.model_server import MODEL, Said, refused
from tests.unit.llm.server_bench import ASKED, Bench


def test_vllm_is_asked_how_long_a_prompt_is(bench: Bench) -> None:
    """It counts the conversation with its tools, and says how much fits."""
    bench.server.models = [{"id": MODEL, "max_model_len": 4096}]
    bench.server.counters = {"/tokenize": {"count": 321, "max_model_len": 4096, "tokens": [1]}}
    size = bench.model().size(ASKED, bench.tools)
    assert (size.tokens, size.longest, size.comfortable) == (321, 3584, 2867)


def test_llama_server_is_asked_in_two_steps(bench: Bench) -> None:
    """It lays the conversation out, and counts that. Once found out, the way is kept."""
    bench.server.models = [{"id": MODEL, "meta": {"n_ctx": 2048, "n_ctx_train": 32768}}]
    bench.server.counters = {"/tokenize": {"tokens": [1, 2, 3]}, "/apply-template": {"prompt": "<user>"}}
    model = bench.model()
    assert [model.size(ASKED, bench.tools).tokens for _ in range(2)] == [3, 3]
    assert model.size(ASKED, bench.tools).longest == 2048 - 512
    assert bench.server.paths.count("/apply-template") == 3
    assert bench.server.paths.count("/tokenize") == 4


def test_without_a_tokenizer_it_is_guessed_with_caution(bench: Bench) -> None:
    """Too many rather than too few; and it is not asked for again and again."""
    model = bench.model(context_tokens=1000)
    text = "Bonjour, mets-moi sur Apollo de lundi à jeudi, et malade vendredi s'il te plaît. " * 10
    size = model.size([Message(Speaker.USER, text)], [])
    assert len(text) / 4 < size.tokens < len(text) / 2
    assert size.longest == 500
    asked = len(bench.server.paths)
    model.size(ASKED, bench.tools)
    assert len(bench.server.paths) == asked


def test_the_settings_limit_what_the_server_allows(bench: Bench) -> None:
    """And an answer always has room."""
    bench.server.models = [{"id": MODEL, "max_model_len": 100_000}]
    assert bench.model(context_tokens=8000).size(ASKED, []).longest == 7488
    assert bench.model().size(ASKED, []).longest == 99_488


def test_a_conversation_that_cannot_fit_is_refused_before_it_is_sent(bench: Bench) -> None:
    """Ollama would cut it down silently."""
    long = [Message(Speaker.USER, "apollo " * 5000)]
    with pytest.raises(ModelRefused, match="too long"):
        bench.model(context_tokens=2048).reply(long, bench.tools, bench.heard.append)
    assert bench.server.asked == []


def test_a_server_that_hangs_up_on_what_is_too_long_is_understood(bench: Bench) -> None:
    """llama_cpp.server does so, without a word why."""
    long = [Message(Speaker.USER, "apollo " * 1000)]
    bench.server.say(Said(then="hang up"))
    with pytest.raises(ModelRefused, match="too long"):
        bench.model(context_tokens=2048).reply(long, bench.tools, bench.heard.append)


@pytest.mark.parametrize(
    "message",
    [
        "This model's maximum context length is 2048 tokens. However, you requested 15003 tokens.",
        "The decoder prompt (length 5000) is longer than the maximum model length of 2048.",
        "the request exceeds the available context size, try increasing it",
    ],
)
def test_what_the_server_finds_too_long_is_refused(bench: Bench, message: str) -> None:
    """In the words of vLLM and of llama-server."""
    bench.server.say(refused(400, message))
    with pytest.raises(ModelRefused, match=r"too long for the model: .*(2048|available)"):
        bench.reply()


def test_a_length_is_guessed_while_the_server_is_down(bench: Bench) -> None:
    """Nobody waits for a tokenizer that is away."""
    model = bench.model()
    bench.server.say(*[refused(503)] * 5)
    with pytest.raises(ModelError):
        bench.ask(model)
    asked = len(bench.server.paths)
    assert model.size(ASKED, bench.tools).tokens > 0
    assert len(bench.server.paths) == asked
