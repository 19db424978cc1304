"""The Lark parser over the phrase's tokens, and the nodes that its rules build."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput
from lark.lexer import Lexer

from bot.phrases import nodes as n
from bot.phrases.lexer import lexemes
from bot.phrases.neighbours import Lexeme
from bot.phrases.refusal import PhraseError, not_understood
from bot.phrases.vocabulary import listed
from bot.words import say

_SILENT: Final = listed("OF AND COMMA EXCEPT FROM TO UNTIL SINCE BETWEEN BEFORE AFTER WEEKOF REST EVERY SOFAR")
_LOUD: Final = listed(
    "WEEKDAY WEEKDAYS NUM ORD DATE MONTH MONTHREF YEAR UNIT WEEKNO WEEKEND RELDAY REL NEAR POST EDGE HALF SHIFT COUNTED"
)
_MOST_TOKENS: Final = 60


class _Lexemes(Lexer):
    """Hands Lark the tokens that lexer.py has made."""

    def __init__(self, lexer_conf: Any) -> None:
        """Lark passes its configuration; nothing of it is needed."""

    def lex(self, data: Any) -> Iterator[Token]:  # type: ignore[override]
        """`data` is what was given to `Lark.parse`: the lexemes."""
        for lexeme in data:
            yield Token(f"_{lexeme.kind}" if lexeme.kind in _SILENT else lexeme.kind, lexeme.value)


@lru_cache(maxsize=1)
def _parser() -> Lark:
    declared = " ".join([*sorted(f"_{kind}" for kind in _SILENT), *sorted(_LOUD)])
    rules = (Path(__file__).parent / "grammar.lark").read_text(encoding="utf-8")
    return Lark(f"{rules}\n%declare {declared}\n", parser="lalr", lexer=_Lexemes, maybe_placeholders=True)


def parse(phrase: str) -> n.Sentence:
    """What the phrase says. Raises PhraseError when it is not read to its last word."""
    tree = _tree(phrase) if len(phrase) <= 400 else None
    if tree is None:
        raise not_understood(phrase)
    sentence = _build(tree)
    assert isinstance(sentence, n.Sentence)
    return sentence


@lru_cache(maxsize=1024)
def _tree(phrase: str) -> Tree[Token] | None:
    """None for what is not read to its last word. In a turn the same words are looked at again and again."""
    found: tuple[Lexeme, ...] = lexemes(phrase)
    known = _LOUD | _SILENT
    if not found or len(found) > _MOST_TOKENS or any(lexeme.kind not in known for lexeme in found):
        return None
    try:
        tree: Any = _parser().parse(found)
    except UnexpectedInput:
        return None
    assert isinstance(tree, Tree)
    return tree


def _build(tree: Tree[Token] | Token | None) -> Any:
    if tree is None:
        return None
    if isinstance(tree, Token):
        return tree.value
    return _RULES[str(tree.data)](*(_build(child) for child in tree.children))


Entries = tuple[n.Entry, ...]


def _several(sign: int, count: int, unit: str) -> n.Several:
    if sign == 0:
        raise PhraseError(say("these-unclear", count=count, unit=unit))
    return n.Several(count, unit, sign)


def _firsts(number: int, count: int, unit: str) -> n.Firsts:
    if number != 1:
        raise PhraseError(say("first-unclear", count=count, unit=unit))
    return n.Firsts(count, unit)


def _relative_unit(shift: int, unit: str) -> n.Node:
    return n.Unit(unit, shift)


def _numbered_unit(unit: str, number: int, year: int | None) -> n.Week:
    if unit != "week":
        raise PhraseError(say("numbered-unclear", unit=unit, number=str(number)))
    return n.Week(number, year)


def _full_date(value: tuple[int, ...]) -> n.Day:
    return n.Day(value[0], value[1], value[2] if len(value) > 2 else None)


def _dated_weekday(weekday: int, day: n.Day) -> n.Day:
    return n.Day(day.day, day.month, day.year, weekday)


def _every_unit(unit: str) -> n.Every:
    if unit not in ("day", "workday"):
        raise PhraseError(say("every-unclear", unit=unit))
    return n.Every(frozenset(range(7)))


def _nth(number: int, what: int | str) -> n.Nth:
    return n.Nth(number, what)


_RULES: Final[dict[str, Callable[..., Any]]] = {
    "start": lambda entries: n.Sentence(entries),
    "without": lambda entries, excepted: n.Sentence(entries, excepted),
    "alone": lambda node: (n.Entry(node),),
    "joined": lambda entries, node: (*entries, n.Entry(node, "and")),
    "listed": lambda entries, node: (*entries, n.Entry(node, ",")),
    "loose": lambda entries, node: (*entries, n.Entry(node)),
    "stretch": n.Stretch,
    "since": lambda first: n.Stretch(first, None),
    "so_far": lambda first: n.Stretch(first, None),
    "until": lambda last: n.Stretch(None, last),
    "open_end": n.OpenEnd,
    "scoped": n.Scoped,
    "weekday": n.Weekday,
    "relative_weekday": lambda shift, weekday: n.Weekday(weekday, shift),
    "near_weekday": lambda near, weekday: n.Weekday(weekday, near=near),
    "weekday_relative": lambda weekday, shift: n.Weekday(weekday, shift, is_behind=True),
    "nth_weekday": _nth,
    "dated_weekday": _dated_weekday,
    "number": lambda day: n.Day(day, numeral=True),
    "ordinal": n.Day,
    "day_month": n.Day,
    "month_day": lambda month, day, year: n.Day(day, month, year),
    "full_date": _full_date,
    "relative_day": n.RelativeDay,
    "shifted": lambda value: n.Shifted(*value),
    "counted_on": lambda value, base: n.CountedOn(value[0], value[1], base),
    "shifted_back": lambda count, unit, base: n.Shifted(-count, unit, base),
    "shifted_on": n.Shifted,
    "one_back": lambda unit, base: n.Shifted(-1, unit, base),
    "one_on": lambda unit, base: n.Shifted(1, unit, base),
    "unit": n.Unit,
    "relative_unit": _relative_unit,
    "unit_relative": n.Unit,
    "nth_unit": _nth,
    "numbered_unit": _numbered_unit,
    "week_number": lambda value, year: n.Week(value[0], value[1] if len(value) > 1 else year),
    "week_of": lambda base: n.Scoped(n.Unit("week"), base),
    "several": _several,
    "firsts": _firsts,
    "firsts_swapped": lambda count, number, unit: _firsts(number, count, unit),
    "several_swapped": lambda count, sign, unit: _several(sign, count, unit),
    "month": n.Month,
    "relative_month": lambda shift, month: n.Month(month, shift=shift),
    "month_relative": lambda month, shift: n.Month(month, shift=shift),
    "month_reference": lambda value: n.Month(value[1], value[0]),
    "year": n.Year,
    "rest": n.Rest,
    "edge": n.Edge,
    "half": n.Half,
    "weekend": lambda _: n.Weekend(),
    "relative_weekend": lambda shift, _: n.Weekend(shift),
    "weekend_relative": lambda _, shift: n.Weekend(shift),
    "every_weekday": lambda weekday: n.Every(frozenset({weekday})),
    "every_unit": _every_unit,
}
