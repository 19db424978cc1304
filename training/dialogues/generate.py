"""Endless dialogues: one kind is drawn, then others may follow in the same conversation."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable
from itertools import accumulate

from training.dialogues import scripts
from training.dialogues.dialogue import Dialogue, Enough, Talk
from training.dialogues.flows import additions, corrections, decided, office, requests, scripted, several, talk, unknown
from training.dialogues.flows.asking import submit
from training.dialogues.language import FRENCH_SHARE, ONLY
from training.dialogues.marking import with_marks
from training.dialogues.noise import voice
from training.dialogues.proportions import GO_ON, KINDS, MOST_EPISODES


def _simple(builder: Callable[[Talk], requests.Request], **how: float) -> Callable[[Talk], None]:
    def episode(t: Talk) -> None:
        text, calls = builder(t)
        if t.rnd() < 0.007:
            talk.failed(t, text, calls)
            return
        submit(t, text, calls, **how)

    return episode


def _discard(t: Talk) -> None:
    """Mostly something is pending or asked when people give up."""
    if not t.pending and t.rnd() < 0.93:
        text, calls = (
            requests.without(t) if t.rnd() < 0.25 else requests.activity(t) if t.rnd() < 0.7 else several.several(t)
        )
        submit(t, text, calls, follow=0.3)
    talk.discard(t)


EPISODES: dict[str, Callable[[Talk], None]] = {
    "activity": _simple(requests.activity),
    "several": _simple(several.several),
    "absence": _simple(requests.absence),
    "deletion": _simple(requests.deletion),
    "copy": _simple(requests.copy),
    "month": _simple(requests.month, ask_month=0.12),
    "correction": corrections.correction,
    "addition": additions.addition,
    "missing": _simple(requests.without, follow=0.88, ask_month=0.5),
    "unknown": unknown.unknown,
    "discard": _discard,
    "read": office.read,
    "office": office.office,
    "talk": talk.talk,
    "decided": decided.decided,
    "scripted": scripted.scripted,
}

_HEARD = {
    kind: weight for kind, weight in KINDS.items() if not ONLY or (kind == "scripted") == (ONLY in scripts.names())
}
"""The kinds that there are: a bank alone has no conversations, a file of them nothing else."""
_NAMES = tuple(_HEARD)
_SUMS = tuple(accumulate(_HEARD.values()))


def _draw(rnd: Callable[[], float]) -> str:
    roll = rnd() * _SUMS[-1]
    for name, edge in zip(_NAMES, _SUMS, strict=True):
        if roll < edge:
            return name
    return _NAMES[-1]


def generate(rng: random.Random) -> Dialogue:
    """One dialogue; the same state of `rng` gives the same one."""
    t, kind = _talked(rng)
    return with_marks(t.done(kind), t.named, rng)


def unmarked(rng: random.Random) -> Dialogue:
    """The same dialogue without marks, sixty times as fast: the words for a tokenizer to learn from."""
    t, kind = _talked(rng)
    return t.done(kind)


def _talked(rng: random.Random) -> tuple[Talk, str]:
    """A conversation and what it began with."""
    t = Talk(rng, voice(rng, FRENCH_SHARE))
    kind = _draw(t.rnd)
    while not t.messages:  # a conversation may end before its first message, where no wording of it holds every value
        with contextlib.suppress(Enough):
            _episodes(t, kind)
    return t, kind


def _episodes(t: Talk, kind: str) -> None:
    EPISODES[kind](t)
    for _ in range(MOST_EPISODES - 1):
        if t.rnd() > GO_ON:
            break
        if t.pending and t.rnd() < 0.3:
            decided.decide(t)
        EPISODES[_draw(t.rnd)](t)
