"""The picture of a training, and what is shown while it runs."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from rich.console import Console

from training.plot import Row, draw, main, rows, smoothed, validations
from training.progress import EVERY, Shown

PNG = b"\x89PNG\r\n\x1a\n"


def _line(step: int, loss: float = 1.0) -> str:
    return f"{step},{step * 2},{step * 1000},{loss},0.5,4000\n"


def test_a_picture_is_drawn_beside_the_numbers_and_redrawn(tmp_path: Path) -> None:
    """With the validations where there are any; nothing else is left in the folder."""
    losses = tmp_path / "loss.csv"
    losses.write_text("".join(_line(step, 5 / step) for step in range(1, 200)))
    assert draw(losses) == tmp_path / "loss.png"
    first = (tmp_path / "loss.png").read_bytes()
    (tmp_path / "validation.csv").write_text("100,200,0.83,0.95\n")
    draw(losses)
    again = (tmp_path / "loss.png").read_bytes()
    assert first.startswith(PNG)
    assert again.startswith(PNG)
    assert again != first
    assert sorted(path.name for path in tmp_path.iterdir()) == ["loss.csv", "loss.png", "validation.csv"]


def test_without_a_step_nothing_is_drawn(tmp_path: Path) -> None:
    """A training that was stopped at once saves all the same."""
    assert draw(tmp_path / "loss.csv") is None
    assert list(tmp_path.iterdir()) == []


def test_steps_that_were_made_again_replace_the_earlier_ones(tmp_path: Path) -> None:
    """A training went on from a checkpoint at step 2, then another began in the same folder."""
    losses = tmp_path / "loss.csv"
    losses.write_text("".join(_line(step, loss) for step, loss in ((1, 9.0), (2, 8.0), (3, 7.0), (3, 6.0), (4, 5.0))))
    assert [(row.step, row.loss) for row in rows(losses)] == [(1, 9.0), (2, 8.0), (3, 6.0), (4, 5.0)]
    with losses.open("a") as file:
        file.write(_line(1, 4.0))
    assert rows(losses) == [Row(1, 2, 1000, 4.0, 0.5, 4000)]


def test_validations_of_steps_that_are_gone_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "validation.csv").write_text("10,5,0.5,0.9\n90,50,0.8,0.9\n")
    assert validations(tmp_path / "validation.csv", 50) == {10: 0.5}


def test_the_average_follows_its_values() -> None:
    """It is the plain average at first, and forgets in the end."""
    assert smoothed([4.0, 2.0, 3.0], over=50) == [4.0, 3.0, 3.0]
    assert smoothed([9.0] + [1.0] * 500, over=50)[-1] == pytest.approx(1.0, abs=0.01)


def test_the_command_draws_the_file_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "loss.csv").write_text(_line(1))
    monkeypatch.setattr(sys, "argv", ["", str(tmp_path / "loss.csv")])
    main()
    assert capsys.readouterr().out == f"{tmp_path / 'loss.png'}\n"


def test_where_there_is_no_terminal_a_line_is_printed_every_twenty_steps(capsys: pytest.CaptureFixture[str]) -> None:
    """For a log file."""
    with Shown(60.0, 0.0, Console(file=io.StringIO(), force_terminal=False)) as shown:
        for step in range(1, 2 * EVERY + 1):
            shown.step(Row(step, step, step * 1000, 0.5, 0.1, 4000), 96)
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "step 20 20 s of 60, 0.02 M tokens, length 96, loss 0.5, norm 0.1, 4000 tokens/s"
    assert len(printed) == 2


def test_on_a_terminal_a_bar_goes_from_where_the_training_stood_to_its_budget() -> None:
    """With the numbers of the newest step, and no lines."""
    seen = io.StringIO()
    with Shown(60.0, 30.0, Console(file=seen, force_terminal=True, width=120, legacy_windows=False)) as shown:
        shown.step(Row(7, 45, 2_000_000, 0.25, 0.1, 4000), 96)
    assert "step 7, 2.0 M tokens, loss 0.25, 4000 tokens/s" in seen.getvalue()
    assert "75%" in seen.getvalue()
    assert "norm" not in seen.getvalue()
