### What the bot says about the model's own words.

# Under words of the model that follow a decision: what was written stands on the card alone.
only-the-card = The card shows what was written, and nothing else was.

# A button that answers "Which project?", where the name alone may be an ordinary word.
choice-project = Project { $name }
