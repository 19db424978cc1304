### What the bot says in a turn, besides cards and questions about an argument.

nothing-written = Nothing was written.

left-out = { $what } is not on the card. Say it again on its own if you meant it.

reading-your-message = is reading your message…
dropped = Dropped. Nothing was written.
nothing-to-drop = Nothing was waiting for you, so there is nothing to drop.
say-again = I did not understand all of it. Could you say it again, one thing at a time?
