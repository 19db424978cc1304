"""What a person prefers: the form that asks, what was entered read back, and the one line that the home page says."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.domain.card import Form, FormField
from bot.domain.conversation import Person
from bot.domain.preferences import NO_PREFERENCES, ZONES, Preferences
from bot.domain.timesheet import Employee, Project
from bot.handlers.desk import Desk
from bot.words import language_name, languages, say

AUTOMATIC = "auto"
LANGUAGE, TIME_ZONE, HOUR, PROJECT = "language", "time_zone", "hour", "project"
FIELDS = (LANGUAGE, TIME_ZONE, HOUR, PROJECT)
HOURS = range(24)


def form_of(picked: Preferences, person: Person, employee: Employee, desk: Desk) -> Form:
    """The form with what is picked now. `person` is as the platform knows them: what "automatic" would be."""
    fields = (
        _language(picked, person),
        _time_zone(picked, person),
        _hour(picked, desk),
        _project(picked, employee, desk),
    )
    return Form("", 0, say("preferences"), fields)


def _language(picked: Preferences, person: Person) -> FormField:
    spoken = _spoken(person.locale)
    automatic = (AUTOMATIC, say("prefer-automatic", value=language_name(spoken)))
    options = (automatic, *((one, language_name(one)) for one in languages()))
    return _choice(LANGUAGE, say("prefer-language"), picked.language, options)


def _spoken(locale: str) -> str:
    """The language of a locale such as `fr-FR`, English where there is no catalogue for it."""
    language = locale.replace("_", "-").split("-")[0].casefold()
    return language if language in languages() else "en"


def _time_zone(picked: Preferences, person: Person) -> FormField:
    known = dict.fromkeys([*ZONES, *([picked.time_zone] if picked.time_zone else [])])
    automatic = (AUTOMATIC, say("prefer-automatic", value=_zone(person.time_zone)))
    return _choice(
        TIME_ZONE, say("prefer-zone"), picked.time_zone, (automatic, *((zone, _zone(zone)) for zone in known))
    )


def _zone(name: str) -> str:
    return name.replace("_", " ")


def _hour(picked: Preferences, desk: Desk) -> FormField:
    automatic = (AUTOMATIC, say("prefer-automatic", value=f"{desk.reminder_time:%H:%M}"))
    options = (automatic, *((str(hour), f"{hour:02d}:00") for hour in HOURS))
    return _choice(HOUR, say("prefer-hour"), "" if picked.hour is None else str(picked.hour), options)


def _project(picked: Preferences, employee: Employee, desk: Desk) -> FormField:
    own = _own(employee, desk)
    options = ((AUTOMATIC, say("prefer-no-project")), *((p.code, p.title) for p in own.values()))
    value = picked.project if picked.project in own else ""
    return _choice(PROJECT, say("prefer-project"), value, options, hint=say("prefer-project-hint"))


def _own(employee: Employee, desk: Desk) -> dict[str, Project]:
    return {p.code: p for p in desk.ledger.projects() if employee.email in p.employees}


def _choice(name: str, label: str, value: str, options: tuple[tuple[str, str], ...], *, hint: str = "") -> FormField:
    return FormField(name, label, "choice", value=value or AUTOMATIC, options=options, hint=hint)


def read(values: Mapping[str, str], employee: Employee, desk: Desk) -> tuple[Preferences, dict[str, str]]:
    """What was entered, and a sentence for each field that holds what nobody can pick."""
    entered = {name: "" if values.get(name, "") == AUTOMATIC else str(values.get(name, "")) for name in FIELDS}
    allowed = {
        LANGUAGE: entered[LANGUAGE] in languages(),
        TIME_ZONE: _is_zone(entered[TIME_ZONE]),
        HOUR: entered[HOUR].isascii() and entered[HOUR].isdecimal() and int(entered[HOUR]) in HOURS,
        PROJECT: entered[PROJECT] in _own(employee, desk),
    }
    wrong = [name for name in FIELDS if entered[name] and not allowed[name]]
    if wrong:
        return NO_PREFERENCES, {name: say("prefer-unknown", value=entered[name]) for name in wrong}
    hour = int(entered[HOUR]) if entered[HOUR] else None
    return Preferences(entered[LANGUAGE], entered[TIME_ZONE], hour, entered[PROJECT]), {}


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def summary(picked: Preferences, person: Person, employee: Employee, desk: Desk) -> str:
    """What is in force, in one line. `person` as handlers see them."""
    parts = [language_name(_spoken(person.locale)), _zone(person.time_zone)]
    parts.append(say("prefer-reminders-at", time=f"{picked.reminder_time(desk.reminder_time):%H:%M}"))
    project = _own(employee, desk).get(picked.project)
    parts += [say("prefer-offered-first", project=project.title)] if project else []
    return " · ".join(parts)
