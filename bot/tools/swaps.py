"""Replacements as people say them: "swap X for Y", "remplace X par Y", "substitute Y for X", "Y instead of X".

Only what is plainly asked for: no question whether or how, no condition, nothing denied, nothing that others are said
to do, and one replacement in the message.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.tools.marks import Mark
from bot.tools.names import plain
from bot.tools.situation import Situation
from bot.tools.skeletons import POLITE, Skeleton, any_of, anybody_else, skeleton, thing

_ENGLISH_FILLER = """my the a an all any this that those these entry entries line lines hours time work of for on out
    over from project day days s both what i ve have had put got logged"""
_FRENCH_FILLER = """mon ma mes le la les l un une des de du d sur pour projet jour jours journee journees entree entrees
    ligne lignes saisie saisies heures tout toute tous toutes ce cette moi que j ai mis"""
_FILL = rf"(?:{any_of(_ENGLISH_FILLER)}|{any_of(_FRENCH_FILLER)}|A\d+|(?:du|le) \d{{1,2}})"
_AHEAD = rf"(?:(?:{_FILL}|D\d+|,) )*"  # between a verb and what it is about
_MID = rf"(?:(?:{_FILL}|D\d+) )*"
_BEHIND = rf"(?:(?:{_FILL}|H\d+) )*"  # between a link and what is put on
_VERB = (
    r"(?:replace|swap|trade|exchange|change|switch|remplacer|remplacez|remplace|echanger|echangez|echange|changer"
    r"|changez)"
)
_LINK = r"(?:for|with|by|to|into|par|contre|en|pour|avec)"
_OLD, _NEW = r"(?P<old>T\d+)", r"(?P<new>T\d+)"
_INSTEAD = r"(?:instead of|au lieu (?:de|du|d))"
_IN_PLACE = r"(?:in (?:the )?place of|a la place (?:de|du|d))"
_PUT = r"(?:put|mets|mettre|mettez)"
_ASKED_FOR_FORMS = (
    rf"{_VERB} {_AHEAD}{_OLD} {_MID}{_LINK} {_BEHIND}{_NEW}",
    rf"substitute {_AHEAD}{_OLD} {_MID}(?:with|by) {_BEHIND}{_NEW}",
    rf"substitute {_AHEAD}{_NEW} {_MID}for {_MID}{_OLD}",
    rf"{_PUT} {_BEHIND}{_NEW} {_MID}{_IN_PLACE} {_MID}{_OLD}",
    rf"{_IN_PLACE} {_MID}{_OLD} {_MID}(?:, )?{_PUT} {_BEHIND}{_NEW}",
)
_SAID_FORMS = (
    rf"{_NEW} {_MID}(?:{_INSTEAD}|{_IN_PLACE}) {_MID}{_OLD}",
    rf"{_INSTEAD} {_MID}{_OLD} {_MID}(?:, )?{_PUT} {_BEHIND}{_NEW}",
)
_ASKED_FOR = tuple(re.compile(rf"(?<= ){form}(?= )") for form in _ASKED_FOR_FORMS)
_SAID = tuple(re.compile(rf"(?<= ){form}(?= )") for form in _SAID_FORMS)
_ANY = re.compile(rf"(?<= )(?:{_VERB}|substitute|{_INSTEAD}|{_IN_PLACE})(?= )")
_EXCHANGING = re.compile(r"(?:swap|trade|exchange|switch|echange[rz]?) .* (?:with|avec) ")
_WISHING = (
    r"(?:i (?:want|need|d like|would like|have|wish) |let s |go ahead and |to |veuillez |merci (?:de|d) "
    r"|(?:je |j )?(?:veux|voudrais|souhaite|souhaiterais|aimerais|ai besoin de) |(?:il )?(?:faut|faudrait) "
    r"|(?:je )?(?:te|vous|t) (?:serais (?:tres )?reconnaissante? |prie |demande |saurais gre )?(?:de|d) "
    r"|(?:de )?bien vouloir )"
)
_SLIP = (
    r"(?:oops|oups|sorry|pardon|desolee?|actually|en fait|no|non|(?:is|are|was|were) (?:wrong|incorrect)"
    r"|(?:est|sont) (?:faux|fausses?))"
)
_LEAD = re.compile(
    rf"(?:(?:{_WISHING}|(?:{_SLIP}|{POLITE}|just|now|so|then|and|also|et|puis|donc|alors|aussi) )"
    r"|(?:(?:on|for|pour|le|the|la|de) )*D\d+ )*"
)
_OTHERWISE = re.compile(
    r" (?:not|never|\w+n t|dont|didnt|cannot|cant|pas|jamais|nor|ni|sans|without|unless|if|si|whether|except|sauf"
    r"|hormis|keep|leave|garde|garder|laisse|laisser) "
)
_TAKEN_BACK = re.compile(
    r" (?:no|nope|wait|sorry|oops|rather|actually|scratch|i mean|i meant|non|oups|pardon|desolee?|plutot|enfin|euh"
    r"|je veux dire|je voulais dire|finalement|en fait) (?!$|[,.] $|for |about |to |pour )"
)
_IF_POSSIBLE = re.compile(r" (?:if possible|if you (?:can|could)|si possible|si (?:tu peux|vous pouvez)) ")
_PARTS = "morning mornings afternoon afternoons am pm evening matin matinee midi apres soir"
_PARTS_OF_A_DAY = frozenset(_PARTS.split())
_WONDERING = re.compile(
    r" (?:how|why|what|when|who|which|should|did|does|comment|pourquoi|quand|quel|quelle|qui|est ce que|dois) "
)


@dataclass(frozen=True)
class Swap:
    """What goes and what comes, with the pattern of the message that says so."""

    old: Mark
    new: Mark
    pattern: Skeleton
    words: frozenset[str]
    """The words of the request itself; what else was said may be of something else."""
    amount: str
    """What was said right beside what comes and is no full day; empty where nothing was."""
    is_asked: bool
    """False where it is only said what was done: "gull instead of vela"."""
    is_exchange: bool
    """True for "swap X with Y", which may also mean that both change places."""


def swap_in(text: str, situation: Situation) -> Swap | None:
    """The only replacement that the message asks for; None where there is none or it is not plain."""
    if not _ANY.search(f" {plain(text)} "):
        return None
    pattern = skeleton(text, situation)
    line = pattern.line
    if len(_ANY.findall(line)) != 1 or pattern.is_question or _OTHERWISE.search(_IF_POSSIBLE.sub(" ", line)):
        return None
    match, is_asked = _match(line)
    if match is None or anybody_else(line, situation) or _TAKEN_BACK.search(line[match.end() :]):
        return None  # "replace gull by vela, no sorry, by anchor"
    old, new = (pattern.marks_in(match[name], "T")[0] for name in ("old", "new"))
    if not thing(old) or not thing(new) or thing(old) == thing(new):
        return None
    said = " ".join((_clause(line, match.start()) if is_asked else "", match.group(), plain(old.text), plain(new.text)))
    amount, exchange = _beside(match["new"], pattern), bool(_EXCHANGING.match(match.group()))
    return Swap(old, new, pattern, frozenset(said.split()), amount, is_asked, exchange)


def _match(line: str) -> tuple[re.Match[str] | None, bool]:
    """Where the replacement is said, and whether it is asked for in so many words."""
    for form in _ASKED_FOR:
        if match := form.search(line):
            return (match if _LEAD.fullmatch(_clause(line, match.start())) else None), True
    if _WONDERING.search(line):
        return None, False
    return next((match for form in _SAID if (match := form.search(line))), None), False


def _clause(line: str, start: int) -> str:
    """What stands before a place of the line in the same clause."""
    return re.split(r"[,.?] ", line[:start])[-1].lstrip()


def _beside(sign: str, pattern: Skeleton) -> str:
    """The amount that can only be that of a sign: "half a day of T2", "T2 at 50%"; no morning, which both may have."""
    found = re.search(rf"(H\d+) (?:(?:of|de|d|on|sur) )*{sign} | {sign} (?:(?:at|a|for|pour) )*(H\d+) ", pattern.line)
    amount = pattern.marks_in(found[1] or found[2], "H")[0].text if found else ""
    return "" if set(plain(amount).split()) & _PARTS_OF_A_DAY else amount
