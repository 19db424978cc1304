"""The Edit form as a modal, the reason of a decline, and what was entered, read back.

A days field is two inputs, a list to choose from and words to type; typed words win. Slack keeps what a person entered
wherever an input keeps its block id, so a form that shows a reading has other block ids than the one before it: its
list then holds the days that were read. An input's action id is its field's name, whatever its block id.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.domain.card import Form, FormField
from bot.platforms.slack.blocks.elements import (
    Block,
    one_line,
    packed,
    paragraph,
    plain,
    shorten,
    unbroken,
    unpacked,
    words,
)
from bot.words import say

EDIT_VIEW = "edit_proposal"
DECLINE_VIEW = "decline_proposal"
REASON = "reason"
WORDS = ".words"

TITLE_TEXT, OPTION_TEXT, OPTION_VALUE, INPUT_TEXT = 24, 75, 150, 3_000
MOST_OPTIONS, MOST_BUTTONS, MOST_FIELDS = 100, 10, 40
NOTICE_KEPT = 2_000  # of the 3,000 characters that a view carries along
ERROR_TEXT = 500

Option = tuple[str, str]


@dataclass(frozen=True)
class FormContext:
    """What a modal carries along: which proposal it decides, where to answer, and the notice that it showed."""

    card_id: str
    proposal_id: str
    revision: int
    address: Mapping[str, str]
    notice: str = ""

    def packed(self) -> str:
        """As `private_metadata`."""
        kept: dict[str, str | int] = {"card": self.card_id, "proposal": self.proposal_id, "revision": self.revision}
        return packed({**kept, **self.address, "notice": self.notice[:NOTICE_KEPT]})

    @classmethod
    def of(cls, view: Mapping[str, Any]) -> FormContext:
        """From a view that Slack sent back."""
        found = unpacked(view.get("private_metadata") or "")
        address = {name: found[name] for name in ("channel", "thread_ts", "message_ts") if found.get(name)}
        return cls(found["card"], found["proposal"], int(found["revision"]), address, found.get("notice", ""))


def form_view(form: Form, context: FormContext) -> Block:
    """The Edit form of one proposal."""
    round_ = hashlib.sha256(form.notice.encode()).hexdigest()[:8] if form.notice else ""
    blocks = [paragraph(words(shorten(form.title, 300), bold=True))]
    if form.notice.strip():
        blocks.append(paragraph(words(f"ℹ️ {shorten(form.notice, NOTICE_KEPT)}")))
    for field in form.fields[:MOST_FIELDS]:
        blocks += inputs(field, round_)
    carried = replace(context, proposal_id=form.proposal_id, revision=form.revision, notice=form.notice)
    return _modal(say("edit"), say("save-and-approve"), EDIT_VIEW, blocks, carried)


def decline_view(context: FormContext) -> Block:
    """Ask why, which need not be answered."""
    element = {"type": "plain_text_input", "action_id": REASON, "multiline": True, "max_length": 300}
    reason = _input(REASON, say("decline-why"), element, optional=True)
    return _modal(say("decline"), say("decline"), DECLINE_VIEW, [reason], context)


def closing_view(text: str) -> Block:
    """What a modal turns into when there is nothing left to fill in."""
    return {"type": "modal", "title": plain("Tally", TITLE_TEXT), "blocks": [paragraph(words(shorten(text, 2_000)))]}


def _modal(title: str, submit: str, callback_id: str, blocks: list[Block], context: FormContext) -> Block:
    return {
        "type": "modal",
        "callback_id": callback_id,
        "title": plain(title, TITLE_TEXT),
        "submit": plain(submit, TITLE_TEXT),
        "close": plain(say("cancel"), TITLE_TEXT),
        "private_metadata": context.packed(),
        "blocks": blocks,
    }


def inputs(field: FormField, round_: str = "") -> list[Block]:
    """The inputs of a field; `round_` is in their block ids, where a form is shown again."""
    block_id = f"{field.name}.{round_}" if round_ else field.name
    if field.kind == "choice" and (options := _choosable(field.options, [field.value])):
        return [_input(block_id, field.label, _choice(field, options), optional=field.optional, hint=field.hint)]
    if field.kind != "days":
        return [
            _input(block_id, field.label, _typed(field.name, field.value), optional=field.optional, hint=field.hint)
        ]
    return _days_inputs(field, block_id)


def _days_inputs(field: FormField, block_id: str) -> list[Block]:
    """A list of days and words to type. Days that no list can hold stand in the words, so that none is lost."""
    chosen = [day.strip() for day in field.value.split(",") if day.strip()]
    known = {value for value, _ in field.options}
    options = _choosable([*field.options, *((day, _day(day)) for day in chosen if day not in known)], chosen)
    listed = bool(options) and set(chosen) <= {value for value, _ in options}
    days = _days(field.name, options, chosen)
    found = [_input(block_id, field.label, days, optional=True, hint=say("choose-days"))] if listed else []
    label, typed = (say("type-days"), "") if listed else (field.label, field.value)
    element = _typed(field.name + WORDS, typed)
    return [*found, _input(f"{block_id}{WORDS}", label, element, optional=True, hint=say("type-days-example"))]


def _day(iso: str) -> str:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return say("day-and-date", day=day)


def _choosable(options: Sequence[Option], chosen: Sequence[str]) -> list[Option]:
    """The options that Slack can carry, each once and 100 at most, the chosen ones certainly."""
    known = {value: label for value, label in options if 0 < len(value) <= OPTION_VALUE}
    kept = [value for value in known if value in chosen][:MOST_OPTIONS]
    kept += [value for value in known if value not in chosen][: MOST_OPTIONS - len(kept)]
    return [(value, label) for value, label in known.items() if value in set(kept)]


def _choice(field: FormField, options: Sequence[Option]) -> Block:
    as_buttons = field.prominent and len(options) <= MOST_BUTTONS
    element: Block = {"type": "radio_buttons" if as_buttons else "static_select", "action_id": field.name}
    shown = [_option(option) for option in options]
    initial = next((option for option in shown if option["value"] == field.value), None)
    return element | {"options": shown} | ({"initial_option": initial} if initial else {})


def _days(name: str, options: Sequence[Option], chosen: Sequence[str]) -> Block:
    shown = [_option(option) for option in options]
    initial = [option for option in shown if option["value"] in chosen]
    element: Block = {"type": "multi_static_select", "action_id": name, "options": shown}
    return element | ({"initial_options": initial} if initial else {})


def _typed(name: str, value: str) -> Block:
    element: Block = {"type": "plain_text_input", "action_id": name}
    return element | ({"initial_value": value[:INPUT_TEXT]} if value.strip() else {})


def _option(option: Option) -> Block:
    value, label = option
    return {"text": plain(one_line(label or value, OPTION_TEXT), OPTION_TEXT), "value": value}


def _input(block_id: str, label: str, element: Block, *, optional: bool, hint: str = "") -> Block:
    block: Block = {"type": "input", "block_id": block_id, "label": plain(label, 200), "element": element}
    block |= {"optional": True} if optional else {}
    return block | ({"hint": plain(hint, 300)} if hint.strip() else {})


# --- reading back -------------------------------------------------------------------------------------------------


def entered(view: Mapping[str, Any]) -> dict[str, str]:
    """The values by field name; days as comma-separated ISO days, or the words that were typed instead."""
    read = {name: _value(state) for name, state in _states(view)}
    values = {name: value for name, value in read.items() if not name.endswith(WORDS)}
    for name, typed in read.items():
        if name.endswith(WORDS) and (typed.strip() or name.removesuffix(WORDS) not in values):
            values[name.removesuffix(WORDS)] = typed
    return values


def errors_by_block(errors: Mapping[str, str], view: Mapping[str, Any]) -> dict[str, str]:
    """Errors by field name as errors by block id; one about no field of the view stands under its first field."""
    blocks = {b["element"]["action_id"]: b["block_id"] for b in view.get("blocks") or [] if b.get("type") == "input"}
    typed = {
        name.removesuffix(WORDS) for name, state in _states(view) if name.endswith(WORDS) and _value(state).strip()
    }
    found: dict[str, str] = {}
    for name, error in errors.items():
        shown_at = name + WORDS if name in typed or name not in blocks else name
        block_id = blocks.get(shown_at) or next(iter(blocks.values()), None)
        if block_id is not None:
            found[block_id] = unbroken(shorten(f"{found.get(block_id, '')} {error}", ERROR_TEXT))
    return found


def _states(view: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for block in ((view.get("state") or {}).get("values") or {}).values():
        yield from block.items()


def _value(state: Mapping[str, Any]) -> str:
    if "selected_options" in state:
        return ",".join(option["value"] for option in state["selected_options"] or [])
    if "selected_option" in state:
        return str((state["selected_option"] or {}).get("value", ""))
    return str(state.get("value") or "")
