"""Trains the built-in model within a time budget: `python -m training.train --minutes 60 --out training/out`.

Every dialogue is made on the way and seen once. The learning rate stays at its height and falls
to nothing in the last fifth of the time (`--decay`), so any budget ends with a finished model. `--resume` goes on from
a checkpoint: the budget counts from the training's very start. Exits with 1 when it was stopped before its end.
"""

import argparse
import csv
import platform
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from itertools import islice
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training import rendering
from training.batches import Batch, Feed
from training.checkpoint import Account, State, load, save
from training.copying import implant
from training.growing import grown
from training.model import Llama, Shape
from training.muon import bf16_is_fast
from training.optimizer import DECAY, Optimizer, rate_factor
from training.plot import LOSSES, VALIDATIONS, Row, draw
from training.pretrained import begin
from training.progress import Shown
from training.restore import restore
from training.validate import best_device, held_out, judge, table
from training.vocabulary import SIZE, learn

USUAL_RATES = {False: (6e-3, 4e-3), True: (2e-3, 2e-3)}
"""Of matrices and of the rest: what begins with a pretrained model has something to lose."""
OTHERS = 2000
"""Tokens drawn at random that a step's answers are told apart from, besides those of its dialogues."""


class Training:
    """One training: the model, its optimizer and the account of what was done."""

    def __init__(self, state: State, options: argparse.Namespace) -> None:
        self.state, self.options = state, options
        self.account = state.account
        self.device = torch.device(options.device)
        state.model.to(self.device)
        usual = USUAL_RATES[bool(self.account.base)]
        self.optimizer = Optimizer(state.model, options.matrix_rate or usual[0], options.vector_rate or usual[1])
        if state.optimizer:
            self.optimizer.restore(state.optimizer)
        self.budget: float = options.tokens or options.minutes * 60
        self.samples = held_out(state.tokenizer, rendering.generator(options.generator), options.held_out)
        self.stopped = False
        self.tried = False
        if options.compile:
            torch._dynamo.config.cache_size_limit = 64
            for block in state.model.blocks:
                block.compile(dynamic=False)

    def run(self) -> None:
        """Train until the budget is spent or somebody stops it; a checkpoint every few minutes and at the end."""
        stream = f"train/{self.options.seed}/{self.account.steps}"
        feed = Feed(self.state.tokenizer, self.options.generator, stream, self.options.batch)
        checked, saved = self.account.seconds, self.account.seconds
        try:
            with Shown(self.budget, self.spent, in_tokens=bool(self.options.tokens)) as shown:
                while self.spent < self.budget and not self.stopped:
                    batch = feed.next()
                    shown.step(self._learn(batch), batch.ids.shape[1])
                    if self.account.seconds - saved > 180:
                        self._save()
                        saved = self.account.seconds
                    if self.account.seconds - checked > self.options.validate_every * 60:
                        self.validate(self.samples[:200])
                        checked = self.account.seconds
        finally:
            feed.close()
        self._save()
        if not self.stopped:
            self.validate(self.samples)
            self._save()

    @property
    def spent(self) -> float:
        """How much of the budget is spent: seconds, or tokens where the budget is one of tokens."""
        return self.account.tokens if self.options.tokens else self.account.seconds

    def stop(self, *_: object) -> None:
        """End after this step, with a checkpoint (a signal handler)."""
        self.stopped = True

    def validate(self, samples: list[rendering.Sample]) -> None:
        """Print how many answers are right, and note it."""
        self.state.model.eval()
        answers = judge(self.state.model, samples)
        self.state.model.train()
        print(table(answers), flush=True)
        for name, part in (("calls", [a for a in answers if a.calls]), ("words", [a for a in answers if not a.calls])):
            if part:
                self.account.validation[name] = sum(answer.right for answer in part) / len(part)
        shares = (round(self.account.validation.get(name, 0.0), 4) for name in ("calls", "words"))
        self._write(VALIDATIONS, (self.account.steps, int(self.account.seconds), *shares))

    def _learn(self, batch: Batch) -> Row:
        started = time.monotonic()
        loss = self._loss(batch)
        torch.autograd.backward(loss)
        if not self.tried:
            loss = self._without_a_broken_compiler(batch, loss)
        if not loss.isfinite():
            raise SystemExit("The loss is no number any more. Go on from the last checkpoint with --no-bf16.")
        norm = self.optimizer.step(rate_factor(self.account.steps, self.spent, self.budget, self.options.decay))
        return self._noted(batch, loss.item(), float(norm), time.monotonic() - started)

    def _loss(self, batch: Batch) -> Tensor:
        here = batch.to(self.device)
        among, targets = some(here, self.state.model.shape) if self.state.model.shape.kept else (None, here.targets)
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.options.bf16):
            scores = self.state.model(here.ids, here.wanted, among)
        return functional.cross_entropy(scores.float(), targets)

    def _without_a_broken_compiler(self, batch: Batch, loss: Tensor) -> Tensor:
        """The loss of the first batch, with gradients that are numbers.

        torch 2.13's compiler made bf16 gradients that are none of keys that were turned by themselves. `training.model`
        turns them together with the queries, which mends it; this is for the next such surprise.
        """
        self.tried = True
        gradients = [weight.grad for weight in self.state.model.parameters() if weight.grad is not None]
        if not self.options.compile or all(gradient.isfinite().all() for gradient in gradients):
            return loss
        print("torch.compile makes wrong gradients on this machine: going on without it.", flush=True)
        for block in self.state.model.blocks:
            block._compiled_call_impl = None
        for weight in self.state.model.parameters():
            weight.grad = None
        loss = self._loss(batch)
        torch.autograd.backward(loss)
        return loss

    def _noted(self, batch: Batch, loss: float, norm: float, seconds: float) -> Row:
        account = self.account
        account.steps += 1
        account.seconds += seconds
        account.tokens += batch.ids.numel()
        account.learnt_tokens += batch.targets.numel()
        account.dialogues += len(batch.ids)
        speed = round(batch.ids.numel() / seconds)
        row = Row(account.steps, int(account.seconds), account.tokens, round(loss, 4), round(norm, 3), speed)
        self._write(LOSSES, astuple(row))
        return row

    def _write(self, name: str, cells: Iterable[object]) -> None:
        with (self.options.out / name).open("a", newline="") as file:
            csv.writer(file).writerow(cells)

    def _save(self) -> None:
        self.state.optimizer = self.optimizer.state()
        save(self.options.out / "last.pt", self.state)
        draw(self.options.out / LOSSES)


def some(batch: Batch, shape: Shape) -> tuple[Tensor, Tensor]:
    """Of the kept tokens those of the batch and `OTHERS` more at random, and the targets counted among these.

    All 24,000 of them would take a fifth of the time of a step, to teach again and again that nobody says "physics".
    """
    first = shape.vocabulary - shape.kept
    ids = batch.ids.flatten()
    drawn = torch.randint(shape.kept, (OTHERS,), device=ids.device)
    among = torch.cat((ids[ids >= first] - first, drawn)).unique()
    places = first + torch.searchsorted(among, (batch.targets - first).clamp(min=0))
    return among, torch.where(batch.targets < first, batch.targets, places)


def texts(generator: str, count: int) -> Iterator[str]:
    """Rendered dialogues for the tokenizer to learn from."""
    made = islice(rendering.dialogues(rendering.generator(generator), "tokenizer"), count)
    return (rendering.render(dialogue.messages) for dialogue in made)


def fresh(options: argparse.Namespace) -> State:
    """A new tokenizer and a model with random weights."""
    path: Path = options.out / "tokenizer.json"
    if options.tokenizer:
        tokenizer = Tokenizer.from_file(str(options.tokenizer))
    else:
        tokenizer = learn(texts(options.tokenizer_generator, options.tokenizer_dialogues), SIZE)
        tokenizer.save(str(path))
    model = Llama(Shape(SIZE, options.width, options.layers, options.width // 64, options.hidden))
    implant(model)
    parameters = sum(weight.numel() for weight in model.parameters())
    print(f"{parameters / 1e6:.2f} M parameters, {tokenizer.get_vocab_size()} tokens", flush=True)
    return State(model, tokenizer, Account(seed=options.seed, machine=options.machine or _machine(options.device)))


def beginning(options: argparse.Namespace) -> State:
    """What the command line says to begin with: a checkpoint, a released model, or nothing."""
    if options.resume:
        return load(options.resume)
    if options.base:
        return begin(options.base, Account(seed=options.seed, machine=options.machine or _machine(options.device)))
    if options.start:
        state = restore(options.start)
        if options.grow:
            state.model = grown(state.model, options.layers, options.hidden)
        state.account.released_tokens += state.account.tokens
        state.account.tokens = state.account.steps = state.account.dialogues = state.account.learnt_tokens = 0
        state.account.seconds = 0.0
        state.account.seed, state.account.machine = options.seed, options.machine or _machine(options.device)
        return state
    return fresh(options)


def _machine(device: str) -> str:
    if torch.device(device).type == "cuda":
        return torch.cuda.get_device_name(device)
    cores = torch.get_num_threads()
    return f"{cores} cores ({platform.machine()})"


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60, help="the whole training's budget, validation not counted")
    parser.add_argument("--tokens", type=int, metavar="N", help="a budget of tokens instead: the same on any machine")
    parser.add_argument("--out", type=Path, default=Path("training/out"))
    parser.add_argument("--resume", type=Path, help="a checkpoint to go on from")
    parser.add_argument("--start", type=Path, metavar="GGUF", help="a released model to go on from, as a new training")
    parser.add_argument(
        "--grow", action="store_true", help="with --start: to --layers and --hidden, at first unchanged"
    )
    parser.add_argument(
        "--base", type=Path, metavar="GGUF", help="a pretrained model to begin with the first layers of"
    )
    parser.add_argument("--tokenizer", type=Path, help="a tokenizer.json to use instead of learning one")
    parser.add_argument("--generator", default="training.dialogues:generate", help="module:function that makes one")
    parser.add_argument("--machine", help="what to call this machine in the model's metadata")
    parser.add_argument("--tokenizer-dialogues", type=int, default=100_000)
    parser.add_argument("--tokenizer-generator", default="training.dialogues:unmarked", help="what it learns them from")
    parser.add_argument("--held-out", type=int, default=500, help="dialogues to validate with")
    parser.add_argument("--validate-every", type=float, default=10, metavar="MINUTES")
    parser.add_argument("--batch", type=int, default=6144, help="tokens a step")
    parser.add_argument("--width", type=int, default=256)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--hidden", type=int, default=704)
    parser.add_argument("--matrix-rate", type=float, help="6e-3; 2e-3 where it began with a pretrained model")
    parser.add_argument("--vector-rate", type=float, help="4e-3; 2e-3 where it began with a pretrained model")
    parser.add_argument("--decay", type=float, default=DECAY, help="share of the budget in which the rates fall")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default=best_device(), help="cuda where PyTorch sees a GPU, else cpu")
    parser.add_argument("--no-bf16", dest="bf16", action="store_false", default=None)
    parser.add_argument("--no-compile", dest="compile", action="store_false")
    options = parser.parse_args()
    if options.bf16 is None:
        options.bf16 = bf16_is_fast(torch.device(options.device))
    return options


def main() -> None:
    """Train, or go on training."""
    options = arguments()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    training = Training(beginning(options), options)
    signal.signal(signal.SIGTERM, training.stop)
    signal.signal(signal.SIGINT, training.stop)
    training.run()
    sys.exit(training.stopped)


if __name__ == "__main__":
    main()
