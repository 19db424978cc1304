"""Words whose meaning is their neighbours': "mar", "a", "in", "all", the letters of "m-w", parts of the day.

Settled on the tokens, before the grammar, so that the grammar stays free of such words.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from bot.phrases.vocabulary import ENGLISH_LETTERS, FRENCH_LETTERS, SHORT_WEEKDAYS

Value = int | str | tuple[int | str, ...]


@dataclass(frozen=True)
class Lexeme:
    """One token: its type in the grammar, its value, and where it stands in the scanned text."""

    kind: str
    value: Value
    start: int = 0
    end: int = 0


def settled(found: list[Lexeme]) -> list[Lexeme]:
    """The tokens as the grammar knows them."""
    steps: tuple[Callable[[list[Lexeme]], list[Lexeme]], ...] = (
        _with_mar,
        _with_letters,
        _with_letters_between,
        _without_parts_of_day,
        _without_all_days,
        _with_neighbours,
        _with_shifts,
        _tidy,
    )
    for step in steps:
        found = step(found)
    return found


def full_year(year: int) -> int:
    """26 is 2026."""
    return year + 2000 if year < 100 else year


def _with_mar(found: list[Lexeme]) -> list[Lexeme]:
    """ "mar" is March next to a number and Tuesday next to another weekday; else it stays unknown."""
    numbers = {"NUM", "ORD", "YEAR"}
    weekdays = any(lexeme.kind == "WEEKDAY" for lexeme in found)
    months = any(lexeme.kind == "MONTH" for lexeme in found)
    read = list(found)
    for at, lexeme in enumerate(found):
        if lexeme.kind == "MAR":
            near = {other.kind for other in found[max(at - 1, 0) : at + 2]}
            if _is_dated_tuesday(found, at):
                read[at] = replace(lexeme, kind="WEEKDAY", value=1)
            elif (
                near & numbers
                or (months and not weekdays)
                or "OF" in {other.kind for other in found[max(at - 1, 0) : at]}
            ):
                read[at] = replace(lexeme, kind="MONTH", value=3)
            elif weekdays:
                read[at] = replace(lexeme, kind="WEEKDAY", value=1)
            else:
                read[at] = replace(lexeme, kind="UNKNOWN", value="mar")
    return read


def _is_dated_tuesday(found: list[Lexeme], at: int) -> bool:
    """The "mar." of "mar. 17 nov." and of "lun. 16, mar. 17", as cards print it; "tue mar 17" is March."""
    kinds = [lexeme.kind for lexeme in found]
    before, (number, after, later) = kinds[at - 1] if at else "", (*kinds[at + 1 : at + 4], "", "", "")[:3]
    if number not in _NUMBERS or before in (*_NUMBERS, "WEEKDAY"):
        return False
    if after == "MONTH":
        return later not in _NUMBERS
    return any(day == "WEEKDAY" and date in _NUMBERS for day, date in pairwise(kinds))


_NUMBERS: Final = ("NUM", "ORD")


def _with_letters(found: list[Lexeme]) -> list[Lexeme]:
    """The letters at the two ends of a range ("m-w", "l-v", "mon-th") are weekdays."""
    read = list(found)
    for at in range(1, len(found) - 1):
        if found[at].kind not in ("TO", "UNTIL"):
            continue
        for letters in (ENGLISH_LETTERS, FRENCH_LETTERS):
            ends = [_as_letter(found[at + step], letters) for step in (-1, 1)]
            if all(ends):
                read[at - 1], read[at + 1] = (end for end in ends if end)
                break
    return read


def _with_letters_between(found: list[Lexeme]) -> list[Lexeme]:
    """The "tu" of "mon tu wed" is a weekday; "lundi tu mets" is French."""
    read = list(found)
    for at in range(1, len(found) - 1):
        short = found[at].kind == "UNKNOWN" and str(found[at].value) in SHORT_WEEKDAYS
        if short and read[at - 1].kind == found[at + 1].kind == "WEEKDAY":
            read[at] = replace(found[at], kind="WEEKDAY", value=ENGLISH_LETTERS[str(found[at].value)])
    return read


def _as_letter(lexeme: Lexeme, letters: dict[str, int]) -> Lexeme | None:
    if lexeme.kind == "WEEKDAY":
        return lexeme
    if lexeme.kind == "UNKNOWN" and str(lexeme.value) in letters:
        return replace(lexeme, kind="WEEKDAY", value=letters[str(lexeme.value)])
    return None


_NAMED: Final = {"WEEKDAY", "WEEKDAYS", "RELDAY", "NUM", "ORD", "DATE", "MONTH", "UNIT", "WEEKNO", "MONTHREF", "YEAR"}


def _without_parts_of_day(found: list[Lexeme]) -> list[Lexeme]:
    """Mornings say how much of a day, not which one: dropped next to a day, "day" after "every"."""
    if not any(lexeme.kind in ("PART", "PARTS") for lexeme in found):
        return found
    excepted = next((at for at, lexeme in enumerate(found) if lexeme.kind == "EXCEPT"), len(found))
    kept: list[Lexeme] = []
    for at, lexeme in enumerate(found):
        last = kept[-1] if kept else Lexeme("", 0)
        if lexeme.kind not in ("PART", "PARTS"):
            kept.append(lexeme)
        elif at > excepted:
            kept.append(replace(lexeme, kind="UNKNOWN", value="part"))
        elif last.kind == "EVERY":
            kept.append(replace(lexeme, kind="UNIT", value="day"))
        elif lexeme.kind == "PARTS" and last.kind == "WEEKDAY":
            kept[-1] = replace(last, kind="WEEKDAYS")
        elif last.kind == "OF" or not any(other.kind in _NAMED for other in found):
            kept = kept[:-1] if last.kind == "OF" else [*kept, replace(lexeme, kind="UNKNOWN", value="part")]
    return kept


def _without_all_days(found: list[Lexeme]) -> list[Lexeme]:
    """The "all days" of "this week all days" says what is meant anyway."""
    kept: list[Lexeme] = []
    for lexeme in found:
        days = lexeme.kind == "UNIT" and lexeme.value == "day" and len(kept) > 1 and kept[-1].kind == "ALL"
        if days and kept[-2].kind in ("UNIT", "WEEKNO", "POST"):
            kept.pop()
        else:
            kept.append(lexeme)
    return kept


def _with_neighbours(found: list[Lexeme]) -> list[Lexeme]:
    """Settles the words whose meaning is their neighbours': "a", "in", "all", "past 3 days"."""
    read: list[Lexeme] = []
    for at, lexeme in enumerate(found):
        after = found[at + 1].kind if at + 1 < len(found) else ""
        later = found[at + 2].kind if at + 2 < len(found) else ""
        if lexeme.kind == "A":
            lexeme = _settled_a(lexeme, read[-1].kind if read else "", after, later)
        elif lexeme.kind == "OF" and after in ("NUM", "A") and later == "UNIT":
            lexeme = replace(lexeme, kind="AHEAD")
        elif lexeme.kind == "ALL":
            lexeme = replace(lexeme, kind="EVERY" if after == "WEEKDAYS" else "DROP")
        elif lexeme.kind == "OF" and found[at - 1 : at] and found[at - 1].kind == "ALL":
            lexeme = replace(lexeme, kind="DROP")
        elif lexeme.kind == "NUM" and _is_short_year(found, at):
            lexeme = replace(lexeme, kind="YEAR", value=full_year(int(str(lexeme.value))))
        elif lexeme.kind == "DATE" and after == "MONTH" and _parts(lexeme) == 2:
            day, other = lexeme.value if isinstance(lexeme.value, tuple) else (0, 0)
            read += [replace(lexeme, kind="NUM", value=day), replace(lexeme, kind="AND", value=0)]
            lexeme = replace(lexeme, kind="NUM", value=other)
        if lexeme.kind != "DROP":
            read.append(lexeme)
    return read


_DAY_ENDS: Final = ("NUM", "ORD", "MONTH", "YEAR", "DATE", "WEEKDAY", "RELDAY", "POST", "UNIT")


def _settled_a(lexeme: Lexeme, before: str, after: str, later: str) -> Lexeme:
    """ "à" between the two ends of a range ("9 à 13 avril", "semaine 2 à semaine 4"), else "a week", "a 3 day"."""
    numbers = after == "NUM" and before in _DAY_ENDS and (later == "MONTH" or before in ("NUM", "ORD"))
    weeks = after == "UNIT" and before in ("NUM", "POST") and later in ("NUM", "POST")
    if numbers or weeks or after not in ("UNIT", "NUM"):
        return replace(lexeme, kind="TO", value=0)
    return replace(lexeme, kind="NUM" if after == "UNIT" else "DROP", value=1)


def _parts(lexeme: Lexeme) -> int:
    return len(lexeme.value) if isinstance(lexeme.value, tuple) else 0


def _is_short_year(found: list[Lexeme], at: int) -> bool:
    """The 26 of "3 nov 26": after a day and a month, when no month follows it."""
    before = [lexeme.kind for lexeme in found[max(at - 2, 0) : at]]
    after = found[at + 1].kind if at + 1 < len(found) else ""
    value = found[at].value
    recent = isinstance(value, int) and 20 <= value <= 40
    return recent and before in (["NUM", "MONTH"], ["ORD", "MONTH"]) and after not in ("MONTH", "UNIT", "OF")


_SHIFTS: Final = {
    ("NUM", "UNIT", "AGO"): (0, -1),
    ("NUM", "UNIT", "HENCE"): (0, 1),
    ("BACK", "NUM", "UNIT"): (1, -1),
    ("AHEAD", "NUM", "UNIT"): (1, 1),
}


def _with_shifts(found: list[Lexeme]) -> list[Lexeme]:
    """ "2 weeks ago" and "in 3 days" are one token; "this and next week" says "week" twice. So is "3 days starting"."""
    read: list[Lexeme] = []
    at = 0
    while at < len(found):
        kinds = tuple(lexeme.kind for lexeme in found[at : at + 4])
        if kinds[:3] in _SHIFTS:
            number, sign = _SHIFTS[kinds[0], kinds[1], kinds[2]]
            count, unit = found[at + number].value, found[at + number + 1].value
            value = (int(str(count)) * sign, str(unit))
            read.append(Lexeme("SHIFT", value, found[at].start, found[at + 2].end))
            at += 3
            continue
        if kinds[:3] == ("NUM", "UNIT", "FROM") and found[at + 2].value:
            value = (int(str(found[at].value)), str(found[at + 1].value))
            read.append(Lexeme("COUNTED", value, found[at].start, found[at + 2].end))
            at += 3
            continue
        if found[at].kind == "HENCE":
            read.append(replace(found[at], kind="FROM"))
            read.append(replace(found[at], kind="RELDAY", value=0))
            at += 1
            continue
        read.append(found[at])
        if kinds[0] == "REST" and kinds[1:2] != ("OF",):
            read.append(replace(found[at], kind="OF"))
        if kinds in (("REL", "AND", "REL", "UNIT"), ("REL", "AND", "REL", "WEEKDAY")):
            read.append(found[at + 3])
        at += 1
    return read


_SEPARATORS: Final = ("COMMA", "AND")


def _tidy(found: list[Lexeme]) -> list[Lexeme]:
    """One separator between two entries, none at the ends, before "except" or before a year."""
    tidy: list[Lexeme] = []
    for lexeme in found:
        last = tidy[-1].kind if tidy else "COMMA"
        if lexeme.kind in _SEPARATORS and last in _SEPARATORS:
            if tidy and lexeme.kind == "AND":
                tidy[-1] = lexeme
            continue
        if last == "COMMA" and tidy and (lexeme.kind in ("EXCEPT", "YEAR")):
            tidy.pop()
        tidy.append(lexeme)
    return tidy[:-1] if tidy and tidy[-1].kind in _SEPARATORS else tidy
