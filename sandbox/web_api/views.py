"""Modals and Home tabs, from the app's side."""

from sandbox.modals import ViewRefused
from sandbox.state import Json
from sandbox.tickets import Refused, Trigger
from sandbox.views import View
from sandbox.web_api.call import ApiError, Call


def open_modal(call: Call) -> Json:
    """views.open"""
    call.required("view")
    modals = call.standin.modals
    try:
        modals.check(call.get("view"), "modal")
        return _answer(call, modals.open(_trigger(call), call.get("view")))
    except ViewRefused as refused:
        raise ApiError(refused.code, refused.messages) from refused


def push(call: Call) -> Json:
    """views.push: with a trigger that came from inside a modal."""
    try:
        call.standin.modals.check(call.get("view"), "modal")
        trigger = _trigger(call)
        if not trigger.in_modal:
            raise ApiError("not_found", ["the trigger_id does not come from a modal"])
        return _answer(call, call.standin.modals.push(trigger.desk, call.get("view")))
    except ViewRefused as refused:
        raise ApiError(refused.code, refused.messages) from refused


def update(call: Call) -> Json:
    """views.update: by view_id or external_id, guarded by `hash` if one is given."""
    found = call.standin.modals.find(call.get("view_id"), call.get("external_id"))
    if found is None:
        raise ApiError("not_found")
    try:
        return _answer(call, call.standin.modals.update(*found, call.get("view"), call.get("hash")))
    except ViewRefused as refused:
        raise ApiError(refused.code, refused.messages) from refused


def publish(call: Call) -> Json:
    """views.publish: a person's Home tab."""
    desk = call.standin.workspace.desks.get(call.required("user_id"))
    if desk is None:
        raise ApiError("user_not_found")
    try:
        return _answer(call, call.standin.modals.publish(desk, call.get("view"), call.get("hash")))
    except ViewRefused as refused:
        raise ApiError(refused.code, refused.messages) from refused


def _trigger(call: Call) -> Trigger:
    try:
        return call.standin.tickets.redeem_trigger(str(call.required("trigger_id")))
    except Refused as refused:
        raise ApiError(str(refused)) from refused


def _answer(call: Call, view: View) -> Json:
    return {"view": call.standin.modals.payload(view)}
