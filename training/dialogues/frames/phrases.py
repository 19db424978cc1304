# ruff: noqa: E501 (a bank of phrases: lines are as long as they need)
"""Short banks that the flows pick from directly: choices among options, exceptions, corrections of new projects and people."""

PLACES_EN = (("the first one", "the first", "first one", "first", "1", "the 1st", "number 1", "option 1", "first please", "the first one please", "no 1", "the former", "#1"),
              ("the second one", "the second", "second", "2", "the 2nd", "number 2", "second one please", "option 2", "#2"),
              ("the third one", "the third", "third", "3", "the 3rd", "number 3", "#3"), ("the fourth", "4", "the fourth one"))  # fmt: skip
LAST_EN = ("the last one", "the last", "last one", "last", "the latter")  # fmt: skip
PLACES_FR = (("le premier", "la première", "1", "premier", "le 1", "le premier stp", "numéro 1"), ("le deuxième", "le second", "la deuxième", "2", "deuxième", "le 2"), ("le troisième", "3", "la troisième"), ("le quatrième", "4"))  # fmt: skip
LAST_FR = ("le dernier", "la dernière", "dernier")  # fmt: skip
YES_EN = ("yes", "yes please", "yep", "exactly", "yes that one", "that one", "yeah", "right", "correct", "yes, that's it", "of course", "indeed", "y", "sure", "yes i meant that", "ok")  # fmt: skip
YES_FR = ("oui", "oui stp", "exact", "oui celui-là", "celui-là", "c'est ça", "ouais", "oui voilà", "tout à fait", "ok")  # fmt: skip
NAMED_EN = ("{x}", "{x}", "{x}", "{x} please", "yes, {x}", "i meant {x}", "{x} of course", "it's {x}", "oh, {x}", "sorry, {x}", "{x} then", "the {x} one", "{x}!", "yes {x}")  # fmt: skip
NAMED_FR = ("{x}", "{x}", "{x}", "{x} stp", "oui, {x}", "je voulais dire {x}", "{x} bien sûr", "c'est {x}", "pardon, {x}", "oui {x}")  # fmt: skip
OTHER_EN = ("neither, it's {x}", "none of these, {x}", "no, {x}", "neither. {x}", "no, i meant {x}", "none, it's {x}", "another one: {x}", "nope, {x}")  # fmt: skip
OTHER_FR = ("aucun, c'est {x}", "non, {x}", "ni l'un ni l'autre, {x}", "aucun des deux, {x}", "non, je voulais dire {x}")  # fmt: skip
CLOUDED_EN = ("the 34th", "soon", "the other week", "sometime last week", "a while ago", "the day of the release", "30 february", "31/2", "some days", "when the demo was", "these days", "the usual days", "two or three days", "now and then", "most of last week", "32 march",
               "the day we met", "half of last week", "a few days", "a couple of days last week", "recently", "at the end", "the day of the audit", "feb 30", "45/12", "mid week", "one day last week", "later this week")  # fmt: skip
CLOUDED_FR = ("le 34", "bientôt", "l'autre semaine", "il y a un moment", "le jour de la démo", "le 30 février", "31/2", "quelques jours", "les jours habituels", "deux ou trois jours", "de temps en temps", "récemment", "un jour la semaine dernière", "la plupart des jours", "en milieu de semaine", "le jour de la mise en prod")  # fmt: skip
FIXES_EN = {
    "client": ("no, the client is {x}", "client is {x}", "for {x}, sorry", "no, for {x}", "the client should be {x}", "wrong client, {x}", "it's for {x}", "client: {x}"),
    "name": ("no, it's called {x}", "the name is {x}", "name should be {x}", "call it {x}", "rename it to {x}", "no, {x} is the name", "name: {x}"),
    "code": ("the code is {x}", "code should be {x}", "no, code {x}", "use the code {x}", "change the code to {x}", "code: {x}", "wrong code, {x}"),
    "email": ("the email is {x}", "no, {x}", "wrong address, it's {x}", "email: {x}", "change the mail to {x}", "it's {x}", "sorry, {x}"),
    "lastname": ("the last name is {x}", "last name is {x}, sorry", "lastname: {x}", "spelled {x}", "wrong last name, it's {x}"),
    "first": ("the first name is {x}", "first name: {x}", "no, first name {x}", "it's {x}, not that first name"),
}  # fmt: skip
FIXES_FR = {
    "client": ("non, le client c'est {x}", "pour {x}, pardon", "client : {x}", "le client est {x}", "mauvais client, {x}"),
    "name": ("non, il s'appelle {x}", "le nom c'est {x}", "nom : {x}", "appelle-le {x}"),
    "code": ("le code c'est {x}", "code : {x}", "non, code {x}", "change le code pour {x}"),
    "email": ("le mail c'est {x}", "non, {x}", "mail : {x}", "mauvaise adresse, c'est {x}"),
    "lastname": ("le nom de famille c'est {x}", "nom : {x}", "ça s'écrit {x}"),
    "first": ("le prénom c'est {x}", "prénom : {x}"),
}  # fmt: skip
WHOLES_EN = ("this week", "last week", "all week", "the whole week", "next week", "all of last week", "every day", "mon to fri", "monday to friday", "this month", "the whole month", "all of october", "the entire week")  # fmt: skip
WHOLES_FR = ("cette semaine", "la semaine dernière", "toute la semaine", "la semaine prochaine", "tous les jours", "du lundi au vendredi", "ce mois-ci", "tout le mois")  # fmt: skip
EXCEPT_EN = ("{W} {P} ~except {D}~", "{W} on {P} ~except {D}~", "{W} everything on {P}, ~except {D}~", "worked on {P} {W} ~except {D}~", "{P} {W}, ~except {D}~", "{W} {P} ~but not {D}~", "{P} {W} ~without {D}~", "{W} i was on {P}, ~apart from {D}~", "put {W} on {P} ~except {D}~", "{W}: {P} ~minus {D}~", "{W} all {P} ~except for {D}~")  # fmt: skip
EXCEPT_FR = ("{W} {P} ~sauf {D}~", "{W} sur {P} ~sauf {D}~", "{W} j'étais sur {P}, ~sauf {D}~", "{P} {W} ~sauf {D}~", "{W} tout sur {P}, ~à part {D}~", "mets {W} sur {P} ~sauf {D}~", "{W} : {P} ~mais pas {D}~", "{W} {P} ~hors {D}~")  # fmt: skip
OTHERWISE_EN = (", {d} was {Q}", ", {d} i was on {Q}", " ({d} {Q})", " when i was on {Q}", ", that was {Q}", " which was {Q}", " where i did {Q}", " when i helped on {Q}")  # fmt: skip
OTHERWISE_FR = (", {d} c'était {Q}", " où j'étais sur {Q}", " ({d} {Q})", ", là c'était {Q}", " où j'ai fait {Q}")  # fmt: skip
OUT_EN = (" when i was sick", ", i was sick", " (sick)", " when i was ill", ", sick that day", " because of the flu")  # fmt: skip
OUT_FR = (" où j'étais malade", ", j'étais malade", " (malade)", " car malade")  # fmt: skip
WHY_EN = ("wrong day", "wrong project", "not that", "wrong", "wrong days", "wrong percent", "too much", "i was not there", "half days only", "not me", "wrong month", "other project", "mistake", "no", "not correct", "typo", "should be less")  # fmt: skip
WHY_FR = ("mauvais jour", "mauvais projet", "pas ça", "faux", "erreur", "trop", "mauvais mois", "pas moi", "autre projet", "non")  # fmt: skip
FUTURE = ("next", "tomorrow", "tmr", "2moro", "tommor", "tomor", "coming", "in two", "in 3", "following", "demain", "prochain", "dem", "dans ", "en huit", "rest", "remain", "suivant", "qui vient", "every", "each", "chaque", "tous", "les ")  # fmt: skip
SOURCES_EN = ("last week", "last week", "yesterday", "yesterday", "monday", "last month", "the week before", "this week", "last monday", "the first week", "the previous week", "the week before last", "last friday", "the day before")  # fmt: skip
SOURCES_FR = ("la semaine dernière", "la semaine dernière", "hier", "hier", "lundi", "le mois dernier", "la semaine passée", "la semaine d'avant", "lundi dernier", "cette semaine", "avant-hier", "la semaine precedente")  # fmt: skip
