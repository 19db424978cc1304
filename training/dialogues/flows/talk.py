"""Messages that take words only, giving up, and what is said after a decision."""

from __future__ import annotations

from training.dialogues import answers, making
from training.dialogues.dialogue import Call, Talk, call
from training.dialogues.frames import talk_en, talk_fr
from training.dialogues.grammar import Slot
from training.dialogues.language import grammar, say
from training.dialogues.noise import finish
from training.dialogues.slots import people

_OFF_CARD = ("what", "fine", "undone")
_WEIGHTS = {
    "off": 8,
    "state": 8,
    "inject": 8,
    "keep": 6,
    "can": 4,
    "abuse": 3,
    "hello": 3,
    "thanks": 3,
    "written": 3,
    "fine": 2,
    "unclear": 2,
    "what": 2,
    "no": 3,
    "who": 2,
    "approve": 5,
}


def _bag(rules: dict[str, list[str]], pending: bool) -> tuple[str, ...]:
    names = [name[5:] for name in rules if name.startswith("talk_")]
    left = _OFF_CARD if pending else ("approve", "line", "edit", "no", "undone")
    return tuple(name for name in names if name not in left for _ in range(_WEIGHTS.get(name, 1)))


_BAGS = {
    (french, pending): _bag((talk_fr if french else talk_en).RULES, pending)
    for french in (False, True)
    for pending in (False, True)
}


def _slots(t: Talk) -> dict[str, Slot | None]:
    slots: dict[str, Slot | None] = {
        "P": making.a_project(t, 0.02),
        "D": making.plain_day(t),
        "N": making.text_slot(t, people.first(t.rnd)),
    }
    if not t.voice.french:
        slots["K"] = Slot(t.voice.form(grammar(t.voice).text(t.rnd, "line_name")))
    return slots


def aside(t: Talk, key: str | None = None) -> None:
    """One message that needs no call, and the model's sentence."""
    if key is None:
        key = t.pick(_BAGS[t.voice.french, bool(t.pending)])
    polite = key in ("off", "inject", "state", "keep", "can")
    t.user(
        say(t.rnd, t.voice, "talk_" + key, _slots(t), polite=polite and t.chance(0.5), greet=not t.messages and polite)
    )
    t.says(answers.answer({"no": "abuse", "undone": "undo"}.get(key, key), t.voice.french))


def talk(t: Talk) -> None:
    aside(t)
    while t.chance(0.25):
        aside(t)


def _instead(t: Talk) -> None:
    """ "forget it, apollo on friday": both at once. The new line is the first again."""
    rules = grammar(t.voice)
    project, days = making.a_project(t, 0.0), making.some_days(t)
    join = t.pick(
        (", ", ". ", " - ", ", instead ", "! ", "; ") if not t.voice.french else (", ", ". ", " - ", ", plutôt ", " ! ")
    )
    parts = [*rules.expand(t.rnd, "forget"), (join, None), *rules.expand(t.rnd, "c_act", {"P": project, "D": days})]
    t.user(finish(t.rnd, t.voice, parts))
    t.drop()
    t.calls([call("discard"), call("add_activities", project=project, dates=days)])
    t.code("On the card.")


def failed(t: Talk, text: str, calls: list[Call]) -> None:
    """Code could make no sense of the calls: words."""
    t.user(text)
    t.calls(calls, ["error"] * len(calls))
    t.says(answers.answer("error", t.voice.french))


def discard(t: Talk) -> None:
    """ "forget it": drops what is pending."""
    if t.chance(0.1):
        _instead(t)
        return
    t.user(say(t.rnd, t.voice, "forget", polite=t.chance(0.15)))
    t.drop()
    t.calls([call("discard")])
    t.says(answers.answer("dropped", t.voice.french))
