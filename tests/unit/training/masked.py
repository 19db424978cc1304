"""Sentences with names, days, months and numbers masked, so that two that differ only in those are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, product
from typing import Any

from training.dialogues.slots import dates_en, dates_fr, people, words

MASK = "_"
SHORTEST = 6
"""Words of a sentence that counts, beside its masks: what has fewer ("… was on … not …"), anybody says."""
Masked = tuple[str, ...]
_SENTENCES = re.compile(r"[.!?;\n]+(?=\s|$)")
_SLOT = re.compile(r"\{\w+\}")
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_MOST = 256
"""Expansions of one frame."""
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve first second third fourth fifth half quarter",
    "un une deux trois quatre cinq six sept huit neuf dix onze douze premier premiere deuxieme demi quart",
)


def plain(text: str) -> list[str]:
    """Words of letters and digits, lower case, without accents; an apostrophe parts nothing."""
    decomposed = unicodedata.normalize("NFKD", re.sub(r"['’`]", "", text).casefold())
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", letters)


def _vocabulary() -> frozenset[str]:
    days = [*dates_en.FULL, *chain(*dates_en.SHORT, *dates_en.TYPOS), *dates_fr.FULL]
    weekend = ["saturday", "sunday", "sat", "sun", "samedi", "dimanche", *(day[:3] for day in dates_fr.FULL)]
    months = [*dates_en.MONTHS, *dates_en.MONTHS_SHORT, *dates_en.MONTH_TYPOS, *dates_fr.MONTHS]
    usual = [*words.BUSINESS, *words.BUSINESS_FR]
    names = [*people.FIRST, *people.LAST, *people.TWO, *words.ENGLISH, *words.FRENCH, *words.COMPANIES, *words.TRICKY]
    return frozenset(word for text in (*days, *weekend, *months, *names, *usual, *_NUMBERS) for word in plain(text))


VOCABULARY = _vocabulary()


def masked(text: str, names: Iterable[str] = ()) -> Masked:
    """The words of a text; `names`, the vocabulary and all that holds a digit are masks, neighbouring masks one."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " 0 ", text, flags=re.IGNORECASE)
    found: list[str] = []
    for word in plain(text):
        is_mask = word in VOCABULARY or not word.isalpha()
        if not is_mask:
            found.append(word)
        elif found[-1:] != [MASK]:
            found.append(MASK)
    return tuple(found)


def sentences(text: str, names: Iterable[str] = ()) -> Iterator[Masked]:
    """The text and its sentences of six words or more, masks not counted; neighbouring masks are one."""
    for part in dict.fromkeys([text, *_SENTENCES.split(text)]):
        found = masked(part, names)
        if len(found) - found.count(MASK) >= SHORTEST:
            yield found


def frames(template: str) -> Iterator[Masked]:
    """What a frame of a bank can say: every choice of its wordings, slots masked."""
    parts = _BRACKETS.split(_SLOT.sub(" 0 ", template))
    choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    for number, wording in enumerate(product(*choices)):
        if number == _MOST:
            break
        yield masked("".join(wording))


class Sought:
    """Sentences that must not stand anywhere: found in a longer text by their first six words."""

    def __init__(self, wanted: Iterable[Masked]) -> None:
        self._by_beginning: dict[Masked, list[Masked]] = {}
        for sentence in wanted:
            self._by_beginning.setdefault(sentence[:SHORTEST], []).append(sentence)

    def within(self, text: Masked) -> Iterator[Masked]:
        """Those that stand in a text."""
        for at in range(len(text) - SHORTEST + 1):
            for sentence in self._by_beginning.get(text[at : at + SHORTEST], ()):
                if text[at : at + len(sentence)] == sentence:
                    yield sentence


def names_of(case: Mapping[str, Any]) -> list[str]:
    """The names that an evaluation case brings with it."""
    projects = [p[key] for p in case.get("projects", ()) for key in ("code", "name", "client")]
    staff = [e[key] for e in case.get("employees", ()) for key in ("name", "lastname", "email")]
    return [word for name in (*projects, *staff) for word in (name, *name.split())]


def names_in(messages: Sequence[Mapping[str, Any]]) -> list[str]:
    """The names that the calls of a generated dialogue copy."""
    keys = ("project", "employee", "code", "name", "client", "lastname", "email")
    calls = [call["function"]["arguments"] for message in messages for call in message.get("tool_calls", ())]
    return [arguments[key] for arguments in calls for key in keys if key in arguments]
