"""Whatever goes wrong on the wire is one of Tally's own errors, with one clear sentence, and never half believed."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import requests
from requests.adapters import HTTPAdapter
from structlog.testing import capture_logs
from urllib3 import exceptions as below

from bot.app import set_up_logging
from bot.domain.timesheet import Month
from bot.errors import LedgerError, LedgerRefused
from bot.ledgers.v2.client import OutcomeUnknown, V2Client
from bot.ports import Standing
from tests.unit.ledgers.conftest import BEN, MON, TUE, V2, apollo, write
from tests.v2_server import Fault

EVERY_ERROR = [
    error
    for _, error in inspect.getmembers(requests.exceptions, inspect.isclass)
    if issubclass(error, requests.RequestException)
]
JSON = (("Content-Type", "application/json"),)
HTML = (("Content-Type", "text/html"),)
ODD_ANSWERS = {
    "html": Fault(status=200, body=b"<html><body>Sign in</body></html>", headers=HTML),
    "nothing": Fault(status=200, body=b""),
    "another form": Fault(status=200, body=b'{"ben@acme.example": "secret"}'),
    "a list of numbers": Fault(status=200, body=b"[1, 2]"),
    "null": Fault(status=200, body=b"null"),
    "too deep": Fault(status=200, body=b"[" * 100_000),
    "not in utf-8": Fault(status=200, body=b'{"month": "\xff\xfe"}'),
    "no compression": Fault(status=200, body=b"{}", headers=(*JSON, ("Content-Encoding", "gzip"))),
    "redirect": Fault(status=302, headers=(*JSON, ("Location", "https://sso.example/"))),
    "redirect that keeps the method": Fault(status=307, headers=(*JSON, ("Location", "/v2/private/employees"))),
    "forbidden": Fault(status=403),
    "not there": Fault(status=404, body=b"nothing here", headers=HTML),
    "too many": Fault(status=429),
    "its own fault": Fault(status=500, body=b"ben@acme.example NullPointerException", headers=HTML),
    "reset": Fault("drop"),
    "reset in the answer": Fault("cut"),
}


class Broken(HTTPAdapter):
    """A wire on which every request ends in the same error."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def send(self, *_: Any, **__: Any) -> requests.Response:
        """Raise it."""
        raise self.error


def said(error: BaseException) -> str:
    """The sentence of an error; it is one, it is whole, and it tells nobody's data."""
    sentence = str(error)
    assert sentence.endswith((".", "?"))
    assert not any(private in sentence for private in (BEN, "secret", "127.0.0.1", "NullPointer"))
    return sentence


def raised(error: type[Exception]) -> Exception:
    """An error of this class."""
    return error("broken", "{}", 0) if issubclass(error, requests.exceptions.JSONDecodeError) else error("broken")


@pytest.mark.parametrize("error", EVERY_ERROR, ids=lambda e: e.__name__)
def test_every_error_of_requests_is_translated(error: type[Exception]) -> None:
    """Nothing of the library below reaches a handler, for readings or for writings; the cause stays attached."""
    client = V2Client("http://v2.example", 1, lambda _: Broken(raised(error)))
    for request in (lambda: client.get("employees"), lambda: client.post("employees", body={})):
        with pytest.raises(LedgerError) as translated:
            request()
        assert isinstance(translated.value.__cause__, error)
        said(translated.value)
        assert not isinstance(translated.value, LedgerRefused)


@pytest.mark.parametrize("error", [below.LocationParseError("x"), below.ProtocolError("x"), below.DecodeError("x")])
def test_what_requests_does_not_wrap_is_translated_too(error: Exception) -> None:
    """The library below that one has errors of its own."""
    client = V2Client("http://v2.example", 1, lambda _: Broken(error))
    with pytest.raises(LedgerError):
        client.get("employees")


@pytest.mark.parametrize("odd", ODD_ANSWERS)
def test_an_odd_answer_to_a_reading_is_a_ledger_error(v2: V2, odd: str) -> None:
    """One sentence for each; and the next reading is answered as if nothing had been."""
    v2.server.misbehave(*[ODD_ANSWERS[odd]] * 3)  # a reading is repeated twice where that may help
    with pytest.raises(LedgerError) as error:
        v2.ledger.employees()
    said(error.value)
    v2.server.faults.clear()
    assert len(v2.ledger.employees()) == 2


@pytest.mark.parametrize("odd", ODD_ANSWERS)
@pytest.mark.parametrize("acts", [False, True], ids=["before", "after"])
def test_an_odd_answer_to_a_writing_leaves_nothing_lost_or_doubled(v2: V2, odd: str, acts: bool) -> None:
    """Carried out or not, the ledger finds out: what stands is noted, what does not is written by the next try."""
    v2.server.misbehave(replace(ODD_ANSWERS[odd], acts=acts, method="POST"))
    approved = write("p1", apollo(MON))
    denied = odd in ("forbidden", "not there", "too many")
    try:
        v2.ledger.apply((approved,))
    except LedgerError as error:
        said(error)
        v2.clock.time += timedelta(minutes=1)
        if acts and denied:  # a server that says no and writes all the same is found out by the picture
            with pytest.raises(LedgerRefused, match="has changed"):
                v2.ledger.apply((approved,))
        else:
            v2.ledger.apply((approved,))
    assert v2.entries() == [("2026-11-02", "APO", 50)]
    assert len([line for line in v2.server.requests if line.startswith("POST")]) == (1 if acts else 2)


def test_a_refusal_is_passed_on_with_its_reason(v2: V2) -> None:
    """The server said no: nothing stands, nothing is left in the journal, and the person reads why."""
    body = b'{"message": "the month is closed\\nfor accounting"}'
    v2.server.misbehave(Fault(status=400, body=body, method="POST"))
    with pytest.raises(LedgerRefused, match=r"refused by .*: the month is closed for accounting"):
        v2.ledger.apply((write("p1", apollo(MON)),))
    assert v2.ledger.standing((write("p1", apollo(MON)),)) is Standing.NOTHING
    v2.ledger.apply((write("p2", apollo(MON)),))
    assert v2.entries() == [("2026-11-02", "APO", 50)]


def test_a_slow_server_is_given_up_and_found_out_later(v2: V2) -> None:
    """No answer within the time-out is an error, whatever the server does with the request."""
    impatient = v2.another(timeout_s=0.2)
    v2.server.misbehave(Fault("hang", acts=True, method="POST"))
    impatient.apply((write("p1", apollo(MON)),))  # the reading right after it shows that it was carried out
    v2.server.misbehave(*[Fault("hang", method="GET")] * 3)
    with pytest.raises(LedgerError, match=r"no answer .* in time"):
        impatient.employees()
    assert v2.entries() == [("2026-11-02", "APO", 50)]


def test_a_server_that_is_not_there_is_away(v2: V2) -> None:
    """Refused connections are told apart from requests that may have arrived: nothing has to be settled."""
    nowhere = V2Client("http://127.0.0.1:9", 1)
    with pytest.raises(LedgerError, match="cannot reach"):
        nowhere.get("employees")
    with pytest.raises(LedgerError) as error:
        nowhere.post("employees", body={})
    assert not isinstance(error.value, OutcomeUnknown)
    nowhere.close()


def test_readings_are_repeated_a_few_times_and_writings_never(v2: V2) -> None:
    """An overloaded server is asked three times; a second POST could write twice."""
    v2.server.misbehave(*[Fault(status=503, method="GET")] * 2)
    assert len(v2.ledger.employees()) == 2
    assert len(v2.server.requests) == 3
    v2.server.misbehave(*[Fault(status=503, method="POST")] * 2)
    with pytest.raises(LedgerError):
        v2.ledger.apply((write("p1", apollo(TUE)),))
    assert sum(line.startswith("POST") for line in v2.server.requests) == 1


@pytest.fixture
def log() -> Iterator[list[Any]]:
    """What is logged."""
    with capture_logs() as lines:
        yield lines


def test_no_log_line_and_no_traceback_holds_what_people_reported(v2: V2, log: list[Any]) -> None:
    """A shape that is wrong is said without its values, and without the library's error that quotes them."""
    v2.server.misbehave(ODD_ANSWERS["another form"])
    with pytest.raises(LedgerError) as error:
        v2.ledger.report(BEN, Month(2026, 11))
    assert error.value.__cause__ is None
    assert "secret" not in str(log)


def test_what_is_tried_again_is_not_logged_by_the_library_below(v2: V2, caplog: pytest.LogCaptureFixture) -> None:
    """Its warning would name the address, and so whose month it is."""
    below_us = logging.getLogger("urllib3.connectionpool")
    before = below_us.level
    set_up_logging("INFO")
    v2.ledger.employees()
    v2.server.misbehave(*[Fault("drop", method="GET")] * 2)
    try:
        v2.ledger.report(BEN, Month(2026, 11))
    finally:
        below_us.setLevel(before)
    assert BEN not in caplog.text
