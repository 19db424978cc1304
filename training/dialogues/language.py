"""The two grammars, and how a frame becomes the text that one person types."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from training.dialogues import noise, scripts, voices
from training.dialogues.frames import (
    absences_en,
    absences_fr,
    activities_en,
    activities_fr,
    changes_en,
    changes_fr,
    common_en,
    common_fr,
    followups_en,
    followups_fr,
    office_en,
    office_fr,
    several_en,
    several_fr,
    talk_en,
    talk_fr,
)
from training.dialogues.grammar import Grammar, Parts, Rnd, Slot
from training.dialogues.noise import Voice, finish


def _specs(table: Mapping[str, list[str]]) -> tuple[dict[str, list[str]], list[tuple[str, list[list[str]]]]]:
    """Rules for whole messages, and for each rule its calls: [["act", "P1", "D1"], ["sick", "D2"]]."""
    rules, calls = {}, []
    for i, (key, templates) in enumerate(table.items()):
        rules[f"spec_{i}"] = templates
        calls.extend([(f"spec_{i}", [part.split() for part in key.split(";")])] * _weight(len(templates)))
    return rules, calls


def _weight(size: int) -> int:
    return 1 + size // 3


def _with_voices(french: bool, *own: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The rules of a language; where banks have frames for one, half of its sentences come from them."""
    rules: dict[str, list[str]] = {}
    for table in own:
        if set(table) & set(rules):
            raise ValueError(f"defined twice: {sorted(set(table) & set(rules))}")
        rules |= table
    return voices.merged(rules, voices.rules(french, WITHOUT, ONLY), SHARE)


def _spec_frames(french: bool, own: Mapping[str, list[str]]) -> dict[str, list[str]]:
    banks = voices.specs(french, WITHOUT, ONLY)
    return voices.merged({**{key: [] for key in banks}, **own}, banks, SHARE)


_SPOKEN_AS = {
    "c_act": "act", "c_sick": "sick", "c_paid_leave": "paid_leave", "c_rtt": "rtt", "c_off": "off", "c_del": "delete_d",
    "c_del_p": "delete_p",
}  # fmt: skip
"""What a clause of several is called where it is a whole message."""
_LONGEST_CLAUSE = 48
_ALONE = re.compile(r"\n|[?!:]|^(hi|hey|hello|dear|good|bonjour|salut|slt|bonsoir|coucou)\b", re.IGNORECASE)
"""What only stands in a message of its own, or at its beginning."""


def _clauses(french: bool, own: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The clauses of a language; half of them are short sentences of the banks."""
    banks = voices.rules(french, WITHOUT, ONLY)
    found = dict(own)
    for clause, rule in _SPOKEN_AS.items():
        short = [
            [frame for frame in bank if len(frame) <= _LONGEST_CLAUSE and not _ALONE.search(frame)]
            for bank in banks.get(rule, [])
        ]
        found[clause] = voices.weighted(own[clause], short, 0.5)
    return found


WITHOUT = os.environ.get("TRAINING_WITHOUT_VOICE", "")
"""The bank or the file of conversations that is left out: for the table of what an unheard voice costs."""
ONLY = os.environ.get("TRAINING_ONLY_VOICE", "")
"""The bank that speaks alone wherever it has a frame, and in its language only: for testing on it."""
SHARE = 1.0 if ONLY else voices.VOICES
"""Of the banks; the program's own frames have the rest."""
_KNOWN = (*voices.names(), *scripts.names())
FRENCH_SHARE = float(ONLY in voices.FRENCH or scripts.is_french(ONLY)) if ONLY in _KNOWN else noise.FRENCH_SHARE
"""How many of the people write French."""

_ENGLISH_RULES, ENGLISH_SPECS = _specs(_spec_frames(False, several_en.SPECS))
_FRENCH_RULES, FRENCH_SPECS = _specs(_spec_frames(True, several_fr.SPECS))
_ENGLISH_TABLES = (common_en, activities_en, absences_en, changes_en, followups_en, office_en, talk_en)
_FRENCH_TABLES = (common_fr, activities_fr, absences_fr, changes_fr, followups_fr, office_fr, talk_fr)
ENGLISH = Grammar(
    _with_voices(False, *(m.RULES for m in _ENGLISH_TABLES)), _clauses(False, several_en.CLAUSES), _ENGLISH_RULES
)
FRENCH = Grammar(
    _with_voices(True, *(m.RULES for m in _FRENCH_TABLES)), _clauses(True, several_fr.CLAUSES), _FRENCH_RULES
)


def grammar(voice: Voice) -> Grammar:
    return FRENCH if voice.french else ENGLISH


def dress(rnd: Rnd, voice: Voice, parts: Parts, greet: bool) -> Parts:
    """Greeting, an opening word, chatter and thanks around a request."""
    rules = FRENCH if voice.french else ENGLISH
    if voice.manners and rnd() < voice.manners * 0.4:
        parts = parts + rules.expand(rnd, "tail")
    if voice.chatter and rnd() < voice.chatter:
        roll = rnd()
        if roll < 0.62:
            parts = rules.expand(rnd, "before") + parts
        if roll > 0.52:
            parts = parts + rules.expand(rnd, "after")
    elif rnd() < 0.06:
        parts = rules.expand(rnd, "lead") + parts
    if greet and rnd() < voice.manners * 0.5:
        parts = rules.expand(rnd, "hello") + parts
    return parts


def say(
    rnd: Rnd,
    voice: Voice,
    rule: str,
    slots: Mapping[str, Slot | None] | None = None,
    polite: bool = True,
    greet: bool = False,
) -> str:
    """One message of a rule. Slots keep the value as it stands in the text; those that the frame left out lose it."""
    parts = (FRENCH if voice.french else ENGLISH).expand(rnd, rule, slots)
    if slots:
        used = {id(part[1]) for part in parts}
        for slot in slots.values():
            if slot is not None and id(slot) not in used:
                slot.value = ""
    if polite:
        parts = dress(rnd, voice, parts, greet)
    return finish(rnd, voice, parts)


_ONCE: dict[tuple[bool, str], tuple[object, ...]] = {}


def once(rnd: Rnd, voice: Voice, template: str, slots: Mapping[str, Slot | None]) -> Parts:
    """An expansion of a template that stands in code, compiled at its first use."""
    key = (voice.french, template)
    found = _ONCE.get(key)
    rules = grammar(voice)
    if found is None:
        found = _ONCE[key] = rules.compile(template)
    return rules.walk(found, rnd, slots)
