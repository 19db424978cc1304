"""A day phrase that a model cut short, or copied too long, as it stands in the person's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.phrases import BLANK, PhraseError, amounts_in, mentions_day, read_days
from bot.tools.asides import said_besides
from bot.tools.counted_days import counted_phrase
from bot.tools.names import plain

RANGE_END = re.compile(r"\s*(?:to|until|till|til|through|thru|-|–|au|à|jusqu'à|jusqu'au)\s+(.+)", re.IGNORECASE)
ENGLISH_BEGINNINGS = "since until till to through - – and & from every each last next past previous all rest of the"
FRENCH_BEGINNINGS = "au à et depuis jusqu'à jusqu'au chaque tous toutes du de des le la les reste"
BEGINNINGS = frozenset(f"{ENGLISH_BEGINNINGS} {FRENCH_BEGINNINGS}".split())
NEXT_CLAUSE = re.compile(r"\s(?:and|then|et|puis)\s", re.IGNORECASE)
NEXT_SUBJECT = re.compile(r"\s+(?:i|i['’]?ve|i['’]?m|i was|we|je|j['’]?ai|j['’]?étais)\s*$", re.IGNORECASE)
DAY_NUMBER = re.compile(r"\d{1,2}(?:st|nd|rd|th|er)?(?:[-–]\d{1,2}(?:st|nd|rd|th|er)?)?,?")
CLAUSES = "is was are were off sick ill leave holiday rtt est etait malade conge absent"
OWN_CLAUSE = frozenset(CLAUSES.split())  # a matter of its own begins: "apollo monday and friday is off"
WEEK = range(7)
OWN_SUBJECT_WORDS = (
    "ok okay working done fait yeah i im ive we je j c ca stay stays remain remains reste restent dunno don"
)
OWN_SUBJECT = frozenset(OWN_SUBJECT_WORDS.split())  # behind a comma: "rtt monday, tuesday i don't know yet"
BESIDE_DAYS_WORDS = """both each every this next last morning mornings afternoon afternoons except but as well too
    respectively matin matins aprem apres midi chaque sauf mais cette ce tous les deux semaine demi half quarter"""
BESIDE_DAYS = frozenset(BESIDE_DAYS_WORDS.split())
NO_DAY = re.compile(
    r"(?<!vingt et )(?<!trente et )\b(?:one|two|three|four|five|six|seven|eight|nine|ten"
    r"|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix)$|,\s+(?:now|maintenant)$",
    re.IGNORECASE,
)  # the end of "friday, one more thing", "mon tue wed, all three", "monday, now vela"
LONGEST_PHRASE = 9  # words; "from wednesday 3 to friday 5 june except thursday" has 9


def tidy(phrase: str, today: date) -> str:
    """An unreadable day phrase without what does not belong to it (an amount, the next clause), if that helps."""
    shorter = phrase
    for amount in amounts_in(phrase):
        shorter = shorter.replace(amount, " ")
    shorter = NEXT_SUBJECT.sub("", shorter)
    first = NEXT_CLAUSE.split(shorter, maxsplit=1)[0]
    if not is_readable(shorter.strip(" ,;"), today) and not mentions_day(shorter[len(first) :], today):
        shorter = first
    shorter = shorter.strip(" ,;")
    return shorter if is_readable(shorter, today) else phrase


def is_readable(phrase: str, today: date) -> bool:
    """True when the phrase names days."""
    try:
        read_days(phrase, today, ())
    except PhraseError:
        return False
    return True


def widened(phrase: str, text: str, taken: Sequence[str], today: date) -> str:
    """The longest day phrase of `text` that begins with `phrase` and touches no phrase that another argument took.

    The end of a range belongs to its beginning even where the range is impossible: it is then asked about. So are
    days that are only counted ("one day last week").
    """
    if counted := counted_phrase(phrase, text, today):
        return counted
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
    start = text.casefold().find(phrase.casefold())
    first = next((n for n, (begin, _) in enumerate(words) if begin == start), None)
    if first is None or text.casefold().count(phrase.casefold()) > 1:
        return phrase
    begun = _begun(phrase, text, [text[begin:end] for begin, end in words[:first]], taken, today)
    if begun != phrase:
        return widened(begun, text, taken, today)
    end = start + len(phrase)
    length = sum(1 for begin, _ in words[first:] if begin < end)
    best = phrase
    for stop in range(first + length + 1, min(first + LONGEST_PHRASE, len(words)) + 1):
        longer = text[start : words[stop - 1][1]].rstrip(".,;:!?")
        if BLANK in longer or _touches(end, start + len(longer), text, taken):
            break
        follows = plain(text[words[stop][0] : words[stop][1]]) if stop < len(words) else ""
        own = follows in OWN_CLAUSE or bool(NO_DAY.search(longer))
        if longer[len(best) :].startswith((",", ".")) and start + len(longer) == words[stop - 1][1]:
            own = own or _begins_a_clause(follows)
        if not own and len(longer) > len(best) and _belongs(phrase, best, longer, today):
            best = longer
    return best


def _begins_a_clause(follows: str) -> bool:
    """True for a word that says something of the last day alone: "rtt monday, tuesday back to work"."""
    words = set(follows.split())
    return bool(words & OWN_SUBJECT) or bool(said_besides(follows) - BESIDE_DAYS and not amounts_in(follows))


def _begun(phrase: str, text: str, before: list[str], taken: Sequence[str], today: date) -> str:
    """The phrase with the little words that stand right before it and give it another meaning: "since", "last"."""
    longest = phrase
    while before and (DAY_NUMBER.fullmatch(before[-1]) or before[-1].casefold() in BEGINNINGS):
        day_of_month = bool(DAY_NUMBER.fullmatch(before[-1])) and _is_month(longest, today)
        phrase = f"{before.pop()} {phrase}"
        begin = text.find(phrase)
        if begin < 0 or _touches(begin, begin + len(phrase), text, taken):
            break
        # "june" of "31 june" is refused and asked about, never taken for the whole month
        if day_of_month or _adds_days(longest, phrase, today):
            longest = phrase
    return longest


def _is_month(phrase: str, today: date) -> bool:
    """True for what names more than a week: a number before it is then a day of it."""
    return not is_readable(phrase, today) or len(read_days(phrase, today, ()).days) > len(WEEK)


def _touches(begin: int, end: int, text: str, taken: Sequence[str]) -> bool:
    spans = (m.span() for part in taken for m in re.finditer(re.escape(part.strip()), text, re.IGNORECASE))
    return any(first < end and last > begin for first, last in spans)


def _belongs(phrase: str, so_far: str, longer: str, today: date) -> bool:
    end = RANGE_END.match(longer[len(phrase) :])
    return _adds_days(so_far, longer, today) or bool(end and _adds_days("", end.group(1), today))


def _adds_days(phrase: str, longer: str, today: date) -> bool:
    try:
        now = read_days(longer, today, ()).days
    except PhraseError:
        return False
    try:
        return read_days(phrase, today, ()).days != now
    except PhraseError:
        return True
