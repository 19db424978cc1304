"""The README's smallest ledger and platform have every method of their port, and do what they say."""

from __future__ import annotations

import inspect
import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bot.domain.ability import Ability
from bot.domain.conversation import Person
from bot.domain.proposal import Change
from bot.domain.timesheet import Entry, Month, ReportState
from bot.errors import LedgerChanged, LedgerRefused, PlatformError
from bot.ledgers.sample import sample_company
from bot.ports import Home, InboxEvent, Ledger, Platform, Standing, TextPicture, Write
from tests.fakes import FakeClock

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 16)
COMPANY = sample_company(DAY)
AMINA = COMPANY.employees[0].email
ENTRY = Entry(AMINA, DAY, 50, project="APO")


def example(title: str) -> ModuleType:
    """The first code block under a heading of the README, as a module."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"^### {title}\n.*?```python\n(.*?)```", readme, re.S | re.M)
    assert found is not None, f"the README has no example for {title!r}"
    module = ModuleType(f"readme_{title.split()[-1]}")
    sys.modules[module.__name__] = module  # dataclasses and type hints look their module up
    exec(compile(found[1], f"README.md, {title}", "exec"), vars(module))  # with this file's annotations as text
    return module


def wishes(port: type, adapter: type) -> list[str]:
    """What keeps an adapter from having the port's members with the port's signatures."""
    missing = [f"no {name}" for name in port.__annotations__ if not hasattr(adapter, name)]
    for name, member in vars(port).items():
        if name.startswith("_"):
            continue
        if not hasattr(adapter, name):
            missing.append(f"no {name}")
        elif inspect.isfunction(member) and parameters(member) != parameters(getattr(adapter, name)):
            missing.append(f"{name} takes something else")
    return missing


def parameters(function: Any) -> list[tuple[str, str]]:
    """The names and types of a function's parameters, and what it returns, as they are written."""
    signature = inspect.signature(function)
    named = [(name, str(p.annotation)) for name, p in signature.parameters.items() if name != "self"]
    return [*named, ("returns", str(signature.return_annotation))]


@pytest.fixture
def ledger() -> Any:
    """The README's ledger with the sample company's people."""
    return example("A ledger").PaperLedger(COMPANY)


def test_the_readmes_ledger_has_every_method_of_the_port(ledger: Any) -> None:
    """Whoever starts from it starts from something whole."""
    assert wishes(Ledger, type(ledger)) == []


def test_the_readmes_platform_has_every_method_of_the_port() -> None:
    """The same for the platform."""
    assert wishes(Platform, example("A platform").GuestBook) == []


def test_the_comparison_with_a_port_finds_what_is_missing() -> None:
    """A method that is not there, and one that takes something else."""

    class Half:
        name = "half"

        def employee(self, name: str) -> None:
            """Takes no e-mail."""

    found = wishes(Ledger, Half)
    assert "no apply" in found
    assert "employee takes something else" in found
    assert "no name" not in found


def test_the_readmes_ledger_writes_once_and_only_what_was_shown(ledger: Any) -> None:
    """The port's promises, as far as the example goes: once, as shown, and a plain refusal of what it cannot do."""
    write = Write("p1", Change(AMINA, added=(ENTRY,)), before=())
    assert ledger.standing([write]) is Standing.NOTHING
    ledger.apply([write])
    ledger.apply([write])
    assert [e.percent for e in ledger.entries(AMINA.upper(), DAY, DAY)] == [50]
    assert ledger.standing([write]) is Standing.WRITTEN
    with pytest.raises(LedgerChanged):
        ledger.apply([Write("p2", Change(AMINA, added=(ENTRY,)), before=())])
    with pytest.raises(LedgerRefused):
        ledger.apply([Write("p3", Change(AMINA, removed=(ENTRY,)))])
    assert Ability.REMOVE not in ledger.abilities
    assert ledger.report(AMINA, Month.of(DAY)).state is ReportState.OPEN


def test_the_readmes_platform_posts_finds_and_hands_in(tmp_path: Path) -> None:
    """What it posted it finds again; what is written into it becomes an event; a lost file is an error of the tree."""
    module = example("A platform")
    ana = Person("U1", "ana@example.org")
    book = module.GuestBook(tmp_path / "book.txt", {"U1": ana})
    address = book.direct_address(ana)
    assert book.find(address, "m1") is None
    assert book.post(address, "m1", TextPicture("Hello")) == book.find(address, "m1")
    book.publish_home(Home(ana, "Hello Ana", None))
    received: list[InboxEvent] = []
    module.written("apollo on monday", ana, book, Inbox(received), FakeClock(datetime(2026, 11, 18, tzinfo=UTC)))
    assert [(e.kind, e.lane, e.payload["text"]) for e in received] == [("message", "U1", "apollo on monday")]
    with pytest.raises(PlatformError):
        module.GuestBook(tmp_path / "nowhere" / "book.txt", {}).post(address, "m2", TextPicture("Hello"))


class Inbox:
    """As much of an assistant as a listener calls."""

    def __init__(self, received: list[InboxEvent]) -> None:
        self._received = received

    def receive(self, event: InboxEvent) -> bool:
        """Keep it."""
        self._received.append(event)
        return True
