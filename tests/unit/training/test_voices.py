"""The banks of frames by voice: each is whole, and the generator uses all of them."""

from __future__ import annotations

import random

import pytest

from training.dialogues import generate, voices
from training.dialogues.voices.check import ASIDES, SELDOM, USUAL, faults

TWINS = ("twins_en", "twins_fr")


@pytest.mark.parametrize("voice", voices.names())
def test_a_bank_has_no_faults_and_every_section_of_a_table(voice: str) -> None:
    """What a frame lacks would teach the model to call with what nobody said."""
    assert list(faults(voice)) == []
    sections = set(voices.frames(voice))
    assert set(USUAL) <= sections or set(SELDOM) <= sections or set(ASIDES) == sections


@pytest.mark.parametrize("name", TWINS)
def test_twins_have_no_faults(name: str) -> None:
    """Two sentences that hardly differ teach which word decides, if each stands in its own section."""
    assert list(faults(name)) == []


@pytest.mark.parametrize("name", TWINS)
def test_twins_are_one_more_bank_of_their_language(name: str) -> None:
    """They join the rules of their language only, are no voice, and can be left out."""
    french = name == "twins_fr"
    every, fewer = voices.rules(french), voices.rules(french, without="twins")
    assert name not in voices.names()
    for section, bank in voices.frames(name).items():
        assert bank in every[section]
        assert bank not in fewer[section]
        assert bank not in voices.rules(not french)[section]


def test_more_than_half_of_a_rules_sentences_come_from_the_banks() -> None:
    """However many frames either side has: many voices, not one author."""
    mixed = voices.weighted(["own"] * 200, [["a", "b"], ["c"]])
    assert 0.5 < sum(frame != "own" for frame in mixed) / len(mixed) < 0.7


def test_a_bank_can_be_left_out() -> None:
    """For the table of what an unheard voice costs."""
    every, fewer = voices.rules(french=False), voices.rules(french=False, without="terse")
    assert len(fewer["act"]) == len(every["act"]) - 1


def test_a_frame_of_whole_messages_takes_its_amounts_bare() -> None:
    """`{A1}` in a bank is `{a1}`: the words around an amount stand in the frame."""
    bank = voices.specs(french=False)["act P1 D A1;act P2 D A2"]
    assert not any("{A1}" in frame or "{A2}" in frame for frames in bank for frame in frames)


def test_no_frame_of_the_banks_brings_a_slot_that_no_call_takes() -> None:
    """A thousand dialogues are made without a name or a day left in braces."""
    made = [generate(random.Random(seed)) for seed in range(1_000)]
    texts = [str(message.get("content")) for dialogue in made for message in dialogue.messages]
    assert [text for text in texts if "{" in text or "}" in text] == []
