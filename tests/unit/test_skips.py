"""Where CI allows no skip, a skip is a failure."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import npm

pytest_plugins = ["pytester"]


@pytest.mark.parametrize(("forbidden", "outcome"), [("1", {"failed": 1}), ("", {"skipped": 1})])
def test_a_skip_fails_where_it_is_forbidden(pytester, monkeypatch, forbidden, outcome):
    """The rule of tests/conftest.py, in a session of its own."""
    monkeypatch.setenv("TALLY_NO_SKIPS", forbidden)
    pytester.makeconftest((Path(__file__).parents[1] / "conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile("import pytest\n\ndef test_nothing():\n    pytest.skip('no reason')\n")
    pytester.runpytest().assert_outcomes(**outcome)


@pytest.mark.parametrize(("ci", "outcome"), [("true", pytest.fail.Exception), ("", pytest.skip.Exception)])
@pytest.mark.parametrize("installed", ["nothing", "another version"])
def test_what_npm_has_not_installed_is_said(tmp_path, monkeypatch, ci, outcome, installed):
    """A machine without npm or without the network skips what needs it, with what to do; CI does not."""
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(npm, "BOLT_JS", tmp_path)
    lock = '{"packages": {"node_modules/axe-core": {"version": "4.14.1"}}}'
    (tmp_path / "package-lock.json").write_text(lock, encoding="utf-8")
    if installed != "nothing":
        (tmp_path / "node_modules" / "axe-core").mkdir(parents=True)
        (tmp_path / "node_modules" / "axe-core" / "package.json").write_text('{"version": "1.0.0"}', encoding="utf-8")
    with pytest.raises(outcome, match=r"axe-core .*make npm"):
        npm.package("axe-core")
