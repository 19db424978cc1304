"""Whatever comes in is answered in a sentence or acted upon once; nothing is lost, written twice or tried forever."""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.legible import legible, legible_values
from bot.domain.proposal import Proposal, ProposalState
from bot.domain.timesheet import Month
from bot.errors import ModelRefused, StoreError
from bot.handlers.applying import recover
from bot.handlers.assistant import TallyAssistant
from bot.handlers.inbox import Stranded, work_off_one
from bot.handlers.reminders import remind
from bot.handlers.workers import Workers
from bot.platforms.slack.listeners import Listeners
from bot.ports import InboxEvent, ModelReply
from bot.store.tables import EventState, InboxRow, OutboxRow
from bot.words import say
from tests.fakes import calls
from tests.full_disk import LONG, disk_of

APOLLO_MONDAY = calls(("add_activities", {"project": "apollo", "dates": "monday"}))
ZEPHYR_MONDAY = calls(("add_activities", {"project": "zephyr", "dates": "monday"}))
NOTHING = say("nothing-written")


def unfinished(office: Any) -> list[str]:
    """The events that were not completed."""
    with Session(office.engine) as session:
        return list(session.scalars(select(InboxRow.id).where(InboxRow.state != EventState.DONE)))


def answers(office: Any) -> list[str]:
    """Every text that was sent, oldest first."""
    return [text.text for text in office.texts]


# --- what is no message


@pytest.mark.parametrize("text", ["", "   \n", "👍", ":thumbsup: :skin-tone-2:", "…!?", "@U0ABC123", "\u200b"])
def test_a_message_without_words_is_told_what_to_write(office, text: str) -> None:
    """The model is not even asked: it could only make something up."""
    office.say(text)
    assert answers(office) == [say("no-words")]
    assert office.model.prompts == []


@pytest.mark.parametrize("length", [4_001, 40_000])
def test_a_message_that_is_too_long_is_refused_in_one_sentence(office, length: int) -> None:
    """With both numbers; the conversation goes on as if it had not been sent."""
    office.say("a" * length)
    assert answers(office) == [say("too-long", count=length, most=4_000)]
    office.say("hello", ModelReply("Hello!"))
    assert [m.text for m in office.model.prompts[0][1:]] == ["hello"]


def test_the_longest_message_is_read(office) -> None:
    """4,000 characters are no reason to refuse."""
    office.say("a" * 4_000, ModelReply("Hm."))
    assert answers(office) == ["Hm."]


def test_a_file_alone_is_refused_and_beside_words_it_is_mentioned(office) -> None:
    """A recording is not listened to; what was typed with it is answered all the same."""
    office.happen(office.event("message", "U-ANA", text="", files=1))
    assert answers(office) == [say("file-unread")]
    office.model.script.append(APOLLO_MONDAY)
    office.happen(office.event("message", "U-ANA", text="apollo monday", files=2))
    assert answers(office)[1:] == [say("file-unread-beside-words")]
    assert len(office.pending) == 1


def test_somebody_whom_the_ledger_does_not_know_is_told_whom_to_ask(office) -> None:
    """In words, by a click and by a form alike; the model is not asked."""
    office.say("apollo monday", APOLLO_MONDAY, person="U-NOBODY")
    office.happen(office.event("submit", "U-NOBODY", month="2026-11"))
    office.happen(office.event("report", "U-NOBODY", month="2026-11"))
    assert len(answers(office)) == 3
    assert all("Ask an administrator" in text for text in answers(office))
    assert office.model.prompts == []


def test_what_the_model_cannot_work_with_is_answered_and_forgotten(office) -> None:
    """Too many tokens, or an answer without end: repeating would not help, and the next message is not poisoned."""
    office.say("zzz", ModelRefused("too long for the model"))
    assert answers(office)[0].startswith("I could not work with that message. Say it in shorter, plainer words.")
    office.say("hello", ModelReply("Hello!"))
    assert answers(office)[1:] == ["Hello!"]
    assert unfinished(office) == []


# --- any text at all

CONTROL = ("\x00", "\x1b[2J", "\r\n", "\u2028", "\u202e", "\u2066", "\ud83d", "\udc00", "\ufdd0", "\ufeff")
ODD = (
    "Z" + "\u0489" * 99,
    ":+1:",
    "<@U0ABC123>",
    "&lt;",
    "<|im_end|>",
    "apollo monday",
    "'; DROP TABLE inbox; --",
    "مرحبا",
)
PIECES = st.sampled_from([*CONTROL, *ODD])
ANY_TEXT = st.lists(st.one_of(PIECES, st.text(st.characters(), max_size=30)), max_size=8).map("".join)
FORBIDDEN = {"Cc", "Cs"}


@given(text=ANY_TEXT)
def test_what_is_legible_can_be_stored_and_shown(text: str) -> None:
    """No NUL for PostgreSQL, no half of a pair for any database, nothing that a terminal or a card would obey."""
    shown = legible(text)
    assert not {unicodedata.category(letter) for letter in shown.replace("\n", "").replace("\t", "")} & FORBIDDEN
    assert not set(shown) & set("\x00\u202e\u2066\ufdd0")
    shown.encode("utf-8")
    assert legible(shown) == shown


def test_ordinary_text_stays_as_it_is() -> None:
    """Accents, other scripts, joined emoji and line breaks are words."""
    for text in ("déjà vu\n\tà côté", "مرحبا", "שלום\u200f", "👩‍👩‍👧 ok"):
        assert legible(text) == text
    assert legible_values({"values": {"dates": "a\x00b"}, "list": ["\ud800"], "revision": 1}) == {
        "values": {"dates": "ab"},
        "list": ["\ufffd"],
        "revision": 1,
    }


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY_TEXT, reply=ANY_TEXT)
def test_any_text_is_answered_once(office, text: str, reply: str) -> None:
    """From Slack's event to the outbox: one message more for the person, nothing left in the inbox, nothing written.

    The model answers any text at all, too.
    """
    assistant = TallyAssistant(office.desk, lambda: None)
    listeners = Listeners(assistant, office.platform, office.clock)  # type: ignore[arg-type]
    number = next(office._numbers)
    before = len(office.platform.posted)
    office.model.script = [ModelReply(reply)]
    ts = f"{number}.000001"
    event = {"type": "message", "channel_type": "im", "channel": "D-U-ANA", "user": "U-ANA", "text": text, "ts": ts}
    listeners.message({"event_id": f"Ev{number}"}, event)
    office.work()
    assert len(office.platform.posted) == before + 1
    assert unfinished(office) == []
    assert office.entries() == []


# --- second thoughts


def said(office: Any, text: str, ref: str, **more: Any) -> None:
    """A message under the platform's name for it; with `change`, what became of it."""
    office.happen(office.event("message", "U-ANA", text=text, ref=ref, **more))


def proposed(office: Any, ref: str = "1.1") -> Proposal:
    """Apollo on Monday, on a card, from the message of this name."""
    office.model.script.append(APOLLO_MONDAY)
    said(office, "apollo monday", ref)
    [proposal] = office.pending
    return proposal


def test_a_changed_message_is_answered_anew_and_its_card_is_dropped(office) -> None:
    """One card can be approved, the one of the new text; the old one says why it cannot."""
    old = proposed(office)
    office.model.script.append(ZEPHYR_MONDAY)
    said(office, "zephyr monday", "1.1", change="edited")
    assert office.now(old).state is ProposalState.SUPERSEDED
    [line] = office.cards[0].lines
    assert (line.outcome, line.verbs) == (say("message-changed"), ())
    [new] = office.pending
    office.click("approve", old)
    office.click("approve", new)
    assert office.entries() == [("2026-11-16", "ZEP", 100)]


def test_a_message_that_was_changed_twice_has_one_card(office) -> None:
    """What came of the first change is dropped by the second."""
    proposed(office)
    for _ in range(2):
        office.model.script.append(ZEPHYR_MONDAY)
        said(office, "zephyr monday", "1.1", change="edited")
    assert len(office.pending) == 1
    assert [p.state for p in office.proposals()].count(ProposalState.SUPERSEDED) == 2


def test_what_was_approved_stands_when_its_message_is_changed(office) -> None:
    """Nothing is written or proposed a second time; the sentence says what to do instead."""
    office.click("approve", proposed(office))
    said(office, "zephyr monday", "1.1", change="edited")
    assert answers(office)[-1] == say("edited-decided")
    assert office.entries() == [("2026-11-16", "APO", 100)]
    assert office.pending == []


def test_a_declined_line_does_not_keep_a_changed_message_from_being_answered(office) -> None:
    """Nothing was written, so the new words count."""
    office.click("decline", proposed(office))
    office.model.script.append(ZEPHYR_MONDAY)
    said(office, "zephyr monday", "1.1", change="edited")
    assert [p.title for p in office.pending] == ["Zephyr (ZEP)"]


def test_other_messages_of_the_conversation_are_left_alone(office) -> None:
    """Only what came of the changed message is dropped."""
    old = proposed(office)
    office.model.script.append(calls(("add_activities", {"project": "zephyr", "dates": "tuesday"})))
    said(office, "zephyr tuesday", "2.2")
    said(office, "", "2.2", change="deleted")
    assert [p.id for p in office.pending] == [old.id]


@pytest.mark.parametrize("change", ["edited", "deleted"])
def test_a_change_of_an_unanswered_message_loses_nothing(office, change: str) -> None:
    """A change may be told before the message itself: its words are answered once; a deletion says nothing."""
    office.model.script += [ModelReply("Hello!"), ModelReply("Hello twice!")]
    said(office, "hello", "1.1", change=change)
    assert answers(office) == (["Hello!"] if change == "edited" else [])
    assert unfinished(office) == []


def test_a_deleted_message_takes_its_pending_lines_with_it(office) -> None:
    """One sentence, and the card has nothing left to click."""
    old = proposed(office)
    said(office, "", "1.1", change="deleted")
    assert answers(office) == [say("deleted-dropped")]
    [line] = office.cards[0].lines
    assert (line.outcome, line.verbs) == (say("message-deleted"), ())
    office.click("approve", old)
    assert office.entries() == []


def test_what_was_approved_stands_when_its_message_is_deleted(office) -> None:
    """And it is said, with how to take it off."""
    office.click("approve", proposed(office))
    said(office, "", "1.1", change="deleted")
    assert answers(office)[-1] == say("deleted-decided")
    assert office.entries() == [("2026-11-16", "APO", 100)]


def test_a_deleted_message_that_came_to_nothing_is_not_talked_about(office) -> None:
    """Small talk may be deleted in silence."""
    office.model.script.append(ModelReply("Hello!"))
    said(office, "hello", "1.1")
    said(office, "", "1.1", change="deleted")
    assert answers(office) == ["Hello!"]


def test_one_message_that_is_told_as_two_events_is_answered_once(office) -> None:
    """Slack tells of a thread's reply that is also sent to the conversation in two ways."""
    office.model.script += [ModelReply("Hello!"), ModelReply("Hello twice!")]
    said(office, "hello", "1.1")
    said(office, "hello", "1.1")
    assert answers(office) == ["Hello!"]


def test_an_approval_and_a_change_at_once_write_once(office) -> None:
    """The click was first: the change finds it approved. Both wait in the same lane, so there is no third way."""
    old = proposed(office)
    click = {"verb": "approve", "card_id": old.card_id, "proposal_id": old.id, "revision": old.revision}
    office.store.receive(office.event("decision", "U-ANA", **click))
    office.store.receive(office.event("message", "U-ANA", text="zephyr monday", ref="1.1", change="edited"))
    office.model.script += [ModelReply(""), ZEPHYR_MONDAY]
    office.work()
    assert office.entries() == [("2026-11-16", "APO", 100)]
    assert office.pending == []


# --- clicks


def test_a_click_on_a_card_that_a_newer_one_replaced_writes_nothing_and_says_so(office) -> None:
    """The card itself says it, and has no buttons."""
    office.say("apollo monday", APOLLO_MONDAY)
    [old] = office.pending
    half = {"project": "apollo", "dates": "monday", "percent": "half", "replaces": "1"}
    office.say("no, half", calls(("add_activities", half)))
    office.click("approve", old)
    assert office.entries() == []
    assert office.cards[0].lines[0].outcome == "Replaced by a newer card."


def test_a_click_after_a_week_finds_the_card_expired(office) -> None:
    """And what to do about it."""
    old = proposed(office)
    office.clock.time += timedelta(days=8)
    office.click("approve", old)
    assert office.entries() == []
    assert "Expired" in str(office.cards[0].lines[0].outcome)


def test_a_click_on_a_card_of_another_database_is_answered(office) -> None:
    """The database was replaced: the card cannot be painted, so words say it."""
    decision = {"verb": "approve", "card_id": "gone", "proposal_id": "gone", "revision": 1}
    office.happen(office.event("decision", "U-ANA", **decision))
    assert answers(office) == ["I no longer have that card. Ask again and I will make a new one."]


def test_somebody_elses_click_is_answered_where_they_clicked(office) -> None:
    """Whoever clicked reads why nothing happened; the owner is not bothered, and the line still waits."""
    old = proposed(office)
    office.click("approve", old, person="U-BEN")
    bens = office.store.conversation_at("fake", "D-U-BEN")
    assert bens is not None
    with Session(office.engine) as session:
        [told] = session.scalars(select(OutboxRow).where(OutboxRow.conversation_id == bens.id))
        assert told.content["text"] == say("card-not-yours")
    assert office.now(old).state is ProposalState.PENDING
    assert office.entries() == []


@pytest.mark.parametrize("times", [2, 3])
def test_clicks_and_forms_that_come_twice_write_once(office, times: int) -> None:
    """Also when every click is an event of its own."""
    old = proposed(office)
    for _ in range(times):
        office.click("edit", old, values={"project": "ZEP", "dates": "2026-11-17", "percent": "100"})
    assert office.entries() == [("2026-11-17", "ZEP", 100)]
    assert unfinished(office) == []


WRONG = [
    ({"dates": "31 june"}, "dates"),
    ({"dates": "2026-13-45"}, "dates"),
    ({"dates": "someday"}, "dates"),
    ({"dates": ""}, "dates"),
    ({"dates": "\x00"}, "dates"),
    ({"percent": "80"}, "percent"),
    ({"percent": "-5"}, "percent"),
    ({"project": "NOPE"}, "project"),
    ({"project": ""}, "project"),
]


@pytest.mark.parametrize(("wrong", "field"), WRONG, ids=[str(w) for w, _ in WRONG])
def test_a_form_with_a_wrong_value_says_so_at_the_field(office, wrong: dict[str, str], field: str) -> None:
    """A sentence under the field that is wrong, and nothing is written."""
    old = proposed(office)
    person = office.platform.person("U-ANA")
    values = {"project": "APO", "dates": "2026-11-16", "percent": "100"} | wrong
    check = TallyAssistant(office.desk, lambda: None).check_form(old.id, old.revision, person, values, "")
    assert list(check.errors) == [field]
    assert check.errors[field].strip()
    assert office.entries() == []


def test_a_form_submitted_after_the_decision_says_so(office) -> None:
    """The form was open while the card was declined elsewhere."""
    old = proposed(office)
    office.click("decline", old)
    person = office.platform.person("U-ANA")
    check = TallyAssistant(office.desk, lambda: None).check_form(old.id, 1, person, {"dates": "friday"}, "")
    assert check.errors == {"dates": "That line is decided already. The card shows what became of it."}


# --- a full disk


def test_what_does_not_fit_on_the_disk_is_not_taken_as_received(office) -> None:
    """The listener gets an error, so that it does not acknowledge; the sentence says what to do about it."""
    event = office.event("message", "U-ANA", text=LONG)
    with disk_of(office.engine) as disk:
        disk.is_full = True
        with pytest.raises(StoreError, match=r"no room left \(SQLITE_FULL\): free some space"):
            office.store.receive(event)
        disk.is_full = False
        office.model.script.append(ModelReply("I see."))
        office.happen(event)
    assert answers(office) == ["I see."]


def test_an_answer_that_does_not_fit_on_the_disk_is_given_later_and_once(office) -> None:
    """The disk fills up while the model writes: the message stays, its sender sees that it waits, nothing doubles."""
    with disk_of(office.engine) as disk:
        reply = office.model.reply

        def writing(*arguments: Any) -> ModelReply:
            disk.is_full = True
            return reply(*arguments)

        office.model.reply = writing
        with pytest.raises(Stranded) as stranded:
            office.say(LONG, ModelReply("I see."))
        assert answers(office) == []
        assert len(unfinished(office)) == 1
        assert office.platform.statuses[-1] == say("store-away")
        office.model.reply = reply
        office.model.script.append(ModelReply("I see."))
        disk.is_full = False
        office.store.postpone(stranded.value.event_id)  # as the worker does that holds it
        office.work()
    assert answers(office) == ["I see."]
    assert unfinished(office) == []


def test_an_approval_on_a_full_disk_is_written_later_and_once(office) -> None:
    """Every day of two months: the entries need room. The card says the truth before and after."""
    days = {"project": "apollo", "dates": "from 1 september to 31 october"}
    office.say("apollo from 1 september to 31 october", calls(("add_activities", days)))
    [proposal] = office.pending
    with disk_of(office.engine) as disk:
        disk.is_full = True
        office.click("approve", proposal)
        written = office.entries()
        disk.is_full = False
        office.work()
        recover(office.desk)
        office.work()
    assert written == []
    assert len(office.entries()) == len(proposal.change.days)
    assert office.now(proposal).state is ProposalState.APPLIED


class FullStore:
    """A store in front of another one whose database takes nothing while `is_full`."""

    def __init__(self, store: Any) -> None:
        self._store = store
        self.is_full = False
        self.refused = threading.Event()
        self.on_claim: Callable[[], None] = lambda: None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def claim(self) -> InboxEvent | None:
        event = self._store.claim()
        if event is not None:
            self.on_claim()
        return event

    def commit(self, *arguments: Any, **named: Any) -> bool:
        return bool(self._taken(self._store.commit)(*arguments, **named))

    def postpone(self, event_id: str) -> None:
        self._taken(self._store.postpone)(event_id)

    def _taken(self, deed: Callable[..., Any]) -> Callable[..., Any]:
        if self.is_full:
            self.refused.set()
            raise StoreError("no room")
        return deed


def full_store(office: Any) -> FullStore:
    """Puts a store that can be full before the office's own."""
    store = FullStore(office.store)
    office.desk = type(office.desk)(**{**vars(office.desk), "store": store})
    return store


def test_an_event_that_cannot_even_be_put_back_is_named(office) -> None:
    """Whoever works off the inbox knows which one is still in hand."""
    store = full_store(office)
    store.receive(office.event("message", "U-ANA", text="hello"))
    store.on_claim = lambda: setattr(store, "is_full", True)
    with pytest.raises(Stranded) as stranded:
        work_off_one(office.desk)
    assert [stranded.value.event_id] == unfinished(office)


def test_a_worker_keeps_what_is_in_hand_until_the_database_takes_it_back(office) -> None:
    """The same thread answers it when there is room again: nobody has to start the program anew."""
    store = full_store(office)
    store.receive(office.event("message", "U-ANA", text="hello"))
    store.on_claim = lambda: setattr(store, "is_full", not store.refused.is_set())
    answered = threading.Event()
    post = office.platform.post

    def noting(*arguments: Any) -> str:
        ref = str(post(*arguments))
        answered.set()
        return ref

    office.platform.post = noting
    office.model.script += [ModelReply("Hello!"), ModelReply("Hello!")]
    workers = Workers(office.desk, inbox_threads=1)
    workers.start()
    try:
        assert store.refused.wait(20)
        store.is_full = False
        workers.wake()
        assert answered.wait(20)
    finally:
        workers.stop()
    assert answers(office) == ["Hello!"]


# --- a clock that jumps back


def test_a_clock_that_jumps_back_neither_loses_nor_doubles_nor_reorders(office) -> None:
    """An hour back in mid-conversation, as NTP may do it: order comes from the database, not from the clock."""
    office.say("apollo monday", APOLLO_MONDAY)
    [first] = office.pending
    office.clock.time -= timedelta(hours=1)
    office.model.script += [ModelReply("One."), ModelReply("Two.")]
    for text in ("one", "two"):
        office.store.receive(office.event("message", "U-ANA", text=text))
    office.work()
    assert answers(office) == ["One.", "Two."]
    office.click("approve", first)
    assert office.entries() == [("2026-11-16", "APO", 100)]
    users = [m.text for m in office.store.history(first.conversation_id) if m.speaker == "user"]
    assert users == ["apollo monday", "one", "two"]
    assert unfinished(office) == []


class JumpingClock:
    """Goes back an hour every time it is looked at."""

    def __init__(self, clock: Any) -> None:
        self.clock = clock

    def now(self) -> Any:
        self.clock.time -= timedelta(hours=1)
        return self.clock.time


def test_the_lines_of_a_card_stay_in_order_when_the_clock_jumps_back(office) -> None:
    """Line 1 above line 2, also when the second one was made "earlier"."""
    office.desk = type(office.desk)(**{**vars(office.desk), "clock": JumpingClock(office.clock)})
    two = (
        ("add_activities", {"project": "apollo", "dates": "monday"}),
        ("add_absence", {"reason": "sick", "dates": "friday"}),
    )
    office.say("apollo monday, sick friday", calls(*two))
    [card] = office.cards
    assert [line.number for line in card.lines] == [1, 2]


def test_a_clock_that_jumps_back_reminds_nobody_twice(office) -> None:
    """The claim of a reminder has no time in it."""
    month_end = office.clock.time.replace(day=30, hour=15)
    office.clock.time = month_end
    remind(office.desk, office.platform)
    office.clock.time = month_end - timedelta(hours=1)
    remind(office.desk, office.platform)
    office.clock.time = month_end + timedelta(hours=1)
    remind(office.desk, office.platform)
    office.work()
    reminded = [r.month for r in office.reminders]
    assert reminded == [str(Month(2026, 11))] * len({e.email for e in office.ledger.employees()})


def test_a_card_that_the_clock_made_older_does_not_expire_early(office) -> None:
    """An hour back is an hour longer, never a card that is gone before its time."""
    office.say("apollo monday", APOLLO_MONDAY)
    [old] = office.pending
    office.clock.time -= timedelta(hours=1)
    office.click("approve", old)
    assert office.entries() == [("2026-11-16", "APO", 100)]
