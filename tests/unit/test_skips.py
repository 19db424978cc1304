"""Where CI allows no skip, a skip is a failure."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]


@pytest.mark.parametrize(("forbidden", "outcome"), [("1", {"failed": 1}), ("", {"skipped": 1})])
def test_a_skip_fails_where_it_is_forbidden(pytester, monkeypatch, forbidden, outcome):
    """The rule of tests/conftest.py, in a session of its own."""
    monkeypatch.setenv("TALLY_NO_SKIPS", forbidden)
    pytester.makeconftest((Path(__file__).parents[1] / "conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile("import pytest\n\ndef test_nothing():\n    pytest.skip('no reason')\n")
    pytester.runpytest().assert_outcomes(**outcome)
