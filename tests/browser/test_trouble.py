"""The Trouble menu with the whole bot behind the page: what is asked for goes wrong, and the bot bears it."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import Page, expect

from tests.browser.test_page import button, picture, say
from tests.scenarios.workplace import LUCAS, Workplace, desk_of

MONDAY = date(2026, 11, 16)


def test_a_card_whose_answer_is_lost_stands_there_once(workplace: Workplace, page: Page):
    """Asked for in the menu, met by the next message, and still one card and one entry."""
    page.get_by_test_id(f"person-{desk_of(workplace.sandbox, LUCAS).id}").click()
    page.get_by_test_id("trouble").click()
    page.get_by_test_id("trouble-method").select_option("chat.postMessage")
    page.get_by_test_id("trouble-lose_answer").click()
    page.get_by_test_id("trouble-duplicate").click()
    planned = page.get_by_test_id("trouble-planned")
    expect(planned).to_have_text("2 to come")
    picture(page, "trouble")
    page.get_by_test_id("trouble").click()

    card = say(page, "apollo monday")
    expect(planned).to_be_empty()
    expect(page.get_by_test_id("announcer")).to_contain_text("You said:")
    button(card, "approve").click()
    expect(card).to_contain_text("Written. Approved by Lucas Moreau")
    expect(page.get_by_test_id("message").filter(has_text="You said:")).to_have_count(1)
    assert workplace.entries(MONDAY) == [("Mon 16", "APO", 100)]
