"""Every line of the chat export is what a trainer of other models reads, and teaches nothing that nobody said."""

from __future__ import annotations

import json
import re
import sys
from itertools import islice
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bot.handlers.prompt import INSTRUCTIONS
from bot.tools.registry import TOOLS
from training.chat_export import lines, main

Line = dict[str, Any]
COUNT = 500
ENUMERATED = {"replaces", "reason", "role"}
STATUS = re.compile(
    r"(pending|applied|superseded|expired|failed) \d+|declined \d+(: .+)?|ask [a-z]+( [a-z]+)*|ok|done|refused"
)


@pytest.fixture(scope="module")
def made() -> list[Line]:
    return [json.loads(json.dumps(line)) for line in islice(lines(seed=20261128), COUNT)]


def _calls(line: Line):  # type: ignore[no-untyped-def]
    """Each call with its arguments and the index of its message."""
    for at, message in enumerate(line["messages"]):
        for call in message.get("tool_calls", ()):
            yield at, call["function"]["name"], json.loads(call["function"]["arguments"])


def _stands(value: str, said: list[str]) -> bool:
    """In one message, or in pieces: days of two places or two messages are put together."""
    if any(value in text for text in said):
        return True
    pieces = value.split(", ") if ", " in value else value.split(" ")
    if len(pieces) < 2:
        return False
    between = ", " if ", " in value else " "
    return any(
        any(between.join(pieces[:at]) in text for text in said) and _stands(between.join(pieces[at:]), said)
        for at in range(1, len(pieces))
    )


def test_a_line_holds_messages_and_tools_and_nothing_else(made: list[Line]) -> None:
    """All tools, each as a function with a JSON schema that is one."""
    for line in made:
        assert set(line) == {"messages", "tools"}
        assert [tool["function"]["name"] for tool in line["tools"]] == list(TOOLS)
    for tool in made[0]["tools"]:
        assert set(tool) == {"type", "function"}
        assert tool["function"]["description"]
        jsonschema.Draft202012Validator.check_schema(tool["function"]["parameters"])
    reason = next(t for t in made[0]["tools"] if t["function"]["name"] == "add_absence")
    assert reason["function"]["parameters"]["properties"]["reason"]["enum"] == ["paid_leave", "rtt", "sick"]


def test_every_calls_arguments_are_text_that_the_schemas_allow(made: list[Line]) -> None:
    """Arguments are JSON in a string; inside they are strings."""
    tools = [tool["function"] for tool in made[0]["tools"]]
    schemas = {tool["name"]: jsonschema.Draft202012Validator(tool["parameters"]) for tool in tools}
    names = set()
    for line in made:
        assert line["tools"] == made[0]["tools"]
        for _, name, arguments in _calls(line):
            schemas[name].validate(arguments)
            names.add(name)
    assert len(names) > 12  # of 16: some are rare


def test_every_argument_stands_in_the_persons_words(made: list[Line]) -> None:
    """Or among the options that code gave, for names. Enumerations and line numbers are not copied."""
    for line in made:
        for at, name, arguments in _calls(line):
            before = line["messages"][:at]
            people = [m["content"] for m in before if m["role"] == "user"]
            asked = [m["content"] for m in before if m["role"] == "assistant"]
            for key, value in arguments.items():
                said = people + (asked if key in ("project", "employee") else [])
                pieces = key == "dates" and _stands(value, said)
                assert key in ENUMERATED or pieces or any(value in text for text in said), (before, name, key, value)


def test_the_roles_take_turns_and_the_model_has_the_last_word(made: list[Line]) -> None:
    """System first; then a person or results, and the assistant, by turns: what strict chat templates ask for."""
    for line in made:
        roles = [message["role"] for message in line["messages"]]
        assert roles[:2] == ["system", "user"]
        turns = [role for at, role in enumerate(roles) if (role, roles[at - 1]) != ("tool", "tool")]
        assert all((role == "assistant") == (at % 2 == 0) for at, role in enumerate(turns) if at)
        last = line["messages"][-1]
        assert last["role"] == "assistant"
        assert "weight" not in last


def test_every_call_but_the_last_ones_has_its_result(made: list[Line]) -> None:
    """By id, in order, under the call's name; ids are nine letters or digits, and none stands twice in a line."""
    for line in made:
        messages, ids = line["messages"], []
        for at, message in enumerate(messages):
            wanted = [(call["id"], call["function"]["name"]) for call in message.get("tool_calls", ())]
            results = [(m["tool_call_id"], m["name"]) for m in messages[at + 1 : at + 1 + len(wanted)]]
            assert results == (wanted if at < len(messages) - 1 else [])
            ids += [id_ for id_, _ in wanted]
            if message["role"] == "tool":
                assert message["tool_call_id"] in ids
        assert len(set(ids)) == len(ids)
        assert all(re.fullmatch(r"[0-9a-z]{9}", id_) for id_ in ids)


def test_a_result_begins_with_a_status_and_mostly_says_what_code_would_say(made: list[Line]) -> None:
    """What the dialogue's company cannot tell is left at the status."""
    results = [m["content"] for line in made for m in line["messages"] if m["role"] == "tool"]
    assert [text for text in results if not STATUS.fullmatch(text.split("\n")[0])] == []
    told = [text for text in results if text.startswith(("pending", "applied", "ok"))]
    assert sum("\n" in text for text in told) > 0.75 * len(told)


def test_the_system_message_is_the_one_of_the_program(made: list[Line]) -> None:
    """Instructions, the person with role, language and projects, the day."""
    shape = (
        re.escape(INSTRUCTIONS) + r"\n\n# Person\n.+, (user|admin), speaks (en|fr)\nProjects: .+\n\n# Today\n\w{3} .+"
    )
    systems = [line["messages"][0]["content"] for line in made]
    assert [text for text in systems if not re.fullmatch(shape, text)] == []
    assert len(set(systems)) == len(systems)
    assert 0.2 < sum("speaks fr" in text for text in systems) / len(systems) < 0.4


def test_the_persons_projects_are_those_that_the_dialogue_speaks_of(made: list[Line]) -> None:
    """Nearly all: code may have to ask about a name, or it is created on the way."""
    spoken = found = 0
    for line in made:
        listed = line["messages"][0]["content"].split("Projects: ")[1].split("\n")[0].casefold()
        for _, name, arguments in _calls(line):
            if name in ("add_activities", "delete_entries") and "project" in arguments:
                spoken += 1
                found += arguments["project"].casefold() in listed
    assert found > 0.95 * spoken


def test_only_what_code_wrote_is_left_out_of_the_learning(made: list[Line]) -> None:
    """`weight` 0 stands on words of the assistant, never on a call."""
    left_out = [m for line in made for m in line["messages"] if "weight" in m]
    assert left_out
    assert all(m["role"] == "assistant" and m["weight"] == 0 and "tool_calls" not in m for m in left_out)


def test_the_same_seed_gives_the_same_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And a language takes from it the lines in that language."""
    texts = []
    for name in ("one", "two"):
        out = tmp_path / name
        monkeypatch.setattr(
            sys, "argv", ["", "--dialogues", "30", "--language", "fr", "--seed", "5", "--out", str(out)]
        )
        main()
        texts.append(out.read_text(encoding="utf-8"))
    assert texts[0] == texts[1]
    assert [("speaks fr" in line) for line in texts[0].splitlines()] == [True] * 30
