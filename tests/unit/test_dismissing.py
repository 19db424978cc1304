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
        "actually forget it, will do it next week",
        "never mind, I'll log it myself tomorrow",
        "laisse tomber, je le ferai demain",
        "laisse tomber je ferai ça plus tard",
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
        "forget it, i'll be on apollo monday",
        "forget it, i'll do apollo tomorrow",
        "laisse tomber, je ferai apollo demain",
        "forget it, i'll do it on apollo",
        "forget it: apollo monday",
        "n'oublie pas ça",
        "",
    ],
)
def test_words_that_ask_for_something_are_none(text: str) -> None:
    assert not dismisses(text)
