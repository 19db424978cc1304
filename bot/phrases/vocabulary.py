"""The words of date phrases, English and French, and what each stands for.

Every entry maps a word (lower case, without accents) to a token of ``grammar.lark``: its type and
its value. Nothing else in the package knows a natural language's words for days.
"""

from typing import Final

Meaning = tuple[str, int | str]

DROP: Final[Meaning] = ("DROP", 0)


def listed(words: str) -> frozenset[str]:
    """The words of a string, as a set."""
    return frozenset(words.split())


def _table(kind: str, rows: dict[int, str]) -> dict[str, Meaning]:
    return {word: (kind, value) for value, words in rows.items() for word in words.split()}


WEEKDAY_NAMES: Final = _table(
    "WEEKDAY",
    {
        0: "monday lundi",
        1: "tuesday mardi",
        2: "wednesday mercredi",
        3: "thursday jeudi",
        4: "friday vendredi",
        5: "saturday samedi",
        6: "sunday dimanche",
    },
)

MONTH_NAMES: Final = _table(
    "MONTH",
    {
        1: "january janvier",
        2: "february fevrier",
        3: "march mars",
        4: "april avril",
        5: "may mai",
        6: "june juin",
        7: "july juillet",
        8: "august aout",
        9: "september septembre",
        10: "october octobre",
        11: "november novembre",
        12: "december decembre",
    },
)

_WEEKDAY_SHORT: Final = _table(
    "WEEKDAY",
    {
        0: "mon lun",
        1: "tue tues",
        2: "wed weds wedn mer merc mercr wensday wendsday",
        3: "thu thur thurs jeu",
        4: "fri ven vend vendr",
        5: "sat sam",
        6: "sun dim",
    },
)

_WEEKDAY_PLURAL: Final = {f"{word}s": ("WEEKDAYS", value) for word, (_, value) in WEEKDAY_NAMES.items()}

_MONTH_SHORT: Final = _table(
    "MONTH",
    {
        1: "jan janv",
        2: "feb fev fevr febr",
        4: "apr avr",
        6: "jun",
        7: "jul juil",
        8: "aug aou",
        9: "sep sept",
        10: "oct",
        11: "nov",
        12: "dec",
    },
)

RELATIVE_DAYS: Final = _table(
    "RELDAY",
    {
        0: "today aujourdhui auj ajd tonight now 2day tdy tonite",
        -1: "yesterday hier ystd yday yest",
        1: "tomorrow demain tmrw tmr tomo tommorow 2moro 2morrow tomoz",
    },
)

_NUMBER_WORDS: Final = _table(
    "NUM",
    {
        1: "one un une an",
        2: "two deux couple",
        3: "three trois",
        4: "four quatre",
        5: "five cinq",
        6: "six",
        7: "seven",
        8: "eight huit",
        9: "nine neuf",
        10: "ten dix",
        11: "eleven onze",
        12: "twelve douze",
        13: "thirteen treize",
        14: "fourteen quatorze",
        15: "fifteen quinze",
        16: "sixteen seize",
        17: "seventeen dix-sept",
        18: "eighteen dix-huit",
        19: "nineteen dix-neuf",
        20: "twenty vingt",
        21: "twenty-one vingt-et-un",
        22: "twenty-two vingt-deux",
        23: "twenty-three vingt-trois",
        24: "twenty-four vingt-quatre",
        25: "twenty-five vingt-cinq",
        26: "twenty-six vingt-six",
        27: "twenty-seven vingt-sept",
        28: "twenty-eight vingt-huit",
        29: "twenty-nine vingt-neuf",
        30: "thirty trente",
        31: "thirty-one trente-et-un",
    },
)

_ORDINAL_WORDS: Final = _table(
    "ORD",
    {
        1: "first premier premiere premiers premieres",
        2: "second seconde deuxieme",
        3: "third troisieme",
        4: "fourth quatrieme",
        5: "fifth cinquieme",
        6: "sixth sixieme",
        7: "seventh septieme",
        8: "eighth huitieme",
        9: "ninth neuvieme",
        10: "tenth dixieme",
        11: "eleventh",
        12: "twelfth",
        13: "thirteenth",
        14: "fourteenth",
        15: "fifteenth",
        16: "sixteenth",
        17: "seventeenth",
        18: "eighteenth",
        19: "nineteenth",
        20: "twentieth",
        21: "twenty-first",
        22: "twenty-second",
        23: "twenty-third",
        24: "twenty-fourth",
        25: "twenty-fifth",
        26: "twenty-sixth",
        27: "twenty-seventh",
        28: "twenty-eighth",
        29: "twenty-ninth",
        30: "thirtieth",
        31: "thirty-first",
    },
)

_RELATIVE: Final = (
    _table("REL", {-1: "last previous prev", 0: "this current ce cette cet", 1: "next following"})
    | _table("NEAR", {-1: "past", 1: "coming upcoming"})
    | _table(
        "POST",
        {
            -1: "dernier derniere derniers dernieres passe passee passes passees precedent "
            "precedente precedents precedentes",
            0: "courant courante actuel actuelle",
            1: "prochain prochaine prochains prochaines suivant suivante suivants suivantes",
        },
    )
)


def _same(meaning: Meaning, words: str) -> dict[str, Meaning]:
    return dict.fromkeys(words.split(), meaning)


_UNITS: Final = (
    _same(("UNIT", "day"), "day days jour jours journee journees")
    | _same(("UNIT", "week"), "week weeks wk wks semaine semaines sem kw cw")
    | _same(("UNIT", "month"), "month months mois")
    | _same(("UNIT", "workday"), "weekday weekdays workday workdays")
    | _same(("UNIT", "year"), "year years annee annees")
    | _same(("WEEKEND", 0), "weekend weekends")
)

_CONNECTIVES: Final = (
    _same(("OF", 0), "of in de du des d' en dans during within pendant durant over throughout")
    | _same(("FROM", 0), "from")
    | _same(("FROM", 1), "starting")  # counts on from that day: "3 days starting monday"
    | _same(("TO", 0), "to au aux")
    | _same(("UNTIL", 0), "until till til untill through thru jusqu' jusque")
    | _same(("SINCE", 0), "since depuis")
    | _same(("BETWEEN", 0), "between entre")
    | _same(("AND", 0), "and et n und plus then puis pis &")
    | _same(("EXCEPT", 0), "except excepting excluding without but not pas minus save sauf sans hormis")
    | _same(("EXCEPT", 0), "excepte bar hors")
    | _same(("EVERY", 0), "every each chaque")
    | _same(("ALL", 0), "all whole entire complete full tout toute tous toutes entier entiere")
    | _same(("ALL", 0), "complet")
    | _same(("REST", 0), "rest remainder reste remaining")
    | _same(("EDGE", -1), "end fin")
    | _same(("EDGE", 1), "start beginning debut")
    | _same(("BEFORE", 0), "before avant")
    | _same(("AFTER", 0), "after apres")
    | _same(("AGO", 0), "ago earlier")
    | _same(("HENCE", 0), "hence later")
    | _same(("PART", 0), "morning afternoon evening night matin matinee soir soiree aprem laprem arvo am pm")
    | _same(("PARTS", 0), "mornings afternoons evenings matins matinees soirs aprems arvos")
)

_FILLER: Final = _same(
    DROP,
    "the le la les l' on for please pls plz stp svp only just also too both ces pour "
    "seulement uniquement aussi inclus incluse inclusive date dates um euh",
)

WORDS: Final[dict[str, Meaning]] = (
    _FILLER
    | _CONNECTIVES
    | _UNITS
    | _RELATIVE
    | _ORDINAL_WORDS
    | _NUMBER_WORDS
    | RELATIVE_DAYS
    | _MONTH_SHORT
    | _WEEKDAY_PLURAL
    | _WEEKDAY_SHORT
    | MONTH_NAMES
    | WEEKDAY_NAMES
    | {"mar": ("MAR", 0), "a": ("A", 0)}
)

# Short forms that name a weekday only at an end of a range, as in "m-w".
ENGLISH_LETTERS: Final = {
    "m": 0, "mo": 0, "t": 1, "tu": 1, "w": 2, "we": 2, "th": 3, "f": 4, "fr": 4, "sa": 5, "su": 6,
}  # fmt: skip
SHORT_WEEKDAYS: Final = frozenset({"tu", "th"})  # also between two weekdays: "mon tu wed"
FRENCH_LETTERS: Final = {"l": 0, "j": 3, "v": 4}
