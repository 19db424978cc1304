"""The platform suite's person in Slack: the SDK, over HTTP and a WebSocket, against the sandbox."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.domain.conversation import Person
from bot.platforms.slack.app import connect, web_client
from bot.platforms.slack.platform import SlackPlatform
from bot.ports import Platform
from sandbox.clock import ManualClock
from sandbox.driver import PersonAtDesk, Sandbox, running_sandbox
from tests.conformance.seat import NOW
from tests.fakes import FakeClock
from tests.unit.platforms.conftest import PEOPLE, FakeAssistant

EXPECTED = re.compile("channel_not_found|users?_not_found")  # where the suite asks for what there is not


class SlackSeat:
    """The SDK, over HTTP and a WebSocket, against the stand-in for Slack."""

    nowhere: Mapping[str, str] = {"channel": "D404"}

    def __init__(self, sandbox: Sandbox, person: PersonAtDesk, platform: SlackPlatform) -> None:
        self.sandbox, self.person, self.platform = sandbox, person, platform
        self.assistant = FakeAssistant()

    @property
    def me(self) -> Person:
        return self.platform.person(self.person.id)

    @property
    def address(self) -> Mapping[str, str]:
        if not self._said():
            self.says("hi")  # and it has arrived: what comes next is newer
        return {"channel": self.person.channel, "message_ts": self._said()[-1]["ts"]}

    def _said(self) -> list[Any]:
        return [message for message in self.person.messages() if message["user"] == self.person.id]

    def restarted(self) -> Platform:
        return _slack(self.sandbox)

    def break_sending(self) -> None:
        self.sandbox.faults.server_error("chat.postMessage", times=1, status=503)

    def reads(self) -> str:
        seen = ([message["text"], *_texts(message.get("blocks"))] for message in self.person.messages())
        return _plain("\n".join(text for texts in seen for text in texts))

    def reads_home(self) -> str:
        self.person.open_home()
        return _plain("\n".join(_texts((self.person.home or {}).get("blocks"))))

    @property
    def status(self) -> str:
        return self.person.status

    def obeyed(self) -> list[str]:
        messages = self.person.messages()
        marked = [m["text"] for m in messages] + [t for m in messages for t in _mrkdwn(m.get("blocks"))]
        return [found for text in marked for found in re.findall(r"<[!@#][^>]*>|<https?:[^>]*>", text)]

    def says(self, text: str, *, deliveries: int = 1) -> None:
        before = self._delivered()
        self.sandbox.faults.duplicate_event(deliveries - 1)
        self.person.say(text)
        self.sandbox.wait_until(lambda: self._delivered() >= before + deliveries)

    def _delivered(self) -> int:
        return len([d for d in self.sandbox.deliveries if d.outcome == "acknowledged"])

    def clicks(self, verb: str, line: int) -> None:
        assert (
            self.person.click(verb, value=None if verb == "approve_all" else self._value(verb, line)) == "acknowledged"
        )

    def _value(self, verb: str, line: int) -> str:
        blocks = [block for message in self.person.messages()[-1:] for block in message["blocks"]]
        buttons = [e for b in blocks if b["type"] == "actions" for e in b["elements"] if e["action_id"] == verb]
        return str(next(b["value"] for b in buttons if f'"{line:032x}"' in b["value"]))

    def declines(self, line: int, reason: str) -> None:
        self.clicks("decline", line)
        self.person.submit({"reason": reason} if reason else {})

    def edits(self, line: int, days: Sequence[str]) -> str:
        self.clicks("edit", line)
        shown = []
        for typed in days if self.person.view else ():
            shown.append(str(self.person.submit({"dates.words": typed})))
            shown.append(str((self.person.view or {}).get("blocks")))
        if self.person.view:
            self.person.submit()
        return "\n".join([*shown, self.person.messages()[-1]["text"]])

    def chooses(self, number: int) -> None:
        self.person.click(f"choice_{number - 1}")

    def judges(self, verdict: str) -> None:
        buttons = self.person.messages()[-1]["blocks"][-1]["elements"][0]
        side = {"good": "positive_button", "bad": "negative_button"}[verdict]
        self.person.click("feedback", value=buttons[side]["value"])

    def asks_for_month(self, kind: str) -> None:
        self.person.click({"report": "show_month", "submit": "submit_month"}[kind])

    def asks_for_file(self, kind: str) -> None:
        self.person.click(f"export_{kind}")

    def files_seen(self) -> list[tuple[str, bytes]]:
        shown = [file for message in self.person.messages() for file in message.get("files", ())]
        return sorted((file["name"], self.sandbox.file(file["id"])) for file in shown)


@contextmanager
def slack_seat(folder: Path) -> Iterator[SlackSeat]:
    """Slack. What it refused without being told to is a failure."""
    with running_sandbox(PEOPLE, clock=ManualClock()) as sandbox:
        seat = SlackSeat(sandbox, sandbox.person(PEOPLE[0]["id"]), _slack(sandbox))
        connection = connect(seat.platform, sandbox.app_token, seat.assistant, FakeClock(NOW))
        connection.start()
        try:
            sandbox.wait_for_connection()
            yield seat
        finally:
            connection.stop()
        assert [problem for problem in sandbox.problems if not EXPECTED.search(problem)] == []


def _slack(sandbox: Sandbox) -> SlackPlatform:
    return SlackPlatform(web_client(sandbox.bot_token, sandbox.api_url), run=lambda job: job())


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for one in part:
            yield from _texts(one)
    elif isinstance(part, dict):
        for name, one in part.items():
            if name == "text" and isinstance(one, str):
                yield one
            else:
                yield from _texts(one)


def _mrkdwn(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for one in part:
            yield from _mrkdwn(one)
    elif isinstance(part, dict):
        if part.get("type") == "mrkdwn":
            yield part["text"]
        for one in part.values():
            yield from _mrkdwn(one)


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
