"""Messages that are nothing but a list are read without a model; wherever anything is left over or open, none is."""

from __future__ import annotations

import pytest

from bot.ledgers.sample import ABSENCE_REASONS
from bot.tools.plain_lists import lines_of
from tests.unit.small_company import PROJECTS, WEDNESDAY


def read(text: str) -> list[str] | None:
    """The lines as "CODE: days, amount"."""
    lines = lines_of(text, [], PROJECTS, ABSENCE_REASONS, WEDNESDAY)
    return lines and [f"{line.code}: {line.dates}" + (f", {line.amount}" if line.amount else "") for line in lines]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("gull wedensday", ["GULL: wedensday"]),
        ("lundi mardi gull mercedi à vendredi anchor voilà", ["GULL: lundi mardi", "ANC: mercedi à vendredi"]),
        ("thx, gull monday lol", ["GULL: monday"]),
        ("3/3 gull, 4/3 gull again but 50%, 5/3 anchor", ["GULL: 3/3", "GULL: 4/3, 50%", "ANC: 5/3"]),
        ("lundi gull, mardi gull encore mais que matin, mercredi vela",
         ["GULL: lundi", "GULL: mardi, matin", "VELA: mercredi"]),
        ("gull, wednesday", ["GULL: wednesday"]),
        ("mon gull tue anchor", ["GULL: mon", "ANC: tue"]),
        ("mon gull, tue anchor, wed sick", ["GULL: mon", "ANC: tue", "sick: wed"]),
        ("lundi gull mardi brume et mercredi matin vela", ["GULL: lundi", "BRM-12: mardi", "VELA: mercredi, matin"]),
        ("lundi : pluie fine, mardi : rtt", ["PLUIE: lundi", "rtt: mardi"]),
        ("gull mon-wed, anchor thursday, half a day anchor friday",
         ["GULL: mon-wed", "ANC: thursday", "ANC: friday, half a day"]),
        ("yesterday half vela half gull. today gull only", ["VELA: yesterday, half", "GULL: yesterday, half",
                                                           "GULL: today"]),
        ("gull matin, vela aprem lundi", ["GULL: lundi, matin", "VELA: lundi, aprem"]),
        ("gull monday, anchor tuesday morning", ["GULL: monday", "ANC: tuesday, morning"]),
        ("last week: gull mon to wed, anchor thursday", ["GULL: mon to wed last week", "ANC: thursday last week"]),
        ("hier gull, avant-hier anchor", ["GULL: hier", "ANC: avant-hier"]),
        ("gull the rest of the week", ["GULL: rest of the week"]),
        ("on paid leave all next week!!", ["paid_leave: next week"]),
        ("Congés payés du 28 au 30 avril, merci d'avance", ["paid_leave: du 28 au 30 avril"]),
        ("hi, could you put me on gull monday and anchor tuesday please?".replace("?", ""),
         ["GULL: monday", "ANC: tuesday"]),
        ("j'ai fait oscar sept hier", ["OSC7: hier"]),
        ("gull 3/3, anchor 4/3, 5/3 sick", ["GULL: 3/3", "ANC: 4/3", "sick: 5/3"]),
        ("gull mon and tue, thu anchor", ["GULL: mon and tue", "ANC: thu"]),
        ("gull lundi et mardi, jeudi anchor", ["GULL: lundi et mardi", "ANC: jeudi"]),
        ("gull monday am, anchor monday pm", ["GULL: monday, am", "ANC: monday, pm"]),
        ("gull monday, anchor tuesday half day", ["GULL: monday", "ANC: tuesday, half day"]),
        ("gull mon tu wed, anchor fri", ["GULL: mon tu wed", "ANC: fri"]),
        ("gull mon, anchor wed afternoon, friday gull again",
         ["GULL: mon", "ANC: wed, afternoon", "GULL: friday"]),
        ("lundi gull, mardi anchor, jeudi gull encore",
         ["GULL: lundi", "ANC: mardi", "GULL: jeudi"]),
        ("monday gull, tuesday the same, wednesday half gull half vela",
         ["GULL: monday", "GULL: tuesday", "GULL: wednesday, half", "VELA: wednesday, half"]),
        ("lundi malade, mardi pareil, mercredi gull", ["sick: lundi", "sick: mardi", "GULL: mercredi"]),
        ("jpose un cp vendredi stp", ["paid_leave: vendredi"]),
        ("i took a sick day on monday", ["sick: monday"]),
        ("today gull 25 osc7 25 vela 50", ["GULL: today, 25", "OSC7: today, 25", "VELA: today, 50"]),
        ("gull 75, anchor 25 on friday", ["GULL: friday, 75", "ANC: friday, 25"]),
        ("thursday gull n anchor fifty fifty", ["GULL: thursday, fifty fifty", "ANC: thursday, fifty fifty"]),
        ("gull monday to thursday and friday paid leave", ["GULL: monday to thursday", "paid_leave: friday"]),
        ("gull lundi et mardi anchor", ["GULL: lundi", "ANC: mardi"]),
        ("friday 75 gull, 25 anchor", ["GULL: friday, 75", "ANC: friday, 25"]),
    ],
)  # fmt: skip
def test_a_list_is_read_to_its_last_word(text: str, lines: list[str]) -> None:
    """Pairs in any order, a project twice, several on one day with an amount each, absences that say which one."""
    assert read(text) == lines


@pytest.mark.parametrize(
    "text",
    [
        "delte my paid leave next week",  # a word that is left over, here a removal with a slip
        "gull monday, child sick tuesday",
        "bob gull monday",
        "il était sur gull lundi",
        "gull monday maybe",
        "gull lundi ou mardi",
        "is gull on monday?",
        "«gull monday»",
        "not gull monday",
        "pas gull lundi",
        "gull monday instead of anchor",
        "put it on gull monday",  # what was said before
        "gull again monday",  # again as when?
        "the same monday",  # as what?
        "half gull monday, tuesday the same",  # half as well?
        "gull monday, same as anchor tuesday",
        "un cp la semaine prochaine",  # which day?
        "a sick day last week",
    ],
)
def test_a_word_that_is_left_over_leaves_the_message_to_the_model(text: str) -> None:
    """It may be a question, a remark, a correction, somebody else's day."""
    assert read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "gull mon 50% tue anchor",  # whose half?
        "gull monday, anchor tuesday, half days",
        "half gull monday, anchor tuesday",
        "gull mon, tue, wed anchor",  # whose tuesday?
        "gull monday anchor",
        "gull monday tuesday anchor",
        "gull and anchor monday",
    ],
)
def test_what_can_be_shared_out_in_two_ways_is_no_list(text: str) -> None:
    """One way only, or the model reads it."""
    assert read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "gull monday, anchor tuesday last week",  # is the monday in last week too?
        "du 3 au 5 novembre gull, le 6 anchor",
        "every monday gull, friday anchor",
        "gull monday, anchor the rest of the week",
        "gull lundi, anchor le reste de la semaine",
        "gull monday, anchor the next day",
        "gull 3 march, anchor the following week",
        "march: gull monday, anchor tuesday",  # which of them?
        "gull one day last week",
        "gull un jour la semaine dernière",
        "gull un jour de la semaine dernière",
        "gull monday am and tuesday, anchor friday",
        "gull for now",
        "gull tonight",
        "mon gull",  # French: my gull
    ],
)
def test_days_that_could_be_others_are_no_list(text: str) -> None:
    """A phrase that counts for its neighbour, days that are only counted, parts of a day that no amount says."""
    assert read(text) is None


@pytest.mark.parametrize("text", ["may monday, gull tuesday", "may tuesday", "lantern monday", "osc friday"])
def test_a_name_that_is_a_usual_word_or_no_whole_name_is_left_to_the_model(text: str) -> None:
    """There is a project called May."""
    assert read(text) is None


@pytest.mark.parametrize("text", ["gull monday, anchor monday", "gull monday, gull monday half", "gull monday 80%"])
def test_what_no_report_could_hold_is_no_list(text: str) -> None:
    """More than a day on a day, a project twice on it, an amount that is none."""
    assert read(text) is None


def test_how_a_model_names_a_project_counts_where_that_is_no_usual_word() -> None:
    """ "brum" is what the person wrote and the model resolved; "mon gull" is a day and a name."""
    brume, gull = PROJECTS[3], PROJECTS[0]
    lines = lines_of("brum monday", [("brum", brume)], PROJECTS, ABSENCE_REASONS, WEDNESDAY)
    assert lines is not None
    assert (lines[0].subject, lines[0].typed) == (brume, "brum")
    assert read("brum monday") is None
    lines = lines_of("mon gull, tue vela", [("mon gull", gull)], PROJECTS, ABSENCE_REASONS, WEDNESDAY)
    assert lines is not None
    assert [line.dates for line in lines] == ["mon", "tue"]


def test_two_projects_of_one_name_are_asked_about() -> None:
    """The name does not say which one."""
    twins = (*PROJECTS, type(PROJECTS[0])("GULL2", "Gull"))
    assert lines_of("gull monday", [], twins, ABSENCE_REASONS, WEDNESDAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "gull the first and third monday of march anchor",
        "gull le premier et le deuxième lundi de mars anchor",
        "today gull 25€, anchor 25€",
    ],
)
def test_days_that_share_a_word_are_not_parted_and_prices_are_no_shares(text: str) -> None:
    """ "The first" alone would be another day."""
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Hi! List for this week:\n- Mon: Gull\n- Thu: sick\n- Fri: Gull (morning), Vela (afternoon)",
            [
                "GULL: Mon this week",
                "sick: Thu this week",
                "GULL: Fri this week, morning",
                "VELA: Fri this week, afternoon",
            ],
        ),
        ("my hours:\nmon gull\ntue anchor", ["GULL: mon", "ANC: tue"]),
        ("mon: gull\ntue: anchor half", ["GULL: mon", "ANC: tue, half"]),
        ("mon: gull\ntue: anchor\nhalf days", None),  # of both?
        ("not yet:\nmon gull\ntue anchor", None),
        ("for bob:\nmon gull\ntue anchor", None),
    ],
)
def test_a_header_stands_above_the_lines(text: str, lines: list[str] | None) -> None:
    assert read(text) == lines
