"""Projects, people, and who is on what."""

from __future__ import annotations

from training.dialogues import questions
from training.dialogues.dialogue import Call, call
from training.dialogues.grammar import Slot
from training.dialogues.plots.person import Teller
from training.dialogues.slots import people, projects, words


def client(t: Teller) -> Slot:
    name = projects.company(t.rnd) if t.chance(0.7) else t.pick(words.COMPANIES)
    return t.text(name)


def code(t: Teller) -> Slot:
    return t.text(projects.code(t.rnd))


def name(t: Teller) -> Slot:
    return t.text(projects.title(t.rnd))


def assign(t: Teller) -> None:
    roll = t.rnd()
    project, other, one, two = t.project(), t.project(), t.employee(), t.employee()
    if roll < 0.5:
        t.ask("assign", p=project, e=one)
        made = [call("assign_project", project=project, employee=one)]
    elif roll < 0.72:
        me = t.text("moi" if t.fr else "me")
        t.ask("assign_me", p=project, me=me)
        made = [call("assign_project", project=project, employee=me)]
    elif roll < 0.86:
        t.ask("assign_2", p=project, e=one, f=two)
        made = [call("assign_project", project=project, employee=one), call("assign_project", project=project, employee=two)]
    elif roll < 0.94:
        t.ask("assign_pp", p=project, q=other, e=one)
        made = [call("assign_project", project=project, employee=one), call("assign_project", project=other, employee=one)]
    else:
        t.ask("assign_cross", p=project, q=other, e=one, f=two)
        made = [call("assign_project", project=project, employee=one), call("assign_project", project=other, employee=two)]
    answered(t, made)


def answered(t: Teller, made: list[Call]) -> None:
    """On the card, or refused: administration is for administrators."""
    if t.chance(0.08):
        t.calls(made, ["refused"] * len(made))
        t.talk.code("Only administrators can do that.")
        return
    t.calls(made)


def assign_unsaid(t: Teller) -> None:
    """The person or the project was not said, or is not known."""
    roll, project, one = t.rnd(), t.project(), t.employee()
    if roll < 0.35:
        t.ask("assign_noe", p=project)
        t.calls([call("assign_project", project=project)], ["ask employee"])
        t.question(["employee"])
        t.ask("ans_e", dress=t.chance(0.2), e=one)
    elif roll < 0.65:
        t.ask("assign_nop", e=one)
        t.calls([call("assign_project", employee=one)], ["ask project"])
        t.question(["project"])
        t.ask("ans_p", dress=t.chance(0.2), p=project)
    else:
        t.ask("assign", p=project, e=one)
        t.calls([call("assign_project", project=project, employee=one)], ["ask employee"])
        first = one.value.split()[0]
        options = [f"{first} {people.last(t.rnd)}" for _ in range(2 + int(t.rnd() * 2))]
        t.question([], questions.unknown(t.rnd, t.fr, one.value, options, person=True))
        at = int(t.rnd() * len(options))
        if t.chance(0.3):
            one = Slot(options[at])
            t.ask(ordinal(at, len(options), t), dress=t.chance(0.2))
        else:
            one = t.text(options[at] if t.chance(0.6) else options[at].split(" ", 1)[1])
            t.ask("ans_e", dress=t.chance(0.2), e=one)
    t.calls([call("assign_project", project=project, employee=one)])


def ordinal(at: int, size: int, t: Teller) -> str:
    """The rule of words for one of several options."""
    return "nth_last" if at == size - 1 and t.chance(0.3) else f"nth_{at + 1}"


def create(t: Teller) -> None:
    roll, k, n, who = t.rnd(), code(t), name(t), client(t)
    if roll < 0.5:
        t.ask("create_cnk", k=k, n=n, l=who)
        answered(t, [call("create_project", code=k, name=n, client=who)])
        return
    if roll < 0.7:
        rule, said = "create_nl", {"name": n, "client": who}
    elif roll < 0.78:
        rule, said = "create_kn", {"code": k, "name": n}
    elif roll < 0.84:
        rule, said = "create_kl", {"code": k, "client": who}
    elif roll < 0.93:
        rule, said = "create_n", {"name": n}
    else:
        rule, said = "create_none", {}
    t.ask(rule, k=k, n=n, l=who)
    completed(t, "create_project", said, {"code": k, "name": n, "client": who})


def completed(t: Teller, tool: str, said: dict[str, Slot | str], full: dict[str, Slot]) -> Call:
    """Code asks for what is missing until everything was said."""
    while True:
        missing = [key for key in full if key not in said]
        made = call(tool, **{key: said[key] for key in said})
        if not missing:
            t.calls([made])
            return made
        t.calls([made], ["ask " + " ".join(missing)])
        t.question(missing)
        if len(missing) > 1 and t.chance(0.65):
            values = [full[key] for key in missing]
            t.send([part for i, value in enumerate(values) for part in ([(", ", None)] if i else []) + [(value.value, value)]], dress=False)
            said = {**said, **{key: full[key] for key in missing}}
        else:
            key = missing[0]
            t.ask("ans_text", dress=t.chance(0.15), x=full[key])
            said = {**said, key: full[key]}


def hire(t: Teller) -> None:
    n, last = people.first(t.rnd), people.last(t.rnd)
    slots = {"name": t.text(n), "lastname": t.text(last), "email": t.text(people.email(t.rnd, n, last))}
    roll = t.rnd()
    if roll < 0.62:
        parts, said = t.parts("hire_nle", n=slots["name"], l=slots["lastname"], m=slots["email"]), dict(slots)
    elif roll < 0.8:
        parts, said = t.parts("hire_nl", n=slots["name"], l=slots["lastname"]), {k: slots[k] for k in ("name", "lastname")}
    elif roll < 0.9:
        parts, said = t.parts("hire_n", n=slots["name"]), {"name": slots["name"]}
    else:
        parts, said = t.parts("hire_none"), {}
    given: dict[str, Slot | str] = dict(said)
    if said and t.chance(0.25):
        role = "admin" if t.chance(0.6) else "user"
        parts = [*parts, *t.parts("hire_role_" + role)]
        given["role"] = role
    t.send(parts, chatter=False)
    if len(said) == 3:
        answered(t, [call("add_employee", **given)])
    else:
        completed(t, "add_employee", given, slots)


def admin(t: Teller) -> None:
    roll = t.rnd()
    if roll < 0.42:
        assign(t)
    elif roll < 0.5:
        assign_unsaid(t)
    elif roll < 0.77:
        create(t)
    else:
        hire(t)


def chain(t: Teller) -> None:
    """What can only be asked for once the first thing is written."""
    k, n, who, one = code(t), name(t), client(t), t.employee()
    roll = t.rnd()
    if roll < 0.4:
        t.ask("chain_k", k=k, n=n, l=who, e=one)
        t.calls([call("create_project", code=k, name=n, client=who)])
        project = n
    elif roll < 0.75:
        t.ask("chain", n=n, l=who, e=one)
        completed(t, "create_project", {"name": n, "client": who}, {"code": k, "name": n, "client": who})
        project = n
    else:
        first, last = people.first(t.rnd), people.last(t.rnd)
        a, b, mail = t.text(first), t.text(last), t.text(people.email(t.rnd, first, last))
        project = t.project()
        t.ask("chain_hire", n=a, l=b, m=mail, p=project)
        t.calls([call("add_employee", name=a, lastname=b, email=mail)])
        one = mail
    if t.chance(0.12):
        t.decide(declined=True)
        return
    t.talk.decide({number: f"applied {number}" for number in list(t.talk.pending)})
    t.open.clear()
    t.calls([call("assign_project", project=project, employee=one)])
    if t.chance(0.4):
        t.decide(declined=False)
