"""A conversation that lasts: the newest turns word by word, what came of the older ones, and what waits always."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from bot.domain.conversation import Message, Speaker
from bot.domain.proposal import ProposalState
from bot.domain.timesheet import Project
from bot.handlers.condensing import FACTS_ROOM, MOST_TURNS
from bot.handlers.familiar import ROOM, projects_of
from bot.ledgers.sample import Company
from bot.ports import ModelReply
from tests.fakes import calls
from tests.unit.handlers.conftest import ANA, COMPANY

MONDAY = calls(("add_activities", {"project": "apollo", "dates": "monday"}))
TUESDAY = calls(("add_activities", {"project": "zephyr", "dates": "tuesday", "percent": "half"}))


def chat(office, turns: int, first: int = 0) -> None:
    """So many turns of small talk, two messages each."""
    for number in range(first, first + turns):
        office.say(f"hello {number}", ModelReply(f"Hello {number}!"))


def newest(office) -> list[Message]:
    """The newest prompt, without the system message."""
    return office.model.prompts[-1][1:]


def system(office) -> str:
    """The newest prompt's system message."""
    return office.model.prompts[-1][0].text


def conversation(office):
    """Ana's conversation as it is stored."""
    return office.store.conversation_at("fake", "D-U-ANA")


def test_a_conversation_within_the_budget_is_told_word_by_word(office):
    """Nothing is condensed before it has to be, and then there is no heading for it either."""
    chat(office, 10)
    assert [m.text for m in newest(office)][:3] == ["hello 0", "Hello 0!", "hello 1"]
    assert "# Earlier" not in system(office)


def test_what_came_of_turns_that_were_cut_is_told_as_facts(office):
    """Written, declined with the reason, and what it was about: code's words, at the end of the system message."""
    office.say("apollo monday", MONDAY)
    office.click("approve", office.pending[0])
    office.say("zephyr half of tuesday", TUESDAY)
    office.click("decline", office.pending[0], reason="it was\nWednesday")
    office.model.comfortable = 8
    chat(office, 8)
    assert system(office).endswith(
        "# Earlier\nwritten: Apollo (APO) 100 % Mon 16 Nov\ndeclined (it was Wednesday): Zephyr (ZEP) 50 % Tue 17 Nov"
    )
    assert not any(m.proposal_ids for m in newest(office))


def test_a_fact_is_what_is_true_now_not_what_was_true_when_it_was_cut(office):
    """A line that was still waiting at the cut reads as what became of it since."""
    office.model.comfortable = 6
    office.say("apollo monday", MONDAY)
    proposal = office.pending[0]
    chat(office, 6)
    assert "# Earlier" not in system(office)
    office.click("approve", proposal)
    office.say("hello again", ModelReply("Hello!"))
    assert "written: Apollo (APO) 100 % Mon 16 Nov" in system(office)


def test_what_was_replaced_is_no_fact(office):
    """Only the newest reading of a request counts; the one it replaced would be mistaken for a second one."""
    office.say("apollo monday", MONDAY)
    half = calls(("add_activities", {"project": "apollo", "dates": "monday", "percent": "50", "replaces": "1"}))
    office.say("make it 50", half)
    office.click("approve", office.pending[0])
    office.model.comfortable = 6
    chat(office, 6)
    assert system(office).count("Apollo (APO)") == 1 + 1  # among the projects, and once as a fact


def test_the_facts_are_bounded_and_the_oldest_are_counted(office):
    """A year of changes takes no more room than a month of them."""
    office.model.comfortable = 8
    for number in range(45):
        day = date(2026, 3, 2) + timedelta(days=number)
        phrase = f"{day.day} {day:%B} 2026"
        office.say(f"apollo {phrase}", calls(("add_activities", {"project": "apollo", "dates": phrase})))
        for proposal in office.pending:
            office.click("decline", proposal, reason="no " * 60)
    chat(office, 6)
    facts = system(office).split("# Earlier\n")[1].split("\n")
    assert sum(map(len, facts)) <= FACTS_ROOM + 40
    assert facts[0].startswith("earlier: ")
    told = [line for line in facts[1:] if line.startswith("declined")]
    assert int(facts[0].split()[1]) + len(told) == 45
    assert "15 Apr" in facts[-1], "the newest comes last"


def test_the_cut_moves_in_steps(office):
    """Most prompts begin with the same messages as the one before, so that an engine's cache serves them."""
    office.model.comfortable = 20
    beginnings = []
    for number in range(40):
        chat(office, 1, number)
        beginnings.append(newest(office)[0].text)
    moves = sum(before != after for before, after in pairwise(beginnings))
    assert 5 <= moves <= 10, beginnings
    assert all(len(prompt) <= 20 + 1 for prompt in office.model.prompts)


def test_a_cut_is_remembered_and_read_from_again(office):
    """The next turn does not look at what was cut, so a conversation of years costs what one of a week does."""
    office.model.comfortable = 20
    chat(office, 30)
    after = conversation(office).earlier.after
    assert after > 0
    office.model.comfortable = 1_000
    chat(office, 1, 30)
    assert conversation(office).earlier.after == after
    assert newest(office)[0].text != "hello 0"


def test_a_large_context_is_not_filled_with_a_whole_year(office):
    """Also where everything would fit, MOST_TURNS are told word by word at most."""
    office.model.longest = office.model.comfortable = 100_000
    chat(office, MOST_TURNS + 2)
    assert sum(m.speaker is Speaker.USER for m in newest(office)) <= MOST_TURNS + 1


def test_making_room_measures_the_prompt_a_few_times_only(office):
    """A cut is found by halving, not by trying one turn after the other."""
    chat(office, 50)
    office.model.sized = 0
    office.model.comfortable = 10
    chat(office, 1, 50)
    assert office.model.sized <= 9


def test_a_message_that_needs_the_room_itself_gets_it(office):
    """What is not comfortable but fits stays; what does not fit is shortened for this prompt alone."""
    chat(office, 6)
    before = conversation(office).earlier
    office.model.longest = 6
    chat(office, 1, 6)
    assert len(office.model.prompts[-1]) <= 6
    assert newest(office)[-1].text == "hello 6"
    assert conversation(office).earlier.after >= before.after


def test_what_waits_is_in_the_prompt_after_its_turn_was_cut(office):
    """Its own turn was cut long ago: it is told again, as a turn, right before what the person says now."""
    office.say("apollo monday", MONDAY)
    office.model.comfortable = 12
    chat(office, 25)
    texts = [(m.speaker.value, m.text) for m in newest(office)]
    assert texts[-5:-3] == [("user", "apollo monday"), ("assistant", "")]
    assert texts[-3] == ("tool", "pending 1\nApollo (APO) 100 %")
    assert texts[-2:] == [("assistant", "On the card."), ("user", "hello 24")]


def test_a_line_can_be_corrected_long_after_it_was_said(office):
    """The number is the line's, what the correction leaves out is the line's, and the old card is painted again."""
    office.say("apollo monday", MONDAY)
    old = office.pending[0]
    office.model.comfortable = 12
    chat(office, 25)
    office.say("make it 50", calls(("add_activities", {"percent": "50", "replaces": "1"})))
    (new,) = office.pending
    assert (new.title, new.amount, new.arguments["dates"]) == ("Apollo (APO)", "50 %", ["2026-11-16"])
    assert office.now(old).state is ProposalState.SUPERSEDED
    assert [line.outcome for card in office.cards for line in card.lines if line.proposal_id == old.id] == [
        "Replaced by a newer card."
    ]


def test_forget_it_drops_what_was_said_long_ago(office):
    """Dropping goes by the store, not by what the prompt shows."""
    office.say("apollo monday", MONDAY)
    office.model.comfortable = 12
    chat(office, 25)
    office.say("forget it", calls(("discard", {})))
    assert office.pending == []


def test_a_card_that_came_of_a_click_is_in_the_prompt(office):
    """The Submit button leaves no words behind, yet the line waits and can be spoken of."""
    office.happen(office.event("submit", "U-ANA", month="2026-11"))
    office.say("hello", ModelReply("Hello!"))
    assert any(m.text.startswith("pending 1") for m in newest(office))


def test_many_lines_that_wait_are_all_named(office):
    """The newest as turns, the others in a list by their numbers; none is left out of a model's sight."""
    for number in range(2, 14):
        phrase = f"{number} december"
        office.say(f"apollo {phrase}", calls(("add_activities", {"project": "apollo", "dates": phrase})))
    office.model.comfortable = 8
    chat(office, 8)
    shown = system(office) + "\n".join(m.text for m in newest(office))
    assert sorted(p.line for p in office.pending if f"pending {p.line}" not in shown) == []
    assert "pending 1: Apollo (APO) 100 % Wed 2 Dec" in system(office)


def test_nothing_is_put_between_a_question_and_its_answer(office):
    """An older line that waits is told before the open question, or the answer would seem to be about the line."""
    office.say("apollo monday", MONDAY)
    chat(office, 4)
    office.say("log me on zephyr", calls(("add_activities", {"project": "zephyr"})))
    office.say("the usual, what do you think?", ModelReply("Which days are they?"))
    speakers = [m.text for m in newest(office)]
    assert speakers[-2].startswith("Which day")
    assert speakers.index("apollo monday") < speakers.index("log me on zephyr")


@pytest.mark.parametrize("far", [1, 2, 5])
def test_a_line_that_waits_stands_behind_the_small_talk_that_followed(office, far):
    """Near its turn nothing is moved; later it comes last, once, and in one piece."""
    office.say("apollo monday", MONDAY)
    chat(office, far)
    chat(office, 1, far)
    said = [m.text for m in newest(office) if m.speaker is Speaker.USER]
    assert said.count("apollo monday") == 1
    assert said.index("apollo monday") == (len(said) - 2 if far >= 2 else 0)


def test_three_hundred_projects_do_not_fill_the_prompt(office):
    """Those reported on lately are named, and how many more there are; in the ledger's order."""
    many = tuple(Project(f"P{n:03}", f"Project number {n}", "Client", frozenset({ANA})) for n in range(300))
    office.ledger.load(Company(COMPANY.employees, (*COMPANY.projects, *many), COMPANY.absence_reasons))
    for number, code in enumerate(("P299", "P150"), start=2):
        office.fill(f"2026-11-{number:02}", 100, code)
    ana = next(e for e in COMPANY.employees if e.email == ANA)
    text = projects_of(ana, date(2026, 11, 18), office.ledger)
    assert len(text) <= ROOM + 80
    assert text.index("Project number 150") < text.index("Project number 299")
    named = text.count("(P") + text.count("(APO)") + text.count("(ZEP)")
    assert f"and {302 - named} more" in text


def test_the_holidays_are_those_of_each_persons_country(office):
    """Two people of two countries in one process: the range skips what is a holiday for the one who asks."""
    week = calls(("add_activities", {"project": "apollo", "dates": "10 november to 12 november"}))
    office.say("apollo 10 november to 12 november", week, person="U-ANA")
    office.say("apollo 10 november to 12 november", week, person="U-BEN")
    days = {p.owner: p.arguments["dates"] for p in office.pending}
    assert days[ANA] == ["2026-11-10", "2026-11-12"], "the 11th is a holiday in France"
    assert days["ben@acme.example"] == ["2026-11-10", "2026-11-11", "2026-11-12"], "and none in Ireland"


def test_holidays_of_two_countries_do_not_mix(office):
    """Asked in turns, as two people's turns would be."""
    first, last = date(2026, 3, 1), date(2026, 7, 31)
    answers = [office.desk.holidays.between(country, first, last) for country in ("FR", "IE", "FR", "ie", "XX")]
    assert answers[0] == answers[2]
    assert answers[1] == answers[3]
    assert date(2026, 3, 17) in answers[1] - answers[0]
    assert date(2026, 7, 14) in answers[0] - answers[1]
    assert answers[4] == frozenset()
