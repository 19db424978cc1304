"""The ways to talk besides plain words: prompts, /tally, a picked message, threads; and what one thinks of it."""

from __future__ import annotations

from datetime import date

from bot.store.feedback import opinion
from tests.scenarios.workplace import GUEST, NIAMH, PATIENCE, Colleague, Workplace, buttons, is_answer, words

MONDAY, TUESDAY, WEDNESDAY = (date(2026, 11, day) for day in (16, 17, 18))
GENERAL = {"id": "C1", "name": "general"}


def test_a_prompt_made_from_gaps_fills_exactly_those(workplace: Workplace, lucas: Colleague):
    """Lucas opens the conversation: what lacks is offered with his project, and one click and Approve write it."""
    assert workplace.entries(MONDAY, WEDNESDAY) == []
    lucas.desk.open_messages()
    prompt = lucas.desk.wait_until(lambda desk: desk.prompts, PATIENCE)[0]
    assert prompt["title"].startswith("Fill 3 missing days with ")
    card = lucas.card(prompt["message"])
    assert lucas.desk.click("approve", card) == "acknowledged"
    lucas.decided(card)
    written = workplace.entries(MONDAY, WEDNESDAY)
    assert [(day, percent) for day, _, percent in written] == [("Mon 16", 100), ("Tue 17", 100), ("Wed 18", 100)]
    assert len({project for _, project, _ in written}) == 1
    lucas.desk.open_messages()
    lucas.card("zephyr thursday")
    assert lucas.desk.prompts == [], "nothing is missing up to today"


def test_the_command_shows_the_month_and_what_waits(workplace: Workplace, lucas: Colleague):
    """From another channel too: there it is only said where the answer is."""
    lucas.card("apollo monday")
    assert lucas.desk.slash("/tally", "status", GENERAL) == "acknowledged"
    lucas.desk.wait_for(lambda m: m["ephemeral"] and "direct conversation" in m["text"], PATIENCE)
    report = lucas.desk.wait_for(lambda m: is_answer(m) and "November 2026" in words(m), PATIENCE)
    assert "Missing:" in words(report)
    lucas.desk.wait_for(lambda m: "One card above waits for your decision." in m["text"], PATIENCE)


def test_the_command_submits_and_resets(workplace: Workplace, lucas: Colleague):
    """Submit leads to a card; reset drops it."""
    lucas.desk.slash("/tally", "submit")
    card = lucas.new_card()
    assert "November 2026" in words(card)
    lucas.desk.slash("/tally", "reset")
    lucas.desk.wait_for(lambda m: m["text"].startswith("We start over."), PATIENCE)
    assert not buttons(lucas.decided(card))


def test_a_colleagues_message_is_reported_by_who_picks_it(workplace: Workplace, lucas: Colleague):
    """It stands in a channel where the bot is not; the card is Lucas's, and above it stands who wrote the words."""
    niamh = workplace.colleague(NIAMH)
    ts = f"{workplace.clock.time.timestamp():.6f}"
    message = {"type": "message", "user": niamh.desk.id, "text": "apollo on monday and tuesday", "ts": ts}
    assert lucas.desk.pick("report_this", message, GENERAL) == "acknowledged"
    card = lucas.new_card()
    introduction = next(m for m in lucas.desk.messages() if m["text"].startswith("You picked"))
    assert introduction["text"] == "You picked this message of Niamh Byrne: “apollo on monday and tuesday”"
    assert introduction["ts"] < card["ts"]
    assert lucas.desk.click("approve", card) == "acknowledged"
    lucas.decided(card)
    assert workplace.entries(MONDAY, TUESDAY) == [("Mon 16", "APO", 100), ("Tue 17", "APO", 100)]
    assert workplace.entries(MONDAY, TUESDAY, NIAMH) == []
    assert niamh.desk.messages() == []


def test_a_stranger_who_picks_a_message_is_told_whom_to_ask(workplace: Workplace):
    """One sentence, and no card."""
    guest = workplace.colleague(GUEST["email"])
    message = {"type": "message", "user": guest.desk.id, "text": "apollo monday", "ts": "1700000000.000100"}
    guest.desk.pick("report_this", message, GENERAL)
    guest.desk.wait_for(lambda m: "I do not know you yet" in m["text"], PATIENCE)


def test_a_thread_is_answered_in_the_thread_once(workplace: Workplace, lucas: Colleague):
    """A card in a thread knows nothing of what was said outside of it, and stands there once."""
    root = lucas.desk.say("hello")
    lucas.desk.wait_for_reply(root, PATIENCE)
    said = lucas.desk.say("apollo monday", thread_ts=root["ts"])
    card = lucas.new_card(after=said)
    assert card["thread_ts"] == root["ts"]
    bot = [m for m in lucas.desk.messages() if m.get("bot_id") and m.get("thread_ts") == root["ts"]]
    assert [m["ts"] for m in bot] == [card["ts"]]


def test_an_answer_in_words_is_judged_and_the_judgement_changed(workplace: Workplace, lucas: Colleague):
    """Where whoever looks after the bot finds it, with what Lucas had said."""
    answer = lucas.answer("hello")
    thumbs = answer["blocks"][-1]["elements"][0]
    for side in ("negative_button", "positive_button"):
        assert lucas.desk.click("feedback", answer, thumbs[side]["value"]) == "acknowledged"
    engine = workplace.bot.desk.store.engine  # type: ignore[attr-defined]
    lucas.answer("hello again")  # what is said next is handled after the clicks
    found = opinion(engine, 10)
    assert (found.good, found.bad) == (1, 0)
    assert found.latest[0].asked == "hello"
