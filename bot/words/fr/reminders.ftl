### Le message de fin de mois, et pourquoi quelqu’un le reçoit ou non (`tally remind --dry-run`).

reminder-missing = { $name }, { $count ->
    [one] { $count } jour reste
   *[other] { $count } jours restent
} à remplir en { $month }. Dites-moi ce que vous avez fait : { $days }
reminder-complete = { $name }, votre mois est complet : { $month }. Il ne reste qu’à l’envoyer.

remind-reminded = rappel déjà envoyé
remind-unknown = introuvable sur la plateforme
remind-submitted = rapport pour { $month } envoyé
remind-early = pas avant le { $day } à { $time }, heure locale
remind-missing = { $days ->
    [one] { $days } jour manque
   *[other] { $days } jours manquent
}
remind-open = complet, mais pas envoyé
remind-complete = complet
