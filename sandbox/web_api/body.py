"""The body of a call, as whichever SDK encoded it: JSON, a form, or a multipart form (when anything is binary)."""

from collections.abc import Mapping

from aiohttp import web

from sandbox.state import Json
from sandbox.web_api.call import ApiError, decoded, read_arguments


async def arguments_of(request: web.Request) -> Json:
    """The arguments of a call. A file stands there by its name.

    Raises ApiError(invalid_form_data, invalid_json).
    """
    if request.content_type == "multipart/form-data":
        return {**request.query, **_fields(await request.post())}
    try:
        return read_arguments(await request.text(), request.query)
    except (UnicodeDecodeError, LookupError) as error:  # not UTF-8, or a charset that nobody knows
        raise ApiError("invalid_form_data") from error


def _fields(form: Mapping[str, object]) -> Json:
    return {
        name: value.filename if isinstance(value, web.FileField) else decoded(name, value)
        for name, value in form.items()
    }
