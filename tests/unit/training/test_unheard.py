"""The table of unheard voices: banks alone and left out, and what the table says."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from training.dialogues import scripts, voices
from training.unheard import BANKS, Score, lines

SPOKEN = """
import random
from training.dialogues import generate
said = [m["content"] for seed in range(60) for m in generate(random.Random(seed)).messages if m["role"] == "user"]
print("\\n".join(said))
"""


def said(**environment: str) -> str:
    """What people write in sixty dialogues, made by a process of its own: the banks are read when it starts."""
    done = subprocess.run(
        [sys.executable, "-c", SPOKEN], env=os.environ | environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


@pytest.mark.parametrize("french", [False, True])
def test_each_bank_speaks_in_its_language_alone_and_can_be_left_out(french: bool) -> None:
    """Frames of one bank only, or of all but one."""
    spoken = [voice for voice in voices.names() if (voice in voices.FRENCH) == french]
    for voice in spoken:
        alone, without = voices.rules(french, only=voice), voices.rules(french, without=voice)
        for section, bank in voices.frames(voice).items():
            if not voices.is_spec(section):
                assert alone[section] == [bank]
                assert bank not in without.get(section, [])
        assert voices.rules(not french, only=voice) == {}


def test_the_banks_of_french_are_french() -> None:
    """One of them was read as English for a whole training."""
    for voice in voices.names():
        text = " " + " ".join(frame for frames in voices.frames(voice).values() for frame in frames).casefold()
        french, english = (sum(text.count(f" {word} ") for word in words) for words in (FRENCH_WORDS, ENGLISH_WORDS))
        assert (french > english) == (voice in voices.FRENCH), voice


FRENCH_WORDS = ("le", "la", "de", "sur", "pour", "en", "pas", "et")
ENGLISH_WORDS = ("the", "of", "on", "for", "in", "not", "and", "to")


def test_a_bank_alone_makes_dialogues_in_its_language() -> None:
    """English words of the program's own frames are heard from nobody who writes French."""
    french = said(TRAINING_ONLY_VOICE="texto").casefold()
    assert sum(french.count(f" {word} ") for word in ENGLISH_WORDS) < 0.2 * sum(
        french.count(f" {word} ") for word in FRENCH_WORDS
    )


def test_the_table_puts_the_dearest_voice_first() -> None:
    table = list(
        lines(
            [
                ("terse", Score(50, 100), Score(60, 100), Score(59, 100)),
                ("chatty", Score(40, 100), Score(55, 100), Score(45, 100)),
            ]
        )
    )
    assert table[2:] == [
        "| chatty (100) | 40.0 % | 55.0 % | 45.0 % | 10.0 |",
        "| terse (100) | 50.0 % | 60.0 % | 59.0 % | 1.0 |",
    ]
    assert set(BANKS) == {*voices.names(), *scripts.names(), "twins"} - {"asides_en", "asides_fr"}


@pytest.mark.parametrize("name", ["office_en", "bureau_fr"])
def test_a_file_of_conversations_alone_is_all_that_is_said(name: str) -> None:
    """Every message is one of its own, whatever the slots hold."""
    first = {turn.message[:4] for script in scripts.read(name) for turn in script if turn.message[:1].isalpha()}
    text = said(TRAINING_ONLY_VOICE=name).casefold().splitlines()
    known = sum(line[:4] in {start.casefold() for start in first} for line in text)
    assert known > 0.5 * len(text)
