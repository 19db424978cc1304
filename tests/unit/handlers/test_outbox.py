"""One message that cannot be shown keeps nobody waiting, and a card is never lost over it."""

from __future__ import annotations

from contextlib import contextmanager

import pytest

from bot.domain.card import Card, ReportPicture
from bot.errors import LedgerError, LedgerRefused, PlatformError
from bot.handlers.outbox import PATIENCE, send_some
from bot.ports import ModelReply, TextPicture
from tests.fakes import calls

MONDAY, TUESDAY = (
    ("add_activities", {"project": "apollo", "dates": day, "percent": "half day"}) for day in ("monday", "tuesday")
)


@pytest.fixture
def refused(office):
    """Makes every reading of the people fail with an error, as it does for every card and report; None heals it."""

    def fail(error):
        def employee(email):
            raise error

        vars(office.ledger).pop("employee", None)
        if error is not None:
            office.ledger.employee = employee

    return fail


@contextmanager
def nothing_sent(office):
    """What happens meanwhile is handled, and waits in the outbox."""
    office.platform.failing = PlatformError("away")
    yield
    office.platform.failing = None


def sent_until_quiet(office):
    """As many looks at the outbox as it has patience, and one more."""
    for _ in range(PATIENCE + 1):
        send_some(office.desk)


def report_then_text(office):
    """Two answers that were decided and not sent."""
    with nothing_sent(office):
        office.happen(office.event("report", "U-ANA", month="2026-11"))
        office.say("hello", ModelReply("Hello!"))


@pytest.mark.parametrize("error", [LedgerError("makes no sense"), LedgerRefused("no"), ValueError("a bug")])
def test_a_report_that_cannot_be_shown_is_apologized_for_and_the_next_answer_comes(office, refused, error):
    """Whether the ledger never answers sensibly, refuses, or the program has a fault: the conversation goes on."""
    report_then_text(office)
    refused(error)
    sent_until_quiet(office)
    apology, answer = office.texts
    assert apology.text.startswith("I could not show you what you asked for.")
    assert answer.text == "Hello!"
    refused(None)
    sent_until_quiet(office)
    assert office.texts == [apology, answer]


def test_a_ledger_that_is_away_for_a_moment_costs_no_apology(office, refused):
    """The report waits, and so does what was said after it: answers come in their order."""
    report_then_text(office)
    refused(LedgerError("away"))
    send_some(office.desk)
    assert office.platform.posted == {}
    refused(None)
    sent_until_quiet(office)
    assert [type(p) for p in office.platform.posted.values()] == [ReportPicture, TextPicture]


def test_a_platform_that_is_away_costs_no_apology(office):
    """Posting may fail as often as it likes: what was made is posted when the platform is back."""
    report_then_text(office)
    office.platform.failing = PlatformError("away")
    sent_until_quiet(office)
    office.platform.failing = None
    sent_until_quiet(office)
    assert [type(p) for p in office.platform.posted.values()] == [ReportPicture, TextPicture]


@pytest.mark.parametrize("error", [LedgerError("makes no sense"), LedgerRefused("no")])
def test_a_card_that_cannot_be_shown_comes_later_in_its_own_place(office, refused, error):
    """A sentence holds its place, the conversation goes on, and the card is painted as soon as it can be."""
    with nothing_sent(office):
        office.say("apollo monday half day", calls(MONDAY))
        office.say("hello", ModelReply("Hello!"))
    refused(error)
    sent_until_quiet(office)
    sent_until_quiet(office)
    stand_in, answer = office.texts
    assert stand_in.text.startswith("I cannot show you this card at the moment.")
    assert answer.text == "Hello!"
    assert office.platform.updates == []
    refused(None)
    sent_until_quiet(office)
    assert [type(p) for p in office.platform.posted.values()] == [Card, TextPicture]
    office.click("approve", office.pending[0])
    assert office.entries() == [("2026-11-16", "APO", 50)]


def test_a_card_that_cannot_be_painted_again_keeps_no_answer_waiting(office, refused):
    """It stands there already; what it shows stays until it can be painted."""
    office.say("apollo monday half day, apollo tuesday half day", calls(MONDAY, TUESDAY))
    (card,) = office.cards
    with nothing_sent(office):
        office.click("decline", office.pending[0])
        office.say("hello", ModelReply("Hello!"))
    refused(LedgerRefused("no"))
    sent_until_quiet(office)
    assert (office.cards, [t.text for t in office.texts]) == ([card], ["Hello!"])
    refused(None)
    sent_until_quiet(office)
    assert office.cards[0].lines[0].outcome is not None
