"""The Home tab over the wire: a card at one click, what waits, preferences, nudging, forgetting."""

from __future__ import annotations

from datetime import date

from bot.domain.preferences import Preferences
from tests.scenarios.workplace import LUCAS, PATIENCE, Colleague, Workplace, buttons, is_answer, words

MONDAY, WEDNESDAY = date(2026, 11, 16), date(2026, 11, 18)
ADMIN = "amina.haddad@{}".format(LUCAS.partition("@")[2])


def home_of(colleague: Colleague, text: str) -> str:
    """The page's words, once it says this."""
    colleague.desk.wait_until(lambda desk: desk.home and text in words(desk.home), PATIENCE)
    return words(colleague.desk.home or {})


def test_missing_days_are_a_card_at_one_click_and_the_page_follows(workplace: Workplace, lucas: Colleague) -> None:
    """Nothing is written before Approve; the page lists the card at once, shows it again, and loses the offer."""
    lucas.desk.open_home()
    home_of(lucas, "Missing days at one click")
    assert lucas.desk.click("home_offer_0") == "acknowledged"
    card = lucas.new_card()
    assert "Same as the week before: Mon 16 – Tue 17 Nov" in words(card)
    assert workplace.entries(MONDAY, WEDNESDAY) == []
    home_of(lucas, "waits since Wed 18 Nov")
    assert lucas.desk.click("home_show_card") == "acknowledged"
    again = lucas.new_card(after=card)
    assert lucas.desk.click("approve", again) == "acknowledged"
    for shown in (card, again):
        assert "Written. Approved by Lucas Moreau" in words(lucas.decided(shown))
    assert {day for day, _, _ in workplace.entries(MONDAY, WEDNESDAY)} == {"Mon 16", "Tue 17"}
    lucas.desk.open_home()
    assert "Same as the week before" not in home_of(lucas, "Nothing waits for your decision.")


def test_preferences_are_kept_and_the_page_says_them(workplace: Workplace, lucas: Colleague) -> None:
    """The modal opens on the page, and what is picked is in force at once."""
    lucas.desk.open_home()
    home_of(lucas, "reminders at 10:00")
    assert lucas.desk.click("home_preferences") == "acknowledged"
    lucas.desk.wait_until(lambda desk: desk.view, PATIENCE)
    assert lucas.desk.submit({"time_zone": "America/New_York", "hour": "8", "project": "ZEP"}) == {}
    home_of(lucas, "America/New York · reminders at 08:00 · Zephyr (ZEP) first")
    assert workplace.bot.desk.store.preferences(LUCAS) == Preferences("", "America/New_York", 8, "ZEP")


def test_an_administrator_nudges_and_somebody_is_forgotten(workplace: Workplace, lucas: Colleague) -> None:
    """The nudge reaches Lucas with what is missing; afterwards he is forgotten, and his report is not."""
    card = lucas.card("apollo monday")
    assert lucas.desk.click("approve", card) == "acknowledged"
    lucas.decided(card)
    amina = workplace.colleague(ADMIN)
    amina.desk.open_home()
    home_of(amina, "Not submitted for November 2026")
    assert amina.desk.click("home_nudge_all") == "acknowledged"
    amina.desk.wait_for(lambda m: is_answer(m) and "Reminded: " in words(m), PATIENCE)
    lucas.desk.wait_for(lambda m: "submit_month" in buttons(m), PATIENCE)
    lucas.desk.open_home()
    home_of(lucas, "Forget me")
    assert lucas.desk.click("home_forget") == "acknowledged"
    lucas.desk.wait_for(lambda m: is_answer(m) and "I have forgotten our conversations" in words(m), PATIENCE)
    assert workplace.bot.desk.store.proposals(owner=LUCAS) == ()
    assert workplace.entries(MONDAY) == [("Mon 16", "APO", 100)]
