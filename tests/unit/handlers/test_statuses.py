"""What is shown while the bot works stands until its answer is there, and goes where no answer comes."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.preferences import Preferences
from bot.errors import PlatformError, PlatformRefused
from bot.ports import Effects, ModelReply
from tests.fakes import calls
from tests.unit.handlers.conftest import ANA

MONDAY = calls(("add_activities", {"project": "apollo", "dates": "monday"}))


def test_a_status_is_left_to_the_answer(office) -> None:
    """Posting takes it away: something is seen all the time."""
    office.say("apollo monday", MONDAY)
    assert office.platform.statuses[0] == "is reading your message…"
    assert office.platform.statuses[-1] == "is checking the days…"


def test_streamed_words_make_room_for_the_answer(office) -> None:
    """The preview goes before the message comes: nothing is read twice."""
    office.say("hello", ModelReply("Hello!"))
    assert office.platform.statuses[-2:] == ["Hello!", ""]


def test_where_no_answer_comes_the_status_goes(office) -> None:
    """A message that the platform told of twice, as two events, is answered once."""
    office.model.script.append(ModelReply(""))
    event = replace(office.event("message", "U-ANA", text="hm", ref="1"), id="first")
    office.happen(event)
    before = len(office.platform.statuses)
    office.happen(replace(event, id="second"))
    assert office.platform.statuses[before:] == [""]


def test_an_answer_that_stands_though_nobody_heard_so_takes_the_status_away(office) -> None:
    """It is found where it was posted."""
    post = office.platform.post

    def lost(*given):
        post(*given)
        raise PlatformError("the answer was lost")

    office.platform.post = lost
    office.say("apollo monday", MONDAY)
    assert office.platform.statuses[-1] == "is checking the days…"
    office.work()
    assert office.platform.statuses[-1] == ""
    assert len(office.cards) == 1


def test_an_answer_that_the_platform_refuses_takes_the_status_away(office) -> None:
    """It will never come."""
    office.platform.failing = PlatformRefused("no such channel")
    office.say("apollo monday", MONDAY)
    assert office.platform.statuses[-1] == ""


def test_what_somebody_prefers_is_looked_up_once_for_an_event(office) -> None:
    """And anew for the next one."""
    looked_up, store = [], office.desk.store
    desk = replace(office.desk, store=_Counting(store, looked_up))
    once = desk.for_one_event()
    assert once.preferences(ANA) == once.preferences(ANA) == Preferences()
    assert looked_up == [ANA]
    store.commit(Effects(preferences=((ANA, Preferences(language="fr")),)))
    assert once.preferences(ANA).language == ""
    assert desk.for_one_event().preferences(ANA).language == "fr"
    assert desk.preferences(ANA).language == "fr"


class _Counting:
    """A store that notes who is looked up."""

    def __init__(self, store, looked_up) -> None:
        self._store, self._looked_up = store, looked_up

    def __getattr__(self, name: str):
        return getattr(self._store, name)

    def preferences(self, email: str) -> Preferences:
        self._looked_up.append(email)
        return self._store.preferences(email)


def test_who_forbids_an_entry_is_told_that_nothing_changes(office) -> None:
    """Whatever the model made of it, and never without a word."""
    office.say("apollo on monday perhaps, please don't enter anything for now", MONDAY)
    assert [text.text for text in office.texts] == ["Okay, I change nothing."]
    assert office.cards == []
