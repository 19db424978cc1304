### Ce que le bot dit dans un échange, outre les cartes et les questions sur un argument.

nothing-written = Rien n’a été enregistré.

quoted = « { $words } »
left-out = { $what } n’est pas sur la carte. Redites-le à part si vous le vouliez.

reading-your-message = lit votre message…
in-line = lit d’abord les messages d’autres personnes ; le vôtre est le numéro { $place }…
dropped = Abandonné. Rien n’a été enregistré.
changes-nothing = D’accord, je ne change rien.
nothing-to-drop = Rien n’attendait votre décision : il n’y a rien à abandonner.
say-again = Je n’ai pas tout compris. Pouvez-vous le redire, une chose à la fois ?

reading-which = Je ne sais pas bien comment le comprendre. Quelle lecture est la bonne ?
reading-one = Je ne sais pas si j’ai bien compris. Est-ce cela ?
# Pas de nombres : un bouton cliqué une fois de trop ne doit pas se lire comme un jour du mois.
reading-first = Celle du haut
reading-second = Celle du bas
reading-neither = Aucune
reading-yes = Oui
reading-no = Non
reading-none = D’accord. Dites-le autrement, par exemple « Apollo lundi ».
