"""Who the app is, and where its Socket Mode connection goes."""

from sandbox.state import Json
from sandbox.web_api.call import Call


def test(call: Call) -> Json:
    """api.test"""
    return {"args": dict(call.arguments)}


def auth_test(call: Call) -> Json:
    """auth.test"""
    bot = call.standin.workspace.bot
    return {
        "url": f"{call.standin.url}/",
        "team": bot.team_name,
        "user": bot.name.lower(),
        "team_id": bot.team_id,
        "user_id": bot.user_id,
        "bot_id": bot.bot_id,
        "is_enterprise_install": False,
    }


def open_connection(call: Call) -> Json:
    """apps.connections.open: a WebSocket URL that works once."""
    standin = call.standin
    base = standin.url.replace("http", "ws", 1)
    ticket = standin.socket_mode.new_ticket()
    return {"url": f"{base}/link/?ticket={ticket}&app_id={standin.workspace.bot.app_id}"}
