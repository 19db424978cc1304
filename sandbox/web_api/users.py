"""The members of the workspace."""

from sandbox import people
from sandbox.state import Json
from sandbox.web_api.call import ApiError, Call, a_page


def info(call: Call) -> Json:
    """users.info"""
    workspace = call.standin.workspace
    user_id = call.required("user", "user_not_found")
    if user_id == workspace.bot.user_id:
        return {"user": people.bot_user_object(workspace.bot, workspace.clock.time())}
    if user_id not in workspace.desks:
        raise ApiError("user_not_found")
    return {"user": _user(call, workspace.desks[user_id].person)}


def every(call: Call) -> Json:
    """users.list: the bot among them."""
    workspace = call.standin.workspace
    users = [_user(call, person) for person in workspace.people]
    found, cursor = a_page(call, [*users, people.bot_user_object(workspace.bot, workspace.clock.time())])
    return {"members": found, "cache_ts": int(workspace.clock.time()), "response_metadata": {"next_cursor": cursor}}


def lookup_by_email(call: Call) -> Json:
    """users.lookupByEmail"""
    wanted = str(call.required("email", "users_not_found")).lower()
    for person in call.standin.workspace.people:
        if person.email.lower() == wanted:
            return {"user": _user(call, person)}
    raise ApiError("users_not_found")


def _user(call: Call, person: people.Person) -> Json:
    workspace = call.standin.workspace
    return people.user_object(person, workspace.bot, workspace.clock.time(), with_locale=call.flag("include_locale"))
