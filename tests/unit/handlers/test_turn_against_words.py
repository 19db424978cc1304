"""A turn holds the calls against the words: what they leave out is said, what they mistake is mended or asked about."""

from __future__ import annotations

import pytest

from bot.ports import ModelReply
from tests.fakes import calls

WEEK = ("add_activities", {"project": "apollo", "dates": "mon to thu", "percent": "half days"})
SICK = ("add_absence", {"reason": "sick", "dates": "friday"})


def test_a_project_that_the_message_names_wins_over_one_that_was_said_before(office):
    """The only call of "zephyr tomorrow" is not about the Apollo of an earlier message."""
    office.say("apollo today", calls(("add_activities", {"project": "apollo", "dates": "today"})))
    office.say("zephyr tomorrow", calls(("add_activities", {"project": "apollo", "dates": "tomorrow"})))
    assert [p.arguments["project"] for p in office.pending] == ["APO", "ZEP"]


def test_a_project_that_did_not_get_onto_the_card_is_named(office):
    """A lost entry is the worst of all: code says what the model left out."""
    office.say("tuesday apollo and zephyr", calls(("add_activities", {"project": "zephyr", "dates": "tuesday"})))
    assert [p.arguments["project"] for p in office.pending] == ["ZEP"]
    assert office.texts[0].text == "Apollo (APO) is not on the card. Say it again on its own if you meant it."


def test_two_amounts_for_two_projects_are_not_mixed_up(office):
    """Each has its own, in the order in which they were said."""
    both = [("add_activities", {"project": p, "dates": "monday", "percent": "75%"}) for p in ("zephyr", "apollo")]
    office.say("zephyr 25% and apollo 75% on monday", calls(*both))
    assert [(p.arguments["project"], p.arguments["percent"]) for p in office.pending] == [("ZEP", 25), ("APO", 75)]


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("apollo monday, and i was off sick for a bit of the afternoon at some point", "Sick leave"),
        ("apollo lundi, et un peu malade apres", "Sick leave"),
        ("apollo monday", None),
    ],
)
def test_an_absence_that_did_not_get_onto_the_card_is_named(office, words: str, missing: str | None):
    """A day's pay hangs on it: code says what the model left out; a card without one stands alone."""
    day = "lundi" if "lundi" in words else "monday"
    office.say(words, calls(("add_activities", {"project": "apollo", "dates": day})))
    assert [p.arguments["project"] for p in office.pending] == ["APO"]
    told = [f"{missing} is not on the card. Say it again on its own if you meant it."] if missing else []
    assert [message.text for message in office.texts] == told


def test_a_correction_that_changes_nothing_is_asked_about(office):
    """A new card that says the same would look like an answer."""
    office.say("apollo monday", calls(("add_activities", {"project": "apollo", "dates": "monday"})))
    office.say("no", calls(("add_activities", {"replaces": "1"})))
    assert [p.line for p in office.pending] == [1]
    assert office.texts[0].text == "I did not understand what should be different. What should it be?"


def test_a_day_that_did_not_get_onto_the_card_is_named(office):
    """The absence that the model lost: nothing on the card is about its day."""
    words = "apollo mon to wed, at the dentist thursday"
    office.say(words, calls(("add_activities", {"project": "apollo", "dates": "mon to wed"})))
    assert len(office.pending) == 1
    assert office.texts[0].text == "“thursday” is not on the card. Say it again on its own if you meant it."


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("last week: mon to wed on apollo, the rest on who knows what", "mon to wed last week"),
        ("the whole week on apollo but not wednesday", "the whole week"),
        ("toute la semaine sur apollo sauf mercredi", "toute la semaine"),
        ("apollo monday, sorry only telling you now", "monday"),
        ("apollo monday even if it was a public holiday", "monday"),
    ],
)
def test_what_is_on_the_card_or_rightly_not_is_not_named_as_missing(office, words: str, dates: str):
    """A day within the week that heads the message, one that is left out, the hour of the telling, everybody's day."""
    office.say(words, calls(("add_activities", {"project": "apollo", "dates": dates})))
    assert len(office.pending) == 1
    assert office.texts == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("apollo lundi mais mardi j'étais ailleurs", "lundi"),
        ("apollo last week, i was away tuesday", "last week"),
    ],
)
def test_a_day_of_its_own_is_named_beside_a_but_and_beside_a_week(office, words: str, said: str):
    """Neither is an exception, and nothing says that it is of that week."""
    office.say(words, calls(("add_activities", {"project": "apollo", "dates": said})))
    assert len(office.pending) == 1
    day = "mardi" if "mardi" in words else "tuesday"
    assert f"{day}” is not on the card" in office.texts[0].text


def test_what_may_be_an_absence_is_named_where_only_projects_are_on_the_card(office):
    """ "Dentist" is no reason that there is, and yet not a word to drop."""
    office.say("dentist tmrw, rest of it apollo", calls(("add_activities", {"project": "apollo", "dates": "tmrw"})))
    assert office.texts[0].text == "“dentist” is not on the card. Say it again on its own if you meant it."


def test_an_answer_stands_behind_the_words_that_it_completes(office):
    """A card that says “You said: monday” would not say from what it was understood."""
    office.say("apollo please", calls(("add_activities", {"project": "apollo"})))
    office.say("monday", ModelReply("", ()))
    assert [p.words for p in office.pending] == ["apollo please … monday"]


def test_a_question_beside_a_card_says_what_it_is_about(office):
    both = calls(("add_activities", {"project": "apollo", "dates": "monday"}), ("add_absence", {"reason": "sick"}))
    office.say("apollo monday and i was sick", both)
    assert office.texts[0].text.startswith("Sick leave: Which days?")


def test_an_answer_to_a_question_is_never_read_as_a_list_of_its_own(office):
    """Asked for the project of a deletion, "apollo monday" does not become something to write."""
    office.say("delete it", calls(("delete_entries", {"project": "apollo"})))
    office.say("apollo monday", calls(("delete_entries", {"project": "apollo", "dates": "monday"})))
    assert not any(p.tool == "add_activities" for p in office.pending)


def test_a_list_counts_over_whatever_the_model_called(office):
    """Every word of it is accounted for, so there is nothing to copy."""
    office.say("apollo monday", calls(("copy_entries", {"source": "monday"})))
    assert [(p.tool, p.title) for p in office.pending] == [("add_activities", "Apollo (APO)")]


def test_a_part_that_the_model_left_out_of_a_plain_list_gets_its_own_line(office):
    """Two projects, each with its days: the second is on the card although the model wrote one call."""
    run_on = calls(("add_activities", {"project": "apollo", "dates": "mon-tue, zephyr wed"}))
    office.say("apollo mon-tue, zephyr wed", run_on)
    shown = [(p.arguments["project"], p.arguments["dates"]) for p in office.pending]
    assert shown == [("APO", ["2026-11-16", "2026-11-17"]), ("ZEP", ["2026-11-18"])]
    assert office.texts == []


def test_a_day_phrase_ends_where_the_next_project_begins(office):
    """The model copied two things into one argument: the first is proposed, the second is named as left out."""
    run_on = calls(("add_activities", {"project": "apollo", "dates": "mon-tue, zephyr"}))
    office.say("apollo mon-tue, zephyr", run_on)
    assert [p.arguments["dates"] for p in office.pending] == [["2026-11-16", "2026-11-17"]]
    assert office.texts[0].text.startswith("Zephyr (ZEP) is not on the card.")


def test_a_model_that_reads_no_tools_is_not_told_what_was_wrong(office):
    """It could make nothing of it: the person is asked at once for what was not said."""
    office.model.reads_tools = False
    office.say("something on monday", calls(("add_activities", {"project": "zephyr", "dates": "monday"})))
    assert len(office.model.prompts) == 1
    assert office.pending == []
    assert office.texts[0].text.startswith("Which project?")


def test_what_a_reading_call_adds_and_nobody_said_is_left_out(office):
    """ "show my november report" with a colleague that the model made up shows the person's own report."""
    made_up = calls(("get_report", {"month": "november", "employee": "D7 Nov"}))
    office.say("show my november report", made_up, ModelReply("Here it is."))
    assert any(getattr(p, "name", "") == "Ana Silva" for p in office.platform.posted.values())


def test_a_day_phrase_does_not_reach_over_to_the_next_projects_day(office):
    """The Friday of "apollo monday and friday zephyr" is Zephyr's: it is not put on Apollo, and Zephyr is missed."""
    heard = calls(("add_activities", {"project": "apollo", "dates": "monday"}))
    office.say("the boss says that it is apollo monday and friday zephyr", heard)
    assert [p.arguments["dates"] for p in office.pending] == [["2026-11-16"]]
    assert office.texts[0].text.startswith("Zephyr (ZEP) is not on the card.")


def test_where_nothing_else_is_said_the_next_projects_day_is_its_own_line(office):
    """A plain list of two, whatever the model heard of it."""
    office.say("apollo monday and friday zephyr", calls(("add_activities", {"project": "apollo", "dates": "monday"})))
    assert [(p.arguments["project"], p.arguments["dates"]) for p in office.pending] == [
        ("APO", ["2026-11-16"]),
        ("ZEP", ["2026-11-20"]),
    ]


@pytest.mark.parametrize(
    ("words", "percent"),
    [
        ("see you in room 75, apollo monday", 100),
        ("apollo monday 75", 75),
        ("75 apollo monday", 75),
        ("apollo on monday at 75", 75),
        ("apollo: 75, monday", 75),
    ],
)
def test_a_number_is_a_share_only_beside_a_project_or_days(office, words, percent):
    """What the model left out is taken from the words where they leave no doubt, and a room is no share."""
    office.say(words, calls(("add_activities", {"project": "apollo", "dates": "monday"})))
    assert [p.arguments["percent"] for p in office.pending] == [percent]


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("no wait, apollo only tuesday", ("add_activities", "APO")),
        ("non, apollo seulement mardi", ("add_activities", "APO")),
        ("no, the flu was on tuesday, apollo is fine", ("add_absence", "sick")),
    ],
)
def test_a_correction_that_names_a_project_is_about_its_line(office, text: str, corrected: tuple[str, str]) -> None:
    """Not about the absence beside it, where nothing else is said; a word more, and the model's reading stands."""
    request = (
        ("add_activities", {"project": "apollo", "dates": "monday"}),
        ("add_absence", {"reason": "sick", "dates": "wednesday"}),
    )
    office.say("please log apollo monday and me sick wednesday", calls(*request))
    day = "mardi" if "mardi" in text else "tuesday"
    office.say(text, calls(("add_absence", {"reason": "sick", "dates": day, "replaces": "2"})))
    newest = max(office.pending, key=lambda p: p.line)
    assert (newest.tool, newest.arguments.get("project") or newest.arguments.get("reason")) == corrected
    assert newest.arguments["dates"] == ["2026-11-17"]
    assert len(office.pending) == 2


def test_forget_it_proposes_nothing_whatever_the_model_calls(office):
    """After a question the model went on with what had been asked: "forget it" became a card."""
    asked = calls(("add_activities", {"project": "zephyr"}))
    office.say("zephyr, and thursday is still open", asked)
    before = [p.id for p in office.pending]
    office.say("forget it", calls(("add_activities", {"project": "zephyr", "dates": "thursday"})))
    assert [p for p in office.pending if p.id not in before] == []
    office.say("apollo monday", calls(("add_activities", {"project": "apollo", "dates": "monday"})))
    assert len(office.pending) == 1
    office.say("laisse tomber", calls(("add_activities", {"project": "apollo", "dates": "monday"})))
    assert office.pending == []


def test_what_is_to_be_left_alone_is_not_said_to_be_missing(office) -> None:
    """It was meant to stay off the card."""
    sick = calls(("add_absence", {"reason": "sick", "dates": "thursday"}))
    office.say("sick on thursday, leave friday as it is", sick)
    assert [p.arguments["reason"] for p in office.pending] == ["sick"]
    assert office.texts == []


def test_what_it_was_not_is_not_said_to_be_missing(office) -> None:
    """Nothing of it is written that would have to go."""
    work = calls(("add_activities", {"project": "apollo", "dates": "monday"}))
    office.say("monday was apollo, not zephyr", work)
    assert [p.arguments["project"] for p in office.pending] == ["APO"]
    assert office.texts == []


def test_what_is_plainly_asked_is_read_once(office) -> None:
    """The model only talks, before the report is read and after it: its words are then about that."""
    said = ModelReply("I can only help with your activity report.")
    office.say("what's left to fill?", said, ModelReply("Here it is."))
    assert len(office.model.prompts) == 2


@pytest.mark.parametrize("words", ["apollo monday, tuesday not zephyr", "apollo monday, why not zephyr tuesday"])
def test_what_is_not_plainly_denied_is_said_to_be_missing(office, words) -> None:
    office.say(words, calls(("add_activities", {"project": "apollo", "dates": "monday"})))
    assert "Zephyr (ZEP) is not on the card." in office.texts[0].text


def test_a_question_is_read_though_another_one_is_open(office) -> None:
    """What is left to fill is no answer to "Which days?"."""
    office.say("apollo", calls(("add_activities", {"project": "apollo"})))
    asked = len(office.model.prompts)
    office.say(
        "what's left to fill?", ModelReply("I can only help with your activity report."), ModelReply("Here it is.")
    )
    assert len(office.model.prompts) == asked + 2
