"""`tally chat` end to end: the program as a process, the built-in model, and the ledger's word on what was written."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from bot.ledgers.sample import DOMAIN
from bot.platforms.console.terminal import CLEAR_LINE
from tests.scenarios.terminal import Desk
from tests.scenarios.workplace import PATIENCE

AMINA = f"amina.haddad@{DOMAIN}"
KEYS = "a approve   e edit   d decline"
WAITS = "This card waits for your decision:"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The company, with nothing reported."""
    return Desk(tmp_path)


def what(entries: list[tuple[date, str, int]]) -> list[tuple[str, int]]:
    """The entries without their days, which depend on today."""
    return [(subject, percent) for _, subject, percent in entries]


def test_what_is_approved_is_written_once(desk: Desk) -> None:
    """Say it, see the card, press a; a second a finds nothing to decide. Nothing stands there before."""
    with desk.chat() as lucas:
        lucas.says("apollo monday", KEYS)
        assert desk.entries() == []
        lucas.says("a", "Written. Approved by Lucas Moreau")
        lucas.says("a", "There is no card to decide.")
        assert "\x1b" not in lucas.ends()
    [(day, subject, percent)] = desk.entries()
    assert (day.strftime("%A"), subject, percent) == ("Monday", "APO", 100)


def test_two_keys_typed_ahead_write_once(desk: Desk) -> None:
    """The second key meets the card as it is after the first one."""
    with desk.chat() as lucas:
        lucas.type("apollo today\na\na\n/quit")
        lucas.reads("Until next time.")
    assert what(desk.entries()) == [("APO", 100)]


def test_lines_are_decided_one_by_one_or_all_at_once(desk: Desk) -> None:
    """A number names the line; a alone is asked back; A takes what is left."""
    with desk.chat() as lucas:
        lucas.says("apollo today morning, sick tomorrow, zephyr yesterday", "A approve all (3)")
        lucas.says("a", "Which line? a1 a2 a3")
        sick = re.search(r"(\d)  Sick leave", lucas.printed)
        assert sick is not None
        lucas.says(f"d{sick[1]}", "Why? (Enter for no reason)")
        lucas.says("not sick after all", "Declined by Lucas Moreau")
        lucas.says("A", "Written. Approved by Lucas Moreau")
        printed = lucas.ends()
    assert "not sick after all" in printed
    assert sorted(what(desk.entries())) == [("APO", 50), ("ZEP", 100)]


def test_an_edit_shows_how_a_phrase_is_read_before_it_counts(desk: Desk) -> None:
    """Fields are asked one by one with what stands in them; a mistake is told under its field; a alone writes."""
    with desk.chat() as lucas:
        lucas.says("apollo today", KEYS)
        lucas.says("e", "Project [Apollo (APO)]")
        lucas.says("zephyr (zep)", "Days [")
        lucas.says("whenever", "How much of each day [100 %]")
        lucas.says("50", "Days: ")
        lucas.says("tomorrow", "“tomorrow” means")
        lucas.reads("Project: Zephyr (ZEP)")
        lucas.reads("Save and approve?")
        assert desk.entries() == []
        lucas.says("a", "Written. Approved by Lucas Moreau")
        lucas.ends()
    assert what(desk.entries()) == [("ZEP", 50)]


def test_a_form_that_is_left_changes_nothing(desk: Desk) -> None:
    """The card waits as before."""
    with desk.chat() as lucas:
        lucas.says("apollo today", KEYS)
        lucas.says("e", "Project [Apollo (APO)]")
        lucas.says("/cancel", "The card stays as it was.")
        lucas.says("a", "Written.")
    assert what(desk.entries()) == [("APO", 100)]


def test_after_a_pulled_plug_the_card_still_waits(desk: Desk) -> None:
    """kill -9 while the card is open: the next session shows it and its key writes it."""
    with desk.chat() as lucas:
        lucas.says("apollo today", KEYS)
        lucas.pull_the_plug()
    with desk.chat() as lucas:
        lucas.reads(KEYS)
        lucas.says("a", "Written. Approved by Lucas Moreau")
        printed = lucas.ends()
    assert WAITS in printed
    assert "1 card waits for your decision." in printed
    assert printed.count("You said:") == 1
    assert what(desk.entries()) == [("APO", 100)]


def test_a_plug_pulled_right_after_the_key_never_writes_twice(desk: Desk) -> None:
    """Wherever the kill came between the key and its effect: in the end the entry stands exactly once."""
    with desk.chat() as lucas:
        lucas.says("apollo today", KEYS)
        lucas.type("a")
        lucas.pull_the_plug()
    with desk.chat() as lucas:
        lucas.says("a", "\n> a")
        lucas.ends()
    assert what(desk.entries()) == [("APO", 100)]


def test_a_card_is_its_owners(desk: Desk) -> None:
    """Whoever sits down next sees nothing of it, and their key decides nothing; its owner finds it again."""
    with desk.chat() as lucas:
        lucas.says("apollo today", KEYS)
        lucas.ends()
    with desk.chat(who=AMINA) as amina:
        amina.says("a", "There is no card to decide.")
        assert WAITS not in amina.ends()
    assert desk.entries() == []
    assert desk.entries(AMINA) == []
    with desk.chat() as lucas:
        lucas.reads(WAITS)
        lucas.says("a", "Written. Approved by Lucas Moreau")
    assert what(desk.entries()) == [("APO", 100)]


def test_the_month_can_be_shown_and_handed_in(desk: Desk) -> None:
    """The commands lead to what the buttons of a reminder lead to."""
    with desk.chat() as lucas:
        lucas.says("/report 2026-10", "October 2026")
        lucas.says("/submit 2026-10", "October 2026")
        lucas.says("/report sometime", "I do not know the month “sometime”")
        lucas.says("/dance", "There is no /dance.")
        lucas.says("/help", "/report")
        lucas.ends()


def test_a_conversation_can_be_looked_into_and_started_over(desk: Desk) -> None:
    """/context shows what the model sees, /reset drops what waits and forgets what was said."""
    with desk.chat() as lucas:
        lucas.says("apollo today", KEYS)
        lucas.says("/context", "apollo today")
        lucas.says("/reset", "↪ 1  Apollo (APO)")
        lucas.says("a", "There is no card to decide.")
        lucas.ends()
    assert desk.entries() == []


def test_at_a_terminal_there_are_colours_and_a_status(desk: Desk) -> None:
    """The same conversation, with what passes taken away by what stays; Ctrl+D ends it."""
    with desk.at_terminal() as lucas:
        lucas.reads("> ")
        lucas.says("apollo today", "Tally is reading your message…")
        lucas.reads(CLEAR_LINE)
        lucas.reads("\x1b[1mApollo (APO)\x1b[0m")
        lucas.reads("> ")
        lucas.type("\x04", end="")
        lucas.reads("Until next time.")
        assert lucas.process.wait(PATIENCE) == 0
    assert desk.entries() == []


def test_a_newcomer_is_told_how_to_begin(tmp_path: Path) -> None:
    """An empty database: one sentence with both ways in, and no stack trace."""
    desk = Desk(tmp_path)
    (tmp_path / "tally.db").unlink()
    with desk.chat(who="") as somebody:
        somebody.reads("tally chat --demo")
        assert somebody.process.wait(30) == 1
        assert "Traceback" not in somebody.printed


def test_whoever_does_not_say_who_they_are_is_asked(desk: Desk) -> None:
    """The company is listed; a number, a name or an address answers."""
    with desk.chat(who="") as somebody:
        somebody.reads("Lucas Moreau")
        somebody.says("amina", "Hello Amina")
        somebody.ends()
