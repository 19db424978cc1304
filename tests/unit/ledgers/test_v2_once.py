"""Exactly once on an API that gives nothing an id: what is not known is settled before anything else is written."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.domain.timesheet import Entry
from bot.errors import LedgerChanged, LedgerError, LedgerRefused
from bot.ports import Standing
from tests.unit.ledgers.conftest import ANA, BEN, FRI, MON, TUE, V2, apollo, assign, write
from tests.v2_company import Line
from tests.v2_server import Fault

LOST_BEFORE, LOST_AFTER = (Fault("drop", acts=acts, method="POST") for acts in (False, True))
LATER = timedelta(minutes=1)


def test_a_lost_answer_is_found_out_at_once_by_reading(v2: V2) -> None:
    """The person never notices."""
    v2.server.misbehave(LOST_AFTER)
    v2.ledger.apply((write("p1", apollo(MON)),))
    assert v2.ledger.standing((write("p1", apollo(MON)),)) is Standing.WRITTEN
    assert v2.entries() == [("2026-11-02", "APO", 50)]


def test_a_lost_answer_is_found_out_by_the_next_try(v2: V2) -> None:
    """Where the reading fails too, the proposal is begun, and the next try finds it standing without another POST."""
    v2.server.before_writing = lambda: v2.server.misbehave(Fault(status=500, method="GET"))
    v2.server.misbehave(LOST_AFTER)
    with pytest.raises(LedgerError):
        v2.ledger.apply((write("p1", apollo(MON)),))
    assert v2.ledger.standing((write("p1", apollo(MON)),)) is Standing.BEGUN
    v2.ledger.apply((write("p1", apollo(MON)),))
    assert v2.ledger.standing((write("p1", apollo(MON)),)) is Standing.WRITTEN
    assert v2.server.counted()["POST activity-report"] == 1


def test_a_lost_request_is_not_repeated_while_the_server_may_still_have_it(v2: V2) -> None:
    """Right after it the days look untouched; only when the time has passed it is sent again."""
    v2.server.misbehave(LOST_BEFORE)
    approved = write("p1", apollo(MON))
    for _ in range(2):
        with pytest.raises(LedgerError) as waiting:
            v2.ledger.apply((approved,))
        assert not isinstance(waiting.value, LedgerRefused)
    assert v2.server.counted()["POST activity-report"] == 1
    v2.clock.time += LATER
    v2.ledger.apply((approved,))
    assert v2.entries() == [("2026-11-02", "APO", 50)]


def test_a_request_that_is_carried_out_late_is_found(v2: V2) -> None:
    """The server had it in hand all the time: it is not sent a second time."""
    v2.server.misbehave(LOST_BEFORE)
    with pytest.raises(LedgerError):
        v2.ledger.apply((write("p1", apollo(MON)),))
    v2.server.company.lines.append(Line(BEN, MON, 50, "APO"))  # now it arrives
    v2.ledger.apply((write("p1", apollo(MON)),))
    assert v2.entries() == [("2026-11-02", "APO", 50)]


def test_nothing_else_is_written_in_a_month_that_is_not_settled(v2: V2) -> None:
    """A twin would be taken for the lost one; it waits, and then finds the card outdated. Other months do not wait."""
    v2.server.misbehave(LOST_BEFORE)
    with pytest.raises(LedgerError):
        v2.ledger.apply((write("p1", apollo(MON)),))
    twin = write("p2", apollo(MON))
    with pytest.raises(LedgerError, match="not answered"):
        v2.ledger.apply((twin,))
    v2.ledger.apply((write("p3", apollo(FRI)),))
    v2.clock.time += LATER
    v2.ledger.apply((twin,))
    with pytest.raises(LedgerChanged):
        v2.ledger.apply((write("p1", apollo(MON)),))
    assert v2.entries() == [("2026-10-30", "APO", 50), ("2026-11-02", "APO", 50)]


def test_a_twin_of_what_stands_is_not_taken_for_written(v2: V2) -> None:
    """Two cards with the same half day, from two conversations: the second one's owner is asked again."""
    v2.ledger.apply((write("p1", apollo(MON)),))
    twin = write("p2", apollo(MON))
    assert v2.ledger.standing((twin,)) is Standing.NOTHING
    with pytest.raises(LedgerChanged, match="2026-11-02 has changed: the card showed nothing"):
        v2.ledger.apply((twin,))
    assert v2.entries() == [("2026-11-02", "APO", 50)]


def test_what_is_neither_before_nor_after_is_shown_again(v2: V2) -> None:
    """Somebody wrote on the same day while the outcome was open: nobody can tell, so a person decides."""
    v2.server.misbehave(LOST_BEFORE)
    with pytest.raises(LedgerError):
        v2.ledger.apply((write("p1", apollo(MON)),))
    v2.server.company.lines.append(Line(BEN, MON, 25, "ZEP"))
    v2.clock.time += LATER
    with pytest.raises(LedgerChanged, match="not known whether"):
        v2.ledger.apply((write("p1", apollo(MON)),))
    assert v2.ledger.standing((write("p1", apollo(MON)),)) is Standing.NOTHING
    zephyr = Entry(BEN, MON, 25, project="ZEP")
    v2.ledger.apply((write("p1", apollo(MON), before=(zephyr,)),))  # the same proposal, approved as it is shown now
    assert v2.entries() == [("2026-11-02", "APO", 50), ("2026-11-02", "ZEP", 25)]


def test_what_is_neither_before_nor_after_waits_while_the_server_may_still_have_the_request(v2: V2) -> None:
    """Shown again at once it could be approved and sent a second time, and then the first one arrives as well."""
    v2.server.misbehave(LOST_BEFORE)
    approved, zephyr = write("p1", apollo(MON)), Entry(BEN, MON, 25, project="ZEP")
    with pytest.raises(LedgerError):
        v2.ledger.apply((approved,))
    v2.server.company.lines.append(Line(BEN, MON, 25, "ZEP"))
    for again in (approved, write("p1", apollo(MON), before=(zephyr,))):
        with pytest.raises(LedgerError, match="not answered") as waiting:
            v2.ledger.apply((again,))
        assert not isinstance(waiting.value, LedgerRefused)
    assert v2.ledger.standing((approved,)) is Standing.BEGUN
    assert v2.server.counted()["POST activity-report"] == 1


def test_of_two_months_only_the_missing_one_is_written(v2: V2) -> None:
    """October stands, November was lost: the next try does not touch October."""
    v2.server.misbehave(Fault("answer", acts=True, status=500, method="POST"), LOST_BEFORE)
    both = write("p1", apollo(FRI), apollo(MON))
    with pytest.raises(LedgerError):
        v2.ledger.apply((both,))
    assert v2.entries() == [("2026-10-30", "APO", 50)]
    assert v2.ledger.standing((both,)) is Standing.BEGUN
    v2.server.company.lines.append(Line(BEN, FRI, 25, "ZEP"))  # October is no longer this write's business
    v2.clock.time += LATER
    v2.ledger.apply((both,))
    assert [day for day, subject, _ in v2.entries() if subject == "APO"] == ["2026-10-30", "2026-11-02"]
    assert v2.ledger.standing((both,)) is Standing.WRITTEN


def test_a_half_that_cannot_be_completed_is_said(v2: V2) -> None:
    """The other month changed meanwhile: the person reads what stands, what does not, and why."""
    v2.server.misbehave(Fault("answer", acts=True, status=500, method="POST"), LOST_BEFORE)
    both = write("p1", apollo(FRI), apollo(MON))
    with pytest.raises(LedgerError):
        v2.ledger.apply((both,))
    v2.clock.time += LATER
    v2.server.company.lines.append(Line(BEN, MON, 25, "ZEP"))
    with pytest.raises(LedgerRefused, match=r"^Mon 2 Nov\. .* Fri 30 Oct was written before") as said:
        v2.ledger.apply((both,))
    assert not isinstance(said.value, LedgerChanged)
    assert v2.entries() == [("2026-10-30", "APO", 50), ("2026-11-02", "ZEP", 25)]


def test_what_is_written_elsewhere_between_two_months_stops_the_second(v2: V2) -> None:
    """Each month is read again right before its request, although both were checked before the first."""

    def elsewhere() -> None:
        v2.server.before_writing = None
        v2.server.company.lines.append(Line(BEN, MON, 25, "ZEP"))

    v2.server.before_writing = elsewhere
    with pytest.raises(LedgerRefused, match=r"Mon 2 Nov\. Something else was written .* Fri 30 Oct was written before"):
        v2.ledger.apply((write("p1", apollo(FRI), apollo(MON)),))
    assert v2.entries() == [("2026-10-30", "APO", 50), ("2026-11-02", "ZEP", 25)]


def test_a_refusal_in_the_middle_says_which_half_stands(v2: V2) -> None:
    """Everything was checked before; the server has a rule of its own for November."""
    v2.server.misbehave(Fault("answer", acts=True, status=500, method="POST"), Fault(status=400, method="POST"))
    with pytest.raises(LedgerRefused, match=r"Mon 2 Nov.*refused.*Fri 30 Oct was written before"):
        v2.ledger.apply((write("p1", apollo(FRI), apollo(MON)),))


def test_another_program_on_the_same_database_waits_for_an_open_attempt(v2: V2) -> None:
    """The lock in a program does not reach another one; the journal's unique index does."""
    other, outcome = v2.another(), []

    def meanwhile() -> None:
        v2.server.before_writing = None
        try:
            other.apply((write("p1", apollo(MON)),))
        except LedgerError as error:
            outcome.append(str(error))

    def in_another_thread() -> None:
        thread = threading.Thread(target=meanwhile)
        thread.start()
        thread.join()

    v2.server.before_writing = in_another_thread
    v2.ledger.apply((write("p1", apollo(MON)),))
    assert v2.entries() == [("2026-11-02", "APO", 50)]
    assert "not answered" in outcome[0]


def test_two_cards_of_one_person_that_are_approved_at_once_follow_each_other(v2: V2) -> None:
    """From two conversations, in two threads: one is written, the other one is shown again. And other people go on."""
    writes = [(write(f"p{n}", apollo(MON)),) for n in range(4)]

    def apply(n: int) -> str:
        try:
            v2.ledger.snapshot().apply(writes[n])
        except LedgerChanged:
            return "shown again"
        return "written"

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(apply, range(4))) == ["shown again"] * 3 + ["written"]
    assert v2.entries() == [("2026-11-02", "APO", 50)]


def test_somebody_who_writes_in_the_same_moment_is_noticed(v2: V2) -> None:
    """Between the last reading and the request nobody can be kept out; the answer shows it, and a warning is logged."""

    def elsewhere() -> None:
        v2.server.before_writing = None
        v2.server.company.lines.append(Line(BEN, MON, 25, "ZEP"))

    v2.server.before_writing = elsewhere
    with capture_logs() as log:
        v2.ledger.apply((write("p1", apollo(MON)),))
    (warning,) = [line for line in log if line["log_level"] == "warning"]
    assert "somebody wrote meanwhile" in warning["event"]
    assert BEN not in str(warning)
    assert v2.entries() == [("2026-11-02", "APO", 50), ("2026-11-02", "ZEP", 25)]


def test_an_assignment_sends_the_whole_project_as_it_stands_now(v2: V2) -> None:
    """Who was assigned since the card was made stays assigned; the name and the client are the ledger's own."""
    v2.server.company.projects["ZEP"]["employees"] = None
    v2.server.company.projects["ZEP"]["client"] = "Contoso Ltd"
    v2.ledger.apply((assign("p1"),))
    assert v2.server.company.projects["ZEP"] == {
        "code": "ZEP", "name": "Zephyr", "client": "Contoso Ltd", "date": "2020-01-01", "employees": [BEN],
    }  # fmt: skip
    v2.server.company.projects["ZEP"]["employees"] = []
    v2.server.misbehave(LOST_AFTER)
    v2.ledger.apply((assign("p2"),))
    assert v2.server.company.projects["ZEP"]["employees"] == [BEN]


def test_an_e_mail_is_sent_as_the_server_spells_it(v2: V2) -> None:
    """Tally compares in lower case; the server may not."""
    v2.server.company.employees[1]["email"] = "Ben@Acme.example"
    v2.server.company.projects["APO"]["employees"] = ["Ben@Acme.example"]
    v2.ledger.apply((write("p1", apollo(MON), Entry(BEN, TUE, 25, reason="rtt")),))
    assert v2.entries("Ben@Acme.example") == [("2026-11-02", "APO", 50), ("2026-11-03", "RTT", 25)]
    assert [e.email for e in v2.ledger.entries(BEN, MON, TUE)] == [BEN, BEN]


def test_an_absence_that_tally_does_not_know_still_fills_its_day(v2: V2) -> None:
    """The tool may have other reasons: they are read, counted and shown as they are called there."""
    v2.server.company.lines.append(Line(BEN, MON, 75, "", "Formation"))
    assert [(e.reason, e.percent) for e in v2.ledger.entries(BEN, MON, MON)] == [("Formation", 75)]
    with pytest.raises(LedgerRefused, match="125 %"):
        v2.ledger.apply((write("p1", apollo(MON), before=None),))


def test_months_are_always_open_and_people_have_the_country_of_the_settings(v2: V2) -> None:
    """The API knows neither."""
    assert {employee.country for employee in v2.ledger.employees()} == {"FR"}
    assert v2.ledger.entries(ANA, date(2026, 1, 1), date(2026, 3, 31)) == ()
    assert v2.server.counted()["GET activity-report"] == 3


def test_a_card_over_two_months_takes_few_requests(v2: V2) -> None:
    """To write: people, projects, both months; a request for each month; and one reading between the two."""
    v2.ledger.apply((write("p1", apollo(FRI), apollo(MON)),))
    assert v2.server.counted() == {
        "GET employees": 1, "GET project": 1, "GET activity-report": 3, "POST activity-report": 2,
    }  # fmt: skip


def test_what_cannot_be_noted_is_not_sent(v2: V2) -> None:
    """Without its note a request that is lost could never be told from one that was not."""
    with v2.engine.begin() as connection:
        connection.execute(text("DROP TABLE ledger_attempts"))
    with pytest.raises(LedgerError, match="could not be noted"):
        v2.ledger.apply((write("p1", apollo(MON)),))
    assert v2.server.counted()["POST activity-report"] == 0
