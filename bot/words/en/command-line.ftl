### What `tally` prints for whoever works with it in a terminal. What goes wrong at the start stands in start.ftl.

cannot-do-that = Tally cannot do that:
listening = Tally is listening. Stop it with Ctrl+C.
# what is told of a model when it is loaded
model-told = Model: { $model } ({ $kind }, { $family }); { $device }; { $context } tokens a conversation, { $sequences } answers at once, cache { $cache }.
loading-model = Loading the model
doctor-title = The model of the settings
stopping = Stopping: finishing what is in hand…
demo-open = Open [bold]{ $address }[/]   (stop with Ctrl+C)
demo-administrator = Administrator
demo-employee = Employee

reminders-title = Reminders as of { $moment }
reminders-employee = Employee
reminders-month = Month
reminders-reminded = Reminded
reminders-why = Why
reminders-why-days = { $why }: { $days }
reminders-yes = yes
reminders-no = no
reminders-by-the-bot = The running bot sends the reminders. Add --dry-run to see who would get one.

database-ready = The database is up to date.
company-loaded = Loaded { $people ->
    [one] { $people } person
   *[other] { $people } people
} and { $projects ->
    [one] { $projects } project
   *[other] { $projects } projects
}.

eval-phrase = { $phrase }: expected { $expected }, got { $got }
eval-phrases-right = { $right } of { $total } phrases are read right.
eval-turn = [bold]{ $dialogue }[/] turn { $turn }
eval-expected = expected { $expected }
eval-got = got      { $got }
eval-turns-right = { $right } of { $total } turns right: { $share } (95 % interval { $low }–{ $high })
eval-group = { $kind }: { $right } of { $total }
eval-wrong-writes = wrong writes: { $count } ({ $share })
