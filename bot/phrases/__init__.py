"""Natural-language phrases, English and French, as days, weeks, months and shares of a day.

What a phrase means is written in one place, README.md of the evaluation; nothing here guesses: what
cannot be read to its last word is refused with `PhraseError`, whose reason the person can act on.
"""

from bot.phrases.amounts import amounts_in, read_percent
from bot.phrases.mentions import is_weekdays, mentions_day
from bot.phrases.months import read_month
from bot.phrases.reading import Reading, read_days, read_week
from bot.phrases.refusal import PhraseError
from bot.phrases.spans import BLANK, Span, days_in

__all__ = [
    "BLANK",
    "PhraseError",
    "Reading",
    "Span",
    "amounts_in",
    "days_in",
    "is_weekdays",
    "mentions_day",
    "read_days",
    "read_month",
    "read_percent",
    "read_week",
]
