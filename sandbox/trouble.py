"""The page's Trouble menu: every failure of `faults.py` by name, for the next call or the next payload."""

from collections.abc import Callable, Mapping

from sandbox.faults import ANY, CLICK, FaultPlan
from sandbox.state import Json, Workspace

SLOW_SECONDS = 5
METHODS = (ANY, "chat.postMessage", "chat.update", "views.open", "views.publish", "conversations.history")
"""What the menu offers to fail; the route takes any method."""

OF_CALLS: Mapping[str, tuple[str, Callable[[FaultPlan, str], None]]] = {
    "rate_limit": ("Too many calls (429, Retry-After 1 s)", lambda plan, method: plan.rate_limit(method)),
    "server_error": ("Slack breaks (500)", lambda plan, method: plan.server_error(method)),
    "refuse": ("Slack refuses (fatal_error)", lambda plan, method: plan.refuse(method, "fatal_error")),
    "drop": ("The call never arrives", lambda plan, method: plan.drop(method)),
    "lose_answer": ("Done, but the answer is lost", lambda plan, method: plan.lose_answer(method)),
    "slow": (f"The answer takes {SLOW_SECONDS} s", lambda plan, method: plan.delay(method, SLOW_SECONDS)),
}
OF_PAYLOADS: Mapping[str, tuple[str, Callable[[FaultPlan], None]]] = {
    "duplicate": ("An event comes twice", lambda plan: plan.duplicate_event()),
    "late_ack": ("An event’s acknowledgement is late", lambda plan: plan.late_ack()),
    "drop_socket": ("The connection breaks behind an event", lambda plan: plan.drop_socket()),
    "refresh_socket": ("A new connection is asked for", lambda plan: plan.refresh_socket()),
    "late_click": ("A click’s acknowledgement is late", lambda plan: plan.late_ack(of=CLICK)),
    "drop_click": ("The connection breaks behind a click", lambda plan: plan.drop_socket(of=CLICK)),
}


class Trouble:
    """What the menu shows, and what it asks for."""

    def __init__(self, plan: FaultPlan, workspace: Workspace) -> None:
        self.plan = plan
        self.workspace = workspace
        plan.used = self._tell

    def shown(self) -> Json:
        """The menu: names and titles, the methods to choose from, and how many failures are still to come."""
        return {
            "calls": [{"name": name, "title": title} for name, (title, _) in OF_CALLS.items()],
            "payloads": [{"name": name, "title": title} for name, (title, _) in OF_PAYLOADS.items()],
            "methods": list(METHODS),
            "planned": self.plan.planned,
        }

    def ask(self, name: str, method: str = ANY) -> None:
        """Plans one failure; "none" takes back all that are planned. Raises LookupError for one that is not known."""
        if name == "none":
            self.plan.clear()
        elif name in OF_CALLS:
            OF_CALLS[name][1](self.plan, method)
        elif name in OF_PAYLOADS:
            OF_PAYLOADS[name][1](self.plan)
        else:
            raise LookupError(f"there is no trouble {name!r}")
        self._tell()

    def _tell(self) -> None:
        self.workspace.tell("", "trouble", self.plan.planned)
