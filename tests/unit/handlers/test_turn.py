"""The turn: what becomes of a person's words and of what the model makes of them."""

from __future__ import annotations

import pytest

from bot.domain.card import Verb
from bot.domain.conversation import Speaker
from bot.domain.proposal import ProposalState
from bot.errors import ModelError
from bot.ports import ModelReply
from tests.fakes import calls

HOW_ELSE = "Edit this line, or write “forget it”."  # what is said under whatever is refused
WEEK = ("add_activities", {"project": "apollo", "dates": "mon to thu", "percent": "half days"})
SICK = ("add_absence", {"reason": "sick", "dates": "friday"})


def test_two_calls_become_two_lines_of_one_card(office):
    """The example of the design: one card, each line with its days, and nothing in the ledger yet."""
    office.say("apollo mon to thu, half days, sick on friday", calls(WEEK, SICK))
    (card,) = office.cards
    assert [(line.number, line.title, line.amount, line.days) for line in card.lines] == [
        (1, "Apollo (APO)", "50 %", "Mon 16 – Thu 19 Nov"),
        (2, "Sick leave", "100 %", "Fri 20 Nov"),
    ]
    assert all(line.verbs == (Verb.APPROVE, Verb.EDIT, Verb.DECLINE) for line in card.lines)
    assert card.approve_all == 2
    assert card.still_open == "Mon 16 Nov 50 %, Tue 17 Nov 50 %, Wed 18 Nov 50 %, Thu 19 Nov 50 %"
    assert office.entries() == []


def test_a_reading_call_runs_at_once_and_goes_back_to_the_model(office):
    """The finding is shown by code, and the model speaks after it has seen it."""
    office.say("which projects am I on?", calls(("get_my_projects", {})), ModelReply("Here they are."))
    assert [t.text for t in office.texts] == [
        "Your projects\n• Apollo (APO), Northwind\n• Zephyr (ZEP), Contoso",
        "Here they are.",
    ]
    assert office.model.prompts[1][-1].text.startswith("ok\nYour projects")


def test_what_was_not_said_is_asked_for(office):
    """No day said means a question, never today."""
    office.say("log me on zephyr", calls(("add_activities", {"project": "zephyr"})))
    assert office.cards == []
    assert office.texts[0].text == "Which days?"
    assert office.texts[0].note == "Nothing was written."


def test_an_answer_that_is_only_the_missing_argument_needs_no_model(office):
    """The follow-up completes the call by code: it works with any model, and at once."""
    office.say("log me on zephyr", calls(("add_activities", {"project": "zephyr"})))
    office.say("today and tomorrow")
    assert len(office.model.prompts) == 1
    assert [(p.arguments["project"], p.arguments["dates"]) for p in office.pending] == [
        ("ZEP", ["2026-11-18", "2026-11-19"])
    ]


def test_a_project_that_nobody_said_goes_back_to_the_model_once_and_then_to_the_person(office):
    """An invented argument never reaches a card."""
    invented = calls(("add_activities", {"project": "Zephyr", "dates": "friday"}))
    office.say("log friday please", invented, invented)
    assert office.pending == []
    assert "did not say project" in office.model.prompts[1][-1].text
    assert "?" in office.texts[0].text


def test_a_day_that_nobody_said_is_not_proposed(office):
    """The same for days, written as ISO by a model that computes."""
    invented = calls(("add_activities", {"project": "apollo", "dates": "2026-11-16"}))
    office.say("apollo please", invented, invented)
    assert office.pending == []


def test_an_ambiguous_project_is_asked_back_with_the_candidates(office):
    """A client with two projects stands for neither; the candidates are offered to click."""
    office.say("tomorrow I work for Contoso", calls(("add_activities", {"project": "Contoso", "dates": "tomorrow"})))
    assert office.texts[0].choices == ("Orion (ORI)", "Zephyr (ZEP)")
    office.say("Zephyr (ZEP)")
    assert [p.arguments["project"] for p in office.pending] == ["ZEP"]


def test_an_impossible_percent_is_asked_about(office):
    """80 % is no step of 25 %: never rounded."""
    office.say(
        "apollo friday 80%", calls(("add_activities", {"project": "apollo", "dates": "friday", "percent": "80%"}))
    )
    assert office.pending == []
    assert "?" in office.texts[0].text


def test_a_correction_supersedes_the_line_it_names_and_inherits_the_rest(office):
    """ "no, half days": the model may leave out what did not change."""
    office.say("apollo mon and tue", calls(("add_activities", {"project": "apollo", "dates": "mon and tue"})))
    office.say("no, half days", calls(("add_activities", {"percent": "half days", "replaces": "1"})))
    first, second = office.proposals()
    assert first.state is ProposalState.SUPERSEDED
    assert (second.line, second.arguments["percent"], second.arguments["dates"]) == (
        2,
        50,
        ["2026-11-16", "2026-11-17"],
    )
    assert [line.outcome for line in office.cards[0].lines] == ["Replaced by a newer card."]


def test_an_addition_leaves_the_pending_card_alone(office):
    """ "same for thursday" proposes only what is new."""
    office.say("apollo monday", calls(("add_activities", {"project": "apollo", "dates": "monday"})))
    office.say("same for thursday", calls(("add_activities", {"project": "apollo", "dates": "thursday"})))
    assert [(p.line, p.state.value) for p in office.proposals()] == [(1, "pending"), (2, "pending")]


def test_forget_it_drops_what_is_pending(office):
    """Discard needs no approval and is said by code."""
    office.say("apollo monday", calls(("add_activities", {"project": "apollo", "dates": "monday"})))
    office.say("forget it", calls(("discard", {})))
    assert office.pending == []
    assert office.texts[-1].text == "Dropped. Nothing was written."


def test_done_without_a_card_carries_codes_own_line(office):
    """The model's "Done!" is never the last word about a project and a day."""
    office.say("apollo on monday as usual", ModelReply("Done! I logged Apollo on Monday."))
    assert office.texts[0].note == "Nothing was written."
    assert office.entries() == []


def test_small_talk_carries_no_such_line(office):
    """The line stands where it must, not everywhere."""
    office.say("hello there", ModelReply("Hello!"))
    assert office.texts[0].note == ""


def test_a_day_over_100_percent_takes_approve_away(office):
    """The card says which day and why, and offers Edit and Decline."""
    office.fill("2026-11-16", 75)
    office.say("zephyr monday", calls(("add_activities", {"project": "zephyr", "dates": "monday"})))
    (card,) = office.cards
    assert card.lines[0].verbs == (Verb.EDIT,)
    assert card.lines[0].problem == f"Mon 16 Nov would have 175 %, and a day has 100 %. {HOW_ELSE}"
    assert card.days[0].over


def test_replacing_a_project_gives_two_lines_with_one_approve(office):
    """Delete X and add Y on the same full day are valid only together."""
    office.fill("2026-11-17", 100)
    office.say(
        "change yesterday from apollo to zephyr",
        calls(
            ("delete_entries", {"dates": "yesterday", "project": "apollo"}),
            ("add_activities", {"project": "zephyr", "dates": "yesterday"}),
        ),
    )
    (card,) = office.cards
    assert [line.problem for line in card.lines] == [None, None]
    assert [Verb.APPROVE in line.verbs for line in card.lines] == [True, False]
    assert (card.days[0].before, card.days[0].after) == (("Apollo 100",), ("Zephyr 100",))


def test_a_call_to_a_tool_that_does_not_exist_is_told_to_the_model_once(office):
    """Then the person gets an answer, and nothing happens."""
    office.say("do magic", calls(("do_magic", {})), calls(("do_magic", {})))
    assert "There is no tool do_magic" in office.model.prompts[1][-1].text
    assert "?" in office.texts[0].text


def test_a_model_that_only_ever_reads_is_stopped(office):
    """Six rounds at most, then a sentence."""
    office.say("hm", *[calls(("get_my_projects", {}))] * 10)
    assert len(office.model.prompts) == 6
    assert office.texts[-1].text.startswith("I could not work that out.")


def test_an_empty_answer_is_never_silence(office):
    """The person always gets an answer."""
    office.say("hm", ModelReply(""))
    assert len(office.texts) == 1


def test_one_amount_that_the_model_forgot_is_put_back(office):
    """ "half days" was said once and belongs to the only call that could take it."""
    office.say("apollo monday half days", calls(("add_activities", {"project": "apollo", "dates": "monday"})))
    assert office.pending[0].arguments["percent"] == 50


def test_a_day_phrase_cut_short_is_read_to_its_end(office):
    """ "mon" of "mon to thu" would be a wrong card."""
    office.say("apollo mon to thu", calls(("add_activities", {"project": "apollo", "dates": "mon"})))
    assert len(office.pending[0].arguments["dates"]) == 4


def test_somebody_whom_the_ledger_does_not_know_is_told_so(office):
    """Identity comes from the platform; without an employee there is no turn."""
    office.say("hello", person="U-NOBODY")
    assert "I do not know you yet" in office.texts[0].text
    assert office.model.prompts == []


@pytest.mark.parametrize("text", ["", "   ", "x" * 4001])
def test_a_message_that_cannot_be_read_is_refused_with_a_reason(office, text):
    """Empty and endless messages never reach the model."""
    office.say(text)
    assert office.model.prompts == []
    assert len(office.texts) == 1


def test_a_message_waits_while_the_model_is_away_and_is_answered_when_it_is_back(office):
    """Nothing is lost: the event stays in the inbox."""
    office.say("hello there", ModelError("out of memory"), ModelReply("Hello!"))
    assert office.texts == []
    assert "waiting for the language model" in office.platform.statuses[-1]
    office.work()
    assert [t.text for t in office.texts] == ["Hello!"]


def test_an_error_that_nobody_expected_is_answered_with_a_reference(office):
    """Never a stack trace, never silence."""
    office.say("hello there", ValueError("a bug"))
    assert "Something went wrong" in office.texts[0].text
    assert "a bug" not in office.texts[0].text


def test_an_event_delivered_twice_is_handled_once(office):
    """The inbox drops the duplicate."""
    event = office.event("message", "U-ANA", text="hello there")
    office.model.script += [ModelReply("Hello!"), ModelReply("Hello again!")]
    office.happen(event)
    office.happen(event)
    assert [t.text for t in office.texts] == ["Hello!"]


def test_an_admin_sees_other_peoples_reports_and_nobody_else_does(office):
    """The role is checked by code, whatever the model calls."""
    asked = ("get_report", {"employee": "ben", "month": "november"})
    office.say("show me ben's november report", calls(asked))
    assert office.texts[0].text == "Only administrators can see other people's reports."
    office.say("show me ben's november report", calls(asked), ModelReply("Here it is."), person="U-EVE")
    assert any(getattr(p, "name", "") == "Ben Okafor" for p in office.platform.posted.values())


def test_the_prompt_begins_with_what_is_the_same_for_everyone(office):
    """Instructions, then the person, then the date: the shared prefix is computed once."""
    office.say("hello", ModelReply("Hello!"))
    system = office.model.prompts[0][0]
    assert system.speaker is Speaker.SYSTEM
    assert system.text.index("You are Tally") < system.text.index("Ana Silva") < system.text.index("Wed 18 Nov 2026")


def test_a_long_conversation_is_cut_where_a_turn_begins(office):
    """What does not fit the model's context is left out from the oldest turn on; the new message never is."""
    for number in range(6):
        office.say(f"hello {number}", ModelReply(f"Hello {number}!"))
    office.model.longest = 4
    office.say("and now?", ModelReply("Now this."))
    assert [m.text for m in office.model.prompts[-1][1:]] == ["hello 5", "Hello 5!", "and now?"]


def test_a_day_that_another_project_takes_from_a_range_leaves_the_others(office) -> None:
    """A lost entry is the worst: the line keeps the days that nothing is said of, and says so on the card."""
    office.say("apollo mon to thu", calls(("add_activities", {"project": "apollo", "dates": "mon to thu"})))
    taken = ("add_activities", {"project": "zephyr", "dates": "tuesday", "replaces": "1"})
    office.say("oh, tuesday was zephyr", calls(taken))
    assert {p.arguments["project"]: [day.day for day in p.change.days] for p in office.pending} == {
        "ZEP": [17],
        "APO": [16, 18, 19],
    }
