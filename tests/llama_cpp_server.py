"""llama-cpp-python's own server (its extra `server`) with the built-in model, as a process of its own."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 60  # seconds after which a start is given up; it takes one or two
NAME = "tally-builtin"


@contextmanager
def running_llama_cpp_server(model: Path, *, key: str = "") -> Iterator[str]:
    """The address of its OpenAI API, until the block is left. It listens on a port that was free."""
    command = [sys.executable, "-m", "llama_cpp.server", "--model", str(model), "--model_alias", NAME, "--port", "0"]
    command += ["--n_ctx", "2048", "--n_threads", "1", "--verbose", "False"]
    command += ["--interrupt_requests", "False"]  # otherwise each request cuts off the one before
    command += ["--api_key", key] if key else []
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    said: list[str] = []
    listening = threading.Event()

    def listen() -> None:
        assert server.stderr is not None, "its standard error is a pipe"
        for line in server.stderr:
            said.append(line)
            if "Uvicorn running on" in line:
                listening.set()
        listening.set()

    reader = threading.Thread(target=listen, name="llama_cpp.server")
    reader.start()
    try:
        assert listening.wait(PATIENCE), "the server does not start"
        found = re.search(r"Uvicorn running on (http://\S+)", "".join(said))
        assert found, "".join(said)
        yield f"{found.group(1)}/v1"
    finally:
        server.terminate()
        server.wait()
        reader.join()
        assert server.stderr is not None
        server.stderr.close()
