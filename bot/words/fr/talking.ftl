### Les entrées autres que les mots de la conversation : la commande, le raccourci, les suggestions ; les étapes, les avis.

# `/tally` : ce qu’il répond, et ce que fait chacun de ses mots.
command-words = Après la commande vient un de ces mots :
command-status = où en est ce mois, et ce qui attend votre décision
command-submit = envoyer ce mois, ou un autre : « submit octobre »
command-reset = recommencer la conversation
command-help = cette liste
command-unknown = « { $typed } » n’existe pas.
command-waiting = { $cards ->
    [one] Une carte ci-dessus attend votre décision.
   *[other] { $cards } cartes ci-dessus attendent votre décision.
}
command-answered-there = Je réponds dans notre conversation privée.

# « Report this », sur un message.
picked-answered-there = Je lis ce message et je réponds dans notre conversation privée.
picked-own = Vous avez choisi ce message, écrit par vous : « { $words } »
picked-other = Vous avez choisi ce message de { $author } : « { $words } »
picked-earlier = Il a été écrit le { $day } ; un mot comme « aujourd’hui » désigne aujourd’hui, pas ce jour-là.
picked-mine = J’ai écrit ce message moi-même. Choisissez-en un que vous ou quelqu’un d’autre avez écrit.

# Ce qu’une conversation vide propose d’abord à qui il manque des jours : le titre, et ce que dit un clic.
prompt-fill = { $days ->
    [one] Saisir le jour manquant sur { $project }
   *[other] Saisir { $days } jours manquants sur { $project }
}
prompt-fill-words = { $project } { $days }
prompt-fill-stretch = du { $first } au { $last }

# Ce que fait le bot des appels du modèle.
step-looking = consulte le rapport…
step-checking = vérifie les jours…
step-read = lit { $things }…

# La ligne sous une réponse : ce dont elle est faite.
read-first = Lu : { $things }
read-report = le rapport de { $month }
read-report-of = le rapport de { $person }, { $month }
read-projects = les projets
read-people = les personnes
read-missing = qui n’a pas envoyé { $month }
read-week = le calendrier

# 👍 et 👎 sous une réponse en mots.
feedback-good = Bonne réponse
feedback-bad = Mauvaise réponse
feedback-thanks = Merci. C’est noté ; un autre clic le change.
feedback-thanks-bad = Merci, c’est noté. Dites-le avec d’autres mots et je réessaie ; un autre clic le change.
console-help-judge = ce que vous pensez de la dernière réponse
feedback-nothing = Il n’y a pas ici de réponse à juger.
feedback-title = Ce que l’on pense des réponses
feedback-counts = { $good ->
    [one] { $good } bonne
   *[other] { $good } bonnes
}, { $bad ->
    [one] { $bad } mauvaise
   *[other] { $bad } mauvaises
}
feedback-none = Personne n’a encore jugé de réponse.
feedback-when = Quand
feedback-verdict = Avis
feedback-asked = La demande
feedback-answer = La réponse
