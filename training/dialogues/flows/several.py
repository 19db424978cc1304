"""Messages that take two to four calls."""

from __future__ import annotations

from training.dialogues import language, making
from training.dialogues.dialogue import Call, Talk, call
from training.dialogues.flows import requests
from training.dialogues.flows.requests import Request
from training.dialogues.grammar import Parts, Slot
from training.dialogues.noise import finish

_ABSENT = {"sick": "sick", "leave": "paid_leave", "rtt": "rtt", "off": None}


def several(t: Talk) -> Request:
    roll = t.rnd()
    if roll < 0.56:
        return planned(t)
    if roll < 0.89:
        return joined(t)
    return requests.swap(t)


def planned(t: Talk) -> Request:
    """A whole-message frame whose rule names the calls."""
    return _filled(t, *t.pick(language.FRENCH_SPECS if t.voice.french else language.ENGLISH_SPECS))


def _filled(t: Talk, rule: str, items: list[list[str]]) -> Request:
    slots: dict[str, Slot | None] = {}
    many = sum(item[0] != "submit" for item in items) > 1
    for item in items:
        for key in item[1:]:
            if key not in slots:
                slots[key] = _slot(t, key, slots, items, many)
    parts = language.grammar(t.voice).expand(t.rnd, rule, slots)
    if "\n" not in "".join([p[0] for p in parts]):
        parts = language.dress(t.rnd, t.voice, parts, not t.messages)
    text = finish(t.rnd, t.voice, parts)
    return text, [_call(item, slots) for item in items]


def split(t: Talk) -> Request:
    """Two projects that share the same days."""
    specs = language.FRENCH_SPECS if t.voice.french else language.ENGLISH_SPECS
    return _filled(t, *t.pick([spec for spec in specs if _is_split(spec[1])]))


def _is_split(items: list[list[str]]) -> bool:
    return len(items) == 2 and all(item[0] == "act" and "D" in item for item in items)


def _slot(t: Talk, key: str, slots: dict[str, Slot | None], items: list[list[str]], many: bool) -> Slot:
    letter = key[0]
    if letter == "P":
        return making.other_project(t, [s.value for k, s in slots.items() if k[0] == "P" and s])
    if letter == "D":
        halves = any(k[0] == "H" for item in items for k in item[1:])
        if halves:
            return making.plain_day(t)
        if key == "D":
            return making.a_day(t) if t.chance(0.6) else making.some_days(t)
        return making.short_days(t)
    if letter == "A":
        kinds = ("num", "num", "num", "frac", "days") if key == "A" else ("num", "num", "num", "frac")
        return making.a_share(t, kinds)
    if letter == "H":
        return making.a_half(t, late=key == "H2")
    if key == "S":
        return making.text_slot(
            t,
            t.pick(
                ("50/50", "50-50", "moitié moitié", "moitié-moitié")
                if t.voice.french
                else ("50/50", "50/50", "fifty-fifty", "half and half", "half half", "50-50", "half/half")
            ),
        )
    if letter == "S":
        return making.a_source(t)
    return making.a_month(t)


def _call(item: list[str], slots: dict[str, Slot | None]) -> Call:
    name, keys = item[0], item[1:]
    found: dict[str, Slot | str | None] = {}
    for key in keys:
        argument = {
            "P": "project",
            "D": "dates",
            "A": "percent",
            "H": "percent",
            "S": "percent" if key == "S" else "source",
            "M": "month",
        }[key[0]]
        found[argument] = slots[key]
    if name in _ABSENT:
        return call("add_absence", reason=_ABSENT[name], **found)
    return call(
        {
            "act": "add_activities",
            "del": "delete_entries",
            "copy": "copy_entries",
            "submit": "submit_report",
            "withdraw": "withdraw_report",
        }[name],
        **found,
    )


_CLAUSES = (
    ("act",) * 60
    + ("sick",) * 11
    + ("paid_leave",) * 9
    + ("rtt",) * 4
    + ("off",) * 5
    + ("del",) * 5
    + ("del_p",) * 4
    + ("submit_m",) * 1
    + ("submit",) * 1
    + ("withdraw_m",) * 1
    + ("copy",) * 1
)


def joined(t: Talk) -> Request:
    """Independent clauses, one after the other; people often keep to one shape."""
    rules = language.grammar(t.voice)
    count = 2 if t.chance(0.58) else 3 if t.chance(0.72) else 4
    same = rules.pick(t.rnd, "c_act") if t.chance(0.6) else None
    joiner = rules.text(t.rnd, "join")
    parts: Parts = rules.expand(t.rnd, "header") if t.chance(0.18) else []
    calls: list[Call] = []
    for i in range(count):
        if i:
            parts.append((joiner if t.chance(0.75) else rules.text(t.rnd, "join"), None))
        kind = "act" if not i and t.chance(0.7) else t.pick(_CLAUSES)
        clause, made = _clause(t, kind, same)
        parts.extend(clause)
        calls.append(made)
    if joiner != "\n":
        parts = language.dress(t.rnd, t.voice, parts, not t.messages)
    return finish(t.rnd, t.voice, parts), calls


def _clause(t: Talk, kind: str, same) -> tuple[Parts, Call]:  # type: ignore[no-untyped-def]
    rules = language.grammar(t.voice)
    slots: dict[str, Slot | None]
    if kind == "act":
        if t.chance(0.12):
            slots = {"P": making.a_project(t, 0.01), "D": making.plain_day(t), "A": making.a_half(t)}
            return rules.expand(t.rnd, "c_act_half", slots), call(
                "add_activities", project=slots["P"], dates=slots["D"], percent=slots["A"]
            )
        tree = same or rules.pick(t.rnd, "c_act")
        slots = {"P": making.a_project(t, 0.01), "D": making.short_days(t), "A": making.maybe_share(t, 0.3)}
        if slots["A"] is None:
            parts = rules.walk(tree, t.rnd, slots)
            return parts, call("add_activities", project=slots["P"], dates=slots["D"])
        parts = rules.walk(tree, t.rnd, slots)
        share = slots["A"] if any(p[1] is slots["A"] for p in parts) else None
        return parts, call("add_activities", project=slots["P"], dates=slots["D"], percent=share)
    slots = {"D": making.short_days(t), "P": making.a_project(t, 0.01), "S": making.a_source(t), "M": making.a_month(t)}
    if kind in ("sick", "paid_leave", "rtt", "off"):
        slots["A"] = making.maybe_share(t, 0.06)
        parts = rules.expand(t.rnd, "c_" + kind, slots)
        share = slots["A"] if any(p[1] is slots["A"] for p in parts) else None
        return parts, call("add_absence", reason=None if kind == "off" else kind, dates=slots["D"], percent=share)
    parts = rules.expand(t.rnd, "c_" + kind, slots)
    if kind == "del":
        return parts, call("delete_entries", dates=slots["D"])
    if kind == "del_p":
        return parts, call("delete_entries", dates=slots["D"], project=slots["P"])
    if kind == "copy":
        return parts, call("copy_entries", source=slots["S"], dates=slots["D"])
    if kind == "submit":
        return parts, call("submit_report")
    return parts, call("submit_report" if kind == "submit_m" else "withdraw_report", month=slots["M"])
