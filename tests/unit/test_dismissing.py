"""Words that take back what was said, and nothing else."""

from __future__ import annotations

import pytest

from bot.tools.dismissing import dismisses


@pytest.mark.parametrize(
    "text",
    [
        "forget it",
        "Forget that, sorry!",
        "ok never mind",
        "nvm",
        "no, forget about it please",
        "laisse tomber",
        "Oublie ça, merci",
    ],
)
def test_a_dismissal_is_the_whole_message(text: str) -> None:
    assert dismisses(text)


@pytest.mark.parametrize(
    "text",
    [
        "forget monday",
        "don't forget it",
        "never mind apollo, zephyr on friday",
        "forget it: apollo monday",
        "n'oublie pas ça",
        "",
    ],
)
def test_words_that_ask_for_something_are_none(text: str) -> None:
    assert not dismisses(text)
