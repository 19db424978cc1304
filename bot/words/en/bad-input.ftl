### What is said to a person about what cannot be read, kept or decided: what happened, and what to do next.

# when a message has no words: only emoji, punctuation or a mention
no-words = I can only read words. Tell me a project and the days, for example “Apollo on Monday”.
# when a message is longer than the bot reads
too-long = That is too long for me ({ $count } characters, I read { $most }). Send it in smaller parts. Nothing was written.
# when a message is a file or a recording without words
file-unread = I cannot open files or listen to recordings. Tell me in words, for example “Apollo on Monday”. Nothing was written.
# when a message has words and a file: the words are answered
file-unread-beside-words = I cannot open files or listen to recordings, so I only read your words.
# when the model cannot work with a message (too many tokens, an answer without end)
message-unworkable = I could not work with that message. Say it in shorter, plainer words. Nothing was written. Reference: { $reference }
# when a message is changed before anything on its card was approved: on the old card
message-changed = You changed the message, so this was dropped. Nothing was written.
# when a message is deleted before anything on its card was approved: on the card
message-deleted = You deleted the message, so this was dropped. Nothing was written.
# when a message is deleted and a line of its card was waiting
deleted-dropped = You deleted that message, so I dropped what was waiting from it. Nothing was written.
# when a message is deleted and something on its card was approved before
deleted-decided = You deleted a message that you had approved something of. What was written stands; to take it off, say for example “delete Monday”.
# when a message is changed and something on its card was approved before
edited-decided = You changed a message that you had approved something of, so I changed nothing: what was written stands. Tell me the change in a new message, for example “change Monday to Zephyr”.
# when a message waits because the database takes nothing
store-away = is waiting for its database; your message is kept and will be answered…
# when a message could not be kept and the platform will not deliver it again
message-lost = I could not keep your message, because my database takes nothing at the moment. Please send it again in a few minutes. Nothing was written.
# when a click could not be kept or answered
click-lost = That did not go through, and nothing was changed. Please click again in a minute; if it fails again, tell your administrator: { $reference }
# when a form could not be kept
form-lost = That could not be kept, and nothing was changed. Please submit it again in a minute; if it fails again, tell your administrator: { $reference }
# when a button or a form is of another version of the bot, or of another workspace
unknown-button = I do not know that button any more; nothing was changed. Say what you need, and I will make a new card.
