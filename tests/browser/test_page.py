"""One journey through the page, as a person makes it: words, card, Approve, Edit, Home, reminder.

With TALLY_SCREENSHOTS=1 it leaves the pictures of docs/screenshots, which the README shows.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from bot.handlers.reminders import remind
from tests.scenarios.workplace import LUCAS, Workplace, desk_of

PICTURES = Path(__file__).parents[2] / "docs" / "screenshots"
MONTH_END = datetime(2026, 11, 30, 9, 30, tzinfo=UTC)
MONDAY, FRIDAY = date(2026, 11, 16), date(2026, 11, 20)


def picture(page: Page, name: str) -> None:
    """Keep what the page looks like now, when pictures are asked for."""
    if os.environ.get("TALLY_SCREENSHOTS") == "1":
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.mouse.move(0, 0)
        page.evaluate("document.activeElement.blur()")
        page.screenshot(path=PICTURES / f"{name}.png", animations="disabled")


def say(page: Page, text: str) -> Locator:
    """Type it and press Enter; the card that comes of it."""
    page.get_by_test_id("composer").fill(text)
    page.get_by_test_id("composer").press("Enter")
    card = page.get_by_test_id("message").filter(has_text=f"You said:{text}")
    card.wait_for()
    expect(page.get_by_test_id("status")).to_be_empty()
    return card


def button(place: Page | Locator, action_id: str) -> Locator:
    return place.get_by_test_id(f"button-{action_id}")


def test_a_month_in_the_browser(workplace: Workplace, page: Page):
    """What is clicked on the page is what ends up in the ledger, and every picture of the way can be looked at."""
    page.get_by_test_id(f"person-{desk_of(workplace.sandbox, LUCAS).id}").click()

    card = say(page, "apollo mon to thu, half days, sick on friday")
    picture(page, "card")
    button(card, "approve_all").click()
    expect(card).to_contain_text("Written. Approved by Lucas Moreau")
    expect(card.get_by_role("button").filter(has_text="Approve")).to_have_count(0)
    picture(page, "approved")
    button(card, "undo").last.click()
    expect(card).to_contain_text("Undone by Lucas Moreau")
    expect(button(card, "undo")).to_have_count(1)
    picture(page, "undone")
    expect(button(card, "same")).to_have_text("Same for Mon 23 – Thu 26 Nov")
    say(page, "sick on friday").get_by_test_id("button-approve").click()
    expect(page.get_by_test_id("message").last).to_contain_text("Written. Approved by Lucas Moreau")

    card = say(page, "zephyr tuesday")
    expect(card).to_contain_text("Tue 17 Nov would have 150 %, and a day has 100 %.")
    expect(button(card, "approve")).to_have_count(0)
    picture(page, "problem")
    button(card, "edit").click()
    modal = page.get_by_test_id("modal")
    expect(modal.get_by_test_id("option-100")).to_be_checked()
    modal.get_by_test_id("option-50").check()
    picture(page, "edit")
    page.get_by_test_id("modal-submit").click()
    expect(card).to_contain_text("Written. Approved by Lucas Moreau")
    expect(modal).to_be_hidden()
    written = workplace.entries(MONDAY, FRIDAY)
    assert written == [
        ("Mon 16", "APO", 50),
        ("Tue 17", "APO", 50),
        ("Tue 17", "ZEP", 50),
        ("Wed 18", "APO", 50),
        ("Thu 19", "APO", 50),
        ("Fri 20", "sick", 100),
    ]

    page.get_by_test_id("tab-home").click()
    home = page.get_by_test_id("home")
    expect(home).to_contain_text("November 2026 (open)")
    expect(home).to_contain_text("Missing: Mon 16 Nov (50 %), Wed 18 Nov (50 %)")
    picture(page, "home")

    page.get_by_test_id("tab-messages").click()
    workplace.jump(MONTH_END)
    assert remind(workplace.bot.desk, workplace.bot.platform) > 0
    reminder = page.get_by_test_id("message").last
    expect(reminder).to_contain_text("November 2026 still open: Mon 16 Nov (50 %), Wed 18 Nov (50 %)")
    picture(page, "reminder")
    button(reminder, "show_month").click()
    report = page.get_by_test_id("message").last
    expect(report).to_contain_text("Missing: Mon 16 Nov (50 %), Wed 18 Nov (50 %)")
    picture(page, "report")
