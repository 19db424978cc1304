"""A strict small server that stands for the v2 API: over real HTTP, in memory (`v2_company.py` has its rules).

It counts requests, and can be told to misbehave.
"""

from __future__ import annotations

import json
import re
import socket
import struct
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from bot.ledgers import sample
from tests.v2_company import Company, Line, Unacceptable, require, stored_employee, stored_project

OTHER_NAMES = {"paid_leave": "Conges", "rtt": "RTT", "sick": "Maladie"}
PATIENCE = 30  # seconds that a hanging answer hangs at most, so that a broken test ends


@dataclass(frozen=True)
class Fault:
    """How one request is treated otherwise. `acts`: the request is carried out before.

    `how`: `drop` (the connection is reset), `cut` (in the middle of the answer), `hang` (no answer until the server is
    closed), or what is answered instead.
    """

    how: str = "answer"
    acts: bool = False
    status: int = 500
    body: bytes = b"{}"
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json"),)
    method: str = ""  # of the requests that it is for; any when empty


class V2Server:
    """The server while it runs, as tests see it."""

    def __init__(self) -> None:
        self.company = Company()
        self.requests: list[str] = []
        self.faults: list[Fault] = []
        self.before_writing: Callable[[], None] | None = None
        self.lock = threading.Lock()
        self.closing = threading.Event()
        self.hanging = threading.Event()
        server = self

        class Handler(_Handler):
            v2 = server

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.http.server_address[1]}"

    def misbehave(self, *faults: Fault) -> None:
        """Treat the next requests so, one fault each."""
        self.faults += faults

    def load(self, filled: sample.Company) -> None:
        """Hold what a company has, as far as the API knows such things: no country, no submitted month."""
        for e in filled.employees:
            self.company.employees.append(stored_employee(e.email, e.name, e.lastname, e.role.value))
        for p in filled.projects:
            self.company.projects[p.code] = stored_project(p.code, p.name, p.client, sorted(p.employees))
        for entry in filled.entries:
            reason = OTHER_NAMES[entry.reason] if entry.reason else None
            self.company.lines.append(Line(entry.email, entry.day, entry.percent, entry.project or "", reason))

    def counted(self) -> Counter[str]:
        """How many requests came, by method and the kind of thing."""
        return Counter(" ".join((line.split(" ")[0], line.split("/")[3].split("?")[0])) for line in self.requests)

    def standing(self, email: str) -> list[tuple[str, str, int]]:
        """What the server holds of somebody: day, project or reason, percent; in order."""
        mine = [line for line in self.company.lines if line.email == email]
        return sorted((line.day.isoformat(), line.reason or line.group, line.percent) for line in mine)

    def fault_for(self, method: str) -> Fault | None:
        """The first fault that waits for a request of this method; it is used up."""
        for fault in self.faults:
            if fault.method in ("", method):
                self.faults.remove(fault)
                return fault
        return None


class _Handler(BaseHTTPRequestHandler):
    v2: V2Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # headers and body are two packets; 40 ms are waited between them otherwise

    def do_GET(self) -> None:
        self._serve(None)

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        self._serve(self.rfile.read(length))

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing on standard error."""

    def _serve(self, body: bytes | None) -> None:
        with self.v2.lock:
            self.v2.requests.append(f"{self.command} {self.path}")
            fault = self.v2.fault_for(self.command)
        if fault is None or fault.acts:
            status, answer = self._carried_out(body)
        if fault is None:
            self._send(status, json.dumps(answer).encode())
        elif fault.how == "drop":
            self._reset()
        elif fault.how == "cut":
            self._send(200, json.dumps({"activities": []}).encode(), announced=1_000)
            self._reset()
        elif fault.how == "hang":
            self.v2.hanging.set()
            self.v2.closing.wait(PATIENCE)
            self.close_connection = True
        else:
            self._send(fault.status, fault.body, fault.headers)

    def _carried_out(self, body: bytes | None) -> tuple[int, Any]:
        try:
            if body is not None and self.v2.before_writing is not None:
                self.v2.before_writing()
            with self.v2.lock:
                return 200, self._answer(body)
        except Unacceptable as why:
            return 400, {"message": str(why)}

    def _answer(self, body: bytes | None) -> Any:
        parts = urlsplit(self.path)
        names = [unquote(part) for part in parts.path.strip("/").split("/")]
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        company = self.v2.company
        if body is not None:
            require((self.headers.get("Content-Type") or "").startswith("application/json"), "JSON is wanted")
            sent = json.loads(body)
        match (self.command, names[:2], names[2:]):
            case ("GET", ["v2", "private"], ["project"]):
                require(set(query) <= {"user"}, "unknown query")
                return company.project_list(query.get("user"))
            case ("GET", ["v2", "private"], ["project", code]):
                return company.project(code)
            case ("POST", ["v2", "private"], ["project"]):
                return company.put_project(sent)
            case ("GET", ["v2", "private"], ["employees"]):
                return company.employees
            case ("POST", ["v2", "private"], ["employees"]):
                return company.add_employee(sent)
            case ("GET", ["v2", "private"], ["activity-report", email, year, month]):
                require(bool(re.fullmatch(r"\d{4}/\d{2}", f"{year}/{month}")), "YYYY/MM")
                return company.report(email, year, month)
            case ("POST", ["v2", "private"], ["activity-report"]):
                return company.add_entries(sent)
        raise Unacceptable(f"there is no {self.command} {parts.path}")

    def _send(
        self,
        status: int,
        body: bytes,
        headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json"),),
        announced: int | None = None,
    ) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(announced or len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def _reset(self) -> None:
        """Close so that the other side sees a reset, not an end."""
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()


@contextmanager
def running_v2_server() -> Iterator[V2Server]:
    """The server, until the block is left."""
    server = V2Server()
    thread = threading.Thread(target=server.http.serve_forever, kwargs={"poll_interval": 0.01}, name="v2")
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.http.shutdown()
        thread.join()
        server.http.server_close()
