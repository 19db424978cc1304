### Les fichiers faits d’un mois : les boutons et les mots qui les accompagnent, et tout ce qu’ils contiennent.

# Les boutons d’un rapport.
file-csv = CSV
file-xlsx = Excel
file-pdf = PDF
file-png = Image

# Ce qui est dit à côté d’un fichier.
file-yours = Voici votre rapport en { $kind ->
    [csv] CSV
    [xlsx] Excel
    [png] image
   *[pdf] PDF
} : { $month }
file-theirs = Voici le rapport en { $kind ->
    [csv] CSV
    [xlsx] Excel
    [png] image
   *[pdf] PDF
} : { $name }, { $month }
file-after-submit = Votre rapport est envoyé ({ $month }). Le voici en PDF, avec de la place pour signer.
file-refused = Je n’ai pas pu vous envoyer { $name } : le fichier n’a pas été accepté. Redemandez plus tard, ou prévenez votre administrateur : { $reference }.
file-title = { $name }, { $month }
file-alt = Calendrier : { $name }, { $month }. { $states }.
file-alt-state = { $state } : { $days }

# Au-dessus, à côté et en dessous des jours.
sheet-heading = Rapport d’activité, { $month }
sheet-company = Entreprise
sheet-name = Nom
sheet-email = E-mail
sheet-month = Mois
sheet-state = État
sheet-open = ouvert
sheet-submitted = envoyé
sheet-date = Date
sheet-weekday = Jour
sheet-kind = Type
sheet-code = Code
sheet-what = Projet ou absence
sheet-percent = Pourcentage
sheet-days = Jours
sheet-kind-project = projet
sheet-kind-absence = absence
sheet-kind-total = total
sheet-day-name = { DATE($day, pattern: "EEEE") }
sheet-day-letter = { DATE($day, pattern: "EEEEE") }
sheet-day-short = { DATE($day, pattern: "EEE") }
sheet-total = Total
sheet-worked = Travaillé
sheet-absent = Absent
sheet-nothing = Rien n’est saisi.
sheet-missing = Jours manquants : { $days }
sheet-legend = Les valeurs sont en jours. Gris : week-end. { $mark } : jour férié.
sheet-made-on = Fait par Tally le { DATE($day, pattern: "d MMMM y") }.
sheet-employee = Employé
sheet-manager = Responsable
sheet-signature = Date et signature

# La légende du calendrier, et ses lettres.
calendar-reported = Saisi
calendar-partly = Incomplet
calendar-missing = À saisir
calendar-absent = Absent
calendar-holiday = Jour férié
calendar-weekend = Week-end
calendar-ahead = À venir
calendar-mark-absent = A
calendar-mark-holiday = F

# Dans un terminal.
console-can-export = /export { $what } pdf en fait un fichier (ou csv, xlsx, png).
console-file-at = Le fichier est ici : { $path }
