"""What a form shows comes back when it is submitted: values, words that win, errors at their field, what it carries."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.card import Form, FormField
from bot.platforms.slack.blocks.elements import Block
from bot.platforms.slack.blocks.form import FormContext, decline_view, entered, errors_by_block, form_view
from sandbox.inputs import seed
from tests.unit.platforms import slack_pictures as pictures

CONTEXT = FormContext("card1", "p1", 3, {"channel": "D1", "thread_ts": "1.1", "message_ts": "1.2"})
DAYS = tuple((f"2026-11-{n:02d}", f"Nov {n}") for n in range(1, 31))


def submitted(view: Block, **changes: Any) -> Block:
    """The view as Slack sends it back: what was shown at first, with some inputs changed by action id."""
    values = seed(view["blocks"])
    for states in values.values():
        for action_id, state in states.items():
            if action_id in changes:
                state["value"] = changes[action_id]
    return {**view, "state": {"values": values}}


def test_an_unchanged_form_comes_back_as_it_was() -> None:
    """Opening and submitting changes nothing: every value is the one that the field had."""
    assert entered(submitted(form_view(pictures.FORM, CONTEXT))) == {f.name: f.value for f in pictures.FORM.fields}


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([code for code, _ in DAYS]),
    st.lists(st.sampled_from([code for code, _ in DAYS]), min_size=1, unique=True).map(sorted),
    st.text(min_size=1, max_size=50).filter(str.strip),
    st.booleans(),
)
def test_values_survive_the_way_there_and_back(choice: str, days: list[str], text: str, prominent: bool) -> None:
    """The same for any value that the options know, and for any text."""
    fields = (
        FormField("choice", "Choice", "choice", choice, DAYS[:8] if prominent else DAYS, prominent=prominent),
        FormField("days", "Days", "days", ",".join(days), DAYS),
        FormField("text", "Text", "text", text),
    )
    known = choice in dict(fields[0].options)
    found = entered(submitted(form_view(Form("p", 1, "Edit", fields), CONTEXT)))
    assert found == {"choice": choice if known else "", "days": ",".join(days), "text": text}


def test_days_outside_the_options_are_not_lost() -> None:
    """A day of another month is added to the list: a form never shows fewer days than it stands for."""
    field = FormField("days", "Days", "days", "2026-11-30,2027-01-04", DAYS)
    view = form_view(Form("p", 1, "Edit", (field,)), CONTEXT)
    assert entered(submitted(view)) == {"days": "2026-11-30,2027-01-04"}
    labels = [option["text"]["text"] for option in view["blocks"][1]["element"]["options"]]
    assert "Mon 2027-01-04" in labels


def test_more_days_than_a_list_holds_are_typed() -> None:
    """Over a hundred chosen days stand in the words input, all of them."""
    value = ",".join(f"20{year}-{month:02d}-01" for year in range(10, 20) for month in range(1, 13))
    view = form_view(Form("p", 1, "Edit", (FormField("days", "Days", "days", value),)), CONTEXT)
    assert entered(submitted(view)) == {"days": value}


def test_typed_words_win() -> None:
    """Whoever types days means them, whatever is still chosen in the list."""
    view = form_view(pictures.FORM, CONTEXT)
    assert entered(submitted(view, **{"dates.words": "mon to thu"}))["dates"] == "mon to thu"
    assert entered(submitted(view, **{"dates.words": "  "}))["dates"] == "2026-11-16,2026-11-17"


def test_a_form_names_what_it_edits_once() -> None:
    """The modal is titled Edit already, so the first line is the proposal alone."""
    view = form_view(pictures.FORM, CONTEXT)
    assert view["title"]["text"] == "Edit"
    assert view["blocks"][0]["elements"][0]["elements"][0]["text"] == "Apollo (APO)"


def test_one_of_the_two_days_inputs_is_enough() -> None:
    """Both are optional to Slack; the hints say that one is needed, and what can be typed."""
    hints = {b["block_id"]: b.get("hint", {}).get("text") for b in form_view(pictures.FORM, CONTEXT)["blocks"][1:]}
    assert hints["dates"] == "Choose days here or type them below; one of the two is needed."
    assert hints["dates.words"] == "For example: mon to thu"


def test_few_prominent_choices_are_radio_buttons() -> None:
    """Percent is one click; a choice that cannot be shown so is a list."""
    kinds = {b["element"]["action_id"]: b["element"]["type"] for b in form_view(pictures.FORM, CONTEXT)["blocks"][1:]}
    assert kinds["percent"] == "radio_buttons"
    assert kinds["project"] == "static_select"


def test_a_reading_has_inputs_of_its_own() -> None:
    """Slack keeps what was entered for as long as a block id stays: a form with a notice must not share them."""
    before = {b["block_id"] for b in form_view(pictures.FORM, CONTEXT)["blocks"][1:]}
    reading = Form("p", 1, "Edit", pictures.FORM.fields, "“friday” means Fri 20 Nov.")
    view = form_view(reading, CONTEXT)
    after = {b["block_id"] for b in view["blocks"] if b["type"] == "input"}
    assert not before & after
    assert entered(submitted(view))["dates"] == "2026-11-16,2026-11-17"


@pytest.mark.parametrize(
    ("typed", "block_id"), [("", "dates"), ("never", "dates.words")], ids=["the list was used", "words were typed"]
)
def test_an_error_stands_at_the_input_that_was_used(typed: str, block_id: str) -> None:
    """An error about days is shown under the list or under the words, whichever counted."""
    view = submitted(form_view(pictures.FORM, CONTEXT), **{"dates.words": typed})
    assert errors_by_block({"dates": "No."}, view) == {block_id: "No."}


def test_an_error_about_no_field_is_shown_all_the_same() -> None:
    """Slack refuses errors at blocks that it does not know, so they go to the first."""
    view = submitted(form_view(pictures.FORM, CONTEXT))
    assert errors_by_block({"": "Too late.", "project": "Not yours."}, view) == {"project": "Too late. Not yours."}
    assert errors_by_block({"": "Too late."}, {"blocks": []}) == {}


def test_a_form_carries_what_it_decides_and_showed() -> None:
    """The proposal, its revision, the card, the address and the notice come back with the submission."""
    view = form_view(Form("p2", 4, "Edit", (), "Shown."), CONTEXT)
    assert FormContext.of(view) == FormContext("card1", "p2", 4, CONTEXT.address, "Shown.")
    assert FormContext.of(decline_view(CONTEXT)) == CONTEXT
