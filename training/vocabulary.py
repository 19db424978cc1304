"""The tokenizer of the built-in model: a small byte-level BPE that llama.cpp reads in the same way.

Digits stand alone (llama.cpp calls this pre-tokenizer `smollm`). What every tool call repeats (`","dates":"`) is one
token, so a call costs little more than the words it copies. The control tokens come first in the vocabulary, then the
tokens of the calls, then bytes and merges.
"""

from collections.abc import Iterable, Iterator

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers

USER, ASSISTANT, TOOL, END = "<|user|>", "<|assistant|>", "<|tool|>", "<|end|>"
CONTROL = (END, USER, ASSISTANT, TOOL)
END_ID, USER_ID, ASSISTANT_ID, TOOL_ID = range(4)

TOOLS = (
    "add_activities",
    "add_absence",
    "delete_entries",
    "copy_entries",
    "submit_report",
    "withdraw_report",
    "assign_project",
    "create_project",
    "add_employee",
    "get_report",
    "get_my_projects",
    "get_all_projects",
    "get_all_employees",
    "get_missing_reports",
    "get_dates_of_week",
    "discard",
)
ARGUMENTS = (
    "project",
    "dates",
    "percent",
    "replaces",
    "reason",
    "source",
    "month",
    "week",
    "employee",
    "code",
    "name",
    "client",
    "lastname",
    "email",
    "role",
)
OPENING = '<tool_call>\n{"name":"'
LONGEST = 32
"""llama-cpp-python shows a token of more bytes than this as nothing."""
SIZE = 4096


def _call_tokens() -> Iterator[str]:
    """What calls are made of, each piece one token of the vocabulary."""
    yield OPENING
    for tool in TOOLS:
        yield f'{tool}","arguments":{{'[:LONGEST]
    for argument in ARGUMENTS:
        yield f'"{argument}":"'
        yield f'","{argument}":"'
    yield '"}}\n</tool_call>'
    yield "}}\n</tool_call>"


CALL_TOKENS = tuple(_call_tokens())
CALL_ID = len(CONTROL)
"""The id of the token that opens a call: an answer that does not start with it is words."""


def learn(texts: Iterable[str], size: int = SIZE) -> Tokenizer:
    """Learn the merges from texts; the result has exactly `size` tokens if the texts are varied enough."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=size,
        min_frequency=2,
        show_progress=False,
        special_tokens=[AddedToken(text, special=True, normalized=False) for text in (*CONTROL, *CALL_TOKENS)],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def encode(tokenizer: Tokenizer, text: str) -> list[int]:
    """Token ids of rendered text, control marks included."""
    return list(tokenizer.encode(text, add_special_tokens=False).ids)


def decode(tokenizer: Tokenizer, ids: list[int]) -> str:
    """The text of token ids, control marks included."""
    return str(tokenizer.decode(ids, skip_special_tokens=False))
