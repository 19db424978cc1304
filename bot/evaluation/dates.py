"""How many date phrases are read right. A case: `{"phrase", "today", "holidays", "dates"}`; `dates` null: refused."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from bot.phrases import PhraseError, read_days


def evaluate_dates(path: Path) -> dict[str, Any]:
    """`{"total", "right", "failures": [{"phrase", "expected", "got"}]}`."""
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    failures = list(_failures(cases))
    return {"total": len(cases), "right": len(cases) - len(failures), "failures": failures}


def _failures(cases: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    for case in cases:
        got = _read(case)
        if got != case["dates"]:
            yield {"phrase": case["phrase"], "expected": case["dates"], "got": got}


def _read(case: dict[str, Any]) -> list[str] | None:
    holidays = [date.fromisoformat(day) for day in case["holidays"]]
    try:
        reading = read_days(case["phrase"], date.fromisoformat(case["today"]), holidays)
    except PhraseError:
        return None
    return [day.isoformat() for day in reading.days]
