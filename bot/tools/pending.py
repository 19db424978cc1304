"""Dropping what waits for approval."""

from __future__ import annotations

from bot.tools.situation import Finding, Situation
from bot.tools.tool import drops


@drops
def discard(situation: Situation) -> Finding:
    """Drop everything that is pending, when the person says to forget it."""
    return Finding("dropped" if situation.pending else "nothing was pending")
