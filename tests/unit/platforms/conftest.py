"""The sandbox with Ana in it, the platform that talks to it, and an assistant that remembers what it was told."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest

from bot.domain.card import Form
from bot.domain.conversation import Person
from bot.errors import UserFacingError
from bot.platforms.slack.app import SlackConnection, connect, web_client
from bot.platforms.slack.platform import SlackPlatform
from bot.ports import FormCheck, InboxEvent
from sandbox.clock import ManualClock
from sandbox.driver import PersonAtDesk, Sandbox, running_sandbox
from tests.fakes import FakeClock
from tests.unit.platforms.slack_pictures import FORM, PREFERENCES

PEOPLE = [{"id": "U1", "name": "ana", "real_name": "Ana Martin", "email": "ana@example.org", "tz": "Europe/Paris"}]
DECIDED = "That line is decided already."
READING = "“friday” means Fri 20 Nov. Submit again to write it."


@dataclass
class FakeAssistant:
    """Implements the Assistant port: revision 9 is decided already, `never` is no day, `friday` is read first."""

    events: list[InboxEvent] = field(default_factory=list)
    checked: list[tuple[Mapping[str, str], str]] = field(default_factory=list)
    failing: Exception | None = None
    gaps: Mapping[str, str] = field(default_factory=dict)
    suggested_to: list[str] = field(default_factory=list)
    unknown: str = ""
    told: threading.Condition = field(default_factory=threading.Condition)

    def newest(self, kind: str, timeout: float = 10) -> InboxEvent:
        """The newest event of a kind, waited for."""
        with self.told:
            found = self.told.wait_for(lambda: [event for event in self.events if event.kind == kind], timeout)
        assert found, f"no {kind} event, only {self.events}"
        return found[-1]

    def receive(self, event: InboxEvent) -> bool:
        with self.told:
            self.told.notify_all()
            if self.failing is not None:
                failing, self.failing = self.failing, None
                raise failing
            is_new = event.id not in {known.id for known in self.events}
            self.events += [event] if is_new else []
            return is_new

    def is_quiet(self, platform: str, lane: str) -> bool:
        return True

    def suggestions(self, person: Person) -> Mapping[str, str]:
        self.suggested_to.append(person.id)
        return self.gaps

    def form(self, proposal_id: str, revision: int, person: Person) -> Form:
        if revision == 9:
            raise UserFacingError(DECIDED)
        return replace(FORM, proposal_id=proposal_id, revision=revision)

    def locale(self, person: Person) -> str:
        return person.locale

    def preferences(self, person: Person) -> Form:
        if self.unknown:
            raise UserFacingError(self.unknown)
        return PREFERENCES

    def check_preferences(self, person: Person, values: Mapping[str, str]) -> FormCheck:
        wrong = values["time_zone"] == "UTC"
        return FormCheck(errors={"time_zone": "UTC cannot be chosen any more."} if wrong else {})

    def check_form(
        self, proposal_id: str, revision: int, person: Person, values: Mapping[str, str], shown: str
    ) -> FormCheck:
        self.checked.append((values, shown))
        if values["dates"] == "never":
            return FormCheck(errors={"dates": "I do not understand “never”."})
        if values["dates"] == "friday":
            fields = tuple(replace(f, value="2026-11-20") if f.kind == "days" else f for f in FORM.fields)
            return FormCheck(form=Form(proposal_id, revision, FORM.title, fields, READING))
        return FormCheck()


class Ticks:
    """A monotonic clock that a test moves."""

    def __init__(self) -> None:
        self.time = 1_000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def slack_time() -> ManualClock:
    """Slack's time, which only passes when a test says so."""
    return ManualClock()


@pytest.fixture
def sandbox(slack_time: ManualClock) -> Iterator[Sandbox]:
    """A running sandbox; no app is connected yet."""
    with running_sandbox(PEOPLE, clock=slack_time) as running:
        yield running


@pytest.fixture
def ana(sandbox: Sandbox) -> PersonAtDesk:
    """The person at the other end."""
    return sandbox.person("U1")


@pytest.fixture
def address(ana: PersonAtDesk) -> dict[str, str]:
    """The direct conversation."""
    return {"channel": ana.channel}


@pytest.fixture
def ticks() -> Ticks:
    """What the platform measures its own pauses with."""
    return Ticks()


@pytest.fixture
def platform(sandbox: Sandbox, ticks: Ticks) -> SlackPlatform:
    """The platform; its courtesies happen at once instead of on their thread."""
    return SlackPlatform(web_client(sandbox.bot_token, sandbox.api_url), ticks, lambda job: job())


@pytest.fixture
def assistant() -> FakeAssistant:
    """What the listeners call."""
    return FakeAssistant()


@pytest.fixture
def connection(sandbox: Sandbox, platform: SlackPlatform, assistant: FakeAssistant) -> Iterator[SlackConnection]:
    """The app, connected."""
    clock = FakeClock(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
    connected = connect(platform, sandbox.app_token, assistant, clock)
    connected.start()
    sandbox.wait_for_connection()
    yield connected
    connected.stop()
