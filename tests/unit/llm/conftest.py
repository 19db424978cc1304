"""A tiny model with random weights and its tools, and a bench with a model server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tiny_gguf import write_model

from bot.llm.llama import LlamaCppModel
from bot.ports import ToolSchema
from tests.unit.llm.server_bench import Bench, open_bench

TEMPLATE = """{%- for message in messages -%}
<|{{ message.role }}|> {{ message.content | trim }}
{%- for call in message.tool_calls or [] -%}
<tool_call>\n{"name":"{{ call.function.name }}","arguments":{{ call.function.arguments | tojson }}}\n</tool_call>
{%- endfor -%}<|end|>
{%- endfor -%}
{%- if add_generation_prompt -%}<|assistant|>{%- endif -%}"""
PHRASE = {"type": "string"}


@pytest.fixture(scope="session")
def tools() -> list[ToolSchema]:
    """Three tools: phrases only, an enumeration with something required, and no arguments."""
    return [
        ToolSchema(
            "add_activities",
            "Log days on a project.",
            {"type": "object", "properties": {"project": PHRASE, "dates": PHRASE, "percent": PHRASE}},
        ),
        ToolSchema(
            "add_absence",
            "Log days off.",
            {
                "type": "object",
                "properties": {"reason": {"type": "string", "enum": ["paid_leave", "rtt", "sick"]}, "dates": PHRASE},
                "required": ["reason"],
                "additionalProperties": False,
            },
        ),
        ToolSchema("discard", "Drop what is pending.", {"type": "object", "properties": {}}),
    ]


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model file of a few hundred kilobytes."""
    return write_model(tmp_path_factory.mktemp("models") / "tiny.gguf", TEMPLATE)


@pytest.fixture(scope="module")
def greedy(tiny: Path) -> Iterator[LlamaCppModel]:
    """The tiny model, always taking the likeliest token."""
    model = LlamaCppModel(tiny, context_tokens=1024, max_tokens=64, threads=1)
    yield model
    model.close()


@pytest.fixture
def bench(tools: list[ToolSchema]) -> Iterator[Bench]:
    """A server of its own for each test."""
    with open_bench(tools) as opened:
        yield opened
