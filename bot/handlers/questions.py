"""What the person is asked after the calls of a turn, and which calls the next words may answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce

from bot.domain.conversation import Message, Speaker, ToolCall
from bot.handlers.calls import Asked, Outcome
from bot.tools.questions import in_words, with_buttons
from bot.words import say


def questions(outcomes: Sequence[Outcome], labels: Mapping[str, str]) -> tuple[list[str], tuple[str, ...]]:
    """What the person is asked, and the buttons of a single question: a click says which answer, but not to what.

    Beside other lines a question says what it is about: "Sick leave: which days?"; `labels` name absence reasons.
    """
    asked = {o.unclear.question: o.unclear for o in outcomes if isinstance(o, Asked)}
    subjects = {question: _subjects(question, outcomes, labels) for question in asked}
    if len(asked) != 1:
        return [_about(subjects[question], in_words(unclear)) for question, unclear in asked.items()], ()
    question, choices = with_buttons(*asked.values())
    return [_about(subjects[asked_for], question) if len(outcomes) > 1 else question for asked_for in asked], choices


def _subjects(question: str, outcomes: Sequence[Outcome], labels: Mapping[str, str]) -> str:
    """Everything that is asked the same: "apollo and Sick leave"."""
    same = (o for o in outcomes if isinstance(o, Asked) and o.unclear.question == question)
    found = list(dict.fromkeys(filter(None, (_subject(o, labels) for o in same))))
    return reduce(lambda one, other: say("entry-and-entry", one=one, other=other), found) if found else ""


def _subject(asked: Asked, labels: Mapping[str, str]) -> str:
    """The project as it was typed, or the absence; nothing where that is what is asked for."""
    arguments = asked.call.arguments
    if asked.unclear.argument != "dates":
        return ""
    return str(arguments.get("project") or labels.get(str(arguments.get("reason") or ""), ""))


def _about(subject: str, question: str) -> str:
    return say("ask-about", subject=subject, question=question) if subject else question


def words_of(history: Sequence[Message], words: str) -> str:
    """What was said: an answer stands behind the words that led to the question, and those behind earlier ones."""
    said, before = [words], list(history)
    while unfinished(before):
        at = next((n for n in reversed(range(len(before))) if before[n].speaker is Speaker.USER), None)
        if at is None:
            break
        said.append(before[at].text)
        before = before[:at]
    return " … ".join(reversed(said))


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
