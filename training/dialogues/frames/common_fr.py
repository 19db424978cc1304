# ruff: noqa: E501 (a bank of phrases: lines are as long as they need)
"""French openings, politeness and chatter that stand around a request."""

RULES: dict[str, list[str]] = {
    "ask": ["", "", "", "", "peux-tu ", "tu peux ", "pouvez-vous ", "vous pouvez ", "pourrais-tu ", "pourriez-vous ", "merci de ", "il faut ", "je voudrais ", "je veux ", "j'aimerais ", "il faudrait ",
            "peux tu ", "stp tu peux ", "je dois ", "faut ", "est-ce que tu peux ", "est-ce que vous pouvez ", "peut-on ", "on peut ", "veuillez ", "prière de ", "j'ai besoin de ", "tu pourrais ",
            "vous pourriez ", "tally, tu peux ", "est-il possible de ", "je souhaite ", "je souhaiterais ", "pense à ", "n'oublie pas de ", "j'ai oublié de ", "tu veux bien ", "pourrait-on "],
    "hello": ["bonjour, ", "bonjour ", "salut, ", "salut ", "coucou ", "coucou, ", "hello, ", "hello ", "bonsoir, ", "bjr ", "bjr, ", "slt ", "slt, ", "bonjour tally, ", "salut tally ", "bonjour ! ", "hey ",
              "re bonjour, ", "re ", "yo ", "cc ", "bonjour à tous, ", "tally, ", "hello ! ", "rebonjour "],
    "lead": ["alors ", "bon ", "bon, ", "ok ", "donc ", "euh ", "ah ", "oui ", "voilà, ", "pour info ", "pour info, ", "fyi ", "au fait, ", "sinon ", "pour mon rapport : ", "pour mon cra : ", "cra : ", "mon cra : ",
             "pour le cra ", "petite précision : ", "à noter : ", "note : ", "je crois que ", "en fait ", "bref ", "bref, ", "pour ma part ", "de mon côté ", "désolé du retard, ", "du coup ", "et ", "ah oui, ",
             "pour la feuille de temps : ", "rapport : ", "avant d'oublier : ", "mise à jour : ", "tiens, ", "ben "],
    "tail": [" stp", " stp", " svp", " svp", " s'il te plaît", " s'il vous plaît", ", merci", " merci", ". merci", " merci d'avance", ", stp", " merci !", " please", " comme d'habitude", " comme d'hab", " voilà",
             ". voilà", ". merci beaucoup", " mercii", " bonne journée", ". bonne soirée", " je crois", " si possible", " si tu peux", " pour moi", ", désolé du retard", " désolé", " mdr", " quoi", ". c'est tout",
             " pour l'instant", ", rien d'autre", " thx", ". cordialement", " et puis c'est tout", " à plus", " bisous", " s'il te plait", " sil te plait", " sil vous plait", " si c'est possible", " dès que possible"],
    "who": ["le chef", "mon manager", "le client", "tout le monde", "personne", "l'équipe", "mon collègue", "le stagiaire", "l'imprimante", "la machine à café", "mon pc", "le vpn", "le serveur", "mon fils", "le chien",
            "mon voisin", "le train", "le rer", "la compta", "les rh", "le nouveau", "la cantine", "le métro", "le wifi", "ma fille", "le prestataire"],
    "did": ["a mis une éternité", "était en retard", "est encore en panne", "m'a rendu fou", "n'arrête pas d'appeler", "était de bonne humeur", "a tout oublié", "a posé mille questions", "s'est bien passé",
            "était lent", "a planté deux fois", "a encore changé d'avis", "n'est jamais content", "avait besoin d'aide", "nous a bien fait rire", "est pénible", "râle encore", "me stresse", "attend toujours"],
    "aside": ["quelle semaine", "quel bazar", "longue histoire", "je déteste ce formulaire", "j'oublie toujours", "j'espère que tout va bien", "il fait froid ici", "j'ai besoin d'un café", "désolé pour le retard",
              "trop de réunions", "plein de bugs", "enfin ça compile", "on a livré", "il pleut", "le dentiste a duré une éternité", "je suis pressé", "je tape depuis mon téléphone", "je suis dans le train",
              "coincé dans les bouchons", "la tête dans le guidon", "c'était sympa", "la démo s'est bien passée", "beaucoup d'allers-retours", "comme je disais hier", "comme tous les mois", "ça avance",
              "on verra bien", "rien de passionnant", "j'ai la flemme", "<who> <did>", "<who> <did>", "<who> <did>", "parce que <who> <did>", "<who> <did> et <who> <did>", "encore désolé",
              "c'était long", "quelle galère", "la compta me relance", "c'est mon chef qui demande", "je n'ai rien compris", "café d'abord", "pas mal de paperasse", "il fait beau", "<busy>", "<busy>", "<busy>", "<count>", "<count>", "<when>"],
    "stuff": ["voiture", "machine à laver", "chaudière", "porte", "télé", "box", "clé", "lampe", "moto", "trottinette", "cuisine", "valise", "fenêtre", "poubelle", "souris", "caméra", "batterie"],
    "busy": ["ma <stuff> est en panne", "j'ai cassé ma <stuff>", "j'attends la <stuff>", "on m'a volé ma <stuff>", "j'ai dû réparer la <stuff>", "la <stuff> fait un drôle de bruit", "je ne trouve plus ma <stuff>", "j'étais au téléphone avec <who>", "<who> m'a dit de me dépêcher", "<who> n'arrête pas de demander", "j'ai promis à <who> de le faire"],
    "count": ["3 cafés déjà", "2 heures de bouchons", "40 mails non lus", "5 réunions d'affilée", "24 bugs corrigés", "ma batterie est à 5%", "je suis sûr à 100%", "sûr à 90%", "le train avait 40 minutes de retard", "j'ai dormi 4 heures", "plus que 2 bugs", "la version 3 est sortie", "c'est la 4e fois que j'essaie"],
    "when": ["comme je t'ai dit hier", "comme vu hier", "j'en ai besoin aujourd'hui", "pour demain stp", "mon chef le veut pour vendredi", "j'aurais dû le faire la semaine dernière", "avant de rentrer ce soir", "on en a parlé lundi", "comme dit ce matin"],
    "before": ["<aside>. ", "<aside>, ", "<aside>, bref ", "<aside> - ", "<aside>... ", "<aside>, donc ", "<aside> ! ", "<aside> mais ", "<aside>, enfin bref, ", "<aside> bref "],
    "after": [", <aside>", ". <aside>", " - <aside>", " (<aside>)", "... <aside>", ", <who> <did>", " parce que <who> <did>", " car <who> <did>"],
}  # fmt: skip

RULES["askinf"] = [text for text in RULES["ask"] if text]
