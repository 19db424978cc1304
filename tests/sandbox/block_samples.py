"""One of each: every block and every element that the sandbox takes, with a word in it that has to be seen."""

from typing import Any

Block = dict[str, Any]


def plain(text: str) -> Block:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Block:
    return {"type": "mrkdwn", "text": text}


def options(*names: str) -> list[Block]:
    return [{"text": plain(name.title()), "value": name} for name in names]


def rich(text: str) -> Block:
    parts: list[Block] = [{"type": "text", "text": text, "style": {"bold": True}}, {"type": "emoji", "name": "tada"}]
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": parts}]}


IMAGE = {"type": "image", "image_url": "https://example.org/a.png", "alt_text": "a picture"}
TASK = {"type": "task_card", "task_id": "1", "title": "reading October", "status": "in_progress"}
CONFIRM = {
    "title": plain("Sure?"),
    "text": plain("There is no way back."),
    "confirm": plain("Yes"),
    "deny": plain("No"),
}
LETTERS = options("apollo", "zephyr")

ELEMENTS: dict[str, Block] = {
    "button": {"text": plain("Approve"), "style": "primary", "value": "1", "confirm": CONFIRM},
    "overflow": {"options": LETTERS},
    "checkboxes": {"options": LETTERS, "initial_options": LETTERS[:1]},
    "radio_buttons": {"options": LETTERS, "initial_option": LETTERS[0]},
    "datepicker": {"initial_date": "2026-11-16", "placeholder": plain("a day")},
    "timepicker": {"initial_time": "09:30"},
    "datetimepicker": {"initial_date_time": 1_763_000_000},
    "static_select": {"placeholder": plain("a project"), "options": LETTERS},
    "multi_static_select": {"placeholder": plain("days"), "options": LETTERS, "initial_options": LETTERS[:1]},
    "users_select": {"placeholder": plain("a person")},
    "multi_users_select": {"placeholder": plain("people"), "initial_users": ["U1"]},
    "plain_text_input": {"initial_value": "as usual", "multiline": True},
    "email_text_input": {"placeholder": plain("an address")},
    "url_text_input": {"placeholder": plain("a link")},
    "number_input": {"is_decimal_allowed": False, "initial_value": "50"},
    "feedback_buttons": {
        "positive_button": {"text": plain("Good answer"), "value": "good"},
        "negative_button": {"text": plain("Bad answer"), "value": "bad"},
    },
    "icon_button": {"icon": "trash", "text": plain("Remove")},
}
ELEMENTS = {kind: {"type": kind, "action_id": kind, **more} for kind, more in ELEMENTS.items()}
NOT_SHOWN = {"external_select", "multi_external_select"}
"""What the validator takes and the page says it does not know: the app would have to be asked for the options."""

BLOCKS: dict[str, tuple[Block, str]] = {
    "section": ({"text": mrkdwn("*bold* words"), "fields": [mrkdwn("left"), plain("right")]}, "bold words left right"),
    "divider": ({}, ""),
    "image": ({"image_url": "https://example.org/a.png", "alt_text": "a calendar"}, "a calendar"),
    "actions": ({"elements": [ELEMENTS["button"]]}, "Approve"),
    "context": ({"elements": [mrkdwn("small print"), IMAGE]}, "small print a picture"),
    "context_actions": ({"elements": [ELEMENTS["feedback_buttons"], ELEMENTS["icon_button"]]}, "🗑"),
    "input": ({"label": plain("Note"), "element": ELEMENTS["plain_text_input"], "hint": plain("or nothing")}, "Note"),
    "header": ({"text": plain("November :tada:")}, "November 🎉"),
    "markdown": ({"text": "**bold**\n\n| a | b |\n|---|---|\n| 1 | 2 |"}, "bold a b 1 2"),
    "rich_text": ({"elements": rich("rich words")["elements"]}, "rich words🎉"),
    "table": ({"rows": [[{"type": "raw_text", "text": "Day"}], [rich("Mon 16")]]}, "Day Mon 16🎉"),
    "task_card": ({**TASK, "details": rich("all of it")}, "reading October all of it🎉"),
    "plan": ({"title": "A plan", "tasks": [TASK]}, "A plan reading October"),
    "alert": ({"text": plain("careful"), "level": "warning"}, "careful"),
    "card": (
        {"title": plain("Apollo"), "subtitle": plain("Northwind"), "body": plain("four days"), "hero_image": IMAGE},
        "a picture Apollo Northwind four days",
    ),
}
BLOCKS = {kind: ({"type": kind, "block_id": f"one-{kind}", **more}, seen) for kind, (more, seen) in BLOCKS.items()}


def in_block(kind: str, element: Block) -> Block:
    """The element in a block where it may stand in a message."""
    if kind in {"feedback_buttons", "icon_button"}:
        return {"type": "context_actions", "block_id": f"with-{kind}", "elements": [element]}
    return {"type": "actions", "block_id": f"with-{kind}", "elements": [element]}


def as_field(kind: str, element: Block) -> Block:
    """The element as a field of a form."""
    return {"type": "input", "block_id": f"field-of-{kind}", "label": plain(f"Label of {kind}"), "element": element}
