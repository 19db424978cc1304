"""Administration: assignments, projects, people; and reading."""

from __future__ import annotations

from collections.abc import Callable

from training.dialogues import language, making
from training.dialogues.answers import answer
from training.dialogues.dialogue import Call, Talk, call
from training.dialogues.flows import requests
from training.dialogues.flows.asking import settle
from training.dialogues.flows.requests import Request
from training.dialogues.frames import phrases
from training.dialogues.grammar import Rnd, Slot
from training.dialogues.language import say
from training.dialogues.noise import finish
from training.dialogues.slots import people, projects

_PLURAL = ("get_my_projects", "get_all_projects", "get_all_employees")


def read(t: Talk) -> None:
    text, calls = requests.read(t)
    if t.chance(0.05):
        more, others = requests.read(t)
        if more[:1].isalpha() and others[0].plain() != calls[0].plain():
            text = (
                text.rstrip(".!? ")
                + t.pick((", ", ", et ", ". ") if t.voice.french else (", ", " and ", ", and ", ". ", ". also "))
                + more
            )
            calls = [*calls, *others]
    t.user(text)
    t.calls(calls)
    t.says(answer("reads" if len(calls) > 1 or calls[0].name in _PLURAL else "read", t.voice.french))
    if len(calls) == 1 and calls[0].name == "get_report" and t.chance(0.2):
        _read_more(t, calls[0])


def _read_more(t: Talk, before: Call) -> None:
    """ "and october?": the same report of another month."""
    month = making.a_month(t)
    t.user(say(t.rnd, t.voice, "read_more_m", {"M": month}, polite=False))
    t.calls([Call("get_report", {**before.args, "month": month})])
    t.says(answer("read", t.voice.french))


def assignment(t: Talk) -> Request:
    rnd, voice, greet = t.rnd, t.voice, not t.messages
    project, person = making.a_project(t, 0.0), making.a_person(t)
    roll = rnd()
    if roll < 0.45:
        return say(rnd, voice, "assign", {"P": project, "E": person}, greet=greet), [
            call("assign_project", project=project, employee=person)
        ]
    if roll < 0.7:
        me = making.text_slot(t, "moi" if voice.french else "me")
        return say(rnd, voice, "assign_me", {"P": project, "ME": me}, greet=greet), [
            call("assign_project", project=project, employee=me)
        ]
    other, second = making.a_person(t), making.other_project(t, [project.value])
    slots: dict[str, Slot | None] = {"P": project, "Q": second, "E": person, "F": other}
    if roll < 0.82:
        return say(rnd, voice, "assign_2", slots, greet=greet), [
            call("assign_project", project=project, employee=who) for who in (person, other)
        ]
    if roll < 0.87:
        return say(rnd, voice, "assign_pp", slots, greet=greet), [
            call("assign_project", project=what, employee=person) for what in (project, second)
        ]
    if roll < 0.91:
        return say(rnd, voice, "assign_cross", slots, greet=greet), [
            call("assign_project", project=project, employee=person),
            call("assign_project", project=second, employee=other),
        ]
    if roll < 0.955:
        return say(rnd, voice, "assign_noe", slots, greet=greet), [call("assign_project", project=project)]
    return say(rnd, voice, "assign_nop", slots, greet=greet), [call("assign_project", employee=person)]


_CREATE = ("cnk",) * 5 + ("nl",) * 5 + ("kn",) * 2 + ("kl",) + ("n",) * 3 + ("none",)


def creation(t: Talk) -> Request:
    rnd, voice = t.rnd, t.voice
    rule = t.pick(_CREATE)
    slots: dict[str, Slot | None] = {
        "K": making.text_slot(t, projects.code(rnd)),
        "N": making.text_slot(t, projects.title(rnd)),
        "L": making.text_slot(t, projects.company(rnd)),
    }
    text = say(rnd, voice, "create_" + rule, slots, greet=not t.messages)
    used = {"cnk": "KNL", "none": ""}.get(rule, rule.upper())
    return text, [
        call(
            "create_project",
            code=slots["K"] if "K" in used else None,
            name=slots["N"] if "N" in used else None,
            client=slots["L"] if "L" in used else None,
        )
    ]


def hiring(t: Talk) -> Request:
    rnd, voice = t.rnd, t.voice
    first, last = people.first(rnd), people.last(rnd)
    slots: dict[str, Slot | None] = {
        "N": making.text_slot(t, first),
        "L": making.text_slot(t, last),
        "M": making.text_slot(t, people.email(rnd, first, last)),
    }
    rule = t.pick(("nle",) * 6 + ("nl",) * 3 + ("n", "none"))
    role = t.pick(("admin", "user")) if rule in ("nle", "nl") and t.chance(0.35) else None
    parts = language.grammar(voice).expand(rnd, "hire_" + rule, slots)
    if role:
        parts += language.grammar(voice).expand(rnd, "hire_role_" + role)
    text = finish(rnd, voice, language.dress(rnd, voice, parts, not t.messages))
    used = {"nle": "NLM", "none": ""}.get(rule, rule.upper())
    return text, [
        call(
            "add_employee",
            name=slots["N"] if "N" in used else None,
            lastname=slots["L"] if "L" in used else None,
            email=slots["M"] if "M" in used else None,
            role=role,
        )
    ]


def chain(t: Talk) -> Request:
    """Create and then use what was created: two calls."""
    rnd, voice, greet = t.rnd, t.voice, not t.messages
    if t.chance(0.25):
        first, last = people.first(rnd), people.last(rnd)
        name, lastname, mail, project = (
            making.text_slot(t, first),
            making.text_slot(t, last),
            making.text_slot(t, people.email(rnd, first, last)),
            making.a_project(t, 0.0),
        )
        text = say(rnd, voice, "chain_hire", {"N": name, "L": lastname, "M": mail, "P": project}, greet=greet)
        return text, [
            call("add_employee", name=name, lastname=lastname, email=mail),
            call("assign_project", project=project, employee=name),
        ]
    title, client, person = (
        making.text_slot(t, projects.title(rnd)),
        making.text_slot(t, projects.company(rnd)),
        making.a_person(t),
    )
    code = making.text_slot(t, projects.code(rnd)) if t.chance(0.5) else None
    text = say(
        rnd, voice, "chain_k" if code else "chain", {"N": title, "L": client, "E": person, "K": code}, greet=greet
    )
    return text, [
        call("create_project", code=code, name=title, client=client),
        call("assign_project", project=title, employee=person),
    ]


def office(t: Talk) -> None:
    roll = t.rnd()
    text, calls = (
        assignment(t) if roll < 0.45 else creation(t) if roll < 0.68 else hiring(t) if roll < 0.88 else chain(t)
    )
    t.user(text)
    if t.chance(0.04):
        refuse(t, calls)
        return
    settle(t, calls, follow=0.8)


def refuse(t: Talk, calls: list[Call]) -> None:
    """The person may not do this: code says so."""
    t.calls(calls, ["refused"] * len(calls))
    t.code(
        t.pick(
            (
                "Only an admin can do this.",
                "Only admins may do that. Nothing was written.",
                "You are not allowed to do this.",
            )
        )
    )


def office_fix(t: Talk, tool: str) -> tuple[str, str, Slot]:
    rnd = t.rnd
    key = (
        t.pick(("client", "name", "code"))
        if tool == "create_project"
        else t.pick(("email", "email", "lastname", "first"))
    )
    makers: dict[str, Callable[[Rnd], str]] = {
        "client": projects.company,
        "name": projects.title,
        "code": projects.code,
        "lastname": people.last,
        "first": people.first,
        "email": lambda r: people.email(r, people.first(r), people.last(r)),
    }
    slot = making.text_slot(t, makers[key](rnd))
    frame = t.pick((phrases.FIXES_FR if t.voice.french else phrases.FIXES_EN)[key])
    text = finish(rnd, t.voice, language.once(rnd, t.voice, frame, {"X": slot}))
    return text, "name" if key == "first" else key, slot
