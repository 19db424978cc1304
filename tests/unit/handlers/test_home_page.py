"""The home page: what it shows of the month, what waits, and cards at one click that write nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.domain.home import OneClick
from bot.domain.preferences import Preferences
from bot.domain.proposal import Change, ProposalState
from bot.domain.timesheet import Month, ReportState
from bot.errors import PlatformError
from bot.ports import Effects, Write
from tests.fakes import calls
from tests.unit.handlers.conftest import ANA

NOVEMBER = Month(2026, 11)
MONDAY = calls(("add_activities", {"project": "apollo", "dates": "monday"}))
LAST_WEEK = ("2026-11-09", "2026-11-10", "2026-11-12", "2026-11-13")  # the 11th is a holiday in France


def home(office, month="2026-11"):
    office.happen(office.event("home", "U-ANA", month=month))
    return office.platform.homes[-1]


def last_week(office):
    for day in LAST_WEEK:
        office.fill(day, 100)


def submitted(office):
    office.ledger.apply([Write("w", Change(ANA, month=NOVEMBER, report_state=ReportState.SUBMITTED))])


def click_offer(office, offer, **more):
    about = {"week": offer.about} if offer.kind is OneClick.COPY_WEEK else {}
    office.happen(office.event(offer.kind.value, "U-ANA", month="2026-11", on_home=True, **about, **more))


def test_a_week_with_missing_days_is_offered_like_the_week_before(office):
    """Only days up to today with something on their weekday a week before: no Wednesday, that was a holiday."""
    last_week(office)
    offers = [o for o in home(office).offers if o.kind is OneClick.COPY_WEEK]
    assert [(o.about, o.label) for o in offers] == [
        ("2026-11-16", "Same as the week before: Mon 16 – Tue 17 Nov"),
    ]


def test_the_offered_week_is_a_card_and_nothing_is_written(office):
    """One click: a pending card, made by the tool; the page no longer offers those days, and lists what waits."""
    last_week(office)
    before = office.entries()
    click_offer(office, home(office).offers[0])
    (proposal,) = office.pending
    assert (proposal.tool, proposal.change.days) == ("copy_entries", (date(2026, 11, 16), date(2026, 11, 17)))
    assert office.entries() == before
    (card,) = office.cards
    assert card.words == "Same as the week before: Mon 16 – Tue 17 Nov"
    now = office.platform.homes[-1]
    assert [o.about for o in now.offers if o.kind is OneClick.COPY_WEEK] == []
    assert [(w.title, w.since) for w in now.waiting] == [
        ("Copy Mon 9 – Tue 10 Nov · 2 days · Mon 16 – Tue 17 Nov", "waits since Wed 18 Nov 09:00")
    ]
    office.click("approve", proposal)
    assert office.entries()[-2:] == [("2026-11-16", "APO", 100), ("2026-11-17", "APO", 100)]


@pytest.mark.parametrize("kind", OneClick)
def test_a_double_click_makes_one_card(office, kind):
    """The second click finds its days on a card, and says so."""
    last_week(office)
    (offer,) = [o for o in home(office).offers if o.kind is kind]
    click_offer(office, offer)
    click_offer(office, offer)
    assert len(office.pending) == 1
    assert len(office.cards) == 1
    assert office.texts[-1].text == "Those days wait on a card already. Approve or decline it first."


def test_a_click_on_a_page_of_yesterday_proposes_what_is_still_open(office):
    """The days are worked out at the click: one was filled meanwhile; when all are, there is no card."""
    last_week(office)
    (offer,) = [o for o in home(office).offers if o.kind is OneClick.COPY_WEEK]
    office.fill("2026-11-16", 50)
    click_offer(office, offer)
    assert [p.change.days for p in office.pending] == [(date(2026, 11, 17),)]
    office.click("decline", office.pending[0])
    office.fill("2026-11-17", 100)
    click_offer(office, offer)
    assert office.pending == []
    assert office.texts[-1].text == "Nothing is missing there any more, so there is no card to make."


def test_the_days_missing_are_offered_with_the_project_used_last(office):
    """The newest entry says which; days that lack a part are no whole days, and are left alone."""
    office.fill("2026-11-02", 100)
    office.fill("2026-11-03", 50, "ZEP")
    (offer,) = [o for o in home(office).offers if o.kind is OneClick.FILL_MONTH]
    assert offer.label == "Fill 10 missing days with Zephyr"
    click_offer(office, offer)
    (proposal,) = office.pending
    assert (proposal.tool, proposal.title, proposal.amount) == ("add_activities", "Zephyr (ZEP)", "100 %")
    assert len(proposal.change.days) == 10
    assert date(2026, 11, 3) not in proposal.change.days
    assert max(proposal.change.days) == date(2026, 11, 18)


def test_the_preferred_project_is_offered_instead(office):
    """As long as the person is on it; somebody else's is not."""
    office.fill("2026-11-02", 100)
    for code, offered in (("ZEP", "Zephyr"), ("ORI", "Apollo"), ("GONE", "Apollo")):
        office.store.commit(Effects(preferences=((ANA, Preferences(project=code)),)))
        labels = [o.label for o in home(office).offers if o.kind is OneClick.FILL_MONTH]
        assert labels == [f"Fill 11 missing days with {offered}"]


def test_without_a_project_to_offer_nothing_is_guessed(office):
    """Nothing was reported lately: no offer, and a click of an older page gets a sentence."""
    assert home(office).offers == ()
    office.happen(office.event("fill_month", "U-ANA", month="2026-11"))
    assert office.pending == []
    assert office.texts[-1].text.startswith("I do not know which project to offer")


def test_a_submitted_month_offers_nothing_and_can_be_taken_back(office):
    """Withdraw leads to a card, as Submit does; nothing changes before Approve."""
    last_week(office)
    submitted(office)
    shown = home(office)
    assert shown.offers == ()
    assert shown.report.can_withdraw
    assert not shown.report.can_submit
    office.happen(office.event("withdraw", "U-ANA", month="2026-11", on_home=True))
    (proposal,) = office.pending
    assert proposal.tool == "withdraw_report"
    assert office.ledger.report(ANA, NOVEMBER).state is ReportState.SUBMITTED
    office.click("approve", proposal)
    assert office.ledger.report(ANA, NOVEMBER).state is ReportState.OPEN


def test_an_open_month_cannot_be_taken_back(office):
    """A click on an old page is answered with a sentence."""
    assert not home(office).report.can_withdraw
    office.happen(office.event("withdraw", "U-ANA", month="2026-11"))
    assert office.pending == []
    assert office.texts[-1].text == "November 2026 is not submitted, so there is nothing to take back."


def test_a_card_that_waits_is_shown_again_once_a_page(office):
    """Below everything else; both pictures are the same card, and a decision shows on both."""
    office.say("apollo monday", MONDAY)
    (waiting,) = home(office).waiting
    click = {"card_id": waiting.card_id, "painted": office.platform.homes[-1].painted, "on_home": True}
    office.happen(office.event("show_card", "U-ANA", **click))
    office.happen(office.event("show_card", "U-ANA", **click))
    assert len(office.cards) == 2
    office.click("approve", office.pending[0])
    assert [card.lines[0].state for card in office.cards] == [ProposalState.APPLIED] * 2
    assert office.entries() == [("2026-11-16", "APO", 100)]


def test_a_card_that_is_decided_or_somebody_elses_is_not_shown_again(office):
    """Whoever clicks on an old page reads why."""
    office.say("apollo monday", MONDAY)
    card_id = office.pending[0].card_id
    office.happen(office.event("show_card", "U-BEN", card_id=card_id))
    assert office.texts[-1].text == "Nothing on that card waits any more."
    office.click("decline", office.pending[0])
    office.happen(office.event("show_card", "U-ANA", card_id=card_id))
    assert len(office.cards) == 1
    assert office.texts[-1].text == "Nothing on that card waits any more."


def test_a_card_of_another_platform_is_named_and_cannot_be_shown_here(office):
    """Somebody also sits at a console, which another process serves."""
    conversation = office.store.conversation("console", ANA, office.platform.people["U-ANA"], {"person": ANA})
    office.say("apollo monday", MONDAY)
    elsewhere = replace(office.pending[0], id="p2", card_id="c2", conversation_id=conversation.id)
    office.store.commit(Effects(proposals=(elsewhere,)))
    assert {w.card_id: w.is_here for w in home(office).waiting} == {office.pending[0].card_id: True, "c2": False}
    office.happen(office.event("show_card", "U-ANA", card_id="c2"))
    assert len(office.cards) == 1
    assert office.texts[-1].text == "Nothing on that card waits any more."


def test_many_waiting_cards_are_counted_and_the_newest_named(office):
    """A card of several lines names two and counts the rest."""
    both = calls(*(("add_activities", {"project": "apollo", "dates": day}) for day in ("monday", "tuesday", "friday")))
    office.say("apollo monday, tuesday, friday", both)
    for day in range(1, 9):
        office.say(f"zephyr on the {day}", calls(("add_activities", {"project": "zephyr", "dates": f"on the {day}"})))
    shown = home(office)
    assert shown.cards_waiting == len({p.card_id for p in office.pending}) > 6
    assert len(shown.waiting) == 6
    assert "Zephyr" in shown.waiting[-1].title


def test_a_stranger_gets_a_sentence_from_every_button(office):
    """Nobody outside the ledger proposes, forgets or is shown anything."""
    people = office.platform.people
    people["U-NEW"] = replace(people["U-ANA"], id="U-NEW", email="new@acme.example")
    wanted = {"copy_week": {"week": "2026-11-16", "month": "2026-11"}, "fill_month": {"month": "2026-11"}}
    wanted |= {"withdraw": {"month": "2026-11"}, "nudge": {"about": "2026-11"}, "show_card": {"card_id": "c"}}
    wanted |= {"preferences": {"values": {"language": "en"}}}
    for number, (kind, payload) in enumerate(wanted.items(), start=1):
        office.happen(office.event(kind, "U-NEW", **payload))
        assert [t.text.startswith("I do not know you yet") for t in office.texts] == [True] * number
    assert office.store.preferences("new@acme.example") == Preferences()


def test_a_page_that_cannot_be_painted_costs_nothing(office):
    """The card is there; the page is painted when it is opened."""
    last_week(office)
    offer = home(office).offers[0]

    def away(_):
        raise PlatformError("away")

    office.platform.publish_home = away
    click_offer(office, offer)
    assert len(office.pending) == 1
    assert len(office.cards) == 1


def test_the_page_keeps_the_month_that_it_shows(office):
    """A click on October's page paints October again."""
    office.fill("2026-10-05", 100)
    offer = home(office, "2026-10").offers[-1]
    office.happen(office.event(offer.kind.value, "U-ANA", month="2026-10", on_home=True))
    assert office.platform.homes[-1].report.month == "2026-10"


def test_handlers_ask_the_desk_who_somebody_is():
    """Only there the language and the time zone that a person prefers are known."""
    handlers = Path(__file__).parents[3] / "bot" / "handlers"
    asked = re.compile(r"(?<!desk)\.person\(")
    found = [path.name for path in sorted(handlers.glob("*.py")) if asked.search(path.read_text(encoding="utf-8"))]
    assert found == ["desk.py"]


def test_since_when_is_told_on_the_persons_own_clock(office):
    """Nine o'clock in London is ten in Paris."""
    office.platform.people["U-ANA"] = replace(office.platform.people["U-ANA"], time_zone="Europe/Paris")
    office.clock.time = datetime(2026, 11, 18, 9, 5, tzinfo=UTC)
    office.say("apollo monday", MONDAY)
    assert home(office).waiting[0].since == "waits since Wed 18 Nov 10:05"
