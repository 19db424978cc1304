"""The outgoing side against the sandbox: people, messages found again, courtesies that never get in the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.domain.card import Card
from bot.errors import PlatformError, PlatformRefused
from bot.platforms.slack.app import web_client
from bot.platforms.slack.courtesies import PREVIEW_EVERY, STATUS_AGAIN, STATUS_KEPT
from bot.platforms.slack.platform import PERSON_KEPT, SlackPlatform
from bot.ports import Home, TextPicture
from bot.scheduler import STATUS_SECONDS
from sandbox.clock import ManualClock
from sandbox.driver import PersonAtDesk, Sandbox
from tests.unit.platforms import slack_pictures as pictures
from tests.unit.platforms.conftest import Ticks

HELLO = TextPicture("Hello")
SLACKS_OWN = 121  # seconds after which Slack has taken a status away


@pytest.fixture
def address(ana: PersonAtDesk) -> dict[str, str]:
    """The direct conversation, after Ana said something."""
    return {"channel": ana.channel, "message_ts": ana.say("hi")["ts"]}


def called(sandbox: Sandbox, method: str) -> int:
    """How often a Web API method was called."""
    return sum(call.method == method for call in sandbox.calls)


def test_a_person_is_looked_up_once_in_a_while(sandbox: Sandbox, platform: SlackPlatform, ticks: Ticks) -> None:
    """Name, e-mail and time zone come from the profile, and are asked for again when they may be old."""
    person = platform.person("U1")
    assert (person.email, person.name, person.time_zone) == ("ana@example.org", "Ana Martin", "Europe/Paris")
    platform.person("U1")
    assert called(sandbox, "users.info") == 1
    ticks.time += PERSON_KEPT + 1
    platform.person("U1")
    assert called(sandbox, "users.info") == 2


def test_people_are_found_by_email_or_not_at_all(platform: SlackPlatform) -> None:
    """Somebody who is not in the workspace is None, not an error: reminders skip them."""
    found = platform.person_by_email("ana@example.org")
    assert found is not None
    assert found.id == "U1"
    assert platform.person_by_email("nobody@example.org") is None


def test_a_failing_lookup_is_an_error_not_nobody(sandbox: Sandbox, platform: SlackPlatform) -> None:
    """“Slack is away” is never taken for “there is no such person”."""
    sandbox.faults.refuse("users.lookupByEmail", "internal_error")
    with pytest.raises(PlatformError):
        platform.person_by_email("ana@example.org")


def test_the_direct_conversation_is_opened_once(sandbox: Sandbox, platform: SlackPlatform, ana: PersonAtDesk) -> None:
    """A reminder finds its way to a person who never wrote."""
    assert platform.direct_address(pictures.ANA) == platform.direct_address(pictures.ANA) == {"channel": ana.channel}
    assert called(sandbox, "conversations.open") == 1


@pytest.mark.parametrize("in_thread", [False, True])
def test_a_message_is_found_by_its_id(platform: SlackPlatform, address: dict[str, str], in_thread: bool) -> None:
    """What was posted is found again after a crash, at the top level and in a thread; what was not is not."""
    where = address | ({"thread_ts": address["message_ts"]} if in_thread else {})
    ref = platform.post(where, "m1", pictures.PENDING)
    platform.post(where, "m2", HELLO)
    assert platform.find(where, "m1") == ref
    assert platform.find(where, "m3") is None


def test_a_message_is_found_among_many(platform: SlackPlatform, address: dict[str, str]) -> None:
    """The search goes on past the first page of the history."""
    ref = platform.post(address, "m0", HELLO)
    for n in range(105):
        platform.post(address, f"later{n}", HELLO)
    assert platform.find(address, "m0") == ref


def test_a_post_whose_answer_was_lost_is_not_repeated(
    sandbox: Sandbox, platform: SlackPlatform, ana: PersonAtDesk, address: dict[str, str]
) -> None:
    """Slack may have taken it: the error is reported, and looking finds the one message that there is."""
    sandbox.faults.lose_answer("chat.postMessage")
    with pytest.raises(PlatformError):
        platform.post(address, "m1", HELLO)
    assert sum(message["text"] == "Hello" for message in ana.messages()) == 1
    assert platform.find(address, "m1") is not None


def test_an_update_repaints_and_keeps_the_id(
    platform: SlackPlatform, ana: PersonAtDesk, address: dict[str, str]
) -> None:
    """A decided card replaces the pending one in the same message, which is still found."""
    ref = platform.post(address, "m1", pictures.PENDING)
    platform.update(address, ref, "m1", pictures.DECIDED)
    assert "✅ Written" in ana.messages()[-1]["text"]
    assert platform.find(address, "m1") == ref


def test_what_slack_refuses_is_refused(platform: SlackPlatform) -> None:
    """A channel that does not exist will not exist the next time either."""
    with pytest.raises(PlatformRefused, match="channel_not_found"):
        platform.post({"channel": "D404"}, "m1", HELLO)


def test_slack_away_is_not_refused(sandbox: Sandbox, platform: SlackPlatform, address: dict[str, str]) -> None:
    """A server error or a broken connection leaves the message in the outbox."""
    sandbox.faults.server_error("chat.postMessage", times=1, status=503)
    with pytest.raises(PlatformError) as away:
        platform.post(address, "m1", HELLO)
    assert not isinstance(away.value, PlatformRefused)


def test_a_status_stands_until_the_answer_comes(
    platform: SlackPlatform, ana: PersonAtDesk, address: dict[str, str]
) -> None:
    """At the top level too, where Slack does not take the status away by itself."""
    platform.status(address, "is reading your message…")
    assert ana.status == "is reading your message…"
    platform.post(address, "m1", HELLO)
    assert ana.status == ""


def test_a_status_can_be_taken_away(platform: SlackPlatform, ana: PersonAtDesk, address: dict[str, str]) -> None:
    """An empty text ends it without a message."""
    platform.status(address, "is thinking…")
    platform.status(address, "")
    assert ana.status == ""


def test_a_status_that_was_overtaken_is_not_told(sandbox: Sandbox, ana: PersonAtDesk, address: dict[str, str]) -> None:
    """While Slack takes its time only the newest one matters, and none once the answer is there."""
    jobs: list[Callable[[], object]] = []
    slow = SlackPlatform(web_client(sandbox.bot_token, sandbox.api_url), run=jobs.append)

    def work_off() -> None:
        while jobs:
            jobs.pop(0)()

    slow.status(address, "is reading your message…")
    slow.status(address, "is checking the days…")
    work_off()
    assert ana.status == "is checking the days…"
    assert called(sandbox, "assistant.threads.setStatus") == 1
    slow.status(address, "is reading October 2026…")
    slow.status(address, "")
    work_off()
    assert ana.status == ""
    assert called(sandbox, "assistant.threads.setStatus") == 2


def test_a_status_is_shown_again_before_slack_takes_it_away(
    sandbox: Sandbox,
    platform: SlackPlatform,
    ana: PersonAtDesk,
    address: dict[str, str],
    ticks: Ticks,
    slack_time: ManualClock,
) -> None:
    """Slack shows it for two minutes; who is asked now and then for ten minutes has it stand for ten."""
    platform.status(address, "is reading your message…")
    for _ in range(20):
        ticks.time += STATUS_SECONDS
        slack_time.advance(STATUS_SECONDS)
        platform.keep_status()
        assert ana.status == "is reading your message…"
    assert called(sandbox, "assistant.threads.setStatus") < 12, "not at every look"
    slack_time.advance(SLACKS_OWN)
    assert ana.status == "", "without a look it goes"


def test_a_status_that_was_taken_away_is_not_shown_again(
    platform: SlackPlatform, ana: PersonAtDesk, address: dict[str, str], ticks: Ticks
) -> None:
    """The answer is there: the bot is quiet."""
    platform.status(address, "is reading your message…")
    platform.post(address, "m1", HELLO)
    ticks.time += STATUS_AGAIN
    platform.keep_status()
    assert ana.status == ""


def test_a_status_is_not_kept_for_ever(
    sandbox: Sandbox, platform: SlackPlatform, ana: PersonAtDesk, address: dict[str, str], ticks: Ticks
) -> None:
    """What is said for more than an hour is no longer true; a new one is kept again."""
    platform.status(address, "is reading your message…")
    ticks.time += STATUS_KEPT
    platform.keep_status()
    assert called(sandbox, "assistant.threads.setStatus") == 1
    platform.status(address, "is reading October 2026…")
    ticks.time += STATUS_AGAIN
    platform.keep_status()
    assert called(sandbox, "assistant.threads.setStatus") == 3


def test_without_a_message_there_is_no_status(sandbox: Sandbox, platform: SlackPlatform, ana: PersonAtDesk) -> None:
    """Slack shows a status under a message; an address without one gets none, and no error."""
    platform.status({"channel": ana.channel}, "is thinking…")
    assert called(sandbox, "assistant.threads.setStatus") == 0


def test_a_preview_grows_and_makes_way_for_the_answer(
    platform: SlackPlatform, ana: PersonAtDesk, address: dict[str, str], ticks: Ticks
) -> None:
    """Streamed text is one message that is rewritten, and is gone once the answer is there."""
    platform.preview(address, "You are")
    assert len(ana.messages()) == 1
    for text in ("You are missing", "You are missing <!channel> five days"):
        ticks.time += PREVIEW_EVERY
        platform.preview(address, text)
        platform.preview(address, text + " and")
    assert [message["text"] for message in ana.messages()][1:] == ["You are missing &lt;!channel&gt; five days …"]
    platform.post(address, "m1", HELLO)
    assert [message["text"] for message in ana.messages()][1:] == ["Hello"]


@pytest.mark.parametrize("threaded", [False, True])
def test_a_preview_that_a_killed_program_left_is_taken_away(
    sandbox: Sandbox, platform: SlackPlatform, ana: PersonAtDesk, ticks: Ticks, threaded: bool
) -> None:
    """The next program answers the message again: with its first status the old words go, and only those."""
    said = ana.say("apollo monday")
    address = {"channel": ana.channel, "message_ts": said["ts"], **({"thread_ts": said["ts"]} if threaded else {})}
    platform.preview(address, "You")
    ticks.time += PREVIEW_EVERY
    platform.preview(address, "You are in the mid")
    begun = "chat.startStream" if threaded else "chat.postMessage"
    (left,) = [call.answer["ts"] for call in sandbox.calls if call.method == begun]
    restarted = SlackPlatform(web_client(sandbox.bot_token, sandbox.api_url), ticks, lambda job: job())
    restarted.status(address, "is reading your message…")
    restarted.status(address, "is still reading it…")
    assert [call.arguments["ts"] for call in sandbox.calls if call.method == "chat.delete"] == [left]
    looked = called(sandbox, "conversations.history") + called(sandbox, "conversations.replies")
    assert looked == 1, "one look at each place is enough"
    assert sandbox.problems == []


def test_a_preview_is_taken_away_with_the_status(
    platform: SlackPlatform, ana: PersonAtDesk, address: dict[str, str], ticks: Ticks
) -> None:
    """The end of a turn removes it even when another replica sends the answer."""
    platform.preview(address, "a")
    ticks.time += PREVIEW_EVERY
    platform.preview(address, "Done! I have written it")
    platform.status(address, "")
    assert len(ana.messages()) == 1


def test_courtesies_never_raise(
    sandbox: Sandbox, platform: SlackPlatform, address: dict[str, str], ticks: Ticks
) -> None:
    """A status, a preview or prompts that Slack refuses are lost, and nothing else."""
    sandbox.faults.refuse("assistant.threads.setStatus", "invalid_thread_ts")
    sandbox.faults.refuse("chat.postMessage", "internal_error")
    sandbox.faults.drop("conversations.history")
    platform.status(address, "is thinking…")
    platform.preview(address, "a")
    ticks.time += PREVIEW_EVERY
    platform.preview(address, "ab")
    platform.suggest(address["channel"], {"Help": "help"})
    assert platform.post(address, "m1", HELLO)


def test_prompts_that_slack_refuses_are_lost(sandbox: Sandbox, platform: SlackPlatform, ana: PersonAtDesk) -> None:
    """Nothing is raised, and the next time the conversation is opened they are offered again."""
    sandbox.faults.refuse("assistant.threads.setSuggestedPrompts", "internal_error")
    platform.suggest(ana.channel, {"Help": "help"})
    assert ana.prompts == []
    platform.suggest(ana.channel, {"Help": "help"})
    assert [prompt["message"] for prompt in ana.prompts] == ["help"]


def test_courtesies_do_not_wait_for_slack(sandbox: Sandbox, ana: PersonAtDesk, address: dict[str, str]) -> None:
    """By default they run on a thread of their own, in order."""
    SlackPlatform(web_client(sandbox.bot_token, sandbox.api_url)).status(address, "is here")
    assert ana.wait_until(lambda person: person.status) == "is here"


def test_a_home_page_is_published(platform: SlackPlatform, ana: PersonAtDesk, sandbox: Sandbox) -> None:
    """The Home tab shows the month, and carries where a click on it is answered."""
    platform.publish_home(Home(pictures.ANA, "Hello Ana", pictures.MONTH, 1))
    assert ana.home is not None
    assert ana.channel in ana.home["private_metadata"]
    assert sandbox.problems == []


def test_the_largest_card_can_be_posted(platform: SlackPlatform, address: dict[str, str], sandbox: Sandbox) -> None:
    """Forty proposals over a month pass the whole way."""
    assert platform.post(address, "m1", pictures.LONG)
    assert platform.post(address, "m2", Card("c", 1, "", (), ()))
    assert sandbox.problems == []
