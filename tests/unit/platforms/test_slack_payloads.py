"""Slack's payloads in our words: which conversation something belongs to, and what a person typed."""

from __future__ import annotations

import pytest

from bot.platforms.slack.payloads import Place, is_said_by_person, plain_words


@pytest.mark.parametrize(
    ("thread_ts", "lane"),
    [(None, "D1"), ("", "D1"), ("5.5", "D1"), ("1.1", "D1:1.1")],
    ids=["top level", "no thread", "a message with replies", "in a thread"],
)
def test_the_top_level_is_one_conversation_and_each_thread_its_own(thread_ts: str | None, lane: str) -> None:
    """Messages and clicks of one conversation share its lane; a message with replies stands at the top level."""
    place = Place.of_message("D1", "5.5", thread_ts)
    assert place.lane == lane
    assert Place.of_address(place.address) == place


def test_a_click_in_a_thread_belongs_to_the_thread() -> None:
    """The decision is handled one at a time with the messages of the same thread."""
    container = {"type": "message", "channel_id": "D1", "message_ts": "2.2", "thread_ts": "1.1"}
    assert Place.of_click({"container": container}).lane == "D1:1.1"
    without = {"container": {"channel_id": "D1", "message_ts": "2.2"}, "message": {"thread_ts": "1.1"}}
    assert Place.of_click(without).lane == "D1:1.1"


def test_a_click_on_the_home_tab_is_answered_in_the_direct_conversation() -> None:
    """The Home tab carries its channel, since a view has none."""
    body = {"container": {"type": "view"}, "view": {"private_metadata": '{"channel":"D1"}'}}
    assert Place.of_click(body) == Place("D1")


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("R&amp;D &lt;50 %&gt;", "R&D <50 %>"),
        ("see <https://example.org/a?b=1&amp;c=2>", "see https://example.org/a?b=1&c=2"),
        ("<http://example.org|example.org>", "example.org"),
        ("<mailto:ana@example.org|ana@example.org>", "ana@example.org"),
        ("assign <@U1> and <@U2|ben> to <#C1|apollo>", "assign @U1 and @ben to @apollo".replace("@apollo", "#apollo")),
        ("<!here>", "here"),
        ("mon to thu", "mon to thu"),
    ],
)
def test_words_are_as_they_were_typed(sent: str, typed: str) -> None:
    """Escapes and marks of links and mentions are Slack's, not the person's."""
    assert plain_words(sent) == typed


SAID = {"type": "message", "channel_type": "im", "user": "U1", "text": "hi", "ts": "1.1"}


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        ({}, True),
        ({"subtype": "file_share"}, True),
        ({"subtype": "message_changed"}, False),
        ({"subtype": "message_deleted"}, False),
        ({"subtype": "bot_message"}, False),
        ({"bot_id": "B1"}, False),
        ({"channel_type": "channel"}, False),
        ({"user": None}, False),
    ],
)
def test_only_what_a_person_says_in_a_direct_conversation_counts(change: dict[str, str], counts: bool) -> None:
    """Edits, deletions, bots and other channels are no messages to the assistant; a file's words are."""
    assert is_said_by_person({**SAID, **change}) is counts
