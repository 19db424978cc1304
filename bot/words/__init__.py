"""The message catalogue: every sentence that code says to a person, by language, in Fluent files (`en/*.ftl`).

Code says `say("card-gone")` or `say("days-left", count=3)`. The language is the one of the person who is answered:
whoever handles an event opens `speaking(locale)` around it. A language is a folder; what it lacks is said in English.
A date is laid out by its sentence: `{ DATE($day, pattern: "EEE d MMM") }`, the pattern in Unicode's letters; with
`begins: "capital"` where a line begins with it.

The files of FOR_THE_OPERATOR are English alone: what the command line, the start and the log say to whoever runs Tally
stays as the documentation and a search engine have it. `python -m bot.words fr` lists what a language still lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale
from babel.dates import format_date
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

ENGLISH, FRENCH = "en", "fr"
FOR_THE_OPERATOR = frozenset(("command-line", "engine", "model-server", "start"))
LONGEST_VALUE = 2_000  # characters
Value = str | float | date
_FIRST_OF_A_MONTH = re.compile(r"\b1(?=$| [a-zûé])")  # French counts the other days with plain numbers: 1er, 2, 3
_language: ContextVar[str] = ContextVar("language", default=ENGLISH)


def say(sentence: str, /, **values: Value) -> str:
    """The words of a sentence in the language spoken now. KeyError when no file knows its id.

    A number chooses plural forms and is printed with the language's grouping; pass years and codes as `str`.
    """
    for spoken in dict.fromkeys((language(), ENGLISH)):
        if spoken in languages() and _bundle(spoken).has_message(sentence):
            return _formatted(_bundle(spoken), sentence, values)
    raise KeyError(sentence)


def _formatted(bundle: FluentBundle, sentence: str, values: dict[str, Value]) -> str:
    pattern = bundle.get_message(sentence).value
    if pattern is None:
        raise KeyError(sentence)
    text, faults = bundle.format_pattern(pattern, {name: _bounded(value) for name, value in values.items()})
    if faults:
        raise faults[0]
    return str(text)


def _bounded(value: Value) -> Value:
    """Fluent refuses values of more than 2,500 characters (resolver.py): one that long is cut, with an ellipsis."""
    return value[: LONGEST_VALUE - 1] + "…" if isinstance(value, str) and len(value) > LONGEST_VALUE else value


@contextmanager
def speaking(locale: str) -> Iterator[None]:
    """Speak the language of a locale such as `fr-FR`, as far as there are files for it. Also a decorator."""
    token = _language.set(locale.replace("_", "-").split("-")[0].casefold())
    try:
        yield
    finally:
        _language.reset(token)


def language() -> str:
    """The language spoken now, such as `en`, whether there are files for it or not."""
    return _language.get()


@cache
def languages() -> tuple[str, ...]:
    """The languages that there are files for."""
    folders = files(__name__).iterdir()
    return tuple(sorted(f.name for f in folders if f.is_dir() and not f.name.startswith("_")))


def language_name(of: str) -> str:
    """What a language calls itself: `English`, `français`."""
    return str(Locale.parse(of).get_language_name() or of)


def missing(of: str) -> list[str]:
    """The ids of the sentences that a language lacks and people would read in English, by file: `slack: approve`."""
    translated = {id_ for text in catalogue(of).values() for id_ in _ids(text)}
    read = ((name, text) for name, text in catalogue(ENGLISH).items() if name not in FOR_THE_OPERATOR)
    return [f"{name}: {id_}" for name, text in read for id_ in _ids(text) if id_ not in translated]


def _ids(text: str) -> list[str]:
    return [entry.id.name for entry in FluentParser().parse(text).body if isinstance(entry, Message)]


def catalogue(of: str) -> dict[str, str]:
    """The text of each Fluent file of a language, by its name without the suffix."""
    found = (f for f in files(__name__).joinpath(of).iterdir() if f.name.endswith(".ftl"))
    return {f.name.removesuffix(".ftl"): f.read_text(encoding="utf-8") for f in sorted(found, key=lambda f: f.name)}


@cache
def _bundle(of: str) -> FluentBundle:
    bundle = FluentBundle([of], use_isolating=False, functions={"DATE": _dates(of)})
    for text in catalogue(of).values():
        bundle.add_resource(FluentResource(text))
    return bundle


def _dates(of: str) -> Any:
    """Fluent's function DATE for one language."""

    def laid_out(day: date, *, pattern: str, begins: str = "") -> str:
        text = format_date(day, pattern, locale=of)
        if of == FRENCH:
            text = _FIRST_OF_A_MONTH.sub("1er", text)
        return text[:1].upper() + text[1:] if begins == "capital" else text

    return laid_out
