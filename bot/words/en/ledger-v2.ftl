### What a ledger cannot do, and what goes wrong between Tally and the v2 activity-report API.
### $ledger is what people call the ledger: “the activity reporting tool”.

# when somebody asks for what this ledger has no way to do
cannot-remove = I can add entries in { $ledger }, but not take any off. Please do that there yourself.
cannot-submit = I cannot submit a month in { $ledger }. Please do that there yourself.
cannot-withdraw = I cannot take a month back in { $ledger }. Please do that there yourself.
cannot-assign = I cannot assign people to projects in { $ledger }. Please do that there yourself.
cannot-create-project = I cannot create projects in { $ledger }. Please do that there yourself.
cannot-add-employee = I cannot add people in { $ledger }. Please do that there yourself.
# the status while a message waits because the ledger cannot be read
ledger-away = is waiting for { $ledger }; your message is kept and will be answered…
# over a list of people, where no month is ever submitted
not-complete = Days missing in { $month }

# the ledger's own name: “Please do that in …”
v2-title = the activity reporting tool

# while reading or writing: logged, and shown where somebody waits for an answer
v2-away = I cannot reach { $ledger }.
v2-slow = There was no answer from { $ledger } in time.
v2-untrusted = The certificate of { $ledger } is not trusted: ask whoever runs Tally to look at it.
v2-proxy = The proxy on the way to { $ledger } does not let Tally through.
v2-cut-off = The answer of { $ledger } broke off in the middle.
v2-address = The address of { $ledger } cannot be used: correct TALLY_LEDGER_URL.
v2-elsewhere = I was sent on to another address than the one of { $ledger }: put that one into TALLY_LEDGER_URL.
v2-not-there = There is nothing of { $ledger } at that address (status { $status }): correct TALLY_LEDGER_URL.
v2-keeps-out = I am not let into { $ledger } (status { $status }).
v2-busy = There is too much to do for { $ledger } at the moment.
v2-failing = There is a fault in { $ledger } itself (status { $status }).
v2-no-json = The answer of { $ledger } is no JSON: look at TALLY_LEDGER_URL.
v2-odd = The answer of { $ledger } has another form than the v2 API has.
v2-no-journal = What is tried on { $ledger } could not be noted in Tally's database, so nothing was sent.
# while it is not known yet whether an earlier request was carried out
v2-settling = An earlier change in { $ledger } was not answered; until it is known what came of it, nothing else is written there.

# on a card: why something was not written
v2-refused = It was refused by { $ledger } (status { $status }).
v2-refused-why = It was refused by { $ledger }: { $why }
v2-changed = Something else was written in { $ledger } in this very moment.
v2-unclear = It is not known whether this was written in { $ledger }, and the days look different by now.
v2-half-written = { $missing }. { $why } { $written } was written before; ask again for the rest.
