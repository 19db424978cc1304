"""Holds an exported model against the training's: `python -m training.check MODEL.gguf [CHECKPOINT]`.

llama.cpp has to cut several hundred texts into the same token ids as the tokenizer of the training, and to answer
prompts with the same words as PyTorch does. Exits with 1 when the ids differ anywhere or an answer differs in a file
of 16-bit weights (a quantised one may differ).
"""

import argparse
import random
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import llama_cpp
from gguf import GGUFReader
from tokenizers import Tokenizer

from training import rendering
from training.checkpoint import State, load
from training.validate import HELD_OUT, greedy, spans
from training.vocabulary import CONTROL, END_ID, decode, encode

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


def same_ids(llama: llama_cpp.Llama, tokenizer: Tokenizer, generator: str, count: int) -> bool:
    """Compare the two tokenizers, and print where they differ."""
    differing = 0
    all_texts = list(texts(generator, count))
    for text in all_texts:
        here, there = encode(tokenizer, text), llama.tokenize(text.encode(), add_bos=False, special=True)
        if here != there:
            differing += 1
            print(f"differs: {text!r}\n  training:  {here}\n  llama.cpp: {there}")
    print(f"token ids: {len(all_texts) - differing} of {len(all_texts)} texts the same")
    return not differing


def prompts(tokenizer: Tokenizer, generator: str, count: int) -> Iterator[list[int]]:
    """The beginnings of held-out dialogues, up to an answer of the model."""
    made = rendering.dialogues(rendering.generator(generator), HELD_OUT)
    found = 0
    while found < count:
        sample = rendering.sample(tokenizer, next(made))
        starts = [start for start, _ in spans(sample.learnt)]
        if starts:
            found += 1
            yield sample.ids[: starts[-1]]


def llama_greedy(llama: llama_cpp.Llama, prompt: list[int], limit: int = 160) -> list[int]:
    """llama.cpp's most likely answer."""
    answer: list[int] = []
    for token in llama.generate(prompt, temp=0.0, repeat_penalty=1.0):
        if token == END_ID or len(answer) == limit:
            break
        answer.append(token)
    return answer


def same_answers(llama: llama_cpp.Llama, state: State, generator: str, count: int) -> bool:
    """Compare the answers, and print where they differ."""
    same = 0
    for prompt in prompts(state.tokenizer, generator, count):
        here, there = greedy(state.model, prompt), llama_greedy(llama, prompt)
        same += here == there
        if here != there:
            print(f"differs: {decode(state.tokenizer, prompt)}")
            print(f"  PyTorch:   {decode(state.tokenizer, here)}\n  llama.cpp: {decode(state.tokenizer, there)}")
    print(f"greedy answers: {same} of {count} the same")
    return same == count


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gguf", type=Path)
    parser.add_argument("checkpoint", type=Path, nargs="?", default=Path("training/out/last.pt"))
    parser.add_argument("--generator", default="training.dialogues:generate")
    parser.add_argument("--texts", type=int, default=400)
    parser.add_argument("--prompts", type=int, default=20)
    options = parser.parse_args()
    state = load(options.checkpoint)
    state.model.eval()
    llama = llama_cpp.Llama(str(options.gguf), n_ctx=2048, verbose=False)
    about, size = llama.metadata, options.gguf.stat().st_size / 1e6
    print(f"{about['general.name']}: {size:.1f} MB. {about['general.description']}")
    exact = all(int(tensor.tensor_type) <= 1 for tensor in GGUFReader(options.gguf).tensors)
    ids = same_ids(llama, state.tokenizer, options.generator, options.texts)
    ends = [llama.detokenize([number], special=True).decode() for number in range(len(CONTROL))]
    print(f"control tokens: {ends}")
    answers = same_answers(llama, state, options.generator, options.prompts)
    sys.exit(0 if ids and (answers or not exact) else 1)


if __name__ == "__main__":
    main()
