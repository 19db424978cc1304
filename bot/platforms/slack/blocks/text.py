"""Words to a person, code's own line below them, and answers to click."""

from __future__ import annotations

from bot.platforms.slack.blocks.elements import (
    Layout,
    actions,
    button,
    context,
    escaped_pieces,
    fallback,
    literal,
    section,
)
from bot.platforms.slack.blocks.feedback import feedback_block
from bot.ports import TextPicture

CHOICE = "choice"  # an action id is `choice` with the answer's number behind it
TEXT_ROOM = 6_500
PIECE = 2_900
MOST_CHOICES = 20


def text_layout(picture: TextPicture, message_id: str) -> Layout:
    """The text in as many sections as it needs; below it in small italics what was read and the note; then buttons."""
    if picture.literal:
        return Layout(fallback(picture.text), [literal(picture.text[:TEXT_ROOM])])
    blocks = [section(piece) for piece in escaped_pieces(picture.text, PIECE, TEXT_ROOM)]
    if picture.read.strip():
        blocks.append(context(picture.read))
    if picture.note.strip():
        blocks.append(context(picture.note))
    choices = [choice for choice in picture.choices if choice.strip()][:MOST_CHOICES]
    if choices:
        blocks.append(actions(*(button(choice, f"{CHOICE}_{n}", choice) for n, choice in enumerate(choices))))
    if picture.judged:
        blocks.append(feedback_block(message_id))
    return Layout(fallback(f"{picture.text}\n{picture.note}"), blocks)
