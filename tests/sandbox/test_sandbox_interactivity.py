"""Clicks, forms, the Home tab and slash commands, with an unmodified Bolt app."""

from collections.abc import Callable
from typing import Any

import pytest
from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.clock import ManualClock
from sandbox.driver import NotThere, PersonAtDesk, Sandbox

Connect = Callable[[], object]


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def option(value: str) -> dict[str, Any]:
    return {"text": plain(value.title()), "value": value}


def buttons(*values: str) -> list[dict[str, Any]]:
    """One row per value, with a button of the same action_id each."""
    return [
        {
            "type": "section",
            "text": {"type": "mrkdwn", "text": value},
            "accessory": {"type": "button", "action_id": "approve", "value": value, "text": plain("Approve")},
        }
        for value in values
    ]


FORM: dict[str, Any] = {
    "type": "modal",
    "callback_id": "edit",
    "private_metadata": "proposal 7",
    "title": plain("Edit"),
    "submit": plain("Save"),
    "notify_on_close": True,
    "blocks": [
        {
            "type": "input",
            "block_id": "project",
            "label": plain("Project"),
            "element": {
                "type": "static_select",
                "action_id": "project",
                "options": [option("apollo"), option("zephyr")],
                "initial_option": option("apollo"),
            },
        },
        {
            "type": "input",
            "block_id": "days",
            "label": plain("Days"),
            "element": {
                "type": "multi_static_select",
                "action_id": "days",
                "options": [option("mon"), option("tue")],
                "initial_options": [option("mon")],
            },
        },
        {
            "type": "input",
            "block_id": "note",
            "label": plain("Note"),
            "optional": True,
            "element": {"type": "plain_text_input", "action_id": "note", "initial_value": "as usual"},
        },
        {
            "type": "input",
            "block_id": "day",
            "label": plain("From"),
            "element": {"type": "datepicker", "action_id": "day", "initial_date": "2026-11-16"},
        },
    ],
}


@pytest.fixture
def submitted(app: App, client: WebClient, ana: PersonAtDesk) -> list[dict[str, Any]]:
    """A message with a button that opens FORM; collects what is submitted, and refuses a project "zephyr"."""
    views: list[dict[str, Any]] = []

    @app.action("approve")
    def open_form(ack: Ack, body: dict, client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=FORM)

    @app.view("edit")
    def save(ack: Ack, view: dict) -> None:
        views.append(view)
        if view["state"]["values"]["project"]["project"]["selected_option"]["value"] == "zephyr":
            ack(response_action="errors", errors={"project": "You are not on Zephyr."})
        else:
            ack()

    client.chat_postMessage(channel=ana.channel, text="card", blocks=buttons("7"))
    return views


def test_a_click_says_which_button_of_several_with_one_action_id(app: App, connect: Connect, ana: PersonAtDesk) -> None:
    """block_actions carries the button's value, the message with its metadata, and a response_url."""
    clicks: list[dict[str, Any]] = []

    @app.action("approve")
    def approve(ack: Ack, body: dict) -> None:
        clicks.append(body)
        ack()

    connect()
    metadata = {"event_type": "card", "event_payload": {"turn": 3}}
    app.client.chat_postMessage(channel=ana.channel, text="card", blocks=buttons("1", "2"), metadata=metadata)
    assert ana.click("approve", value="2") == "acknowledged"
    (body,) = clicks
    assert body["actions"][0]["value"] == "2"
    assert body["message"]["metadata"] == metadata
    assert (body["user"]["id"], body["channel"]["id"]) == ("U1", ana.channel)


def test_a_card_is_replaced_through_its_response_url_five_times_at_most(
    app: App, connect: Connect, ana: PersonAtDesk, sandbox: Sandbox
) -> None:
    """respond(replace_original=True) changes the message in place; the sixth use is refused."""
    answers: list[int] = []

    @app.action("approve")
    def approve(ack: Ack, respond: Respond) -> None:
        ack()
        answers.extend(respond(text=f"written {n}", replace_original=True).status_code for n in range(6))
        app.client.chat_postMessage(channel=ana.channel, text="done")

    connect()
    app.client.chat_postMessage(channel=ana.channel, text="card", blocks=buttons("1"))
    ana.click("approve")
    ana.wait_for(lambda message: message["text"] == "done")
    assert answers == [200, 200, 200, 200, 200, 404]
    assert (ana.messages()[0]["text"], ana.messages()[0]["blocks"]) == ("written 4", [])
    assert sandbox.problems == ["response_url: used_url"]


def test_a_prefilled_form_submitted_unchanged_returns_its_values(
    connect: Connect, ana: PersonAtDesk, submitted: list[dict[str, Any]]
) -> None:
    """The state is seeded from initial_option, initial_options, initial_value and initial_date."""
    connect()
    ana.click("approve")
    ana.wait_until(lambda person: person.view)
    assert ana.submit() == {}
    (view,) = submitted
    values = view["state"]["values"]
    assert values["project"]["project"]["selected_option"] == option("apollo")
    assert values["days"]["days"]["selected_options"] == [option("mon")]
    assert values["note"]["note"]["value"] == "as usual"
    assert values["day"]["day"]["selected_date"] == "2026-11-16"
    assert view["private_metadata"] == "proposal 7"
    assert ana.view is None


def test_errors_stand_under_their_field_and_the_next_submit_closes_the_form(
    connect: Connect, ana: PersonAtDesk, submitted: list[dict[str, Any]]
) -> None:
    """response_action errors keeps the modal and what was entered."""
    connect()
    ana.click("approve")
    ana.wait_until(lambda person: person.view)
    assert ana.submit({"project": "zephyr", "note": "moved"}) == {"project": "You are not on Zephyr."}
    assert ana.view is not None
    assert ana.view["state"]["values"]["note"]["note"]["value"] == "moved"
    assert ana.submit({"project": "apollo"}) == {}
    assert ana.view is None
    assert len(submitted) == 2


def test_a_missing_required_field_is_refused_before_the_app_hears_of_it(
    connect: Connect, ana: PersonAtDesk, submitted: list[dict[str, Any]]
) -> None:
    """Slack's client checks optional, lengths and numbers itself."""
    connect()
    ana.click("approve")
    ana.wait_until(lambda person: person.view)
    assert ana.submit({"days": [], "note": ""}) == {"days": "Please complete this required field."}
    assert submitted == []


def test_submitting_can_update_push_and_clear(app: App, connect: Connect, ana: PersonAtDesk) -> None:
    """The other response_actions; a pushed view knows what is below it."""
    actions = iter(["update", "push", "clear"])

    @app.command("/form")
    def form(ack: Ack, body: dict, client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=FORM)

    @app.view("edit")
    def step(ack: Ack) -> None:
        action = next(actions)
        view = {**FORM, "title": plain(action)}
        ack({"response_action": action, **({} if action == "clear" else {"view": view})})

    connect()
    ana.slash("/form")
    first = ana.wait_until(lambda person: person.view)
    ana.submit()
    assert ana.view is not None
    assert (ana.view["id"], ana.view["title"]["text"]) == (first["id"], "update")
    ana.submit()
    assert ana.view["id"] != first["id"]
    ana.submit()
    assert ana.view is None


def test_closing_a_form_tells_the_app_if_it_asked_for_that(app: App, connect: Connect, ana: PersonAtDesk) -> None:
    """notify_on_close: view_closed with the view."""
    closed: list[str] = []

    @app.command("/form")
    def form(ack: Ack, body: dict, client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=FORM)

    @app.view_closed("edit")
    def on_close(ack: Ack, view: dict) -> None:
        closed.append(view["private_metadata"])
        ack()

    connect()
    ana.slash("/form")
    ana.wait_until(lambda person: person.view)
    ana.close_modal()
    assert (ana.view, closed) == (None, ["proposal 7"])


def test_a_trigger_works_once_and_for_three_seconds(
    app: App, connect: Connect, ana: PersonAtDesk, clock: ManualClock
) -> None:
    """The second use, a late use and an invented trigger_id are refused with Slack's error codes."""
    triggers: list[str] = []

    @app.command("/form")
    def form(ack: Ack, body: dict) -> None:
        triggers.append(body["trigger_id"])
        ack()

    connect()
    ana.slash("/form")
    ana.slash("/form")
    app.client.views_open(trigger_id=triggers[0], view=FORM)
    clock.advance(3)
    for trigger, error in [(triggers[0], "exchanged"), (triggers[1], "expired"), ("1.2.x", "invalid")]:
        with pytest.raises(SlackApiError, match=f"{error}_trigger_id"):
            app.client.views_open(trigger_id=trigger, view=FORM)


def test_updating_a_view_is_guarded_by_its_hash(app: App, connect: Connect, ana: PersonAtDesk) -> None:
    """views.update with an old hash is refused; entered values survive an update."""
    opened: list[dict[str, Any]] = []

    @app.command("/form")
    def form(ack: Ack, body: dict, client: WebClient) -> None:
        opened.append(client.views_open(trigger_id=body["trigger_id"], view=FORM)["view"])
        ack()

    connect()
    ana.slash("/form")
    ana.enter("note", "typed")
    (view,) = opened
    app.client.views_update(view_id=view["id"], hash=view["hash"], view={**FORM, "title": plain("New")})
    assert ana.view is not None
    assert ana.view["title"]["text"] == "New"
    assert ana.view["state"]["values"]["note"]["note"]["value"] == "typed"
    with pytest.raises(SlackApiError, match="hash_conflict"):
        app.client.views_update(view_id=view["id"], hash=view["hash"], view=FORM)


def test_the_home_tab_is_published_and_its_clicks_carry_the_view(
    app: App, connect: Connect, ana: PersonAtDesk, sandbox: Sandbox
) -> None:
    """app_home_opened with tab home → views.publish → block_actions with view and its private_metadata."""
    clicks: list[dict[str, Any]] = []

    @app.event("app_home_opened")
    def publish(event: dict, client: WebClient) -> None:
        view = {"type": "home", "private_metadata": "2026-11", "blocks": buttons(event["tab"])}
        client.views_publish(user_id=event["user"], view=view)

    @app.action("approve")
    def approve(ack: Ack, body: dict) -> None:
        clicks.append(body)
        ack()

    connect()
    ana.open_home()
    home = ana.wait_until(lambda person: person.home)
    assert home["blocks"][0]["text"]["text"] == "home"
    ana.click("approve")
    (body,) = clicks
    assert body["container"] == {"type": "view", "view_id": home["id"]}
    assert body["view"]["private_metadata"] == "2026-11"
    assert "message" not in body
    assert sandbox.person("U2").home is None


def test_a_slash_command_can_be_answered_in_its_acknowledgement(app: App, connect: Connect, ana: PersonAtDesk) -> None:
    """The text of the ack is shown to the person only."""

    @app.command("/tally")
    def answer(ack: Ack, command: dict) -> None:
        ack(f"you asked for {command['text']}")

    connect()
    assert ana.slash("/tally", "help") == "acknowledged"
    assert [(m["text"], m["ephemeral"]) for m in ana.messages()] == [("you asked for help", True)]


def test_a_shortcut_reaches_the_app(app: App, connect: Connect, ana: PersonAtDesk) -> None:
    """A global shortcut, with a trigger_id that opens a modal."""

    @app.shortcut("report")
    def report(ack: Ack, body: dict, client: WebClient) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=FORM)
        ack()

    connect()
    assert ana.shortcut("report") == "acknowledged"
    assert ana.view is not None


def test_an_interaction_without_an_app_fails_where_the_person_sees_it(client: WebClient, ana: PersonAtDesk) -> None:
    """Interactions are never queued or repeated."""
    client.chat_postMessage(channel=ana.channel, text="card", blocks=buttons("1"))
    assert ana.click("approve") == "not_connected"
    assert "did not answer" in ana.failure


def test_a_select_offers_only_its_options(client: WebClient, ana: PersonAtDesk) -> None:
    """The driver cannot do what a person cannot: pick what is not there, click what is not shown."""
    select = {"type": "static_select", "action_id": "pick", "options": [option("apollo")]}
    client.chat_postMessage(channel=ana.channel, text="card", blocks=[{"type": "actions", "elements": [select]}])
    with pytest.raises(ValueError, match="apollo"):
        ana.click("pick", value="zephyr")
    with pytest.raises(NotThere, match="pick"):
        ana.click("undo")
