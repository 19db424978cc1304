### Sums on a card, and the days that a range leaves out.

card-total-added = In all: { $added } added.
card-total-removed = In all: { $removed } taken off.
card-total-both = In all: { $added } added, { $removed } taken off.
table-total = total
# at the console, behind several entries of one day
console-day-total = = { $percent } %

holidays-left-out = { $count ->
    [one] { $days } is a public holiday and is left out.
   *[other] { $days } are public holidays and are left out.
}

days-are-holidays = { $days } are public holidays.
days-are-weekends = { $days } are weekend days.
