"""Which sequence a prompt is computed in, and from which one it copies its beginning."""

from __future__ import annotations

from bot.llm.held import HeldSequences, Plan

SYSTEM = list(range(100))
ENDS, OPENS = [90, 91], [92, 93]


def taken(held: HeldSequences, prompt: list[int], answer: list[int], busy: set[int] | None = None) -> Plan:
    """As the engine does it: a prompt is placed, computed and answered."""
    plan = held.plan(prompt, busy or set())
    assert plan is not None
    held.take(plan.target, [*prompt, *answer], len(prompt))
    return plan


def test_a_conversation_goes_on_where_it_stopped() -> None:
    """Only what is new of its next prompt is left to compute."""
    held = HeldSequences(3)
    first = [*SYSTEM, 200, *ENDS, *OPENS]
    taken(held, first, [50, 51])
    taken(held, [*SYSTEM, 300, *ENDS, *OPENS], [60])
    again = taken(held, [*first, 50, 51, *ENDS, 202, *ENDS, *OPENS], [])
    assert again == Plan(target=0, source=0, shared=len(first) + 2)


def test_an_answer_that_is_told_otherwise_the_next_time_is_still_the_same_conversation() -> None:
    """Some templates leave the reasoning out of earlier answers; what opened the answer goes with it."""
    held = HeldSequences(2)
    taken(held, [*SYSTEM, 200, *ENDS, *OPENS], [50, 51])
    assert taken(held, [*SYSTEM, 200, *ENDS, 51, 202, *ENDS], []) == Plan(0, 0, len(SYSTEM) + 3)


def test_another_conversation_copies_the_beginning_that_both_have() -> None:
    """And leaves the first one whole."""
    held = HeldSequences(3)
    taken(held, [*SYSTEM, 200, 201, *ENDS, *OPENS], [50])
    assert taken(held, [*SYSTEM, 300, 301, *ENDS, *OPENS], [60]) == Plan(target=1, source=0, shared=len(SYSTEM))


def test_the_conversation_that_was_used_longest_ago_leaves() -> None:
    held = HeldSequences(2)
    for word in (200, 300):
        taken(held, [word] * 10, [1])
    taken(held, [*[200] * 10, 1, 2, 2], [3])  # the first one again
    assert taken(held, [400] * 10, []).target == 1


def test_a_sequence_in_use_is_copied_from_and_never_given_away() -> None:
    held = HeldSequences(2)
    taken(held, [*SYSTEM, 200, 201, *ENDS, *OPENS], [])
    assert taken(held, [*SYSTEM, 300, 301, *ENDS], [], busy={0}) == Plan(1, 0, len(SYSTEM))
    assert held.plan([*SYSTEM, 400], {0, 1}) is None


def test_the_pinned_sequence_stays() -> None:
    """It is the beginning of everybody's prompt."""
    held = HeldSequences(2)
    taken(held, SYSTEM, [])
    held.pinned = 0
    for word in (200, 300, 400):
        assert taken(held, [*SYSTEM, word, *ENDS, *OPENS], []).target == 1
    assert held.oldest(set()) == 1
    assert held.oldest({1}) is None


def test_the_same_prompt_again_computes_its_last_token() -> None:
    """Its logits begin the answer."""
    held = HeldSequences(2)
    taken(held, SYSTEM, [5])
    assert held.plan(SYSTEM, set()) == Plan(0, 0, len(SYSTEM) - 1)


def test_a_model_that_cannot_go_back_shares_only_the_whole_of_a_sequence() -> None:
    held = HeldSequences(3, whole=True)
    taken(held, SYSTEM, [])
    held.pinned = 0
    assert taken(held, [*SYSTEM, 200, 201, 202], [5]) == Plan(1, 0, len(SYSTEM))
    assert taken(held, [*SYSTEM, 200, 201, 202, 6, 6, 6], []).shared == len(SYSTEM)
    held.drop(0)
    assert held.plan([*SYSTEM, 300], set()) == Plan(1, 1, 0)


def test_a_brief_prompt_leaves_the_conversation_its_sequence() -> None:
    """Another reading of an answer: nothing follows it. Where there is no other sequence it takes this one."""
    prompt = [*SYSTEM, 200, *ENDS, *OPENS]
    held = HeldSequences(2)
    taken(held, prompt, [50, 51])
    assert held.plan([*prompt, 60], set(), brief=True) == Plan(target=1, source=0, shared=len(prompt))
    alone = HeldSequences(1)
    taken(alone, prompt, [50, 51])
    assert alone.plan([*prompt, 60], set(), brief=True) == Plan(target=0, source=0, shared=len(prompt))
