"""The outgoing side of the Platform port in a terminal, for the one person who sits at it.

What the port promises, and what that means on a terminal, where nothing printed can be taken back:

post, find     A message is noted durably before it is printed (`journal.py`). What a crash left in doubt is found, and
               printed again by `update`, marked as shown before.
update         The message is printed anew below: a decided card in short, an open one in full. What this session shows
               already, exactly so, is not printed twice.
files          Are written where the program was started; the screen says where that is. What lies there already under
               the same name is never written over.
ref            The message's number in the journal, the same in every session.
unreachable    An address of somebody else, or an output that is closed, is a PlatformError: the message stays in the
               outbox until that person opens a console. An address of nobody is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.text import Text

from bot.domain.card import Card
from bot.domain.conversation import Person
from bot.errors import PlatformError, PlatformRefused
from bot.platforms.console.card import is_open, offers_something, without_offers
from bot.platforms.console.files import kept
from bot.platforms.console.journal import Journal
from bot.platforms.console.pictures import choices_of, home_picture, painted
from bot.platforms.console.terminal import Terminal
from bot.platforms.console.text import clean, one_line
from bot.ports import FilePicture, Home, Picture, TextPicture
from bot.words import say

STATUS_ROOM = 200
PERSON = "person"  # the key of an address


@dataclass(frozen=True)
class Snapshot:
    """What can be answered by a key as of now: the open cards, newest first, the answers that were offered last, and
    the cards of which something that is written can be undone or proposed again."""

    cards: tuple[Card, ...] = ()
    choices: tuple[str, ...] = ()
    written: tuple[Card, ...] = ()
    answer: str = ""
    """The id of the newest answer that is open to judgement."""


class ConsolePlatform:
    """The console, as the inside sees it. `people` by id, which is the e-mail address in lower case."""

    name = "console"

    def __init__(
        self, me: Person, people: Mapping[str, Person], terminal: Terminal, journal: Journal, folder: Path | None = None
    ) -> None:
        """`folder` is where files are put; without one, where the program was started."""
        self.me, self.terminal, self._folder = me, terminal, folder
        self._people, self._journal = people, journal
        self._shown: dict[str, Picture] = {}  # by ref: what this session's screen shows of a message
        self._choices: tuple[str, ...] = ()  # of the newest message
        self._answer = ""

    @property
    def address(self) -> Mapping[str, str]:
        """Where the person at this terminal is answered."""
        return self.direct_address(self.me)

    @property
    def zone(self) -> ZoneInfo:
        """Where the terminal is."""
        return ZoneInfo(self.me.time_zone)

    @property
    def snapshot(self) -> Snapshot:
        """What a key pressed now is about."""
        cards = [picture for picture in reversed(list(self._shown.values())) if isinstance(picture, Card)]
        written = tuple(card for card in cards if offers_something(card))
        return Snapshot(tuple(card for card in cards if is_open(card)), self._choices, written, self._answer)

    def person(self, person_id: str) -> Person:
        """Who this is."""
        person = self._people.get(person_id)
        if person is None:
            raise PlatformRefused(f"Console: there is nobody called {person_id}")
        return person

    def person_by_email(self, email: str) -> Person | None:
        """Who has this e-mail, or None."""
        return self._people.get(email.casefold())

    def direct_address(self, person: Person) -> Mapping[str, str]:
        """The person's own console."""
        return {PERSON: person.id}

    def lane(self, address: Mapping[str, str]) -> str:
        """The key of the conversation: each person has one."""
        return address[PERSON]

    def post(self, address: Mapping[str, str], message_id: str, picture: Picture) -> str:
        """Note a message, then print it; returns its number."""
        self._check(address)
        with console_errors():
            ref = self._journal.note(self.lane(address), message_id)
        self._show(ref, picture)
        self._choices = choices_of(picture)
        self._answer = message_id if isinstance(picture, TextPicture) and picture.judged else self._answer
        return ref

    def update(self, address: Mapping[str, str], ref: str, message_id: str, picture: Picture) -> None:
        """Print a message anew, unless this session shows it exactly so, or nothing but what its written lines offer
        is another: that is no reason to repeat what was read before."""
        self._check(address)
        shown = self._shown.get(ref)
        if shown and without_offers(shown) == without_offers(picture):
            self._shown[ref] = picture
            return
        seen_before = say("console-waits") if isinstance(picture, Card) else say("console-shown-again")
        settled = isinstance(picture, Card) and not is_open(picture)
        self._show(ref, picture, heading="" if shown or settled else seen_before)

    def find(self, address: Mapping[str, str], message_id: str) -> str | None:
        """The number of a message that was printed, or perhaps printed, in any session; or None."""
        self._check(address)
        return self._journal.find(self.lane(address), message_id)

    def status(self, address: Mapping[str, str], text: str) -> None:
        """One line that says what the bot is doing; it goes when something is printed."""
        self._pass(address, say("console-status", doing=one_line(text, STATUS_ROOM)) if text else "")

    def keep_status(self) -> None:
        """A terminal takes nothing away by itself."""

    def preview(self, address: Mapping[str, str], text: str) -> None:
        """The end of the streamed text, on the same one line."""
        self._pass(address, "\n".join(text.strip().splitlines()[-1:]))

    def publish_home(self, home: Home) -> None:
        """Print how the month stands."""
        self._check(self.direct_address(home.person))
        with console_errors():
            self.terminal.show(Text(""), *home_picture(home))

    def forget_shown(self) -> None:
        """Take the screen as empty: what is painted next is printed, also where it was printed before."""
        self._shown.clear()

    def _show(self, ref: str, picture: Picture, *, heading: str = "") -> None:
        above = [Text(heading, style="dim")] if heading else []
        with console_errors():
            below = [Text(self._put(picture), style="cyan")] if isinstance(picture, FilePicture) else []
            self.terminal.show(Text(""), *above, *painted(picture), *below)
        self._shown.pop(ref, None)
        self._shown[ref] = picture  # the newest is last

    def _put(self, picture: FilePicture) -> str:
        return say("console-file-at", path=clean(str(kept(picture, self._folder or Path.cwd()))))

    def _pass(self, address: Mapping[str, str], text: str) -> None:
        if address.get(PERSON) == self.me.id:
            self.terminal.passing(text)

    def _check(self, address: Mapping[str, str]) -> None:
        if address.get(PERSON) == self.me.id:
            return
        person = self.person(address.get(PERSON, ""))
        raise PlatformError(f"Console: {person.id} does not sit at this terminal")


@contextmanager
def console_errors() -> Iterator[None]:
    """Translate what a file or a terminal can fail with."""
    try:
        yield
    except UnicodeError as error:
        raise PlatformRefused(f"Console: the text cannot be printed ({error})") from error
    except (OSError, ValueError) as error:  # a closed file is a ValueError
        raise PlatformError(f"Console: cannot print ({error})") from error
