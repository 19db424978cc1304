### La page d’accueil : le calendrier, les cartes en un clic, ce qui attend, les préférences, l’oubli, et qui n’a pas envoyé.

# Le calendrier : les signes sont expliqués dessous, seulement ceux qui s’y trouvent.
calendar-weekday = { DATE($day, pattern: "EEE") }
calendar-today = Aujourd’hui est entre crochets.
state-reported = saisis
state-partly = en partie
state-missing = manquants
state-absent = absents
state-holiday = fériés
state-weekend = week-end
state-ahead = à venir
state-count = { $count } { $state }

# Les cartes en un clic.
offers-title = Jours manquants en un clic
offers-how = Chaque bouton fait une carte dans Messages. Rien n’est enregistré avant votre approbation.
offer-same-week = Comme la semaine d’avant : { $days }
offer-fill = { $days ->
    [one] Remplir { $days } jour manquant avec { $project }
   *[other] Remplir { $days } jours manquants avec { $project }
}
offer-waits-already = Ces jours attendent déjà sur une carte. Approuvez-la ou refusez-la d’abord.
offer-nothing-left = Il n’y manque plus rien, il n’y a donc pas de carte à faire.
offer-no-project = Je ne sais pas quel projet proposer : vous n’en avez pas utilisé récemment. Dites-le-moi, par exemple « Apollo lundi ».

# Ce qui attend.
home-waiting = En attente de votre décision
home-nothing-waits = Rien n’attend votre décision.
home-waiting-more = { $count ->
    [one] … et une autre carte, plus ancienne.
   *[other] … et { $count } autres cartes, plus anciennes.
}
home-card-more = { $some } et { $more } de plus
home-card-since = en attente depuis { $when }
home-card-elsewhere = Elle attend là où vous l’avez faite, pas ici.
home-show-card = Voir la carte
home-card-decided = Plus rien n’attend sur cette carte.

# Envoyer et reprendre.
withdraw = Reprendre
withdraw-impossible = Je ne peux pas reprendre { $month }.

# Les préférences.
preferences = Préférences
preferences-save = Enregistrer
preferences-now = Préférences : { $summary }
prefer-language = Langue
prefer-zone = Fuseau horaire
prefer-hour = Heure des rappels
prefer-project = Projet proposé en premier
prefer-project-hint = Il vient en premier là où vous choisissez. Il n’est jamais enregistré sans vous.
prefer-automatic = Automatique ({ $value })
prefer-no-project = Aucun
prefer-unknown = { $value } ne peut plus être choisi. Rouvrez les préférences.
prefer-reminders-at = rappels à { $time }
prefer-offered-first = { $project } en premier

# Oublier quelqu’un.
forget = M’oublier
forget-title = Tout oublier de vous ?
forget-text = Je supprime nos conversations, les cartes, vos préférences et vos avis. Ce qui attend est abandonné. Votre rapport reste : il appartient à l’entreprise.
forget-yes = M’oublier
forgotten = J’ai oublié nos conversations, vos cartes et vos préférences. Votre rapport reste dans { $ledger } : il appartient à l’entreprise. Ce que vous voyez encore plus haut est gardé par cette messagerie, pas par moi.
forget-not-yet = Une chose que vous avez approuvée n’est pas encore dans { $ledger }. Pour qu’elle ne soit pas perdue, je ne peux vous oublier qu’une fois qu’elle est enregistrée ; redemandez-le alors.

# Qui n’a pas envoyé, pour les administrateurs.
late-days = { $days ->
    [one] { $days } jour manque
   *[other] { $days } jours manquent
}
late-full = complet, pas envoyé
late-so-far = rien ne manque pour l’instant
late-nobody = Personne : tout le monde a envoyé.
late-more = … et { $count } de plus
late-person = { $name } : { $standing }
nudge = Relancer
nudge-all = Tous les relancer ({ $count })
nudge-all-title = Relancer { $count ->
    [one] une personne
   *[other] { $count } personnes
} ?
nudge-all-text = Chacun reçoit aujourd’hui un message qui dit ce qui manque.
nudge-all-yes = Relancer
nudged = Relancés : { $people }.
nudged-before = Déjà relancés aujourd’hui : { $people }.
nudged-nobody = Introuvables sur cette messagerie : { $people }.
nudged-none = Il n’y a personne à relancer pour { $month }.
