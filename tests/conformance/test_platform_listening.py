"""What every platform must do with what a person says and clicks: stored once, with who, where, and what was shown."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.month_sheet import FileKind
from bot.ports import ReminderPicture, TextPicture
from tests.conformance.seat import EMAIL, Seat
from tests.unit.platforms import slack_pictures as pictures
from tests.unit.platforms.conftest import DECIDED, READING

HELLO = TextPicture("Hello there")
ONE = replace(pictures.PENDING, lines=pictures.PENDING.lines[:1], approve_all=0)


def newest(seat: Seat, kind: str) -> dict[str, Any]:
    """What the newest event of a kind carries besides its address."""
    payload = dict(seat.assistant.newest(kind).payload)
    del payload["address"]
    return payload


def test_a_message_is_stored_with_who_and_where(seat: Seat) -> None:
    """The words as they were typed, the person, the conversation, and an address that can be answered."""
    seat.says("R&D <50%> mon to thu")
    event = seat.assistant.newest("message")
    assert event.payload["text"] == "R&D <50%> mon to thu"
    assert (event.platform, event.person_id) == (seat.platform.name, seat.me.id)
    assert event.lane == seat.platform.lane(event.payload["address"])
    assert seat.platform.post(event.payload["address"], "m1", HELLO)


def test_a_message_delivered_twice_is_one_event(seat: Seat) -> None:
    """It carries the same id both times."""
    seat.says("apollo monday", deliveries=2)
    seat.says("zephyr tuesday")
    with seat.assistant.told:
        seat.assistant.told.wait_for(lambda: len(seat.assistant.events) >= 2, 10)
    assert [event.payload["text"] for event in seat.assistant.events] == ["apollo monday", "zephyr tuesday"]


@pytest.mark.parametrize("line", [1, 2])
def test_approve_names_card_proposal_and_revision(seat: Seat, line: int) -> None:
    """As they stood on the card that was clicked; and who clicked is who sits there, whatever the card says."""
    seat.platform.post(seat.address, "m1", pictures.PENDING)
    seat.clicks("approve", line)
    decided = {"card_id": pictures.CARD_ID, "proposal_id": f"{line:032x}", "revision": 1}
    assert newest(seat, "decision") == {"verb": "approve", **decided}
    assert seat.assistant.newest("decision").person_id == seat.me.id


def test_approve_all_names_the_card_as_it_was_seen(seat: Seat) -> None:
    """No proposal is singled out; the revision is the card's."""
    seat.platform.post(seat.address, "m1", replace(pictures.PENDING, revision=7))
    seat.clicks("approve_all", 0)
    everything = {"verb": "approve_all", "card_id": pictures.CARD_ID, "proposal_id": "", "revision": 7}
    assert newest(seat, "decision") == everything


def test_a_click_carries_the_revision_that_was_shown_last(seat: Seat) -> None:
    """A card that was issued anew is decided as it stands now."""
    ref = seat.platform.post(seat.address, "m1", ONE)
    seat.platform.update(seat.address, ref, "m1", replace(ONE, lines=(replace(ONE.lines[0], revision=4),)))
    seat.clicks("approve", 1)
    assert newest(seat, "decision")["revision"] == 4


def test_two_clicks_are_two_events(seat: Seat) -> None:
    """Whether the second one changes anything is not the listener's business."""
    seat.platform.post(seat.address, "m1", ONE)
    seat.clicks("approve", 1)
    seat.clicks("approve", 1)
    assert len({event.id for event in seat.assistant.events if event.kind == "decision"}) == 2


def test_undo_names_what_is_taken_back(seat: Seat) -> None:
    """A line that is written, as it stood on the card that was clicked."""
    seat.platform.post(seat.address, "m1", pictures.WRITTEN)
    seat.clicks("undo", 1)
    decided = {"card_id": pictures.CARD_ID, "proposal_id": f"{1:032x}", "revision": 1}
    assert newest(seat, "decision") == {"verb": "undo", **decided}
    assert seat.assistant.newest("decision").person_id == seat.me.id


@pytest.mark.parametrize(
    ("line", "days"),
    [(1, ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"]), (2, ["2026-11-23"])],
    ids=["a week", "a day"],
)
def test_same_for_names_the_days_that_were_shown(seat: Seat, line: int, days: list[str]) -> None:
    """It is no decision: what is written stays, and the days on the button are what is asked for."""
    seat.platform.post(seat.address, "m1", pictures.WRITTEN)
    seat.clicks("same", line)
    asked = {"card_id": pictures.CARD_ID, "proposal_id": f"{line:032x}", "revision": 1, "days": days}
    assert newest(seat, "same") == asked
    assert [event for event in seat.assistant.events if event.kind == "decision"] == []


@pytest.mark.parametrize("reason", ["", "wrong project"])
def test_a_decline_may_say_why(seat: Seat, reason: str) -> None:
    """The reason may be left out."""
    seat.platform.post(seat.address, "m1", pictures.PENDING)
    seat.declines(2, reason)
    decided = {"card_id": pictures.CARD_ID, "proposal_id": f"{2:032x}", "revision": 1}
    assert newest(seat, "decision") == {"verb": "decline", **decided, "reason": reason}


def test_an_edit_is_a_decision_once_its_reading_was_shown(seat: Seat) -> None:
    """Errors first, then the reading of a phrase; only the submission of what was shown is stored."""
    seat.platform.post(seat.address, "m1", ONE)
    shown = seat.edits(1, ["never", "friday"])
    assert "I do not understand “never”." in shown
    assert READING in " ".join(shown.split())
    assert [event.payload["verb"] for event in seat.assistant.events if event.kind == "decision"] == ["edit"]
    values = {"project": "APO", "dates": "2026-11-20", "percent": "50", "note": ""}
    decided = {"card_id": pictures.CARD_ID, "proposal_id": f"{1:032x}", "revision": 1}
    assert newest(seat, "decision") == {"verb": "edit", **decided, "values": values}
    assert [notice for _, notice in seat.assistant.checked] == ["", "", READING]


def test_the_edit_of_something_decided_says_so(seat: Seat) -> None:
    """No form opens, nothing is stored, and the person sees why."""
    seat.platform.post(seat.address, "m1", replace(ONE, lines=(replace(ONE.lines[0], revision=9),)))
    assert DECIDED in seat.edits(1, [])
    assert [event for event in seat.assistant.events if event.kind == "decision"] == []


def test_a_choice_is_a_message(seat: Seat) -> None:
    """Taking an offered answer says it, word for word."""
    seat.platform.post(seat.address, "m1", TextPicture("Which one?", choices=("Apollo (APO)", "R&D <x>")))
    seat.chooses(2)
    assert seat.assistant.newest("message").payload["text"] == "R&D <x>"


@pytest.mark.parametrize("kind", ["report", "submit"])
def test_a_reminder_leads_to_its_month(seat: Seat, kind: str) -> None:
    """It can be shown, and handed in."""
    seat.platform.post(seat.address, "m1", ReminderPicture("November ends today.", "2026-11"))
    seat.asks_for_month(kind)
    assert newest(seat, kind) == {"month": "2026-11"}


@pytest.mark.parametrize("kind", FileKind)
def test_a_report_leads_to_its_month_as_a_file(seat: Seat, kind: FileKind) -> None:
    """Of every kind; whose month it is may be left out, which means one's own."""
    report = replace(pictures.MONTH, email=EMAIL, month="2026-11")
    seat.platform.post(seat.address, "m1", report)
    seat.asks_for_file(kind)
    asked = newest(seat, "export")
    assert {**asked, "email": EMAIL} == {"month": "2026-11", "file": kind, "email": EMAIL}


@pytest.mark.parametrize("verdict", ["good", "bad"])
def test_an_answer_is_judged_by_its_id(seat: Seat, verdict: str) -> None:
    """Whatever it is clicked or typed with; the person is thanked."""
    seat.platform.post(seat.address, "m1", TextPicture("You have 12 days on Apollo.", judged=True))
    seat.judges(verdict)
    event = seat.assistant.newest("feedback")
    assert (event.payload["message"], event.payload["verdict"], event.person_id) == ("m1", verdict, seat.me.id)
    assert "Thank you" in seat.reads()


def test_what_an_answer_was_made_from_is_shown(seat: Seat) -> None:
    """Below its words."""
    seat.platform.post(seat.address, "m1", TextPicture("Twelve days.", read="Read: the report of October 2026"))
    assert seat.reads().index("Twelve days.") < seat.reads().index("Read: the report of October 2026")
