"""Answers that need no model: nothing but what was asked for, everybody who may be meant, or "forget it"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import Message, ToolCall
from bot.handlers.desk import new_id
from bot.handlers.questions import is_one_question, unfinished
from bot.handlers.shared_out import shared_out
from bot.tools.dismissing import dismisses
from bot.tools.every_option import every_option
from bot.tools.mending import direct_answer
from bot.tools.situation import Situation


def direct_calls(history: Sequence[Message], words: str, situation: Situation) -> tuple[list[ToolCall], Situation]:
    """The calls that the words plainly come to, and what they were said in; no calls where the model has to read them.

    Options that somebody takes all of count as said.
    """
    answering = replace(situation, answer=words)
    open_calls = unfinished(history)
    every = every_option(*open_calls[0], words, situation) if len(open_calls) == 1 else []
    if every:
        named = tuple(str(call.arguments["employee"]) for call in every)
        return every, replace(answering, said=(*situation.said, *named))
    shared, shares = shared_out(open_calls, words, situation)
    if shared:
        return shared, replace(answering, said=(*situation.said, *shares))
    answered = [direct_answer(call, arguments, words, situation) for call, arguments in open_calls]
    calls = [call for call in answered if call is not None]
    if calls and len(calls) == len(open_calls) and is_one_question(open_calls):
        return calls, answering
    if situation.pending and dismisses(words):
        return [ToolCall(new_id(), "discard", {})], answering  # a card says that these words take it away
    return [], situation
