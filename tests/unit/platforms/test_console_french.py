"""What somebody whose terminal speaks French sees: cards, a month, the home page and the form, and no English in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.timesheet import Month
from bot.handlers.cards import card_of
from bot.handlers.desk import Desk
from bot.handlers.home import home_of
from bot.handlers.reports import report_picture
from bot.ports import TextPicture
from bot.store.database import open_engine, upgrade
from bot.words import say, speaking
from tests.fakes import calls
from tests.unit.handlers.conftest import ANA, Office
from tests.unit.platforms.test_console_pictures import printed
from tests.unit.platforms.test_slack_french import SAID, WEEK, english_in


def plain_spaces(text: str) -> str:
    """The text without the no-break spaces of French."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office whose Ana speaks French, with a card that waits."""
    engine = open_engine(f"sqlite:///{tmp_path / 'tally.db'}")
    upgrade(engine)
    opened = Office(engine)
    opened.platform.people["U-ANA"] = replace(opened.platform.people["U-ANA"], locale="fr-FR")
    opened.say(SAID, calls(("add_activities", WEEK), ("add_absence", {"reason": "sick", "dates": "vendredi"})))
    yield opened
    engine.dispose()


def test_a_card_reads_as_a_french_person_writes(office: Office) -> None:
    """The whole card, letter by letter, with its keys."""
    with speaking("fr-FR"):
        card = printed(card_of(office.pending[0].card_id, office.desk))
    lines = [line.rstrip() for line in plain_spaces(card).splitlines()]
    assert lines == [
        "Vous avez dit : « apollo lundi et mardi, demi-journées, malade vendredi »",
        "• 1  Apollo (APO)   50 %   lun. 16 – mar. 17 nov.   2 jours",
        "• 2  Maladie   100 %   ven. 20 nov.   1 jour",
        "",
        "                    avant   après",
        "     lun. 16 nov.   –       Apollo 50",
        "     mar. 17 nov.   –       Apollo 50",
        "     ven. 20 nov.   –       Maladie 100",
        "",
        "En tout : 2 jours en plus.",
        "Reste à remplir ensuite : lun. 16 nov. 50 %, mar. 17 nov. 50 %",
        "a1 a2 approuver   e1 e2 modifier   d1 d2 refuser   A tout approuver (2)",
    ]
    assert english_in(lines) == set()


def test_a_month_the_home_page_and_an_answer_hold_no_english(office: Office) -> None:
    """The totals, what is missing, the commands that go on from there."""
    office.click("approve_all", office.pending[0])
    desk: Desk = office.desk
    ana = desk.ledger.employee(ANA)
    assert ana is not None
    with speaking("fr-FR"):
        month = printed(report_picture(ana, Month(2026, 11), desk.today(office.platform.people["U-ANA"]), desk))
        home = printed(home_of(office.platform.people["U-ANA"], None, desk))
        answer = printed(TextPicture("Quel projet ?", say("nothing-written"), ("Apollo (APO)",)))
    assert "Apollo : 1 jour   Maladie : 1 jour" in plain_spaces(month)
    assert "Jours manquants : lun. 2 nov." in plain_spaces(month)
    assert english_in([month, home, answer]) == set()
