"""`tally feedback`: what people think of the answers, for whoever looks after the bot."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import cli
from bot.domain.conversation import Outgoing, Person, Said
from bot.ports import Effects, Feedback, Verdict
from bot.store.database import open_engine, upgrade
from bot.store.store import SqlStore

NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SqlStore]:
    """The database of the settings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TALLY_DATABASE_URL", f"sqlite:///{tmp_path / 'tally.db'}")
    monkeypatch.setenv("COLUMNS", "160")
    engine = open_engine(f"sqlite:///{tmp_path / 'tally.db'}")
    upgrade(engine)
    yield SqlStore(engine)
    engine.dispose()


def judged(store: SqlStore, *verdicts: Verdict) -> None:
    """So many answers, each judged a minute later than the one before."""
    conversation = store.conversation("slack", "D1", Person("U1", "ben@tally.example"), {})
    for n, verdict in enumerate(verdicts):
        content = {"text": f"[red]Answer[/red] {n}", "asked": f"[bold]question {n}"}
        given = Feedback(f"m{n}", conversation.id, "U1", verdict, NOW + timedelta(minutes=n))
        store.commit(Effects(outgoing=(Outgoing(f"m{n}", conversation.id, Said.TEXT, content),)))
        store.commit(Effects(feedback=(given,)))


def printed(*arguments: str) -> str:
    result = CliRunner().invoke(cli, ["feedback", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_it_says_that_nobody_has_judged_anything(store: SqlStore) -> None:
    """One sentence instead of an empty table."""
    assert printed() == "Nobody has judged an answer yet.\n"


def test_it_counts_and_lists_the_newest_with_the_persons_words(store: SqlStore) -> None:
    """What was said is printed as it was said, brackets and all."""
    judged(store, Verdict.GOOD, Verdict.BAD, Verdict.BAD)
    shown = printed("--latest", "2")
    assert "1 good, 2 bad" in shown
    lines = [line for line in shown.splitlines() if "question" in line]
    assert ["question 2" in lines[0], "question 1" in lines[1], len(lines)] == [True, True, 2]
    assert "[bold]question 2" in lines[0]
    assert "[red]Answer[/red] 2" in lines[0]
    assert "2026-11-18 09:32" in lines[0]


def test_it_prints_json_for_programs(store: SqlStore) -> None:
    """The same in one object."""
    judged(store, Verdict.GOOD)
    found = json.loads(printed("--json"))
    assert (found["good"], found["bad"]) == (1, 0)
    assert found["latest"][0]["asked"] == "[bold]question 0"
    assert found["latest"][0]["verdict"] == "good"
