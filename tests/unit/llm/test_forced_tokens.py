"""What the grammar leaves no choice in is not sampled, however the model cut its own part into tokens."""

import numpy as np
import pytest
from llguidance import LLMatcher

from benchmarks.llm.reading import Reading, one_call
from bot.llm.builtin import builtin_model
from bot.llm.families import family_of
from bot.llm.native import Weights
from bot.llm.writing import Answer, Choice
from bot.ports import ToolSchema


def grammar_of_a_call(tools: list[ToolSchema], before: str = "") -> str:
    """Exactly one call, as the built-in model writes it, with what may stand before it."""
    weights = Weights(builtin_model(), gpu_layers=0)
    try:
        source = weights.chat_template()
    finally:
        weights.close()
    text = one_call(family_of(source).calls(source)).grammar(tools, reasoning=False)
    assert "NOW: /" in text
    return text.replace("NOW: /", f"NOW: /{before}")


@pytest.mark.parametrize("letter", ["", "<"])
def test_a_mark_written_letter_by_letter_does_not_end_the_forcing(letter: str, tools: list[ToolSchema]) -> None:
    """`<tool_call>` is one token; a model that writes `<` first has left the tokenizer's way for that mark only."""
    with Reading(builtin_model()) as reading:
        vocabulary = reading.vocabulary
        grammar = LLMatcher.grammar_from_lark(grammar_of_a_call(tools[2:], before=r"\s{0,4}"))
        matcher = LLMatcher(vocabulary.for_grammars(), grammar)
        answer = Answer(vocabulary, Choice(0, 0), matcher, 100, noting=False)
        logits = np.zeros(vocabulary.size, np.float32)
        logits[[len(piece) == 1 for piece in vocabulary.pieces]] = 1 if letter else -1
        while not answer.done:
            answer.take(logits)
        text = b"".join(vocabulary.pieces[token] for token in answer.tokens)
        assert vocabulary.is_canonical(answer.tokens) is not bool(letter)
    assert b'{"name":"discard","arguments":{}}' in text
    assert answer.written.forced > 0


def test_what_a_required_call_begins_with_needs_no_model(tools: list[ToolSchema]) -> None:
    """Up to the first choice, which is the tool, or the end where there is only one and it takes nothing."""
    with Reading(builtin_model()) as reading:
        vocabulary = reading.vocabulary

        def opening(offered: list[ToolSchema]) -> tuple[str, bool]:
            answer = Answer(vocabulary, Choice(0, 0), reading.matcher(offered, ()), 100)
            text = b"".join(vocabulary.pieces[token] for token in answer.opening).decode()
            assert (answer.written.sampled, answer.written.forced) == (0, len(answer.opening))
            return text, answer.done

        among_all, is_done = opening(tools)
        alone, alone_is_done = opening(tools[2:])
    assert among_all.startswith("<tool_call>")
    assert "discard" not in among_all
    assert not is_done
    assert '{"name":"discard","arguments":{}}' in alone
    assert alone_is_done
