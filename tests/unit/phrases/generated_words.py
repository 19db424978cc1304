"""The words and sentence frames, English and French, from which generated phrases are composed.

Written apart from bot.phrases on purpose, so that a word missing there is noticed here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

_ELISION = re.compile(r"\b(d|D)e (?=[aàâeéèêiouh])")
_CONTRACTIONS = (("à le ", "au "), ("à les ", "aux "), ("de le ", "du "), ("de les ", "des "))
_REAL_WORDS = frozenset(  # words and first names, nobody's slip
    ["amy", "anvil", "arch", "avail", "frida", "hardi", "javier", "jedi", "juan", "jul", "jun", "juno", "jury", "landi",
     "lund", "mach", "marc", "mari", "maria", "marie", "marsh", "marti", "match", "maya", "merch", "mia", "mya",
     "sundae", "sundry", "sunray", "tardi"]
)  # fmt: skip


@dataclass(frozen=True)
class Tongue:
    """A language: the names of days and months, each with its short forms, and frames of phrases."""

    name: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    frames: Mapping[str, str]

    def say(self, draw: Random, frame: str, **parts: object) -> str:
        """One of the frame's ways to say it."""
        return self.joined(draw.choice(self.frames[frame].split("|")).format(**parts))

    def joined(self, text: str) -> str:
        """The text with French elisions and contractions ("de le 3" is "du 3"); English as it is."""
        if self.name == "french":
            for apart, together in _CONTRACTIONS:
                text = text.replace(apart, together)
            text = _ELISION.sub(r"\1'", text)
        return text

    def weekday(self, draw: Random, weekday: int, style: str = "full") -> str:
        """A weekday's name: "full", "short", or with a "slip"."""
        return self._name(draw, self.weekdays[weekday], style)

    def month(self, draw: Random, month: int, style: str = "full") -> str:
        """A month's name: "full", "short", or with a "slip"."""
        return self._name(draw, self.months[month - 1], style)

    def ordinal(self, day: int) -> str:
        """3rd in English; in French only the first has an ordinal."""
        if self.name == "french":
            return "1er" if day == 1 else str(day)
        ending = "th" if 10 < day % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
        return f"{day}{ending}"

    def _name(self, draw: Random, forms: str, style: str) -> str:
        full, *short = forms.split()
        if style == "short":
            return draw.choice(short or [full])
        return slip(draw, full) if style == "slip" else full


ENGLISH = Tongue(
    "english",
    ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat",
     "sunday sun"),
    ("january jan", "february feb", "march", "april apr", "may", "june jun", "july jul", "august aug",
     "september sep sept", "october oct", "november nov", "december dec"),
    {
        "bare": "{d}|on {d}|{d}",
        "weekday-1": "last {d}|on last {d}|last {d}", "weekday0": "this {d}", "weekday1": "next {d}",
        "day-2": "the day before yesterday|day before yesterday", "day-1": "yesterday", "day0": "today",
        "day1": "tomorrow", "day2": "the day after tomorrow|day after tomorrow",
        "ago_day": "{n} days ago", "ahead_day": "in {n} days", "ago_week": "{n} weeks ago",
        "ahead_week": "in {n} weeks",
        "number": "the {o}|the {o}|{o}", "number_alone": "the {o}|on the {o}|the {n}",
        "date": "{n} {m}|{o} {m}|the {o} of {m}|{m} {n}|{m} {o}|the {o} {m}",
        "date_year": "{n} {m} {y}|{m} {n}, {y}|{m} {n} {y}|the {o} of {m} {y}|{o} {m} {y}|{m} {o}, {y}",
        "weekday_date": "{d} {n} {m}|{d} the {o} of {m}|{d}, {m} {n}|{d} {m} {o}|{d} {o} {m}",
        "weekday_number": "{d} the {o}|{d} {o}|on {d} the {o}",
        "week-1": "last week", "week0": "this week", "week1": "next week", "week_number": "week {n}",
        "week_year": "week {n} of {y}|week {n} {y}|week {n}, {y}", "week_of": "the week of {x}|week of {x}",
        "weeks": "week {a} to week {b}|weeks {a} to {b}|from week {a} to week {b}|weeks {a}-{b}",
        "weekday_week": "{d} of {w}|on {d} of {w}|{d} {w}", "weekday_list_week": "{d} of {w}",
        "range": "from {a} to {b}|{a} to {b}|{a} - {b}|between {a} and {b}|from {a} until {b}|{a} through {b}|"
                 "{a} till {b}",
        "range_tight": "{a}-{b}|{a} - {b}|{a}–{b}",
        "weekdays_week": "{a} to {b} of {w}|from {a} to {b} of {w}|{a} to {b} {w}|{a}-{b} {w}",
        "numbers_month": "{a}-{b} {m}|from {a} to {b} {m}|{a} to {b} {m}|{m} {a}-{b}|{oa} to {ob} {m}|"
                         "from the {oa} to the {ob} of {m}|between the {oa} and the {ob} of {m}",
        "month": "{m}|in {m}|all of {m}|the month of {m}", "month_year": "{m} {y}|in {m} {y}|all of {m} {y}",
        "month-1": "last month", "month0": "this month", "month1": "next month",
        "months": "{a} to {b}|from {a} to {b}|{a}-{b}",
        "every": "every {d}|each {d}|{d}s",
        "every_month": "every {d} in {m}|every {d} of {m}|{d}s in {m}|each {d} in {m}",
        "every_span": "every {d} {s}|every {d} of {s}|{d}s {s}",
        "every_two": "every {a} and {b} in {m}|every {a} and every {b} in {m}|{a}s and {b}s in {m}",
        "every_day": "every day {s}|every day of {s}|each day of {s}",
        "whole_week": "the whole week|all week|every day this week",
        "rest_week": "rest of the week|the rest of the week|the rest of this week",
        "rest_month": "rest of the month|the rest of the month|the rest of this month",
        "end_week": "until the end of the week|till the end of this week",
        "end_month": "until the end of the month|until the end of this month",
        "since": "since {x}", "until": "until {x}|till {x}|until {x}",
        "except": "{s} except {x}|{s} but not {x}|{s} without {x}|{s} except for {x}|{s} excluding {x}",
        "plural": "{d}s", "and": "and", "numbers_list": "{x} {m}|the {ox} of {m}|{m} {x}|{ox} {m}",
        "unknown": "as usual|someday|whenever|soon|a few days|apollo|all my days|the other day|some time|no idea|"
                   "never|hello|thanks|days|every|except|last|next|the|from|half a day|what about it|blue|"
                   "the same|my project|maybe|until|since|and|, ,|not sure yet|later on",
        "doubt": "{d} or so maybe|{d} blah|some {d}|{d} apollo|not {d}|{a} or {b}",
    },
)  # fmt: skip

FRENCH = Tongue(
    "french",
    ("lundi lun", "mardi", "mercredi mer", "jeudi jeu", "vendredi ven", "samedi sam", "dimanche dim"),
    ("janvier janv janv. jan", "février févr févr. fév", "mars", "avril avr avr.", "mai", "juin", "juillet juil juil.",
     "août", "septembre sept sept.", "octobre oct oct.", "novembre nov nov.", "décembre déc déc."),
    {
        "bare": "{d}|{d}|pour {d}",
        "weekday-1": "{d} dernier|{d} dernier|{d} passé", "weekday0": "ce {d}", "weekday1": "{d} prochain",
        "day-2": "avant-hier", "day-1": "hier", "day0": "aujourd'hui", "day1": "demain", "day2": "après-demain",
        "ago_day": "il y a {n} jours", "ahead_day": "dans {n} jours",
        "ago_week": "il y a {n} semaines", "ahead_week": "dans {n} semaines",
        "number": "le {o}", "number_alone": "le {o}|pour le {o}|le {n}",
        "date": "le {o} {m}|{o} {m}|{n} {m}", "date_year": "le {o} {m} {y}|{o} {m} {y}|{n} {m} {y}",
        "weekday_date": "{d} {o} {m}|le {d} {o} {m}|{d} le {o} {m}", "weekday_number": "{d} {o}|le {d} {o}",
        "week-1": "la semaine dernière|la semaine passée|la semaine dernière",
        "week0": "cette semaine|cette semaine-ci",
        "week1": "la semaine prochaine|la semaine suivante|la semaine prochaine", "week_number": "la semaine {n}",
        "week_year": "semaine {n} de {y}|la semaine {n} {y}|semaine {n} {y}",
        "week_of": "la semaine de {x}|semaine de {x}",
        "weeks": "semaine {a} à semaine {b}|semaines {a} à {b}|de la semaine {a} à la semaine {b}|semaines {a}-{b}",
        "weekday_week": "{d} de {w}|le {d} de {w}", "weekday_list_week": "{d} de {w}|le {d} de {w}",
        "range": "de {a} à {b}|{a} - {b}|entre {a} et {b}|de {a} jusqu'à {b}|{a} à {b}",
        "range_tight": "{a}-{b}|{a} - {b}|{a}–{b}",
        "weekdays_week": "du {a} au {b} de {w}|de {a} à {b} de {w}|{a} à {b} de {w}",
        "numbers_month": "du {oa} au {ob} {m}|{a}-{b} {m}|de {a} à {b} {m}|entre le {oa} et le {ob} {m}|"
                         "le {oa} au {ob} {m}",
        "month": "{m}|en {m}|tout {m}|le mois de {m}|au mois de {m}", "month_year": "{m} {y}|en {m} {y}",
        "month-1": "le mois dernier|le mois passé|le mois dernier", "month0": "ce mois-ci|ce mois",
        "month1": "le mois prochain",
        "months": "{a} à {b}|de {a} à {b}|{a}-{b}",
        "every": "tous les {d}s|chaque {d}|les {d}s",
        "every_month": "tous les {d}s de {m}|chaque {d} de {m}|les {d}s de {m}|tous les {d}s en {m}|chaque {d} en {m}",
        "every_span": "tous les {d}s de {s}|chaque {d} de {s}|les {d}s de {s}",
        "every_two": "tous les {a}s et {b}s de {m}|tous les {a}s et tous les {b}s de {m}|les {a}s et {b}s de {m}",
        "every_day": "tous les jours de {s}|chaque jour de {s}",
        "whole_week": "toute la semaine|tous les jours de cette semaine",
        "rest_week": "le reste de la semaine|reste de la semaine|le reste de cette semaine",
        "rest_month": "le reste du mois|reste du mois|le reste de ce mois",
        "end_week": "jusqu'à la fin de la semaine", "end_month": "jusqu'à la fin du mois",
        "since": "depuis {x}", "until": "jusqu'à {x}|jusqu’à {x}",
        "except": "{s} sauf {x}|{s} sans {x}|{s} excepté {x}|{s} à part {x}|{s} mais pas {x}",
        "plural": "les {d}s", "and": "et", "numbers_list": "les {x} {m}|{x} {m}|les {ox} {m}",
        "unknown": "comme d'habitude|un jour|bientôt|quelques jours|apollo|mes jours|l'autre jour|plus tard|"
                   "aucune idée|jamais|bonjour|merci|jours|chaque|sauf|dernier|prochain|le|depuis|demi-journée|"
                   "et alors|bleu|pareil|mon projet|peut-être|jusqu'à|et|, ,|je ne sais pas|à voir|quand tu veux",
        "doubt": "{d} ou presque|{d} bla|un {d} quelconque|{d} apollo|pas {d}|{a} ou {b}",
    },
)  # fmt: skip

TONGUES = (ENGLISH, FRENCH)
_NAMES = {
    name: (kind, at)
    for tongue in TONGUES
    for kind, rows in (("weekday", tongue.weekdays), ("month", tongue.months))
    for at, forms in enumerate(rows)
    for name in forms.split()
}


def slip(draw: Random, name: str) -> str:
    """The name with one letter swapped, doubled, lost or changed, never so that another word or name comes of it."""
    for _ in range(200):
        at = draw.randrange(1, len(name) - 1)
        ways = [name[:at] + name[at + 1] + name[at] + name[at + 2 :], name[:at] + name[at] + name[at:]]
        if len(name) > 4:
            ways += [name[:at] + name[at + 1 :], name[:at] + draw.choice("aeioklnprstuvwxz") + name[at + 1 :]]
        slipped = draw.choice(ways)
        if slipped not in _NAMES and slipped not in _REAL_WORDS and not _another(slipped, name):
            return slipped
    return name


def _another(slipped: str, name: str) -> bool:
    """Whether the slip could as well be one of another name."""
    return any(
        _slips(slipped, other) for other, meaning in _NAMES.items() if meaning != _NAMES[name] and len(other) > 3
    )


def _slips(word: str, name: str) -> bool:
    lost = {name[:at] + name[at + 1 :] for at in range(len(name))}
    added = {word[:at] + word[at + 1 :] for at in range(len(word))}
    swapped = {name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(len(name) - 1)}
    changed = len(word) == len(name) and sum(one != two for one, two in zip(word, name, strict=True)) < 2
    return word in lost or name in added or word in swapped or changed
