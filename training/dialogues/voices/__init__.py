"""Banks of frames in many voices, each written by somebody who saw no other bank (RULES.md says how)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from training.dialogues.proportions import VOICES

FRENCH = ("asides_fr", "atelier", "bavard", "cabinet", "franglais", "french", "remous", "texto", "vocal")
TWINS = "twins"
"""Pairs of sentences that differ in a word and need another answer; a file of them per language, read as a bank."""


@cache
def names() -> tuple[str, ...]:
    """The voices that there are banks of."""
    return tuple(sorted(f.name.removesuffix(".txt") for f in files(__name__).iterdir() if f.name.endswith(".txt")))


def frames(voice: str) -> dict[str, list[str]]:
    """The frames of a bank, by section: the name of a rule, or the calls of a whole message."""
    return _of_pairs(voice) if is_twins(voice) else _of_sections(voice)


def _of_sections(voice: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    section = ""
    for line in _lines(voice):
        if line.startswith("[") and line.endswith("]") and "|" not in line:
            section = line[1:-1]
            found.setdefault(section, [])
        elif not section:
            raise ValueError(f"{voice}: {line!r} stands in no section")
        else:
            found[section].append(_bare(section, line.replace("\\n", "\n")))
    return found


def _of_pairs(name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for pair in twins(name):
        for section, frame in pair:
            found.setdefault(section, []).append(frame)
    return found


def is_twins(name: str) -> bool:
    """True for a file of twins, "twins_en" or "twins_fr"."""
    return name.startswith(f"{TWINS}_")


@cache
def twins(name: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The pairs of a file of twins, each sentence as (section, frame). Empty lines stand between the pairs."""
    text = files(__name__).joinpath(f"{name}.twins").read_text(encoding="utf-8")
    lines = [line for line in map(str.strip, text.splitlines()) if not line.startswith("# ")]
    groups = [block.split("\n") for block in re.split(r"\n{2,}", "\n".join(lines).strip())]
    return tuple(tuple(_twin(name, line) for line in group) for group in groups)


def _twin(name: str, line: str) -> tuple[str, str]:
    section, found, frame = line.partition(": ")
    if not found:
        raise ValueError(f"{name}: {line!r} names no section")
    return section, _bare(section, frame.strip().replace("\\n", "\n"))


def _bare(section: str, frame: str) -> str:
    """In whole messages amounts bring no little words of their own: `{A1}` is `{a1}`."""
    return re.sub(r"\{([AH]\d?)\}", lambda m: f"{{{m.group(1).lower()}}}", frame) if is_spec(section) else frame


def _lines(voice: str) -> Iterator[str]:
    for line in files(__name__).joinpath(f"{voice}.txt").read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if text and not text.startswith("# "):
            yield text


def rules(french: bool, without: str = "", only: str = "") -> dict[str, list[list[str]]]:
    """For each rule the frames of each bank of a language that has any.

    `without` leaves out one bank, or the twins; `only` leaves out all others.
    """
    return _collected(_banks(french, without, only), wanted=False)


def specs(french: bool, without: str = "", only: str = "") -> dict[str, list[list[str]]]:
    """The same for whole messages, by their calls."""
    return _collected(_banks(french, without, only), wanted=True)


def _collected(banks: list[str], wanted: bool) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for voice in banks:
        for section, bank in frames(voice).items():
            if is_spec(section) == wanted and bank:
                found.setdefault(section, []).append(bank)
    return found


def _banks(french: bool, without: str, only: str) -> list[str]:
    """The voices of a language and its twins, less what is left out."""
    spoken = [voice for voice in names() if (voice in FRENCH) == french]
    banks = {voice: voice for voice in spoken} | {f"{TWINS}_{'fr' if french else 'en'}": TWINS}
    return [bank for bank, name in banks.items() if name != without and only in ("", name)]


def is_spec(section: str) -> bool:
    """True for a section that lists calls."""
    return ";" in section


def weighted(old: list[str], banks: list[list[str]], share: float = VOICES) -> list[str]:
    """`old` and the banks' frames, repeated so that a uniform choice takes one of the banks in `share` of the cases."""
    new = [frame for bank in banks for frame in bank]
    if not new:
        return old
    if share >= 1:
        return new
    times = max(1, round(len(old) * share / (1 - share) / len(new)))
    return [*old, *(frame for _ in range(times) for frame in new)]


def merged(
    old: Mapping[str, list[str]], banks: Mapping[str, list[list[str]]], share: float = VOICES
) -> dict[str, list[str]]:
    """The rules of a language with the frames of its banks. ValueError for a section that names no rule."""
    unknown = sorted(set(banks) - set(old))
    if unknown:
        raise ValueError(f"no such rule: {', '.join(unknown)}")
    return {name: weighted(templates, banks.get(name, []), share) for name, templates in old.items()}
