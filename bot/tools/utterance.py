"""Where a phrase stands in what a person said: the same words, one after the other, whatever their case and accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.tools.names import plain

TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
KEPT = 20_000  # the names of a big company, and what is said meanwhile
EDGES = frozenset(",;.:!?()[]\"'“”«»…")


@lru_cache(maxsize=2048)
def tokens(text: str) -> tuple[tuple[str, int, int], ...]:
    """Words, numbers and signs of a text, each with its start and end; folded, so that spellings agree."""
    return tuple((m.group(), m.start(), m.end()) for m in TOKEN.finditer(_folded(text)))


def _folded(text: str) -> str:
    """Lower case, no accents, one kind of dash and of apostrophe; every character stays in its place."""
    same = text.translate({ord(c): "-" for c in "‐‑‒–—−"} | {ord(c): "'" for c in "’‘`´"})
    return "".join(unicodedata.normalize("NFKD", c)[:1].lower() or " " for c in same)


@lru_cache(maxsize=KEPT)
def words_of(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase without the punctuation around it."""
    found = [token for token, _, _ in tokens(phrase)]
    while found and found[0] in EDGES:
        found.pop(0)
    while found and found[-1] in EDGES:
        found.pop()
    return tuple(found)


@lru_cache(maxsize=2048)
def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(token for token, _, _ in tokens(text))


def may_stand(phrase: str, text: str) -> bool:
    """False when the first word is not there at all, as with most of the names of a big company."""
    words = words_of(phrase)
    return bool(words) and words[0] in _vocabulary(text)


def places(phrase: str, text: str) -> list[tuple[int, int]]:
    """Where the words of `phrase` stand in `text`, one after the other."""
    return places_of(words_of(phrase), text)


def places_of(wanted: Sequence[str], text: str) -> list[tuple[int, int]]:
    """The same, for the tokens of a phrase."""
    there = tokens(text)
    count = len(wanted)
    if not wanted:
        return []
    return [
        (there[n][1], there[n + count - 1][2])
        for n in range(len(there) - count + 1)
        if all(there[n + k][0] == wanted[k] for k in range(count))
    ]


def stands(phrase: str, texts: Iterable[str]) -> bool:
    """True when the words of `phrase` stand in one of the texts, one after the other."""
    return any(places(phrase, text) for text in texts)


def literally(phrase: str, texts: Iterable[str]) -> bool:
    """True when `phrase` stands in one of the texts letter by letter, but for case and white space."""
    wanted = _spaced(phrase)
    pattern = re.compile(rf"(?<![\w@]){re.escape(wanted)}(?![\w@])")
    return bool(plain(phrase)) and any(pattern.search(_spaced(text)) for text in texts)


def is_address_of(address: str, texts: Iterable[str]) -> bool:
    """True when the e-mail address stands in one of the texts as a whole."""
    pattern = re.compile(rf"(?<![\w.+@-]){re.escape(address.casefold())}(?![\w@+-]|\.\w)")
    return any(pattern.search(text.casefold()) for text in texts)


def _spaced(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())
