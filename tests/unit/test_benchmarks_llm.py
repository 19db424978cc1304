"""`make bench-llm` in its short form: everything is counted and can be true. How fast is for the real run to say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.llm.__main__ import NOT_BUILT, contestants, main, measure, print_tables
from benchmarks.llm.asked import Script, builtin_task
from benchmarks.llm.promised import MOST_PER_USEFUL, MOST_WALL, figures
from benchmarks.llm.reading import shared
from benchmarks.llm.rounds import LOCKED, OURS, PLAIN, SERVER, SERVER_FREE, Row
from bot.domain.conversation import Speaker, ToolCall


@pytest.fixture(scope="module")
def rows() -> dict[tuple[str, int], Row]:
    """The engine and both locks on the built-in model, two turns each."""
    measured = measure("builtin", [OURS, PLAIN, LOCKED], (1, 2), turns=2, runs=1, threads=1)
    return {(row.who, row.users): row for row in measured}


def made(who: str, users: int, wall: float) -> Row:
    """A line of the 0.5B shape whose contestant took so long for a hundred useful tokens."""
    return Row("0.5B shape", who, users, 8, 5, 1, 1, 1, 100, 0, 1, 1, 1, wall, wall, wall, 0.05, 0)


def test_everybody_writes_the_same_calls_and_only_the_engine_is_spared_tokens(rows: dict[tuple[str, int], Row]) -> None:
    """The same grammar and the same weights: what differs is who samples what, and how often the model is called."""
    for users in (1, 2):
        engine, locked = rows[OURS, users], rows[LOCKED, users]
        assert engine.useful == locked.useful > 0
        assert engine.without_call == locked.without_call == 0
        assert engine.sampled < locked.sampled
        assert engine.evaluations < locked.evaluations
        assert 0 < engine.first_s <= engine.p50_s <= engine.p95_s <= engine.wall_s


def test_the_packages_own_grammar_comes_to_calls_too(rows: dict[tuple[str, int], Row]) -> None:
    """`plain`: every answer is a call, each of its tokens sampled with a call of llama.cpp of its own."""
    for users in (1, 2):
        engine, plain = rows[OURS, users], rows[PLAIN, users]
        assert plain.without_call == 0
        assert plain.useful > 0
        assert engine.evaluations < plain.evaluations >= plain.sampled


def test_a_returning_turn_computes_its_new_tokens_and_no_other(rows: dict[tuple[str, int], Row]) -> None:
    """Counted, not timed: the tokens that a conversation's cache does not hold, to the last one."""
    assert rows[OURS, 1].beyond_due == rows[OURS, 2].beyond_due == 0


def test_two_users_share_the_calls_of_the_engine_and_none_of_a_lock(rows: dict[tuple[str, int], Row]) -> None:
    """Twice the answers are fewer than twice the calls only where they are written side by side."""
    assert rows[OURS, 2].evaluations < 1.7 * rows[OURS, 1].evaluations
    assert rows[LOCKED, 2].evaluations > 1.7 * rows[LOCKED, 1].evaluations


def test_every_promise_is_held_against_its_ratio() -> None:
    """Met at the target, missed above it; what was not measured is not in the list."""
    rows = [made(who, users, 10) for users in (1, 16) for who in (SERVER, SERVER_FREE, LOCKED, PLAIN)]
    quick = figures([*rows, made(OURS, 1, 1), made(OURS, 16, 1)])
    assert all(figure.met for figure in quick if figure.most is not None)
    assert sum(figure.name.find("wall time") > 0 for figure in quick) == len(MOST_WALL) + len(MOST_PER_USEFUL)
    slow = figures([*rows, made(OURS, 1, 9), made(OURS, 16, 9)])
    assert all(figure.met is False for figure in slow if "wall time" in figure.name)
    assert not [figure for figure in figures([made(OURS, 1, 1)]) if "wall time" in figure.name]


def test_conversations_go_on_with_what_was_answered_and_users_share_nothing_by_accident() -> None:
    """A second turn holds the first one's call and its result; two users differ from the first word on."""
    script = Script(builtin_task())
    first = script.question(0, 0)
    script.note(first, ToolCall("a1", "discard", {}), 9)
    second = script.question(0, 1)
    assert list(second.messages[:2]) == list(first.messages)
    assert [message.speaker for message in second.messages[2:]] == [
        Speaker.ASSISTANT,
        Speaker.TOOL,
        Speaker.ASSISTANT,
        Speaker.USER,
    ]
    assert script.question(0, 0).tokens == 9
    assert len({script.question(user, 0).messages[-1].text.split()[0] for user in range(16)}) == 16


def test_what_two_prompts_begin_with_is_counted() -> None:
    """To the first token that differs."""
    assert (shared([1, 2, 3], [1, 2, 4]), shared([1], [1, 2]), shared([], [1]), shared([2], [1])) == (2, 1, 0, 0)


def test_without_a_built_server_the_run_says_how_to_build_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the table, beside what was measured."""
    monkeypatch.setenv("TALLY_LLAMA_SERVER", str(tmp_path / "none"))
    assert contestants(None) == ([OURS, PLAIN, LOCKED], NOT_BUILT)
    assert contestants([LOCKED]) == ([OURS, LOCKED], "")
    print_tables([made(OURS, 1, 1)], NOT_BUILT)
    assert "make llama-server" in capsys.readouterr().out


def test_the_command_prints_one_json_object(capsys: pytest.CaptureFixture[str]) -> None:
    """Machine, lines, ratios, and what was left out."""
    main(["--quick", "--json", "--only", "locked", "--threads", "1"])
    told = json.loads(capsys.readouterr().out)
    assert [(row["who"], row["users"]) for row in told["rows"]] == [(w, u) for u in (1, 2) for w in (OURS, LOCKED)]
    assert {figure["unit"] for figure in told["targets"]} == {"×", "tokens"}
    assert not told["left_out"]
