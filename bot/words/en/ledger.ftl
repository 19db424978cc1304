### Why a ledger does not write what was approved: shown on the card, after “Not written:”.

day-changed = { $day } has changed: the card showed { $shown }, and the report has { $found }.
entry-and-entry = { $one } and { $other }
no-entries = nothing
entry-of-others = A change of { $email } cannot write entries of { $other }.
entry-percent = { $percent } % on { $day } is not 25, 50, 75 or 100 %.
entry-subject = The entry on { $day } needs a project or an absence reason, and not both.
entry-gone = { $entry } on { $day } is no longer in the report.
no-such-reason = There is no absence reason { $code }.
employee-not-assigned = { $email } is not assigned to { $project }.
employee-not-there = Nobody with the e-mail { $email } is in the ledger: add the employee first.
admins-only-write = Only administrators can change projects and people.
there-already = { $key } is in the ledger already.
not-there-any-more = { $project } or { $email } is not in the ledger any more.
employee-assigned-already = { $email } is assigned to { $project } already.
month-is-submitted = { $month } is submitted: withdraw the report before changing it.
month-is-so-already = { $month } is { $state ->
    [submitted] submitted
   *[open] open
} already.
day-over-full = { $day } would be at { $percent } %: a day takes at most { $most } %.

# when the built-in ledger's database cannot be used: the card waits
built-in-ledger-away = The built-in ledger's database could not be used ({ $cause }).
