"""What a person sees while the model writes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.llm.stream import WordStream

CALL = '<tool_call>\n{"name":"discard","arguments":{}}\n</tool_call>'


def seen(answer: str, size: int, *, reasoning: bool = False) -> list[str]:
    """The pieces shown when the answer's bytes arrive `size` at a time."""
    shown: list[str] = []
    words = WordStream("<tool_call>", shown.append, reasoning=reasoning)
    raw = answer.encode()
    for start in range(0, len(raw), size):
        words.feed(raw[start : start + size])
    words.finish()
    assert "".join(shown) == words.text
    return shown


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
@pytest.mark.parametrize(
    ("answer", "visible"),
    [
        (" Été à Noël 🎄 ", "Été à Noël 🎄"),
        (CALL, ""),
        ("On it.\n\n" + CALL + CALL, "On it."),
        ("<think>" + CALL + "</think>\n\nDone.", "Done."),
        ("a < b <tool", "a < b <tool"),
        ("<<tool_call>", "<"),
        ("<think>never ends", ""),
        ("", ""),
    ],
)
def test_only_words_are_shown_however_the_bytes_arrive(answer: str, visible: str, size: int) -> None:
    """Whole letters, no call, no reasoning, no spaces at the ends."""
    assert "".join(seen(answer, size)) == visible


def test_a_prompt_that_opened_the_reasoning_shows_nothing_before_its_end() -> None:
    """Some templates end with `<think>`."""
    assert "".join(seen("hm</think>Yes", 2, reasoning=True)) == "Yes"


def test_words_are_shown_as_they_come() -> None:
    """Nothing is kept until the end without need."""
    assert seen("one two", 1) == ["o", "n", "e", " t", "w", "o"]


@given(st.text(alphabet="<tolca_>hink é", max_size=40), st.integers(1, 5))
def test_words_without_marks_are_shown_whole(text: str, size: int) -> None:
    """Whatever merely resembles a mark comes out in the end."""
    if "<tool_call>" not in text and "<think>" not in text:
        assert "".join(seen(text, size)) == text.strip()
