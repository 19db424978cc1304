"""/tally and "Report this" against the sandbox: what is stored before Slack is answered, and what is seen at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.errors import StoreError
from bot.handlers.commands import help_text, typed
from bot.platforms.slack.platform import SlackPlatform
from bot.ports import TextPicture
from bot.words import say, speaking
from sandbox.clock import ManualClock
from sandbox.driver import PersonAtDesk, Sandbox, running_sandbox
from tests.unit.platforms.conftest import PEOPLE, FakeAssistant

pytestmark = pytest.mark.usefixtures("connection")
GENERAL = {"id": "C1", "name": "general"}
BENS = {
    "type": "message",
    "user": "U7",
    "text": "R&amp;D &lt;50%&gt; with <@U7|ben>, monday",
    "ts": "1700000000.000100",
}


CHLOE = {
    "id": "U2", "name": "chloe", "real_name": "Chloé Petit", "email": "chloe@example.org", "locale": "fr-FR"
}  # fmt: skip


@pytest.fixture
def sandbox(slack_time: ManualClock) -> Iterator[Sandbox]:
    """With somebody in it who speaks French."""
    with running_sandbox([*PEOPLE, CHLOE], clock=slack_time) as running:
        yield running


def told(ana: PersonAtDesk) -> str:
    """What only Ana sees, at the end of the conversation."""
    newest = ana.messages()[-1]
    assert newest["ephemeral"]
    return str(newest["text"])


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("status", "status", ""),
        ("  STATUS ", "status", ""),
        ("submit", "submit", ""),
        ("submit last month", "submit", "last month"),
        ("reset", "reset", ""),
        ("état", "status", ""),
        ("soumettre octobre", "submit", "octobre"),
        ("recommencer", "reset", ""),
    ],
)
def test_a_command_is_stored_before_slack_is_answered(
    sandbox: Sandbox, ana: PersonAtDesk, assistant: FakeAssistant, text: str, name: str, rest: str
) -> None:
    """With everything that it needs, and in a lane of its own: nobody knows yet where it is answered."""
    assert ana.slash("/tally", text) == "acknowledged"
    [event] = assistant.events
    assert (event.kind, event.lane, event.person_id) == ("elsewhere", "elsewhere:U1", "U1")
    assert event.payload == {"kind": "command", "payload": {"name": name, "rest": rest}}
    assert event.id == f"U1:command:{sandbox.deliveries[-1].payload['trigger_id']}"
    assert ana.messages() == []


def test_a_command_in_another_channel_says_where_it_is_answered(ana: PersonAtDesk, assistant: FakeAssistant) -> None:
    """Only who typed it sees that."""
    assert ana.slash("/tally", "status", GENERAL) == "acknowledged"
    assert told(ana) == say("command-answered-there")
    assert [event.kind for event in assistant.events] == ["elsewhere"]


def test_a_command_is_taken_while_slack_cannot_be_asked_where_it_is_answered(
    sandbox: Sandbox, ana: PersonAtDesk, assistant: FakeAssistant
) -> None:
    """It is stored first: what is said beside it may be a word too many, never a word too few."""
    sandbox.faults.refuse("conversations.open", "internal_error")
    assert ana.slash("/tally", "reset") == "acknowledged"
    assert [event.kind for event in assistant.events] == ["elsewhere"]


@pytest.mark.parametrize("text", ["", "help", "Aide", "  "])
def test_help_is_there_at_once(ana: PersonAtDesk, assistant: FakeAssistant, text: str) -> None:
    """It needs neither the database nor a worker, and lists every word."""
    assert ana.slash("/tally", text) == "acknowledged"
    for word in ("status", "submit", "reset", "help"):
        assert f"`/tally {word}` {say(f'command-{word}')}" in told(ana)
    assert assistant.events == []


@pytest.mark.parametrize("asked", ["help", "reset"])
def test_everybody_is_told_in_their_own_language(sandbox: Sandbox, asked: str) -> None:
    """That of their profile, which is asked for: what has no translation is said in English."""
    chloe = sandbox.person("U2")
    chloe.slash("/tally", asked, GENERAL)
    with speaking("fr-FR"):
        assert told(chloe) == (say("command-answered-there") if asked == "reset" else help_text("/tally", typed("")))
    assert [c.answer["user"]["locale"] for c in sandbox.calls if c.method == "users.info"] == ["fr-FR"]


def test_an_unknown_word_is_named_and_does_nothing(
    sandbox: Sandbox, ana: PersonAtDesk, assistant: FakeAssistant
) -> None:
    """With the list below it; and what was typed is printed, not obeyed."""
    assert ana.slash("/tally", "<!channel> now") == "acknowledged"
    assert told(ana).startswith("There is no “&lt;!channel&gt;”.\n" + say("command-words"))
    assert assistant.events == []
    assert sandbox.problems == []


def test_a_very_long_word_is_cut(sandbox: Sandbox, ana: PersonAtDesk) -> None:
    """Slack takes the answer, whatever was typed."""
    assert ana.slash("/tally", "x" * 50_000) == "acknowledged"
    assert len(told(ana)) < 1_000
    assert sandbox.problems == []


def test_a_command_that_cannot_be_kept_is_said_to_be_lost(ana: PersonAtDesk, assistant: FakeAssistant) -> None:
    """Slack does not send it again, so whoever typed it reads that nothing came of it."""
    assistant.failing = StoreError("no room")
    assert ana.slash("/tally", "reset") == "acknowledged"
    assert told(ana).startswith("That did not go through, and nothing was changed.")
    assert assistant.events == []


def test_a_picked_message_is_stored_before_slack_is_answered(
    sandbox: Sandbox, ana: PersonAtDesk, assistant: FakeAssistant
) -> None:
    """Its words as they were typed, who wrote it and when; and who picked it reads where the answer comes."""
    assert ana.pick("report_this", BENS, GENERAL) == "acknowledged"
    [event] = assistant.events
    assert (event.kind, event.lane, event.person_id) == ("elsewhere", "elsewhere:U1", "U1")
    picked = {"id": "U7", "name": "", "ts": "1700000000.000100"}
    assert event.payload == {
        "kind": "message",
        "payload": {"text": "R&D <50%> with @ben, monday", "picked": picked},
    }
    assert event.id == f"U1:report_this:{sandbox.deliveries[-1].payload['trigger_id']}"
    assert told(ana) == say("picked-answered-there")


def test_a_picked_message_tells_of_its_files(ana: PersonAtDesk, assistant: FakeAssistant) -> None:
    """They are not read, and that is said: so they are counted."""
    ana.pick("report_this", BENS | {"files": [{"id": "F1"}, {"id": "F2"}]}, GENERAL)
    assert assistant.events[-1].payload["payload"]["files"] == 2


def test_two_picks_are_two_events(ana: PersonAtDesk, assistant: FakeAssistant) -> None:
    """Whoever picks a message again asks again."""
    said = ana.say("apollo monday")
    assistant.newest("message")
    ana.pick("report_this", said)
    ana.pick("report_this", said)
    assert len({event.id for event in assistant.events}) == 3


def test_the_bots_own_message_cannot_be_picked(
    ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform
) -> None:
    """What it said itself is nobody's words: it says so, and stores nothing."""
    platform.post({"channel": ana.channel}, "m1", TextPicture("Do you mean Apollo on Monday?"))
    assert ana.pick("report_this", ana.messages()[-1]) == "acknowledged"
    assert told(ana) == say("picked-mine")
    assert assistant.events == []


def test_a_pick_that_cannot_be_kept_is_said_to_be_lost(ana: PersonAtDesk, assistant: FakeAssistant) -> None:
    """In a channel where the bot is no member, too: the address came with the shortcut."""
    assistant.failing = StoreError("no room")
    assert ana.pick("report_this", BENS, GENERAL) == "acknowledged"
    assert told(ana).startswith("That did not go through, and nothing was changed.")
    assert assistant.events == []


def test_an_answer_to_a_shortcut_that_fails_is_only_missed(platform: SlackPlatform) -> None:
    """It is a courtesy, so it never raises."""
    platform.respond("http://127.0.0.1:9/response/gone", "I read that.")
