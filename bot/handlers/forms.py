"""The Edit form: made from a proposal's resolved arguments, and read back into them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.domain.card import Form
from bot.domain.proposal import Proposal, ProposalState
from bot.domain.rules import violations
from bot.domain.timesheet import Employee
from bot.errors import UserFacingError
from bot.handlers.desk import Desk
from bot.phrases import Reading
from bot.ports import FormCheck
from bot.tools import wording
from bot.tools.registry import TOOLS
from bot.tools.situation import Refused, Situation, Unclear
from bot.tools.slots import Days
from bot.tools.tool import Parameter
from bot.words import say


def form_of(proposal: Proposal, employee: Employee, desk: Desk, *, notice: str = "") -> Form:
    """The form as it opens."""
    situation = desk.situation(employee, desk.today_of(proposal))
    fields = TOOLS[proposal.tool].form_fields(proposal.arguments, situation)
    return Form(proposal.id, proposal.revision, proposal.title, fields, notice)


def editable(proposal_id: str, revision: int, employee: Employee, desk: Desk) -> Proposal:
    """The proposal, when this person may edit it now. Raises UserFacingError."""
    proposal = desk.store.proposal(proposal_id)
    if proposal is None or proposal.owner != employee.email:
        raise UserFacingError(say("line-not-yours"))
    if proposal.state is not ProposalState.PENDING:
        raise UserFacingError(say("line-decided"))
    if proposal.revision != revision:
        raise UserFacingError(say("line-outdated"))
    return proposal


def check(proposal: Proposal, values: Mapping[str, str], shown: str, employee: Employee, desk: Desk) -> FormCheck:
    """Errors by field; or the form again, with how a typed phrase was read; or nothing to object."""
    situation = desk.situation(employee, desk.today_of(proposal))
    read, errors, notices = _read_all(proposal, values, situation)
    if not errors:
        errors = _broken_rules(proposal, read, situation, desk)
    if errors:
        return FormCheck(errors=errors)
    notice = " ".join(notices)
    if notice and notice != shown:
        changed = replace(proposal, arguments=_dumped(proposal, read))
        return FormCheck(form=form_of(changed, employee, desk, notice=notice))
    return FormCheck()


def edited(proposal: Proposal, values: Mapping[str, str], employee: Employee, desk: Desk) -> Proposal:
    """The proposal with the form's arguments in place of its own. The form was accepted by `check` before."""
    situation = desk.situation(employee, desk.today_of(proposal))
    read, errors, _ = _read_all(proposal, values, situation)
    if errors:
        raise UserFacingError(" ".join(errors.values()))
    return replace(proposal, arguments=_dumped(proposal, read))


def _read_all(
    proposal: Proposal, values: Mapping[str, str], situation: Situation
) -> tuple[dict[str, Any], dict[str, str], list[str]]:
    read: dict[str, Any] = {}
    errors: dict[str, str] = {}
    notices: list[str] = []
    for parameter in TOOLS[proposal.tool].parameters:
        if parameter.name not in values:
            stored = proposal.arguments.get(parameter.name)
            read[parameter.name] = (
                parameter.unsaid(situation) if stored is None else parameter.slot.load(stored, situation)
            )
            continue
        try:
            read[parameter.name], notice = _read(parameter, values[parameter.name].strip(), situation)
            notices += [notice] if notice else []
        except Unclear as error:
            errors[parameter.name] = error.question
    return read, errors, notices


def _read(parameter: Parameter, text: str, situation: Situation) -> tuple[Any, str]:
    if not text:
        if parameter.optional:
            return parameter.unsaid(situation), ""
        raise Unclear(parameter.slot.missing)
    if isinstance(parameter.slot, Days):
        return _read_days(parameter.slot, text, situation)
    try:
        return parameter.slot.load(text, situation), ""
    except (Unclear, ValueError):
        return parameter.slot.read(text, situation), ""


def _read_days(slot: Days, text: str, situation: Situation) -> tuple[Reading, str]:
    try:
        return slot.load(text.split(","), situation), ""
    except ValueError:
        reading = slot.read(text, situation)
        return reading, say("phrase-means", phrase=text, days=wording.days(reading.days))


def _dumped(proposal: Proposal, read: Mapping[str, Any]) -> dict[str, Any]:
    slots = {p.name: p.slot for p in TOOLS[proposal.tool].parameters}
    return {name: slots[name].dump(value) for name, value in read.items() if value is not None}


def _broken_rules(proposal: Proposal, read: Mapping[str, Any], situation: Situation, desk: Desk) -> dict[str, str]:
    where = "dates" if "dates" in read else next(iter(read), "")
    try:
        draft = TOOLS[proposal.tool].draft(read, situation)
    except (Refused, Unclear) as error:
        return {getattr(error, "argument", "") or where: str(error)}
    before = desk.entries_on(proposal.owner, draft.change.watched)
    broken = violations(draft.change, before, desk.books(proposal.owner, draft.change.months))
    return {where: wording.problem(broken)} if broken else {}
