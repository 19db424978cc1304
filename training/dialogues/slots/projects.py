# ruff: noqa: E501, SIM905 (a bank of phrases: lines are as long as they need)
"""Names of projects as people type them: invented syllables, words, codes, clients, and names that look like something else."""

from __future__ import annotations

import random

from training.dialogues.grammar import Parts, Rnd, Slot, pick
from training.dialogues.noise import Voice, typo
from training.dialogues.slots import words

_ONSETS = [
    *"b c d f g h j k l m n p r s t v w z b d f g k l m n p r s t v br cr dr fl gr kl pl pr sh st tr th ch".split(),
    "",
]
_VOWELS = "a e i o u a e i o u a e i o u ia ea io oo ou y".split()
_CODAS = ["", "", "", "n", "r", "s", "x", "l", "m", "k", "t", "rk", "nd", "st", "ph", "th"]
_LETTERS = "ABCDEFGHIJKLMNOPRSTUVWXZ"
_DIGITS = "0123456789"


def syllables(rnd: Rnd) -> str:
    """A pronounceable word nobody has heard."""
    out = []
    for _ in range(2 if rnd() < 0.6 else 3):
        out.append(pick(rnd, _ONSETS) + pick(rnd, _VOWELS))
    word = "".join(out) + pick(rnd, _CODAS)
    return word if len(word) > 3 else word + pick(rnd, _ONSETS[:18]) + pick(rnd, "aeiou")


def word(rnd: Rnd) -> str:
    return pick(rnd, words.FRENCH if rnd() < 0.25 else words.ENGLISH)


_RESERVED = frozenset(
    "mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec lun mar mer jeu ven sam dim avr mai am pm cp rtt all "
    "yes no ok off out and not ill flu log put add day week half et du le la les de un une pas oui non the for del was did had has "
    "w s q wk mo tu we th fr sa su m d h j pt al pto aug sept mars juin et ou au aux en an to in on at it is be by me my us but can may now new old any per via she him who why how its our ill bed end too two one six ten see say let get got set "
    "cop fri yet ago bit lot due big bad top job man boy car can ces ses mes tes ton son mon nos vos moi toi lui eux qui que quoi car mais donc comme pour sur dans "
    "jour mois date copy wipe send rest team time work full free done also only just then than them this that with what when were here there have".split()
)
"""Letters that mean something else in a message: never a code, nor the letters before its digits."""


def code(rnd: Rnd) -> str:
    """A project code such as WEB-12, K7, APO or CRM2."""
    while True:
        found = _code(rnd)
        letters = "".join([c for c in found.lower() if c.isalpha()])
        if letters not in _RESERVED and not (found[0].isdigit() and len(letters) == 1 and letters in "hdjmswt"):
            return found


def _code(rnd: Rnd) -> str:
    roll = rnd()
    letters = "".join([pick(rnd, _LETTERS) for _ in range(1 + int(rnd() * 4))])
    digits = "".join([pick(rnd, _DIGITS) for _ in range(1 + int(rnd() * 3))])
    if roll < 0.22:
        return (word(rnd)[: 3 + int(rnd() * 2)]).upper()
    if roll < 0.45:
        return letters + digits
    if roll < 0.62:
        return letters + "-" + digits
    if roll < 0.7:
        return letters + pick(rnd, _DIGITS) + pick(rnd, _LETTERS)
    if roll < 0.76:
        return pick(rnd, "123456789") + letters
    if roll < 0.82:
        return word(rnd).upper() + "-" + digits
    if roll < 0.87:
        return letters + "_" + pick(rnd, ["WEB", "APP", "OPS", "IT", "HR", "RND", digits])
    if roll < 0.91:
        return letters + "/" + digits
    if roll < 0.95:
        return word(rnd)[:3].upper() + digits
    return letters if len(letters) > 2 else letters + pick(rnd, ["RM", "PI", "TX", "GO"])


def company(rnd: Rnd) -> str:
    name = pick(rnd, words.COMPANIES)
    roll = rnd()
    if roll < 0.5:
        return name + " " + pick(rnd, words.COMPANY_TAILS)
    if roll < 0.75:
        return pick(rnd, words.COMPANY_HEADS) + " " + name
    if roll < 0.85:
        return name + " & " + pick(rnd, words.COMPANIES)
    return name


def title(rnd: Rnd) -> str:
    """A project name of one to three words."""
    roll = rnd()
    if roll < 0.3:
        return usual(rnd)
    if roll < 0.48:
        return syllables(rnd).capitalize()
    if roll < 0.74:
        return word(rnd).capitalize()
    if roll < 0.79:
        return word(rnd).capitalize() + " " + pick(rnd, words.SECOND).capitalize()
    if roll < 0.83:
        return pick(rnd, words.ADJECTIVES).capitalize() + " " + word(rnd).capitalize()
    if roll < 0.86:
        return syllables(rnd).capitalize() + " " + pick(rnd, words.SECOND).capitalize()
    if roll < 0.885:
        return word(rnd).capitalize() + " " + word(rnd).capitalize()
    if roll < 0.9:
        return word(rnd).capitalize() + pick(rnd, words.SECOND).capitalize()
    if roll < 0.92:
        return word(rnd).capitalize() + " " + pick(rnd, ["2", "3", "v2", "II", "X", "2.0", "9", "360", "24", "NG"])
    if roll < 0.93:
        return word(rnd) + "-" + word(rnd)
    if roll < 0.945:
        return word(rnd).capitalize() + " " + word(rnd).capitalize() + " " + pick(rnd, words.SECOND).capitalize()
    if roll < 0.975:
        return company(rnd)
    return word(rnd).capitalize() + " " + syllables(rnd).capitalize()


def usual(rnd: Rnd) -> str:
    """What most companies call their projects: "Payroll", "Harbour Lighting", "Refonte portail", "Quai de la Gare"."""
    french = rnd() < 0.35
    bank = words.BUSINESS_FR if french else words.BUSINESS
    first, second = pick(rnd, bank), pick(rnd, bank)
    roll = rnd()
    if roll < 0.25:
        return first.capitalize()
    if french and roll < 0.5:
        return first.capitalize() + pick(rnd, [" ", " ", " de ", " du ", " de la "]) + second
    if roll < 0.75:
        return first.capitalize() + " " + second.capitalize()
    if roll < 0.9:
        other = word(rnd).capitalize()
        return first.capitalize() + " " + other if french else other + " " + first.capitalize()
    if french:
        return first.capitalize() + " " + pick(rnd, words.ADJECTIVES) + " " + second
    return pick(rnd, words.ADJECTIVES).capitalize() + " " + first.capitalize() + " " + second.capitalize()


_ENGLISH_WRAPS = (
    ("project ", ""), ("the ", " project"), ("the project ", ""), ("", " project"), ("proj ", ""), ('"', '"'), ("“", "”"),
    ("'", "'"), ("our ", " project"), ("the ", " stuff"), ("", " stuff"), ("", " work"), ("", " things"), ("the ", " thing"),
    ("client ", ""), ("the client ", ""), ("that ", " thing"), ("good old ", ""), ("#", ""), ("*", "*"), ("my ", " work"),
    ("the ", " tickets"), ("", " tickets"), ("the ", " bugs"), ("", " meetings"), ("the ", " deployment"), ("the code ", ""),
    ("that damn ", ""), ("", " (the usual)"), ("the ", " release"), ("", " workshops"), ("", " reviews"), ("the good old ", ""),
    ("the ", " account"), ("the ", " kickoff"), ("", " kickoff"), ("the ", " retro"), ("the ", " hotfix"), ("the ", " spec"), ("", " docs"), ("the ", " incident"), ("", " paperwork"), ("the ", " cleanup"), ("the ", " presentation"), ("the ", " outage"), ("the ", " offsite"), ("", " interviews"), ("the ", " hand-over"), ("the ", " estimates"), ("the ", " launch"), ("the ", " rehearsal"), ("this ", " thing"), ("the bloody ", ""), ("the ", " guys"), ("the ", " people"), ("the ", " crew"), ("the ", " team"), ("the ", " job"), ("the ", " assignment"), ("the ", " contract"), ("the old ", " project"), ("", " again"), ("", " (yes, again)"), ("", " calls"), ("", " bugfixing"), ("the ", " demo"), ("the lovely ", ""),
)  # fmt: skip

_FRENCH_WRAPS = (
    ("le projet ", ""), ("projet ", ""), ("le projet ", ""), ("proj ", ""), ('"', '"'), ("« ", " »"), ("mon projet ", ""),
    ("notre projet ", ""), ("le client ", ""), ("le dossier ", ""), ("le chantier ", ""), ("ce fichu ", ""), ("les tickets ", ""),
    ("la mission ", ""), ("les bugs de ", ""), ("le code ", ""), ("les réunions ", ""), ("la recette de ", ""), ("mon cher ", ""), ("la démo ", ""), ("la mise en prod de ", ""), ("le lot ", ""), ("l'équipe ", ""), ("le kickoff ", ""), ("l'affaire ", ""), ("les specs ", ""), ("la doc de ", ""), ("le contrat ", ""), ("les gars de ", ""), ("", " encore"), ("la prestation ", ""),
)  # fmt: skip
_HARD_ENGLISH = (("project ", ""), ("the ", " project"), ("the project ", ""), ('"', '"'), ("the project called ", ""), ("“", "”"))  # fmt: skip
_HARD_FRENCH = (("le projet ", ""), ("projet ", ""), ('"', '"'), ("« ", " »"))


class Project(Slot):
    """A project's name; `hard` ones are only understood with "project" or quotes around them."""

    __slots__ = ("hard", "wraps")

    def __init__(self, value: str, french: bool, hard: bool = False) -> None:
        super().__init__(value)
        self.hard = hard
        self.wraps = (
            (_HARD_FRENCH if french else _HARD_ENGLISH) if hard else (_FRENCH_WRAPS if french else _ENGLISH_WRAPS)
        )

    def put(self, rnd: Rnd, out: Parts) -> None:
        if self.hard or rnd() < 0.14:
            wraps = self.wraps
            pre, post = wraps[int(rnd() * len(wraps))]
            out.append((pre, None))
            out.append((self.value, self))
            out.append((post, None))
        else:
            out.append((self.value, self))


def spell(rng: random.Random, voice: Voice) -> str:
    """One name as this person types it."""
    rnd = rng.random
    roll = rnd()
    if roll < 0.8:
        text = title(rnd)
        if rnd() < 0.06:
            text = typo(rnd, text)
        if rnd() < 0.03:
            text = text.upper()
    elif roll < 0.94:
        text = code(rnd)
        if rnd() < 0.3:
            text = text.lower()
    else:
        text = company(rnd)
    return voice.form(text)


def project(rng: random.Random, voice: Voice, hard: float = 0.0) -> Project:
    """A project slot; with probability `hard` a name that looks like something else."""
    if hard and rng.random() < hard:
        name = words.TRICKY[int(rng.random() * len(words.TRICKY))]
        return Project(voice.form(name), voice.french, hard=True)
    return Project(spell(rng, voice), voice.french)
