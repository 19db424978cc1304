"""What the person is asked after the calls of a turn, and which calls the next words may answer."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.conversation import Message, Speaker, ToolCall
from bot.handlers.calls import Asked, Outcome
from bot.tools.questions import in_words, with_buttons


def questions(outcomes: Sequence[Outcome]) -> tuple[list[str], tuple[str, ...]]:
    """What the person is asked, and the buttons of a single question: a click says which answer, but not to what."""
    asked = {o.unclear.question: o.unclear for o in outcomes if isinstance(o, Asked)}
    if len(asked) != 1:
        return [in_words(unclear) for unclear in asked.values()], ()
    question, choices = with_buttons(*asked.values())
    return [question], choices


def unfinished(history: Sequence[Message]) -> list[tuple[ToolCall, list[str]]]:
    """The calls that the person was asked about in the newest turn, each with the arguments asked for."""
    recent = list(history)
    while recent and recent[-1].speaker is Speaker.ASSISTANT and not recent[-1].calls:
        recent.pop()
    results = {}
    while recent and recent[-1].speaker is Speaker.TOOL:
        result = recent.pop()
        results[result.call_id] = result.text.split("\n")[0]
    calls = recent[-1].calls if recent else ()
    asked = [(call, results.get(call.id, "")) for call in calls]
    return [(call, status.split()[1:]) for call, status in asked if status.startswith("ask ")]


def is_one_question(open_calls: Sequence[tuple[ToolCall, list[str]]]) -> bool:
    """True for one call, and for several about the same unclear name: "contoso monday, contoso in part on friday".

    Also for several that lack nothing but their days, each with its amount: "mornings gull, afternoons anchor".
    """
    if len(open_calls) > 1 and all(names == ["dates"] and call.arguments.get("percent") for call, names in open_calls):
        return not any(call.arguments.get("dates") for call, _ in open_calls)
    asked = {tuple((name, call.arguments.get(name)) for name in names) for call, names in open_calls}
    return len(open_calls) == 1 or (len(asked) == 1 and all(value for _, value in asked.pop()))
