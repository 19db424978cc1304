"""How often each kind of dialogue is made: the one table to tune."""

KINDS: dict[str, float] = {
    "activity": 21.0,
    "several": 24.0,
    "absence": 8.0,
    "deletion": 7.0,
    "copy": 4.5,
    "month": 5.0,
    "correction": 20.0,
    "addition": 4.5,
    "missing": 10.0,
    "unknown": 2.0,
    "discard": 3.0,
    "read": 6.0,
    "office": 5.0,
    "talk": 9.0,
    "decided": 3.0,
    "scripted": 200.0,
}
"""Weight of each kind. A kind is the first episode of a dialogue; others may follow."""

GO_ON = 0.2
"""Chance that another episode follows after each one (at most `MOST_EPISODES`)."""

MOST_EPISODES = 4

VOICES = 0.66
"""Share of a rule's sentences that come from the banks in `voices/`; the others are the program's own frames."""
