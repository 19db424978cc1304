"""Plays the conversations of `scripts/`: hand-written messages with their slots filled, and the calls beside them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from training.dialogues import answers, language, making, scripts
from training.dialogues.dialogue import READS, Call, Enough, Talk
from training.dialogues.flows import decided
from training.dialogues.flows.asking import possible_share, settle
from training.dialogues.grammar import Parts, Slot
from training.dialogues.noise import finish
from training.dialogues.scripts import VERBS, Turn, Wanted
from training.dialogues.slots import people, projects

SCRIPTS = {
    french: [
        script
        for name in scripts.names()
        if scripts.is_french(name) == french and name != language.WITHOUT and language.ONLY in ("", name)
        for script in scripts.read(name)
    ]
    for french in (False, True)
}
"""The conversations of English and of French, but those that are left out."""

_SLOT = re.compile(r"\{(\w+)\}")
_SEVERAL = re.compile(r"\{\w+\}(?:, \{\w+\})+")
_CHOSEN = ("reason", "role")
_MAKERS: dict[str, Callable[[Talk], Slot]] = {
    "D": making.short_days,
    "Y": making.plain_day,
    "R": making.a_range,
    "A": lambda t: possible_share(t, ("num", "num", "num", "frac")),
    "H": making.a_half,
    "S": making.a_source,
    "M": making.a_month,
    "W": making.a_week,
    "E": making.a_person,
    "K": lambda t: making.text_slot(t, projects.code(t.rnd)),
    "T": lambda t: making.text_slot(t, projects.title(t.rnd)),
    "C": lambda t: making.text_slot(t, projects.company(t.rnd)),
    "F": lambda t: making.text_slot(t, people.first(t.rnd)),
    "L": lambda t: making.text_slot(t, people.last(t.rnd)),
}


def scripted(t: Talk) -> None:
    """One conversation of the person's language, to its end."""
    before = t.top if t.pending else 0
    slots: dict[str, Slot | None] = {}
    for turn in t.pick(SCRIPTS[t.voice.french]):
        if not turn.message:
            decided.approve(t)
            before = 0
            continue
        _play(t, turn, slots, before)
        if any(wanted.verb == "discard" for wanted in turn.calls):
            before = 0


def _play(t: Talk, turn: Turn, slots: dict[str, Slot | None], before: int) -> None:
    for key in _SLOT.findall(turn.message):
        if key.upper() not in slots:
            slots[key.upper()] = _made(t, key.upper(), slots)
    text, calls = _said(t, turn, slots, before)
    t.user(text)
    if turn.say:
        t.says(answers.answer(turn.say, t.voice.french))
        return
    dropped = [call for call in calls if call.name == "discard"]
    if dropped:
        t.drop()
    settle(t, calls, follow=0.0)
    reads = sum(call.name in READS for call in calls)
    if reads == len(calls):
        t.says(answers.answer("reads" if reads > 1 else "read", t.voice.french))
    elif len(dropped) == len(calls):
        t.says(answers.answer("dropped", t.voice.french))


def _made(t: Talk, key: str, slots: dict[str, Slot | None]) -> Slot:
    if key == "ME":
        return making.text_slot(t, "moi" if t.voice.french else "me")
    taken = [slot.value for name, slot in slots.items() if name[0] == key[0] and slot]
    if key[0] == "P":
        return making.other_project(t, taken)
    if key[0] == "X":
        names = [slots[letter + key[1]] for letter in "FL" if slots.get(letter + key[1])]
        first, last = names[0].value if names else people.first(t.rnd), people.last(t.rnd)  # type: ignore[union-attr]
        return making.text_slot(t, people.email(t.rnd, first, names[1].value if len(names) > 1 else last))  # type: ignore[union-attr]
    if key[0] == "H":
        return making.a_half(t, late=key == "H2" if "H1" in slots or key == "H1" else None)
    for _ in range(10):
        found = _MAKERS[key[0]](t)
        if found.value.lower() not in [value.lower() for value in taken]:
            break
    return found


def _said(t: Talk, turn: Turn, slots: dict[str, Slot | None], before: int) -> tuple[str, list[Call]]:
    """The message as typed and its calls; without typing errors where one would spoil a word that is copied."""
    for voice in (t.voice, replace(t.voice, typos=0.0), replace(t.voice, typos=0.0, chatter=0.0)):
        parts: Parts = language.once(t.rnd, voice, turn.message, slots)
        if "\n" not in turn.message:
            parts = language.dress(t.rnd, voice, parts, not t.messages)
        text = scripts.unescaped(finish(t.rnd, voice, parts))
        calls = [_call(t, wanted, slots, text, before) for wanted in turn.calls]
        if None not in calls:
            return text, [call for call in calls if call is not None]
    raise Enough


def _call(t: Talk, wanted: Wanted, slots: dict[str, Slot | None], text: str, before: int) -> Call | None:
    """The call, None where words that it copies do not stand in the text."""
    args: dict[str, Slot | str | None] = {}
    for key, template in wanted.args.items():
        only = _SLOT.fullmatch(template)
        if only:
            args[key] = slots[only[1].upper()]
            continue
        if key in _CHOSEN:
            args[key] = template
            continue
        value = t.voice.form(_SLOT.sub(lambda m: slots[m[1].upper()].value, template))  # type: ignore[union-attr]
        if _SEVERAL.fullmatch(template):
            args[key] = value
            continue
        at = text.lower().find(value.lower())
        if at < 0:
            return None
        args[key] = text[at : at + len(value)]
    if wanted.replaces:
        args["replaces"] = str(wanted.replaces + before)
    return Call(VERBS[wanted.verb][0], args)
