"""A month as a file, from the click in Slack to the bytes in the conversation: asked for, after Submit, and once."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from bot.domain.month_sheet import FileKind
from bot.domain.timesheet import Month
from bot.handlers.files import month_sheet
from bot.ledgers.sample import DOMAIN
from bot.words import speaking
from tests.scenarios.workplace import LUCAS, PATIENCE, Colleague, Workplace, buttons, open_workplace, words

LAST_DAY = datetime(2026, 11, 30, 9, 30, tzinfo=UTC)  # 10:30 in Paris
OCTOBER = Month(2026, 10)
AMINA = f"amina.haddad@{DOMAIN}"

Message = dict[str, Any]


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    """The workplace on the last working day of November."""
    with open_workplace(tmp_path, LAST_DAY) as opened:
        yield opened


def report_of(colleague: Colleague, text: str) -> Message:
    """Ask for a report; its message."""
    said = colleague.desk.say(text)
    return colleague.desk.wait_for(lambda m: m["ts"] > said["ts"] and "export_pdf" in buttons(m), PATIENCE)


def file_after(workplace: Workplace, colleague: Colleague, message: Message, action: str) -> tuple[Message, bytes]:
    """Click a button; the message with the file that comes of it, and the file's bytes."""
    last = colleague.desk.messages()[-1]
    assert colleague.desk.click(action, message) == "acknowledged"
    return newest_file(workplace, colleague, last)


def newest_file(workplace: Workplace, colleague: Colleague, after: Message) -> tuple[Message, bytes]:
    """The newest file below a message, once there is one."""
    shown = colleague.desk.wait_for(lambda m: m["ts"] > after["ts"] and m.get("files"), PATIENCE)
    return shown, workplace.sandbox.file(shown["files"][0]["id"])


def test_pdf_on_a_report_brings_the_pdf(workplace: Workplace):
    """The bytes in the conversation are those that the month makes; they hold the ledger's projects and sums."""
    lucas, desk = workplace.lucas, workplace.bot.desk
    report = report_of(lucas, "show my october report")
    message, content = file_after(workplace, lucas, report, "export_pdf")
    assert words(message) == "Here is October 2026 as PDF."
    (file,) = message["files"]
    assert (file["name"], file["title"]) == ("report-2026-10-lucas-moreau.pdf", "Lucas Moreau, October 2026")
    employee = desk.ledger.employee(LUCAS)
    assert employee is not None
    with speaking("en-GB"):
        made = desk.exporter.file(month_sheet(employee, OCTOBER, LAST_DAY.date(), desk), FileKind.PDF)
    assert content == made
    text = " ".join(PdfReader(io.BytesIO(content)).pages[0].extract_text().split())
    names = {p.code: p.name for p in desk.ledger.projects()}
    reported = {names[code] for _, code, _ in workplace.entries(OCTOBER.first, OCTOBER.last) if code in names}
    assert reported
    assert [name for name in reported if name not in text] == []


def test_every_other_button_brings_its_kind(workplace: Workplace):
    """CSV with the ledger's entries, Excel, and a picture that is described."""
    lucas = workplace.lucas
    report = report_of(lucas, "show my october report")
    _, content = file_after(workplace, lucas, report, "export_csv")
    text = content.decode("utf-8-sig")
    dialect = csv.Sniffer().sniff(text.splitlines()[0], ",;")
    rows = [row for row in csv.DictReader(io.StringIO(text), dialect=dialect) if row["Kind"] != "total"]
    found = [(f"{date.fromisoformat(row['Date']):%a %d}", row["Code"], int(row["Percent"])) for row in rows]
    assert sorted(found) == sorted(workplace.entries(OCTOBER.first, OCTOBER.last))
    message, content = file_after(workplace, lucas, report, "export_xlsx")
    assert message["files"][0]["name"].endswith(".xlsx")
    assert content.startswith(b"PK")
    message, content = file_after(workplace, lucas, report, "export_png")
    assert Image.open(io.BytesIO(content)).format == "PNG"
    assert message["files"][0]["alt_txt"].startswith("Calendar of October 2026 of Lucas Moreau.")


def test_an_administrator_gets_the_file_of_the_report_that_they_look_at(workplace: Workplace):
    """The button on a colleague's report brings the colleague's month."""
    amina = workplace.colleague(AMINA)
    report = report_of(amina, "show the october report of lucas moreau")
    message, _ = file_after(workplace, amina, report, "export_pdf")
    assert words(message) == "Here is October 2026 of Lucas Moreau as PDF."


def test_after_submit_the_pdf_comes_by_itself_and_once(workplace: Workplace):
    """Slack loses its answer to the upload: the file is looked for, found, and not sent again."""
    lucas = workplace.lucas
    workplace.sandbox.faults.lose_answer("files.completeUploadExternal")
    card = lucas.card("submit november")
    assert lucas.desk.click("approve", card) == "acknowledged"
    lucas.decided(card)
    message, content = newest_file(workplace, lucas, card)
    assert words(message) == "November 2026 is submitted. Here it is as PDF, with places to sign."
    text = " ".join(PdfReader(io.BytesIO(content)).pages[0].extract_text().split())
    assert "State submitted" in text
    assert lucas.answer("hello")["ts"] > message["ts"]  # what comes after it is sent, so the file counts as sent
    assert sum(len(m.get("files", ())) for m in lucas.desk.messages()) == 1
