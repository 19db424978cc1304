### Why a phrase for days, a month, a week or an amount cannot be read, and what to say instead.

no-day-named = No day was named. Try "monday", "mon to thu" or "3-7 November".
days-unknown = I do not know which days "{ $phrase }" means. Try "monday", "mon to thu" or "3-7 November".
days-none-left = "{ $phrase }" leaves no day at all. Name the days that you mean.
days-all-free = "{ $phrase }" holds only weekends and public holidays. Name the day itself if you did work then.
days-until-when = I do not know until when. Name both ends, for example "monday to thursday".
days-at-an-edge = I do not know which days that is. Name them, for example "thursday and friday".
days-a-year = A whole year is not filled in at once. Name a month, for example "november 2026".
days-too-many = That is more than a year at once. Name a shorter time, such as one month.
days-unclear = I do not know which days that is. Say a little more, for example "{ $kind ->
    [nth] the first monday of june
    [rest] rest of the week
    [edge] until the end of the month
   *[other] 3 November
}".
days-of-that-time = I cannot tell which days of that time are meant. Name them, for example "3-7 November".
days-over = Nothing is left of that time: it is over. Name the days instead.

day-too-far = That is too far away. Name a day of this year or the next.
date-too-far = That is too far away. Name the date instead.
month-not-there = There is no month { $number }. Dates are written day first, for example 3/11 or 3 November.
year-not-there = The year { $year } is not one that can be reported. Name a day of this year.
day-not-there = There is no { $number } { $month }. Name a day that exists.
week-not-there = There is no week { $number } in { $year }. Weeks are numbered from 1 to 52 or 53.
weekday-not-there = There are not that many { $weekday }s in that time. Name the date instead.
weekday-several = There are several { $weekday }s in that time. Try "every { $lower } in may", or name the date.
weekdays-backwards = These weekdays run backwards. Say the earlier one first.
weekday-other = { $day } is a { $weekday }, not a { $said }. Say which of the two you mean.
range-backwards = That runs from { $first } to { $last }, which is backwards. Name the earlier day first.
range-backwards-to-today = That runs from { $first } to today, { $last }, which is backwards. Name the earlier day first.
range-backwards-from-today = That runs from today, { $first }, to { $last }, which is backwards. Name the earlier day first.

these-unclear = "This { $count } { $unit }s" is not clear. Try "the last { $count } { $unit }s" or name the days.
first-unclear = I cannot read that. Try "the first { $count } { $unit }s of june", or name the days.
numbered-unclear = I cannot read "{ $unit } { $number }". Name the day, for example "3 November".
every-unclear = "Every { $unit }" names no days. Try "every monday in may" or "last { $unit }".

month-not-named = I do not know which month is meant. Try "this month", "october" or "2026-10".
month-unknown = I do not know which month "{ $phrase }" means. Try "this month", "october" or "2026-10".
month-only-number = I do not know which month "{ $phrase }" is. Name it, for example "october" or "2026-10".
month-several = "{ $phrase }" lies in more than one month. Name one, for example "october".
week-several = "{ $phrase }" is more than one week. Try "this week", "week 20" or "the week of 3 march".

amount-several = "{ $phrase }" says more than one amount. Say one, for example "half days".
amount-impossible = "{ $phrase }" is not a share of a day that can be reported. A day is filled in steps of 25 %: say 25, 50, 75 or 100 %.
