"""What stands on the home page below the month."""

from __future__ import annotations

from typing import Any

from bot.domain.home import LateMonth, LatePerson, WaitingCard
from bot.platforms.slack.blocks.elements import (
    Block,
    actions,
    button,
    context,
    header,
    one_line,
    packed,
    paragraph,
    plain,
    words,
)
from bot.ports import Home
from bot.words import say

HOME_OFFER = "home_offer"  # an action id is this with the offer's number behind it
HOME_SHOW_CARD = "home_show_card"
HOME_NUDGE = "home_nudge"
HOME_NUDGE_ALL = "home_nudge_all"
HOME_RESET = "home_reset"
HOME_CONTEXT = "home_context"
HOME_PREFERENCES = "home_preferences"
HOME_FORGET = "home_forget"

MOST_CARDS, MOST_OFFERS, MOST_PEOPLE, MOST_MONTHS = 8, 8, 15, 2
LINE_ROOM = 300


def waiting_blocks(home: Home) -> list[Block]:
    """What waits, since when, and a button that shows the card again; or that nothing does."""
    if not home.cards_waiting:
        return [paragraph(words(say("home-nothing-waits")))]
    shown = home.waiting[-MOST_CARDS:]
    blocks = [header(say("home-waiting")), paragraph(words(say("cards-waiting", count=home.cards_waiting)))]
    blocks += [_waiting(card, home) for card in shown]
    older = home.cards_waiting - len(shown)
    return [*blocks, *([context(say("home-waiting-more", count=older))] if shown and older > 0 else [])]


def _waiting(card: WaitingCard, home: Home) -> Block:
    remark = card.since if card.is_here else f"{card.since}. {say('home-card-elsewhere')}"
    block = _line(f"{one_line(card.title, LINE_ROOM)}\n{one_line(remark, LINE_ROOM)}")
    if not card.is_here:
        return block
    value = {"card": card.card_id[:200], "painted": home.painted[:200]}
    return block | {"accessory": _labelled(button(say("home-show-card"), HOME_SHOW_CARD, packed(value)), card.title)}


def offer_blocks(home: Home) -> list[Block]:
    """Cards at one click, where something is missing that one could make."""
    offers = home.offers[:MOST_OFFERS]
    if not offers:
        return []
    row = [
        button(offer.label, f"{HOME_OFFER}_{n}", packed({"kind": offer.kind.value, "about": offer.about[:40]}))
        for n, offer in enumerate(offers)
    ]
    return [header(say("offers-title")), actions(*row), context(say("offers-how"))]


def late_blocks(home: Home) -> list[Block]:
    """For administrators: who has not handed in, a button to nudge each, and one for all."""
    return [block for late in home.late[:MOST_MONTHS] for block in _late(late)]


def _late(late: LateMonth) -> list[Block]:
    people = late.people[:MOST_PEOPLE]
    blocks = [header(late.title), *(_late_person(person, late) for person in people)]
    if not late.count:
        return [*blocks, paragraph(words(say("late-nobody")))]
    more = late.count - len(people)
    blocks += [context(say("late-more", count=more))] if more > 0 else []
    if late.nudgeable < 2:
        return blocks
    label, asked = say("nudge-all", count=late.nudgeable), say("nudge-all-title", count=late.nudgeable)
    nudge = button(label, HOME_NUDGE_ALL, packed({"about": late.month}))
    return [*blocks, actions(nudge | _confirm(asked, say("nudge-all-text"), say("nudge-all-yes")))]


def _late_person(person: LatePerson, late: LateMonth) -> Block:
    block = _line(say("late-person", name=one_line(person.name, 100), standing=one_line(person.standing, 100)))
    if not person.nudgeable:
        return block
    value = packed({"about": late.month, "email": person.email})
    if len(value) > 2_000:  # a value that was cut would name somebody else, or nobody
        return block
    return block | {"accessory": _labelled(button(say("nudge"), HOME_NUDGE, value), person.name)}


def settings_blocks(home: Home) -> list[Block]:
    """What is set, the form for it, and what is about the conversation: starting over, its context, forgetting it."""
    about = packed({"about": "conversation"})
    forget = button(say("forget"), HOME_FORGET, about, style="danger")
    row = actions(
        button(say("preferences"), HOME_PREFERENCES, about),
        button(say("home-reset"), HOME_RESET, about),
        button(say("home-context"), HOME_CONTEXT, about),
        forget | _confirm(say("forget-title"), say("forget-text"), say("forget-yes"), style="danger"),
    )
    summary = one_line(home.preferences, LINE_ROOM)
    now = [paragraph(words(say("preferences-now", summary=summary)))] if home.preferences.strip() else []
    return [{"type": "divider"}, *now, row]


def _labelled(made: Block, about: str) -> Block:
    """A button that reads aloud what it is about: several say the same."""
    return made | {"accessibility_label": one_line(f"{made['text']['text']}: {about}", 75)}


def _line(text: str) -> Block:
    return {"type": "section", "text": plain(text, 1_000)}


def _confirm(title: str, text: str, yes: str, *, style: str = "") -> dict[str, Any]:
    """A dialog before a click counts."""
    dialog = {
        "title": plain(title, 100),
        "text": plain(text, 300),
        "confirm": plain(yes, 30),
        "deny": plain(say("cancel"), 30),
    }
    return {"confirm": dialog | ({"style": style} if style else {})}
