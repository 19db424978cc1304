### Ce qu’une carte dit de ses lignes, avant et après la décision, et ce que dit son formulaire.

changed-meanwhile = Le rapport a changé depuis que cette carte a été préparée. Relisez-la : rien n’est encore enregistré.
changed-as-asked = Modifié comme demandé. Relisez encore une fois : rien n’est encore enregistré.
not-possible-any-more = Ce n’est plus possible.

line-refused = { $problem } Modifiez cette ligne, ou écrivez « laisse tomber ».
outcome-approved = Approuvé par { $who }, { $when }. En attente du registre ; ce sera enregistré dès qu’il répond.
outcome-applied = Enregistré. Approuvé par { $who }, { $when }.
outcome-failed = Non enregistré.
outcome-failed-because = Non enregistré : { $reason }
outcome-declined = Refusé par { $who }, { $when }.
outcome-declined-because = Refusé par { $who }, { $when } : { $reason }
outcome-replaced = Remplacé par une nouvelle carte.
outcome-dropped = Abandonné, comme demandé.
outcome-expired = Expiré sans décision. Redemandez si vous le voulez toujours.

phrase-means = « { $phrase } » est lu ainsi : { $days } — validez de nouveau pour l’enregistrer.
