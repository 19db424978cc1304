### Annuler ce qui est écrit, et proposer la même chose pour les jours suivants.

undo = Annuler
undo-lines = Annuler { $lines }
same-for = Pareil pour { $days }

outcome-undone = Annulé par { $who }, { $when }. Les jours sont comme avant.
outcome-undoing = En cours d’annulation pour { $who }, { $when }. En attente du registre ; ce sera annulé dès qu’il répond.

undo-day-changed = Je n’ai pas annulé { $what } : { $days } a changé depuis. Rien n’a été modifié ; dites-moi ce qu’il faut à la place.
undo-changed = Je n’ai pas annulé { $what } : le rapport vient de changer à l’instant. Rien n’a été modifié ; regardez la carte à nouveau.
undo-month-closed = Je n’ai pas annulé { $what } : { $month } est envoyé. Reprenez-le d’abord.
undo-month-changed = Je n’ai pas annulé { $what } : le mois a été envoyé ou repris depuis. Rien n’a été modifié.
undo-not-of-this = Je ne peux pas annuler { $what } : projets, personnes et affectations restent tels quels. Demandez à qui s’occupe du registre.
undo-refused = Je n’ai pas annulé { $what } : { $why } Rien n’a été modifié.
undo-nothing = Rien de cette ligne n’est écrit, il n’y a donc rien à annuler.

same-taken = Il n’y a plus de place pour cela le { $days }, je n’ai donc pas fait de carte. Rien n’a été enregistré.
same-impossible = Je ne peux pas le proposer à nouveau : { $why } Rien n’a été enregistré.

console-key-undo = { $keys } annuler
console-key-same = { $keys } pareil pour { $days }
console-help-undo = annuler ce qui a été écrit en dernier ; u2 une certaine ligne
console-help-same = proposer la même chose pour les jours suivants ; s2 celle d’une certaine ligne
console-nothing-written = Il n’y a rien ici qui puisse être annulé ou proposé à nouveau.
