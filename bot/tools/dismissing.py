"""Words that take back what was said and nothing else: "forget it", "laisse tomber"."""

from __future__ import annotations

import re

from bot.phrases.spelling import plain

_ASIDE = r"(?:ok|okay|no|non|oh|actually|sorry|pardon|please|pls|thanks|thank you|merci|stp|svp|en fait|finalement)"
_DISMISSAL = (
    r"(?:forget (?:it|that|about it|about that)|never ?mind|nvm|laisse(?:z)? tomber|oublie(?:z)?(?: (?:ca|cela))?)"
)
_WHOLE = re.compile(rf"\W*(?:{_ASIDE}\W+)*{_DISMISSAL}(?:\W+{_ASIDE})*\W*")


def dismisses(text: str) -> bool:
    """True when the whole message is such words: whatever a model makes of them, nothing is to be proposed."""
    return _WHOLE.fullmatch(plain(text)) is not None
