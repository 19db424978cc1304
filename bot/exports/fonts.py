"""The font of PDF and picture: Bitstream Vera, which comes with reportlab, so that no machine needs to have any.

It has the letters of western Europe. Another letter is drawn without its accent (Łódź keeps its Ł and loses the accent
on z), and one that is left then, of another script, as a question mark: CSV and Excel hold every letter as it is.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD = "Vera", "VeraBd"
FOLDER = Path(str(files("reportlab"))) / "fonts"


def font_file(name: str) -> Path:
    """Where the font lies."""
    return FOLDER / f"{name}.ttf"


@cache
def registered(name: str) -> TTFont:
    """The font, known to reportlab by its name."""
    font = TTFont(name, str(font_file(name)))
    pdfmetrics.registerFont(font)
    return font


def drawable(text: str) -> str:
    """The text in letters that the font has."""
    return "".join(_drawable(letter) for letter in unicodedata.normalize("NFC", text))


def _drawable(letter: str) -> str:
    known = registered(REGULAR).face.charToGlyph
    if ord(letter) in known:
        return letter
    if unicodedata.combining(letter):
        return ""
    plain = [one for one in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(one)]
    return "".join(one if ord(one) in known else "?" for one in plain)
