# ruff: noqa: E501, SIM905 (a bank of phrases: lines are as long as they need)
"""English date phrases, as people type them. A phrase is copied whole, without its leading "on", "for", "in" or "during"."""

from __future__ import annotations

from training.dialogues.grammar import Rnd, pick

FULL = ["monday", "tuesday", "wednesday", "thursday", "friday"]
SHORT = [
    ["mon", "mon", "mon"], ["tue", "tues", "tues"], ["wed", "weds", "wed"], ["thu", "thurs", "thur"], ["fri", "fri", "fri"],
]  # fmt: skip
TYPOS = [
    ["modnay", "mondy", "monady", "moday", "monda", "munday"],
    ["tuesady", "teusday", "tuseday", "tusday", "thuesday", "tuesdy"],
    ["wendesday", "wednsday", "wensday", "wedensday", "wedneday", "wednesdy", "wenesday"],
    ["thrusday", "thurday", "thusday", "thursdy", "thirsday", "thurdsay"],
    ["firday", "frday", "fridy", "fryday", "friady", "fridya"],
]
MONTHS = "january february march april may june july august september october november december".split()
MONTHS_SHORT = "jan feb mar apr may jun jul aug sept sep oct nov dec".split()
MONTH_TYPOS = ["janury", "febuary", "feburary", "marhc", "arpil", "augsut", "setpember", "septemebr", "ocotber", "octobre", "novemebr",
               "novmber", "decmeber", "decembre", "janaury", "agust"]  # fmt: skip
NUMBERS = ["two", "three", "2", "3", "4", "four", "5", "five", "couple of"]
ORDINALS = ["first", "second", "third", "1st", "2nd", "3rd", "last"]


def weekday(rnd: Rnd, at: int | None = None, style: int | None = None) -> str:
    """One weekday. style 0 full, 1 short."""
    if at is None:
        at = int(rnd() * 5)
        if rnd() < 0.02:
            return pick(rnd, ["saturday", "sunday", "sat", "sun"])
    if style is None:
        style = 0 if rnd() < 0.66 else 1
    if style == 0:
        return FULL[at] if rnd() > 0.07 else pick(rnd, TYPOS[at])
    return pick(rnd, SHORT[at]) if rnd() < 0.4 else SHORT[at][0]


def caps(rnd: Rnd, text: str, proper: bool) -> str:
    """Capital letters for weekdays and months where the person writes them."""
    return (
        " ".join([w.capitalize() if w.isalpha() and w in _PROPER else w for w in text.split(" ")]) if proper else text
    )


_PROPER = frozenset(
    [*FULL, *MONTHS, "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "jan", "feb", "oct", "nov", "dec", "sept"]
)


def ordinal(n: int) -> str:
    return str(n) + ("th" if 10 < n % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th"))


def month(rnd: Rnd) -> str:
    roll = rnd()
    if roll < 0.72:
        return pick(rnd, MONTHS)
    return pick(rnd, MONTHS_SHORT) if roll < 0.95 else pick(rnd, MONTH_TYPOS)


def number(rnd: Rnd) -> int:
    return 1 + int(rnd() * 31)


def dated(rnd: Rnd) -> str:
    """A day of the calendar."""
    n, roll = number(rnd), rnd()
    if roll < 0.25:
        return "the " + ordinal(n)
    if roll < 0.30:
        return ordinal(n)
    if roll < 0.38:
        return f"{n} {month(rnd)}"
    if roll < 0.46:
        return f"{month(rnd)} {n}" + (ordinal(n)[-2:] if rnd() < 0.5 else "")
    if roll < 0.52:
        return f"{ordinal(n)} of {month(rnd)}"
    if roll < 0.56:
        return f"{ordinal(n)} {month(rnd)}"
    if roll < 0.59:
        return f"the {ordinal(n)} of {month(rnd)}"
    if roll < 0.67:
        return f"{n}/{1 + int(rnd() * 12)}"
    if roll < 0.70:
        return f"{n:02d}/{1 + int(rnd() * 12):02d}"
    if roll < 0.74:
        return f"{2024 + int(rnd() * 4)}-{1 + int(rnd() * 12):02d}-{n:02d}"
    if roll < 0.77:
        return f"{n}.{1 + int(rnd() * 12)}" + (f".{2024 + int(rnd() * 4)}" if rnd() < 0.5 else "")
    if roll < 0.80:
        return f"{n:02d}/{1 + int(rnd() * 12):02d}/{2024 + int(rnd() * 4)}"
    if roll < 0.86:
        return f"{weekday(rnd)} {pick(rnd, ['the ' + ordinal(n), ordinal(n), str(n)])}"
    if roll < 0.89:
        return f"{weekday(rnd)} {n} {month(rnd)}"
    if roll < 0.91:
        return f"{weekday(rnd)}, {month(rnd)} {n}"
    if roll < 0.93:
        return f"the {pick(rnd, ['first', 'second', 'third', 'fifth', 'tenth', 'twelfth', 'fifteenth', 'twentieth', '3rd', '9th'])}"
    return pick(rnd, _NAMED)


_NAMED = ["the first of may", "christmas eve", "new year's eve", "easter monday", "the last day of the month", "the first monday of the month",
          "the last working day", "the last friday of the month", "the 1st", "last working day of the month", "the first working day of june",
          "the second tuesday of march", "the last monday in october", "the day after christmas", "boxing day", "good friday", "the 31st"]  # fmt: skip


def relative(rnd: Rnd) -> str:
    roll = rnd()
    if roll < 0.8:
        return pick(
            rnd, ["today", "today", "today", "yesterday", "yesterday", "yesterday", "tomorrow", "tomorrow", "tomorrow"]
        )
    return pick(rnd, _RELATIVE)


_RELATIVE = ["tmrw", "tmr", "2moro", "tomorow", "tommorow", "yday", "ystd", "yesteday", "yesterdy", "2day", "tody", "todya", "the day before yesterday",
             "day before yesterday", "the day after tomorrow", "day after tomorrow", "two days ago", "3 days ago", "2 days ago", "a week ago",
             "in two days", "in 3 days", "the other day", "the previous day", "the next day", "the day before"]  # fmt: skip

_NEAR_WEEKS = ["last", "next", "this", "this coming", "the following", "last week's", "next week's", "the past", "this past"]  # fmt: skip


def day(rnd: Rnd) -> tuple[str, str]:
    """One day: its phrase and its kind."""
    roll = rnd()
    if roll < 0.5:
        return weekday(rnd), "day"
    if roll < 0.66:
        return relative(rnd), "rel"
    if roll < 0.76:
        lead = pick(rnd, _NEAR_WEEKS[:3]) if rnd() < 0.85 else pick(rnd, _NEAR_WEEKS)
        return f"{lead} {weekday(rnd)}", "rel"
    if roll < 0.80:
        return pick(rnd, _WEEK_OF).format(d=weekday(rnd)), "rel"
    return dated(rnd), "num"


_WEEK_OF = ["{d} last week", "{d} next week", "{d} of last week", "{d} of next week", "last week {d}", "next week {d}", "{d} this week",
            "{d} in two weeks", "a week from {d}", "{d} two weeks ago", "{d} week", "this week's {d}", "{d} coming", "a week ago {d}"]  # fmt: skip
_SEPARATORS = [", ", ", ", " and ", " and ", " & ", "/", " + ", " n ", " ", "+", ",", "&", " plus ", " as well as ", " then "]  # fmt: skip


def several(rnd: Rnd) -> str:
    """Two to four days in one breath."""
    roll = rnd()
    if roll < 0.1:
        return pick(rnd, _PAIRS)
    if roll < 0.28:
        picked = sorted({1 + int(rnd() * 28) for _ in range(2 + int(rnd() * 3))})
        if len(picked) < 2:
            picked = [3, 17]
        style = int(rnd() * 5)
        if style == 0:
            texts = [ordinal(n) for n in picked]
        elif style == 1:
            m = 1 + int(rnd() * 12)
            texts = [f"{n}/{m}" for n in picked]
        else:
            texts = [str(n) if style > 2 else ordinal(n) for n in picked]
        if style == 1:
            return pick(rnd, [", ", " and ", " & ", " + "]).join(texts)
        joined = _join(rnd, texts) if style < 3 else pick(rnd, [", ", " and ", " & ", " + ", ","]).join(texts)
        if style > 2:
            return f"{joined} {month(rnd)}" if rnd() < 0.6 else f"{month(rnd)} {joined}"
        return "the " + joined if rnd() < 0.8 else joined
    count = 2 if rnd() < 0.6 else 3 if rnd() < 0.85 else 4
    at = sorted({int(rnd() * 5) for _ in range(count + 1)})[:count]
    if len(at) < 2:
        at = [1, 4]
    style = 0 if rnd() < 0.55 else 1
    joined = _join(rnd, [weekday(rnd, i, style) for i in at])
    if rnd() < 0.12:
        joined += pick(rnd, [" of last week", " last week", " next week", " this week"])
    elif rnd() < 0.05:
        joined = pick(rnd, ["last ", "next ", "both "]) + joined
    return joined


_PAIRS = ["today and tomorrow", "yesterday and today", "today & tomorrow", "yesterday + today", "today and yesterday", "tomorrow and friday",
          "yesterday and the day before", "today, tomorrow and friday", "mondays and fridays", "tuesdays and thursdays", "tomorrow and the day after",
          "today and monday", "both days", "tuesday and today", "mon n tue", "thurs n fri", "mon wed fri", "tue thu", "mtw", "m/w/f", "m t w",
          "monday tuesday", "monday tuesday wednesday", "mon tue wed", "mon tue", "thu fri", "wed thu fri", "tue/thu", "mondays & wednesdays"]  # fmt: skip


def _join(rnd: Rnd, texts: list[str]) -> str:
    if len(texts) == 2:
        return pick(rnd, _SEPARATORS).join(texts)
    separator = pick(rnd, [", ", ", ", ", ", " ", ",", "/", " and ", " + "])
    last = pick(rnd, [" and ", ", and ", " & ", separator, separator]) if separator in (", ", " ", ",") else separator
    return separator.join(texts[:-1]) + last + texts[-1]


_TO = [" to ", " to ", " to ", "-", "-", " - ", " till ", " until ", " through ", " thru ", "–", " til ", " up to ", "..", " to ", " -> ", " up until "]  # fmt: skip


def span(rnd: Rnd) -> tuple[str, str]:
    """A first and a last day."""
    roll = rnd()
    to = pick(rnd, _TO)
    if roll < 0.62:
        a = int(rnd() * 4)
        b = a + 1 + int(rnd() * (4 - a))
        style = 0 if rnd() < 0.5 else 1
        first, second = weekday(rnd, a, style), weekday(rnd, b, style)
        lead = rnd()
        if lead < 0.2:
            text = f"from {first} {pick(rnd, ['to', 'to', 'until', 'till', 'through', 'up to'])} {second}"
        elif lead < 0.25:
            text = f"between {first} and {second}"
        else:
            text = first + to + second
        tail = rnd()
        if tail < 0.1:
            text += pick(
                rnd,
                [" last week", " next week", " this week", " of last week", " of next week", " inclusive", " included"],
            )
        elif tail < 0.13 and lead >= 0.25:
            text = pick(rnd, ["last ", "next ", "this "]) + text
        return text, "range"
    if roll < 0.84:
        a = 1 + int(rnd() * 24)
        b = a + 1 + int(rnd() * 6)
        style = int(rnd() * 7)
        if style == 0:
            return f"the {ordinal(a)}{to}the {ordinal(b)}" if to[
                0
            ] == " " else f"the {ordinal(a)}{to}{ordinal(b)}", "range"
        if style == 1:
            return f"from the {ordinal(a)} to the {ordinal(b)}" + (f" of {month(rnd)}" if rnd() < 0.4 else ""), "range"
        if style == 2:
            m = 1 + int(rnd() * 12)
            return f"{a}/{m}{to}{b}/{m}", "range"
        if style == 3:
            return f"{a}{to}{b} {month(rnd)}", "range"
        if style == 4:
            return f"{month(rnd)} {a}{to}{b}", "range"
        if style == 5:
            y, m = 2024 + int(rnd() * 4), 1 + int(rnd() * 12)
            return f"{y}-{m:02d}-{a:02d} to {y}-{m:02d}-{b:02d}", "range"
        return f"{ordinal(a)}{to}{ordinal(b)}" + (f" {month(rnd)}" if rnd() < 0.4 else ""), "range"
    if roll < 0.9:
        return pick(rnd, _LETTERED), "range"
    return pick(rnd, _OPEN).format(
        d=weekday(rnd), t=pick(rnd, ["today", "yesterday", "tomorrow"]), n=ordinal(number(rnd))
    ), "adv"


_LETTERED = ["m-w", "m-f", "t-f", "tu-th", "w-f", "m-th", "mo-fr", "mo-we", "mon-fri", "mon to fri", "monday to friday", "mon-thu", "mon-thurs", "mo-fri",
             "m to f", "tues-thurs", "monday-friday", "m–f", "tu-fr", "mon..wed", "today to friday", "yesterday to today", "today till friday",
             "from today to friday", "from yesterday until friday", "tomorrow to friday", "today through thursday", "tomorrow till fri",
             "from tomorrow to thursday", "mon to wed morning included", "monday to and including thursday", "mon up to and including wed"]  # fmt: skip
_LETTERED.remove("mon to wed morning included")
_OPEN = ["since {d}", "since {d}", "until {d}", "till {d}", "from {d} on", "from {d} onwards", "{d} onwards", "up to {d}", "since the {n}", "from the {n} on",
         "since last {d}", "from {t} on", "until the end of the week", "till the end of the month", "up until {d}", "starting {d}", "starting from {d}",
         "until the {n}", "from {d} till the end of the week", "from now until {d}", "from {d} to the end of the month", "as of {d}", "through {d}",
         "ever since {d}", "from {d} until today", "{d} till today", "since the beginning of the week", "since the start of the month",
         "until end of week", "til {d}", "thru {d}", "{d} to the end of the week", "since then"]  # fmt: skip
_OPEN.remove("since then")

_SPANS = ["this week", "this week", "this week", "last week", "last week", "last week", "next week", "next week", "the week", "the whole week", "the rest of the week",
          "rest of the week", "the entire week", "the other days", "the remaining days", "the rest of the month", "the end of the week", "the end of the month",
          "the last two weeks", "the past two weeks", "the next two weeks", "the last three days", "the last 3 days", "the next 3 days", "the past 4 days",
          "the first half of the week", "the second half of the week", "the rest of this week", "the rest of next week", "the first week of {m}",
          "the last week of {m}", "the second week of {m}", "the first two weeks of {m}", "the week of the {n}", "the week of {m} {i}", "week {w}", "week {w}",
          "wk {w}", "w{w}", "wk{w}", "calendar week {w}", "the week before last", "the week after next", "the following week", "the previous week",
          "the coming week", "my whole week", "the full week", "the working week", "the past week", "this past week", "this entire week", "this whole week",
          "the first three days of the week", "the last two days", "the first days of the week", "the beginning of the week", "the start of the week",
          "the two weeks after easter", "the first fortnight of {m}", "the second half of {m}", "the first half of {m}", "the whole of {m}", "the weekend",
          "the month", "the whole month", "the entire month", "this month", "last month", "next month", "the week starting {n}", "week of {n} {m}",
          "the middle of the week", "the week commencing the {n}", "the three last days", "lask week", "this wek", "next wek", "tihs week"]  # fmt: skip
_ADVERBS = ["all week", "all week", "all week", "all week long", "all of last week", "all of this week", "all of next week", "all last week", "all this week",
            "all next week", "every day", "every day this week", "each day this week", "every single day this week", "each day", "every day last week", "all month",
            "all month long", "all of {m}", "all {m}", "every {d}", "every {d}", "every {d} in {m}", "every {d} of {m}", "each {d}", "every {d} this month",
            "each {d} in {m}", "every {d} and {e}", "{d}s", "{d}s in {m}", "on {d}s", "all {d}s in {m}", "every other {d}", "every second {d}", "every {d} until {m}",
            "all {d}s of {m}", "every working day", "every weekday", "every weekday in {m}", "everyday this week", "everyday", "whole week", "whole last week",
            "entire week", "every day since {d}", "all days this week", "each {d} of {m}", "every {d} from now on", "the {d}s of {m}", "all year",
            "every work day this month", "daily this week", "rest of week", "rest of this week", "remainder of the week", "the remainder of the month"]  # fmt: skip
_ADVERBS.remove("on {d}s")
_WHOLES = ["last week", "this week", "next week", "the whole week", "all week", "mon-fri", "mon to fri", "{m}", "all of {m}", "every day", "the week", "week {w}",
           "every day this week", "the rest of the week", "all of last week", "monday to friday", "this month", "the entire week", "mon-thu", "the 3rd to the 12th"]  # fmt: skip
_EXCEPT = [" except {x}", " except {x}", " except on {x}", " but not {x}", " minus {x}", " without {x}", " apart from {x}", " except for {x}", " excluding {x}",
           " other than {x}", " excl {x}", " besides {x}", ", not {x}", " (not {x})", " save {x}", " exept {x}", " bar {x}", " but {x}", " w/o {x}", " aside from {x}",
           ", except {x}", " less {x}", " with the exception of {x}", " except thursday and {x}"]  # fmt: skip


def week(rnd: Rnd) -> tuple[str, str]:
    """A week, a part of it, or something regular."""
    roll = rnd()
    if roll < 0.52:
        return _fill(rnd, pick(rnd, _SPANS)), "span"
    if roll < 0.8:
        return _fill(rnd, pick(rnd, _ADVERBS)), "adv"
    if roll < 0.9:
        whole = _fill(rnd, pick(rnd, _WHOLES))
        excluded = (
            weekday(rnd)
            if rnd() < 0.75
            else pick(rnd, ["the " + ordinal(number(rnd)), "thu and fri", "monday and friday", "today", "the weekend"])
        )
        return whole + pick(rnd, _EXCEPT).format(x=excluded), "adv"
    return (month(rnd) if rnd() < 0.75 else f"{month(rnd)} {2024 + int(rnd() * 4)}"), "month"


def _fill(rnd: Rnd, text: str) -> str:
    if "{" not in text:
        return text
    return text.format(
        d=pick(rnd, FULL),
        e=pick(rnd, FULL),
        m=month(rnd),
        n=ordinal(number(rnd)),
        i=number(rnd),
        w=1 + int(rnd() * 52),
    )


def report_month(rnd: Rnd) -> str:
    """A month as people name it when they speak of a report."""
    roll = rnd()
    if roll < 0.62:
        return month(rnd)
    if roll < 0.85:
        return pick(rnd, ["last month", "this month", "last month", "this month", "next month", "the current month", "the previous month", "the past month",
                           "the month before", "the month", "current month", "previous month", "lst month", "two months ago"])  # fmt: skip
    if roll < 0.93:
        return f"{month(rnd)} {2024 + int(rnd() * 4)}"
    if roll < 0.96:
        return f"{1 + int(rnd() * 12):02d}/{2024 + int(rnd() * 4)}"
    return f"{2024 + int(rnd() * 4)}-{1 + int(rnd() * 12):02d}" if roll < 0.98 else f"{pick(rnd, MONTHS)} last year"


def week_phrase(rnd: Rnd) -> str:
    """A week that someone asks the dates of."""
    return _fill(rnd, pick(rnd, ["week {w}", "week {w}", "wk {w}", "next week", "this week", "last week", "w{w}", "the week of the {n}", "the week of {m} {i}",
                                  "calendar week {w}", "the week after next", "the first week of {m}", "the last week of {m}", "week number {w}",
                                  "week {w} of 2025", "the current week", "the week before last", "week nr {w}", "kw {w}", "week of {d}"]))  # fmt: skip
