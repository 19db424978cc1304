"""What follows a set of calls: pending lines, or a question about what is missing and the answer to it."""

from __future__ import annotations

from collections.abc import Sequence

from training.dialogues import making, questions
from training.dialogues.dialogue import Call, Line, Talk
from training.dialogues.grammar import Slot
from training.dialogues.language import say
from training.dialogues.slots import people, projects
from training.dialogues.slots.percent import IMPOSSIBLE

REQUIRED: dict[str, tuple[str, ...]] = {
    "add_activities": ("project", "dates"),
    "add_absence": ("reason", "dates"),
    "delete_entries": ("dates",),
    "copy_entries": ("source",),
    "assign_project": ("project", "employee"),
    "create_project": ("code", "name", "client"),
    "add_employee": ("name", "lastname", "email"),
}
REASONS = ("sick", "paid_leave", "rtt")


def missing(call: Call) -> list[str]:
    """What code would ask for."""
    args = call.plain()
    found = [key for key in REQUIRED.get(call.name, ()) if key not in args]
    share = args.get("percent")
    if not found and share is not None and share.lower() in IMPOSSIBLE:
        return ["percent"]
    return found


def submit(t: Talk, text: str, calls: Sequence[Call], follow: float = 0.8, ask_month: float = 0.0) -> list[Line]:
    """A message and its calls; where something is missing code asks, and mostly the person answers."""
    t.user(text)
    return settle(t, calls, follow, ask_month)


def settle(t: Talk, calls: Sequence[Call], follow: float = 0.8, ask_month: float = 0.0) -> list[Line]:
    asks: list[str | None] = []
    holes: list[tuple[Call, list[str]]] = []
    for call in calls:
        lacking = missing(call)
        if (
            ask_month
            and call.name in ("submit_report", "withdraw_report")
            and "month" not in call.plain()
            and t.chance(ask_month)
        ):
            lacking = ["month"]
        if len(lacking) > 1 and t.chance(0.4):
            lacking = lacking[::-1]
        asks.append("ask " + " ".join(lacking) if lacking else None)
        if lacking:
            holes.append((call, lacking))
    lines = t.calls(calls, asks if holes else None)
    if not holes:
        return lines
    call, lacking = holes[0]
    text = questions.question(t.rnd, t.voice.french, lacking)
    t.code("On the card. " + text if lines and t.chance(0.5) else text)
    if len(holes) == 1 and t.chance(follow):
        return lines + answer(t, call, lacking)
    return lines


def answer(t: Talk, call: Call, lacking: Sequence[str]) -> list[Line]:
    """The person's answer; the call is repeated whole."""
    made = Call(call.name, dict(call.args))
    if lacking[0] == "percent":
        made.args.pop("percent", None)
    keys = set(lacking)
    if keys == {"project", "dates"} and t.chance(0.6):
        project, days = making.a_project(t), making.some_days(t)
        text = say(t.rnd, t.voice, "ans_pd", {"P": project, "D": days}, polite=False)
        made.args.update(project=project, dates=days)
        return submit(t, text, [made])
    if keys == {"reason", "dates"} and t.chance(0.6):
        reason, days = t.pick(REASONS), making.some_days(t)
        text = say(t.rnd, t.voice, "c_" + reason, {"D": days}, polite=False)
        made.args.update(reason=reason, dates=days)
        return submit(t, text, [made])
    if (made.name == "create_project" and len(keys) > 1) or (
        made.name == "add_employee" and keys == {"lastname", "email"}
    ):
        return _answer_rest(t, made, lacking)
    key = lacking[0] if len(lacking) == 1 or t.chance(0.5) else lacking[1]
    text, value = _answer_one(t, key, made)
    made.args[key] = value
    return submit(t, text, [made])


def _answer_rest(t: Talk, made: Call, lacking: Sequence[str]) -> list[Line]:
    """Several short values in one answer: "acme, CRM2"."""
    order = list(lacking)
    values = {key: _value(t, key, made) for key in order}
    if t.chance(0.35):
        order = order[:1]
    joiner = (
        t.pick((", ", ", ", " ", " and ", " / ", "; ")) if not t.voice.french else t.pick((", ", ", ", " ", " et "))
    )
    labelled = t.chance(0.3)
    texts = []
    for key in order:
        texts.append(f"{key} {values[key].value}" if labelled else values[key].value)
        made.args[key] = values[key]
    return submit(t, t.voice.form(joiner.join(texts)), [made])


def _value(t: Talk, key: str, made: Call) -> Slot:
    if key == "code":
        return making.text_slot(t, projects.code(t.rnd))
    if key == "name" and made.name == "create_project":
        return making.text_slot(t, projects.title(t.rnd))
    if key == "client":
        return making.text_slot(t, projects.company(t.rnd))
    if key == "name":
        return making.text_slot(t, people.first(t.rnd))
    if key == "lastname":
        return making.text_slot(t, people.last(t.rnd))
    name, last = made.plain().get("name", "alex"), made.args.get("lastname")
    return making.text_slot(
        t, people.email(t.rnd, name, last.value if isinstance(last, Slot) else last or people.last(t.rnd))
    )


def _answer_one(t: Talk, key: str, made: Call) -> tuple[str, Slot | str]:
    rnd, voice = t.rnd, t.voice
    slot: Slot
    if key == "reason":
        reason = t.pick(REASONS)
        return say(rnd, voice, "ans_r_" + reason, polite=False), reason
    if key in ("dates", "source"):
        days = making.some_days(t) if key == "dates" else making.a_source(t)
        share = (
            making.a_share(t)
            if made.name == "add_activities" and "percent" not in made.plain() and t.chance(0.12)
            else None
        )
        if share is not None and share.value.lower() in IMPOSSIBLE:
            share = None
        if share is not None:
            text = say(rnd, voice, "fix_da", {"D": days, "A": share}, polite=False)
            made.args["percent"] = share
        else:
            text = say(rnd, voice, "ans_d", {"D": days}, polite=False)
        return text, days
    if key == "project":
        rule, letter, slot = "ans_p", "P", making.a_project(t)
    elif key == "month":
        rule, letter, slot = "ans_m", "M", making.a_month(t)
    elif key == "employee":
        me = making.text_slot(t, "moi" if voice.french else "me")
        rule, letter, slot = "ans_e", "E", making.a_person(t) if t.chance(0.85) else me
    elif key == "percent":
        rule, letter, slot = "ans_a", "A", possible_share(t, ("num", "num", "days", "frac", "part"))
    else:
        rule, letter, slot = "ans_text", "X", _value(t, key, made)
    return say(rnd, voice, rule, {letter: slot}, polite=False), slot


def possible_share(t: Talk, kinds: Sequence[str]) -> Slot:
    """An amount in quarters of a day."""
    for _ in range(10):
        share = making.a_share(t, kinds)
        if share.value.lower() not in IMPOSSIBLE:
            break
    return share
