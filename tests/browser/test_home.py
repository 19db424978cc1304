"""The Home tab in the browser: a card at one click, and the preferences.

With TALLY_SCREENSHOTS=1 it leaves its pictures in docs/screenshots.
"""

from __future__ import annotations

from datetime import date

from playwright.sync_api import Page, expect

from bot.domain.preferences import Preferences
from tests.browser.test_page import button, picture
from tests.scenarios.workplace import LUCAS, Workplace, desk_of

MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
ADMIN = "amina.haddad@{}".format(LUCAS.partition("@")[2])


def test_a_card_at_one_click_and_preferences(workplace: Workplace, page: Page):
    """What is clicked on the page is a card in Messages; what is picked is in force."""
    page.get_by_test_id(f"person-{desk_of(workplace.sandbox, LUCAS).id}").click()
    page.get_by_test_id("tab-home").click()
    home = page.get_by_test_id("home")
    expect(home).to_contain_text("November 2026 (open)")
    expect(home).to_contain_text("Today is in brackets.")
    button(home, "home_offer_0").click()
    expect(home).to_contain_text("waits since Wed 18 Nov")
    picture(page, "home-waiting")
    page.get_by_test_id("tab-messages").click()
    card = page.get_by_test_id("message").filter(has_text="Same as the week before")
    button(card, "approve").click()
    expect(card).to_contain_text("Written. Approved by Lucas Moreau")
    assert len({day for day, _, _ in workplace.entries(MONDAY, TUESDAY)}) == 2

    page.get_by_test_id("tab-home").click()
    button(home, "home_preferences").click()
    modal = page.get_by_test_id("modal")
    expect(modal).to_contain_text("Project to offer first")
    picture(page, "preferences")
    modal.get_by_test_id("select-hour").select_option("8")
    page.get_by_test_id("modal-submit").click()
    expect(modal).to_be_hidden()
    expect(home).to_contain_text("reminders at 08:00")
    assert workplace.bot.desk.store.preferences(LUCAS) == Preferences(hour=8)

    page.get_by_test_id(f"person-{desk_of(workplace.sandbox, ADMIN).id}").click()
    page.get_by_test_id("tab-home").click()
    expect(home).to_contain_text("Not submitted for November 2026")
    picture(page, "home-admin")
