"""The people of the workspace, as they are passed in, and how Slack describes a user."""

import dataclasses
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo


@dataclasses.dataclass(frozen=True)
class Person:
    """One human member. `id` is a Slack user id ("U…"), `tz` an IANA name, `title` what the page shows as the role."""

    id: str
    name: str
    real_name: str
    email: str
    tz: str = "Europe/Paris"
    locale: str = "en-US"
    is_admin: bool = False
    title: str = ""

    @property
    def channel(self) -> str:
        """The id of this person's direct message with the bot."""
        return f"D{self.id}"

    def tz_offset(self, now: float) -> int:
        """Seconds east of UTC at that time."""
        offset = datetime.fromtimestamp(now, ZoneInfo(self.tz)).utcoffset()
        return int(offset.total_seconds()) if offset else 0


@dataclasses.dataclass(frozen=True)
class Command:
    """A slash command as the manifest declares it: the page offers each alternative of the usage hint."""

    command: str
    description: str
    usage_hint: str = ""


@dataclasses.dataclass(frozen=True)
class Shortcut:
    """A shortcut in the menu of every message."""

    callback_id: str
    name: str


@dataclasses.dataclass(frozen=True)
class Bot:
    """The installed app, its bot user and its two tokens."""

    name: str = "Tally"
    user_id: str = "U0BOT"
    bot_id: str = "B0BOT"
    app_id: str = "A0BOT"
    team_id: str = "T0SANDBOX"
    team_name: str = "Sandbox"
    bot_token: str = "xoxb-sandbox"
    app_token: str = "xapp-sandbox"
    scopes: tuple[str, ...] = (  # what the methods here need; told with every answer, not enforced
        "assistant:write",
        "chat:write",
        "commands",
        "files:write",
        "im:history",
        "im:read",
        "im:write",
        "users:read",
        "users:read.email",
    )
    commands: tuple[Command, ...] = (
        Command("/tally", "How the month stands, hand it in, or start over", "[status | submit | reset | help]"),
    )
    shortcuts: tuple[Shortcut, ...] = (Shortcut("report_this", "Report this"),)


def read_people(path: Path) -> list[Person]:
    """The people in a JSON file: a list of objects with the fields of `Person`."""
    return people_from(json.loads(path.read_text(encoding="utf-8")))


def people_from(people: Iterable[Person | Mapping[str, Any]]) -> list[Person]:
    """Accepts persons, or mappings with the fields of a `Person`; a field it does not know is refused."""
    return [person if isinstance(person, Person) else Person(**person) for person in people]


def user_object(person: Person, bot: Bot, now: float, *, with_locale: bool) -> dict[str, Any]:
    """The `user` of users.info."""
    first, _, last = person.real_name.partition(" ")
    user: dict[str, Any] = {
        "id": person.id,
        "team_id": bot.team_id,
        "name": person.name,
        "real_name": person.real_name,
        "deleted": False,
        "tz": person.tz,
        "tz_label": person.tz,
        "tz_offset": person.tz_offset(now),
        "is_admin": person.is_admin,
        "is_owner": False,
        "is_bot": False,
        "is_app_user": False,
        "updated": int(now),
        "profile": {
            "real_name": person.real_name,
            "real_name_normalized": person.real_name,
            "display_name": person.name,
            "first_name": first,
            "last_name": last,
            "email": person.email,
            "title": person.title,
            "team": bot.team_id,
        },
    }
    return {**user, "locale": person.locale} if with_locale else user


def bot_user_object(bot: Bot, now: float) -> dict[str, Any]:
    """The bot's own entry in users.list."""
    return {
        "id": bot.user_id,
        "team_id": bot.team_id,
        "name": bot.name.lower(),
        "real_name": bot.name,
        "deleted": False,
        "tz": "Etc/UTC",
        "tz_offset": 0,
        "is_admin": False,
        "is_bot": True,
        "is_app_user": False,
        "updated": int(now),
        "profile": {"real_name": bot.name, "display_name": bot.name, "bot_id": bot.bot_id, "api_app_id": bot.app_id},
    }
