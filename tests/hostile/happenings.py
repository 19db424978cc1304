"""What happens around the bot: messages with the model's answers to them, clicks by anybody, forms, second thoughts."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from tests.hostile.answers import Reply, replies
from tests.hostile.words import BEN, Piece, words

LONGEST_SHOWN = 400  # characters of an event in a report of a failure: a model may have said very much


@dataclass(frozen=True, repr=False)
class Says:
    """A person writes, and this is what the model makes of it."""

    person: str
    said: Piece
    answers: tuple[Reply, ...]
    relentless: bool = False

    def __repr__(self) -> str:
        return f"{self.person}: {self.said.text!r} -> {self.answers!r}"[:LONGEST_SHOWN]


@dataclass(frozen=True, repr=False)
class Clicks:
    """A click: on which of the pending lines, by whom, and whether the picture that was clicked was an old one."""

    verb: str
    line: int
    by_owner: bool
    stale: bool
    answers: tuple[Reply, ...] = ()

    def __repr__(self) -> str:
        return f"{self.verb} {self.line} {self.by_owner} {self.stale} -> {self.answers!r}"[:LONGEST_SHOWN]


@dataclass(frozen=True)
class Edits:
    """A form is submitted for one of the pending lines."""

    line: int
    by_owner: bool
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, repr=False)
class Changes:
    """One of the newest messages is changed to other words, or deleted when there are none."""

    message: int
    said: Piece | None
    answers: tuple[Reply, ...] = ()

    def __repr__(self) -> str:
        words = "deleted" if self.said is None else repr(self.said.text)
        return f"message {self.message}: {words} -> {self.answers!r}"[:LONGEST_SHOWN]


@dataclass(frozen=True)
class StartsOver:
    """A person starts the conversation over: in words, or by the button when there are none."""

    person: str
    words: str


@dataclass(frozen=True)
class Passes:
    """Time passes; one of the lines may be clicked before the sweep comes."""

    hours: int
    line: int | None


Event = Says | Clicks | Edits | Changes | StartsOver | Passes
PERSONS = ("U-ANA", "U-ANA", "U-BEN", "U-EVE", "U-EVE", "U-EVE")


@st.composite
def says(draw: st.DrawFn) -> Says:
    """A message with up to three answers to it."""
    person, said = draw(st.sampled_from(PERSONS)), draw(words())
    answers = tuple(draw(replies(said)) for _ in range(draw(st.integers(1, 3))))
    return Says(person, said, answers, draw(st.sampled_from((False, False, False, True))))


@st.composite
def clicks(draw: st.DrawFn) -> Clicks:
    """Mostly the owner's approval; the model goes on with what may have been said by somebody else."""
    verb = draw(st.sampled_from(("approve", "approve", "approve", "approve_all", "decline", "dance")))
    by_owner = draw(st.sampled_from((True, True, True, False)))
    stale = draw(st.sampled_from((False, False, False, True)))
    said = draw(words())
    answers = tuple(draw(replies(said)) for _ in range(draw(st.integers(0, 2))))
    return Clicks(verb, draw(st.integers(0, 5)), by_owner, stale, answers)


def edits() -> st.SearchStrategy[Edits]:
    """A form with something odd in it."""
    values = st.sampled_from((
        (("percent", "25"),), (("percent", "33"),), (("dates", "2026-11-25"),), (("dates", "tomorrow"),),
        (("project", "ORI"),), (("dates", "never"), ("percent", "")), (("owner", BEN),), (("dates", "2026-11-25,x"),),
        (("project", "nope"), ("percent", "75")),
    ))  # fmt: skip
    return st.builds(Edits, st.integers(0, 5), st.sampled_from((True, True, False)), values)


@st.composite
def changes_of_messages(draw: st.DrawFn) -> Changes:
    """Mostly the newest message; every third is deleted."""
    message = draw(st.sampled_from((0, 0, 0, 1, 2, 5)))
    if not draw(st.integers(0, 2)):
        return Changes(message, None)
    said = draw(words())
    return Changes(message, said, tuple(draw(replies(said)) for _ in range(draw(st.integers(1, 2)))))


def fresh_starts() -> st.SearchStrategy[StartsOver]:
    """In two languages, and by the button."""
    return st.builds(StartsOver, st.sampled_from(PERSONS), st.sampled_from(("start over", "on recommence", "")))


def passing() -> st.SearchStrategy[Passes]:
    """Some hours, or longer than anything waits."""
    lines = st.one_of(st.none(), st.integers(0, 5))
    return st.builds(Passes, st.sampled_from((1, 2, 5, 8 * 24, 8 * 24)), lines)


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Something that happens; mostly somebody says something."""
    how = draw(st.integers(0, 39))
    kinds = ((27, says()), (33, clicks()), (35, edits()), (38, changes_of_messages()), (39, fresh_starts()))
    return draw(next((kind for most, kind in kinds if how < most), passing()))
