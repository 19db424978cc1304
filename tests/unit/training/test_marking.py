"""What a dialogue's messages name is marked as at run time, with a ledger that fits."""

from __future__ import annotations

import random
import re

import pytest

from training.dialogues import Dialogue, generate
from training.dialogues.marking import UNKNOWN, UNMARKED
from training.rendering import render


@pytest.fixture(scope="module")
def dialogues() -> list[Dialogue]:
    return [generate(random.Random(f"marking/{number}")) for number in range(2000)]


def _parts(dialogue: Dialogue) -> list[tuple[str, list[dict[str, str]]]]:
    return [(m["content"], m["parts"]) for m in dialogue.messages if m.get("parts")]


def _typed(dialogue: Dialogue, tool: str, argument: str) -> list[str]:
    calls = [entry["function"] for m in dialogue.messages for entry in m.get("tool_calls", ())]
    return [c["arguments"][argument].lower() for c in calls if c["name"] == tool and argument in c["arguments"]]


def test_the_parts_are_the_message(dialogues: list[Dialogue]) -> None:
    """Nothing is lost or said twice, and only people's messages have any."""
    for dialogue in dialogues:
        assert {m["role"] for m in dialogue.messages if m.get("parts")} <= {"user"}
        for content, parts in _parts(dialogue):
            assert "".join(part["text"] for part in parts) == content.strip()


def test_nearly_every_project_that_is_called_was_marked(dialogues: list[Dialogue]) -> None:
    """All but a few: some dialogues have no marks, and some names are missing in the ledger."""
    found = missed = 0
    for dialogue in dialogues:
        said = " ".join(m["content"].lower() for m in dialogue.messages if m["role"] == "user")
        marked = [p["text"].lower() for _, parts in _parts(dialogue) for p in parts if p.get("names") == "project"]
        for project in _typed(dialogue, "add_activities", "project"):
            if project in said:
                found += any(project in name or name in project for name in marked)
                missed += not any(project in name or name in project for name in marked)
    assert UNMARKED < missed / (found + missed) < 2 * (UNMARKED + UNKNOWN)


def test_what_is_only_being_created_is_mostly_not_marked(dialogues: list[Dialogue]) -> None:
    """The ledger does not have it yet; a word of it may be in another name by chance."""
    named = unnamed = 0
    for dialogue in dialogues:
        whole = {part["text"].lower() for _, parts in _parts(dialogue) for part in parts if part.get("names")}
        for name in _typed(dialogue, "create_project", "name"):
            named += name in whole
            unnamed += name not in whole
    assert unnamed > 20
    assert named < unnamed / 5


def test_a_name_stands_between_the_marks_of_its_argument(dialogues: list[Dialogue]) -> None:
    """In the rendered text, with the space that a copied value begins with."""
    content, parts = next(found for dialogue in dialogues for found in _parts(dialogue))
    text = render([{"role": "user", "content": content, "parts": parts}])
    for part in parts:
        if part.get("names"):
            assert f'"{part["names"]}":" {part["text"]}"' in text
    assert re.sub(r'"(?:project|employee)":"|(?<=\w)"', "", text).count("<|user|>") == 1
