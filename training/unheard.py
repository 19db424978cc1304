"""What an unheard voice costs: `python -m training.unheard --start GGUF`, a table of one short training for each bank.

Each training begins with the same model, which should have heard none of the banks, and has the same number of tokens,
at `training.train`'s usual rates: a short one costs more of what the model knew than it brings, so that only the two
columns of such trainings are to be compared.
One hears every bank, the others every bank but one; then the first and the one without are asked what the bank says:
dialogues in which every sentence that the bank has a frame for is the bank's. What was trained already is not trained
again, so a stopped run goes on. Exits with 1 when a training fails.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.dialogues import scripts, voices

NOBODY = "nobody"
"""The training that hears every bank."""
BANKS = (
    *(name for name in voices.names() if set(voices.frames(name)) != {"aside"}), voices.TWINS, *scripts.names()
)  # fmt: skip
"""Asides are no voice: nobody says nothing else."""


@dataclass(frozen=True)
class Score:
    """Answers with calls on one bank: how many are exactly right, of how many."""

    right: int
    of: int

    @property
    def share(self) -> float:
        """0 to 1."""
        return self.right / self.of if self.of else 0.0


def lines(scores: Sequence[tuple[str, Score, Score, Score]]) -> Iterator[str]:
    """The table in Markdown: for each bank what the start, all banks, and all but this one come to."""
    yield "| voice | no bank heard | every bank heard | all but this one | cost |"
    yield "| --- | --- | --- | --- | --- |"
    for name, before, heard, unheard in sorted(scores, key=lambda row: row[3].share - row[2].share):
        cells = [f"{100 * score.share:.1f} %" for score in (before, heard, unheard)]
        cost = 100 * (heard.share - unheard.share)
        yield f"| {name} ({heard.of}) | {' | '.join(cells)} | {cost:.1f} |"


def trained(without: str, options: argparse.Namespace) -> Path:
    """The checkpoint of the training that hears every bank but this one; made if it is not there."""
    checkpoint: Path = options.out / without / "last.pt"
    done = checkpoint.with_name("done")
    if not done.exists():
        command = [sys.executable, "-m", "training.train", "--tokens", str(options.tokens), "--out", checkpoint.parent]
        command += ["--batch", "3072", "--threads", str(options.threads)]
        command += ["--held-out", "100", "--validate-every", "1000"]
        command += [] if options.compile else ["--no-compile"]
        command += ["--resume", checkpoint] if checkpoint.exists() else ["--start", options.start]
        excluded = "" if without == NOBODY else without
        subprocess.run(command, check=True, env=os.environ | {"TRAINING_WITHOUT_VOICE": excluded})
        done.touch()
    return checkpoint


def scored(model: Path, voice: str, options: argparse.Namespace) -> Score:
    """How a checkpoint or a released model answers what this bank says."""
    command = [sys.executable, "-m", "training.validate", model, "--dialogues", str(options.dialogues)]
    told = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, env=os.environ | {"TRAINING_ONLY_VOICE": voice}
    )
    row = next(line for line in told.stdout.splitlines() if line.startswith("all calls"))
    right, of = row.removeprefix("all calls").split("of")
    return Score(int(right), int(of.split()[0]))


def main() -> None:
    """Train, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--start", type=Path, required=True, metavar="GGUF", help="a model that has heard no bank")
    parser.add_argument("--out", type=Path, default=Path("training/out/unheard"))
    parser.add_argument("--tokens", type=int, default=700_000, help="of each training")
    parser.add_argument("--dialogues", type=int, default=400, help="to ask about each bank")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--no-compile", dest="compile", action="store_false", help="as of training.train")
    parser.add_argument("--voice", choices=BANKS, action="append", help="only this bank; may be repeated")
    options = parser.parse_args()
    heard = trained(NOBODY, options)
    scores = []
    for voice in options.voice or BANKS:
        without = trained(voice, options)
        scores.append((voice, *(scored(model, voice, options) for model in (options.start, heard, without))))
        print("\n".join(lines(scores)), flush=True)


if __name__ == "__main__":
    main()
