### Les autres façons de parler : la commande, le raccourci, les suggestions ; les étapes, et les avis.

# `/tally` : ce qu’elle répond, et ce que fait chacun de ses mots.
command-words = Après la commande vient l’un de ces mots :
command-status = l’état du mois, et ce qui vous attend
command-submit = envoyer ce mois, ou un autre : « submit octobre »
command-reset = recommencer la conversation à zéro
command-help = cette liste
command-unknown = « { $typed } » n’existe pas.
command-waiting = { $cards ->
    [one] Une carte ci-dessus attend votre décision.
   *[other] { $cards } cartes ci-dessus attendent votre décision.
}
command-answered-there = Je réponds dans notre conversation directe.

# « Report this », sur un message.
picked-answered-there = Je lis ce message, et je réponds dans notre conversation directe.
picked-own = Vous avez choisi ce message de vous : « { $words } »
picked-other = Vous avez choisi ce message ({ $author }) : « { $words } »
picked-earlier = Il a été écrit le { $day } ; un mot comme « aujourd’hui » y veut dire aujourd’hui, pas alors.
picked-mine = J’ai écrit ce message moi-même. Choisissez-en un de vous ou de quelqu’un d’autre.

# Ce que propose d’abord une conversation vide à qui a des jours manquants : le titre, et ce que dit un clic.
prompt-fill = { $days ->
    [one] Remplir un jour manquant avec { $project }
   *[other] Remplir { $days } jours manquants avec { $project }
}
prompt-fill-words = { $project } { $days }
prompt-fill-day = { DATE($day, pattern: "EEEE d MMMM") }
prompt-fill-stretch = du { DATE($first, pattern: "EEEE d") } au { DATE($last, pattern: "EEEE d MMMM") }

# Ce que fait le bot des appels du modèle, pendant qu’il le fait.
step-looking = cherche…
step-checking = vérifie les jours…
step-read = lit { $things }…

# La ligne sous une réponse : d’où elle vient.
read-first = Lu : { $things }
read-report = le rapport ({ $month })
read-report-of = le rapport ({ $person }, { $month })
read-projects = les projets
read-people = les personnes
read-missing = les rapports non envoyés ({ $month })
read-week = le calendrier

# 👍 et 👎 sous une réponse en mots.
feedback-good = Bonne réponse
feedback-bad = Mauvaise réponse
feedback-thanks = Merci, c’est noté ; un autre clic le change.
feedback-thanks-bad = Merci, c’est noté. Dites-le autrement, et je réessaie ; un autre clic le change.
console-help-judge = votre avis sur la dernière réponse
feedback-nothing = Il n’y a pas ici de réponse à juger.
feedback-title = L’avis des gens sur les réponses
feedback-counts = { $good } bonnes, { $bad } mauvaises
feedback-none = Personne n’a encore jugé de réponse.
feedback-when = Quand
feedback-verdict = Avis
feedback-asked = La demande
feedback-answer = La réponse
