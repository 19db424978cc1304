"""Show context: exactly what the model sees, and only to whose conversation it is."""

from __future__ import annotations

from bot.handlers.context import MOST_PIECES, PIECE, as_text, pieces
from bot.ports import ModelReply
from tests.fakes import calls


def shown(office) -> str:
    """Everything literal that was posted, in order."""
    return "".join(picture.text for picture in office.texts if picture.literal)


def talk(office) -> None:
    """A decided line, a line that waits, small talk and a cut."""
    office.say("apollo monday", calls(("add_activities", {"project": "apollo", "dates": "monday"})))
    office.click("approve", office.pending[0])
    half = {"project": "zephyr", "dates": "tuesday", "percent": "half"}
    office.say("zephyr half of tuesday <@U1> & *bold*", calls(("add_activities", half)))
    office.model.comfortable = 10
    for number in range(6):
        office.say(f"hello {number}", ModelReply(f"Hello `{number}` <!channel>"))


def test_it_is_to_the_letter_what_the_next_prompt_is(office):
    """Condensed turns, the line that waits and all: the next prompt without its new message."""
    talk(office)
    office.happen(office.event("context", "U-ANA"))
    office.say("and now?", ModelReply("Now this."))
    assert shown(office) == as_text(office.model.prompts[-1][:-1])
    assert "# Earlier\nwritten: Apollo (APO) 100 % Mon 16 Nov" in shown(office)
    assert "pending 1\nZephyr (ZEP) 50 %" in shown(office)


def test_the_size_the_budget_and_the_tools_are_said(office):
    """How full it is, from when on it is condensed, what does not fit at all, and what the model may call."""
    office.model.comfortable = 12
    office.say("hello", ModelReply("Hello!"))
    office.happen(office.event("context", "U-ANA"))
    introduction = next(t.text for t in office.texts if "next message" in t.text)
    assert "4 tokens" in introduction
    assert "Above 12 " in introduction
    assert "more than 1,000" in introduction
    assert "add_activities, " in introduction


def test_looking_changes_nothing(office):
    """The model is not asked, and the conversation goes on where it was."""
    talk(office)
    before = office.store.conversation_at("fake", "D-U-ANA"), len(office.model.prompts)
    office.happen(office.event("context", "U-ANA"))
    assert (office.store.conversation_at("fake", "D-U-ANA"), len(office.model.prompts)) == before


def test_nobody_is_shown_somebody_elses_context(office):
    """An event of Ben in Ana's lane shows nothing, neither to him nor there."""
    office.say("my secret is apollo", ModelReply("I see."))
    seen = len(office.platform.posted)
    event = office.event("context", "U-BEN")
    office.happen(type(event)(**{**vars(event), "lane": "D-U-ANA"}))
    assert len(office.platform.posted) == seen
    office.happen(office.event("context", "U-BEN"))
    assert "secret" not in shown(office)


def test_a_new_person_is_shown_what_would_be_said_first(office):
    """Before anything was said there are the instructions, the person and the date."""
    office.happen(office.event("context", "U-ANA"))
    office.say("hello", ModelReply("Hello!"))
    assert shown(office) == as_text(office.model.prompts[-1][:-1])
    assert "Ana Silva" in shown(office)


def test_somebody_whom_the_ledger_does_not_know_is_told_so(office):
    """There is no prompt for them."""
    office.happen(office.event("context", "U-NOBODY"))
    assert "I do not know you yet" in office.texts[-1].text
    assert shown(office) == ""


def test_what_was_started_over_is_not_shown(office):
    """It shows what the model sees, not what is kept."""
    office.say("my secret is apollo", ModelReply("I see."))
    office.say("reset")
    office.happen(office.event("context", "U-ANA"))
    assert "secret" not in shown(office)


def test_a_very_long_context_shows_its_ends_and_what_is_missing():
    """A large model's context would be hundreds of messages."""
    text = "".join(chr(0x4E00 + n) for n in range(3 * PIECE)) * 10
    made = pieces(text)
    assert len(made) == MOST_PIECES + 1
    assert "".join(made[:10]) == text[: 10 * PIECE]
    assert "".join(made[11:]) == text[-10 * PIECE :]
    assert "28,000 characters are left out" in made[10]
    assert "".join(pieces(text[: 5 * PIECE + 7])) == text[: 5 * PIECE + 7]
