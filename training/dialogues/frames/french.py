"""French verbs in two moods: a bank lists imperatives and infinitives together, and requests need the one that fits."""

from __future__ import annotations

import re

_IMPERATIVES = frozenset(
    [
        "enregistre",
        "vire",
        "retire",
        "sucre",
        "rentre",
        "déclare",
        "ouvre",
        "rouvre",
        "réouvre",
        "reouvre",
        "récupère",
        "montre",
        "intègre",
        "clôture",
        "cloture",
        "facture",
        "envoi",
        "livre",
    ]
)


def _infinitive(phrase: str) -> bool:
    first = re.split(r"[ -]", phrase)[0]
    if first == "me":
        return True
    return first.endswith(("er", "ir", "re", "oir")) and first not in _IMPERATIVES


def moods(rules: dict[str, list[str]], names: tuple[str, ...]) -> dict[str, list[str]]:
    """The rules with "<ask><verb>" made grammatical: an imperative, or "peux-tu", "merci de" and an infinitive."""
    found = dict(rules)
    for name in names:
        verbs = rules[name]
        plain, base = [v for v in verbs if not _infinitive(v)], [v for v in verbs if _infinitive(v)]
        found[name] = plain
        found[name + "_inf"] = base
        found["do_" + name] = [
            f"<{name}>",
            f"<{name}>",
            f"<{name}>",
            f"<askinf><{name}_inf>",
            f"<askinf><{name}_inf>",
            f"<{name}_inf>",
        ]
    return {rule: [_moody(text, names) for text in texts] for rule, texts in found.items()}


def _moody(text: str, names: tuple[str, ...]) -> str:
    for name in names:
        text = text.replace(f"<ask><{name}>", f"<do_{name}>")
    return text
