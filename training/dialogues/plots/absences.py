"""Sick leave, paid leave, RTT, and being away for a reason that was not said."""

from __future__ import annotations

from training.dialogues.dialogue import Call, call
from training.dialogues.grammar import Parts
from training.dialogues.plots.person import Teller
from training.dialogues.slots.dates import Dates
from training.dialogues.slots.percent import Percent


def clause(t: Teller, reason: str | None, dates: Dates, share: Percent | None) -> Parts:
    rule = reason or "off"
    if share is not None and share.kind == "part" and t.chance(0.7):
        rule += "_half"
    return t.parts(rule, d=dates, a=share)


def share(t: Teller, probability: float = 0.2) -> Percent | None:
    return t.percent("num", "days", "days", "part", "part", "frac") if t.chance(probability) else None


def opened(t: Teller, reason: str | None = None) -> Call:
    """An absence whose reason is said, on the card."""
    reason = reason or t.reason()
    dates, part = t.dates(), share(t)
    t.send(clause(t, reason, dates, part))
    made = call("add_absence", reason=reason, dates=dates, percent=part)
    t.calls([made])
    return made


def off(t: Teller) -> None:
    """No reason: code asks; mostly the person answers."""
    dates, part = t.dates(), share(t, 0.15)
    t.send(clause(t, None, dates, part), chatter=False)
    made = call("add_absence", dates=dates, percent=part)
    t.calls([made], ["ask reason"])
    t.question(["reason"])
    if t.chance(0.6):
        finish_reason(t, made)


def finish_reason(t: Teller, made: Call) -> None:
    """The person says why."""
    if t.chance(0.05):
        t.forget()
        return
    reason = t.reason()
    t.ask("ans_r_" + reason, dress=t.chance(0.25))
    t.calls([call("add_absence", **{**made.args, "reason": reason})])


def absence(t: Teller) -> None:
    if t.chance(0.24):
        off(t)
    else:
        opened(t)
