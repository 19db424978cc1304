"""What stands on a person's home page besides the month: what waits, what one click proposes, who has not handed in.

Plain values that a platform lays out; every sentence in them is made by code, in the person's language.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OneClick(StrEnum):
    """What a click on an offer proposes; also the kind of its event."""

    COPY_WEEK = "copy_week"
    FILL_MONTH = "fill_month"


@dataclass(frozen=True)
class Offer:
    """A card at one click. `about` is the week's Monday or the month, `label` what the button says."""

    kind: OneClick
    about: str
    label: str


@dataclass(frozen=True)
class WaitingCard:
    """A card that waits: what it would write and since when. `is_here` when it can be shown again on this platform."""

    card_id: str
    title: str
    since: str
    is_here: bool = True


@dataclass(frozen=True)
class LatePerson:
    """Somebody who has not handed in: who, and how far they are. `nudgeable` when there is something to do for them."""

    email: str
    name: str
    standing: str
    nudgeable: bool


@dataclass(frozen=True)
class LateMonth:
    """Who has not handed in a month, the first ones by name; for administrators.

    `count` is of all of them, `nudgeable` of those who can be nudged.
    """

    month: str
    title: str
    people: tuple[LatePerson, ...]
    count: int
    nudgeable: int
