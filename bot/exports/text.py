"""Words on their way into a file: names on one line, amounts as days, nothing that a spreadsheet would calculate."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal

from bot.domain.legible import legible
from bot.domain.month_sheet import MonthSheet
from bot.domain.timesheet import FULL_DAY
from bot.words import ENGLISH, language, say

LONGEST = 200  # characters of a name
ELLIPSIS = "…"
FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def one_line(text: str, longest: int = LONGEST) -> str:
    """Legible text on one line, at most `longest` characters."""
    text = " ".join(legible(text).split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + ELLIPSIS


def cell(text: str) -> str:
    """One line that no spreadsheet takes for a formula: an apostrophe before the sign makes it text."""
    text = one_line(text)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def amount(percent: int) -> str:
    """Percent as days, the way the language writes numbers: `0.5`, `0,5`."""
    return str(format_decimal(percent / FULL_DAY, locale=numbers()))


def numbers() -> Locale:
    """The locale whose numbers are written: the language spoken now, English where nobody knows that language."""
    try:
        return Locale.parse(language())
    except (UnknownLocaleError, ValueError):
        return Locale.parse(ENGLISH)


def heading(sheet: MonthSheet) -> str:
    """`Activity report, November 2026`."""
    return say("sheet-heading", month=say("month", first=sheet.month.first))


def state(sheet: MonthSheet) -> str:
    """Whether the month is handed in."""
    return say("sheet-submitted") if sheet.submitted else say("sheet-open")


def about(sheet: MonthSheet, company: str) -> list[tuple[str, str]]:
    """What stands above the days: who, where, which month; each with its name."""
    return [
        *([(say("sheet-company"), one_line(company))] if company.strip() else []),
        (say("sheet-name"), one_line(sheet.name)),
        (say("sheet-email"), one_line(sheet.email)),
        (say("sheet-state"), state(sheet)),
    ]
