"""Every block and every element is drawn: something to see, and nothing that the page does not know.

Needs Chromium; skipped where there is none.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from slack_sdk import WebClient

from sandbox import block_kit as kit
from sandbox.driver import PersonAtDesk, Sandbox
from sandbox.limits import check_message, check_view
from tests.sandbox.block_samples import BLOCKS, ELEMENTS, NOT_SHOWN, as_field, in_block, plain

IN_MESSAGES = [kind for kind in BLOCKS if kit.MESSAGE in kit.SURFACES.get(kind, kit.EVERYWHERE)]
IN_HOMES = [kind for kind in BLOCKS if kit.HOME in kit.SURFACES.get(kind, kit.EVERYWHERE) and kind != "input"]
IN_MODALS = [kind for kind in BLOCKS if kit.MODAL in kit.SURFACES.get(kind, kit.EVERYWHERE)]
FIELDS = {kind: as_field(kind, ELEMENTS[kind]) for kind in ELEMENTS if kind in kit.ALLOWED_IN["input"]}
CLICKED = {kind: in_block(kind, ELEMENTS[kind]) for kind in ELEMENTS if kind not in kit.TEXT_INPUTS}


def blocks_of(kinds: list[str]) -> list[dict[str, Any]]:
    return [BLOCKS[kind][0] for kind in kinds]


def modal(*blocks: dict[str, Any]) -> dict[str, Any]:
    return {"type": "modal", "title": plain("Form"), "submit": plain("Save"), "blocks": list(blocks)}


def test_there_is_a_sample_of_everything_that_the_sandbox_takes() -> None:
    """A block or an element that is added to the tables has to be drawn here too; and each sample is a valid one."""
    assert set(BLOCKS) == set(kit.BLOCK_PROPERTIES)
    assert set(ELEMENTS) | NOT_SHOWN | {"image"} == set(kit.ELEMENT_PROPERTIES)
    assert check_message({"text": "x", "blocks": [*blocks_of(IN_MESSAGES), *CLICKED.values()]}) == []
    assert check_view({"type": "home", "blocks": blocks_of(IN_HOMES)}) == []
    assert check_view(modal(*blocks_of(IN_MODALS), *FIELDS.values())) == []


@pytest.fixture
def message(client: WebClient, ana: PersonAtDesk, page: Page) -> Iterator[Locator]:
    """A message with every block and every element that may stand in one."""
    client.chat_postMessage(channel=ana.channel, text="x", blocks=[*blocks_of(IN_MESSAGES), *CLICKED.values()])
    yield page.get_by_test_id("message").last
    expect(page.locator(".unsupported")).to_have_count(0)


def test_every_block_of_a_message_is_seen(message: Locator) -> None:
    """With the words that are in it, and a size."""
    for kind in IN_MESSAGES:
        is_seen(message, kind)


def test_every_element_of_a_message_is_seen_and_has_a_name(message: Locator) -> None:
    """A control that no screen reader can name is no control."""
    for kind, block in CLICKED.items():
        has_a_named_control(message.locator(f"[data-block-id='{block['block_id']}']"), kind)


def test_every_block_of_a_home_tab_is_seen(client: WebClient, ana: PersonAtDesk, page: Page) -> None:
    """A hundred of them, which is as many as there may be."""
    more = [{"type": "context", "elements": [plain(f"line {n}")]} for n in range(100 - len(IN_HOMES))]
    client.views_publish(user_id=ana.id, view={"type": "home", "blocks": [*blocks_of(IN_HOMES), *more]})
    page.get_by_test_id("tab-home").click()
    home = page.get_by_test_id("home")
    expect(home.locator("> [data-block]")).to_have_count(100)
    for kind in IN_HOMES:
        is_seen(home, kind)
    expect(home.locator(".unsupported")).to_have_count(0)


def test_every_block_and_field_of_a_modal_is_seen_and_named_by_its_label(
    sandbox: Sandbox, client: WebClient, ana: PersonAtDesk, page: Page
) -> None:
    """What stands above a field is what a screen reader calls it."""
    open_modal(sandbox, client, ana, modal(*blocks_of(IN_MODALS), *FIELDS.values()))
    dialog = page.get_by_test_id("modal")
    for kind in IN_MODALS:
        is_seen(dialog, kind)
    for kind, block in FIELDS.items():
        field = dialog.locator(f"[data-block-id='{block['block_id']}']")
        expect(field).to_contain_text(f"Label of {kind}")
        has_a_named_control(field, kind, f"Label of {kind}")
    expect(dialog.locator(".unsupported")).to_have_count(0)


def test_what_the_page_does_not_know_is_said_where_it_stands(client: WebClient, ana: PersonAtDesk, page: Page) -> None:
    """A block of tomorrow, and an element whose options the app would have to be asked for."""
    select = {"type": "external_select", "action_id": "s", "placeholder": plain("from the app")}
    client.chat_postMessage(channel=ana.channel, text="x", blocks=[{"type": "actions", "elements": [select]}])
    expect(page.locator(".unsupported")).to_have_text("The sandbox does not know the element “external_select”.")
    page.evaluate(
        """async () => {
            const { renderBlocks } = await import("/page/blocks.js");
            document.getElementById("home").replaceChildren(...renderBlocks([{ type: "hologram", block_id: "h" }], {}));
        }"""
    )
    page.evaluate("document.getElementById('panel-home').hidden = false")
    expect(page.locator("[data-block-id=h]")).to_have_text("The sandbox does not know the block “hologram”.")
    expect(page.locator("[data-block-id=h]")).to_be_visible()


def is_seen(place: Locator, kind: str) -> None:
    """The block takes room, and its words are all there, in their order."""
    block = place.locator(f"[data-block-id='one-{kind}']").first
    expect(block).to_be_visible()
    look = "e => [e.className, e.offsetWidth, e.offsetHeight, e.innerText]"
    styled, width, height, text = block.evaluate(look)
    assert "unsupported" not in styled
    assert width > 0
    assert height > 0
    words = iter(text.split())
    assert all(word in words for word in BLOCKS[kind][1].split()), (kind, text)


def has_a_named_control(place: Locator, kind: str, name: str = "") -> None:
    """Something that takes the focus, with a name; the given one if there is one."""
    control = place.locator("button, input, select, textarea, summary, fieldset").first
    expect(control).to_be_visible()
    expect(control).to_have_accessible_name(re.compile(rf"^{name}" if name else r"\S"))


def open_modal(sandbox: Sandbox, client: WebClient, ana: PersonAtDesk, view: dict[str, Any]) -> None:
    """Open a modal as an app does that was just clicked."""
    trigger = sandbox.standin.tickets.new_trigger(sandbox.standin.workspace.desks[ana.id])
    client.views_open(trigger_id=trigger, view=view)
