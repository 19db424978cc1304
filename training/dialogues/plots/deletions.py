"""Deleting what the report has, by days, project or reason; copying days."""

from __future__ import annotations

from training.dialogues.dialogue import Call, call
from training.dialogues.grammar import Parts, Slot
from training.dialogues.plots.person import Teller


def clause(t: Teller, mix: str = "any") -> tuple[Parts, Call]:
    roll, dates = t.rnd(), t.dates(mix)
    if roll < 0.45:
        return t.parts("delete_d", d=dates), call("delete_entries", dates=dates)
    if roll < 0.78:
        project = t.project()
        return t.parts("delete_p", d=dates, p=project), call("delete_entries", dates=dates, project=project)
    reason = t.reason()
    words = t.text(t.g.text(t.rnd, "r_" + reason))
    return t.parts("delete_r", d=dates, r=words), call("delete_entries", dates=dates, reason=reason)


def deletion(t: Teller) -> None:
    parts, made = clause(t)
    t.send(parts)
    t.calls([made])


_BARE_EN = ["same as usual", "same again", "copy", "ditto"]


def copy(t: Teller) -> None:
    source = t.source()
    if t.chance(0.42):
        t.ask("copy_s", s=source)
        made = call("copy_entries", source=source)
    else:
        dates = t.dates("any" if t.chance(0.4) else "short")
        t.ask("copy_sd", s=source, d=dates)
        made = call("copy_entries", source=source, dates=dates)
    if "dates" not in made.args and t.chance(0.25):
        t.calls([made], ["ask dates"])
        t.question(["dates"])
        dates = t.dates("short")
        t.ask("ans_d", dress=t.chance(0.3), d=dates)
        made = call("copy_entries", source=source, dates=dates)
    t.calls([made])


def copy_unsaid(t: Teller) -> None:
    """Where to is said, where from is not."""
    dates = t.dates("short")
    t.ask("copy_d", d=dates)
    t.calls([call("copy_entries", dates=dates)], ["ask source"])
    t.question(["source"])
    source = t.source()
    t.ask("ans_d", dress=t.chance(0.3), d=source)
    t.calls([call("copy_entries", source=source, dates=dates)])


def slot(value: Slot) -> Slot:
    """The same words again, as something that no call takes."""
    return Slot(value.value)
