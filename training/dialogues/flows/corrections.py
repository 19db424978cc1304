"""Corrections of a pending line: the same call again, whole, with the change in it and `replaces`."""

from __future__ import annotations

from training.dialogues import language, making
from training.dialogues.dialogue import Call, Line, Talk
from training.dialogues.flows import office, requests, several
from training.dialogues.flows.asking import REASONS, settle
from training.dialogues.flows.talk import aside
from training.dialogues.grammar import Slot
from training.dialogues.language import say
from training.dialogues.noise import finish
from training.dialogues.slots.percent import IMPOSSIBLE

Fix = tuple[str, dict[str, Slot | str | None]]


def make_pending(t: Talk) -> bool:
    """Bring at least one line onto a card; False where code asked instead."""
    roll = t.rnd()
    if roll < 0.6:
        text, calls = requests.activity(t)
    elif roll < 0.72:
        text, calls = requests.absence(t)
    elif roll < 0.79:
        text, calls = requests.deletion(t)
    elif roll < 0.85:
        text, calls = requests.month(t)
    elif roll < 0.88:
        text, calls = requests.copy(t)
    elif roll < 0.92:
        text, calls = office.assignment(t)
    else:
        text, calls = several.several(t)
    t.user(text)
    return bool(settle(t, calls, follow=1.0)) and bool(t.pending)


def correction(t: Talk) -> None:
    if not t.pending and not make_pending(t):
        return
    if t.chance(0.06):
        aside(t)
    rounds = 1 if t.chance(0.68) else 2 if t.chance(0.75) else 3
    for _ in range(rounds):
        if not t.pending:
            return
        _correct(t)


def _correct(t: Talk) -> None:
    card = newest(t)
    if len(card) > 1 and t.chance(0.9):
        _correct_one_of(t, card)
        return
    line = card[-1]
    if line.name == "add_activities" and "project" in line.args and "dates" in line.args and t.chance(0.06):
        _correct_and_add(t, line)
        return
    text, changes = fix(t, line)
    _again(t, text, [(line, changes)])


_TOGETHER = {
    False: (
        ("morning", "afternoon"), ("afternoon", "morning"), ("half", "half"), ("half", "the other half"),
        ("50%", "50%"), ("75%", "25%"), ("25%", "75%"), ("50", "50"), ("half day", "half day"),
        ("three quarters", "a quarter"),
    ),
    True: (
        ("matin", "après-midi"), ("matinée", "aprem"), ("après-midi", "matin"), ("moitié", "l'autre moitié"),
        ("la moitié", "la moitié"), ("50%", "50%"), ("75%", "25%"), ("un quart", "trois quarts"), ("50", "50"),
    ),
}  # fmt: skip
"""Two amounts of one day, in English and in French."""


def _correct_and_add(t: Talk, line: Line) -> None:
    """ "Only the morning, and zephyr in the afternoon": the line's amount, and another project on its days."""
    first, second = (making.text_slot(t, amount) for amount in t.pick(_TOGETHER[t.voice.french]))
    other = making.other_project(t, [line.args["project"]])
    t.user(say(t.rnd, t.voice, "fix_a_add", {"P": other, "A": first, "B": second}, polite=False))
    again = Call(line.name, {**line.args, "percent": first, "replaces": str(line.number)})
    more = Call("add_activities", {"project": other, "dates": line.args["dates"], "percent": second})
    settle(t, [again, more], follow=0.9)


def newest(t: Talk) -> list[Line]:
    """The lines of the latest card: those whose tool messages stand together at the end."""
    lines = sorted(t.pending.values(), key=lambda line: line.tool_index)
    found = [lines[-1]]
    for line in reversed(lines[:-1]):
        if line.tool_index != found[0].tool_index - 1:
            break
        found.insert(0, line)
    return found


def _again(t: Talk, text: str, fixes: list[tuple[Line, dict[str, Slot | str | None]]]) -> None:
    t.user(text)
    calls = []
    for line, changes in fixes:
        args: dict[str, Slot | str | None] = dict(line.args)
        name = changes.pop("tool", line.name)
        args.update(changes)
        calls.append(Call(str(name), {**args, "replaces": str(line.number)}))
    settle(t, calls, follow=0.9)


def fix(t: Talk, line: Line) -> Fix:
    """A terse correction of one line: the text and the arguments that change."""
    kinds = {
        "add_activities": ("project",) * 7
        + ("dates",) * 8
        + ("percent",) * 8
        + ("both", "share", "days_share", "sick", "all", "all", "again_d", "again_p"),
        "add_absence": ("dates",) * 6 + ("reason",) * 5 + ("percent",) * 3,
        "delete_entries": ("dates",) * 5 + (("project",) * 3 if "project" in line.args else ()),
        "copy_entries": ("dates", "source"),
        "submit_report": ("month",),
        "withdraw_report": ("month",),
        "assign_project": ("employee", "employee", "project"),
    }.get(line.name, ("client",))
    kind = t.pick(kinds)
    args, rnd, voice = line.args, t.rnd, t.voice
    slots: dict[str, Slot | None] = {
        "Q": Slot(args.get("project", "")),
        "O": Slot(args.get("dates") or args.get("month") or args.get("employee") or ""),
    }
    if kind == "project":
        if "project" not in args:
            return _plain(t, "fix_p_bare", "P", making.a_project(t), "project")
        new = slots["P"] = making.other_project(t, [args["project"]])
        return say(rnd, voice, "fix_p", slots, polite=False), {"project": new}
    if kind == "dates":
        return _dates(t, line, slots)
    if kind == "source":
        return _plain(t, "fix_d_bare", "D", making.a_source(t), "source")
    if kind == "percent":
        return _share(t, args)
    if kind == "reason":
        reason = t.pick([r for r in REASONS if r != args.get("reason")])
        return say(rnd, voice, "fix_r_" + reason, slots, polite=False), {"reason": reason}
    if kind == "sick":
        reason = t.pick(REASONS)
        return say(rnd, voice, "fix_r_" + reason, slots, polite=False), {
            "tool": "add_absence",
            "reason": reason,
            "project": None,
        }
    if kind == "month":
        rule = "fix_m" if "month" in args else "fix_m_bare"
        return _plain(t, rule, "M", making.a_month(t), "month", slots)
    if kind == "employee":
        return _plain(t, "fix_e", "E", making.a_person(t), "employee", slots)
    if kind == "client":
        return _office_fix(t, line)
    if kind in ("again_d", "again_p"):
        return _again_said(t, kind, args, slots)
    new, days, share = (
        making.other_project(t, [args.get("project", "")]),
        making.other_days(t, args.get("dates", "")),
        making.a_share(t),
    )
    rule = {"both": "fix_both", "share": "fix_pa", "days_share": "fix_da", "all": "fix_all"}[kind]
    if kind == "all" and t.chance(0.5):
        parts = language.grammar(voice).expand(rnd, "fix_both", {**slots, "P": new, "D": days})
        kind, text = "both", finish(rnd, voice, parts)
    else:
        text = say(rnd, voice, rule, {**slots, "P": new, "D": days, "A": share}, polite=False)
    changed: dict[str, Slot | str | None] = {}
    if kind != "days_share":
        changed["project"] = new
    if kind != "share":
        changed["dates"] = days
    if kind != "both":
        changed["percent"] = share
    return text, changed


def _again_said(t: Talk, kind: str, args: dict[str, str], slots: dict[str, Slot | None]) -> Fix:
    """A correction that says again what stays: "no, apollo on tuesday"."""
    if kind == "again_d":
        days = slots["D"] = making.other_days(t, args.get("dates", ""))
        return say(t.rnd, t.voice, "fix_d_again", slots, polite=False), {"dates": days}
    if len(args.get("dates", "")) > 26:
        return _plain(t, "fix_p_bare", "P", making.other_project(t, [args.get("project", "")]), "project")
    new = slots["P"] = making.other_project(t, [args.get("project", "")])
    return say(t.rnd, t.voice, "fix_p_again", slots, polite=False), {"project": new}


def _plain(t: Talk, rule: str, letter: str, slot: Slot, key: str, slots: dict[str, Slot | None] | None = None) -> Fix:
    return say(t.rnd, t.voice, rule, {**(slots or {}), letter: slot}, polite=False), {key: slot}


def _office_fix(t: Talk, line: Line) -> Fix:
    """Corrections of a project or an employee that is being created."""
    text, key, slot = office.office_fix(t, line.name)
    return text, {key: slot}


def _dates(t: Talk, line: Line, slots: dict[str, Slot | None]) -> Fix:
    old = line.args.get("dates", "")
    french = t.voice.french
    words = old.split()
    simple = len(words) == 1 and words[0].isalpha() and not old.lower().startswith(("mtw", "every"))
    if simple and t.chance(0.22):
        end = making.plain_day(t)
        text = say(t.rnd, t.voice, "extend", {"E": end}, polite=False)
        lowered = text.lower()
        for lead in (
            ("jusqu'à ", "jusqu’à ", "jusquà ", "jusqua ", "jusqu'a ", "jusqu’a ")
            if french
            else ("to ", "until ", "till ", "up to ")
        ):
            at = lowered.find(lead + end.value.lower())
            if at >= 0:
                if lead == "to " and lowered[max(0, at - 3) : at] == "up ":
                    at -= 3
                return text, {"dates": old + " " + text[at : at + len(text[at:].split(end.value)[0]) + len(end.value)]}
    ranged = (
        any(
            mark in f" {old.lower()} "
            for mark in ((" à ", " au ", "semaine", "-") if french else (" to ", "week", "-", " till ", " until "))
        )
        and "," not in old
    )
    ranged = ranged and not any(
        word in old.lower()
        for word in ("except", "but", "not", "minus", "without", "sauf", "hors", "moins", "pas", "apart", "other")
    )
    if ranged and t.chance(0.15):
        out = making.plain_day(t)
        text = say(t.rnd, t.voice, "except", {"E": out}, polite=False)
        lowered = text.lower()
        for lead in (
            ("sauf ", "mais pas ", "sans ", "à part ", "hors ", "a part ")
            if french
            else ("except for ", "except ", "but not ", "without ", "minus ", "apart from ", "not ")
        ):
            at = lowered.find(lead + out.value.lower())
            if at >= 0:
                return text, {"dates": old + " " + text[at : at + len(lead) + len(out.value)]}
    new = making.other_days(t, old)
    rule = "fix_d" if old and len(old) < 26 else "fix_d_bare"
    return say(t.rnd, t.voice, rule, {**slots, "D": new}, polite=False), {"dates": new}


def _share(t: Talk, args: dict[str, str]) -> Fix:
    share = making.a_share(t)
    for _ in range(5):
        if share.value.lower() != args.get("percent", "").lower():
            break
        share = making.a_share(t)
    rule = "fix_a"
    if share.kind == "part" and t.chance(0.75):
        rule = "fix_a_part"
    elif share.kind == "num" and t.chance(0.35):
        rule = "fix_a_num"
    return say(t.rnd, t.voice, rule, {"A": share}, polite=False), {"percent": share}


def _correct_one_of(t: Talk, lines: list[Line]) -> None:
    """A correction that says which line it means, by its place or by its project; or one for all lines."""
    rnd, voice = t.rnd, t.voice
    acts = [line for line in lines if line.name in ("add_activities", "add_absence")]
    if len(acts) == len(lines) and t.chance(0.2):
        share = making.a_share(t, ("num", "days", "frac"))
        if share.value.lower() not in IMPOSSIBLE:
            _again(
                t, say(rnd, voice, "both_a", {"A": share}, polite=False), [(line, {"percent": share}) for line in lines]
            )
            return
    at = int(rnd() * len(lines))
    line = lines[at]
    if line.name not in ("add_activities", "add_absence", "delete_entries"):
        return
    projects = [other.args.get("project", "").lower() for other in lines]
    named = line.args.get("project")
    name: Slot
    if named and projects.count(named.lower()) == 1 and t.chance(0.45):
        name = Slot("".join([part[0] for part in language.grammar(voice).expand(rnd, "by_p", {"Q": Slot(named)})]))
    elif at == len(lines) - 1 and t.chance(0.3):
        name = Slot(voice.form(language.grammar(voice).text(rnd, "nth_last")))
    else:
        number = at + 1
        name = Slot(voice.form(language.grammar(voice).text(rnd, f"nth_{min(number, 4)}")))
    kinds = ["dates"] * 3 if line.args.get("dates") else []
    if line.name == "add_activities":
        kinds += ["project"] * 2 + ["percent"] * 3
    elif line.name == "add_absence":
        kinds += ["percent"]
    kind = t.pick(kinds or ["dates"])
    slots: dict[str, Slot | None] = {"N": name, "O": Slot(line.args.get("dates", ""))}
    if kind == "project":
        slot: Slot = making.other_project(t, [p for p in projects if p])
        rule, slots["P"] = "line_p", slot
    elif kind == "percent":
        slot = making.a_share(t)
        rule, slots["A"] = "line_a", slot
    else:
        slot = making.other_days(t, line.args.get("dates", ""))
        rule, slots["D"] = "line_d", slot
    _again(t, say(rnd, voice, rule, slots, polite=False), [(line, {kind: slot})])
