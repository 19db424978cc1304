"""Where in free text days are named: the longest readable phrases, from left to right."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from bot.phrases.lexer import lexemes
from bot.phrases.mentions import mentions_day
from bot.phrases.reading import read_days
from bot.phrases.refusal import PhraseError

_LONGEST: Final = 12  # words; "from wednesday 3 to friday 5 june except thursday" has 9
_MOST_WORDS: Final = 120  # a longer message is prose: what it means is not read off its words
BLANK: Final = "\x00"  # what a caller puts over the parts of a text that are no days: no phrase reaches over it
_WORD: Final = re.compile(rf"[^\s:;{BLANK}]+")
_WALL: Final = re.compile(rf"[:;{BLANK}]")
_NUMBER: Final = re.compile(r"\d{1,2}(?:st|nd|rd|th|er|e)?(?:\s+(?:of|de))?")
_THAT_ONE: Final = re.compile(r"(?:one|un|une)\s+(?:but|except|mais|sauf)\b", re.IGNORECASE)
_COUNTED_FROM: Final = re.compile(r"\bday (?:before|after)$", re.IGNORECASE)
_QUALIFIES: Final = re.compile(r"\b(?:derni[eè]re?s?|prochaine?s?|pass[ée]e?s?|suivante?s?)$", re.IGNORECASE)
_EDGES: Final = " \t\n,;:.!?()[]\"'“”«»"


@dataclass(frozen=True)
class Span:
    """A part of a text: `text` stands from `start` to `end`."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=64)  # one turn asks several times about the same words
def days_in(text: str, today: date) -> tuple[Span, ...]:
    """The longest phrases of the text that name days, in order; none overlaps another.

    Empty for very long texts, and where a number before a phrase belongs to no day: "31 june" is not the month.
    """
    words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    if len(words) > _MOST_WORDS:
        return ()
    found: list[Span] = []
    at = 0
    while at < len(words):
        taken, span = _longest(text, words, at, today)
        if span and at and _NUMBER.fullmatch(text[words[at - 1][0] : span.start].strip()):
            return ()
        found += [span] if span else []
        at += taken
    return tuple(found)


def _longest(text: str, words: list[tuple[int, int]], at: int, today: date) -> tuple[int, Span | None]:
    """How many words the longest phrase that begins at a word takes, and the phrase; 1 and None when there is none."""
    if not _may_begin(text[slice(*words[at])]) or _THAT_ONE.match(text, words[at][0]):
        return 1, None  # "i have to check that one but today …" is not the first
    for count in range(min(_LONGEST, len(words) - at), 0, -1):
        span = _trimmed(text, words[at][0], words[at + count - 1][1])
        if _WALL.search(span.text):
            continue
        days = _days(span.text, today)
        if days and mentions_day(span.text, today):
            return _without_tail(text, words[at : at + count], days, today)
    return 1, None


def _without_tail(text: str, words: list[tuple[int, int]], days: tuple[date, ...], today: date) -> tuple[int, Span]:
    """The phrase without last words that add nothing to it: the "on" of "mon to wed on"."""
    shortest = len(words)
    while shortest > 1:
        shorter = _trimmed(text, words[0][0], words[shortest - 2][1])
        if _days(shorter.text, today) != days or not mentions_day(shorter.text, today):
            break
        if _QUALIFIES.search(_trimmed(text, words[0][0], words[shortest - 1][1]).text):
            break  # the end of "lundi dernier et mardi dernier" is the days' own, though it adds nothing
        if _is_month(text[slice(*words[shortest - 1])]):
            break  # "the 1st october" is the 1st in october too, but whose month it is was said
        if _COUNTED_FROM.search(shorter.text):
            break  # "yesterday and the day before yesterday" means the same without its end, which is no other day
        shortest -= 1
    return shortest, _trimmed(text, words[0][0], words[shortest - 1][1])


def _is_month(word: str) -> bool:
    return any(lexeme.kind in ("MONTH", "YEAR") for lexeme in lexemes(word))


def _may_begin(word: str) -> bool:
    found = lexemes(word)
    return bool(found) and found[0].kind not in ("UNKNOWN", "COMMA", "AND", "TO")


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end, text[start:end])


def _days(phrase: str, today: date) -> tuple[date, ...]:
    try:
        return read_days(phrase, today, ()).days
    except PhraseError:
        return ()
