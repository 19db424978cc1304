"""Why a phrase cannot be read: the only errors of this package, always one sentence for the person."""

from bot.words import say


class PhraseError(ValueError):
    """A phrase that is refused; `reason` says why and what to say instead."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class DaysUnknown(PhraseError):
    """A phrase that names no day, or not clearly which."""


def not_understood(phrase: str) -> PhraseError:
    """The refusal of a phrase that names no day at all, or more than was understood."""
    shown = " ".join(phrase.split())
    if not shown:
        return PhraseError(say("no-day-named"))
    shown = shown if len(shown) <= 60 else f"{shown[:57]}..."
    return DaysUnknown(say("days-unknown", phrase=shown))
