"""Synthetic dialogues of this one domain, without end: `generate(random.Random(seed))`.

The format is docs/model-language.md. `proportions.py` says how often each kind comes, `frames/` how people put things,
`slots/` what they talk about, `noise.py` how they type, `flows/` what follows what.
"""

from training.dialogues.dialogue import Dialogue
from training.dialogues.generate import generate, unmarked

__all__ = ["Dialogue", "generate", "unmarked"]
