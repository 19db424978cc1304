"""Slips of a model that code can mend for every model, because the person's words leave no doubt.

- a corrected or completed call takes over what the model did not repeat;
- an answer that is nothing but the asked-for argument completes the call without asking the model at all;
- one amount that was said and that no call took belongs to the only call that could take it;
- a day phrase that the model cut short ("mon" of "mon to thu") is read to its end (bot.tools.mending_whole_phrases);
- in a plain list of projects with days, each call has the days of its own part (bot.tools.mending_clauses);
- a message that is nothing but such a list is what it says, whatever was called (bot.tools.mending_lists);
- a name cut short, copied too long or taken for something else (bot.tools.mending_names, mending_people), and a word
  taken for a name (bot.tools.mending_mistaken);
- everybody who is to be assigned (bot.tools.mending_assignments), and who an address says that a new colleague is
  (mending_addresses);
- what the words say it was not: "not the friday", "pas gull mais anchor" (bot.tools.mending_negation);
- a correction takes what it does not say from its own line (bot.tools.mending_own_line), and no more of that than it
  says (bot.tools.mending_corrections); what it says besides is not lost (bot.tools.mending_missing_parts);
- a new request is no correction of a line that waits (bot.tools.mending_no_correction);
- what is said of lines that wait is no deletion (bot.tools.mending_pending, mending_exchanges);
- a day of a line that is divided (bot.tools.mending_split_line);
- the rest of a day, and days that were named before (bot.tools.mending_shares, mending_same_days);
- an absence on the days that something else leaves out (bot.tools.mending_exceptions);
- absences that the words deny or leave alone (bot.tools.mending_absences);
- days of which only a part was meant (bot.tools.mending_partly), and nothing at all (mending_nothing);
- what is called beside "forget it" (bot.tools.mending_discards), and the same thing twice (mending_doubles);
- amounts that correct the lines of a card, by their projects or all of them (bot.tools.mending_amounts, mending_both);
- too few or too many days of a list, and days that are still open (bot.tools.mending_listed_days, mending_maybe);
- room on a day for each thing of a message, and room that moves with what it was made for (bot.tools.mending_room,
  mending_room_moved); another end for a range (mending_new_end);
- mornings of one thing and afternoons of another (bot.tools.mending_halves);
- an amount behind an "only" (bot.tools.mending_only), and a day like the one before (bot.tools.mending_ditto);
- a week or a month that is said once for all of it (bot.tools.mending_weeks, mending_months, mending_reads,
  mending_one_phrase, mending_own_weekdays, mending_rest_of_week, mending_rest_of_this_week,
  mending_month_of_line, mending_month_before);
- what somebody asks of their own report (bot.tools.what_was_done);
- weekdays that the words say are over, and that are still ahead this week (bot.tools.mending_past_days);
- the tool that the words name: a removal, a copy, a withdrawal (bot.tools.mending_tools);
- a replacement takes off the one thing and puts on the other, whatever half of it was called (bot.tools.mending_swaps).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import Employee, Project
from bot.errors import TallyError
from bot.phrases import amounts_in
from bot.tools.asides import said_besides
from bot.tools.dismissing import dismisses
from bot.tools.grounding import is_ordinary, project_places, without_names
from bot.tools.left_alone import without_left_alone
from bot.tools.mending_addresses import with_names_of_addresses
from bot.tools.mending_amounts import (
    amounts_of_lines,
    with_amounts_said,
    with_the_absences_own,
    with_the_part_of_their_day,
    without_amounts_in_names,
    without_mistaken_amounts,
)
from bot.tools.mending_assignments import with_everybody_assigned
from bot.tools.mending_both import amount_of_each
from bot.tools.mending_clauses import as_said_in_parts, without_next_clause
from bot.tools.mending_copies import from_the_card, onto_other_days
from bot.tools.mending_corrections import with_what_stays
from bot.tools.mending_discards import without_what_is_dropped
from bot.tools.mending_ditto import with_the_same_again
from bot.tools.mending_doubles import without_doubles
from bot.tools.mending_excepted_work import with_excepted_work
from bot.tools.mending_exceptions import with_excepted_days
from bot.tools.mending_exchanged_days import days_exchanged
from bot.tools.mending_halves import with_the_days_of_both_halves
from bot.tools.mending_listed_days import with_days_as_listed
from bot.tools.mending_lists import as_listed
from bot.tools.mending_maybe import without_undecided_days
from bot.tools.mending_missing_parts import with_parts_left_out
from bot.tools.mending_mistaken import with_names_for_words
from bot.tools.mending_month_before import with_the_month_before
from bot.tools.mending_month_of_line import with_the_month_of_the_line
from bot.tools.mending_months import with_the_month_of_the_report, with_the_month_said
from bot.tools.mending_moves import moved
from bot.tools.mending_names import with_names_as_said
from bot.tools.mending_negation import (
    with_days_not_left_alone,
    with_denied_projects,
)
from bot.tools.mending_new_end import with_another_end, with_ends_of_their_lines
from bot.tools.mending_no_correction import without_false_corrections
from bot.tools.mending_nothing import is_to_be_left
from bot.tools.mending_of_a_range import of_a_range
from bot.tools.mending_one_phrase import with_parts_of_a_phrase
from bot.tools.mending_only import with_amounts_that_limit
from bot.tools.mending_only_named import (
    named_projects,
    with_corrected_days,
    with_the_project_named,
    with_what_is_deleted,
)
from bot.tools.mending_only_week import under_the_only_week
from bot.tools.mending_own_line import with_own_line
from bot.tools.mending_own_weekdays import with_own_weekdays
from bot.tools.mending_partly import with_days_partly
from bot.tools.mending_past_days import with_days_that_are_over
from bot.tools.mending_pending import of_the_card, with_the_card_corrected
from bot.tools.mending_people import labelled, with_what_is_labelled, without_possessives
from bot.tools.mending_reads import (
    of_everybodys_projects,
    with_both_lists,
    with_the_month_of_the_days,
    with_the_same_month,
)
from bot.tools.mending_rest_of_this_week import with_the_rest_of_this_week
from bot.tools.mending_rest_of_week import rest_of_the_week_listed
from bot.tools.mending_room import with_room_for_each
from bot.tools.mending_room_moved import with_room_moved
from bot.tools.mending_same_days import with_days_said_before
from bot.tools.mending_shared_out import with_the_other_share
from bot.tools.mending_shares import with_shares_as_said
from bot.tools.mending_split_line import with_a_line_split
from bot.tools.mending_swaps import with_swaps
from bot.tools.mending_taken_over import with_days_taken_over
from bot.tools.mending_tools import with_tools_as_said
from bot.tools.mending_weeks import within_the_week
from bot.tools.mending_whole_phrases import tidied, with_whole_phrases
from bot.tools.named_slots import ME, Code, RoleName
from bot.tools.names import essential
from bot.tools.registry import TOOLS
from bot.tools.situation import Situation
from bot.tools.slots import Percent, Reason
from bot.tools.what_was_done import of_what_was_done, what_is_left


def completed(call: ToolCall, earlier: Mapping[str, str]) -> ToolCall:
    """The call with what it left out taken from an earlier, unfinished or corrected call of the same tool."""
    known = {parameter.name for parameter in TOOLS[call.tool].parameters} if call.tool in TOOLS else set()
    missing = {name: text for name, text in earlier.items() if name in known and not call.arguments.get(name)}
    return replace(call, arguments={**missing, **call.arguments})


def direct_answer(asked: ToolCall, arguments: Sequence[str], text: str, situation: Situation) -> ToolCall | None:
    """The asked call completed by `text`, when `text` as a whole is the one argument that was asked for; else None."""
    tool = TOOLS.get(asked.tool)
    if tool is None or len(arguments) != 1:
        return None
    parameter = next((p for p in tool.parameters if p.name == arguments[0]), None)
    if parameter is None or not parameter.slot.answers_alone:
        return None
    if isinstance(parameter.slot, Code):
        text = labelled("code", text) or text  # "code MAH"
        if not Code.is_plain(text):
            return None
    unnamed = without_names(text, situation.ledger.projects(), situation.today)
    if amounts_in(unnamed) and not isinstance(parameter.slot, Percent | Code):
        return None  # "monday morning" says two things: the model reads it
    if isinstance(parameter.slot, Percent) and (len(amounts_in(unnamed)) > 1 or named_projects(text, situation)):
        return None  # and so does "75, and the remaining quarter to support"
    try:
        value = parameter.slot.read(text.strip(), situation)
    except TallyError:
        return None
    if isinstance(value, Project | Employee) and not _is_name_of(value, text, situation):
        return None  # "on friday" is no answer to "Which project?", even where there is a Friday Club
    said = value if isinstance(parameter.slot, Reason | RoleName) else text.strip()  # these two are never copied
    return replace(asked, arguments={**asked.arguments, parameter.name: str(said)})


def _is_name_of(value: Project | Employee, text: str, situation: Situation) -> bool:
    names = (value.title, value.name, value.code) if isinstance(value, Project) else (value.full_name, value.name)
    said = essential(text)
    return not is_ordinary(text, situation.today) or said in map(essential, names) or said in ME


def mended(
    calls: Sequence[ToolCall], text: str, situation: Situation, *, answers: bool = False
) -> tuple[ToolCall, ...]:
    """The calls of one message with amounts and day phrases as the person said them, and room for each on its days.

    No calls where the words say that nothing is to be written. `answers`: the person was just asked something, so that
    the message may be no more than a part of a request.
    """
    if calls and dismisses(text):
        return (replace(calls[0], tool="discard", arguments={}),)
    if is_to_be_left(calls, text):
        return ()
    calls = of_everybodys_projects(calls, text, situation)
    exchanged = None if answers else days_exchanged(text, situation)
    if exchanged is not None:
        return exchanged
    calls = calls if answers else with_a_line_split(calls, text, situation)
    calls = with_names_of_addresses(without_what_is_dropped(calls, text, situation), text, situation)
    calls = calls if answers else without_false_corrections(calls, text, situation)
    calls = without_mistaken_amounts(without_amounts_in_names(calls, text, situation), text)
    calls = with_the_absences_own(with_the_part_of_their_day(calls, text), text)
    listed = None if answers else _as_a_whole(calls, text, situation)
    if listed is not None:
        timely = with_days_that_are_over(_in_time(listed, text, situation), text, situation)
        roomy = with_room_for_each(with_days_taken_over(timely, text, situation), situation)
        return tuple(with_room_moved(roomy, situation))
    named = _with_names(calls, text, situation)
    whole = _with_whole_phrases(_with_days(named, text, situation), text, situation)
    lines = _as_lines(with_days_that_are_over(whole, text, situation), text, situation)
    lines = with_room_for_each(_in_time(lines, text, situation), situation)
    roomy = with_room_moved(with_the_card_corrected(lines, text, situation), situation)
    return with_swaps(roomy, text, situation)


def _in_time(calls: Sequence[ToolCall], text: str, situation: Situation) -> Sequence[ToolCall]:
    """The calls in the rest of the week and in the month that the words speak of, not right beside their days."""
    return with_the_month_before(with_the_rest_of_this_week(calls, situation), text, situation)


def _with_names(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls with the tools, lines, projects and people that the words name."""
    as_on_card = from_the_card(without_possessives(calls), situation)
    own = with_own_line(with_tools_as_said(as_on_card, text, situation), text, situation)
    said = with_denied_projects(with_days_not_left_alone(own, text, situation), text, situation)
    named = with_names_as_said(onto_other_days(said, situation), text, situation)
    named = with_everybody_assigned(with_names_for_words(named, text, situation), text, situation)
    named = of_what_was_done(with_what_is_labelled(named, text, situation.said), text, situation)
    named = with_both_lists(with_the_same_month(named, text), text)
    return list(with_what_is_deleted(with_the_project_named(named, text, situation), text, situation))


def _with_days(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls with the days and the shares of a day that the words point at, in the week or month that they name."""
    ended = with_ends_of_their_lines(with_corrected_days(calls, text, situation), situation)
    about = with_shares_as_said(ended, text, situation)
    pointed = with_days_said_before(about, text, situation)
    weeks = under_the_only_week(within_the_week(pointed, text, situation), text, situation)
    return with_the_month_of_the_line(with_the_month_said(weeks, text, situation), text, situation)


def _with_whole_phrases(calls: Sequence[ToolCall], text: str, situation: Situation) -> Sequence[ToolCall]:
    """The calls with their days and amounts as they were said: to their end, and no further."""
    heard = without_left_alone(text, situation.today)
    bare = without_names(heard, situation.ledger.projects(), situation.today)
    whole = with_whole_phrases([tidied(call, situation) for call in calls], bare, situation)
    shared = with_amounts_said(whole, bare, situation)
    cut = without_next_clause(as_said_in_parts(shared, heard, situation), heard, situation)
    own = with_parts_of_a_phrase(with_own_weekdays(cut, text, situation), text, situation)
    halves = with_the_days_of_both_halves(with_days_partly(own, text, situation), text, situation)
    return with_the_same_again(halves, text, situation)


def _as_lines(calls: Sequence[ToolCall], text: str, situation: Situation) -> Sequence[ToolCall]:
    """The calls beside each other and beside what waits: what is left out, shared out, taken over, undecided, twice."""
    excepting = with_excepted_work(with_excepted_days(calls, text, situation), text, situation)
    every = with_the_other_share(with_parts_left_out(excepting, text, situation), text, situation)
    taken = with_days_taken_over(with_days_as_listed(every, text, situation), text, situation)
    limited = with_amounts_that_limit(with_what_stays(taken, situation), text)
    decided = without_undecided_days(limited, text, situation)
    monthly = with_the_month_of_the_report(with_the_month_of_the_days(decided, situation), text, situation)
    return without_doubles(monthly, text, situation)


def _as_a_whole(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...] | None:
    """What a message of one known form comes to, whatever was called; None for any other."""
    card = (of_the_card, with_another_end, amounts_of_lines, amount_of_each)
    forms = (*card, of_a_range, moved, rest_of_the_week_listed, as_listed)
    return next(filter(None, (form(calls, text, situation) for form in forms)), None)


def unheard(text: str, situation: Situation) -> tuple[ToolCall, ...]:
    """The calls of a message that a model only answered in words, though it is a plain list or a project's name."""
    if not text or situation.said[-1:] != (text,):
        return ()
    if read := of_everybodys_projects((), text, situation):
        return tuple(read)
    if what_is_left(text):
        return (ToolCall("unheard", "get_report", {}),)
    listed = of_the_card((), text, situation)
    listed = listed or as_listed([ToolCall("unheard", "add_activities", {})], text, situation)
    if listed is not None:
        return listed
    named = named_projects(text, situation)
    bare = without_names(text, named, situation.today)
    if len(named) != 1 or situation.email not in named[0].employees or said_besides(bare) or "?" in text:
        return ()
    start, end = max(project_places(named[0], text, situation.today), key=lambda place: place[1] - place[0])
    return (ToolCall("unheard", "add_activities", {"project": text[start:end]}),)


def meant(call: ToolCall, situation: Situation) -> ToolCall:
    """What somebody who may not assign people means by "put me on apollo": their time, not an assignment."""
    alone = str(call.arguments.get("employee") or "me").strip().casefold() in ME
    if call.tool != "assign_project" or not alone or situation.employee.is_admin:
        return call
    return replace(call, tool="add_activities", arguments={"project": call.arguments.get("project", "")})
