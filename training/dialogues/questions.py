# ruff: noqa: E501 (a bank of phrases: lines are as long as they need)
"""Questions as code may word them. The built-in model must follow whatever wording the program uses, so there are many."""

from __future__ import annotations

from collections.abc import Sequence

from bot.words import say
from training.dialogues.grammar import Rnd

_ENGLISH: dict[str, Sequence[str]] = {
    "dates": ("Which days?", "Which days?", "Which days?", "On which days?", "For which days?", "Which days do you mean?", "Which day or days?", "What days should I use?"),
    "project": ("Which project?", "Which project?", "Which project?", "On which project?", "For which project?", "Which project do you mean?", "What is the project?"),
    "reason": ("What kind of absence: paid leave, RTT or sick leave?", "Which reason: paid_leave, rtt, sick?", "Why: paid leave, rtt or sick?", "What is the reason: Paid leave, RTT, Sick leave?", "Which kind of absence?", "Which reason?"),
    "month": ("Which month?", "For which month?", "Which month do you mean?", "Which month's report?"),
    "employee": ("Who?", "Which person?", "Which employee?", "Who should be assigned?", "Who is it?"),
    "percent": ("A day goes in quarters: 25, 50, 75 or 100 %. How much?", "How much of the day: 25, 50, 75 or 100 %?", "How much of the day?", "25, 50, 75 or 100 %?"),
    "source": ("Copy from where?", "Which days should I copy?", "Copy which days?"),
    "code": ("Which code should the project have?", "What is the project's code?", "Which code?"),
    "name": ("What is the project called?", "What is the name?", "Which name?"),
    "client": ("For which client?", "Who is the client?", "Which client?"),
    "lastname": ("What is the last name?", "And the last name?", "Last name?"),
    "email": ("What is the e-mail address?", "Which e-mail address?", "E-mail address?"),
    "week": ("Which week?",),
}  # fmt: skip
_FRENCH: dict[str, Sequence[str]] = {
    "dates": ("Quels jours ?", "Pour quels jours ?", "Quels jours ?"),
    "project": ("Quel projet ?", "Sur quel projet ?", "Quel projet ?"),
    "reason": ("Quel type d'absence : congé payé, RTT ou maladie ?", "Quelle raison ?"),
    "month": ("Quel mois ?", "Pour quel mois ?"),
    "employee": ("Qui ?", "Quelle personne ?"),
    "percent": ("25, 50, 75 ou 100 % ?", "Quelle part de la journée : 25, 50, 75 ou 100 % ?"),
    "source": ("Copier quels jours ?", "Copier depuis quand ?"),
    "code": ("Quel code ?",),
    "name": ("Quel nom ?",),
    "client": ("Quel client ?",),
    "lastname": ("Quel nom de famille ?",),
    "email": ("Quelle adresse e-mail ?",),
    "week": ("Quelle semaine ?",),
}  # fmt: skip
_UNKNOWN = ("I do not know a project called “{x}”. Did you mean {o}?", "I do not know a project called “{x}”. Did you mean {o}?", "I don't know “{x}”. Did you mean {o}?", "“{x}” is no project I know. Your projects: {o}.",
            "Which project is “{x}”: {o}?", "There are several: {o}. Which one?", "“{x}” could be {o}. Which one?", "I do not know “{x}”. Did you mean {o}?", "No project is called “{x}”. Yours are {o}.")  # fmt: skip
_UNKNOWN_FR = ("Je ne connais pas de projet « {x} ». Vouliez-vous dire {o} ?", "Quel projet est « {x} » : {o} ?", "Je ne connais pas « {x} ». Vouliez-vous dire {o} ?")  # fmt: skip
_WHO = ("I do not know “{x}”. Did you mean {o}?", "There are several: {o}. Which one?", "“{x}” could be {o}. Who do you mean?", "Which {x}: {o}?")  # fmt: skip
_UNREADABLE = ("I do not understand the days “{x}”. Which days?", "Which days are “{x}”?", "I could not read “{x}” as days. Which days?", "Which days?")  # fmt: skip


AS_ASKED = 0.5
"""Share of the questions in the words that the program has today; the model reads them in English always."""
_PROGRAM = {
    "dates": "ask-days", "project": "ask-project", "reason": "ask-reason", "month": "ask-month",
    "employee": "ask-employee", "percent": "ask-amount", "code": "ask-code", "name": "ask-title", "client": "ask-client",
    "lastname": "ask-last-name", "email": "ask-email", "week": "ask-week",
}  # fmt: skip
_WHY_UNREADABLE = ("days-unknown", "days-unknown", "days-unknown", "days-none-left", "days-all-free", "days-until-when",
                   "days-at-an-edge", "days-of-that-time", "weekdays-backwards")  # fmt: skip


def as_asked(missing: Sequence[str]) -> str:
    """The question for missing arguments as the program words it today."""
    return " ".join([say(_PROGRAM[m]) for m in missing])


def unknown_as_asked(typed: str, person: bool = False, several: bool = False) -> str:
    """The program's question about a name that is not known, or is that of several. It names no candidates."""
    thing = "employee" if person else "project"
    return say(f"ask-which-{thing}" if several else f"{thing}-unknown", phrase=typed)


def question(rnd: Rnd, french: bool, missing: Sequence[str]) -> str:
    """The question for missing arguments."""
    if rnd() < AS_ASKED and all(m in _PROGRAM for m in missing):
        return as_asked(missing)
    bank = _FRENCH if french and rnd() < 0.4 else _ENGLISH
    if len(missing) == 2 and rnd() < 0.35:
        a, b = missing
        return f"Quoi : {a} et {b} ?" if bank is _FRENCH else f"Which {a}, and which {b}?"
    return " ".join([bank[m][int(rnd() * len(bank[m]))] for m in missing])


def unknown(rnd: Rnd, french: bool, typed: str, options: Sequence[str], person: bool = False) -> str:
    """The question when a name is not known or not unique."""
    bank = _WHO if person else _UNKNOWN_FR if french and rnd() < 0.4 else _UNKNOWN
    joiner = ", " if rnd() < 0.7 else " or " if bank is not _UNKNOWN_FR else " ou "
    return bank[int(rnd() * len(bank))].format(x=typed, o=joiner.join(options))


def unreadable(rnd: Rnd, typed: str) -> str:
    """The question when days cannot be read."""
    if rnd() < AS_ASKED:
        why = _WHY_UNREADABLE[int(rnd() * len(_WHY_UNREADABLE))]
        return f"{say(why, phrase=typed)} {say('ask-days')}"
    return _UNREADABLE[int(rnd() * len(_UNREADABLE))].format(x=typed)
