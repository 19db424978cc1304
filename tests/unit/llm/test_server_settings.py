"""Choosing a model server: by the settings, with a sentence about what is wrong with them, before anybody writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.__main__ import cli
from bot.app import api_root, load_model
from bot.doctor import told
from bot.errors import ModelFileError, SettingsError
from bot.llm.server.engine import ServerModel, ServerSettings
from bot.settings import Settings, load_settings
from tests.model_server import CALLED, MODEL, Script, call, refused, running_model_server


@pytest.fixture
def server() -> Iterator[Script]:
    """A server with one model."""
    with running_model_server() as running:
        yield running


def test_an_address_chooses_the_server(server: Script) -> None:
    """It is all that it takes, where there is one model and no key."""
    model = load_model(Settings(model_url=server.url))
    assert isinstance(model, ServerModel)
    assert server.paths == ["/v1/models", "/v1/chat/completions"]
    model.close()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("http://gpu-box:8000", "http://gpu-box:8000/v1"),
        ("http://gpu-box:8000/", "http://gpu-box:8000/v1"),
        (" https://gpu.example/v1/ ", "https://gpu.example/v1"),
        ("https://gateway.example/openai/v1", "https://gateway.example/openai/v1"),
    ],
)
def test_v1_may_be_left_out(written: str, meant: str) -> None:
    """Only where nothing but a machine is named."""
    assert api_root(written) == meant


@pytest.mark.parametrize("url", ["gpu-box:8000", "ftp://gpu-box/v1", "http://", "/v1"])
def test_what_is_no_address_is_said(url: str) -> None:
    """With the setting and an example."""
    with pytest.raises(SettingsError, match=r"TALLY_MODEL_URL") as error:
        load_model(Settings(model_url=url))
    assert "http://gpu-box:8000/v1" in str(error.value)


def test_an_address_in_the_place_of_a_file_is_told_where_it_belongs() -> None:
    """It is what many would write first."""
    with pytest.raises(SettingsError, match=r"http://gpu-box:8000/v1 into TALLY_MODEL_URL"):
        load_model(Settings(model="http://gpu-box:8000/v1"))


def test_a_file_and_a_server_at_once_is_one_too_many() -> None:
    """Nobody should wonder which of the two answers."""
    with pytest.raises(SettingsError, match="set only one of the two"):
        load_model(Settings(model="model.gguf", model_url="http://gpu-box:8000"))
    with pytest.raises(ModelFileError, match="TALLY_MODEL"):
        load_model(Settings(model="model.gguf"))


def test_a_wrong_key_is_said_and_not_shown(server: Script) -> None:
    """The sentence names the setting."""
    server.key = "right"
    with pytest.raises(SettingsError, match="TALLY_MODEL_KEY") as error:
        load_model(Settings(model_url=server.url, model_key=SecretStr("hunter2")))
    assert "hunter2" not in str(error.value)
    load_model(Settings(model_url=server.url, model_key=SecretStr("right"))).close()


@pytest.mark.parametrize("value", ["nonsense", "[1]", '{"a": '])
def test_what_stands_in_every_request_is_a_json_object(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """And else named as wrong."""
    monkeypatch.setenv("TALLY_MODEL_REQUEST", value)
    with pytest.raises(SettingsError, match="The setting TALLY_MODEL_REQUEST is wrong"):
        load_settings()


def test_what_stands_in_every_request_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it, models that reason are asked not to: people wait for an answer."""
    assert load_settings().model_request == {"chat_template_kwargs": {"enable_thinking": False}}
    monkeypatch.setenv("TALLY_MODEL_REQUEST", '{"top_k": 1}')
    assert load_settings().model_request == {"top_k": 1}


def test_the_context_of_a_file_is_no_limit_for_a_server(server: Script) -> None:
    """Its default is meant for the memory of this machine. What is set counts for both."""
    server.models = [{"id": "m", "max_model_len": 32768}]
    unset, chosen = (load_model(Settings(model_url=server.url, **more)) for more in ({}, {"model_context": 4096}))
    assert [model.size([], []).longest for model in (unset, chosen)] == [32768 - 512, 4096 - 512]
    unset.close()
    chosen.close()


@pytest.fixture
def doctor(
    server: Script, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[[], tuple[int, str]]:
    """`tally doctor` with this server: its exit code, and all that it prints."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TALLY_MODEL_URL", server.url)
    monkeypatch.setenv("COLUMNS", "200")

    def examine() -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            cli(["doctor", "--json"])
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out + printed.err

    return examine


def test_the_doctor_asks_the_server_for_a_call(server: Script, doctor: Callable[[], tuple[int, str]]) -> None:
    """And shows which model answered, where, and what."""
    made = [call(0, "add_activities", '{"project": "apollo"}', "a"), CALLED]
    server.say(made, made, made, made)
    code, printed = doctor()
    assert code == 0
    assert all(fact in printed for fact in (MODEL, server.url, "7680 tokens", "add_activities {'project': 'apollo'}"))


def test_the_doctor_says_what_is_wrong_with_a_server(server: Script, doctor: Callable[[], tuple[int, str]]) -> None:
    """The same sentence as at start."""
    server.say(refused(400, "gemma3:4b does not support tools"))
    code, printed = doctor()
    assert code == 1
    assert "takes no tools (gemma3:4b does not support tools" in printed


def test_the_start_tells_the_model_of_the_server(server: Script) -> None:
    """In a line; of a server that is away the log has told."""
    model = load_model(Settings(model_url=server.url))
    assert told(model) == f"Model: {MODEL} on {server.url}; prompts of 7680 tokens at most."
    model.close()
    away = ServerModel(ServerSettings(server.url))
    assert told(away) == ""
    away.close()
