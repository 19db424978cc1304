"""One project on some days."""

from __future__ import annotations

from training.dialogues.dialogue import Call, call
from training.dialogues.grammar import Parts, Slot
from training.dialogues.plots.person import Joined, Teller
from training.dialogues.slots.dates import Dates
from training.dialogues.slots.percent import Percent


def clause(t: Teller, project: Slot, dates: Dates, share: Percent | None) -> Parts:
    """A sentence that says all three."""
    if share is None:
        rule = "act"
    elif share.kind == "part":
        rule = "act_half" if t.chance(0.65) and (dates.one or dates.kind in ("list", "range")) else "act"
    else:
        rule = "act_part" if t.chance(0.4) and share.kind in ("num", "frac", "days", "hours") and share.value not in ("50", "25", "75", "100") else "act"
    return t.parts(rule, p=project, d=dates, a=share)


def share(t: Teller, probability: float = 0.34) -> Percent | None:
    return t.percent() if t.chance(probability) else None


_TOO_EN = ["and also {D}", "and {D} too", ", also {D}", ", and {D} as well", " and again {D}", ", plus {D}", " and {d} too", ", {d} too", " and then again {D}"]
_TOO_FR = [" et aussi {D}", " et {D} aussi", ", aussi {D}", ", et encore {D}", " ainsi que {D}", " et puis {D}"]


def activity(t: Teller) -> None:
    t.send(*_activity(t))
    t.calls([t.last_call])  # type: ignore[attr-defined]


def _activity(t: Teller) -> tuple[Parts]:
    project, dates, part = t.project(), t.dates(), share(t)
    parts = clause(t, project, dates, part)
    when: Dates | Joined = dates
    if dates.one and part is None and t.chance(0.05):
        more = t.dates("week")
        if more.value != dates.value:
            parts = [*parts, (" ", None), *t.frame(t.say(_TOO_EN, _TOO_FR), d=more)]
            when = Joined(dates, more)
    t.last_call = call("add_activities", project=project, dates=when, percent=part)  # type: ignore[attr-defined, arg-type]
    return (parts,)


def opened(t: Teller, probability: float = 0.3, mix: str = "any") -> Call:
    """Say an activity in a plain way and put it on the card."""
    project, dates, part = t.project(), t.dates(mix), share(t, probability)
    t.send(clause(t, project, dates, part))
    made = call("add_activities", project=project, dates=dates, percent=part)
    t.calls([made])
    return made
