"""After the owner clicked: the same tool messages, re-read with what became of them, and what people say then."""

from __future__ import annotations

from training.dialogues import answers, making
from training.dialogues.dialogue import Call, Line, Talk, call
from training.dialogues.flows import corrections, requests, several, talk
from training.dialogues.flows.asking import settle
from training.dialogues.frames import phrases
from training.dialogues.grammar import Slot
from training.dialogues.language import say


def _end(t: Talk) -> None:
    """Whether code's "On the card." still stands before the model speaks is left open."""
    if t.messages[-1].get("content") == "On the card." and t.chance(0.5):
        t.messages.pop()
        t.train.pop()


def approve(t: Talk) -> None:
    """Everything that waits is approved; the model has nothing to add."""
    _end(t)
    t.decide({n: f"applied {n}" for n in list(t.pending)})
    t.says("")


def decide(t: Talk) -> str:
    """Decide everything that is pending. Returns "applied", "declined" or "gone"."""
    roll = t.rnd()
    if roll < 0.7:
        approve(t)
        return "applied"
    _end(t)
    if roll < 0.94:
        numbers = list(t.pending)
        at = t.pick(numbers)
        why = t.voice.form(t.pick(phrases.WHY_FR if t.voice.french else phrases.WHY_EN))
        declined = f"declined {at}: {why}" if t.chance(0.8) else f"declined {at}"
        t.decide({n: declined if n == at else f"applied {n}" for n in numbers})
        t.says(answers.answer("declined", t.voice.french))
        return "declined"
    status = t.pick(("expired", "failed"))
    t.decide({n: f"{status} {n}" for n in list(t.pending)})
    t.says("")
    return "gone"


def decided(t: Talk) -> None:
    """A request, its decision, and mostly a remark on it."""
    if not t.pending:
        text, calls = (
            requests.activity(t) if t.chance(0.6) else requests.absence(t) if t.chance(0.5) else several.several(t)
        )
        t.user(text)
        if not settle(t, calls, follow=1.0):
            return
    only = t.last if len(t.pending) == 1 else None
    outcome = decide(t)
    if outcome == "applied" and t.chance(0.1):
        talk.aside(t, "undone")
        return
    if only is None or t.chance(0.35):
        return
    if outcome == "declined":
        _remake(t, only)
    elif outcome == "applied" and only.name == "add_activities":
        _regret(t, only)


def _remake(t: Talk, line: Line) -> None:
    """The declined call again, with the change: it replaces nothing, for nothing is pending."""
    text, changes = corrections.fix(t, line)
    name = str(changes.pop("tool", line.name))
    t.user(text)
    settle(t, [Call(name, {**line.args, **changes})], follow=0.9)


def _regret(t: Talk, line: Line) -> None:
    """A correction of what was written already: delete it and add the right one."""
    args = line.args
    old = {"dates": args["dates"], "project": args["project"]}
    kind = t.pick(("project", "dates", "percent"))
    slots: dict[str, Slot | None] = {"Q": Slot(args["project"]), "O": Slot(args["dates"])}
    if kind == "project":
        new: Slot = making.other_project(t, [args["project"]])
        text = say(t.rnd, t.voice, "fix_p", {**slots, "P": new}, polite=False)
    elif kind == "dates":
        new = making.other_days(t, args["dates"])
        text = say(
            t.rnd, t.voice, "fix_d" if len(args["dates"]) < 26 else "fix_d_bare", {**slots, "D": new}, polite=False
        )
    else:
        new = making.a_share(t)
        text = say(t.rnd, t.voice, "fix_a", {"A": new}, polite=False)
    t.user(text)
    settle(t, [call("delete_entries", **old), Call("add_activities", {**args, kind: new})], follow=0.9)
