"""How much the assistant understands: the whole of it, with the built-in model, on cases that it was not trained on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import cli
from bot.evaluation.scoring import Observed, interval, judge, normalised

DATA = Path(__file__).parents[1] / "data"
FLOOR = 0.85  # what the built-in model must reach; the model card says what it does reach


def evaluated(kind: str) -> dict:
    """What `tally eval KIND FILE --json` prints."""
    result = CliRunner().invoke(cli, ["eval", kind, str(DATA / f"{kind}.jsonl"), "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout.splitlines()[-1])


def test_every_date_phrase_of_the_cases_is_read_right():
    """All of them, through the command line."""
    result = evaluated("dates")
    assert (result["right"], result["failures"]) == (result["total"], [])
    assert result["total"] == 82


@pytest.mark.timeout(300)
def test_the_built_in_model_understands_enough():
    """Turns of whole dialogues, counted strictly; and wrong cards are rarer than right ones by far."""
    result = evaluated("dialogues")
    assert result["total"] == 134
    assert result["right"] / result["total"] >= FLOOR
    assert result["wrong_writes"] / result["total"] <= 0.03


def test_a_reading_call_that_cannot_be_read_again_does_not_stop_the_run(tmp_path: Path):
    """The model may have made up a colleague whom the turn left out; other cases follow."""
    lines = (DATA / "colleagues_three.jsonl").read_text(encoding="utf-8").splitlines()
    chosen = [line for line in lines if json.loads(line)["id"] in ("colleague-three-088", "colleague-three-001")]
    cases = tmp_path / "cases.jsonl"
    cases.write_text("\n".join(chosen), encoding="utf-8")
    result = CliRunner().invoke(cli, ["eval", "dialogues", str(cases), "--json"])
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout.splitlines()[-1])["total"] == sum(len(json.loads(c)["turns"]) for c in chosen) > 2


EXPECT = {"proposals": [{"tool": "add_activities", "project": "A", "dates": ["2026-11-16"], "percent": 100}]}


def observed(*proposals: dict, answer: str = "") -> Observed:
    """What a turn came to."""
    return Observed(proposals, (), answer, ())


def test_two_calls_for_a_day_each_equal_one_call_for_both():
    """Proposals that differ only in their days are merged before they are compared."""
    one = {"tool": "add_activities", "project": "A", "percent": 100}
    apart = [{**one, "dates": ["2026-11-16"]}, {**one, "dates": ["2026-11-17"]}]
    assert normalised(apart) == normalised([{**one, "dates": ["2026-11-16", "2026-11-17"]}])


def test_a_proposal_too_many_is_wrong_and_a_wrong_write():
    """A wrong card is worse than a question, and counted apart."""
    wanted = EXPECT["proposals"][0]
    assert judge(EXPECT, observed(wanted)) == (True, False)
    assert judge(EXPECT, observed(wanted, {**wanted, "project": "B"})) == (False, True)
    assert judge(EXPECT, observed(answer="Which days?")) == (False, False)


def test_a_question_is_right_only_where_one_is_expected():
    """Answering "?" to everything must not look good."""
    assert judge({"proposals": [], "ask": True}, observed(answer="Which days?")) == (True, False)
    assert judge({"proposals": [], "ask": True}, observed(answer="Fine.")) == (False, False)


def test_the_interval_is_wilsons():
    """79 of 100: 70.0 % to 85.8 % (Wilson 1927)."""
    low, high = interval(79, 100)
    assert (round(low, 3), round(high, 3)) == (0.700, 0.858)
