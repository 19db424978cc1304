"""What an administrator labels in plain words for a new project or colleague: "code ROC5, name Rochers", an address."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.tools.asides import said_besides
from bot.tools.clauses import NO_PLAIN_LIST
from bot.tools.named_slots import Code
from bot.tools.names import ADDRESS, candidates, named_projects, plain
from bot.tools.new_names import with_whole_names
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import is_address_of, literally, places

_LABELS = {"code": "code", "name": "name|named|called|nom|nommé|appelé", "client": "client|customer"}
_SHOULD_BE = r"(?:should|must|will|has to|ought to)(?: be| read| say)"
_IS = rf"(?:\s+(?:{_SHOULD_BE}|is|reads|doit être|devrait être|c['’]est|est|sera))?"
_GOES_ON = r"[.!?]\s+(?:and|then|also|please|thanks?|sorry|et|puis|aussi|merci|pardon|désolée?)\b"
_SENTENCE = (
    r"(?<=[^\W\d_]{4})(?<!\bprof)(?<!\buniv)(?<!\bdept)(?<!\bcapt)[.!?]\s+(?-i:[A-ZÀ-ÖØ-Þ])"  # not in "St. Mary"
    r"|(?<=(?-i:[A-Z][A-Z\d][A-Z\d]))[.!?]\s+(?-i:[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ])"  # behind a code
)
_THERE_IS = re.compile(r"\b(?:there|il n['’]y a|y a)\b", re.IGNORECASE)
_IS_NO_ADMIN = re.compile(
    r"(?:[,;:(–-]|\b(?:is|as|est|and|et|but|mais)\b)\s*(?:no|not(?: an?)?|pas(?: d['’])?)\s*admin\w*\b", re.IGNORECASE
)
"""Not in "there is no admin here", nor in "just a user? No, admin"."""
_LABELLED = {
    name: re.compile(
        rf"(?<![\w-])(?:{label}){_IS}\s*[:=]?\s+(?P<value>[^,;:\n]+?)"
        rf"(?=\s*(?:[,;\n]|[.!]?\s*$)|\s*{_GOES_ON}|{_SENTENCE})",
        re.IGNORECASE,
    )
    for name, label in _LABELS.items()
}
_COURTESY = re.compile(
    r"(?:\s+|^)(?:please|pls|plz|thanks|sorry|instead|actually|svp|stp|merci|pardon|plut[oô]t|en fait|finalement)"
    r"[\s.!]*$"
)
_NOT_ANOTHER = re.compile(r"\s+(?:not|pas|instead of|rather than|au lieu de|plut[oô]t que)\s+(?=[A-ZÀ-ÖØ-Þ\d]).*$")
_NO_VALUE = frozenset(("for", "pour", "and", "et", "with", "avec", *"|".join(_LABELS.values()).split("|")))
_DENIED = frozenset(["not", "isn", "n", "pas", "no", "wrong", "missing", "faux", "fausse", "incorrect"])
_JOINS_NAMES = frozenset(["de", "du", "des", "la", "le", "les", "of", "the", "and", "et", "in", "on", "sur", "en"])
_MARKS = " .\"'“”«»()[]"
_NEW = ("create_project", "add_employee")
_ONE_MORE_WORDS = "add also another more new create other plus ajoute ajouter aussi autre nouveau nouvelle cree creer"
_ONE_MORE = frozenset(_ONE_MORE_WORDS.split())
_CORRECTING_WORDS = "sorry oops no nope wait actually should be it that pardon non en fait c est ah oh"
_CORRECTING = frozenset(_CORRECTING_WORDS.split())
_NOT_THAT = re.compile(r"\b(?:not|pas)\s+[^,;.!?\n]{1,40}", re.IGNORECASE)
_ONE_OF_TWO_WORDS = "first last given family middle maiden sur surname lastname prenom famille"
_ONE_OF_TWO = frozenset(_ONE_OF_TWO_WORDS.split())
_LONGEST_NAME = 6  # words
_NO_ADMIN_WORDS = (
    "user utilisateur utilisatrice t dont aucun aucune nor ni neither later soon maybe perhaps tard bientot"
)
_NO_ADMIN = NO_PLAIN_LIST | frozenset(_NO_ADMIN_WORDS.split())
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’-]+"
_PARTICLES = r"(?:(?:van|von|de|del|della|di|da|la|le|el|al|bin|der|den|dos|du) )*"
_BEFORE_ADDRESS = re.compile(
    rf"(?:(?P<before>{_CAPITAL}) )?(?P<first>{_CAPITAL}) (?P<last>{_PARTICLES}{_CAPITAL})[\s,:(<–-]*(?:mailto:)?$"
)
_CODE_BEHIND = re.compile(
    r"\b(?:create|add|new|crée|cree|créer|ajoute|nouveau)\s+(?:\w+\s+)?(?:project|projet)\s+"
    r"(?P<code>[^\s,;:.()]+)(?=\s*[,;:(]|\s+(?:name|named|nom)\b)",
    re.IGNORECASE,
)
_NO_ADMINISTRATOR = re.compile(r"\b(?:not|isn['’]t|pas)\s+(?:(?:an?|une?)\s+|d['’])?admin\w*", re.IGNORECASE)
_WHO_TYPES = re.compile(
    r"^(?:as|en tant qu|comme) admin|\b(?:i|my|me|j|je|mes|mon|moi|logged|signed|connectee?)(?: \w+){0,3} (?:as |comme "
    r"|en tant qu |the |les |full )?(?:admin|droits admin)|(?<!\bshe )(?<!\bhe )\bhas (?:the |full )?admin"
    r"|\b(?:as|comme|en tant qu) admin\w* (?:i|je|j|we|nous|on|can|asks?|asked|wants?|told|said|demande|a)\b"
)
"""An administrator who speaks of themselves, or of somebody else who is one already."""
_ADDRESS_IS = r"(?:e-?mail|mail|courriel|address|adresse)(?: address)?"
_BETWEEN_NAME_AND_ADDRESS = re.compile(
    rf"[\s,:;(<–—-]*(?:(?:{_ADDRESS_IS}|is|est|c['’]est|her|his|their|son|with|avec|at|the|and|et|mailto|l['’])[\s:,(<]*)*",
    re.IGNORECASE,
)
_LABEL_BEFORE = re.compile(rf"\b{_ADDRESS_IS}\s*(?:is|est|should be|:|=)\s*<?(?:mailto:)?$", re.IGNORECASE)
_NO_MORE = re.compile(r"[>)\s]*(?:[,;.)\n]|$)")
_JUDGED_WORDS = """ok okay good fine happy content contente great nice perfect parfait parfaite correct correcte right
    wrong bon bonne juste faux fausse tbd tbc na none unknown well badly inconnu same pareil
    done ready missing me by with it"""
_JUDGED = frozenset(_JUDGED_WORDS.split())
_POSSESSIVE = re.compile(r"(?:['’]s|\s+(?:his|her|their))$", re.IGNORECASE)
_RANG = re.compile(r"\b(?:client|customer)\s+(?:has |had |just )?called\b", re.IGNORECASE)
_OPENING_WORDS = """add please create register new colleague employee ajoute ajouter ajoutez cree creer inscris nouveau
    nouvelle"""
_OPENING = frozenset(_OPENING_WORDS.split())
_ADMIN = re.compile(
    r"\badmin(?:istrator)? (?:role|rights)\b|\b(?:role|as|as an|en tant qu|comme|droits) admin(?:istrat\w+)?\b"
)


def without_possessives(calls: Sequence[ToolCall]) -> list[ToolCall]:
    """The "Joris" of "show me Joris his september", "Nina's report"."""
    found = []
    for call in calls:
        name = str(call.arguments.get("employee") or "")
        bare = _POSSESSIVE.sub("", name)
        found.append(replace(call, arguments={**call.arguments, "employee": bare}) if bare != name and bare else call)
    return found


def with_what_is_labelled(calls: Sequence[ToolCall], text: str, said: Sequence[str]) -> list[ToolCall]:
    """The only call for something new with what it left out or made up, where the words name it with its label.

    `said`: all that the person said of late; what stands there is not made up.
    """
    if sum(call.tool in _NEW for call in calls) != 1:
        return list(calls)
    known = [*said, text]
    others = {plain(str(call.arguments.get("project") or "")) for call in calls}
    return [
        with_whole_names(_project(call, text, known, others - {""}), text, others - {""})
        if call.tool == "create_project"
        else _colleague(call, text, known)
        for call in calls
    ]


# --- what a label corrects --------------------------------------------------------------------------------------------


def relabelled(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...] | None:
    """ "Client is Harbour Board, not Port Authority": the only line for something new again, with what is labelled.

    Only where nothing that was called makes any sense, and the message says nothing else; None for any other.
    """
    lines = [p for p in situation.pending if p.tool in _NEW]
    if len(lines) != 1 or "?" in text or not all(_is_senseless(call, situation) for call in calls):
        return None
    if (
        _RANG.search(text)
        or set(plain(text).split()) & _ONE_MORE
        or said_besides(_NOT_THAT.sub(" ", _unlabelled(text))) - _CORRECTING
    ):
        return None
    said = {name: value for name in _LABELLED if (value := labelled(name, text))}
    if not said or not all(_is_a_name(name, value) for name, value in said.items()):
        return None
    if lines[0].tool == "add_employee":
        said = _both_names(said, text)
    if not said or said.items() <= dict(lines[0].phrases).items():
        return None
    call_id = calls[0].id if calls else "unheard"
    return (ToolCall(call_id, lines[0].tool, {**said, REPLACES: str(lines[0].line)}),)


def _is_senseless(call: ToolCall, situation: Situation) -> bool:
    """True for a call about a project that nobody knows, or none, and nothing else."""
    if call.tool not in ("add_activities", "delete_entries", "assign_project"):
        return False
    given = {name for name, value in call.arguments.items() if value}
    project = str(call.arguments.get("project") or "")
    return given <= {"project", REPLACES} and not candidates(project, named_projects(situation.ledger.projects()))


def _unlabelled(text: str) -> str:
    """The text without the labels and what stands behind them."""
    for pattern in _LABELLED.values():
        text = pattern.sub(" ", text)
    return text


def _is_a_name(name: str, value: str) -> bool:
    """True for what is written as a code or as a name, and not "too long" or "the same as before"."""
    words = value.split()
    written = all(not word.islower() or word in _JOINS_NAMES for word in words)
    return Code.is_plain(value) if name == "code" else written and len(words) <= _LONGEST_NAME and value[0].isalnum()


def _both_names(said: Mapping[str, str], text: str) -> dict[str, str]:
    """First and last name of a colleague; nothing where the words leave open which of them one is."""
    names = said["name"].split() if said.keys() == {"name"} else []
    if len(names) != 2 or set(plain(text).split()) & _ONE_OF_TWO:
        return {}
    return {"name": names[0], "lastname": names[1]}


# --- something new ----------------------------------------------------------------------------------------------------


def _project(call: ToolCall, text: str, known: Sequence[str], others: Collection[str]) -> ToolCall:
    """`others`: the projects that other calls of the message are about; their names are hardly those of the new one."""
    said = {name: value for name in _LABELLED if (value := labelled(name, text))}
    if call.arguments.get(REPLACES):
        kept = {n: v for n, v in call.arguments.items() if not _is_anothers(n, str(v), said)}
        return replace(call, arguments={**kept, **said})  # "client is Naye, not Rochers"
    taken = [str(value) for value in call.arguments.values()]
    written = {n: str(call.arguments.get(n) or "") for n in said}
    missing = {
        n: v
        for n, v in said.items()
        if plain(written[n]) in others or not literally(written[n], known) or _is_cut_short(n, written[n], v)
    }
    missing = {n: v for n, v in missing.items() if v not in taken}
    arguments = {**call.arguments, **missing}
    code = _CODE_BEHIND.search(text)
    if "name" in said and not arguments.get("code") and code and Code.is_plain(code["code"]):
        arguments["code"] = code["code"]  # "project LUNE, name Lune Mobile"
        if plain(str(arguments.get("name") or "")) in ("", plain(code["code"])):
            arguments["name"] = said["name"]
    return replace(call, arguments=arguments)


def _is_cut_short(name: str, written: str, said: str) -> bool:
    """The "Rádio" of "client Rádio Litoral"; every word of it is written like a name."""
    longer = bool(written) and plain(said).startswith(f"{plain(written)} ")
    return (
        name == "client"
        and longer
        and _is_a_name(name, said)
        and all(w[0].isupper() or w in _JOINS_NAMES for w in said.split())
    )


def _is_anothers(name: str, value: str, said: Mapping[str, str]) -> bool:
    """ "the code should be KLA" does not say that the name is KLA too."""
    return name in _LABELS and said.get(name) != value and value in said.values()


def labelled(name: str, text: str) -> str:
    """The value behind the label, where it is there exactly once and goes to the next comma without another thing."""
    found = [match["value"] for match in _LABELLED[name].finditer(text)]
    value = _NOT_ANOTHER.sub("", found[0]) if len(found) == 1 else ""
    value = _COURTESY.sub("", value.strip(_MARKS)).strip(_MARKS)
    words = plain(value).split()
    if set(words) <= _JUDGED:
        return ""  # "client is OK"
    return "" if set(words) & _NO_VALUE or set(words[:1]) & _DENIED or _runs_on(value) else value


def _runs_on(value: str) -> bool:
    """True where a sentence of its own follows: "Roc. Book me on gull", unlike "St. Mary of the Lake"."""
    behind = re.split(r"[.!?]\s+", value, maxsplit=1)[1:]
    words = behind[0].split() if behind else []
    return len(words) > 2 and any(word.islower() and word not in _JOINS_NAMES for word in words)


def _with_the_role_said(call: ToolCall, text: str) -> ToolCall:
    """ "An ordinary employee, no admin" is no admin, whatever word a model took."""
    if call.tool != "add_employee" or call.arguments.get("role") != "admin" or not _IS_NO_ADMIN.search(text):
        return call
    if plain(text).count("admin") != 1 or _THERE_IS.search(text):
        return call
    return replace(call, arguments={**call.arguments, "role": "user"})


def _colleague(call: ToolCall, text: str, known: Sequence[str]) -> ToolCall:
    call = _with_the_role_said(call, text)
    if call.tool != "add_employee" or call.arguments.get(REPLACES):
        return call
    addresses = [found.rstrip(".") for found in ADDRESS.findall(text)]
    arguments = dict(call.arguments)
    given = str(arguments.get("email") or "")
    wanted = len(addresses) == 1 and not ("@" in given and is_address_of(given, known))
    if wanted and _is_theirs(addresses[0], arguments, text):
        arguments["email"] = addresses[0]
    words = plain(text)
    arguments = _named(arguments, text, addresses)
    if _ADMIN.search(words) and not _WHO_TYPES.search(words) and not set(words.split()) & _NO_ADMIN:
        arguments["role"] = "admin"
    elif _NO_ADMINISTRATOR.search(text):
        arguments["role"] = "user"
    return replace(call, arguments=arguments)


def _is_theirs(address: str, arguments: Mapping[str, object], text: str) -> bool:
    """True for an address that stands right behind the name or its label, or has the name in it; "koen@… asked for
    her" is somebody else's."""
    names = [plain(str(arguments[name])) for name in ("name", "lastname") if arguments.get(name)]
    local = plain(address.partition("@")[0])
    start = text.find(address)
    if not names or any(word[:4] in local for name in names for word in name.split() if len(word) > 2):
        return True
    if _LABEL_BEFORE.search(text[:start]):
        return True
    behind = max((end for name in names for _, end in places(name, text[:start])), default=None)
    if behind is None or not _BETWEEN_NAME_AND_ADDRESS.fullmatch(text[behind:start]):
        return False
    return bool(_NO_MORE.match(text[start + len(address) :]))


def _named(arguments: Mapping[str, str], text: str, addresses: Sequence[str]) -> dict[str, str]:
    """Both names where they stand right before the only address; one name given twice is half of what is needed."""
    first, last = str(arguments.get("name") or ""), str(arguments.get("lastname") or "")
    if last and first.endswith(f" {last}"):
        first = first.removesuffix(f" {last}").strip()
        arguments = {**arguments, "name": first}
    bare = text.replace(addresses[0], " ") if addresses else text
    once = plain(first) == plain(last) and plain(bare).split().count(plain(first)) < 2
    if not (once or not literally(first, [bare]) or not literally(last, [bare])) or len(addresses) != 1:
        return dict(arguments)
    found = _BEFORE_ADDRESS.search(text[: text.find(addresses[0])])
    if found and (not found["before"] or plain(found["before"]) in _OPENING):
        return {**arguments, "name": found["first"], "lastname": found["last"]}
    return {name: value for name, value in arguments.items() if name != "name"} if once and first else dict(arguments)
