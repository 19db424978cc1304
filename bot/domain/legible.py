"""Text from outside as text that can be stored, shown and put before a model: any text goes in.

PostgreSQL stores no NUL, no database stores half a surrogate pair, a terminal obeys control characters, and an override
of the writing direction can turn the card around that quotes it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\u0085]")
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]")
_HALF_A_PAIR = re.compile("[\ud800-\udfff]")
_MARK = "\ufffd"


def legible(text: str) -> str:
    """The text without control characters and overrides of direction; what is no character becomes �."""
    return _HALF_A_PAIR.sub(_MARK, _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)))


def legible_values(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The same mapping with every text in it legible, at any depth of mappings and lists."""
    return {name: _legible(value) for name, value in payload.items()}


def _legible(value: Any) -> Any:
    if isinstance(value, str):
        return legible(value)
    if isinstance(value, Mapping):
        return legible_values(value)
    if isinstance(value, (list, tuple)):
        return [_legible(each) for each in value]
    return value
