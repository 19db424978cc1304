"""The one who types: makes slots, sends messages, and keeps the calls that wait on a card."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from typing import Any

from training.dialogues import language, noise, questions
from training.dialogues.answers import answer
from training.dialogues.dialogue import Call, Dialogue, Line, Talk
from training.dialogues.grammar import Grammar, Parts, Slot
from training.dialogues.noise import finish
from training.dialogues.slots import dates_en, dates_fr, people, percent, projects
from training.dialogues.slots.dates import Dates
from training.dialogues.slots.percent import Percent
from training.dialogues.slots.projects import Project

_AWKWARD = re.compile(
    r"\b(?:for|on|of|from|in|to|into|onto|at|during|between|by|as|with|until|and) (?:for|on|of|in|during|since|until|till?|thru|through|up (?:to|until)|as of|ever|every|each|"
    r"all (?:week|of|month|last|this|next|[a-z]+s )|daily|from|between|starting|entire|whole|everyday)\b"
    r"|\b(?:my|whole of|all of|the|new) (?:the|since|until|till|from|every|all|each|my|this|last|next|an?|our) |\b(\w+) \1\b|\bthe th?e |'s's|\bon (?:last|next|this|all) "
    r"|\b(?:pour|sur|de|à|du|au|le|en|vers|par|mon|ma) (?:pour|pendant|depuis|jusqu|à partir|dès|tous|toute|chaque|entre|d'|du |des? (?:lun|mar|mer|jeu|ven)|en |sur |au |le |les |la )",
    re.IGNORECASE,
)
_REASONS = ("sick", "sick", "paid_leave", "paid_leave", "rtt")


class Joined:
    """A phrase in several places: its parts in order, with a comma between them."""

    def __init__(self, *parts: Slot | Joined) -> None:
        self.parts = parts

    @property
    def value(self) -> str:
        return ", ".join([part.value for part in self.parts])


class Tale(Talk):
    """A talk whose stale stand-ins are left out, as the program leaves them out."""

    def done(self, kind: str) -> Dialogue:
        made = super().done(kind)
        messages, train = [], []
        for i, message in enumerate(made.messages):
            if message["role"] == "assistant" and message["content"] == "On the card." and self._stale(made.messages, i):
                continue
            messages.append(message)
            train.append(made.train[i])
        return Dialogue(messages, train, kind)

    @staticmethod
    def _stale(messages: Sequence[dict[str, Any]], at: int) -> bool:
        at -= 1
        while at >= 0 and messages[at]["role"] == "tool":
            if messages[at]["content"].startswith("pending"):
                return False
            at -= 1
        return True


def _pair(rnd, made):  # type: ignore[no-untyped-def]
    return made if isinstance(made, tuple) else (made, "list")


class Teller:
    """One person and one dialogue in the making."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.rnd = rng.random
        self.voice = noise.voice(rng)
        self.fr = self.voice.french
        self.talk = Tale(rng, self.voice)
        self.g: Grammar = language.grammar(self.voice)
        self.lib = dates_fr if self.fr else dates_en
        self.proper = self.voice.case in ("first", "asis") and self.rnd() < 0.6 and not self.fr
        self.open: dict[int, Call] = {}
        self.known: set[str] = set()
        self.turns = 0

    # --- chance -------------------------------------------------------------------------------------------------

    def chance(self, probability: float) -> bool:
        return self.rnd() < probability

    def pick(self, options: Sequence[Any]) -> Any:
        return options[int(self.rnd() * len(options))]

    def say(self, english: Sequence[Any], french: Sequence[Any]) -> Any:
        return self.pick(french if self.fr else english)

    # --- slots --------------------------------------------------------------------------------------------------

    def text(self, value: str) -> Slot:
        return Slot(self.voice.form(value))

    def project(self, hard: float = 0.025) -> Project:
        for _ in range(5):
            made = projects.project(self.rng, self.voice, hard)
            key = made.value.lower()
            if key not in self.known:
                self.known.add(key)
                break
        return made

    def dates(self, mix: str = "any") -> Dates:
        """`any`; `short`: a day, days or a span; `day`: one day; `week`: weekdays only."""
        rnd, roll, one = self.rnd, self.rnd(), False
        if mix == "day" or (mix == "any" and roll < 0.5) or (mix == "short" and roll < 0.66):
            text, kind = self.lib.day(rnd)
            one = True
        elif mix == "week":
            text, kind, one = self.lib.weekday(rnd), "day", True
        elif (mix == "any" and roll < 0.65) or (mix == "short" and roll < 0.84):
            text, kind = self.lib.several(rnd), "list"
        elif mix == "short" or roll < 0.84:
            text, kind = self.lib.span(rnd)
        else:
            text, kind = self.lib.week(rnd)
        return self.phrase(text, kind, one)

    def phrase(self, text: str, kind: str = "day", one: bool = False) -> Dates:
        if self.proper:
            text = dates_en.caps(self.rnd, text, True)
        return Dates(self.voice.form(text), kind, self.fr, one)

    def source(self) -> Dates:
        roll = self.rnd()
        if roll < 0.45:
            text = self.say(
                ["last week", "last week", "yesterday", "last month", "the previous week", "this week", "the week before", "last friday", "the day before", "two weeks ago", "the last week", "lask week", "monday"],
                ["la semaine dernière", "la semaine dernière", "hier", "le mois dernier", "la semaine passée", "cette semaine", "la semaine d'avant", "vendredi dernier", "avant-hier", "semaine dernière", "lundi"],
            )
            return self.phrase(text, "rel")
        if roll < 0.85:
            text, kind = self.lib.day(self.rnd)
            return self.phrase(text, kind, True)
        return self.dates("short")

    def month(self) -> Slot:
        text = self.lib.report_month(self.rnd)
        return self.text(dates_en.caps(self.rnd, text, True) if self.proper else text)

    def percent(self, *kinds: str, possible: bool = True) -> Percent:
        for _ in range(8):
            value, kind = percent.choose(self.rnd, self.fr, kinds) if kinds else percent.choose(self.rnd, self.fr)
            if not possible or value not in percent.IMPOSSIBLE or self.rnd() < 0.06:
                break
        return Percent(self.voice.form(value), kind, self.fr)

    def reason(self, not_this: str | None = None) -> str:
        while True:
            found = self.pick(_REASONS)
            if found != not_this:
                return found

    def employee(self) -> Slot:
        roll = self.rnd()
        name = people.first(self.rnd)
        if roll > 0.55:
            name = people.last(self.rnd) if roll > 0.92 else f"{name} {people.last(self.rnd)}"
        if self.rnd() < 0.04:
            name = people.email(self.rnd, people.first(self.rnd), people.last(self.rnd))
        elif self.rnd() < 0.05:
            name = noise.typo(self.rnd, name)
        return self.text(name)

    # --- messages -----------------------------------------------------------------------------------------------

    def parts(self, rule: str, **slots: Any) -> Parts:
        """An expansion of a rule, drawn again where little words collide."""
        mapping = {key.upper(): slot for key, slot in slots.items()}
        for _ in range(6):
            found = self.g.expand(self.rnd, rule, mapping)
            if not _AWKWARD.search("".join([text for text, _ in found])):
                break
        return found

    def frame(self, template: str, **slots: Any) -> Parts:
        """An expansion of a template that stands in a plot."""
        out: Parts = []
        for piece in _PIECES.split(template):
            if piece[:1] == "{":
                slot = slots.get(piece[1:-1].lower())
                if slot is None:
                    continue
                if piece[1].islower():
                    out.append((slot.value, slot))
                else:
                    slot.put(self.rnd, out)
            elif piece:
                out.append((piece, None))
        return out

    def send(self, parts: Parts, dress: bool = True, chatter: bool = True) -> None:
        """The person's message."""
        if dress:
            voice = self.voice
            if not chatter and voice.chatter:
                voice = noise.Voice(voice.french, voice.case, voice.plain, voice.apostrophe, voice.stop, voice.typos, voice.manners, 0.0)
            parts = language.dress(self.rnd, voice, parts, self.turns == 0)
        self.talk.user(finish(self.rnd, self.voice, parts))
        self.turns += 1

    def ask(self, rule: str, dress: bool = True, **slots: Any) -> set[int]:
        """Send a rule; the ids of the slots that were said."""
        parts = self.parts(rule, **slots)
        self.send(parts, dress)
        return {id(slot) for _, slot in parts if slot is not None}

    # --- the model and the program ------------------------------------------------------------------------------

    def calls(self, made: Sequence[Call], asks: Sequence[str | None] | None = None) -> list[Line]:
        for one in made:
            replaced = one.args.get("replaces")
            if replaced is not None:
                self.open.pop(int(replaced), None)  # type: ignore[arg-type]
        if not self.talk.pending:
            self.open.clear()
        lines = self.talk.calls(made, asks)
        waiting = [one for i, one in enumerate(made) if not (asks and asks[i]) and one.name != "discard" and not one.name.startswith("get_")]
        for line, one in zip(lines, waiting, strict=True):
            self.open[line.number] = one
        return lines

    def question(self, missing: Sequence[str], text: str | None = None) -> None:
        self.talk.code(text or questions.question(self.rnd, self.fr, missing))

    def answer(self, key: str) -> None:
        self.talk.says(answer(key, self.fr and not self.chance(0.04)))

    def decide(self, declined: bool | None = None) -> bool:
        """The person clicks on everything that waits; True when something was declined."""
        numbers = list(self.talk.pending)
        if not numbers:
            return False
        if declined is None:
            declined = self.chance(0.3)
        refused = set()
        if declined:
            refused = {n for n in numbers if self.chance(0.5)} or {self.pick(numbers)}
        self.talk.decide({n: self._declined(n) if n in refused else f"applied {n}" for n in numbers})
        self.open = {}
        if refused:
            self.answer("declined")
        else:
            self.talk.says("")
        return bool(refused)

    def _declined(self, number: int) -> str:
        if self.chance(0.35):
            return f"declined {number}"
        return f"declined {number}: " + self.say(
            ["wrong day", "wrong project", "not needed", "i was mistaken", "it was something else", "wrong dates", "no", "not yet", "typo", "too much", "changed my mind", "double", "already there", "not me"],
            ["mauvais jour", "mauvais projet", "pas besoin", "erreur", "je me suis trompé", "non", "pas encore", "déjà fait", "trop", "doublon"],
        )

    def forget(self) -> None:
        """Everything that waits is dropped."""
        from training.dialogues.dialogue import call

        self.send(self.parts("forget"), dress=self.chance(0.2), chatter=False)
        self.talk.calls([call("discard")])
        self.answer("dropped")
        for number, line in list(self.talk.pending.items()):
            self.talk._changes.append((line.tool_index, f"declined {number}: dropped"))  # as the program records it
        self.talk.pending.clear()
        self.open.clear()


_PIECES = re.compile(r"(\{[A-Za-z]\})")
