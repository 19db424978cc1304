"""A person's browser at the sandbox's page, with the whole bot behind it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.scenarios.workplace import PATIENCE, Workplace, open_workplace

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    """The whole bot with the built-in model, connected to the sandbox."""
    with open_workplace(tmp_path) as opened:
        yield opened


@pytest.fixture
def page(workplace: Workplace) -> Iterator[Page]:
    """The sandbox's page in headless Chromium. An error in its console fails the test."""
    if CHROMIUM is None:
        missing = "there is no Chromium on this machine (`make browser` installs one)"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    errors: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        opened = browser.new_page(viewport={"width": 1280, "height": 800})
        opened.set_default_timeout(PATIENCE * 1000)
        expect.set_options(timeout=PATIENCE * 1000)
        opened.on("pageerror", lambda error: errors.append(str(error)))
        opened.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        opened.goto(workplace.sandbox.url)
        yield opened
        browser.close()
    assert errors == []
