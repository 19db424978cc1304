"""What the documents say is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from bot.documentation import ERROR_FILES, error_rows, errors_table, filled
from bot.errors import SettingsError
from bot.ledgers.company import read_company
from bot.words import ENGLISH, catalogue

ROOT = Path(__file__).parents[2]


def test_the_readmes_tables_are_generated_from_the_code():
    """`tally readme` writes them; whoever changes a tool or a setting runs it."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert filled(readme) == readme


def test_every_sentence_of_the_errors_says_when_it_is_said():
    """A row of the table without its left half would say nothing: the comment above each message begins with "when"."""
    texts = [catalogue(ENGLISH)[file] for file in ERROR_FILES]
    messages = [e for text in texts for e in FluentParser().parse(text).body if isinstance(e, ast.Message)]
    assert messages
    mute = [m.id.name for m in messages if not (m.comment and str(m.comment.content).startswith("when "))]
    assert mute == []


def test_a_row_of_the_errors_shows_values_by_name_and_the_form_for_many():
    """What is put in stands in ‹›; a table cell holds neither a line break nor a bare |."""
    text = """# when a day | or several
#     are missing
gap = { $count ->
    [one] One day
   *[other] { NUMBER($count) } days
} of { $month }: { "{" }A|B
"""
    assert list(error_rows(text)) == [
        r"| a day \| or several are missing | ‹count› days of ‹month›: {A\|B |",
    ]
    assert all(line.startswith("| ") and line.endswith(" |") for line in errors_table().splitlines())


def test_every_file_that_the_readme_links_is_there():
    """No dead link and no missing picture."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!http)([^)#]+)\)", readme)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_company_of_the_documentation_can_be_loaded(tmp_path):
    """The example is read as it stands."""
    text = (ROOT / "docs/company.md").read_text(encoding="utf-8")
    example = re.search(r"```json\n(.*?)```", text, re.S)
    assert example is not None
    file = tmp_path / "company.json"
    file.write_text(example.group(1), encoding="utf-8")
    assert [e.full_name for e in read_company(file).employees] == ["Ana Silva", "Ben Okafor"]


@pytest.mark.parametrize("content", ["", "[]", '{"employees": []}', '{"employees": [{"email": 1}], "projects": []}'])
def test_a_wrong_company_file_is_refused_in_one_sentence(tmp_path, content):
    """It names the file and the page that describes it."""
    file = tmp_path / "company.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"docs/company\.md"):
        read_company(file)
