### Les sommes d’une carte, et les jours qu’une période laisse de côté.

card-total-added = En tout : { $added } en plus.
card-total-removed = En tout : { $removed } en moins.
card-total-both = En tout : { $added } en plus, { $removed } en moins.
table-total = total
console-day-total = = { $percent } %

holidays-left-out = { $count ->
    [one] Jour férié laissé de côté : { $days }
   *[other] Jours fériés laissés de côté : { $days }
}

days-are-holidays = Jours fériés : { $days }
days-are-weekends = Week-end : { $days }
