### How days, months and counts of days are printed. The weekday always stands beside the date.

day = { DATE($day, pattern: "EEE d MMM") }
day-of-month = { DATE($day, pattern: "EEE d") }
day-in-full = { DATE($day, pattern: "d MMMM y") }
weekday = { DATE($day, pattern: "EEEE") }
month = { DATE($first, pattern: "MMMM y") }
# where a line begins with the month; some languages write months small
month-as-title = { DATE($first, pattern: "MMMM y", begins: "capital") }
moment = { DATE($day, pattern: "EEE d MMM") } { $time }
from-day-to-day = { $first } – { $last }
some-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
day-lacking = { $day } ({ $percent } %)
some-and-more = { $some } and { $more } more
day-and-date = { DATE($day, pattern: "EEE yyyy-MM-dd") }
