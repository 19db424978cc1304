"""A label says what of a new project or colleague on the card is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Change, Proposal
from bot.tools.mending import mended, unheard
from bot.tools.situation import Situation
from tests.unit.small_company import ANA, SITUATION, called, shown


def waiting(text: str, *lines: tuple[str, dict[str, str]]) -> Situation:
    """With lines that wait for an administrator, and the message as the newest words."""
    now = datetime(2026, 3, 11, 9, tzinfo=UTC)
    pending = tuple(
        Proposal(
            id=f"p{n}", conversation_id="c", card_id="k", line=n, owner=ANA.email, tool=tool, arguments=phrases,
            phrases=phrases, change=Change(ANA.email), before=(), created_at=now, expires_at=now,
        )
        for n, (tool, phrases) in enumerate(lines, start=1)
    )  # fmt: skip
    return replace(SITUATION, pending=pending, said=(text,))


PROJECT = ("create_project", {"code": "KAI", "name": "Kai", "client": "Port Authority"})
COLLEAGUE = ("add_employee", {"name": "Ondin", "lastname": "Charvet", "email": "ondine@cadran.example"})
WORK = ("add_activities", {"project": "GULL", "dates": "monday"})


@pytest.mark.parametrize(
    ("text", "lines", "right"),
    [
        ("Client is Harbour Board, not Port Authority. Sorry.", [PROJECT], "client=Harbour Board replaces=1"),
        ("the code should be ORC", [WORK, PROJECT], "code=ORC replaces=2"),
        ("code ORC svp", [PROJECT], "code=ORC replaces=1"),
        ("oops, name Kai Nord, code KAIN", [PROJECT], "code=KAIN name=Kai Nord replaces=1"),
        ("sorry, the name is Ondine Charvet", [COLLEAGUE], "name=Ondine lastname=Charvet replaces=1"),
    ],
)
def test_a_label_corrects_the_only_new_thing(text: str, lines: list[tuple[str, dict[str, str]]], right: str) -> None:
    """Whatever senseless call was made of it, and also where none was."""
    tool = "add_employee" if COLLEAGUE in lines else "create_project"
    for call in (called("add_activities", project="Harbour Board"), called("assign_project", project="", replaces="1")):
        assert shown(mended([call], text, waiting(text, *lines))) == [f"{tool} {right}"]
    assert shown(unheard(text, waiting(text, *lines))) == [f"{tool} {right}"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("code ORC?", [PROJECT]),
        ("the client is too long", [PROJECT]),
        ("client is Harbour Board", []),
        ("client is Harbour Board", [WORK]),
        ("code ORC", [PROJECT, PROJECT]),
        ("code ORC", [COLLEAGUE]),
        ("another project, code ORC, name Orchard", [PROJECT]),
        ("client is Port Authority", [PROJECT]),  # as it is on the card
        ("client is Harbour Board and assign luca", [PROJECT]),
        ("who is the client Harbour Board", [PROJECT]),
        ("the name is Ondine", [COLLEAGUE]),  # the first or the last one
        ("her first name is Ondine Maria", [COLLEAGUE]),
        ("code like the others", [PROJECT]),
    ],
)
def test_a_label_in_doubt_corrects_nothing(text: str, lines: list[tuple[str, dict[str, str]]]) -> None:
    """A question, more words, none or several lines that it may be about, nothing new."""
    assert unheard(text, waiting(text, *lines)) == ()


@pytest.mark.parametrize(
    "call",
    [
        called("add_activities", project="gull"),
        called("add_activities", project="Harbour Board", dates="monday"),
        called("assign_project", project="Harbour Board", employee="luca"),
        called("get_all_projects"),
        called("discard"),
    ],
)
def test_a_call_that_makes_sense_stays(call: ToolCall) -> None:
    text = "client is Harbour Board"
    found = mended([call], text, waiting(text, PROJECT))
    assert [made.tool for made in found] == [call.tool]


@pytest.mark.parametrize(
    "text", ["name is OK", "Name OK, code OK", "client is OK", "client is Happy!", "client: TBC", "nom : Parfait",
             "the client called Marc"]
)  # fmt: skip
def test_what_is_only_judged_is_not_renamed(text: str) -> None:
    situation = waiting(text, PROJECT)
    assert unheard(text, situation) == ()
    calls = [called("add_activities", project="client")]
    assert not any(call.tool == "create_project" for call in mended(calls, text, situation))
