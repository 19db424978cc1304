### What goes wrong between Tally and a model server. People see “model-away” meanwhile; this stands in the log, and at
### start on the screen. $url is the address of the settings.

model-server-away = The model server at { $url } cannot be reached: see that it runs, and that TALLY_MODEL_URL is right.
model-server-silent = The model server at { $url } said nothing for { $seconds } s: it has too much to do, or is still loading. If it is just slow, raise TALLY_MODEL_TIMEOUT_S.
model-server-slow = An answer of the model server at { $url } did not end within { $seconds } s: give it less to do or a faster card, or lower TALLY_MODEL_MAX_TOKENS.
model-server-cut = The answer of the model server at { $url } broke off in the middle. If that happens often, look at its log.
model-server-busy = The model server at { $url } has too much to do at the moment (status 429).
model-server-failing = There is a fault in the model server at { $url } itself (status { $status }): look at its log. { $why }
model-server-proxy = The proxy on the way to the model server at { $url } does not let Tally through: look at HTTP_PROXY and NO_PROXY.
model-server-unreadable = The model began a tool call that cannot be read, twice. The last one: { $why }

model-server-too-long = The conversation is too long for the model: { $why }
model-server-too-long-by-count = The conversation is too long for the model: about { $tokens } tokens, { $longest } fit. TALLY_MODEL_CONTEXT says how many, where the server does not.
model-server-refused = The model server at { $url } does not accept this request (status { $status }): { $why } TALLY_MODEL_REQUEST says what else stands in each.

# at start, and by `tally doctor`
model-server-told = Model: { $model } on { $url }; prompts of { $tokens } at most.
