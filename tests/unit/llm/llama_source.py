"""What the tests take from llama-cpp-python's own source distribution: chat templates of real models, and tokenizers.

They are not part of this project. `scripts/llama-source.sh` fetches them once, through pip, and keeps them.
"""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import llama_cpp

_SCRIPT = Path(__file__).parents[3] / "scripts" / "llama-source.sh"


@cache
def models() -> Path:
    """The folder `vendor/llama.cpp/models` of the version that is installed."""
    kept = Path(os.environ.get("SOURCES") or Path.home() / ".cache/tally/sdist")
    found = kept / f"models-{llama_cpp.__version__}"
    if not found.is_dir():
        command = ["bash", str(_SCRIPT), str(Path(sys.executable).parent), str(kept), llama_cpp.__version__]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return found


def chat_template(name: str) -> str:
    """A real chat template of llama.cpp's collection."""
    return (models() / "templates" / f"{name}.jinja").read_text()


def tokenizer(name: str) -> Path:
    """A GGUF file with the tokenizer of a real model and no weights."""
    return models() / f"ggml-vocab-{name}.gguf"
