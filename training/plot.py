"""Draws how a training went: `python -m training.plot training/out/loss.csv` writes `loss.png` beside it.

The loss of every step, faint, and its moving average; tokens a second as a faint second line; where the model was
validated, the share of calls that were exactly right.
"""

import argparse
import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

LOSSES = "loss.csv"
VALIDATIONS = "validation.csv"
"""Beside it: step, seconds, share of calls and of words that were right."""
SMOOTHED = 50
"""Steps that the moving average looks back on."""


@dataclass(frozen=True)
class Row:
    """A line of `loss.csv`."""

    step: int
    seconds: int
    tokens: int
    loss: float
    norm: float
    speed: float


def rows(path: Path) -> list[Row]:
    """The steps in their order. A training that went on from an earlier checkpoint replaces what it did again."""
    found: list[Row] = []
    for cells in _cells(path):
        row = Row(int(cells[0]), int(cells[1]), int(cells[2]), *map(float, cells[3:6]))
        while found and found[-1].step >= row.step:
            found.pop()
        found.append(row)
    return found


def validations(path: Path, steps: int) -> dict[int, float]:
    """The share of calls that were right, by step, up to `steps`; nothing where nobody validated."""
    return {int(cells[0]): float(cells[2]) for cells in _cells(path) if int(cells[0]) <= steps}


def smoothed(values: Sequence[float], over: int = SMOOTHED) -> list[float]:
    """The exponential moving average, which starts with the first value."""
    averages: list[float] = []
    for value in values:
        weight = max(1 / over, 1 / (len(averages) + 1))
        averages.append(value if not averages else averages[-1] + weight * (value - averages[-1]))
    return averages


def draw(losses: Path) -> Path | None:
    """Draw `loss.png` beside the file, anew; None when it holds no step yet."""
    steps = rows(losses)
    if not steps:
        return None
    figure = Figure(figsize=(9, 5), layout="constrained")
    FigureCanvasAgg(figure)
    left = figure.add_subplot()
    _draw_speed(left.twinx(), steps)
    _draw_loss(left, steps)
    for step, share in validations(losses.with_name(VALIDATIONS), steps[-1].step).items():
        left.axvline(step, color="tab:green", alpha=0.4, linestyle=":")
        left.annotate(
            f"{share:.0%}",
            (step, 0.98),
            xycoords=("data", "axes fraction"),
            rotation=90,
            va="top",
            ha="right",
            fontsize=8,
        )
    path = losses.with_suffix(".png")
    unfinished = path.with_suffix(".part")
    figure.savefig(unfinished, format="png", dpi=110)
    unfinished.replace(path)
    return path


def _cells(path: Path) -> Iterator[list[str]]:
    if path.exists():
        with path.open(newline="") as file:
            yield from csv.reader(file)


def _draw_loss(axes: Axes, steps: Sequence[Row]) -> None:
    numbers, losses = [row.step for row in steps], [row.loss for row in steps]
    axes.set_zorder(1)  # before the speed
    axes.patch.set_visible(False)
    axes.plot(numbers, losses, color="tab:blue", alpha=0.2, linewidth=0.5)
    axes.plot(numbers, smoothed(losses), color="tab:blue")
    axes.set_yscale("log")
    axes.set_xlabel("step")
    axes.set_ylabel("loss", color="tab:blue")
    last = steps[-1]
    axes.set_title(f"{last.tokens / 1e6:.1f} M tokens in {last.seconds / 60:.0f} minutes; dotted: calls exactly right")


def _draw_speed(axes: Axes, steps: Sequence[Row]) -> None:
    axes.plot([row.step for row in steps], smoothed([row.speed for row in steps]), color="tab:gray", alpha=0.4)
    axes.set_ylim(bottom=0)
    axes.set_ylabel("tokens a second", color="tab:gray")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("losses", type=Path, nargs="?", default=Path("training/out") / LOSSES)
    path = draw(parser.parse_args().losses)
    print(path or "no step yet")


if __name__ == "__main__":
    main()
