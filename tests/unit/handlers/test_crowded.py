"""More than a day on a day is a question, and its answers are understood without the model."""

from __future__ import annotations

import pytest

from tests.fakes import calls

QUESTION = "Apollo (APO) and Zephyr (ZEP) would come to 200 % on Mon 16 Nov: a day has 100 %. How much of it for each?"
AGAIN = QUESTION.replace("How much of it for each?", "What was it on those days? Say it again.")
Call = tuple[str, dict[str, str]]
SICK: Call = ("add_absence", {"reason": "sick", "dates": "monday"})


def work(project: str, dates: str, **more: str) -> Call:
    """A call that puts days on a project."""
    return "add_activities", {"project": project, "dates": dates, **more}


def lines(office) -> list[tuple[object, list[str], object]]:
    """What waits: project or reason, days, percent."""
    return [
        (p.arguments.get("project") or p.arguments.get("reason"), p.arguments["dates"], p.arguments["percent"])
        for p in office.pending
    ]


@pytest.fixture
def asked(office):
    """Two projects on one day, and nobody said how much of it each has."""
    office.say("apollo and zephyr on monday", calls(work("apollo", "monday"), work("zephyr", "monday")))
    assert [(text.text, text.choices) for text in office.texts] == [(QUESTION, ("50 %",))]
    assert office.proposals() == []
    return office


@pytest.mark.parametrize(
    ("answer", "shares"),
    [
        ("50 %", (50, 50)),
        ("half each", (50, 50)),
        ("50/50", (50, 50)),
        ("moitié-moitié", (50, 50)),
        ("split it evenly", (50, 50)),
        ("apollo 75, zephyr 25", (75, 25)),
        ("25 apollo 75 zephyr", (25, 75)),
        ("apollo 75", (75, 25)),
        ("trois quarts zephyr", (25, 75)),
        ("75 apollo, the rest zephyr", (75, 25)),
    ],
)
def test_shares_need_no_model(asked, answer: str, shares: tuple[int, int]) -> None:
    """One for both, each its own, or one and the rest."""
    asked.say(answer)
    monday = ["2026-11-16"]
    assert lines(asked) == [("APO", monday, shares[0]), ("ZEP", monday, shares[1])]
    assert len(asked.model.prompts) == 1


@pytest.mark.parametrize(
    ("answer", "call", "right"),
    [
        ("only apollo", work("apollo", ""), [("APO", ["2026-11-16"], 100)]),
        ("zephyr was tuesday", work("zephyr", "tuesday"), [("ZEP", ["2026-11-17"], 100), ("APO", ["2026-11-16"], 100)]),
        ("APO was tuesday", work("APO", "tuesday"), [("APO", ["2026-11-17"], 100), ("ZEP", ["2026-11-16"], 100)]),
        ("zephyr only in the morning", work("zephyr", "", percent="morning"),
         [("APO", ["2026-11-16"], 50), ("ZEP", ["2026-11-16"], 50)]),
        ("orion tuesday", work("orion", "tuesday"), []),
    ],
)  # fmt: skip
def test_a_line_that_nothing_crowds_any_more_comes_back(asked, answer: str, call: Call, right: list) -> None:
    """Where the other one moved; not where it is the only one that is left."""
    name, arguments = call
    asked.say(answer, calls((name, {key: value for key, value in arguments.items() if value})))
    assert lines(asked) == right


@pytest.mark.parametrize(
    ("words", "called", "text", "choices"),
    [
        ("apollo 75% and zephyr 50% monday",
         [work("apollo", "monday", percent="75%"), work("zephyr", "monday", percent="50%")],
         QUESTION.replace("200", "125"), ()),
        ("apollo mon tue, zephyr mon", [work("apollo", "mon tue"), work("zephyr", "mon")], AGAIN, ()),
        ("apollo monday, sick monday", [work("apollo", "monday"), SICK],
         QUESTION.replace("Zephyr (ZEP)", "Sick leave"), ("50 %",)),
    ],
)  # fmt: skip
def test_an_even_share_is_offered_where_nobody_named_one(
    office, words: str, called: list[Call], text: str, choices: tuple[str, ...]
) -> None:
    office.say(words, calls(*called))
    assert [(said.text, said.choices) for said in office.texts] == [(text, choices)]
    assert office.proposals() == []


@pytest.mark.parametrize("answer", ["a third each", "un tiers chacun", "4h each"])
def test_a_share_that_is_no_quarter_is_the_models(asked, answer: str) -> None:
    """Which may ask again."""
    asked.say(answer, calls(work("apollo", "monday"), work("zephyr", "monday")))
    assert asked.proposals() == []
    assert asked.texts[-1].text == QUESTION


def test_the_button_works_for_days_said_in_two_ways(office) -> None:
    office.say("apollo mon, zephyr monday", calls(work("apollo", "mon"), work("zephyr", "monday")))
    office.say("50 %")
    assert lines(office) == [("APO", ["2026-11-16"], 50), ("ZEP", ["2026-11-16"], 50)]


def test_one_of_two_weeks_that_was_a_day_only(office) -> None:
    """The other has the rest of the week."""
    office.say("apollo and zephyr all week", calls(work("apollo", "all week"), work("zephyr", "all week")))
    office.say("zephyr only wed", calls(work("zephyr", "wed")))
    days = ["2026-11-16", "2026-11-17", "2026-11-19", "2026-11-20"]
    assert lines(office) == [("ZEP", ["2026-11-18"], 100), ("APO", days, 100)]


def test_a_copy_is_not_asked_for_its_share(office) -> None:
    """It has none: the card shows what comes of it."""
    copied = ("copy_entries", {"source": "last week", "dates": "this week"})
    office.fill("2026-11-12", 100)
    office.say("copy last week to this week, zephyr thursday", calls(copied, work("zephyr", "thursday")))
    assert office.texts == []
    assert [p.tool for p in office.pending] == ["copy_entries", "add_activities"]


def test_what_crowds_nothing_is_on_the_card(office) -> None:
    """Beside the question about the others."""
    office.say(
        "apollo monday, zephyr monday, sick friday",
        calls(
            work("apollo", "monday"), work("zephyr", "monday"), ("add_absence", {"reason": "sick", "dates": "friday"})
        ),
    )
    assert lines(office) == [("sick", ["2026-11-20"], 100)]
    assert office.texts[0].text == QUESTION
    office.say("half each")
    assert lines(office) == [("sick", ["2026-11-20"], 100), ("APO", ["2026-11-16"], 50), ("ZEP", ["2026-11-16"], 50)]


def test_a_week_with_a_sick_day_in_it_is_a_card(office) -> None:
    """The week without that day: what anybody means."""
    office.say(
        "apollo all week, sick wednesday",
        calls(work("apollo", "all week"), ("add_absence", {"reason": "sick", "dates": "wednesday"})),
    )
    days = ["2026-11-16", "2026-11-17", "2026-11-19", "2026-11-20"]
    assert lines(office) == [("APO", days, 100), ("sick", ["2026-11-18"], 100)]


def test_half_a_day_of_something_else_leaves_the_other_half(office) -> None:
    """As two lines of the same project."""
    office.say(
        "apollo mon to wed, zephyr tuesday afternoon",
        calls(work("apollo", "mon to wed"), work("zephyr", "tuesday", percent="afternoon")),
    )
    tuesday = ["2026-11-17"]
    assert lines(office) == [("APO", ["2026-11-16", "2026-11-18"], 100), ("APO", tuesday, 50), ("ZEP", tuesday, 50)]


def test_what_the_model_did_not_hear_is_said_with_the_answer(office) -> None:
    """The question shows no card, so the next one says what of the message it lacks."""
    office.say("apollo, zephyr and orion monday", calls(work("apollo", "monday"), work("zephyr", "monday")))
    office.say("half each")
    assert "Orion (ORI) is not on the card" in office.texts[-1].text


def test_in_french(office) -> None:
    """The whole exchange."""
    office.say("apollo et zephyr lundi, merci", calls(work("apollo", "lundi"), work("zephyr", "lundi")))
    assert "200" in office.texts[0].text
    office.say("moitié chacun")
    assert lines(office) == [("APO", ["2026-11-16"], 50), ("ZEP", ["2026-11-16"], 50)]


@pytest.mark.parametrize(
    "percent", ["what is left beside 50 %", "what is left beside 25 %", "what is left beside 99 %"]
)
def test_the_words_that_code_writes_are_no_amount_where_nobody_said_one(office, percent: str) -> None:
    """A model may copy them out of the conversation."""
    office.say("apollo monday", calls(work("apollo", "monday", percent=percent)), calls(work("apollo", "monday")))
    assert lines(office) == [("APO", ["2026-11-16"], 100)]


def test_what_several_leave_was_said_with_them(office) -> None:
    """25 and 25 leave a half."""
    quarters = [
        work("zephyr", "tuesday", percent="25%"),
        ("add_absence", {"reason": "sick", "dates": "tuesday", "percent": "25%"}),
    ]
    office.say("apollo mon to wed, tuesday zephyr 25% and sick 25%", calls(work("apollo", "mon to wed"), *quarters))
    tuesday = ["2026-11-17"]
    rest = [
        ("APO", ["2026-11-16", "2026-11-18"], 100),
        ("APO", tuesday, 50),
        ("ZEP", tuesday, 25),
        ("sick", tuesday, 25),
    ]
    assert lines(office) == rest


def test_everything_that_happened_in_a_week_is_on_one_card(office) -> None:
    """Behind a "but" stands another clause: its day is the illness's, and the rest of the week the work's."""
    said = "apollo the whole week, but wedn i had a fever and friday arvo was zephyr"
    sick = ("add_absence", {"reason": "sick", "dates": "wedn"})
    office.say(said, calls(work("apollo", "the whole week"), sick, work("zephyr", "friday", percent="arvo")))
    friday, rest = ["2026-11-20"], ["2026-11-16", "2026-11-17", "2026-11-19"]
    assert lines(office) == [
        ("APO", rest, 100),
        ("APO", friday, 50),
        ("sick", ["2026-11-18"], 100),
        ("ZEP", friday, 50),
    ]
    assert office.texts == []


def test_what_is_asked_of_several_is_asked_of_each(office) -> None:
    """None of them is lost behind the other."""
    office.say("apollo and zephyr sometime", calls(work("apollo", ""), work("zephyr", "")))
    assert office.texts[0].text == "apollo and zephyr: Which days?"


def test_room_moves_with_the_day_that_it_was_made_for(office) -> None:
    """A correction of the sick day gives wednesday back to the week and takes thursday out of it."""
    sick = ("add_absence", {"reason": "sick", "dates": "wednesday"})
    office.say("apollo all week, sick wednesday", calls(work("apollo", "all week"), sick))
    office.say("sick was thursday", calls(("add_absence", {"reason": "sick", "dates": "thursday", "replaces": "2"})))
    days = ["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-20"]
    assert sorted(lines(office)) == sorted([("APO", days, 100), ("sick", ["2026-11-19"], 100)])
    office.say("no, friday", calls(("add_absence", {"reason": "sick", "dates": "friday", "replaces": "3"})))
    days = ["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19"]
    assert sorted(lines(office)) == sorted([("APO", days, 100), ("sick", ["2026-11-20"], 100)])


def test_the_half_that_was_kept_moves_too(office) -> None:
    """Half a day of illness on another day: the other half of that one is work."""
    sick = {"reason": "sick", "percent": "morning"}
    office.say(
        "apollo all week, sick wednesday morning",
        calls(work("apollo", "all week"), ("add_absence", {**sick, "dates": "wednesday"})),
    )
    office.say("sick was thursday", calls(("add_absence", {"reason": "sick", "dates": "thursday", "replaces": "3"})))
    days = ["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-20"]
    assert sorted(lines(office), key=str) == sorted(
        [("APO", days, 100), ("APO", ["2026-11-19"], 50), ("sick", ["2026-11-19"], 50)], key=str
    )


def test_a_day_outside_the_week_gives_nothing_back(office) -> None:
    """Nobody said what wednesday was then: it stays open."""
    sick = ("add_absence", {"reason": "sick", "dates": "wednesday"})
    office.say("apollo all week, sick wednesday", calls(work("apollo", "all week"), sick))
    away = {"reason": "sick", "dates": "next monday", "replaces": "2"}
    office.say("sick is next monday", calls(("add_absence", away)))
    days = ["2026-11-16", "2026-11-17", "2026-11-19", "2026-11-20"]
    assert sorted(lines(office)) == sorted([("APO", days, 100), ("sick", ["2026-11-23"], 100)])


def test_room_moves_past_a_public_holiday_and_in_french(office) -> None:
    """The holiday is no day of the range, before and after."""
    sick = ("add_absence", {"reason": "sick", "dates": "lundi dernier"})
    office.say(
        "apollo toute la semaine dernière, malade lundi dernier",
        calls(work("apollo", "toute la semaine dernière"), sick),
    )
    again = {"reason": "sick", "dates": "mardi dernier", "replaces": "2"}
    office.say("non, malade mardi dernier", calls(("add_absence", again)))
    days = ["2026-11-09", "2026-11-12", "2026-11-13"]
    assert sorted(lines(office)) == sorted([("APO", days, 100), ("sick", ["2026-11-10"], 100)])


def test_room_that_the_person_made_stays_where_they_made_it(office) -> None:
    """Nobody said what wednesday was then."""
    sick = ("add_absence", {"reason": "sick", "dates": "wednesday"})
    office.say(
        "apollo all week except wednesday, sick wednesday", calls(work("apollo", "all week except wednesday"), sick)
    )
    office.say("sick was thursday", calls(("add_absence", {"reason": "sick", "dates": "thursday", "replaces": "2"})))
    assert ("sick", ["2026-11-19"], 100) in lines(office)
    assert not any("2026-11-18" in days for _, days, _ in lines(office))
