"""Direct messages between a person and an unmodified Bolt app."""

from collections.abc import Callable

import pytest
from slack_bolt import App, Say, SayStream, SetStatus, SetSuggestedPrompts
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.clock import ManualClock
from sandbox.driver import PersonAtDesk, Sandbox

Connect = Callable[[], object]


def test_a_message_is_answered(app: App, connect: Connect, ana: PersonAtDesk, sandbox: Sandbox) -> None:
    """The whole way round: event, listener, chat.postMessage, and nothing that Slack would have refused."""

    @app.event("message")
    def reply(event: dict, say: Say) -> None:
        say(f"<@{event['user']}> said {event['text']} in {event['channel_type']}")

    connect()
    said = ana.say("half a day & <b>")
    assert ana.wait_for_reply(said)["text"] == "<@U1> said half a day &amp; &lt;b&gt; in im"
    assert sandbox.problems == []


def test_a_message_written_before_the_app_is_there_is_delivered_when_it_comes(
    app: App, connect: Connect, ana: PersonAtDesk
) -> None:
    """Events wait for the first connection, and the message shows that it waits."""

    @app.event("message")
    def reply(say: Say) -> None:
        say("here I am")

    said = ana.say("anyone?")
    assert ana.messages()[0]["delivery"] == "waiting"
    connect()
    assert ana.wait_for_reply(said)["text"] == "here I am"
    ana.wait_until(lambda person: person.messages()[0]["delivery"] == "")


def test_a_streamed_reply_grows_in_the_thread(app: App, connect: Connect, ana: PersonAtDesk, sandbox: Sandbox) -> None:
    """startStream, appendStream and stopStream make one message, and the status line goes when the text comes."""

    @app.event("message")
    def reply(say_stream: SayStream, set_status: SetStatus) -> None:
        set_status("is reading October…")
        stream = say_stream(buffer_size=1)
        stream.append(markdown_text="**Apollo**")
        stream.append(markdown_text=", four days")
        stream.stop(blocks=[{"type": "divider"}])

    connect()
    said = ana.say("october?")
    done = ana.wait_for_reply(said)
    assert (done["text"], done["thread_ts"]) == ("**Apollo**, four days", said["ts"])
    assert [block["type"] for block in done["blocks"]] == ["markdown", "divider"]
    methods = [call.method for call in sandbox.calls if call.method.startswith(("chat", "assistant"))]
    assert methods == ["assistant.threads.setStatus", "chat.startStream", "chat.appendStream", "chat.stopStream"]
    assert ana.status == ""


def test_a_stopped_or_idle_stream_takes_no_more_text(client: WebClient, ana: PersonAtDesk, clock: ManualClock) -> None:
    """Both end in message_not_in_streaming_state, which an app has to fall back from."""
    thread = ana.say("go on")["ts"]
    stopped = client.chat_startStream(channel=ana.channel, thread_ts=thread, markdown_text="a")["ts"]
    client.chat_stopStream(channel=ana.channel, ts=stopped)
    idle = client.chat_startStream(channel=ana.channel, thread_ts=thread, markdown_text="b")["ts"]
    clock.advance(301)
    for ts in (stopped, idle):
        with pytest.raises(SlackApiError, match="message_not_in_streaming_state"):
            client.chat_appendStream(channel=ana.channel, ts=ts, markdown_text="more")


def test_task_updates_become_cards_that_change_in_place(client: WebClient, ana: PersonAtDesk) -> None:
    """Chunks of a stream: one task card for each task id."""
    thread = ana.say("october?")["ts"]
    task = {"type": "task_update", "id": "1", "title": "Reading October", "status": "in_progress"}
    ts = client.chat_startStream(channel=ana.channel, thread_ts=thread, chunks=[task])["ts"]
    client.chat_appendStream(channel=ana.channel, ts=ts, chunks=[{**task, "status": "complete"}])
    (card,) = ana.messages()[-1]["blocks"]
    assert (card["type"], card["task_id"], card["status"]) == ("task_card", "1", "complete")


def test_the_status_line_expires_after_two_minutes(client: WebClient, ana: PersonAtDesk, clock: ManualClock) -> None:
    """As in Slack: an app that works longer has to set it again."""
    thread = ana.say("hello")["ts"]
    client.assistant_threads_setStatus(channel_id=ana.channel, thread_ts=thread, status="is thinking…")
    assert ana.status == "is thinking…"
    clock.advance(121)
    assert ana.status == ""


def test_opening_the_messages_tab_brings_suggested_prompts(app: App, connect: Connect, ana: PersonAtDesk) -> None:
    """app_home_opened says which tab, and prompts are shown until the person writes."""

    @app.event("app_home_opened")
    def suggest(event: dict, set_suggested_prompts: SetSuggestedPrompts) -> None:
        set_suggested_prompts(prompts=[f"What is missing? ({event['tab']})"])

    connect()
    ana.open_messages()
    (prompt,) = ana.wait_until(lambda person: person.prompts)
    assert prompt["message"] == "What is missing? (messages)"
    ana.say(prompt["message"])
    assert ana.prompts == []


def test_history_and_replies_return_metadata_only_when_asked(client: WebClient, ana: PersonAtDesk) -> None:
    """An app finds its own message again by the metadata it gave it."""
    metadata = {"event_type": "tally", "event_payload": {"outbox": 7}}
    parent = client.chat_postMessage(channel=ana.channel, text="card", metadata=metadata)["ts"]
    client.chat_postMessage(channel=ana.channel, text="reply", thread_ts=parent, metadata=metadata)
    plain = client.conversations_history(channel=ana.channel)["messages"]
    assert [message.get("metadata") for message in plain] == [None]
    (with_it,) = client.conversations_history(channel=ana.channel, include_all_metadata=True)["messages"]
    assert (with_it["metadata"], with_it["reply_count"]) == (metadata, 1)
    thread = client.conversations_replies(channel=ana.channel, ts=parent, include_all_metadata=True)["messages"]
    assert [message["metadata"] for message in thread] == [metadata, metadata]


def test_history_is_paged_newest_first(client: WebClient, ana: PersonAtDesk) -> None:
    """limit and cursor, as the SDK's iterator follows them."""
    for number in range(5):
        client.chat_postMessage(channel=ana.channel, text=str(number))
    pages = client.conversations_history(channel=ana.channel, limit=2)
    assert [[m["text"] for m in page["messages"]] for page in pages] == [["4", "3"], ["2", "1"], ["0"]]


def test_timestamps_are_unique_and_increase_while_time_stands_still(client: WebClient, ana: PersonAtDesk) -> None:
    """The clock of this test does not move between the messages."""
    stamps = [client.chat_postMessage(channel=ana.channel, text="x")["ts"] for _ in range(20)]
    assert sorted(set(stamps)) == stamps


def test_update_replaces_and_delete_removes(client: WebClient, ana: PersonAtDesk) -> None:
    """The same message, in place; and only the bot's own."""
    ts = client.chat_postMessage(channel=ana.channel, text="before")["ts"]
    client.chat_update(channel=ana.channel, ts=ts, text="after")
    assert [message["text"] for message in ana.messages()] == ["after"]
    client.chat_delete(channel=ana.channel, ts=ts)
    assert ana.messages() == []
    with pytest.raises(SlackApiError, match="cant_update_message"):
        client.chat_update(channel=ana.channel, ts=ana.say("mine")["ts"], text="yours")


def test_edits_and_deletions_of_a_person_are_events(app: App, connect: Connect, ana: PersonAtDesk) -> None:
    """message_changed carries both texts, message_deleted the old one."""
    heard: list[tuple[str, str]] = []

    @app.event("message")
    def note(event: dict, say: Say) -> None:
        if "subtype" in event:
            heard.append((event["subtype"], event["previous_message"]["text"]))
            say(f"heard {len(heard)}")

    connect()
    ts = ana.say("first")["ts"]
    ana.edit(ts, "second")
    ana.wait_for(lambda message: message["text"] == "heard 1")
    ana.delete(ts)
    ana.wait_for(lambda message: message["text"] == "heard 2")
    assert heard == [("message_changed", "first"), ("message_deleted", "second")]


def test_an_ephemeral_message_is_in_no_history(client: WebClient, ana: PersonAtDesk) -> None:
    """The person sees it, the API does not return it."""
    client.chat_postEphemeral(channel=ana.channel, user="U1", text="psst")
    assert [(message["text"], message["ephemeral"]) for message in ana.messages()] == [("psst", True)]
    assert client.conversations_history(channel=ana.channel)["messages"] == []
