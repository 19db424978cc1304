### What the bot says in a turn, besides cards and questions about an argument.

nothing-written = Nothing was written.

# somebody's own words in a sentence
quoted = “{ $words }”
left-out = { $what } is not on the card. Say it again on its own if you meant it.

reading-your-message = is reading your message…
# $place is how many messages the model answers before this one, and this one
in-line = has other people's messages to read first; yours is number { $place }…
dropped = Dropped. Nothing was written.
changes-nothing = Okay, I change nothing.
nothing-to-drop = Nothing was waiting for you, so there is nothing to drop.
say-again = I did not understand all of it. Could you say it again, one thing at a time?

reading-which = I am not sure how you mean that. Which one is it?
reading-one = I am not sure that I understood you. Is this what you mean?
# No numbers: a button that is clicked once too often must not read as a day of the month.
reading-first = The upper one
reading-second = The lower one
reading-neither = Neither
reading-yes = Yes
reading-no = No
reading-none = All right. Say it in other words, for example “Apollo on Monday”.
