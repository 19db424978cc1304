"""PDF and picture, looked into: what stands on the page, that it is one page, and that no colour is needed."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from bot.domain.month_sheet import FileKind, MonthSheet
from bot.domain.timesheet import Month
from bot.exports.exporter import MonthExporter
from bot.exports.fonts import drawable
from bot.exports.png_file import CELL_HEIGHT, CELL_WIDTH, GAP, HEAD, LOOKS, NAMES, _left
from tests.unit.exports.sheets import COMPANY, EMAIL, NAME, TITLES, entry, sheet_of

EXPORTER = MonthExporter(COMPANY)
LONG = "Refonte du système d’information géographique européen – deuxième étape, lot n° 4 "


def pdf(sheet: MonthSheet) -> PdfReader:
    """The PDF."""
    return PdfReader(io.BytesIO(EXPORTER.file(sheet, FileKind.PDF)))


def text_of(sheet: MonthSheet) -> str:
    """What stands on all its pages, with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in pdf(sheet).pages).split())


def picture(sheet: MonthSheet) -> Image.Image:
    """The calendar."""
    return Image.open(io.BytesIO(EXPORTER.file(sheet, FileKind.PNG)))


def test_the_pdf_says_whose_month_it_is_and_what_was_done() -> None:
    """Company, name, projects, absences, sums and places to sign, all accents whole."""
    text = text_of(sheet_of(missing="Tue 13 Oct"))
    told = ["Activity report, October 2026", COMPANY, NAME, EMAIL, "open", *TITLES.values(), "Total"]
    told += ["Worked: 6.5 days · Absent: 1.5 days", "Missing: Tue 13 Oct", "Employee", "Manager"]
    told += ["Date and signature", "Made by Tally on 19 October 2026."]
    assert [part for part in told if part not in text] == []


def test_the_pdf_has_every_day_and_every_share() -> None:
    """The days' numbers in a row, and each project's shares with their sum behind them."""
    text = text_of(sheet_of())
    assert " ".join(map(str, range(1, 32))) in text
    assert "Apollo 1 1 1 1 1 0.5 0.25 5.75" in text
    assert f"{TITLES['ZEP']} 0.25 0.5 0.75" in text
    assert "Maladie 1 1 RTT 0.5 0.5" in text
    assert "Total 1 1 1 1 1 0.75 1 1 H 0.25 8" in text


def test_a_submitted_pdf_says_so() -> None:
    """Whoever signs it sees that it will not change."""
    assert "State submitted" in text_of(sheet_of(submitted=True))


def test_a_month_of_31_full_days_and_long_names_is_one_page() -> None:
    """Six projects with names of three lines each, quarter by quarter."""
    entries = [entry(day, 25, f"P{n}") for day in range(1, 32) for n in range(6)]
    sheet = sheet_of(entries, {f"P{n}": f"{LONG}{n}" for n in range(6)}, name=f"{NAME} " * 4)
    assert len(pdf(sheet).pages) == 1
    assert text_of(sheet).count(LONG.split()[0]) == 6


def test_very_many_projects_go_on_over_pages_with_the_days_on_each() -> None:
    """Nobody looks for what a column means, and the places to sign come once."""
    sheet = sheet_of([entry(1, 25, f"P{n}") for n in range(60)], {f"P{n}": LONG for n in range(60)})
    pages = [" ".join(page.extract_text().split()) for page in pdf(sheet).pages]
    assert len(pages) > 1
    assert all(" ".join(map(str, range(1, 32))) in page for page in pages if "Refonte" in page)
    assert sum(page.count("Date and signature") for page in pages) == 2


def test_the_pdf_names_itself_for_readers() -> None:
    """Title, author and language, as screen readers and archives want them."""
    found = pdf(sheet_of())
    assert found.metadata.title == f"Activity report, October 2026, {NAME}"
    assert found.metadata.author == NAME
    assert found.trailer["/Root"]["/Lang"] == "en"


def test_what_looks_like_markup_is_printed_as_it_is() -> None:
    """A name is never taken for an instruction to the page."""
    title = "<b>A & B</b> <img src='x'/> <para>"
    assert title in text_of(sheet_of((entry(1, 100, "APO"),), {"APO": title}))


def test_letters_that_the_font_lacks_lose_their_accent_or_become_a_question_mark() -> None:
    """The rest of the name stays readable, and the file is made."""
    assert drawable("Zoé Lefèvre-Œuvrard – 50 €") == "Zoé Lefèvre-Œuvrard – 50 €"
    assert drawable("Łódź, Dvořák, Kőrösi") == "Łódz, Dvorák, Korösi"
    assert drawable("Иван 李") == "???? ?"
    assert "Korösi" in text_of(sheet_of(name="Kőrösi"))


@settings(max_examples=15, deadline=None)
@given(title=st.text(max_size=400), name=st.text(max_size=200))
def test_any_name_can_be_drawn(title: str, name: str) -> None:
    """Whatever it holds, both files can be opened."""
    sheet = sheet_of((entry(1, 100, "APO"),), {"APO": title}, name=name)
    assert len(pdf(sheet).pages) == 1
    picture(sheet).load()


def cell(image: Image.Image, day: int, skipped: int = 3) -> Image.Image:
    """The square of a day of October 2026, which begins on a Thursday."""
    week, column = divmod(skipped + day - 1, 7)
    left, top = _left(column), HEAD + NAMES + week * (CELL_HEIGHT + GAP)
    return image.crop((left, top, left + CELL_WIDTH, top + CELL_HEIGHT))


def sign_of(image: Image.Image, day: int) -> frozenset[tuple[int, int]]:
    """Where a day's sign has ink: the right lower quarter, without its colour."""
    corner = cell(image, day).crop((CELL_WIDTH // 2, CELL_HEIGHT // 3, CELL_WIDTH - 6, CELL_HEIGHT - 6)).convert("L")
    ground = corner.getpixel((0, 0))
    width, height = corner.size
    points = ((x, y) for x in range(width) for y in range(height))
    return frozenset(p for p in points if abs(corner.getpixel(p) - ground) > 60)


def test_each_kind_of_day_has_its_own_colour_and_its_own_sign() -> None:
    """Without the colours the signs alone tell them apart; a day to come has none."""
    image = picture(sheet_of())
    shown = {"reported": 1, "partly": 8, "missing": 13, "absent": 9, "holiday": 30, "weekend": 3, "ahead": 20}
    grounds = {kind: cell(image, day).getpixel((20, 4)) for kind, day in shown.items()}
    assert grounds == {kind: tuple(bytes.fromhex(LOOKS[kind].ground[1:])) for kind in shown}
    assert len(set(grounds.values())) == len(shown)
    signs = {kind: sign_of(image, day) for kind, day in shown.items()}
    assert signs["ahead"] == frozenset()
    assert len(set(signs.values())) == len(shown)
    assert all(len(sign) > 20 for kind, sign in signs.items() if kind != "ahead")
    assert sign_of(image, 2) == signs["reported"]


@pytest.mark.parametrize("kind", LOOKS)
def test_what_is_written_on_a_colour_can_be_read(kind: str) -> None:
    """Contrast of at least 4.5, the least that WCAG asks of text."""
    light, dark = sorted((luminance(LOOKS[kind].ground), luminance(LOOKS[kind].ink)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    parts = (value / 255 for value in bytes.fromhex(colour[1:]))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("month", "weeks"), [(Month(2026, 2), 5), (Month(2027, 2), 4), (Month(2026, 8), 6)])
def test_the_picture_is_as_high_as_the_month_has_weeks(month: Month, weeks: int) -> None:
    """Nothing is cut off, and nothing stays empty."""
    five = picture(sheet_of()).height
    assert picture(sheet_of((), month=month)).height == five + (weeks - 5) * (CELL_HEIGHT + GAP)
