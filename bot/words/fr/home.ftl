### La page d’accueil : le calendrier, les cartes en un clic, ce qui attend, les préférences, l’oubli, et qui n’a pas envoyé.

# Le calendrier : ses signes sont expliqués dessous, seulement ceux qui y figurent.
calendar-weekday = { DATE($day, pattern: "EEE") }
calendar-today = Aujourd’hui est entre crochets.
state-reported = saisi
state-partly = incomplet
state-missing = à saisir
state-absent = absent
state-holiday = férié
state-weekend = week-end
state-ahead = à venir
state-count = { $count } { $state }

# Les cartes en un clic.
offers-title = Jours manquants en un clic
offers-how = Chacun de ces boutons prépare une carte dans Messages. Rien n’est enregistré avant votre approbation.
offer-same-week = Comme la semaine précédente : { $days }
offer-fill = { $days ->
    [one] Remplir { $days } jour manquant avec { $project }
   *[other] Remplir { $days } jours manquants avec { $project }
}
offer-waits-already = Ces jours attendent déjà sur une carte. Approuvez-la ou refusez-la d’abord.
offer-nothing-left = Il n’y manque plus rien : il n’y a pas de carte à préparer.
offer-no-project = Je ne sais pas quel projet proposer : vous n’en avez pas utilisé récemment. Dites-le-moi, par exemple « Apollo lundi ».

# Ce qui attend.
home-waiting = En attente de votre décision
home-nothing-waits = Rien n’attend votre décision.
home-waiting-more = { $count ->
    [one] … et encore une carte, plus ancienne.
   *[other] … et { $count } autres cartes, plus anciennes.
}
home-card-more = { $some } et { $more ->
    [one] { $more } autre
   *[other] { $more } autres
}
home-card-since = attend depuis { $when }
home-card-elsewhere = Elle attend là où vous l’avez faite, pas ici.
home-show-card = Voir la carte
home-card-decided = Plus rien n’attend sur cette carte.

# Envoyer et reprendre.
withdraw = Reprendre
withdraw-impossible = Je ne peux pas reprendre le rapport pour { $month }.

# Les préférences.
preferences = Préférences
preferences-save = Enregistrer
preferences-now = Préférences : { $summary }
prefer-language = Langue
prefer-zone = Fuseau horaire
prefer-hour = Heure des rappels
prefer-project = Projet proposé en premier
prefer-project-hint = Il vient en premier quand vous choisissez. Il n’est jamais enregistré sans vous.
prefer-automatic = Automatique ({ $value })
prefer-no-project = Aucun
prefer-unknown = { $value } ne peut plus être choisi. Rouvrez les préférences.
prefer-reminders-at = rappels à { $time }
prefer-offered-first = { $project } en premier

# Oublier quelqu’un.
forget = M’oublier
forget-title = Tout oublier de vous ?
forget-text = Je supprime nos conversations, les cartes, vos préférences et vos avis. Ce qui attend est abandonné. Votre rapport reste : il fait partie des comptes de l’entreprise.
forget-yes = M’oublier
forgotten = J’ai oublié nos conversations, vos cartes et vos préférences. Votre rapport reste dans { $ledger } : il fait partie des comptes de l’entreprise. Ce que vous voyez encore ci-dessus est conservé par cette messagerie, pas par moi.
forget-not-yet = Quelque chose que vous avez approuvé n’est pas encore dans { $ledger }. Pour que ce ne soit pas perdu, je ne peux vous oublier qu’une fois que c’est enregistré ; redemandez-le-moi alors.

# Qui n’a pas envoyé, pour les administrateurs.
late-days = { $days ->
    [one] { $days } jour manquant
   *[other] { $days } jours manquants
}
late-full = complet, pas envoyé
late-so-far = rien ne manque pour l’instant
late-nobody = Personne : tout le monde a envoyé son rapport.
late-more = … et { $count } de plus
late-person = { $name } : { $standing }
nudge = Relancer
nudge-all = Tout relancer ({ $count })
nudge-all-title = Relancer { $count ->
    [one] une personne
   *[other] { $count } personnes
} ?
nudge-all-text = Chaque personne reçoit aujourd’hui un message qui indique ce qui manque.
nudge-all-yes = Relancer
nudged = Rappel envoyé : { $people }.
nudged-before = Rappel déjà envoyé aujourd’hui : { $people }.
nudged-nobody = Introuvable sur cette messagerie : { $people }.
nudged-none = Il n’y a personne à relancer pour { $month }.
