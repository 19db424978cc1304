"""A file at a terminal: it is put where the program was started, and never over anything that lies there."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from bot.ports import FilePicture


def kept(picture: FilePicture, folder: Path) -> Path:
    """Where the file lies now, absolute. The same file twice is one; another one under that name gets a number.

    Raises OSError.
    """
    for number in count(1):
        path = folder / _numbered(Path(picture.name).name, number)
        try:
            with path.open("xb") as file:
                file.write(picture.content)
        except FileExistsError:
            if path.is_file() and path.read_bytes() == picture.content:
                return path.resolve()
            continue
        return path.resolve()
    raise AssertionError("there is always a next number")


def _numbered(name: str, number: int) -> str:
    path = Path(name)
    return name if number == 1 else f"{path.stem}-{number}{path.suffix}"
