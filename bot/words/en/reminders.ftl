### The message at the month's end, and why somebody does or does not get one (`tally remind --dry-run`).

reminder-missing = { $name }, { $count ->
    [one] { $count } day
   *[other] { $count } days
} of { $month } still open: { $days }. Tell me what you worked on.
reminder-complete = { $month } is complete, { $name }. It only needs to be submitted.

remind-reminded = reminded already
remind-unknown = not found on the platform
remind-submitted = { $month } is submitted
remind-early = not before { $day } { $time } local time
remind-missing = { $days ->
    [one] { $days } day missing
   *[other] { $days } days missing
}
remind-open = complete, but not submitted
remind-complete = complete
