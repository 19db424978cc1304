"""Whose report a message is about. Tally writes nobody's report but the writer's own, whatever the model calls.

A name alone is not enough: "meeting with koen, apollo monday" is about the writer's own day. What counts is where the
name stands: as the one who is sick or worked, the one it is for, the one whose monday it is. So the message is read as
its words, with the colleague as `@` and projects as `#`: a project called like a colleague is a project.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import lru_cache

from bot.domain.timesheet import Employee, Project
from bot.phrases import days_in
from bot.tools.grounding import days_of, is_ordinary, project_places
from bot.tools.names import plain
from bot.tools.utterance import may_stand, places, tokens, words_of

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
MONDAY = re.compile(r"\bmon\b", re.IGNORECASE)
ENDS = frozenset(',;:.!?()"“”«»')

REASON = r"(?:sick|ill|off|on leave|on holiday|malade|absent|absente|en conge|en conges|en arret)"
STATE = (
    r"(?:is|was|were|isn t|wasn t|isnt|wasnt|has been|will be|ll be|won t be|wont be|est|etait|sera|a ete|n est pas"
    r"|n etait pas)"
)
DID = r"(?:has|had|did|took|takes|worked|works|will|a travaille|a pris|a fait|travaille|prend|travaillera)"
DAY = (
    r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|mondays|tuesdays|wednesdays|thursdays|fridays|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|janvier|fevrier|mars"
    r"|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|today|tomorrow|yesterday|tonight|aujourd|hier"
    r"|demain|week|month|day|days|morning|afternoon|semaine|mois|jour|jours|journee|journees|matin|\d+)"
)
REPORT = r"(?:report|timesheet|entries|hours|absence|absences|leave|time|rapport|temps|heures|cra)"
WHICH = r"(?:(?:last|next|this|whole|full|entire|half|own|other|sick|paid) )*"
GATHERING = r"(?:meeting|workshop|call|demo|review|standup|training|session|lunch|presentation|slot|team|project)"
POLITE = (
    r"(?:(?:hi|hello|hey|bonjour|salut|please|and|et|also|so|ok|then|puis|aussi|tally|could you|can you|peux tu"
    r"|tu peux|merci de) )*"
)
START = rf"(?:^|; ){POLITE}"
PUT = (
    r"(?:put|mark|log|note|book|record|enter|set|add|report|declare|mets|met|mettre|marque|marquer|noter|ajoute|ajouter"
    r"|enregistre|saisis|inscris)"
)


def _not_behind(words: str) -> str:
    """No match right behind any of these words: whole ones, since "demain" is not "in"."""
    return "".join(rf"(?<!\b{word} )" for word in words.split())


FIRST_PERSON = r"\b(?:i|me|my|we|us|our|je|j|moi|m|mon(?! *(?:;|$))|ma|mes|nous)\b"
OWN = rf"(?![^;]*{FIRST_PERSON})"
SAYING = r"(?:asked|told|said|says|asks|wants|wanted|thinks|suggested|confirmed|dit|veut|pense|demande|a dit|a demande)"
BESIDE = _not_behind("with avec because since while as when where car comme")
BEHALF = (
    _not_behind("cover covered covering in waited waiting wait thanks looking")
    + r"\b(?:for|pour|on behalf of|in the name of|a la place de|de la part de|au nom de)"
)
ABOUT = re.compile(
    rf"{BESIDE}@ {STATE} |{BESIDE}@ {STATE}$|{BESIDE}@ {DID} {OWN}"
    rf"|{BEHALF} @(?! s )"
    rf"|\b{PUT} (?:down |in )?@(?! s )"
    rf"|{START}{PUT} [^;]*\b(?:to|a) @(?! s )"
    rf"|@ s {REASON}\b"
    rf"|@ s {WHICH}(?:{REPORT}|{DAY}(?! {GATHERING}))(?: |$)"
    rf"|(?:{REPORT}|{DAY}) (?:of|de|d) @"
    rf"|{START}@ (?!; *$){OWN}(?!{SAYING} )(?:; {OWN})?(?:[^;]* )?(?:#|{REASON}|{DAY})(?: |$)"
)
SICK = re.compile(rf"{BESIDE}@ {STATE} (?:\w+ )?(?:sick|ill|malade|absent|absente|on leave|en conge)\b")
STOOD_IN = re.compile(
    r"\b(?:so|then|donc|alors|du coup) (?:i|j|je)(?: l)?(?: have| ve| ai)? ?"
    r"(?:covered|took over|(?:filled|stood|stepped) in(?! (?:his|her|their))|replaced|couvert|remplace|pris le relais)"
    r"\b"
)
PRONOUN = re.compile(
    r"\b(?:for|pour) (?:him|her|them|lui|elle|eux)\b|\bon (?:his|her|their) behalf\b|\bin (?:his|her|their) name\b"
    r"|\b(?:in|into|on|to) (?:his|her|their) (?:report|timesheet|sheet)\b|\ben (?:son|leur) nom\b"
    r"|\bdans (?:son|leur) (?:rapport|cra)\b|\b(?:dans|sur) (?:sa|leur) feuille\b"
)

Place = tuple[int, int]


def about_somebody_else(
    text: str, colleagues: Iterable[Employee], me: Employee, projects: Collection[Project], today: date
) -> str | None:
    """The name of the colleague whose days the message is about ("koen is sick", "for Koen"), or None."""
    said = set(plain(text).split())
    said |= {word.removesuffix("s") for word in said}
    for colleague in colleagues:
        if colleague.email == me.email or not ("@" in text or _words_of(colleague.name, colleague.lastname) & said):
            continue
        if _is_about(text, colleague, me, projects, today):
            return colleague.full_name if plain(colleague.name) == plain(me.name) else colleague.name
    return None


def stood_in(text: str) -> bool:
    """True for "koen was out so i covered apollo for him": what the writer did is the writer's own time."""
    return bool(STOOD_IN.search(plain(text)))


@lru_cache(maxsize=8192)
def _words_of(name: str, lastname: str) -> frozenset[str]:
    """Words of which one at least stands in a message that names this person: so that a thousand are soon told off."""
    words = [*plain(name).split(), *plain(lastname).split()]
    return frozenset((*words, plain(name).replace(" ", ""), plain(lastname).replace(" ", "")))


def _is_about(text: str, colleague: Employee, me: Employee, projects: Collection[Project], today: date) -> bool:
    sure = _addressed(text, colleague.email) + _called(text, colleague, me, today)
    if sure:
        others = [p for p in _project_places(text, me, projects, today) if not any(_inside(p, name) for name in sure)]
        words = _read(text, sure, others, me, today)
        if ABOUT.search(words) or ("@" in words and PRONOUN.search(words)):
            return True
    ordinary = places(colleague.name, text) if plain(colleague.name) != plain(me.name) else []
    return bool(sure or ordinary) and bool(SICK.search(_read(text, [*sure, *ordinary], [], me, today)))


def _inside(one: Place, other: Place) -> bool:
    return one != other and other[0] <= one[0] and one[1] <= other[1]


# --- who is named -------------------------------------------------------------------------------------------------


def _addressed(text: str, email: str) -> list[Place]:
    found = ADDRESS.finditer(text) if "@" in text else ()
    return [m.span() for m in found if m.group().casefold() == email.casefold()]


def _called(text: str, colleague: Employee, me: Employee, today: date) -> list[Place]:
    """Where the colleague is named by names that are not the writer's, and no usual words ("May", "Will")."""
    mine = {plain(me.name), plain(me.lastname), plain(me.full_name)}
    found: list[Place] = []
    for name in _names(colleague):
        if plain(name) in mine:
            continue
        if may_stand(name, text):
            found += [place for place in places(name, text) if _is_name(name, place, text, today)]
        if may_stand(f"{name}s", text):  # "bens day"
            found += [(a, b - 1) for a, b in places(f"{name}s", text) if _is_name(name, (a, b), text, today)]
    return found


def _names(colleague: Employee) -> Iterator[str]:
    """As people write them: with a hyphen or an apostrophe or without."""
    first, last = colleague.name, colleague.lastname
    for name in (f"{first} {last}", f"{last} {first}", first, last):
        yield from dict.fromkeys((name, name.replace("-", " "), name.replace("'", "").replace("’", "")))


def _is_name(name: str, place: Place, text: str, today: date) -> bool:
    """An ordinary word is a name where it is written like one inside of a sentence; a day never is."""
    words = plain(name).split()
    if not all(is_ordinary(word, today) for word in words):
        return True
    if not words or len(plain(name)) < 2 or any(days_of(word, today) for word in words):
        return False
    before = text[: place[0]].rstrip()
    return text[place[0]].isupper() and bool(before) and before[-1] not in ENDS and not text.isupper()


def _project_places(text: str, me: Employee, projects: Collection[Project], today: date) -> list[Place]:
    """Where projects and clients are named; of the writer's own, a word is enough ("ben" of "Ben Analytics")."""
    found: list[Place] = []
    for project in projects:
        found += project_places(project, text, today)
        found += places(project.client, text) if may_stand(project.client, text) else []
        if me.email in project.employees:
            said = {*words_of(project.name), *words_of(project.client)}
            found += [(start, end) for token, start, end in tokens(text) if token in said and token.isalpha()]
    return found


# --- the message with signs for names -----------------------------------------------------------------------------


def _read(text: str, named: Collection[Place], projects: Collection[Place], me: Employee, today: date) -> str:
    """The words of the message with `@` for the colleague, `#` for projects and `;` where a part of it ends.

    The "mon" of "mon to thu" is a monday; elsewhere it may be French and mean the writer's own.
    """
    letters = list(re.sub(r"[@#_]", " ", text).replace("\n", ";"))
    addresses = [m.span() for m in ADDRESS.finditer(text)]
    others = [place for place in (*addresses, *places(me.full_name, text)) if place not in named]
    for sign, found in (("@", named), ("#", projects), (" ", others)):
        for start, end in sorted(found, key=lambda place: place[1] - place[0]):
            letters[start:end] = sign.ljust(end - start)
    mondays = {span.start + m.start() for span in days_in(text, today) for m in MONDAY.finditer(span.text)}
    read = (";" if t in ENDS else "monday" if at in mondays else t for t, at, _ in tokens("".join(letters)))
    return " ".join(token for token in read if token.isalnum() or token in "@#;")
