"""One message and its calls, for every kind of request. A builder writes nothing down yet."""

from __future__ import annotations

from training.dialogues import language, making
from training.dialogues.dialogue import Call, Talk, call
from training.dialogues.flows.asking import REASONS
from training.dialogues.frames import phrases
from training.dialogues.grammar import Parts, Slot
from training.dialogues.language import say
from training.dialogues.noise import finish
from training.dialogues.slots import people

Request = tuple[str, list[Call]]


def _greet(t: Talk) -> bool:
    return not t.messages


def activity(t: Talk) -> Request:
    """A project, days and perhaps a share."""
    project = making.a_project(t)
    roll = t.rnd()
    share: Slot | None
    if roll < 0.12:
        days, share, rule = making.plain_day(t), making.a_half(t), "act_half"
    elif roll < 0.32:
        days, share, rule = making.some_days(t), making.a_share(t), "act_part"
    else:
        days, share, rule = making.some_days(t), making.maybe_share(t, 0.3), "act"
    if rule == "act" and share is None and t.chance(0.03):
        return _this_part(t, project)
    if rule == "act" and t.chance(0.08):
        rule = "act_q"
    elif rule == "act" and t.chance(0.03):
        return _except(t, project)
    if rule == "act" and t.chance(0.03):
        return _split_days(t, project, share)
    if rule == "act" and t.chance(0.14):
        return _told(t, project)
    slots: dict[str, Slot | None] = {"P": project, "D": days, "A": share}
    if rule == "act_q":
        slots["Q"], slots["N"] = making.other_project(t, [project.value]), making.text_slot(t, people.first(t.rnd))
    text = say(t.rnd, t.voice, rule, slots, greet=_greet(t))
    return text, [call("add_activities", project=project, dates=days, percent=share)]


_TOLD = ("act_mind_d", "act_mind_p", "act_not_d", "act_story", "act_story")


def _told(t: Talk, project: Slot) -> Request:
    """More is said than counts: a day or a project that is taken back, a day that is not meant, a story."""
    rule = t.pick(_TOLD)
    days = making.some_days(t) if rule in ("act_story", "act_mind_p") else making.a_day(t)
    share = making.maybe_share(t, 0.2) if rule == "act_story" else None
    slots: dict[str, Slot | None] = {"P": project, "D": days, "A": share}
    if rule == "act_mind_p":
        slots["Q"] = making.other_project(t, [project.value])
    else:
        slots["O"] = _another_day(t, days.value)
    text = say(t.rnd, t.voice, rule, slots, greet=_greet(t))
    return text, [call("add_activities", project=project, dates=days, percent=share)]


def _another_day(t: Talk, than: str) -> Slot:
    """A day to be taken back or left out: a range would say something about the days that are meant."""
    day = making.plain_day(t)
    while day.value.lower() == than.lower():
        day = making.plain_day(t)
    return day


def _except(t: Talk, project: Slot) -> Request:
    """ "this week apollo except friday": the exception belongs to the days, and may be a call of its own."""
    french, rnd = t.voice.french, t.rnd
    whole = Slot(t.voice.form(t.pick(phrases.WHOLES_FR if french else phrases.WHOLES_EN)))
    day = making.plain_day(t)
    frame = t.pick(phrases.EXCEPT_FR if french else phrases.EXCEPT_EN)
    before, out, _after = frame.split("~")
    lead = out[: out.index("{")]
    head = _expand(t, before, {"P": project, "W": whole})
    if head and head[-1][1] is whole:
        head.append((" ", None))
    exception = Slot(t.voice.form(lead + day.value))
    parts: Parts = [*head, (exception.value, exception)]
    calls: list[Call] = []
    roll = rnd()
    if roll < 0.4:
        other = making.other_project(t, [project.value])
        parts += _expand(t, t.pick(phrases.OTHERWISE_FR if french else phrases.OTHERWISE_EN), {"D": day, "Q": other})
        calls.append(call("add_activities", project=other, dates=day))
    elif roll < 0.6:
        parts.append((t.pick(phrases.OUT_FR if french else phrases.OUT_EN), None))
        calls.append(call("add_absence", reason="sick", dates=day))
    text = finish(rnd, t.voice, parts if calls else language.dress(rnd, t.voice, parts, _greet(t)))
    joined = f"{whole.value} {exception.value}"
    dates = joined if joined in text else f"{whole.value}, {exception.value}"
    return text, [call("add_activities", project=project, dates=dates), *calls]


def _this_part(t: Talk, project: Slot) -> Request:
    """ "this morning": a day and a share in one phrase."""
    whole, part = t.pick(
        (("ce matin", "matin"), ("cet après-midi", "après-midi"), ("cet aprem", "aprem"))
        if t.voice.french
        else (("this morning", "morning"), ("this afternoon", "afternoon"))
    )
    days = Slot(t.voice.form(whole))
    text = say(t.rnd, t.voice, "act", {"P": project, "D": days}, greet=_greet(t))
    value = days.value
    return text, [call("add_activities", project=project, dates=days, percent=value[len(value) - len(part) :])]


def _split_days(t: Talk, project: Slot, share: Slot | None) -> Request:
    """Days in two places of one message: joined with a comma."""
    one = making.a_day(t)
    two = making.other_days(t, one.value) if t.chance(0.3) else making.plain_day(t)
    if two.value.lower() == one.value.lower():
        two = making.other_days(t, one.value)
    slots: dict[str, Slot | None] = {"P": project, "D": one, "E": two, "A": share}
    text = say(t.rnd, t.voice, "act_twice", slots, greet=_greet(t))
    return text, [call("add_activities", project=project, dates=f"{one.value}, {two.value}", percent=share)]


def _expand(t: Talk, template: str, slots: dict[str, Slot | None]) -> Parts:
    """An expansion of a template that stands in code, not in a bank."""
    return language.once(t.rnd, t.voice, template, slots)


def absence(t: Talk) -> Request:
    roll = t.rnd()
    share: Slot | None
    reason = "sick" if roll < 0.36 else "paid_leave" if roll < 0.68 else "rtt" if roll < 0.82 else "off"
    if t.chance(0.12):
        days, share, rule = making.plain_day(t), making.a_half(t), reason + "_half"
    else:
        days, share, rule = making.some_days(t), making.maybe_share(t, 0.12), reason
    text = say(t.rnd, t.voice, rule, {"D": days, "A": share}, greet=_greet(t))
    return text, [call("add_absence", reason=None if reason == "off" else reason, dates=days, percent=share)]


def deletion(t: Talk) -> Request:
    roll = t.rnd()
    if roll < 0.5:
        days = making.some_days(t)
        return say(t.rnd, t.voice, "delete_d", {"D": days}, greet=_greet(t)), [call("delete_entries", dates=days)]
    if roll < 0.78:
        days, project = making.some_days(t), making.a_project(t, 0.02)
        return say(t.rnd, t.voice, "delete_p", {"D": days, "P": project}, greet=_greet(t)), [
            call("delete_entries", dates=days, project=project)
        ]
    if roll < 0.96:
        days, reason = making.some_days(t), t.pick(REASONS)
        words = Slot(t.voice.form(language.grammar(t.voice).text(t.rnd, "r_" + reason)))
        return say(t.rnd, t.voice, "delete_r", {"D": days, "R": words}, greet=_greet(t)), [
            call("delete_entries", dates=days, reason=reason)
        ]
    return _hole_deletion(t)


def _hole_deletion(t: Talk) -> Request:
    roll = t.rnd()
    if roll < 0.55:
        project = making.a_project(t, 0.02)
        return say(t.rnd, t.voice, "delete_p_nodate", {"P": project}, greet=_greet(t)), [
            call("delete_entries", project=project)
        ]
    if roll < 0.85:
        reason = t.pick(REASONS)
        words = Slot(t.voice.form(language.grammar(t.voice).text(t.rnd, "r_" + reason)))
        return say(t.rnd, t.voice, "delete_r_nodate", {"R": words}, greet=_greet(t)), [
            call("delete_entries", reason=reason)
        ]
    return say(t.rnd, t.voice, "delete_nothing", {}, greet=_greet(t)), [call("delete_entries")]


def copy(t: Talk) -> Request:
    source = making.a_source(t)
    if t.chance(0.45):
        return say(t.rnd, t.voice, "copy_s", {"S": source}, greet=_greet(t)), [call("copy_entries", source=source)]
    days = making.other_days(t, source.value)
    return say(t.rnd, t.voice, "copy_sd", {"S": source, "D": days}, greet=_greet(t)), [
        call("copy_entries", source=source, dates=days)
    ]


def month(t: Talk) -> Request:
    name, rule = ("submit_report", "submit") if t.chance(0.58) else ("withdraw_report", "withdraw")
    if t.chance(0.36):
        return say(t.rnd, t.voice, rule, {}, greet=_greet(t)), [call(name)]
    month = making.a_month(t)
    return say(t.rnd, t.voice, rule + "_m", {"M": month}, greet=_greet(t)), [call(name, month=month)]


_READS = (
    ("get_report",) * 5
    + ("get_report_about",) * 2
    + ("get_report_m",) * 4
    + ("get_report_e",) * 2
    + ("get_report_em",) * 2
    + ("get_my_projects",) * 3
    + ("get_all_projects",) * 2
    + ("get_all_employees",) * 2
    + ("get_missing_reports",) * 2
    + ("get_missing_reports_m",) * 2
    + ("get_dates_of_week",) * 3
)


def read(t: Talk) -> Request:
    rule = t.pick(_READS)
    slots: dict[str, Slot | None] = {"P": making.a_project(t, 0.0), "D": making.plain_day(t)}
    made = call(rule)
    if rule == "get_dates_of_week":
        slots["W"] = made.args["week"] = making.a_week(t)
    if rule.endswith(("_m", "_em")):
        slots["M"] = made.args["month"] = making.a_month(t)
    if rule.endswith(("_e", "_em")):
        slots["E"] = made.args["employee"] = making.a_person(t)
    text = say(t.rnd, t.voice, rule, slots, greet=_greet(t))
    if made.name not in ("get_my_projects", "get_all_projects", "get_all_employees", "get_dates_of_week"):
        made.name = "get_missing_reports" if rule.startswith("get_missing") else "get_report"
    return text, [made]


def swap(t: Talk) -> Request:
    """Replacing is deleting and adding."""
    rnd, voice, greet = t.rnd, t.voice, _greet(t)
    old = making.a_project(t, 0.0)
    new = making.other_project(t, [old.value])
    days, roll = (making.a_day(t) if t.chance(0.6) else making.short_days(t)), rnd()
    if roll < 0.5:
        text = say(rnd, voice, "swap", {"P": new, "Q": old, "D": days}, greet=greet)
        return text, [call("delete_entries", dates=days, project=old), call("add_activities", project=new, dates=days)]
    if roll < 0.68:
        text = say(rnd, voice, "swap_d", {"P": new, "D": days}, greet=greet)
        return text, [call("delete_entries", dates=days), call("add_activities", project=new, dates=days)]
    if roll < 0.8:
        other = making.other_days(t, days.value)
        text = say(rnd, voice, "move", {"P": new, "D": days, "E": other}, greet=greet)
        return text, [call("delete_entries", dates=days, project=new), call("add_activities", project=new, dates=other)]
    rule, reason = ("gone_sick", "sick") if roll < 0.91 else ("gone_leave", "paid_leave")
    text = say(rnd, voice, rule, {"P": new, "D": days}, greet=greet)
    return text, [call("delete_entries", dates=days, project=new), call("add_absence", reason=reason, dates=days)]


def without(t: Talk) -> Request:
    """Something is missing."""
    rnd, voice, greet = t.rnd, t.voice, _greet(t)
    roll = rnd()
    if roll < 0.28:
        project, share = making.a_project(t), making.a_share(t) if t.chance(0.35) else None
        text = say(rnd, voice, "act_nodate" if share else "act_nodate_bare", {"P": project, "A": share}, greet=greet)
        return text, [call("add_activities", project=project, percent=share)]
    if roll < 0.44:
        days, share = making.some_days(t), making.maybe_share(t, 0.25)
        return say(rnd, voice, "act_noproject", {"D": days, "A": share}, greet=greet), [
            call("add_activities", dates=days, percent=share)
        ]
    if roll < 0.5:
        return say(rnd, voice, "act_nothing", {}, greet=greet), [call("add_activities")]
    if roll < 0.62:
        days, share = making.some_days(t), making.maybe_share(t, 0.12)
        return say(rnd, voice, "off", {"D": days, "A": share}, greet=greet), [
            call("add_absence", dates=days, percent=share)
        ]
    if roll < 0.76:
        reason = t.pick(("sick", "paid_leave", "rtt", "off"))
        return say(rnd, voice, reason + "_nodate", {}, greet=greet), [
            call("add_absence", reason=None if reason == "off" else reason)
        ]
    if roll < 0.84:
        return _hole_deletion(t)
    if roll < 0.88:
        days = making.some_days(t)
        return say(rnd, voice, "copy_d", {"D": days}, greet=greet), [call("copy_entries", dates=days)]
    if roll < 0.95:
        name, rule = ("submit_report", "submit") if t.chance(0.58) else ("withdraw_report", "withdraw")
        return say(rnd, voice, rule, {}, greet=greet), [call(name)]
    if t.chance(0.5):
        project = making.a_project(t, 0.0)
        return say(rnd, voice, "assign_noe", {"P": project}, greet=greet), [call("assign_project", project=project)]
    person = making.a_person(t)
    return say(rnd, voice, "assign_nop", {"E": person}, greet=greet), [call("assign_project", employee=person)]
