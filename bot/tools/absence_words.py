"""Words that can only be one reason for an absence, in English and French, and where they stand in a text.

"Off", "leave" and "holiday" alone are not among them: they do not say which reason it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.domain.timesheet import AbsenceReason
from bot.tools.marks import Mark, words_in
from bot.tools.names import plain

_USUAL: Mapping[str, tuple[str, ...]] = {
    "sick": (
        "sick",
        "off sick",
        "sick leave",
        "sick day",
        "sick days",
        "malade",
        "maladie",
        "arret maladie",
        "conge maladie",
    ),
    "paid_leave": ("paid leave", "annual leave", "conge paye", "conges payes", "conges paye", "cp"),
    "rtt": ("rtt", "rtts"),
}


_LIKELY = (
    "dentist doctor doc gp physio surgery hospital flu fever migraine holiday holidays vacation "
    "dentiste medecin docteur kine hopital grippe fievre migraine vacances conge conges"
)
_DAYS = """monday tuesday wednesday thursday friday mon tue tues wed weds thu thur thurs fri today tomorrow yesterday
    week"""
_LIKELY_PHRASES = ("day off", "time off", *(f"{day} off" for day in _DAYS.split()))


def reason_named(phrase: str, reasons: Iterable[AbsenceReason]) -> str:
    """The code of the reason that the phrase as a whole names; empty when it names none."""
    return _by_words(reasons).get(plain(phrase), "")


def absences_in(bare: str, reasons: Iterable[AbsenceReason]) -> list[Mark]:
    """The reasons that stand in a text as whole words; `text` of a mark is the reason's code."""
    known = _by_words(reasons)
    return [Mark(start, end, "reason", known[words]) for start, end, words in words_in(bare, sorted(known))]


def likely_absences_in(bare: str) -> list[str]:
    """Words that mostly tell of an absence, as they were typed: enough to ask about one, not to write it."""
    words = sorted({*_LIKELY.split(), *_LIKELY_PHRASES})
    return [bare[start:end] for start, end, _ in words_in(bare, words)]


def _by_words(reasons: Iterable[AbsenceReason]) -> dict[str, str]:
    named = [(plain(words), r.code) for r in reasons for words in (r.code, r.label, *_USUAL.get(r.code, ()))]
    return {words: code for words, code in named if words}
