"""Measuring the assistant: date phrases, and whole dialogues through the whole assistant (see `tally eval`)."""
