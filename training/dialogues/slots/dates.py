"""What every date slot has: a phrase, and the little words that may stand before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from training.dialogues.grammar import Parts, Rnd, Slot

LEADS_EN: Mapping[str, Sequence[str]] = {
    "day": ("on ", "on ", "", "", "for ", "", "on ", ""),
    "rel": ("", "", "", "for "),
    "num": ("on ", "on ", "", "for ", ""),
    "list": ("on ", "", "", "for ", "on "),
    "range": ("", "", "", "for ", ""),
    "span": ("", "", "for ", "during ", ""),
    "month": ("in ", "for ", "in "),
    "adv": ("", ""),
}
LEADS_FR: Mapping[str, Sequence[str]] = {
    "day": ("", "", "", "pour ", "le "),
    "rel": ("", "", "", "pour "),
    "num": ("", "", "", "pour "),
    "list": ("", "", "pour ", ""),
    "range": ("", "", "", "pour "),
    "span": ("", "", "pour ", "pendant "),
    "month": ("en ", "pour ", "en "),
    "adv": ("", ""),
}


class Dates(Slot):
    """A date phrase. `kind` says which prepositions suit it and what it can be combined with."""

    __slots__ = ("kind", "leads", "one")

    def __init__(self, value: str, kind: str, french: bool, one: bool = False) -> None:
        super().__init__(value)
        self.kind = kind
        self.leads = (LEADS_FR if french else LEADS_EN)[kind]
        self.one = one

    def put(self, rnd: Rnd, out: Parts) -> None:
        lead = self.leads[int(rnd() * len(self.leads))]
        if lead:
            out.append((lead, None))
        out.append((self.value, self))
