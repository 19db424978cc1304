### Ce que les lignes d’une carte font en tout, et les jours qu’elles laissent de côté.

card-total-added = En tout : { $added } en plus.
card-total-removed = En tout : { $removed } en moins.
card-total-both = En tout : { $added } en plus, { $removed } en moins.
table-total = total
console-day-total = = { $percent } %

holidays-left-out = { $count ->
    [one] { $days } est férié et n’est pas compté.
   *[other] { $days } sont fériés et ne sont pas comptés.
}
days-are-holidays = { $days } sont des jours fériés.
days-are-weekends = { $days } sont des jours de week-end.
