"""One turn: from a person's words until the bot is quiet. Pure of effects: it reads, and returns what is to happen.

The model is asked for at most ROUNDS answers. Reading calls run and go back to it. Writing calls that resolve become
proposals on one card and end the turn; so does a question, a refusal, or an answer in words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.domain.conversation import Conversation, Earlier, Message, Outgoing, Said, Speaker, ToolCall
from bot.domain.proposal import Proposal
from bot.domain.timesheet import Employee
from bot.handlers.calls import (
    Drafted,
    Dropped,
    Found,
    Outcome,
    Waits,
    Wrong,
    content_of,
    distinct,
    doing,
    legible_calls,
    outcomes_of,
)
from bot.handlers.chains import made_again, with_those_that_wait
from bot.handlers.crowded import with_shares_asked_for
from bot.handlers.desk import SAID_TURNS, Desk, answer_message, new_id, said_in, text_message
from bot.handlers.direct import direct_calls
from bot.handlers.model_words import bounded, note_under, shown_words
from bot.handlers.omissions import left_out, projects_never_shown
from bot.handlers.own_projects import with_own_projects
from bot.handlers.prompt import Prompt, prompt_for
from bot.handlers.proposing import Batch, dropping, propose
from bot.handlers.questions import unfinished, words_of
from bot.handlers.readings import Pick, Reading, asks_which, in_doubt, noted, picked
from bot.handlers.results import result, result_of, sentences
from bot.handlers.second_look import falls_short, is_better
from bot.handlers.shared_out import shares_are_asked, with_room_again
from bot.handlers.told import in_english, told
from bot.handlers.waiting import ON_THE_CARD
from bot.ports import Effects, ModelReply, Transition
from bot.tools.doubting import rival
from bot.tools.mending import mended, unheard
from bot.tools.situation import Situation
from bot.tools.what_was_done import what_is_left
from bot.words import say

ROUNDS = 6
MOST_MESSAGES = 1_500  # more than the turns have that are told word by word


@dataclass
class Turn:
    """One turn while it runs: what was known at its start, and what it has come to so far."""

    desk: Desk
    conversation: Conversation
    employee: Employee
    history: list[Message]
    situation: Situation
    words: str
    on_text: Callable[[str], None]
    on_step: Callable[[str], None]
    new: list[Message] = field(default_factory=list)
    outgoing: list[Outgoing] = field(default_factory=list)
    proposals: tuple[Proposal, ...] = ()
    transitions: list[Transition] = field(default_factory=list)
    repaint: set[str] = field(default_factory=set)
    corrected_the_model: bool = False
    in_line: bool = False
    read: list[str] = field(default_factory=list)
    prompt: Prompt | None = None
    heard: str = ""
    """The words that the calls are about, where they are not the newest: a reading of them was picked."""

    def answer(self) -> Effects:
        """Run the turn for what the person just said."""
        self.new.append(Message(Speaker.USER, self.words))
        if pick := picked(self.history, self.words):
            return self._picked(pick)
        direct, self.situation = direct_calls(self.history, self.words, self.situation)
        return self._effects() if direct and self._take(direct) else self.carry_on()

    def go_on(self, card: Sequence[Proposal]) -> Effects:
        """After the decisions of a card: make the calls that waited for what it created, or ask the model."""
        waiting = distinct(made_again(self.history, card))
        return self._effects() if waiting and self._take(legible_calls(waiting)) else self.carry_on()

    def carry_on(self) -> Effects:
        """Ask the model until it is quiet (also after the decisions of a card: its results are in the history)."""
        prompt = self.prompted()
        for _ in range(ROUNDS):
            words = prompt.messages(self.new)
            reply = self.desk.model.reply(words, prompt.schemas, bounded(self.on_text), self._in_line)
            calls = self._meant(reply) if reply.calls else self._unheard()
            if calls and reply.others and self._asked_which(calls, reply.others):
                return self._effects()
            calls = self._looked_at_again(calls, reply) if reply.calls else calls
            if not reply.calls and not calls:
                self._say(reply.text)
                return self._effects()
            if not calls and self.words:
                self._say(say("changes-nothing"))
                return self._effects()
            if not calls or self._asked_which(calls, ()) or self._take(calls):
                return self._effects()
        self._say(say("cannot-finish"))
        return self._effects()

    # --- what the model was not sure of ----------------------------------------------------------------------------

    def _meant(self, reply: ModelReply) -> Sequence[ToolCall]:
        calls = self._unsaid(legible_calls(distinct(reply.calls)))
        open_calls = unfinished(self.history)
        meant = mended(calls, self.words, self.situation, answers=bool(open_calls))
        return with_room_again(open_calls, meant, self.situation)

    def _looked_at_again(self, calls: Sequence[ToolCall], reply: ModelReply) -> Sequence[ToolCall]:
        """The calls; where they leave out a part of the message, those of the likeliest other answer that does not."""
        if not self.words or unfinished(self.history):  # the person has just been asked
            return calls
        first = self._outcomes(calls)
        if not falls_short(first, self.words, self.situation):
            return calls
        for other in map(self._meant, reply.look_again()):
            if is_better(self._settled(self._outcomes(other)), first, self.words, self.situation):
                return other
        return calls

    def _unheard(self) -> Sequence[ToolCall]:
        """What the words plainly call for though the model answered in words; nothing where they may answer a question,
        and nothing behind what was read: those words are about that."""
        if self.corrected_the_model or self.read or (unfinished(self.history) and not what_is_left(self.words)):
            return ()
        return unheard(self.words, self.situation)

    def _asked_which(self, calls: Sequence[ToolCall], others: Sequence[ModelReply]) -> bool:
        """Put the likeliest readings to the person instead of a card, where there are several. True when done."""
        doubted = rival(calls, self.words, self.situation)
        others = [*others, *([ModelReply(calls=doubted)] if doubted else ())]
        if not (others and self.words):
            return False
        readings = self._readings(calls, others)
        if not readings:
            return False
        question, choices = asks_which(readings)
        as_told = in_english(lambda: self._readings(calls, others)) or readings
        self.new += noted(as_told, in_english(lambda: asks_which(as_told)[0]))
        note = say("nothing-written")
        self.outgoing.append(text_message(self.conversation, question, choices=choices, note=note))
        return True

    def _readings(self, calls: Sequence[ToolCall], others: Sequence[ModelReply]) -> tuple[Reading, ...]:
        rivals = [self._outcomes(self._meant(other)) for other in others]
        return in_doubt(self._outcomes(calls), rivals, self.words, self.situation)

    def _picked(self, pick: Pick) -> Effects:
        """The person chose one of the readings, or none."""
        self.heard = pick.words
        calls = legible_calls(pick.calls)
        is_as_asked = in_english(lambda: pick.is_as_asked(self._outcomes(calls)))
        if not (calls and is_as_asked and self._take(calls)):
            self.new.append(Message(Speaker.ASSISTANT, in_english(lambda: say("reading-none"))))
            note = say("nothing-written")
            self.outgoing.append(text_message(self.conversation, say("reading-none"), note=note))
        return self._effects()

    # --- asking the model ---------------------------------------------------------------------------------------

    def prompted(self) -> Prompt:
        """What the model is shown of the conversation, without what this turn adds."""
        if self.prompt is None:
            self.prompt = prompt_for(self.desk, self.situation, self.conversation, self.history)
        return self.prompt

    def _in_line(self, ahead: int) -> None:
        """The model serves others first, or it is this turn's turn."""
        if ahead or self.in_line:
            self.on_step(say("in-line", place=ahead) if ahead else say("reading-your-message"))
        self.in_line = ahead > 0

    def _unsaid(self, calls: Sequence[ToolCall]) -> list[ToolCall]:
        """After a decision, the calls that were not made before: what was decided is not proposed again."""
        if self.words:
            return list(calls)
        proposed = {message.call_id for message in self.history if message.proposal_ids}
        made = {content_of(c) for message in self.history for c in message.calls if c.id in proposed}
        return [call for call in calls if content_of(call) not in made]

    # --- what came of the calls ---------------------------------------------------------------------------------

    def _take(self, calls: Sequence[ToolCall]) -> bool:
        """Carry the calls out as far as that goes without the owner. True when the turn is over."""
        self.on_step(doing(calls))
        outcomes = self._outcomes(calls)
        self.new.append(Message(Speaker.ASSISTANT, calls=tuple(outcome.call for outcome in outcomes)))
        may_be_told = self.desk.model.reads_tools and not self.corrected_the_model  # who reads no tool reads no error
        if may_be_told and any(isinstance(o, Wrong) for o in outcomes):
            self.corrected_the_model = True
            self._tell_the_model(outcomes)
            return False
        return self._settle(self._settled(outcomes), lambda: self._settled(self._outcomes(calls)))

    def _settled(self, outcomes: Sequence[Outcome]) -> list[Outcome]:
        settled = [o.instead or o if isinstance(o, Wrong) else o for o in outcomes]
        known = with_own_projects(with_those_that_wait(settled, self.situation), self.situation)
        return with_shares_asked_for(known)

    def _outcomes(self, calls: Sequence[ToolCall]) -> list[Outcome]:
        asked = {call.tool: call for call, _ in unfinished(self.history)}
        return outcomes_of(calls, self.situation, asked)

    def _tell_the_model(self, outcomes: Sequence[Outcome]) -> None:
        for outcome in outcomes:
            why = outcome.explanation if isinstance(outcome, Wrong) else "Another call was wrong. Call this one again."
            self.new.append(result(outcome, f"error\n{why}"))

    def _settle(self, outcomes: Sequence[Outcome], again: Callable[[], Sequence[Outcome]]) -> bool:
        as_told = told(outcomes, again)
        drafted = [o for o in outcomes if isinstance(o, Drafted)]
        if any(isinstance(o, Dropped) for o in outcomes):
            self._drop()
        batch = self._propose(drafted)
        by_call = {d.call.id: p for d, p in zip(drafted, batch.proposals, strict=True)} if batch else {}
        for outcome, told_of in zip(outcomes, as_told, strict=True):
            decided = outcome.on if isinstance(outcome, Waits) else outcome.call
            self.new.append(result_of(told_of, by_call.get(decided.id)))
            if isinstance(outcome, Found):
                self._show(outcome)
                self._note_read(outcome.finding.about)
        self._speak(outcomes, as_told, batch)
        return not all(isinstance(o, Found) for o in outcomes)

    def _propose(self, drafted: Sequence[Drafted]) -> Batch | None:
        if not drafted:
            return None
        dropped = {t.proposal_id for t in self.transitions}
        pending = [p for p in self.situation.pending if p.id not in dropped]
        batch = propose(drafted, self.conversation, self._said(drafted), pending, self.desk)
        self.proposals = batch.proposals
        self.transitions += batch.transitions
        self.repaint |= set(batch.repaint)
        return batch

    def _said(self, drafted: Sequence[Drafted]) -> str:
        """The words that the card was understood from: with an answer, those that it completes."""
        asked = {call.tool for call, _ in unfinished(self.history)}
        answers = any(d.call.tool in asked for d in drafted)
        return self.heard or (words_of(self.history, self.words) if answers else self.words)

    def _show(self, found: Found) -> None:
        if found.finding.kind:
            kind = Said(found.finding.kind)
            self.outgoing.append(Outgoing(new_id(), self.conversation.id, kind, found.finding.content))

    def _note_read(self, about: str) -> None:
        if about and about not in self.read:
            self.read.append(about)
            self.on_step(say("step-read", things=about))

    def _speak(self, outcomes: Sequence[Outcome], as_told: Sequence[Outcome], batch: Batch | None) -> None:
        """What code says after the calls: the card, questions and refusals, each in its own words."""
        if batch:
            card = {"card_id": batch.card_id}
            self.outgoing.append(Outgoing(new_id(), self.conversation.id, Said.CARD, card))
        text, choices = self._sentences(outcomes, batch)
        if text:
            silent = batch or not self.words or text.endswith(say("nothing-written"))
            note = "" if silent else say("nothing-written")
            self.outgoing.append(text_message(self.conversation, text, choices=choices, note=note))
        same = as_told is outcomes  # and so are the sentences
        stand_in = text if same else in_english(lambda: self._sentences(as_told, batch)[0])
        stand_in = stand_in or (ON_THE_CARD if batch else "")
        if stand_in:
            self.new.append(Message(Speaker.ASSISTANT, stand_in))

    def _sentences(self, outcomes: Sequence[Outcome], batch: Batch | None) -> tuple[str, tuple[str, ...]]:
        """Questions, refusals and what is not on the card, as one text; and the buttons of a single question."""
        is_share = shares_are_asked(unfinished(self.history))  # then no line has been shown yet
        unsaid = left_out(outcomes, self.heard or self.words, self.situation) if batch else []
        if batch and is_share:
            unsaid += projects_never_shown(outcomes, words_of(self.history, self.words), self.situation)
        return sentences(outcomes, unsaid, self.situation, has_card=batch is not None)

    def _drop(self) -> None:
        for proposal in self.situation.pending:
            self.transitions.append(dropping(proposal, self.desk.clock.now()))
            self.repaint.add(proposal.card_id)

    # --- words --------------------------------------------------------------------------------------------------

    def _say(self, written: str) -> None:
        """The model's own words, or code's where there are none that could be shown."""
        text = shown_words(written)
        self.new.append(Message(Speaker.ASSISTANT, text))
        told = text or (say("cannot-finish") if self._owes_an_answer(written) else "")
        note = note_under(written, self.words, self.situation)
        if told:
            read = say("read-first", things=", ".join(self.read)) if self.read else ""
            self.outgoing.append(answer_message(self.conversation, told, note=note, read=read, asked=self.words))
        elif note and self.words:
            self.outgoing.append(text_message(self.conversation, note))

    def _owes_an_answer(self, written: str) -> bool:
        return not self.outgoing and bool(self.words or written.strip())

    def _effects(self) -> Effects:
        return Effects(
            messages=tuple((self.conversation.id, message) for message in self.new),
            proposals=self.proposals,
            transitions=tuple(self.transitions),
            outgoing=tuple(self.outgoing),
            repaint=tuple(sorted(self.repaint)),
            earlier=self._cut(),
        )

    def _cut(self) -> tuple[tuple[str, Earlier], ...]:
        """From where on the model reads the conversation, where that has moved."""
        if self.prompt is None or self.prompt.earlier == self.conversation.earlier:
            return ()
        return ((self.conversation.id, self.prompt.earlier),)


def turn_for(
    desk: Desk,
    conversation: Conversation,
    employee: Employee,
    words: str,
    on_text: Callable[[str], None],
    on_step: Callable[[str], None],
) -> Turn:
    """A turn on top of what the store holds of the conversation."""
    history = list(desk.store.history(conversation.id, MOST_MESSAGES, after=conversation.earlier.after))
    said = (*said_in(history), words)[-SAID_TURNS:] if words else said_in(history)
    person = desk.person(conversation.platform, conversation.person_id)
    situation = desk.situation(employee, desk.today(person), said, desk.pending(conversation.id))
    return Turn(desk, conversation, employee, history, situation, words, on_text, on_step)
