"""The outgoing side of the Platform port, on Slack's Web API.

A message carries its id as metadata, so `find` can tell whether it was posted. For the same reason a post is never
repeated blindly: the SDK may not retry it after a lost connection, since Slack may have taken it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler

from bot.domain.conversation import Person
from bot.errors import PlatformError, PlatformRefused
from bot.platforms.slack.blocks import layout
from bot.platforms.slack.blocks.elements import Block
from bot.platforms.slack.blocks.home import home_view
from bot.platforms.slack.courtesies import Courtesies, Job
from bot.platforms.slack.errors import error_code, slack_errors
from bot.platforms.slack.files import file_found, is_file, send_file
from bot.platforms.slack.payloads import Place
from bot.ports import FilePicture, Home, Picture
from bot.words import ENGLISH

EVENT_TYPE = "tally_message"
PERSON_KEPT = 900.0  # seconds: somebody who travels or is renamed is known anew after a quarter of an hour
PAGE, MOST_PAGES = 100, 10
UNFORMATTED: dict[str, Any] = {"parse": "none", "link_names": False, "unfurl_links": False, "unfurl_media": False}


class SlackPlatform:
    """Slack, as the inside sees it."""

    name = "slack"

    def __init__(
        self,
        client: WebClient,
        monotonic: Callable[[], float] = time.monotonic,
        run: Callable[[Job], object] | None = None,
    ) -> None:
        self.client = client
        self._monotonic = monotonic
        self._once = variant(client, client.timeout, [RateLimitErrorRetryHandler(max_retry_count=2)])
        self._courtesies = Courtesies(variant(client, 5, []), monotonic, run)
        self._people: dict[str, tuple[float, Person]] = {}
        self._channels: dict[str, str] = {}

    def person(self, person_id: str) -> Person:
        """Who this is; remembered for a while."""
        until, person = self._people.get(person_id, (0.0, None))
        if person is None or until < self._monotonic():
            with slack_errors("look up a person"):
                user = self.client.users_info(user=person_id, include_locale=True)["user"]
            person = _person(user)
            self._people[person_id] = (self._monotonic() + PERSON_KEPT, person)
        return person

    def last_known(self, person_id: str) -> Person:
        """Who this is as it was last known, for an answer at once; nobody in particular while Slack does not tell."""
        _, known = self._people.get(person_id, (0.0, None))
        try:
            return known or self.person(person_id)
        except PlatformError:
            return Person(person_id, "", locale=ENGLISH)

    def person_by_email(self, email: str) -> Person | None:
        """Who has this e-mail address in the workspace, or None."""
        try:
            with slack_errors("look up an e-mail address"):
                found = self.client.users_lookupByEmail(email=email)
        except PlatformRefused as error:
            if isinstance(error.__cause__, SlackApiError) and error_code(error.__cause__) == "users_not_found":
                return None
            raise
        return self.person(found["user"]["id"])

    def direct_address(self, person: Person) -> Mapping[str, str]:
        """The direct message channel with a person."""
        if person.id not in self._channels:
            with slack_errors("open a direct conversation"):
                self._channels[person.id] = str(self.client.conversations_open(users=person.id)["channel"]["id"])
        return {"channel": self._channels[person.id]}

    def lane(self, address: Mapping[str, str]) -> str:
        """The key of the conversation at an address."""
        return Place.of_address(address).lane

    def post(self, address: Mapping[str, str], message_id: str, picture: Picture) -> str:
        """Send a message; returns its timestamp, which is its name in its channel, or a file's own id."""
        if isinstance(picture, FilePicture):
            ref = send_file(self._once, _where(address), message_id, picture)
            self._courtesies.end(address)
            return ref
        message = {**_where(address), **_message(message_id, picture)}
        with slack_errors("post a message"):
            posted = self._once.chat_postMessage(**message, **UNFORMATTED)
        self._courtesies.end(address)
        return str(posted["ts"])

    def update(self, address: Mapping[str, str], ref: str, message_id: str, picture: Picture) -> None:
        """Repaint a message; a file that stands is left as it is."""
        if is_file(ref):
            return
        message = _message(message_id, picture)
        with slack_errors("update a message"):
            self.client.chat_update(channel=address["channel"], ts=ref, parse="none", link_names=False, **message)

    def find(self, address: Mapping[str, str], message_id: str) -> str | None:
        """The name of the message or file with this id, or None. The newest 1,000 messages are looked through."""
        with slack_errors("look for a message"):
            for message in self._messages(address):
                if file := file_found(message, message_id):
                    return file
                metadata = message.get("metadata") or {}
                if metadata.get("event_type") == EVENT_TYPE and metadata["event_payload"]["message_id"] == message_id:
                    return str(message["ts"])
        return None

    def status(self, address: Mapping[str, str], text: str) -> None:
        """Show what the bot is doing; an empty text takes status and preview away."""
        if text:
            self._courtesies.status(address, text)
        else:
            self._courtesies.end(address)

    def keep_status(self) -> None:
        """Show again what Slack would take away while the bot is still at it."""
        self._courtesies.keep_status()

    def preview(self, address: Mapping[str, str], text: str) -> None:
        """Show streamed text so far, until the message itself is posted."""
        self._courtesies.preview(address, text)

    def publish_home(self, home: Home) -> None:
        """Show a person's Home tab."""
        view = home_view(home, self.direct_address(home.person)["channel"])
        with slack_errors("publish a home page"):
            self.client.views_publish(user_id=home.person.id, view=view)

    # What only Slack's listeners need.

    def open_form(self, trigger_id: str, view: Block) -> None:
        """Open a modal, within three seconds of the click."""
        with slack_errors("open a form"):
            self.client.views_open(trigger_id=trigger_id, view=view)

    def whisper(self, address: Mapping[str, str], person_id: str, text: str) -> None:
        """Say something that only this person sees and that is not kept."""
        with slack_errors("tell somebody something"):
            self.client.chat_postEphemeral(**_where(address), user=person_id, text=text, parse="none", link_names=False)

    def is_direct(self, channel: str, person_id: str) -> bool:
        """True when a channel is the direct conversation with this person; False too while Slack does not tell."""
        try:
            return self.direct_address(self.person(person_id))["channel"] == channel
        except PlatformError:
            return False

    def respond(self, response_url: str, text: str) -> None:
        """Answer a shortcut where it was used, to nobody else's eyes. Never raises: a courtesy."""
        self._courtesies.respond(response_url, text)

    def tell(self, address: Mapping[str, str], person_id: str, text: str) -> None:
        """Like `whisper`, but soon, and it never raises: a courtesy."""
        self._courtesies.tell(lambda: self.whisper(address, person_id, text))

    def suggest(
        self, channel: str, prompts: Mapping[str, str], own: Callable[[], Mapping[str, str]] | None = None
    ) -> None:
        """Offer prompts, title and message: `own` ones first, asked for soon, and `prompts` while a conversation is
        empty. Never raises: they are a courtesy."""
        self._courtesies.suggest(channel, prompts, own or dict)

    def _messages(self, address: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
        arguments: dict[str, Any] = {"channel": address["channel"], "include_all_metadata": True, "limit": PAGE}
        ask: Callable[..., Any] = self.client.conversations_history
        if address.get("thread_ts"):
            ask = self.client.conversations_replies
            arguments["ts"] = address["thread_ts"]
        for _ in range(MOST_PAGES):
            page = ask(**arguments)
            yield from page["messages"]
            arguments["cursor"] = (page.get("response_metadata") or {}).get("next_cursor")
            if not arguments["cursor"]:
                return


def variant(client: WebClient, timeout: int, retry_handlers: list[Any]) -> WebClient:
    """The same client with another time limit and other retries."""
    return WebClient(
        client.token,
        base_url=client.base_url,
        timeout=timeout,
        ssl=client.ssl,
        proxy=client.proxy,
        retry_handlers=retry_handlers,
    )


def _where(address: Mapping[str, str]) -> dict[str, Any]:
    return {name: address[name] for name in ("channel", "thread_ts") if address.get(name)}


def _message(message_id: str, picture: Picture) -> dict[str, Any]:
    painted = layout(picture, message_id)
    metadata = {"event_type": EVENT_TYPE, "event_payload": {"message_id": message_id}}
    return {"text": painted.text, "blocks": painted.blocks, "metadata": metadata}


def _person(user: Mapping[str, Any]) -> Person:
    profile = user.get("profile") or {}
    return Person(
        id=str(user["id"]),
        email=str(profile.get("email") or ""),
        name=str(profile.get("real_name") or user.get("real_name") or user.get("name") or ""),
        time_zone=str(user.get("tz") or "UTC"),
        locale=str(user.get("locale") or "en-US"),
    )
