"""Banks of frames in many voices, each written by somebody who saw no other bank (RULES.md says how)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

FRENCH = ("french",)


@cache
def names() -> tuple[str, ...]:
    """The voices that there are banks of."""
    return tuple(sorted(f.name.removesuffix(".txt") for f in files(__name__).iterdir() if f.name.endswith(".txt")))


def frames(voice: str) -> dict[str, list[str]]:
    """The frames of a bank, by section: the name of a rule, or the calls of a whole message."""
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


def _bare(section: str, frame: str) -> str:
    """In whole messages amounts bring no little words of their own: `{A1}` is `{a1}`."""
    return re.sub(r"\{([AH]\d?)\}", lambda m: f"{{{m.group(1).lower()}}}", frame) if is_spec(section) else frame


def _lines(voice: str) -> Iterator[str]:
    for line in files(__name__).joinpath(f"{voice}.txt").read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if text and not text.startswith("# "):
            yield text


def rules(french: bool, without: str = "") -> dict[str, list[list[str]]]:
    """For each rule the frames of each bank of a language that has any; `without` leaves one bank out."""
    return _collected(french, without, wanted=False)


def specs(french: bool, without: str = "") -> dict[str, list[list[str]]]:
    """The same for whole messages, by their calls."""
    return _collected(french, without, wanted=True)


def _collected(french: bool, without: str, wanted: bool) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for voice in names():
        if (voice in FRENCH) != french or voice == without:
            continue
        for section, bank in frames(voice).items():
            if is_spec(section) == wanted and bank:
                found.setdefault(section, []).append(bank)
    return found


def is_spec(section: str) -> bool:
    """True for a section that lists calls."""
    return ";" in section


def weighted(old: list[str], banks: list[list[str]], share: float = 0.5) -> list[str]:
    """`old` and the banks' frames, repeated so that a uniform choice takes one of the banks in `share` of the cases."""
    new = [frame for bank in banks for frame in bank]
    if not new:
        return old
    times = max(1, round(len(old) * share / (1 - share) / len(new)))
    return [*old, *(frame for _ in range(times) for frame in new)]


def merged(old: Mapping[str, list[str]], banks: Mapping[str, list[list[str]]]) -> dict[str, list[str]]:
    """The rules of a language with the frames of its banks. ValueError for a section that names no rule."""
    unknown = sorted(set(banks) - set(old))
    if unknown:
        raise ValueError(f"no such rule: {', '.join(unknown)}")
    return {name: weighted(templates, banks.get(name, [])) for name, templates in old.items()}
