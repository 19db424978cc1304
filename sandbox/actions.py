"""What a person can do, by name: the same list for the page and for the driver."""

from collections.abc import Awaitable, Callable
from typing import Any

from sandbox.interactivity import NotThere, Place
from sandbox.standin import StandIn
from sandbox.state import Desk, Json, Message
from sandbox.views import View


class Actions:
    """Each takes the desk and JSON arguments, and returns JSON. NotThere: no such message, element or modal."""

    def __init__(self, standin: StandIn) -> None:
        self.standin = standin
        self.by_name: dict[str, Callable[..., Awaitable[Json | None]]] = {
            "say": self.say,
            "share": self.share,
            "edit": self.edit,
            "delete": self.delete,
            "act": self.act,
            "enter": self.enter,
            "submit": self.submit,
            "close": self.close,
            "open": self.open,
            "slash": self.slash,
            "shortcut": self.shortcut,
            "pick": self.pick,
        }

    async def say(self, desk: Desk, text: str, thread_ts: str | None = None) -> Json:
        """Sends a message; returns it."""
        if not text.strip():
            raise ValueError("an empty message cannot be sent")
        return self.standin.events.say(desk, text, thread_ts).for_page()

    async def share(self, desk: Desk, name: str, text: str = "") -> Json:
        """Uploads a file, with words or without; returns the message."""
        return self.standin.events.share(desk, name, text).for_page()

    async def edit(self, desk: Desk, ts: str, text: str) -> None:
        self.standin.events.edit(desk, self._own_message(desk, ts), text)

    async def delete(self, desk: Desk, ts: str) -> None:
        self.standin.events.delete(desk, self._own_message(desk, ts))

    async def act(
        self,
        desk: Desk,
        action_id: str,
        block_id: str | None = None,
        ts: str | None = None,
        view_id: str | None = None,
        value: Any = None,
    ) -> Json:
        """Clicks a button or picks a value, in the message `ts` or the view `view_id`."""
        place = self.place(desk, ts, view_id)
        block, element = self.element(place, action_id, block_id, value if isinstance(value, str) else None)
        delivery = await self.standin.interactivity.act(desk, place, block, element, value)
        return {"outcome": delivery.outcome}

    async def enter(
        self,
        desk: Desk,
        action_id: str,
        block_id: str | None = None,
        ts: str | None = None,
        view_id: str | None = None,
        value: Any = None,
    ) -> None:
        """Fills an input without telling the app."""
        place = self.place(desk, ts, view_id)
        block, element = self.element(place, action_id, block_id)
        self.standin.interactivity.enter(desk, place, block, element, value)

    async def submit(self, desk: Desk, view_id: str | None = None, values: dict[str, Any] | None = None) -> Json:
        """Fills inputs of the top modal and submits it.

        Keys: an action_id, or a block_id; returns the `errors` by block_id.
        """
        view = self.view(desk, view_id)
        place = Place(view=view)
        for name, value in (values or {}).items():
            block, element = self._field(place, name)
            self.standin.interactivity.enter(desk, place, block, element, value)
        return {"errors": await self.standin.interactivity.submit(desk, view)}

    async def close(self, desk: Desk, view_id: str | None = None, clear: bool = False) -> None:
        await self.standin.interactivity.close(desk, self.view(desk, view_id), clear=clear)

    async def open(self, desk: Desk, tab: str) -> None:
        """Opens the tab "home" or "messages"."""
        if tab not in {"home", "messages"}:
            raise ValueError(f"there is no tab {tab!r}")
        self.standin.events.open_tab(desk, tab)

    async def slash(self, desk: Desk, command: str, text: str = "", channel: Json | None = None) -> Json:
        delivery = await self.standin.interactivity.slash(desk, command, text, channel)
        return {"outcome": delivery.outcome}

    async def shortcut(self, desk: Desk, callback_id: str) -> Json:
        delivery = await self.standin.interactivity.shortcut(desk, callback_id)
        return {"outcome": delivery.outcome}

    async def pick(self, desk: Desk, callback_id: str, ts: str) -> Json:
        """Picks a shortcut from the menu of the message `ts`."""
        message = desk.find(ts)
        if message is None or message.ephemeral:
            raise NotThere(f"{desk.person.name} sees no message {ts} with a menu")
        return await self.pick_elsewhere(desk, callback_id, message.public(with_metadata=True), None)

    async def pick_elsewhere(self, desk: Desk, callback_id: str, message: Json, channel: Json | None) -> Json:
        """Picks a shortcut from the menu of a message that stands in another channel, of which there is no picture."""
        delivery = await self.standin.interactivity.message_shortcut(desk, callback_id, message, channel)
        return {"outcome": delivery.outcome}

    def place(self, desk: Desk, ts: str | None, view_id: str | None) -> Place:
        """The message or the view; without either, the top modal."""
        if ts is not None:
            message = desk.find(ts)
            if message is None:
                raise NotThere(f"{desk.person.name} sees no message {ts}")
            return Place(message=message)
        if view_id is not None and desk.home is not None and desk.home.id == view_id:
            return Place(view=desk.home)
        return Place(view=self.view(desk, view_id))

    def view(self, desk: Desk, view_id: str | None) -> View:
        """The top modal. Raises NotThere when none is open, or another than `view_id`."""
        if not desk.modals:
            raise NotThere(f"{desk.person.name} has no modal open")
        if view_id not in {None, desk.modals[-1].id}:
            raise NotThere(f"the modal {view_id} is not on top")
        return desk.modals[-1]

    def element(
        self, place: Place, action_id: str, block_id: str | None = None, value: str | None = None
    ) -> tuple[Json, Json]:
        found = place.find(action_id, block_id, value)
        if found is None:
            raise NotThere(f"there is no {action_id!r} here")
        return found

    def _field(self, place: Place, name: str) -> tuple[Json, Json]:
        for block in place.blocks:
            if block["block_id"] == name and block["type"] == "input":
                return block, block["element"]
        return self.element(place, name)

    def _own_message(self, desk: Desk, ts: str) -> Message:
        message = desk.find(ts)
        if message is None or message.body["user"] != desk.person.id:
            raise NotThere(f"{desk.person.name} wrote no message {ts}")
        return message
