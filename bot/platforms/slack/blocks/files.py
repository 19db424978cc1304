"""The buttons that make a file of a month, and the sentence that stands beside a file."""

from __future__ import annotations

from bot.domain.card import ReportPicture
from bot.domain.month_sheet import FileKind
from bot.platforms.slack.blocks.elements import (
    Block,
    Layout,
    actions,
    button,
    fallback,
    one_line,
    packed,
    paragraph,
    words,
)
from bot.ports import FilePicture
from bot.words import say

EXPORT = "export"  # an action_id is this, a low line and the kind
TEXT_ROOM = 600


def export_buttons(picture: ReportPicture) -> Block:
    """One button for each kind of file. What it carries says whose month; who may have it, the handler decides."""
    names = {
        FileKind.CSV: say("file-csv"),
        FileKind.XLSX: say("file-xlsx"),
        FileKind.PDF: say("file-pdf"),
        FileKind.PNG: say("file-png"),
    }
    about = {"month": picture.month, "email": picture.email}
    return actions(*(button(name, f"{EXPORT}_{kind}", packed({**about, "file": kind})) for kind, name in names.items()))


def file_layout(picture: FilePicture) -> Layout:
    """The sentence beside a file."""
    text = one_line(picture.text, TEXT_ROOM)
    return Layout(fallback(text), [paragraph(words(text))])
