"""Every error of slack_sdk is one of ours: nothing of the vendor's leaves the adapter."""

from __future__ import annotations

import http.client
import inspect
import socket
import urllib.error

import pytest
from slack_sdk import errors as vendor

from bot.errors import PlatformDenied, PlatformError, PlatformRefused
from bot.platforms.slack.errors import REFUSED, slack_errors, translated

EVERY_CLASS = [
    found
    for _, found in inspect.getmembers(vendor, inspect.isclass)
    if issubclass(found, Exception) and found.__module__ == vendor.__name__
]


def made(kind: type[Exception]) -> Exception:
    """An error of that class, as the SDK would raise it."""
    if kind is vendor.SlackApiError:
        return vendor.SlackApiError("said no", {"ok": False, "error": "fatal_error"})
    if kind is vendor.SlackTokenRotationError:
        return vendor.SlackTokenRotationError(vendor.SlackApiError("said no", {"error": "fatal_error"}))
    return kind("something")


@pytest.mark.parametrize("kind", EVERY_CLASS)
def test_every_error_of_the_sdk_is_mapped(kind: type[Exception]) -> None:
    """Whatever slack_sdk.errors defines becomes a PlatformError with the vendor's error as its cause."""
    error = made(kind)
    with pytest.raises(PlatformError) as caught, slack_errors("do it"):
        raise error
    assert caught.value.__cause__ is error


def test_the_sdk_defines_errors_at_all() -> None:
    """The walk above walks over something."""
    assert len(EVERY_CLASS) >= 8


@pytest.mark.parametrize(
    "error",
    [
        urllib.error.URLError("unreachable"),
        ConnectionResetError(),
        TimeoutError(),
        socket.gaierror(),
        http.client.RemoteDisconnected(),
        http.client.IncompleteRead(b""),
    ],
)
def test_a_broken_connection_is_worth_repeating(error: Exception) -> None:
    """What the SDK lets through from the network is a PlatformError, never a refusal."""
    with pytest.raises(PlatformError) as caught, slack_errors("do it"):
        raise error
    assert not isinstance(caught.value, PlatformRefused)


@pytest.mark.parametrize(
    "code",
    ["invalid_blocks", "channel_not_found", "not_in_channel", "msg_too_long", "msg_blocks_too_long"],
)
def test_permanent_errors_are_refusals(code: str) -> None:
    """Where repeating is useless, the outbox is told so."""
    assert code in REFUSED
    assert isinstance(translated(vendor.SlackApiError("no", {"error": code}), "post"), PlatformRefused)


@pytest.mark.parametrize("code", ["invalid_auth", "token_revoked", "missing_scope"])
def test_a_wrong_token_is_not_the_messages_fault(code: str) -> None:
    """What is to be sent waits in the outbox until somebody mends the token."""
    found = translated(vendor.SlackApiError("no", {"error": code}), "post")
    assert isinstance(found, PlatformDenied)
    assert not isinstance(found, PlatformRefused)


@pytest.mark.parametrize(
    "code", ["ratelimited", "internal_error", "fatal_error", "service_unavailable", "brand_new_error"]
)
def test_other_errors_are_worth_repeating(code: str) -> None:
    """An overload passes, and a code that nobody has met yet is not a reason to drop a message."""
    assert not isinstance(translated(vendor.SlackApiError("no", {"error": code}), "post"), PlatformRefused)


def test_an_answer_that_is_no_json_is_an_error_too() -> None:
    """A proxy's error page in place of Slack's answer is mapped like any other."""
    found = translated(vendor.SlackApiError("no", "<html>"), "post a message")  # type: ignore[arg-type]
    assert str(found) == "Slack: could not post a message (no error code)"
