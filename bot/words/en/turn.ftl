### What the bot says in a turn, besides cards and questions about an argument.

nothing-written = Nothing was written.
