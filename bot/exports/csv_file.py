"""A month as CSV: a row for each day and entry, then the totals. `kind` tells them apart, so that no sum counts twice.

UTF-8 with a byte order mark, since Excel reads accents by it. Where the language writes decimals with a comma, Excel
there expects semicolons between the columns.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from babel.numbers import get_decimal_symbol

from bot.domain.month_sheet import MonthSheet, SheetRow
from bot.exports.text import amount, cell, numbers, state
from bot.words import say

BOM = "\ufeff"


def csv_file(sheet: MonthSheet, company: str) -> bytes:
    """The file."""
    text = io.StringIO(BOM, newline="")
    text.seek(0, io.SEEK_END)
    delimiter = ";" if get_decimal_symbol(numbers()) == "," else ","
    table = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    table.writerow(_head())
    who = [cell(company), cell(sheet.name), cell(sheet.email), str(sheet.month), state(sheet)]
    table.writerows([*who, *row] for row in [*_entries(sheet), *_totals(sheet)])
    return text.getvalue().encode()


def _head() -> list[str]:
    return [
        say("sheet-company"),
        say("sheet-name"),
        say("sheet-email"),
        say("sheet-month"),
        say("sheet-state"),
        say("sheet-date"),
        say("sheet-weekday"),
        say("sheet-kind"),
        say("sheet-code"),
        say("sheet-what"),
        say("sheet-percent"),
        say("sheet-days"),
    ]


def _entries(sheet: MonthSheet) -> Iterator[list[str | int]]:
    for n, day in enumerate(sheet.days):
        named = [day.day.isoformat(), say("sheet-day-name", day=day.day)]
        for row in sheet.rows:
            if row.percents[n]:
                yield [*named, _kind(row), cell(row.code), cell(row.title), row.percents[n], amount(row.percents[n])]


def _totals(sheet: MonthSheet) -> Iterator[list[str | int]]:
    total = ["", "", say("sheet-kind-total")]
    for row in sheet.rows:
        yield [*total, cell(row.code), cell(row.title), row.total, amount(row.total)]
    for name, percent in ((say("sheet-worked"), sheet.worked), (say("sheet-absent"), sheet.absent)):
        yield [*total, "", name, percent, amount(percent)]


def _kind(row: SheetRow) -> str:
    return say("sheet-kind-absence") if row.is_absence else say("sheet-kind-project")
