"""The status line, and the suggested prompts."""

from sandbox.state import Json
from sandbox.web_api.call import ApiError, Call

STATUS_SECONDS = 120
MOST_PROMPTS, MOST_LOADING_MESSAGES = 4, 10


def set_status(call: Call) -> Json:
    """assistant.threads.setStatus: shown until the bot writes in that thread, an empty status comes, or two
    minutes have passed.
    """
    desk = call.desk("channel_id")
    workspace, thread_ts = call.standin.workspace, call.required("thread_ts", "invalid_thread_ts")
    if desk.find(thread_ts) is None:
        raise ApiError("invalid_thread_ts")
    loading = list(call.get("loading_messages") or [])
    if len(loading) > MOST_LOADING_MESSAGES:
        raise ApiError("invalid_arguments", [f"no more than {MOST_LOADING_MESSAGES} loading_messages allowed"])
    status = {"text": call.get("status", ""), "loading_messages": loading}
    workspace.set_status(desk, thread_ts, status if status["text"] else None)

    def expire() -> None:
        if desk.statuses.get(thread_ts) is status:
            workspace.set_status(desk, thread_ts, None)

    if status["text"]:
        workspace.clock.call_later(STATUS_SECONDS, expire)
    return {}


def set_suggested_prompts(call: Call) -> Json:
    """assistant.threads.setSuggestedPrompts"""
    desk = call.desk("channel_id")
    prompts = call.required("prompts")
    if len(prompts) > MOST_PROMPTS:
        raise ApiError("invalid_arguments", [f"no more than {MOST_PROMPTS} prompts allowed"])
    if not all(prompt.get("title") and prompt.get("message") for prompt in prompts):
        raise ApiError("invalid_arguments", ["a prompt needs a title and a message"])
    call.standin.workspace.set_prompts(desk, call.get("title", ""), list(prompts))
    return {}


def set_title(call: Call) -> Json:
    """assistant.threads.setTitle: accepted; a direct message shows no thread titles."""
    call.desk("channel_id")
    call.required("title")
    return {}
