### Ce que dit `tally chat` dans le terminal. Ce que le bot dit des rapports et des cartes est dans les autres fichiers.

# Une carte.
console-you-said = Vous avez dit :
console-still-open = Reste à remplir ensuite :
console-problem = Impossible à enregistrer : { $problem }
console-warning = À noter : { $warning }
console-only-together = Seulement avec la ligne { $lines }.
console-before = avant
console-after = après
console-over = plus de 100 %
console-key-approve = { $keys } approuver
console-key-edit = { $keys } modifier
console-key-decline = { $keys } refuser
console-key-all = A tout approuver ({ $count })
console-key-answer = { $keys } répondre
console-waits = Cette carte attend votre décision :
console-shown-again = Affiché de nouveau, au cas où vous ne l’auriez pas vu :

# Un mois, un rappel, la page d’accueil.
console-missing = Jours manquants : { $days }
console-submitted = Envoyé.
console-complete = Il ne manque rien.
console-nothing-missing = Il ne manque rien pour l’instant.
console-day-missing = à saisir
console-day-holiday = férié
console-day-not-full = (incomplet)
console-not-decided = { $count ->
    [one] { $count } proposition de ce mois attend encore une décision.
   *[other] { $count } propositions de ce mois attendent encore une décision.
}
console-can-submit = /submit { $month } l’envoie.
console-reminder-keys = /report { $month } affiche le mois, /submit { $month } l’envoie.
console-show-month = /report { $month } affiche le mois.
console-cards-waiting = { $count ->
    [one] { $count } carte attend votre décision.
   *[other] { $count } cartes attendent votre décision.
}
console-status = Tally { $doing }

# Les touches.
console-nothing-to-decide = Il n’y a aucune carte à décider. Écrivez ce que vous avez fait, par exemple « apollo lundi ».
console-no-line = Rien sur les cartes n’accepte cela. Chaque carte indique ses touches.
console-no-such-line = Aucune ligne ouverte { $number } n’accepte cela. La dernière carte indique ses touches.
console-which-line = Quelle ligne ? { $keys }
console-new-meanwhile =
    Quelque chose de nouveau est apparu pendant votre saisie, qui n’a donc pas été prise en compte. Regardez, puis recommencez :
    { $keys }
console-nothing-left-meanwhile = Quelque chose de nouveau est apparu pendant votre saisie, qui n’a donc pas été prise en compte. Plus rien n’attend de touche.
console-why-declined = Pourquoi ? (Entrée pour ne pas donner de raison)
console-unknown-command = La commande { $command } n’existe pas. /help les donne toutes.
console-month-unknown = Je ne connais pas le mois « { $month } ». Écrivez-le comme 2026-11, ou omettez-le pour le mois en cours.
console-not-taken = Cela n’a pas été pris en compte : { $why }

# Le formulaire Modifier.
console-form-how = Entrée garde ce qui est entre crochets, { $empty } vide un champ, { $cancel } quitte le formulaire.
console-form-now = { $label } [{ $value }]
console-form-choose = Écrivez un numéro ou un mot de la liste.
console-form-error = { $label } : { $error }
console-form-saves = Enregistrer et approuver ? (a oui, e corriger, Entrée laisser tel quel)
console-form-left = La carte reste telle quelle. Rien n’a été enregistré.

# Arriver et partir.
console-begin = Écrivez ce que vous avez fait, par exemple « apollo lundi ». /help donne les touches, /quit permet de sortir.
console-bye = À bientôt.
console-still-working = C’est plus long que d’habitude. La réponse s’affichera ici dès qu’elle sera prête.
console-help-words = tout ce que vous écrivez est lu par l’assistant ; pour une réponse proposée, son numéro suffit
console-help-approve = approuver ; a2 approuve la ligne 2, A toute la dernière carte
console-help-edit = modifier, e2 modifie la ligne 2
console-help-decline = refuser, d2 refuse la ligne 2 ; la raison est facultative
console-help-report = afficher un mois : /report ou /report 2026-10
console-help-submit = envoyer un mois : /submit ou /submit 2026-10
console-help-home = l’état du mois, et toutes les cartes en attente
console-help-reset = commencer une nouvelle conversation
console-help-context = ce que l’assistant voit de la conversation
console-help-quit = sortir ; ce qui attend s’affichera la prochaine fois

# Qui est au terminal.
console-nobody-here = Il n’y a encore personne dans cette base de données. Chargez votre entreprise avec `tally db load company.json` (docs/company.md), ou essayez celle de démonstration : `tally chat --demo`.
console-unknown-person = « { $wanted } » ne désigne pas un seul employé. Il y a : { $people }.
console-who = Qui êtes-vous ? (un numéro, un nom ou une adresse e-mail)

console-help-export = un mois en fichier : /export pdf 2026-10 ; ou csv, xlsx, png
console-help-week = copier la semaine précédente sur les jours manquants d’une semaine : /same ou /same 2026-11-16
console-help-fill = mettre un projet sur les jours manquants : /fill ou /fill 2026-10
console-help-withdraw = reprendre un mois envoyé : /withdraw ou /withdraw 2026-10
console-help-nudge = rappeler à tous ceux qui n’ont pas envoyé (administrateurs) : /nudge ou /nudge 2026-10
console-help-preferences = langue, fuseau horaire, heure des rappels, projet proposé en premier
console-help-forget = supprimer ce que je sais de vous ; votre rapport reste

console-can-withdraw = /withdraw { $month } le reprend.
console-can-nudge = { $count ->
    [one] rappelle une personne
   *[other] rappelle { $count } personnes
}
console-day-unknown = Je ne connais pas le jour « { $day } ». Écrivez-le comme 2026-11-16, ou omettez-le pour la semaine la plus ancienne.
console-preferences-save = Enregistrer ? (a oui, e corriger, Entrée laisser tel quel)
console-forget-word = oublier
console-forget-sure = Pour continuer, écrivez { $word }. Entrée laisse tout tel quel.
console-forget-left = Rien n’a été supprimé.
