"""From a phrase to the tokens of the grammar: numbers, dates, words, and words that only together mean something.

Words that are ambiguous by themselves ("mar", "a", "in") leave here as such; neighbours.py settles them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from bot.phrases.expressions import EXPRESSIONS
from bot.phrases.neighbours import Lexeme, full_year, settled
from bot.phrases.notations import in_grammar_order
from bot.phrases.spelling import look_up, plain

_ISO: Final = r"\d{4}-\d{1,2}-\d{1,2}"
_NUMBERS: Final = rf"""
    (?P<iso_range>{_ISO}\s*/\s*{_ISO})(?!\d)
  | (?P<iso>{_ISO}|\d{{4}}/\d{{1,2}}/\d{{1,2}})(?![\d/])
  | (?P<iso_week>\d{{4}}-?w\d{{1,2}})(?!\w)
  | (?P<iso_month>\d{{4}}[-/]\d{{1,2}})(?![\d/])
  | (?P<full>\d{{1,2}}(?P<sep>[/.-])\d{{1,2}}(?P=sep)(?:\d{{4}}|\d{{2}}))(?![\d/])
  | (?P<month_year>\d{{1,2}}[/.-]\d{{4}})(?![\d/])
  | (?P<day_month>\d{{1,2}}[/.]\d{{1,2}}\.?)(?![\d/])
  | (?P<ordinal>\d{{1,2}}(?:\s?(?:st|nd|rd|th)|ers?|eres?|res?|e|emes?|iemes?|nde)(?!\w))
  | (?P<year>\d{{4}}|'\d{{2}})(?!\w)
  | (?P<number>\d{{1,3}})(?!\d|_|[a-z]{{1,2}}(?![a-z]))
  | (?P<week>(?:w|s|wk|kw|cw|sem)(?:\d{{1,2}}))(?!\w)
"""
_SIGNS: Final = r"""
    (?P<to>-{1,3}>?|\.{2,3}|~)
  | (?P<comma>[,;:|]|/(?!\d)|(?<!\d)/)
  | (?P<and>[&+])
  | (?P<skip>\s+|[.'"!?()\[\]*_«»“”])
  | (?P<unknown>.)
"""
_WEEK_PREFIX: Final = re.compile(r"(\bweek|\bwk|\bsemaine|\bsem)s?\s*(?:no|nr|number|num|numero|n°|#)\.?\s*(?=\d)")
_OUTSIDE: Final = re.compile(r"^[^\w']+|[^\w]+$")
_TODAY: Final = re.compile(r"\baujourd'?\s?hui\b")
_BESIDE: Final = (
    (
        re.compile(r"\b(yesterday\s*(?:,|and|&|\+)\s*(?:and\s+)?(?:the )?)day before\b(?! yesterday)"),
        r"\1day before yesterday",
    ),
    (
        re.compile(r"\b(tomorrow\s*(?:,|and|&|\+)\s*(?:and\s+)?(?:the )?)day after\b(?! tomorrow)"),
        r"\1day after tomorrow",
    ),
    (re.compile(r"\b(hier\s*(?:,|et|&|\+)\s*)(?:la veille|le jour d'avant)\b"), r"\1avant-hier"),
    (re.compile(r"\b(demain\s*(?:,|et|&|\+)\s*)le (?:jour d'apres|jour suivant|lendemain)\b"), r"\1apres-demain"),
)
"""Days that count from the one beside them: "yesterday and the day before"."""
_ONE_MORE: Final = re.compile(r"(\b(?:et|and)|,)\s+(?:un|une|one)(?: autre)?(?=\s+(?:le|on|the)\b)")
"""The "one" of "one on the 18th and one on the 24th", which is no first of the month."""
_HERE: Final = re.compile(r"(?<=[a-z])[- ]ci\b")
_POSSESSIVE: Final = re.compile(r"(?<=[a-z])'s\b")


@lru_cache(maxsize=1)
def _scanner() -> re.Pattern[str]:
    groups = sorted(EXPRESSIONS, key=len, reverse=True)
    several = "|".join(re.escape(words).replace(r"'\ ", r"'\s*").replace(r"\ ", r"[\s-]+") for words in groups)
    word = r"(?P<word>(?:l|d|jusqu)'|(?:dix|vingt|trente)-(?:et-)?(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf)\b"
    word += r"|(?:twenty|thirty)[- ][a-z]+|2day|2moro(?:w|rrow)?|[^\W\d_]+)"
    two_words = r"(?!d'\s*(?:avant[\s-]+hier|apres[\s-]+demain))"  # "d'avant" is the previous one, but not here
    return re.compile(
        rf"(?<!\w){two_words}(?P<several>{several})(?:(?<=')|(?!\w))|{_NUMBERS}|{word}|{_SIGNS}", re.VERBOSE
    )


def lexemes(phrase: str) -> tuple[Lexeme, ...]:
    """The tokens of a phrase; a word that is not known is a token of the type UNKNOWN."""
    found = [lexeme for lexeme in _scan(phrase) if lexeme.kind != "DROP"]
    return tuple(in_grammar_order(settled(found)))


def scanned(phrase: str) -> str:
    """The text in which the tokens stand: plain, and without what is only written, not meant."""
    text = _HERE.sub("", _TODAY.sub("aujourdhui", plain(phrase)))
    text = _ONE_MORE.sub(lambda match: match[1] + " " * (len(match[0]) - len(match[1])), text)
    for pattern, meant in _BESIDE:
        text = pattern.sub(meant, text)
    return _OUTSIDE.sub(_blank, _POSSESSIVE.sub("", _WEEK_PREFIX.sub(r"\1 ", text)))


def _scan(phrase: str) -> Iterator[Lexeme]:
    for match in _scanner().finditer(scanned(phrase)):
        kind = match.lastgroup or "unknown"
        kind = "full" if kind == "sep" else kind
        for lexeme in _read(kind, match.group()):
            yield replace(lexeme, start=match.start(), end=match.end())


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _read(kind: str, text: str) -> list[Lexeme]:
    numbers = tuple(int(digits) for digits in re.findall(r"\d+", text))
    if re.search(r"(?<!\d)[01][0-8]\d\d(?!\d)", text):
        return [Lexeme("UNKNOWN", text)]
    match kind:
        case "word":
            return _read_word(text)
        case "several":
            meaning = EXPRESSIONS[_phrase_key(text)]
            return [Lexeme(*meaning)]
        case "iso_range":
            return [Lexeme("DATE", numbers[2::-1]), Lexeme("TO", 0), Lexeme("DATE", numbers[:2:-1])]
        case "iso":
            return [Lexeme("DATE", numbers[::-1])]
        case "full" | "day_month":
            return [Lexeme("DATE", (*numbers[:2], *(full_year(year) for year in numbers[2:])))]
        case "iso_week":
            return [Lexeme("WEEKNO", numbers[::-1])]
        case "iso_month":
            return [Lexeme("MONTHREF", numbers)]
        case "month_year":
            return [Lexeme("MONTHREF", numbers[::-1])]
        case "week":
            return [Lexeme("WEEKNO", numbers)]
        case "year":
            return [Lexeme("YEAR", full_year(numbers[0]))]
        case "ordinal":
            return [Lexeme("ORD", numbers[0])]
        case "number":
            return [Lexeme("NUM", numbers[0])]
        case "to" | "comma" | "and":
            return [Lexeme(kind.upper(), 0)]
        case "skip":
            return []
        case _:
            return [Lexeme("UNKNOWN", text)]


def _phrase_key(text: str) -> str:
    key = re.sub(r"[\s-]+", " ", text)
    return key if key in EXPRESSIONS else re.sub(r"'\s*", "' ", key)


def _read_word(word: str) -> list[Lexeme]:
    meaning = look_up(word.replace(" ", "-"))
    if meaning is None and re.search(r"[ -]", word):
        return [lexeme for part in re.split(r"[ -]", word) for lexeme in _read_word(part)]
    return [Lexeme(*meaning)] if meaning else [Lexeme("UNKNOWN", word)]
