"""What stands in the input elements of a surface: Slack's `state.values`.

Values are seeded from the `initial_*` properties, so that a prefilled form submitted unchanged returns its values.
When a view or a message is replaced, an element with the same block_id and action_id keeps what was entered, as in
Slack.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sandbox.limits_elements import all_options

Values = dict[str, dict[str, dict[str, Any]]]
Element = Mapping[str, Any]

_SELECTED_OPTION = {"static_select", "external_select", "radio_buttons"}
_SELECTED_OPTIONS = {"multi_static_select", "multi_external_select", "checkboxes"}
_FIELDS = {
    **dict.fromkeys(_SELECTED_OPTION, ("selected_option", "initial_option")),
    **dict.fromkeys(_SELECTED_OPTIONS, ("selected_options", "initial_options")),
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
}
REQUIRED = "Please complete this required field."


def elements_of(blocks: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], Element]]:
    """Every element that a person can use, with the block it stands in."""
    for block in blocks:
        candidates = [block.get("accessory"), block.get("element")]
        if block["type"] in {"actions", "context_actions"}:
            candidates += block.get("elements") or []
        if block["type"] == "card":
            candidates += block.get("actions") or []
        for element in candidates:
            if element and element.get("type") != "image":
                yield block, element


def seed(blocks: Sequence[Mapping[str, Any]], entered: Values | None = None) -> Values:
    """The values of all inputs: as entered before, else as the `initial_*` property says, else empty."""
    values: Values = {}
    for block, element in elements_of(blocks):
        if element["type"] in _FIELDS:
            before = (entered or {}).get(block["block_id"], {}).get(element["action_id"])
            kept = before if before is not None and before["type"] == element["type"] else _initial(element)
            values.setdefault(block["block_id"], {})[element["action_id"]] = kept
    return values


def is_input(element: Element) -> bool:
    """Whether the element holds a value, unlike a button."""
    return element["type"] in _FIELDS


def entry(element: Element, value: Any) -> dict[str, Any]:
    """The state of an element after a person entered `value`: text, a date, the value of an option, or a list of them.

    Raises ValueError for an option that the element does not offer.
    """
    kind = element["type"]
    name = _FIELDS[kind][0]
    if kind in _SELECTED_OPTION:
        return {"type": kind, name: None if value in (None, "") else option_of(element, value)}
    if kind in _SELECTED_OPTIONS:
        return {"type": kind, name: [option_of(element, one) for one in value or []]}
    if kind == "multi_users_select":
        return {"type": kind, name: list(value or [])}
    return {"type": kind, name: None if value in (None, "") else (value if kind == "datetimepicker" else str(value))}


def option_of(element: Element, value: str) -> dict[str, Any]:
    """The option with that value. Raises ValueError when there is none."""
    offered = all_options(element)
    for option in offered:
        if option["value"] == value:
            return dict(option)
    raise ValueError(f"{element['action_id']} offers no {value!r}, only {[option['value'] for option in offered]}")


def refusals(blocks: Sequence[Mapping[str, Any]], values: Values) -> dict[str, str]:
    """What Slack's client says under a field, by block_id, before it lets a form be submitted."""
    found = {}
    for block, element in elements_of(blocks):
        if block["type"] == "input" and is_input(element):
            state = values[block["block_id"]][element["action_id"]]
            problem = _refusal(element, state[_FIELDS[element["type"]][0]], optional=bool(block.get("optional")))
            if problem:
                found[block["block_id"]] = problem
    return found


def _refusal(element: Element, value: Any, *, optional: bool) -> str | None:
    if value in (None, "", []):
        return None if optional else REQUIRED
    if not isinstance(value, (str, list)):
        return None
    if len(value) < element.get("min_length", 0):
        return f"Please enter at least {element['min_length']} characters."
    if len(value) > element.get("max_length", len(value)):
        return f"Please enter at most {element['max_length']} characters."
    if len(value) > element.get("max_selected_items", len(value)):
        return f"Please select at most {element['max_selected_items']} items."
    if element["type"] == "number_input" and not _is_number(value, decimals=element["is_decimal_allowed"]):
        return "Please enter a number."
    if element["type"] == "email_text_input" and "@" not in value:
        return "Please enter an email address."
    return None


def _is_number(value: str, *, decimals: bool) -> bool:
    try:
        return float(value).is_integer() or decimals
    except ValueError:
        return False


def _initial(element: Element) -> dict[str, Any]:
    name, initial = _FIELDS[element["type"]]
    empty: Any = [] if name in {"selected_options", "selected_users"} else None
    return {"type": element["type"], name: element.get(initial, empty)}
