# ruff: noqa: E501 (a bank of phrases: lines are as long as they need)
"""French deletions, copies, months and replacements. {D}/{d} days, {P} project, {S} source, {M} month."""

from training.dialogues.frames.french import moods

RULES: dict[str, list[str]] = {
    "del": ["supprime", "supprime", "supprimer", "supprimez", "efface", "effacer", "effacez", "enlève", "enlever", "enlevez", "retire", "retirer", "retirez", "annule", "annuler", "annulez", "vire", "virer", "vide", "vider", "videz", "ôte", "élimine", "raye", "rayer", "nettoie", "remets à zéro", "dégage", "supprme", "suprime",
            "suprimer", "enleve", "oublie", "jette", "balaie", "défais", "fais sauter", "bazarde", "supr", "mets à la poubelle"],
    "ents": ["tout", "mes saisies", "la saisie", "les entrées", "l'entrée", "mes entrées", "la ligne", "les lignes", "ce que j'ai saisi", "ce que j'ai mis", "ce que j'ai noté", "tout ce qu'il y a", "tout ce que j'ai mis", "mon temps", "mes heures", "les heures", "tout ce qui est", "ma saisie", "les activités", "toutes les lignes", "le temps saisi"],
    "delete_d": ["<ask><del> {d}", "<ask><del> {d}", "<del> {d}", "<del> {d}", "<ask><del> <ents> {D}", "<ask><del> <ents> {D}", "<ask><del> <ents> pour {d}", "{d} est faux, <del>", "{d} c'est faux", "{d} c'était une erreur", "{d} est une erreur, <del>", "{d} n'est pas bon, <del>", "{d} : <del> <ents>", "{D} <ask><del> <ents>", "je n'ai pas travaillé {D} finalement, <del>",
                 "je me suis trompé {D}, <del> <ents>", "je me suis trompée {D}, <del> <ents>", "{d} doit être vide", "remets {d} à zéro", "remets {d} à vide", "<del> <ents> de {d}", "rien {D}, <del>", "<ask><del> <ents> {D}, c'est une erreur", "<del> complètement {d}", "il ne faut rien {D}, <del>", "<del> {d} de mon [cra|rapport]"],
    "delete_p": ["<ask><del> {P} {D}", "<ask><del> {P} {D}", "<ask><del> {P} de {d}", "<ask><del> <ents> sur {P} {D}", "<ask><del> <ents> de {P} {D}", "<ask><del> {d} sur {P}", "{D} <ask><del> {P}", "{d} : <del> {P}", "{P} {D} c'était faux", "{P} {D} est une erreur, <del>", "je n'étais pas sur {P} {D}, <del>", "j'étais pas sur {P} {D}, <del> ça",
                 "pas de {P} {D}, <del>", "<del> la ligne {p} {D}", "<del> mon temps sur {P} {D}", "{D} c'était pas {P}, <del>", "enlève-moi de {P} {D}", "<del> ce que j'ai mis sur {P} {D}", "<del> les heures {p} {D}"],
    "delete_p_nodate": ["<ask><del> {P}", "<ask><del> <ents> sur {P}", "<ask><del> la ligne {p}", "<ask><del> mon temps sur {P}"],
    "delete_nothing": ["<ask><del> [mes saisies|une ligne|une saisie|une entrée]", "je veux supprimer quelque chose", "il faut supprimer une ligne"],
    "r_sick": ["arrêt maladie", "arrêt", "jour de maladie", "maladie", "congé maladie", "absence maladie"],
    "r_paid_leave": ["congé", "congés", "CP", "cp", "congés payés", "jour de congé", "vacances", "congé payé", "jours de congé"],
    "r_rtt": ["RTT", "rtt", "jour de rtt", "jour RTT"],
    "delete_r": ["<ask><del> mon {R} {D}", "<ask><del> le {R} {D}", "<ask><del> mes {R} {D}", "<ask><del> mon {R} de {d}", "<ask><del> {R} {D}", "{D} <del> mon {R}", "mon {R} {D} est annulé", "pas de {R} {D} finalement", "pas de {R} {D} finalement, <del>", "je ne prends pas mon {R} {D}, <del>", "finalement je travaille {D}, <del> mon {R}", "le {R} {D} était une erreur, <del>"],
    "delete_r_nodate": ["<ask><del> mon {R}", "<ask><del> mes {R}", "mon {R} est annulé", "<ask><del> le {R}"],
    "copy_s": ["comme {s}", "comme {s} stp", "pareil que {s}", "pareil que {s}", "idem {s}", "idem que {s}", "la même chose que {s}", "même chose que {s}", "copie {s}", "copier {s}", "copiez {s}", "recopie {s}", "recopier {s}", "reprends {s}", "reprendre {s}", "duplique {s}", "dupliquer {s}", "répète {s}", "refais comme {s}", "fais comme {s}", "<ask>copier {s}", "<ask>recopier {s}",
               "<ask>dupliquer {s}", "mets la même chose que {s}", "mets pareil que {s}", "remplis comme {s}", "c'est comme {s}", "c'est pareil que {s}", "identique à {s}", "exactement comme {s}", "reporte {s}", "reproduis {s}", "tout comme {s}"],
    "copy_sd": ["comme {s} pour {d}", "{D} comme {s}", "{d} comme {s}", "{d} : comme {s}", "{d} pareil que {s}", "{d}, pareil que {s}", "pareil que {s} pour {d}", "pareil que {s} {D}", "idem que {s} pour {d}", "{d} idem {s}", "{d} idem que {s}", "même chose que {s} pour {d}", "{d} même chose que {s}", "copie {s} sur {d}", "copie {s} vers {d}", "copie {s} pour {d}", "copier {s} sur {d}",
                "<ask>copier {s} sur {d}", "<ask>recopier {s} sur {d}", "recopie {s} sur {d}", "recopie {s} pour {d}", "duplique {s} sur {d}", "répète {s} pour {d}", "répète {s} {D}", "reprends {s} pour {d}", "remplis {d} comme {s}", "<ask>remplir {d} comme {s}", "mets {d} comme {s}", "mets la même chose que {s} pour {d}", "{D} la même chose que {s}", "{D} c'était comme {s}", "{D} c'est pareil que {s}",
                "reporte {s} sur {d}", "j'ai fait {D} la même chose que {s}", "{d} = {s}", "applique {s} à {d}", "fais {d} comme {s}"],
    "copy_d": ["copie vers {d}", "copie tout sur {d}", "<ask>copier sur {d}", "recopie tout sur {d}"],
    "rep": ["mon rapport", "mon rapport", "le rapport", "mon cra", "mon CRA", "le cra", "ma feuille de temps", "mon relevé", "mon relevé d'activité", "mes heures", "mon mois", "mon compte rendu", "ma feuille d'heures", "mon raport", "mes temps", "mon compte-rendu d'activité"],
    "sub": ["envoie", "envoyer", "envoyez", "soumets", "soumettre", "soumettez", "valide", "valider", "validez", "transmets", "transmettre", "clôture", "clôturer", "cloture", "dépose", "rends", "rendre", "boucle", "boucler", "envoi", "envoies", "expédie", "ferme", "termine", "soumet", "remets", "finalise", "finaliser", "submit"],
    "submit": ["<ask><sub> <rep>", "<sub> <rep>", "<sub> <rep>", "j'ai fini, <sub>", "j'ai fini <rep>, <sub>", "j'ai terminé, <sub> <rep>", "<rep> est prêt, <sub>", "<rep> est fini", "<rep> est complet, <sub>", "<rep> peut partir", "c'est bon, <sub> <rep>", "tout est rempli, <sub> <rep>", "<ask><sub> <rep> [au chef|à la compta|à mon manager]", "j'ai fini <rep>", "c'est fini, tu peux envoyer <rep>", "<rep> est ok, <sub>"],
    "submit_m": ["<ask><sub> {m}", "<sub> {m}", "<sub> {m}", "<ask><sub> <rep> de {m}", "<sub> <rep> de {m}", "<sub> <rep> pour {m}", "j'ai fini {m}, <sub>", "j'ai fini {m} <sub>", "j'ai terminé {m}, <sub>", "{m} est fini", "{m} est fini, <sub>", "{m} est terminé, <sub>", "{m} est prêt", "{m} est bon, <sub>", "{m} est complet", "{m} c'est bon, <sub>", "c'est bon pour {m}, <sub>", "j'ai fini {m}", "fini {m}, <sub>",
                 "<sub> le mois de {m}", "<ask><sub> le mois de {m}", "{m} peut partir", "{m} : <sub>", "<sub> {m} stp", "le mois de {m} est fini, <sub>", "{m} ok, <sub>"],
    "wd": ["rouvre", "rouvrir", "rouvrez", "réouvre", "réouvrir", "reouvre", "déverrouille", "déverrouiller", "reprends", "reprendre", "récupère", "récupérer", "débloque", "débloquer", "ouvre à nouveau", "annule l'envoi de", "annuler l'envoi de", "rappelle", "rouvres", "dévalide", "dévalider", "annule la soumission de"],
    "wd_it": ["rouvre", "rouvre-le", "réouvre-le", "déverrouille-le", "reprends-le", "débloque-le", "récupère-le", "rouvrez", "annule l'envoi", "annule la soumission", "rends-le-moi", "tu peux rouvrir", "il faut le rouvrir", "rouvre stp"],
    "withdraw": ["<ask><wd> <rep>", "<wd> <rep>", "j'ai envoyé trop tôt, <wd> <rep>", "j'ai envoyé <rep> trop tôt", "je dois corriger, <wd> <rep>", "j'ai oublié un truc, <wd> <rep>", "annule l'envoi", "annule l'envoi stp", "annuler la soumission", "je me suis trompé, <wd> <rep>", "<rep> est parti trop tôt, <wd_it>", "je dois modifier <rep>, <wd_it>", "j'ai soumis par erreur, <wd> <rep>"],
    "withdraw_m": ["<ask><wd> {m}", "<wd> {m}", "<wd> {m}", "<ask><wd> <rep> de {m}", "<wd> <rep> de {m}", "<wd> <rep> pour {m}", "j'ai envoyé {m} trop tôt", "j'ai envoyé {m} trop tôt, <wd_it>", "je dois corriger {m}, <wd_it>", "je dois modifier {m}, <wd_it>", "{m} est parti trop tôt, <wd_it>", "j'ai oublié un jour en {m}, <wd_it>", "j'ai soumis {m} par erreur, <wd_it>", "{m} n'est pas fini, <wd_it>", "{m} : <wd_it>", "<wd> le mois de {m}"],
    "swap": ["remplace {Q} par {P} {D}", "remplacer {Q} par {P} {D}", "<ask>remplacer {Q} par {P} {D}", "{D} remplace {Q} par {P}", "change {Q} en {P} {D}", "<ask>changer {d} de {Q} à {P}", "passe {d} de {Q} à {P}", "{d} c'était {P}, pas {Q}", "{d} c'était {P} pas {Q}", "{P} au lieu de {Q} {D}", "mets {P} à la place de {Q} {D}", "{P} à la place de {Q} {D}", "{D} j'étais sur {P}, pas {Q}", "j'étais sur {P} et pas {Q} {D}",
             "{d} : {P} au lieu de {Q}", "j'ai mis {Q} {D} mais c'était {P}", "{Q} {D} c'est faux, c'était {P}", "enlève {Q} {D} et mets {P}", "supprime {Q} {D} et mets {P}", "bascule {d} de {Q} vers {P}", "corrige {d} : {P} au lieu de {Q}", "échange {Q} contre {P} {D}", "{d} {Q} -> {P}"],
    "swap_d": ["efface {d} et mets {P}", "supprime {d} et mets {P} à la place", "vide {d} et mets {P}", "remplace {d} par {P}", "{d} est faux, efface et mets {P}", "enlève tout {D} et mets {P}"],
    "move": ["déplace {P} de {d} à {e}", "déplace {P} de {d} vers {e}", "décale {P} de {d} à {e}", "{P} c'était {e}, pas {d}, corrige", "enlève {P} {D} et mets-le {e}", "supprime {P} {D}, c'était {e}"],
    "gone_sick": ["efface {d}, j'étais malade", "{d} c'est faux, j'étais malade, corrige", "enlève {P} {D}, j'étais malade", "remplace {P} par un arrêt maladie {D}", "{D} j'étais malade, pas sur {P}", "{d} c'était maladie, pas {P}"],
    "gone_leave": ["efface {d}, j'étais en [congé|vacances]", "enlève {P} {D}, j'étais en [congés|vacances|CP]", "remplace {P} par [un congé|un CP|des congés] {D}", "{D} j'étais en [congé|vacances], pas sur {P}", "{d} c'était [congé|vacances], pas {P}"],
}  # fmt: skip

# more of the same, as people were heard to put it
RULES["del"] += [
    "gomme", "gommer", "évacue", "dégomme", "nettoyer", "purge", "purger", "zappe", "zapper", "vire-moi", "enlève-moi", "retire-moi", "remets à vide", "défaire", "rayez",
    "biffe", "biffer", "éjecte", "sucre", "écarte", "supprimes", "effaces", "enleves", "anule", "supprimmer", "efacer",
]  # fmt: skip
RULES["delete_d"] += [
    "{d} n'a jamais existé", "je veux rien {D}", "je ne veux rien {D}", "{d} à vider", "{d} à effacer", "{d} à supprimer", "à supprimer : {d}", "{d} : supprimer",
    "{d} : effacer", "{d} supprimer stp", "il n'y a rien {D}", "il ne devrait rien y avoir {D}", "j'ai rempli {d} par erreur", "j'ai saisi {d} par erreur, <del>",
    "erreur {D}, <del> <ents>", "tout est faux {D}", "tout est faux {D}, <del>", "{d} tout faux, <del>", "{d} pas bon, <del>", "{d} est à refaire, <del> <ents>",
    "vide-moi {d}", "remets {d} à blanc", "repars de zéro pour {d}", "ce que j'ai mis {D} est faux, <del>", "ce que j'ai saisi {D} est faux", "il faut enlever {d}",
    "il faut virer {d}", "faut effacer {d}", "tu peux effacer {d}", "tu peux virer <ents> {D}", "peux-tu vider {d}", "pouvez-vous effacer {d}", "merci d'effacer {d}",
    "merci de vider {d}", "je travaillais pas {D}, <del>", "{d} est férié, <del> mes saisies",
]  # fmt: skip
RULES["delete_p"] += [
    "{P} {D} n'a rien à faire là", "{P} n'a rien à faire {D}, <del>", "j'ai mis {P} {D} par erreur", "j'ai mis {P} {D} par erreur, <del>", "plus de {P} {D}",
    "je veux pas de {P} {D}", "{P} {D} : supprimer", "{D} <del> seulement {P}", "<del> juste {P} {D}", "<del> {P} mais garde le reste {D}",
    "j'ai jamais bossé sur {P} {D}", "j'ai jamais bossé sur {P} {D}, <del>", "{P} {D} à supprimer", "tu peux enlever {P} {D}", "peux-tu supprimer {P} {D}",
    "il faut enlever {P} {D}", "merci de retirer {P} {D}", "{P} {D} c'est pas bon", "<del> {p} {d}", "<del> {p} {d}",
]  # fmt: skip
RULES["delete_r"] += [
    "tu peux annuler mon {R} {D}", "peux-tu annuler mon {R} {D}", "il faut annuler mon {R} {D}", "annule le {R} {D}", "annule mes {R} {D}", "mon {R} {D} tombe à l'eau",
    "plus de {R} {D}", "je travaille finalement {D}, <del> le {R}", "{R} {D} à supprimer", "{R} {D} : annuler", "je renonce à mon {R} {D}", "<del> tous mes {R} {D}",
    "je suis venu {D}, <del> mon {R}", "voyage annulé, <del> mes {R} {D}",
]  # fmt: skip
RULES["copy_s"] += [
    "rebelote comme {s}", "refais {s}", "refaire {s}", "encore {s}", "encore comme {s}", "pareil {s}", "même topo que {s}", "même programme que {s}",
    "même planning que {s}", "mêmes saisies que {s}", "mets comme {s}", "note comme {s}", "fais pareil que {s}", "tout pareil que {s}", "tout comme {s}",
    "copie-colle {s}", "copié collé de {s}", "reprends tout de {s}", "recopie tout de {s}", "copie mes saisies de {s}", "c'était comme {s}", "c'était pareil que {s}",
    "rien de changé depuis {s}", "clone {s}", "calque sur {s}", "ditto {s}",
]  # fmt: skip
RULES["copy_sd"] += [
    "{d} : pareil que {s}", "{d} : même chose que {s}", "{d} : copie {s}", "{D} pareil que {s}", "{D} tout comme {s}", "{D} j'ai fait comme {s}", "{D} idem que {s}",
    "mets {d} pareil que {s}", "mets {D} la même chose que {s}", "fais {d} pareil que {s}", "copie {s} {D}", "copie {s} à {d}", "copie-colle {s} sur {d}",
    "recopie {s} {D}", "recopie {s} vers {d}", "duplique {s} vers {d}", "duplique {s} pour {d}", "reprends {s} {D}", "reproduis {s} sur {d}", "refais {s} {D}",
    "refais {s} pour {d}", "remplis {d} avec {s}", "remplis {D} comme {s}", "utilise {s} pour {d}", "calque {d} sur {s}", "mêmes saisies que {s} pour {d}",
    "même programme que {s} pour {d}", "{d} sera comme {s}", "{d} était comme {s}", "{d} c'est idem {s}",
]  # fmt: skip
RULES["submit"] += [
    "tout est bon, <sub> <rep>", "c'est fini pour ce mois, <sub> <rep>", "j'ai tout rempli, <sub> <rep>", "j'ai tout saisi, envoie", "plus rien à saisir, envoie",
    "<rep> c'est bon", "<rep> c'est fini", "voilà c'est fini, <sub> <rep>", "on peut envoyer <rep>", "tu peux envoyer <rep>", "tu peux soumettre <rep>",
    "vous pouvez envoyer <rep>", "envoi de mon rapport", "soumission de mon cra", "cra terminé", "cra fini, envoie", "cra complet, envoie", "rapport terminé, envoie",
    "<rep> terminé", "je veux envoyer <rep>", "prêt à envoyer", "prêt pour l'envoi", "go pour l'envoi", "pars avec <rep>, c'est bon",
]  # fmt: skip
RULES["submit_m"] += [
    "tu peux envoyer {m}", "vous pouvez envoyer {m}", "on peut envoyer {m}", "tu peux soumettre {m}", "go pour {m}, <sub>", "{m} go", "tout est bon pour {m}, <sub>",
    "plus rien à saisir en {m}, <sub>", "{m} tout rempli, <sub>", "{m} est rempli", "{m} est rempli, <sub>", "{m} est clos", "j'en ai fini avec {m}",
    "j'en ai fini avec {m}, <sub>", "c'est fini pour {m}", "voilà pour {m}, <sub>", "{m} bouclé", "{m} bouclé, <sub>", "{m} nickel, <sub>", "{m} validé, <sub>",
    "cra de {m} fini", "cra de {m} terminé, <sub>", "cra {m} à envoyer", "rapport {m} prêt", "rapport de {m} à soumettre", "envoi de {m}", "je veux envoyer {m}",
    "je soumets {m}", "j'envoie {m}",
]  # fmt: skip
RULES["withdraw"] += [
    "j'ai cliqué trop vite, <wd> <rep>", "<rep> est verrouillé, <wd_it>", "<rep> est bloqué, débloque", "je ne peux plus modifier <rep>, <wd_it>",
    "il y a une erreur dans <rep>, <wd_it>", "j'ai vu une erreur, <wd> <rep>", "rends-moi <rep>", "je veux récupérer <rep>", "finalement <rep> n'est pas fini, <wd_it>",
    "oups j'ai envoyé, <wd> <rep>", "j'ai envoyé <rep> par erreur", "annule la soumission", "tu peux rouvrir <rep>", "peux-tu rouvrir <rep>", "il faut rouvrir <rep>",
]  # fmt: skip
RULES["withdraw_m"] += [
    "{m} est verrouillé, <wd_it>", "je ne peux plus modifier {m}, <wd_it>", "il y a une erreur en {m}, <wd_it>", "j'ai vu une erreur en {m}, <wd_it>", "rends-moi {m}",
    "je veux récupérer {m}", "finalement {m} n'est pas fini, <wd_it>", "oups j'ai envoyé {m}, <wd_it>", "j'ai envoyé {m} par erreur", "tu peux rouvrir {m}",
    "peux-tu rouvrir {m}", "il faut rouvrir {m}", "pouvez-vous rouvrir {m}", "faut rouvrir {m}", "{m} à rouvrir", "annule l'envoi de {m}", "annule la soumission de {m}",
    "il manque un jour en {m}, <wd_it>", "je dois retoucher {m}, <wd_it>",
]  # fmt: skip
RULES["swap"] += [
    "{d} : pas {Q}, {P}", "{d} pas {Q} mais {P}", "{D} c'était {P} au lieu de {Q}", "{D} c'était pas {Q} mais {P}", "corrige {Q} en {P} {D}", "{Q} devrait être {P} {D}",
    "{Q} {D} devrait être {P}", "transforme {Q} en {P} {D}", "modifie {d} : {P} à la place de {Q}", "tu peux remplacer {Q} par {P} {D}", "peux-tu changer {Q} en {P} {D}",
    "il faut remplacer {Q} par {P} {D}",
]  # fmt: skip

RULES = moods(RULES, ("del", "sub", "wd"))
