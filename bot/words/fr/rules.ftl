### Quelle règle d’un rapport une ligne enfreindrait, sur sa carte.

month-closed = Le rapport pour { $month } est envoyé. Reprenez-le d’abord pour le modifier.
no-such-project = Le projet { $code } n’existe pas.
not-assigned = Le projet { $project } ne vous est pas affecté. Demandez à un administrateur de vous l’affecter.
no-step = { $percent } % n’est pas un multiple de { $step } %.
day-too-full = Le { $day } passerait à { $percent } %, au-delà des { $most } % d’un jour.
