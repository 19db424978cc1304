### Ce qu’un registre ne sait pas faire, et ce qui échoue entre Tally et l’API v2 des rapports d’activité.
### $ledger est le nom du registre avec son article : « l’outil de suivi d’activité ».

cannot-remove = Je peux ajouter des saisies dans { $ledger }, mais pas en retirer. Faites-le là-bas vous-même.
cannot-submit = Je ne peux pas envoyer un mois dans { $ledger }. Faites-le là-bas vous-même.
cannot-withdraw = Je ne peux pas reprendre un mois dans { $ledger }. Faites-le là-bas vous-même.
cannot-assign = Je ne peux affecter personne à un projet dans { $ledger }. Faites-le là-bas vous-même.
cannot-create-project = Je ne peux pas créer de projet dans { $ledger }. Faites-le là-bas vous-même.
cannot-add-employee = Je ne peux ajouter personne dans { $ledger }. Faites-le là-bas vous-même.
ledger-away = attend { $ledger } ; votre message est conservé et recevra une réponse…
not-complete = Jours manquants en { $month }

v2-title = l’outil de suivi d’activité

v2-away = Je n’arrive pas à joindre { $ledger }.
v2-slow = Aucune réponse de { $ledger } à temps.
v2-untrusted = Le certificat de { $ledger } n’est pas fiable : demandez à la personne qui gère Tally de le vérifier.
v2-proxy = Le proxy entre Tally et { $ledger } ne laisse rien passer.
v2-cut-off = La réponse de { $ledger } s’est interrompue au milieu.
v2-address = L’adresse de { $ledger } est inutilisable : corrigez TALLY_LEDGER_URL.
v2-elsewhere = J’ai été renvoyé vers une autre adresse que celle de { $ledger } : indiquez-la dans TALLY_LEDGER_URL.
v2-not-there = Rien de { $ledger } à cette adresse (statut { $status }) : corrigez TALLY_LEDGER_URL.
v2-keeps-out = Je n’ai pas accès à { $ledger } (statut { $status }).
v2-busy = Trop de demandes en ce moment pour { $ledger }.
v2-failing = Une panne touche { $ledger } (statut { $status }).
v2-no-json = La réponse de { $ledger } n’est pas du JSON : vérifiez TALLY_LEDGER_URL.
v2-odd = La réponse de { $ledger } n’a pas la forme de l’API v2.
v2-no-journal = Ce qui allait être tenté dans { $ledger } n’a pas pu être noté dans la base de données de Tally ; rien n’a donc été envoyé.
v2-settling = Une modification précédente est restée sans réponse dans { $ledger } ; tant que son résultat est inconnu, rien d’autre n’y est écrit.

v2-refused = refus de { $ledger } (statut { $status }).
v2-refused-why = refus de { $ledger } : { $why }
v2-changed = autre chose vient d’être enregistré dans { $ledger } au même moment.
v2-unclear = on ne sait pas si cela a été enregistré dans { $ledger }, et les jours ont changé entre-temps.
v2-half-written = il reste des jours à enregistrer ({ $missing }). { $why } Déjà enregistré : { $written } ; redemandez le reste.
