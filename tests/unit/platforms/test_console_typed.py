"""What a typed line means, and what a key is about on the cards that were seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.card import Verb
from bot.errors import UserFacingError
from bot.platforms.console.platform import Snapshot
from bot.platforms.console.typed import Command, Key, Target, Words, meant, target
from tests.unit.platforms import slack_pictures as pictures

ONE = replace(pictures.PENDING, lines=pictures.PENDING.lines[:1], approve_all=0)
TWO = pictures.PENDING
OTHER = replace(ONE, id="d" * 32, lines=(pictures.line(3),))


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("a", Key(Verb.APPROVE)),
        (" a2 ", Key(Verb.APPROVE, 2)),
        ("A", Key(Verb.APPROVE_ALL)),
        ("A2", Key(Verb.APPROVE, 2)),
        ("e 12", Key(Verb.EDIT, 12)),
        ("D", Key(Verb.DECLINE)),
        ("u", Key(Verb.UNDO)),
        ("s2", Key(Verb.SAME, 2)),
        ("sick friday", Words("sick friday")),
        ("/report 2026-11", Command("/report", "2026-11")),
        ("/HELP", Command("/help")),
        ("2", Words("Zephyr")),
        ("3", Words("3")),
        ("50", Words("50")),
        ("a day off", Words("a day off")),
        ("apollo", Words("apollo")),
        ("d'accord", Words("d'accord")),
        ("", Words("")),
    ],
)
def test_a_line_is_a_key_a_command_an_offered_answer_or_words(line: str, meaning: object) -> None:
    """Only a key by itself is one; words that begin with its letter are words."""
    assert meant(line, ("Apollo", "Zephyr")) == meaning


def test_a_number_is_words_where_nothing_is_offered() -> None:
    """“50” may be the answer to “how much?”."""
    assert meant("2", ()) == Words("2")


def test_a_key_alone_is_about_the_only_line_that_can_take_it() -> None:
    """One open line needs no number."""
    found = target(Key(Verb.APPROVE), Snapshot((ONE,)))
    assert found.line == ONE.lines[0]


def test_a_key_alone_is_asked_back_where_several_lines_can_take_it() -> None:
    """On one card, or on two."""
    for cards in ((TWO,), (OTHER, ONE)):
        with pytest.raises(UserFacingError, match="Which line"):
            target(Key(Verb.APPROVE), Snapshot(cards))


def test_a_number_finds_its_line_on_an_older_card_too() -> None:
    """Numbers run through everything that waits."""
    found = target(Key(Verb.DECLINE, 1), Snapshot((OTHER, ONE)))
    assert (found.card, found.line) == (ONE, ONE.lines[0])


@pytest.mark.parametrize("key", [Key(Verb.APPROVE), Key(Verb.APPROVE_ALL), Key(Verb.EDIT, 1)])
def test_without_a_card_there_is_nothing_to_decide(key: Key) -> None:
    """The person is told what to do instead."""
    with pytest.raises(UserFacingError, match="no card to decide"):
        target(key, Snapshot())


def test_a_line_that_cannot_be_approved_is_not() -> None:
    """A line with a problem offers Edit and Decline only."""
    with pytest.raises(UserFacingError, match="No open line 1"):
        target(Key(Verb.APPROVE, 1), Snapshot((pictures.OVER,)))
    assert target(Key(Verb.EDIT, 1), Snapshot((pictures.OVER,))).line is not None


def test_all_is_everything_on_the_newest_card() -> None:
    """Approve all names the card; where it holds one line, that line is approved."""
    assert target(Key(Verb.APPROVE_ALL), Snapshot((TWO, OTHER))).line is None
    assert target(Key(Verb.APPROVE_ALL), Snapshot((OTHER, TWO))).line == OTHER.lines[0]


def test_undo_alone_is_about_the_newest_card_that_offers_it() -> None:
    """What was written last is what a person wants back; an older line is named by its number."""
    older = replace(OTHER, lines=(replace(pictures.WRITTEN.lines[0], number=3),))
    seen = Snapshot(written=(pictures.WRITTEN, older))
    assert target(Key(Verb.UNDO), seen).line == pictures.WRITTEN.lines[0]
    assert target(Key(Verb.UNDO, 3), seen) == Target(older, older.lines[0])


def test_a_key_for_what_is_written_is_asked_back_where_several_lines_offer_it() -> None:
    """With the keys that name one."""
    with pytest.raises(UserFacingError, match=r"Which line\? s1 s2"):
        target(Key(Verb.SAME), Snapshot(written=(pictures.WRITTEN,)))


@pytest.mark.parametrize(
    ("key", "why"),
    [(Key(Verb.UNDO), "nothing here that can be undone"), (Key(Verb.SAME, 1), "nothing here that can be undone")],
)
def test_where_nothing_is_written_nothing_is_undone(key: Key, why: str) -> None:
    """The cards that wait are no matter of these keys."""
    with pytest.raises(UserFacingError, match=why):
        target(key, Snapshot((TWO,)))


def test_a_written_line_that_does_not_offer_it_is_not_undone() -> None:
    """Its number is answered as that of any other line that cannot take the key."""
    with pytest.raises(UserFacingError, match="No open line 2"):
        target(Key(Verb.UNDO, 2), Snapshot(written=(pictures.WRITTEN,)))
