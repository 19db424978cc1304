"""Makes the built-in model: synthetic dialogues, tokenizer, training, GGUF export. `bot/` never imports it."""
