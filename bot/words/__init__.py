"""The message catalogue: every sentence that code says to a person, by language, in Fluent files (`en/*.ftl`).

Code says `say("card-gone")` or `say("days-left", count=3)`. The language is the one of the person who is answered:
whoever handles an event opens `speaking(locale)` around it. A language is a folder; what it lacks is said in English.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

ENGLISH = "en"
_language: ContextVar[str] = ContextVar("language", default=ENGLISH)


def say(sentence: str, /, **values: str | int) -> str:
    """The words of a sentence in the language spoken now. KeyError when no file knows its id.

    An `int` chooses plural forms and is printed with the language's grouping; pass years and codes as `str`.
    """
    for language in dict.fromkeys((_language.get(), ENGLISH)):
        bundle = _bundle(language)
        if bundle.has_message(sentence):
            return _formatted(bundle, sentence, values)
    raise KeyError(sentence)


def _formatted(bundle: FluentBundle, sentence: str, values: dict[str, str | int]) -> str:
    pattern = bundle.get_message(sentence).value
    if pattern is None:
        raise KeyError(sentence)
    text, faults = bundle.format_pattern(pattern, values)
    if faults:
        raise faults[0]
    return str(text)


@contextmanager
def speaking(locale: str) -> Iterator[None]:
    """Speak the language of a locale such as `fr-FR`; English where there is no folder for it."""
    language = locale.replace("_", "-").split("-")[0].casefold()
    token = _language.set(language if language in languages() else ENGLISH)
    try:
        yield
    finally:
        _language.reset(token)


@cache
def languages() -> tuple[str, ...]:
    """The languages that there are files for."""
    folders = files(__name__).iterdir()
    return tuple(sorted(f.name for f in folders if f.is_dir() and not f.name.startswith("_")))


def catalogue(language: str) -> dict[str, str]:
    """The text of each Fluent file of a language, by its name without the suffix."""
    found = (f for f in files(__name__).joinpath(language).iterdir() if f.name.endswith(".ftl"))
    return {f.name.removesuffix(".ftl"): f.read_text(encoding="utf-8") for f in sorted(found, key=lambda f: f.name)}


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for text in catalogue(language).values():
        bundle.add_resource(FluentResource(text))
    return bundle
