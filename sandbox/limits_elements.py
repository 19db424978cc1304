"""What Slack refuses inside a block: texts, options, confirmation dialogs, the interactive elements."""

import contextlib
from collections.abc import Iterator, Mapping
from typing import Any

from sandbox import block_kit as kit


class Faults(list[str]):
    """Sentences in the manner of Slack's `response_metadata.messages`."""

    def add(self, where: str, what: str) -> None:
        self.append(f"{what} [{where}]")


@contextlib.contextmanager
def judging(where: str, faults: Faults) -> Iterator[None]:
    """Around the checks of something that may be anything at all: what has the wrong shape is a fault like others."""
    try:
        yield
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        faults.add(where, f"invalid shape ({error})")


def unknown_properties(thing: Mapping[str, Any], known: set[str], where: str, faults: Faults) -> None:
    for name in sorted(set(thing) - known):
        faults.add(where, f"additional property {name!r} not allowed")


def check_id(value: Any, name: str, where: str, faults: Faults) -> None:
    if not isinstance(value, str) or not 1 <= len(value) <= 255:
        faults.add(where, f"{name} must have 1 to 255 characters")


def check_text(text: Any, longest: int, where: str, faults: Faults) -> None:
    """A text object of either type: present, not empty, at most `longest` characters."""
    if not isinstance(text, Mapping) or text.get("type") not in kit.TEXT_PROPERTIES:
        faults.add(where, "must be a plain_text or mrkdwn object")
        return
    unknown_properties(text, kit.TEXT_PROPERTIES[text["type"]], where, faults)
    if not isinstance(text.get("text"), str) or not text["text"]:
        faults.add(f"{where}/text", "must be more than 0 characters")
    elif len(text["text"]) > longest:
        faults.add(f"{where}/text", f"must be less than {longest + 1} characters")


def check_plain_text(text: Any, longest: int, where: str, faults: Faults) -> None:
    """A text object that may only be `plain_text`."""
    if not isinstance(text, Mapping) or text.get("type") != "plain_text":
        faults.add(where, "must be a plain_text object")
        return
    check_text(text, longest, where, faults)


def check_element(element: Any, parent: str, where: str, faults: Faults) -> None:
    """An element inside a block of type `parent`."""
    kind = element.get("type") if isinstance(element, Mapping) else None
    if kind not in kit.ELEMENT_PROPERTIES or kind not in kit.ALLOWED_IN[parent]:
        faults.add(where, f"unsupported type: {kind} (in a block of type {parent})")
        return
    unknown_properties(element, kit.ELEMENT_PROPERTIES[kind], where, faults)
    if "action_id" in element:
        check_id(element["action_id"], "action_id", where, faults)
    if "placeholder" in element:
        check_plain_text(element["placeholder"], 150, f"{where}/placeholder", faults)
    if "confirm" in element:
        _confirm(element["confirm"], f"{where}/confirm", faults)
    if kind in {"button", "icon_button"}:
        _button(element, where, faults)
    elif kind == "feedback_buttons":
        _feedback(element, where, faults)
    elif kind in kit.TEXT_INPUTS:
        _text_input(element, where, faults)
    elif "options" in kit.ELEMENT_PROPERTIES[kind]:
        _choice(element, where, faults)


def _button(element: Mapping[str, Any], where: str, faults: Faults) -> None:
    check_plain_text(element.get("text"), 75, f"{where}/text", faults)
    for name, longest in (("value", 2000), ("url", 3000), ("accessibility_label", 75)):
        if len(element.get(name) or "") > longest:
            faults.add(f"{where}/{name}", f"must be less than {longest + 1} characters")
    if element.get("style", "primary") not in {"primary", "danger"}:
        faults.add(f"{where}/style", f"must be primary or danger, not {element['style']!r}")


def _feedback(element: Mapping[str, Any], where: str, faults: Faults) -> None:
    for name in ("positive_button", "negative_button"):
        button = element.get(name)
        if not isinstance(button, Mapping):
            faults.add(where, f"missing required field: {name}")
            continue
        unknown_properties(button, {"text", "value", "accessibility_label"}, f"{where}/{name}", faults)
        check_plain_text(button.get("text"), 75, f"{where}/{name}/text", faults)
        if not isinstance(button.get("value"), str) or not 1 <= len(button["value"]) <= 2000:
            faults.add(f"{where}/{name}/value", "must have 1 to 2000 characters")
        if len(button.get("accessibility_label") or "") > 75:
            faults.add(f"{where}/{name}/accessibility_label", "must be less than 76 characters")


def _text_input(element: Mapping[str, Any], where: str, faults: Faults) -> None:
    if element["type"] == "number_input" and not isinstance(element.get("is_decimal_allowed"), bool):
        faults.add(where, "missing required field: is_decimal_allowed")
    for name in ("min_length", "max_length"):
        if name in element and not 0 <= element[name] <= 3000:
            faults.add(f"{where}/{name}", "must be between 0 and 3000")


def _choice(element: Mapping[str, Any], where: str, faults: Faults) -> None:
    most = {"checkboxes": 10, "radio_buttons": 10, "overflow": 5}.get(element["type"], 100)
    groups = element.get("option_groups")
    if groups is not None:
        if "options" in element:
            faults.add(where, "options and option_groups exclude each other")
        if not 1 <= len(groups) <= 100:
            faults.add(f"{where}/option_groups", "must have 1 to 100 items")
        for index, group in enumerate(groups):
            check_plain_text(group.get("label"), 75, f"{where}/option_groups/{index}/label", faults)
            _options(group.get("options"), element["type"], most, f"{where}/option_groups/{index}/options", faults)
    else:
        _options(element.get("options"), element["type"], most, f"{where}/options", faults)
    _initial(element, where, faults)


def _options(options: Any, kind: str, most: int, where: str, faults: Faults) -> None:
    if not isinstance(options, list) or not 1 <= len(options) <= most:
        faults.add(where, f"must have 1 to {most} items")
        return
    for index, option in enumerate(options):
        here = f"{where}/{index}"
        unknown_properties(option, kit.OPTION_PROPERTIES, here, faults)
        check = check_text if kind in {"checkboxes", "radio_buttons"} else check_plain_text
        check(option.get("text"), 75, f"{here}/text", faults)
        if "description" in option:
            check(option["description"], 75, f"{here}/description", faults)
        if not isinstance(option.get("value"), str) or not option["value"]:
            faults.add(f"{here}/value", "must be more than 0 characters")
        elif len(option["value"]) > 150:
            faults.add(f"{here}/value", "must be less than 151 characters")


def _initial(element: Mapping[str, Any], where: str, faults: Faults) -> None:
    known = [(option.get("value"), (option.get("text") or {}).get("text")) for option in all_options(element)]
    chosen = [element["initial_option"]] if "initial_option" in element else element.get("initial_options")
    if chosen is not None and not chosen:
        faults.add(f"{where}/initial_options", "must have 1 or more items")
    for option in chosen or []:
        if (option.get("value"), (option.get("text") or {}).get("text")) not in known:
            faults.add(where, f"the initial option {option.get('value')!r} is none of the options")


def all_options(element: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The options of a choice, those of its groups included."""
    groups = element.get("option_groups") or []
    return [*(element.get("options") or []), *(option for group in groups for option in group.get("options") or [])]


def _confirm(confirm: Any, where: str, faults: Faults) -> None:
    if not isinstance(confirm, Mapping):
        faults.add(where, "must be an object")
        return
    unknown_properties(confirm, {"title", "text", "confirm", "deny", "style"}, where, faults)
    check_plain_text(confirm.get("title"), 100, f"{where}/title", faults)
    check_text(confirm.get("text"), 300, f"{where}/text", faults)
    for name in ("confirm", "deny"):
        if name in confirm:
            check_plain_text(confirm[name], 30, f"{where}/{name}", faults)
