"""CSV and Excel, read again by other programs: what stands in the month stands in them, and nothing is a formula."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.month_sheet import FileKind, MonthSheet
from bot.exports.exporter import MonthExporter
from bot.words import speaking
from tests.unit.exports.sheets import COMPANY, EMAIL, ENTRIES, NAME, TITLES, entry, sheet_of

EXPORTER = MonthExporter(COMPANY)
SIGNS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", " =1+1", "＝1+1", '=HYPERLINK("http://x.example")')
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝")


def read_csv(sheet: MonthSheet, delimiter: str = ",") -> list[dict[str, str]]:
    """The rows, by the names of the columns."""
    text = EXPORTER.file(sheet, FileKind.CSV).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def read_xlsx(sheet: MonthSheet) -> openpyxl.worksheet.worksheet.Worksheet:
    """The sheet, with the values that the formulas had when it was written."""
    return openpyxl.load_workbook(io.BytesIO(EXPORTER.file(sheet, FileKind.XLSX)), data_only=True).active


def rows_of(page) -> dict[str, list]:
    """The cells right of each name in the first column."""
    return {row[0]: list(row[1:]) for row in page.iter_rows(values_only=True) if row[0]}


def test_the_csv_has_a_row_for_each_entry() -> None:
    """Date, project or absence, and percent are those of the month."""
    rows = [row for row in read_csv(sheet_of()) if row["Kind"] != "total"]
    found = [(date.fromisoformat(r["Date"]), r["Code"], r["Kind"], int(r["Percent"])) for r in rows]
    expected = [(e.day, e.subject, "absence" if e.reason else "project", e.percent) for e in ENTRIES]
    assert sorted(found) == sorted(expected)
    assert rows[0]["Weekday"] == "Thursday"
    assert {row["Company"] for row in rows} == {COMPANY}
    assert {(row["Name"], row["E-mail"], row["Month"], row["State"]) for row in rows} == {
        (NAME, EMAIL, "2026-10", "open")
    }
    assert {row["Project or absence"] for row in rows} == set(TITLES.values())


def test_the_csv_ends_with_the_totals() -> None:
    """Each project and absence, what was worked and what was not, in percent and in days."""
    totals = [row for row in read_csv(sheet_of()) if row["Kind"] == "total"]
    assert [(row["Project or absence"], row["Percent"], row["Days"]) for row in totals] == [
        ("Apollo", "575", "5.75"),
        ("Zéphyr, deuxième étape", "75", "0.75"),
        ("Maladie", "100", "1"),
        ("RTT", "50", "0.5"),
        ("Worked", "650", "6.5"),
        ("Absent", "150", "1.5"),
    ]


def test_excel_reads_the_accents_of_the_csv() -> None:
    """It takes a file for UTF-8 by its byte order mark only."""
    assert EXPORTER.file(sheet_of(), FileKind.CSV).startswith(b"\xef\xbb\xbf")


def test_a_submitted_month_says_so_in_both() -> None:
    """Whoever gets the file sees whether the month may still change."""
    sheet = sheet_of(submitted=True)
    assert {row["State"] for row in read_csv(sheet)} == {"submitted"}
    assert rows_of(read_xlsx(sheet))["State"][0] == "submitted"


def test_a_french_csv_has_semicolons_and_decimal_commas() -> None:
    """Excel there takes a comma for the decimal sign, and does not split columns at it."""
    with speaking("fr-FR"):
        rows = list(csv.reader(io.StringIO(EXPORTER.file(sheet_of(), FileKind.CSV).decode("utf-8-sig")), delimiter=";"))
    assert {len(row) for row in rows} == {12}
    assert "5,75" in {row[-1] for row in rows}


def test_a_language_that_nobody_knows_has_english_numbers() -> None:
    """A platform may name any locale; the file is made all the same."""
    with speaking("tlh-KX"):
        assert "5.75" in {row["Days"] for row in read_csv(sheet_of())}


@pytest.mark.parametrize("title", SIGNS)
def test_a_project_called_like_a_formula_is_text(title: str) -> None:
    """In CSV an apostrophe stands before it; in Excel the cell's type is text."""
    sheet = sheet_of((entry(1, 100, "APO"),), {"APO": title}, name=title)
    with_sign = [cell for row in read_csv(sheet) for cell in row.values() if cell.startswith(FORMULA)]
    assert with_sign == []
    content = EXPORTER.file(sheet, FileKind.XLSX)
    page = openpyxl.load_workbook(io.BytesIO(content)).active
    formulas = [c.value for row in page.iter_rows() for c in row if c.data_type == "f"]
    assert all(str(value).startswith("=SUM(") for value in formulas)
    assert title.strip() in {c.value for row in page.iter_rows() for c in row if c.data_type == "s"}
    assert not [name for name in zipfile.ZipFile(io.BytesIO(content)).namelist() if "_rels/sheet" in name]  # no link


def test_the_sheet_has_a_row_for_each_project_and_a_column_for_each_day() -> None:
    """Every cell is the share of that day; the sums at the end and below are those of the month."""
    rows = rows_of(read_xlsx(sheet_of()))
    shares = Counter()
    for e in ENTRIES:
        shares[TITLES[e.subject], e.day.day] += e.percent / 100
    for title in TITLES.values():
        expected = [shares.get((title, day)) for day in range(1, 32)]
        assert rows[title] == [*expected, sum(filter(None, expected))]
    by_day = [sum(shares[title, day] for title in TITLES.values()) for day in range(1, 32)]
    assert rows["Total"] == [*by_day, 8]
    assert (rows["Worked"][-1], rows["Absent"][-1]) == (6.5, 1.5)


def test_the_sheet_says_whose_it_is_and_has_places_to_sign() -> None:
    """Company, name, month, what is missing, and two signatures."""
    page = read_xlsx(sheet_of(missing="Tue 13 Oct"))
    rows = rows_of(page)
    assert page.title == "2026-10"
    assert page["A1"].value == "Activity report, October 2026"
    assert (rows["Company"][0], rows["Name"][0], rows["E-mail"][0]) == (COMPANY, NAME, EMAIL)
    assert {"Missing: Tue 13 Oct", "Made by Tally on 19 October 2026."} <= set(rows)
    assert {"Employee – Date and signature", "Manager – Date and signature"} <= set(rows)


def test_the_sums_stay_right_when_somebody_changes_a_cell() -> None:
    """They are Excel's own sums over all days of the row, over all rows of the day."""
    page = openpyxl.load_workbook(io.BytesIO(EXPORTER.file(sheet_of(), FileKind.XLSX))).active
    sums = {row[0].value: row[-1].value for row in page.iter_rows()}
    line = next(row[0].row for row in page.iter_rows() if row[0].value == "Apollo")
    assert sums["Apollo"] == f"=SUM(B{line}:AF{line})"
    assert sums["Total"] == f"=SUM(AG{line}:AG{line + 3})"


def test_an_empty_month_is_an_empty_sheet() -> None:
    """Nothing was reported, and that is what both say."""
    sheet = sheet_of(())
    assert [row["Percent"] for row in read_csv(sheet)] == ["0", "0"]
    rows = rows_of(read_xlsx(sheet))
    assert "Nothing reported." in rows
    assert rows["Total"][-1] == 0


@settings(max_examples=40, deadline=None)
@given(title=st.text(max_size=300), company=st.text(max_size=40))
def test_any_name_can_be_written_and_read_again(title: str, company: str) -> None:
    """Whatever it holds, the files can be opened, and no cell of the CSV begins like a formula."""
    sheet = sheet_of((entry(1, 100, "APO"),), {"APO": title})
    exporter = MonthExporter(company)
    text = exporter.file(sheet, FileKind.CSV).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert {len(row) for row in rows} == {12}
    assert [cell for row in rows for cell in row if cell.startswith(FORMULA)] == []
    openpyxl.load_workbook(io.BytesIO(exporter.file(sheet, FileKind.XLSX)))


def test_the_same_month_gives_the_same_bytes() -> None:
    """No moment of making and no random id is in them."""
    for kind in FileKind:
        assert EXPORTER.file(sheet_of(), kind) == EXPORTER.file(sheet_of(), kind)


def test_a_month_without_a_company_names_none() -> None:
    """Where the settings have no name, no line stands empty."""
    content = MonthExporter().file(sheet_of(), FileKind.XLSX)
    assert "Company" not in rows_of(openpyxl.load_workbook(io.BytesIO(content)).active)
