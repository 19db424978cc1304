"""What somebody whose Slack speaks French sees, as the handlers make it and Slack lays it out: every text of it.

The texts are kept in `snapshots/french`. After a wanted change: TALLY_UPDATE_SNAPSHOTS=1 pytest, then read the
difference in git.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.domain.card import Card
from bot.domain.conversation import Person
from bot.handlers.assistant import TallyAssistant
from bot.handlers.reminders import remind
from bot.platforms.slack.blocks import layout
from bot.platforms.slack.blocks.form import FormContext, decline_view, form_view
from bot.platforms.slack.blocks.home import home_view
from bot.ports import Home, Picture
from bot.store.database import open_engine, upgrade
from bot.words import FOR_THE_OPERATOR, catalogue, language, speaking
from sandbox.limits import check_message, check_view
from tests.fakes import FakePlatform, calls
from tests.unit.handlers.conftest import ANA, COMPANY, Office

SNAPSHOTS = Path(__file__).parent / "snapshots" / "french"
MONTH_END = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
WEEK = {"project": "apollo", "dates": "lundi et mardi", "percent": "demi-journées"}
SAID = "apollo lundi et mardi, demi-journées, malade vendredi"
WORD = re.compile(r"[^\W\d_]{3,}")


def texts(node: Any) -> Iterator[str]:
    """Every text that is read in a message or a view, in order."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from [value] if name == "text" and isinstance(value, str) else texts(value)
    elif isinstance(node, list):
        for one in node:
            yield from texts(one)


@dataclass
class PaintingPlatform(FakePlatform):
    """Lays out what it is given at once, in the language that is spoken then; Slack's limits are held."""

    painted: dict[str, list[str]] = field(default_factory=dict)
    home: list[str] = field(default_factory=list)

    def post(self, address: Any, message_id: str, picture: Picture) -> str:
        self._paint(message_id, picture)
        return super().post(address, message_id, picture)

    def update(self, address: Any, ref: str, message_id: str, picture: Picture) -> None:
        self._paint(message_id, picture)
        super().update(address, ref, message_id, picture)

    def publish_home(self, home: Home) -> None:
        view = home_view(home, "D1")
        assert check_view(view) == []
        self.home = list(texts(view))

    def _paint(self, message_id: str, picture: Picture) -> None:
        painted = layout(picture)
        assert check_message({"text": painted.text, "blocks": painted.blocks}) == []
        assert painted.text, "what a notification reads out"
        self.painted[message_id] = list(texts(painted.blocks))

    @property
    def last(self) -> list[str]:
        """The texts of the newest message."""
        return list(self.painted.values())[-1]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office whose Ana has her Slack in French."""
    engine = open_engine(f"sqlite:///{tmp_path / 'tally.db'}")
    upgrade(engine)
    opened = Office(engine)
    opened.platform = PaintingPlatform({"U-ANA": Person("U-ANA", ANA, "Ana Silva", "Europe/Paris", "fr-FR")})
    opened.desk = replace(opened.desk, platforms={"fake": opened.platform})
    yield opened
    engine.dispose()


def shown(office: Office) -> list[str]:
    """The texts of the newest message on the platform."""
    assert isinstance(office.platform, PaintingPlatform)
    return office.platform.last


def card(office: Office) -> list[str]:
    """A card of two lines."""
    office.say(SAID, calls(("add_activities", WEEK), ("add_absence", {"reason": "sick", "dates": "vendredi"})))
    return shown(office)


def decided(office: Office) -> list[str]:
    """The same card after both lines were decided."""
    card(office)
    office.click("approve", office.pending[0])
    office.click("decline", office.pending[0], reason="je me suis trompée")
    return shown(office)


def refused(office: Office) -> list[str]:
    """A week that goes over 100 % on one day, with a public holiday."""
    office.fill("2026-11-10", 50, "ZEP")
    call = ("add_activities", {"project": "apollo", "dates": "mardi 10 et mercredi 11 novembre"})
    office.say("apollo mardi 10 et mercredi 11 novembre", calls(call))
    return shown(office)


def together(office: Office) -> list[str]:
    """One project in place of another: both lines or none."""
    office.fill("2026-11-16", 100)
    deletion = ("delete_entries", {"dates": "lundi", "project": "apollo"})
    office.say(
        "zephyr au lieu d'apollo lundi", calls(deletion, ("add_activities", {"project": "zephyr", "dates": "lundi"}))
    )
    return shown(office)


def question(office: Office) -> list[str]:
    """What kind of absence it is, with the usual reasons to click."""
    office.say("absent vendredi", calls(("add_absence", {"dates": "vendredi"})))
    return shown(office)


def nothing_there(office: Office, day: str = "lundi") -> list[str]:
    """A refusal, with code's own line below it."""
    office.say(f"supprimer {day}", calls(("delete_entries", {"dates": day})))
    return shown(office)


def report(office: Office) -> list[str]:
    """A month with a sick day."""
    card(office)
    office.click("approve_all", office.pending[0])
    office.happen(office.event("report", "U-ANA", month="2026-11"))
    return shown(office)


def submission(office: Office) -> list[str]:
    """The card that hands in a month."""
    office.happen(office.event("submit", "U-ANA", month="2026-11"))
    return shown(office)


def home(office: Office) -> list[str]:
    """The Home tab, with a card that waits."""
    card(office)
    office.happen(office.event("home", "U-ANA"))
    assert isinstance(office.platform, PaintingPlatform)
    return office.platform.home


def reminder(office: Office) -> list[str]:
    """The nudge at the month's end."""
    office.clock.time = MONTH_END
    for day in (day for day in range(2, 28) if datetime(2026, 11, day).weekday() < 5 and day != 11):
        office.fill(f"2026-11-{day:02d}", 50 if day == 27 else 100)
    assert remind(office.desk, office.platform) == 1
    office.work()
    return shown(office)


def form(office: Office) -> list[str]:
    """The Edit form of an absence."""
    card(office)
    assistant, line, ana = TallyAssistant(office.desk, lambda: None), office.pending[1], office.platform.people["U-ANA"]
    opened = assistant.form(line.id, line.revision, ana)
    with speaking(ana.locale):
        view = form_view(opened, FormContext("c", line.id, 1, {"channel": "D1"}))
    assert check_view(view) == []
    return list(texts(view))


def form_with_a_reading(office: Office) -> list[str]:
    """The form again, with how typed days were read."""
    card(office)
    assistant, line, ana = TallyAssistant(office.desk, lambda: None), office.pending[0], office.platform.people["U-ANA"]
    values = {"project": "APO", "dates": "du 2 au 4 novembre", "percent": "50"}
    check = assistant.check_form(line.id, line.revision, ana, values, "")
    assert check.form is not None
    with speaking(ana.locale):
        return list(texts(form_view(check.form, FormContext("c", line.id, 1, {"channel": "D1"}))))[:6]


def why_declined(office: Office) -> list[str]:
    """The form that asks why."""
    with speaking("fr-FR"):
        view = decline_view(FormContext("c", "p", 1, {"channel": "D1"}))
    assert check_view(view) == []
    return list(texts(view))


def over(office: Office) -> list[str]:
    """Started over with a line that waited."""
    card(office)
    office.say("recommencer")
    return shown(office)


PICTURES = (
    card, decided, refused, together, question, nothing_there, report, submission, home, reminder, form,
    form_with_a_reading, why_declined, over,
)  # fmt: skip


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.__name__)
def test_a_picture_reads_in_french_as_it_did(office: Office, picture: Any) -> None:
    """Nothing in it is English, Slack takes it, and its words are those of its snapshot."""
    found = picture(office)
    assert language() == "en"
    assert english_in(found) == set()
    path, text = SNAPSHOTS / f"{picture.__name__}.txt", "\n".join(found) + "\n"
    if os.environ.get("TALLY_UPDATE_SNAPSHOTS"):
        SNAPSHOTS.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"no snapshot {path.name}: run once with TALLY_UPDATE_SNAPSHOTS=1"
    assert path.read_text(encoding="utf-8") == text


def test_every_french_snapshot_belongs_to_a_picture() -> None:
    """A snapshot that nothing is compared with would only look like a proof."""
    assert {path.stem for path in SNAPSHOTS.glob("*")} == {picture.__name__ for picture in PICTURES}


def test_a_card_of_a_company_with_reasons_of_its_own_keeps_their_names(office: Office) -> None:
    """Only the usual English labels are put into French; what a company called something is what it is called."""
    reasons = tuple(replace(r, label="Krank") if r.code == "sick" else r for r in COMPANY.absence_reasons)
    office.ledger.load(replace(COMPANY, absence_reasons=reasons))
    assert any("Krank" in text for text in card(office))


def test_the_english_that_a_french_picture_must_not_hold_is_known() -> None:
    """The guard of this file sees English where there is some."""
    assert english_in(["You said:", "Approve all (2)", "Sick leave"]) == {
        "you",
        "said",
        "all",
        "sick",
        "leave",
        "approve",
    }
    assert english_in(["Vous avez dit :", "Apollo (APO)", "Approuver"]) == set()


def english_in(found: list[str]) -> set[str]:
    """The words of the English catalogue that are no French ones."""
    english, french = (vocabulary(spoken) for spoken in ("en", "fr"))
    return {word for text in found for word in words(text)} & (english - french)


def vocabulary(spoken: str) -> set[str]:
    """Every word of a language's sentences."""
    patterns = (line.partition(" = ")[2] or line for text in people_read(spoken) for line in text.splitlines())
    return {word for pattern in patterns for word in words(re.sub(r"\{[^}]*", " ", pattern))} - {"apollo", "zephyr"}


def people_read(spoken: str) -> list[str]:
    """The files of a language that people read, without comments."""
    files = {name: text for name, text in catalogue(spoken).items() if name not in FOR_THE_OPERATOR}
    return [re.sub(r"(?m)^#.*$", "", text) for text in files.values()]


def words(text: str) -> list[str]:
    """The words of a text in small letters, of three letters and more."""
    return [word.casefold() for word in WORD.findall(text)]


def test_a_card_is_the_same_for_the_model_whatever_its_owner_speaks(office: Office) -> None:
    """The conversation holds what was trained: English lines, and the person's own words."""
    card(office)
    question(office)
    nothing_there(office, "jeudi")  # a monday would be taken off the card, where one waits
    conversation = office.store.conversation_at("fake", "D-U-ANA")
    assert conversation is not None
    told = [m.text for m in office.store.history(conversation.id) if m.text]
    assert told == [
        SAID,
        "Apollo (APO) 50 %",
        "Sick leave 100 %",
        "On the card.",
        "absent vendredi",
        "ask reason",
        "What kind of absence is it?",
        "supprimer jeudi",
        "refused\nThere is nothing on Thu 19 Nov, so there is nothing to delete.",
        "There is nothing on Thu 19 Nov, so there is nothing to delete.",
    ]
    assert any(isinstance(picture, Card) for picture in office.platform.posted.values())
