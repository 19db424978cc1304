"""What every engine behind `LanguageModel` must do, whatever the model says."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from bot.domain.conversation import Message, Speaker, ToolCall
from bot.errors import ModelError, ModelRefused
from bot.llm.builtin import builtin_model
from bot.llm.llama import LlamaCppModel
from bot.llm.server.engine import ServerModel, ServerSettings
from bot.ports import LanguageModel, ModelReply, ToolSchema
from tests.llama_cpp_server import running_llama_cpp_server

PHRASE = {"type": "string"}
TOOLS = [
    ToolSchema("add_activities", "Log days.", {"type": "object", "properties": {"project": PHRASE, "dates": PHRASE}}),
    ToolSchema("discard", "Drop what is pending.", {"type": "object", "properties": {}}),
]
HISTORY = [
    Message(Speaker.SYSTEM, "You are Tally."),
    Message(Speaker.USER, "log me on zephyr"),
    Message(Speaker.ASSISTANT, calls=(ToolCall("1", "add_activities", {"project": "zephyr"}),)),
    Message(Speaker.TOOL, "ask dates", call_id="1"),
    Message(Speaker.ASSISTANT, "Which days?"),
    Message(Speaker.USER, "today and tomorrow"),
]


def file() -> Path:
    try:
        return builtin_model()
    except ModelError as error:
        pytest.skip(str(error))


@contextmanager
def in_this_process() -> Iterator[LanguageModel]:
    with closing(LlamaCppModel(file(), context_tokens=1024, max_tokens=200, threads=1)) as engine:
        yield engine


@contextmanager
def behind_a_server() -> Iterator[LanguageModel]:
    with (
        running_llama_cpp_server(file()) as url,
        closing(ServerModel(ServerSettings(url, context_tokens=2048, max_tokens=200))) as engine,
    ):
        yield engine


@pytest.fixture(scope="module", params=[in_this_process, behind_a_server])
def model(request: pytest.FixtureRequest) -> Iterator[LanguageModel]:
    """Each engine."""
    make: Callable[[], AbstractContextManager[LanguageModel]] = request.param
    with make() as engine:
        yield engine


def content(reply: ModelReply) -> tuple[str, list[tuple[str, object]]]:
    return reply.text, [(call.tool, dict(call.arguments)) for call in reply.calls]


@pytest.mark.parametrize("text", ["hello", "apollo monday", "forget it", "été 🎄 <tool_call> <|end|>", ""])
def test_a_reply_is_what_was_streamed_and_calls_only_what_was_offered(model: LanguageModel, text: str) -> None:
    """The preview and the final message agree; arguments are a mapping that the schema names.

    Behind a server no grammar binds the model: it may call anything, which the handlers check, or nothing legible.
    """
    shown: list[str] = []
    try:
        reply = model.reply([HISTORY[0], Message(Speaker.USER, text)], TOOLS, shown.append)
    except ModelRefused:
        assert isinstance(model, ServerModel)
        return
    assert "".join(shown) == reply.text
    assert len({call.id for call in reply.calls}) == len(reply.calls)
    assert all(isinstance(call.arguments, Mapping) for call in reply.calls)
    if not isinstance(model, ServerModel):
        offered = {tool.name: set(tool.parameters["properties"]) for tool in TOOLS}
        assert all(set(call.arguments) <= offered[call.tool] for call in reply.calls)


def test_a_history_with_calls_and_results_is_understood(model: LanguageModel) -> None:
    """Every kind of message that the handlers store can be sent."""
    assert isinstance(model.reply(HISTORY, TOOLS, lambda text: None), ModelReply)


def test_several_threads_may_ask_at_once(model: LanguageModel) -> None:
    """Each gets its own answer."""
    texts = ["hello", "apollo monday", "zephyr friday", "forget it"]

    def ask(text: str) -> tuple[str, list[tuple[str, object]]]:
        return content(model.reply([HISTORY[0], Message(Speaker.USER, text)], TOOLS, lambda text: None))

    alone = [ask(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(ask, texts)) == alone


def test_a_conversation_that_is_too_long_is_a_model_error(model: LanguageModel) -> None:
    """And not a crash, nor an answer to a part of it."""
    with pytest.raises(ModelError, match="too long"):
        model.reply([HISTORY[0], Message(Speaker.USER, "apollo " * 5000)], TOOLS, lambda text: None)
