"""A sandbox with two people and a clock that stands still, Bolt apps that are connected to it, and its page."""

import logging
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from slack_bolt import App
from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler
from slack_sdk import WebClient

from sandbox.clock import ManualClock
from sandbox.driver import PersonAtDesk, Sandbox, running_sandbox

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

PEOPLE = [
    {"id": "U1", "name": "ana", "real_name": "Ana Díaz", "email": "ana@example.test", "tz": "Europe/Madrid"},
    {
        "id": "U2",
        "name": "ben",
        "real_name": "Ben Ode",
        "email": "ben@example.test",
        "is_admin": True,
        "locale": "fr-FR",
    },
]


@pytest.fixture
def clock() -> ManualClock:
    """Time that only passes when a test says so."""
    return ManualClock()


@pytest.fixture
def sandbox(clock: ManualClock) -> Iterator[Sandbox]:
    """A running sandbox; no app is connected yet."""
    with running_sandbox(PEOPLE, clock=clock) as running:
        yield running


@pytest.fixture
def ana(sandbox: Sandbox) -> PersonAtDesk:
    """The first person."""
    return sandbox.person("U1")


@pytest.fixture
def client(sandbox: Sandbox) -> WebClient:
    """The app's Web API client, as the SDK makes it."""
    return WebClient(sandbox.bot_token, base_url=sandbox.api_url)


@pytest.fixture
def app(client: WebClient) -> App:
    """An unmodified Bolt app without listeners."""
    quiet = logging.getLogger("bolt-under-test")
    quiet.setLevel(logging.CRITICAL)
    return App(client=client, logger=quiet)


@pytest.fixture
def connect(sandbox: Sandbox, app: App) -> Iterator[Callable[[], SocketModeHandler]]:
    """Connects the app over a real WebSocket, once its listeners are registered."""
    handlers: list[SocketModeHandler] = []

    def start() -> SocketModeHandler:
        handler = SocketModeHandler(app, sandbox.app_token)
        handlers.append(handler)
        handler.connect()
        sandbox.wait_for_connection()
        return handler

    yield start
    for handler in handlers:
        sandbox.disconnect(handler)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a file."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine (`make browser` installs one)")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, sandbox: Sandbox) -> Iterator[Page]:
    """The sandbox's page; any error in its console fails the test."""
    opened, errors = browser.new_page(viewport={"width": 1280, "height": 800}), []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    opened.goto(sandbox.url)
    opened.locator("body[data-ready]").wait_for()
    yield opened
    opened.close()
    assert errors == []
