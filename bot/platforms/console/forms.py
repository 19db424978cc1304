"""The Edit form, asked field by field. What is submitted was shown: the values, and how a phrase was read.

Submitting is an approval, so it takes a key of its own (`a`) under the values as they would be written. Errors stand
under their field, which is asked again; nothing of this is stored before the assistant has accepted it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from rich.text import Text

from bot.domain.card import Form, FormField
from bot.platforms.console.terminal import Terminal
from bot.platforms.console.text import NOTHING, one_line
from bot.ports import FormCheck
from bot.tools import wording
from bot.words import say

CANCEL, EMPTY = "/cancel", "-"
LABEL_ROOM, VALUE_ROOM, ERROR_ROOM = 80, 300, 500
OPTIONS_SHOWN = 30
TYPED_ROOM = 300  # characters of an answer

Values = dict[str, str]


class Left(Exception):
    """The person left the form. It never leaves this module."""


@dataclass(frozen=True)
class FormOnTerminal:
    """Asks a form on a terminal; `check` is the assistant's word on values, given the notice that was shown."""

    terminal: Terminal
    check: Callable[[Mapping[str, str], str], FormCheck]
    saves: str = ""
    """The question before anything is saved, where it approves nothing."""

    def filled(self, form: Form) -> Values | None:
        """The values that the assistant accepted and the person approved, or None when they left the form."""
        self._say(Text(one_line(form.title, VALUE_ROOM), style="bold"))
        self._say(Text(say("console-form-how", empty=EMPTY, cancel=CANCEL), style="dim"))
        try:
            return self._until_accepted(form, self._asked(form, {field.name: field.value for field in form.fields}))
        except (Left, EOFError):
            self._say(Text(say("console-form-left")))
            return None

    def _until_accepted(self, form: Form, values: Values) -> Values:
        agreed = False
        while True:
            check = self.check(values, form.notice)
            if check.errors:
                values, agreed = self._corrected(form, values, check.errors), False
            elif check.form is not None:
                form, agreed = check.form, False
                values |= {field.name: field.value for field in form.fields}
                values, agreed = self._agreed(form, values)
            elif agreed:
                return values
            else:
                values, agreed = self._agreed(form, values)

    def _agreed(self, form: Form, values: Values) -> tuple[Values, bool]:
        """Show what would be written; the values, and whether they are approved or were changed once more."""
        if form.notice.strip():
            self._say(Text(one_line(form.notice, ERROR_ROOM), style="cyan"))
        for field in form.fields:
            label, value = one_line(field.label, LABEL_ROOM), _readable(field, values[field.name])
            self._say(Text("  " + say("name-and-value", name=label, value=value)))
        match self._ask(f"{self.saves or say('console-form-saves')} ").casefold():
            case "a":
                return values, True
            case "e":
                return self._asked(form, values), False
            case _:
                raise Left

    def _corrected(self, form: Form, values: Values, errors: Mapping[str, str]) -> Values:
        labels = {field.name: field.label for field in form.fields}
        for name, error in errors.items():
            label = one_line(labels.get(name, form.title), LABEL_ROOM)
            self._say(Text(say("console-form-error", label=label, error=one_line(error, ERROR_ROOM)), style="red"))
        faulty = tuple(field for field in form.fields if field.name in errors) or form.fields
        return self._asked(form, values, faulty)

    def _asked(self, form: Form, values: Values, fields: tuple[FormField, ...] | None = None) -> Values:
        answers = {f.name: self._answer(f, values[f.name]) for f in (form.fields if fields is None else fields)}
        return values | answers

    def _answer(self, field: FormField, value: str) -> str:
        self._describe(field)
        label = one_line(field.label, LABEL_ROOM)
        typed = self._ask(f"{say('console-form-now', label=label, value=_readable(field, value))} ")
        if not typed:
            return value
        if typed == EMPTY:
            return ""
        return _chosen(field, typed) if field.kind == "choice" else typed

    def _describe(self, field: FormField) -> None:
        if field.hint.strip():
            self._say(Text(one_line(field.hint, VALUE_ROOM), style="dim"))
        if field.kind != "choice":
            return
        for number, (value, label) in enumerate(field.options[:OPTIONS_SHOWN], start=1):
            self._say(Text.assemble((f"  {number}  ", "cyan"), one_line(label or value, LABEL_ROOM)))
        self._say(Text(say("console-form-choose"), style="dim"))

    def _ask(self, prompt: str) -> str:
        typed = self.terminal.ask(prompt).strip()[:TYPED_ROOM]
        if typed.casefold() == CANCEL:
            raise Left
        return typed

    def _say(self, text: Text) -> None:
        self.terminal.show(text)


def _chosen(field: FormField, typed: str) -> str:
    """The value of an option by its value, its label, or its number in the list; else what was typed."""
    wanted = typed.casefold()
    for value, label in field.options:
        if wanted in (value.casefold(), label.casefold()):
            return value
    if typed.isdecimal() and 1 <= int(typed) <= min(len(field.options), OPTIONS_SHOWN):
        return field.options[int(typed) - 1][0]
    return typed


def _readable(field: FormField, value: str) -> str:
    """A value as a person reads it: an option's label, days with their weekday."""
    if field.kind == "choice":
        return one_line(dict(field.options).get(value) or value, VALUE_ROOM)
    if field.kind == "days" and value.strip():
        try:
            return one_line(wording.days(date.fromisoformat(day.strip()) for day in value.split(",")), VALUE_ROOM)
        except ValueError:
            pass
    return one_line(value, VALUE_ROOM) if value.strip() else NOTHING
