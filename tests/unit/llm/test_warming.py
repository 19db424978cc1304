"""At the start the model reads what begins everybody's prompt."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path

from tiny_gguf import write_model

from bot.app import build_desk, open_database
from bot.domain.conversation import Conversation, Message, Speaker
from bot.errors import ModelError
from bot.handlers.prompt import prompt_for
from bot.ledgers.local import LocalLedger
from bot.ledgers.sample import sample_company
from bot.llm.llama import LlamaCppModel
from bot.settings import Settings
from bot.warming import warm_up
from tests.fakes import FakeClock

NOW = datetime(2026, 11, 18, 9, tzinfo=UTC)
TEMPLATE = """{%- for tool in tools or [] -%}{{ tool | tojson }}
{%- endfor -%}
{%- for message in messages -%}
<|{{ message.role }}|> {{ message.content | trim }}<|end|>
{%- endfor -%}
{%- if add_generation_prompt -%}<|assistant|><tool_call>"name"{%- endif -%}"""


def test_everybody_begins_behind_the_instructions_and_the_tools(tmp_path: Path) -> None:
    """The first message of a person whom nobody warmed up for computes that person's lines only."""
    engine = open_database(Settings(database_url=f"sqlite:///{tmp_path / 'tally.db'}"), migrate=True)
    LocalLedger(engine).load(sample_company(NOW.date()))
    path = write_model(tmp_path / "tiny.gguf", TEMPLATE)
    model = LlamaCppModel(path, context_tokens=20_000, sequences=3, max_tokens=16, threads=1)
    desk = build_desk(engine, model, {}, FakeClock(NOW))
    warm_up(model, desk)
    before = model.counts.computed
    person = desk.ledger.employees()[-1]
    situation = desk.situation(person, desk.clock.now().date())
    prompt = prompt_for(desk, situation, Conversation("", "", "", person.email, {}), ())
    messages = prompt.messages([Message(Speaker.USER, "apollo on monday")])
    with contextlib.suppress(ModelError):  # random weights may come to no end
        model.reply(messages, prompt.schemas, lambda text: None)
    computed, whole = model.counts.computed - before, model.count(messages, prompt.schemas)
    model.close()
    engine.dispose()
    assert before > whole * 0.9
    assert computed < whole * 0.1
