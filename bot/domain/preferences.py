"""What a person prefers, on every platform: what they did not pick is as the platform or the settings say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time

from bot.domain.conversation import Person
from bot.domain.timesheet import Project


@dataclass(frozen=True)
class Preferences:
    """`language` such as `fr`, `time_zone` an IANA name, `hour` (0 to 23) when reminders come on the person's own wall
    clock, `project` the code of the one that is offered first. Empty or None: not picked.
    """

    language: str = ""
    time_zone: str = ""
    hour: int | None = None
    project: str = ""

    def reminder_time(self, otherwise: time) -> time:
        """When a reminder comes on its day."""
        return otherwise if self.hour is None else time(self.hour)

    def of(self, person: Person) -> Person:
        """The person as handlers see them: with the picked language and time zone."""
        return replace(person, locale=self.language or person.locale, time_zone=self.time_zone or person.time_zone)


NO_PREFERENCES = Preferences()


def own_first(projects: list[Project], preferred: str) -> list[Project]:
    """The projects in their order, the preferred one before the others."""
    return sorted(projects, key=lambda project: project.code != preferred)


ZONES = (
    *("Africa/Abidjan", "Africa/Algiers", "Africa/Cairo", "Africa/Casablanca", "Africa/Johannesburg", "Africa/Lagos"),
    *("Africa/Nairobi", "Africa/Tunis", "America/Anchorage", "America/Argentina/Buenos_Aires", "America/Bogota"),
    *("America/Caracas", "America/Cayenne", "America/Chicago", "America/Denver", "America/Guadeloupe"),
    *("America/Halifax", "America/Lima", "America/Los_Angeles", "America/Martinique", "America/Mexico_City"),
    *("America/New_York", "America/Phoenix", "America/Santiago", "America/Sao_Paulo"),
    *("America/St_Johns", "America/Toronto", "America/Vancouver", "Asia/Almaty", "Asia/Bangkok", "Asia/Beirut"),
    *("Asia/Dhaka", "Asia/Dubai", "Asia/Ho_Chi_Minh", "Asia/Hong_Kong", "Asia/Istanbul", "Asia/Jakarta"),
    *("Asia/Jerusalem", "Asia/Karachi", "Asia/Kathmandu", "Asia/Kolkata", "Asia/Manila", "Asia/Riyadh", "Asia/Seoul"),
    *("Asia/Shanghai", "Asia/Singapore", "Asia/Taipei", "Asia/Tokyo", "Atlantic/Azores", "Atlantic/Reykjavik"),
    *("Australia/Adelaide", "Australia/Brisbane", "Australia/Melbourne", "Australia/Perth", "Australia/Sydney"),
    *("Europe/Amsterdam", "Europe/Athens", "Europe/Belgrade", "Europe/Berlin", "Europe/Brussels", "Europe/Bucharest"),
    *("Europe/Budapest", "Europe/Copenhagen", "Europe/Dublin", "Europe/Helsinki", "Europe/Kyiv", "Europe/Lisbon"),
    *("Europe/London", "Europe/Luxembourg", "Europe/Madrid", "Europe/Oslo", "Europe/Paris", "Europe/Prague"),
    *("Europe/Rome", "Europe/Sofia", "Europe/Stockholm", "Europe/Vienna", "Europe/Warsaw", "Europe/Zurich"),
    *("Indian/Reunion", "Pacific/Auckland", "Pacific/Honolulu", "Pacific/Noumea", "Pacific/Tahiti", "UTC"),
)
"""Those to pick from: a list that a platform can show (Slack: 100 entries). Somebody who lives in none of them is
served by what the platform says, or picks one with the same clock."""
