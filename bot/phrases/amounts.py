"""How much of a day: "half days", "75 %", "mornings", "trois quarts" as 25, 50, 75 or 100 percent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.phrases.refusal import PhraseError
from bot.phrases.spelling import one_slip_apart, plain
from bot.words import say

STEPS: Final = (25, 50, 75, 100)
_IMPOSSIBLE: Final = -1

_DAY: Final = r"(?:day's|days?|jours?|journees?)\b"
_OF_A_DAY: Final = rf"(?:\s+(?:of\s+)?(?:a|the|each|every|my|working|work)\s+(?:working\s+)?{_DAY}|[\s-]*{_DAY})"
_OF_DAY_FR: Final = rf"(?:\s+(?:de\s+(?:la\s+|chaque\s+)?|d'une\s+|par\s+)?{_DAY})"
_SHARE: Final = rf"(?:{_OF_A_DAY}|{_OF_DAY_FR})?"
_PERCENT: Final = r"(?:%|pct\b|p\.c\.|per\s?cents?\b|pour\s?cents?\b|percents\b)"
_NO_DATE_BEFORE: Final = r"(?<![\w/.,-])"
_NO_DATE_AFTER: Final = r"(?![\w/]|[.,-]\w)"
_MAKE_IT: Final = r"(?:\b(?:at|a|make it|to|only|just|plutot|other|rest|instead|say|mets|passe a|the other)\s+)"
_GREETING: Final = r"(?<!good )(?<!this good )(?<!bon )(?<!bonne )(?<!bonne fin d')(?<!bonne fin de )"

_WORDS_OF_NUMBER: Final = {
    "twenty[- ]five|vingt[- ]cinq": 25,
    "fifty|cinquante": 50,
    "seventy[- ]five|soixante[- ]quinze|septante[- ]cinq": 75,
    "a hundred|one hundred|hundred|cent": 100,
    "ten|twenty|thirty|forty|sixty|seventy|eighty|ninety|dix|vingt|trente|quarante|soixante": _IMPOSSIBLE,
}

# In this order: of two readings at one place, the first one counts.
_SPOKEN: Final[tuple[tuple[str, int], ...]] = (
    (r"50\s*[/-]\s*50|\bfifty[- ]fifty\b|\bhalf and half\b|\bmoitie[- ]moitie\b", 50),
    (rf"(?:\b(?:three|trois)|{_NO_DATE_BEFORE}3)[- ]?(?:quarters?|quarts?)\b{_SHARE}", 75),
    (rf"(?:\b(?:one|a|an|un|the|le)\s+)?(?<!this )(?<!last )(?<!next )(?<!first )"
     rf"\b(?:quarters?|quarts?)\b(?! past){_SHARE}", 25),
    (rf"\b(?:two[- ]thirds?|(?:one|a)[- ]third(?=\s+of\b|\s+day|\s*$)|(?:un|deux)\s+tiers)\b{_SHARE}", _IMPOSSIBLE),
    (r"\b(?:mornings? and (?:the )?afternoons?|matins? et (?:l')?(?:apres[- ]midis?|aprems?))\b", 100),
    (rf"(?:\b(?:one|a|an|une|the|la)\s+)?(?<!first )(?<!second )(?<!premiere )(?<!deuxieme )(?<!seconde )"
     rf"\b(?:half|halves|moitie|demies?|demis?)\b(?! past){_SHARE}", 50),
    (r"\b(?:a |en )?mi[- ]journees?\b", 50),
    (r"\bhalftime\b|\bhalf[- ]time\b|\b(?:a )?mi[- ]temps\b", 50),
    (r"\b(?:split|share|divide|shared|divided)\b.{0,40}?\bevenly\b|\bevenly\b|\bequally\b", 50),
    (rf"\b(?:every |each |in the |only |the |chaque |tous les |le |les |l'|toute la |cet |cette )?{_GREETING}"
     r"\b(?:mornings?|afternoons?|arvos?|matin(?:ee)?s?|(?:apres|avant)[- ]midis?|l?aprems?)\b"
     r"(?:\s+(?:only|seulement))?", 50),
    (r"\b(?:before|after|until|till) (?:lunch|noon|midday)\b|\b(?:avant|apres) (?:le )?dejeuner\b", 50),
    (r"\bjusqu'?\s?a midi\b", 50),
    (r"\bpm\b|\bam\b(?=\W*$|\s*[,;.!&+]|\s+(?:and|then|pm|on)\b)", 50),
    (r"\b(?:(?:full|whole|entire|complete)[- ](?:working[- ])?(?:time|days?)|all[- ]day)\b(?:\s+long)?", 100),
    (r"\bfulltime\b", 100),
    (r"\bthe (?:full|whole|entire) (?:working )?day\b|\b(?:a )?(?:temps plein|plein temps|temps complet)\b", 100),
    (r"\btoute(?:s)? (?:la|les) journees?\b|\ball the (?:working )?day\b", 100),
    (r"\b(?:journees?|jours?) (?:entiere?s?|completes?|complets?|pleine?s?)\b", 100),
)  # fmt: skip
_HOURS: Final = (
    r"(?<![\w/.,-])\d+(?:[.,]\d+)?\s*h(?:\d\d)?\b"
    r"|(?<![\w/.,-])(?:(?:\d+(?:[.,]\d+)?|an?|one|two|three|four|five|six|seven|eight|une?|deux|trois|quatre|cinq)"
    r"(?:\s+and a half)?[\s-]*|half an |demi-)(?:hours?|hrs?|heures?|mins?|minutes?)\b"
    r"|\b(?:day|\d|one|two|three|four)s?(?: days?)? and a half(?: days?)?\b"
)
_DAY_BEFORE: Final = re.compile(
    r"\b(?:mon|tue|tues|wed|weds|wedn|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow"
    r"|yesterday)\s*(?:in the |the )?$"
)
_FRACTION: Final = re.compile(r"(?<![\w/.,-])\d{1,2}/\d{1,2}(?![\w/])")
_QUARTERS: Final = {"1/4": 25, "1/2": 50, "3/4": 75}
_DAY_WORD: Final = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|yesterday|lundi|mardi|mercredi|jeudi|vendredi"
    r"|aujourd'?hui|hier|demain)\b"
)
_LIKELY_SLIPS: Final = ("percent", "morning", "mornings", "afternoon", "afternoons", "quarter", "quarters", "moitie")
_SLIPS: Final = dict.fromkeys(("haf", "hlaf", "hafl", "halff", "haalf", "hallf", "hhalf", "halfs"), "half") | {
    "ful": "full", "fulll": "full", "dya": "day", "dyas": "days", "dasy": "days", "daya": "days", "percetn": "percent",
    "quater": "quarter", "quaters": "quarters", "halfday": "half day", "halfdays": "half days", "wole": "whole",
}  # fmt: skip
_NO_SLIPS: Final = frozenset({"mourning", "quartet", "quartets", "quartern", "moiti"})


@dataclass(frozen=True)
class _Amount:
    """An amount that was found: its percent (not always a possible one) and where it stands."""

    percent: int
    start: int
    end: int


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[re.Pattern[str], int | None], ...]:
    """Each pattern and its percent; None when the digits in its first group say it."""
    spoken = [(re.compile(pattern), percent) for pattern, percent in _SPOKEN]
    words = [
        (re.compile(rf"(?:\ba )?\b(?:{pattern})\s*{_PERCENT}{_SHARE}"), value)
        for pattern, value in _WORDS_OF_NUMBER.items()
    ]
    told: list[tuple[re.Pattern[str], int | None]] = [
        (re.compile(rf"(?<![\w/])(\d+(?:[.,]\d+)?)\s*{_PERCENT}{_SHARE}"), None),
        (re.compile(_HOURS), _IMPOSSIBLE),
    ]
    fractions = [
        (re.compile(rf"{_NO_DATE_BEFORE}{sign}(?:{_OF_A_DAY}|{_OF_DAY_FR}|(?=\s+(?:of|each|time)\b))"), value)
        for sign, value in (("1/4", 25), ("1/2", 50), ("3/4", 75), ("[12]/3", _IMPOSSIBLE))
    ]
    letters = [  # French for jours
        (re.compile(rf"{_NO_DATE_BEFORE}(?:{sign})\s?j\b"), value)
        for sign, value in (("1/4|0?[.,]25", 25), ("1/2|0?[.,]50?", 50), ("3/4|0?[.,]75", 75))
    ]
    decimals = [
        (re.compile(rf"(?<![\w/.,-]){sign}{_NO_DATE_AFTER}{_SHARE}"), value)
        for sign, value in ((r"0?[.,]25", 25), (r"0?[.,]50?", 50), (r"0?[.,]75", 75), (r"0[.,]\d+", _IMPOSSIBLE))
    ]
    return (*told, *words, *spoken, *fractions, *letters, *decimals)


@lru_cache(maxsize=1)
def _bare_rules() -> tuple[re.Pattern[str], ...]:
    """Numbers that only a sentence makes an amount: "the other 75", "make it 80"; a date is none."""
    no_week = r"(?<!week )(?<!semaine )(?<!weeks )(?<!wk )(?<!no )(?<!number )"
    return (
        re.compile(rf"(?<![\w/.,:#-]){no_week}(50|75|100){_NO_DATE_AFTER}(?!\s*(?:%|euro|people|km))"),
        re.compile(rf"{_MAKE_IT}(25){_NO_DATE_AFTER}(?!\s*[a-z])"),
        re.compile(rf"\bremaining (25){_NO_DATE_AFTER}"),
        re.compile(rf"\bmake it (\d{{1,3}}){_NO_DATE_AFTER}(?!\s*[a-z])"),
    )


def read_percent(phrase: str) -> int | None:
    """25, 50, 75 or 100; None when the phrase holds no amount. Raises PhraseError for an impossible one."""
    text, _ = _canonical(phrase)
    bare = re.fullmatch(r"\W*(?:(?:at|a|only|make it|just)\s+)?(\d+)\W*", text)
    if bare:
        return _possible(int(bare.group(1)), phrase)
    fraction = re.fullmatch(r"\W*(\d)/(\d)\W*", text)
    if fraction and fraction.group(2) != "0":
        share = 100 * int(fraction.group(1)) / int(fraction.group(2))
        return _possible(int(share) if share == int(share) else _IMPOSSIBLE, phrase)
    for words, value in _WORDS_OF_NUMBER.items():
        if re.fullmatch(rf"\W*(?:{words})\W*", text):
            return _possible(value, phrase)
    every = rf"(?:all|every|each|tous les|chaque|one|1|a|une?|the|la)\s+{_DAY}"
    if re.fullmatch(rf"\W*(?:full|whole|entire|complete|plein|complet|{every})\W*", text):
        return 100
    found = {amount.percent for amount in _amounts(text)}
    found = found or {int(match.group(1)) for rule in _bare_rules() for match in rule.finditer(text)}
    if not found:
        return None
    if len(found) > 1:
        raise PhraseError(say("amount-several", phrase=_shown(phrase)))
    return _possible(found.pop(), phrase)


def amounts_in(text: str) -> tuple[str, ...]:
    """The spans of free text that state an amount of a day, possible or not, as they were typed."""
    canonical, places = _canonical(text)
    found = [*_amounts(canonical), *_fractions_of_names(canonical)]
    for rule in _bare_rules():
        for match in rule.finditer(canonical):
            if not any(amount.start < match.end(1) and match.start(1) < amount.end for amount in found):
                found.append(_Amount(int(match.group(1)), match.start(1), match.end(1)))
    spans = [(places[amount.start], places[amount.end - 1] + 1) for amount in found]
    return tuple(text[start:end].strip() for start, end in sorted(spans))


def _fractions_of_names(text: str) -> Iterator[_Amount]:
    """The 3/4 of "3/4 gull today", its name blanked out: the only such numbers, with another day in their clause."""
    fractions = list(_FRACTION.finditer(text))
    if len(fractions) != 1 or fractions[0].group() not in _QUARTERS or not text.startswith(" \0", fractions[0].end()):
        return
    start, end = fractions[0].span()
    clause = re.split(r"[,;:.\n]", text[:start])[-1] + " " + re.split(r"[,;:.\n]", text[end:])[0]
    if _DAY_WORD.search(clause):
        yield _Amount(_QUARTERS[fractions[0].group()], start, end)


def _amounts(text: str) -> Iterator[_Amount]:
    taken: list[_Amount] = []
    for pattern, percent in _rules():
        for match in pattern.finditer(text):
            start, end = match.span()
            if start == end or any(amount.start < end and start < amount.end for amount in taken):
                continue
            if _is_greeting(text, start, match.group()) or _is_of_no_day(text, start, match.group()):
                continue
            amount = _Amount(_number(match.group(1)) if percent is None else percent, start, end)
            taken.append(amount)
            yield amount


def _is_greeting(text: str, start: int, words: str) -> bool:
    """ "morning! heron today": said to greet, at the very beginning."""
    after = text[start + len(words) :].lstrip(" ")[:1]
    before = text[:start].strip()
    return words.strip() in ("morning", "afternoon") and (
        before.endswith("good") or (not before and after in tuple("!,;.") and len(text.split()) > 1)
    )


def _is_of_no_day(text: str, start: int, words: str) -> bool:
    """ "thursday pm" is half of it, and "pm" alone half of a day; "at 2 pm" is a time, and "i am" is none.

    A day may have been blanked out by the caller.
    """
    before = text[:start].strip()
    return words in ("am", "pm") and bool(before) and not (before[-1] == "\0" or _DAY_BEFORE.search(before))


def _number(digits: str) -> int:
    value = float(digits.replace(",", "."))
    return int(value) if value == int(value) else _IMPOSSIBLE


def _possible(percent: int, phrase: str) -> int:
    if percent not in STEPS:
        raise PhraseError(say("amount-impossible", phrase=_shown(phrase)))
    return percent


def _shown(phrase: str) -> str:
    return " ".join(phrase.split())[:60]


def _canonical(text: str) -> tuple[str, list[int]]:
    """The text in plain letters with slips mended, and for each of its letters its place in `text`."""
    letters: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(text):
        for bare in plain(letter):
            letters.append(bare)
            places.append(at)
    joined = "".join(letters)
    mended: list[str] = []
    where: list[int] = []
    for match in re.finditer(r"[^\W\d_]+|[\W\d_]", joined):
        word = _mended(match.group())
        stand = places[match.start() : match.end()]
        mended.append(word)
        where += [*stand[: len(word)], *[stand[-1]] * (len(word) - len(stand))]
        if len(word) < len(stand):
            where[-1] = stand[-1]
    return "".join(mended), where


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    if word in _SLIPS:
        return _SLIPS[word]
    if len(word) < 6 or word in _LIKELY_SLIPS or word in _NO_SLIPS:
        return word
    return next((name for name in _LIKELY_SLIPS if one_slip_apart(word, name)), word)
