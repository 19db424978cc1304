"""Slack's errors as ours: every way in which a call of the SDK can fail becomes a PlatformError.

PlatformRefused   Slack understood and said no, or the SDK did before it asked: repeating is useless
PlatformDenied    the token or the scopes are not right: what is to be sent waits until they are
PlatformError     everything else: no connection, a time limit, an overload, an error code that nobody has met yet
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException

from slack_sdk.errors import (
    BotUserAccessError,
    SlackApiError,
    SlackClientConfigurationError,
    SlackClientError,
    SlackObjectFormationError,
    SlackRequestError,
    SlackTokenRotationError,
)

from bot.errors import PlatformDenied, PlatformError, PlatformRefused

REFUSED = frozenset(
    {
        # the message
        "block_mismatch",
        "cant_delete_message",
        "cant_update_message",
        "edit_window_closed",
        "invalid_arg_name",
        "invalid_arguments",
        "invalid_array_arg",
        "invalid_blocks",
        "invalid_blocks_format",
        "invalid_metadata_format",
        "invalid_metadata_schema",
        "message_not_found",
        "metadata_must_be_sent_from_app",
        "metadata_too_large",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_text",
        "too_many_attachments",
        "view_too_large",
        # the file
        "alt_txt_too_large",
        "file_type_not_allowed",
        "file_upload_size_restricted",
        "file_uploads_disabled",
        "file_uploads_except_images_disabled",
        # the place
        "cannot_dm_bot",
        "channel_not_found",
        "invalid_thread_ts",
        "is_archived",
        "messages_tab_disabled",
        "not_in_channel",
        "thread_not_found",
        "user_disabled",
        "user_not_found",
        "user_not_visible",
        "users_not_found",
        # the call
        "exchanged_trigger_id",
        "expired_trigger_id",
        "invalid_trigger_id",
        "unknown_method",
    }
)
DENIED = frozenset(
    {
        "access_denied",
        "account_inactive",
        "invalid_auth",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "token_expired",
        "token_revoked",
    }
)
_FAULTY_CALL = (BotUserAccessError, SlackClientConfigurationError, SlackObjectFormationError, SlackRequestError)


@contextmanager
def slack_errors(doing: str) -> Iterator[None]:
    """Translate whatever fails inside; `doing` completes “Slack: could not …”."""
    try:
        yield
    except (SlackClientError, OSError, HTTPException) as error:
        raise translated(error, doing) from error


def translated(error: Exception, doing: str) -> PlatformError:
    """The PlatformError or PlatformRefused for an error of the SDK or of the connection."""
    if isinstance(error, SlackTokenRotationError):
        return translated(error.api_error, doing)
    code = error_code(error)
    if code in DENIED:
        return PlatformDenied(f"Slack: could not {doing} ({code})")
    refused = code in REFUSED or isinstance(error, _FAULTY_CALL)
    return (PlatformRefused if refused else PlatformError)(f"Slack: could not {doing} ({code})")


def error_code(error: Exception) -> str:
    """Slack's own word for what is wrong, or the kind of error where Slack said nothing."""
    if not isinstance(error, SlackApiError):
        return type(error).__name__
    response = error.response
    data = response if isinstance(response, dict) else getattr(response, "data", None)
    found = data.get("error") if isinstance(data, dict) else None
    return str(found or "no error code")
