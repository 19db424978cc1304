### Ce que le bot dit des mots du modèle.

only-the-card = La carte montre ce qui a été enregistré, et rien d’autre ne l’a été.

# Un bouton qui répond à « Quel projet ? ». Le mot « Projet » y est lu comme la marque d’un nom.
choice-project = Projet { $name }
