"""Where the bot keeps what must survive a crash: inbox, conversations, proposals, outbox, reminders."""
