"""Names that code does not know: it asks back with the candidates, and the person picks one."""

from __future__ import annotations

from training.dialogues import making, questions
from training.dialogues.dialogue import Call, Talk, call
from training.dialogues.flows import requests
from training.dialogues.flows.asking import answer, missing, settle
from training.dialogues.frames import phrases
from training.dialogues.grammar import Slot
from training.dialogues.language import say
from training.dialogues.noise import typo
from training.dialogues.slots import people, projects
from training.dialogues.slots.dates import Dates


def unknown(t: Talk) -> None:
    text, calls = requests.activity(t)
    if t.chance(0.12):
        _person(t)
        return
    if t.chance(0.2):
        _clouded(t)
        return
    if t.chance(0.15):
        text, calls = requests.deletion(t)
    made = calls[0]
    if len(calls) > 1 or missing(made) or "project" not in made.args or made.args["project"] is None:
        t.user(text)
        settle(t, calls)
        return
    t.user(text)
    plain = made.plain()
    t.calls(calls, ["ask project"])
    if t.chance(questions.AS_ASKED):
        t.code(questions.unknown_as_asked(plain["project"], several=t.chance(0.4)))
        if t.chance(0.9):
            answer(t, made, ["project"])
        return
    options = _options(t, plain["project"])
    t.code(questions.unknown(t.rnd, t.voice.french, plain["project"], options))
    if t.chance(0.9):
        _pick(t, made.name, plain, "project", options)


def _clouded(t: Talk) -> None:
    """Days that code cannot read: it asks, and the new days take their place."""
    days = Dates(
        t.voice.form(t.pick(phrases.CLOUDED_FR if t.voice.french else phrases.CLOUDED_EN)), "adv", t.voice.french
    )
    project = making.a_project(t)
    t.user(say(t.rnd, t.voice, "act", {"P": project, "D": days}, greet=True))
    made = call("add_activities", project=project, dates=days)
    t.calls([made], ["ask dates"])
    t.code(questions.unreadable(t.rnd, days.value))
    if t.chance(0.9):
        answer(t, made, ["dates"])


def _options(t: Talk, typed: str) -> list[str]:
    """Names as the ledger spells them, the likeliest first."""
    count = 1 + int(t.rnd() * 3.4)
    found: list[str] = []
    roll = t.rnd()
    if roll < 0.6:
        found.append(
            typo(t.rnd, typed).title()
            if t.chance(0.6)
            else typed.title() + " " + t.pick(("Web", "App", "II", "Core", "Migration", "Support"))
        )
    while len(found) < count:
        name = projects.title(t.rnd)
        if name not in found and name.lower() != typed.lower():
            found.append(name)
    return [f"{name} ({projects.code(t.rnd)})" for name in found] if t.chance(0.2) else found


def _pick(t: Talk, tool: str, plain: dict[str, str], key: str, options: list[str]) -> None:
    french = t.voice.french
    names = [option.split(" (")[0] for option in options]
    roll = t.rnd()
    value: Slot | str
    if len(options) == 1 and roll < 0.6:
        text, value = t.pick(phrases.YES_FR if french else phrases.YES_EN), names[0]
    elif roll < 0.42:
        at = int(t.rnd() * len(options))
        if at == len(options) - 1 and len(options) > 1 and t.chance(0.3):
            text = t.pick(phrases.LAST_FR if french else phrases.LAST_EN)
        else:
            text = t.pick((phrases.PLACES_FR if french else phrases.PLACES_EN)[at])
        value = names[at]
    elif roll < 0.9:
        value = t.pick(names)
        text = t.pick(phrases.NAMED_FR if french else phrases.NAMED_EN).format(x=value)
    else:
        value = making.a_project(t, 0.0) if key == "project" else making.a_person(t)
        text = t.pick(phrases.OTHER_FR if french else phrases.OTHER_EN).format(x=value.value)
    t.user(t.voice.form(text))
    settle(t, [Call(tool, {**plain, key: value})])


def _person(t: Talk) -> None:
    """Several people of one name."""
    first = people.first(t.rnd)
    typed = making.text_slot(t, first)
    options = [f"{first} {people.last(t.rnd)}" for _ in range(2)]
    if t.chance(0.5):
        project = making.a_project(t, 0.0)
        text, made = (
            say(t.rnd, t.voice, "assign", {"P": project, "E": typed}, greet=True),
            call("assign_project", project=project, employee=typed),
        )
    else:
        month = making.a_month(t)
        text, made = (
            say(t.rnd, t.voice, "get_report_em", {"M": month, "E": typed}, greet=True),
            call("get_report", month=month, employee=typed),
        )
    t.user(text)
    plain = made.plain()
    t.calls([made], ["ask employee"])
    if made.name == "assign_project" and t.chance(questions.AS_ASKED):
        t.code(questions.unknown_as_asked(plain["employee"], person=True, several=t.chance(0.6)))
        answer(t, made, ["employee"])
        return
    t.code(questions.unknown(t.rnd, t.voice.french, plain["employee"], options, person=True))
    if made.name == "assign_project":
        _pick(t, made.name, plain, "employee", options)
