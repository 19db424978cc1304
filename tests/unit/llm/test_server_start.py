"""The check of a model server at start: wrong settings are said in a sentence, and what is only away is waited for."""

from __future__ import annotations

import pytest
from structlog.testing import capture_logs

from bot.errors import SettingsError
from tests.model_server import MODEL, refused
from tests.unit.llm.server_bench import MISCONFIGURED, Bench, nowhere


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
