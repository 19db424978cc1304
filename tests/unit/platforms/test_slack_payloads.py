"""Slack's payloads in our words: which conversation something belongs to, and what a person typed."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import UserFacingError
from bot.platforms.slack.blocks.elements import packed_days
from bot.platforms.slack.payloads import Place, card_clicked, days_clicked, month_clicked, plain_words, spoken


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


SAID = {"type": "message", "channel_type": "im", "channel": "D1", "user": "U1", "text": "hi", "ts": "1.1"}


def about(subtype: str, **details: object) -> dict[str, object]:
    """An event that tells of another message."""
    return {"type": "message", "subtype": subtype, "channel_type": "im", "channel": "D1", "ts": "9.9", **details}


@pytest.mark.parametrize(
    "change",
    [{}, {"subtype": "file_share"}, {"subtype": "me_message"}, {"subtype": "thread_broadcast", "thread_ts": "0.1"}],
    ids=["words", "a file with words", "/me", "a reply that is also sent to the conversation"],
)
def test_what_a_person_says_in_a_direct_conversation_counts(change: dict[str, str]) -> None:
    """Under the name by which Slack tells of a change of it later."""
    said = spoken({**SAID, **change})
    assert said is not None
    assert (said.person, said.payload) == ("U1", {"text": "hi", "ref": "1.1"})


@pytest.mark.parametrize(
    "event",
    [
        {**SAID, "subtype": "bot_message"},
        {**SAID, "bot_id": "B1"},
        {**SAID, "channel_type": "channel"},
        {**SAID, "channel_type": "mpim"},
        {**SAID, "user": None},
        {**SAID, "subtype": "channel_join"},
        {**SAID, "subtype": "of_the_future"},
        about("message_changed", message=SAID, previous_message=SAID),
        about("message_changed", message={**SAID, "attachments": [{}]}, previous_message=SAID),
        about("message_changed", message=SAID),
        about("message_changed", message={**SAID, "bot_id": "B1", "text": "new"}, previous_message=SAID),
        about("message_changed"),
        about("message_deleted", previous_message={**SAID, "bot_id": "B1"}),
        about("message_deleted", previous_message={**SAID, "subtype": "tombstone", "user": "USLACKBOT"}),
        about("message_deleted"),
        about("message_replied", message=SAID),
    ],
)
def test_everything_else_passes_by(event: dict[str, object]) -> None:
    """Bots, other channels, notices, unfurled links, and what tells too little to be acted upon."""
    assert spoken(event) is None


def test_files_are_counted() -> None:
    """A recording is one, too."""
    said = spoken({**SAID, "subtype": "file_share", "text": "", "files": [{"id": "F1"}, {"subtype": "slack_audio"}]})
    assert said is not None
    assert said.payload == {"text": "", "ref": "1.1", "files": 2}


@pytest.mark.parametrize("known", [True, False], ids=["with the old text", "without"])
def test_an_edit_is_the_new_text_of_the_same_message(known: bool) -> None:
    """It belongs where the message stands, also in a thread."""
    edited = {**SAID, "text": "hi &amp; bye", "thread_ts": "0.1", "edited": {"user": "U1", "ts": "2.2"}}
    before = {"previous_message": SAID} if known else {}
    said = spoken(about("message_changed", message=edited, **before))
    assert said is not None
    assert said.payload == {"text": "hi & bye", "ref": "1.1", "change": "edited"}
    assert said.place == Place("D1", "0.1", "1.1")


@pytest.mark.parametrize(
    "event",
    [
        about("message_deleted", deleted_ts="1.1", previous_message=SAID),
        about(
            "message_changed",
            message={**SAID, "subtype": "tombstone", "user": "USLACKBOT", "text": "This message was deleted."},
            previous_message=SAID,
        ),
    ],
    ids=["without replies", "with replies"],
)
def test_a_deletion_names_the_message_and_forgets_its_words(event: dict[str, object]) -> None:
    """Slack tells of it in two ways."""
    said = spoken(event)
    assert said is not None
    assert said.payload == {"text": "", "ref": "1.1", "change": "deleted"}


FOREIGN = [
    "",
    "approve",
    "null",
    "[1]",
    '{"card":"c"}',
    '{"card":"c","revision":"new"}',
    '{"card":"c","revision":null}',
]


@pytest.mark.parametrize("value", FOREIGN)
def test_a_button_of_another_version_is_said_to_be_unknown(value: str) -> None:
    """Whatever it carries: one sentence, never a stumble."""
    for read in (card_clicked, month_clicked, days_clicked):
        with pytest.raises(UserFacingError, match="I do not know that button any more; nothing was changed"):
            read({"value": value})


def test_a_month_that_is_none_is_said_to_be_unknown() -> None:
    """A button of another version again."""
    with pytest.raises(UserFacingError, match="do not know that button"):
        month_clicked({"value": '{"month":"2026-13"}'})


@pytest.mark.parametrize("days", ["2026-13-01+", "2026-11-16+x", "9999-12-31+1", "tomorrow", "2026-11-16,2026-11-17"])
def test_days_that_are_none_are_said_to_be_unknown(days: str) -> None:
    """What this version never put on a button."""
    with pytest.raises(UserFacingError, match="do not know that button"):
        days_clicked({"value": json.dumps({"days": days})})


@given(st.dates(max_value=date(9999, 12, 20)), st.sets(st.integers(1, 6)))
def test_days_on_a_button_are_read_as_they_were_written(first: date, others: set[int]) -> None:
    """Whatever the days of a week are, and short enough for a menu."""
    days = (first, *(first + timedelta(days=n) for n in sorted(others)))
    packed = packed_days(days)
    assert days_clicked({"value": json.dumps({"days": packed})}) == [day.isoformat() for day in days]
    assert len(packed) <= 17
