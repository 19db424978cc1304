# ruff: noqa: E501, SIM905 (a bank of phrases: lines are as long as they need)
"""How much of a day: the phrase that is copied, and how people put it into a sentence.

The copied span keeps "a", "un", "une" (they count: "a quarter", "half a day"), and leaves out "at", "à", "the", "only".
"""

from __future__ import annotations

from collections.abc import Sequence

from training.dialogues.grammar import Parts, Rnd, Slot

_EN: dict[str, Sequence[str]] = {
    "num": ("50%", "50%", "50%", "25%", "75%", "100%", "50 %", "25 %", "75 %", "50 percent", "25 percent", "75 percent", "50pc", "50", "25", "75", "100", "50 pct",
            "50 per cent", "fifty percent", "0.5", "0.25", "1/2", "1/4", "3/4", "80%", "30%", "60 %", "10%", "33%", "40%", "90 %", "20%", "fifty percent", "100 percent",
            "150%", "75 per cent", "twenty five percent", "seventy five percent", "5%", "70%"),
    "frac": ("half", "half", "half", "a half", "a quarter", "a quarter", "quarter", "three quarters", "3 quarters", "one quarter", "two thirds", "a third", "half the day",
             "half of the day", "a quarter of the day", "three quarters of the day", "half of each day", "a quarter of each day", "half my time", "half of my time",
             "a quarter of my time", "half time", "part time", "half-time", "a bit more than half", "one fourth", "the other half"),
    "days": ("half days", "half days", "half day", "half a day", "half a day", "half-days", "half-day", "a half day", "full days", "full day", "whole days",
             "quarter days", "quarter day", "a quarter day", "a full day", "whole day", "all day", "full time", "hlaf days", "half dya", "haf day", "1/2 day", "1/4 day",
             "0.5 day", "0.5 days", "half dys", "3/4 of a day", "three quarters of a day", "a quarter of a day", "entire day", "one half day", "all day long"),
    "part": ("morning", "morning", "afternoon", "afternoon", "mornings", "afternoons", "afternoons", "pm", "mrning", "moring", "aftenoon", "arvo", "evening", "aft"),
    "hours": ("2h", "4h", "3 hours", "2 hours", "4 hours", "half an hour", "two hours", "an hour", "6h", "1h30", "3h", "8 hours", "1 hour", "30 min", "four hours", "7h"),
}  # fmt: skip
_LEADS_EN: dict[str, Sequence[tuple[str, str]]] = {
    "num": ((" at ", ""), (" at ", ""), (", ", ""), (" ", ""), (" ", ""), (" (", ")"), (" - ", ""), (" for ", ""), (" @ ", ""), (" @", ""), (", at ", ""), (" with ", ""),
            (" at ", " each"), (", ", " each day"), (": ", ""), (" at about ", ""), (", only ", ""), (" at roughly ", ""), (" ", " only"), (" ", " of the day"), (", about ", ""),
            (" at ", " of my time"), (" just ", "")),
    "frac": ((", ", ""), (" ", ""), (" for ", ""), (", ", " only"), (" - ", ""), (" (", ")"), (" at ", ""), (", only ", ""), (", just ", ""), (" for about ", "")),
    "days": ((" ", ""), (", ", ""), (", ", ""), (" for ", ""), (", ", " only"), (" - ", ""), (" (", ")"), (", only ", ""), (" as ", ""), (", just ", ""), (" but only ", ""),
             (", ", " each"), (": ", ""), (" but ", ""), (" only ", "")),
    "part": ((" in the ", ""), (" in the ", ""), (" the ", ""), (" ", ""), (", ", ""), (", only the ", ""), (", ", " only"), (" only the ", ""), (" (", ")"), (", in the ", ""),
             (", just the ", ""), (" but only in the ", ""), (" during the ", "")),
    "hours": ((" for ", ""), (", ", ""), (" ", ""), (" (", ")"), (" about ", ""), (", roughly ", "")),
}  # fmt: skip
_FR: dict[str, Sequence[str]] = {
    "num": ("50%", "50%", "50 %", "50 %", "25%", "75%", "25 %", "75 %", "100%", "100 %", "50 pourcent", "25 pour cent", "50", "25", "75", "80%", "30 %", "60%", "10 %", "0,5", "1/2",
            "3/4", "40%", "33 %", "90%", "cinquante pour cent", "50 pct", "50 pour cent", "1/4"),
    "frac": ("mi-temps", "mi-temps", "mi temps", "la moitié", "moitié", "un quart", "un quart", "trois quarts", "un quart de journée", "trois quarts de journée", "un tiers",
             "un quart de temps", "la moitié de la journée", "la moitié du temps", "un quart de la journée", "temps partiel", "trois quart", "1 quart"),
    "days": ("demi-journée", "demi-journées", "demi journée", "demi-journées", "une demi-journée", "demi journées", "journée entière", "journées entières", "demi-journee", "1/2 journée",
             "une demi journée", "une demie journée", "demies-journées", "demi-jour", "journée complète", "demi jours", "une demie", "1/2 j", "0,5 j", "plein temps", "temps plein",
             "journées complètes", "demie journée", "une journée entière", "demi-jrnée"),
    "part": ("matin", "matin", "après-midi", "après-midi", "matins", "matinée", "matinées", "après-midis", "aprem", "aprèm", "apres midi", "après midi"),
    "hours": ("2h", "4h", "3 heures", "deux heures", "1h30", "une heure", "3h", "quatre heures", "30 min", "6h"),
}  # fmt: skip
_LEADS_FR: dict[str, Sequence[tuple[str, str]]] = {
    "num": ((" à ", ""), (" à ", ""), (" à ", ""), (", ", ""), (" ", ""), (" (", ")"), (" - ", ""), (", à ", ""), (" : ", ""), (" a ", ""), (" à ", " seulement"), (", ", " chaque jour"),
            (" à ", " de mon temps"), (" à peu près à ", ""), (" à hauteur de ", "")),
    "frac": ((" à ", ""), (", à ", ""), (", ", ""), (" ", ""), (" (", ")"), (", ", " seulement"), (" pour ", "")),
    "days": ((" en ", ""), (", ", ""), (" ", ""), (", ", " seulement"), (" par ", ""), (" (", ")"), (", que ", ""), (" - ", ""), (" mais seulement ", ""), (" pour ", "")),
    "part": ((" le ", ""), (", le ", ""), (" ", ""), (", seulement le ", ""), (", que le ", ""), (" (", ")"), (", juste le ", ""), (" uniquement le ", ""), (" au ", ""), (" dans la ", "")),
    "hours": ((" pendant ", ""), (", ", ""), (" ", ""), (" (", ")"), (" pour ", ""), (", environ ", "")),
}  # fmt: skip

_BARE = frozenset("50 25 75 100 1/2 1/4 3/4 0.5 0,5 0.25".split())
_BARE_EN = ((" at ", ""), (", at ", ""), (" @ ", ""), (" at ", " each"), (" at ", " per day"))
_BARE_FR = ((" à ", ""), (", à ", ""), (" à ", " par jour"))
_KINDS = ("num",) * 9 + ("frac",) * 4 + ("days",) * 7 + ("part",) * 6 + ("hours",) * 1


class Percent(Slot):
    """A share of the day; `put` writes it after what it belongs to, with a leading space or comma."""

    __slots__ = ("french", "kind")

    def __init__(self, value: str, kind: str, french: bool) -> None:
        super().__init__(value)
        self.kind = kind
        self.french = french

    def put(self, rnd: Rnd, out: Parts) -> None:
        leads: Sequence[tuple[str, str]]
        if self.value in _BARE:
            leads = _BARE_FR if self.french else _BARE_EN
        else:
            leads = (_LEADS_FR if self.french else _LEADS_EN)[self.kind]
        pre, post = leads[int(rnd() * len(leads))]
        if self.french and self.kind == "frac" and pre.endswith("à ") and not self.value.startswith("mi"):
            pre = ", "
        if self.french and self.kind == "part":
            pre = _article(pre, self.value)
        out.append((pre, None))
        out.append((self.value, self))
        out.append((post, None))


def _article(lead: str, value: str) -> str:
    """Agreement of a French lead with the part of the day that follows."""
    word = value.lower()
    vowel = word[0] in "aà"
    if lead.endswith(" dans la ") and not word.startswith("matinée"):
        return " le " if not vowel else " l'"
    if lead.endswith("le "):
        if word.endswith("s") and not vowel:
            return lead[:-3] + "les "
        if vowel and len(word) > 2:
            return lead[:-3] + ("les " if word.endswith("s") else "l'")
        if word == "matinée":
            return lead[:-3] + "la "
    return " le " if lead == " au " and not vowel else " " if lead == " au " else lead


def choose(rnd: Rnd, french: bool, kinds: Sequence[str] = _KINDS) -> tuple[str, str]:
    """A phrase and its kind."""
    kind = kinds[int(rnd() * len(kinds))]
    options = (_FR if french else _EN)[kind]
    return options[int(rnd() * len(options))], kind


IMPOSSIBLE = frozenset([*"80% 30% 60% 10% 33% 40% 90% 20% 150% 5% 70%".split(), "60 %", "90 %", "30 %", "33 %", "10 %"])
"""Shares that are no quarter of a day: copied as they are, code asks."""
