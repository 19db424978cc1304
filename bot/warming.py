"""What begins everybody's prompt is read by the model before anybody waits for it."""

from __future__ import annotations

import threading

import structlog

from bot.domain.conversation import Conversation, Message, Speaker
from bot.errors import TallyError
from bot.handlers.desk import Desk
from bot.handlers.prompt import prompt_for
from bot.llm.llama import LlamaCppModel
from bot.ports import LanguageModel

log = structlog.get_logger(__name__)


def warm_up_soon(model: LanguageModel, desk: Desk) -> None:
    """Do it beside the start: who writes meanwhile just comes second. Only for a model that is told of tools."""
    if isinstance(model, LlamaCppModel) and model.reads_tools:
        threading.Thread(target=warm_up, args=(model, desk), name="warm-up", daemon=True).start()


def warm_up(model: LlamaCppModel, desk: Desk) -> None:
    """Instructions and tools are the same for all; where the first person's own lines begin, others' prompts differ."""
    try:
        people = desk.ledger.employees()
        if people:
            situation = desk.situation(people[0], desk.clock.now().date())
            prompt = prompt_for(desk, situation, Conversation("", "", "", people[0].email, {}), ())
            model.warm_up(prompt.messages([Message(Speaker.USER, "hello")]), prompt.schemas)
    except TallyError as error:
        log.info("the model was not warmed up; the first message takes longer", error=str(error))
