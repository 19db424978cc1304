"""A tool, declared once: the signature of one function gives its JSON schema, its reading of what the model wrote, its
form fields and its documentation.

    @writes
    def add_activities(situation: Situation, *, project: Annotated[Project, ProjectName()], ...) -> Draft:
        \"\"\"What the model is told.\"\"\"
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from bot.domain.card import FormField
from bot.ports import ToolSchema
from bot.tools.situation import Draft, Faulty, Finding, Refused, Situation, Unclear
from bot.tools.slots import Slot

REPLACES = "replaces"


class Kind(StrEnum):
    """Reads run at once; writes become proposals; drops take pending proposals away and need no approval."""

    READS = "reads"
    WRITES = "writes"
    DROPS = "drops"


@dataclass(frozen=True)
class Parameter:
    """One argument: its slot, and what it is when nobody said anything (`default`, only where `optional`).

    A default that depends on the day is a function of the situation: the proposal then stores what it came to.
    """

    name: str
    slot: Slot
    optional: bool
    default: Any = None

    def unsaid(self, situation: Situation) -> Any:
        """What the argument is when nobody said anything."""
        return self.default(situation) if callable(self.default) else self.default


@dataclass(frozen=True)
class Resolved:
    """A call whose arguments are resolved: what the model copied, and the values it stands for."""

    tool: Tool
    phrases: Mapping[str, str]
    values: Mapping[str, Any]

    @property
    def arguments(self) -> dict[str, Any]:
        """The values as a proposal stores them; what was neither said nor has a default is left out."""
        slots = {parameter.name: parameter.slot for parameter in self.tool.parameters}
        return {name: slots[name].dump(value) for name, value in self.values.items() if value is not None}


@dataclass(frozen=True)
class Tool:
    """One thing that the model may call."""

    name: str
    description: str
    kind: Kind
    admin: bool
    parameters: tuple[Parameter, ...]
    run: Callable[..., Draft | Finding]

    def schema(self, situation: Situation) -> ToolSchema:
        """What the model is told."""
        properties = {p.name: p.slot.schema(situation) for p in self.parameters}
        if self.kind is Kind.WRITES:
            about = "The number of the pending line that this call corrects; left out when the call is new."
            properties[REPLACES] = {"type": "string", "description": about}
        parameters = {"type": "object", "properties": properties, "required": [], "additionalProperties": False}
        return ToolSchema(self.name, self.description, parameters)

    def resolve(self, written: Mapping[str, Any], situation: Situation) -> Resolved:
        """Read what the model wrote. Raises Refused, Faulty (ask the model again) or Unclear (ask the person)."""
        if self.admin and not situation.employee.is_admin:
            raise Refused("Only administrators can do that. Ask one of them.")
        unknown = set(written) - {p.name for p in self.parameters} - {REPLACES}
        if unknown:
            raise Faulty(f"{self.name} has no argument {', '.join(sorted(unknown))}.")
        phrases = {name: str(text).strip() for name, text in written.items() if name != REPLACES and _is_said(text)}
        return Resolved(self, phrases, self._values(phrases, situation))

    def _values(self, phrases: Mapping[str, str], situation: Situation) -> dict[str, Any]:
        values: dict[str, Any] = {}
        unclear: list[Unclear] = []
        for parameter in self.parameters:
            try:
                values[parameter.name] = _value(parameter, phrases.get(parameter.name), situation)
            except Unclear as error:
                error.argument = parameter.name
                unclear.append(error)
        if unclear:
            raise together(unclear)
        return values

    def load(self, arguments: Mapping[str, Any], situation: Situation) -> dict[str, Any]:
        """The values of stored arguments. Raises Unclear when one of them no longer exists."""
        values: dict[str, Any] = {}
        for parameter in self.parameters:
            stored = arguments.get(parameter.name)
            missing = stored is None or stored == ""
            values[parameter.name] = (
                _value(parameter, None, situation) if missing else parameter.slot.load(stored, situation)
            )
        return values

    def form_fields(self, arguments: Mapping[str, Any], situation: Situation) -> tuple[FormField, ...]:
        """The fields of the Edit form, filled with the resolved arguments."""
        shown = (p for p in self.parameters if not p.optional or p.default is not None or p.name in arguments)
        return tuple(p.slot.form_field(p.name, arguments.get(p.name, p.unsaid(situation)), situation) for p in shown)

    def draft(self, values: Mapping[str, Any], situation: Situation) -> Draft:
        """What the write would do now. Raises Refused when there is nothing to do or it cannot be done."""
        result = self.run(situation, **values)
        assert isinstance(result, Draft), f"{self.name} is no writing tool"
        return result

    def find(self, values: Mapping[str, Any], situation: Situation) -> Finding:
        """Run a reading tool."""
        result = self.run(situation, **values)
        assert isinstance(result, Finding), f"{self.name} is no reading tool"
        return result


def together(unclear: list[Unclear]) -> Unclear:
    """Several open questions as one; choices are offered only where there is a single question."""
    question = " ".join(error.question for error in unclear)
    choices = unclear[0].choices if len(unclear) == 1 else ()
    return Unclear(question, argument=" ".join(error.argument for error in unclear), choices=choices)


def _is_said(text: Any) -> bool:
    return text is not None and str(text).strip() != ""


def _value(parameter: Parameter, phrase: str | None, situation: Situation) -> Any:
    if phrase is None:
        if parameter.optional:
            return parameter.unsaid(situation)
        raise Unclear(parameter.slot.missing, choices=parameter.slot.offers(situation))
    value = parameter.slot.read(phrase, situation)
    if not parameter.slot.grounded(phrase, value, situation):
        raise Faulty(f"The person did not say {parameter.name} “{phrase}”. Copy their own words, or leave it out.")
    return value


def _tool(run: Callable[..., Draft | Finding], kind: Kind, admin: bool) -> Tool:
    hints = get_type_hints(run, include_extras=True)
    parameters = []
    for name, parameter in inspect.signature(run).parameters.items():
        if name == "situation":
            continue
        slot = next(extra for extra in get_args(hints[name])[1:])
        optional = parameter.default is not inspect.Parameter.empty
        parameters.append(Parameter(name, slot, optional, parameter.default if optional else None))
    description = inspect.getdoc(run) or ""
    return Tool(run.__name__, description, kind, admin, tuple(parameters), run)


def reads(run: Callable[..., Finding]) -> Tool:
    """Declare a tool that only looks; it runs at once."""
    return _tool(run, Kind.READS, admin=False)


def writes(run: Callable[..., Draft]) -> Tool:
    """Declare a tool whose effect waits for its owner's approval."""
    return _tool(run, Kind.WRITES, admin=False)


def admin_reads(run: Callable[..., Finding]) -> Tool:
    """Declare a tool that only looks, for administrators."""
    return _tool(run, Kind.READS, admin=True)


def admin_writes(run: Callable[..., Draft]) -> Tool:
    """Declare a tool whose effect waits for its owner's approval, for administrators."""
    return _tool(run, Kind.WRITES, admin=True)


def drops(run: Callable[..., Finding]) -> Tool:
    """Declare a tool that takes pending proposals away."""
    return _tool(run, Kind.DROPS, admin=False)
