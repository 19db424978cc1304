"""Slots as one person would fill them: the values of a conversation."""

from __future__ import annotations

from collections.abc import Sequence

from training.dialogues.dialogue import Talk
from training.dialogues.frames import phrases
from training.dialogues.grammar import Slot
from training.dialogues.noise import slip
from training.dialogues.slots import dates_en, dates_fr, people, percent
from training.dialogues.slots.dates import Dates
from training.dialogues.slots.percent import Percent
from training.dialogues.slots.projects import Project, project

MONTHS_AS_DAYS = 0.04


def a_project(t: Talk, hard: float = 0.04) -> Project:
    return _named(t, project(t.rng, t.voice, hard))


def _named(t: Talk, found: Project) -> Project:
    t.named.append(("project", found.value))
    return found


def other_project(t: Talk, taken: Sequence[str]) -> Project:
    """A project that is none of `taken`."""
    for _ in range(20):
        found = project(t.rng, t.voice)
        if found.value.lower() not in [name.lower() for name in taken]:
            break
    return _named(t, found)


def _dates(t: Talk, text: str, kind: str) -> Dates:
    voice, rnd = t.voice, t.rnd
    if not voice.french and voice.case in ("first", "asis") and rnd() < 0.65:
        text = dates_en.caps(rnd, text, True)
    if rnd() < 0.012:
        text = slip(rnd, text)
    return Dates(voice.form(text), kind, voice.french)


def a_day(t: Talk) -> Dates:
    """A single day."""
    return _dates(t, *(dates_fr if t.voice.french else dates_en).day(t.rnd))


def plain_day(t: Talk) -> Dates:
    """A weekday or a relative day: what goes well with "morning"."""
    bank = dates_fr if t.voice.french else dates_en
    roll = t.rnd()
    if roll < 0.62:
        return _dates(t, bank.weekday(t.rnd), "day")
    if roll < 0.9:
        return _dates(
            t,
            t.pick(
                ("hier", "demain", "hier", "aujourd'hui", "lundi dernier", "jeudi prochain")
                if t.voice.french
                else ("yesterday", "tomorrow", "today", "last friday", "next monday", "yesterday")
            ),
            "rel",
        )
    return _dates(t, bank.dated(t.rnd), "num")


def some_days(t: Talk) -> Dates:
    """Any date phrase."""
    bank = dates_fr if t.voice.french else dates_en
    roll = t.rnd()
    if roll < 0.42:
        return _dates(t, *bank.day(t.rnd))
    if roll < 0.56:
        return _dates(t, bank.several(t.rnd), "list")
    if roll < 0.74:
        return _dates(t, *bank.span(t.rnd))
    return _dates(t, *bank.week(t.rnd))


def short_days(t: Talk) -> Dates:
    """A phrase short enough for one of several clauses."""
    bank = dates_fr if t.voice.french else dates_en
    roll = t.rnd()
    if roll < 0.55:
        return _dates(t, bank.weekday(t.rnd), "day")
    if roll < 0.65:
        return _dates(t, *bank.day(t.rnd))
    if roll < 0.82:
        return _dates(t, bank.several(t.rnd), "list")
    if roll < 0.95:
        return _dates(t, *bank.span(t.rnd))
    return _dates(
        t,
        t.pick(
            ("le reste de la semaine", "hier", "aujourd'hui", "toute la semaine", "demain")
            if t.voice.french
            else ("the rest of the week", "rest of the week", "yesterday", "today", "tomorrow", "all week")
        ),
        "span" if t.chance(0.5) else "adv",
    )


def a_range(t: Talk) -> Dates:
    """More than one day in one phrase: a span or a week."""
    bank = dates_fr if t.voice.french else dates_en
    return _dates(t, *(bank.span if t.chance(0.75) else bank.week)(t.rnd))


def other_days(t: Talk, taken: str) -> Dates:
    """Days for a correction: mostly of the same kind as people correct, never the same phrase."""
    found = a_day(t)
    for _ in range(10):
        found = a_day(t) if t.chance(0.6) else some_days(t)
        if found.value.lower() != taken.lower():
            break
    return found


def a_share(t: Talk, kinds: Sequence[str] | None = None) -> Percent:
    text, kind = percent.choose(t.rnd, t.voice.french, kinds) if kinds else percent.choose(t.rnd, t.voice.french)
    return Percent(t.voice.form(text), kind, t.voice.french)


def maybe_share(t: Talk, chance: float = 0.4) -> Percent | None:
    return a_share(t) if t.rnd() < chance else None


def a_half(t: Talk, late: bool | None = None) -> Percent:
    """A morning or an afternoon."""
    if late is None:
        late = t.chance(0.5)
    options: Sequence[str]
    if t.voice.french:
        options = (
            ("après-midi", "aprem", "après-midi", "apres midi") if late else ("matin", "matin", "matin", "matinée")
        )
    else:
        options = (
            ("afternoon", "afternoon", "pm", "afternoons", "afternon")
            if late
            else ("morning", "morning", "am", "mornings", "mornin")
        )
    return Percent(t.voice.form(t.pick(options)), "part", t.voice.french)


def a_month(t: Talk) -> Slot:
    text = (dates_fr if t.voice.french else dates_en).report_month(t.rnd)
    if not t.voice.french and t.voice.case in ("first", "asis") and t.chance(0.7):
        text = dates_en.caps(t.rnd, text, True)
    return Slot(t.voice.form(text))


def a_week(t: Talk) -> Slot:
    return Slot(t.voice.form((dates_fr if t.voice.french else dates_en).week_phrase(t.rnd)))


def a_source(t: Talk) -> Dates:
    """The days that are copied."""
    bank = dates_fr if t.voice.french else dates_en
    roll = t.rnd()
    if roll < 0.4:
        text = t.pick(phrases.SOURCES_FR if t.voice.french else phrases.SOURCES_EN)
        return _dates(t, text, "span")
    for _ in range(8):
        found = _dates(t, *bank.day(t.rnd)) if roll < 0.8 else some_days(t)
        low = found.value.lower()
        if not any(word in low for word in phrases.FUTURE):
            return found
    return _dates(t, t.pick(phrases.SOURCES_FR if t.voice.french else phrases.SOURCES_EN), "span")


def a_person(t: Talk) -> Slot:
    """A name as typed: first name, both, or an address."""
    first, roll = people.first(t.rnd), t.rnd()
    if roll < 0.58:
        text = first
    elif roll < 0.88:
        text = first + " " + people.last(t.rnd)
    elif roll < 0.94:
        text = people.last(t.rnd)
    else:
        text = people.email(t.rnd, first, people.last(t.rnd))
    t.named.append(("employee", text))
    return Slot(t.voice.form(text))


def text_slot(t: Talk, text: str) -> Slot:
    return Slot(t.voice.form(text))
