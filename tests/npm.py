"""What the tests take from npm: where it lies, and whether it is there (`make npm` installs it, see tests/bolt_js)."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

BOLT_JS = Path(__file__).parent / "bolt_js"
NODE = shutil.which("node") or shutil.which("nodejs")


def package(name: str) -> Path:
    """The installed package's folder, in the version of package-lock.json. Without it the test is skipped; in CI it
    fails.
    """
    wanted = json.loads((BOLT_JS / "package-lock.json").read_text(encoding="utf-8"))
    folder = BOLT_JS / "node_modules" / name
    version = wanted["packages"][f"node_modules/{name}"]["version"]
    if not (folder / "package.json").is_file():
        _missing(f"{name} is not installed (`make npm` does that; it needs npm and the network)")
    found = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
    if found != version:
        _missing(f"{name} is there as {found}, and {version} is wanted (`make npm` installs it)")
    return folder


def node() -> str:
    """Node's program. Without it the test is skipped; in CI it fails."""
    if NODE is None:
        _missing("there is no node on this machine (`make npm` installs it where it may)")
    return str(NODE)


def _missing(reason: str) -> None:
    pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
