"""A tool, declared once: the signature of one function gives its JSON schema, its reading of what the model wrote, its
form fields and its documentation.

    @writes
    def add_activities(situation: Situation, *, project: Annotated[Project, ProjectName()], ...) -> Draft:
        \"\"\"What the model is told.\"\"\"
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from bot.domain.ability import Ability
from bot.domain.card import FormField
from bot.domain.proposal import Proposal
from bot.ports import ToolSchema
from bot.tools.questions import in_words
from bot.tools.situation import Draft, Faulty, Finding, Refused, Situation, Unclear, Unsaid
from bot.tools.slots import Slot
from bot.tools.utterance import stands
from bot.words import say

REPLACES = "replaces"
ADDING = ("add_activities", "add_absence")
"""The tools that put something on days."""
LONGEST_QUOTE = 80  # characters of what the model wrote, when it is told that nobody said it


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
    """One thing that the model may call. `needs` is what the ledger must be able to do; otherwise it is not offered."""

    name: str
    description: str
    kind: Kind
    admin: bool
    parameters: tuple[Parameter, ...]
    run: Callable[..., Draft | Finding]
    needs: Ability | None = None

    def schema(self, situation: Situation) -> ToolSchema:
        """What the model is told."""
        properties = {p.name: p.slot.schema(situation) for p in self.parameters}
        if self.kind is Kind.WRITES:
            about = "The number of the pending line that this call corrects; left out when the call is new."
            properties[REPLACES] = {"type": "string", "description": about}
        parameters = {"type": "object", "properties": properties, "required": [], "additionalProperties": False}
        spans = {p.name: p.slot.spans for p in self.parameters if p.slot.spans}
        return ToolSchema(self.name, self.description, parameters, spans)

    def resolve(self, written: Mapping[str, Any], situation: Situation, corrected: Proposal | None = None) -> Resolved:
        """Read what the model wrote. Raises Refused, Faulty (ask the model again) or Unclear (ask the person).

        `corrected` is the pending proposal in whose place the call comes: what it repeats of it, or leaves out, keeps
        the value that the card showed ("tomorrow" is still the day that it was when it was said).
        """
        if self.admin and not situation.employee.is_admin:
            raise Refused(say("admins-only"))
        unknown = set(written) - {p.name for p in self.parameters} - {REPLACES}
        if unknown:
            raise Faulty(f"{self.name} has no argument {', '.join(sorted(unknown))}.")
        phrases = {name: str(text).strip() for name, text in written.items() if name != REPLACES and _is_said(text)}
        kept = _kept(self, phrases, situation, corrected) if corrected else {}
        return Resolved(self, phrases, self._values(phrases, kept, situation))

    def _values(self, phrases: Mapping[str, str], kept: Mapping[str, Any], situation: Situation) -> dict[str, Any]:
        values: dict[str, Any] = {}
        unclear: list[Unclear] = []
        unsaid: list[str] = []
        for parameter in self.parameters:
            try:
                if parameter.name in kept:
                    values[parameter.name] = parameter.slot.load(kept[parameter.name], situation)
                else:
                    values[parameter.name] = _value(parameter, phrases.get(parameter.name), situation)
            except Unclear as error:
                error.argument = parameter.name
                unclear.append(error)
            except Unsaid as error:
                if parameter.optional and self.kind is Kind.READS:
                    values[parameter.name] = parameter.unsaid(situation)  # looking at one's own does no harm
                    continue
                error.instead.argument = parameter.name
                unclear.append(error.instead)
                unsaid.append(parameter.name)
        if unsaid:
            raise Unsaid(_not_said(unsaid, phrases), tuple(unsaid), together(unclear))
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
    """Several open questions as one; choices are buttons only where there is a single question, else they are named."""
    if len(unclear) == 1:
        return unclear[0]
    question = " ".join(in_words(error) for error in unclear)
    return Unclear(question, argument=" ".join(error.argument for error in unclear))


def _is_said(text: Any) -> bool:
    return text is not None and str(text).strip() != ""


def _kept(tool: Tool, phrases: Mapping[str, str], situation: Situation, corrected: Proposal) -> dict[str, Any]:
    """The stored arguments of a corrected proposal that the call repeats or leaves out."""
    newest = situation.said[-1:]
    return {
        p.name: corrected.arguments[p.name]
        for p in tool.parameters
        if p.name in corrected.arguments
        and (p.name not in phrases or _repeats(phrases[p.name], corrected.phrases.get(p.name), newest))
    }


def _repeats(phrase: str, shown: str | None, newest: Sequence[str]) -> bool:
    return phrase == shown and not stands(phrase, newest)


def _value(parameter: Parameter, phrase: str | None, situation: Situation) -> Any:
    if phrase is None:
        if parameter.optional:
            return parameter.unsaid(situation)
        raise _missing(parameter, situation)
    try:
        value = parameter.slot.read(phrase, situation)
    except Unclear:
        if parameter.slot.uttered(phrase, situation):
            raise
        raise _unsaid(parameter, situation) from None
    if not parameter.slot.grounded(phrase, value, situation):
        raise _unsaid(parameter, situation)
    return value


def _unsaid(parameter: Parameter, situation: Situation) -> Unsaid:
    return Unsaid("", (parameter.name,), _missing(parameter, situation))


def _missing(parameter: Parameter, situation: Situation) -> Unclear:
    slot = parameter.slot
    return Unclear(slot.missing, choices=slot.offers(situation), most=slot.most_choices)


def _not_said(names: Sequence[str], phrases: Mapping[str, str]) -> str:
    written = ", ".join(f"{name} “{phrases[name][:LONGEST_QUOTE]}”" for name in names)
    return f"The person did not say {written}. Copy their own words, or leave it out."


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


def needing(ability: Ability) -> Callable[[Tool], Tool]:
    """Declare what the ledger must be able to do for a tool: stands above the tool's kind."""
    return lambda tool: replace(tool, needs=ability)
