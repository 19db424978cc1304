### The home page: the calendar, cards at one click, what waits, preferences, forgetting, and who has not handed in.

# The calendar: the signs are explained below it, only those that stand in it.
calendar-weekday = { DATE($day, pattern: "EEE") }
calendar-today = Today is in brackets.
state-reported = reported
state-partly = partly
state-missing = missing
state-absent = absent
state-holiday = public holiday
state-weekend = weekend
state-ahead = ahead
state-count = { $count } { $state }

# Cards at one click.
offers-title = Missing days at one click
offers-how = Each of these makes a card in Messages. Nothing is written before you approve it.
offer-same-week = Same as the week before: { $days }
offer-fill = { $days ->
    [one] Fill { $days } missing day with { $project }
   *[other] Fill { $days } missing days with { $project }
}
offer-waits-already = Those days wait on a card already. Approve or decline it first.
offer-nothing-left = Nothing is missing there any more, so there is no card to make.
offer-no-project = I do not know which project to offer: you have not used one lately. Tell me in words, for example “Apollo on Monday”.

# What waits.
home-waiting = Waiting for your decision
home-nothing-waits = Nothing waits for your decision.
home-waiting-more = { $count ->
    [one] … and one more card, an older one.
   *[other] … and { $count } more cards, older ones.
}
home-card-more = { $some } and { $more } more
home-card-since = waits since { $when }
home-card-elsewhere = It waits where you made it, not here.
home-show-card = Show card
home-card-decided = Nothing on that card waits any more.

# Submitting and taking back.
withdraw = Withdraw
withdraw-impossible = I cannot take back { $month }.

# Preferences.
preferences = Preferences
preferences-save = Save
preferences-now = Preferences: { $summary }
prefer-language = Language
prefer-zone = Time zone
prefer-hour = Hour of reminders
prefer-project = Project to offer first
prefer-project-hint = It comes first where you choose. It is never written without you.
prefer-automatic = Automatic ({ $value })
prefer-no-project = None
prefer-unknown = { $value } cannot be chosen any more. Open the preferences again.
prefer-reminders-at = reminders at { $time }
prefer-offered-first = { $project } first

# Forgetting somebody.
forget = Forget me
forget-title = Forget everything about you?
forget-text = I delete our conversations, the cards, your preferences and your feedback. What waits is dropped. Your report stays: it belongs to the company's books.
forget-yes = Forget me
forgotten = I have forgotten our conversations, your cards and your preferences. Your report stays in { $ledger }: it belongs to the company's books. What you still see above is kept by this chat, not by me.
forget-not-yet = Something that you approved is not in { $ledger } yet. So that it is not lost, I can forget you only once it is written; ask me again then.

# Who has not handed in, for administrators.
late-days = { $days ->
    [one] { $days } day missing
   *[other] { $days } days missing
}
late-full = complete, not submitted
late-so-far = nothing missing so far
late-nobody = Nobody: everybody has handed in.
late-more = … and { $count } more
late-person = { $name }: { $standing }
nudge = Nudge
nudge-all = Nudge all ({ $count })
nudge-all-title = Nudge { $count ->
    [one] one person
   *[other] { $count } people
}?
nudge-all-text = Each of them gets one message today that names what is missing.
nudge-all-yes = Nudge
nudged = Reminded: { $people }.
nudged-before = Reminded today already: { $people }.
nudged-nobody = Not found on this chat: { $people }.
nudged-none = There is nobody to remind for { $month }.
