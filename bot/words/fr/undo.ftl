### Reprendre ce qui a été enregistré, et proposer la même chose pour les jours qui suivent.
### $what est la ligne telle que la carte la nomme : « Apollo (APO) 50 % lun. 16 nov. ».

undo = Annuler
undo-lines = Annuler { $lines }
same-for = Idem : { $days }

outcome-undone = Annulé par { $who }, { $when }. Les jours sont comme avant.
outcome-undoing = En cours d’annulation pour { $who }, { $when }. En attente du registre ; ce sera annulé dès qu’il répond.

# pourquoi un clic sur Annuler ne fait rien
undo-day-changed = Je n’ai pas annulé « { $what } » : les jours ont changé depuis ({ $days }). Rien n’a été modifié cette fois-ci ; dites-moi ce qu’il faut mettre à la place.
undo-changed = Je n’ai pas annulé « { $what } » : le rapport vient de changer. Rien n’a été modifié cette fois-ci ; relisez la carte.
undo-month-closed = Je n’ai pas annulé « { $what } » : le rapport pour { $month } est envoyé. Reprenez-le d’abord.
undo-month-changed = Je n’ai pas annulé « { $what } » : le mois a été envoyé ou repris depuis. Rien n’a été modifié cette fois-ci.
undo-not-of-this = Je ne peux pas annuler « { $what } » : projets, personnes et affectations restent tels quels. Demandez à la personne qui gère le registre.
undo-refused = Je n’ai pas annulé « { $what } » : { $why } Rien n’a été modifié cette fois-ci.
undo-nothing = Rien de cette ligne n’est enregistré : il n’y a rien à annuler.

# pourquoi un clic sur « Idem » ne fait pas de carte
same-taken = Ces jours ne peuvent plus l’accueillir ({ $days }) : je n’ai pas fait de carte. Rien n’a été enregistré.
same-impossible = Je ne peux pas proposer cela de nouveau : { $why } Rien n’a été enregistré.

# à la console : les touches sous ce qui est enregistré
console-key-undo = { $keys } annuler
console-key-same = { $keys } idem pour { $days }
console-help-undo = annuler le dernier enregistrement ; u2 une ligne précise
console-help-same = proposer la même chose pour les jours qui suivent ; s2 pour une ligne précise
console-nothing-written = Il n’y a rien ici qui puisse être annulé ou proposé de nouveau.
