"""The names that an address has in it are those of the new colleague."""

from __future__ import annotations

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.mending_addresses import with_names_of_addresses
from tests.unit.small_company import SITUATION, called, shown

ORLA = "add_employee name=Orla lastname=Quinn email=orla.quinn@acme.example"


@pytest.mark.parametrize(
    ("text", "call", "right"),
    [
        ("new hire starts monday, Orla Quinn, orla.quinn@acme.example, can you add her",
         called("add_employee", name="orla", lastname="starts", email="orla.quinn@acme.example"), ORLA),
        ("add Orla Quinn (orla.quinn@acme.example) please",
         called("add_employee", name="Orla Quinn", lastname="Orla", email="please"), ORLA),
        ("nouvelle collègue : Quinn Orla, orla.quinn@acme.example", called("add_employee", lastname="nouvelle"), ORLA),
        ("please onboard: Orla Quinn / orla.quinn@acme.example / admin like me",
         called("create_project", code="Orla", name="Quinn"), ORLA),
        ("ajoute Zoé Blanc, zoe.blanc@acme.example", called("add_employee", name="Zoé"),
         "add_employee name=Zoé lastname=Blanc email=zoe.blanc@acme.example"),
    ],
)  # fmt: skip
def test_both_names_stand_in_the_address(text: str, call: ToolCall, right: str) -> None:
    """Spelt as in the message, first name first, whatever a model made of it."""
    (made,) = with_names_of_addresses([call], text, SITUATION)
    assert sorted(shown([made])[0].split()) == sorted(right.split())


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("add Orla Quinn, oquinn@acme.example", called("add_employee", name="Orla", lastname="Quinn")),
        ("add Orla, orla.quinn@acme.example", called("add_employee", name="Orla")),
        ("add Orla Quinn, o.quinn@acme.example", called("add_employee", name="Orla", lastname="Quinn")),
        ("new project Lune for Orla Quinn (orla.quinn@acme.example)", called("create_project", name="Lune")),
        ("her address is orla.quinn@acme.example, Orla Quinn", called("add_employee", email="x", replaces="1")),
    ],
)
def test_anything_less_is_left_to_the_model(text: str, call: ToolCall) -> None:
    assert with_names_of_addresses([call], text, SITUATION) == [call]


def test_two_colleagues_keep_their_own_addresses() -> None:
    """By the address that was called, or in the order of the message."""
    text = "add Orla Quinn (orla.quinn@acme.example) and Zoé Blanc (zoe.blanc@acme.example)"
    for emails in (("zoe.blanc@acme.example", "orla.quinn@acme.example"), ("", "")):
        made = with_names_of_addresses([called("add_employee", email=email) for email in emails], text, SITUATION)
        names = [call.arguments["name"] for call in made]
        assert names == (["Zoé", "Orla"] if emails[0] else ["Orla", "Zoé"])


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("please add Orla Quinn, orla.quinn@acme.example, role admin so she can replace me", f"{ORLA} role=admin"),
        ("add Orla Quinn, orla.quinn@acme.example, not an administration person", ORLA),
    ],
)
def test_who_is_new_is_assigned_to_nothing(text: str, right: str) -> None:
    """A model took her name for a project, three times."""
    wrong = [called("assign_project", project="Orla Quinn", employee=who) for who in ("Orla", "orla", "role admin")]
    made = with_names_of_addresses(wrong, text, SITUATION)
    assert [sorted(line.split()) for line in shown(made)] == [sorted(right.split())]


@pytest.mark.parametrize(
    "text",
    ["put luca.berna@acme.example on vela", "project Vela gets Orla Quinn, orla.quinn@acme.example",
     "add Orla Quinn to gull"],
)  # fmt: skip
def test_who_is_known_or_put_on_a_project_is(text: str) -> None:
    call = called("assign_project", project="vela", employee="luca.berna@acme.example")
    assert with_names_of_addresses([call], text, SITUATION) == [call]


def test_an_address_that_was_cut_short_is_whole() -> None:
    call = called("add_employee", name="Orla", lastname="Quinn", email="orla.quinn@acme")
    (made,) = with_names_of_addresses([call], "add Orla Quinn, orla.quinn@acme.example", SITUATION)
    assert made.arguments["email"] == "orla.quinn@acme.example"


def test_without_a_call_nobody_is_new() -> None:
    assert with_names_of_addresses([], "add Orla Quinn, orla.quinn@acme.example, as an admin", SITUATION) == []
