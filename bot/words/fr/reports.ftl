### Un mois sur la page d’accueil et dans la conversation, quelle que soit la plateforme.

greeting = Bonjour { $name }
home-unknown = Je ne connais pas encore { $email }. Demandez à un administrateur de vous ajouter.
home-without-email = Je ne vous connais pas encore. Demandez à un administrateur de vous ajouter.

name-and-value = { $name } : { $value }

# Les motifs d’absence habituels, là où le registre ne leur donne pas d’autre nom.
reason-paid-leave = Congés payés
reason-rtt = RTT
reason-sick = Maladie
