"""Bad input, from the wire to the ledger: the whole bot, with the built-in model, at the sandbox's websocket."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store.tables import EventState, InboxRow
from bot.words import say
from tests.full_disk import LONG, disk_of
from tests.scenarios.workplace import GUEST, PATIENCE, Colleague, Workplace, buttons, is_answer, words

MONDAY = date(2026, 11, 16)
REDELIVERED_AFTER = 5  # seconds without an acknowledgement, and some to spare


def everything_is_handled(workplace: Workplace) -> bool:
    """True when no event waits in the inbox."""
    with Session(workplace.bot.desk.store.engine) as session:
        return session.scalar(select(InboxRow.id).where(InboxRow.state != EventState.DONE).limit(1)) is None


def answers(colleague: Colleague) -> list[str]:
    """What the bot said, cards included."""
    return [words(message) for message in colleague.desk.messages() if is_answer(message)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("👍 🎉", say("no-words")),
        ("<@U0BOT>", say("no-words")),
        ("a" * 4_001, say("too-long", count=4_001, most=4_000)),
        ("a" * 40_000, say("too-long", count=40_000, most=4_000)),
    ],
    ids=["emoji", "a mention", "4,001 characters", "40,000 characters"],
)
def test_what_cannot_be_read_is_answered_in_a_sentence(lucas: Colleague, text: str, sentence: str) -> None:
    """And the next message is understood as if nothing had been."""
    assert sentence in words(lucas.answer(text))
    assert "Apollo" in words(lucas.card("apollo monday"))


@pytest.mark.parametrize("text", ["\x00 apollo\x00 monday", "\u202eapollo\u202c monday", "apollo\u2028monday"])
def test_characters_that_nobody_sees_change_nothing(lucas: Colleague, text: str) -> None:
    """NUL, an override of the writing direction, an odd line end: what is left is understood, and the card shows it."""
    card = lucas.card(text)
    assert "Apollo" in words(card)
    assert not set(words(card)) & {"\x00", "\u202e"}


def test_4000_odd_characters_are_answered(lucas: Colleague) -> None:
    """More tokens than the model takes: a sentence, and no message is tried forever."""
    assert words(lucas.answer("𓂀" * 4_000)).strip()
    assert "Apollo" in words(lucas.card("apollo monday"))


def test_a_file_alone_is_refused_and_beside_words_it_is_mentioned(lucas: Colleague) -> None:
    """Uploaded to the conversation, as people do with a screenshot of their calendar."""
    said = lucas.desk.share("calendar.png")
    refusal = lucas.desk.wait_for(lambda m: m["ts"] > said["ts"] and is_answer(m), PATIENCE)
    assert say("file-unread") in words(refusal)
    said = lucas.desk.share("calendar.png", "apollo monday")
    assert "Apollo" in words(lucas.new_card(after=said))
    assert any(say("file-unread-beside-words") in answer for answer in answers(lucas))


def test_somebody_unknown_is_told_whom_to_ask(workplace: Workplace) -> None:
    """In the conversation, and on the Home tab."""
    gus = workplace.colleague(GUEST["email"])
    assert "Ask an administrator to add you" in words(gus.answer("apollo monday"))
    gus.desk.open_home()
    home = gus.desk.wait_until(lambda desk: desk.home, PATIENCE)
    assert words(home).strip()


def test_a_changed_message_is_answered_anew(workplace: Workplace, lucas: Colleague) -> None:
    """The old card says why it is over, the new one is the only one that can be approved."""
    said = lucas.desk.say("apollo monday")
    old = lucas.new_card(after=said)
    lucas.desk.edit(said["ts"], "zephyr monday")
    assert say("message-changed") in words(lucas.decided(old))
    new = lucas.new_card(after=old)
    assert "Zephyr" in words(new)
    lucas.desk.click("approve", new)
    lucas.decided(new)
    assert workplace.entries(MONDAY) == [("Mon 16", "ZEP", 100)]


def test_what_was_approved_stands_when_its_message_is_changed(workplace: Workplace, lucas: Colleague) -> None:
    """Never a second write."""
    said = lucas.desk.say("apollo monday")
    card = lucas.new_card(after=said)
    lucas.desk.click("approve", card)
    lucas.decided(card)
    lucas.desk.edit(said["ts"], "zephyr monday")
    lucas.desk.wait_for(lambda m: is_answer(m) and say("edited-decided") in words(m), PATIENCE)
    assert workplace.entries(MONDAY) == [("Mon 16", "APO", 100)]
    assert len(lucas.cards) == 1


@pytest.mark.parametrize("with_replies", [False, True], ids=["alone", "with replies"])
def test_a_deleted_message_takes_its_card_with_it(lucas: Colleague, with_replies: bool) -> None:
    """Slack tells of a deleted message with replies as of a change."""
    said = lucas.desk.say("apollo monday")
    card = lucas.new_card(after=said)
    if with_replies:
        reply = lucas.desk.say("hello", thread_ts=said["ts"])
        lucas.desk.wait_for(lambda m: m["ts"] > reply["ts"] and is_answer(m), PATIENCE)
    lucas.desk.wait_until(lambda desk: desk.status == "", PATIENCE)  # Slack takes none under a message that is gone
    lucas.desk.delete(said["ts"])
    assert say("message-deleted") in words(lucas.decided(card))
    lucas.desk.wait_for(lambda m: is_answer(m) and say("deleted-dropped") in words(m), PATIENCE)


def test_an_unfurled_link_and_the_messages_of_others_are_not_answered(workplace: Workplace, lucas: Colleague) -> None:
    """Only what the person said is: one answer."""
    said = lucas.desk.say("hello, see https://example.org")
    first = lucas.desk.wait_for(lambda m: m["ts"] > said["ts"] and is_answer(m), PATIENCE)
    workplace.sandbox.unfurl(lucas.desk.id, said["ts"])
    here = {
        "type": "message",
        "channel": lucas.desk.channel,
        "channel_type": "im",
        "text": "apollo monday",
        "ts": "7.7",
    }
    workplace.sandbox.deliver({**here, "user": "U7", "bot_id": "B7"})
    workplace.sandbox.deliver({**here, "user": lucas.desk.id, "subtype": "channel_join"})
    workplace.sandbox.deliver({**here, "user": lucas.desk.id, "channel": "C1", "channel_type": "channel"})
    lucas.answer("forget it")
    assert len(answers(lucas)) == 2
    assert words(first) == answers(lucas)[0]


def test_a_form_with_a_wrong_date_stays_open_and_says_so(workplace: Workplace, lucas: Colleague) -> None:
    """June has 30 days; the right date in the same form is shown first, then written."""
    card = lucas.card("apollo monday")
    lucas.edit(card)
    errors = lucas.desk.submit({"dates.words": "31 june"})
    assert list(errors) == ["dates.words"]
    assert "June" in errors["dates.words"]
    assert lucas.desk.submit({"dates.words": "17 november"}) == {}
    assert lucas.desk.submit() == {}
    lucas.decided(card)
    assert workplace.entries(MONDAY, date(2026, 11, 30)) == [("Tue 17", "APO", 100)]


def test_a_form_that_was_overtaken_by_a_click_says_so(workplace: Workplace, lucas: Colleague) -> None:
    """The form was open while the card was approved on another device."""
    card = lucas.card("apollo monday")
    lucas.edit(card)
    lucas.desk.click("approve", card)
    lucas.decided(card)
    assert "decided already" in " ".join(lucas.desk.submit({"dates.words": "17 november"}).values())
    assert workplace.entries(MONDAY, date(2026, 11, 30)) == [("Mon 16", "APO", 100)]


def test_a_button_of_another_version_is_answered(workplace: Workplace, lucas: Colleague) -> None:
    """An old card that somebody kept open: it cannot be decided, and it says what to do."""
    button = {"type": "button", "action_id": "approve", "text": {"type": "plain_text", "text": "OK"}, "value": "v0:17"}
    client = workplace.bot.platform.client
    client.chat_postMessage(channel=lucas.desk.channel, text="old", blocks=[{"type": "actions", "elements": [button]}])
    assert lucas.desk.click("approve") == "acknowledged"
    assert lucas.desk.messages()[-1]["text"] == say("unknown-button")


def test_a_message_that_finds_the_disk_full_is_answered_once_there_is_room(
    workplace: Workplace, lucas: Colleague
) -> None:
    """It is not acknowledged, so Slack delivers it again: nothing is lost and nothing is answered twice."""
    with disk_of(workplace.bot.desk.store.engine) as disk:
        disk.is_full = True
        said = lucas.desk.say(LONG)
        delivery = workplace.sandbox.deliveries[-1]
        assert disk.refused.wait(PATIENCE)
        assert delivery.outcome == ""
        disk.is_full = False
        workplace.sandbox_clock.advance(REDELIVERED_AFTER)
        workplace.sandbox.wait_until(lambda: delivery.outcome == "acknowledged", PATIENCE)
        lucas.desk.wait_for(lambda m: m["ts"] > said["ts"] and is_answer(m), PATIENCE)
        lucas.answer("forget it")
    assert len(answers(lucas)) == 2
    assert everything_is_handled(workplace)


def test_a_clock_that_jumps_back_in_mid_conversation_changes_nothing(workplace: Workplace, lucas: Colleague) -> None:
    """An hour back between the card and the click, and between two messages."""
    card = lucas.card("apollo monday")
    workplace.clock.time -= timedelta(hours=1)
    lucas.desk.click("approve", card)
    lucas.decided(card)
    second = lucas.card("zephyr tuesday")
    assert second["ts"] > card["ts"]
    assert "approve" in buttons(second)
    assert workplace.entries(MONDAY) == [("Mon 16", "APO", 100)]


def test_a_second_bot_on_the_same_database_is_refused_until_the_first_is_killed(
    workplace: Workplace, tmp_path: Path
) -> None:
    """kill -9 leaves no lock behind: the next start works."""
    environment = os.environ | {
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "TALLY_SLACK_BOT_TOKEN": workplace.sandbox.bot_token,
        "TALLY_SLACK_APP_TOKEN": workplace.sandbox.app_token,
        "TALLY_SLACK_BASE_URL": workplace.sandbox.api_url,
        "TALLY_MODEL_THREADS": "1",
        "TALLY_REMINDERS": "false",
    }
    for _ in range(2):
        mine = environment | {"TALLY_DATABASE_URL": f"sqlite:///{tmp_path / 'mine.db'}"}
        process = subprocess.Popen([sys.executable, "-m", "bot", "run"], env=mine, cwd=tmp_path)
        try:
            workplace.sandbox.wait_until(lambda: workplace.sandbox.connections == 2, PATIENCE)
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()
        workplace.sandbox.wait_until(lambda: workplace.sandbox.connections == 1, PATIENCE)
    theirs = environment | {"TALLY_DATABASE_URL": f"sqlite:///{tmp_path / 'tally.db'}"}
    command = [sys.executable, "-m", "bot", "run"]
    refused = subprocess.run(command, env=theirs, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert refused.returncode == 1
    assert "Another Tally works on" in refused.stderr
