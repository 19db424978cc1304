# ruff: noqa: E501, SIM905 (a bank of phrases: lines are as long as they need)
"""Words that names are made of. No word of a date, an amount, a reason or a tool is among the plain ones."""

ENGLISH = """
anchor apex apple arch arrow ash atlas aurora autumn avalon badger bamboo banner basalt basil basket beacon bear beaver
bell birch bison blaze bloom blossom bolt bramble brass breeze brick bridge bronze brook buffalo bullet button cabin
cactus camel candle canyon carbon cargo castle catalyst cedar chalk cherry chestnut cider circle citrus clarity cliff
cloud clover coast cobalt cobra comet compass copper coral cosmos cotton cougar coyote crane crater cricket crimson
crown crystal cypress daisy dawn delta denim diamond dolphin dragon dragonfly drift dune eagle echo eclipse elk ember
emerald engine envoy falcon feather fern ferry fiddle finch firefly flame flamingo flint forest forge fountain fox
frost galaxy garden garnet gate gecko ginger glacier glade globe granite grove gull hammer harbor harvest hawk hazel
heron hickory honey horizon hornet hunter ibex icon indigo iris iron island ivory ivy jackal jaguar jasmine jasper
jungle juniper kayak kestrel keystone kite kiwi knight koala lagoon lantern lark lavender ledger lemon leopard lighthouse
lily linen lion lizard locust lotus lynx magnet magpie mango maple marble meadow meteor mint mirage mirror monarch moose
mosaic moss mountain mustang nebula nectar needle nest nettle nickel nimbus north nova nutmeg oak oasis ocean octopus
olive onyx opal orbit orca orchard orchid osprey otter owl oyster palm panda panther paper parrot pearl pebble pelican
penguin pepper phoenix pilot pine pioneer planet plum polar pony poppy prairie prism puffin pulse puma pyramid quail
quartz quasar radar rainbow ranger raven reef ridge river robin rocket rose rover ruby saffron sage sailor salmon sand
sapphire saturn scarlet scout seal shadow shark shell sierra signal silk silver sky slate snow solar sonar spark sparrow
sphinx spiral spruce stallion star stone stork storm summit sunrise swan swift tangerine teal temple terra thistle
thunder tiger timber titan topaz torch tornado tortoise tower trident trout tulip tundra turtle umber unicorn urchin
valley vanilla vector velvet venus vertex vine violet viper vista volcano vortex walnut walrus wasp whale willow wing
wolf wombat wren yarrow zebra zen zenith zephyr zinc zodiac apollo hermes athena ares orion gemini mercury neptune
jupiter pluto janus odin thor loki freya vulcan minerva juno ceres artemis nemesis helios pegasus icarus argo medusa
backbone billing checkout crm dashboard datalake billingo frontend gateway helpdesk intranet inventory kiosk landing
mainframe marketplace middleware mobile monitoring newsletter onboarding payroll pipeline platform portal procurement
recruiting reporting roadmap rollout scanner sandbox search security shop storefront survey ticketing tracker training
warehouse webshop website wiki workflow audit analytics archive auth backlog batch benchmark booking branding catalog
chatbot cockpit compliance connector console delivery discovery export fleet forecast insight invoice kernel logistics
loyalty mailer metrics migration nextgen optimus payments permits planner pricing prototype quality refactor registry
retail rollback routing sales scheduler sensor sprint staging support sync tariff telemetry tooling upgrade vendor
bunker cashbox driftwood fishbowl goldmine hotdog jukebox kettle lollipop muffin noodle pancake pickle pretzel pumpkin
sandwich spaghetti toaster truffle waffle yogurt zipper biscuit bagel popcorn donut tofu wasabi
abacus acorn aether agora alder algae almond alpaca alpine amber amulet antler apricot aqueduct arbor arcade arena
armada artichoke asteroid atoll avocado axiom azalea bakery balcony ballad balloon bandana banjo barley barracuda
baseline basin beehive beetle bellows bento bergamot beryl biplane bishop blizzard blueprint bobcat bonfire boomerang
botanica boulder bracket bravo breadcrumb brigade brisket bronco buckle bugle bumblebee burrito buttercup butterfly
cadence calypso camellia canary cannon canopy cape capital capybara caramel cardinal caribou carousel cascade cashew
catapult cauldron caviar cello centaur chameleon chariot cheetah chess chimera chinook chipmunk chisel cinder cinnamon
cipher citadel clarinet clockwork cobweb cockatoo coconut codex colossus condor confetti conifer copilot corsair
cortex cosmonaut cottage courier crab cradle crayon crest crocus crossroad crowbar crucible cube cucumber cupcake
curlew cyclone cygnus cymbal daffodil dagger dahlia damson dandelion dingbat dingo doodle dory dove dragonfruit drum
duckling dynamo easel ebony ermine espresso everest fable facet farm fathom fennel fig figment fjord flannel flute
foghorn folio fossil foxglove foxtrot fresco fugue fungus fusion gadget galleon gallop gargoyle gazelle gazette geyser
gingko giraffe gizmo gladiolus glockenspiel glow gnome goblin goose gorilla grapefruit grasshopper gravity grizzly
guava guitar gypsum hacienda halibut halo hamster harp harpoon hatchet haystack hedgehog helix hemlock hibiscus hollow
holly hopper horseshoe hourglass hummingbird hurricane hyacinth hydra igloo iguana impala inkwell iota isotope
jackrabbit jade jaybird jellyfish jigsaw jingle journal jubilee juggler kaleidoscope kangaroo karma katana kelp
kettledrum kingfisher kraken krill lacquer ladder ladybird lamprey lasso laurel lemur lentil lichen lilac limerick
linden lobster locket lodestar loom lumen lupin lute lyre macaw mahogany mallard mammoth mandarin mandolin manta
maraca marigold marlin marmalade mastodon maypole meerkat melody mercado meringue mesa metronome midnight milestone
millstone minotaur mistral mockingbird mole mongoose monsoon moonbeam mulberry muskrat mustard myrtle narwhal nautilus
newt nightingale nomad nougat nugget nutcracker obelisk oboe obsidian ocelot okapi oleander omega onion oracle oregano
origami oriole ostrich outpost overture oxbow paddle pagoda palette pamphlet pangolin panorama papaya paprika papyrus
parachute parasol parsley parsnip partridge passport peach peacock pebblestone pendulum periscope persimmon petal
phantom pheasant piccolo pigeon pinnacle pinwheel piranha pistachio pixel plankton platypus plaza polaris polka pomelo
poncho porcupine porpoise postcard potion primrose prune puffball pumice puzzle python quarry quasi quiver quokka
rabbit raccoon radish raft ragtime ravine reindeer relay rhino rhubarb ripple roadrunner rocket rosemary rosewood
rotor rudder sable saddle saga samba samurai sandpiper sardine satchel sawmill saxophone schooner scorpion seahorse
sequoia serpent sextant shamrock shore shuttle silo skylark skylight sloth snowdrop sonata sorbet spatula spindle
spinnaker sponge squid squirrel starfish starling steamboat sundial sunflower swallow sycamore talon tambourine
tapestry tapir tarragon telescope tempest tender termite thicket thimble threshold thyme tigress toboggan totem toucan
trapeze treasure trebuchet trellis trinket triton trombone trumpet tuba tugboat tuna turbine turnip turquoise typhoon
ukulele utopia valkyrie vanguard vault velociraptor verbena vertigo viaduct vicuna viola vulture waltz wasabi
watercress waterfall weasel whirlpool wigwam wildflower windmill wisteria wolverine woodpecker xenon xylophone yacht
yak yonder yucca zeppelin ziggurat zinnia zircon
""".split()

FRENCH = """
abeille acacia aigle alizé alouette amande amarante ancre arc ardoise argile aubépine aurore avenir azur balise baleine
bambou belette belvédère biche boussole boréal bruyère caillou capucine caravelle castor cathédrale cerf cerise châtaigne
chêne cigale cigogne citron clairière colibri coquelicot corail corbeau côté coucou coulisse crécelle crêpe cuivre cygne
dauphin diapason écho éclair écluse écureuil émeraude épervier équinoxe érable escale étincelle étoile falaise faucon
fenêtre feuille flamme flèche fontaine forêt fougère fourmi galet garance genêt girafe givre glycine goéland grenade
grillon guépard hérisson héron hirondelle horloge houle îlot jardin jonquille lagune lavande lézard libellule licorne
loutre lumière lynx maillon marée marguerite marmotte mélèze merle mésange mimosa moulin muguet mûrier myrtille nacre
narval neige noisette nuage oasis olivier ondine orage orchidée orme papillon passerelle pâquerette pélican perle phare
pinson pivoine plume poirier pont porte prairie puits radeau rivière rocher romarin roseau rosée ruche safran sapin
sarcelle saule sauterelle sirène soleil source tanière tilleul torrent tortue tournesol tramontane trèfle tulipe vague
vallon vanille vendange verger voilier zéphyr facturation paie refonte bascule recette guichet portail annuaire
cadastre scolarité archives parapheur patrimoine mutuelle accueil courrier
abricot accordéon agate agrume albatros algue allumette améthyste ananas ancolie anguille anémone arbousier armoise
artichaut baguette bananier barque basilic beffroi bergerie biscotte blaireau bleuet bouleau bourdon bourgeon bouton
brioche brume cabane cabri calisson calèche campanule canard cannelle caramel carillon carotte cascade caïman cerfeuil
chamois chandelle charbon chardon chariot chaudron chevreuil chouette ciboulette cigare cloche clocher cobalt
coccinelle colombe comptoir comète condor coquille cormoran cornichon cotonnier coudrier crapaud crevette crocus
cyprès cèdre dahlia daim damier datte dentelle diamant digue dune embrun encrier esquif estuaire fable fanfare
farandole faïence figuier flamant flocon fougue framboise frelon frégate fusain gazelle genièvre girofle girouette
glacier goyave granit gravier grive groseille guitare hamac hameau haricot havre hibou hortensia houblon hublot igname
jasmin jonque kaki kermesse laiton lampion lanterne lentille lierre lilas limace lotus louve lucarne lutin macaron
mandarine mangue manoir maquis marelle marmite mirabelle mistral moineau mouette mousse moutarde mulot narcisse
navette nectarine noyer nénuphar océan oiseau olive ombre orme ortie oursin paille palmier panier paon paprika parasol
pastèque patio perdrix persil pervenche peuplier phoque piment pivert platane plume pollen potager prune pêcher quartz
quenelle radis rainette ravin renard rhubarbe rondeau rossignol ruban rubis ruisseau réglisse sable saphir sarment
savane scarabée sentier serpolet sillage sorbier souris sureau tamarin tambour tanche tempête thym tisane topinambour
toupie tourelle traîneau trombone truffe truite vanneau varech verveine violette voilure volcan zinnia ébène écharpe
éclat écume églantine élan épicéa épinard œillet
""".split()

ADJECTIVES = """
blue red green black white golden silver new big little smart fast deep wild quiet bright cold rapid hidden open
northern eastern happy lazy crazy hybrid digital modern global local central royal magic super mega ultra micro
inner outer upper lower flying iron urban rural
""".split()

SECOND = """
migration portal app platform hub suite core pro lab labs store desk line net soft data cloud studio mobile
web api next gen factory tower bridge valley park bay point works station city box kit flow link track pay care fit
base camp view deck line dash sync vault guard ops ng lite max
""".split()

BUSINESS = """
account accounting admin analytics annex archive assembly audit backend backlog badge billing board booking brand brochure
budget building call campaign canteen car catalogue catering chain chapter checkout claims clinic coating coaching
compliance concept concert construction consulting contract control coordination corridor counter course creative
crossing customer dashboard database dealer delivery demo design desktop diagnostics directory dispatch display dock
drainage drawing drilling editing energy engine equipment events exhibition expansion export facade festival fibre field
film finance firmware fleet flooring forecast frontend fundraising furniture garage gas gateway grant guide gym hall
hardware heating helpdesk hiring hospital hotel hydro imaging import index induction infrastructure inspection insurance
integration interior internal intranet inventory invoicing irrigation kitchen label laundry law layout leasing lessons
library lighting loan lobby logistics logo loyalty mailing maintenance mapping market marketing mechanics medical member
membership merger metering metro mill mining modelling monitoring museum music networks newsletter nursery office
onboarding order packaging painting parcel parking parts patient payment payroll permit pharmacy photo piping planning
plant plumbing policy pricing print procurement product production promo proposal prototype public publishing pump
purchasing quality quarry radio rail ramp recruitment recycling redesign registry relaunch renewal renovation repair
research reserve residence response restaurant retail revamp review risk road roof safety sales sampling school screening
sensor server service sewage shelter shipping shop showroom sign simulation site software spare stadium staging station
stock storage strategy street studies supplier supply support survey surgery tax taxi telecom tender terminal testing
theatre ticketing timber tooling tourism training tram transport treasury trial tunnel turbine upgrade utility vaccine
vendor venue video viewer visitor voice warehouse warranty waste water website welding wing wiring workshop yard
""".split()

BUSINESS_FR = """
abattoir accueil achats agence agenda aménagement annuaire appli archives assainissement atelier audit avenue barrage
bâtiment billetterie boutique budget bureau cabinet cadastre caisse cantine carte catalogue centrale chaîne charpente
chaudière clinique coaching collecte collège commande communication comptabilité concert conseil contrat copropriété
couverture crèche cuisine cure diagnostic digue documentation eau école éclairage écluse édition électricité entrepôt
entretien étude événementiel expertise façade facturation ferme festival fibre filière filtration formation forge gare
gestion gîte guichet halle hangar hébergement hôpital hôtel immeuble impression informatique infrastructure inspection
intranet inventaire isolation jardin laboratoire livraison logement logistique lycée magasin mairie maison maintenance
maquette marché marketing médiathèque menuiserie mesure métro mission mobilier moteur moulin musée navette nettoyage numérique
observatoire paie palais parc parking passerelle patrimoine peinture phare pharmacie piscine plateforme plomberie pompe
pont port portail presse prévention production prototype quai qualité quartier radar raccordement recette recherche
recrutement recyclage refonte réfection régie rénovation réseau résidence restaurant restauration retraite rocade route
sécurité serre serveur signalétique silo simulation site sondage stade station stock support talus télérelève tender terrain
théâtre thermique toiture tramway transport travaux trésorerie tri tunnel turbine usine vente viaduc vidéo voirie voltige
""".split()

COMPANIES = """
Wayne Acme Globex Initech Umbrella Stark Hooli Vandelay Wonka Soylent Tyrell Cyberdyne Oscorp Aperture Monarch Shannon
Kowalski Brandt Larsen Okafor Petrov Moreau Lefebvre Girard Duval Keller Vogel Rossi Conti Silva Mendes Novak Horvat
Jansen Bakker Veere Zwolle Utrecht Leeds Bristol Cork Galway Nantes Lille Rennes Colmar Namur Genève Lugano Bergen Oulu
Aarhus Malmö Gdansk Brno Graz Porto Bilbao Turin Bari Patras Izmir Haifa Tunis Dakar Accra Lagos Nairobi Pune Osaka
Quito Lima Boston Denver Oregon Hudson Tampa Calgary
""".split()

COMPANY_TAILS = [
    *"""\nCorp Ferries Bank Group Ltd Inc GmbH SA Airways Foods Energy Rail Telecom Motors Insurance Logistics Pharma Steel\nBrothers Partners Retail Systems Media Hospital Airport Museum Water Trust Foundation Studios Shipping Chemicals\nTramways Optics Bakery Hotels Breweries Textiles Ceramics Marine Aviation Legal Advisors Council Library Theatre Schools\n""".split(),
    "& Co",
    "& Sons",
    "and Partners",
    "et Fils",
]

COMPANY_HEADS = ["Gemeente", "Ville de", "Banque", "Stadt", "Port of", "City of", "Mairie de", "Crédit", "Groupe", "Royal",
                 "Stadtwerke", "Région", "Clinique", "Université de", "Council of", "Maison", "Caisse", "Ayuntamiento de"]  # fmt: skip

TRICKY = """
Leave it out|Off Grid|Day One|Half Moon|March Hare|Sick Bay|Holiday Inn|Week Zero|Mayflower|Sunday Roast|Friday Club
Monday Blues|Black Friday|Copycat|Deletor|Wipe|Report Writer|Undo|Submit It|Next|Full Moon|Quarterback|Morning Star
Afternoon Tea|Second Half|Rest|Repeat|Same Again|Last Mile|First Aid|Off The Shelf|Vacation Planner|Leave Manager
Sick Note|Doctor|Fever|Flu Tracker|Hello|Thanks|Admin|Client|Project X|Copy Shop|The Report|Everything|Nothing
No Name|Yesterday|Tomorrow Land|Two Thirds|Fifty|Cancel Culture|Drop|Remove|Delete Me|Clear|Scrap|August Rush|Mark|Put
Log|Booking|Holiday Calendar|RTT Tool|Time Sheet|Help|Who Cares|Week Planner|Daily|Today Show|Ignore|Grippe|Congés+
Midi|Matin Clair|Jour J|Repos|Lundi Vert|Semaine Zen|Mars|Mai 68|Copie|Annule
""".replace("\n", "|").strip("|").split("|")  # fmt: skip
