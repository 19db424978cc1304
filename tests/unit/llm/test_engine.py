"""Many answers at once: each is the one that its conversation would get alone, and everybody gets one or a reason."""

from __future__ import annotations

import contextlib
import os
import random
import resource
import threading
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import llama_cpp
import numpy as np
import pytest

from bot.domain.conversation import Message, Speaker
from bot.errors import ModelError
from bot.llm.builtin import builtin_model
from bot.llm.llama import LlamaCppModel
from bot.llm.matchers import allowed
from bot.ports import ModelReply, ToolSchema

SYSTEM = Message(Speaker.SYSTEM, "You are Tally. " * 12)
WORDS = ("apollo on monday", "zephyr half of tuesday", "sick on friday", "what did i do last week?", "thanks")


def said(*texts: str) -> list[Message]:
    """A conversation: the person's words and the model's in turns."""
    speakers = (Speaker.USER, Speaker.ASSISTANT)
    return [SYSTEM, *(Message(speakers[n % 2], text) for n, text in enumerate(texts))]


def content(reply: ModelReply) -> object:
    return reply.text, [(call.tool, dict(call.arguments)) for call in reply.calls]


def ask(model: LlamaCppModel, messages: Sequence[Message], tools: Sequence[ToolSchema] = ()) -> object:
    return content(model.reply(messages, tools, lambda text: None))


@pytest.fixture(scope="module")
def conversations() -> list[list[Message]]:
    """Sixteen of them, of several lengths."""
    return [said(*[f"{WORDS[(n + turn) % len(WORDS)]} {n}" for turn in range(1 + 2 * (n % 3))]) for n in range(16)]


@pytest.fixture(params=["random weights", "the built-in model"])
def path(request: pytest.FixtureRequest, tiny: Path) -> Path:
    return tiny if request.param == "random weights" else builtin_model()


@pytest.fixture(params=["a cache for each", "a shared cache"])
def cache_tokens(request: pytest.FixtureRequest) -> int | None:
    """Of sixteen conversations of 512 tokens: a cache whose size is named is shared."""
    return 16 * 512 if request.param == "a shared cache" else None


def test_alone_beside_fifteen_others_and_after_everything_was_evicted_the_answer_is_the_same(
    path: Path, tools: list[ToolSchema], conversations: list[list[Message]], cache_tokens: int | None
) -> None:
    """Temperature 0: alone in a fresh context; sixteen at once; again when nothing of it is held any more; and from a
    beginning that was copied from another sequence."""
    alone = []
    for conversation in conversations:
        fresh = LlamaCppModel(path, context_tokens=512, sequences=1, max_tokens=48, threads=1)
        alone.append(ask(fresh, conversation))
        fresh.close()
    options = {"cache_tokens": cache_tokens, "max_tokens": 48, "threads": 1}
    model = LlamaCppModel(path, context_tokens=512, sequences=16, **options)
    assert model.fit.apart == (cache_tokens is None)
    with ThreadPoolExecutor(16) as pool:
        together = list(pool.map(lambda messages: ask(model, messages), conversations))
    again = [ask(model, conversation) for conversation in conversations]
    copied = [
        ask(model, [*conversation[:-1], said("hello")[1]]) and ask(model, conversation)
        for conversation in conversations
    ]
    model.close()
    small = LlamaCppModel(path, context_tokens=512, sequences=2, **options)
    evicted = [ask(small, conversation) for _ in range(2) for conversation in conversations]
    small.close()
    assert together == alone
    assert again == alone
    assert copied == alone
    assert evicted == alone * 2


def test_what_begins_alike_while_it_is_written_and_after_it_was_given_up_is_the_same(
    path: Path, cache_tokens: int | None
) -> None:
    """A part of a cache is copied as a whole, with what its own conversation has gone on to: that must not be seen."""
    one, two = said("apollo on monday", "which apollo?", "the first"), said("apollo on monday", "which apollo?", "none")
    options = {"context_tokens": 512, "cache_tokens": cache_tokens, "max_tokens": 48, "threads": 1}
    fresh = LlamaCppModel(path, sequences=1, **options)
    alone = ask(fresh, one)
    fresh.close()
    fresh = LlamaCppModel(path, sequences=1, **options)
    alone_too = ask(fresh, two)
    fresh.close()
    model = LlamaCppModel(path, sequences=4, **options)
    heard: list[object] = []

    def go_away(text: str) -> None:
        heard.append(ask(model, two))
        raise KeyError("nobody waits for the rest")

    for _ in range(3):
        with contextlib.suppress(KeyError):
            model.reply(one, [], go_away)
        assert ask(model, one) == alone
        assert ask(model, two) == alone_too
    model.close()
    assert all(answer == alone_too for answer in heard)


def plain_answer(path: Path, model: LlamaCppModel, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> str:
    """What llama-cpp-python's own class writes: the likeliest token that the grammar allows, one after the other."""
    asked = model._asked(messages, tools)
    matcher = model._grammars.matcher(tools, asked.said, reasoning=asked.reasoning)
    plain = llama_cpp.Llama(str(path), n_ctx=1024, n_threads=1, verbose=False)
    plain.eval(list(asked.prompt))
    written: list[int] = []
    while len(written) < 48 and not matcher.is_stopped():
        logits = np.ctypeslib.as_array(llama_cpp.llama_get_logits_ith(plain.ctx, -1), shape=(plain.n_vocab(),))
        token = int(np.argmax(np.where(allowed(matcher, plain.n_vocab()), logits, -np.inf)))
        if token in model._vocabulary.ends:
            break
        matcher.consume_token(token)
        written.append(token)
        plain.eval([token])
    plain.close()
    return b"".join(model._vocabulary.pieces[token] for token in written).decode("utf-8", "ignore")


def test_the_answer_is_the_one_of_plain_llama_cpp_python(path: Path, tools: list[ToolSchema]) -> None:
    """With the same grammar, but every token sampled: what is forced is what would have been chosen."""
    model = LlamaCppModel(path, context_tokens=1024, sequences=4, max_tokens=48, threads=1)
    for words in WORDS:
        messages = said(words)
        expected = plain_answer(path, model, messages, tools)
        asked = model._asked(messages, tools)
        request = model._request(asked)
        model._open().submit(request)
        model._listen(request, lambda piece: None, lambda place: None)
        answer = b"".join(model._vocabulary.pieces[token] for token in request.answer.tokens)
        assert answer.decode("utf-8", "ignore") == expected
    model.close()


def test_a_conversation_that_comes_back_is_computed_from_its_new_tokens_on(builtin: LlamaCppModel) -> None:
    """Counted, exactly, while four others talk in between; in a template that tells earlier answers as they were."""
    histories = {n: said(f"apollo {n} on monday") for n in range(4)}
    held = {}
    for turn in range(8):
        for n, messages in histories.items():
            count = builtin.count(messages, [])
            before = builtin.counts.computed
            reply = builtin.reply(messages, [], lambda text: None)
            computed = builtin.counts.computed - before
            written = len(builtin._vocabulary.encode([" " + reply.text])) if reply.text else 0
            if n in held:
                assert computed <= count - held[n] + written + 2, (turn, n)
            held[n] = count
            histories[n] = [*messages, Message(Speaker.ASSISTANT, reply.text), said(f"and {turn}")[1]]
            if builtin.count(histories[n], []) > builtin.longest_prompt:
                histories[n], held = said(f"apollo {n} on tuesday"), {k: v for k, v in held.items() if k != n}


@pytest.fixture(scope="module")
def builtin():
    model = LlamaCppModel(builtin_model(), context_tokens=1024, sequences=5, max_tokens=64, threads=1)
    yield model
    model.close()


def test_the_beginning_that_was_warmed_up_is_computed_once(tiny: Path) -> None:
    """Forty people's first messages compute what is theirs."""
    model = LlamaCppModel(tiny, context_tokens=512, sequences=3, max_tokens=8, threads=1)
    model.warm_up([SYSTEM], [])
    shared, before = model.count([SYSTEM], []), model.counts.computed
    for person in range(40):
        ask(model, said(f"{person} hello"))
    each = (model.counts.computed - before) / 40
    model.close()
    assert shared > 100
    assert each < 50


def test_who_waits_is_told_their_place(tiny: Path) -> None:
    """Until it is their turn; and they are served in the order in which they came."""
    everybody_is_here, looks = threading.Event(), count()

    def now() -> float:
        if (
            next(looks) == 1
        ):  # the engine's second look at its clock: the first one's turn has come, nothing is computed
            everybody_is_here.wait(30)
        return 0.0

    model = LlamaCppModel(tiny, context_tokens=512, sequences=1, max_tokens=200, threads=1, now=now)
    told: dict[int, list[int]] = {n: [] for n in range(4)}
    people = [
        threading.Thread(target=model.reply, args=(said(f"hello {n}"), [], lambda text: None, told[n].append))
        for n in told
    ]
    for n, person in enumerate(people):
        person.start()
        while not told[n] or told[0][-1]:
            person.join(0.001)
    everybody_is_here.set()
    for person in people:
        person.join(30)
    model.close()
    assert told.pop(0)[-1] == 0
    assert told == {1: [1, 0], 2: [2, 1, 0], 3: [3, 2, 1, 0]}


class Hands:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def test_an_answer_that_takes_too_long_is_an_error_and_the_next_one_is_served(tiny: Path) -> None:
    """The deadline is looked at between two calls of llama.cpp."""
    clock = Hands()
    options = {"context_tokens": 2048, "sequences": 1, "max_tokens": 1000, "threads": 1, "patience_s": 30.0}
    model = LlamaCppModel(tiny, temperature=1.0, now=clock, **options)

    def slow(text: str) -> None:
        clock.at += 31

    def until_late() -> None:
        for number in range(20):
            model.reply(said(f"hello {number}"), [], slow)

    with pytest.raises(ModelError, match="too long"):
        until_late()
    clock.at = 0.0
    ask(model, said("hello"))
    model.close()


def test_a_full_queue_refuses_and_says_so(tiny: Path) -> None:
    model = LlamaCppModel(tiny, context_tokens=512, sequences=1, max_tokens=100, threads=1, temperature=1.0)
    assert model._engine is not None
    model._engine._most_waiting = 2

    def outcome(n: int) -> str:
        try:
            model.reply(said(f"hello {n}"), [], lambda text: None)
        except ModelError as error:
            return str(error)
        return "answered"

    with ThreadPoolExecutor(12) as pool:
        outcomes = Counter(pool.map(outcome, range(12)))
    model.close()
    assert outcomes.pop("answered") >= 3
    assert all("too much to do" in error for error in outcomes)


def soaked(path: Path, turns: int, threads: int) -> Counter[str]:
    """Turns from many threads, some of them given up half-way, in a cache that is far too small."""
    clock = Hands()
    model = LlamaCppModel(
        path, context_tokens=512, sequences=6, cache_tokens=512, max_tokens=24, threads=1, patience_s=5.0, now=clock
    )
    outcomes: Counter[str] = Counter()
    lock = threading.Lock()

    def turn(number: int) -> None:
        chance = random.Random(number)
        words = [chance.choice(WORDS) for _ in range(1 + 2 * chance.randrange(3))]

        def listen(text: str) -> None:
            roll = chance.random()
            if roll < 0.01:
                raise KeyError("the person went away")
            if roll < 0.0101:
                clock.at += 6

        try:
            model.reply(said(*words), [], listen)
            how = "answered"
        except KeyError:
            how = "given up"
        except ModelError as error:
            how = "refused" if str(error) else "refused without a reason"
        with lock:
            outcomes[how] += 1

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(turn, range(turns)))
    assert ask(model, said("still there?"))
    model.close()
    return outcomes


def resident() -> int:
    """Bytes of memory that this process has now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def test_many_threads_in_a_cache_that_is_far_too_small(tiny: Path) -> None:
    """No deadlock, no leak; every turn is answered, or refused with a reason. `make soak-llm` runs 2,000 turns."""
    turns = int(os.environ.get("TALLY_SOAK_TURNS", "300"))
    soaked(tiny, 50, 64)
    before = resident()
    outcomes = soaked(tiny, turns, 64)
    grown = resident() - before
    assert sum(outcomes.values()) == turns
    assert set(outcomes) <= {"answered", "given up", "refused"}
    assert outcomes["answered"] > turns / 2
    assert outcomes["refused"] + outcomes["given up"] > 0
    assert grown < 30e6


def test_who_had_to_leave_a_full_cache_comes_back_when_there_is_room(
    tiny: Path, conversations: list[list[Message]]
) -> None:
    """Sixteen conversations, six at once, in a cache for two: each answer is the one that it would be alone.

    Who leaves and is let in again at once takes as much as it gave back: it would be put out again, and again, and
    nobody's answer would go on.
    """
    alone = LlamaCppModel(tiny, context_tokens=512, sequences=1, max_tokens=24, threads=1)
    expected = [ask(alone, conversation) for conversation in conversations]
    alone.close()
    model = LlamaCppModel(tiny, context_tokens=512, sequences=6, cache_tokens=512, max_tokens=24, threads=1)
    for _ in range(3):
        with ThreadPoolExecutor(16) as pool:
            assert list(pool.map(lambda messages: ask(model, messages), conversations)) == expected
    model.close()


def test_whoever_waits_is_told_when_the_engine_stumbles_and_the_next_one_is_served(tiny: Path, monkeypatch) -> None:
    """A fault in the engine itself must not leave anybody waiting for ever."""
    model = LlamaCppModel(tiny, context_tokens=512, sequences=2, max_tokens=24, threads=1)
    expected = ask(model, said("hello"))
    with monkeypatch.context() as broken:
        broken.setattr(model._open()._held, "plan", lambda prompt, busy: 1 // 0)
        with pytest.raises(ModelError, match="stumbled"):
            ask(model, said("hello"))
    with monkeypatch.context() as broken:
        broken.setattr(model._open()._context, "logits", lambda row: 1 // 0)
        with pytest.raises(ModelError, match="stumbled"):
            ask(model, said("hello"))
    assert ask(model, said("hello")) == expected
    model.close()
