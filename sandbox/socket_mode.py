"""Socket Mode: the app's WebSocket connections, and the payloads that travel over them.

Each payload goes to exactly one connection and must be acknowledged within three seconds. An event that is not is
sent again, at most three times; so is one whose connection broke, and one that found no connection waits for the
first. Interactions and slash commands are never repeated: the person sees that they failed.
"""

import asyncio
import dataclasses
import itertools
import json
import secrets
import socket
import struct
from collections.abc import Callable
from typing import Any

from aiohttp import WSMsgType, web

from sandbox import faults
from sandbox.clock import Cancel
from sandbox.state import Json, Workspace

ACK_SECONDS = 3
LEAVE_SECONDS = 10
MOST_ATTEMPTS = 4
MOST_CONNECTIONS = 10
RESET_ON_CLOSE = struct.pack("ii", 1, 0)
NOT_CONNECTED, TIMEOUT, CONNECTION_LOST = "not_connected", "timeout", "connection_lost"


@dataclasses.dataclass
class Delivery:
    """One payload on its way. `attempts` are (connection id, envelope id); `outcome` is "", "acknowledged" or why it
    failed. `fault`: what still goes wrong with it (see faults.py).

    `answer` is resolved with the payload of the acknowledgement (None when it had none, or when the delivery failed).
    """

    kind: str
    payload: Json
    answer: "asyncio.Future[Json | None]"
    attempts: list[tuple[str, str]] = dataclasses.field(default_factory=list)
    outcome: str = ""
    fault: str = ""

    def settle(self, outcome: str, answer: Json | None = None) -> None:
        if not self.outcome:
            self.outcome = outcome
            self.answer.set_result(answer)


@dataclasses.dataclass
class _Open:
    """An envelope that waits for its acknowledgement."""

    delivery: Delivery
    connection: "Connection"
    stop_timer: Cancel


class Connection:
    """One WebSocket of the app. `draining` ones get no new payloads."""

    def __init__(self, number: int, wire: web.WebSocketResponse, transport: asyncio.BaseTransport | None) -> None:
        self.id = f"connection-{number}"
        self.wire = wire
        self._transport = transport
        self.draining = False
        self.outgoing: asyncio.Queue[str | Callable[[], None] | None] = asyncio.Queue()

    def send(self, frame: Json) -> None:
        self.outgoing.put_nowait(json.dumps(frame))

    def end(self) -> None:
        """Closes it, after what is queued was sent."""
        self.outgoing.put_nowait(None)

    def abort(self) -> None:
        """Breaks the TCP connection with a reset: no closing handshake on any level."""
        if isinstance(self._transport, asyncio.WriteTransport):
            self._transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
            self._transport.abort()

    async def write(self) -> None:
        """Sends what is queued, or does it, until None is; then closes."""
        while (what := await self.outgoing.get()) is not None:
            if self.wire.closed:
                return
            if isinstance(what, str):
                await self.wire.send_str(what)
            else:
                what()
        await self.wire.close()


class SocketMode:
    """Hands out tickets, holds the connections and delivers payloads."""

    def __init__(self, workspace: Workspace, plan: faults.FaultPlan) -> None:
        self.workspace = workspace
        self.faults = plan
        self.connections: list[Connection] = []
        self.deliveries: list[Delivery] = []
        self._tickets: set[str] = set()
        self._open: dict[str, _Open] = {}
        self._waiting: list[tuple[Delivery, str]] = []  # and why it is sent again
        self._numbers = itertools.count(1)
        self._turn = 0

    def new_ticket(self) -> str:
        """A ticket that opens one connection, once."""
        ticket = secrets.token_urlsafe(16)
        self._tickets.add(ticket)
        return ticket

    def deliver_event(self, payload: Json) -> Delivery:
        """Sends an Events API payload; twice when that was asked for."""
        fault = self.faults.next_payload("events_api")
        if fault == faults.DUPLICATE:
            self._deliver("events_api", payload)
        return self._deliver("events_api", payload, fault)

    def deliver(self, kind: str, payload: Json) -> Delivery:
        """Sends an `interactive` or a `slash_commands` payload."""
        return self._deliver(kind, payload, self.faults.next_payload(kind))

    def ask_to_reconnect(self, reason: str = "refresh_requested") -> None:
        """Tells every connection to make way for a new one, as Slack does every few hours.

        The app has ten seconds to leave by itself before the connection is closed.
        """
        for connection in self.connections:
            connection.draining = True
            connection.send({"type": "disconnect", "reason": reason, "debug_info": {"host": "sandbox"}})
            self.workspace.clock.call_later(LEAVE_SECONDS, connection.end)
        self._tell_connections()

    def drop_all(self) -> None:
        """Breaks every connection without a closing handshake."""
        for connection in list(self.connections):
            connection.abort()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """The WebSocket endpoint behind the URL that apps.connections.open gave."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            raise web.HTTPForbidden(text="unknown or used ticket")
        self._tickets.remove(ticket)
        wire = web.WebSocketResponse(heartbeat=30)
        await wire.prepare(request)
        connection = Connection(next(self._numbers), wire, request.transport)
        if len(self.connections) >= MOST_CONNECTIONS:
            await wire.send_json({"type": "disconnect", "reason": "too_many_websockets"})
            await wire.close()
            return wire
        writer = asyncio.create_task(connection.write())
        try:
            self._welcome(connection)
            async for frame in wire:
                if frame.type is WSMsgType.TEXT:
                    self._acknowledged(json.loads(frame.data))
        finally:
            connection.end()
            self._gone(connection)
            await asyncio.gather(writer, return_exceptions=True)
        return wire

    async def ping(self) -> None:
        """Makes every connection hear something."""
        for connection in list(self.connections):
            await connection.wire.ping()

    async def close(self) -> None:
        """Ends all connections, for the end of the server."""
        for connection in list(self.connections):
            await connection.wire.close()

    def _welcome(self, connection: Connection) -> None:
        connection.send(
            {
                "type": "hello",
                "num_connections": len(self.connections) + 1,
                "connection_info": {"app_id": self.workspace.bot.app_id},
                "debug_info": {"host": "sandbox", "approximate_connection_time": 18060},
            }
        )
        with self.workspace.changing():
            self.connections.append(connection)
        self._tell_connections()
        waiting, self._waiting = self._waiting, []
        for delivery, reason in waiting:
            self._send(delivery, reason)

    def _deliver(self, kind: str, payload: Json, fault: str = "") -> Delivery:
        delivery = Delivery(kind, payload, asyncio.get_running_loop().create_future(), fault=fault)
        with self.workspace.changing():
            self.deliveries.append(delivery)
        self._send(delivery, "")
        return delivery

    def _send(self, delivery: Delivery, reason: str) -> None:
        ready = [connection for connection in self.connections if not connection.draining]
        if not ready:
            self._without_connection(delivery, reason)
            return
        self._turn += 1
        connection = ready[self._turn % len(ready)]
        envelope_id = secrets.token_hex(8)
        stop = self.workspace.clock.call_later(ACK_SECONDS, lambda: self._retry(envelope_id, TIMEOUT))
        self._open[envelope_id] = _Open(delivery, connection, stop)
        with self.workspace.changing():
            delivery.attempts.append((connection.id, envelope_id))
        connection.send(_envelope(delivery, envelope_id, reason))
        if delivery.fault == faults.DROP:
            connection.outgoing.put_nowait(connection.abort)
        elif delivery.fault == faults.REFRESH:
            self.ask_to_reconnect()
        if delivery.fault != faults.LATE_ACK:
            delivery.fault = ""

    def _without_connection(self, delivery: Delivery, reason: str) -> None:
        if delivery.kind == "events_api":
            self._waiting.append((delivery, reason))
        else:
            self._settle(delivery, NOT_CONNECTED)

    def _acknowledged(self, frame: Json) -> None:
        envelope = self._open.get(frame.get("envelope_id", ""))
        if envelope is None:
            return
        if envelope.delivery.fault == faults.LATE_ACK:
            with self.workspace.changing():
                envelope.delivery.fault = ""  # not heard: the three seconds go on
        else:
            del self._open[frame["envelope_id"]]
            envelope.stop_timer()
            self._settle(envelope.delivery, "acknowledged", frame.get("payload") or None)

    def _retry(self, envelope_id: str, reason: str) -> None:
        envelope = self._open.pop(envelope_id, None)
        if envelope is None:
            return
        envelope.stop_timer()
        delivery = envelope.delivery
        if delivery.kind == "events_api" and len(delivery.attempts) < MOST_ATTEMPTS:
            self._send(delivery, TIMEOUT)
        else:
            self._settle(delivery, reason)

    def _settle(self, delivery: Delivery, outcome: str, answer: Json | None = None) -> None:
        with self.workspace.changing():
            delivery.settle(outcome, answer)

    def _gone(self, connection: Connection) -> None:
        with self.workspace.changing():
            self.connections = [other for other in self.connections if other is not connection]
        self._tell_connections()
        for envelope_id, envelope in list(self._open.items()):
            if envelope.connection is connection:
                self._retry(envelope_id, CONNECTION_LOST)

    def _tell_connections(self) -> None:
        self.workspace.tell("", "connections", len([c for c in self.connections if not c.draining]))


def _envelope(delivery: Delivery, envelope_id: str, reason: str) -> Json:
    frame: dict[str, Any] = {
        "envelope_id": envelope_id,
        "type": delivery.kind,
        "accepts_response_payload": delivery.kind != "events_api",
        "payload": delivery.payload,
    }
    if delivery.kind == "events_api":
        frame |= {"retry_attempt": len(delivery.attempts) - 1, "retry_reason": reason}
    return frame
