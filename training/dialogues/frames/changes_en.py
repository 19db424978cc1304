# ruff: noqa: E501 (a bank of phrases: lines are as long as they need)
"""English deletions, copies, months and replacements. {D}/{d} days, {P} project, {S} source, {M} month."""

RULES: dict[str, list[str]] = {
    "del": ["delete", "delete", "delete", "remove", "remove", "remove", "wipe", "wipe", "clear", "clear", "erase", "scrap", "drop", "cancel", "undo", "strike", "void", "empty", "kill", "scratch", "purge", "clean", "blank", "reset", "nuke", "trash", "bin", "discard", "revoke", "zap", "cut",
            "ditch", "unlog", "unbook", "delet", "dleete", "remvoe", "eliminate", "get rid of", "take out", "throw out", "throw away", "clear out", "wipe out", "cross out", "rub out", "strike out", "clean up", "empty out", "take away", "chuck out", "annul", "withdraw", "deduct", "uncheck",
            "roll back", "take back", "axe", "dump", "retract", "rmv", "del", "free up", "unset", "blank out", "do away with"],
    "del_off": ["take", "wipe", "strike", "cross", "knock", "scratch"],
    "ents": ["the entry", "the entries", "my entry", "my entries", "everything", "all entries", "what i logged", "what i have", "what i put", "the line", "the lines", "all lines", "whatever is there", "the booking", "the bookings", "the time", "my time", "all of it", "everything i logged", "all my entries",
             "all", "anything", "everything i entered", "what's there", "the hours", "my hours", "the activities", "all activities", "my logs", "the stuff", "what is", "all the stuff", "everything i have", "the record", "the records", "whatever i logged", "what i reported", "all my bookings"],
    "delete_d": ["<ask><del> {d}", "<ask><del> {d}", "<ask><del> {d}", "<del> {d}", "<ask><del> <ents> {D}", "<ask><del> <ents> for {d}", "<ask><del> <ents> from {d}", "<ask><del> <ents> of {d}", "<ask><del> <ents> on {d}", "{d} was wrong, <del_it>", "{d} is wrong, <ask><del_it>", "{d} is wrong", "{d} was wrong",
                 "{d} was a mistake", "what i put {D} is wrong, <del_it>", "{d}: <del> <ents>", "{d}, <del_it>", "{D} <ask><del> <ents>", "i didn't work {D} after all, <del_it>", "<ask><del> all of {d}", "<ask><del> the whole of {d}", "<ask>make {d} empty", "<ask>leave {d} empty", "<ask>make {d} blank again",
                 "<ask>empty {d}", "{d} should be empty", "{d} has to be empty", "nothing {D}, please <del_it>", "<ask>reset {d}", "<ask><del> <ents> i made {D}", "<ask>start {d} over", "<ask><del> my report for {d}", "<ask>take <ents> {D} out", "<ask><del> {d} from my [report|timesheet]", "i messed up {d}, <del_it>",
                 "i made a mistake {D}, <ask><del_it>", "<del> {d} completely", "<del> {d} entirely", "<ask>undo {d}", "<ask>undo what i did {D}", "i should not have logged {d}, <del_it>", "<ask><del> {d}, it's wrong", "<ask><del> {d}, i made a mistake", "<del> everything {D}", "<del> everything {D}, i'll redo it",
                 "{d} must go", "{d} needs to go", "please forget what i logged {D}", "<ask>clear [my calendar|my report|the report|my sheet] {D}", "<ask><del> <ents> {D}, it was a mistake", "no entries {D} please", "scrap what i said about {d}, delete it from the report", "everything {D} must go", "the entries {D} are wrong, <del_them>"],
    "delete_p": ["<ask><del> {P} {D}", "<ask><del> {P} from {d}", "<ask><del> {P} on {d}", "<ask><del> {P} for {d}", "<ask><del> the {p} entry {D}", "<ask><del> the {p} entries {D}", "<ask><del> {p} entries {D}", "<ask><del> my {p} time {D}", "<ask><del> my {p} hours {D}", "<ask><del> <ents> on {P} {D}", "<ask><del> <ents> for {P} {D}",
                 "<ask><del> {d} from {P}", "<ask><del> {d} on {P}", "{D} <ask><del> {P}", "{d}: <del> {P}", "{P} {D} was wrong", "{P} {D} is wrong, <del_it>", "{P} {D} was a mistake", "i was not on {P} {D}, <del_it>", "i wasn't on {P} {D}, please <del_it>", "i didn't work on {P} {D}, <del_it>", "<ask>take {P} out of {d}",
                 "<ask>take {P} off {d}", "<ask>take me off {P} {D}", "<ask><del> what i logged on {P} {D}", "<ask><del> everything on {P} {D}", "<ask><del> {P}, {d}", "{P} should not be there {D}, <del_it>", "{P} must go {D}", "no {P} {D}, <del_it>", "{D} was not {P}, <del_it>", "<ask><del> {P} (only {P}) {D}", "<ask>strike {P} off {d}",
                 "<ask><del> the time on {P} {D}", "<ask><del> my work on {P} {D}", "the {p} line {D} is wrong, <del_it>", "<ask>cancel the {p} booking {D}"],
    "delete_p_nodate": ["<ask><del> {P}", "<ask><del> the {p} entries", "<ask><del> my {p} entries", "<ask><del> <ents> on {P}", "<ask><del> everything on {P}", "<ask><del> the {p} entry", "<ask><del> the time on {P}", "<ask><del> what i logged on {P}"],
    "delete_nothing": ["<ask><del> [my entries|an entry|some entries|the entries]", "i want to delete something", "<ask>delete [a day|some days|a line]", "i need to remove an entry", "can you delete entries"],
    "r_sick": ["sick leave", "sick day", "sick days", "sickness", "sick entry", "sick", "illness", "sick note", "medical leave", "sick-leave"],
    "r_paid_leave": ["holiday", "holidays", "vacation", "leave", "annual leave", "paid leave", "pto", "PTO", "vacation day", "vacation days", "leave day", "leave days", "hols", "leave entry"],
    "r_rtt": ["rtt", "RTT", "rtt day", "RTT day", "rtts", "rtt days", "rtt entry"],
    "delete_r": ["<ask><del> my {R} {D}", "<ask><del> the {R} {D}", "<ask><del> {R} {D}", "<ask><del> my {R} of {d}", "<ask><del> the {R} from {d}", "<ask>cancel my {R} {D}", "cancel my {R} {D}, i was working", "{D} <del> my {R}", "<ask><del> my {R} for {d}, i came in", "the {R} {D} was wrong, <del_it>", "the {R} {D} is a mistake",
                 "my {R} {D} was cancelled", "my {R} {D} is cancelled, <del_it>", "i won't take my {R} {D}, <del_it>", "i don't need the {R} {D} anymore, <del_it>", "no {R} {D} after all", "no {R} {D} after all, <del_it>", "<ask>take out the {R} {D}", "<ask><del> [a|one] {R} {D}", "i didn't take {R} {D} in the end, <del_it>",
                 "<ask><del> the {R} entry {D}", "{d}: <del> the {R}", "<ask>undo my {R} {D}", "<ask>call off my {R} {D}", "please <del> the {R} i booked {D}"],
    "delete_r_nodate": ["<ask><del> my {R}", "<ask><del> the {R}", "<ask>cancel my {R}", "my {R} is cancelled", "<ask>call off my {R}", "<ask><del> the {R} entry"],
    # copies
    "copy_s": ["same as {s}", "same as {s} please", "the same as {s}", "same like {s}", "same again as {s}", "<ask>copy {s}", "<ask>copy {s}", "<ask>repeat {s}", "<ask>repeat {s}", "<ask>duplicate {s}", "<ask>copy what i did {S}", "<ask>copy my entries from {s}", "<ask>do the same as {s}", "<ask>put the same as {s}", "just like {s}", "like {s}",
               "as {s}", "identical to {s}", "ditto as {s}", "same thing as {s}", "same stuff as {s}", "it's the same as {s}", "it was the same as {s}", "nothing changed since {s}, copy it", "<ask>reuse {s}", "<ask>clone {s}", "<ask>use {s} again", "<ask>copy over {s}", "<ask>take over {s}", "<ask>carry over {s}", "<ask>copy paste {s}",
               "<ask>fill it like {s}", "<ask>fill my report like {s}", "<ask>copy everything from {s}", "exactly like {s}", "exactly the same as {s}", "<ask>log the same as {s}", "<ask>replicate {s}", "identical as {s}", "no change from {s}", "same work as {s}", "<ask>repeat what i had {S}", "everything as in {s}", "same schedule as {s}", "carbon copy of {s}",
               "use {s} as template", "same old same old, like {s}", "rinse and repeat {s}", "again the same as {s}", "<ask>copy the entries of {s}", "copy {s} pls"],
    "copy_sd": ["{D} same as {s}", "{d} same as {s}", "{d}: same as {s}", "{D} the same as {s}", "{D}, same as {s}", "same as {s} {D}", "same as {s} for {d}", "the same as {s} for {d}", "{d} is the same as {s}", "{d} was the same as {s}", "{d} like {s}", "{d} was like {s}", "<ask>copy {s} to {d}", "<ask>copy {s} to {d}", "<ask>copy {s} into {d}",
                "<ask>copy {s} onto {d}", "<ask>copy {s} for {d}", "<ask>copy {s} over to {d}", "<ask>repeat {s} {D}", "<ask>repeat {s} for {d}", "<ask>duplicate {s} to {d}", "<ask>duplicate {s} {D}", "<ask>copy the entries from {s} to {d}", "<ask>copy my entries of {s} to {d}", "<ask>copy what i did {S} to {d}", "<ask>fill {d} like {s}", "<ask>fill {d} with {s}",
                "<ask>fill {d} the same as {s}", "<ask>fill in {d} like {s}", "<ask>use {s} for {d}", "<ask>use {s} as template for {d}", "{D} exactly like {s}", "<ask>make {d} the same as {s}", "<ask>make {d} like {s}", "<ask>apply {s} to {d}", "<ask>clone {s} to {d}", "<ask>paste {s} on {d}", "<ask>carry {s} over to {d}", "<ask>extend {s} over {d}",
                "{d} = {s}", "{d} idem as {s}", "{d} as {s}", "{d} ditto as {s}", "<ask>log {d} like {s}", "<ask>put {d} as {s}", "<ask>put the same for {d} as {s}", "<ask>put the same thing {D} as {s}", "i did the same {D} as {s}", "did the same {D} as {s}", "for {d} copy {s}", "<ask>replicate {s} to {d}", "<ask>take {s} and put it on {d}", "{d} copy {s}",
                "what i did {S}, i did {D} too", "{d} was identical to {s}", "{d} no change from {s}", "from {s} to {d} copy everything", "<ask>reuse {s} for {d}", "<ask>mirror {s} to {d}"],
    "copy_d": ["<ask>copy to {d}", "<ask>copy my entries to {d}", "<ask>copy everything to {d}", "<ask>copy it all to {d}", "<ask>duplicate to {d}", "<ask>copy something to {d}"],
    # months
    "rep": ["my report", "my report", "the report", "report", "my timesheet", "the timesheet", "my time report", "my activity report", "my hours", "my sheet", "timesheet", "my month", "my cra", "the cra", "my monthly report", "everything", "my time sheet", "my reprot", "my activities", "the activity report"],
    "sub": ["submit", "submit", "submit", "send", "send in", "send off", "hand in", "turn in", "file", "finalize", "finalise", "close", "close off", "lock", "deliver", "validate", "submt", "sumbit", "finish", "complete", "wrap up", "sign off", "release", "seal", "ship", "commit", "push", "put through", "mail off", "close out"],
    "sub_it": ["submit it", "submit it", "send it", "send it in", "send it off", "hand it in", "turn it in", "file it", "close it", "lock it", "finalize it", "submit", "please submit", "please send it", "submit pls", "submit that", "close it off", "wrap it up", "ship it", "off it goes", "you can submit it", "validate it"],
    "wd_it": ["reopen it", "reopen it", "withdraw it", "unsubmit it", "unlock it", "take it back", "give it back", "pull it back", "open it again", "reopen please", "open it up", "get it back", "i need it back", "recall it", "undo that"],
    "del_it": ["delete it", "delete it", "remove it", "remove that", "delete that", "wipe it", "clear it", "erase it", "get rid of it", "take it out", "scrap it", "cancel it", "drop it", "please delete", "please remove it", "undo it", "strike it", "throw it out", "clean it up", "kill it", "zap it", "out with it"],
    "del_them": ["delete them", "remove them", "wipe them", "clear them", "get rid of them", "erase them", "take them out", "scrap them", "cancel them"],
    "submit": ["<ask><sub> <rep>", "<ask><sub> <rep>", "i'm done, <sub> <rep>", "i am done, <ask><sub_it>", "all done, <sub_it>", "<rep> is done, <sub_it>", "<rep> is ready, <ask><sub_it>", "<rep> is ready to be submitted", "that's me done", "that's me done for the month, <sub_it>", "done for the month, <sub_it>", "wrap up <rep>", "<ask>lock in <rep>", "all filled in, <sub_it>", "<rep> is good to go", "<rep> looks right, <sub_it>", "i've filled everything, <sub_it>", "nothing left to fill, <sub_it>", "fire off <rep>", "<ask>pass <rep> on to [finance|my manager|hr]", "<ask>get <rep> out the door", "please consider <rep> done", "that's it from me, <sub_it>", "<rep> can go", "<rep> is complete, send it", "done with <rep>, send it off", "finished <rep>, <sub_it>", "i finished <rep>",
               "i'm finished with <rep>, please <sub_it>", "i want to <sub> <rep>", "<rep> is finished", "<ask><sub> <rep> to [my boss|my manager|finance|hr|accounting]", "ready to submit", "ok submit", "submit please", "everything is filled in, <sub_it>", "month's over, <sub> <rep>", "that was the last day, <sub> <rep>", "looks complete, <sub> <rep>"],
    "submit_m": ["<ask><sub> {m}", "<ask><sub> {m}", "<ask><sub> {m}", "<sub> {m}", "<ask><sub> <rep> for {m}", "<ask><sub> <rep> for {m}", "<ask><sub> <rep> of {m}", "<ask><sub> my {m} report", "<ask><sub> the {m} report", "<ask><sub> {m}'s report", "<ask><sub> my {m} timesheet", "{m} is done, <sub_it>", "that's me done for {m}", "that's {m} done", "{m}'s done", "{m} wrapped up, <sub_it>", "close the books on {m}", "{m} is all set", "{m} all done", "{m} finished", "i'm through with {m}, <sub_it>", "nothing left in {m}, <sub_it>", "{m} looks right, <sub_it>", "lock in {m}", "fire off {m}", "{m} is in the can, <sub_it>", "pass {m} on to finance", "get {m} out the door", "{m} is filled in, <sub_it>", "consider {m} done", "<ask>turn in {m}", "<ask>hand in {m}", "{m} please submit", "i think {m} is done, <sub_it>", "{m} is done", "{m} is finished", "{m} done, <ask><sub>",
                 "i'm done with {m}", "i'm done with {m}, <sub_it>", "done with {m}, <sub_it>", "{m} is complete", "{m} is complete, <sub_it>", "{m} is ready", "{m} is ready to go", "{m} can be submitted", "{m} can go", "{m} is good to go", "finished {m}, <sub_it>", "i finished {m}", "{m}: submit", "{m} submit", "i want to <sub> {m}", "<rep> for {m} is done, <sub_it>",
                 "<rep> for {m} is ready", "<rep> for {m} is complete", "that's it for {m}, <sub_it>", "{m} is final", "<ask>submit the month of {m}", "<ask>submit the report of {m}", "<ask>mark {m} as done", "<ask>mark {m} as submitted", "<ask><sub> {m} to [finance|hr|my boss|my manager]", "the month of {m} is finished, send it", "{m} ready, send", "{m} all filled in, <sub>"],
    "wd": ["reopen", "reopen", "reopen", "withdraw", "unsubmit", "un-submit", "unlock", "re-open", "take back", "pull back", "recall", "get back", "open up", "retract", "call back", "bring back", "reopn", "revert", "undo the submission of", "undo submitting", "open", "open again"],
    "withdraw": ["<ask><wd> <rep>", "<ask><wd> <rep>", "<wd> <rep>, i made a mistake", "i submitted too early, <wd> <rep>", "i need to change <rep>, <wd_it>", "<ask>take <rep> back", "<ask>get <rep> back", "<ask>open <rep> again", "i submitted <rep> by mistake, <wd_it>", "i sent <rep> too soon", "i forgot something, <ask><wd> <rep>", "oops, submitted too early, please <wd_it>",
                 "unsubmit please", "<ask>undo the submission", "<ask>undo the submit", "i didn't mean to submit", "<ask>cancel the submission", "<rep> was sent too early, <wd_it>", "i need to fix something in <rep>, reopen it", "<ask>reopen the month"],
    "withdraw_m": ["<ask><wd> {m}", "<ask><wd> {m}", "<ask><wd> {m}", "<ask><wd> <rep> for {m}", "<ask><wd> <rep> of {m}", "<ask><wd> my {m} report", "<ask><wd> the {m} report", "<ask><wd> {m}'s report", "i submitted {m} too early, <wd_it>", "i submitted {m} too early", "i need to change {m}, <wd_it>", "i need {m} back", "<ask>open {m} again", "<ask>take {m} back",
                   "<ask>take my {m} report back", "{m} was sent by mistake, <wd_it>", "{m} was submitted too early", "i forgot something in {m}, <ask><wd_it>", "i have to correct {m}, <wd_it>", "<ask>undo the submission of {m}", "<ask>cancel the submission of {m}", "{m} isn't finished, <wd_it>", "{m} is not right, <wd> the report", "i sent {m} too soon, give it back",
                   "i want to edit {m} again, it's submitted already", "<wd> {m} pls, forgot a day", "<ask><wd> <rep> for {m}, there is an error", "i didn't mean to submit {m}", "{m}: <wd>"],
    # replacing: Q old project, P new project
    "swap": ["<ask>change {d} from {Q} to {P}", "<ask>change {Q} to {P} {D}", "<ask>change {Q} into {P} {D}", "<ask>replace {Q} by {P} {D}", "<ask>replace {Q} with {P} {D}", "{D} replace {Q} by {P}", "{D}, replace {Q} with {P}", "<ask>switch {d} from {Q} to {P}", "<ask>swap {Q} for {P} {D}", "{d} was {P}, not {Q}", "{d} was {P} not {Q}", "{d} should be {P} instead of {Q}",
             "{d} should have been {P}, not {Q}", "<ask>put {P} instead of {Q} {D}", "{P} instead of {Q} {D}", "<ask>move {d} from {Q} to {P}", "{D} i was on {P}, not {Q}", "i was on {P} not {Q} {D}", "<ask>correct {d}: {P} instead of {Q}", "<ask>turn {Q} into {P} {D}", "not {Q} but {P} {D}", "it was {P} rather than {Q} {D}", "<ask>exchange {Q} for {P} {D}", "{d}: {P} instead of {Q}",
             "<ask>convert {Q} to {P} {D}", "<ask>switch {Q} to {P} {D}", "<ask>remove {Q} from {d} and put {P} instead", "<ask>delete {Q} {D} and add {P}", "<ask>take {Q} off {d} and put {P}", "<ask>delete {Q} from {d}, it was {P}", "{d} {Q} -> {P}", "{d}: {Q} becomes {P}", "i logged {Q} {D} but it was {P}", "i put {Q} {D} but i was on {P}", "{Q} {D} was actually {P}", "{Q} {D} is wrong, it was {P}",
             "<ask>change my {d} entry from {Q} to {P}", "by mistake i put {Q} {D}, it should be {P}", "<ask>update {d}, {P} instead of {Q}", "<ask>make {d} {P} instead of {Q}"],
    "swap_d": ["<ask>delete {d} and put {P} instead", "<ask>clear {d} and log {P}", "<ask>wipe {d} and add {P}", "<ask>empty {d} and put {P}", "{d} is wrong, delete it and put {P}", "<ask>remove {d} and log {P} instead", "<ask>replace {d} by {P}", "<ask>replace everything {D} with {P}", "<ask>overwrite {d} with {P}", "<ask>redo {d}: delete it all and log {P}", "<ask>remove <ents> {D} and put {P} there"],
    "move": ["<ask>move {P} from {d} to {e}", "<ask>move the {p} entry from {d} to {e}", "<ask>shift {P} from {d} to {e}", "{P} was {e}, not {d}, please fix", "<ask>reschedule {P} from {d} to {e}", "{P} is on {d} but should be on {e}", "<ask>take {P} off {d} and put it on {e}", "<ask>remove {P} {D} and put it on {e}", "<ask>delete {P} {D}, it was {e}"],
    "gone_sick": ["<ask><del> {d}, i was [sick|ill|off sick|in bed with the flu|down with flu]", "{d} is wrong, i was [sick|ill|off sick], fix it", "<ask><del> {P} {D}, i was [sick|ill|in bed|off sick]", "<ask>replace {P} by sick leave {D}", "{D} i was [sick|ill], not on {P}", "<ask>change {P} to sick leave {D}", "{d} was sick leave, not {P}"],
    "gone_leave": ["<ask><del> {d}, i was on [holiday|leave|vacation|annual leave|pto]", "<ask><del> {P} {D}, i was on [holiday|leave|vacation]", "<ask>replace {P} by [holiday|leave|vacation|paid leave] {D}", "{D} i was on [holiday|leave|vacation], not on {P}", "<ask>change {P} to [holiday|leave|paid leave|vacation] {D}", "{d} was [holiday|leave|vacation], not {P}"],
}  # fmt: skip

# more of the same, as people were heard to put it
RULES["del"] += [
    "obliterate", "expunge", "nix", "toss", "unfill", "rescind", "reverse", "flush", "sweep", "prune", "shred", "lose", "yank", "pull", "erase out", "wash away",
    "make disappear", "kick out", "strip out", "scrub", "clear away", "tidy away", "zero out", "null", "nullify", "invalidate", "unbook", "suppress", "let go of",
    "unassign", "remove all of", "delete all of", "please delete", "pls remove", "plz delete", "remov", "deelte", "cler", "delte", "wip", "erease", "cancle", "scrape",
    "kill off",
]  # fmt: skip
RULES["delete_d"] += [
    "{d} never happened", "pretend {d} never happened", "i want {d} gone", "make {d} disappear", "{d} out", "{d} has to go", "lose {d}", "i want {d} empty",
    "{d} empty please", "{d} blank please", "{d} delete", "{d} delete pls", "{d}: delete", "{d} - delete", "{d} remove", "{d} away with it",
    "what's on {d} is wrong, <del_it>", "the stuff on {d} is wrong, <del_it>", "i put something {D}, <del_it>", "i accidentally logged {d}, <del_it>",
    "i filled {d} by mistake", "i filled {d} by accident, <del_it>", "{d} got filled by mistake, <del_it>", "wrong entries {D}, <del_them>",
    "there's garbage {D}, <del_it>", "there should be nothing {D}", "there shouldn't be anything {D}", "nothing should be there {D}", "<ask>start from scratch {D}",
    "<ask>make a clean slate {D}", "<ask>wipe the slate clean for {d}", "everything {D} is wrong", "everything {D} was wrong, <del_it>", "all of {d} is wrong, <del_it>",
    "all of {d} was a mistake", "oops, {d} was not supposed to be there, <del_it>", "{d} shouldn't be there", "{d} should not be in my report", "<ask>remove {d} again",
    "<ask>take back {d}", "<ask>take back what i logged {D}", "the {d} entries must go", "the {d} entry is wrong, <del_it>", "my {d} entries are wrong, <del_them>",
    "<ask><del> my {d} entries", "<ask><del> my {d} entry", "<ask><del> the {d} entries", "<ask><del> the {d} one", "i don't want anything {D}", "i want nothing {D}",
    "<ask><del> all days of {d}", "<ask><del> every entry {D}", "<ask><del> the whole lot {D}", "get {d} out of there", "get rid of {d}, it's rubbish",
    "i wasn't even working {D}, <del_it>", "{d} is a public holiday, <del> my entries", "{d} was a bank holiday, <del_it>",
]  # fmt: skip
RULES["delete_p"] += [
    "{P} {D} never happened", "kick {P} out of {d}", "i was never on {P} {D}", "i was never on {P} {D}, <del_it>", "{P} doesn't belong {D}",
    "{P} doesn't belong on {d}, <del_it>", "drop {P} for {d}", "{P} off {d} please", "{P} out of {d}", "no more {P} {D}", "lose {P} {D}", "i don't want {P} {D}",
    "i accidentally logged {P} {D}, <del_it>", "i logged {P} {D} by mistake", "i put {P} {D} by mistake, <del_it>", "{P} {D} got in by mistake, <del_it>",
    "wrong: {P} {D}, <del_it>", "{D} <del> only {P}", "{D} <del> the {p} part", "<ask><del> the {p} part {D}", "<ask><del> just {P} {D}", "<ask><del> only {P} {D}",
    "<ask><del> {P} but keep the rest {D}", "{P} {D}: delete", "{P} {D} delete pls", "delete {d} {p}", "remove {d} {p}", "<del> {p} {d}", "<del> {p} {d}",
    "<ask>unbook me from {P} {D}", "<ask>take my {p} hours off {d}", "<ask>remove me from {P} {D}",
]  # fmt: skip
RULES["delete_r"] += [
    "my {R} {D} fell through, <del_it>", "trip got cancelled, <del> my {R} {D}", "plans changed, <del> my {R} {D}",
    "i came to work {D} after all, <del> my {R}", "i worked {D} after all, <del> the {R}", "i was not on {R} {D}, <del_it>", "<ask>withdraw my {R} {D}",
    "<ask><del> that {R} {D}", "<ask><del> my whole {R} {D}", "<ask><del> all my {R} {D}", "{R} {D}: delete", "{R} {D} delete pls", "{R} {D} is off, <del_it>",
    "no need for {R} {D} anymore", "the {R} {D} never happened", "i won't need the {R} {D}", "forget my {R} {D}", "skip my {R} {D}, i'll work",
]  # fmt: skip
RULES["copy_s"] += [
     "{s} again please", "ditto {s}", "idem as {s}", "as per {s}", "see {s}", "same shit as {s}", "same story as {s}", "same as on {s}", "same as i did {S}",
    "same as i had {S}", "same as what i did {S}", "the usual, like {s}", "like {s}, no changes", "no change since {s}", "<ask>do {s} again", "<ask>give me {s} again",
    "<ask>take {s} again", "<ask>put {s} again", "<ask>redo {s}", "<ask>mirror {s}", "<ask>pull over {s}", "<ask>pull {s} over", "<ask>grab everything from {s}",
    "<ask>take everything from {s}", "<ask>take the entries from {s}", "<ask>fill it in like {s}", "<ask>fill in the same as {s}", "<ask>fill in what i did {S}",
    "<ask>use what i had {S}", "<ask>use the entries from {s}", "<ask>roll {s} forward", "<ask>bring {s} forward", "{s}'s entries again", "it's just like {s}",
    "was just like {s}", "was the same as {s}", "everything same as {s}", "all the same as {s}", "all same as {s}", "repeat: {s}", "copy: {s}", "copy of {s} please",
    "a copy of {s}", "can i have a copy of {s}",
]  # fmt: skip
RULES["copy_sd"] += [
    "{d} again like {s}", "{d}: like {s}", "{d}: copy {s}", "{d}: copy of {s}", "{d} -> same as {s}", "{d} same like {s}", "{d} identical to {s}",
    "{D} again the same as {s}", "{D} i did the same as {s}", "{D} i did exactly what i did {S}", "{D} it was the same as {s}", "{D} everything like {s}",
    "{d} gets the same as {s}", "{d} should be the same as {s}", "{d} should look like {s}", "{d} must be the same as {s}", "<ask>give {d} the same as {s}",
    "<ask>copy {s} {D}", "<ask>copy {s} on {d}", "<ask>copy {s} across to {d}", "<ask>copy {s} over {d}", "<ask>copy everything from {s} to {d}",
    "<ask>copy everything from {s} into {d}", "<ask>copy the {s} entries to {d}", "<ask>copy my {s} to {d}", "<ask>put {s} on {d} too",
    "<ask>put what i did {S} on {d} too", "<ask>put {s} again {D}", "<ask>roll {s} over to {d}", "<ask>roll {s} forward to {d}", "<ask>bring {s} over to {d}",
    "<ask>take over {s} for {d}", "<ask>take {s} over to {d}", "<ask>use the same as {s} for {d}", "<ask>do {d} like {s}", "<ask>do the same {D} as {s}",
    "<ask>prefill {d} with {s}", "<ask>fill {d} with the same as {s}", "<ask>repeat what i did {S} {D}", "<ask>repeat {s}'s entries {D}", "{s} again for {d}",
    "{s} also for {d}", "same as {s}, for {d}", "same as {s} please, {d}", "ditto {s} for {d}", "like {s} for {d}",
]  # fmt: skip
RULES["withdraw"] += [
    "i pressed submit too early, <wd_it>", "i hit submit by accident, <wd_it>", "<rep> went out too early, <wd_it>", "i still have to change something in <rep>, <wd_it>",
    "<ask>let me edit <rep> again", "i can't edit <rep> anymore, <wd_it>", "i need <rep> back", "give me <rep> back", "oops i submitted, <wd_it>",
    "stop, <rep> is not finished, <wd_it>", "it's already sent but i forgot a day, <wd_it>", "i'm not done after all, <wd_it>", "<rep> is locked, <wd_it>",
    "<rep> is locked, unlock it", "there's a mistake in <rep>, <wd_it>", "i found an error, <wd> <rep>", "can i have <rep> back",
]  # fmt: skip
RULES["withdraw_m"] += [
    "i hit submit for {m} by accident, <wd_it>", "{m} went out too early, <wd_it>", "<ask>let me edit {m} again", "i can't edit {m} anymore, <wd_it>", "give me {m} back",
    "{m} back please", "{m} is locked, <wd_it>", "{m} is locked, unlock it", "there's a mistake in {m}, <wd_it>", "there's an error in {m}, <wd_it>",
    "i found an error in {m}, <wd_it>", "can i have {m} back", "{m} was not ready, <wd_it>", "{m} wasn't done yet, <wd_it>", "i missed a day in {m}, <wd_it>",
    "oops {m} was sent, <wd_it>", "{m} again open please", "put {m} back to open", "set {m} to open again", "i shouldn't have submitted {m}", "i shouldn't have sent {m}",
    "un-send {m}", "unsend {m}", "i want {m} open again", "{m} needs a fix, <wd_it>",
]  # fmt: skip
RULES["swap"] += [
    "{d}: not {Q}, {P}", "{d} not {Q} but {P}", "{D} it was {P} instead of {Q}", "<ask>fix {d}: it was {P}, not {Q}", "<ask>correct {Q} to {P} {D}",
    "{Q} should be {P} {D}", "{Q} {D} should be {P}", "{Q} {D} should have been {P}", "what i logged as {Q} {D} was {P}", "<ask>rename {Q} to {P} {D}",
    "<ask>flip {Q} to {P} {D}", "{d}: change {Q} to {P}", "{d}, {Q} should be {P}", "<ask>substitute {P} for {Q} {D}", "<ask>swap out {Q} for {P} {D}",
]  # fmt: skip
