### Pourquoi un registre n’enregistre pas ce qui a été approuvé : sur la carte, après « Non enregistré : ».

day-changed = le { $day } a changé : la carte montrait { $shown }, et le rapport contient { $found }.
entry-and-entry = { $one } et { $other }
no-entries = rien
entry-of-others = une modification pour { $email } ne peut pas contenir les saisies d’une autre personne ({ $other }).
entry-percent = { $percent } % le { $day } n’est ni 25, ni 50, ni 75, ni 100 %.
entry-subject = la saisie du { $day } doit avoir un projet ou un motif d’absence, et pas les deux.
entry-gone = { $entry } le { $day } n’est plus dans le rapport.
no-such-reason = le motif d’absence { $code } n’existe pas.
employee-not-assigned = le projet { $project } n’est pas affecté à { $email }.
employee-not-there = personne n’a l’adresse { $email } dans le registre : ajoutez d’abord l’employé.
admins-only-write = seuls les administrateurs peuvent modifier les projets et les personnes.
there-already = { $key } est déjà dans le registre.
not-there-any-more = { $project } ou { $email } n’est plus dans le registre.
employee-assigned-already = le projet { $project } est déjà affecté à { $email }.
month-is-submitted = le rapport pour { $month } est envoyé : reprenez-le avant de le modifier.
month-is-so-already = le rapport pour { $month } est déjà { $state ->
    [submitted] envoyé
   *[open] ouvert
}.
day-over-full = le { $day } passerait à { $percent } %, au-delà des { $most } % d’un jour.

built-in-ledger-away = La base de données du registre intégré est inutilisable ({ $cause }).
