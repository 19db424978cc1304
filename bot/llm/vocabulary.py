"""The tokens of one model: text to ids and back, which strings are control tokens, llguidance's view of them."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import llama_cpp
from llguidance import LLTokenizer

_SPECIAL = llama_cpp.LLAMA_TOKEN_ATTR_CONTROL | llama_cpp.LLAMA_TOKEN_ATTR_UNKNOWN
_MARKUP = frozenset('<>[]|"')


class Vocabulary:
    """Reads a model's tokens once; it may be used from several threads as long as the model is open."""

    def __init__(self, pointer: Any) -> None:
        self._pointer = pointer
        self.size = int(llama_cpp.llama_vocab_n_tokens(pointer))
        self._attributes = [int(llama_cpp.llama_vocab_get_attr(pointer, token)) for token in range(self.size)]
        self.pieces = [self._piece(token) for token in range(self.size)]
        self.ends = frozenset(token for token in range(self.size) if llama_cpp.llama_vocab_is_eog(pointer, token))
        self._bos = int(llama_cpp.llama_vocab_bos(pointer))
        self.bos_text = self._text(self._bos)
        self.eos_text = self._text(int(llama_cpp.llama_vocab_eos(pointer)))

    def control_strings(self) -> list[str]:
        """Every string that must never come from a person: control tokens, and marks such as `<tool_call>`."""
        return [
            piece.decode("utf-8", "replace")
            for piece, attributes in zip(self.pieces, self._attributes, strict=True)
            if attributes & _SPECIAL
            or (
                attributes & llama_cpp.LLAMA_TOKEN_ATTR_USER_DEFINED and _MARKUP & set(piece.decode("utf-8", "replace"))
            )
        ]

    def encode(self, pieces: Sequence[str]) -> list[int]:
        """The ids of a prompt from a template; no token reaches over the border of two pieces."""
        ids = [token for piece in pieces for token in self._tokenise(piece)]
        if llama_cpp.llama_vocab_get_add_bos(self._pointer) and self._bos >= 0 and ids[:1] != [self._bos]:
            return [self._bos, *ids]
        return ids

    def is_canonical(self, ids: Sequence[int]) -> bool:
        """True when the tokenizer would write the same text with the same tokens."""
        text = b"".join(self.pieces[token] for token in ids)
        try:
            return self._tokenise(text.decode()) == list(ids)
        except UnicodeDecodeError:
            return False

    def for_grammars(self, marks: str = "") -> Any:
        """llguidance's tokenizer. Control tokens are none of its text; user-defined ones are text like any other, and
        so are control tokens that stand in `marks` (a call format's) unless they end the answer: a grammar names them
        as it names the rest, and need not know what this tokenizer made of them.

        (Its own `lltokenizer_from_vocab` takes `<tool_call>` for a control token where it is user-defined.)
        """
        shown = marks.encode()
        tokens = []
        for token, (piece, attributes) in enumerate(zip(self.pieces, self._attributes, strict=True)):
            is_mark = len(piece) > 1 and piece in shown and token not in self.ends
            tokens.append(b"\xff" + piece if attributes & _SPECIAL and not is_mark else piece)
        tokenise = ctypes.cast(llama_cpp.llama_cpp._lib.llama_tokenize, ctypes.c_void_p).value
        return LLTokenizer.from_llamacpp(  # type: ignore[attr-defined]  # its stub file lacks it
            tokens=tokens, vocab_ptr=self._pointer, tokenize_fptr=tokenise, eos_token=sorted(self.ends), slices=None
        )

    def _tokenise(self, text: str) -> list[int]:
        raw = text.encode()
        room = len(raw) + 8
        ids = (llama_cpp.llama_token * room)()
        count = llama_cpp.llama_tokenize(self._pointer, raw, len(raw), ids, room, False, True)
        return list(ids[:count])

    def _piece(self, token: int) -> bytes:
        room = 64
        while True:
            buffer = ctypes.create_string_buffer(room)
            length = int(llama_cpp.llama_token_to_piece(self._pointer, token, buffer, room, 0, True))
            if length >= 0:
                return buffer.raw[:length]
            room = -length

    def _text(self, token: int) -> str:
        return self.pieces[token].decode("utf-8", "replace") if token >= 0 else ""
