"""Holds two tokenizers of one model against each other: the training's and llama.cpp's. Needs no PyTorch."""

import random
from collections.abc import Iterable, Iterator
from itertools import islice

import llama_cpp
from tokenizers import Tokenizer

from training import rendering
from training.vocabulary import encode

ODD = (
    " é à ü ß œ ç Ł ş İ ñ",
    " déplacé à côté, l'été, aujourd'hui",
    " don't we've i'll you're it's I'D",
    " 🙂 👍🏽 👩‍💻 done",
    " 3/11 2026-11-23 12.5% 100 % 1/2 ½ ²",
    " APO-123 x_y ZX/9 (apollo) [b] <c> #4 a&b",
    "  two  spaces\tand a tab\nand a line\n\n",
    " 日本語 العربية кириллица ελληνικά",
    ' "quoted" \\"escaped\\" back\\\\slash',
    " “curly” ‘quotes’ – dash — long…",
    " <tool_call> </tool_call> <|user <|end| {}",
    "\u00a0no-break\u2009thin\u200bzero",
    "",
)


def texts(generator: str, count: int) -> Iterator[str]:
    """Rendered dialogues, odd texts, and random strings of odd and plain letters."""
    yield from (f"<|user|>{text}<|end|><|assistant|>" for text in ODD)
    random_ = random.Random(7)
    letters = " abcdeéz09/-.,'%\"\n\t🙂ñ_{}:"
    for _ in range(count // 3):
        yield "<|user|> " + "".join(random_.choice(letters) for _ in range(random_.randint(1, 40))) + "<|end|>"
    made = rendering.dialogues(rendering.generator(generator), "check")
    yield from (rendering.render(dialogue.messages) for dialogue in islice(made, count))


def differing(
    llama: llama_cpp.Llama, tokenizer: Tokenizer, all_texts: Iterable[str]
) -> Iterator[tuple[str, list[int], list[int]]]:
    """The texts that the two cut differently, with the ids of the training and those of llama.cpp."""
    for text in all_texts:
        here, there = encode(tokenizer, text), llama.tokenize(text.encode(), add_bos=False, special=True)
        if here != there:
            yield text, here, there
