"""Looks scripts over: `python -m training.dialogues.scripts.check NAME_en`. Prints each fault; fails if any."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence

from training.dialogues.answers import ENGLISH
from training.dialogues.dialogue import ORDER, READS
from training.dialogues.flows.asking import REQUIRED
from training.dialogues.language import ENGLISH as GRAMMAR
from training.dialogues.scripts import SLOTS, VERBS, Script, Turn, Wanted, read

_SLOT = re.compile(r"\{(\w+)\}")
_FREE = frozenset({"reason", "role"})


def faults(name: str) -> Iterator[str]:
    """Everything that is wrong with a file."""
    seen: set[str] = set()
    for script in read(name):
        for turn in script:
            if turn.message and len(turn.message) > 25 and turn.message in seen:
                yield f"twice: {turn.message}"
            seen.add(turn.message)
        yield from _faults(script)


def _faults(script: Script) -> Iterator[str]:
    known: set[str] = set()
    said: list[set[str]] = []
    pending: dict[int, str] = {}
    top = 0
    for turn in script:
        if not turn.message:
            pending, top = {}, 0
            continue
        yield from (f"{fault}: {turn.message}" for fault in _faults_of(turn, known))
        said.append({slot.lower() for slot in _SLOT.findall(turn.message)})
        known |= said[-1]
        yield from (f"{joined} stand in no one message: {turn.message}" for joined in _scattered(turn, said))
        if any(wanted.verb == "discard" for wanted in turn.calls):
            pending, top = {}, 0
        for wanted in turn.calls:
            tool = VERBS[wanted.verb][0]
            if wanted.replaces and wanted.replaces not in pending:
                yield f"#{wanted.replaces} does not wait: {turn.message}"
            if tool in READS or tool == "discard" or set(REQUIRED.get(tool, ())) - set(wanted.args):
                continue
            pending.pop(wanted.replaces, None)
            top += 1
            pending[top] = tool
        top = top if pending else 0


def _scattered(turn: Turn, said: Sequence[set[str]]) -> Iterator[str]:
    """Slots that are joined in one call, but were said in different messages."""
    for wanted in turn.calls:
        for value in wanted.args.values():
            joined = {slot.lower() for slot in _SLOT.findall(value)}
            if len(joined) > 1 and not any(joined <= slots for slots in said):
                yield value


def _faults_of(turn: Turn, known: set[str]) -> Iterator[str]:
    slots = _SLOT.findall(turn.message)
    if turn.message.count("{") != len(slots) or turn.message.count("[") != turn.message.count("]"):
        yield "bad braces or brackets"
    try:
        GRAMMAR.compile(turn.message)
    except ValueError as error:
        yield f"{error}"
    for slot in slots:
        if slot.lower() != "me" and not (slot[0].upper() in SLOTS and re.fullmatch(r"[A-Za-z]\d", slot)):
            yield f"no such slot {{{slot}}}"
    if turn.say and turn.say not in ENGLISH:
        yield f"no such sentence {turn.say}"
    here = {slot.lower() for slot in slots}
    for wanted in turn.calls:
        yield from _faults_in(wanted, turn.message, here, known)
    if len(turn.calls) > 4:
        yield "more than four calls"


def _faults_in(wanted: Wanted, message: str, here: set[str], known: set[str]) -> Iterator[str]:
    for key, value in wanted.args.items():
        if key not in ORDER[VERBS[wanted.verb][0]]:
            yield f"{wanted.verb} has no {key}"
        missing = {slot.lower() for slot in _SLOT.findall(value)} - here - known
        if missing:
            yield f"{{{missing.pop()}}} was not said"
        literal = key not in _FREE and not re.fullmatch(r"\{\w+\}(, \{\w+\})*", value)
        if literal and _loose(value) not in _loose(message):
            yield f"“{value}” does not stand in the message"


def _loose(text: str) -> str:
    return text.lower()


def main() -> None:
    """Check the files that are named on the command line."""
    found = [f"{name}: {fault}" for name in sys.argv[1:] for fault in faults(name)]
    print("\n".join([*found, *(f"{name}: {len(read(name))} conversations" for name in sys.argv[1:])]))
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
