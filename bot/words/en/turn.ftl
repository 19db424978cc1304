### What the bot says in a turn, besides cards and questions about an argument.

nothing-written = Nothing was written.

left-out = { $what } is not on the card. Say it again on its own if you meant it.
