### What stands on Slack around the other sentences: buttons, headings, placeholders, the tables' own words.

# A card.
you-said = You said:
you-said-words = You said: “{ $words }”
card-more-lines = … and { $count } more. They are shown when some of these are decided.
card-empty = Nothing is left on this card.
still-open = Still open after this:
still-open-days = Still open after this: { $days }
only-together = Only together with line { $lines }.
approve = Approve
approve-lines = Approve { $lines }
approve-all = Approve all ({ $count })
edit = Edit
decline = Decline

# The tables of days.
table-before = before
table-after = after
table-over = over 100 %
day-not-full = (not full)
day-missing = missing
day-holiday = holiday
entries-more = + { $count } more
days-more = … and { $count ->
    [one] { $count } more day
   *[other] { $count } more days
}
days-in-all = { $count ->
    [one] { $count } day
   *[other] { $count } days
}

# The Edit form and the reason of a decline.
save-and-approve = Approve changes
cancel = Cancel
choose-days = Choose days here or type them below; one of the two is needed.
type-days = … or type days in words
type-days-example = For example: mon to thu
decline-why = Why? (the assistant reads it and may propose something else)

# A month, the home page, a reminder.
month-submitted = { $month } (submitted)
month-open = { $month } (open)
days-missing = Missing: { $days }
nothing-missing = Nothing is missing.
nothing-missing-so-far = Nothing is missing so far.
nothing-reported = Nothing reported yet.
submitted = Submitted.
totals-more = … and { $count } more
undecided-lines = { $count ->
    [one] { $count } proposal
   *[other] { $count } proposals
} of this month not decided yet.
cards-waiting = { $count ->
    [one] { $count } card waits
   *[other] { $count } cards wait
} for your decision in Messages.
how-to-report = Tell me in Messages what you worked on.
previous-month = ‹ Previous month
next-month = Next month ›
show-month = Show month
submit = Submit

# What an empty conversation offers: the titles, and what is said by a click where that is more.
prompt-missing = What is missing this month?
prompt-report = Show my report
prompt-report-words = Show my report of this month
prompt-projects = Which projects can I report on?
