"""How frames become whole dialogues: one file a family. Every plot takes a Teller and tells its part of the dialogue."""
