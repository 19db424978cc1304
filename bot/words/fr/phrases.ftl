### Pourquoi des jours, un mois, une semaine ou une part ne peuvent être lus, et que dire à la place.

no-day-named = Aucun jour n’est indiqué. Essayez « lundi », « du lundi au jeudi » ou « du 3 au 7 novembre ».
days-unknown = Je ne sais pas quels jours désigne « { $phrase } ». Essayez « lundi », « du lundi au jeudi » ou « du 3 au 7 novembre ».
days-none-left = « { $phrase } » ne laisse aucun jour. Indiquez les jours voulus.
days-all-free = « { $phrase } » ne contient que des week-ends et des jours fériés. Indiquez le jour lui-même si vous avez travaillé.
days-until-when = Je ne sais pas jusqu’à quand. Indiquez le début et la fin, par exemple « du lundi au jeudi ».
days-at-an-edge = Je ne sais pas quels jours ce sont. Indiquez-les, par exemple « jeudi et vendredi ».
days-a-year = Une année entière ne se remplit pas d’un coup. Indiquez un mois, par exemple « novembre 2026 ».
days-too-many = C’est plus d’un an à la fois. Indiquez une durée plus courte, par exemple un mois.
days-unclear = Je ne sais pas quels jours ce sont. Précisez un peu, par exemple « { $kind ->
    [nth] le premier lundi de juin
    [rest] le reste de la semaine
    [edge] jusqu’à la fin du mois
   *[other] le 3 novembre
} ».
days-of-that-time = Je ne peux pas dire quels jours de cette période. Indiquez-les, par exemple « du 3 au 7 novembre ».
days-over = Il ne reste rien de cette période : elle est passée. Indiquez plutôt les jours.

day-too-far = C’est trop loin. Indiquez un jour de cette année ou de la prochaine.
date-too-far = C’est trop loin. Indiquez plutôt la date.
month-not-there = Il n’y a pas de mois { $number }. Le jour s’écrit d’abord, par exemple 3/11 ou 3 novembre.
year-not-there = L’année { $year } ne peut pas être saisie. Indiquez un jour de cette année.
day-not-there = Le { $number } { $month } n’existe pas. Indiquez un jour qui existe.
week-not-there = Il n’y a pas de semaine { $number } en { $year }. Les semaines vont de 1 à 52 ou 53.
weekday-not-there = Cette période n’a pas autant de { $weekday }s. Indiquez plutôt la date.
weekday-several = Il y a plusieurs { $weekday }s dans cette période. Essayez « tous les { $lower }s de mai », ou indiquez la date.
weekdays-backwards = Ces jours sont à l’envers. Dites d’abord le premier.
weekday-other = Le { $day } est un { $weekday }, pas un { $said }. Dites lequel des deux vous voulez.
range-backwards = Cela va du { $first } au { $last }, donc à l’envers. Dites d’abord le premier jour.
range-backwards-to-today = Cela va du { $first } à aujourd’hui, { $last }, donc à l’envers. Dites d’abord le premier jour.
range-backwards-from-today = Cela va d’aujourd’hui, { $first }, au { $last }, donc à l’envers. Dites d’abord le premier jour.

these-unclear = « Ces { $count } { $unit ->
    [week] semaines
    [month] mois
    [year] ans
   *[day] jours
} » n’est pas clair. Essayez « les { $count } { $unit ->
    [week] dernières semaines
    [month] derniers mois
    [year] dernières années
   *[day] derniers jours
} », ou indiquez les jours.
first-unclear = Je ne sais pas lire cela. Essayez « les { $count } { $unit ->
    [week] premières semaines
    [month] premiers mois
    [year] premières années
   *[day] premiers jours
} de juin », ou indiquez les jours.
numbered-unclear = Je ne sais pas lire « { $unit ->
    [week] semaine
    [month] mois
    [year] année
   *[day] jour
} { $number } ». Indiquez le jour, par exemple « le 3 novembre ».
every-unclear = « Chaque { $unit ->
    [week] semaine
    [month] mois
    [year] année
   *[day] jour
} » n’indique aucun jour. Essayez « tous les lundis de mai » ou « la semaine dernière ».

month-not-named = Je ne sais pas de quel mois il s’agit. Essayez « ce mois-ci », « octobre » ou « 2026-10 ».
month-unknown = Je ne sais pas quel mois désigne « { $phrase } ». Essayez « ce mois-ci », « octobre » ou « 2026-10 ».
month-only-number = Je ne sais pas quel mois est « { $phrase } ». Indiquez son nom, par exemple « octobre » ou « 2026-10 ».
month-several = « { $phrase } » s’étend sur plusieurs mois. Indiquez-en un, par exemple « octobre ».
week-several = « { $phrase } » fait plus d’une semaine. Essayez « cette semaine », « semaine 20 » ou « la semaine du 3 mars ».

amount-several = « { $phrase } » indique plusieurs parts. Dites-en une seule, par exemple « demi-journées ».
amount-impossible = « { $phrase } » n’est pas une part de journée possible. Un jour se remplit par quarts : dites 25, 50, 75 ou 100 %.
