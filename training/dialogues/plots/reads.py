"""Looking things up, alone or with a change in the same message."""

from __future__ import annotations

from training.dialogues.dialogue import Call, call
from training.dialogues.grammar import Parts
from training.dialogues.plots import activities
from training.dialogues.plots.person import Teller

_KINDS = ("get_report",) * 4 + ("get_report_m",) * 5 + ("get_report_e",) * 2 + ("get_report_em",) * 2 + (
    "get_my_projects", "get_my_projects", "get_my_projects", "get_all_projects", "get_all_projects", "get_all_employees", "get_all_employees",
    "get_missing_reports", "get_missing_reports_m", "get_missing_reports_m", "get_dates_of_week", "get_dates_of_week")  # fmt: skip
_ONE_EN = ["Here it is.", "Here it is.", "Here you go.", "Here is the report.", "There it is."]
_ONE_FR = ["Voici.", "Voici.", "Voilà.", "Voici le rapport."]
_LIST_EN = ["Here they are.", "Here they are.", "Here is the list.", "Here you go."]
_LIST_FR = ["Voici.", "Voici la liste.", "Les voici."]


def wanted(t: Teller) -> tuple[Parts, Call]:
    kind = t.pick(_KINDS)
    month, employee = t.month(), t.employee()
    week = t.phrase(t.lib.week_phrase(t.rnd), "rel")
    parts = t.parts(kind, m=month, e=employee, w=week)
    if kind == "get_dates_of_week":
        return parts, call(kind, week=week)
    if kind.startswith("get_report"):
        return parts, call("get_report", month=month if kind.endswith("m") else None, employee=employee if "_e" in kind[10:] else None)
    if kind == "get_missing_reports_m":
        return parts, call("get_missing_reports", month=month)
    return parts, call(kind)


def shown(t: Teller, made: Call) -> None:
    """What the model says under what code shows."""
    if made.name == "get_report":
        t.talk.says(t.say(_ONE_EN, _ONE_FR))
    else:
        t.talk.says(t.say(_LIST_EN, _LIST_FR))


def read(t: Teller) -> None:
    parts, made = wanted(t)
    if t.chance(0.16):
        _with_write(t, parts, made)
        return
    t.send(parts)
    if made.args.get("employee") is not None or made.name in ("get_all_employees", "get_missing_reports"):
        if t.chance(0.12):
            t.calls([made], ["refused"])
            t.talk.code("Only administrators can see other people's reports." if made.name == "get_report" else "Only administrators can do that.")
            return
    t.calls([made])
    shown(t, made)


_THEN_EN = [" and then ", ", then ", ", and ", ". then ", " and ", ". also ", "; "]
_THEN_FR = [" et ", ", puis ", " et puis ", ". ", " ; ", ", et ensuite "]


def _with_write(t: Teller, parts: Parts, made: Call) -> None:
    project, dates, part = t.project(), t.dates("short"), activities.share(t)
    other = activities.clause(t, project, dates, part)
    write = call("add_activities", project=project, dates=dates, percent=part)
    between = [(t.say(_THEN_EN, _THEN_FR), None)]
    if t.chance(0.5):
        t.send([*parts, *between, *other])
        t.calls([made, write])
    else:
        t.send([*other, *between, *parts])
        t.calls([write, made])
    t.talk.code("On the card.")
