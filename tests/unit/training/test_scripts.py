"""Whole conversations written by hand: each is whole, and what is made of them keeps the contract."""

from __future__ import annotations

import contextlib
import random

import pytest

from training.dialogues import generate, language, scripts
from training.dialogues.dialogue import Enough, Talk
from training.dialogues.flows import requests, scripted
from training.dialogues.flows.asking import submit
from training.dialogues.noise import voice
from training.dialogues.scripts import Wanted
from training.dialogues.scripts.check import faults


@pytest.mark.parametrize("name", scripts.names())
def test_a_file_has_no_faults(name: str) -> None:
    """A label that speaks of what nobody said would teach the model to invent."""
    assert list(faults(name)) == []


@pytest.mark.parametrize("name", scripts.names())
def test_the_language_of_a_file_is_that_of_its_name(name: str) -> None:
    """French is read with French days and names."""
    text = " " + " ".join(turn.message for script in scripts.read(name) for turn in script).casefold()
    french = sum(text.count(f" {word} ") for word in ("le", "la", "sur", "pour", "et", "pas"))
    english = sum(text.count(f" {word} ") for word in ("the", "of", "on", "for", "and", "not"))
    assert (french > english) == scripts.is_french(name)


def played(seed: int) -> Talk:
    rng = random.Random(seed)
    t = Talk(rng, voice(rng, 0.4))
    with contextlib.suppress(Enough):
        scripted.scripted(t)
    return t


def test_every_value_was_said() -> None:
    """Every part of what a call copies stands in a message before it, to the letter."""
    for seed in range(1_500):
        said = ""
        for message in played(seed).messages:
            said += f" {message['content']}" if message["role"] == "user" else ""
            for made in message.get("tool_calls", ()):
                copied = {k: v for k, v in made["function"]["arguments"].items() if k not in CHOSEN}
                assert [v for v in copied.values() if not all(part in said for part in v.split(", "))] == [], said


CHOSEN = ("reason", "role", "replaces")


def test_a_correction_names_the_line_that_waits_whatever_waited_before() -> None:
    """Lines count on from those of earlier requests."""
    seen = 0
    for seed in range(300):
        rng = random.Random(seed)
        t = Talk(rng, voice(rng, 0.0))
        text, calls = requests.absence(t)
        submit(t, text, calls, follow=0.0)
        try:
            scripted.scripted(t)  # a wrong number is no line that waits: KeyError
        except Enough:
            continue
        seen += len(t.pending) > 1
    assert seen > 50


def test_a_line_is_read_with_its_quotes_numbers_and_reasons() -> None:
    """The format of RULES.md."""
    (turn,) = scripts._script(
        "x", ["{p1} until {y1}, {D2} and {h1}", '= act P1 dates="until {y1}" #2; sick D2+Y1 H1; del Y1 rtt']
    )
    assert turn.calls == (
        Wanted("act", {"project": "{p1}", "dates": "until {y1}"}, 2),
        Wanted("sick", {"reason": "sick", "dates": "{d2}, {y1}", "percent": "{h1}"}),
        Wanted("del", {"dates": "{y1}", "reason": "rtt"}),
    )


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (["{p1} {d1}"], "no line with ="),
        (["{p1} {d1}", "= work P1 D1"], "no such call: work"),
        (["{p1} {d1}", "= act P1 E1"], "act takes no E1"),
        (["{p1} {d1}", "= act P1 D1 Y2"], "two of dates"),
    ],
)
def test_what_cannot_be_read_says_where(lines: list[str], problem: str) -> None:
    """Whoever writes a file sees which line it is."""
    with pytest.raises(ValueError, match=problem):
        scripts._script("x", lines)


def test_brackets_and_bars_that_stand_for_themselves() -> None:
    """A template reads them otherwise."""
    (turn,) = scripts._script("x", ["[so|well] {p1} | {d1} <- please", "= act P1 D1"])
    said = {
        scripts.unescaped("".join(text for text, _ in language.ENGLISH.walk(tree, random.Random(s).random, {})))
        for tree in [language.ENGLISH.compile(turn.message)]
        for s in range(20)
    }
    assert said == {"so  |  <- please", "well  |  <- please"}


def test_no_dialogue_is_empty() -> None:
    """A conversation that ends before its first message is drawn again."""
    assert all(generate(random.Random(f"empty/{seed}")).messages for seed in range(1_500))
