"""How a word is brought to the form the vocabulary knows: accents, dashes, case, one-letter slips.

A slip is one letter missing, doubled, wrong or swapped with its neighbour. It is forgiven only in
names long enough that no other word is meant: a wrong day on a card is worse than a question.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from bot.phrases.vocabulary import MONTH_NAMES, RELATIVE_DAYS, WEEKDAY_NAMES, WORDS, Meaning, listed

_SAME_SIGN: Final = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-")
    | dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4`\u2032", "'")
    | {"\u2192": " to ", "\u2026": "..", "\u00a0": " ", "\u202f": " ", "\u00bd": " half "}
    | {"\u00bc": " quarter ", "\u00be": " three quarters "}
)

# Real words and first names one letter away from a day or a month: they stay what they are.
_REAL_WORDS: Final = listed(
    "marsh match larch parch marche marc marcha avail anvil maria marti mari hardi bardi tardi cardi "
    "lund jedi frida sundae sundry javier levrier auguste augusto augusta aprile jule jane tune "
    "dune prune juan mary marie mare domain domaine romain demand demains singe mince sine very "
    "mouth mont moth monty toady toda week weak weed dernier hiver fridge modal monde mundane "
    "thirsty lundin sunray mardin marco marcy merch mach arch mundi landi toddy excerpt currant currents "
    "pause posse weeds weeps anne annie menus minis though thorough yearn"
)
_NAMES: Final = WEEKDAY_NAMES | MONTH_NAMES
_FORGIVEN_KINDS: Final = frozenset({"UNTIL", "SINCE", "EXCEPT", "POST", "REL", "UNIT", "WEEKEND"})
_FORGIVEN: Final = {
    word: meaning
    for word, meaning in WORDS.items()
    if len(word) > 4 and (word in RELATIVE_DAYS or meaning[0] in _FORGIVEN_KINDS or meaning[0] == "WEEKDAYS")
}


def plain(text: str) -> str:
    """The text in lower case, without accents, with one kind of dash and one of apostrophe."""
    folded = unicodedata.normalize("NFKD", text.translate(_SAME_SIGN).casefold())
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return bare.translate(_SAME_SIGN)


def one_slip_apart(word: str, name: str) -> bool:
    """Whether one letter added, dropped, changed or swapped with its neighbour makes `name`."""
    if abs(len(word) - len(name)) > 1 or word == name:
        return False
    start = 0
    while start < min(len(word), len(name)) and word[start] == name[start]:
        start += 1
    left, right = word[start:], name[start:]
    if len(left) == len(right):
        swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
        return left[1:] == right[1:] or (len(left) > 1 and swapped)
    return left[1:] == right if len(left) > len(right) else left == right[1:]


def _forgivable(word: str, name: str) -> bool:
    if not one_slip_apart(word, name):
        return False
    if len(name) > 4:
        return len(word) > 3
    swapped_or_doubled = sorted(word) == sorted(name) or len(set(word)) < len(word) > len(name)
    return swapped_or_doubled if len(name) == 4 else _with_doubled_letter(name, word)


def _with_doubled_letter(name: str, word: str) -> bool:
    """Whether the word is the name with one letter typed twice: all that is forgiven in "may"."""
    return word in {name[:at] + name[at : at + 1] + name[at:] for at in range(len(name))}


def _meanings(word: str, names: Iterable[tuple[str, Meaning]]) -> set[Meaning]:
    return {meaning for name, meaning in names if _forgivable(word, name)}


@lru_cache(maxsize=4096)
def look_up(word: str) -> Meaning | None:
    """What a word stands for, forgiving one slip; None when it is unknown or could be two things."""
    if word in WORDS:
        return WORDS[word]
    if len(word) < 4 or word in _REAL_WORDS or not word.isalpha():
        return None
    found = _meanings(word, _NAMES.items())
    if not found:
        same_start = ((name, m) for name, m in _FORGIVEN.items() if name[0] == word[0])
        found = _meanings(word, same_start)
    return found.pop() if len(found) == 1 else None
