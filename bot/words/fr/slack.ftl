### Ce qui entoure sur Slack les autres phrases : boutons, titres, exemples, mots des tableaux.

# Une carte.
you-said = Vous avez dit :
you-said-words = Vous avez dit : « { $words } »
card-more-lines = … et { $count } de plus, affichées quand une partie de celles-ci sera décidée.
card-empty = Il ne reste rien sur cette carte.
still-open = Reste à remplir ensuite :
still-open-days = Reste à remplir ensuite : { $days }
only-together = Seulement avec la ligne { $lines }.
approve = Approuver
approve-lines = Approuver { $lines }
approve-all = Tout approuver ({ $count })
edit = Modifier
decline = Refuser

# Les tableaux de jours.
table-before = avant
table-after = après
table-over = plus de 100 %
day-not-full = (incomplet)
day-missing = à saisir
day-holiday = férié
entries-more = + { $count } de plus
days-more = … et { $count ->
    [one] { $count } autre jour
   *[other] { $count } autres jours
}
days-in-all = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}

# Le formulaire Modifier et la raison d’un refus.
save-and-approve = Enregistrer et approuver
cancel = Annuler
choose-days = Choisissez les jours ici ou tapez-les ci-dessous ; l’un des deux est nécessaire.
type-days = … ou tapez les jours
type-days-example = Par exemple : du lundi au jeudi
decline-why = Pourquoi ? (l’assistant le lit et peut proposer autre chose)

# Un mois, la page d’accueil, un rappel.
month-submitted = { $month } (envoyé)
month-open = { $month } (ouvert)
days-missing = Jours manquants : { $days }
nothing-missing = Il ne manque rien.
nothing-missing-so-far = Il ne manque rien pour l’instant.
nothing-reported = Rien n’est encore saisi.
submitted = Envoyé.
totals-more = … et { $count } de plus
undecided-lines = { $count ->
    [one] { $count } proposition de ce mois attend
   *[other] { $count } propositions de ce mois attendent
} encore une décision.
cards-waiting = { $count ->
    [one] { $count } carte attend
   *[other] { $count } cartes attendent
} votre décision dans Messages.
how-to-report = Dites-moi dans Messages ce que vous avez fait.
previous-month = ‹ Mois précédent
next-month = Mois suivant ›
show-month = Voir le mois
submit = Envoyer

# Ce que propose une conversation vide : les titres, et ce que dit un clic quand c’est davantage.
prompt-missing = Que manque-t-il ce mois-ci ?
prompt-report = Voir mon rapport
prompt-report-words = Montrez-moi mon rapport de ce mois
prompt-projects = Sur quels projets suis-je ?
