"""Engines behind `bot.ports.LanguageModel`, and what they share: chat templates, call formats, grammars."""
