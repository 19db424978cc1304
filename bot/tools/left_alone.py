"""What the words leave as it is, or open: "leave monday alone", "don't touch Thursday", "mardi on verra", "gull monday,
tuesday nothing"; and days of a wish, which are nobody's work: "have a nice weekend"."""

from __future__ import annotations

import re
from datetime import date

from bot.phrases import BLANK, amounts_in, days_in
from bot.tools.marks import days_named

_LEAVE = re.compile(
    r"\b(?:leave|keep|laisse[rz]?)\s+(?P<what>(?:(?!leave\b|keep\b|laisse|and\b|but\b|et\b|mais\b)[^,.;!?]){1,40}?)\s+"
    r"(?:as (?:it|they) (?:is|are|stands?)|as[- ]is|alone|untouched|unchanged"
    r"|comme (?:ça|ca|c['’]est|il est|ils sont)|tel quel)\b(?!\s+(?:a|an|the|my|une?|le|la|mon|ma)\b)",
    re.IGNORECASE,
)
_ABSENCE_BEFORE = re.compile(
    r"\b(?:on|days?|a|my|the|of|paid|unpaid|sick|annual|parental|maternity|paternity|took|taking|take|have|having|had|need|book"
    r"|booked|asked|for)\s+$",
    re.IGNORECASE,
)  # "i am on leave monday as it is a bridge day"
_DO_NOT_TOUCH = re.compile(
    r"\b(?:(?:don['’]?t|do not|never)\s+(?:touch|change|alter)"
    r"|ne?\s+(?:touche[rsz]?|change[rsz]?|modifie[rsz]?)\s+pas(?:\s+à)?"
    r"|touche[rsz]?\s+pas(?:\s+à)?)\s+(?:the\s+|my\s+|le\s+|la\s+)?",
    re.IGNORECASE,
)
_UNDECIDED = re.compile(
    r"(?P<gap>\s*[:=]\s*|\s+[-–—]\s+|\s+)"
    r"(?:(?:is|was|h+m+|uh+m?|um|euh|no|non|nope|i['’]?m|i am|it['’]?s|that['’]?s|still|c['’ ]?est|reste|encore|ça|ca"
    r"|j['’ ]?(?:en )?|je (?:ne |n['’]en )?)\s*)*"
    r"(?:(?:we|i|let|you)(?:['’]?ll| will|['’]?s)? see|tb[acd]|to be (?:confirmed|decided|determined|seen|defined)"
    r"|not (?:sure|decided|clear|known)|unsure|undecided|no idea|(?:i )?(?:don['’]?t|do not) know"
    r"|i(?:['’]?ll| will) (?:tell|let) (?:you|u)(?: know)?|another time|open"
    r"|on verra(?: bien)?|[àa] (?:voir|confirmer|d[ée]finir|pr[ée]ciser)|sais pas|pas (?:s[uû]re?|d[ée]cid[ée])"
    r"|te (?:dirai|redirai|dis|redis)|on en reparle)"
    r"(?:\s+(?:yet|still|later|then|tomorrow|tonight|when i know(?: more)?|encore|trop|plus tard|apr[eè]s|demain"
    r"|ce soir|about (?:it|that)|for now|pour l['’]instant))*"
    r"\s*(?=$|[,.;!?)\n]|\b(?:and|but|et|mais)\b)",
    re.IGNORECASE,
)
"""What is said behind days that are not decided. A comma before it would part it from them: "gull lundi, on verra"."""
_NOTHING = re.compile(
    r"(?P<gap>\s*[:=]\s*|\s+[-–—]\s+|\s+)(?:nothing(?!\s+(?:but|except))|nada|rien(?!\s+(?:que|sauf|d['’]autre)))"
    r"\s*(?=$|[,.;!)\n]|\b(?:and|but|et|mais)\b)",
    re.IGNORECASE,
)
"""Behind a day of a list on which nothing was done."""
_FRENCH = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain"
_DAY = f"(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tmrw|{_FRENCH}"
_WISH = re.compile(
    r"\b(?:nice|good|great|lovely|happy|wonderful|bons?|bonne|excellent|super|joyeux|beau|joli)\s+(?:(?:long|petit)\s+)?"
    r"(?:week[- ]?end|wkend)s?\b(?=\s*(?:[.!,;:)]|$|all\b|every|you\b|to (?:you|all)|[àa] (?:tous|toutes|toi|vous)))"
    r"|\b(?:before|avant)\s+(?:the|this|le|ce)\s+(?:long\s+)?week[- ]?end\b"
    rf"|\b(?:see|talk to|speak to)\s+(?:you|u|ya)(?:\s+all)?\s+(?:(?:on|next)\s+)*(?:{_DAY})\b"
    rf"|(?<=[.!;\n])\s*[àa]\s+(?:{_FRENCH})(?=\s*[.!]*\s*$)",
    re.IGNORECASE,
)
"""Days that are wished or greeted with. "À lundi" only as a sentence of its own: "vendredi à lundi" is a range."""
_CLAUSE = re.compile(r"[,.;:!?(\n]|\b(?:and|but|then|et|mais|puis)\b", re.IGNORECASE)
_ABOUT = re.compile(r"\s*(?:as for|for|on|about|the|quant [àa]|pour|le|la)?\s*", re.IGNORECASE)


def left_alone(text: str, today: date) -> list[tuple[int, int]]:
    """Where that stands, its verb or its wish included."""
    leaves = [match for match in _LEAVE.finditer(text) if not _ABSENCE_BEFORE.search(text[: match.start()])]
    found = [(match.start(), match.end()) for match in leaves]
    spans = days_in(text, today)
    for match in _DO_NOT_TOUCH.finditer(text):
        found += [
            (match.start(), span.start + len(span.text.partition(",")[0]))
            for span in spans
            if span.start == match.end()
        ]
    wishes = [(match.start(), match.end()) for match in _WISH.finditer(text)]
    return sorted(found + wishes + _undecided(text, today))


def _undecided(text: str, today: date) -> list[tuple[int, int]]:
    """The clauses that are nothing but days and that they are not decided."""
    found = []
    is_a_list = len(days_in(text, today)) > 1
    for match in [*_UNDECIDED.finditer(text), *(_NOTHING.finditer(text) if is_a_list else ())]:
        breaks = [piece.end() for piece in _CLAUSE.finditer(text, 0, match.start())]
        about = _ABOUT.match(text, breaks[-1] if breaks else 0, match.start())
        start = about.end() if about else 0
        if _is_all_days(text[start : match.start()], today):
            found.append((start, match.end()))
    return found


def _is_all_days(phrase: str, today: date) -> bool:
    """True for "tuesday" and "tuesday afternoon"."""
    spans = days_in(phrase, today)
    if len(spans) != 1 or spans[0].start or not days_named(spans[0].text, today):
        return False
    rest = phrase[spans[0].end :].strip()
    return not rest or list(amounts_in(rest)) == [rest]


def without_left_alone(text: str, today: date) -> str:
    """The text with all of it blanked out, so that nothing is found there; every other character stays in its place."""
    letters = list(text)
    for start, end in left_alone(text, today):
        letters[start:end] = BLANK * (end - start)
    return "".join(letters)
