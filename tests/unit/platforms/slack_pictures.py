"""Plausible pictures for the tests of the layouts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.domain.card import Card, CardDay, CardLine, Form, FormField, ReportDay, ReportPicture, Verb
from bot.domain.home import LateMonth, LatePerson, Offer, OneClick, WaitingCard
from bot.domain.proposal import ProposalState
from bot.ports import Home
from tests.unit.platforms.hostile_pictures import ALL, ANA

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def line(number: int = 1, **changes: object) -> CardLine:
    """A pending line about Apollo."""
    given: dict[str, object] = {
        "proposal_id": f"{number:032x}",
        "revision": 1,
        "number": number,
        "title": "Apollo (APO)",
        "amount": "50 %",
        "days": "Mon 16 – Thu 19 Nov",
        "count": "4 days",
        "state": ProposalState.PENDING,
        "verbs": ALL,
    }
    return CardLine(**(given | changes))  # type: ignore[arg-type]


def card_day(day: date, before: tuple[str, ...], after: tuple[str, ...], *, over: bool = False) -> CardDay:
    """A day of a card, labelled as the handler labels it."""
    total = sum(int(entry.split()[-1]) for entry in after if entry.split()[-1].isdigit())
    return CardDay(day, f"{WEEKDAYS[day.weekday()]} {day.day} {day:%b}", before, after, over, total)


def november(day: int) -> date:
    """A day of November 2026; the 16th is a Monday."""
    return date(2026, 11, day)


SICK = line(2, title="Sick leave", amount="100 %", days="Fri 20 Nov", count="1 day")
WEEK = (
    card_day(november(16), (), ("Apollo 50",)),
    card_day(november(17), ("Zephyr 50",), ("Zephyr 50", "Apollo 50")),
    card_day(november(18), (), ("Apollo 50",)),
    card_day(november(19), (), ("Apollo 50",)),
    card_day(november(20), (), ("Sick leave 100",)),
)
CARD_ID = "c" * 32
STILL_OPEN = "Mon 16 Nov 50 %, Wed 18 Nov 50 %, Thu 19 Nov 50 %"
IN_ALL = "In all: 3 days added."
PENDING = Card(CARD_ID, 1, "apollo mon to thu, half days, sick on friday", (line(), SICK), WEEK, STILL_OPEN, 2, IN_ALL)
DECIDED = Card(
    CARD_ID,
    2,
    PENDING.words,
    (
        line(state=ProposalState.APPLIED, verbs=(), outcome="Written. Approved by Ana Martin, Mon 23 Nov 09:12 UTC."),
        line(
            2, title="Sick leave", state=ProposalState.DECLINED, verbs=(), outcome="Declined by Ana Martin: wrong day"
        ),
    ),
    (),
)
WRITTEN = Card(
    CARD_ID,
    2,
    PENDING.words,
    (
        line(
            state=ProposalState.APPLIED,
            verbs=(),
            outcome="Written. Approved by Ana Martin, Mon 23 Nov 09:12.",
            undo=True,
            same_days=tuple(november(day) for day in (23, 24, 25, 26)),
            same_for="Mon 23 – Thu 26 Nov",
        ),
        replace(
            SICK,
            state=ProposalState.APPLIED,
            verbs=(),
            outcome="Written. Approved by Ana Martin, Mon 23 Nov 09:12.",
            same_days=(november(23),),
            same_for="Mon 23 Nov",
        ),
    ),
    (),
)
UNDONE = replace(
    WRITTEN,
    lines=(
        line(
            state=ProposalState.UNDONE,
            verbs=(),
            outcome="Undone by Ana Martin, Mon 23 Nov 09:15. The days are as they were before.",
        ),
        replace(
            SICK,
            state=ProposalState.UNDOING,
            verbs=(),
            outcome="Being undone for Ana Martin, Mon 23 Nov 09:16. Waiting for the ledger; it is undone as soon as it "
            "answers.",
        ),
    ),
)
WRITTEN_TOGETHER = replace(
    WRITTEN,
    lines=(
        replace(WRITTEN.lines[0], title="Delete: Apollo (APO)", with_lines=(2,), same_days=(), same_for=""),
        replace(WRITTEN.lines[1], title="Zephyr (ZEP)", with_lines=(1,)),
    ),
)
CLOSED = replace(
    DECIDED,
    lines=(
        line(1, state=ProposalState.SUPERSEDED, verbs=(), outcome="Replaced by a newer card."),
        line(
            2,
            state=ProposalState.EXPIRED,
            verbs=(),
            outcome="Expired without a decision. Ask again if you still want it.",
        ),
        line(3, state=ProposalState.FAILED, verbs=(), outcome="Not written: the month is submitted."),
        line(4, state=ProposalState.APPROVED, verbs=(), outcome="Approved by Ana Martin. Waiting for the ledger."),
    ),
)
"""Every state besides those of the other cards."""
WHOLE_MONTH = replace(
    PENDING,
    words="apollo all of may",
    lines=(line(amount="100 %", days="Fri 1 – Sun 31 May", count="31 days"),),
    days=tuple(card_day(date(2026, 5, day), (), ("Apollo 100",)) for day in range(1, 32)),
    still_open="",
    approve_all=0,
    total="In all: 31 days added.",
)
OVER = Card(
    CARD_ID,
    1,
    "apollo on the 16th and holiday lunch",
    (
        line(
            amount="100 %",
            days="Mon 16 Nov",
            count="1 day",
            verbs=(Verb.EDIT,),
            problem="Mon 16 Nov would hold 150 %: Zephyr 50 and Apollo 100. Edit this line, or write “forget it”.",
            warnings=("Wed 11 Nov is a public holiday and left out.",),
            notice="The days changed meanwhile: look again.",
        ),
    ),
    (card_day(november(16), ("Zephyr 50",), ("Zephyr 50", "Apollo 100"), over=True),),
)
BUNDLE = Card(
    CARD_ID,
    1,
    "zephyr instead of apollo on monday",
    (
        line(1, title="Delete Apollo (APO)", amount="", days="Mon 16 Nov", count="1 day", with_lines=(2,)),
        line(
            2, title="Zephyr (ZEP)", days="Mon 16 Nov", count="1 day", verbs=(Verb.EDIT, Verb.DECLINE), with_lines=(1,)
        ),
    ),
    (card_day(november(16), ("Apollo 50",), ("Zephyr 50",)),),
    approve_all=2,
)
LONG = Card(
    CARD_ID,
    1,
    "the whole quarter",
    tuple(line(n, title=f"Project {n} with a rather long name") for n in range(1, 41)),
    tuple(
        card_day(date(2026, 10, 1) + timedelta(days=n), (), ("Interstellar Research Programme 50",)) for n in range(31)
    ),
    approve_all=40,
)
LONG_WRITTEN = replace(
    LONG, lines=tuple(replace(WRITTEN.lines[0], number=n, proposal_id=f"{n:032x}") for n in range(1, 41)), days=()
)


def month_day(day: int) -> ReportDay:
    """A day of a plausible November: a week of work, a holiday, a sick day, the rest to be filled in."""
    when = november(day)
    if when.weekday() >= 5:
        return ReportDay(when, "weekend", ())
    if day == 11:
        return ReportDay(when, "holiday", ())
    if day in (2, 3, 4):
        return ReportDay(when, "reported", ("Apollo 50", "Zephyr 50"))
    if day == 5:
        return ReportDay(when, "absent", ("Sick leave 100",))
    if day == 6:
        return ReportDay(when, "partly", ("Apollo 50",))
    return ReportDay(when, "missing" if day <= 23 else "ahead", ())


MONTH = ReportPicture(
    email="ana@example.org",
    name="Ana Martin",
    month="2026-11",
    title="November 2026",
    submitted=False,
    days=tuple(map(month_day, range(1, 31))),
    totals=(("Apollo", "2 days"), ("Zephyr", "1.5 days"), ("Sick leave", "1 day")),
    missing="Fri 6 Nov 50 %, Mon 9 Nov, Tue 10 Nov and 10 more",
)
FORM = Form(
    proposal_id="1" * 32,
    revision=3,
    title="Apollo (APO)",
    fields=(
        FormField("project", "Project", "choice", "APO", (("APO", "Apollo (APO)"), ("ZEP", "Zephyr (ZEP)"))),
        FormField(
            "dates",
            "Days",
            "days",
            "2026-11-16,2026-11-17",
            tuple((november(day).isoformat(), f"Nov {day}") for day in range(1, 31)),
            hint="or in words",
        ),
        FormField("percent", "How much", "choice", "50", (("50", "50 %"), ("100", "100 %")), prominent=True),
        FormField("note", "Note", "text", "", optional=True),
    ),
)
PREFERENCES = Form(
    proposal_id="",
    revision=0,
    title="Preferences",
    fields=(
        FormField("language", "Language", "choice", "auto", (("auto", "Automatic (English)"), ("en", "English"))),
        FormField(
            "time_zone", "Time zone", "choice", "Europe/Paris", (("Europe/Paris", "Europe/Paris"), ("UTC", "UTC"))
        ),
        FormField("hour", "Hour of reminders", "choice", "9", tuple((str(n), f"{n:02d}:00") for n in range(24))),
        FormField("project", "Project to offer first", "choice", "auto", (("auto", "None"), ("APO", "Apollo (APO)"))),
    ),
)
HOME = Home(
    person=ANA,
    greeting="Hello Ana",
    report=MONTH,
    cards_waiting=9,
    today=november(23),
    painted="f" * 32,
    waiting=(
        WaitingCard(
            CARD_ID,
            "Apollo (APO) 50 % Mon 16 – Thu 19 Nov; Sick leave 100 % Fri 20 Nov",
            "waits since Mon 23 Nov 09:12",
        ),
        WaitingCard("d" * 32, "Zephyr (ZEP) 100 % Fri 13 Nov", "waits since Fri 20 Nov 17:40", is_here=False),
    ),
    offers=(
        Offer(OneClick.COPY_WEEK, "2026-11-09", "Same as the week before: Mon 9 – Thu 12 Nov"),
        Offer(OneClick.FILL_MONTH, "2026-11", "Fill 9 missing days with Apollo"),
    ),
    preferences="English · Europe/Paris · reminders at 10:00",
)
QUIET_HOME = replace(
    HOME, report=replace(MONTH, submitted=True, missing="", complete=True), cards_waiting=0, waiting=(), offers=()
)
ADMIN_HOME = replace(
    QUIET_HOME,
    late=(
        LateMonth("2026-10", "Not submitted for October 2026", (), 0, 0),
        LateMonth(
            "2026-11",
            "Not submitted for November 2026",
            (
                LatePerson("ben@example.org", "Ben Okafor", "12 days missing", nudgeable=True),
                LatePerson("cy@example.org", "Cy <b> Twombly", "nothing missing so far", nudgeable=False),
            ),
            40,
            39,
        ),
    ),
)
FULL_HOME = replace(
    HOME,
    waiting=HOME.waiting * 20,
    offers=HOME.offers * 20,
    late=(replace(ADMIN_HOME.late[1], people=ADMIN_HOME.late[1].people * 20),) * 3,
)
