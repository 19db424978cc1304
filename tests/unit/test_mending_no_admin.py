"""Who is said to be no administrator is none, whatever word a model took."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.mending import mended
from tests.unit.small_company import SITUATION, called, shown
from tests.unit.test_mending_corrected_names import hired

ORLA = {"name": "Orla", "lastname": "Quinn", "email": "orla.quinn@acme.example"}


def role(text: str, **heard: str) -> object:
    """The role of the new colleague, of a message with their name and address."""
    said = f"add Orla Quinn, orla.quinn@acme.example, {text}"
    (call,) = mended([called("add_employee", **ORLA, **heard)], said, replace(SITUATION, said=(said,)))
    return call.arguments.get("role")


@pytest.mark.parametrize(
    "text",
    [
        "no admin",
        "an ordinary employee, no admin",
        "not an admin",
        "she isn't an admin",
        "not admin please",
        "no admin rights yet",
        "no administrator",
        "pas admin",
        "elle n'est pas admin",
        "pas d'administratrice",
        "an employee but not admin",
    ],
)
def test_no_admin_is_a_user(text: str) -> None:
    assert role(text, role="admin") == "user"


@pytest.mark.parametrize(
    "text",
    ["admin", "as an admin", "admin like me", "administratrice", "no question, an admin"],
)
def test_an_admin_stays_one(text: str) -> None:
    assert role(text, role="admin") == "admin"


def test_what_a_model_heard_right_stays() -> None:
    assert role("no admin", role="user") == "user"
    assert role("no admin") in (None, "user")


def test_a_waiting_colleague_is_made_no_admin() -> None:
    text = "sorry, no admin"
    situation = replace(SITUATION, pending=(hired(**_named()),), said=("x", text))
    correction = called("add_employee", role="admin", replaces="1")
    assert shown(mended([correction], text, situation)) == ["add_employee role=user replaces=1"]


@pytest.mark.parametrize("text", ["no, admin please", "no: admin", "non, admin", "just a user? No, admin"])
def test_a_no_to_what_waits_is_no_part_of_it(text: str) -> None:
    """ "No, admin" makes somebody one."""
    situation = replace(SITUATION, pending=(hired(**_named()),), said=("x", text))
    correction = called("add_employee", role="admin", replaces="1")
    assert shown(mended([correction], text, situation)) == ["add_employee role=admin replaces=1"]


def test_other_tools_have_no_role_to_lose() -> None:
    text = "list all employees, no admin"
    assert shown(mended([called("get_all_employees")], text, replace(SITUATION, said=(text,)))) == ["get_all_employees"]


def _named() -> dict[str, str]:
    return {"first": "Orla", "last": "Quinn", "email": "orla.quinn@acme.example"}
