"""Something more after a pending card: a new call that takes over what was not said again."""

from __future__ import annotations

from training.dialogues import language, making
from training.dialogues.dialogue import Call, Line, Talk, call
from training.dialogues.flows import requests, several
from training.dialogues.flows.asking import REASONS, settle
from training.dialogues.flows.corrections import newest
from training.dialogues.language import say
from training.dialogues.noise import finish


def addition(t: Talk) -> None:
    """Something more: a new call that takes over what was not said again."""
    ready = [line for line in t.pending.values() if line.name in ("add_activities", "add_absence")]
    if not ready:
        roll = t.rnd()
        text, calls = several.split(t) if roll < 0.2 else requests.activity(t) if roll < 0.85 else requests.absence(t)
        t.user(text)
        if not settle(t, calls, follow=1.0):
            return
    for _ in range(1 if t.chance(0.75) else 2):
        card = newest(t)
        if len(card) > 1:
            _add_all(t, card)
            return
        line = t.last
        if line.name not in ("add_activities", "add_absence"):
            return
        _add(t, line)


def _add_all(t: Talk, card: list[Line]) -> None:
    """ "Same split on tuesday": every line of the card, if all are about the same days; else who knows what."""
    days = {line.args.get("dates", "") for line in card}
    if len(days) > 1 or any(line.name not in ("add_activities", "add_absence") for line in card):
        return
    other = making.other_days(t, min(days))
    rule = "same_all" if t.chance(0.7) else "add_d"
    t.user(say(t.rnd, t.voice, rule, {"D": other}, polite=False))
    settle(t, [Call(line.name, {**line.args, "dates": other}) for line in card], follow=0.9)


def _add(t: Talk, line: Line) -> None:
    rnd, voice, args = t.rnd, t.voice, line.args
    roll = rnd()
    if line.name == "add_absence" or roll < 0.46:
        days = making.other_days(t, args.get("dates", ""))
        share = making.a_share(t) if line.name == "add_activities" and t.chance(0.1) else None
        if share is None:
            text = say(rnd, voice, "add_d", {"D": days}, polite=False)
            made = Call(line.name, {**args, "dates": days})
        else:
            text = say(rnd, voice, "add_da", {"D": days, "A": share}, polite=False)
            made = Call(line.name, {**args, "dates": days, "percent": share})
    elif roll < 0.66:
        project, days, share = (
            making.other_project(t, [args.get("project", "")]),
            making.some_days(t),
            making.maybe_share(t, 0.3),
        )
        parts = language.grammar(voice).expand(rnd, "add_pd", {"P": project, "D": days, "A": share})
        used = share if any(p[1] is share for p in parts) else None
        text = finish(rnd, voice, parts)
        made = call("add_activities", project=project, dates=days, percent=used)
    elif roll < 0.8:
        project = making.other_project(t, [args.get("project", "")])
        text = say(rnd, voice, "add_p", {"P": project}, polite=False)
        made = Call("add_activities", {**args, "project": project})
    elif roll < 0.9:
        project, share = making.other_project(t, [args.get("project", "")]), making.a_half(t)
        text = say(rnd, voice, "add_pa", {"P": project, "A": share}, polite=False)
        made = Call("add_activities", {**args, "project": project, "percent": share})
    else:
        reason, days = t.pick(REASONS), making.other_days(t, args.get("dates", ""))
        parts = [
            (
                t.pick(
                    ("et ", "et aussi ", "", "puis ")
                    if voice.french
                    else ("and ", "and also ", "also ", "", "then ", "oh and ")
                ),
                None,
            ),
            *language.grammar(voice).expand(rnd, "c_" + reason, {"D": days}),
        ]
        text = finish(rnd, voice, parts)
        made = call("add_absence", reason=reason, dates=days)
    t.user(text)
    settle(t, [made], follow=0.9)
