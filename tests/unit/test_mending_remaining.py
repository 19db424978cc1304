"""What is left of a day ("the remaining quarter"), the half that an exception leaves, and words that are no amount."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import ToolCall
from bot.phrases import amounts_in, read_days, read_percent
from bot.tools.left_alone import left_alone
from bot.tools.mending import direct_answer, mended
from bot.tools.registry import TOOLS
from tests.unit.small_company import SITUATION, WEDNESDAY, called, shown
from tests.unit.test_mending_shares import TUESDAY, waiting


def mend(text: str, *calls: ToolCall, **more: object) -> list[str]:
    return shown(mended(calls, text, replace(SITUATION, said=(text,), **more)))  # type: ignore[arg-type]


def test_an_am_that_is_a_verb_is_no_morning() -> None:
    sick = called("add_absence", reason="sick", dates="thursday", percent="am")
    assert mend("thursday am sick as a dog", sick) == ["add_absence reason=sick dates=thursday"]
    assert mend("sick thursday am", sick) == ["add_absence reason=sick dates=thursday percent=am"]


@pytest.mark.parametrize("text", ["75, and the remaining quarter to vela", "mettons 25, et les 75 qui restent en vela",
                                  "25 then, vela 75"])  # fmt: skip
def test_an_answer_that_says_more_is_no_amount(text: str) -> None:
    """The model reads it: as an amount it would be one of the two, and the project would be lost."""
    asked = called("add_activities", project="gull", dates="yesterday", percent="80%")
    assert direct_answer(asked, ["percent"], text, replace(SITUATION, said=(text,))) is None
    assert direct_answer(asked, ["percent"], "75 then", replace(SITUATION, said=("75 then",))) is not None


@pytest.mark.parametrize(
    ("text", "percent", "mine", "other"),
    [
        ("75 gull yesterday, and the remaining quarter to vela", "quarter", "75", "the remaining quarter"),
        ("25 % gull hier, les 75 qui restent sur vela", "75", "25 %", "les 75 qui restent"),
        ("half gull yesterday, rest of it vela", "half", "half", "rest of it"),
    ],
)
def test_the_other_project_has_what_remains(text: str, percent: str, mine: str, other: str) -> None:
    """And the first one the amount outside of that."""
    day = "hier" if "hier" in text else "yesterday"
    assert mend(text, called("add_activities", project="gull", dates=day, percent=percent)) == [
        f"add_activities project=gull dates={day} percent={mine}",
        f"add_activities project=vela dates={day} percent={other}",
    ]


def test_what_remains_for_another_project_corrects_nothing() -> None:
    """A model took it for a correction of the quarter that waits."""
    text = "and what remains of the day vela"
    call = called("add_activities", project="vela", dates="tuesday", percent="25", replaces="1")
    made = mend(text, call, pending=(waiting(25, TUESDAY),))
    assert made == ["add_activities project=vela dates=tuesday percent=what remains of the day"]


@pytest.mark.parametrize(
    ("text", "dates", "half"),
    [
        ("mon to wed gull, except tuesday afternoon which i took as paid leave", "mon to wed, except tuesday",
         "afternoon"),
        ("toute la semaine gull sauf mardi matin où j'étais malade", "toute la semaine, sauf mardi", "matin"),
        ("gull all week apart from tuesday morning", "all week apart from tuesday", "morning"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("has_it", [True, False])
def test_an_excepted_half_leaves_the_other_half(text: str, dates: str, half: str, has_it: bool) -> None:
    """Whether or not a model gave the half to all other days. What is made of it counts as said."""
    amount = {"percent": half} if has_it else {}
    situation = replace(SITUATION, said=(text,))
    made = mended([called("add_activities", project="gull", dates=dates, **amount)], text, situation)
    whole, part = (TOOLS[call.tool].resolve(call.arguments, situation).arguments for call in made)
    assert (whole["percent"], part["percent"], part["dates"]) == (100, 50, ["2026-03-10"])
    assert "2026-03-10" not in whole["dates"]


def test_half_days_behind_an_exception_may_be_those_of_all() -> None:
    text = "gull monday to friday except wednesday half days"
    call = called("add_activities", project="gull", dates="monday to friday except wednesday", percent="half days")
    assert len(mend(text, call)) == 1


@pytest.mark.parametrize("phrase", ["this week all days", "cette semaine tous les jours", "last week every day"])
def test_all_days_of_a_week_are_the_week(phrase: str) -> None:
    assert len(read_days(phrase, WEDNESDAY, ()).days) == 5


@pytest.mark.parametrize("phrase", ["all days", "every day", "tous les jours"])
def test_as_an_amount_they_are_whole_days(phrase: str) -> None:
    assert read_percent(phrase) == 100


def test_a_fraction_beside_a_name_is_an_amount() -> None:
    """The name is blanked out. Beside anything else it is a date."""
    assert amounts_in("3/4 \0\0\0\0 today") == ("3/4",)
    assert amounts_in("3/4 trees today") == ()
    assert amounts_in("remaining 25 \0\0\0\0") == ("25",)


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("gull this week, forgot it before the weekend", ["before the weekend"]),
        ("gull monday, have a nice weekend!", ["nice weekend"]),
        ("gull lundi. Bon week-end", ["Bon week-end"]),
        ("gull this week, see you monday", ["see you monday"]),
        ("gull cette semaine. À lundi !", [" À lundi"]),
        ("gull jeudi à lundi", []),
        ("gull on the weekend", []),
        ("gull on good friday", []),
    ],
)
def test_days_that_are_wished_are_nobodys_work(text: str, wished: list[str]) -> None:
    assert [text[start:end] for start, end in left_alone(text, WEDNESDAY)] == wished


def test_days_of_a_wish_give_way_to_those_of_the_message() -> None:
    text = "gull this week, I forgot to fill it in before the weekend"
    for dates in ("the weekend", "this week, the weekend"):
        assert mend(text, called("add_activities", project="gull", dates=dates)) == [
            "add_activities project=gull dates=this week"
        ]


def test_days_of_a_wish_give_way_to_the_only_ones_that_nothing_else_has() -> None:
    text = "voici : gull lundi, vela jeudi, et puis aujourd'hui c'était de l'anchor. Bon week-end, Luca"
    calls = [called("add_activities", project=p, dates=d) for p, d in
             (("gull", "lundi"), ("vela", "jeudi"), ("anchor", "week-end"))]  # fmt: skip
    assert mend(text, *calls)[2] == "add_activities project=anchor dates=aujourd'hui"


def test_what_remains_is_no_amount_of_before() -> None:
    """A model repeats the quarter that was said of another project."""
    call = called("add_activities", project="vela", dates="tuesday", percent="25")
    assert mend("and what remains of the day vela", call, pending=(waiting(25, TUESDAY),)) == [
        "add_activities project=vela dates=tuesday percent=what remains of the day"
    ]


def test_a_half_of_one_is_not_the_others() -> None:
    """Two amounts, of which one call has one and the other none: whose the second is, is not certain."""
    text = "du 1er au 5 mars gull, mais le mardi 3 juste le matin, l'après-midi c'est un congé payé"
    made = mend(text, called("add_activities", project="gull", dates="du 1er au 5 mars"),
                called("add_absence", reason="paid_leave", dates="mardi 3", percent="le matin"))  # fmt: skip
    assert "percent" not in made[0]


@pytest.mark.parametrize(
    ("text", "percent", "stays"),
    [
        ("morning, can u put me on gull tomorrow", "morning", False),
        ("morning! gull tomorrow morning", "morning", True),
        ("gull tomorrow, only the morning", "morning", True),
    ],
)
def test_a_greeting_is_no_amount(text: str, percent: str, stays: bool) -> None:
    (made,) = mend(text, called("add_activities", project="gull", dates="tomorrow", percent=percent))
    assert ("percent" in made) is stays


@pytest.mark.parametrize(
    ("text", "dates", "percent"),
    [
        ("gull yesterday, and i'm sick this afternoon", "this afternoon", "afternoon"),
        ("gull hier, malade vendredi matin", "vendredi matin", "matin"),
        ("gull yesterday, sick friday", "friday", ""),
        ("gull yesterday, sick from friday afternoon to tuesday", "from friday afternoon to tuesday", ""),
    ],
)
def test_a_day_that_is_called_with_its_half_has_that_half(text: str, dates: str, percent: str) -> None:
    made = mended(
        [called("add_activities", project="gull", dates="yesterday" if "yesterday" in text else "hier"),
         called("add_absence", reason="sick", dates=dates)], text, replace(SITUATION, said=(text,)),
    )  # fmt: skip
    assert made[1].arguments.get("percent", "") == percent


def test_all_of_them_are_all_lines_that_have_another_amount() -> None:
    text = "actually make all of them half days"
    lines = (waiting(100, TUESDAY), replace(waiting(50, WEDNESDAY, phrase="today"), id="q", line=2, card_id="l"))
    call = called("add_activities", project="gull", dates="today", percent="half days", replaces="2")
    made = mend(text, call, pending=lines)
    assert made == ["add_activities project=gull dates=tuesday percent=half days replaces=1"]


@pytest.mark.parametrize("text", ["what did i do last week?", "qu'est-ce que j'ai mis la semaine dernière"])
def test_what_was_done_is_in_the_report(text: str) -> None:
    """Not in the dates of that week."""
    week = "last week" if "last" in text else "la semaine dernière"
    assert mend(text, called("get_dates_of_week", week=week)) == [f"get_report month={week}"]
    assert mend(f"dates of {week}", called("get_dates_of_week", week=week)) == [f"get_dates_of_week week={week}"]


def test_no_absence_comes_of_days_alone() -> None:
    """A model made sick leave of them."""
    sick = called("add_absence", reason="sick", dates="friday next week")
    assert mend("no wait i meant friday next week", sick) == []
    assert mend("norovirus friday next week", sick) != []
