"""Whatever a picture holds, Slack takes it: lengths, counts, nothing empty, no link and no mention."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.card import Card, CardLine, Form, ReportPicture
from bot.platforms.slack.blocks import layout
from bot.platforms.slack.blocks.elements import escape, escaped_pieces, fallback, one_line, shorten, unbroken
from bot.platforms.slack.blocks.form import FormContext, decline_view, form_view
from bot.platforms.slack.blocks.home import home_view
from bot.platforms.slack.blocks.preferences import preferences_view
from bot.ports import Home, Picture, ReminderPicture, TextPicture
from sandbox.limits import check_message, check_view
from tests.unit.platforms import hostile_pictures
from tests.unit.platforms import slack_pictures as pictures

ALL_TEXTS = 12_000
CONTEXT = FormContext("c" * 32, "1" * 32, 3, {"channel": "D1", "thread_ts": "1.1", "message_ts": "1.2"})
PLAIN_WORD = re.compile(r"^[^&<>]*$")


def texts_in(node: Any) -> list[str]:
    """Every text under a block."""
    if isinstance(node, dict):
        own = [node["text"]] if isinstance(node.get("text"), str) else []
        return own + [text for value in node.values() for text in texts_in(value)]
    return [text for value in node for text in texts_in(value)] if isinstance(node, list) else []


def mrkdwn_in(node: Any) -> list[dict[str, Any]]:
    """Every mrkdwn object under a block."""
    if isinstance(node, dict):
        own = [node] if node.get("type") == "mrkdwn" else []
        return own + [found for value in node.values() for found in mrkdwn_in(value)]
    return [found for value in node for found in mrkdwn_in(value)] if isinstance(node, list) else []


def faults(picture: Picture) -> list[str]:
    """What Slack would refuse about a picture."""
    painted = layout(picture)
    found = check_message({"text": painted.text, "blocks": painted.blocks})
    total = len(painted.text) + sum(map(len, texts_in(painted.blocks)))
    found += [f"{total} characters in all"] if total >= ALL_TEXTS else []
    return found + [f"empty text in {painted.blocks}"] * ("" in texts_in(painted.blocks))


@settings(max_examples=150, deadline=None)
@given(hostile_pictures.pictures)
def test_every_message_is_within_slacks_limits(picture: Picture) -> None:
    """No picture, however long or odd, makes a message that Slack refuses: the outbox could never send it."""
    assert faults(picture) == []


@settings(max_examples=60, deadline=None)
@given(hostile_pictures.cards, st.integers(1, 45), st.integers(0, 62))
def test_every_size_of_card_is_within_slacks_limits(card: Card, lines: int, days: int) -> None:
    """The worst lines and days, in every number: the room is shared out, not just capped for the usual case."""
    worst = pictures.line(title="w" * 500, amount="w" * 99, days="w" * 999, count="w" * 99, problem="w" * 999)
    week = pictures.card_day(pictures.november(16), ("w" * 50,) * 8, ("v" * 50,) * 8, over=True)
    full = Card(card.id, 1, "w" * 999, (worst,) * lines, (week,) * days, "w" * 9_999, lines)
    assert faults(full) == []


@settings(max_examples=80, deadline=None)
@given(hostile_pictures.homes)
def test_every_home_page_is_within_slacks_limits(home: Home) -> None:
    """The same for the Home tab."""
    view = home_view(home, "D0123456789")
    assert check_view(view) == []
    assert "" not in texts_in(view["blocks"])


@settings(max_examples=60, deadline=None)
@given(hostile_pictures.homes, st.integers(0, 40))
def test_the_fullest_home_page_is_within_slacks_limits(home: Home, many: int) -> None:
    """The worst of everything, in every number: each list has its most, and the page never has over 100 blocks."""
    full = replace(pictures.FULL_HOME, waiting=home.waiting * many, offers=home.offers * many, late=home.late * many)
    assert check_view(home_view(full, "D0123456789")) == []


@settings(max_examples=60, deadline=None)
@given(hostile_pictures.forms)
def test_every_form_of_preferences_is_within_slacks_limits(form: Form) -> None:
    """Whatever projects and zones there are to choose from."""
    assert check_view(preferences_view(form, {"channel": "D0123456789", "month": "2026-11"})) == []


@settings(max_examples=80, deadline=None)
@given(hostile_pictures.forms)
def test_every_form_is_within_slacks_limits(form: Form) -> None:
    """The same for the Edit form, whatever its fields, options and notice are."""
    view = form_view(form, CONTEXT)
    assert check_view(view) == []
    assert len(view["private_metadata"]) <= 3_000


def test_the_decline_form_is_within_slacks_limits() -> None:
    """The form that asks for a reason is a valid modal."""
    assert check_view(decline_view(CONTEXT)) == []


@settings(max_examples=150, deadline=None)
@given(hostile_pictures.pictures)
def test_nothing_said_becomes_a_link_or_a_mention(picture: Picture) -> None:
    """Slack reads only <…> as a link or a mention: no text that it interprets has an unescaped angle bracket."""
    painted = layout(picture)
    for text in [painted.text, *(found["text"] for found in mrkdwn_in(painted.blocks))]:
        assert PLAIN_WORD.match(re.sub("&(amp|lt|gt);", "", text).replace("\n", " "))


@settings(max_examples=60, deadline=None)
@given(hostile_pictures.pictures)
def test_plain_addresses_and_names_stay_plain(picture: Picture) -> None:
    """`verbatim` is what keeps Slack from making links of its own out of addresses, #names and @names."""
    assert all(found["verbatim"] for found in mrkdwn_in(layout(picture).blocks))


@settings(deadline=None)
@given(st.text(), st.integers(2, 60), st.integers(2, 200))
def test_pieces_keep_the_words_in_order_and_in_bounds(text: str, each: int, total: int) -> None:
    """Long text is cut into pieces within bounds, never inside an escape, and only its end may be missing."""
    each, total = max(each, 8), max(total, 8)  # room for one escaped character and the ellipsis
    pieces = escaped_pieces(text, each, total)
    joined = "".join(pieces)
    assert all(0 < len(piece) <= each for piece in pieces)
    assert len(joined) <= total
    assert not re.search(r"&(?!amp;|lt;|gt;)", joined)
    if len(escape(text)) < min(each, total):
        assert joined.strip() == escape(unbroken(text.strip())) or not text.strip()


@given(st.text(), st.integers(2, 30))
def test_shortened_text_is_marked_and_never_empty(text: str, longest: int) -> None:
    """What was cut ends with an ellipsis; what was blank is a dash."""
    short = shorten(text, longest)
    assert 0 < len(short) <= longest
    assert short in (text.strip(), "–") or short.endswith("…")
    assert "\n" not in one_line(text, longest)


def test_the_fallback_of_a_long_text_is_cut() -> None:
    """A notification does not need a whole answer."""
    assert fallback("word " * 1_000).endswith("…")
    assert len(fallback("&" * 5_000)) <= 1_200


def test_a_card_with_many_lines_keeps_every_decision() -> None:
    """Forty proposals fit: each has its menu with its own id, and Approve all stands below them."""
    blocks = layout(pictures.LONG).blocks
    menus = [block["accessory"] for block in blocks if "accessory" in block]
    carried = [json.loads(menu["options"][0]["value"]) for menu in menus]
    assert [one["proposal"] for one in carried] == [line.proposal_id for line in pictures.LONG.lines]
    assert blocks[-1]["elements"][0]["text"]["text"] == "Approve all (40)"


def test_a_card_with_many_written_lines_keeps_every_undo() -> None:
    """Each has its menu, with its own id and days, within what a menu may carry."""
    menus = [block["accessory"] for block in layout(pictures.LONG_WRITTEN).blocks if "accessory" in block]
    carried = [[json.loads(option["value"]) for option in menu["options"]] for menu in menus]
    assert [one[0]["proposal"] for one in carried] == [line.proposal_id for line in pictures.LONG_WRITTEN.lines]
    assert {tuple(option["verb"] for option in one) for one in carried} == {("undo", "same")}
    assert carried[0][1]["days"] == "2026-11-23+123"


@settings(max_examples=60, deadline=None)
@given(hostile_pictures.card_lines, st.integers(1, 45))
def test_every_number_of_written_lines_is_within_slacks_limits(line: CardLine, count: int) -> None:
    """Undo and Same for … take room as Approve, Edit and Decline do: never more, in every number of lines."""
    week = tuple(pictures.november(day) for day in range(16, 23))
    worst = replace(line, verbs=(), undo=True, same_days=week, same_for="w" * 99, outcome="w" * 999, revision=10**6)
    assert faults(Card("c" * 32, 1, "w" * 999, (worst,) * count, ())) == []


def test_what_is_not_shown_is_not_approved() -> None:
    """A card with more lines than fit has no Approve all: it would approve what nobody has seen."""
    too_many = Card("c", 1, "", tuple(pictures.line(n) for n in range(1, 44)), (), approve_all=43)
    text = json.dumps(layout(too_many).blocks)
    assert "approve_all" not in text
    assert "and 3 more" in text


def test_days_that_do_not_change_are_not_in_the_table() -> None:
    """The table shows what changes and nothing else."""
    day = pictures.card_day(pictures.november(16), ("Apollo 50",), ("Apollo 50",))
    assert "rich_text_preformatted" not in json.dumps(layout(Card("c", 1, "", (), (day,))).blocks)


def test_a_long_table_says_how_many_days_are_left_out() -> None:
    """A cut table is marked with the number of days it lacks."""
    assert re.search(r"… and \d+ more days?", "\n".join(texts_in(layout(pictures.LONG).blocks)))


def test_submit_is_offered_only_for_ones_own_open_and_complete_month() -> None:
    """Submit stands below a report only when its last day is filled too and it is the reader's to submit."""
    given_: dict[str, Any] = {
        "email": "a",
        "name": "A",
        "month": "2026-11",
        "title": "November 2026",
        "days": (),
        "totals": (),
    }
    cases = [
        (ReportPicture(**given_, submitted=False, missing="", complete=True), True),
        (ReportPicture(**given_, submitted=True, missing="", complete=True), False),
        (ReportPicture(**given_, submitted=False, missing="Mon 9"), False),
        (ReportPicture(**given_, submitted=False, missing=""), False),
        (ReportPicture(**given_, submitted=False, missing="", complete=True, is_own=False), False),
    ]
    for picture, offered in cases:
        assert ("submit_month" in json.dumps(layout(picture).blocks)) is offered


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"missing": "Mon 9 Nov"}, "Missing: Mon 9 Nov"),
        ({}, "Nothing is missing so far."),
        ({"totals": ()}, "Nothing reported yet."),
        ({"complete": True}, "Nothing is missing."),
        ({"complete": True, "submitted": True}, "Submitted."),
    ],
    ids=["days missing", "the rest is to come", "not begun", "complete", "submitted"],
)
def test_a_month_says_how_it_stands(changes: dict[str, Any], said: str) -> None:
    """“Nothing is missing” is for a whole month: one that goes on says “so far”, an empty one neither."""
    picture = replace(pictures.MONTH, **({"missing": ""} | changes))
    assert said in texts_in(layout(picture).blocks)


@pytest.mark.parametrize(("changes", "told"), [({}, True), ({"missing": ""}, False), ({"submitted": True}, False)])
def test_home_says_how_to_report_while_days_are_missing(changes: dict[str, Any], told: bool) -> None:
    """Whoever sees gaps on the Home tab learns where to fill them; a submitted month is closed."""
    view = home_view(Home(pictures.ANA, "Hello Ana", replace(pictures.MONTH, **changes)), "D1")
    assert ("Tell me in Messages what you worked on." in texts_in(view["blocks"])) is told


def test_a_percent_stays_on_one_line() -> None:
    """Number and sign are kept together wherever the bot speaks; a person's own words stay as they were typed."""
    card = replace(pictures.PENDING, words="apollo 50 % on monday")
    texts = texts_in(layout(card).blocks)
    assert [text for text in texts if " %" in text] == [card.words]
    assert "   50\u00a0%   Mon 16 – Thu 19 Nov   4 days" in texts
    assert unbroken("50 %, 75 % and R&D %") == "50\u00a0%, 75\u00a0% and R&D %"
    for speech in (TextPicture("Is it 50 %?", "At 75 %."), ReminderPicture("Mon 9 Nov (50 %)", "2026-11")):
        painted = layout(speech)
        assert not any(" %" in text for text in [painted.text, *texts_in(painted.blocks)])


def test_submit_is_the_green_button_of_a_reminder() -> None:
    """Handing in is what the reminder is for; looking at the month comes without emphasis."""
    row = layout(ReminderPicture("November ends today.", "2026-11")).blocks[-1]["elements"]
    assert {one["text"]["text"]: one.get("style") for one in row} == {"Show month": None, "Submit": "primary"}


def test_decided_lines_have_no_buttons() -> None:
    """Once decided, a line shows its outcome instead of its buttons."""
    text = json.dumps(layout(pictures.DECIDED).blocks, ensure_ascii=False)
    assert "button" not in text
    assert "✅ Written. Approved by Ana Martin" in text


def test_choices_are_buttons_that_carry_the_whole_answer() -> None:
    """A long answer is cut on its button, not in what clicking it says."""
    long = "word " * 40
    [_, row] = layout(TextPicture("Which?", choices=(long, " "))).blocks
    assert len(row["elements"]) == 1
    assert row["elements"][0]["value"] == long
    assert len(row["elements"][0]["text"]["text"]) <= 75
