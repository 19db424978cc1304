# ruff: noqa: E501 (a bank of phrases: lines are as long as they need)
"""French ways to say "I worked on P on these days, so much of each". {P} project, {D} days, {A} share (may be absent), {a}/{d}/{p} bare."""

from training.dialogues.frames.french import moods

RULES: dict[str, list[str]] = {
    "v_log": ["note", "noter", "mets", "mettre", "mettez", "met", "ajoute", "ajouter", "ajoutez", "inscris", "inscrire", "inscrivez", "saisir", "saisis", "saisissez", "enregistre", "enregistrer", "enregistrez", "compte", "compter", "comptez", "déclare", "déclarer", "déclarez", "rentre",
              "rentrer", "pointe", "pointer", "impute", "imputer", "imputez", "loguer", "log", "logue", "remplis", "rajoute", "rajouter", "rajoutez", "renseigne", "renseigner", "indique", "indiquer", "notez", "marque", "marquer", "marquez", "reporte", "reporter", "colle", "planifie", "prévois",
              "mets-moi sur", "mets moi sur", "mettez-moi sur", "note-moi sur", "inscris-moi sur", "compte-moi sur", "me mettre sur", "pose", "poser", "facture", "facturer", "book", "consigne", "créer", "valide", "encode", "encoder"],
    "v_to": ["mets {d} sur", "mettre {d} sur", "passer {d} sur", "compter {d} sur", "noter {d} sur", "saisir {d} sur", "facturer {d} à", "déclarer {d} sur", "bloquer {d} pour", "pointer {d} sur", "mettez {d} sur", "impute {d} sur", "imputer {d} sur", "imputez {d} à", "passe {d} sur", "compte {d} pour", "note {d} sur", "saisis {d} sur", "remplis {d} avec", "remplir {d} avec", "facture {d} à", "affecte {d} à", "affecter {d} à", "inscris {d} sur",
             "déclare {d} sur", "pointe {d} sur", "bloque {d} pour", "colle {d} sur", "rentre {d} sur", "enregistre {d} sur", "balance {d} sur", "charge {d} sur"],
    "v_part": ["mets {a} sur", "mettre {a} sur", "noter {a} sur", "compter {a} pour", "saisir {a} sur", "déclarer {a} sur", "me mettre {a} sur", "note {a} sur", "compte {a} sur", "compte {a} pour", "ajoute {a} sur", "ajouter {a} de", "impute {a} sur", "imputer {a} à", "saisis {a} sur", "mets-moi {a} sur", "mettez {a} sur", "déclare {a} sur", "inscris {a} sur", "pointe {a} sur", "enregistre {a} sur"],
    "did_on": ["j'ai travaillé sur", "travaillé sur", "j'ai bossé sur", "bossé sur", "j'étais sur", "étais sur", "je suis sur", "je suis resté sur", "j'ai fait", "fait", "j'ai fait du", "j'ai passé mon temps sur", "j'ai passé du temps sur", "occupé par", "j'étais occupé par", "j'étais occupée avec", "pris par",
               "j'étais bloqué sur", "bloqué sur", "coincé sur", "j'ai aidé sur", "aidé sur", "j'ai donné un coup de main sur", "coup de main sur", "je serai sur", "je travaille sur", "je bosse sur", "je vais travailler sur", "je vais être sur", "on était sur", "on a travaillé sur", "chez", "j'étais chez", "j'étais en mission chez",
               "mission chez", "débogué", "j'ai débogué", "j'ai corrigé des bugs sur", "j'ai testé", "tests sur", "recette sur", "dev sur", "développement sur", "j'ai codé sur", "j'ai galéré sur", "galéré sur", "réunions pour", "en réunion pour", "atelier pour", "formation pour", "support pour", "support sur", "déploiement de", "j'ai déployé",
               "j'ai continué", "j'ai avancé sur", "avancé sur", "j'ai terminé", "j'ai commencé", "à fond sur", "plongé dans", "j'ai été sur", "été sur", "j'étais affecté à", "astreinte sur", "télétravail sur", "doc pour", "j'ai planché sur", "je planche sur", "j'ai repris", "j'ai bosser sur", "j'ai travailler sur", "travail sur",
               "je m'occupe de", "je me suis occupé de", "je me suis concentré sur", "concentré sur", "présentation pour", "j'ai préparé", "consacré à", "j'ai contribué à", "renfort sur", "en renfort sur", "j'ai migré", "j'ai traité"],
    "spent": ["j'ai passé {d} sur", "passé {d} sur", "j'ai passé tout {d} sur", "j'ai perdu {d} sur", "j'ai consacré {d} à", "passé {d} à bosser sur", "je passe {d} sur"],
    "spent_part": ["j'ai passé {a} sur", "passé {a} sur", "j'étais {a} sur", "j'ai fait {a} sur", "j'ai travaillé {a} sur", "j'ai bossé {a} sur", "je suis {a} sur", "je fais {a} sur"],
    "eq": [" : ", " : ", ": ", " = ", " - ", " -> ", " ", " ", ", ", " sur ", " c'était ", " c'est ", " pour ", " j'étais sur ", " j'ai fait ", " j'ai bossé sur ", " que du ", " tout sur ", " entièrement sur ", " chez ", " : tout sur ", " je suis sur ", " toujours ", " encore ", " je serai sur ", " on a fait ", "; ", " retour sur "],
    "pd": [" ", " ", " ", ", ", ", ", " : ", " - ", " pour ", " = ", " c'était ", " @ ", "; ", " / ", ": "],
    "act": [
        "<ask><v_log> {P} {D}{A}", "<ask><v_log> {P} {D}{A}", "<ask><v_log> {P}{A} {D}", "<ask><v_log> {P}, {D}{A}", "<ask><v_to> {P}{A}", "<ask><v_to> {P}{A}", "{D} <ask><v_log> {P}{A}", "{D}, <v_log> {P}{A}", "{D} : <v_log> {P}{A}", "pour {d} <ask><v_log> {P}{A}",
        "<ask>[noter|saisir|mettre|ajouter] [du temps|mon temps|mes heures|une journée|une activité|une ligne] sur {P} {D}{A}", "[note|mets|ajoute|saisis|mettez|notez] [du temps|mon temps|mes heures|une activité|une ligne|la journée] sur {P} {D}{A}",
        "[mets|mettez|ajoute|note] {P} [dans|sur] [mon rapport|mon cra|ma feuille|le rapport] {D}{A}", "<ask>me [mettre|noter|compter] sur {P} {D}{A}", "[mets-moi|note-moi|mettez-moi|mets moi] sur {P} {D}{A}", "[remplis|remplir] [mon cra|mon rapport] avec {P} {D}{A}",
        "<did_on> {P} {D}{A}", "<did_on> {P} {D}{A}", "<did_on> {P} {D}{A}", "<did_on> {P} {D}{A}", "<did_on> {P}{A} {D}", "{D} <did_on> {P}{A}", "{D} <did_on> {P}{A}", "{D}, <did_on> {P}{A}", "<spent> {P}{A}", "<spent> {P}{A}",
        "{P} m'a [pris|occupé|occupée|mobilisé] {D}{A}", "{P} m'a pris [tout mon temps|du temps] {D}{A}", "tout sur {P} {D}{A}", "{D} tout sur {P}{A}", "que du {P} {D}{A}", "{D} que du {P}{A}", "rien que {P} {D}{A}", "{P} encore {D}{A}", "encore {P} {D}{A}",
        "toujours {P} {D}{A}", "{P} comme d'habitude {D}{A}", "{P} pour moi {D}{A}", "moi sur {P} {D}{A}", "moi : {P} {D}{A}", "{D} moi c'était {P}{A}", "c'était {P} {D}{A}", "c'est {P} {D}{A}", "{D} c'est {P}{A}", "{D} c'était {P}{A}", "j'ai {P} {D}{A}", "{D} j'ai {P}{A}",
        "j'ai travaillé {D} sur {P}{A}", "j'ai bossé {D} sur {P}{A}", "j'ai travaillé {D} pour {P}{A}", "j'étais {D} sur {P}{A}", "je travaille {D} sur {P}{A}", "je suis {D} sur {P}{A}", "travaillé {D} pour {P}{A}", "on m'a mis sur {P} {D}{A}", "mon chef m'a mis sur {P} {D}{A}",
        "il fallait avancer {P}, j'y étais {D}{A}", "sur {P} {D}{A}", "sur {P} : {D}{A}", "pour {P} : {D}{A}", "pour {P} {D}{A}", "retour sur {P} {D}{A}", "mon activité {D} : {P}{A}", "mes activités : {P} {D}{A}", "tu peux mettre {P} {D}{A}", "vous pouvez compter {P} {D}{A}", "je crois que j'étais sur {P} {D}{A}",
        "merci de noter que j'étais sur {P} {D}{A}", "{D} j'étais [à fond|bloqué|occupé|pris] sur {P}{A}", "ma journée {D} : {P}{A}",
        "{p} {d}{A}", "{p} {d}{A}", "{p} {d}{A}", "{P}<pd>{d}{A}", "{P}<pd>{d}{A}", "{P}{A} {D}", "{P}{A} {D}", "{d}<eq>{P}{A}", "{d}<eq>{P}{A}", "{d}<eq>{P}{A}", "{d} {p}{A}", "{d} {p}{A}", "{p}, {d}{A}", "{d}, {p}{A}", "{P} {D}{A}", "{D} {P}{A}", "{D} sur {P}{A}",
    ],
    "act_part": [
        "<ask><v_part> {P} {D}", "<ask><v_part> {P} {D}", "{D} <v_part> {P}", "<spent_part> {P} {D}", "<spent_part> {P} {D}", "{D} <spent_part> {P}", "{a} sur {P} {D}", "{a} {P} {D}", "{a} {p} {d}", "{D} {a} sur {P}", "{D} {a} {p}", "{d} : {a} {P}", "{d} : {a} sur {P}", "{d} - {a} sur {P}", "{P} {a} {D}",
        "{p} {a} {d}", "{p} {a}, {d}", "{P} : {a} {D}", "{P} = {a} {D}", "{p} ({a}) {D}", "{d} ({a}) {P}", "{P} c'était {a} {D}", "seulement {a} sur {P} {D}", "juste {a} sur {P} {D}", "{a} pour {P} {D}", "{a} {D} sur {P}", "{P} m'a pris {a} {D}", "<ask><v_log> {P} {a} {D}", "{P} {D}, {a} seulement", "j'étais à {a} sur {P} {D}",
        "{D} à {a} sur {P}", "à {a} sur {P} {D}",
    ],
    "act_half": [
        "{d} {a} {P}", "{d} {a} sur {P}", "{d} {a} : {P}", "{d} {a} j'étais sur {P}", "{P} {d} {a}", "<did_on> {P} {d} {a}", "<ask><v_log> {P} {d} {a}", "{d} {a} <did_on> {P}", "{d} {a} c'était {P}", "<ask>mettre {d} {a} sur {P}", "mets {d} {a} sur {P}", "{p} {d} {a}", "{p} {d} {a}", "{d} {a} {p}", "{p}, {d} {a}",
        "j'ai passé {d} {a} sur {P}", "{P} seulement {d} {a}", "{d} {a} = {P}",
    ],
    "act_mind_d": ["{P} {o}, euh non, {D}", "{P} {o} - pardon, {d}", "note {P} {o}, enfin non, {d}"],
    "act_mind_p": ["{q} {D}, euh non, {p}", "{D} {q}, je veux dire {p}"],
    "act_not_d": ["{P} {D}, pas {o}", "{P} {D} mais pas {o}", "que {D} sur {P}, {o} on verra"],
    "act_story": ["{P} {D}{A}. c'était long mais c'est fait.", "quel bazar. bref, {P} {D}{A}"],
    "act_q": ["{D} je devais être sur {Q} mais j'ai fait {P}{A}", "j'étais prévu sur {Q} {D} mais j'ai bossé sur {P}{A}", "pas de {Q} {D}, que {P}{A}", "{Q} est annulé donc {P} {D}{A}", "{Q} peut attendre, {D} j'étais sur {P}{A}", "tout le monde était sur {Q} mais moi {P} {D}{A}", "{P} {D}{A}, rien sur {Q}", "{P} {D}{A} (pas {Q})", "{n} était sur {Q}, moi sur {P} {D}{A}", "avec {n} sur {P} {D}{A}", "{P} avec {n} {D}{A}", "j'ai aidé {n} sur {P} {D}{A}", "j'ai remplacé {n} sur {P} {D}{A}",
              "{n} était malade, j'ai repris {P} {D}{A}", "{n} est en vacances donc {P} pour moi {D}{A}", "{D} {n} avait besoin de moi sur {P}{A}", "j'ai oublié {P} {D}{A}", "j'ai oublié de noter {P} {D}{A}", "il manque {P} {D}{A}", "{P} manque {D}{A}", "oublié {P} {D}{A}", "atelier avec {n} pour {P} {D}{A}", "et j'oubliais {P} {D}{A}"],
    # days in two places: {D} and {E}
    "act_twice": ["{D} {P}, et {E} également", "{D} sur {P}, pareil {E}", "{d} {P}, puis encore {E}", "{d} {P} et {e} aussi", "{d} j'étais sur {P}, et {e} aussi", "mets {D} sur {P}{A}, et {e} aussi", "{D} {P} et rebelote {e}"],
    "act_nodate": ["<v_log0> {P}{A}", "<askinf><v_log0_inf> {P}{A}", "[note|mets|ajoute|saisis|mettez] [du temps|mon temps|mes heures|une activité] sur {P}{A}", "<did_on> {P}{A}", "{p}{A}", "{P}{A} [tu peux ajouter|à ajouter|à noter]", "<ask><v_part> {P}", "{a} sur {P}", "<spent_part> {P}", "tout sur {P}{A}", "je voudrais noter {P}{A}", "du temps sur {P}{A}",
                   "j'ai bossé sur {P}{A}", "j'ai travaillé pour {P}{A}", "ajoute {P} à mon cra{A}", "mets {P} dans mon rapport{A}"],
    "act_noproject": ["[note|remplis|saisis|mets|notez|remplissez] {d}{A}", "<ask>[noter|remplir|saisir] {d}{A}", "j'ai travaillé {D}{A}", "j'ai bossé {D}{A}", "{D} j'ai travaillé{A}", "travaillé {D}{A}", "j'étais au bureau {D}{A}", "[note|saisis] [mon temps|mes heures] {D}{A}", "[ajoute|note] une activité {D}{A}", "remplis [mon cra|mon rapport] {D}{A}",
                      "j'étais au travail {D}{A}", "télétravail {D}{A}", "je travaille {D}{A}", "travail normal {D}{A}", "[ajoute|mets] du travail {D}{A}"],
    "act_nothing": ["<ask>[noter|saisir|ajouter] [mon temps|mes heures|une activité|du temps]", "je veux saisir une activité", "[note|saisis|ajoute] [mon temps|mes heures|une activité]", "nouvelle activité", "j'ai travaillé", "il faut que je saisisse mes heures", "saisir une activité", "ajouter une ligne"],
}  # fmt: skip

# more of the same, as people were heard to put it
RULES["v_log"] += [
    "cale", "case", "fous", "flanque", "balance", "tape", "consigne-moi", "compte-moi", "inscrivez-moi sur", "laisse-moi sur", "garde-moi sur", "crédite", "attribue",
    "affecte-moi", "porte", "comptabilise", "relève", "note bien", "pense à noter", "n'oublie pas", "ajoute-moi", "rajoute-moi", "mets-nous", "indiquez", "renseignez",
    "imputes", "notes", "met", "enregistres",
]  # fmt: skip
RULES["did_on"] += [
    "le nez dans", "la tête dans", "j'étais plongé dans", "j'étais dédié à", "dédié à", "full", "full sur", "100 % focus", "focus sur", "encore sur", "toujours sur",
    "à nouveau sur", "de retour sur", "revenu sur", "passé sur", "je suis passé sur", "basculé sur", "j'ai basculé sur", "prêté à", "détaché chez", "détachée chez",
    "j'ai dépanné", "dépannage chez", "visite chez", "déplacement chez", "en déplacement chez", "rdv client", "revue de code", "relecture de", "j'ai relu",
    "rédaction de", "j'ai rédigé", "j'ai documenté", "j'ai livré", "livraison de", "j'ai installé", "installation de", "j'ai audité", "audit de", "j'ai chiffré",
    "chiffrage de", "j'ai animé un atelier pour", "j'ai formé l'équipe", "cadrage de", "cadrage", "conception de", "j'ai conçu", "maquettes pour", "j'ai dessiné",
    "refacto de", "correctifs sur", "hotfix sur", "j'ai patché", "j'ai débuggé", "debug de", "support à", "maintenance de", "j'ai maintenu", "suivi de", "j'ai suivi",
    "pilotage de", "j'ai piloté", "j'ai géré", "gestion de", "coordination de", "j'ai coordonné", "j'ai présenté", "démo de", "préparation de", "veille pour",
    "recherche pour", "étude pour", "j'ai étudié", "j'ai regardé", "j'ai jeté un œil à", "j'ai filé un coup de main à", "j'ai rejoint", "je me suis mis sur",
    "j'ai attaqué", "j'ai bouclé", "j'ai fini", "j'ai peaufiné", "j'ai trimé sur", "j'ai sué sur", "j'ai ramé sur", "on a galéré sur", "on était tous sur",
    "on m'a collé sur", "on m'a envoyé chez", "j'étais d'astreinte sur", "j'ai pas mal bossé sur", "un peu de", "beaucoup de", "principalement", "surtout",
    "essentiellement", "j'ai surtout fait", "je faisais", "j'étais en renfort chez",
]  # fmt: skip
RULES["act"] += [
    "{P} a mangé {d}{A}", "{P} a pris {d}{A}", "{d} c'est tout {P}{A}", "{d} ? {P}{A}", "{P} ? {d}{A}", "{d} - juste {P}{A}", "surtout {P} {D}{A}",
    "principalement {P} {D}{A}", "une journée {p} {d}{A}", "{d} : journée {p}{A}", "encore du {P} {D}{A}", "devine quoi, {P} {D}{A}", "{P} va sur {d}{A}",
    "{P} est à mettre {D}{A}", "{d} est à mettre sur {P}{A}", "à mettre {D} : {P}{A}", "à noter {D} : {P}{A}", "à saisir : {P} {d}{A}", "à imputer : {P} {d}{A}",
    "pour {d} c'est {P}{A}", "pour {d} c'était {P}{A}", "pour {d} : {P}{A}", "concernant {d} : {P}{A}", "concernant {d} j'étais sur {P}{A}",
    "ce que j'ai fait {D} : {P}{A}", "{d} rapport : {P}{A}", "saisie : {P} {d}{A}", "nouvelle saisie : {P} {d}{A}", "nouvelle ligne : {P} {d}{A}", "+ {P} {d}{A}",
    "- {P} {d}{A}", "{P} // {d}{A}", "{d} => {P}{A}", "tout mon temps {D} c'est {P}{A}", "je n'ai fait que {P} {D}{A}", "j'ai fait que {P} {D}{A}",
    "j'ai rien fait d'autre que {P} {D}{A}", "{D} on avait besoin de moi sur {P}{A}", "{D} on m'a mis sur {P}{A}", "{D} je vais bosser sur {P}{A}",
    "planning {D} : {P}{A}", "je prévois {P} {D}{A}", "considère {d} comme {P}{A}", "compte {d} sur {P}{A}", "comptez {d} pour {P}{A}", "mes heures {D} vont sur {P}{A}",
    "{D} plein de {P}{A}", "{D} pas mal de {P}{A}", "un peu de {P} {D}{A}", "{P} au programme {D}{A}", "au programme {D} : {P}{A}", "au menu {D} : {P}{A}",
    "journée {D} sur {P}{A}", "ma journée de {d} : {P}{A}", "{D} j'ai enchaîné sur {P}{A}", "je te confirme {P} {D}{A}", "je confirme {P} {D}{A}",
    "je déclare {P} {D}{A}", "merci de mettre {P} {D}{A}", "merci de compter {d} sur {P}{A}", "merci d'ajouter {P} {D}{A}", "svp {P} {D}{A}", "stp {P} {D}{A}",
    "{P} {D} stp{A}", "tu me mets {P} {D}{A}", "tu me notes {P} {D}{A}", "vous me mettez {P} {D}{A}", "on met {P} {D}{A}", "on dit {P} {D}{A}", "disons {P} {D}{A}",
    "mettons {P} {D}{A}", "moi {D} c'était {P}{A}", "{P} moi {D}{A}", "je suis de {P} {D}{A}",
]  # fmt: skip
RULES["act_part"] += [
    "{P} à {a}, {d}", "{P} {D}, {a}", "{P}, {d}, {a}", "{d}, {P}, {a}", "{P} / {d} / {a}", "{P} : {d}, {a}", "{p} {d} {a}", "{p} {d} {a}", "{d} {p} {a}", "{d} {p} {a}",
    "mets {P} {D} à {a}", "mets {P} à {a} {D}", "note {P} à {a} {D}", "[mets|note|compte|ajoute] {a} {P} {D}", "<did_on> {P} {D} {a}", "{D} <did_on> {P} {a}",
    "{a} de {d} sur {P}", "{P} a eu {a} {D}", "{P} {D} mais seulement {a}", "pas plus de {a} sur {P} {D}", "{a} max sur {P} {D}", "je peux mettre {a} sur {P} {D}",
    "{D} : {P} {a}", "{D} {P} pour {a}", "{a} de mon temps sur {P} {D}", "seulement {a} de {P} {D}",
]  # fmt: skip
RULES["act_half"] += [
    "{P}, {d} {a}", "{P} : {d} {a}", "{d} {a} -> {P}", "{d} {a} seulement {P}", "[mets|note|ajoute|compte] {P} {d} {a}", "{P} {d} ({a})", "{d} ({a}) {P}",
    "{d}, {a} : {P}", "j'étais sur {P} {d} {a}", "j'ai bossé sur {P} {d} {a}", "{d} {a} je suis sur {P}", "{d} {a} que du {P}", "on a fait {P} {d} {a}",
]  # fmt: skip
RULES["act_noproject"] += [
    "remplis {d} stp", "complète {d}", "fais {d}", "il faut remplir {d}", "journée normale {D}", "{d} journée normale", "j'étais là {D}", "présent {D}", "{d} présent",
    "au bureau {D}", "{d} bureau", "{d} travail", "{d} boulot", "boulot {D}", "j'ai fait ma journée {D}", "tt {D}", "{d} télétravail", "note-moi {D}", "pointe-moi {D}",
    "compte-moi {D}", "j'ai bossé de chez moi {D}",
]  # fmt: skip
RULES["act_nodate"] += [
    "{P}{A}, ajoute ça", "un peu de {P}{A}", "j'ai fait du {P}{A}", "mon temps sur {P}{A}", "mes heures {p}{A}", "j'étais sur {P}{A}", "note {P}{A}", "note du {P}{A}",
    "je voudrais saisir du temps sur {P}{A}", "du {P}{A}", "saisie sur {P}{A}", "il manque {P}{A}", "n'oublie pas {P}{A}", "j'ai aidé sur {P}{A}",
]  # fmt: skip

RULES = moods(RULES, ("v_log", "v_to", "v_part"))

_BELONGS = ("mets-moi sur", "mets moi sur", "mettez-moi sur", "inscris-moi sur", "me mettre sur", "laisse-moi sur", "garde-moi sur", "inscrivez-moi sur", "ajoute-moi", "rajoute-moi", "affecte-moi", "créer", "ajoute", "ajouter", "ajoutez", "rajoute")  # fmt: skip
RULES["v_log0"] = [verb for verb in RULES["v_log"] if verb not in _BELONGS]
RULES["v_log0_inf"] = [verb for verb in RULES["v_log_inf"] if verb not in _BELONGS]
RULES["act_nodate_bare"] = [frame for frame in RULES["act_nodate"] if "{a}" not in frame and "part>" not in frame]
RULES["act_nodate"] = [frame for frame in RULES["act_nodate"] if "{a}" in frame or "{A}" in frame or "part>" in frame]
