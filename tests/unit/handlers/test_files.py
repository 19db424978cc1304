"""A month as a file: who gets which, that it holds what the ledger holds, and the PDF that comes after Submit, once."""

from __future__ import annotations

import csv
import io

import pytest

from bot.domain.month_sheet import FileKind
from bot.domain.proposal import Change, ProposalState
from bot.domain.timesheet import Month, ReportState
from bot.errors import LedgerError, PlatformError, PlatformRefused
from bot.handlers.applying import recover
from bot.handlers.outbox import PATIENCE, PATIENCE_WITH_FILES, send_some
from bot.ports import FilePicture, ModelReply, TextPicture, Write
from tests.unit.handlers.conftest import ANA, BEN


def files(office) -> list[FilePicture]:
    return [p for p in office.platform.posted.values() if isinstance(p, FilePicture)]


def ask(office, kind: str, person: str = "U-ANA", **more: str) -> None:
    office.happen(office.event("export", person, month="2026-11", file=kind, **more))


def fail_at_files(office, error: PlatformError) -> None:
    post = office.platform.post

    def posted(address, message_id, picture):
        if isinstance(picture, FilePicture):
            raise error
        return post(address, message_id, picture)

    office.platform.post = posted


def submit(office) -> None:
    """Click Submit for October, and approve the card that comes of it."""
    office.happen(office.event("submit", "U-ANA", month="2026-10"))
    office.click("approve", office.pending[0])


@pytest.mark.parametrize(
    ("kind", "name", "begins", "says"),
    [
        ("csv", "report-2026-11-ana-silva.csv", b"\xef\xbb\xbf", "Here is November 2026 as CSV."),
        ("xlsx", "report-2026-11-ana-silva.xlsx", b"PK", "Here is November 2026 as an Excel sheet."),
        ("pdf", "report-2026-11-ana-silva.pdf", b"%PDF", "Here is November 2026 as PDF."),
        ("png", "calendar-2026-11-ana-silva.png", b"\x89PNG", "Here is November 2026 as a picture."),
    ],
)
def test_a_person_gets_their_own_month_as_any_kind_of_file(office, kind, name, begins, says):
    """Named so that it can be saved, with a sentence beside it."""
    ask(office, kind)
    (file,) = files(office)
    assert (file.name, file.text, file.title) == (name, says, "Ana Silva, November 2026")
    assert file.content.startswith(begins)


def test_the_file_holds_what_the_ledger_holds(office):
    """Read at the moment of sending: what was written while the message waited is in it."""
    office.fill("2026-11-16", 50)
    office.platform.failing = PlatformError("away")
    ask(office, "csv")
    office.fill("2026-11-17", 75, "ZEP")
    office.platform.failing = None
    office.work()
    (file,) = files(office)
    rows = [r for r in csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"))) if r["Kind"] != "total"]
    assert [(r["Date"], r["Code"], int(r["Percent"])) for r in rows] == office.entries()
    assert office.entries() == [("2026-11-16", "APO", 50), ("2026-11-17", "ZEP", 75)]
    assert {r["Company"] for r in rows} == {"Acme"}


def test_a_picture_is_described_in_words(office):
    """Every kind of day with its days, for who cannot see it; the other files need no description."""
    office.fill("2026-11-16", 50)
    office.fill("2026-11-17", 100)
    ask(office, "png")
    ask(office, "pdf")
    picture, pdf = files(office)
    assert picture.alt.startswith("Calendar of November 2026 of Ana Silva. Reported: Tue 17 Nov; Partly: Mon 16 Nov;")
    assert "Public holiday: Wed 11 Nov" in picture.alt
    assert pdf.alt == ""


def test_an_administrator_gets_the_month_of_a_colleague(office):
    """As they may look at it; the sentence says whose it is."""
    office.fill("2026-11-16", 50, "ORI", email=BEN)
    ask(office, "csv", "U-EVE", email=BEN)
    (file,) = files(office)
    assert file.text == "Here is November 2026 of Ben Okafor as CSV."
    assert b"2026-11-16,Monday,project,ORI,Orion,50,0.5" in file.content


def test_nobody_else_does(office):
    """A button can be forged: the role is looked up, not carried."""
    ask(office, "csv", "U-ANA", email=BEN)
    assert files(office) == []
    assert [text.text for text in office.texts] == ["Only administrators can see other people's reports."]


def test_ones_own_address_in_other_letters_is_ones_own(office):
    """Case does not matter in an address."""
    ask(office, "csv", email=ANA.upper())
    assert files(office)[0].text == "Here is November 2026 as CSV."


def test_somebody_whom_the_ledger_does_not_have_is_said(office):
    """Both the colleague who is asked for and the one who asks."""
    ask(office, "csv", "U-EVE", email="gone@acme.example")
    ask(office, "csv", "U-NOBODY")
    assert files(office) == []
    assert ["gone@acme.example" in text.text for text in office.texts] == [True, False]
    assert office.texts[1].text.startswith("I do not know you yet")


def test_the_pdf_comes_by_itself_once_a_month_is_submitted(office):
    """It is made of the submitted month, and says what it is for."""
    submit(office)
    (file,) = files(office)
    assert file.text == "October 2026 is submitted. Here it is as PDF, with places to sign."
    assert file.name == "report-2026-10-ana-silva.pdf"
    assert office.ledger.report(ANA, Month(2026, 10)).state is ReportState.SUBMITTED


def test_a_declined_submission_brings_no_file(office):
    """Nor does anything else that is not written."""
    office.happen(office.event("submit", "U-ANA", month="2026-10"))
    office.click("decline", office.pending[0])
    assert files(office) == []


def test_a_second_click_on_approve_brings_no_second_pdf(office):
    """The decision was taken by the first."""
    office.happen(office.event("submit", "U-ANA", month="2026-10"))
    card = office.pending[0]
    office.click("approve", card)
    office.click("approve", card)
    assert len(files(office)) == 1


@pytest.mark.parametrize("how", ["away", "lost"])
def test_a_submission_that_the_ledger_took_late_brings_one_pdf(office, how):
    """Whether the ledger was away or its answer was lost: it is written once, and the file comes once."""
    office.happen(office.event("submit", "U-ANA", month="2026-10"))
    setattr(office.ledger, how, True)
    office.click("approve", office.pending[0])
    assert files(office) == []
    setattr(office.ledger, how, False)
    recover(office.desk)
    recover(office.desk)
    office.work()
    assert office.proposals(ProposalState.APPLIED)
    assert len(files(office)) == 1


def test_a_month_that_is_submitted_again_brings_its_pdf_again(office):
    """It was taken back in between, so the first one is not what stands now."""
    submit(office)
    office.ledger.apply([Write("elsewhere", Change(ANA, month=Month(2026, 10), report_state=ReportState.OPEN))])
    submit(office)
    assert len(files(office)) == 2


def test_a_file_that_may_have_been_sent_is_looked_for_first(office):
    """The platform took it and the answer was lost: it is found, and neither sent again nor painted over."""
    post = office.platform.post

    def posted_but_unanswered(*message):
        office.platform.post = post
        post(*message)
        raise PlatformError("the answer was lost")

    office.platform.post = posted_but_unanswered
    ask(office, "pdf")
    assert office.store.unsent()
    office.work()
    assert len(office.platform.posted) == 1
    assert not office.store.unsent()


def test_a_file_that_the_platform_refuses_is_explained(office):
    """Some workspaces take no files: the person reads so, with a reference for whoever can change it."""

    fail_at_files(office, PlatformRefused("file_uploads_disabled"))
    ask(office, "pdf")
    (said,) = office.texts
    assert said.text.startswith("I could not send you report-2026-11-ana-silva.pdf: the file was not taken.")
    assert not office.store.unsent()


def test_a_file_that_never_gets_through_keeps_nobody_waiting(office):
    """Words can be posted, uploads fail: after many tries words take the file's place, and the next answer comes."""
    fail_at_files(office, PlatformError("the upload failed"))
    ask(office, "pdf")
    office.say("hello", ModelReply("Hello!"))
    for _ in range(PATIENCE_WITH_FILES - 3):
        assert not office.texts
        send_some(office.desk)
    office.work()
    assert [text.text.split(":")[0] for text in office.texts] == [
        "I could not send you report-2026-11-ana-silva.pdf",
        "Hello!",
    ]


def test_a_file_that_cannot_be_made_keeps_nobody_waiting(office):
    """After some patience with the ledger an apology takes its place, and the next answer comes."""
    office.platform.failing = PlatformError("away")
    ask(office, "pdf")
    office.platform.failing = None

    def report(email, month):
        raise LedgerError("away")

    office.ledger.report = report
    for _ in range(PATIENCE + 1):
        send_some(office.desk)
    assert [type(p) for p in office.platform.posted.values()] == [TextPicture]
    assert office.texts[0].text.startswith("I could not show you what you asked for.")


def test_every_kind_has_a_test_above():
    """A kind that is added is added there too."""
    assert {"csv", "xlsx", "pdf", "png"} == set(FileKind)
