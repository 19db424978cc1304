"""How sure the model has to be is as much as bothers few, and is written into its file and nowhere else."""

from __future__ import annotations

import shutil
from pathlib import Path

from gguf import GGUFReader

from bot.llm.builtin import builtin_model
from bot.llm.llama import CERTAINTY, LlamaCppModel
from training.calibrate import NEEDLESS, Answered, answers, best, questioned, write


def test_right_and_wrong_answers_below_a_threshold_are_counted_apart() -> None:
    found = [Answered(0.55, right=False), Answered(0.65, right=True), Answered(0.99, right=True)]
    assert [questioned(found, threshold) for threshold in (0.5, 0.6, 0.7)] == [(0, 0), (0, 1), (1, 1)]


def test_the_threshold_is_the_highest_that_questions_few_right_answers() -> None:
    """However many wrong ones it would catch beyond."""
    right = [Answered(0.6 + 0.0039 * n, right=True) for n in range(100)]
    found = [*right, *(Answered(0.7, right=False) for _ in range(50))]
    assert questioned(found, best(found))[0] <= 100 * NEEDLESS < questioned(found, best(found) + 0.01)[0]
    assert best([Answered(0.5, right=True)]) == 0.5


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
