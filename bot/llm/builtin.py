"""The model that is shipped with the program."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from bot.errors import ModelFileError
from bot.words import say

NAME = "builtin/tally-builtin.gguf"
COMFORTABLE_TOKENS = 400
"""Nearly all the dialogues that it was trained on are shorter: behind a longer one it mixes up what was said when."""
SEQUENCES = 6
"""Answers that the built-in model writes at once: each takes 21 MB of cache, and Tally shall take at most 400 MB."""


def builtin_model() -> Path:
    """Where the built-in model lies. Raises ModelFileError when this installation has none."""
    path = Path(str(files("bot.llm"))) / NAME
    if not path.is_file():
        raise ModelFileError(say("model-built-in-missing", path=str(path)))
    return path
