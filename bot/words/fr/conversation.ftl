### Une conversation qui dure : recommencer, et ce que le modèle en voit.

started-over = Nous recommençons à zéro. Je ne tiens plus compte de ce qui a été dit ; votre rapport reste tel quel.
started-over-dropped = Nous recommençons à zéro. Je ne tiens plus compte de ce qui a été dit, et { $lines ->
    [one] une ligne qui vous attendait est abandonnée
   *[other] { $lines } lignes qui vous attendaient sont abandonnées
}. Rien n’a été enregistré.
dropped-by-reset = Abandonné : vous avez recommencé à zéro.

context-introduction = Voici ce que je montrerais au modèle de langue avec votre prochain message : { $tokens } jetons. Au-delà de { $comfortable }, je ne garde que les résultats des échanges les plus anciens ; plus de { $longest } ne tiennent pas. Ses outils : { $tools }.
context-left-out = … { $count } caractères omis ici …

home-reset = Recommencer à zéro
home-context = Voir le contexte
