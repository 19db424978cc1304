"""The validator on its own: what it lets pass and what it names."""

from typing import Any

import pytest

from sandbox.limits import check_message, check_view


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text}


def option(value: str, text: str = "Option") -> dict[str, Any]:
    return {"text": plain(text), "value": value}


def section(text: str = "text", **more: Any) -> dict[str, Any]:
    return {"type": "section", "text": mrkdwn(text), **more}


def button(**more: Any) -> dict[str, Any]:
    return {"type": "button", "action_id": "a", "text": plain("Go"), **more}


def actions(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements)}


def select(**more: Any) -> dict[str, Any]:
    return {"type": "static_select", "action_id": "s", "options": [option("1"), option("2")], **more}


def checkboxes(count: int) -> dict[str, Any]:
    return {"type": "checkboxes", "action_id": "c", "options": [option(str(n)) for n in range(count)]}


def field(element: dict[str, Any]) -> dict[str, Any]:
    return {"type": "input", "block_id": "b", "label": plain("Label"), "element": element}


def modal(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "modal", "title": plain("Title"), "submit": plain("Save"), "blocks": list(blocks), **more}


def table(*rows: list[str]) -> dict[str, Any]:
    return {"type": "table", "rows": [[{"type": "raw_text", "text": cell} for cell in row] for row in rows]}


def feedback(**more: Any) -> dict[str, Any]:
    thumb = {"text": plain("x" * 75), "value": "v" * 2000, "accessibility_label": "y" * 75}
    buttons = {"positive_button": thumb, "negative_button": thumb} | more
    return {"type": "context_actions", "elements": [{"type": "feedback_buttons", "action_id": "f", **buttons}]}


TEXT_INPUT = {"type": "plain_text_input", "action_id": "t"}

GOOD = [
    section("x" * 3000, fields=[mrkdwn("y")] * 10, accessory=button(style="danger", value="v" * 2000)),
    {"type": "header", "text": plain("x" * 150)},
    {"type": "divider"},
    {"type": "context", "elements": [mrkdwn("a"), plain("b")]},
    actions(*[button(action_id=str(n)) for n in range(25)]),
    actions(select(initial_option=option("2")), checkboxes(10)),
    table(["Day", "Entry"], ["Mon 16", "Apollo"]),
    {"type": "markdown", "text": "**bold**"},
    feedback(),
]

BAD_BLOCKS = [
    (feedback(positive_button={"text": plain("x" * 76), "value": "v"}), "must be less than 76 characters"),
    (feedback(negative_button={"text": plain("x"), "value": ""}), "must have 1 to 2000 characters"),
    (feedback(negative_button=None), "missing required field: negative_button"),
    (feedback(positive_button={"text": plain("x"), "value": "v", "style": "danger"}), "additional property 'style'"),
    (section(""), "must be more than 0 characters [/blocks/0/text/text]"),
    (section("x" * 3001), "must be less than 3001 characters"),
    (section(fields=[mrkdwn("x" * 2001)]), "must be less than 2001 characters [/blocks/0/fields/0/text]"),
    (section(fields=[mrkdwn("x")] * 11), "must have 1 to 10 items"),
    (section(colour="red"), "additional property 'colour' not allowed"),
    ({"type": "section"}, "missing required field: text or fields"),
    ({"type": "header", "text": plain("x" * 151)}, "must be less than 151 characters"),
    ({"type": "header", "text": mrkdwn("x")}, "must be a plain_text object"),
    ({"type": "banner"}, "unsupported type: banner"),
    ({"type": "alert", "text": plain("x")}, "not available in a message"),
    (section(block_id="x" * 256), "block_id must have 1 to 255 characters"),
    (actions(button(text=plain("x" * 76))), "must be less than 76 characters"),
    (actions(button(value="x" * 2001)), "must be less than 2001 characters"),
    (actions(button(style="blue")), "must be primary or danger"),
    (actions(button(colour="red")), "additional property 'colour' not allowed"),
    (actions(button(), button()), "`action_id` already exists in this block: a"),
    (actions(*[button(action_id=str(n)) for n in range(26)]), "must have 1 to 25 items"),
    (actions(), "must have 1 to 25 items"),
    (actions(TEXT_INPUT), "unsupported type: plain_text_input (in a block of type actions)"),
    (actions({"type": "slider", "action_id": "s"}), "unsupported type: slider"),
    (actions(select(options=[option("1", "x" * 76)])), "must be less than 76 characters"),
    (actions(select(options=[option("x" * 151)])), "must be less than 151 characters"),
    (actions(select(options=[option(str(n)) for n in range(101)])), "must have 1 to 100 items"),
    (actions(select(initial_option=option("9"))), "the initial option '9' is none of the options"),
    (actions(checkboxes(11)), "must have 1 to 10 items"),
    (actions(button(confirm={"title": plain("x" * 101), "text": plain("y")})), "must be less than 101 characters"),
    ({"type": "context", "elements": [mrkdwn("x")] * 11}, "must have 1 to 10 items"),
    (table(["Mon", ""]), "must be more than 0 characters"),
    (table(["x"] * 21), "must have 1 to 20 items"),
    (table(*[["x" * 200]] * 60), "a table holds at most 10000 characters"),
    (field({"type": "number_input", "action_id": "n"}), "missing required field: is_decimal_allowed"),
]


def test_a_full_message_within_every_limit_passes() -> None:
    """Each limit is met exactly."""
    assert check_message({"text": "x" * 40_000, "blocks": GOOD}) == []


@pytest.mark.parametrize(("block", "fault"), BAD_BLOCKS, ids=[fault for _, fault in BAD_BLOCKS])
def test_a_bad_block_is_named(block: dict[str, Any], fault: str) -> None:
    """One fault, one sentence, with the place where it is."""
    (sentence,) = check_message({"text": "x", "blocks": [block]})
    assert sentence.startswith("invalid_blocks: ")
    assert fault in sentence


@pytest.mark.parametrize(
    ("payload", "fault"),
    [
        ({}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "x", "blocks": [{"type": "divider"}] * 51}, "no more than 50 items"),
        ({"blocks": [section("x" * 2900)] * 5}, "msg_blocks_too_long"),
        ({"blocks": [section(block_id="b"), section(block_id="b")]}, "`block_id` already exists"),
        ({"blocks": [table(["a"]), table(["b"])]}, "only_one_table_allowed"),
        ({"blocks": [{"type": "markdown", "text": "x" * 6001}] * 2}, "more than 12000 characters"),
        ({"text": "x", "markdown_text": "y"}, "markdown_text_conflict"),
        ({"text": "x", "metadata": {"event_type": "a", "event_payload": []}}, "invalid_metadata_schema"),
    ],
)
def test_a_bad_message_is_named(payload: dict[str, Any], fault: str) -> None:
    """Limits over the whole message."""
    (sentence,) = check_message(payload)
    assert fault in sentence


@pytest.mark.parametrize(
    ("view", "fault"),
    [
        (modal(field(TEXT_INPUT), title=plain("x" * 25)), "must be less than 25 characters [/view/title/text]"),
        (modal(field(TEXT_INPUT), private_metadata="x" * 3001), "must be less than 3001 characters"),
        (modal(*[{"type": "divider"}] * 101), "no more than 100 items"),
        (modal({"type": "markdown", "text": "x"}), "not available in a modal"),
        (modal(colour="red"), "additional property 'colour' not allowed"),
        ({"type": "modal", "title": plain("x"), "blocks": [field(TEXT_INPUT)]}, "missing required field: submit"),
        ({"type": "home", "title": plain("x"), "blocks": []}, "additional property 'title' not allowed"),
        ({"type": "page", "blocks": []}, "unknown view type 'page'"),
        (modal(*[section("é" * 2900)] * 50), "view_too_large"),
    ],
)
def test_a_bad_view_is_named(view: dict[str, Any], fault: str) -> None:
    """Limits of modals and Home tabs."""
    (sentence,) = check_view(view)
    assert fault in sentence


def test_a_modal_with_a_hundred_blocks_passes() -> None:
    """Alerts may stand here, and a form may hold every kind of input."""
    blocks = [
        {"type": "alert", "text": mrkdwn("over 100 %"), "level": "warning"},
        field(select()),
        field(checkboxes(3)),
    ]
    blocks = [{key: value for key, value in block.items() if key != "block_id"} for block in blocks]
    assert check_view(modal(*blocks, *[{"type": "divider"}] * 97)) == []
