"""Shows how far a training is: a bar on a terminal, a line every twenty steps anywhere else."""

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from training.plot import Row

EVERY = 20
"""Steps between two lines."""


class Shown:
    """One training as somebody watches it; `budget` and what is done already are in seconds, or in tokens."""

    def __init__(self, budget: float, done: float, console: Console | None = None, *, in_tokens: bool = False) -> None:
        self._budget, self._in_tokens = budget, in_tokens
        columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
        self._bar = Progress(*columns, console=console or Console())
        self._is_bar = self._bar.console.is_terminal
        self._task = self._bar.add_task("", total=budget, completed=int(min(done, budget)))

    def __enter__(self) -> "Shown":
        if self._is_bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._is_bar:
            self._bar.stop()

    def step(self, row: Row, length: int) -> None:
        """A step was made, on rows of this length."""
        if self._is_bar:
            told = f"step {row.step}, {row.tokens / 1e6:.1f} M tokens, loss {row.loss}, {row.speed} tokens/s"
            spent = row.tokens if self._in_tokens else row.seconds
            self._bar.update(self._task, completed=min(spent, self._budget), description=told)
        elif row.step % EVERY == 0:
            print(
                f"step {row.step} {row.seconds} s{self._of()}, {row.tokens / 1e6:.2f} M tokens, "
                f"length {length}, loss {row.loss}, norm {row.norm}, {row.speed} tokens/s",
                flush=True,
            )

    def _of(self) -> str:
        return "" if self._in_tokens else f" of {self._budget:.0f}"
