"""Whatever comes in is answered in a sentence or acted upon once; nothing is tried forever."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.legible import legible, legible_values
from bot.errors import ModelRefused
from bot.handlers.assistant import TallyAssistant
from bot.platforms.slack.listeners import Listeners
from bot.ports import ModelReply
from bot.words import say
from tests.unit.handlers.told import APOLLO_MONDAY, answers, unfinished


@pytest.mark.parametrize("text", ["", "   \n", "👍", ":thumbsup: :skin-tone-2:", "…!?", "@U0ABC123", "\u200b"])
def test_a_message_without_words_is_told_what_to_write(office, text: str) -> None:
    """The model is not even asked: it could only make something up."""
    office.say(text)
    assert answers(office) == [say("no-words")]
    assert office.model.prompts == []


@pytest.mark.parametrize("length", [4_001, 40_000])
def test_a_message_that_is_too_long_is_refused_in_one_sentence(office, length: int) -> None:
    """With both numbers; the conversation goes on as if it had not been sent."""
    office.say("a" * length)
    assert answers(office) == [say("too-long", count=length, most=4_000)]
    office.say("hello", ModelReply("Hello!"))
    assert [m.text for m in office.model.prompts[0][1:]] == ["hello"]


def test_the_longest_message_is_read(office) -> None:
    """4,000 characters are no reason to refuse."""
    office.say("a" * 4_000, ModelReply("Hm."))
    assert answers(office) == ["Hm."]


def test_a_file_alone_is_refused_and_beside_words_it_is_mentioned(office) -> None:
    """A recording is not listened to; what was typed with it is answered all the same."""
    office.happen(office.event("message", "U-ANA", text="", files=1))
    assert answers(office) == [say("file-unread")]
    office.model.script.append(APOLLO_MONDAY)
    office.happen(office.event("message", "U-ANA", text="apollo monday", files=2))
    assert answers(office)[1:] == [say("file-unread-beside-words")]
    assert len(office.pending) == 1


def test_somebody_whom_the_ledger_does_not_know_is_told_whom_to_ask(office) -> None:
    """In words, by a click and by a form alike; the model is not asked."""
    office.say("apollo monday", APOLLO_MONDAY, person="U-NOBODY")
    office.happen(office.event("submit", "U-NOBODY", month="2026-11"))
    office.happen(office.event("report", "U-NOBODY", month="2026-11"))
    assert len(answers(office)) == 3
    assert all("Ask an administrator" in text for text in answers(office))
    assert office.model.prompts == []


def test_what_the_model_cannot_work_with_is_answered_and_forgotten(office) -> None:
    """Too many tokens, or an answer without end: repeating would not help, and the next message is not poisoned."""
    office.say("zzz", ModelRefused("too long for the model"))
    assert answers(office)[0].startswith("I could not work with that message. Say it in shorter, plainer words.")
    office.say("hello", ModelReply("Hello!"))
    assert answers(office)[1:] == ["Hello!"]
    assert unfinished(office) == []


CONTROL = ("\x00", "\x1b[2J", "\r\n", "\u2028", "\u202e", "\u2066", "\ud83d", "\udc00", "\ufdd0", "\ufeff")
ODD = (
    "Z" + "\u0489" * 99,
    ":+1:",
    "<@U0ABC123>",
    "&lt;",
    "<|im_end|>",
    "apollo monday",
    "'; DROP TABLE inbox; --",
    "مرحبا",
)
PIECES = st.sampled_from([*CONTROL, *ODD])
ANY_TEXT = st.lists(st.one_of(PIECES, st.text(st.characters(), max_size=30)), max_size=8).map("".join)
FORBIDDEN = {"Cc", "Cs"}


@given(text=ANY_TEXT)
def test_what_is_legible_can_be_stored_and_shown(text: str) -> None:
    """No NUL for PostgreSQL, no half of a pair for any database, nothing that a terminal or a card would obey."""
    shown = legible(text)
    assert not {unicodedata.category(letter) for letter in shown.replace("\n", "").replace("\t", "")} & FORBIDDEN
    assert not set(shown) & set("\x00\u202e\u2066\ufdd0")
    shown.encode("utf-8")
    assert legible(shown) == shown


def test_ordinary_text_stays_as_it_is() -> None:
    """Accents, other scripts, joined emoji and line breaks are words."""
    for text in ("déjà vu\n\tà côté", "مرحبا", "שלום\u200f", "👩‍👩‍👧 ok"):
        assert legible(text) == text
    assert legible_values({"values": {"dates": "a\x00b"}, "list": ["\ud800"], "revision": 1}) == {
        "values": {"dates": "ab"},
        "list": ["\ufffd"],
        "revision": 1,
    }


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY_TEXT, reply=ANY_TEXT)
def test_any_text_is_answered_once(office, text: str, reply: str) -> None:
    """From Slack's event to the outbox: one message more for the person, nothing left in the inbox, nothing written.

    The model answers any text at all, too.
    """
    assistant = TallyAssistant(office.desk, lambda: None)
    listeners = Listeners(assistant, office.platform, office.clock)  # type: ignore[arg-type]
    number = next(office._numbers)
    before = len(office.platform.posted)
    office.model.script = [ModelReply(reply)]
    ts = f"{number}.000001"
    event = {"type": "message", "channel_type": "im", "channel": "D-U-ANA", "user": "U-ANA", "text": text, "ts": ts}
    listeners.message({"event_id": f"Ev{number}"}, event)
    office.work()
    assert len(office.platform.posted) == before + 1
    assert unfinished(office) == []
    assert office.entries() == []
