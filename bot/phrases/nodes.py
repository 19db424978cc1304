"""What a phrase says, before today's date is known: the nodes that the grammar builds.

Weekdays count from 0 (Monday). `shift` is relative to the current week, month or year: -1 is the
last one; None means that the phrase did not say.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Weekday:
    """ "friday", "last friday"; `near` is ±1 for "coming" and "past"; `plain` for nothing else said."""

    weekday: int
    shift: int | None = None
    near: int = 0
    is_behind: bool = False
    """The word that says which one stands behind it: "vendredi dernier"."""


@dataclass(frozen=True)
class Day:
    """A day of the month; what was not said is None. `numeral` is a bare number such as "14"."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    numeral: bool = False


@dataclass(frozen=True)
class RelativeDay:
    """ "yesterday" is -1."""

    shift: int


@dataclass(frozen=True)
class Shifted:
    """So many units before (negative) or after a day; without a base, of today."""

    count: int
    unit: str
    base: "Node | None" = None


@dataclass(frozen=True)
class CountedOn:
    """ "3 days starting monday": so many working days, weeks or months, the day that they are counted from included."""

    count: int
    unit: str
    base: "Node"


@dataclass(frozen=True)
class Nth:
    """The n-th weekday or unit of a span that is still to be named; -1 is the last."""

    number: int
    what: int | str


@dataclass(frozen=True)
class Unit:
    """ "this week", "last month"."""

    unit: str
    shift: int | None = None


@dataclass(frozen=True)
class Several:
    """ "the last 3 days": so many whole units before or after the current one."""

    count: int
    unit: str
    sign: int


@dataclass(frozen=True)
class Firsts:
    """ "the first 3 days" of a span that is still to be named."""

    count: int
    unit: str


@dataclass(frozen=True)
class Week:
    """An ISO week by its number."""

    number: int
    year: int | None = None


@dataclass(frozen=True)
class Month:
    """A month by its name; `shift` for "last november"."""

    month: int
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True)
class Year:
    """A year, absolute, or relative to the current one when it is -1, 0 or 1."""

    year: int


@dataclass(frozen=True)
class Weekend:
    """Saturday and Sunday of a week."""

    shift: int | None = None


@dataclass(frozen=True)
class Rest:
    """ "rest of" a span that follows."""


@dataclass(frozen=True)
class Edge:
    """The start (1) or the end (-1) of a span that follows."""

    side: int


@dataclass(frozen=True)
class Half:
    """The first or the second half of a month that follows: to its 15th, or from its 16th."""

    number: int


@dataclass(frozen=True)
class Every:
    """All days of a kind in a span: a set of weekdays, or all of them."""

    weekdays: frozenset[int]


@dataclass(frozen=True)
class Scoped:
    """A node and the span it lies in: "monday of last week"."""

    node: "Node"
    scope: "Node"


@dataclass(frozen=True)
class Stretch:
    """From one node to another. One end is today when it is None ("since", "until")."""

    first: "Node | None"
    last: "Node | None"


@dataclass(frozen=True)
class OpenEnd:
    """ "from monday": a beginning whose end was not said."""

    first: "Node"


Node = (
    Weekday | Day | RelativeDay | Shifted | CountedOn | Nth | Unit | Several | Firsts | Week | Month | Year
    | Weekend | Rest | Edge | Half | Every | Scoped | Stretch | OpenEnd
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One entry of a list and what stood before it: "and", "," or nothing at all."""

    node: Node
    join: str = ""


@dataclass(frozen=True)
class Sentence:
    """The entries of a phrase, and those that are taken away again after "except"."""

    entries: tuple[Entry, ...]
    excepted: tuple[Entry, ...] = ()
