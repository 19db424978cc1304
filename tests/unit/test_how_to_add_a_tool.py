"""The README's example of a new tool, followed word by word in a copy of the repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"(?P<before>[^\n]*):\n\n```(?P<language>\w*)\n(?P<text>.*?)```", re.S)
LEFT_OUT = shutil.ignore_patterns(".venv", ".git", "var", "shared", "__pycache__", ".*_cache", ".hypothesis", "*.png")


def section(title: str) -> str:
    """What the README says under a heading."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"^### {title}\n(.*?)^##", readme, re.S | re.M)
    assert found is not None, f"the README has no section {title!r}"
    return found[1]


def steps() -> Iterator[tuple[str, str]]:
    """Each code block of the example, with the line that stands above it."""
    for block in BLOCK.finditer(section("A tool")):
        yield block["before"], block["text"]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The repository as somebody has it who is about to add a tool, set up."""
    copy = tmp_path / "tally"
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
    shutil.copytree(ROOT / "docs" / "screenshots", copy / "docs" / "screenshots", dirs_exist_ok=True)
    (copy / ".venv").symlink_to(sys.prefix)
    return copy


def follow(line: str, text: str, copy: Path) -> str:
    """Do what the line above a code block says; what was printed."""
    if end := re.search(r"[Aa]t the end of `(.+)`", line):
        with (copy / end[1]).open("a", encoding="utf-8") as file:
            file.write(f"\n\n{text}" if end[1].endswith(".py") else text)
        return ""
    if new := re.search(r"new file `(.+)`", line):
        assert not (copy / new[1]).exists(), f"{new[1]} is not new"
        (copy / new[1]).write_text(text, encoding="utf-8")
        return ""
    return run(text, copy)


def run(commands: str, copy: Path) -> str:
    """Run commands in the copy, whose code comes before that of the installed package."""
    environment = {**os.environ, "PYTHONPATH": str(copy), "COLUMNS": "200"}
    ended = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", commands],
        cwd=copy, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def test_the_readmes_new_tool_is_offered_called_answered_and_documented(copy: Path) -> None:
    """The blocks are put where the README says, and its commands run: there is no step that it leaves out.

    The example's own test (run by those commands) sees the tool offered to the model, called, and its finding shown.
    """
    printed = [follow(line, text, copy) for line, text in steps()]
    assert len(printed) == 4
    assert re.search(r"^\d+ passed", printed[-1], re.M), printed[-1]
    readme = (copy / "README.md").read_text(encoding="utf-8")
    assert "| `get_holidays(month)` | List the public holidays of a month. | reads |" in readme


def test_without_its_words_the_new_tool_is_found_out(copy: Path) -> None:
    """The commands are a check: they fail where a step was left out."""
    *blocks, (_, commands) = [(line, text) for line, text in steps() if ".ftl" not in line]
    assert len(blocks) == 2
    for line, text in blocks:
        follow(line, text, copy)
    with pytest.raises(AssertionError, match="holidays-title"):
        run(commands, copy)
