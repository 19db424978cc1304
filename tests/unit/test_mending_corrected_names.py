"""A new address of a new colleague who waits says which of their names is corrected."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Change, Proposal
from bot.tools.mending import mended
from bot.tools.mending_addresses import with_names_of_addresses
from tests.unit.small_company import ANA, SITUATION, WEDNESDAY, called

RIGHT = "orla.quinn@acme.example"


def hired(first: str, last: str, email: str) -> Proposal:
    """A waiting line for a new colleague."""
    now = datetime.combine(WEDNESDAY, datetime.min.time(), UTC)
    said = {"name": first, "lastname": last, "email": email}
    return Proposal(
        id="p1", conversation_id="c", card_id="k", line=1, owner=ANA.email, tool="add_employee", arguments=said,
        phrases=said, change=Change(ANA.email), before=(), created_at=now, expires_at=now,
    )  # fmt: skip


def named(call: ToolCall) -> tuple[object, ...]:
    return tuple(call.arguments.get(name) for name in ("name", "lastname", "email"))


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        (f"it's Quinn, so {RIGHT}", {"name": "Quinn", "lastname": "Quinn"}),
        (f"sorry, her last name is Quinn: {RIGHT}", {"lastname": "Quinn"}),
        (f"Quinn with two n! {RIGHT}", {"name": "Quinn"}),
        (f"c'est Quinn, donc {RIGHT}", {"name": "Quinn", "lastname": "Quinn"}),
        (f"{RIGHT}, c'est « Quinn » son nom", {"name": "nom", "lastname": "Quinn"}),
    ],
)
def test_the_last_name_is_corrected_and_the_first_one_stays(text: str, heard: dict[str, str]) -> None:
    """Whatever a model put into both."""
    situation = replace(SITUATION, pending=(hired("Orla", "Quin", "orla.quin@acme.example"),), said=(text,))
    (call,) = mended([called("add_employee", email=RIGHT, replaces="1", **heard)], text, situation)
    assert named(call) == ("Orla", "Quinn", RIGHT)


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        (f"it's Orla, so {RIGHT}", {"name": "Orla", "lastname": "Orla"}),
        (f"Orla without an h. {RIGHT}", {"lastname": "Orla"}),
        (f"son prénom c'est Orla, {RIGHT}", {"name": "Orla", "lastname": "Orla"}),
    ],
)
def test_the_first_name_is_corrected_and_the_last_one_stays(text: str, heard: dict[str, str]) -> None:
    situation = replace(SITUATION, pending=(hired("Orlah", "Quinn", "orlah.quinn@acme.example"),), said=(text,))
    (call,) = mended([called("add_employee", email=RIGHT, replaces="1", **heard)], text, situation)
    assert named(call) == ("Orla", "Quinn", RIGHT)


def test_accents_are_no_difference() -> None:
    text = "it's Blanc, so zoe.blanc@acme.example"
    situation = replace(SITUATION, pending=(hired("Zoé", "Blan", "zoe.blan@acme.example"),), said=(text,))
    heard = called("add_employee", name="Blanc", lastname="Blanc", email="zoe.blanc@acme.example", replaces="1")
    assert named(mended([heard], text, situation)[0]) == ("Zoé", "Blanc", "zoe.blanc@acme.example")


@pytest.mark.parametrize(
    ("line", "text", "heard"),
    [
        (("Orla", "Quinn"), f"her address is {RIGHT}, Orla Quinn", {"name": "Orla", "lastname": "Quinn"}),  # both stay
        (("Zoé", "Blanc"), f"no, Orla Quinn, {RIGHT}", {"name": "Orla", "lastname": "Quinn"}),  # somebody else
        (("Orla", "Quin"), f"her address is {RIGHT}", {"email": RIGHT}),  # the name is not said
        (("Orla", "Quin"), "it's Quinn, so oquinn@acme.example", {"lastname": "Quinn"}),
        (("Orla", "Quin"), "it's Quinn, so o.quinn@acme.example", {"lastname": "Quinn"}),
        (("Orla", "Quin"), "it's Quinn", {"name": "Quinn", "lastname": "Quinn"}),  # no address
        (("Orla", "Quin"), "Quinn-Roy: orla.quinn-roy@acme.example", {"name": "Orla", "lastname": "Quinn-Roy"}),
    ],
)
def test_what_the_address_does_not_tell_is_left_to_the_model(
    line: tuple[str, str], text: str, heard: dict[str, str]
) -> None:
    situation = replace(SITUATION, pending=(hired(*line, "x@acme.example"),), said=(text,))
    call = called("add_employee", replaces="1", **heard)
    assert with_names_of_addresses([call], text, situation) == [call]


@pytest.mark.parametrize(
    ("tool", "number"), [("add_employee", "2"), ("create_project", "1"), ("add_activities", "1"), ("add_employee", "x")]
)
def test_only_the_line_of_the_colleague_is_corrected(tool: str, number: str) -> None:
    text = f"it's Quinn, so {RIGHT}"
    situation = replace(SITUATION, pending=(hired("Orla", "Quin", "orla.quin@acme.example"),), said=(text,))
    beside = called(tool, name="Quinn", replaces=number)
    correction = called("add_employee", name="Quinn", replaces="1")
    mended_calls = with_names_of_addresses([beside, correction], text, situation)
    assert mended_calls[0] == beside
    assert named(mended_calls[1])[:2] == ("Orla", "Quinn")


def test_the_address_that_is_taken_back_is_not_the_new_one() -> None:
    text = f"not orla.quin@acme.example but {RIGHT}, it's Quinn"
    situation = replace(SITUATION, pending=(hired("Orla", "Quin", "orla.quin@acme.example"),), said=(text,))
    heard = called("add_employee", name="Quinn", lastname="Quinn", email=RIGHT, replaces="1")
    assert named(mended([heard], text, situation)[0]) == ("Orla", "Quinn", RIGHT)
