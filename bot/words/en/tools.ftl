### What tools say: how a card names a line, what they warn about, what they find, and why they refuse.

delete-title = Delete: { $what }
delete-everything = Everything
delete-nothing = There is nothing on { $days }, so there is nothing to delete.
delete-nothing-of = There is no { $what } on { $days }, so there is nothing to delete.

day-is-holiday = { $day } is a public holiday.
day-is-weekend = { $day } is a weekend day.

copy-title = Copy { $days }
copy-nothing = There is nothing on { $days } that could be copied.
copy-skips-filled = { $day } is skipped: something stands there already.
copy-skips-free = { $day } is skipped: it is no working day.

admins-only = Only administrators can do that. Ask one of them.
admins-only-reports = Only administrators can see other people's reports.
quoted-words = I leave what stands in quotation marks alone. Say it without them if you want it on your report.
own-report-only = I write only your own report. { $name } can tell me and approve it.

assign-title = Assign { $person } to { $project }
assigned-already = { $person } is assigned to { $project } already.
create-project-title = New project { $project }
create-project-client = for { $client }
add-employee-title = Add { $person }, { $email }
add-employee-role = as { $role ->
    [admin] admin
   *[user] user
}
employee-exists = There is already somebody with the address { $email }.

submit-title = Submit { $month }
submit-days = { $days } of { $all }
submit-missing = Still missing: { $days }.
submitted-already = { $month } is submitted already.
take-back-title = Take back { $month }
take-back-nothing = { $month } is not submitted, so there is nothing to take back.

your-projects = Your projects
your-projects-none = You are assigned to no project. Ask an administrator to assign you.
all-projects = All projects
all-projects-none = There are no projects yet.
everybody = Everybody
week-title = Week { $number }
week-holiday = { $day } (public holiday)
not-submitted = Not submitted for { $month }
not-submitted-days = { $person }: { $days ->
    [one] { $days } day missing
   *[other] { $days } days missing
}
not-submitted-nobody = Nobody.
