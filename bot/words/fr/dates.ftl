### Comment s’écrivent les jours, les mois et les nombres de jours. Le jour de la semaine accompagne toujours la date.

day = { DATE($day, pattern: "EEE d MMM") }
day-of-month = { DATE($day, pattern: "EEE d") }
day-in-full = { DATE($day, pattern: "d MMMM y") }
weekday = { DATE($day, pattern: "EEEE") }
month = { DATE($first, pattern: "MMMM y") }
month-as-title = { DATE($first, pattern: "MMMM y", begins: "capital") }
moment = { DATE($day, pattern: "EEE d MMM") } à { $time }
from-day-to-day = { $first } – { $last }
some-days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
day-lacking = { $day } ({ $percent } %)
some-and-more = { $some } et { $more ->
    [one] { $more } autre
   *[other] { $more } autres
}
day-and-date = { DATE($day, pattern: "EEE d MMM y") }
