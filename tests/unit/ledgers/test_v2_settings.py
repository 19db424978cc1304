"""Choosing the v2 ledger: by the settings, with a sentence about what is missing."""

from __future__ import annotations

import pytest

from bot.app import load_ledger
from bot.errors import SettingsError
from bot.settings import Settings
from tests.unit.ledgers.conftest import V2


def test_the_settings_choose_the_ledger(v2: V2) -> None:
    """Two names and an address are all it takes."""
    assert load_ledger(Settings(ledger="local"), v2.engine, v2.clock).name == "local"
    chosen = load_ledger(Settings(ledger="v2", ledger_url=f"{v2.server.url}/"), v2.engine, v2.clock)
    assert (chosen.name, len(chosen.employees())) == ("v2", 2)
    chosen.snapshot()
    chosen.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("url", ["", "reports.example.com", "ftp://reports.example.com"])
def test_an_address_is_needed(v2: V2, url: str) -> None:
    """Said when the program starts, with the name of the setting and an example."""
    with pytest.raises(SettingsError, match="TALLY_LEDGER_URL"):
        load_ledger(Settings(ledger="v2", ledger_url=url), v2.engine, v2.clock)


def test_people_have_the_country_of_the_settings(v2: V2) -> None:
    """The API names none, and holidays are looked up by country."""
    chosen = load_ledger(Settings(ledger="v2", ledger_url=v2.server.url, ledger_country="IE"), v2.engine, v2.clock)
    assert {e.country for e in chosen.employees()} == {"IE"}
    chosen.close()  # type: ignore[attr-defined]
