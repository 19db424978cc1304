"""The page for a colleague whose Slack speaks French: card, form and Home tab as she sees them."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import Page, expect

from tests.browser.test_page import button, picture
from tests.scenarios.workplace import SOFIA, Workplace, desk_of

MONDAY, FRIDAY = date(2026, 11, 16), date(2026, 11, 20)


def test_a_french_card_in_the_browser(workplace: Workplace, page: Page):
    """Every word that the bot says is French; Modifier and Tout approuver write what the card shows."""
    page.get_by_test_id(f"person-{desk_of(workplace.sandbox, SOFIA).id}").click()
    page.get_by_test_id("composer").fill("zephyr lundi et mardi, demi-journées, malade vendredi")
    page.get_by_test_id("composer").press("Enter")
    card = page.get_by_test_id("message").filter(has_text="Vous avez dit")
    card.wait_for()
    expect(page.get_by_test_id("status")).to_be_empty()
    expect(card).to_contain_text("lun. 16 – mar. 17 nov.")
    picture(page, "french")
    button(card, "edit").first.click()
    modal = page.get_by_test_id("modal")
    expect(modal.get_by_test_id("modal-submit")).to_have_text("Enregistrer et approuver")
    picture(page, "french-edit")
    page.get_by_test_id("modal-submit").click()
    expect(card).to_contain_text("Approuvé par Sofia Marchetti")
    button(card, "approve").click()
    expect(card.get_by_role("button").filter(has_text="Approuver")).to_have_count(0)
    assert workplace.entries(MONDAY, FRIDAY, SOFIA) == [
        ("Mon 16", "ZEP", 50),
        ("Tue 17", "ZEP", 50),
        ("Fri 20", "sick", 100),
    ]
    page.get_by_test_id("tab-home").click()
    expect(page.get_by_test_id("home")).to_contain_text("Novembre 2026 (ouvert)")
    picture(page, "french-home")
