"""Why a phrase cannot be read: the only error of this package, always one sentence for the person."""

EXAMPLES = 'Try "monday", "mon to thu" or "3-7 November".'


class PhraseError(ValueError):
    """A phrase that is refused; `reason` says why and what to say instead."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def not_understood(phrase: str) -> PhraseError:
    """The refusal of a phrase that names no day at all, or more than was understood."""
    shown = " ".join(phrase.split())
    if not shown:
        return PhraseError(f"No day was named. {EXAMPLES}")
    shown = shown if len(shown) <= 60 else f"{shown[:57]}..."
    return PhraseError(f'I do not know which days "{shown}" means. {EXAMPLES}')
