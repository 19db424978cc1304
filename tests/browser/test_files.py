"""A month as a file on the page: the PDF is saved, the calendar is seen, and both by keyboard and screen reader too."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.test_page import button, picture
from tests.scenarios.workplace import LUCAS, Workplace, desk_of


def test_files_in_the_browser(workplace: Workplace, page: Page):
    """What Download saves is what the bot sent; the picture is shown, with its description."""
    page.get_by_test_id(f"person-{desk_of(workplace.sandbox, LUCAS).id}").click()
    page.get_by_test_id("composer").fill("show my november report")
    page.get_by_test_id("composer").press("Enter")
    report = page.get_by_test_id("message").filter(has=page.get_by_test_id("button-export_pdf"))
    report.wait_for()

    button(report, "export_pdf").click()
    pdf = page.get_by_test_id("file")
    expect(pdf).to_have_count(1)
    expect(pdf).to_contain_text("Lucas Moreau, November 2026")
    expect(pdf).to_contain_text("kB")
    link = pdf.get_by_role("link", name="Download report-2026-11-lucas-moreau.pdf")
    with page.expect_download() as saved:
        link.press("Enter")
    shown = str(pdf.get_attribute("data-file"))
    assert saved.value.suggested_filename == "report-2026-11-lucas-moreau.pdf"
    assert Path(saved.value.path()).read_bytes() == workplace.sandbox.file(shown)

    button(report, "export_png").click()
    calendar = page.get_by_role("img", name="Calendar of November 2026 of Lucas Moreau.")
    expect(calendar).to_be_visible()
    page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=calendar.element_handle())
    page.get_by_test_id("file").last.get_by_role("link").scroll_into_view_if_needed()
    picture(page, "files")
