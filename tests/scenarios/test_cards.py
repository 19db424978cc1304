"""From words to the ledger: say it, look at the card, decide it."""

from __future__ import annotations

from datetime import date

from tests.scenarios.workplace import GUEST, Colleague, Workplace, buttons, words

MONDAY, TUESDAY, WEDNESDAY, FRIDAY = (date(2026, 11, day) for day in (16, 17, 18, 20))


def settle(lucas: Colleague) -> None:
    """Wait until everything that was clicked is handled: a conversation is worked off in order."""
    lucas.answer("forget it")


def test_what_is_said_is_on_the_card_and_what_is_approved_is_in_the_report(workplace: Workplace, lucas: Colleague):
    """The way of every entry; and the decided card says who and when, with nothing left to decide."""
    card = lucas.card("apollo monday")
    assert buttons(card) == ["approve", "edit", "decline"]
    assert workplace.entries(MONDAY) == []
    assert lucas.desk.click("approve", card) == "acknowledged"
    final = lucas.decided(card)
    assert "Written. Approved by Lucas Moreau, Wed 18 Nov" in words(final)
    assert workplace.entries(MONDAY) == [("Mon 16", "APO", 100)]


def test_what_was_written_is_undone_by_a_click(workplace: Workplace, lucas: Colleague):
    """The card says who took it back and when, offers nothing more, and the report is as it was."""
    card = lucas.card("apollo monday")
    lucas.desk.click("approve", card)
    written = lucas.decided(card)
    assert buttons(written) == ["undo", "same"]
    assert lucas.desk.click("undo", written) == "acknowledged"
    final = lucas.now(card, lambda m: not buttons(m))
    assert "Undone by Lucas Moreau, Wed 18 Nov" in words(final)
    assert workplace.entries(MONDAY, FRIDAY) == []
    lucas.desk.click("approve", lucas.card("zephyr tuesday"))
    settle(lucas)
    assert workplace.entries(MONDAY, FRIDAY) == [("Tue 17", "ZEP", 100)]


def test_the_same_for_the_next_day_is_a_card_of_its_own(workplace: Workplace, lucas: Colleague):
    """The days on the button become a card; nothing is written until that is approved."""
    card = lucas.card("apollo monday, half day")
    lucas.desk.click("approve", card)
    written = lucas.decided(card)
    assert "Same for Tue 17 Nov" in words(written)
    assert lucas.desk.click("same", written) == "acknowledged"
    again = lucas.new_card(after=written)
    assert "Same for Tue 17 Nov" in words(again)
    assert workplace.entries(MONDAY, FRIDAY) == [("Mon 16", "APO", 50)]
    assert lucas.desk.click("approve", again) == "acknowledged"
    assert "Same for Wed 18 Nov" in words(lucas.decided(again))
    assert workplace.entries(MONDAY, FRIDAY) == [("Mon 16", "APO", 50), ("Tue 17", "APO", 50)]


def test_a_percent_that_was_edited_is_the_one_that_is_written(workplace: Workplace, lucas: Colleague):
    """The form opens with what the card showed, and submitting it approves what it then shows."""
    card = lucas.card("apollo monday")
    form = lucas.edit(card)
    prefilled = form["state"]["values"]
    assert prefilled["project"]["project"]["selected_option"]["value"] == "APO"
    assert prefilled["percent"]["percent"]["selected_option"]["value"] == "100"
    assert [o["value"] for o in prefilled["dates"]["dates"]["selected_options"]] == ["2026-11-16"]
    assert lucas.desk.submit({"percent": "50"}) == {}
    assert "50 %" in words(lucas.decided(card))
    assert workplace.entries(MONDAY) == [("Mon 16", "APO", 50)]


def test_days_typed_into_the_form_are_shown_before_they_are_written(workplace: Workplace, lucas: Colleague):
    """The first Submit shows how a phrase was read, and writes nothing; the second one writes it."""
    card = lucas.card("apollo monday")
    lucas.edit(card)
    assert lucas.desk.submit({"dates.words": "tuesday and wednesday"}) == {}
    reading = lucas.desk.view
    assert reading is not None
    assert "means Tue 17 – Wed 18 Nov" in words(reading)
    assert workplace.entries(MONDAY, WEDNESDAY) == []
    assert lucas.desk.submit() == {}
    lucas.decided(card)
    assert workplace.entries(MONDAY, WEDNESDAY) == [("Tue 17", "APO", 100), ("Wed 18", "APO", 100)]


def test_what_is_declined_is_not_written_and_the_card_says_why(workplace: Workplace, lucas: Colleague):
    """A reason is asked for; it stands on the card."""
    card = lucas.card("zephyr tuesday")
    assert lucas.desk.click("decline", card) == "acknowledged"
    lucas.desk.wait_until(lambda desk: desk.view)
    assert lucas.desk.submit({"reason": "I was ill"}) == {}
    final = lucas.decided(card)
    assert "Declined by Lucas Moreau" in words(final)
    assert "I was ill" in words(final)
    assert workplace.entries(MONDAY, FRIDAY) == []


def test_a_correction_in_words_replaces_the_card(workplace: Workplace, lucas: Colleague):
    """The old card loses its buttons and points to the new one, which is what gets written."""
    old = lucas.card("zephyr tuesday and wednesday")
    new = lucas.card("no, half days")
    assert "Replaced by a newer card." in words(lucas.decided(old))
    assert "50 %" in words(new)
    assert lucas.desk.click("approve", new) == "acknowledged"
    lucas.decided(new)
    assert workplace.entries(MONDAY, FRIDAY) == [("Tue 17", "ZEP", 50), ("Wed 18", "ZEP", 50)]


def test_two_things_said_at_once_are_two_lines_and_one_approval(workplace: Workplace, lucas: Colleague):
    """A project and an absence stand on one card, and Approve all writes both."""
    card = lucas.card("apollo monday, sick on friday")
    assert "Approve all (2)" in words(card)
    assert lucas.desk.click("approve_all", card) == "acknowledged"
    lucas.decided(card)
    assert workplace.entries(MONDAY, FRIDAY) == [("Mon 16", "APO", 100), ("Fri 20", "sick", 100)]


def test_what_waits_is_dropped_by_a_word(workplace: Workplace, lucas: Colleague):
    """The words “forget it” close the card, and says that nothing was written."""
    card = lucas.card("apollo monday")
    answer = lucas.answer("forget it")
    assert "Nothing was written" in words(answer)
    lucas.decided(card)
    assert workplace.entries(MONDAY) == []


def test_somebody_unknown_is_told_whom_to_ask(workplace: Workplace):
    """A member of the workspace who is no employee gets one clear sentence, not silence."""
    guest = workplace.colleague(GUEST["email"])
    answer = guest.answer("apollo monday")
    assert words(answer).startswith("I do not know you yet (gus@elsewhere.example). Ask an administrator")
