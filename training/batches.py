"""Batches of dialogues of about the same length, made by a background process while the model learns."""

import queue
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training import rendering
from training.rendering import Sample
from training.vocabulary import END_ID

LENGTHS = (64, 96, 128, 192, 256, 384, 512, 768)
"""A sample is padded to the next of these; longer ones are left out."""


@dataclass(frozen=True)
class Batch:
    """Padded ids (batch, length), the flat places to predict from, and what follows each of them."""

    ids: Tensor
    wanted: Tensor
    targets: Tensor

    def to(self, device: torch.device) -> "Batch":
        """The same batch on a device; on the processor, itself."""
        return Batch(self.ids.to(device), self.wanted.to(device), self.targets.to(device))


def assemble(samples: Sequence[Sample], length: int) -> Batch:
    """Pad samples to one length. The last place of a row predicts nothing."""
    ids = torch.full((len(samples), length), END_ID, dtype=torch.long)
    learnt = torch.zeros((len(samples), length), dtype=torch.bool)
    for row, sample in enumerate(samples):
        ids[row, : len(sample.ids)] = torch.tensor(sample.ids)
        learnt[row, : len(sample.ids)] = torch.tensor(sample.learnt)
    wanted = learnt.roll(-1, 1).logical_and(torch.arange(length) < length - 1).flatten().nonzero().flatten()
    return Batch(ids, wanted, ids.flatten()[wanted + 1])


def bucket(size: int) -> int | None:
    """The padded length for a sample of this size."""
    return next((length for length in LENGTHS if size <= length), None)


def grouped(samples: Iterator[Sample], tokens: int) -> Iterator[Batch]:
    """Batches of about this many tokens each, padding included."""
    waiting: dict[int, list[Sample]] = {length: [] for length in LENGTHS}
    for sample in samples:
        length = bucket(len(sample.ids))
        if length is None or not any(sample.learnt):
            continue
        waiting[length].append(sample)
        if len(waiting[length]) * length >= tokens:
            yield assemble(waiting[length], length)
            waiting[length] = []


class Feed:
    """Dialogue batches from a background process, as long as the feed is open."""

    def __init__(self, tokenizer: Tokenizer, generator: str, stream: str, tokens: int) -> None:
        context = get_context("spawn")
        self._batches: Queue[Batch] = context.Queue(maxsize=32)
        self._closed = context.Event()
        arguments = (self._batches, self._closed, tokenizer.to_str(), generator, stream, tokens)
        self._process = context.Process(target=_produce, args=arguments, daemon=True)
        self._process.start()

    def next(self) -> Batch:
        """The next batch; fails if the process has died."""
        while True:
            try:
                return self._batches.get(timeout=10)
            except queue.Empty:
                if not self._process.is_alive():
                    raise RuntimeError("the process that makes dialogues has died; its error stands above") from None

    def close(self) -> None:
        """End the process."""
        self._closed.set()
        self._process.terminate()
        self._process.join()


def _produce(batches: "Queue[Batch]", closed: Event, tokenizer: str, generator: str, stream: str, tokens: int) -> None:
    torch.set_num_threads(1)
    reader = Tokenizer.from_str(tokenizer)
    made = rendering.dialogues(rendering.generator(generator), stream)
    random_ = random.Random(stream)
    pool: list[Batch] = []
    for batch in grouped((rendering.sample(reader, dialogue) for dialogue in made), tokens):
        pool.append(batch)
        if len(pool) >= 8 and not _handed_over(batches, pool.pop(random_.randrange(len(pool))), closed):
            return


def _handed_over(batches: "Queue[Batch]", batch: Batch, closed: Event) -> bool:
    """Wait for room in the queue; false when nobody wants batches any more."""
    parent = parent_process()
    while not closed.is_set() and (parent is None or parent.is_alive()):
        try:
            batches.put(batch, timeout=5)
            return True
        except queue.Full:
            continue
    return False
