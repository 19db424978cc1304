"""Files at a terminal: where they are put, that nothing is written over, and how they are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.platforms.console.files import kept
from bot.ports import FilePicture
from tests.conformance.console_seat import ConsoleSeat

PDF = FilePicture("Here is November 2026 as PDF.", "report.pdf", "Ana, November 2026", b"%PDF-1.4")


def other(content: bytes, name: str = "report.pdf") -> FilePicture:
    """A file with other bytes."""
    return FilePicture("Here.", name, "Title", content)


def test_a_file_is_put_where_the_program_was_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the screen says where that is."""
    seat = ConsoleSeat(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    seat.platform = type(seat.platform)(seat.me, {seat.me.id: seat.me}, seat.terminal, seat.journal)
    seat.platform.post(seat.address, "m1", PDF)
    path = tmp_path / "elsewhere" / "report.pdf"
    assert path.read_bytes() == PDF.content
    shown = "".join(seat.reads().split())
    assert f"Itlieshere:{path}" in shown


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """What lies there may be somebody's signed copy: another file gets a number, the same one is not put twice."""
    first, second = kept(other(b"one"), tmp_path), kept(other(b"two"), tmp_path)
    assert kept(other(b"one"), tmp_path) == first
    assert kept(other(b"two"), tmp_path) == second
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "report.pdf": b"one",
        "report-2.pdf": b"two",
    }


def test_a_name_leads_to_no_other_folder(tmp_path: Path) -> None:
    """Only its last part counts."""
    assert kept(other(b"x", "../../evil.pdf"), tmp_path) == (tmp_path / "evil.pdf").resolve()


def test_a_folder_in_the_way_is_stepped_around(tmp_path: Path) -> None:
    """Whatever it is that has the name."""
    (tmp_path / "report.pdf").mkdir()
    assert kept(PDF, tmp_path).name == "report-2.pdf"


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("/export", {"file": "pdf", "month": "2026-11"}),
        ("/export xlsx", {"file": "xlsx", "month": "2026-11"}),
        ("/export 2026-10 CSV", {"file": "csv", "month": "2026-10"}),
        ("/export png 2026-10", {"file": "png", "month": "2026-10"}),
        ("/export pdf 2026-10 ben@example.org", {"file": "pdf", "month": "2026-10", "email": "ben@example.org"}),
    ],
)
def test_a_file_is_asked_for_in_any_order(tmp_path: Path, typed: str, asked: dict[str, str]) -> None:
    """A kind, a month, whose; what is left out is a PDF of one's own present month."""
    seat = ConsoleSeat(tmp_path)
    seat.types(typed)
    event = seat.assistant.newest("export")
    assert {name: value for name, value in event.payload.items() if name != "address"} == asked


def test_a_kind_that_there_is_not_is_taken_for_a_month_and_asked_back(tmp_path: Path) -> None:
    """Nothing is stored; the sentence says how a month is written."""
    seat = ConsoleSeat(tmp_path)
    seat.types("/export docx")
    assert seat.assistant.events == []
    assert "I do not know the month “docx”" in seat.reads()
