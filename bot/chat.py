"""`tally chat`: who sits at the terminal, and the bot around their conversation.

Whoever can open the database can talk as anybody in it: this is a tool for the machine that Tally runs on.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rich.text import Text
from sqlalchemy import make_url

from bot import app as composition
from bot.domain.conversation import Person
from bot.domain.timesheet import Employee
from bot.errors import SettingsError
from bot.platforms.console.journal import Journal
from bot.platforms.console.platform import ConsolePlatform
from bot.platforms.console.terminal import Terminal
from bot.platforms.console.text import one_line
from bot.ports import Clock
from bot.settings import Settings
from bot.words import say, speaking

LOCAL_TIME = Path("/etc/localtime")


def chat(settings: Settings, wanted: str, terminal: Terminal, clock: Clock) -> None:
    """Talk as the employee that `wanted` names (asked for where it names nobody), until they leave."""
    terminal.prepare()
    folder = console_folder(settings)
    employees = composition.employees(settings)
    if not employees:
        raise SettingsError(say("console-nobody-here"))
    with speaking(locale_of(os.environ)):
        me = chosen(wanted, employees) if wanted else _asked(employees, terminal)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "chat.log").open("a", encoding="utf-8") as log:
        composition.set_up_logging("WARNING", log)  # what goes wrong does not belong between what is said
        _talk(settings, _platform(me, employees, terminal, folder), clock)


def _talk(settings: Settings, platform: ConsolePlatform, clock: Clock) -> None:
    joining = composition.on_console(platform, clock)
    bot = composition.Bot(settings.model_copy(update={"reminders": False}), clock, joining)
    bot.start()
    try:
        bot.connection.run()
    finally:
        bot.stop()


def console_folder(settings: Settings) -> Path:
    """Where the console keeps its journal and its log: beside a SQLite database, else in `var`."""
    url = make_url(settings.database_url)
    beside = Path(url.database).parent if url.get_backend_name() == "sqlite" and url.database else Path("var")
    return beside / "console"


def chosen(wanted: str, employees: Sequence[Employee]) -> Employee:
    """The employee with this number in the list, this e-mail address, or the only one whose address or name begins so.

    Raises SettingsError, with everybody there is.
    """
    text = wanted.strip().casefold()
    if text.isdecimal() and 1 <= int(text) <= len(employees):
        return employees[int(text) - 1]
    exact = [e for e in employees if e.email.casefold() == text]
    similar = [e for e in employees if any(name.casefold().startswith(text) for name in (e.email, e.full_name))]
    found = exact or (similar if text else [])
    if len(found) != 1:
        people = one_line(", ".join(e.email for e in employees), 1_000)
        raise SettingsError(say("console-unknown-person", wanted=one_line(wanted, 80), people=people))
    return found[0]


def _asked(employees: Sequence[Employee], terminal: Terminal) -> Employee:
    if len(employees) == 1:
        return employees[0]
    terminal.show(*(Text(f"  {n}  {e.full_name}  {e.email}") for n, e in enumerate(employees, start=1)))
    try:
        return chosen(terminal.ask(f"{say('console-who')} "), employees)
    except (EOFError, KeyboardInterrupt):
        return chosen("", employees)


def _platform(me: Employee, employees: Sequence[Employee], terminal: Terminal, folder: Path) -> ConsolePlatform:
    zone, locale = local_zone(os.environ), locale_of(os.environ)
    people = {e.email.casefold(): Person(e.email.casefold(), e.email, e.full_name, zone, locale) for e in employees}
    return ConsolePlatform(people[me.email.casefold()], people, terminal, Journal(folder / "journal.jsonl"))


def local_zone(environment: Mapping[str, str], link: Path = LOCAL_TIME) -> str:
    """The IANA name of this machine's time zone; UTC where it has none that is known here."""
    name = environment.get("TZ", "").lstrip(":") or str(link.resolve()).partition("zoneinfo/")[2]
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"


def locale_of(environment: Mapping[str, str]) -> str:
    """The language that the environment asks for, as `fr-FR`."""
    named = next((environment[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(n)), "")
    name = named.partition(".")[0].replace("_", "-")
    return "en-US" if name in ("", "C", "POSIX") else name
