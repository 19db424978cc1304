"""The strings that cut a model's answer into reasoning, words and calls: one set for each family."""

from __future__ import annotations

from dataclasses import dataclass

THINK, THOUGHT = "<think>", "</think>"
MOST_CALLS = 4


@dataclass(frozen=True)
class Marks:
    """What one family writes around words and calls.

    An answer is: blocks of reasoning, then words, or calls, or words and then calls. Some families write a heading
    before words (`>>>all`), and then everything that has another one is a call or reasoning.
    """

    call: str
    """What starts a call. Words never hold it."""
    prefix: str = ""
    """What may stand before the first call's start; words never hold it either."""
    thoughts: tuple[tuple[str, str], ...] = ((THINK, THOUGHT),)
    """What opens and what closes a block that nobody may see."""
    heading: str = ""
    """What stands before words; empty where words need nothing."""
    begun: str = ""
    """What the prompt already holds of the answer: `heading`, `call` and the openers of `thoughts` begin with it."""
    opening: str = ""
    """What stands between the start and the first call."""
    separator: str = "\n"
    """What may stand between two calls."""
    again: str | None = None
    """What starts each further call; None: the same as the first."""
    closing: str = ""
    """What stands after the last call."""
    ending: str = ""
    """What may end an answer, where the tokenizer does not know it for an end."""
    never: tuple[str, ...] = ()
    """What words may not hold besides."""
    inside: tuple[str, ...] = ()
    """Further strings of calls that a tokenizer may have as control tokens."""
    most: int = MOST_CALLS
    """How many calls one answer may hold."""
    mixed: bool = True
    """True when words may stand before calls."""

    @property
    def further(self) -> str:
        """What starts each call but the first."""
        return self.call if self.again is None else self.again

    @property
    def starts(self) -> tuple[str, ...]:
        """What ends the words, because a call begins."""
        return tuple(filter(None, (self.prefix, self.call)))

    @property
    def all(self) -> str:
        """Every mark, as one text: control tokens that stand in it are text for the grammar of an answer."""
        blocks = [mark for pair in self.thoughts for mark in pair]
        edges = [self.heading, self.begun, self.opening, self.closing, self.further, self.ending]
        return "\n".join([*self.starts, *blocks, *edges, *self.never, *self.inside])
