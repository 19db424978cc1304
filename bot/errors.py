"""The exception tree. Adapters translate their vendors' errors into it, `raise … from error`.

TallyError
├── UserFacingError     shown to the person as it is: what happened, and what to do next
├── SettingsError       the program cannot start: which setting, and where to get its value
├── StoreError          the database takes nothing at the moment (full, away, locked): trying again later may work
├── LedgerError         the ledger could not be read or written
│   └── LedgerRefused   the ledger understood and said no: repeating will not help
│       └── LedgerChanged   what stands there is no longer what was approved: it has to be shown again
├── ModelError          the language model could not answer
│   ├── ModelRefused    this very request cannot be answered (too long): repeating will not help
│   └── ModelFileError  the model file cannot be used at all
└── PlatformError       the chat system could not be reached or refused a message
    ├── PlatformDenied  the chat system does not let the app in (token, scope): a person has to act
    └── PlatformRefused the chat system understood and said no: repeating will not help
"""

from __future__ import annotations


class TallyError(Exception):
    """The root of every error that the program raises itself."""


class UserFacingError(TallyError):
    """One sentence for the person: what happened and what to do next."""


class SettingsError(TallyError):
    """One sentence for whoever starts the program: which setting is wrong and where its value comes from."""


class StoreError(TallyError):
    """The database takes nothing at the moment; what is in hand has to wait for it."""


class LedgerError(TallyError):
    """The ledger could not be read or written; trying again later may work."""


class LedgerRefused(LedgerError):
    """The ledger understood the request and refused it; the message says why."""


class LedgerChanged(LedgerRefused):
    """What stands on the days is no longer what the write expects; nothing was written."""


class ModelError(TallyError):
    """The language model could not answer; trying again later may work."""


class ModelRefused(ModelError):
    """This very request cannot be answered, for example because it is too long; repeating it will not help."""


class ModelFileError(ModelError):
    """The model file is missing, is no GGUF, or has no chat template."""


class PlatformError(TallyError):
    """The chat system could not be reached; the outbox keeps what was to be sent."""


class PlatformDenied(PlatformError):
    """The chat system does not let the app in: whoever runs it has to look at the token or the scopes."""


class PlatformRefused(PlatformError):
    """The chat system refused the message itself; sending it again would fail in the same way."""
