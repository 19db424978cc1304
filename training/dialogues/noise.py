"""How one person types: case, accents, apostrophes, typing errors, greetings. One voice lasts a whole dialogue.

Changes that touch the whole text (case, accents, apostrophes) are character maps, applied to values when they are made
and to the text when it is finished, so that a copied value stays an exact part of the text. Typing errors hit literals
only; values bring their own.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from training.dialogues.grammar import Parts, Rnd

_PLAIN = str.maketrans("àâäáãåçéèêëíîïñóôöõúùûüýÀÂÄÇÉÈÊËÎÏÔÖÙÛÜ", "aaaaaaceeeeiiinoooouuuuyAAACEEEEIIOOUUU")
_SPACES = re.compile(r" {2,}")
_BEFORE = re.compile(r" +([,.;:])(?=\s|$)")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEAR = {key: row[max(0, i - 1) : i] + row[i + 1 : i + 2] for row in _ROWS for i, key in enumerate(row)}


@dataclass(frozen=True)
class Voice:
    """The habits of one person."""

    french: bool
    case: str
    plain: bool
    apostrophe: str
    stop: float
    typos: float
    manners: float
    chatter: float

    def form(self, text: str) -> str:
        """Case, accents and apostrophes of this voice. Idempotent, character by character."""
        if self.case == "lower":
            text = text.lower()
        elif self.case == "upper":
            text = text.upper()
        if self.plain and not text.isascii():
            text = text.translate(_PLAIN)
        if self.apostrophe != "'" and "'" in text:
            text = text.replace("'", self.apostrophe)
        return text


FRENCH_SHARE = 0.3
"""How many of the people write French."""


def voice(rng: random.Random, french_share: float = FRENCH_SHARE) -> Voice:
    rnd = rng.random
    french = rnd() < french_share
    roll = rnd()
    case = "lower" if roll < 0.52 else "upper" if roll < 0.535 else "first" if roll < 0.8 else "asis"
    careful = case == "first" and rnd() < 0.6
    roll = rnd()
    return Voice(
        french=french,
        case=case,
        plain=not careful and rnd() < (0.4 if french else 0.2),
        apostrophe="'" if careful or roll < 0.72 else "" if roll < 0.88 else "’",
        stop=0.75 if careful else 0.18,
        typos=0.0 if careful or rnd() < 0.5 else 0.25 + 0.6 * rnd() ** 2,
        manners=rnd() ** 2 * 0.9,
        chatter=0.0 if rnd() < 0.5 else 0.6 * rnd(),
    )


def typo(rnd: Rnd, word: str) -> str:
    """One typing error in a word: swapped, missing, doubled or neighbouring letter."""
    size = len(word)
    if size < 4 or not word.isalpha():
        return word
    at = 1 + int(rnd() * (size - 2))
    roll = rnd()
    if roll < 0.35:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if roll < 0.65:
        return word[:at] + word[at + 1 :]
    if roll < 0.8:
        return word[:at] + word[at] + word[at:]
    near = _NEAR.get(word[at])
    return word if near is None else word[:at] + near[int(rnd() * len(near))] + word[at + 1 :]


def slip(rnd: Rnd, text: str) -> str:
    """One typing error in a random word of a text."""
    words = text.split(" ")
    at = int(rnd() * len(words))
    words[at] = typo(rnd, words[at])
    return " ".join(words)


_EMOJI = tuple("🙂 😅 👍 🙏 😷 🤒 🎉 😂 ☕ :) :-) :D ;) ^^ 😭 🙈 !! ... 🏖️".split(" "))  # noqa: SIM905


def _contract(parts: Parts) -> None:
    """French "de le mois" is "du mois" (the value loses its "le"), "de le 14" is "le 14"."""
    for i in range(1, len(parts)):
        slot = parts[i][1]
        if slot is None or parts[i - 1][1] is not None:
            continue
        lead, value = parts[i - 1][0], slot.value
        low = lead.lower()
        if (value[:3].lower() == "le " and value[3:4].isdigit()) or value[:4].lower() == "les ":
            if low.endswith((" de ", " à ", " a ")) or low in ("de ", "à ", "le "):
                parts[i - 1] = (lead[: lead.rstrip().rfind(" ") + 1], None)
            elif low.endswith(" le "):
                parts[i - 1] = (lead[:-3], None)
        elif value[:1].lower() in ("a", "o") and low.endswith(" de ") and value[:4].lower() in ("avri", "août", "octo"):
            parts[i - 1] = (lead[:-2] + "'", None)
        elif value[:3].lower() == "le ":
            if low.endswith("de "):
                slot.value = value[3:]
                parts[i - 1] = (lead[:-3] + "du ", None)
                parts[i] = (slot.value, slot)
            elif low.endswith(("en ", "le ")):
                parts[i - 1] = (lead[:-3], None)


def finish(rnd: Rnd, voice: Voice, parts: Parts) -> str:
    """The text as this person types it. Values of slots at the very start may be capitalised, in the slot too."""
    parts = [part for part in parts if part[0]]
    if voice.french and voice.apostrophe:
        _contract(parts)
        parts = [part for part in parts if part[0]]
    if voice.typos and rnd() < voice.typos:
        for _ in range(1 if rnd() < 0.8 else 2):
            at = int(rnd() * len(parts))
            text, slot = parts[at]
            if slot is None and len(text) > 3:
                parts[at] = (slip(rnd, text), None)
    if voice.case == "first" and parts:
        text, slot = parts[0]
        if text[0].islower():
            text = text[0].upper() + text[1:]
            parts[0] = (text, slot)
            if slot is not None and slot.value[1:] == text[1:]:
                slot.value = text
    text = "".join([part[0] for part in parts])
    if "  " in text:
        text = _SPACES.sub(" ", text)
    if " ," in text or " ." in text or " :" in text or " ;" in text:
        text = _BEFORE.sub(r"\1", text)
    text = text.strip(" ,;")
    last = parts[-1][1] if parts else None
    if text and text[-1] not in ".!?:)" and rnd() < voice.stop:
        text += "." if rnd() < 0.9 else "!"
    elif len(text) > 3 and text[-1] == "." and last is None and rnd() > voice.stop and text[-2:-1] != ".":
        text = text[:-1]
    if len(text) > 3 and text[-1] == "?" and rnd() > voice.stop + 0.45:
        text = text[:-1].rstrip()
    if rnd() < 0.025:
        text += " " + _EMOJI[int(rnd() * len(_EMOJI))]
    text = voice.form(text)
    if rnd() < 0.01 and parts[0][1] is None and " " in parts[0][0].strip():
        at = text.find(" ")
        return text[:at] + " " + text[at:]
    return text
