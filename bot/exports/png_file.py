"""A month as a picture of a calendar. What a day is shows by its colour and by a sign: nobody needs the colour."""

from __future__ import annotations

import io
from functools import cache
from typing import NamedTuple

from PIL import Image, ImageDraw
from PIL.ImageFont import FreeTypeFont, truetype

from bot.domain.card import ReportDay
from bot.domain.month_sheet import MonthSheet
from bot.exports.fonts import BOLD, REGULAR, drawable, font_file
from bot.exports.text import one_line, state
from bot.words import say

EDGE, CELL_WIDTH, CELL_HEIGHT, GAP = 36, 108, 84, 6
HEAD, NAMES, LEGEND_ROW = 104, 34, 40
WIDTH = 2 * EDGE + 7 * CELL_WIDTH + 6 * GAP
INK, SOFT, PAPER = "#1d1f24", "#5b6472", "#ffffff"
SIGN = 15  # half the size of a sign


class Look(NamedTuple):
    """The ground of a day and the ink on it: dark enough to be read by anybody."""

    ground: str
    ink: str


LOOKS = {
    "reported": Look("#cfe8d5", "#0f5132"),
    "partly": Look("#fff0c2", "#6b4e00"),
    "missing": Look("#f9d0cb", "#8c1d13"),
    "absent": Look("#d5e0f7", "#1f3f86"),
    "holiday": Look("#e7d9f2", "#5a2a82"),
    "weekend": Look("#ececf0", "#5b6472"),
    "ahead": Look("#ffffff", "#5b6472"),
}
LEGEND = ("reported", "partly", "missing", "absent", "holiday", "weekend", "ahead")
Point = tuple[float, float]


def png_file(sheet: MonthSheet) -> bytes:
    """The file."""
    skipped = sheet.days[0].day.weekday()
    weeks = -(-(skipped + len(sheet.days)) // 7)
    height = HEAD + NAMES + weeks * (CELL_HEIGHT + GAP) + 2 * LEGEND_ROW + EDGE
    picture = Image.new("RGB", (WIDTH, height), PAPER)
    draw = ImageDraw.Draw(picture)
    _head(draw, sheet)
    totals = sheet.day_totals
    for n, day in enumerate(sheet.days):
        week, column = divmod(skipped + n, 7)
        corner = (_left(column), HEAD + NAMES + week * (CELL_HEIGHT + GAP))
        _day(draw, corner, day, totals[n])
    _legend(draw, HEAD + NAMES + weeks * (CELL_HEIGHT + GAP) + 12)
    content = io.BytesIO()
    picture.save(content, "PNG", optimize=True)
    return content.getvalue()


@cache
def font(name: str, size: int) -> FreeTypeFont:
    """One of the two fonts in a size."""
    return truetype(str(font_file(name)), size)


def _left(column: int) -> int:
    return EDGE + column * (CELL_WIDTH + GAP)


def _head(draw: ImageDraw.ImageDraw, sheet: MonthSheet) -> None:
    title = drawable(say("month", first=sheet.month.first))
    draw.text((EDGE, 24), title, INK, font(BOLD, 32))
    below = f"{one_line(sheet.name)} · {state(sheet)}"
    draw.text((EDGE, 66), _fitting(draw, drawable(below), font(REGULAR, 19), WIDTH - 2 * EDGE), SOFT, font(REGULAR, 19))
    for day in sheet.days[:7]:
        middle = _left(day.day.weekday()) + CELL_WIDTH / 2
        draw.text((middle, HEAD + 14), drawable(say("sheet-day-short", day=day.day)), SOFT, font(REGULAR, 17), "mm")


def _day(draw: ImageDraw.ImageDraw, corner: Point, day: ReportDay, percent: int) -> None:
    look, (left, top) = LOOKS[day.state], corner
    outline = "#d5d8de" if day.state == "ahead" else look.ground
    draw.rounded_rectangle((left, top, left + CELL_WIDTH, top + CELL_HEIGHT), 9, look.ground, outline)
    draw.text((left + 10, top + 9), str(day.day.day), look.ink, font(BOLD, 19))
    sign(draw, (left + CELL_WIDTH - 28, top + CELL_HEIGHT - 28), day.state)
    if day.state == "partly" or (day.state == "ahead" and percent):
        draw.text((left + 10, top + CELL_HEIGHT - 12), f"{percent} %", look.ink, font(REGULAR, 15), "ls")


def _legend(draw: ImageDraw.ImageDraw, top: float) -> None:
    names = _legend_names()
    step = (WIDTH - 2 * EDGE) / 4
    for n, name in enumerate(LEGEND):
        row, column = divmod(n, 4)
        left, middle = EDGE + column * step, top + row * LEGEND_ROW + 15
        look = LOOKS[name]
        box = (left, middle - 15, left + 30, middle + 15)
        draw.rounded_rectangle(box, 6, look.ground, "#d5d8de" if name == "ahead" else look.ground)
        sign(draw, (left + 15, middle), name, 9)
        words = _fitting(draw, drawable(names[name]), font(REGULAR, 16), step - 46)
        draw.text((left + 40, middle), words, INK, font(REGULAR, 16), "lm")


def _legend_names() -> dict[str, str]:
    return {
        "reported": say("calendar-reported"),
        "partly": say("calendar-partly"),
        "missing": say("calendar-missing"),
        "absent": say("calendar-absent"),
        "holiday": say("calendar-holiday"),
        "weekend": say("calendar-weekend"),
        "ahead": say("calendar-ahead"),
    }


def sign(draw: ImageDraw.ImageDraw, at: Point, kind: str, size: float = SIGN) -> None:
    """What a day is, without its colour: ✓ ◐ ! A H –, and nothing for a day to come."""
    (x, y), ink = at, LOOKS[kind].ink
    thick = max(2, round(size / 4))
    match kind:
        case "reported":
            points = [(x - size * 0.8, y), (x - size * 0.2, y + size * 0.6), (x + size * 0.8, y - size * 0.6)]
            draw.line(points, ink, thick + 1, "curve")
        case "partly":
            box = (x - size * 0.8, y - size * 0.8, x + size * 0.8, y + size * 0.8)
            draw.ellipse(box, outline=ink, width=thick)
            draw.pieslice(box, 90, 270, ink)
        case "weekend":
            draw.line([(x - size * 0.6, y), (x + size * 0.6, y)], ink, thick)
        case "missing" | "absent" | "holiday":
            letter = {"absent": say("calendar-mark-absent"), "holiday": say("calendar-mark-holiday")}.get(kind, "!")
            draw.text((x, y), drawable(letter), ink, font(BOLD, round(size * 1.7)), "mm")


def _fitting(draw: ImageDraw.ImageDraw, text: str, with_font: FreeTypeFont, width: float) -> str:
    """The text, cut with an ellipsis where it is wider than there is room."""
    if draw.textlength(text, with_font) <= width:
        return text
    while text and draw.textlength(f"{text}…", with_font) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"
