"""How sure the model has to be is found where asking costs least, and is written into its file and nowhere else."""

from __future__ import annotations

import shutil
from pathlib import Path

from gguf import GGUFReader

from bot.llm.builtin import builtin_model
from bot.llm.llama import CERTAINTY, LlamaCppModel
from training.calibrate import WRONG_CARD, Answered, answers, best, cost, write


def test_a_needless_question_counts_once_and_an_unquestioned_wrong_card_several_times() -> None:
    found = [Answered(0.55, right=False), Answered(0.65, right=True), Answered(0.99, right=True)]
    assert cost(found, 0.5) == WRONG_CARD / 3
    assert cost(found, 0.6) == 0
    assert cost(found, 0.7) == 1 / 3


def test_the_threshold_lies_where_it_costs_least() -> None:
    """It catches the wrong ones as long as that is worth the questions."""
    found = [Answered(0.55, right=False), Answered(0.65, right=True), Answered(0.75, right=False)]
    assert 0.75 < best(found) <= 0.76
    assert best([Answered(0.6, right=True)]) == 0.5


def test_writing_it_leaves_the_rest_of_the_file_as_it_is(tmp_path: Path) -> None:
    """The same metadata and the same weights; the engine reads the new threshold, also when it is written twice."""
    path = tmp_path / "model.gguf"
    shutil.copy(builtin_model(), path)
    write(path, 0.5)
    write(path, 0.87)
    before, after = GGUFReader(builtin_model()), GGUFReader(path)
    kept = [name for name in before.fields if not name.startswith("GGUF.") and name != CERTAINTY]
    assert all(after.fields[name].contents() == before.fields[name].contents() for name in kept)
    assert {t.name: t.data.tobytes() for t in after.tensors} == {t.name: t.data.tobytes() for t in before.tensors}
    model = LlamaCppModel(path, context_tokens=256, max_tokens=16, threads=1)
    assert model.certain == 0.87
    model.close()


def test_generated_dialogues_are_answered_by_the_shipped_engine() -> None:
    """Its own certainty comes back with each answer that calls tools; most of the sure ones are right."""
    model = LlamaCppModel(builtin_model(), context_tokens=2048, threads=1)
    found = list(answers(model, "training.dialogues:generate", 25))
    model.close()
    assert len(found) > 15
    assert all(0 < answer.certainty <= 1 for answer in found)
    sure = [answer for answer in found if answer.certainty > 0.95]
    assert sum(answer.right for answer in sure) > 0.7 * len(sure)
