"""Which method is answered by which function, and with which of the two tokens it may be called."""

from collections.abc import Callable

from sandbox.state import Json
from sandbox.web_api import assistant, chat, connect, conversations, files, streams, users, views
from sandbox.web_api.call import Call

APP_TOKEN_METHODS = {"apps.connections.open"}

METHODS: dict[str, Callable[[Call], Json]] = {
    "api.test": connect.test,
    "apps.connections.open": connect.open_connection,
    "auth.test": connect.auth_test,
    "assistant.threads.setStatus": assistant.set_status,
    "assistant.threads.setSuggestedPrompts": assistant.set_suggested_prompts,
    "assistant.threads.setTitle": assistant.set_title,
    "chat.appendStream": streams.append,
    "chat.delete": chat.delete,
    "chat.getPermalink": chat.permalink,
    "chat.postEphemeral": chat.post_ephemeral,
    "chat.postMessage": chat.post,
    "chat.startStream": streams.start,
    "chat.stopStream": streams.stop,
    "chat.update": chat.update,
    "conversations.history": conversations.history,
    "conversations.info": conversations.info,
    "conversations.list": conversations.every,
    "conversations.open": conversations.open_direct_message,
    "conversations.replies": conversations.replies,
    "files.completeUploadExternal": files.complete_upload,
    "files.getUploadURLExternal": files.get_upload_url,
    "users.info": users.info,
    "users.list": users.every,
    "users.lookupByEmail": users.lookup_by_email,
    "views.open": views.open_modal,
    "views.publish": views.publish,
    "views.push": views.push,
    "views.update": views.update,
}
