"""What every platform must do, outgoing side: one suite over Slack and the console. `test_platform_listening.py` is the
other side.

To add a platform (Mattermost, say): write its seat beside `slack_seat.py`, which says how its person writes, clicks and
reads, and enter it in SEATS (`seats.py`). Nothing here changes. What only one platform has (blocks, escapes, limits) is
tested beside it in `tests/unit/platforms`.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.card import Card
from bot.domain.proposal import ProposalState
from bot.errors import PlatformError, PlatformRefused
from bot.ports import FilePicture, Home, Picture, ReminderPicture, TextPicture
from tests.conformance.seat import EMAIL, NAME, Seat
from tests.unit.platforms import slack_pictures as pictures

HELLO = TextPicture("Hello there")
ONE = replace(pictures.PENDING, lines=pictures.PENDING.lines[:1], approve_all=0)
TWELVE = replace(
    pictures.PENDING, lines=tuple(pictures.line(n) for n in range(1, 13)), days=pictures.LONG.days, approve_all=12
)
PDF = FilePicture("Here is November 2026 as PDF.", "report.pdf", "Ana Martin, November 2026", b"%PDF-1.4")
HOSTILE = "\x1b[31mred <!channel> <https://x.example|y> *b* _i_ [bold]z[/] \r\u202eback\x07"
SHOWN: dict[str, Picture] = {
    "card": pictures.PENDING,
    "card with a problem": pictures.OVER,
    "card of a bundle": pictures.BUNDLE,
    "card of 12 lines and 31 days": TWELVE,
    "card of 40 lines": pictures.LONG,
    "written card": pictures.WRITTEN,
    "card written together": pictures.WRITTEN_TOGETHER,
    "written card of 40 lines": pictures.LONG_WRITTEN,
    "undone card": pictures.UNDONE,
    "card of very long words": replace(ONE, words="x" * 5_000, lines=(pictures.line(title="y" * 3_000),)),
    "card with nothing left": Card(pictures.CARD_ID, 1, "", (), ()),
    "report": pictures.MONTH,
    "report to submit": replace(pictures.MONTH, missing="", complete=True),
    "submitted report of a colleague": replace(pictures.MONTH, submitted=True, is_own=False, pending=2),
    "empty report": replace(pictures.MONTH, days=(), totals=(), missing=""),
    "reminder": ReminderPicture("November ends today.", "2026-11"),
    "reminder without submit": ReminderPicture("November ends today.", "2026-11", submittable=False),
    "file": PDF,
    "picture of very long words": replace(PDF, text="x" * 5_000, name="y" * 90 + ".png", alt="z" * 5_000),
    "words": HELLO,
    "literal words": TextPicture("  {\n    <b>\n  }", literal=True),
    "very long words": TextPicture("word " * 3_000, "Nothing was written."),
    "choices": TextPicture("Which project?", "Nothing was written.", ("Apollo (APO)", "Zephyr (ZEP)")),
    "no words": TextPicture(""),
}


def test_a_message_is_found_by_its_id_and_by_no_other(seat: Seat) -> None:
    """After a crash the outbox asks for what it may have sent: the name of that message, or None."""
    first, second = seat.platform.post(seat.address, "m1", ONE), seat.platform.post(seat.address, "m2", HELLO)
    assert first != second
    assert seat.platform.find(seat.address, "m1") == first
    assert seat.platform.find(seat.address, "m2") == second
    assert seat.platform.find(seat.address, "m3") is None


def test_another_process_finds_what_was_sent(seat: Seat) -> None:
    """The name outlives the process that sent the message."""
    ref = seat.platform.post(seat.address, "m1", ONE)
    assert seat.restarted().find(seat.address, "m1") == ref


def test_an_update_shows_what_is_true_now_under_the_same_name(seat: Seat) -> None:
    """A decided card says so, and is still found."""
    ref = seat.platform.post(seat.address, "m1", pictures.PENDING)
    assert "Written." not in seat.reads()
    seat.platform.update(seat.address, ref, "m1", pictures.DECIDED)
    assert "Written. Approved by Ana Martin" in seat.reads()
    assert seat.platform.find(seat.address, "m1") == ref


def test_another_process_can_update_what_was_sent(seat: Seat) -> None:
    """A card of yesterday is closed today."""
    ref = seat.platform.post(seat.address, "m1", pictures.PENDING)
    seat.restarted().update(seat.address, ref, "m1", pictures.DECIDED)
    assert "Written. Approved by Ana Martin" in seat.reads()


def test_the_same_picture_again_is_not_said_twice(seat: Seat) -> None:
    """The outbox may repeat an update that it could not note as sent."""
    ref = seat.platform.post(seat.address, "m1", HELLO)
    once = seat.reads().count("Hello there")
    seat.platform.update(seat.address, ref, "m1", HELLO)
    assert seat.reads().count("Hello there") == once


def test_a_file_arrives_whole_with_its_sentence(seat: Seat) -> None:
    """Under its name, with its bytes."""
    seat.platform.post(seat.address, "m1", PDF)
    assert seat.files_seen() == [("report.pdf", PDF.content)]
    assert PDF.text in seat.reads()


def test_a_file_that_may_have_been_sent_is_there_once(seat: Seat) -> None:
    """After a crash another process finds it, and what it then does brings no second one."""
    ref = seat.platform.post(seat.address, "m1", PDF)
    again = seat.restarted()
    assert again.find(seat.address, "m1") == ref
    again.update(seat.address, ref, "m1", PDF)
    assert seat.files_seen() == [("report.pdf", PDF.content)]


@pytest.mark.parametrize("picture", SHOWN.values(), ids=SHOWN)
def test_every_picture_can_be_shown(seat: Seat, picture: Picture) -> None:
    """Whatever it is about and however much it holds, it is sent and named."""
    before = seat.reads()
    ref = seat.platform.post(seat.address, "m1", picture)
    assert seat.platform.find(seat.address, "m1") == ref
    assert seat.reads() != before


@pytest.mark.parametrize("state", ProposalState)
def test_a_card_says_what_became_of_its_line(seat: Seat, state: ProposalState) -> None:
    """In every state a proposal may have: open with what can be done, decided with its outcome."""
    verbs = pictures.ALL if state is ProposalState.PENDING else ()
    outcome = None if state is ProposalState.PENDING else f"It is {state.value}."
    card = replace(ONE, lines=(pictures.line(state=state, verbs=verbs, outcome=outcome),))
    seat.platform.post(seat.address, "m1", card)
    assert "Apollo (APO)" in seat.reads()
    assert (outcome or "Approve").casefold() in seat.reads().casefold()


def test_a_card_tells_all_that_it_would_write(seat: Seat) -> None:
    """Words, title, amount, days and count of each line, the days before and after, what stays open."""
    seat.platform.post(seat.address, "m1", pictures.PENDING)
    read = " ".join(seat.reads().split())
    told = ["You said:", "apollo mon to thu, half days, sick on friday", "Apollo (APO)", "50 %", "Mon 16 – Thu 19 Nov"]
    told += ["4 days", "Sick leave", "Fri 20 Nov", "before", "after", "Zephyr 50", "Still open after this:"]
    assert [part for part in told if part not in read] == []


def test_what_is_written_can_be_undone_and_proposed_again(seat: Seat) -> None:
    """Both are offered where the line offers them, with the days; what is undone says so and offers nothing."""
    ref = seat.platform.post(seat.address, "m1", pictures.WRITTEN)
    read = seat.reads().casefold()
    assert [part for part in ("undo", "same for mon 23 – thu 26 nov", "same for mon 23 nov") if part not in read] == []
    seat.platform.update(seat.address, ref, "m1", pictures.UNDONE)
    assert "undone by ana martin, mon 23 nov 09:15" in " ".join(seat.reads().casefold().split())


def test_what_hinders_a_line_is_told(seat: Seat) -> None:
    """Problem, warning and notice stand on the card, and the day that would be over 100 % is marked."""
    seat.platform.post(seat.address, "m1", pictures.OVER)
    read = " ".join(seat.reads().split())
    line = pictures.OVER.lines[0]
    assert [part for part in (line.problem, *line.warnings, line.notice, "over 100 %") if str(part) not in read] == []


def test_what_names_and_words_hold_is_printed_not_obeyed(seat: Seat) -> None:
    """A project called `<!channel>` calls nobody, and one with an escape sequence colours nothing."""
    line = pictures.line(title=HOSTILE, days=HOSTILE, warnings=(HOSTILE,), problem=HOSTILE, notice=HOSTILE)
    day = pictures.card_day(pictures.november(16), (HOSTILE,), (HOSTILE, "x"))
    card = replace(ONE, words=HOSTILE, lines=(line,), days=(day,), still_open=HOSTILE)
    report = replace(pictures.MONTH, title=HOSTILE, totals=((HOSTILE, HOSTILE),), missing=HOSTILE, name=HOSTILE)
    for n, picture in enumerate(
        (card, report, TextPicture(HOSTILE, HOSTILE, (HOSTILE,)), ReminderPicture(HOSTILE, "2026-11"))
    ):
        seat.platform.post(seat.address, f"m{n}", picture)
    assert seat.obeyed() == []
    assert "<!channel>" in seat.reads()
    assert "[bold]z[/]" in seat.reads()


def test_a_status_stands_until_it_is_taken_away(seat: Seat) -> None:
    """While the bot works the person sees that it does; an empty text ends it without a message."""
    seat.platform.status(seat.address, "is reading your message…")
    assert "is reading your message…" in seat.status
    seat.platform.status(seat.address, "")
    assert seat.status == ""


def test_an_answer_takes_the_status_away(seat: Seat) -> None:
    """Nobody has to clear it: what was waited for is there."""
    seat.platform.status(seat.address, "is reading your message…")
    seat.platform.post(seat.address, "m1", HELLO)
    assert seat.status == ""
    assert "is reading your message…" not in seat.reads()


def test_nothing_of_a_preview_is_left_after_the_answer(seat: Seat) -> None:
    """Streamed text is disposable."""
    seat.platform.preview(seat.address, "Half a sent")
    seat.platform.post(seat.address, "m1", HELLO)
    assert "Half a sent" not in seat.reads()


def test_courtesies_never_raise(seat: Seat) -> None:
    """A status is not worth a turn: neither a wrong place nor a broken line stops the bot."""
    seat.platform.status(seat.nowhere, "is thinking…")
    seat.platform.preview(seat.nowhere, "Half a sent")
    seat.platform.status(seat.nowhere, "")
    seat.break_sending()
    seat.platform.status(seat.address, "is thinking…")
    seat.platform.preview(seat.address, "Half a sent")


def test_a_place_that_is_none_is_refused(seat: Seat) -> None:
    """Repeating is useless, so the outbox drops it."""
    with pytest.raises(PlatformRefused):
        seat.platform.post(seat.nowhere, "m1", HELLO)


def test_what_cannot_be_sent_now_is_sent_later_once(seat: Seat) -> None:
    """A broken line is no refusal: the outbox looks for the message, then sends or repaints it."""
    address = seat.address
    seat.break_sending()
    with pytest.raises(PlatformError) as away:
        seat.platform.post(address, "m1", TextPicture("Hello again"))
    assert not isinstance(away.value, PlatformRefused)
    assert "Hello again" not in seat.reads()
    ref = seat.platform.find(address, "m1")
    if ref is None:
        seat.platform.post(address, "m1", TextPicture("Hello again"))
    else:
        seat.platform.update(address, ref, "m1", TextPicture("Hello again"))
    assert "Hello again" in seat.reads()


def test_people_are_known_by_id_and_by_email(seat: Seat) -> None:
    """The e-mail is who they are in the ledger; somebody else is None, not an error."""
    person = seat.platform.person_by_email(EMAIL)
    assert person is not None
    assert (person.email, person.name, person.time_zone) == (EMAIL, NAME, "Europe/Paris")
    assert seat.platform.person(person.id) == person == seat.me
    assert seat.platform.person_by_email("nobody@example.org") is None


def test_somebody_unknown_is_refused(seat: Seat) -> None:
    """An id that names nobody will not name somebody the next time."""
    with pytest.raises(PlatformRefused):
        seat.platform.person("U404")


def test_a_person_who_never_wrote_can_be_written_to(seat: Seat) -> None:
    """A reminder finds its way, into the conversation that the person will answer in."""
    address = seat.platform.direct_address(seat.me)
    assert seat.platform.direct_address(seat.me) == address
    seat.platform.post(address, "m1", HELLO)
    assert "Hello there" in seat.reads()
    seat.says("thanks")
    assert seat.assistant.newest("message").lane == seat.platform.lane(address)


def test_the_home_page_says_how_the_month_stands(seat: Seat) -> None:
    """Greeting, what is missing, and how many cards wait."""
    seat.platform.publish_home(Home(seat.me, "Hello Ana", pictures.MONTH, 2))
    home = seat.reads_home()
    assert [part for part in ("Hello Ana", "Missing: Fri 6 Nov", "2 cards wait") if part not in home] == []


def test_the_home_page_says_what_can_be_done(seat: Seat) -> None:
    """What a click or a command proposes, and what is set; for an administrator, who is late and how many more."""
    seat.platform.publish_home(replace(pictures.ADMIN_HOME, person=seat.me, offers=pictures.HOME.offers))
    home = " ".join(seat.reads_home().split())
    told = [offer.label for offer in pictures.HOME.offers] + ["Preferences: English · Europe/Paris"]
    told += ["Not submitted for November 2026", "Ben Okafor: 12 days missing", "Cy <b> Twombly", "and 38 more"]
    assert [part for part in told if part not in home] == []
