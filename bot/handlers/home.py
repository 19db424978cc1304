"""The home page: the month, what waits, what one click proposes; for administrators, who has not handed in."""

from __future__ import annotations

from collections.abc import Sequence

import structlog

from bot.domain.conversation import Outgoing, Person, Said
from bot.domain.home import WaitingCard
from bot.domain.proposal import Proposal, ProposalState
from bot.domain.timesheet import Month
from bot.errors import TallyError
from bot.handlers.asking import who
from bot.handlers.cards import moment
from bot.handlers.desk import Desk, new_id, text_message, zone_of
from bot.handlers.one_click import offers_for
from bot.handlers.overview import late_months
from bot.handlers.preferring import summary
from bot.handlers.reports import report_picture
from bot.ports import Effects, Home, InboxEvent
from bot.tools import wording
from bot.words import say

log = structlog.get_logger(__name__)
CARDS_SHOWN = 6
LINES_NAMED = 2  # of each card


def home_of(person: Person, month: Month | None, desk: Desk) -> Home:
    """A person's home page. `person` as the handlers see them (`Desk.person`)."""
    employee = desk.ledger.employee(person.email) if person.email else None
    if employee is None:
        unknown = say("home-unknown", email=person.email) if person.email else say("home-without-email")
        return Home(person, unknown, None)
    today = desk.today(person)
    shown = month or Month.of(today)
    pending = desk.store.proposals(owner=employee.email, states=(ProposalState.PENDING,))
    return Home(
        person,
        say("greeting", name=employee.name),
        report_picture(employee, shown, today, desk),
        len({p.card_id for p in pending}),
        today=today,
        painted=new_id(),
        waiting=_waiting(pending, person, desk),
        offers=offers_for(employee, shown, today, pending, desk),
        late=late_months(employee, shown, today, desk),
        preferences=summary(desk.preferences(employee.email), person, employee, desk),
    )


def _waiting(pending: Sequence[Proposal], person: Person, desk: Desk) -> tuple[WaitingCard, ...]:
    """The newest cards, oldest of them first."""
    cards: dict[str, list[Proposal]] = {}
    for proposal in pending:  # by creation and line, as the store gives them
        cards.setdefault(proposal.card_id, []).append(proposal)
    return tuple(_card(lines, person, desk) for lines in list(cards.values())[-CARDS_SHOWN:])


def _card(lines: Sequence[Proposal], person: Person, desk: Desk) -> WaitingCard:
    named = [" · ".join(filter(None, [p.title, p.amount, wording.days(p.change.days)])) for p in lines[:LINES_NAMED]]
    some, more = "; ".join(named), len(lines) - LINES_NAMED
    title = say("home-card-more", some=some, more=more) if more > 0 else some
    since = say("home-card-since", when=moment(min(p.created_at for p in lines), zone_of(person)))
    return WaitingCard(lines[0].card_id, title, since, _is_here(lines[0], desk))


def _is_here(proposal: Proposal, desk: Desk) -> bool:
    """False for what was proposed on a platform that this process does not talk to: it cannot be painted here."""
    return desk.store.conversation_by_id(proposal.conversation_id).platform in desk.platforms


def handle_home(event: InboxEvent, desk: Desk) -> bool:
    """Paint a person's home page."""
    month = Month.parse(event.payload["month"]) if event.payload.get("month") else None
    person = desk.person(event.platform, event.person_id)
    desk.platforms[event.platform].publish_home(home_of(person, month, desk))
    return desk.store.commit(Effects(), completes=event.id)


def handle_show_card(event: InboxEvent, desk: Desk) -> bool:
    """Show a card that waits once more, where it is seen: below everything else. Twice from one page is once."""
    conversation, employee, effects = who(event, desk)
    card_id = str(event.payload["card_id"])
    waiting = desk.store.proposals(card_id=card_id, states=(ProposalState.PENDING,)) if employee else ()
    if employee is not None and [p for p in waiting if p.owner == employee.email and _is_here(p, desk)]:
        message_id = f"{card_id}-{event.payload.get('painted') or event.id}"
        again = Outgoing(message_id, conversation.id, Said.CARD, {"card_id": card_id})
        effects = Effects(outgoing=(again,))
    elif employee is not None:
        effects = Effects(outgoing=(text_message(conversation, say("home-card-decided")),))
    return committed(effects, event, desk)


def committed(effects: Effects, event: InboxEvent, desk: Desk) -> bool:
    """Commit what a click comes to; where it was made on the home page, that shows what is true now."""
    done = desk.store.commit(effects, completes=event.id)
    if done and event.payload.get("on_home"):
        paint_home(event, desk)
    return done


def paint_home(event: InboxEvent, desk: Desk) -> None:
    """Paint the page anew on which something was clicked. It is painted when it is opened, too: a courtesy here."""
    try:
        month = Month.parse(str(event.payload["month"])) if event.payload.get("month") else None
        desk = desk.for_one_event()  # what was clicked may be what the person prefers
        person = desk.person(event.platform, event.person_id)
        desk.platforms[event.platform].publish_home(home_of(person, month, desk))
    except TallyError as error:
        log.warning("the home page is not painted anew", error=str(error))
