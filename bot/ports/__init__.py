"""What the inside needs from the outside. Adapters implement these; handlers and tools know nothing else."""

from __future__ import annotations

from bot.ports.assistant import Assistant, FormCheck, InboxEvent
from bot.ports.files import Exporter
from bot.ports.ledger import Ledger, Standing, Write
from bot.ports.model import LanguageModel, ModelReply, PromptSize, ToolSchema
from bot.ports.platform import FilePicture, Home, Picture, Platform, ReminderPicture, TextPicture
from bot.ports.store import IN_HAND, Effects, Feedback, Forgotten, Store, Transition, Verdict
from bot.ports.time import Clock, Holidays

__all__ = [
    "IN_HAND",
    "Assistant",
    "Clock",
    "Effects",
    "Exporter",
    "Feedback",
    "FilePicture",
    "Forgotten",
    "FormCheck",
    "Holidays",
    "Home",
    "InboxEvent",
    "LanguageModel",
    "Ledger",
    "ModelReply",
    "Picture",
    "Platform",
    "PromptSize",
    "ReminderPicture",
    "Standing",
    "Store",
    "TextPicture",
    "ToolSchema",
    "Transition",
    "Verdict",
    "Write",
]
