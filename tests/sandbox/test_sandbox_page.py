"""The page in a browser: what a person sees and does. Needs Chromium; skipped where there is none."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect
from slack_bolt import Ack, App, Say, SetStatus
from slack_sdk import WebClient

from sandbox.driver import PersonAtDesk

Connect = Callable[[], object]


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def form() -> dict[str, Any]:
    options = [{"text": plain(name), "value": name} for name in ("apollo", "zephyr")]
    select = {"type": "static_select", "action_id": "project", "options": options, "initial_option": options[0]}
    note = {"type": "plain_text_input", "action_id": "note", "initial_value": "as usual"}
    return {
        "type": "modal",
        "callback_id": "edit",
        "title": plain("Edit"),
        "submit": plain("Save"),
        "blocks": [
            {"type": "input", "block_id": "project", "label": plain("Project"), "element": select},
            {"type": "input", "block_id": "note", "label": plain("Note"), "element": note},
        ],
    }


def test_a_message_is_sent_and_its_answer_shown_as_text(app: App, connect: Connect, page: Page) -> None:
    """Markup is rendered, HTML is not; the status line is up while the app works."""

    @app.event("message")
    def reply(say: Say, set_status: SetStatus, event: dict) -> None:
        set_status("is reading October…")
        say(f"*bold* {event['text']} <script>alert(1)</script>")

    connect()
    page.get_by_test_id("composer").fill("one & <i>two</i>")
    page.get_by_test_id("send").click()
    answer = page.get_by_test_id("message").nth(1)
    expect(answer).to_contain_text("bold one & <i>two</i> <script>alert(1)</script>")
    expect(answer.locator("strong").last).to_have_text("bold")
    expect(page.get_by_test_id("status")).to_contain_text("Tally is reading October…")


def test_a_form_keeps_what_was_typed_when_it_shows_errors(
    app: App, connect: Connect, page: Page, ana: PersonAtDesk
) -> None:
    """Prefilled, refused with a sentence under the field, corrected, closed."""
    notes: list[str] = []

    @app.action("edit")
    def open_form(ack: Ack, body: dict, client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=form())

    @app.view("edit")
    def save(ack: Ack, view: dict) -> None:
        values = view["state"]["values"]
        notes.append(values["note"]["note"]["value"])
        refused = values["project"]["project"]["selected_option"]["value"] == "zephyr"
        ack({"response_action": "errors", "errors": {"project": "Not on Zephyr."}} if refused else "")

    connect()
    button = {"type": "button", "action_id": "edit", "text": plain("Edit")}
    app.client.chat_postMessage(channel=ana.channel, text="card", blocks=[{"type": "actions", "elements": [button]}])
    page.get_by_test_id("button-edit").click()
    expect(page.get_by_test_id("input-note")).to_have_value("as usual")
    page.get_by_test_id("input-note").fill("typed")
    page.get_by_test_id("select-project").select_option("zephyr")
    page.get_by_test_id("modal-submit").click()
    expect(page.get_by_test_id("error-project")).to_have_text("Not on Zephyr.")
    expect(page.get_by_test_id("input-note")).to_have_value("typed")
    page.get_by_test_id("select-project").select_option("apollo")
    page.get_by_test_id("modal-submit").click()
    expect(page.get_by_test_id("modal")).to_be_hidden()
    assert notes == ["typed", "typed"]


def test_each_person_has_a_home_of_their_own(app: App, connect: Connect, page: Page) -> None:
    """Another person, another Home tab; the keyboard moves between the tabs."""

    @app.event("app_home_opened")
    def publish(event: dict, client: WebClient) -> None:
        blocks = [{"type": "header", "text": plain(f"Home of {event['user']}")}]
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})

    connect()
    page.get_by_test_id("tab-home").click()
    expect(page.get_by_test_id("home")).to_have_text("Home of U1")
    page.get_by_test_id("person-U2").click()
    page.get_by_test_id("tab-messages").press("ArrowRight")
    expect(page.get_by_test_id("home")).to_have_text("Home of U2")


def test_a_click_that_nobody_answers_is_said_to_have_failed(client: WebClient, page: Page, ana: PersonAtDesk) -> None:
    """No app is connected: the person is told, and a message says that it waits."""
    button = {"type": "button", "action_id": "go", "text": plain("Go")}
    client.chat_postMessage(channel=ana.channel, text="card", blocks=[{"type": "actions", "elements": [button]}])
    page.get_by_test_id("button-go").click()
    expect(page.get_by_test_id("failure")).to_contain_text("did not answer")
    page.get_by_test_id("composer").fill("anyone?")
    page.get_by_test_id("composer").press("Enter")
    expect(page.get_by_test_id("message").last).to_contain_text("Waiting for Tally to connect")
