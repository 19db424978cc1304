### A conversation that lasts: starting over, and what the model sees of it.

started-over = We start over. I no longer look at what was said before; your report is as it was.
started-over-dropped = We start over. I no longer look at what was said before, and { $lines ->
    [one] one line that waited for you is dropped
   *[other] { $lines } lines that waited for you are dropped
}. Nothing was written.
dropped-by-reset = Dropped: you started over.

context-introduction = This is what I would show the language model with your next message: { $tokens } tokens. Above { $comfortable } I keep only what came of the oldest turns; more than { $longest } do not fit. Its tools: { $tools }.
context-left-out = … { $count } characters are left out here …

home-reset = Start over
home-context = Show context
