### What `tally chat` says in the terminal. What the bot says of reports and cards stands in the other files.

# A card.
console-you-said = You said:
console-still-open = Still open after this:
console-problem = Cannot be written: { $problem }
console-warning = Note: { $warning }
console-only-together = Only together with line { $lines }.
console-before = before
console-after = after
console-over = over 100 %
console-key-approve = { $keys } approve
console-key-edit = { $keys } edit
console-key-decline = { $keys } decline
console-key-all = A approve all ({ $count })
console-key-answer = { $keys } answer
console-waits = This card waits for your decision:
console-shown-again = Shown again, in case you have not seen it:

# A month, a reminder, the home page.
console-missing = Missing: { $days }
console-submitted = Submitted.
console-complete = Nothing is missing.
console-nothing-missing = Nothing is missing so far.
console-day-missing = missing
console-day-holiday = holiday
console-day-not-full = (not full)
console-not-decided = { $count ->
    [one] { $count } proposal of this month is not decided yet.
   *[other] { $count } proposals of this month are not decided yet.
}
console-can-submit = /submit { $month } hands it in.
console-reminder-keys = /report { $month } shows the month, /submit { $month } hands it in.
console-show-month = /report { $month } shows the month.
console-cards-waiting = { $count ->
    [one] { $count } card waits for your decision.
   *[other] { $count } cards wait for your decision.
}
console-status = Tally { $doing }

# Keys.
console-nothing-to-decide = There is no card to decide. Write what you worked on, for example “apollo on monday”.
console-no-line = Nothing on the cards can take that. Each card names its keys.
console-no-such-line = No open line { $number } can take that. The newest card names its keys.
console-which-line = Which line? { $keys }
# what was printed above the line that somebody was typing changed what their key is about
console-new-meanwhile =
    Something new appeared while you were typing, so that was not taken. Look at it, then press again:
    { $keys }
console-nothing-left-meanwhile = Something new appeared while you were typing, so that was not taken. Nothing waits for a key now.
console-why-declined = Why? (Enter for no reason)
console-unknown-command = There is no { $command }. /help lists what there is.
console-month-unknown = I do not know the month “{ $month }”. Write it like 2026-11, or leave it out for this month.
console-not-taken = That was not taken: { $why }

# The Edit form.
console-form-how = Enter keeps what stands in brackets, { $empty } empties a field, { $cancel } leaves the form.
console-form-now = { $label } [{ $value }]
console-form-choose = Write a number or a word of the list.
console-form-error = { $label }: { $error }
console-form-saves = Save and approve? (a yes, e change it, Enter leave it as it was)
console-form-left = The card stays as it was. Nothing was written.

# Coming and going.
console-begin = Write what you worked on, for example “apollo on monday”. /help lists the keys, /quit leaves.
console-bye = Until next time.
console-still-working = This takes longer than usual. The answer appears here as soon as it is there.
console-help-words = anything you write is read by the assistant; with an offered answer, its number is enough
console-help-approve = approve; a2 approves line 2, A everything on the newest card
console-help-edit = edit, e2 edits line 2
console-help-decline = decline, d2 declines line 2; the reason may be left out
console-help-report = show a month: /report or /report 2026-10
console-help-submit = hand a month in: /submit or /submit 2026-10
console-help-export = a month as a file: /export pdf 2026-10; or csv, xlsx, png
console-help-home = how the month stands, and every card that waits
console-help-week = copy the week before onto the missing days of a week: /same or /same 2026-11-16
console-help-fill = put one project on the missing days: /fill or /fill 2026-10
console-help-withdraw = take a submitted month back: /withdraw or /withdraw 2026-10
console-help-nudge = remind everybody who has not handed in (administrators): /nudge or /nudge 2026-10
console-help-preferences = language, time zone, hour of reminders, the project to offer first
console-help-forget = delete what I know of you; your report stays
console-help-reset = begin a new conversation
console-help-context = what the assistant sees of the conversation
console-help-quit = leave; what waits is shown the next time

# Who sits at the terminal.
console-nobody-here = There is nobody in this database yet. Load your company with `tally db load company.json` (docs/company.md), or try the sample company: `tally chat --demo`.
console-unknown-person = There is no single employee “{ $wanted }”. There are: { $people }.
console-who = Who are you? (a number, a name or an e-mail address)

# What is a button on a home page elsewhere.
console-can-withdraw = /withdraw { $month } takes it back.
console-can-nudge = { $count ->
    [one] reminds one person
   *[other] reminds { $count } people
}
console-day-unknown = I do not know the day “{ $day }”. Write it like 2026-11-16, or leave it out for the oldest week.
console-preferences-save = Save? (a yes, e change it, Enter leave it as it was)
console-forget-word = forget
console-forget-sure = To go on, write { $word }. Enter leaves everything as it is.
console-forget-left = Nothing was deleted.
