"""All that goes wrong at a model server, over a real connection: what is tried again, and what is said about it."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests
from requests.adapters import HTTPAdapter
from structlog.testing import capture_logs
from urllib3 import exceptions as below

from bot.errors import ModelError, ModelRefused
from bot.llm.server.engine import ServerModel, ServerSettings
from bot.llm.server.faults import Misconfigured, Passing
from bot.llm.server.wire import Patience, Wire
from tests.model_server import Said, delta, refused, words
from tests.unit.llm.server_bench import MISCONFIGURED, PATIENT, Bench, nowhere


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
    assert sum(bench.time.waits) <= PATIENT.trying_s
    assert bench.time.waits == [0.5, 1.0, 2.0, 4.0]


@pytest.mark.parametrize("after", [[], [delta(role="assistant")]], ids=["the request", "an empty piece"])
def test_silence_has_an_end(bench: Bench, after: list[Any]) -> None:
    """Before the first word, and between two."""
    bench.server.say(*[Said(after, then="silence")] * 5)
    with pytest.raises(ModelError, match=r"said nothing for 0\.2 s.*TALLY_MODEL_TIMEOUT_S"):
        bench.reply(patience=Patience(silent_s=0.2, trying_s=0.1))


def test_comments_are_no_words(bench: Bench) -> None:
    """They keep the connection open; somebody who waits is not helped by that."""
    ticks = iter(range(1000))
    model = ServerModel(ServerSettings(bench.server.url, patience=Patience(trying_s=0)), now=lambda: 7.0 * next(ticks))
    bench.models.append(model)
    bench.server.say(Said([delta(role="assistant")], then="comments"))
    with pytest.raises(ModelError, match="said nothing for 60 s"):
        bench.ask(model)


def test_an_answer_that_does_not_end_is_given_up(bench: Bench) -> None:
    """It may have been heard all the time; nobody waits for it for ever."""
    ticks = iter(range(1000))
    patience = Patience(silent_s=60, answer_s=50, trying_s=0)
    model = ServerModel(ServerSettings(bench.server.url, patience=patience), now=lambda: 20.0 * next(ticks))
    bench.models.append(model)
    bench.server.say(Said([delta(content="la ")] * 500, then="silence"))
    with pytest.raises(ModelError, match="did not end within 50 s"):
        bench.ask(model)


def test_more_than_any_answer_has_is_none(bench: Bench) -> None:
    """Whatever streams megabytes is no model server."""
    stream = (("Content-Type", "text/event-stream"),)
    bench.server.say(Said(body=b": ping\n" * 700_000, headers=stream))
    with pytest.raises(Misconfigured, match="TALLY_MODEL_URL"):
        bench.reply()


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
    wire = Wire("http://gpu.example/v1", "", PATIENT, lambda: 0.0, lambda: Broken(error))
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


def test_no_key_is_taken_from_anywhere_else(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one in the settings none is sent; one in them is not replaced by what ~/.netrc has."""
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login ana password hunter2\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    bench.reply()
    bench.reply(key="mine")
    assert set(bench.server.keys) == {None, "Bearer mine"}
