"""Names of something new that were cut short, and those that are whole."""

from __future__ import annotations

import pytest

from bot.tools.mending_people import with_what_is_labelled
from tests.unit.small_company import called


@pytest.mark.parametrize(
    ("text", "made", "right"),
    [
        ("projet ROC5 pour la Ville de Brest", {"client": "Ville"}, {"client": "Ville de Brest"}),
        ("for Port of Vlissingen", {"client": "Port"}, {"client": "Port of Vlissingen"}),
        ("pour Mairie d'Annecy le Vieux", {"client": "Mairie"}, {"client": "Mairie d'Annecy le Vieux"}),
        ("for Dune & Fils", {"client": "Dune"}, {"client": "Dune & Fils"}),
        ("Crée le projet Marée haute pour la Ville de Brest", {"name": "Marée", "client": "Ville"},
         {"name": "Marée haute", "client": "Ville de Brest"}),
        ("new project called Night tide for Naye", {"name": "Night", "client": "Naye"},
         {"name": "Night tide", "client": "Naye"}),
    ],
)  # fmt: skip
def test_a_new_name_goes_on_to_its_end(text: str, made: dict[str, str], right: dict[str, str]) -> None:
    """Behind a particle, and between "project" and "for"."""
    (call,) = with_what_is_labelled([called("create_project", **made)], text, [text])
    assert call.arguments == right


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("pour la ville de brest", {"client": "ville"}),
        ("for Port of course", {"client": "Port"}),
        ("for Naye, of Montreux", {"client": "Naye"}),
        ("project Lune of Naye", {"name": "Lune"}),
        ("project Lune of Naye", {"name": "Lune", "client": "Naye"}),
        ("client Naye & Gull", {"client": "Naye"}),  # Gull is another call's
        ("Naye, that is Naye de Montreux", {"client": "Naye"}),
        ("create project Orchard ORC for Naye", {"name": "Orchard"}),
        ("create project Orchard code orc for Naye", {"name": "Orchard"}),
        ("create project Orchard please for Naye", {"name": "Orchard"}),
        ("create project Orchard quickly for Naye", {"name": "Orchard"}),
        ("créer le projet Orchard rapidement pour Naye", {"name": "Orchard"}),
        ("create project Orchard next week for Naye", {"name": "Orchard"}),
        ("create project Orchard we discussed for Naye", {"name": "Orchard"}),
        ("crée le projet Orchard dès lundi pour Naye", {"name": "Orchard"}),
        ("create project Orchard & assign Luca for Naye", {"name": "Orchard"}),
        ("create project Orchard for Naye & Luca is on it", {"name": "Orchard", "client": "Naye"}),
        ("crée le projet Orchard pour Naye du Lundi", {"name": "Orchard", "client": "Naye"}),
        ("create project Orchard, the big one, for Naye", {"name": "Orchard"}),
        ("create project Orchard and put me on it for monday", {"name": "Orchard"}),
        ("project Orchard a b c d e f for Naye", {"name": "Orchard"}),
        ("project Orchard east for Naye, not project Orchard west for Naye", {"name": "Orchard"}),
        ("create project Orchard for Naye", {"name": "Orchard"}),
        ("create project Orchard naye for Naye", {"name": "Orchard", "client": "naye"}),
    ],
)
def test_a_name_that_may_be_whole_stays(text: str, made: dict[str, str]) -> None:
    """No capital letter behind the particle, something else between, or two of them."""
    calls = [called("create_project", **made), called("add_activities", project="gull")]
    assert with_what_is_labelled(calls, text, [text])[0].arguments == made


def test_a_name_that_stands_only_in_the_clients_was_not_said() -> None:
    text = "set up a new project please, code THISTLE, client is Borders Wool"
    made = called("create_project", code="THISTLE", name="Wool", client="Borders Wool")
    (call,) = with_what_is_labelled([made], text, [text])
    assert call.arguments == {"code": "THISTLE", "client": "Borders Wool"}


def test_the_only_address_is_the_new_colleagues_and_the_last_name_no_part_of_the_first() -> None:
    text = "please onboard: Felix Brandt / felix.brandt@spree.test / thanks"
    made = called("add_employee", name="Felix Brandt", lastname="Brandt", email="felix")
    (call,) = with_what_is_labelled([made], text, [text])
    assert call.arguments == {"name": "Felix", "lastname": "Brandt", "email": "felix.brandt@spree.test"}
