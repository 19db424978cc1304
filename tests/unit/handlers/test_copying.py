"""Copying days onto other days."""

from __future__ import annotations

from tests.fakes import calls


def test_the_same_as_last_week_goes_to_the_same_weekdays_of_this_week(office):
    """Monday's entries go to Monday; a day without entries stays empty."""
    office.fill("2026-11-09", 50)
    office.fill("2026-11-12", 100, "ZEP")
    office.say("same as last week", calls(("copy_entries", {"source": "last week"})))
    added = [(e.day.isoformat(), e.subject, e.percent) for e in office.pending[0].change.added]
    assert added == [("2026-11-16", "APO", 50), ("2026-11-19", "ZEP", 100)]


def test_one_day_is_copied_to_each_target_and_filled_days_are_skipped_by_name(office):
    """What stands there already is never doubled."""
    office.fill("2026-11-16", 100)
    office.fill("2026-11-17", 50, "ZEP")
    office.say("copy monday to tue and wed", calls(("copy_entries", {"source": "monday", "dates": "tue and wed"})))
    (proposal,) = office.pending
    assert [e.day.isoformat() for e in proposal.change.added] == ["2026-11-18"]
    assert proposal.warnings == ("Tue 17 Nov is skipped: something stands there already.",)


def test_an_empty_source_is_said_in_words(office):
    """Nothing to copy means no card."""
    office.say("same as last week", calls(("copy_entries", {"source": "last week"})))
    assert office.pending == []
    assert office.texts[0].text.startswith("There is nothing on Mon 9 – Tue 10 Nov")


def test_one_day_is_not_copied_onto_a_whole_week(office):
    """Nobody said where to: it is asked, and the answer completes the copy."""
    office.fill("2026-11-16", 100)
    office.say("copy monday", calls(("copy_entries", {"source": "monday"})))
    assert office.cards == []
    assert office.texts[-1].text == "Which days?"
    office.say("tuesday and wednesday")
    assert [day.day for p in office.pending for day in p.change.days] == [17, 18]
