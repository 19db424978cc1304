"""Looks banks over: `python -m training.dialogues.voices.check terse twins_en`. Prints each fault; fails if any."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from training.dialogues.voices import frames, is_spec, is_twins, twins

USUAL: dict[str, tuple[str, ...]] = {
    "act": ("Pp", "Dd"), "act_part": ("Pp", "Dd", "a"), "act_half": ("Pp", "Dd", "a"), "act_q": ("P", "Dd", "Q"),
    "act_nodate": ("Pp",), "act_noproject": ("Dd",), "sick": ("Dd",), "sick_nodate": (), "paid_leave": ("Dd",),
    "rtt": ("Dd",), "off": ("Dd",), "delete_d": ("Dd",), "delete_p": ("Pp", "Dd"), "swap": ("P", "Q", "Dd"),
    "copy_sd": ("Ss", "Dd"), "copy_s": ("Ss",), "submit": (), "submit_m": ("m",), "withdraw": (), "withdraw_m": ("m",),
    "fix_p": ("Pp",), "fix_d": ("Dd",), "fix_a": ("a",), "fix_both": ("Pp", "Dd"), "fix_r_sick": (),
    "fix_r_paid_leave": (), "fix_r_rtt": (), "fix_m": ("m",), "fix_e": ("e",), "line_p": ("n", "Pp"),
    "line_d": ("n", "Dd"), "line_a": ("n", "a"), "add_d": ("Dd",), "add_pd": ("P", "Dd"), "add_p": ("P",),
    "ans_d": ("Dd",), "ans_p": ("Pp",), "ans_a": ("a",), "ans_m": ("m",), "ans_e": ("e",), "ans_r_sick": (),
    "ans_r_paid_leave": (), "ans_r_rtt": (), "forget": (), "get_report": (), "get_report_m": ("m",),
    "get_report_em": ("e", "m"), "get_report_e": ("e",), "get_my_projects": (), "get_all_projects": (),
    "get_all_employees": (), "get_missing_reports": (), "get_missing_reports_m": ("m",), "get_dates_of_week": ("w",),
    "assign": ("e", "P"), "assign_2": ("e", "f", "P"), "assign_me": ("me", "P"), "create_cnk": ("k", "n", "l"),
    "create_nl": ("n", "l"), "hire_nle": ("n", "l", "m"), "chain": ("n", "l", "e"), "talk_hello": (),
    "talk_thanks": (), "talk_bye": (), "talk_how": (), "talk_off": (), "talk_state": (), "talk_keep": (),
    "talk_abuse": (), "talk_inject": (), "talk_can": (), "talk_who": (), "talk_why": (), "talk_human": (),
    "talk_written": (), "talk_unclear": (),
}  # fmt: skip
"""For each section of the first table the slots that a frame must have: of "Dd" one, of "P" that one."""
SELDOM: dict[str, tuple[str, ...]] = {
    "act_mind_d": ("Pp", "o", "Dd"), "act_mind_p": ("q", "Pp", "Dd"), "act_not_d": ("Pp", "Dd", "o"),
    "act_story": ("Pp", "Dd"), "act_twice": ("Pp", "Dd", "Ee"), "delete_r": ("R", "Dd"), "delete_p_nodate": ("Pp",),
    "delete_r_nodate": ("R",), "gone_sick": ("Dd",), "gone_leave": ("Dd",), "move": ("Pp", "Dd", "Ee"),
    "swap_d": ("Pp", "Dd"), "sick_half": ("Dd", "a"), "paid_leave_half": ("Dd", "a"), "rtt_half": ("Dd", "a"),
    "off_half": ("Dd", "a"), "paid_leave_nodate": (), "rtt_nodate": (), "off_nodate": (), "act_nothing": (),
    "delete_nothing": (), "copy_d": ("Dd",), "get_report_about": ("Dd",), "fix_pa": ("Pp", "a"), "fix_da": ("Dd", "a"),
    "fix_all": ("Pp", "Dd", "a"), "fix_d_again": ("q", "Dd"), "fix_p_again": ("Pp", "o"), "fix_a_part": ("a",),
    "fix_a_num": ("a",), "both_a": ("a",), "add_da": ("Dd", "a"), "add_pa": ("Pp", "a"), "ans_pd": ("Pp", "Dd"),
    "assign_noe": ("Pp",), "assign_nop": ("e",), "create_kn": ("k", "n"), "create_n": ("n",), "hire_nl": ("n", "l"),
    "talk_undone": (), "fix_a_add": ("a", "Pp", "b"), "read_more_m": ("m",), "same_all": ("Dd",),
}  # fmt: skip
"""The same for the seldom sections. A bank has all of either table, or of both."""
ASIDES: dict[str, tuple[str, ...]] = {"aside": ()}
"""What stands beside requests of every kind and asks for nothing: a bank of its own."""
ONE_OF = USUAL | SELDOM | ASIDES
OPTIONAL: dict[str, str] = {
    "fix_p": "q", "fix_d": "o", "fix_both": "qo", "fix_m": "o", "fix_e": "o", "talk_state": "PpDd", "talk_keep": "PpDd",
    "talk_off": "PpDd", "line_d": "o", "gone_sick": "Pp", "gone_leave": "Pp", "fix_d_again": "o", "fix_p_again": "q",
}  # fmt: skip
WITH_AMOUNT = frozenset(
    ["act", "act_q", "act_nodate", "act_noproject", "sick", "paid_leave", "rtt", "off", "add_pd", "act_story"]
)


def faults(voice: str) -> Iterator[str]:
    """Everything that is wrong with a bank, or with a file of twins."""
    if is_twins(voice):
        yield from (fault for pair in twins(voice) for fault in _pair_faults(pair))
    seen: set[str] = set()
    for section, bank in frames(voice).items():
        if not is_spec(section) and section not in ONE_OF:
            yield f"[{section}] is no section"
            continue
        for frame in bank:
            if frame in seen and ("{" in frame or len(frame) > 12):
                yield f"[{section}] twice: {frame}"
            seen.add(frame)
            yield from (f"[{section}] {fault}: {frame}" for fault in _faults(section, frame))


def _faults(section: str, frame: str) -> Iterator[str]:
    slots = re.findall(r"\{(\w+)\}", frame)
    if frame.count("{") != len(slots) or frame.count("[") != frame.count("]") or re.search(r"[<>]", frame):
        yield "bad braces, brackets or angle brackets"
    if is_spec(section):
        wanted = {key for part in section.split(";") for key in part.split()[1:]}
        if {slot.upper() for slot in slots} != wanted:
            yield f"needs {' '.join(sorted(wanted))}"
        return
    allowed = "".join(ONE_OF[section]) + OPTIONAL.get(section, "") + ("A" if section in WITH_AMOUNT else "")
    for group in ONE_OF[section]:
        if group == "me":
            if slots.count("me") != 1:
                yield "needs {me}"
        elif sum(slots.count(letter) for letter in group) != 1 and "[" not in frame:
            yield f"needs one of {' '.join(group)}"
    if any(slot != "me" and slot not in allowed for slot in slots):
        yield "has a slot that this section does not know"
    if re.search(r"\s\{A\}", frame):
        yield "has a space before {A}"


def _pair_faults(pair: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Twins need two answers and share at least half of the longer one's words."""
    text = " / ".join(frame for _, frame in pair)
    if len(pair) != 2:
        yield f"{len(pair)} sentences, no pair: {text}"
        return
    (section, one), (other, two) = pair
    if section == other:
        yield f"[{section}] both twins: {text}"
    first, second = _words(one), _words(two)
    if 2 * (first & second).total() < max(first.total(), second.total()):
        yield f"[{section}] [{other}] too different: {text}"


def _words(frame: str) -> Counter[str]:
    """Slots count as words, `{D}` and `{d}` as the same one; an apostrophe parts two words."""
    return Counter(re.findall(r"\{\w+\}|\w+", frame.lower()))


def main() -> None:
    """Check the banks that are named on the command line."""
    found = [f"{voice}: {fault}" for voice in sys.argv[1:] for fault in faults(voice)]
    counts = {voice: sum(map(len, frames(voice).values())) for voice in sys.argv[1:]}
    print("\n".join([*found, *(f"{voice}: {count} frames" for voice, count in counts.items())]))
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
