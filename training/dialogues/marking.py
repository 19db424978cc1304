"""Marks what a person's words name, as the program does it at run time (`bot.tools.mentions`).

The program knows the ledger, and a dialogue has none: one is put together here. What the dialogue names is in it, now
and then under a longer name than the typed one; what it creates is not, nor what code says that it does not know.
Others stand beside, sometimes something is missing, or a usual word of a message is also somebody's name, so that the
model learns that a mark is a hint and no order.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from bot.llm.template import parts_of
from bot.tools.mentions import EMPLOYEE, PROJECT, Name, Names, indexed, mentions_in
from training.dialogues.dialogue import Dialogue, Message
from training.dialogues.slots import people, projects

UNMARKED = 0.08
"""Share of the dialogues without any mark, as with an engine that cannot show them."""
UNKNOWN = 0.05
"""Chance that a name is missing in the ledger: an abbreviation, or two slips of the pen."""
LONGER = 0.35
"""Chance that the ledger's name has more words than the typed one."""
BY_CHANCE = 0.1
"""Chance that a usual word of the first message is a word of a name."""
CLIENTS = 0.3
"""Chance that the client of a new project has another one already."""
TODAY = date(2026, 3, 4)
"""Marks hardly depend on it: it only says which words are days."""
_CREATED = ("create_project", "add_employee")
_USUAL = re.compile(r"[^\W\d_]{5,}")


def with_marks(dialogue: Dialogue, named: Sequence[tuple[str, str]], rng: random.Random) -> Dialogue:
    """The dialogue with the parts of its messages, as the template shows them. `named`: kinds and names as typed."""
    if rng.random() < UNMARKED:
        return dialogue
    names = indexed(tuple(_ledger(dialogue, named, rng)))
    return replace(dialogue, messages=[_with_parts(message, names) for message in dialogue.messages])


def _with_parts(message: Message, names: Names) -> Message:
    found = mentions_in(message["content"], names, TODAY) if message["role"] == "user" else ()
    return {**message, "parts": parts_of(message["content"], found)} if found else message


def _ledger(dialogue: Dialogue, named: Sequence[tuple[str, str]], rng: random.Random) -> Iterator[tuple[Name, ...]]:
    """For each project and colleague the names that it goes by."""
    calls = [entry["function"] for message in dialogue.messages for entry in message.get("tool_calls", ())]
    created = {t.lower() for c in calls if c["name"] in _CREATED for t in c["arguments"].values()}
    said = [m["content"] for m in dialogue.messages if m["role"] == "assistant"]
    for kind, typed in dict.fromkeys(named):
        unknown = any(f"“{typed.lower()}”" in text.lower() and "no project" in text.lower() for text in said)
        if typed.lower() not in created and not unknown and rng.random() >= UNKNOWN:
            yield _project(typed, rng) if kind == PROJECT else _colleague(typed, rng)
    for call in calls:
        client = call["arguments"].get("client")
        if client and rng.random() < CLIENTS:
            yield ((PROJECT, projects.title(rng.random)), (PROJECT, client))
    yield from _others(rng)
    if rng.random() < BY_CHANCE:
        first = next((m["content"] for m in dialogue.messages if m["role"] == "user"), "")
        copied = set(chain.from_iterable(str(v).lower().split() for c in calls for v in c["arguments"].values()))
        usual = [word for word in _USUAL.findall(first) if word.lower() not in copied]
        if usual:
            word = rng.choice(usual).capitalize()
            yield _project(word, rng) if rng.random() < 0.6 else ((EMPLOYEE, f"{people.first(rng.random)} {word}"),)


def _others(rng: random.Random) -> Iterator[tuple[Name, ...]]:
    """Mostly a handful of each, sometimes a few dozens."""
    count = rng.randint(2, 6) if rng.random() < 0.9 else rng.randint(10, 40)
    for _ in range(count):
        yield _project(projects.title(rng.random), rng)
        yield _colleague(f"{people.first(rng.random)} {people.last(rng.random)}", rng)


def _project(typed: str, rng: random.Random) -> tuple[Name, ...]:
    """A project by that name, or with it in a longer one; its code; its client."""
    name, code, client = typed, projects.code(rng.random), projects.company(rng.random)
    if re.fullmatch(r"[^\W\d]*\d[\w/-]*|[^\W\d]{1,6}[-_/][\w-]+|[A-Z]{2,5}", typed):
        name, code = projects.title(rng.random), typed
    elif rng.random() < LONGER:
        other = projects.word(rng.random)
        name = f"{typed} {other}" if rng.random() < 0.6 else f"{other} {typed}"
    elif rng.random() < 0.1:
        name, client = projects.title(rng.random), typed
    return ((PROJECT, name), (PROJECT, code), (PROJECT, client))


def _colleague(typed: str, rng: random.Random) -> tuple[Name, ...]:
    """Somebody who goes by that name, or by that part of one."""
    if "@" in typed:
        return ((EMPLOYEE, re.sub(r"[._]", " ", typed.split("@")[0])),)
    if " " in typed:
        return ((EMPLOYEE, typed),)
    alone = f"{typed} {people.last(rng.random)}", f"{people.first(rng.random)} {typed}"
    return ((EMPLOYEE, alone[rng.random() < 0.1]), (EMPLOYEE, typed))
