"""No sentence of the evaluation stands in what the model is trained on. Failures name cases, never their words.

`make leaks` looks at 100,000 dialogues, the everyday suite at the first 5,000 of them.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from masked import Masked, Sought, frames, masked, names_in, names_of, sentences

from training.dialogues import scripts, unmarked, voices

SETS = (
    "dialogues",
    "colleagues",
    "colleagues_three",
    "colleagues_four",
    "colleagues_five",
    "colleagues_six",
    "colleagues_seven",
    "colleagues_eight",
    "colleagues_nine",
    "colleagues_ten",
    "colleagues_eleven",
    "colleagues_twelve",
    "colleagues_thirteen",
    "colleagues_fourteen",
    "colleagues_fifteen",
    "colleagues_sixteen",
    "colleagues_seventeen",
    "colleagues_eighteen",
    "colleagues_unseen",
    "dates",
    "dates_two",
)
DATA = Path(__file__).parents[2] / "data"
DIALOGUES = int(os.environ.get("TALLY_LEAKS_DIALOGUES", "5000"))
TWINS = ("twins_en", "twins_fr")


def _cases() -> Iterator[tuple[str, list[Masked]]]:
    """Every case with its sentences that are long enough to be anybody's own."""
    for name in SETS:
        for number, text in enumerate((DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()):
            case = json.loads(text)
            said = [turn["user"] for turn in case["turns"]] if "turns" in case else [case["phrase"]]
            names = names_of(case)
            yield case.get("id", f"{name} {number + 1}"), [s for each in said for s in sentences(each, names)]


@pytest.fixture(scope="module")
def cases() -> dict[Masked, str]:
    return {sentence: case for case, found in _cases() for sentence in found}


def test_no_sentence_of_the_evaluation_is_in_a_bank(cases: dict[Masked, str]) -> None:
    """In no wording that a frame can take."""
    sought = Sought(cases)
    banks = (bank for voice in (*voices.names(), *TWINS) for bank in voices.frames(voice).values())
    played = (turn.message for name in scripts.names() for script in scripts.read(name) for turn in script)
    written = [*(frame for bank in banks for frame in bank), *map(scripts.unescaped, played)]
    found = {hit for frame in written for text in frames(frame) for hit in sought.within(text)}
    assert sorted({cases[sentence] for sentence in found}) == []


@pytest.mark.timeout(600)
def test_no_sentence_of_the_evaluation_is_in_a_generated_message(cases: dict[Masked, str]) -> None:
    """Whatever the grammar puts together."""
    sought = Sought(cases)
    found: set[Masked] = set()
    for number in range(DIALOGUES):
        messages = unmarked(random.Random(f"leaks/{number}")).messages
        names = names_in(messages)
        found |= {h for m in messages if m["role"] == "user" for h in sought.within(masked(m["content"], names))}
    assert sorted({cases[sentence] for sentence in found}) == []


def test_a_sentence_is_found_whatever_its_names_days_and_case() -> None:
    """The search itself: it finds what differs in names, days and numbers, and nothing else."""
    wanted = next(sentences("Hi! please put Kraken on my own report for monday, 50%", ["Kraken"]))
    sought = Sought([wanted])
    other = "well: PLEASE put Blue Lagoon on my own report for the 3rd … no"
    assert list(sought.within(masked(f"Hi! {other}", ["Blue Lagoon"]))) == []
    text = "Hí, PLEASE put Blue Lagoon on my own report for Tue 25 %"
    assert list(sought.within(masked(text, ["Blue Lagoon"]))) == [wanted]
    bank = list(frames("hi [please|] put {P} on my own report for {D}{A}"))
    assert [list(sought.within(text)) for text in bank] == [[wanted], []]
