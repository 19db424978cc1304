"""`python -m bot.words fr`: the sentences that people who speak a language still read in English, one a line."""

from __future__ import annotations

import sys

from bot.words import languages, missing

if __name__ == "__main__":
    for spoken in sys.argv[1:] or languages():
        sys.stdout.writelines(f"{sentence}\n" for sentence in missing(spoken))
