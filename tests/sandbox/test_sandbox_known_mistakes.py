"""What other stand-ins for Slack are known to get wrong, and this one must not.

A prefilled form returns what stands in it (here, for every input); clicks on the Home tab carry their view, a trigger
works once, a response_url five times (test_sandbox_interactivity); an event goes to one connection and comes again
when it is not acknowledged (test_sandbox_socket_mode); bad tokens and over-long blocks are refused, JSON, forms and
empty bodies mean the same (test_sandbox_web_api, test_sandbox_limits).
"""

import copy
import json
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
import websocket
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.clock import ManualClock
from sandbox.driver import PersonAtDesk, Sandbox
from sandbox.inputs import is_input, seed
from sandbox.limits import check_message, check_view
from sandbox.state import with_ids
from tests.sandbox.block_samples import BLOCKS, ELEMENTS, as_field, in_block, plain
from tests.sandbox.test_sandbox_blocks import FIELDS, modal, open_modal
from tests.sandbox.test_sandbox_page import Connect
from tests.sandbox.test_sandbox_trouble import connected

LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
ANYTHING = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner), max_leaves=4
)
SAMPLES = [*(block for block, _ in BLOCKS.values()), *FIELDS.values(), *map(in_block, ELEMENTS, ELEMENTS.values())]
PREFILLED = {
    "checkboxes": {"initial_options": "selected_options"},
    "radio_buttons": {"initial_option": "selected_option"},
    "datepicker": {"initial_date": "selected_date"},
    "timepicker": {"initial_time": "selected_time"},
    "datetimepicker": {"initial_date_time": "selected_date_time"},
    "static_select": {"initial_option": "selected_option"},
    "multi_static_select": {"initial_options": "selected_options"},
    "users_select": {"initial_user": "selected_user"},
    "multi_users_select": {"initial_users": "selected_users"},
    "plain_text_input": {"initial_value": "value"},
    "email_text_input": {"initial_value": "value"},
    "url_text_input": {"initial_value": "value"},
    "number_input": {"initial_value": "value"},
}
MORE = {
    "static_select": {"initial_option": ELEMENTS["static_select"]["options"][0]},
    "users_select": {"initial_user": "U2"},
    "email_text_input": {"initial_value": "ana@example.test"},
    "url_text_input": {"initial_value": "https://example.org"},
}


def test_a_form_with_every_input_prefilled_and_submitted_unchanged_returns_every_value(
    app: App, connect: Connect, sandbox: Sandbox, ana: PersonAtDesk
) -> None:
    """No null, no empty list: what the app put there is what it gets."""
    submitted: list[dict[str, Any]] = []

    @app.view("form")
    def save(ack: Ack, view: dict) -> None:
        submitted.append(view["state"]["values"])
        ack()

    connect()
    elements = {kind: {**ELEMENTS[kind], **MORE.get(kind, {})} for kind in FIELDS}
    assert set(PREFILLED) == {kind for kind in elements if is_input(elements[kind])} == set(elements)
    view = modal(*[as_field(kind, element) for kind, element in elements.items()])
    open_modal(sandbox, app.client, ana, {**view, "callback_id": "form"})
    assert ana.submit() == {}
    (values,) = submitted
    for kind, names in PREFILLED.items():
        ((initial, state),) = names.items()
        assert values[f"field-of-{kind}"][kind] == {"type": kind, state: elements[kind][initial]}


def test_a_fourth_view_cannot_be_pushed(app: App, connect: Connect, sandbox: Sandbox, ana: PersonAtDesk) -> None:
    """The stack of modals is three deep."""
    outcomes: list[str] = []

    @app.action("button")
    def deeper(ack: Ack, body: dict, client: WebClient) -> None:
        try:
            client.views_push(trigger_id=body["trigger_id"], view=view)
            outcomes.append("pushed")
        except SlackApiError as error:
            outcomes.append(error.response["error"])
        ack()

    button = {"type": "button", "action_id": "button", "text": plain("Deeper")}
    view = modal({"type": "actions", "elements": [button]})
    connect()
    open_modal(sandbox, app.client, ana, view)
    for _ in range(3):
        ana.click("button")
    assert outcomes == ["pushed", "pushed", "push_limit_reached"]


def test_an_eleventh_connection_is_turned_away(sandbox: Sandbox) -> None:
    """With the reason, and the other ten go on."""
    with ExitStack() as open_ones:
        for number in range(1, 11):
            open_ones.enter_context(connected(sandbox))
            sandbox.wait_until(lambda n=number: sandbox.connections == n)
        url = WebClient(base_url=sandbox.api_url).apps_connections_open(app_token=sandbox.app_token)["url"]
        one_more = websocket.create_connection(url, timeout=5)
        assert json.loads(one_more.recv()) == {"type": "disconnect", "reason": "too_many_websockets"}
        one_more.shutdown()
        assert sandbox.connections == 10


def test_a_response_url_ends_after_half_an_hour(
    app: App, connect: Connect, sandbox: Sandbox, ana: PersonAtDesk, clock: ManualClock
) -> None:
    """However seldom it was used."""
    responds: list[Respond] = []

    @app.command("/later")
    def later(ack: Ack, respond: Respond) -> None:
        responds.append(respond)
        ack()

    connect()
    ana.slash("/later")
    clock.advance(29 * 60)
    assert responds[0]("in time").status_code == 200
    clock.advance(60)
    assert responds[0]("too late").status_code == 404
    assert [message["text"] for message in ana.messages()] == ["in time"]
    assert sandbox.problems == ["response_url: expired_url"]


def places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of everything inside."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, inner in items:
        yield (*path, name)
        yield from places(inner, (*path, name))


@given(st.data(), ANYTHING)
@settings(deadline=None, max_examples=300)
def test_whatever_an_app_sends_is_judged_and_never_brings_the_stand_in_down(data: st.DataObject, anything: Any) -> None:
    """Anything at all where something else belongs, in any block: sentences, no exception; what passes can be kept."""
    block = copy.deepcopy(data.draw(st.sampled_from(SAMPLES)))
    *path, last = data.draw(st.sampled_from(list(places(block))))
    inner = block
    for name in path:
        inner = inner[name]
    inner[last] = anything
    for found in (check_message({"text": "x", "blocks": [block]}), check_view(modal(block))):
        assert all(isinstance(sentence, str) for sentence in found)
        if not found:
            seed(with_ids([block]))
    assert isinstance(check_message({"text": anything, "blocks": anything, "metadata": anything}), list)


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b"[1]", b'{"channel": 7, "text": 8, "blocks": 9}'])
def test_a_body_that_makes_no_sense_is_refused_as_slack_refuses_it(sandbox: Sandbox, body: bytes) -> None:
    """200 with `ok: false`, never a 500."""
    headers = {"Authorization": f"Bearer {sandbox.bot_token}"}
    asked = urllib.request.Request(f"{sandbox.api_url}chat.postMessage", body, headers)
    with urllib.request.urlopen(asked, timeout=5) as response:
        assert json.load(response)["ok"] is False
