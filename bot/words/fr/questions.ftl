### Ce que les outils demandent quand un argument manque, est inconnu ou n’est pas clair, et le nom des champs.

field-days = Jours
field-days-to-copy = Jours à copier
field-days-hint = ou avec des mots : du lundi au jeudi
ask-days = Quels jours ?
ask-about = { $subject } : { $question }

field-amount = Part de chaque jour
ask-amount = Quelle part de chaque jour : 25, 50, 75 ou 100 % ?
# $work : plusieurs lignes ; $days : les jours où elles font $percent %
ask-shares = { $work } feraient { $percent } % ({ $days }) : un jour compte 100 %. Quelle part pour chacun ?
shares-unclear = { $work } feraient { $percent } % ({ $days }) : un jour compte 100 %. Qu’avez-vous fait ces jours-là ? Redites-le.
amount-not-understood = Je ne comprends pas « { $phrase } ».

field-reason = Motif
ask-reason = Quel type d’absence ?

field-month = Mois
ask-month = Quel mois ?
field-week = Semaine
ask-week = Quelle semaine ?

field-project = Projet
ask-project = Quel projet ?
ask-which-project = Quel projet désigne « { $phrase } » ?
project-unknown = Je ne connais pas de projet « { $phrase } ». Lequel est-ce ?
project-gone = Le projet { $code } n’existe plus. Choisissez-en un autre.

field-employee = Employé
ask-employee = Qui ?
ask-which-employee = Qui désigne « { $phrase } » ?
employee-unknown = Je ne connais personne du nom de « { $phrase } ». Qui est-ce ?
employee-gone = Il n’y a plus d’employé { $email }.

field-code = Code
ask-code = Quel code ?
code-taken = Le code { $code } est déjà celui du projet { $project }. Quel code faut-il ?
field-title = Nom
ask-title = Quel nom ?
field-client = Client
ask-client = Pour quel client ?
field-first-name = Prénom
ask-first-name = Quel prénom ?
field-last-name = Nom
ask-last-name = Quel nom de famille ?
field-email = E-mail
ask-email = Quelle adresse e-mail ?
email-wrong = « { $phrase } » n’est pas une adresse e-mail.
field-role = Rôle
ask-role = Est-ce un utilisateur ou un administrateur ?
role-user = utilisateur
role-admin = administrateur

ask-what-differs = Je n’ai pas compris ce qui doit changer. Que faut-il mettre ?

choices-named = { $others } ou { $last } ?
choices-named-more = { $named } ou { $count ->
    [one] un autre
   *[other] { $count } autres
} ?
choices-more = { $count ->
    [one] Il y en a encore un : tapez son nom.
   *[other] Il y en a encore { $count } : tapez le nom.
}
