"""What a card tells before anything is decided: days with their weekdays, totals, and whatever is odd, by name."""

from __future__ import annotations

import re

import pytest

from bot.domain.card import Verb
from bot.platforms.slack.blocks import layout
from sandbox.limits import check_message
from tests.fakes import calls
from tests.unit.platforms.test_slack_limits import texts_in


def add(dates, project="apollo", **more):
    """A call that puts a project on days."""
    return ("add_activities", {"project": project, "dates": dates, **more})


def card(office, words, *wanted):
    """The card that these words lead to."""
    office.say(words, calls(*wanted))
    return office.cards[-1]


def read(picture):
    """Everything that stands on it in Slack, which takes it."""
    painted = layout(picture)
    assert check_message({"text": painted.text, "blocks": painted.blocks}) == []
    return "\n".join(texts_in(painted.blocks)).replace("\u00a0", " ")


def test_every_day_that_changes_stands_with_weekday_and_date_before_and_after(office):
    """Also on a day that has something already, with the total that it comes to."""
    office.fill("2026-11-17", 50, "ZEP")
    shown = read(card(office, "apollo mon to wed half days", add("mon to wed", percent="half days")))
    assert "Mon 16 – Wed 18 Nov" in shown
    rows = [re.split(r"\s{2,}", line.strip()) for line in shown.split("\n")]
    assert ["Mon 16 Nov", "Tue 17 Nov", "Wed 18 Nov"] in rows
    assert ["before", "–", "Zephyr 50", "–"] in rows
    assert ["after", "Apollo 50", "Apollo 50", "Apollo 50"] in rows
    assert ["Zephyr 50"] in rows
    assert ["total", "50 %", "100 %", "50 %"] in rows


@pytest.mark.parametrize(
    ("words", "wanted", "total"),
    [
        ("apollo mon to thu", [add("mon to thu")], ""),
        ("apollo mon to thu half days", [add("mon to thu", percent="half days")], "In all: 2 days added."),
        ("apollo monday and zephyr tuesday", [add("monday"), add("tuesday", "zephyr")], "In all: 2 days added."),
        ("delete monday", [("delete_entries", {"dates": "monday"})], "In all: 0.75 days taken off."),
        (
            "delete monday, zephyr monday",
            [("delete_entries", {"dates": "monday"}), add("monday", "zephyr")],
            "In all: 1 day added, 0.75 days taken off.",
        ),
    ],
    ids=str,
)
def test_what_the_lines_come_to_is_added_up(office, words, wanted, total):
    """Days of work, not days of the calendar: four half days are two. A single line of whole days says it itself."""
    office.fill("2026-11-16", 75)
    found = card(office, words, *wanted)
    assert found.total == total
    assert total in read(found)


def test_decided_lines_are_in_no_total(office):
    """It is about what would still be written."""
    found = card(office, "apollo monday and zephyr tuesday", add("monday"), add("tuesday", "zephyr"))
    office.click("decline", office.pending[0])
    assert found.total == "In all: 2 days added."
    assert office.cards[-1].total == ""


def test_a_day_over_100_percent_is_marked_and_named_and_cannot_be_approved(office):
    """The day, how much it would have and why that is too much; it can only be edited."""
    office.fill("2026-11-17", 50, "ZEP")
    found = card(office, "apollo mon to wed", add("mon to wed"))
    shown = read(found)
    assert "Tue 17 Nov would have 150 %, and a day has 100 %. Edit this line, or write “forget it”." in shown
    assert "over 100 %" in shown
    assert "150 %" in shown.split("total")[1].split("\n")[0]
    assert found.lines[0].verbs == (Verb.EDIT,), "what is refused offers only Edit"


def test_a_week_of_a_submitted_month_says_why_and_cannot_be_approved(office):
    """Which month, and what to do first."""
    office.say("submit october", calls(("submit_report", {"month": "october"})))
    office.click("approve", office.pending[0])
    found = card(office, "apollo 12 to 16 october", add("12 to 16 october"))
    assert "October 2026 is submitted. Take it back first to change it." in read(found)
    assert found.lines[0].verbs == (Verb.EDIT,), "what is refused offers only Edit"


@pytest.mark.parametrize(
    ("dates", "sentences"),
    [
        ("wednesday 11 november", ["Wed 11 Nov is a public holiday."]),
        ("saturday", ["Sat 21 Nov is a weekend day."]),
        ("saturday and sunday", ["Sat 21 – Sun 22 Nov are weekend days."]),
        ("9 to 13 november", ["Wed 11 Nov is a public holiday and is left out."]),
        ("9 to 11 november", ["Wed 11 Nov is a public holiday and is left out."]),
        ("1 to 8 may", ["Fri 1 May, Fri 8 May are public holidays and are left out."]),
        ("16 to 20 november", []),
        ("every friday in november", []),
    ],
)
def test_weekends_and_holidays_are_named(office, dates, sentences):
    """One that was named is on the card with a warning; one that a range passes over is named as left out."""
    found = card(office, f"apollo {dates}", add(dates))
    assert list(found.lines[0].warnings) == sentences


def test_a_copy_names_the_holidays_that_it_leaves_out(office):
    """As it names the days that are filled."""
    office.fill("2026-11-02", 100)
    copy = ("copy_entries", {"source": "2 november", "dates": "9-13 november"})
    found = card(office, "copy 2 november to 9-13 november", copy)
    assert "Wed 11 Nov is a public holiday and is left out." in found.lines[0].warnings


def test_a_month_of_31_days_is_one_card_that_slack_takes(office):
    """Chosen day by day in the form, weekends too: every day stands in the table, is written, and is taken back."""
    office.fill("2026-12-05", 75)
    before = office.entries()
    card(
        office, "apollo half days from 1 december to 31 december", add("1 december to 31 december", percent="half days")
    )
    (proposal,) = office.pending
    days = ",".join(f"2026-12-{day:02d}" for day in range(1, 32))
    office.click("edit", proposal, values={"dates": days})
    found = office.cards[-1]
    assert len(found.days) == 31
    shown = read(found)
    assert [day.label for day in found.days if day.label not in shown] == []
    assert "In all: 15.5 days added." in shown
    assert "Sat 5 Dec would have 125 %, and a day has 100 %." in shown
    assert "Fri 25 Dec is a public holiday." in shown
    weekends = "Sat 5 – Sun 6 Dec, Sat 12 – Sun 13 Dec, Sat 19 – Sun 20 Dec, Sat 26 – Sun 27 Dec are weekend days."
    assert weekends in shown
    assert "Changed as you asked. Look at it once more: nothing was written yet." in shown
    office.click("edit", office.now(proposal), values={"percent": "25"})
    assert len(office.entries()) == 32
    assert "Written. Approved by Ana Silva" in read(office.cards[-1])
    office.click("undo", office.now(proposal))
    assert office.entries() == before
