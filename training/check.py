"""Holds an exported model against the training's: `python -m training.check MODEL.gguf [CHECKPOINT]`.

llama.cpp has to cut several hundred texts into the same token ids as the tokenizer of the training, and to answer
prompts with the same words as PyTorch does. Exits with 1 when the ids differ anywhere or an answer differs in a file
of 16-bit weights (a quantised one may differ).
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import llama_cpp
from gguf import GGUFReader
from tokenizers import Tokenizer

from bot.llm.native import Batch, Context, ContextSize, Weights
from training import rendering
from training.checkpoint import State, load
from training.same_ids import differing, texts
from training.validate import HELD_OUT, greedy, spans
from training.vocabulary import CONTROL, END_ID, decode


def same_ids(llama: llama_cpp.Llama, tokenizer: Tokenizer, generator: str, count: int) -> bool:
    """Compare the two tokenizers, and print where they differ."""
    all_texts = list(texts(generator, count))
    found = list(differing(llama, tokenizer, all_texts))
    for text, here, there in found:
        print(f"differs: {text!r}\n  training:  {here}\n  llama.cpp: {there}")
    print(f"token ids: {len(all_texts) - len(found)} of {len(all_texts)} texts the same")
    return not found


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


def llama_greedy(context: Context, prompt: list[int], limit: int = 160) -> list[int]:
    """llama.cpp's most likely answer."""
    batch, answer, coming = Batch(context.capacity), list[int](), list(prompt)
    context.forget()
    for place in range(0, len(coming), context.capacity):
        batch.size = 0
        row = batch.add(coming[place : place + context.capacity], place, 0, wanted=True)
        context.compute(batch)
    while len(answer) < limit:
        token = int(context.logits(row).argmax())
        if token == END_ID:
            break
        batch.size = 0
        row = batch.add([token], len(prompt) + len(answer), 0, wanted=True)
        answer.append(token)
        context.compute(batch)
    return answer


def same_answers(context: Context, state: State, generator: str, count: int) -> bool:
    """Compare the answers, and print where they differ."""
    same = 0
    for prompt in prompts(state.tokenizer, generator, count):
        here, there = greedy(state.model, prompt), llama_greedy(context, prompt)
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
    llama = llama_cpp.Llama(str(options.gguf), vocab_only=True, verbose=False)
    about, size = llama.metadata, options.gguf.stat().st_size / 1e6
    print(f"{about['general.name']}: {size:.1f} MB. {about['general.description']}")
    exact = all(int(tensor.tensor_type) <= 1 for tensor in GGUFReader(options.gguf).tensors)
    ids = same_ids(llama, state.tokenizer, options.generator, options.texts)
    ends = [llama.detokenize([number], special=True).decode() for number in range(len(CONTROL))]
    print(f"control tokens: {ends}")
    weights = Weights(options.gguf, gpu_layers=0)
    context = Context(weights, ContextSize(2048, threads=1))
    answers = same_answers(context, state, options.generator, options.prompts)
    context.close()
    weights.close()
    sys.exit(0 if ids and (answers or not exact) else 1)


if __name__ == "__main__":
    main()
