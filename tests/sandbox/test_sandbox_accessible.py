"""The page for ears and for hands on a keyboard: axe-core finds nothing serious, Tab reaches everything, dialogs hold
the focus and give it back.

Needs Chromium, and axe-core from npm (`make npm`).
"""

from typing import Any

import pytest
from playwright.sync_api import Page, expect
from slack_bolt import Ack, App
from slack_sdk import WebClient

from sandbox.driver import PersonAtDesk, Sandbox
from tests.npm import package
from tests.sandbox.block_samples import BLOCKS, CONFIRM, ELEMENTS, LETTERS, in_block, plain
from tests.sandbox.test_sandbox_blocks import CLICKED, FIELDS, IN_HOMES, IN_MESSAGES, blocks_of, modal, open_modal
from tests.sandbox.test_sandbox_page import Connect

FOCUS = """() => {
    const e = document.activeElement, style = getComputedStyle(e);
    const form = e.id === "composer" ? getComputedStyle(e.form) : style; // the field's own frame shows it
    const ring = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || form.boxShadow !== "none";
    const unseen = [...ancestors(e)].some((one) => getComputedStyle(one).opacity === "0");
    function* ancestors(one) { for (; one; one = one.parentElement) yield one; }
    if (!e.dataset.stop) e.dataset.stop = document.querySelectorAll("[data-stop]").length + 1;
    const name = e.tagName + "#" + e.dataset.stop + " " + (e.ariaLabel || e.textContent || e.name).slice(0, 30);
    return { name, body: e === document.body, dialog: !!e.closest("dialog"), seen: ring && !unseen };
}"""
CONTROLS = """(scope) => [...document.querySelectorAll(scope)].flatMap((place) =>
    [...place.querySelectorAll("button, input, select, textarea, summary, a[href]")])
    .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !(e.type === "radio" && !e.checked)
        && !(e.role === "tab" && e.tabIndex < 0) && !e.dataset.stop)
    .map((e) => e.outerHTML.slice(0, 120))"""


@pytest.fixture
def axe(page: Page) -> Any:
    """Asks axe-core for what is seriously wrong with the page as it stands."""
    script = (package("axe-core") / "axe.min.js").read_text(encoding="utf-8")

    def check() -> list[str]:
        page.evaluate(script)
        found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
        serious = [one for one in found["violations"] if one["impact"] in {"serious", "critical"}]
        return [f"{one['id']}: {node['html'][:200]}" for one in serious for node in one["nodes"]]

    return check


def card(client: WebClient, ana: PersonAtDesk) -> None:
    """Some words of both sides, and a message with everything that may stand in one."""
    ana.say("hello `there`")
    client.chat_postMessage(channel=ana.channel, text="*Hi*, <https://example.org|look>: ```code```")
    client.chat_postMessage(channel=ana.channel, text="x", blocks=[*blocks_of(IN_MESSAGES), *CLICKED.values()])


def test_axe_finds_nothing_serious_in_a_conversation(client: WebClient, ana: PersonAtDesk, page: Page, axe: Any):
    """Every block and element of a message, suggested prompts, a status, a failure; and the open Trouble menu."""
    card(client, ana)
    prompts = [{"title": "What is missing?", "message": "what is missing?"}]
    client.assistant_threads_setSuggestedPrompts(channel_id=ana.channel, thread_ts="1", title="Try", prompts=prompts)
    client.assistant_threads_setStatus(channel_id=ana.channel, thread_ts=ana.messages()[0]["ts"], status="is reading…")
    expect(page.get_by_test_id("status")).to_contain_text("is reading")
    expect(page.get_by_test_id("prompt")).to_be_visible()
    page.get_by_test_id("message").first.hover()
    assert axe() == []
    page.get_by_test_id("trouble").click()
    page.get_by_test_id("trouble-slow").click()
    expect(page.get_by_test_id("trouble-planned")).to_have_text("1 to come")
    assert axe() == []


def test_axe_finds_nothing_serious_in_a_home_tab(client: WebClient, ana: PersonAtDesk, page: Page, axe: Any):
    """Every block of a Home tab, and an empty one."""
    page.get_by_test_id("tab-home").click()
    assert axe() == []
    blocks = [*blocks_of(IN_HOMES), in_block("overflow", ELEMENTS["overflow"])]
    client.views_publish(user_id=ana.id, view={"type": "home", "blocks": blocks})
    expect(page.get_by_test_id("home")).to_contain_text("rich words")
    page.get_by_test_id("overflow-overflow").locator("summary").click()
    assert axe() == []


def test_axe_finds_nothing_serious_in_a_modal(
    sandbox: Sandbox, client: WebClient, ana: PersonAtDesk, page: Page, axe: Any
):
    """Every field, as it opens and with an error under each; and the dialog that asks whether one is sure."""
    open_modal(
        sandbox, client, ana, modal(BLOCKS["alert"][0], *FIELDS.values(), in_block("button", ELEMENTS["button"]))
    )
    dialog = page.get_by_test_id("modal")
    expect(dialog).to_contain_text("Label of number_input")
    assert axe() == []
    desk = sandbox.standin.workspace.desks[ana.id]
    wrong = {block["block_id"]: "This is wrong." for block in FIELDS.values()}
    sandbox.call(lambda: sandbox.standin.modals.show_errors(desk, desk.modals[-1], wrong))
    expect(dialog.locator(".error")).to_have_count(len(FIELDS))
    assert axe() == []
    dialog.get_by_test_id("select-multi_static_select").locator("summary").click()
    assert axe() == []
    dialog.get_by_test_id("button-button").click()
    expect(page.get_by_test_id("confirm")).to_contain_text(CONFIRM["text"]["text"])
    assert axe() == []


def walk(page: Page, key: str = "Tab", most: int = 150) -> list[dict[str, Any]]:
    """Press Tab until it comes round; where the focus was."""
    stops: list[dict[str, Any]] = []
    while len(stops) < most:
        page.keyboard.press(key)
        stop = page.evaluate(FOCUS)
        if stops and stop["name"] == stops[0]["name"] != stops[-1]["name"]:
            break  # round; a date takes three steps in a row
        stops.append(stop)
    return stops


def test_tab_reaches_every_control_and_shows_where_it_is(client: WebClient, ana: PersonAtDesk, page: Page):
    """In the order of the page; of radio buttons and tabs the chosen one, as usual."""
    card(client, ana)
    page.evaluate("document.activeElement.blur()")
    stops = walk(page)
    assert [stop["name"] for stop in stops if not stop["seen"] and not stop["body"]] == []
    assert page.evaluate(CONTROLS, "body") == []


def test_a_modal_holds_the_focus_and_escape_gives_it_back(app: App, connect: Connect, ana: PersonAtDesk, page: Page):
    """Opened by Enter on a button, which is where the focus is again afterwards; its list closes first."""

    @app.action("button")
    def form(ack: Ack, body: dict, client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=modal(*FIELDS.values()))

    connect()
    plainly = {"type": "button", "action_id": "button", "text": plain("Edit")}
    app.client.chat_postMessage(channel=ana.channel, text="x", blocks=[{"type": "actions", "elements": [plainly]}])
    page.get_by_test_id("button-button").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_test_id("modal")
    expect(dialog.locator(":focus")).to_have_count(1)
    stops = walk(page)
    assert all(stop["dialog"] or stop["body"] for stop in stops)
    assert page.evaluate(CONTROLS, "#modal") == []
    days = dialog.get_by_test_id("select-multi_static_select")
    days.locator("summary").focus()
    page.keyboard.press("Space")
    expect(days).to_have_attribute("open", "")
    page.keyboard.press("Escape")
    expect(days).not_to_have_attribute("open", "")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_test_id("button-button")).to_be_focused()


def test_space_works_a_menu_and_a_choice(app: App, connect: Connect, ana: PersonAtDesk, page: Page):
    """An overflow menu is opened, walked and picked from; a radio button is moved with the arrows."""
    picked: list[Any] = []

    @app.action("overflow")
    @app.action("radio_buttons")
    def pick(ack: Ack, action: dict) -> None:
        ack()
        picked.append(action["selected_option"]["value"])

    connect()
    blocks = [in_block(kind, ELEMENTS[kind]) for kind in ("overflow", "radio_buttons")]
    app.client.chat_postMessage(channel=ana.channel, text="x", blocks=blocks)
    page.get_by_test_id("overflow-overflow").locator("summary").focus()
    for key in ("Space", "Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_test_id("overflow-overflow").locator("[aria-busy]")).to_have_count(0)
    page.get_by_test_id("option-apollo").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_test_id("option-zephyr")).to_be_checked()
    ana.wait_until(lambda _: len(picked) == 2)
    assert picked == [LETTERS[1]["value"], LETTERS[1]["value"]]


def test_a_new_message_is_announced_once(client: WebClient, ana: PersonAtDesk, page: Page):
    """The live region says who and what, once it is whole; a card that is repainted is no news."""
    said, announcer = ana.say("hello"), page.get_by_test_id("announcer")
    expect(page.get_by_test_id("message")).to_have_count(1)
    expect(announcer).to_be_empty()
    ts = client.chat_startStream(channel=ana.channel, thread_ts=said["ts"], markdown_text="four ")["ts"]
    expect(page.get_by_test_id("message")).to_have_count(2)
    expect(announcer).to_be_empty()
    client.chat_appendStream(channel=ana.channel, ts=ts, markdown_text="**days**")
    client.chat_stopStream(channel=ana.channel, ts=ts)
    expect(announcer).to_have_text("Tally: four days")
    client.chat_update(channel=ana.channel, ts=ts, text="five days")
    expect(page.get_by_test_id("message").last).to_contain_text("five days")
    expect(announcer).to_have_text("Tally: four days")
