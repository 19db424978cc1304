"""The stack of a person's modals, and the Home tab: opened, pushed, updated, closed."""

from collections.abc import Mapping
from typing import Any

from sandbox.limits import view_violations
from sandbox.state import Desk, Json, Workspace, with_ids
from sandbox.tickets import Trigger
from sandbox.views import View

DEEPEST = 3


class ViewRefused(Exception):
    """A view that Slack would not take: the error code, and what is wrong."""

    def __init__(self, code: str, messages: list[str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.messages = messages or []


class Modals:
    """Everything that may happen to a view, whoever asked for it."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def check(self, definition: Any, kind: str) -> Mapping[str, Any]:
        """The definition, if it is a valid view of that kind. Raises ViewRefused."""
        if not isinstance(definition, Mapping):
            raise ViewRefused("invalid_arguments", ["view must be an object"])
        if definition.get("type") != kind:
            raise ViewRefused("invalid_arguments", [f"a {kind} was expected, not {definition.get('type')!r}"])
        violations = view_violations(definition)
        if violations:
            raise ViewRefused(violations[0].code, [violation.message for violation in violations])
        return definition

    def open(self, trigger: Trigger, definition: Any) -> View:
        """Opens a modal in place of whatever was open."""
        view = self._new(trigger.desk, self.check(definition, "modal"), None)
        self._show(trigger.desk, [view])
        return view

    def push(self, desk: Desk, definition: Any) -> View:
        """Puts a modal on top of the open ones, three at most."""
        self.check(definition, "modal")
        if len(desk.modals) >= DEEPEST:
            raise ViewRefused("push_limit_reached")
        view = self._new(desk, definition, desk.modals[-1] if desk.modals else None)
        self._show(desk, [*desk.modals, view])
        return view

    def update(self, desk: Desk, view: View, definition: Any, expected_hash: str | None = None) -> View:
        """Replaces what an open modal shows. Raises ViewRefused(hash_conflict) when it was changed meanwhile."""
        if expected_hash and expected_hash != view.hash:
            raise ViewRefused("hash_conflict")
        self.check(definition, "modal")
        with self.workspace.changing():
            view.define(definition, with_ids(definition["blocks"]), self.workspace.clock.time())
        self.workspace.views_changed(desk)
        return view

    def publish(self, desk: Desk, definition: Any, expected_hash: str | None = None) -> View:
        """Replaces the Home tab."""
        if expected_hash and desk.home is not None and expected_hash != desk.home.hash:
            raise ViewRefused("hash_conflict")
        self.check(definition, "home")
        home = desk.home or self._new(desk, definition, None)
        with self.workspace.changing():
            home.define(definition, with_ids(definition["blocks"]), self.workspace.clock.time())
            desk.home = home
        self.workspace.tell(desk.person.id, "home", home.for_page())
        return home

    def close_top(self, desk: Desk) -> None:
        self._show(desk, desk.modals[:-1])

    def clear(self, desk: Desk) -> None:
        self._show(desk, [])

    def show_errors(self, desk: Desk, view: View, errors: Mapping[str, str]) -> None:
        """Puts sentences under the fields of a modal, by block_id."""
        with self.workspace.changing():
            view.errors = dict(errors)
        self.workspace.views_changed(desk)

    def find(self, view_id: str | None, external_id: str | None) -> tuple[Desk, View] | None:
        """An open modal, by either id."""
        for desk in self.workspace.desks.values():
            for view in desk.modals:
                if view.id == view_id or (external_id and view.definition.get("external_id") == external_id):
                    return desk, view
        return None

    def payload(self, view: View) -> Json:
        bot = self.workspace.bot
        return view.payload(bot.team_id, bot.app_id, bot.bot_id)

    def _new(self, desk: Desk, definition: Mapping[str, Any], below: View | None) -> View:
        view_id = self.workspace.new_id("V")
        view = View(view_id, {}, below.root_id if below else view_id, below.id if below else None)
        view.define(definition, with_ids(definition["blocks"]), self.workspace.clock.time())
        return view

    def _show(self, desk: Desk, views: list[View]) -> None:
        with self.workspace.changing():
            desk.modals = views
        self.workspace.views_changed(desk)
