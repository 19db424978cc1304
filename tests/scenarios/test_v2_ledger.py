"""The whole bot over the v2 ledger: the built-in model, the stand-in for Slack, and a strict server for the v2 API."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.ledgers.sample import sample_company
from tests.scenarios.test_pulled_plug import Office
from tests.scenarios.workplace import (
    LUCAS,
    PATIENCE,
    WEDNESDAY,
    Colleague,
    StoppedClock,
    Workplace,
    buttons,
    sandbox_of,
    settings_for,
    words,
)
from tests.v2_server import Fault, V2Server, running_v2_server

COMPANY = replace(sample_company(WEDNESDAY.date()), entries=(), submitted=())


@dataclass(frozen=True)
class V2Workplace:
    """The bot at work, and the server that holds everybody's months."""

    workplace: Workplace
    server: V2Server

    @property
    def lucas(self) -> Colleague:
        """Works on Apollo, Zephyr and Meridian."""
        return self.workplace.lucas

    @property
    def entries(self) -> list[tuple[str, str, int]]:
        """What the server holds of Lucas."""
        return self.server.standing(LUCAS)


@pytest.fixture
def v2(tmp_path: Path) -> Iterator[V2Workplace]:
    """People, projects and empty months on a Wednesday."""
    clock = StoppedClock(WEDNESDAY.timestamp())
    with running_v2_server() as server, sandbox_of(COMPANY, clock) as sandbox:
        server.load(COMPANY)
        settings = settings_for(sandbox, tmp_path, replace(COMPANY, employees=(), projects=()))
        settings = settings.model_copy(update={"ledger": "v2", "ledger_url": server.url})
        workplace = Workplace(sandbox, clock, settings, WEDNESDAY)
        try:
            yield V2Workplace(workplace, server)
        finally:
            workplace.close()


def test_what_is_said_is_on_the_card_and_what_is_approved_is_on_the_server(v2: V2Workplace) -> None:
    """A project and an absence, over days: the server, which refuses whatever deviates, holds exactly that."""
    card = v2.lucas.card("apollo mon to thu, sick on friday")
    assert v2.entries == []
    assert v2.lucas.desk.click("approve_all", card) == "acknowledged"
    assert words(v2.lucas.decided(card)).count("Written. Approved by Lucas Moreau") == 2
    days = [(f"2026-11-{day}", "APO", 100) for day in (16, 17, 18, 19)]
    assert v2.entries == [*days, ("2026-11-20", "Maladie", 100)]


@pytest.mark.parametrize(
    ("wish", "answer"),
    [
        ("delete friday", "I can add entries in the activity reporting tool, but not take any off."),
        ("remove apollo on monday", "I can add entries in the activity reporting tool, but not take any off."),
        ("submit november", "I cannot submit a month in the activity reporting tool."),
        ("withdraw october", "I cannot take a month back in the activity reporting tool."),
    ],
)
def test_what_the_ledger_cannot_do_is_said_plainly(v2: V2Workplace, wish: str, answer: str) -> None:
    """The built-in model understands the wish, code says where to do it, and there is no card to click."""
    said = words(v2.lucas.answer(wish))
    assert f"{answer} Please do that there yourself." in said
    assert "Nothing was written." in said
    assert v2.lucas.cards == []


def test_the_report_and_the_home_page_show_the_server_and_have_no_submit(v2: V2Workplace) -> None:
    """What stands there is read, in Tally's own words for it."""
    v2.lucas.desk.click("approve", v2.lucas.card("sick on monday"))
    shown = v2.lucas.answer("show my november report")
    assert "Sick leave: 1 day" in words(shown)
    v2.lucas.desk.open_home()
    home = v2.lucas.desk.wait_until(lambda desk: desk.home, PATIENCE)
    assert "Sick leave: 1 day" in words(home)
    assert "submit_month" not in [*buttons(home), *buttons(shown)]


def test_a_process_that_is_killed_after_the_request_writes_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """kill -9 between the POST and the note: the server had it, and the next process finds it standing."""
    now = datetime.now(UTC)
    clock = StoppedClock(now.timestamp())
    with running_v2_server() as server, sandbox_of(COMPANY, clock) as sandbox:
        server.load(COMPANY)
        monkeypatch.setenv("TALLY_LEDGER", "v2")
        monkeypatch.setenv("TALLY_LEDGER_URL", server.url)
        office = Office(sandbox, clock, settings_for(sandbox, tmp_path, COMPANY), tmp_path)
        with office.bot():
            card = office.lucas.card("apollo today")
            server.misbehave(Fault("hang", acts=True, method="POST"))
            assert office.lucas.desk.click("approve", card) == "acknowledged"
            assert server.hanging.wait(PATIENCE)
        with office.bot():
            final = office.lucas.decided(card)
        assert "Written. Approved by Lucas Moreau" in words(final)
        assert [(subject, percent) for _, subject, percent in server.standing(LUCAS)] == [("APO", 100)]
        assert server.counted()["POST activity-report"] == 1
