"""Every picture as Slack blocks: pure functions, within Slack's limits whatever the picture holds."""

from __future__ import annotations

from bot.domain.card import Card, ReportPicture
from bot.platforms.slack.blocks.card import card_layout
from bot.platforms.slack.blocks.elements import Layout
from bot.platforms.slack.blocks.files import file_layout
from bot.platforms.slack.blocks.reminder import reminder_layout
from bot.platforms.slack.blocks.report import report_layout
from bot.platforms.slack.blocks.text import text_layout
from bot.ports import FilePicture, Picture, ReminderPicture, TextPicture


def layout(picture: Picture, message_id: str = "") -> Layout:
    """The picture as the message with this id."""
    match picture:
        case Card():
            return card_layout(picture)
        case ReportPicture():
            return report_layout(picture)
        case ReminderPicture():
            return reminder_layout(picture)
        case TextPicture():
            return text_layout(picture, message_id)
        case FilePicture():
            return file_layout(picture)
