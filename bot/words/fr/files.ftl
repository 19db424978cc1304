### Les fichiers d’un mois : les boutons, les mots qui les accompagnent, et tout ce qui s’y trouve.

# Les boutons d’un rapport.
file-csv = CSV
file-xlsx = Excel
file-pdf = PDF
file-png = Image

# Ce qui est dit à côté d’un fichier.
file-yours = Voici { $month } { $kind ->
    [csv] en CSV
    [xlsx] en feuille Excel
    [png] en image
   *[pdf] en PDF
}.
file-theirs = Voici { $month } de { $name } { $kind ->
    [csv] en CSV
    [xlsx] en feuille Excel
    [png] en image
   *[pdf] en PDF
}.
file-after-submit = { $month } est envoyé. Le voici en PDF, avec la place pour signer.
file-refused = Je n’ai pas pu vous envoyer { $name } : le fichier n’a pas été accepté. Redemandez-le plus tard, ou prévenez votre administrateur : { $reference }.
file-title = { $name }, { $month }
file-alt = Calendrier de { $month } de { $name }. { $states }.
file-alt-state = { $state } : { $days }

# Au-dessus, à côté et en dessous des jours.
sheet-heading = Compte rendu d’activité, { $month }
sheet-company = Entreprise
sheet-name = Nom
sheet-email = E-mail
sheet-month = Mois
sheet-state = État
sheet-open = ouvert
sheet-submitted = envoyé
sheet-date = Date
sheet-weekday = Jour
sheet-kind = Nature
sheet-code = Code
sheet-what = Projet ou absence
sheet-percent = Pour cent
sheet-days = Jours
sheet-kind-project = projet
sheet-kind-absence = absence
sheet-kind-total = total
sheet-day-name = { DATE($day, pattern: "EEEE") }
sheet-day-letter = { DATE($day, pattern: "EEEEE") }
sheet-day-short = { DATE($day, pattern: "EEE") }
sheet-total = Total
sheet-worked = Travaillés
sheet-absent = Absences
sheet-nothing = Rien n’est saisi.
sheet-missing = À saisir : { $days }
sheet-legend = Les montants sont des jours. Gris : week-end. { $mark } : jour férié.
sheet-made-on = Établi par Tally le { DATE($day, pattern: "d MMMM y") }.
sheet-employee = Employé
sheet-manager = Responsable
sheet-signature = Date et signature

# La légende du calendrier, et ses lettres.
calendar-reported = Saisi
calendar-partly = En partie
calendar-missing = À saisir
calendar-absent = Absence
calendar-holiday = Jour férié
calendar-weekend = Week-end
calendar-ahead = À venir
calendar-mark-absent = A
calendar-mark-holiday = F

# Dans un terminal.
console-can-export = /export { $what } pdf en fait un fichier (ou csv, xlsx, png).
console-file-at = Il se trouve ici : { $path }
