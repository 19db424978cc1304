"""A month as an Excel sheet: a row for each project and absence, a column for each day, sums that Excel keeps right.

Every name is written as text, so none of them is ever a formula or a link.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range

from bot.domain.month_sheet import MonthSheet, SheetRow
from bot.domain.timesheet import FULL_DAY
from bot.exports.text import about, heading, one_line
from bot.words import say

TITLE_WIDTH, DAY_WIDTH, TOTAL_WIDTH = 34, 4.6, 8
GREY, AMBER, LINE, INK = "#E7E7EA", "#FBE8C8", "#B9BCC4", "#1F3A5F"
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
SHADES = {"weekend": GREY, "holiday": AMBER}


def xlsx_file(sheet: MonthSheet, company: str) -> bytes:
    """The file."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, OPTIONS) as book:
        made = datetime.combine(sheet.made_on, time(), UTC).replace(tzinfo=None)
        book.set_properties({"title": heading(sheet), "author": one_line(sheet.name), "created": made})
        _Drawing(book, book.add_worksheet(str(sheet.month)), sheet).draw(company)
    return content.getvalue()


@dataclass
class _Drawing:
    book: Any
    page: Any
    sheet: MonthSheet
    row: int = 0

    @property
    def last(self) -> int:
        """The column behind the days."""
        return len(self.sheet.days) + 1

    def draw(self, company: str) -> None:
        """Everything, from the top down."""
        self._set_up()
        self._about(company)
        self._days()
        first = self.row
        for row in self.sheet.rows:
            self._row(row)
        if not self.sheet.rows:
            self._text(0, say("sheet-nothing"))
            self.row += 1
        self._totals(first)
        self._below()

    def _set_up(self) -> None:
        page = self.page
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        page.hide_gridlines(2)
        page.set_column(0, 0, TITLE_WIDTH)
        page.set_column(1, self.last - 1, DAY_WIDTH)
        page.set_column(self.last, self.last, TOTAL_WIDTH)

    def _about(self, company: str) -> None:
        self._text(0, heading(self.sheet), bold=True, font_size=14, font_color=INK)
        self.row += 1
        for name, value in about(self.sheet, company):
            self._text(0, name, font_color="#5B6472")
            self._text(1, value)
            self.row += 1
        self.row += 1

    def _days(self) -> None:
        self._text(0, say("sheet-what"), bold=True, bottom=1)
        for n, day in enumerate(self.sheet.days, start=1):
            label = f"{say('sheet-day-short', day=day.day)}\n{day.day.day}"
            self._text(n, label, align="center", text_wrap=True, bottom=1, font_size=8, **self._shade(n))
        self._text(self.last, say("sheet-days"), bold=True, bottom=1, align="right")
        self.page.set_row(self.row, 26)
        self.row += 1
        self.page.freeze_panes(self.row, 1)

    def _row(self, row: SheetRow) -> None:
        self._text(0, one_line(row.title), text_wrap=True, valign="vcenter", italic=row.is_absence, **self._thin())
        for n, percent in enumerate(row.percents, start=1):
            look = {**self._thin(), **self._shade(n), "align": "center", "num_format": "0.##"}
            self._number(n, percent, look)
        self._sum(self.last, xl_range(self.row, 1, self.row, self.last - 1), row.total, bold=True, **self._thin())
        self.row += 1

    def _totals(self, first: int) -> None:
        self._text(0, say("sheet-total"), bold=True, top=1)
        totals = [*self.sheet.day_totals, self.sheet.worked + self.sheet.absent]
        for n, total in enumerate(totals, start=1):
            self._sum(n, xl_range(first, n, max(first, self.row - 1), n), total, bold=True, top=1, **self._shade(n))
        self.row += 1
        for name, percent in ((say("sheet-worked"), self.sheet.worked), (say("sheet-absent"), self.sheet.absent)):
            self._text(0, name)
            self._number(self.last, percent, {"num_format": "0.00", "align": "right"}, zero=True)
            self.row += 1

    def _below(self) -> None:
        self.row += 1
        if self.sheet.missing:
            self._text(0, say("sheet-missing", days=one_line(self.sheet.missing, 1_000)), bold=True)
            self.row += 1
        self._text(0, say("sheet-made-on", day=self.sheet.made_on), font_color="#5B6472")
        self.row += 2
        for name in (say("sheet-employee"), say("sheet-manager")):
            self._text(0, f"{name} – {say('sheet-signature')}")
            for column in range(1, 13):
                self.page.write_blank(self.row, column, None, self.book.add_format({"bottom": 1}))
            self.page.set_row(self.row, 34)
            self.row += 1

    def _text(self, column: int, text: str, **look: Any) -> None:
        self.page.write_string(self.row, column, text, self.book.add_format(look))

    def _number(self, column: int, percent: int, look: dict[str, Any], *, zero: bool = False) -> None:
        if percent or zero:
            self.page.write_number(self.row, column, percent / FULL_DAY, self.book.add_format(look))
        else:
            self.page.write_blank(self.row, column, None, self.book.add_format(look))

    def _sum(self, column: int, cells: str, percent: int, **look: Any) -> None:
        shown = {"num_format": "0.00", "align": "right"} if column == self.last else {"num_format": "0.##;;"}
        style = self.book.add_format({"align": "center", "font_size": 9, **shown, **look})
        self.page.write_formula(self.row, column, f"=SUM({cells})", style, percent / FULL_DAY)

    def _shade(self, column: int) -> dict[str, Any]:
        colour = SHADES.get(self.sheet.days[column - 1].state) if column < self.last else None
        return {"bg_color": colour} if colour else {}

    def _thin(self) -> dict[str, Any]:
        return {"bottom": 4, "bottom_color": LINE}
