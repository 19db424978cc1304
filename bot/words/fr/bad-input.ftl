### Ce que l’on dit à une personne de ce qui ne peut être lu, gardé ou décidé : ce qui s’est passé, et que faire.

no-words = Je ne sais lire que des mots. Indiquez-moi un projet et des jours, par exemple « Apollo lundi ».
too-long = C’est trop long pour moi ({ $count } caractères, j’en lis { $most }). Envoyez-le en plusieurs fois. Rien n’a été enregistré.
file-unread = Je ne peux ni ouvrir un fichier ni écouter un enregistrement. Dites-le-moi avec des mots, par exemple « Apollo lundi ». Rien n’a été enregistré.
file-unread-beside-words = Je ne peux ni ouvrir un fichier ni écouter un enregistrement : je n’ai lu que vos mots.
message-unworkable = Je n’ai pas pu traiter ce message. Dites-le plus court et plus simplement. Rien n’a été enregistré. Référence : { $reference }
message-changed = Vous avez modifié le message, cette demande est donc abandonnée. Rien n’a été enregistré.
message-deleted = Vous avez supprimé le message, cette demande est donc abandonnée. Rien n’a été enregistré.
deleted-dropped = Vous avez supprimé ce message : j’ai abandonné ce qui en attendait. Rien n’a été enregistré.
deleted-decided = Vous avez supprimé un message dont vous aviez approuvé une partie. Ce qui est enregistré le reste ; pour le retirer, dites par exemple « supprimer lundi ».
edited-decided = Vous avez modifié un message dont vous aviez approuvé une partie ; je n’ai donc rien changé, et ce qui est enregistré le reste. Dites-moi le changement dans un nouveau message, par exemple « remplacer Apollo par Zephyr lundi ».
store-away = attend sa base de données ; votre message est conservé et recevra une réponse…
message-lost = Je n’ai pas pu conserver votre message, car ma base de données ne répond pas pour le moment. Renvoyez-le dans quelques minutes. Rien n’a été enregistré.
click-lost = Cela n’a pas abouti, et rien n’a été modifié. Cliquez de nouveau dans une minute ; si cela échoue encore, prévenez votre administrateur : { $reference }
form-lost = Cela n’a pas pu être conservé, et rien n’a été modifié. Renvoyez le formulaire dans une minute ; si cela échoue encore, prévenez votre administrateur : { $reference }
unknown-button = Je ne connais plus ce bouton ; rien n’a été modifié. Dites ce qu’il vous faut, et je préparerai une nouvelle carte.
