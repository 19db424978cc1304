"""How many answers are exactly right on dialogues that were never trained on: `python -m training.validate CHECKPOINT`.

A greedy answer equals the wanted one exactly if, reading the wanted one, every most likely next token is the wanted
token: one pass over a dialogue judges all its answers. Calls count when they are the same, in the same order, to the
letter; words count when the model also answered in words (or in silence), whatever they say.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training import rendering
from training.batches import assemble, bucket
from training.checkpoint import load
from training.model import Llama
from training.rendering import Sample
from training.restore import restore
from training.vocabulary import CALL_ID, END_ID, decode

HELD_OUT = "held-out"
"""The stream of dialogues that training never draws from."""


@dataclass(frozen=True)
class Answer:
    """One learnt message of a dialogue: ids[start:end], and whether the model would have written it."""

    sample: Sample
    start: int
    end: int
    right: bool

    @property
    def calls(self) -> bool:
        """Whether calls were wanted."""
        return self.sample.ids[self.start] == CALL_ID

    @property
    def category(self) -> str:
        """The dialogue's kind, and words or calls."""
        return f"{self.sample.kind} ({'calls' if self.calls else 'words'})"


def held_out(tokenizer: Tokenizer, make: rendering.Generator, count: int, stream: str = HELD_OUT) -> list[Sample]:
    """Samples of the stream that is kept for validation."""
    made = (rendering.sample(tokenizer, dialogue) for dialogue in islice(rendering.dialogues(make, stream), count))
    return [sample for sample in made if bucket(len(sample.ids))]


def spans(learnt: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Start and end of every run of learnt ids; a message's mark, which is not learnt, ends the run before it."""
    start = None
    for place, flag in enumerate([*learnt, False]):
        if flag and start is None:
            start = place
        elif not flag and start is not None:
            yield start, place
            start = None


def best_device() -> str:
    """A GPU where PyTorch sees one, else the processor."""
    return "cuda" if torch.cuda.is_available() else "cpu"


@torch.no_grad()
def judge(model: Llama, samples: Sequence[Sample], rows: int = 32) -> list[Answer]:
    """All the answers of these samples, on the device that the model is on."""
    answers: list[Answer] = []
    device = model.embedding.weight.device
    ordered = sorted(samples, key=lambda sample: len(sample.ids))
    for first in range(0, len(ordered), rows):
        part = ordered[first : first + rows]
        length = max(len(sample.ids) for sample in part) + 1
        batch = assemble(part, length)
        here = batch.to(device)
        with torch.autocast(device.type, torch.bfloat16):
            scores = model(here.ids, here.wanted)
        best = torch.full((len(part) * length,), END_ID)
        best[batch.wanted + 1] = scores.argmax(1).cpu()
        for row, sample in enumerate(part):
            predicted = best[row * length : row * length + len(sample.ids)].tolist()
            answers += [_answer(sample, predicted, start, end) for start, end in spans(sample.learnt)]
    return answers


def _answer(sample: Sample, predicted: list[int], start: int, end: int) -> Answer:
    if sample.ids[start] == CALL_ID:
        right = sample.ids[start:end] == predicted[start:end]
    else:
        right = predicted[start] != CALL_ID
    return Answer(sample, start, end, right)


def table(answers: Sequence[Answer]) -> str:
    """Right and all answers by category, and their sums, as text."""
    counts: dict[str, list[bool]] = defaultdict(list)
    for answer in answers:
        counts[answer.category].append(answer.right)
        counts["all calls" if answer.calls else "all words"].append(answer.right)
    return "\n".join(
        f"{name:40} {sum(right):5} of {len(right):5}  {100 * sum(right) / len(right):5.1f} %"
        for name, right in sorted(counts.items())
    )


@torch.no_grad()
def greedy(model: Llama, prompt: Sequence[int], limit: int = 160) -> list[int]:
    """The most likely answer to a prompt, without the end mark."""
    ids = list(prompt)
    device = model.embedding.weight.device
    while len(ids) - len(prompt) < limit:
        scores = model(torch.tensor([ids], device=device), torch.tensor([len(ids) - 1], device=device))
        token = int(scores.argmax())
        if token == END_ID:
            break
        ids.append(token)
    return ids[len(prompt) :]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, help="a checkpoint, or a released F16 model (GGUF)")
    parser.add_argument("--generator", default="training.dialogues:generate")
    parser.add_argument("--dialogues", type=int, default=500)
    parser.add_argument("--stream", default=HELD_OUT, help="another name gives other dialogues")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N misses with what the model wrote")
    parser.add_argument("--device", default=best_device(), help="cuda where PyTorch sees a GPU, else cpu")
    options = parser.parse_args()
    state = restore(options.model) if options.model.suffix == ".gguf" else load(options.model)
    state.model.to(options.device)
    make = rendering.generator(options.generator)
    answers = judge(state.model, held_out(state.tokenizer, make, options.dialogues, options.stream))
    print(table(answers))
    for answer in [answer for answer in answers if not answer.right][: options.show]:
        ids = answer.sample.ids
        print(f"\n--- {answer.category}\n{decode(state.tokenizer, ids[: answer.start])}")
        print(f"wanted: {decode(state.tokenizer, ids[answer.start : answer.end])}")
        print(f"wrote:  {decode(state.tokenizer, greedy(state.model, ids[: answer.start]))}")


if __name__ == "__main__":
    main()
