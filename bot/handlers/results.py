"""What is noted of a call for the model to read, and what is said of it to the person."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.conversation import Message, Speaker
from bot.domain.proposal import Proposal
from bot.handlers.calls import Asked, Denied, Drafted, Dropped, Found, Outcome, Waits, Wrong
from bot.handlers.questions import questions
from bot.tools import wording
from bot.tools.situation import Situation
from bot.words import say


def result(outcome: Outcome, text: str, proposal_ids: tuple[str, ...] = ()) -> Message:
    """The message that stands behind a call in the conversation."""
    return Message(Speaker.TOOL, text, call_id=outcome.call.id, proposal_ids=proposal_ids)


def result_of(outcome: Outcome, proposal: Proposal | None) -> Message:
    """What came of a call, in the words that the model knows (docs/model-language.md)."""
    match outcome:
        case Drafted(draft=draft) if proposal is not None:
            return result(outcome, f"{draft.title} {draft.amount}".strip(), (proposal.id,))
        case Drafted():
            raise ValueError(f"{outcome.call.tool} was drafted, and no proposal was made of it")
        case Asked(unclear=unclear):
            return result(outcome, f"ask {unclear.argument}".strip())
        case Denied(sentence=sentence):
            return result(outcome, f"refused\n{sentence}")
        case Found(finding=finding):
            return result(outcome, f"ok\n{finding.text}")
        case Dropped():
            return result(outcome, "done")
        case Waits(on=on):
            first = f"line {proposal.line}" if proposal else on.tool
            return result(outcome, f"waits for {first}\nCall this one again once that is applied.")
        case Wrong(explanation=explanation):
            return result(outcome, f"error\n{explanation}")


def sentences(
    outcomes: Sequence[Outcome], unsaid: Sequence[str], situation: Situation, *, has_card: bool
) -> tuple[str, tuple[str, ...]]:
    """Refusals, questions and what is `unsaid` by the card, as one text; and the buttons of a single question."""
    said = [o.sentence for o in outcomes if isinstance(o, Denied)]
    labels = {reason.code: wording.reason(reason) for reason in situation.ledger.absence_reasons()}
    asked, choices = questions(outcomes, labels)
    said += asked
    if any(isinstance(o, Dropped) for o in outcomes) and not has_card:
        said.append(say("dropped") if situation.pending else say("nothing-to-drop"))
    said += unsaid
    if any(isinstance(o, Wrong) for o in outcomes):
        said.append(say("say-again"))
    return " ".join(dict.fromkeys(said)), choices
