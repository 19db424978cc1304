# ruff: noqa: E501, SIM905 (a bank of phrases: lines are as long as they need)
"""French date phrases. A phrase is copied whole; "le" is kept before a number only, "pour", "pendant" and "en" are not part of it."""

from __future__ import annotations

from training.dialogues.grammar import Rnd, pick

FULL = ["lundi", "mardi", "mercredi", "jeudi", "vendredi"]
SHORT = ["lun", "mar", "mer", "jeu", "ven"]
TYPOS = [["ludni", "lunid", "lndi"], ["madri", "mrdi", "mardii"], ["mercerdi", "mecredi", "mercrdi", "mercedi", "mercrredi"], ["juedi", "jeuid", "jedui"],
         ["vendedi", "vendrdi", "venderdi", "vednredi", "vendreid"]]  # fmt: skip
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
MONTHS_SHORT = "janv févr avr juil sept oct nov déc".split()


def weekday(rnd: Rnd, at: int | None = None, style: int | None = None) -> str:
    if at is None:
        at = int(rnd() * 5)
        if rnd() < 0.02:
            return pick(rnd, ["samedi", "dimanche"])
    if style is None:
        style = 0 if rnd() < 0.88 else 1
    if style == 0:
        return FULL[at] if rnd() > 0.06 else pick(rnd, TYPOS[at])
    return SHORT[at]


def month(rnd: Rnd) -> str:
    return pick(rnd, MONTHS) if rnd() < 0.85 else pick(rnd, MONTHS_SHORT)


def number(rnd: Rnd) -> int:
    return 1 + int(rnd() * 31)


def _day_number(n: int) -> str:
    return "1er" if n == 1 else str(n)


def dated(rnd: Rnd) -> str:
    n, roll = number(rnd), rnd()
    if roll < 0.34:
        return f"le {_day_number(n)}"
    if roll < 0.58:
        return f"le {_day_number(n)} {month(rnd)}"
    if roll < 0.66:
        return f"{_day_number(n)} {month(rnd)}"
    if roll < 0.74:
        return f"le {n:02d}/{1 + int(rnd() * 12):02d}"
    if roll < 0.80:
        return f"{n}/{1 + int(rnd() * 12)}"
    if roll < 0.83:
        return f"{n:02d}/{1 + int(rnd() * 12):02d}/{2024 + int(rnd() * 4)}"
    if roll < 0.85:
        return f"{2024 + int(rnd() * 4)}-{1 + int(rnd() * 12):02d}-{n:02d}"
    if roll < 0.92:
        return f"{weekday(rnd, None, 0)} {n}"
    if roll < 0.96:
        return f"{weekday(rnd, None, 0)} {n} {month(rnd)}"
    return pick(rnd, ["le premier mai", "le premier", "le dernier jour du mois", "le dernier vendredi du mois", "le premier lundi de mars", "le lundi de pâques",
                       "la veille de noël", "le 2ème mardi du mois", "le 24 décembre", "le 31"])  # fmt: skip


def relative(rnd: Rnd) -> str:
    if rnd() < 0.75:
        return pick(rnd, ["aujourd'hui", "aujourd'hui", "hier", "hier", "hier", "demain", "demain", "demain"])
    return pick(rnd, ["auj", "ajd", "aujourdhui", "aujourd hui", "avant-hier", "avant hier", "après-demain", "apres demain", "dem", "il y a 2 jours", "dans 2 jours",
                       "il y a trois jours", "ce jour", "la veille", "aujoud'hui", "aujourd'hui", "demian", "l'autre jour", "dans trois jours", "ajrd"])  # fmt: skip


def day(rnd: Rnd) -> tuple[str, str]:
    roll = rnd()
    if roll < 0.46:
        return weekday(rnd), "day"
    if roll < 0.64:
        return relative(rnd), "rel"
    if roll < 0.76:
        d = weekday(rnd, None, 0)
        return pick(rnd, _NEAR).format(d=d), "rel"
    return dated(rnd), "num"


_NEAR = ["{d} dernier", "{d} dernier", "{d} prochain", "{d} prochain", "ce {d}", "{d} passé", "{d} de la semaine dernière", "{d} de la semaine prochaine",
         "{d} de cette semaine", "{d} en huit", "{d} suivant", "{d} d'avant", "{d} qui vient", "{d} de la semaine passée"]  # fmt: skip
_SEPARATORS = [" et ", " et ", " et ", ", ", "/", " & ", " + ", " ", " puis ", " ainsi que ", "+", ","]


def several(rnd: Rnd) -> str:
    roll = rnd()
    if roll < 0.1:
        return pick(rnd, ["hier et aujourd'hui", "aujourd'hui et demain", "auj et demain", "demain et après-demain", "hier et avant-hier", "les mardis et jeudis",
                           "les lundis et vendredis", "lun mar mer", "mar/jeu", "lundi mardi", "lundi mardi mercredi", "jeu ven", "lun et mar", "les deux jours",
                           "hier et auj", "jeudi vendredi", "demain et vendredi", "aujourd'hui et lundi", "lun mer ven", "L et M", "hier + auj"])  # fmt: skip
    if roll < 0.3:
        picked = sorted({1 + int(rnd() * 28) for _ in range(2 + int(rnd() * 3))})
        if len(picked) < 2:
            picked = [3, 17]
        style = int(rnd() * 3)
        if style == 0:
            m = 1 + int(rnd() * 12)
            return pick(rnd, [", ", " et ", " + ", " & "]).join([f"{n}/{m}" for n in picked])
        joined = _join(rnd, [str(n) for n in picked])
        text = ("les " if rnd() < 0.75 else "le ") + joined
        return f"{text} {month(rnd)}" if style == 1 else text
    count = 2 if rnd() < 0.65 else 3
    at = sorted({int(rnd() * 5) for _ in range(count + 1)})[:count]
    if len(at) < 2:
        at = [0, 3]
    style = 0 if rnd() < 0.85 else 1
    joined = _join(rnd, [weekday(rnd, i, style) for i in at])
    if rnd() < 0.12:
        joined += pick(
            rnd, [" de la semaine dernière", " derniers", " prochains", " de cette semaine", " de la semaine prochaine"]
        )
    return joined


def _join(rnd: Rnd, texts: list[str]) -> str:
    if len(texts) < 3:
        return pick(rnd, _SEPARATORS).join(texts)
    separator = pick(rnd, [", ", ", ", " ", ",", "/", " et "])
    last = pick(rnd, [" et ", " et ", separator]) if separator in (", ", " ", ",") else separator
    return separator.join(texts[:-1]) + last + texts[-1]


def span(rnd: Rnd) -> tuple[str, str]:
    roll = rnd()
    if roll < 0.58:
        a = int(rnd() * 4)
        b = a + 1 + int(rnd() * (4 - a))
        style = 0 if rnd() < 0.82 else 1
        first, second = weekday(rnd, a, style), weekday(rnd, b, style)
        shape = pick(rnd, _SHAPES if style == 0 else _SHAPES[4:])
        text = shape.format(a=first, b=second)
        if rnd() < 0.08:
            text += pick(
                rnd, [" de la semaine dernière", " dernier", " prochain", " inclus", " compris", " de cette semaine"]
            )
        return text, "range"
    if roll < 0.85:
        a = 1 + int(rnd() * 24)
        b = a + 1 + int(rnd() * 6)
        m, n = month(rnd), 1 + int(rnd() * 12)
        y = 2024 + int(rnd() * 4)
        return pick(rnd, _NUMBERED).format(a=_day_number(a), b=b, m=m, n=n, y=y), "range"
    return pick(rnd, _OPEN).format(d=pick(rnd, FULL), n=number(rnd), m=month(rnd)), "adv"


_SHAPES = ["de {a} à {b}", "du {a} au {b}", "du {a} au {b}", "de {a} jusqu'à {b}", "{a} à {b}", "{a}-{b}", "{a} - {b}", "{a} au {b}", "{a} jusqu'à {b}", "{a} a {b}",
           "entre {a} et {b}", "{a} jusqu'au {b}", "{a} -> {b}"]  # fmt: skip
_NUMBERED = ["du {a} au {b}", "du {a} au {b}", "du {a} au {b} {m}", "du {a} au {b} {m}", "du {a} jusqu'au {b}", "{a} au {b} {m}", "{a}/{n} au {b}/{n}", "du {a}/{n} au {b}/{n}",
             "{a}-{b} {m}", "entre le {a} et le {b}", "{a}/{n}-{b}/{n}", "le {a} jusqu'au {b}", "du {a} au {b} inclus", "{a} au {b}", "du {a}/{n}/{y} au {b}/{n}/{y}"]  # fmt: skip
_OPEN = ["depuis {d}", "depuis {d}", "jusqu'à {d}", "à partir de {d}", "depuis le {n}", "à partir du {n}", "jusqu'à la fin de la semaine", "depuis hier", "jusqu'au {n}",
         "depuis {d} dernier", "dès {d}", "à compter du {n} {m}", "depuis le début de la semaine", "jusqu'à {d} inclus", "de {d} à la fin de la semaine",
         "d'aujourd'hui à {d}", "à partir de demain", "jusqu'à la fin du mois", "depuis le début du mois", "de demain à {d}", "jusque {d}", "jusqu'au {n} {m}"]  # fmt: skip
_SPANS = ["cette semaine", "cette semaine", "cette semaine", "la semaine dernière", "la semaine dernière", "la semaine prochaine", "la semaine prochaine", "la semaine",
          "la semaine passée", "la semaine {w}", "semaine {w}", "sem {w}", "s{w}", "la semaine du {n}", "la semaine du {n} {m}", "le reste de la semaine", "le reste du mois",
          "la fin de la semaine", "le début de la semaine", "les deux dernières semaines", "les trois derniers jours", "les 3 prochains jours", "ces deux derniers jours",
          "la première semaine de {m}", "la dernière semaine de {m}", "les deux premières semaines de {m}", "la semaine entière", "les autres jours", "les jours restants",
          "ce mois-ci", "le mois dernier", "le mois prochain", "ce mois", "la première quinzaine de {m}", "la semaine d'avant", "la semaine suivante",
          "la 2e moitié de la semaine", "la derniere semaine", "la semaine derniere", "semaine derniere", "la semaine pro", "semaine prochaine", "cette semaien",
          "cette sem", "la sem dernière", "les deux prochains jours", "le week-end", "la fin du mois", "le début du mois", "les 2 prochaines semaines"]  # fmt: skip
_ADVERBS = ["toute la semaine", "toute la semaine", "toute la semaine", "toute la semaine dernière", "toute cette semaine", "tous les jours", "tous les jours cette semaine",
            "chaque jour", "tout le mois", "tout {m}", "tout le mois de {m}", "tous les {d}s", "tous les {d}s de {m}", "chaque {d}", "chaque {d} de {m}", "les {d}s",
            "les {d}s de {m}", "un {d} sur deux", "tous les {d}s du mois", "tous les {d}s en {m}", "tous les jours depuis {d}", "toute la sem", "tte la semaine",
            "ttes les semaines", "tous les {d} et {e}", "les {d}s et {e}s", "tous les jours de la semaine", "chaque jour de la semaine dernière",
            "toute la semaine prochaine", "chaque {d} ce mois-ci", "tous les jours ouvrés", "l'ensemble de la semaine"]  # fmt: skip
_WHOLES = ["la semaine dernière", "cette semaine", "toute la semaine", "la semaine prochaine", "tout le mois", "tous les jours", "du lundi au vendredi", "lun-ven",
           "la semaine", "de lundi à vendredi", "le mois de {m}", "semaine {w}", "du 3 au 12", "la semaine passée", "le reste de la semaine"]  # fmt: skip
_EXCEPT = [" sauf {x}", " sauf {x}", " sauf le {x}", " hors {x}", " moins {x}", " à part {x}", " excepté {x}", " mais pas {x}", ", pas {x}", " sans {x}", " hormis {x}",
           " à l'exception de {x}", ", sauf {x}", " sauf {x} et vendredi", " (sauf {x})", " mais pas le {x}", " en dehors de {x}"]  # fmt: skip


def week(rnd: Rnd) -> tuple[str, str]:
    roll = rnd()
    if roll < 0.52:
        return _fill(rnd, pick(rnd, _SPANS)), "span"
    if roll < 0.8:
        return _fill(rnd, pick(rnd, _ADVERBS)), "adv"
    if roll < 0.91:
        return _fill(rnd, pick(rnd, _WHOLES)) + pick(rnd, _EXCEPT).format(x=pick(rnd, FULL)), "adv"
    return (month(rnd) if rnd() < 0.8 else f"{month(rnd)} {2024 + int(rnd() * 4)}"), "month"


def _fill(rnd: Rnd, text: str) -> str:
    if "{" not in text:
        return text
    text = text.format(d=pick(rnd, FULL), e=pick(rnd, FULL), m=month(rnd), n=number(rnd), w=1 + int(rnd() * 52))
    return (
        text.replace(" de avr", " d'avr").replace(" de ao", " d'ao").replace(" de oct", " d'oct")
        if rnd() < 0.85
        else text
    )


def report_month(rnd: Rnd) -> str:
    roll = rnd()
    if roll < 0.7:
        return month(rnd)
    if roll < 0.87:
        return pick(rnd, ["le mois dernier", "ce mois-ci", "ce mois", "le mois prochain", "le mois en cours", "le mois passé", "le mois précédent", "le mois courant",
                           "le mois d'avant", "le mois derneir"])  # fmt: skip
    if roll < 0.95:
        return f"{month(rnd)} {2024 + int(rnd() * 4)}"
    return f"{1 + int(rnd() * 12):02d}/{2024 + int(rnd() * 4)}"


def week_phrase(rnd: Rnd) -> str:
    return _fill(rnd, pick(rnd, ["la semaine {w}", "semaine {w}", "la semaine prochaine", "cette semaine", "la semaine dernière", "s{w}", "la semaine du {n}",
                                  "la semaine du {n} {m}", "la première semaine de {m}", "la dernière semaine de {m}", "la sem {w}", "la semaine numéro {w}"]))  # fmt: skip
