"""The Edit form: what it shows at first, and what it objects to."""

from __future__ import annotations

import pytest

from bot.domain.conversation import Person
from bot.errors import UserFacingError
from bot.handlers.assistant import TallyAssistant
from tests.fakes import calls
from tests.unit.handlers.conftest import ANA, BEN

PERSON = Person("U-ANA", ANA)


@pytest.fixture
def assistant(office):
    """The assistant as a platform sees it."""
    return TallyAssistant(office.desk, lambda: None)


@pytest.fixture
def proposal(office):
    """Apollo on Monday and Tuesday, pending."""
    office.say("apollo mon and tue", calls(("add_activities", {"project": "apollo", "dates": "mon and tue"})))
    return office.pending[0]


def test_the_form_is_filled_with_the_resolved_arguments(assistant, proposal):
    """Project, days and percent, each as its own kind of field."""
    form = assistant.form(proposal.id, 1, PERSON)
    assert [(f.name, f.kind, f.value) for f in form.fields] == [
        ("project", "choice", "APO"),
        ("dates", "days", "2026-11-16,2026-11-17"),
        ("percent", "choice", "100"),
    ]
    assert [label for _, label in form.fields[0].options] == ["Apollo (APO)", "Zephyr (ZEP)"]


def test_a_typed_phrase_is_shown_before_it_counts(assistant, proposal):
    """The first Submit displays the reading, the next one is accepted."""
    values = {"project": "APO", "dates": "wed to fri", "percent": "100"}
    first = assistant.check_form(proposal.id, 1, PERSON, values, "")
    assert first.form is not None
    assert first.form.notice == "“wed to fri” means Wed 18 – Fri 20 Nov. Submit again to write it."
    assert assistant.check_form(proposal.id, 1, PERSON, values, first.form.notice).accepted


@pytest.mark.parametrize(
    ("field", "typed"), [("dates", "someday soon"), ("dates", "31 june"), ("percent", "80"), ("project", "GONE")]
)
def test_an_error_appears_under_its_field(assistant, proposal, field, typed):
    """Nothing is guessed from a form either."""
    values = {"project": "APO", "dates": "2026-11-16", "percent": "100", field: typed}
    check = assistant.check_form(proposal.id, 1, PERSON, values, "")
    assert list(check.errors) == [field]


def test_a_broken_rule_is_an_error_of_the_form(office, assistant, proposal):
    """A day over 100 % is refused before anything is decided."""
    office.fill("2026-11-20", 50)
    values = {"project": "APO", "dates": "2026-11-20", "percent": "75"}
    check = assistant.check_form(proposal.id, 1, PERSON, values, "")
    assert check.errors == {"dates": "Fri 20 Nov would have 125 %, and a day has 100 %."}


def test_somebody_else_cannot_open_the_form(assistant, proposal):
    """Ownership is checked here as well."""
    with pytest.raises(UserFacingError, match="no such card of yours"):
        assistant.form(proposal.id, 1, Person("U-BEN", BEN))


def test_the_form_of_a_decided_proposal_does_not_open(office, assistant, proposal):
    """It says what to do instead."""
    office.click("decline", proposal)
    with pytest.raises(UserFacingError, match="decided already"):
        assistant.form(proposal.id, 1, PERSON)


def test_a_form_of_an_older_revision_is_refused_at_submit(assistant, proposal):
    """Two open modals: the later one gets a clear message."""
    values = {"project": "APO", "dates": "2026-11-16", "percent": "100"}
    check = assistant.check_form(proposal.id, 7, PERSON, values, "")
    assert "has changed since" in check.errors["project"]
