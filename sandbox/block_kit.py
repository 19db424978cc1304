"""Block Kit as tables: which blocks and elements exist, where they may stand, and which properties they take.

There is no official schema. The names are those of slack-sdk 3.47 (`slack_sdk.models.blocks`), the surfaces those of
the table of blocks in Slack's documentation (autumn 2026). The lengths are in `limits.py`.
"""

MESSAGE, MODAL, HOME = "message", "modal", "home"
EVERYWHERE = frozenset({MESSAGE, MODAL, HOME})

_COMMON = {"type", "block_id"}

BLOCK_PROPERTIES: dict[str, set[str]] = {
    "section": _COMMON | {"text", "fields", "accessory", "expand"},
    "divider": _COMMON,
    "image": _COMMON | {"alt_text", "image_url", "slack_file", "title"},
    "actions": _COMMON | {"elements"},
    "context": _COMMON | {"elements"},
    "context_actions": _COMMON | {"elements"},
    "input": _COMMON | {"label", "element", "hint", "dispatch_action", "optional"},
    "header": _COMMON | {"text"},
    "markdown": _COMMON | {"text"},
    "rich_text": _COMMON | {"elements"},
    "table": _COMMON | {"rows", "column_settings"},
    "task_card": _COMMON | {"task_id", "title", "details", "output", "sources", "status"},
    "plan": _COMMON | {"title", "tasks"},
    "alert": _COMMON | {"text", "level"},
    "card": _COMMON | {"hero_image", "icon", "title", "subtitle", "body", "actions"},
}

SURFACES: dict[str, frozenset[str]] = {
    "alert": frozenset({MODAL}),
    "context_actions": frozenset({MESSAGE}),
    "markdown": frozenset({MESSAGE}),
    "table": frozenset({MESSAGE, HOME}),
    "task_card": frozenset({MESSAGE}),
    "plan": frozenset({MESSAGE}),
}

_INTERACTIVE = {"type", "action_id", "confirm"}
_INPUT = {"type", "action_id", "placeholder", "focus_on_load"}
_SELECT = _INPUT | _INTERACTIVE
_TEXT_INPUT = _INPUT | {"initial_value", "dispatch_action_config"}

ELEMENT_PROPERTIES: dict[str, set[str]] = {
    "button": _INTERACTIVE
    | {"text", "url", "value", "style", "accessibility_label", "visible_to_user_ids"}
    | {"agent_prompt", "agent_prompt_display"},
    "image": {"type", "alt_text", "image_url", "slack_file"},
    "overflow": _INTERACTIVE | {"options"},
    "checkboxes": _INTERACTIVE | {"options", "initial_options", "focus_on_load"},
    "radio_buttons": _INTERACTIVE | {"options", "initial_option", "focus_on_load"},
    "datepicker": _SELECT | {"initial_date"},
    "timepicker": _SELECT | {"initial_time", "timezone"},
    "datetimepicker": _INTERACTIVE | {"initial_date_time", "focus_on_load"},
    "static_select": _SELECT | {"options", "option_groups", "initial_option"},
    "multi_static_select": _SELECT | {"options", "option_groups", "initial_options", "max_selected_items"},
    "external_select": _SELECT | {"initial_option", "min_query_length"},
    "multi_external_select": _SELECT | {"initial_options", "min_query_length", "max_selected_items"},
    "users_select": _SELECT | {"initial_user"},
    "multi_users_select": _SELECT | {"initial_users", "max_selected_items"},
    "plain_text_input": _TEXT_INPUT | {"multiline", "min_length", "max_length"},
    "email_text_input": _TEXT_INPUT,
    "url_text_input": _TEXT_INPUT,
    "number_input": _TEXT_INPUT | {"is_decimal_allowed", "min_value", "max_value"},
    "feedback_buttons": {"type", "action_id", "positive_button", "negative_button"},
    "icon_button": _INTERACTIVE | {"icon", "text", "accessibility_label", "value", "visible_to_user_ids"},
}

_CHOICES = {
    "checkboxes",
    "radio_buttons",
    "datepicker",
    "timepicker",
    "static_select",
    "multi_static_select",
    "external_select",
    "multi_external_select",
    "users_select",
    "multi_users_select",
}
TEXT_INPUTS = {"plain_text_input", "email_text_input", "url_text_input", "number_input"}
ALLOWED_IN: dict[str, set[str]] = {
    "section": _CHOICES | {"button", "overflow", "image"},
    "actions": _CHOICES | {"button", "overflow", "datetimepicker"},
    "input": _CHOICES | TEXT_INPUTS | {"datetimepicker"},
    "context_actions": {"feedback_buttons", "icon_button"},
}

OPTION_PROPERTIES = {"text", "value", "description", "url"}
TEXT_PROPERTIES = {
    "plain_text": {"type", "text", "emoji"},
    "mrkdwn": {"type", "text", "verbatim"},
}
RICH_TEXT_PARTS = {"rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote"}
VIEW_PROPERTIES = {
    MODAL: {
        "type",
        "title",
        "blocks",
        "close",
        "submit",
        "submit_disabled",
        "private_metadata",
        "callback_id",
        "clear_on_close",
        "notify_on_close",
        "external_id",
    },
    HOME: {"type", "blocks", "private_metadata", "callback_id", "external_id"},
}
