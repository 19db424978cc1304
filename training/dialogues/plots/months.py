"""Handing a month in, taking it back."""

from __future__ import annotations

from training.dialogues.dialogue import call
from training.dialogues.plots.person import Teller


def month(t: Teller, asked: float = 0.32) -> None:
    tool, rule = ("submit_report", "submit") if t.chance(0.6) else ("withdraw_report", "withdraw")
    if not t.chance(asked):
        slot = t.month()
        t.ask(rule + "_m", m=slot)
        t.calls([call(tool, month=slot)])
        return
    t.ask(rule)
    t.calls([call(tool)], ["ask month"])
    t.question(["month"])
    if t.chance(0.7):
        slot = t.month()
        t.ask("ans_m", dress=t.chance(0.3), m=slot)
        t.calls([call(tool, month=slot)])
