# ruff: noqa: E501 (a bank of phrases: lines are as long as they need)
"""French absences by reason. {D} days, {A} share."""

from training.dialogues.frames.french import moods

RULES: dict[str, list[str]] = {
    "state": ["", "", "j'étais ", "je suis ", "je serai ", "étais ", "suis ", "j'ai été ", "jetais ", "j'étais ", "toujours "],
    "sick_state": ["malade", "malade", "malade", "en arrêt", "en arrêt maladie", "en arrêt maladie", "arrêté", "arrêtée", "souffrant", "souffrante", "au lit", "cloué au lit", "au lit avec la grippe", "au lit avec 39", "au lit avec de la fièvre", "grippé", "grippée", "chez le médecin", "chez le docteur", "à l'hôpital", "hospitalisé",
                   "pas bien", "patraque", "enrhumé", "mal en point", "en congé maladie", "fiévreux", "malade comme un chien", "à la maison malade", "trop malade pour venir", "maladie", "HS, la grippe", "en convalescence", "maalde", "maldae", "enrhumée", "positif au covid", "aux urgences", "arrêté par le médecin"],
    "sick_had": ["j'ai eu la grippe", "j'avais la grippe", "j'ai la grippe", "la grippe", "grippe", "gastro", "une gastro", "j'ai eu une gastro", "j'ai une gastro", "migraine", "j'avais une migraine", "grosse migraine", "fièvre", "j'avais de la fièvre", "j'ai de la fièvre", "covid", "j'ai le covid", "arrêt maladie", "un arrêt maladie", "arrêt de travail",
                 "j'ai un arrêt maladie", "maladie", "congé maladie", "jour de maladie", "rhume", "angine", "bronchite", "lumbago", "mal de dos", "mal au dos", "intoxication alimentaire", "le médecin m'a arrêté", "le docteur m'a arrêtée", "le médecin m'a mis en arrêt", "je suis tombé malade", "je suis tombée malade", "médecin", "rdv chez le médecin", "opération",
                 "je me suis fait opérer", "j'ai vomi toute la nuit", "gros rhume", "j'étais pas bien", "otite", "sinusite", "je me suis cassé le bras", "crève", "j'ai la crève", "j'ai chopé la crève", "certificat médical", "je couvais un truc, malade"],
    "sick_noun": ["un arrêt maladie", "arrêt maladie", "maladie", "un jour de maladie", "une absence maladie", "malade", "un congé maladie", "mon arrêt", "mon arrêt maladie", "un arrêt", "en maladie"],
    "paid_state": ["en congé", "en congé", "en congés", "en congés", "en vacances", "en vacances", "en congés payés", "en congé payé", "en CP", "en cp", "à la plage, en congés", "en vacances au ski", "parti en vacances", "partie en vacances", "en congé annuel", "en vacance", "en conge", "de congé", "en congès"],
    "paid_had": ["congé", "congés", "vacances", "CP", "cp", "congés payés", "congé payé", "un CP", "un cp", "j'ai posé un CP", "j'ai posé un congé", "j'ai posé des congés", "j'ai pris un congé", "j'ai pris des congés", "j'ai pris un jour de congé", "un jour de congé", "jour de congé", "jours de congé", "je pose un CP", "je pose un congé", "je pose des congés",
                 "je prends un congé", "je prends des congés", "je prends un CP", "je pars en vacances", "je pars en congés", "j'ai des congés", "j'ai des vacances", "congé annuel", "j'ai pris mes congés", "mes vacances", "mes congés", "c'est les vacances", "vacances en famille", "conges", "congé payés", "j'avais posé un CP", "vacance"],
    "paid_noun": ["un congé", "des congés", "mes congés", "un CP", "un cp", "cp", "CP", "congé payé", "congés payés", "un jour de congé", "des vacances", "mes vacances", "vacances", "congé", "congés", "un congé payé", "une journée de congé", "des CP", "en congé", "en CP"],
    "rtt_state": ["en RTT", "en rtt", "en rtt", "de rtt", "absent (rtt)", "absent, rtt", "parti en rtt", "en jour rtt"],
    "rtt_had": ["RTT", "rtt", "un RTT", "un rtt", "jour RTT", "j'ai posé un RTT", "j'ai pris un rtt", "je pose un rtt", "je prends un RTT", "j'ai un rtt", "mon rtt", "journée rtt", "jour de rtt", "j'avais un rtt", "r.t.t.", "des rtt", "une rtt"],
    "rtt_noun": ["un RTT", "un rtt", "rtt", "RTT", "une RTT", "mon rtt", "un jour de rtt", "une journée rtt", "des rtt", "en rtt"],
    "off_state": ["absent", "absente", "absent", "pas là", "pas au bureau", "off", "pas dispo", "indisponible", "pas présent", "pas présente", "en repos", "de repos", "en absence", "ailleurs", "pas au travail"],
    "off_had": ["absence", "une absence", "journée off", "jour off", "un jour off", "j'ai pris ma journée", "je prends ma journée", "je ne travaille pas", "je travaille pas", "j'ai pas travaillé", "je n'ai pas travaillé", "je ne serai pas là", "je serai pas là", "j'étais pas là", "je n'étais pas là", "je ne viens pas", "pas de travail", "je suis pas là",
                "je ne travaillais pas", "jour libre", "j'ai pris un jour", "je prends un jour"],
    "off_noun": ["une absence", "absence", "absent", "un jour off", "off", "une journée d'absence", "mon absence", "comme absent"],
    "abs_verb": ["note", "noter", "mets", "mettre", "pose", "poser", "pose-moi", "ajoute", "ajouter", "saisis", "saisir", "inscris", "déclare", "déclarer", "compte", "enregistre", "enregistrer", "mets-moi", "note-moi", "marque", "marquer", "mettez", "posez", "notez", "mettez-moi", "rentre", "prendre", "demander", "rajoute", "met", "compter", "indique"],
    "sick": ["<state><sick_state> {D}{A}", "<state><sick_state> {D}{A}", "<state><sick_state> {D}{A}", "{D} <state><sick_state>{A}", "{D} j'étais <sick_state>{A}", "{D}, j'étais <sick_state>{A}", "<sick_had> {D}{A}", "<sick_had> {D}{A}", "{D} <sick_had>{A}", "{D}, <sick_had>{A}", "{D} : <sick_had>{A}", "<sick_had>, {d}{A}", "<ask><abs_verb> <sick_noun> {D}{A}", "<ask><abs_verb> <sick_noun> {D}{A}",
             "[mets|note|marque] {d} en [maladie|arrêt maladie|arrêt]{A}", "{d} [malade|maladie|arrêt maladie]{A}", "[malade|maladie|arrêt maladie] {d}{A}", "absent {d}{A}, <sick_had>", "pas venu {D}{A}, <sick_had>", "j'étais absent {D}{A}, <sick_had>", "j'ai pas pu venir {D}{A}, <sick_had>", "je n'ai pas travaillé {D}{A}, j'étais <sick_state>", "resté à la maison {D}{A}, <sick_had>", "{d} = malade{A}"],
    "sick_half": ["malade {d} {a}", "{d} {a} malade", "j'étais malade {d} {a}", "{d} {a} chez le médecin", "chez le médecin {d} {a}", "{d} {a} j'étais <sick_state>", "<state><sick_state> {d} {a}", "<sick_had> {d} {a}", "arrêt maladie {d} {a}"],
    "paid_leave": ["<state><paid_state> {D}{A}", "<state><paid_state> {D}{A}", "<state><paid_state> {D}{A}", "{D} <state><paid_state>{A}", "{D} je suis <paid_state>{A}", "{D} j'étais <paid_state>{A}", "<paid_had> {D}{A}", "<paid_had> {D}{A}", "{D} <paid_had>{A}", "{D}, <paid_had>{A}", "{D} : <paid_had>{A}", "<paid_had> : {d}{A}", "<ask><abs_verb> <paid_noun> {D}{A}", "<ask><abs_verb> <paid_noun> {D}{A}",
                   "<ask><abs_verb> <paid_noun> pour {d}{A}", "[mets|note|marque|passe] {d} en [congé|CP|vacances|congés]{A}", "{d} [congé|CP|vacances|congés|cp]{A}", "[congé|CP|vacances|congés|cp] {d}{A}", "absent {d}{A} ([CP|congés|vacances])", "pas là {D}{A}, <paid_had>", "{d} = [congé|cp|vacances]{A}", "je serai pas là {D}{A}, <paid_had>", "on est en vacances {D}{A}"],
    "paid_leave_half": ["[congé|CP|vacances|cp] {d} {a}", "{d} {a} [congé|CP|vacances|cp]", "{d} {a} je suis <paid_state>", "<state><paid_state> {d} {a}", "<paid_had> {d} {a}", "[pose|mets|note] [un congé|un CP|un cp] {d} {a}"],
    "rtt": ["<state><rtt_state> {D}{A}", "<state><rtt_state> {D}{A}", "{D} <state><rtt_state>{A}", "<rtt_had> {D}{A}", "<rtt_had> {D}{A}", "{D} <rtt_had>{A}", "{D}, <rtt_had>{A}", "{D} : <rtt_had>{A}", "<ask><abs_verb> <rtt_noun> {D}{A}", "<ask><abs_verb> <rtt_noun> pour {d}{A}", "[mets|note|marque|passe] {d} en [rtt|RTT]{A}", "{d} rtt{A}", "rtt {d}{A}", "absent {d}{A} (rtt)", "pas là {D}{A}, <rtt_had>"],
    "rtt_half": ["rtt {d} {a}", "{d} {a} rtt", "{d} {a} en RTT", "<rtt_had> {d} {a}", "[pose|mets|note] [un rtt|un RTT] {d} {a}"],
    "other_np": ["congé sans solde", "congé parental", "congé maternité", "congé paternité", "enfant malade", "enfant malade", "déménagement", "grève", "un enterrement", "un mariage", "congé formation", "don du sang", "un examen", "journée citoyenne"],
    "off": ["<other_np> {D}{A}", "{D} <other_np>{A}", "[mets|note|pose] <other_np> {D}{A}", "absent {d}{A} pour <other_np>", "pas là {D}{A}, <other_np>", "{d} : <other_np>{A}", "je viens pas {D}{A}", "{D} je viens pas{A}", "je peux pas venir {D}{A}", "ne m'attendez pas {D}{A}", "il me faut {d}{A}, je serai absent",
            "<state><off_state> {D}{A}", "<state><off_state> {D}{A}", "<state><off_state> {D}{A}", "{D} <state><off_state>{A}", "{D} je suis <off_state>{A}", "{D} j'étais <off_state>{A}", "<off_had> {D}{A}", "<off_had> {D}{A}", "{D} <off_had>{A}", "<ask><abs_verb> <off_noun> {D}{A}", "[mets|note|marque] {d} en absence{A}", "{d} [absent|off|absence|absente]{A}", "[absent|off|absence] {d}{A}", "{d} : [absent|off|absence]{A}",
            "[mets-moi|note-moi] [absent|absente] {D}{A}", "{d} je ne travaille pas{A}", "je prends {d} off{A}", "je suis pas là {D}{A}"],
    "off_half": ["absent {d} {a}", "{d} {a} absent", "je suis absent {d} {a}", "pas là {d} {a}", "{d} {a} je ne suis pas là", "off {d} {a}"],
    "sick_nodate": ["<state><sick_state>", "<sick_had>", "<ask><abs_verb> <sick_noun>", "j'étais <sick_state>"],
    "paid_leave_nodate": ["<state><paid_state>", "<ask><abs_verb> <paid_noun>", "je voudrais poser [des congés|un congé|un CP]", "je peux poser un congé", "ajoute mes congés"],
    "rtt_nodate": ["<state><rtt_state>", "<ask><abs_verb> <rtt_noun>", "je voudrais poser un rtt", "je peux poser un rtt"],
    "off_nodate": ["<ask><abs_verb> une absence", "j'étais absent", "je voudrais poser une absence", "je prends un jour", "saisir une absence", "je serai absent", "j'étais pas là"],
}  # fmt: skip

# more of the same, as people were heard to put it
RULES["sick_had"] += [
    "extinction de voix", "mal de gorge", "pneumonie", "varicelle", "torticolis", "sciatique", "entorse", "j'ai une entorse", "je me suis bloqué le dos", "dos bloqué",
    "crise d'allergie", "nausées", "j'avais des nausées", "vertiges", "j'ai eu un accident", "aux urgences toute la nuit, malade", "39 de fièvre", "40 de fièvre",
    "température", "je suis cloué au lit", "rage de dents", "calculs rénaux", "hernie", "indigestion", "un virus", "j'ai attrapé un virus", "j'ai attrapé froid",
    "le docteur m'a prescrit un arrêt", "prolongation d'arrêt", "j'ai un mot du médecin", "arrêt", "mon arrêt", "bloquée au lit", "petite opération", "chirurgie",
    "je suis souffrant", "jour maladie", "absence maladie", "testé positif", "j'étais mal", "malade comme pas possible", "état grippal", "gros coup de froid",
    "crise de foie", "mal au ventre", "mal de ventre", "mal de tête", "gros mal de crâne", "toux", "j'ai rien pu faire, malade", "conjonctivite",
]  # fmt: skip
RULES["sick_state"] += [
    "bien malade", "trop malade", "encore malade", "toujours malade", "très malade", "tombé malade", "tombée malade", "au lit", "au lit malade",
    "cloué au lit avec la grippe", "alité", "alitée", "à la clinique", "à l'hosto", "sous antibiotiques", "en arrêt de travail", "en maladie", "KO avec la grippe",
    "malade aussi", "hélas malade", "malade, arrêt du médecin", "au fond du lit", "avec 40 de fièvre", "à plat avec une gastro",
]  # fmt: skip
RULES["paid_had"] += [
    "je suis de congé", "jour de vacances", "journée de congé", "une journée de congé", "une semaine de vacances", "deux semaines de congés",
    "j'ai pris ma semaine de vacances", "j'ai demandé un congé", "j'aimerais poser un CP", "je souhaite poser des congés", "je voudrais poser un congé", "posé un CP",
    "posé un congé", "pose CP", "pris un congé", "pris un CP", "vacances au soleil", "départ en vacances", "week-end prolongé en congé", "mes CP", "mon CP", "mon congé",
    "je serai en congé", "congé posé", "congés posés", "CP posé", "cp svp", "CA",
]  # fmt: skip
RULES["paid_state"] += [
    "en congé posé", "parti en congés", "en week-end prolongé (CP)", "au ski en congés", "aux sports d'hiver en congé", "en vacances scolaires avec les enfants, congé",
    "en vac", "en vacs", "en congés annuels", "en congés d'été", "en vacances d'été", "sur un CP", "en CP aussi", "toujours en congé", "encore en vacances",
    "déjà en congé",
]  # fmt: skip
RULES["rtt_had"] += [
    "je suis de rtt", "posé un rtt", "pris un rtt", "je voudrais poser un rtt", "rtt posé", "RTT svp", "un jour de rtt", "mon jour de rtt", "une journée de rtt",
    "journée de RTT", "je mets un rtt", "on est en rtt",
]  # fmt: skip
RULES["off_had"] += [
    "je prends ma journée", "je suis absent", "je suis off", "j'étais off", "je ne serai pas dispo", "pas dispo", "perso", "raison perso", "journée perso", "rdv perso",
    "rendez-vous personnel", "je ne bosse pas", "je bosse pas", "j'ai pas bossé", "pas bossé", "pas travaillé", "non travaillé", "jour non travaillé", "je serai absente",
    "je reste chez moi", "resté chez moi", "empêchement", "j'ai eu un empêchement", "je ne peux pas venir", "je viendrai pas",
]  # fmt: skip
RULES["off_state"] += [
    "en off", "hors bureau", "hors du bureau", "parti", "indispo", "non dispo", "absent du bureau", "pas en poste", "en absence toute la journée", "libre",
]  # fmt: skip
RULES["off"] += [
    "tu peux me mettre absent {D}{A}", "marque-moi absent {D}{A}", "je serai absent {D}{A}", "je serai absente {D}{A}", "j'étais absent {D}{A}", "absence {D}{A}",
    "une absence {D}{A}", "mon absence {D}{A}", "{d} pas là{A}", "{d}, je suis pas là{A}",
]  # fmt: skip
RULES["sick"] += [
    "{d} : malade{A}", "{D} : arrêt{A}", "{d} c'était maladie{A}", "{d} arrêt{A}", "arrêt {d}{A}", "en maladie {D}{A}", "{D} en maladie{A}", "je suis en arrêt {D}{A}",
    "mon arrêt maladie {D}{A}", "le médecin m'a arrêté {D}{A}", "toujours malade {D}{A}", "tu peux me mettre malade {D}{A}",
    "mets-moi en arrêt {D}{A}", "mets-moi malade {D}{A}", "déclare-moi malade {D}{A}",
]  # fmt: skip
RULES["paid_leave"] += [
    "{d} c'est congé{A}", "{d} c'est les vacances{A}", "{D} : CP{A}", "mets-moi en congé {D}{A}", "mets-moi en CP {D}{A}", "mets-moi en vacances {D}{A}",
    "pose-moi {d} en CP{A}", "pose {d} en congé{A}", "{d} en CP{A}", "{d} en congé{A}", "je prends {d} en CP{A}", "je prends {d} en congé{A}", "je pose {d}, CP{A}",
    "je souhaite être en congé {D}{A}", "mes congés {D}{A}", "mes vacances : {d}{A}", "mes congés sont {D}{A}",
]  # fmt: skip
RULES["rtt"] += [
    "{d} en RTT{A}", "mets-moi en rtt {D}{A}", "pose {d} en rtt{A}", "je pose {d} en RTT{A}", "je prends {d} en rtt{A}", "{d} c'est rtt{A}", "mon RTT {D}{A}",
    "un RTT {D} svp{A}",
]  # fmt: skip

RULES = moods(RULES, ("abs_verb",))
