### What the engine says to the log and to `tally doctor`; the person is told that the model is awaited.

model-busy = The language model has too much to do: { $count } messages wait for it.
model-slow = The language model took too long for this answer.
model-context-full = The language model's memory is too small for this conversation: raise TALLY_MODEL_CONTEXT.
