"""What Slack refuses: lengths, counts, unknown properties, blocks on a surface where they may not stand.

`check_message` and `check_view` return one sentence for each fault, and an empty list for what Slack would take. The
numbers come from Slack's reference, or, where that is silent, from what it was seen to refuse (13,000 characters over
a message's blocks). Unlike Slack, the sandbox knows no `attachments`, and no calls, files, videos, carousels and
containers among the blocks.
"""

import dataclasses
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sandbox import block_kit as kit
from sandbox.limits_elements import (
    Faults,
    check_element,
    check_id,
    check_plain_text,
    check_text,
    judging,
    unknown_properties,
)

MESSAGE_TEXT, MESSAGE_BLOCKS, VIEW_BLOCKS = 40_000, 50, 100
BLOCKS_TEXT, MARKDOWN_TEXT, TABLE_TEXT = 13_000, 12_000, 10_000
VIEW_BYTES = 250_000


@dataclasses.dataclass(frozen=True)
class Violation:
    """Slack's error code, and what is wrong where."""

    code: str
    message: str


def check_message(payload: Mapping[str, Any]) -> list[str]:
    """The faults of the arguments of a chat.postMessage: `text`, `blocks`, `markdown_text`, `metadata`."""
    return [f"{violation.code}: {violation.message}" for violation in message_violations(payload)]


def check_view(view: Mapping[str, Any]) -> list[str]:
    """The faults of a modal or of a Home tab."""
    return [f"{violation.code}: {violation.message}" for violation in view_violations(view)]


def message_violations(payload: Mapping[str, Any]) -> list[Violation]:
    """Like `check_message`, with the error codes apart."""
    blocks, text, markdown = payload.get("blocks") or [], payload.get("text") or "", payload.get("markdown_text") or ""
    if not isinstance(text, str) or not isinstance(markdown, str):
        return [Violation("invalid_arguments", "text and markdown_text must be strings")]
    found = list(_message_text(text, markdown, blocks))
    if payload.get("attachments"):
        found.append(Violation("invalid_attachments", "the sandbox knows no attachments: use blocks"))
    if not isinstance(blocks, list):
        return [*found, Violation("invalid_blocks_format", "blocks must be a list")]
    found += [Violation("invalid_blocks", fault) for fault in _check_blocks(blocks, kit.MESSAGE)]
    if len(blocks) > MESSAGE_BLOCKS:
        found.append(Violation("invalid_blocks", f"no more than {MESSAGE_BLOCKS} items allowed [/blocks]"))
    if sum(_text_length(block) for block in blocks) > BLOCKS_TEXT:
        found.append(Violation("msg_blocks_too_long", f"the blocks hold more than {BLOCKS_TEXT} characters in all"))
    return found + list(_metadata(payload.get("metadata")))


def view_violations(view: Mapping[str, Any]) -> list[Violation]:
    """Like `check_view`, with the error codes apart."""
    kind = view.get("type")
    if not isinstance(kind, str) or kind not in kit.VIEW_PROPERTIES:
        return [Violation("invalid_arguments", f"unknown view type {kind!r} [/view/type]")]
    if len(json.dumps(view, ensure_ascii=False).encode()) > VIEW_BYTES:
        return [Violation("view_too_large", "the view is larger than 250 kB")]
    faults = Faults()
    unknown_properties(view, kit.VIEW_PROPERTIES[kind], "/view", faults)
    with judging("/view", faults):
        _view_texts(view, kind, faults)
    blocks = view.get("blocks")
    if not isinstance(blocks, list):
        faults.add("/view/blocks", "missing required field: blocks")
    else:
        if len(blocks) > VIEW_BLOCKS:
            faults.add("/view/blocks", f"no more than {VIEW_BLOCKS} items allowed")
        faults.extend(_check_blocks(blocks, kind))
    return [Violation("invalid_arguments", fault) for fault in faults]


def _message_text(text: Any, markdown: Any, blocks: Any) -> Iterator[Violation]:
    if markdown and (text or blocks):
        yield Violation("markdown_text_conflict", "markdown_text excludes text and blocks")
    if not (text or markdown or blocks):
        yield Violation("no_text", "a message needs text or blocks")
    if len(text) > MESSAGE_TEXT:
        yield Violation("msg_too_long", f"text is longer than {MESSAGE_TEXT} characters")
    if len(markdown) > MARKDOWN_TEXT:
        yield Violation("msg_too_long", f"markdown_text is longer than {MARKDOWN_TEXT} characters")


def _metadata(metadata: Any) -> Iterator[Violation]:
    if metadata is None:
        return
    if not (isinstance(metadata, Mapping) and set(metadata) >= {"event_type", "event_payload"}):
        yield Violation("invalid_metadata_format", "metadata needs an event_type and an event_payload")
    elif not isinstance(metadata["event_payload"], Mapping):
        yield Violation("invalid_metadata_schema", "metadata.event_payload must be an object")


def _view_texts(view: Mapping[str, Any], kind: str, faults: Faults) -> None:
    if kind == kit.MODAL:
        check_plain_text(view.get("title"), 24, "/view/title", faults)
        for name in ("submit", "close"):
            if name in view:
                check_plain_text(view[name], 24, f"/view/{name}", faults)
        if "submit" not in view and any(b.get("type") == "input" for b in view.get("blocks") or []):
            faults.add("/view", "missing required field: submit (the modal has input blocks)")
    for name, longest in (("private_metadata", 3000), ("callback_id", 255), ("external_id", 255)):
        if len(view.get(name) or "") > longest:
            faults.add(f"/view/{name}", f"must be less than {longest + 1} characters")


def _check_blocks(blocks: Sequence[Any], surface: str) -> Faults:
    faults, seen = Faults(), set()
    for index, block in enumerate(blocks):
        where = f"/blocks/{index}"
        if not isinstance(block, Mapping):
            faults.add(where, "must be an object")
            continue
        with judging(where, faults):
            _check_block(block, surface, where, faults)
        if (block_id := block.get("block_id")) is not None:
            check_id(block_id, "block_id", where, faults)
            if str(block_id) in seen:
                faults.add(where, f"`block_id` already exists in this {surface}: {block_id}")
            seen.add(str(block_id))
    if sum(block.get("type") == "table" for block in blocks if isinstance(block, Mapping)) > 1:
        faults.add("/blocks", "only_one_table_allowed")
    if (
        sum(_text_length(block) for block in blocks if isinstance(block, Mapping) and block.get("type") == "markdown")
        > MARKDOWN_TEXT
    ):
        faults.add("/blocks", f"markdown blocks hold more than {MARKDOWN_TEXT} characters in all")
    return faults


def _check_block(block: Mapping[str, Any], surface: str, where: str, faults: Faults) -> None:
    kind = block.get("type")
    if not isinstance(kind, str) or kind not in kit.BLOCK_PROPERTIES:
        faults.add(where, f"unsupported type: {kind}")
        return
    if surface not in kit.SURFACES.get(kind, kit.EVERYWHERE):
        faults.add(where, f"unsupported type: {kind} (not available in a {surface})")
    unknown_properties(block, kit.BLOCK_PROPERTIES[kind], where, faults)
    check = _CHECKS.get(kind)
    if check is not None:
        check(block, where, faults)


def _section(block: Mapping[str, Any], where: str, faults: Faults) -> None:
    fields = block.get("fields")
    if "text" in block:
        check_text(block["text"], 3000, f"{where}/text", faults)
    elif not fields:
        faults.add(where, "missing required field: text or fields")
    if fields is not None and not 1 <= len(fields) <= 10:
        faults.add(f"{where}/fields", "must have 1 to 10 items")
    for index, field in enumerate(fields or ()):
        check_text(field, 2000, f"{where}/fields/{index}", faults)
    if "accessory" in block:
        check_element(block["accessory"], "section", f"{where}/accessory", faults)


def _elements(block: Mapping[str, Any], most: int, where: str, faults: Faults) -> None:
    elements = block.get("elements") or []
    if not 1 <= len(elements) <= most:
        faults.add(f"{where}/elements", f"must have 1 to {most} items")
    seen = set()
    for index, element in enumerate(elements):
        check_element(element, block["type"], f"{where}/elements/{index}", faults)
        action_id = element.get("action_id") if isinstance(element, Mapping) else None
        if action_id is not None and action_id in seen:
            faults.add(f"{where}/elements/{index}", f"`action_id` already exists in this block: {action_id}")
        seen.add(action_id)


def _context(block: Mapping[str, Any], where: str, faults: Faults) -> None:
    elements = block.get("elements") or []
    if not 1 <= len(elements) <= 10:
        faults.add(f"{where}/elements", "must have 1 to 10 items")
    for index, element in enumerate(elements):
        if isinstance(element, Mapping) and element.get("type") == "image":
            unknown_properties(element, kit.ELEMENT_PROPERTIES["image"], f"{where}/elements/{index}", faults)
        else:
            check_text(element, 3000, f"{where}/elements/{index}", faults)


def _input(block: Mapping[str, Any], where: str, faults: Faults) -> None:
    check_plain_text(block.get("label"), 2000, f"{where}/label", faults)
    if "hint" in block:
        check_plain_text(block["hint"], 2000, f"{where}/hint", faults)
    check_element(block.get("element") or {}, "input", f"{where}/element", faults)


def _table(block: Mapping[str, Any], where: str, faults: Faults) -> None:
    rows = block.get("rows") or []
    if not 1 <= len(rows) <= 100:
        faults.add(f"{where}/rows", "must have 1 to 100 items")
    if len(block.get("column_settings") or []) > 20:
        faults.add(f"{where}/column_settings", "no more than 20 items allowed")
    for number, row in enumerate(rows):
        if not 1 <= len(row) <= 20:
            faults.add(f"{where}/rows/{number}", "must have 1 to 20 items")
        for column, cell in enumerate(row):
            if cell.get("type") not in {"raw_text", "raw_number", "rich_text"}:
                faults.add(f"{where}/rows/{number}/{column}", f"unsupported type: {cell.get('type')}")
            elif cell["type"] == "raw_text" and not cell.get("text"):
                faults.add(f"{where}/rows/{number}/{column}/text", "must be more than 0 characters")
    if _text_length(block) > TABLE_TEXT:
        faults.add(f"{where}/rows", f"a table holds at most {TABLE_TEXT} characters")


def _rich_text(block: Mapping[str, Any], where: str, faults: Faults) -> None:
    for index, part in enumerate(block.get("elements") or []):
        if part.get("type") not in kit.RICH_TEXT_PARTS:
            faults.add(f"{where}/elements/{index}", f"unsupported type: {part.get('type')}")


def _plain(name: str, longest: int) -> Any:
    return lambda block, where, faults: check_plain_text(block.get(name), longest, f"{where}/{name}", faults)


def _markdown(block: Mapping[str, Any], where: str, faults: Faults) -> None:
    if not block.get("text"):
        faults.add(f"{where}/text", "must be more than 0 characters")


def _alert(block: Mapping[str, Any], where: str, faults: Faults) -> None:
    check_text(block.get("text"), 3000, f"{where}/text", faults)
    if block.get("level", "default") not in {"default", "info", "warning", "error", "success"}:
        faults.add(f"{where}/level", f"unknown level {block['level']!r}")


def _card(block: Mapping[str, Any], where: str, faults: Faults) -> None:
    if not any(block.get(name) for name in ("hero_image", "title", "actions", "body")):
        faults.add(where, "a card needs a hero_image, a title, a body or actions")
    for name, longest in (("title", 150), ("subtitle", 150), ("body", 200)):
        if name in block:
            check_text(block[name], longest, f"{where}/{name}", faults)
    for index, element in enumerate(block.get("actions") or []):
        check_element(element, "actions", f"{where}/actions/{index}", faults)


def _status(block: Mapping[str, Any], where: str, faults: Faults) -> None:
    if block.get("status") not in {"pending", "in_progress", "complete", "error"}:
        faults.add(f"{where}/status", f"unknown status {block.get('status')!r}")


_CHECKS: dict[str, Any] = {
    "section": _section,
    "header": _plain("text", 150),
    "actions": lambda block, where, faults: _elements(block, 25, where, faults),
    "context_actions": lambda block, where, faults: _elements(block, 5, where, faults),
    "context": _context,
    "input": _input,
    "table": _table,
    "rich_text": _rich_text,
    "markdown": _markdown,
    "alert": _alert,
    "card": _card,
    "task_card": _status,
}


def _text_length(node: Any) -> int:
    """The characters under every `text` of a block, as far as the block's total is concerned."""
    if isinstance(node, Mapping):
        return sum(len(v) if k == "text" and isinstance(v, str) else _text_length(v) for k, v in node.items())
    return sum(map(_text_length, node)) if isinstance(node, list) else 0
