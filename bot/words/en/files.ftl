### Files made of a month: the buttons and the words they come with, and everything that stands in them.

# The buttons on a report.
file-csv = CSV
file-xlsx = Excel
file-pdf = PDF
file-png = Picture

# What is said beside a file.
file-yours = Here is { $month } as { $kind ->
    [csv] CSV
    [xlsx] an Excel sheet
    [png] a picture
   *[pdf] PDF
}.
file-theirs = Here is { $month } of { $name } as { $kind ->
    [csv] CSV
    [xlsx] an Excel sheet
    [png] a picture
   *[pdf] PDF
}.
file-after-submit = { $month } is submitted. Here it is as PDF, with places to sign.
file-refused = I could not send you { $name }: the file was not taken. Ask again later, or tell your administrator: { $reference }.
file-title = { $name }, { $month }
file-alt = Calendar of { $month } of { $name }. { $states }.
file-alt-state = { $state }: { $days }

# Above, beside and below the days.
sheet-heading = Activity report, { $month }
sheet-company = Company
sheet-name = Name
sheet-email = E-mail
sheet-month = Month
sheet-state = State
sheet-open = open
sheet-submitted = submitted
sheet-date = Date
sheet-weekday = Weekday
sheet-kind = Kind
sheet-code = Code
sheet-what = Project or absence
sheet-percent = Percent
sheet-days = Days
sheet-kind-project = project
sheet-kind-absence = absence
sheet-kind-total = total
sheet-day-name = { DATE($day, pattern: "EEEE") }
sheet-day-letter = { DATE($day, pattern: "EEEEE") }
sheet-day-short = { DATE($day, pattern: "EEE") }
sheet-total = Total
sheet-worked = Worked
sheet-absent = Absent
sheet-nothing = Nothing reported.
sheet-missing = Missing: { $days }
sheet-legend = Amounts are days. Grey: weekend. { $mark }: public holiday.
sheet-made-on = Made by Tally on { DATE($day, pattern: "d MMMM y") }.
sheet-employee = Employee
sheet-manager = Manager
sheet-signature = Date and signature

# The calendar's legend, and the letters in it.
calendar-reported = Reported
calendar-partly = Partly
calendar-missing = Missing
calendar-absent = Absent
calendar-holiday = Public holiday
calendar-weekend = Weekend
calendar-ahead = To come
calendar-mark-absent = A
calendar-mark-holiday = H

# At a terminal.
console-can-export = /export { $what } pdf makes a file of it (or csv, xlsx, png).
console-file-at = It lies here: { $path }
