"""Words that take back what was said and nothing else: "forget it", "laisse tomber, je le ferai demain"."""

from __future__ import annotations

import re

from bot.phrases.spelling import plain

_ASIDE = r"(?:ok|okay|no|non|oh|actually|sorry|pardon|please|pls|thanks|thank you|merci|stp|svp|en fait|finalement)"
_DISMISSAL = (
    r"(?:forget (?:it|that|about it|about that)|never ?mind|nvm|laisse(?:z)? tomber|oublie(?:z)?(?: (?:ca|cela))?)"
)
_LATER = (
    r"(?:later|tomorrow|tonight|myself|next|this|week|month|time|another|on|in|the|evening|plus|tard|demain|ce|soir|moi"
    r"|meme|la|semaine|le|mois|prochaine?|lundi|mardi|mercredi|jeudi|vendredi|monday|tuesday|wednesday|thursday|friday)"
)
_MYSELF_LATER = (
    r"(?:(?:i['’ ]?ll|i will|will|i can|let me) (?:do|redo|enter|fill|log|write|sort) (?:it|that|this|them)(?: in)?"
    rf"|je (?:le|la|les|l) (?:re)?(?:ferai|fais|remplirai|mettrai)|je (?:re)?(?:ferai|fais) (?:ca|cela))(?: {_LATER})*"
)
_WHOLE = re.compile(rf"\W*(?:{_ASIDE}\W+)*{_DISMISSAL}(?:\W+{_ASIDE})*(?:\W+{_MYSELF_LATER}(?:\W+{_ASIDE})*)?\W*")


def dismisses(text: str) -> bool:
    """True when the whole message is such words: whatever a model makes of them, nothing is to be proposed."""
    return _WHOLE.fullmatch(plain(text)) is not None
