"""What the grammar leaves no choice in is not sampled, however the model cut its own part into tokens."""

import numpy as np
import pytest

from benchmarks.llm.reading import Reading
from bot.llm.builtin import builtin_model
from bot.llm.writing import Answer, Choice
from bot.ports import ToolSchema


@pytest.mark.parametrize("letter", ["", "<"])
def test_a_mark_written_letter_by_letter_does_not_end_the_forcing(letter: str, tools: list[ToolSchema]) -> None:
    """`<tool_call>` is one token; a model that writes `<` first has left the tokenizer's way for that mark only."""
    with Reading(builtin_model()) as reading:
        vocabulary = reading.vocabulary
        answer = Answer(vocabulary, Choice(0, 0), reading.matcher(tools[2:], ()), 100, noting=False)
        logits = np.zeros(vocabulary.size, np.float32)
        logits[[len(piece) == 1 for piece in vocabulary.pieces]] = 1 if letter else -1
        while not answer.done:
            answer.take(logits)
        text = b"".join(vocabulary.pieces[token] for token in answer.tokens)
        assert vocabulary.is_canonical(answer.tokens) is not bool(letter)
    assert b'{"name":"discard","arguments":{}}' in text
    assert answer.written.forced > 0
