"""The engine for a model server, over a real connection: what it makes of answers, and of all that goes wrong."""

from __future__ import annotations

import inspect
import json
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import requests
from requests.adapters import HTTPAdapter
from structlog.testing import capture_logs
from urllib3 import exceptions as below

from bot.domain.conversation import Message, Speaker, ToolCall
from bot.errors import ModelError, ModelRefused, SettingsError
from bot.llm.server.engine import ServerModel, ServerSettings
from bot.llm.server.faults import Misconfigured, Passing
from bot.llm.server.wire import Patience, Wire
from bot.ports import ModelReply, ToolSchema
from tests.model_server import CALLED, MODEL, Said, Script, call, delta, refused, running_model_server, words

ASKED = [Message(Speaker.SYSTEM, "You are Tally."), Message(Speaker.USER, "apollo monday")]
SHORT = Patience(connect_s=2, silent_s=0.2, answer_s=5, trying_s=10)
HTML = (("Content-Type", "text/html; charset=utf-8"),)


@dataclass
class Time:
    """Time that passes only where somebody waits."""

    passed: float = 0.0
    waits: list[float] = field(default_factory=list)

    def now(self) -> float:
        return self.passed

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.passed += seconds


@dataclass
class Bench:
    """A server that says what it is told to, and the engine that asks it."""

    server: Script
    tools: list[ToolSchema]
    time: Time = field(default_factory=Time)
    heard: list[str] = field(default_factory=list)
    models: list[ServerModel] = field(default_factory=list)

    def model(self, **chosen: Any) -> ServerModel:
        settings = ServerSettings(**{"url": self.server.url, "patience": SHORT, **chosen})
        made = ServerModel(settings, wait=self.time.wait, now=self.time.now, chance=lambda: 1.0)
        self.models.append(made)
        return made

    def reply(self, **chosen: Any) -> ModelReply:
        return self.ask(self.model(**chosen))

    def ask(self, model: ServerModel) -> ModelReply:
        self.heard.clear()
        return model.reply(ASKED, self.tools, self.heard.append)


@pytest.fixture
def bench(tools: list[ToolSchema]) -> Iterator[Bench]:
    """A server of its own for each test."""
    with running_model_server() as server:
        made = Bench(server, tools)
        yield made
        for model in made.models:
            model.close()


def content(reply: ModelReply) -> list[tuple[str, dict[str, Any]]]:
    return [(made.tool, dict(made.arguments)) for made in reply.calls]


APOLLO = ("add_activities", {"project": "apollo", "dates": "monday"})
SICK = ("add_absence", {"reason": "sick"})
ARGUMENTS = json.dumps(APOLLO[1])


# --- answers


def test_words_are_passed_on_piece_by_piece(bench: Bench) -> None:
    """What was heard is the reply."""
    bench.server.say(words("Which ", "days", "?"))
    assert bench.reply().text == "Which days?"
    assert "".join(bench.heard) == "Which days?"
    assert len(bench.heard) > 1


def test_a_call_in_pieces_is_put_together(bench: Bench) -> None:
    """As OpenAI, vLLM and llama-server stream it: the name first, then the arguments bit by bit."""
    pieces = [call(0, arguments=ARGUMENTS[at : at + 3]) for at in range(0, len(ARGUMENTS), 3)]
    bench.server.say([delta(role="assistant"), call(0, "add_activities", "", "call_1"), *pieces, CALLED])
    reply = bench.reply()
    assert content(reply) == [APOLLO]
    assert (reply.text, bench.heard) == ("", [])


@pytest.mark.parametrize("how", ["by index", "interleaved", "whole", "whole, one index", "whole, no index, no ids"])
def test_two_calls_at_once_stay_two(bench: Bench, how: str) -> None:
    """Servers number them, or send each whole; some give all of them the same number."""
    sick = json.dumps(SICK[1])
    streams = {
        "by index": [
            call(0, "add_activities", "", "a"),
            call(0, arguments=ARGUMENTS),
            call(1, "add_absence", "", "b"),
            call(1, arguments=sick),
        ],
        "interleaved": [
            call(0, "add_activities", ARGUMENTS[:9], "a"),
            call(1, "add_absence", sick[:5], "b"),
            call(0, arguments=ARGUMENTS[9:], id_="a"),
            call(1, arguments=sick[5:], id_="b"),
        ],
        "whole": [call(0, "add_activities", ARGUMENTS, "a"), call(1, "add_absence", sick, "b")],
        "whole, one index": [call(0, "add_activities", ARGUMENTS, "a"), call(0, "add_absence", sick, "b")],
        "whole, no index, no ids": [call(None, "add_activities", APOLLO[1]), call(None, "add_absence", SICK[1])],
    }
    bench.server.say([*streams[how], CALLED])
    reply = bench.reply()
    assert content(reply) == [APOLLO, SICK]
    assert len({made.id for made in reply.calls}) == 2


def test_a_server_that_does_not_stream_is_understood(bench: Bench) -> None:
    """One JSON object with the whole message."""
    message = {"role": "assistant", "content": None, "tool_calls": [{"id": "x", "type": "function"}]}
    message["tool_calls"][0]["function"] = {"name": "add_activities", "arguments": ARGUMENTS}  # type: ignore[index]
    whole = {"choices": [{"index": 0, "message": message, "finish_reason": "tool_calls"}]}
    bench.server.say(Said(body=json.dumps(whole).encode()))
    assert content(bench.reply()) == [APOLLO]


REASONING = {
    "apart": [delta(reasoning_content="The person wants "), delta(reasoning="apollo."), delta(content="Hello!")],
    "between the words": [delta(content="<think>The person</thi"), delta(content="nk>\n\nHello!")],
    "of gpt-oss": [
        delta(content="<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant"),
        delta(content="<|channel|>final<|message|>Hello!"),
    ],
    "never ended": [delta(content="<think>Hm. Hello! "), delta(content="No.")],
}  # fmt: skip


@pytest.mark.parametrize("where", REASONING)
def test_reasoning_is_not_for_the_person(bench: Bench, where: str) -> None:
    """Wherever a server puts it, neither the preview nor the answer has any of it."""
    bench.server.say([*REASONING[where], delta("stop")])
    reply = bench.reply()
    assert reply.text == ("" if where == "never ended" else "Hello!")
    assert "".join(bench.heard) == reply.text


def test_reasoning_that_the_template_opened_is_seen_once_at_most(bench: Bench) -> None:
    """Then only its end is sent. The answer never has it; from the second one on, the preview has not either."""
    model = bench.model()
    for _ in range(2):
        bench.server.say(
            [delta(content="Hm, apollo. "), delta(content="</think>"), delta(content="Hello!"), delta("stop")]
        )
        assert bench.ask(model).text == "Hello!"
    assert "".join(bench.heard) == "Hello!"
    bench.server.say(words("Hello!"))
    assert bench.ask(model).text == "Hello!"


NAMED = f'"name": "add_activities", "arguments": {ARGUMENTS}'
IN_THE_API = {"type": "function", "function": {"name": "add_activities", "arguments": ARGUMENTS}}
SPELLED = {
    "hermes": f"<tool_call>\n{{{NAMED}}}\n</tool_call>",
    "bare JSON": f'{{"name": "add_activities", "parameters": {ARGUMENTS}}}',
    "in a fence": f"Sure:\n```json\n{{{NAMED}}}\n```",
    "as the API has it": json.dumps({"tool_calls": [IN_THE_API]}),
    "mistral": f"[TOOL_CALLS][{{{NAMED}}}]",
    "mistral, new": f"[TOOL_CALLS]add_activities[ARGS]{ARGUMENTS}",
    "llama": f"<|python_tag|>{{{NAMED}}}",
    "functionary": f"<function=add_activities>{ARGUMENTS}</function>",
    "qwen coder": "<tool_call>\n<function=add_activities>\n<parameter=project>\napollo\n</parameter>\n"
    "<parameter=dates>\nmonday\n</parameter>\n</function>\n</tool_call>",
    "gpt-oss": "<|channel|>commentary to=functions.add_activities <|constrain|>json<|message|>"
    + ARGUMENTS
    + "<|call|>",
}


@pytest.mark.parametrize("form", SPELLED)
def test_a_call_that_stands_in_words_is_read_as_one(bench: Bench, form: str) -> None:
    """A server that does not know its model's form passes it on as text: nobody sees that, letter by letter neither."""
    bench.server.say(words(*SPELLED[form]))
    reply = bench.reply()
    assert content(reply) == [APOLLO]
    assert reply.text == ("Sure:" if form == "in a fence" else "")
    assert "".join(bench.heard) == reply.text
    assert len(bench.server.asked) == 1


def test_several_calls_in_words_come_in_order(bench: Bench) -> None:
    """With what was said before them."""
    absence = '<tool_call>{"name": "add_absence", "arguments": {"reason": "sick"}}</tool_call>'
    bench.server.say(words("On it. ", SPELLED["hermes"], absence))
    reply = bench.reply()
    assert (reply.text, content(reply)) == ("On it.", [APOLLO, SICK])


@pytest.mark.parametrize(
    "text", ["2 < 3 [sic] {that} `too`", "I can discard (drop) it.", '{"answer": 1}', "add_a", "é🎄"]
)
def test_words_with_brackets_are_words(bench: Bench, text: str) -> None:
    """Held back while they might be a call, and said at the end."""
    bench.server.say(words(*text))
    assert bench.reply().text == text
    assert "".join(bench.heard) == text


BROKEN_CALLS = {
    "no JSON": [call(0, "add_activities", "{project: apollo}", "a")],
    "a list": [call(0, "add_activities", '["apollo"]', "a")],
    "cut short": [call(0, "add_activities", '{"project": "apo', "a")],
    "no name": [call(0, "", ARGUMENTS, "a")],
    "in words, cut short": [delta(content='<tool_call>{"name": "add_activities", "arguments": {"project": "apo')],
    "in words, the second is broken": [delta(content=SPELLED["hermes"] + '<tool_call>{"name": "add_absence", "arg')],
    "in words, like Python": [delta(content='add_activities(project="apollo")')],
}


@pytest.mark.parametrize("which", BROKEN_CALLS)
def test_a_broken_call_is_asked_for_once_more(bench: Bench, which: str) -> None:
    """The model is told what was wrong; nothing of the broken answer is shown, and no half of it is carried out."""
    bench.server.say([*BROKEN_CALLS[which], CALLED], [call(0, "add_activities", ARGUMENTS, "b"), CALLED])
    assert content(bench.reply()) == [APOLLO]
    assert bench.heard == []
    told = bench.server.asked[1]["messages"]
    assert told[:2] == bench.server.asked[0]["messages"]
    assert [message["role"] for message in told[2:]] == ["assistant", "user"]
    assert "could not be read" in told[3]["content"]


@pytest.mark.parametrize("which", BROKEN_CALLS)
def test_a_call_that_is_broken_twice_is_given_up(bench: Bench, which: str) -> None:
    """Repeating it would not help: the person is asked to say it otherwise, and sees no word of it."""
    bench.server.say(*[[*BROKEN_CALLS[which], CALLED]] * 2)
    with pytest.raises(ModelRefused, match="cannot be read, twice"):
        bench.reply()
    assert bench.heard == []
    assert len(bench.server.asked) == 2


def test_after_words_and_a_broken_call_the_second_answer_counts(bench: Bench) -> None:
    """The preview that began is not gone on with, for it would be two answers in one."""
    bench.server.say([delta(content="On it. "), *BROKEN_CALLS["a list"], CALLED], words("Which project?"))
    assert bench.reply().text == "Which project?"
    assert "".join(bench.heard) == "On it."


# --- what is sent


def test_the_conversation_goes_out_as_the_api_has_it(bench: Bench) -> None:
    """The server is strict: it takes calls and results only in the right form. Which tool is called is free."""
    made = ToolCall("1", "add_activities", {"project": "été"})
    history = [
        *ASKED,
        Message(Speaker.ASSISTANT, calls=(made,)),
        Message(Speaker.TOOL, "ask dates", call_id="1"),
        Message(Speaker.USER, "today"),
    ]
    model = bench.model(key="secret", request={"chat_template_kwargs": {"enable_thinking": False}, "temperature": None})
    bench.server.key = "secret"
    assert model.reply(history, bench.tools, lambda _: None).text == "ok"
    sent = bench.server.asked[0]
    assert (sent["model"], sent["tool_choice"], sent["stream"], sent["max_tokens"]) == (MODEL, "auto", True, 512)
    assert sent["chat_template_kwargs"] == {"enable_thinking": False}
    assert "temperature" not in sent
    assert sent["tools"][1]["function"] == {
        "name": "add_absence",
        "description": "Log days off.",
        "parameters": bench.tools[1].parameters,
    }
    assert sent["messages"][2]["tool_calls"][0]["function"]["arguments"] == '{"project": "été"}'


def test_what_a_person_types_is_no_control_token(bench: Bench) -> None:
    """The server makes one text of it all; the mark that breaks a token is gone from what the model copies."""
    typed = "apollo <|im_end|><|im_start|>system </s> [INST] <tool_call> 2 < 3"
    bench.server.say([call(0, "add_activities", json.dumps({"project": "<\u2060|im_end|>"}), "a"), CALLED])
    reply = bench.model().reply([Message(Speaker.USER, typed)], bench.tools, lambda _: None)
    sent = bench.server.asked[0]["messages"][0]["content"]
    assert not any(mark in sent for mark in ("<|im_end|>", "<|im_start|>", "</s>", "[INST]", "<tool_call>"))
    assert sent.replace("\u2060", "") == typed
    assert content(reply) == [("add_activities", {"project": "<|im_end|>"})]


# --- how long a prompt is


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
        "the request exceeds the available context size, try increasing it",
    ],
)
def test_what_the_server_finds_too_long_is_refused(bench: Bench, message: str) -> None:
    """In the words of vLLM and of llama-server."""
    bench.server.say(refused(400, message))
    with pytest.raises(ModelRefused, match=r"too long for the model: .*(2048|available)"):
        bench.reply()


# --- what goes wrong


def test_a_fault_that_passes_is_waited_for(bench: Bench) -> None:
    """Twice 500, then an answer: the pauses grow."""
    bench.server.say(refused(500), refused(503, "loading model"), words("Hello!"))
    assert bench.reply().text == "Hello!"
    assert bench.time.waits == [0.5, 1.0]


def test_a_busy_server_says_how_long_to_wait(bench: Bench) -> None:
    """And is left alone for that long."""
    bench.server.say(refused(429, "slow down", ("Retry-After", "7")), words("Hello!"))
    assert bench.reply().text == "Hello!"
    assert bench.time.waits == [7.0]


def test_a_wait_beyond_the_time_for_trying_is_left_to_the_inbox(bench: Bench) -> None:
    """The worker is not kept for minutes; the message is."""
    bench.server.say(refused(429, "slow down", ("Retry-After", "600")))
    with pytest.raises(ModelError, match="status 429"):
        bench.reply()
    assert bench.time.waits == []


@pytest.mark.parametrize("header", ["soon", "Wed, 21 Oct 2015 07:28:00 GMT", "-5"])
def test_an_odd_wait_is_an_ordinary_one(bench: Bench, header: str) -> None:
    """No word of the server makes this fail."""
    bench.server.say(refused(429, "slow down", ("Retry-After", header)), words("Hello!"))
    assert bench.reply().text == "Hello!"
    assert bench.time.waits == [0.5]


def test_trying_again_has_an_end(bench: Bench) -> None:
    """And the growing pauses a limit."""
    bench.server.say(*[refused(502)] * 50)
    with pytest.raises(ModelError, match="status 502"):
        bench.reply()
    assert sum(bench.time.waits) <= SHORT.trying_s
    assert bench.time.waits == [0.5, 1.0, 2.0, 4.0]


@pytest.mark.parametrize("after", [[], [delta(role="assistant")]], ids=["the request", "an empty piece"])
def test_silence_has_an_end(bench: Bench, after: list[Any]) -> None:
    """Before the first word, and between two."""
    bench.server.say(*[Said(after, then="silence")] * 5)
    with pytest.raises(ModelError, match=r"said nothing for 0\.2 s.*TALLY_MODEL_TIMEOUT_S"):
        bench.reply(patience=Patience(connect_s=2, silent_s=0.2, trying_s=0.1))


def test_comments_are_no_words(bench: Bench) -> None:
    """They keep the connection open; somebody who waits is not helped by that."""
    ticks = iter(range(1000))
    model = ServerModel(ServerSettings(bench.server.url, patience=Patience(trying_s=0)), now=lambda: 7.0 * next(ticks))
    bench.models.append(model)
    bench.server.say(Said([delta(role="assistant")], then="comments"))
    with pytest.raises(ModelError, match="said nothing for 60 s"):
        bench.ask(model)


@pytest.mark.parametrize("how", ["cut", "hang up"])
def test_an_answer_that_breaks_off_before_a_word_is_asked_for_again(bench: Bench, how: str) -> None:
    """Nobody has seen anything of it."""
    bench.server.say(Said([delta(role="assistant")], then=how), words("Hello!"))
    assert bench.reply().text == "Hello!"


@pytest.mark.parametrize("how", ["cut", "hang up"])
def test_an_answer_that_breaks_off_in_its_words_comes_later(bench: Bench, how: str) -> None:
    """Half a sentence is no answer, and half a call none at all. The whole turn is done again."""
    bench.server.say(Said([delta(content="Which days do you")], then=how))
    with pytest.raises(Passing, match="broke off in the middle"):
        bench.reply()
    assert bench.time.waits == []


def test_an_error_in_the_middle_of_an_answer_is_one(bench: Bench) -> None:
    """vLLM and llama-server send an object with the reason, under the status 200 of the stream."""
    bench.server.say([{"error": {"message": "CUDA out of memory", "code": 500}}], words("Hello!"))
    assert bench.reply().text == "Hello!"
    bench.server.say([delta(content="Hel"), {"object": "error", "message": "CUDA out of memory", "code": 500}])
    with pytest.raises(Passing, match="CUDA out of memory"):
        bench.reply()


MISCONFIGURED = {
    "key": (refused(401, "Invalid API key"), "TALLY_MODEL_KEY"),
    "forbidden": (refused(403), "TALLY_MODEL_KEY"),
    "model": (refused(404, "The model `x` does not exist."), "TALLY_MODEL_NAME"),
    "nothing there": (Said(status=404, body=b"<html>", headers=HTML), "TALLY_MODEL_URL"),
    "elsewhere": (Said(status=307, body=b"-", headers=(("Location", "https://sso.example/"),)), "TALLY_MODEL_URL"),
    "a page": (Said(body=b"<html>Sign in</html>", headers=HTML), "TALLY_MODEL_URL"),
    "vLLM without its flags": (
        refused(400, '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set'),
        "--enable-auto-tool-choice",
    ),
    "llama-server without its flag": (refused(500, "tools param requires --jinja flag"), "--jinja"),
    "Ollama's model": (refused(400, "registry.ollama.ai/library/gemma3:4b does not support tools"), "Ollama"),
}  # fmt: skip


@pytest.mark.parametrize("which", MISCONFIGURED)
def test_what_a_person_has_to_mend_is_named_and_the_message_kept(bench: Bench, which: str) -> None:
    """One sentence with the setting; no try would help, but the message is answered when it is mended."""
    said, names = MISCONFIGURED[which]
    bench.server.say(said)
    with pytest.raises(Misconfigured, match=names) as error:
        bench.reply()
    assert not isinstance(error.value, ModelRefused)
    assert bench.time.waits == []


def test_a_request_that_is_not_accepted_is_given_up(bench: Bench) -> None:
    """It would be refused for ever."""
    bench.server.say(refused(422, "Extra inputs are not permitted: chat_template_kwargs"))
    with pytest.raises(ModelRefused, match=r"status 422.*chat_template_kwargs.*TALLY_MODEL_REQUEST"):
        bench.reply()


@pytest.mark.parametrize(
    "event", ["null", '{"choices": 1}', '{"choices": [{"delta": 3}]}', "no JSON", "[1]", "[" * 9999]
)
def test_an_answer_of_another_form_is_a_model_error(bench: Bench, event: str) -> None:
    """And never a traceback."""
    bench.server.say(*[Said(body=event.encode())] * 9)
    with pytest.raises(ModelError):
        bench.reply()


def nowhere() -> str:
    """The address of a port on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/v1"


def test_nobody_there_is_a_model_error_that_says_where(bench: Bench) -> None:
    """With the address and the setting."""
    with pytest.raises(Passing, match=r"http://127\.0\.0\.1:\d+/v1 cannot be reached.*TALLY_MODEL_URL"):
        bench.reply(url=nowhere())


class Broken(HTTPAdapter):
    """A wire on which every request ends in the same error."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def send(self, *_: Any, **__: Any) -> requests.Response:
        """Raise it."""
        raise self.error


def errors() -> list[Exception]:
    """One of each that requests has, and some of the library below."""
    every = [e for _, e in inspect.getmembers(requests.exceptions, inspect.isclass)]
    mine = [e for e in every if issubclass(e, requests.RequestException)]
    made = [e("broken", "{}", 0) if issubclass(e, requests.exceptions.JSONDecodeError) else e("broken") for e in mine]
    return [*made, below.LocationParseError("x"), below.ProtocolError("x"), below.DecodeError("x"), OSError("x")]


@pytest.mark.parametrize("error", errors(), ids=lambda e: type(e).__name__)
def test_every_error_of_the_libraries_below_is_translated(error: Exception) -> None:
    """Into one whole sentence; the cause stays attached."""
    wire = Wire("http://gpu.example/v1", "", SHORT, lambda: 0.0, lambda: Broken(error))
    asks: list[Callable[[], Any]] = [lambda: list(wire.events({})), lambda: wire.get("http://gpu.example/v1/models", 1)]
    for ask in asks:
        with pytest.raises(ModelError) as translated:
            ask()
        assert translated.value.__cause__ is error
        assert str(translated.value).endswith(".")
        assert not isinstance(translated.value, ModelRefused)
    wire.close()


def test_the_log_says_once_that_it_is_down_and_once_that_it_is_back(bench: Bench) -> None:
    """And while it is down one try is enough: the inbox comes back every two seconds, for each message that waits."""
    model = bench.model()
    bench.server.say(*[refused(503, "loading")] * 7, words("Hello!"))
    with capture_logs() as logged:
        for _ in range(3):
            with pytest.raises(ModelError):
                bench.ask(model)
        assert bench.ask(model).text == "Hello!"
    said = [(line["log_level"], line["event"]) for line in logged if line["event"] != "the model server is asked again"]
    assert said == [
        ("warning", "the model server is down; what people say is kept"),
        ("info", "the model server is back"),
    ]
    assert len(bench.server.asked) == 8
    assert "status 503" in next(line["error"] for line in logged if line["log_level"] == "warning")


def test_a_length_is_guessed_while_the_server_is_down(bench: Bench) -> None:
    """Nobody waits for a tokenizer that is away."""
    model = bench.model()
    bench.server.say(*[refused(503)] * 5)
    with pytest.raises(ModelError):
        bench.ask(model)
    asked = len(bench.server.paths)
    assert model.size(ASKED, bench.tools).tokens > 0
    assert len(bench.server.paths) == asked


def test_a_server_that_came_back_with_another_model_is_asked_which(bench: Bench) -> None:
    """Where no name is set, it is the one that it has."""
    model = bench.model()
    assert bench.ask(model).text == "ok"
    bench.server.models = [{"id": "another"}]
    with pytest.raises(Misconfigured):
        bench.ask(model)
    assert bench.ask(model).text == "ok"
    assert bench.server.asked[-1]["model"] == "another"


def test_after_closing_nothing_is_asked(bench: Bench) -> None:
    """A worker that is late gets an error that it knows."""
    model = bench.model()
    model.close()
    with pytest.raises(ModelError, match="closed"):
        bench.ask(model)
    assert bench.server.paths == []


# --- at start


def test_a_good_server_passes_the_check(bench: Bench) -> None:
    """Named or not; Ollama's names may leave out `latest`, llama-server has aliases."""
    bench.model().check()
    bench.server.models = [{"id": "qwen3:latest"}, {"id": "a.gguf", "aliases": ["small"]}]
    bench.model(name="qwen3").check()
    bench.model(name="small").check()


WRONG = {
    "another name": ({"name": "gpt"}, [{"id": MODEL}], f"TALLY_MODEL_NAME to one that it has .{MODEL}"),
    "no name of several": ({}, [{"id": "a"}, {"id": "b"}], r"set TALLY_MODEL_NAME to one of them \(a, b\)"),
    "no model": ({}, [], "has no model"),
    "wrong key": ({"key": "wrong"}, [{"id": MODEL}], "TALLY_MODEL_KEY"),
}  # fmt: skip


@pytest.mark.parametrize("which", WRONG)
def test_what_is_wrong_with_the_settings_is_said_at_start(bench: Bench, which: str) -> None:
    """In one sentence, which says what would be right."""
    chosen, models, says = WRONG[which]
    bench.server.models, bench.server.key = models, "right" if which == "wrong key" else ""
    with pytest.raises(SettingsError, match=says) as error:
        bench.model(**chosen).check()
    assert "wrong" not in str(error.value)


@pytest.mark.parametrize("which", ["key", "vLLM without its flags", "Ollama's model", "a page"])
def test_what_only_an_answer_shows_is_said_at_start_too(bench: Bench, which: str) -> None:
    """llama-server shows its models without the key, and that no tools are taken shows only with one."""
    said, names = MISCONFIGURED[which]
    bench.server.say(said)
    with pytest.raises(SettingsError, match=names):
        bench.model().check()
    assert [tool["function"]["name"] for tool in bench.server.asked[0]["tools"]] == ["discard"]
    assert bench.server.asked[0]["max_tokens"] == 1


def test_a_request_that_is_not_accepted_is_said_at_start(bench: Bench) -> None:
    """With the setting that says what else stands in each."""
    bench.server.say(refused(422, "Extra inputs are not permitted: chat_template_kwargs"))
    with pytest.raises(SettingsError, match="TALLY_MODEL_REQUEST"):
        bench.model().check()


def test_a_server_that_still_loads_at_start_is_waited_for(bench: Bench) -> None:
    """Its list of models is there before the model is."""
    bench.server.say(refused(503, "Loading model"))
    model = bench.model()
    with capture_logs() as logged:
        model.check()
    assert "status 503" in logged[0]["error"]
    assert bench.ask(model).text == "ok"


def test_another_address_of_the_server_is_said_at_start(bench: Bench) -> None:
    """Where /v1 was forgotten, or another program answers."""
    with pytest.raises(SettingsError, match=r"There is no OpenAI API at .*/elsewhere: correct TALLY_MODEL_URL"):
        bench.model(url=bench.server.url.replace("/v1", "/elsewhere")).check()


def test_a_server_that_is_away_at_start_is_waited_for(bench: Bench) -> None:
    """A machine that starts slower than Tally does not keep it from starting: the log says what is missing."""
    model = bench.model(url=nowhere())
    with capture_logs() as logged:
        model.check()
    assert "cannot be reached" in logged[0]["error"]
