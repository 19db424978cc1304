"""Words that add nothing to a list of projects and days: "i was on", "please", "merci d'avance".

Left out on purpose: hesitations ("uh", "ah", "well": what follows may take back what was said), "it" and "that"
(something said before), "one" and "day" ("one day last week" names no day), "am" (a part of the day), "he" and "they"
(somebody else's days), and whatever else could change what is meant.
"""

from __future__ import annotations

import re

from bot.tools.names import plain

_COURTESY = re.compile(
    r"\b(?:thanks(?: a lot| so much)?|thank you(?: very much| so much)?|cheers|merci(?: d avance| beaucoup| bien)?"
    r"|s il (?:te|vous) plait|please|pls|plz|stp|svp|(?:could|can|would|will) you|peux tu|tu peux|pouvez vous"
    r"|vous pouvez|hi|hello|hey|ciao|hallo|hiya|yo|bonjour|salut|coucou|slt|tally"
    r"|i am|i ll be|i will be|i have been|for me|c etait|have a (?:nice|good|great) (?:day|one|evening|weekend)"
    r"|bonne (?:journee|soiree|fin de journee)|bon week end|a bientot|gros bisous|bisous|bises|cordialement|cdlt)\b"
)
_ENGLISH = """i im ive i ve was were did do done worked work working have had been spent put log add book note me my
    also took taking then and plus of in at on for the full whole all so here project only just
    thx tnx tks ta lol haha hehe btw yeah yep ok okay mate"""
_FRENCH = """j je ai fait travaille bosse passe etais suis mis mets mettre ajoute ajouter note noter saisis pose
    poser jpose prends moi mon mes aussi puis et en au a l le la les du de des d sur pour projet tout toute tous toutes
    seulement uniquement voila mdr"""
_ASIDES = frozenset(f"{_ENGLISH} {_FRENCH}".split())


def said_besides(bare: str) -> set[str]:
    """The words of a text that mean something of their own; what was found in it before is blanked out."""
    return set(_COURTESY.sub(" ", plain(bare)).split()) - _ASIDES
