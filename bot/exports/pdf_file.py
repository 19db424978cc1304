"""A month as PDF, landscape A4: a row for each project and absence, a column for each day, totals, places to sign.

A month of an ordinary number of projects is one page; with very many, the days' names stand on each page anew.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from bot.domain.month_sheet import MonthSheet, SheetRow
from bot.domain.timesheet import FULL_DAY
from bot.exports.fonts import BOLD, REGULAR, drawable, registered
from bot.exports.text import about, amount, heading, one_line
from bot.words import language, say

MARGIN, DAY_WIDTH, TOTAL_WIDTH = 34, 18.0, 40
FRAME = 6  # what the frame of a page keeps free by itself
WIDTH = landscape(A4)[0] - 2 * MARGIN
INK, SOFT, LINE, GREY, AMBER = (HexColor(c) for c in ("#1d1f24", "#5b6472", "#c3c7cf", "#ececf0", "#fbe8c8"))
DEEP = HexColor("#1f3a5f")
SHADES = {"weekend": GREY, "holiday": AMBER}
HEAD_ROWS = 2
Command = tuple[Any, ...]


def pdf_file(sheet: MonthSheet, company: str) -> bytes:
    """The file."""
    for font in (REGULAR, BOLD):
        registered(font)
    content = io.BytesIO()
    page = SimpleDocTemplate(
        content,
        pagesize=landscape(A4),
        leftMargin=MARGIN - FRAME,
        rightMargin=MARGIN - FRAME,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
        title=drawable(f"{heading(sheet)}, {one_line(sheet.name)}"),
        author=drawable(one_line(sheet.name)),
        lang=language(),
        invariant=1,  # no moment and no random id in it
    )
    page.build([_above(sheet, company), Spacer(0, 14), _days(sheet), Spacer(0, 10), _below(sheet)])
    return content.getvalue()


def _paragraph(text: str, size: float = 8.5, *, bold: bool = False, color: Any = INK, right: bool = False) -> Paragraph:
    font = BOLD if bold else REGULAR
    style = ParagraphStyle("", fontName=font, fontSize=size, leading=size * 1.3, textColor=color)
    if right:
        style.alignment = TA_RIGHT
    return Paragraph(escape(drawable(text)), style)


def _above(sheet: MonthSheet, company: str) -> Flowable:
    """The title, and on the right who it is about."""
    facts = [
        [_paragraph(name, 8, color=SOFT), _paragraph(value, 8.5, bold=True)] for name, value in about(sheet, company)
    ]
    right = Table(facts, colWidths=[70, 250], style=_tight())
    return Table([[_paragraph(heading(sheet), 17, bold=True, color=DEEP), right]], [WIDTH - 320, 320], style=_tight())


def _days(sheet: MonthSheet) -> Flowable:
    title_width = WIDTH - DAY_WIDTH * len(sheet.days) - TOTAL_WIDTH
    rows: list[list[Any]] = [
        ["", *(drawable(say("sheet-day-letter", day=day.day)) for day in sheet.days), ""],
        [drawable(say("sheet-what")), *(str(day.day.day) for day in sheet.days), drawable(say("sheet-days"))],
        *(_row(row) for row in sheet.rows),
    ]
    if not sheet.rows:
        rows.append([_paragraph(say("sheet-nothing")), *[""] * (len(sheet.days) + 1)])
    rows.append(_totals(sheet))
    widths = [title_width, *[DAY_WIDTH] * len(sheet.days), TOTAL_WIDTH]
    return Table(
        rows, widths, repeatRows=HEAD_ROWS, style=TableStyle([*_lines(len(rows)), *_shades(sheet), *_rule(sheet)])
    )


def _row(row: SheetRow) -> list[Any]:
    title = _paragraph(one_line(row.title), 8.5, color=SOFT if row.is_absence else INK)
    return [title, *(amount(p) if p else "" for p in row.percents), amount(row.total)]


def _totals(sheet: MonthSheet) -> list[Any]:
    mark = drawable(say("calendar-mark-holiday"))
    totals = zip(sheet.days, sheet.day_totals, strict=True)
    shown = [amount(total) if total else mark if day.state == "holiday" else "" for day, total in totals]
    return [_paragraph(say("sheet-total"), 8.5, bold=True), *shown, amount(sheet.worked + sheet.absent)]


def _lines(rows: int) -> Sequence[Command]:
    first, last = (0, 0), (-1, -1)
    return [
        ("FONT", first, last, REGULAR, 7),
        ("FONT", (0, 1), (0, 1), BOLD, 7.5),
        ("FONT", (-1, 1), (-1, -1), BOLD, 8),
        ("FONT", (0, -1), last, BOLD, 6.3),
        ("FONT", (-1, -1), last, BOLD, 8),
        ("TEXTCOLOR", first, last, INK),
        ("TEXTCOLOR", (0, 0), (-1, 0), SOFT),
        ("ALIGN", (1, 0), (-2, -1), "CENTER"),
        ("ALIGN", (-1, 0), last, "RIGHT"),
        ("VALIGN", first, last, "MIDDLE"),
        ("LEFTPADDING", first, last, 1),
        ("RIGHTPADDING", first, last, 1),
        ("RIGHTPADDING", (0, 0), (0, -1), 6),
        ("TOPPADDING", (0, HEAD_ROWS), last, 3.5),
        ("BOTTOMPADDING", (0, HEAD_ROWS), last, 3.5),
        ("BOTTOMPADDING", (0, 0), (-1, 0), 0),
        ("INNERGRID", (1, 0), (-2, -1), 0.25, LINE),
        ("LINEBELOW", (0, HEAD_ROWS), (-1, rows - 2), 0.25, LINE),
        ("LINEBELOW", (0, 1), (-1, 1), 0.8, DEEP),
        ("LINEABOVE", (0, -1), (-1, -1), 0.8, DEEP),
    ]


def _shades(sheet: MonthSheet) -> Sequence[Command]:
    """A column of grey for each weekend day, of amber for each holiday."""
    return [
        ("BACKGROUND", (n, 0), (n, -1), SHADES[day.state])
        for n, day in enumerate(sheet.days, start=1)
        if day.state in SHADES
    ]


def _rule(sheet: MonthSheet) -> Sequence[Command]:
    """A line between the projects and the absences."""
    projects = sum(not row.is_absence for row in sheet.rows)
    if projects in (0, len(sheet.rows)):
        return []
    return [("LINEABOVE", (0, HEAD_ROWS + projects), (-1, HEAD_ROWS + projects), 0.6, SOFT)]


def _below(sheet: MonthSheet) -> Flowable:
    """The sums, what is missing, and the places to sign: together on one page."""
    sums = f"{say('sheet-worked')}: {say('some-days', days=sheet.worked / FULL_DAY)} · "
    sums += f"{say('sheet-absent')}: {say('some-days', days=sheet.absent / FULL_DAY)}"
    missing = [_paragraph(say("sheet-missing", days=one_line(sheet.missing, 400)), 8.5)] if sheet.missing else []
    notes = f"{say('sheet-legend', mark=say('calendar-mark-holiday'))} {say('sheet-made-on', day=sheet.made_on)}"
    left, right = _place_to_sign(say("sheet-employee")), _place_to_sign(say("sheet-manager"))
    half = (WIDTH - 24) / 2
    signing = Table([[left, "", right]], [half, 24, half], style=_tight())
    parts = [_paragraph(sums, 9.5, bold=True), *missing, Spacer(0, 3), _paragraph(notes, 7, color=SOFT)]
    return KeepTogether([*parts, Spacer(0, 16), signing])


def _place_to_sign(who: str) -> Flowable:
    words = [[_paragraph(who, 8.5, bold=True)], [_paragraph(say("sheet-signature"), 7.5, color=SOFT)], [""]]
    look = [
        ("BOX", (0, 0), (-1, -1), 0.6, LINE),
        ("TOPPADDING", (0, 0), (-1, 0), 5),
        ("LEFTPADDING", (0, 0), (-1, -1), 8),
    ]
    return Table(words, [(WIDTH - 24) / 2], [None, None, 44], style=TableStyle(look))


def _tight() -> TableStyle:
    sides = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING")
    return TableStyle([*((side, (0, 0), (-1, -1), 0) for side in sides), ("VALIGN", (0, 0), (-1, -1), "TOP")])
