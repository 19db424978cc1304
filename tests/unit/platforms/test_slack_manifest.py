"""The manifest is valid, and asks for exactly what the code needs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from bot.handlers.commands import Name, typed
from bot.platforms.slack import app, courtesies, entrances, files, listeners, platform, previews, tokens
from bot.platforms.slack.listeners import prompts, register
from sandbox.people import Bot

ROOT = Path(__file__).parents[3]
SCHEMA = ROOT / "tests" / "data" / "slack" / "manifest.schema.2.0.0.json"  # slackapi/manifest-schema, MIT
MANIFEST: dict[str, Any] = yaml.safe_load((ROOT / "manifest.yml").read_text(encoding="utf-8"))

# From Slack's reference: the bot scope that each method and event of ours needs.
SCOPES_OF_METHODS = {
    "assistant_threads_setStatus": "assistant:write",
    "assistant_threads_setSuggestedPrompts": "assistant:write",
    "auth_test": None,
    "chat_appendStream": "chat:write",
    "chat_delete": "chat:write",
    "chat_postEphemeral": "chat:write",
    "chat_postMessage": "chat:write",
    "chat_startStream": "chat:write",
    "chat_stopStream": "chat:write",
    "chat_update": "chat:write",
    "conversations_history": "im:history",
    "conversations_open": "im:write",
    "conversations_replies": "im:history",
    "files_upload_v2": "files:write",
    "users_info": "users:read",
    "users_lookupByEmail": "users:read.email",
    "views_open": None,
    "views_publish": None,
}
SCOPES_OF_EVENTS = {"app_home_opened": None, "message.im": "im:history"}
EVENTS_OF_TYPES = {"message": "message.im", "app_home_opened": "app_home_opened"}
METHOD = re.compile(
    r"client\.((?:assistant|auth|chat|conversations|users|views|files|reactions)_\w+)|_once\.(chat_\w+)"
)


class Recorder:
    """Stands in for a Bolt app while listeners register, and notes for what."""

    def __init__(self) -> None:
        self.found: dict[str, list[Any]] = {"event": [], "action": [], "view": [], "command": [], "shortcut": []}

    def __getattr__(self, kind: str) -> Callable[[Any], Callable[[Any], None]]:
        def constrain(constraint: Any) -> Callable[[Any], None]:
            self.found[kind].append(constraint)
            return lambda listener: None

        return constrain


@pytest.fixture
def registered() -> dict[str, list[Any]]:
    """What the listeners listen to, by kind."""
    recorder = Recorder()
    register(recorder, None, None, None)  # type: ignore[arg-type]
    return recorder.found


def methods_called() -> set[str]:
    """The Web API methods in the code that has a client."""
    sources = [
        Path(str(module.__file__)).read_text(encoding="utf-8")
        for module in (app, courtesies, entrances, files, listeners, platform, previews, tokens)
    ]
    return {one or other for source in sources for one, other in METHOD.findall(source)}


def test_the_manifest_is_valid() -> None:
    """Slack takes it: its sections and their lengths, and Slack's own schema."""
    assert set(MANIFEST) == {"display_information", "features", "oauth_config", "settings"}
    about = MANIFEST["display_information"]
    assert len(about["name"]) <= 35
    assert len(about["description"]) <= 140
    jsonschema.Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(MANIFEST)


@pytest.mark.parametrize(
    "wrong",
    [
        {"slash_commands": [{"command": "tally", "description": "no stroke"}]},
        {"shortcuts": [{"name": "Report this", "type": "message"}]},
        {"agent_view": {"agent_description": "x" * 301}},
    ],
)
def test_the_schema_would_tell(wrong: dict[str, Any]) -> None:
    """What Slack would refuse is found by it: a command without its stroke, a shortcut without an id, a long text."""
    manifest = MANIFEST | {"features": MANIFEST["features"] | wrong}
    assert not jsonschema.Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).is_valid(manifest)


def test_the_manifest_subscribes_to_what_is_listened_to(registered: dict[str, list[Any]]) -> None:
    """No event without a listener, and no listener without its event."""
    events = {EVENTS_OF_TYPES[kind] for kind in registered["event"]}
    assert events == set(MANIFEST["settings"]["event_subscriptions"]["bot_events"])


def test_commands_and_shortcuts_are_those_of_the_code(registered: dict[str, list[Any]]) -> None:
    """A command in only one of the two places would fail in front of a person."""
    features = MANIFEST["features"]
    assert registered["command"] == [entry["command"] for entry in features["slash_commands"]]
    assert registered["shortcut"] == [entry["callback_id"] for entry in features["shortcuts"]]
    assert {entry["type"] for entry in features["shortcuts"]} == {"message"}


def test_the_command_names_what_the_code_knows() -> None:
    """The hint beside the command lists every word that it takes, and none that it does not."""
    [command] = MANIFEST["features"]["slash_commands"]
    assert [typed(word).name for word in command["usage_hint"].strip("[]").split("|")] == list(Name)


def test_the_sandbox_offers_the_command_and_the_shortcut_of_the_manifest() -> None:
    """What the page offers is what Slack's own client would."""
    features, bot = MANIFEST["features"], Bot()
    offered = [asdict(command) for command in bot.commands], [asdict(shortcut) for shortcut in bot.shortcuts]
    assert offered == (
        [{name: c[name] for name in ("command", "description", "usage_hint")} for c in features["slash_commands"]],
        [{name: s[name] for name in ("callback_id", "name")} for s in features["shortcuts"]],
    )


def test_clicks_need_interactivity(registered: dict[str, list[Any]]) -> None:
    """Buttons and modals reach the app only when interactivity is on, and over Socket Mode."""
    assert registered["action"]
    assert registered["view"]
    assert MANIFEST["settings"]["interactivity"] == {"is_enabled": True}
    assert MANIFEST["settings"]["socket_mode_enabled"] is True


def test_every_method_that_is_called_has_a_known_scope() -> None:
    """A new method must be entered above, with the scope that it needs."""
    assert methods_called() == set(SCOPES_OF_METHODS)


def test_the_manifest_asks_for_the_scopes_that_are_needed() -> None:
    """Not one less, and not one more. A command and a shortcut need the scope `commands`."""
    needed = {SCOPES_OF_METHODS[method] for method in methods_called()} | set(SCOPES_OF_EVENTS.values()) | {"commands"}
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == needed - {None}


def test_the_start_looks_for_the_scopes_of_the_manifest() -> None:
    """A scope that is missing is named at start, not found out when the first message cannot be answered."""
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == tokens.SCOPES


def test_both_tabs_are_on_and_messages_can_be_written() -> None:
    """Without these, nobody could write to the bot or see the Home tab."""
    home = MANIFEST["features"]["app_home"]
    assert home == {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False}


def test_the_prompts_are_the_same_in_both_places() -> None:
    """The manifest's suggested prompts are those that the listener sets."""
    offered = MANIFEST["features"]["agent_view"]["suggested_prompts"]
    assert {prompt["title"]: prompt["message"] for prompt in offered} == prompts()
