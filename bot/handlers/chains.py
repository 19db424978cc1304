"""Calls of one answer that build on each other: "create project Halcyon and put me on it".

What is about a thing that another call is to create can only be resolved once that is written. Nobody is asked about
it, and no similar thing is taken instead: the model is told what it waits for. Once the thing is there, code makes the
call again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import Message, Speaker, ToolCall
from bot.domain.proposal import Proposal, ProposalState
from bot.handlers.calls import Asked, Drafted, Outcome, Waits
from bot.tools.names import Named, T, essential, named_employees, named_projects
from bot.tools.situation import Situation

IT = frozenset(("it", "this", "that"))
THEM = frozenset(("him", "her", "them", "elle", "lui"))
CREATORS = {"create_project": "project", "add_employee": "employee"}
IDENTITY = {"create_project": "code", "add_employee": "email"}
WAITS = "waits for"  # how the result of a call begins that is made again later


def with_those_that_wait(outcomes: Sequence[Outcome], situation: Situation) -> list[Outcome]:
    """The outcomes, with what is about something that does not exist yet and is just being created as waiting."""
    makers = [o.call for o in outcomes if isinstance(o, Drafted | Asked) and o.call.tool in CREATORS]
    return [_waiting(outcome, makers, situation) for outcome in outcomes]


def _waiting(outcome: Outcome, makers: Sequence[ToolCall], situation: Situation) -> Outcome:
    if not isinstance(outcome, Drafted | Asked) or outcome.call.tool in CREATORS:
        return outcome
    for maker in makers:
        argument = CREATORS[maker.tool]
        phrase = essential(str(outcome.call.arguments.get(argument) or ""))
        if phrase and phrase in _new_names(maker, makers) and not _is_known(phrase, argument, situation):
            return Waits(outcome.call, maker)
    return outcome


def _new_names(maker: ToolCall, makers: Sequence[ToolCall]) -> set[str]:
    """What the new thing goes by; a pronoun only where it cannot mean another new thing."""
    said = {name: str(text) for name, text in maker.arguments.items()}
    is_alone = sum(m.tool == maker.tool for m in makers) == 1
    if maker.tool == "create_project":
        names, pronouns = [said.get("name", ""), said.get("code", "")], IT
    else:
        first, last = said.get("name", ""), said.get("lastname", "")
        names, pronouns = [f"{first} {last}", f"{last} {first}", first, said.get("email", "")], THEM
    return {essential(name) for name in names if name.strip()} | (pronouns if is_alone else frozenset())


def _is_known(phrase: str, argument: str, situation: Situation) -> bool:
    """True when something that exists goes by exactly this name."""
    ledger = situation.ledger
    if argument == "project":
        return any(_goes_by(phrase, named) for named in named_projects(ledger.projects()))
    return any(
        _goes_by(phrase, named) or phrase == essential(named.thing.name)
        for named in named_employees(ledger.employees())
    )


def _goes_by(phrase: str, named: Named[T]) -> bool:
    return phrase in {essential(name) for name in named.names}


def made_again(history: Sequence[Message], card: Sequence[Proposal]) -> list[ToolCall]:
    """The calls that waited for what this card has just created, about the thing itself where they said "it"."""
    created = [p for p in card if p.tool in CREATORS and p.state is ProposalState.APPLIED]
    if not created:
        return []
    waiting = {m.call_id for m in history if m.speaker is Speaker.TOOL and m.text.startswith(WAITS)}
    calls = [call for message in history for call in message.calls if call.id in waiting]
    return [_about(call, created) for call in calls]


def _about(call: ToolCall, created: Sequence[Proposal]) -> ToolCall:
    for proposal in created:
        argument = CREATORS[proposal.tool]
        if essential(str(call.arguments.get(argument) or "")) in (*IT, *THEM):
            thing = str(proposal.arguments[IDENTITY[proposal.tool]])
            return replace(call, arguments={**call.arguments, argument: thing})
    return call
