### Ce qu’une personne lit quand quelque chose échoue. Les commentaires de en/errors.ftl disent quand.

person-unknown = Je ne vous connais pas encore ({ $email }). Demandez à un administrateur de vous ajouter comme employé.
person-without-email = Je ne vous connais pas encore (aucune adresse e-mail). Demandez à un administrateur de vous ajouter comme employé.
model-away = attend le modèle de langue ; votre message est conservé et recevra une réponse…
went-wrong = Un problème est survenu de mon côté, et rien n’a été enregistré. Réessayez, ou prévenez votre administrateur : { $reference }.
went-wrong-after-click = Un problème est survenu de mon côté. La carte montre ce qui est enregistré ; regardez-la avant de recommencer. { $reference }
cannot-finish = Je n’y suis pas arrivé. Dites-le en une phrase courte, par exemple « Apollo lundi ».
card-gone = Je n’ai plus cette carte. Redemandez, et j’en préparerai une nouvelle.
card-not-yours = Cette carte appartient à quelqu’un d’autre, qui seul peut la décider.
card-outdated = Cette carte a changé depuis. Relisez-la : elle montre maintenant ce qui serait enregistré.
line-not-yours = Vous n’avez pas de carte de ce genre.
line-decided = Cette ligne est déjà décidée. La carte montre ce qu’elle est devenue.
line-outdated = Cette carte a changé depuis. Fermez ce formulaire, relisez la carte, et modifiez ce qu’elle montre maintenant.
submit-impossible = Je ne peux pas envoyer le rapport pour { $month }.
answer-unshowable = Je n’ai pas pu afficher ce que vous avez demandé. Redemandez plus tard, ou prévenez votre administrateur : { $reference }.
card-unshowable = Je ne peux pas afficher cette carte pour le moment. Elle apparaîtra ici dès que possible. Sinon, prévenez votre administrateur : { $reference }.
