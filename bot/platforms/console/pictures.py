"""Every picture of the port as something that rich prints. Only `Text` is printed, so nothing in it is interpreted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.domain.calendar import SATURDAY
from bot.domain.card import Card, ReportDay, ReportPicture
from bot.platforms.console.card import card_picture
from bot.platforms.console.home_lines import home_lines
from bot.platforms.console.text import one_line, paragraphs
from bot.ports import FilePicture, Home, Picture, ReminderPicture, TextPicture
from bot.tools import wording
from bot.words import say

TEXT_ROOM, NOTE_ROOM, NAME_ROOM, CELL_ROOM = 8_000, 500, 80, 24


def painted(picture: Picture) -> list[RenderableType]:
    """The picture's lines, one below the other."""
    match picture:
        case Card():
            return list(card_picture(picture))
        case ReportPicture():
            return list(_report(picture))
        case ReminderPicture():
            return [Text(paragraphs(picture.text, TEXT_ROOM)), Text(_reminder_keys(picture), style="cyan")]
        case TextPicture():
            return list(_text(picture))
        case FilePicture():
            return [Text(paragraphs(picture.text, TEXT_ROOM)), *_described(picture)]


def _described(picture: FilePicture) -> list[RenderableType]:
    """What a picture shows, in words: a terminal shows none."""
    return [Text(paragraphs(picture.alt, TEXT_ROOM), style="dim")] if picture.alt.strip() else []


def home_picture(home: Home) -> list[RenderableType]:
    """The greeting, how the month stands, what waits. The month itself is shown by /report."""
    lines = [Text(one_line(home.greeting, NOTE_ROOM), style="bold")]
    if home.report is not None:
        lines.append(Text(say("name-and-value", name=_title(home.report), value=_standing(home.report))))
    if home.cards_waiting:
        lines.append(Text(say("console-cards-waiting", count=home.cards_waiting)))
    return [*lines, *home_lines(home)]


def _reminder_keys(picture: ReminderPicture) -> str:
    month = one_line(picture.month, 10)
    return say("console-reminder-keys", month=month) if picture.submittable else say("console-show-month", month=month)


def _text(picture: TextPicture) -> Iterator[RenderableType]:
    yield Text(paragraphs(picture.text, TEXT_ROOM))
    if picture.read.strip():
        yield Text(one_line(picture.read, NOTE_ROOM), style="italic dim")
    if picture.note.strip():
        yield Text(one_line(picture.note, NOTE_ROOM), style="italic dim")
    for number, choice in enumerate(choices_of(picture), start=1):
        yield Text.assemble((f"  {number}  ", "cyan"), one_line(choice, NAME_ROOM))


def choices_of(picture: Picture) -> tuple[str, ...]:
    """The answers that a picture offers, by number."""
    return tuple(c for c in picture.choices if c.strip()) if isinstance(picture, TextPicture) else ()


def _report(picture: ReportPicture) -> Iterator[RenderableType]:
    yield Text(_title(picture), style="bold")
    if picture.days:
        yield Padding(_calendar(picture.days), (1, 0, 1, 2), expand=False)
    if picture.totals:
        totals = [
            say("name-and-value", name=one_line(name, NAME_ROOM), value=one_line(total, 20))
            for name, total in picture.totals
        ]
        yield Text("   ".join(totals))
    yield Text(_standing(picture), style="bold" if picture.missing.strip() else "")
    if picture.pending:
        yield Text(say("console-not-decided", count=picture.pending))
    yield Text(_export_key(picture), style="cyan")
    if picture.can_submit:
        yield Text(say("console-can-submit", month=one_line(picture.month, 10)), style="cyan")


def _export_key(picture: ReportPicture) -> str:
    whose = "" if picture.is_own else f" {one_line(picture.email, NAME_ROOM)}"
    return say("console-can-export", what=f"{one_line(picture.month, 10)}{whose}")


def _title(picture: ReportPicture) -> str:
    title = one_line(picture.title, NAME_ROOM)
    return title if picture.is_own else f"{title} – {one_line(picture.name, NAME_ROOM)}"


def _standing(picture: ReportPicture) -> str:
    if picture.missing.strip():
        return say("console-missing", days=one_line(picture.missing, NOTE_ROOM))
    if picture.submitted:
        return say("console-submitted")
    return say("console-complete") if picture.complete else say("console-nothing-missing")


def _calendar(days: Sequence[ReportDay]) -> Table:
    """A row for each week; a weekend has a column only when something stands there."""
    columns = [n for n in range(7) if n < SATURDAY or any(d.entries for d in days if d.day.weekday() == n)]
    table = Table(show_header=False, box=None, pad_edge=False, padding=(0, 2, 1, 0))
    for _, week in groupby(days, key=lambda day: day.day.isocalendar()[:2]):
        found = {day.day.weekday(): day for day in week}
        if any(n in found for n in columns):
            table.add_row(*(_cell(found.get(n)) for n in columns))
    return table


def _cell(day: ReportDay | None) -> Text:
    if day is None:
        return Text("")
    cell = Text(wording.day(day.day, month=False), style="dim")
    standing = [one_line(entry, CELL_ROOM) for entry in day.entries] or _empty(day)
    for line in standing:
        cell.append(f"\n{line}", style="not dim")
    if day.state == "partly":
        cell.append(f"\n{say('console-day-not-full')}", style="not dim yellow")
    return cell


def _empty(day: ReportDay) -> list[str]:
    words = {"missing": say("console-day-missing"), "holiday": say("console-day-holiday")}
    return [words.get(day.state, "·")]
