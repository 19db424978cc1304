"""How sure the model was, and what else it nearly said."""

from __future__ import annotations

import math
from collections.abc import Iterator

import jsonschema
import numpy as np
import pytest

from bot.domain.conversation import Message, Speaker
from bot.ledgers.sample import ABSENCE_REASONS
from bot.llm.builtin import builtin_model
from bot.llm.certainty import Draft, Step, alternatives, certainty_against, step
from bot.llm.llama import LlamaCppModel
from bot.ports import ModelReply, ToolSchema
from bot.tools.registry import TOOLS

SYSTEM = Message(Speaker.SYSTEM, "You are Tally.")


class Reasons:
    def absence_reasons(self):
        return ABSENCE_REASONS


class Situation:
    ledger = Reasons()


SCHEMAS: list[ToolSchema] = [tool.schema(Situation()) for tool in TOOLS.values()]


@pytest.fixture(scope="module")
def builtin() -> Iterator[LlamaCppModel]:
    model = LlamaCppModel(builtin_model(), context_tokens=1024, max_tokens=128, threads=1)
    yield model
    model.close()


def asked(model: LlamaCppModel, text: str, certain: float) -> ModelReply:
    model.certain = certain
    return model.reply([SYSTEM, Message(Speaker.USER, text)], SCHEMAS, lambda _: None)


def contents(replies: tuple[ModelReply, ...]) -> list[list[tuple[str, dict[str, object]]]]:
    return [[(call.tool, dict(call.arguments)) for call in reply.calls] for reply in replies]


def test_a_tokens_chance_is_the_models_own_before_the_grammar_rules_anything_out() -> None:
    """Where the grammar leads it away from what it wanted, it was not sure."""
    logits = np.log(np.array([0.7, 0.2, 0.1], dtype=np.float32))
    taken = step(5, 1, logits, np.array([False, True, True]))
    assert (taken.at, taken.rival) == (5, 2)
    assert math.isclose(math.exp(taken.chance), 0.2, rel_tol=1e-5)
    assert math.isclose(math.exp(taken.rival_chance), 0.1, rel_tol=1e-5)
    assert step(0, 1, logits, np.array([False, True, False])).rival is None


def test_another_answer_is_the_same_up_to_the_rival_and_costs_what_its_steps_cost() -> None:
    draft = Draft([10, 11, 12], [Step(0, -0.1, 20, -3.0), Step(2, -0.5, 22, -0.9)])
    begun: list[list[int]] = []

    def go_on(beginnings) -> list[Draft]:
        begun.extend(map(list, beginnings))
        return [Draft([30], [Step(0, -0.25, None, -math.inf)]) for _ in beginnings]

    found = list(alternatives(draft, go_on, 2))
    assert begun == [[10, 11, 22], [20]]
    assert [other.tokens for other in found] == [[10, 11, 22, 30], [20, 30]]
    assert [round(other.chance, 2) for other in found] == [-1.25, -3.25]


def test_an_answer_that_comes_to_no_end_is_no_other_answer() -> None:
    draft = Draft([10], [Step(0, -0.1, 20, -3.0)])
    assert list(alternatives(draft, lambda beginnings: [None for _ in beginnings], 4)) == []


def test_two_answers_of_the_same_chance_are_even() -> None:
    assert certainty_against(-1.0, -1.0) == 0.5
    assert certainty_against(0.0, -800.0) == 1.0
    assert certainty_against(-800.0, 0.0) < 1e-300


def test_a_sure_model_names_nothing_else(builtin: LlamaCppModel) -> None:
    """And a model whose file names no threshold is never asked: no decode call is spent on it."""
    assert asked(builtin, "apollo on monday, half days", 0.0).others == ()
    before = builtin.computed_tokens
    asked(builtin, "apollo on monday, half days", 0.0)
    alone = builtin.computed_tokens - before
    before = builtin.computed_tokens
    reply = asked(builtin, "apollo on monday, half days", 1.0)
    assert builtin.computed_tokens - before > alone
    assert reply.others


def test_a_sure_model_can_still_be_asked_for_others(builtin: LlamaCppModel) -> None:
    """Nothing is computed for them until then, and once only; they are those of a model that never is sure, but for the
    most improbable."""
    text = "apollo on monday, half days"
    sure, unsure = asked(builtin, text, 0.5), asked(builtin, text, 1.0)
    before = builtin.computed_tokens
    others = sure.look_again()
    assert builtin.computed_tokens > before
    assert 0 < len(others) <= len(unsure.others)
    assert contents(others) == contents(unsure.others)[: len(others)]
    before = builtin.computed_tokens
    assert contents(sure.look_again()) == contents(others)
    assert builtin.computed_tokens == before


def test_others_are_whole_answers_and_none_is_the_same(builtin: LlamaCppModel) -> None:
    """Each is words or calls that the schemas allow; the likeliest stands first."""
    schemas = {tool.name: dict(tool.parameters) for tool in SCHEMAS}
    reply = asked(builtin, "apollo monday and zephyr tuesday, sick wednesday", 1.0)
    every = contents((reply, *reply.others))
    assert len(every) == len({repr(content) for content in every}) > 2
    for call in (call for other in reply.others for call in other.calls):
        jsonschema.validate(dict(call.arguments), schemas[call.tool])
    assert 0.0 < reply.certainty <= 1.0


def test_looking_for_others_changes_no_answer(builtin: LlamaCppModel) -> None:
    """Neither this one nor the next: the cache goes back to where the readings part."""
    texts = ("apollo mon to thu, half days", "sick on friday", "what can you do?")
    alone = [contents((asked(builtin, text, 0.0),)) for text in texts]
    beside = [contents((asked(builtin, text, 1.0),)) for text in texts]
    assert beside == alone


def test_below_the_threshold_only_the_near_ones_count(builtin: LlamaCppModel) -> None:
    """An answer is sure against each other one alone."""
    text = "apollo monday and zephyr tuesday, sick wednesday"
    every = asked(builtin, text, 1.0)
    margin = 0.002  # the same tokens, computed in other batches, differ in the last digits
    assert asked(builtin, text, every.certainty - margin).others == ()
    assert contents(asked(builtin, text, every.certainty + margin).others)[:1] == contents(every.others[:1])
