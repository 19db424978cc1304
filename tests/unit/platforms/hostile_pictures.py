"""Strategies for hostile pictures: any text in any place, and more of everything than fits."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from bot.domain.card import Card, CardDay, CardLine, Form, FormField, ReportDay, ReportPicture, Verb
from bot.domain.conversation import Person
from bot.domain.home import LateMonth, LatePerson, Offer, OneClick, WaitingCard
from bot.domain.proposal import ProposalState
from bot.ports import Home, Picture, ReminderPicture, TextPicture

ALL = (Verb.APPROVE, Verb.EDIT, Verb.DECLINE)
ANA = Person("U1", "ana@example.org", "Ana", "Europe/Paris", "fr-FR")
SOME_TEXT = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["", " ", "<!channel>", "<@U1> & <https://x.y|z>", "```", "*_~`", "a\nb", "&" * 400, "word " * 900]
    ),
    st.integers(1, 6_000).map(lambda n: "x" * n),
    st.integers(1, 4_000).map(lambda n: "<" * n),
)
IDS = st.integers(0, 2**128 - 1).map(lambda n: f"{n:032x}")
SOME_DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
TEXTS = st.lists(SOME_TEXT, max_size=6).map(tuple)

card_lines = st.builds(
    CardLine,
    proposal_id=IDS,
    revision=st.integers(1, 99),
    number=st.integers(1, 999),
    title=SOME_TEXT,
    amount=SOME_TEXT,
    days=SOME_TEXT,
    count=SOME_TEXT,
    state=st.sampled_from(ProposalState),
    verbs=st.lists(st.sampled_from(ALL), unique=True, max_size=3).map(tuple),
    warnings=TEXTS,
    problem=st.none() | SOME_TEXT,
    notice=st.none() | SOME_TEXT,
    outcome=st.none() | SOME_TEXT,
    with_lines=st.lists(st.integers(1, 99), max_size=40).map(tuple),
    undo=st.booleans(),
    same_days=st.one_of(
        st.just(()),
        st.tuples(SOME_DAYS, st.lists(st.integers(1, 6), max_size=6, unique=True)).map(
            lambda given: (given[0], *(given[0] + timedelta(days=n) for n in sorted(given[1])))
        ),
    ),
    same_for=SOME_TEXT,
)
card_days = st.builds(CardDay, SOME_DAYS, SOME_TEXT, TEXTS, TEXTS, st.booleans())
many_lines = st.one_of(
    st.lists(card_lines, max_size=5).map(tuple),
    st.tuples(card_lines, st.integers(1, 45)).map(lambda given: (given[0],) * given[1]),
)
many_days = st.one_of(
    st.lists(card_days, max_size=5).map(tuple),
    st.tuples(card_days, st.integers(1, 62)).map(lambda given: (given[0],) * given[1]),
)
cards = st.builds(
    Card,
    id=IDS,
    revision=st.integers(1, 99),
    words=SOME_TEXT,
    lines=many_lines,
    days=many_days,
    still_open=SOME_TEXT,
    approve_all=st.integers(0, 45),
    total=SOME_TEXT,
)
STATES = ("reported", "partly", "missing", "absent", "holiday", "weekend", "ahead")
report_days = st.builds(ReportDay, SOME_DAYS, st.sampled_from(STATES), TEXTS)
months = st.builds(
    lambda first, days: tuple(
        ReportDay(first + timedelta(days=n), day.state, day.entries) for n, day in enumerate(days)
    ),
    SOME_DAYS,
    st.one_of(
        st.lists(report_days, max_size=4),
        st.tuples(report_days, st.integers(1, 31)).map(lambda given: [given[0]] * given[1]),
    ),
)
reports = st.builds(
    ReportPicture,
    email=SOME_TEXT,
    name=SOME_TEXT,
    month=st.dates(date(2, 1, 1), date(9000, 1, 1)).map(lambda day: f"{day.year:04d}-{day.month:02d}"),
    title=SOME_TEXT,
    submitted=st.booleans(),
    days=months,
    totals=st.lists(st.tuples(SOME_TEXT, SOME_TEXT), max_size=20).map(tuple),
    missing=SOME_TEXT,
    complete=st.booleans(),
    is_own=st.booleans(),
    pending=st.integers(0, 99),
)
texts = st.builds(
    TextPicture,
    SOME_TEXT,
    SOME_TEXT,
    st.lists(SOME_TEXT, max_size=30).map(tuple),
    read=SOME_TEXT,
    judged=st.booleans(),
)
reminders = st.builds(ReminderPicture, SOME_TEXT, st.just("2026-11"))
pictures: st.SearchStrategy[Picture] = st.one_of(cards, reports, texts, reminders)
waiting_cards = st.builds(WaitingCard, IDS, SOME_TEXT, SOME_TEXT, st.booleans())
offers = st.builds(Offer, st.sampled_from(OneClick), SOME_TEXT, SOME_TEXT)
late_people = st.builds(LatePerson, SOME_TEXT, SOME_TEXT, SOME_TEXT, st.booleans())
late_months = st.builds(
    LateMonth,
    SOME_TEXT,
    SOME_TEXT,
    st.lists(late_people, max_size=40).map(tuple),
    st.integers(0, 2_000),
    st.integers(0, 2_000),
)
homes = st.builds(
    Home,
    person=st.just(ANA),
    greeting=SOME_TEXT,
    report=st.none() | reports,
    cards_waiting=st.integers(0, 99),
    today=st.none() | SOME_DAYS,
    painted=SOME_TEXT,
    waiting=st.lists(waiting_cards, max_size=30).map(tuple),
    offers=st.lists(offers, max_size=30).map(tuple),
    late=st.lists(late_months, max_size=5).map(tuple),
    preferences=SOME_TEXT,
)

NAMES = st.from_regex(r"[a-z]{1,12}", fullmatch=True)
options = st.lists(st.tuples(st.text(max_size=160), SOME_TEXT), max_size=130).map(tuple)
form_fields = st.builds(
    FormField,
    name=NAMES,
    label=SOME_TEXT,
    kind=st.sampled_from(("choice", "days", "text")),
    value=st.text(max_size=40) | SOME_TEXT,
    options=options,
    optional=st.booleans(),
    prominent=st.booleans(),
    hint=SOME_TEXT,
)
forms = st.builds(
    Form,
    proposal_id=IDS,
    revision=st.integers(1, 99),
    title=SOME_TEXT,
    fields=st.lists(form_fields, max_size=5, unique_by=lambda field: field.name).map(tuple),
    notice=SOME_TEXT,
)
