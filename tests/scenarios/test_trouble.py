"""Whatever the sandbox's Trouble menu can do, while something is said and while Approve is clicked: one card, one
entry. Nothing is lost, nothing is doubled.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest

from sandbox.driver import NotThere
from sandbox.faults import CLICK, EVENT
from sandbox.socket_mode import ACK_SECONDS, Delivery
from sandbox.trouble import OF_CALLS, OF_PAYLOADS
from tests.scenarios.workplace import HANGING, PATIENCE, Colleague, Workplace, open_workplace

SATURDAY = 5
DAYS = iter([day for day in (date(2026, 11, 16) + timedelta(days) for days in range(19)) if day.weekday() < SATURDAY])
MESSAGE, REPAINT = "chat.postMessage", "chat.update"
EVENTS, CLICKS = ("duplicate", "late_ack", "drop_socket", "refresh_socket"), ("late_click", "drop_click")


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    """One workplace for all troubles, each of which has a day of its own."""
    with open_workplace(tmp_path_factory.mktemp("trouble")) as opened:
        yield opened


@pytest.fixture
def lucas(workplace: Workplace) -> Colleague:
    """The employee who talks to the bot."""
    workplace.sandbox.wait_for_connection(PATIENCE)
    return workplace.lucas


def test_every_trouble_of_the_menu_is_tried():
    """A new one needs a place here."""
    assert set(OF_PAYLOADS) == {*EVENTS, *CLICKS}


@pytest.mark.parametrize("trouble", OF_CALLS)
def test_a_call_of_the_web_api_goes_wrong(workplace: Workplace, lucas: Colleague, trouble: str):
    """While the card is posted, and again while it is repainted."""
    with one_card_and_one_entry(workplace, lucas) as text:
        with failing(workplace, trouble, MESSAGE):
            card = lucas.card(text)
        with failing(workplace, trouble, REPAINT):
            assert lucas.desk.click("approve", card) == "acknowledged"
        lucas.decided(card)


@pytest.mark.parametrize("trouble", EVENTS)
def test_an_event_goes_wrong(workplace: Workplace, lucas: Colleague, trouble: str):
    """What the person says comes twice, is acknowledged late, or takes its connection with it."""
    with one_card_and_one_entry(workplace, lucas) as text:
        OF_PAYLOADS[trouble][1](workplace.sandbox.faults)
        with time_passing(workplace, EVENT) if trouble == "late_ack" else contextlib.nullcontext():
            card = lucas.card(text)
        workplace.sandbox.wait_for_connection(PATIENCE)
        assert lucas.desk.click("approve", card) == "acknowledged"
        lucas.decided(card)


@pytest.mark.parametrize("trouble", CLICKS)
def test_a_click_goes_wrong(workplace: Workplace, lucas: Colleague, trouble: str):
    """Slack never repeats a click: the person sees that it failed, and clicks again where the button is still there."""
    with one_card_and_one_entry(workplace, lucas) as text:
        card = lucas.card(text)
        OF_PAYLOADS[trouble][1](workplace.sandbox.faults)
        with time_passing(workplace, CLICK) if trouble == "late_click" else contextlib.nullcontext():
            outcome = lucas.desk.click("approve", card)
        assert outcome == {"late_click": "timeout", "drop_click": "connection_lost"}[trouble]
        assert "did not answer" in lucas.desk.failure
        workplace.sandbox.forgive(f"block_actions was not answered ({outcome})")
        workplace.sandbox.wait_for_connection(PATIENCE)
        with contextlib.suppress(NotThere):
            lucas.desk.click("approve", card)
        lucas.decided(card)


@contextlib.contextmanager
def one_card_and_one_entry(workplace: Workplace, lucas: Colleague) -> Iterator[str]:
    """Words for a day that nobody used yet; in the end there is one card more, and that day's one entry."""
    day, before = next(DAYS), len(lucas.cards)
    yield f"apollo {day:%-d} {day:%B}".lower()
    lucas.answer("start over")  # a conversation is worked off in order: what came before is done
    assert workplace.sandbox.faults.planned == 0  # a trouble that was asked for and not met would prove nothing
    assert workplace.entries(day) == [(f"{day:%a %d}", "APO", 100)]
    assert len(lucas.cards) == before + 1


@contextlib.contextmanager
def failing(workplace: Workplace, trouble: str, method: str) -> Iterator[None]:
    """The next call of the method fails. A slow one takes an hour, which passes as soon as it hangs."""
    if trouble != "slow":
        OF_CALLS[trouble][1](workplace.sandbox.faults, method)
        yield
        return
    workplace.sandbox.faults.delay(method, HANGING)
    with meanwhile(lambda: (workplace.sandbox_clock.wait_for_hanging_call(), workplace.sandbox_clock.advance(HANGING))):
        yield


@contextlib.contextmanager
def time_passing(workplace: Workplace, kind: str) -> Iterator[None]:
    """The next payload of the kind is acknowledged, which nobody hears; then the seconds for it have passed."""
    sandbox, known = workplace.sandbox, len(workplace.sandbox.deliveries)

    def late() -> Delivery | None:
        new = [delivery for delivery in sandbox.deliveries[known:] if delivery.kind == kind]
        return next((delivery for delivery in new if delivery.attempts and not delivery.fault), None)

    def let_it_be_late() -> None:
        sandbox.wait_until(late, PATIENCE)
        workplace.sandbox_clock.advance(ACK_SECONDS)

    with meanwhile(let_it_be_late):
        yield
    if kind == EVENT:
        assert len(late().attempts) >= 2  # type: ignore[union-attr] - it was waited for


@contextlib.contextmanager
def meanwhile(work: Callable[[], object]) -> Iterator[None]:
    """Does the work on a thread of its own."""
    thread = threading.Thread(target=work)
    thread.start()
    yield
    thread.join(PATIENCE)
    assert not thread.is_alive()
