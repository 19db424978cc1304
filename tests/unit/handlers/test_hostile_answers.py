"""What the hostile model found, one test each: the smallest answer that once fooled the bot."""

from __future__ import annotations

import pytest

from bot.domain.timesheet import Project
from bot.errors import ModelRefused
from bot.ledgers.sample import Company
from bot.ports import ModelReply
from tests.fakes import calls

ANA, EVE = "ana@acme.example", "eve@acme.example"
NOTHING = "Nothing was written."


def add(**arguments) -> ModelReply:
    """A reply that calls add_activities."""
    return calls(("add_activities", arguments))


def with_projects(office, *projects: tuple[str, str]) -> None:
    """More projects, on which Ana works."""
    made = tuple(Project(code, name, "", frozenset({ANA})) for code, name in projects)
    office.ledger._ledger.load(Company((), made, ()))


def test_days_put_together_from_other_days_are_asked_for(office):
    """Both words were said, the day was not; the second time the person is asked."""
    wrong = add(project="apollo", dates="3 december")
    office.say("apollo 3 november and 10 december, remember", wrong, wrong)
    assert office.pending == []
    assert "did not say dates “3 december”" in office.model.prompts[1][-1].text
    assert (office.texts[0].text, office.texts[0].note) == ("Which days?", NOTHING)
    office.say("3 november")
    assert [p.arguments["dates"] for p in office.pending] == [["2026-11-03"]]


@pytest.mark.parametrize(
    ("code", "name", "text", "phrase"),
    [
        ("FRC", "Friday Club", "apollo friday", "friday"),
        ("MON", "Monday", "apollo monday", "monday"),
        ("THT", "Theta", "log the monday", "the"),
        ("TO", "To", "apollo mon to thu", "to"),
        ("A", "A", "a coffee on monday", "a"),
        ("50", "50", "apollo monday 50", "50"),
        ("ALL", "approve all", "apollo monday, approve all", "approve all"),
    ],
)
def test_an_ordinary_word_is_no_project(office, code, name, text, phrase):
    """It was said, and meant something else: the project is asked for, with buttons."""
    with_projects(office, (code, name))
    wrong = add(project=phrase, dates="monday" if "monday" in text else "friday")
    office.say(text, wrong, wrong)
    assert [p for p in office.pending if p.arguments["project"] == code] == []


def test_a_project_with_an_ordinary_name_can_be_chosen(office):
    """Its button says that it is a project, and so may the person."""
    with_projects(office, ("MAY", "May"))
    office.say("log tomorrow", add(dates="tomorrow"))
    assert "Project May" in office.texts[0].choices
    office.say("Project May")
    office.say("project May on friday", add(project="May", dates="friday"))
    assert [p.arguments["project"] for p in office.pending] == ["MAY", "MAY"]


def test_the_day_in_a_projects_name_and_an_amount_in_it_are_not_taken(office):
    """ "Friday Club tomorrow" is about tomorrow, all day; "Area 50" is no half day."""
    with_projects(office, ("FRC", "Friday Club"), ("A50", "Area 50"))
    wrong = add(project="friday club", dates="friday")
    office.say("friday club tomorrow, remember", wrong, wrong)
    assert [(p.arguments["project"], p.arguments["dates"]) for p in office.pending] == [("FRC", ["2026-11-19"])]
    office.say("area 50 tomorrow", add(project="area 50", dates="tomorrow"))
    assert [(p.arguments["project"], p.arguments["percent"]) for p in office.pending] == [("FRC", 100), ("A50", 100)]


def test_a_day_is_no_answer_to_which_project(office):
    """Even where there is a Friday Club; the model reads it."""
    with_projects(office, ("FRC", "Friday Club"))
    office.say("log tomorrow", add(dates="tomorrow"))
    office.say("on friday", ModelReply("Which project?"))
    assert office.pending == []
    assert len(office.model.prompts) == 2


def test_an_answer_that_cannot_be_used_is_never_silence(office):
    """The direct answer goes back to the model when it does not stand."""
    with_projects(office, ("THT", "Theta"))
    office.say("log tomorrow", add(dates="tomorrow"))
    office.say("the", ModelReply("Which one?"))
    assert len(office.texts) == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"code": "HAL", "name": ",", "client": "Wayne"}, "create project Halcyon, code HAL, for Wayne"),
        ({"code": "HAL", "name": "Halcyon!!!", "client": "Wayne"}, "create project Halcyon, code HAL, for Wayne"),
        ({"code": "HAL", "name": "Wayne Halcyon", "client": "for"}, "create project Halcyon, code HAL, for Wayne"),
    ],
)
def test_a_new_name_is_written_as_it_was_typed(office, arguments, words):
    """No comma, no addition, no other order becomes the name of a project."""
    wrong = calls(("create_project", arguments))
    office.say(words, wrong, wrong, person="U-EVE")
    assert office.pending == []


def test_an_address_made_from_the_parts_of_another_is_not_taken(office):
    """Somebody else would get the account."""
    wrong = calls(("add_employee", {"name": "Noor", "lastname": "Aziz", "email": "acme@noor.example"}))
    office.say("add Noor Aziz, noor@acme.example, says ana@acme.example", wrong, wrong, person="U-EVE")
    assert office.pending == []
    assert office.texts[0].text == "What is the e-mail address?"


@pytest.mark.parametrize("month", ["friday", "12/11", "next week"])
def test_a_day_names_no_month_to_submit(office, month):
    """The day lies in one; nobody said to hand it in."""
    wrong = calls(("submit_report", {"month": month}))
    office.say(f"sick {month}, remember", wrong, wrong)
    assert office.pending == []
    assert office.texts[0].text == "Which month?"


@pytest.mark.parametrize(
    "claim",
    ["Done, I logged it.", "Saved!", "C'est fait.", "J’ai ajouté la journée.", "All recorded ✅", "C'est noté."],
)
def test_a_claim_stands_above_codes_own_line(office, claim):
    """Also where the person named nothing: the model's "done" is never the last word."""
    office.say("the usual", ModelReply(claim))
    assert (office.texts[0].text, office.texts[0].note) == (claim, NOTHING)


def test_a_claim_after_a_decision_points_to_the_card(office):
    """What was approved was written; what the model adds to it was not."""
    office.say("apollo monday", add(project="apollo", dates="monday"))
    office.model.script.append(ModelReply("Done, and I logged Zephyr as well."))
    office.click("approve", office.pending[0])
    assert office.texts[0].note == "The card shows what was written, and nothing else was."


@pytest.mark.parametrize("project", ["appolo", "northwind", "contoso"])
def test_a_project_is_named_by_its_client_or_misspelt_as_well(office, project):
    """The line stands under the answer to such a message too."""
    office.say(project, ModelReply("Right."))
    assert office.texts[0].note == NOTHING


def test_a_silent_model_after_a_list_leaves_the_line(office):
    """A list is no card: who asked for Apollo on Monday is told that nothing was written."""
    office.say("apollo monday, remember", calls(("get_my_projects", {})), ModelReply(""))
    assert office.texts[-1].text == NOTHING


@pytest.mark.parametrize(
    "text",
    [
        '<tool_call>\n{"name": "add_activities", "arguments": {"project": "apollo"}}\n</tool_call>',
        '{"name":"discard","arguments":{}}',
        '```json\n{"name": "submit_report", "arguments": {}}\n```',
        'add_activities(project="apollo", dates="monday")',
        '[TOOL_CALLS] [{"name": "discard"}]',
        '{"tool": "delete_entries", "parameters": {}}',
        '<|python_tag|>{"function": "add_activities"}',
    ],
)
def test_text_that_looks_like_a_call_is_neither_shown_nor_carried_out(office, text):
    """Words before it are; alone it is no answer."""
    office.say("apollo monday, remember", ModelReply(text))  # no plain list: that one is read by code
    office.say("apollo monday, remember", ModelReply(f"Let me see. {text}"))
    assert office.texts[0].text.startswith("I could not work that out.")
    assert office.texts[1].text == "Let me see."
    assert office.pending == []


def test_the_words_of_a_model_have_an_end(office):
    """A page at most is posted; an answer that goes on and on is stopped while it is written."""
    office.say("hello", ModelReply("Hello! " * 1_000))
    assert len(office.texts[0].text) <= 2_000
    office.say("hello", ModelReply("Hello! " * 10_000))
    assert len(office.texts) == 2
    assert len(office.texts[1].text) < 500


def test_characters_that_cannot_be_stored_are_taken_out(office):
    """Half a surrogate pair and control characters once made the database refuse the turn."""
    office.say("hello", ModelReply("Hel\x00lo \ud800!"))
    office.say("apollo monday", add(project="apollo\x00", dates="mon\x07day"))
    assert office.texts[0].text == "Hello \N{REPLACEMENT CHARACTER}!"
    assert len(office.pending) == 1


@pytest.mark.parametrize("replaces", ["9" * 5_000, ["1"], {"line": 1}, "²", -1, True, None])
def test_what_is_no_line_number_is_no_crash(office, replaces):
    """A number of 5,000 digits is more than Python reads."""
    office.say("apollo monday", add(project="apollo", dates="monday", replaces=replaces))
    assert len(office.pending) == 1


@pytest.mark.parametrize("odd", [["monday", "tuesday"], "monday, tuesday"])
def test_a_list_of_days_is_read_as_days(office, odd):
    """Some models write lists where words were asked for."""
    office.say("apollo monday, tuesday", add(project="apollo", dates=odd))
    assert [len(p.arguments["dates"]) for p in office.pending] == [2]


def test_arguments_of_any_kind_lead_to_a_question(office):
    """Numbers, nests, nothing, a book: never a crash, never a card."""
    for odd in (True, {"a": [1]}, [["x"]], 7.5, "x" * 10_000):
        wrong = add(project="apollo", dates=odd)
        office.say("apollo", wrong, wrong)
    assert office.pending == []
    assert {t.text for t in office.texts} == {"Which days?"}


def test_what_nobody_said_is_not_quoted_to_the_person(office):
    """A question repeats the person's words, not the model's."""
    wrong = add(project="Done, I logged it. Approve all", dates="monday")
    office.say("monday please", wrong, wrong)
    assert office.texts[0].text == "Which project?"


def test_calls_with_the_same_id_do_not_share_a_line(office):
    """The history once said of both calls that they were line 2."""
    same = add(project="apollo", dates="monday").calls + add(project="zephyr", dates="tuesday").calls
    office.say("apollo monday, zephyr tuesday", ModelReply(calls=same))
    told = [m.text.split("\n")[0] for m in _history(office) if m.proposal_ids]
    assert len(told) == 2
    results = [m.proposal_ids for m in _history(office) if m.proposal_ids]
    assert len(set(results)) == 2


def _history(office):
    conversation = office.store.conversation_at("fake", "D-U-ANA")
    assert conversation is not None
    return office.store.history(conversation.id)


def test_a_correction_keeps_the_days_that_the_card_showed(office):
    """ "tomorrow" of a card from yesterday is today: repeated or left out, it is not read again."""
    office.say("apollo tomorrow", add(project="apollo", dates="tomorrow"))
    office.clock.time = office.clock.time.replace(day=19)
    office.say("no, half days", add(project="apollo", dates="tomorrow", percent="half days", replaces="1"))
    assert [(p.arguments["dates"], p.arguments["percent"]) for p in office.pending] == [(["2026-11-19"], 50)]


def test_a_correction_of_an_edited_line_keeps_the_edit(office):
    """The form's days count, not the words that were said before it."""
    office.fill("2026-11-24", 100)
    office.say("apollo monday", add(project="apollo", dates="monday"))
    office.click("edit", office.pending[0], values={"dates": "2026-11-24"})
    office.say("half days", add(percent="half days", replaces="1"))
    assert [p.arguments["dates"] for p in office.pending] == [["2026-11-24"]]


def test_words_from_long_ago_ground_nothing(office):
    """The six newest messages do."""
    office.say("apollo monday, remember", ModelReply("Yes?"))
    for _ in range(6):
        office.say("hello", ModelReply("Hello!"))
    wrong = add(project="apollo", dates="monday")
    office.say("log it", wrong, wrong)
    assert office.pending == []


def test_a_model_that_refuses_is_answered_for(office):
    """The person never waits for nothing."""
    office.say("apollo monday", ModelRefused("too long"))
    assert len(office.texts) == 1
