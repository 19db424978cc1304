### Ce que disent les outils : comment une carte nomme une ligne, avertissements, résultats et refus.

delete-title = Supprimer : { $what }
delete-everything = tout
delete-nothing = Il n’y a rien à supprimer ({ $days }).
delete-nothing-of = Il n’y a rien à supprimer pour { $what } ({ $days }).

day-is-holiday = Le { $day } est un jour férié.
day-is-weekend = Le { $day } tombe un week-end.

copy-title = Copier { $days }
copy-nothing = Il n’y a rien à copier ({ $days }).
copy-skips-filled = Le { $day } est laissé de côté : il est déjà rempli.
copy-skips-free = Le { $day } est laissé de côté : ce n’est pas un jour travaillé.

admins-only = Seuls les administrateurs peuvent faire cela. Demandez à l’un d’eux.
admins-only-reports = Seuls les administrateurs peuvent voir les rapports des autres.
quoted-words = Je ne touche pas à ce qui est entre guillemets. Dites-le sans eux si vous le voulez dans votre rapport.
own-report-only = Je n’écris que dans votre propre rapport. Cette personne peut me le dire et l’approuver : { $name }.

assign-title = Affecter { $person } à { $project }
assigned-already = { $person } est déjà sur { $project }.
create-project-title = Nouveau projet { $project }
create-project-client = pour { $client }
add-employee-title = Ajouter { $person }, { $email }
add-employee-role = comme { $role ->
    [admin] administrateur
   *[user] utilisateur
}
employee-exists = Quelqu’un a déjà l’adresse { $email }.

submit-title = Envoyer le rapport : { $month }
submit-days = { $days } sur { $all }
submit-missing = Jours encore manquants : { $days }
submitted-already = Le rapport pour { $month } est déjà envoyé.
take-back-title = Reprendre le rapport : { $month }
take-back-nothing = Le rapport pour { $month } n’est pas envoyé, il n’y a donc rien à reprendre.

your-projects = Vos projets
your-projects-none = Aucun projet ne vous est affecté. Demandez à un administrateur de vous en affecter un.
all-projects = Tous les projets
all-projects-none = Il n’y a pas encore de projet.
everybody = Tout le monde
week-title = Semaine { $number }
week-holiday = { $day } (férié)
not-submitted = Pas encore envoyé pour { $month }
not-submitted-days = { $person } : { $days ->
    [one] { $days } jour manquant
   *[other] { $days } jours manquants
}
not-submitted-nobody = Personne.
