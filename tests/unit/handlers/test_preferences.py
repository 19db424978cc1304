"""Preferences: kept once, honoured everywhere, and never taken for something that was said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from bot.domain.preferences import ZONES, Preferences
from bot.errors import StoreError, UserFacingError
from bot.handlers.assistant import TallyAssistant
from bot.handlers.reminders import nudges
from bot.ports import Effects
from bot.tools.registry import TOOLS
from bot.words import languages
from tests.fakes import calls
from tests.unit.handlers.conftest import ANA

AUTO = {"language": "auto", "time_zone": "auto", "hour": "auto", "project": "auto"}
LAST_DAY = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


def prefer(office, **picked):
    office.happen(office.event("preferences", "U-ANA", values=AUTO | picked))


def form(office):
    assistant = TallyAssistant(office.desk, lambda: None)
    return {field.name: field for field in assistant.preferences(office.platform.people["U-ANA"]).fields}


def test_what_is_picked_is_kept_and_shown(office):
    """Also in the form the next time; the page says in one line what is in force."""
    prefer(office, language="en", time_zone="Europe/Paris", hour="9", project="ZEP")
    assert office.store.preferences(ANA.upper()) == Preferences("en", "Europe/Paris", 9, "ZEP")
    assert {name: field.value for name, field in form(office).items()} == {
        "language": "en", "time_zone": "Europe/Paris", "hour": "9", "project": "ZEP",
    }  # fmt: skip
    shown = office.platform.homes[-1].preferences
    assert shown == "English · Europe/Paris · reminders at 09:00 · Zephyr (ZEP) first"
    prefer(office)
    assert office.store.preferences(ANA) == Preferences()
    assert office.platform.homes[-1].preferences == "English · UTC · reminders at 10:00"


def test_the_form_offers_what_there_is(office):
    """The languages of the catalogue, zones within what a platform can list, every hour, the person's own projects."""
    fields = form(office)
    assert [value for value, _ in fields["language"].options] == ["auto", *languages()]
    assert fields["language"].options[0][1] == "Automatic (English)"
    assert fields["time_zone"].options[0] == ("auto", "Automatic (UTC)")
    assert len(fields["time_zone"].options) <= 100
    assert len(fields["hour"].options) == 25
    assert [value for value, _ in fields["project"].options] == ["auto", "APO", "ZEP"]
    assert {field.value for field in fields.values()} == {"auto"}


def test_every_zone_of_the_list_exists(office):
    """Each can be picked and is understood."""
    assistant = TallyAssistant(office.desk, lambda: None)
    me = office.platform.people["U-ANA"]
    assert [zone for zone in ZONES if not assistant.check_preferences(me, AUTO | {"time_zone": zone}).accepted] == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("language", "tlh"), ("time_zone", "Mars/Olympus"), ("time_zone", "../etc"), ("hour", "24"), ("hour", "²")),
        *(("project", "ORI"), ("project", "GONE")),
    ],
)
def test_what_nobody_can_pick_is_refused_under_its_field(office, field, value):
    """In the form, and again when it is kept: somebody may have been taken off a project in between."""
    assistant = TallyAssistant(office.desk, lambda: None)
    check = assistant.check_preferences(office.platform.people["U-ANA"], AUTO | {field: value})
    assert check.errors == {field: f"{value} cannot be chosen any more. Open the preferences again."}
    prefer(office, hour="7")
    prefer(office, **{field: value})
    assert office.store.preferences(ANA) == Preferences(hour=7)
    assert office.texts[-1].text == check.errors[field]


def test_a_stranger_has_no_form(office):
    """Nor can they submit one."""
    assistant = TallyAssistant(office.desk, lambda: None)
    stranger = replace(office.platform.people["U-ANA"], email="new@acme.example")
    with pytest.raises(UserFacingError, match="I do not know you yet"):
        assistant.preferences(stranger)
    assert "I do not know you yet" in assistant.check_preferences(stranger, AUTO).errors["language"]


def test_the_picked_time_zone_decides_which_day_it_is(office):
    """At nine in London on a Wednesday it is Wednesday evening in Auckland, and Tuesday night in Honolulu."""
    office.clock.time = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
    prefer(office, time_zone="Pacific/Honolulu")
    office.say("apollo today", calls(("add_activities", {"project": "apollo", "dates": "today"})))
    assert [str(day) for day in office.pending[0].change.days] == ["2026-11-17"]


def test_the_picked_language_is_spoken_and_another_is_left_alone(office):
    """A language whose catalogue is gone is as if none was picked."""
    office.platform.people["U-ANA"] = replace(office.platform.people["U-ANA"], locale="de-DE")
    assert office.desk.person("fake", "U-ANA").locale == "de-DE"
    office.store.commit(Effects(preferences=((ANA, Preferences(language="en")),)))
    assert office.desk.person("fake", "U-ANA").locale == "en"
    assert office.desk.locale_of("fake", "U-ANA") == "en"
    office.store.commit(Effects(preferences=((ANA, Preferences(language="tlh")),)))
    assert office.desk.person("fake", "U-ANA").locale == "de-DE"


def test_without_the_database_the_platforms_language_is_spoken(office):
    """A listener that says why a click was lost cannot ask a database that is gone."""

    class Gone:
        def preferences(self, email):
            raise StoreError("the database is locked")

    assistant = TallyAssistant(replace(office.desk, store=Gone()), lambda: None)
    assert assistant.locale(replace(office.platform.people["U-ANA"], locale="fr-FR")) == "fr-FR"


def due(office, at):
    return {n.reminder.employee.name: n.why for n in nudges(office.desk, office.platform, at) if n.goes_out}


def test_reminders_come_at_the_persons_own_hour(office):
    """Ana's at seven, everybody else's at ten; who is early is told which hour it will be."""
    prefer(office, hour="7")
    assert set(due(office, LAST_DAY.replace(hour=7))) == {"Ana"}
    assert set(due(office, LAST_DAY.replace(hour=10))) == {"Ana", "Ben", "Eve"}
    prefer(office, hour="18")
    assert "Ana" not in due(office, LAST_DAY.replace(hour=17, minute=59))
    assert "Ana" in due(office, LAST_DAY.replace(hour=18))
    early = [n.why for n in nudges(office.desk, office.platform, LAST_DAY) if n.reminder.employee.name == "Ana"]
    assert early == ["not before 2026-11-30 18:00 local time"]


def test_without_a_picked_hour_it_is_the_settings_hour(office):
    """For everybody else; the page and the form say which it is."""
    office.desk = replace(office.desk, reminder_time=time(8))
    prefer(office, hour="12")
    assert set(due(office, LAST_DAY.replace(hour=8))) == {"Ben", "Eve"}
    assert form(office)["hour"].options[0] == ("auto", "Automatic (08:00)")
    prefer(office)
    assert office.platform.homes[-1].preferences == "English · UTC · reminders at 08:00"


def test_reminders_come_in_the_picked_time_zone(office):
    """Ten in the morning in Auckland is still the evening before in London."""
    prefer(office, time_zone="Pacific/Auckland")
    assert set(due(office, datetime(2026, 11, 29, 21, 30, tzinfo=UTC))) == {"Ana"}


def test_the_preferred_project_comes_first_where_one_chooses(office):
    """In the buttons of a question and in the Edit form."""
    prefer(office, project="ZEP")
    office.say("put me somewhere on monday", calls(("add_activities", {"dates": "monday"})))
    assert office.texts[-1].choices == ("Zephyr (ZEP)", "Apollo (APO)")
    ana = office.ledger.employee(ANA)
    situation = office.desk.situation(ana, office.desk.today(office.desk.person("fake", "U-ANA")))
    (project,) = [f for f in TOOLS["add_activities"].form_fields({"project": "APO"}, situation) if f.name == "project"]
    assert [value for value, _ in project.options] == ["ZEP", "APO"]


def test_the_preferred_project_is_never_written_unsaid(office):
    """What nobody said is asked for, also where the model writes the preferred one."""
    prefer(office, project="ZEP")
    unsaid = calls(("add_activities", {"project": "zephyr", "dates": "monday"}))
    office.say("monday", unsaid, unsaid)
    assert office.pending == []
    assert office.texts[-1].text.startswith("Which project?")
