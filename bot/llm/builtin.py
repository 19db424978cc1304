"""The model that is shipped with the program."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from bot.errors import ModelFileError

NAME = "builtin/tally-builtin.gguf"


def builtin_model() -> Path:
    """Where the built-in model lies. Raises ModelFileError when this installation has none."""
    path = Path(str(files("bot.llm"))) / NAME
    if not path.is_file():
        raise ModelFileError(
            f"The built-in model is missing ({path}): install the package again, or train it as "
            "training/README.md says."
        )
    return path
