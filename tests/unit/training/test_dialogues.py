"""The generator keeps the contract of docs/model-language.md, and above all never teaches to write what nobody said."""

from __future__ import annotations

import random
import re

import pytest

from training.dialogues import Dialogue, answers, generate
from training.dialogues.dialogue import ORDER, READS
from training.dialogues.proportions import KINDS

ENUMERATED = {"replaces", "reason", "role"}
STATUS = re.compile(
    r"(pending|applied|superseded|expired|failed|declined) \d+(: .+)?|ask [a-z]+( [a-z]+)*|ok|done|refused|error"
)


@pytest.fixture(scope="module")
def dialogues() -> list[Dialogue]:
    rng = random.Random(20261123)
    return [generate(rng) for _ in range(20000)]


def _calls(dialogue: Dialogue):  # type: ignore[no-untyped-def]
    """Every call with its index among the messages."""
    for i, message in enumerate(dialogue.messages):
        for entry in message.get("tool_calls", ()):
            yield i, entry["function"]["name"], entry["function"]["arguments"]


def _was_said(value: str, said: list[str]) -> bool:
    """A value stands in one message; or its parts do, joined by ", " (two places) or a space (an extended range)."""
    if any(value in text for text in said):
        return True
    parts = value.split(", ")
    if len(parts) > 1 and any(all(part in text for part in parts) for text in said):
        return True
    words = value.split(" ")
    return any(
        any(" ".join(words[at:]) in text for text in said)
        and (any(" ".join(words[:at]) in text for text in said) or _was_said(" ".join(words[:at]), said))
        for at in range(1, len(words))
    )


def test_every_argument_stands_in_the_persons_words_or_in_the_codes_options(dialogues: list[Dialogue]) -> None:
    """Only enumerations and line numbers are not copied."""
    merged = 0
    for dialogue in dialogues:
        for at, name, arguments in _calls(dialogue):
            people = [m["content"] for m in dialogue.messages[:at] if m["role"] == "user"]
            asked = [m["content"] for m in dialogue.messages[:at] if m["role"] == "assistant" and m["content"]]
            for key, value in arguments.items():
                if key in ENUMERATED:
                    continue
                assert value == value.strip() != "", (dialogue.messages, key, value)
                said = people + (asked if key in ("project", "employee") else [])
                exact = any(value in text for text in said)
                merged += not exact
                assert exact or (key == "dates" and _was_said(value, said)), (dialogue.messages, name, key, value)
    assert merged < len(dialogues) * 0.05


def test_arguments_keep_the_order_of_the_contract(dialogues: list[Dialogue]) -> None:
    for dialogue in dialogues:
        for _, name, arguments in _calls(dialogue):
            assert list(arguments) == [key for key in ORDER[name] if key in arguments]
            assert all(isinstance(value, str) for value in arguments.values())
            assert arguments.get("reason", "sick") in ("sick", "paid_leave", "rtt")
            assert arguments.get("role", "user") in ("user", "admin")


def test_a_message_has_the_shape_of_the_contract(dialogues: list[Dialogue]) -> None:
    """Roles, one tool message for each call, a status and nothing else in it, at most four calls."""
    for dialogue in dialogues:
        messages = dialogue.messages
        assert len(messages) == len(dialogue.train)
        assert messages[0]["role"] == "user"
        for i, message in enumerate(messages):
            if "tool_calls" in message:
                ids = [entry["id"] for entry in message["tool_calls"]]
                assert 1 <= len(ids) <= 4
                assert message["content"] == ""
                assert [m.get("tool_call_id") for m in messages[i + 1 : i + 1 + len(ids)]] == ids
            if message["role"] == "tool":
                assert STATUS.fullmatch(message["content"]), message
            if message["role"] == "user":
                assert message["content"].strip()


def test_only_the_models_own_messages_are_trained_on(dialogues: list[Dialogue]) -> None:
    """A trained text is one of the few answers, or empty; questions and "On the card." are code's."""
    own = {*answers.ENGLISH.values(), *answers.FRENCH.values(), ""}
    for dialogue in dialogues:
        assert any(dialogue.train)
        for message, train in zip(dialogue.messages, dialogue.train, strict=True):
            if train:
                assert message["role"] == "assistant"
                assert "tool_calls" in message or message["content"] in own


def test_a_correction_replaces_a_line_that_is_pending(dialogues: list[Dialogue]) -> None:
    """Line numbers count on while something is pending; what is trained saw its line as pending."""
    for dialogue in dialogues:
        for at, _, arguments in _calls(dialogue):
            if "replaces" in arguments and dialogue.train[at]:
                statuses = [m["content"] for m in dialogue.messages[:at] if m["role"] == "tool"]
                assert f"pending {arguments['replaces']}" in statuses, dialogue.messages


def test_no_trained_message_follows_a_status_from_its_future(dialogues: list[Dialogue]) -> None:
    """Where a line was replaced, no trained message stands between the line and what replaced it."""
    for dialogue in dialogues:
        for i, message in enumerate(dialogue.messages):
            if message["role"] == "tool" and message["content"].startswith("superseded"):
                number = message["content"].split()[1]
                for at, name, arguments in _calls(dialogue):
                    if at > i and (name == "discard" or arguments.get("replaces") == number):
                        assert not any(dialogue.train[i + 1 : at + 1])
                        break


def test_every_kind_comes_about_as_often_as_the_table_says(dialogues: list[Dialogue]) -> None:
    total = sum(KINDS.values())
    for kind, weight in KINDS.items():
        share = sum(d.kind == kind for d in dialogues) / len(dialogues)
        assert abs(share - weight / total) < 0.03, kind


def test_every_tool_is_called(dialogues: list[Dialogue]) -> None:
    assert {name for d in dialogues for _, name, _ in _calls(d)} == set(ORDER)
    assert set(ORDER) > READS


def test_the_same_seed_gives_the_same_dialogues() -> None:
    one, two = random.Random(7), random.Random(7)
    assert [generate(one) for _ in range(50)] == [generate(two) for _ in range(50)]


def test_people_hardly_ever_say_the_same_thing_twice(dialogues: list[Dialogue]) -> None:
    first = [d.messages[0]["content"] for d in dialogues if d.kind in ("activity", "several", "absence", "deletion")]
    assert len(set(first)) > 0.97 * len(first)
