### What `tally` says when it cannot start: which setting or file it is about, and what to do.

# when TALLY_DATABASE_URL has no form that is known
database-url-unreadable = TALLY_DATABASE_URL cannot be read: write sqlite:///path/to/tally.db or postgresql+psycopg://user@host/name.
# when TALLY_DATABASE_URL names a database whose driver is not installed
database-driver-missing = TALLY_DATABASE_URL needs a driver that is not installed: { $driver }. Install it with pip.
# when TALLY_DATABASE_URL asks for SQLite in memory
database-in-memory = SQLite needs a file that several threads can open: write sqlite:///path/to/tally.db as TALLY_DATABASE_URL.
# when the database has no tables and the command makes none
database-empty = The database has no tables yet: run `tally db upgrade`.
# when the database is older than the program and the command does not upgrade it
database-older = The database is at { $revision }, this Tally needs { $needed }: run `tally db upgrade`.
# when the database was upgraded by a newer version of the program
database-newer = The database was made by a newer Tally (revision { $revision }): install that version, or restore the backup from before the upgrade.
# when bringing the database's tables up to date fails
database-not-upgraded = The database could not be upgraded ({ $cause }); nothing in it was changed. Mend that, then start again.
# when the database file is something else
database-not-one = { $url } cannot be opened: the file is not a database. Choose another one with TALLY_DATABASE_URL, or restore the backup.
# when another program holds the database file for longer than is waited
database-busy = { $url } cannot be opened: another program has locked it. Close that program, then start again.
# when the database file or its folder cannot be made, read or written
database-file-unusable = { $url } cannot be opened ({ $cause }): see that its folder exists and that this user may read and write there, or choose another file with TALLY_DATABASE_URL.
# when the database server does not answer or does not let the user in
database-unreachable = { $url } cannot be opened ({ $cause }): see that the server runs and that TALLY_DATABASE_URL has the right host, user and password.
# when a second Tally is started on the same database
database-in-use = Another Tally works on { $url }. Stop it first, or give this one a database of its own with TALLY_DATABASE_URL.
# when there is no room left on the database's disk
database-full = The database has no room left ({ $cause }): free some space on its disk. Nothing is lost; what is waiting is done then.
# when the database does not answer, or is locked
database-away = The database cannot be used at the moment ({ $cause }). Nothing is lost; what is waiting is done when it is back.
# when no bot token is set
slack-bot-token-missing = TALLY_SLACK_BOT_TOKEN is not set. Make a Slack app from manifest.yml and install it, as the README says; then copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions at https://api.slack.com/apps.
# when the app-level token stands where the bot token belongs
slack-bot-token-is-app-token = TALLY_SLACK_BOT_TOKEN holds an app-level token (xapp-…): that one belongs into TALLY_SLACK_APP_TOKEN. Copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions at https://api.slack.com/apps.
# when the bot token has the wrong form
slack-bot-token-malformed = TALLY_SLACK_BOT_TOKEN must begin with xoxb- and have only letters, digits and hyphens. Copy the Bot User OAuth Token anew from OAuth & Permissions at https://api.slack.com/apps.
# when Slack does not take the bot token (revoked, of another workspace)
slack-bot-token-refused = { $error }. Copy the Bot User OAuth Token anew into TALLY_SLACK_BOT_TOKEN, from OAuth & Permissions at https://api.slack.com/apps; it changes when the app is installed again.
# when the bot token lacks scopes
slack-scopes-missing = The token in TALLY_SLACK_BOT_TOKEN lacks the scopes { $scopes }. Add them under OAuth & Permissions at https://api.slack.com/apps, install the app again, and copy the new token.
# when no app-level token is set
slack-app-token-missing = TALLY_SLACK_APP_TOKEN is not set. Make an app-level token (xapp-…) with the scope connections:write under Basic Information, App-Level Tokens, at https://api.slack.com/apps.
# when the bot token stands where the app-level token belongs
slack-app-token-is-bot-token = TALLY_SLACK_APP_TOKEN holds a bot token (xoxb-…): that one belongs into TALLY_SLACK_BOT_TOKEN. Make an app-level token (xapp-…) with the scope connections:write under Basic Information, App-Level Tokens, at https://api.slack.com/apps.
# when the app-level token has the wrong form
slack-app-token-malformed = TALLY_SLACK_APP_TOKEN must begin with xapp- and have only letters, digits and hyphens. Make one with the scope connections:write under Basic Information, App-Level Tokens, at https://api.slack.com/apps.
# when Slack does not take the app-level token
slack-app-token-refused = { $error }. The token in TALLY_SLACK_APP_TOKEN needs the scope connections:write: make one under Basic Information, App-Level Tokens, at https://api.slack.com/apps, and see that Socket Mode is on.
# when Slack does not answer at start
slack-unreachable = { $error }: nothing that is Slack answers at { $url }. See that this machine reaches it and that TALLY_SLACK_BASE_URL is right, then start again.
# when a setting has a value that cannot be
setting-wrong = The setting { $name } is wrong: { $why }.
# when a variable of the environment looks like a setting with a typo
setting-unknown = { $name } is no setting: did you mean { $meant }? The README lists them all.
# when .env or tally.toml holds a name that is no setting
setting-unknown-in-file = { $name } in { $file } is no setting: did you mean { $meant }? The README lists them all.
# when .env or tally.toml cannot be read
settings-file-unreadable = The file with the settings cannot be read: { $why }. Correct it, or remove it.
# when TALLY_MODEL names no file
model-missing = There is no model file at { $path }: correct TALLY_MODEL, or set it to builtin.
# when TALLY_MODEL names a folder
model-is-folder = { $path } is a folder: set TALLY_MODEL to the GGUF file in it.
# when the model file may not be read
model-unreadable = The model file { $path } cannot be read ({ $why }): see that this user may read it, or correct TALLY_MODEL.
# when the model file is of another format
model-not-gguf = { $path } is not a GGUF file: convert the model to GGUF, or download it in that format, and set TALLY_MODEL to it.
# when llama.cpp refuses the model file
model-unloadable = llama.cpp cannot load { $path }: the file is cut short or damaged, too big for the memory, or of an architecture that this version does not know. Download it again, or set TALLY_MODEL to another one.
# when the model file has no chat template
model-without-template = { $path } has no chat template: it is a base model. Set TALLY_MODEL to the instruct or chat version of the model.
# when TALLY_MODEL_URL is no address
model-server-no-url = { $url } is no address of a model server: write one such as http://gpu-box:8000/v1 into TALLY_MODEL_URL.
# when TALLY_MODEL is an address
model-server-in-model = TALLY_MODEL is the path of a file: put the address { $url } into TALLY_MODEL_URL instead.
# when both a model file and a model server are set
model-server-or-file = TALLY_MODEL names a file and TALLY_MODEL_URL a server: set only one of the two.
# when the model server's address cannot be used
model-server-address = The address { $url } cannot be used: correct TALLY_MODEL_URL.
# when a page for a browser answers, or anything else but OpenAI's API
model-server-odd = What answers at { $url } is no model server with OpenAI's API: correct TALLY_MODEL_URL.
# when the model server's address leads nowhere
model-server-not-there = There is no OpenAI API at { $url }: correct TALLY_MODEL_URL. It mostly ends in /v1.
# when the model server sends on to another address
model-server-elsewhere = The model server at { $url } sends Tally to another address (status { $status }): put that one into TALLY_MODEL_URL.
# when the model server's certificate is not trusted
model-server-untrusted = The certificate of the model server at { $url } is not trusted: see that the name in TALLY_MODEL_URL is the one in it, and that this machine knows who signed it (REQUESTS_CA_BUNDLE).
# when the model server does not accept the key
model-server-key = The model server at { $url } does not let Tally in (status { $status }): put the key that it was started with into TALLY_MODEL_KEY.
# when the model server no longer has the model
model-server-no-model = The model server at { $url } has no model { $name }: correct TALLY_MODEL_NAME, or load the model there.
# when the model server has other models than the one that is set
model-server-other-models = The model server at { $url } has no model { $name }: set TALLY_MODEL_NAME to one that it has ({ $has }).
# when the model server has several models and none is set
model-server-which-model = The model server at { $url } has several models: set TALLY_MODEL_NAME to one of them ({ $has }).
# when the model server has no model at all
model-server-empty = The model server at { $url } has no model: load one there, and set TALLY_MODEL_NAME to it.
# when the model server was started without tool calls, or its model knows none
model-server-no-tools = The model server at { $url } takes no tools ({ $why }). vLLM needs --enable-auto-tool-choice and --tool-call-parser, llama-server needs --jinja, and Ollama a model that can call tools.
# when the file of `tally db load` cannot be read
company-unreadable = The company file { $path } cannot be read: { $why }.
# when the file of `tally db load` has another form
company-malformed = The company file { $path } is not as docs/company.md describes it: { $why }.
# when the built-in model's file is gone
model-built-in-missing = The built-in model is missing ({ $path }): install the package again, or train it as training/README.md says.
# when the model file's chat template is faulty
model-template-faulty = The chat template of the model does not compile: { $why }. Use another file.
# when the context of the settings does not fit beside the model
model-memory-short = There is not enough memory for a context of { $tokens } tokens: choose a smaller context or model.
# when `tally demo` is called where the stand-in for Slack is not
sandbox-missing = The demo needs the folder sandbox of Tally's source: go to where that is, and call it there (make demo does).
# when the demo's page cannot listen
sandbox-not-started = The sandbox did not start. Is the port in use? Choose another one with --port.
# when the database refuses a statement
database-refused = The database refused what it was asked ({ $cause }).
# when TALLY_LEDGER is v2 and no address is set
v2-no-url = TALLY_LEDGER=v2 needs TALLY_LEDGER_URL: the address of the activity-report server, such as https://reports.example.com.
