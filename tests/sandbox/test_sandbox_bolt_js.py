"""An independent client: a bot in Slack's own JavaScript SDK (tests/bolt_js/bot.js) at the sandbox.

What Python's SDK is lenient about, this one may not be, so the stand-in is not only true to our own client.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sandbox.clock import ManualClock
from sandbox.driver import PersonAtDesk, Sandbox, running_sandbox
from sandbox.socket_mode import ACK_SECONDS
from tests.npm import BOLT_JS, node, package
from tests.sandbox.conftest import PEOPLE

PATIENCE = 30
CLOCK = ManualClock()


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    """A sandbox with the JavaScript bot connected to it. What either complained of fails the last test, but for the
    429, the old hash and the broken connection that the tests ask for.
    """
    package("@slack/bolt")
    said = tmp_path_factory.mktemp("bolt_js") / "said.txt"
    with running_sandbox(PEOPLE, clock=CLOCK) as sandbox, running_bot(sandbox, said):
        yield sandbox
        assert sandbox.problems == ["views.update: hash_conflict"]  # the one that it asked for
    complaints = said.read_text(encoding="utf-8").splitlines()
    assert [line for line in complaints if "rate limit" not in line and "WebSocket error" not in line] == []
    assert len([line for line in complaints if "WebSocket error!" in line]) <= 1, "only the broken connection is one"


@contextmanager
def running_bot(sandbox: Sandbox, said: Path) -> Iterator[None]:
    """The bot as a process of its own, ended politely: it has to answer SIGTERM by closing its connection."""
    environment = {
        "PATH": os.environ["PATH"],
        "SLACK_API_URL": sandbox.api_url,
        "SLACK_BOT_TOKEN": sandbox.bot_token,
        "SLACK_APP_TOKEN": sandbox.app_token,
    }
    with (
        said.open("wb") as output,
        subprocess.Popen(
            [node(), "bot.js"], cwd=BOLT_JS, env=environment, stdout=output, stderr=subprocess.STDOUT
        ) as process,
    ):
        try:
            sandbox.wait_for_connection(PATIENCE)
            yield
        except BaseException:
            process.kill()
            raise
        process.terminate()
        assert process.wait(PATIENCE) == 0


@pytest.fixture
def ana(bot: Sandbox) -> PersonAtDesk:
    """Who talks to it."""
    return bot.person("U1")


def answer(ana: PersonAtDesk, text: str) -> str:
    """Say it; the text of the bot's next message."""
    return str(ana.wait_for_reply(ana.say(text), PATIENCE)["text"])


def new_card(ana: PersonAtDesk) -> dict:
    """Ask for a card; the card."""
    return ana.wait_for_reply(ana.say("card"), PATIENCE)


def form_of(ana: PersonAtDesk, card: dict) -> dict:
    """Click Edit; the modal."""
    assert ana.click("edit", card) == "acknowledged"
    view: dict = ana.wait_until(lambda desk: desk.view, PATIENCE)
    return view


def test_it_is_told_who_it_is_and_who_talks(ana: PersonAtDesk) -> None:
    """auth.test, users.info, a message event, chat.postMessage."""
    assert answer(ana, "who") == "Ana Díaz, en-US; I am U0BOT (B0BOT)"


def test_a_button_replaces_its_card_through_the_response_url(ana: PersonAtDesk) -> None:
    """A status, blocks, metadata that come back with the click."""
    card = new_card(ana)
    ana.wait_until(lambda desk: desk.status == "", PATIENCE)
    assert ana.click("approve", card) == "acknowledged"
    done = ana.wait_for(lambda m: m["ts"] == card["ts"] and m["text"] == "approved 7 of 7", PATIENCE)
    assert done["blocks"] == []


def test_a_modal_is_submitted_with_an_error_under_a_field_and_again(ana: PersonAtDesk) -> None:
    """Opened from a click, prefilled, refused, corrected: the card says what was saved."""
    card = new_card(ana)
    form_of(ana, card)
    assert ana.submit() == {"percent": "A day has 100 %."}
    assert ana.view is not None
    assert ana.view["errors"] == {"percent": "A day has 100 %."}
    assert ana.submit({"percent": "50"}) == {}
    assert ana.view is None
    ana.wait_for(lambda m: m["ts"] == card["ts"] and m["text"] == "saved 50 %, as usual", PATIENCE)


def test_a_view_is_updated_once_for_its_hash_and_keeps_what_was_typed(ana: PersonAtDesk) -> None:
    """views.update from a click inside the modal; a second one with the old hash is refused."""
    view = form_of(ana, new_card(ana))
    ana.enter("note", "typed")
    ana.click("renew")
    ana.wait_for(lambda m: m["text"] == "the old hash: hash_conflict", PATIENCE)
    assert ana.view is not None
    assert (ana.view["id"], ana.view["title"]["text"]) == (view["id"], "Renewed")
    assert ana.view["state"]["values"]["note"]["note"]["value"] == "typed"
    ana.click("push")
    ana.wait_until(lambda desk: desk.view["title"]["text"] == "Details", PATIENCE)
    ana.close_modal()
    ana.close_modal()
    ana.wait_for(lambda m: m["text"] == "closed", PATIENCE)


def test_its_home_tab_is_published_and_clicked(ana: PersonAtDesk) -> None:
    """app_home_opened, views.publish, a click that carries the view, publish guarded by the hash."""
    ana.open_home()
    ana.wait_until(lambda desk: desk.home, PATIENCE)
    ana.click("count")
    ana.wait_until(lambda desk: desk.home["blocks"][0]["type"] == "header", PATIENCE)
    ana.open_messages()


def test_a_slash_command_is_answered_in_its_acknowledgement_and_later(ana: PersonAtDesk) -> None:
    """The SDK sends the text as the acknowledgement's payload, and the rest to the response_url."""
    assert ana.slash("/js", "please") == "acknowledged"
    ana.wait_for(lambda m: m["text"] == "at once: please" and m["ephemeral"], PATIENCE)
    ana.wait_for(lambda m: m["text"] == "and later" and m["ephemeral"], PATIENCE)


def test_a_text_is_streamed(ana: PersonAtDesk) -> None:
    """chat.startStream, appendStream, stopStream by the SDK's own helper."""
    said = ana.say("story")
    told = ana.wait_for(lambda m: m["ts"] > said["ts"] and not m["streaming"] and m.get("bot_id"), PATIENCE)
    assert told["text"] == "once upon a **time**"


def test_a_call_with_bytes_arrives_as_a_multipart_form(ana: PersonAtDesk) -> None:
    """The SDK sends multipart/form-data as soon as an argument is binary; the other arguments are read all the same."""
    assert answer(ana, "bytes") == "took größer"


def test_it_waits_when_it_is_told_to_and_repeats_what_failed(bot: Sandbox, ana: PersonAtDesk) -> None:
    """429 with Retry-After, then the message; each of them once."""
    bot.faults.rate_limit("chat.postMessage", retry_after=1)
    assert answer(ana, "echo one").startswith("one (Ev")
    assert len([m for m in ana.messages() if m["text"].startswith("one (")]) == 1


def heard(bot: Sandbox) -> list[str]:
    """The texts of the message events that have been acknowledged."""
    events = [d.payload["event"] for d in bot.deliveries if d.kind == "events_api" and d.outcome == "acknowledged"]
    return [event["text"] for event in events if "text" in event]


def test_an_event_that_comes_again_says_so(bot: Sandbox, ana: PersonAtDesk) -> None:
    """Its acknowledgement is not heard; the SDK hands on the number of the attempt and the reason.

    The app hears its own messages too: the fault is planned when the last one's event has been heard.
    """
    bot.wait_until(lambda: not ana.messages() or ana.messages()[-1]["text"] in heard(bot), PATIENCE)
    bot.faults.late_ack()
    first = answer(ana, "echo again")
    bot.wait_until(lambda: bot.faults.planned == 0 and not any(d.fault for d in bot.deliveries), PATIENCE)
    CLOCK.advance(ACK_SECONDS)
    again = ana.wait_for(lambda m: "1 timeout)" in m["text"], PATIENCE)["text"]
    assert again.split(",")[0] == first.split(",")[0]


@pytest.mark.parametrize("how", ["refresh", "drop"])
def test_it_comes_back_after_a_disconnect(bot: Sandbox, ana: PersonAtDesk, how: str) -> None:
    """Nothing said meanwhile is lost, whether Slack asked for a new connection or the old one broke."""
    (bot.refresh_sockets if how == "refresh" else bot.drop_sockets)()
    assert answer(ana, f"echo {how}").startswith(f"{how} (Ev")
    bot.wait_until(lambda: bot.connections == 1, PATIENCE)
