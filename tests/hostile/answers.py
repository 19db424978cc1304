"""What a hostile model answers: calls with what was not said, claims, what looks like a call, markup, endless words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from hypothesis import strategies as st

from bot.domain.conversation import Message, ToolCall
from bot.errors import ModelError, ModelRefused
from bot.ports import ModelReply, PromptSize, ToolSchema
from tests.hostile.words import BEN, EMPLOYEES, EVE, LEADS, PIECES, WHOLE, Piece

TOOL_NAMES = (
    "add_activities", "add_activities", "add_activities", "add_absence", "delete_entries", "copy_entries",
    "submit_report", "withdraw_report", "assign_project", "create_project", "add_employee", "get_report",
    "get_my_projects", "get_all_projects", "get_all_employees", "get_missing_reports", "get_dates_of_week", "discard",
)  # fmt: skip
ARGUMENTS = {
    "add_activities": ("project", "dates", "percent", "replaces"),
    "add_absence": ("reason", "dates", "percent", "replaces"),
    "delete_entries": ("dates", "project", "reason", "replaces"),
    "copy_entries": ("source", "dates", "replaces"),
    "submit_report": ("month", "replaces"),
    "withdraw_report": ("month", "replaces"),
    "assign_project": ("project", "employee", "replaces"),
    "create_project": ("code", "name", "client", "replaces"),
    "add_employee": ("name", "lastname", "email", "role", "replaces"),
    "get_report": ("month", "employee"),
    "get_missing_reports": ("month",),
    "get_dates_of_week": ("week",),
}
DAY_PHRASES = (
    "2026-11-16", "2026-12-24", "monday", "friday", "mon", "mon to thu", "3 december", "10 november", "december", "10",
    "3", "12/11", "11/12", "12-11", "today", "tomorrow", "every day", "this week", "next week", "may",
    "monday next week",
    "monday, friday", "10 december, 3", "last friday", "dernier", "lundi", "3, 10 december", "november", ",", "2026-11",
    "3 november", "16", "à", "le 10 décembre", "yesterday", "demain", "week 47", "to", "on",
)  # fmt: skip
CLAIMS = (
    "Done, I logged it.", "Saved!", "C'est fait, j'ai tout enregistré.", "I have added Apollo on Monday.",
    "All recorded ✅", "Your report was submitted.", "It's in your timesheet now.", "C'est noté.", "Logged.",
    "I've approved all of it for you.", "Everything is written.", "J'ai ajouté Zephyr.", "✅", "I deleted it.",
)  # fmt: skip
TALK = ("Hello!", "You're welcome.", "", "Which project?", "De rien !", "I can log days for you.", " \n ")
FAKE_CALLS = (
    '<tool_call>\n{"name": "add_activities", "arguments": {"project": "apollo", "dates": "monday"}}\n</tool_call>',
    'Sure. ```json\n{"name": "submit_report", "arguments": {"month": "november"}}\n```',
    '{"name":"discard","arguments":{}}',
    'add_activities(project="apollo", dates="monday")',
    '[TOOL_CALLS] [{"name": "add_absence", "arguments": {"reason": "sick"}}]',
    "<function=add_activities>{}</function>",
    '{"tool": "delete_entries", "parameters": {"dates": "monday"}}',
    '<tool_call>{"name": "add_activities", "argu',
    '<|python_tag|>{"function": "add_activities", "arguments": {}}',
)
MARKUP = (
    "<!channel> hello", "<@U123> look", "<https://evil.example|Approve>", "*bold* _it_ ~no~ `x`", "@channel @here",
    "&lt;!here&gt;", "<!here|x>", "\x00\x07\x1b[31mred", "\u202eabc", "half \ud800 pair",
)  # fmt: skip
PHRASES = {
    "project": ("apollo", "APO", "zephyr", "Zephyr (ZEP)", "orion", "contoso", "the", "to", "on", "a", "all",
                "monday", "mon", "may", "friday", "sick", "50", "for", "theta", "half", "approve all", "it", "was",
                "done", "club",
                "Halcyon", "nothing was written", "project"),
    "dates": DAY_PHRASES,
    "source": DAY_PHRASES,
    "percent": ("50", "50%", "half", "half days", "100", "75 %", 50, 0, 33, -25, 1e9, True, 0.5, "100 %", "1/2", "3/4",
                "12/11", "a quarter", "monday", "quarter", "12", "25", "à mi-temps"),
    "reason": ("sick", "rtt", "paid_leave", "vacation", "Sick leave", ""),
    "month": ("november", "2026-11", "october", "12/11", "2026-10", "last month", "december", "may"),
    "week": ("this week", "week 47", "next week", "99"),
    "employee": ("me", "moi", "ben", "ana", BEN, EVE, "Ana Silva", "may", "done", "a", "eve", "everybody", "all"),
    "code": ("HAL", "APO", "X", ",", "for", "hal", "Wayne", "50", "*"),
    "name": ("Halcyon", "Noor", "approve all", ",", "Halcyon Wayne", "Halcyon!!!", "project", "code"),
    "client": ("Wayne", "Acme", ",", "for", "<!channel>"),
    "lastname": ("Aziz", "Noor", ",", "Silva"),
    "email": ("noor@acme.example", "acme@noor.example", BEN, "noor.acme@example.noor", "noor",
              "aziz.noor@acme.example"),
    "role": ("admin", "user", "owner", "Administrator"),
    "replaces": ("1", "2", "0", "-1", "1 and 2", "9" * 5_000, "line 1", 1, [1], {"line": 1}, "²", "all"),
}  # fmt: skip
ODD = (
    None, True, 7, -1, 1.5, [], ["monday", "friday"], {"a": {"b": ["c"] * 30}}, "x" * 2_000, "\x00\x01", "\ud800",
    "<!channel>", "a\nb", "", " ", ",", ",,", "🎉", "Done, I logged it. Approve all", [["monday"]],
    "'; DROP TABLE entries",
)  # fmt: skip


def _call(draw: st.DrawFn, said: Piece) -> ToolCall:
    tool = draw(st.sampled_from(TOOL_NAMES))
    arguments: dict[str, Any] = {}
    for name in ARGUMENTS.get(tool, ()):
        how = draw(st.integers(0, 11))
        if name == "replaces" and how > 2:
            continue
        if how < 5 and (fitting := _fitting(name, said)):
            arguments[name] = draw(st.sampled_from(fitting))
        elif how < 7 and name not in ("reason", "role", "replaces"):
            arguments[name] = draw(st.sampled_from(said.parts or (said.text,)))
        elif how < 10:
            arguments[name] = draw(st.sampled_from(PHRASES[name]))
        elif how == 11:
            arguments[name] = draw(st.sampled_from(ODD))
    trick = draw(st.integers(0, 40))
    if trick == 0:
        arguments[draw(st.sampled_from(("owner", "email", "approve", "state", "\x00")))] = BEN
    if trick == 1:
        tool = draw(st.sampled_from(("approve", "write", "", "ADD_ACTIVITIES", "add_activities ", "x" * 900, "\x00")))
    return ToolCall(draw(st.sampled_from(("c1", "c2", "", "c3", "c4"))), tool, arguments)


def _fitting(name: str, said: Piece) -> list[str]:
    """The pieces that could be meant by an argument of this name."""
    kinds = {"project": "projects", "dates": "days", "source": "days", "percent": "amounts", "month": "months"}
    known = [piece for piece in map(PIECES.get, said.parts) if piece is not None]
    return [piece.text for piece in known if name in kinds and getattr(piece, kinds[name])]


def _faithful(said: Piece) -> ModelReply:
    """What a good model makes of a request: its pieces are told apart by what they say."""
    if said.text in WHOLE:
        return ModelReply(calls=(ToolCall("c0", *WHOLE[said.text]),))
    tool = LEADS.get(said.parts[0] if said.parts else said.text, "add_activities")
    made: list[dict[str, Any]] = [{"reason": "sick"}] if tool == "add_absence" else [{}]
    for text in said.parts or (said.text,):
        piece = PIECES.get(text)
        if text in EMPLOYEES:
            tool, made[-1]["employee"] = "assign_project", EMPLOYEES[text]
        if piece is None:
            continue
        name = "project" if piece.projects else "dates" if piece.days else "percent"
        if name == "dates" and tool == "copy_entries" and "source" not in made[-1]:
            name = "source"
        if name == "project" and name in made[-1]:
            made.append({})
        made[-1].setdefault(name, piece.text)
    return ModelReply(calls=tuple(ToolCall(f"c{n}", tool, a) for n, a in enumerate(made)))


@st.composite
def nearly_right(draw: st.DrawFn, said: Piece) -> ModelReply:
    """What a good model makes of it, but for one argument: invented, taken from elsewhere, or put together anew."""
    calls = list(_faithful(said).calls)
    at = draw(st.integers(0, len(calls) - 1))
    tool, arguments = calls[at].tool, dict(calls[at].arguments)
    if not ARGUMENTS.get(tool):
        return ModelReply(calls=tuple(calls))
    name = draw(st.sampled_from(ARGUMENTS[tool]))
    how = draw(st.integers(0, 3))
    if how == 0:
        arguments[name] = " ".join(draw(st.lists(st.sampled_from(said.text.split()), min_size=1, max_size=3)))
    elif how == 1:
        arguments.pop(name, None)
    else:
        arguments[name] = draw(st.sampled_from(PHRASES[name]))
    calls[at] = ToolCall(calls[at].id, tool, arguments)
    return ModelReply(calls=tuple(calls))


@st.composite
def call_replies(draw: st.DrawFn, said: Piece) -> ModelReply:
    """Calls with arguments that were said, and with ones that were not."""
    made = tuple(_call(draw, said) for _ in range(draw(st.integers(1, 3))))
    times = draw(st.sampled_from((1, 1, 1, 1, 1, 1, 2, 334)))
    text = draw(st.sampled_from(("", "", *CLAIMS, *FAKE_CALLS)))
    return ModelReply(text, made * times)


def texts() -> st.SearchStrategy[str]:
    """Words of the model: small talk, claims, what looks like a call, markup, and a great deal of it."""
    some = st.sampled_from((*TALK, *CLAIMS, *FAKE_CALLS, *MARKUP))
    return st.one_of(some, some, st.tuples(some, some).map(" ".join), st.just("Done! " * 800))


Reply = ModelReply | Exception


@st.composite
def unsure(draw: st.DrawFn, said: Piece) -> ModelReply:
    """Calls of a model that nearly gave another answer: the person is asked which reading is meant."""
    first = draw(st.one_of(st.just(_faithful(said)), nearly_right(said)))
    others = st.one_of(nearly_right(said), call_replies(said), st.just(ModelReply("Good to know.")))
    found = tuple(draw(st.lists(others, min_size=1, max_size=2)))
    nearly = draw(st.booleans())  # of a model that was sure they are only looked at where its answer lacks something
    return replace(first, others=() if nearly else found, look_again=lambda: found)


@st.composite
def replies(draw: st.DrawFn, said: Piece) -> Reply:
    """One answer of the model to these words: calls, words, what a good model would say, or a failure."""
    how = draw(st.integers(0, 16))
    if how < 3:
        return draw(call_replies(said))
    if how < 8:
        return draw(nearly_right(said))
    if how < 12:
        return _faithful(said)
    if how == 16:
        return draw(unsure(said))
    if how == 15:
        return draw(st.sampled_from((ModelError("away"), ModelRefused("too long"), ValueError("a bug"))))
    return ModelReply(draw(texts()))


@dataclass
class HostileModel:
    """Answers with what it was given; when that is used up, with the last of it again and again if `relentless`."""

    script: list[Reply] = field(default_factory=list)
    relentless: bool = False
    asked: int = 0
    said: list[str] = field(default_factory=list)
    broke: bool = False
    """True once it failed for good: the message is then no part of the conversation."""
    failed: list[Exception] = field(default_factory=list)
    reads_tools: bool = True

    def reply(
        self,
        messages: Sequence[Message],
        tools: Sequence[ToolSchema],
        on_text: Callable[[str], None],
        on_place: Callable[[int], None] | None = None,
        *,
        required: bool = False,
    ) -> ModelReply:
        """See `LanguageModel`."""
        self.asked += 1
        if not self.script:
            return ModelReply("")
        answer = self.script[0] if self.relentless and len(self.script) == 1 else self.script.pop(0)
        if isinstance(answer, Exception):
            self.script[:] = [r for r in self.script if r is not answer]
            self.failed.append(answer)
            self.broke = self.broke or type(answer) is not ModelError
            raise answer
        on_text(answer.text)
        self.said.append(answer.text)
        return answer

    def size(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> PromptSize:
        """See `LanguageModel`."""
        return PromptSize(len(messages), 60, 40)
