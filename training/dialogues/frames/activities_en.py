# ruff: noqa: E501 (a bank of phrases: lines are as long as they need)
"""English ways to say "I worked on P on these days, so much of each". {P} project, {D} days, {A} share (may be absent), {a}/{d}/{p} bare."""

RULES: dict[str, list[str]] = {
    # imperative verbs by what follows them: "log P", "log D on P", "put A on P"
    "v_log": ["log", "log", "log", "book", "book", "add", "add", "record", "note", "register", "track", "enter", "report", "count", "clock", "put", "note down", "write down", "jot down", "put down",
              "punch in", "key in", "fill in", "type in", "put in", "mark down", "mark", "pencil in", "file", "save", "declare", "insert", "input", "schedule", "plan", "set", "plug in",
              "stick in", "chuck in", "drop in", "throw in", "pop in", "bung in", "sign me in for", "book me for", "book me on", "put me on", "log me on", "log me for", "put me down for", "add me on",
              "note me on", "mark me on", "count me on", "count me in for", "sign me up for", "register me on", "clock me on", "clock me in on", "track me on", "allocate me to", "charge me to",
              "block me on", "reserve me for", "schedule me on", "have me on", "put me as working on", "show me on", "tick", "impute", "account for", "capture", "document", "do", "create", "make", "store"],
    "v_to": ["log {D} on", "log {D} to", "book {D} on", "book {D} to", "put {d} on", "put {d} under", "put {d} down as", "charge {d} to", "bill {d} to", "assign {d} to", "allocate {d} to", "set {d} to",
             "mark {d} as", "mark {d} for", "count {d} as", "count {d} for", "register {d} as", "register {d} under", "record {d} as", "note {d} as", "fill {d} with", "fill {d} in with", "fill in {d} with",
             "log {d} against", "file {d} under", "track {d} on", "track {d} under", "enter {d} as", "enter {d} on", "make {d}", "turn {d} into", "chalk {d} up to", "chalk up {d} to", "declare {d} on",
             "dump {d} on", "stick {d} on", "chuck {d} on", "throw {d} on", "shove {d} under", "slap {d} on", "bung {d} on", "park {d} on", "pencil {d} in for", "credit {d} to", "post {d} to", "report {d} on",
             "clock {d} on", "clock {d} to", "use {d} for", "attribute {d} to", "spend {d} on", "save {d} as", "book {d} against", "put {d} towards", "report {d} under", "set {d} as", "block {d} for",
             "reserve {d} for", "impute {d} to", "write {d} on", "write {d} down for", "tag {d} as", "label {d} as", "pop {d} on", "have {d} on", "put {d} to", "tick {d} for", "fill out {d} with", "code {d} to",
             "punch {d} in on", "key {d} in as", "invoice {d} to", "give {d} to", "dedicate {d} to", "devote {d} to"],
    "v_part": ["log {a} on", "log {a} for", "book {a} on", "book {a} to", "put {a} on", "put me {a} on", "put me at {a} on", "add {a} on", "add {a} of", "add {a} for", "charge {a} to", "record {a} on",
               "count {a} for", "note {a} on", "register {a} on", "track {a} on", "enter {a} for", "mark {a} on", "give {a} to", "log me {a} on", "log me at {a} on", "report {a} on", "clock {a} on",
               "allocate {a} to", "fill {a} with", "bill {a} to", "spend {a} on", "write {a} on", "set me to {a} on", "book me {a} on", "stick {a} on", "assign {a} to", "file {a} under"],
    "did_on": ["i worked on", "worked on", "was on", "i was on", "i've been on", "been on", "have been on", "i was working on", "working on", "i have worked on", "been working on", "was working on", "i did",
               "did", "i spent my time on", "spent time on", "i was busy with", "busy with", "was busy on", "was busy with", "i was stuck on", "stuck on", "stuck with", "was stuck with", "i helped with",
               "helped with", "helped out on", "helped out with", "i'm on", "i am on", "im on", "i'll be on", "will be on", "i will be on", "i'm working on", "i'll work on", "will work on", "gonna be on",
               "going to work on", "i am busy with", "doing", "i'm doing", "i do", "had", "was booked on", "i was booked on", "was assigned to", "i was at", "was at", "i was with", "was with", "worked for",
               "i worked for", "working for", "i was working for", "debugging", "i was debugging", "coding on", "coded for", "i coded", "grinding on", "slaved away on", "slogged through", "plodding along on",
               "fixing bugs for", "fixing", "fixed stuff on", "supported", "i supported", "support for", "reviewed", "tested", "testing", "did testing for", "did some", "finished", "finished up", "started on",
               "continued on", "continued with", "carried on with", "kept going on", "wrestled with", "fought with", "battled", "tinkered with", "focused on", "focussed on", "concentrated on", "meetings for",
               "in meetings for", "had meetings about", "workshop for", "in a workshop for", "on site at", "onsite at", "on site for", "i was on site with", "visited", "presenting", "presented", "analysed",
               "designing", "documentation for", "wrote docs for", "prepared", "planning for", "training for", "on call for", "migrated", "deployed", "i deployed", "delivered", "installed", "worked from home on",
               "home office on", "wfh on", "plugging away at", "hammering at", "buried in", "up to my neck in", "knee deep in", "tied up with", "tied up in", "caught up in", "dedicated to", "full on", "hard at work on",
               "putting out fires on", "all hands on", "onboarding on", "research for", "pairing on", "helping", "helping out with", "gave a hand on", "lent a hand with", "covered for sick people on", "took care of",
               "looked after", "looking into", "investigating", "took over", "i am assigned on", "i have been working for", "have worked on", "i did work for", "made", "i made", "my job was", "contributed to", "pitched in on"],
    "spent": ["i spent {D} on", "spent {d} on", "i spent {d} on", "spent {d} with", "spent {d} working on", "i've spent {d} on", "spent all of {d} on", "wasted {d} on", "i wasted {d} on", "lost {d} on", "i lost {d} to",
              "passed {d} on", "i passed {d} on", "dedicated {d} to", "i gave {d} to", "invested {d} in", "burned {d} on", "burnt {d} on", "sunk {d} into", "used {d} for", "i used {d} for", "sacrificed {d} to"],
    "spent_part": ["i spent {a} on", "spent {a} on", "i was {a} on", "was {a} on", "worked {a} on", "i worked {a} on", "worked {a} for", "i worked {a} for", "did {a} on", "i did {a} on", "did {a} of",
                   "had {a} of", "i'm {a} on", "been {a} on", "i'm working {a} on", "will be {a} on", "i do {a} on", "i did {a} for", "gave {a} to", "used {a} for"],
    "eq": [": ", ": ", " = ", " - ", " -> ", " ", " ", ", ", " was ", " is ", " on ", " => ", " – ", " for ", "; ", " all ", " goes to ", " went to ", " will be ", " should be ", " again ", " with ", " doing ", " i was on ",
           " i worked on ", " worked on ", " was all ", " was spent on ", " i did ", " i spent on ", " it's ", " it was ", " mostly ", " only ", " is for ", " everything on ", " entirely on ", " completely on ", " nothing but ",
           ": all ", ": only ", " at ", " we did ", " was on ", " still on ", " still ", " i'm on ", " i'll be on ", " belongs to ", " under ", ", i was on ", ", working on ", " i am on ", " back on ", " back to "],
    "pd": [" ", " ", " ", ", ", ", ", ": ", " - ", " for ", " on ", " = ", " was ", " @ ", "; ", " – ", " / ", " from me "],
    "act": [
        # imperative
        "<ask><v_log> {P} {D}{A}", "<ask><v_log> {P} {D}{A}", "<ask><v_log> {P}{A} {D}", "<ask><v_log> {P}, {D}{A}", "<ask><v_log> {P} for {d}{A}",
        "<ask><v_to> {P}{A}", "<ask><v_to> {P}{A}", "{D} <ask><v_log> {P}{A}", "{D}, <v_log> {P}{A}", "{D}, <ask><v_log> {P}{A}", "{D}: <v_log> {P}{A}", "for {d} <ask><v_log> {P}{A}",
        "<ask>log [time|my time|hours|my hours|work|a day|some time|effort] [on|for|to|under|against] {P} {D}{A}", "<ask>[add|put|enter|book] [a line|an entry|an activity|a booking|time|activity] [for|on] {P} {D}{A}",
        "<ask>[add|create|make] [an|a new|the] [activity|entry|record] {P} {D}{A}", "<ask>set my [report|timesheet|activity|time] to {P} {D}{A}", "<ask>add {P} to my [report|timesheet|sheet] {D}{A}",
        "<ask>[add|put|log|enter] {P} [in|into|on|to] [my|the] [report|timesheet|calendar|cra|time report|week] {D}{A}", "<ask>fill [my|the] [report|timesheet|sheet] with {P} {D}{A}",
        "<ask>[add|put|log] [activity|activities|work] on {P} {D}{A}", "<ask>put me down [for|on|as working on|as] {P} {D}{A}", "<ask>put {P} down for {d}{A}", "<ask>have {P} down {D}{A}",
        "<ask>[log|book|put|mark] me [on|for|as on|as working on] {P} {D}{A}", "<ask>fill in {P} {D}{A}", "<ask>[put|log|add] {P}{A}, {d}", "<ask>[charge|bill|invoice] {P} {D}{A}", "<ask>[charge|bill] {P} for {d}{A}",
        "<ask>give {P} {d}{A}", "<ask>let {P} have {d}{A}", "<ask>[plan|schedule|book] me on {P} {D}{A}", "<ask>allocate my time to {P} {D}{A}", "<ask>fill {d} - {P}{A}", "<ask>[add|put|log]: {P}, {d}{A}",
        # telling
        "<did_on> {P} {D}{A}", "<did_on> {P} {D}{A}", "<did_on> {P} {D}{A}", "<did_on> {P}{A} {D}", "{D} <did_on> {P}{A}", "{D} <did_on> {P}{A}", "{D}, <did_on> {P}{A}", "{D} i <did_on> {P}{A}",
        "<spent> {P}{A}", "<spent> {P}{A}", "i did {P} {D}{A}", "we worked on {P} {D}{A}", "{P} kept me busy {D}{A}", "{P} took [all my time|my time|all the time] {D}{A}", "{P} ate my time {D}{A}",
        "{P} occupied me {D}{A}", "{D} was [spent|all] on {P}{A}", "{D} went [to|into|on] {P}{A}", "{D} i was [busy|stuck|working|booked|fully booked] on {P}{A}", "my time {D} went to {P}{A}",
        "everything on {P} {D}{A}", "everything {D} on {P}{A}", "{D} everything on {P}{A}", "{P} it is {D}{A}", "{P} {D} it is{A}", "it's {P} {D}{A}", "it was {P} {D}{A}", "nothing but {P} {D}{A}", "only {P} {D}{A}",
        "{P} only {D}{A}", "all {P} {D}{A}", "just {P} {D}{A}", "{P} again {D}{A}", "{P} as usual {D}{A}", "{P} like always {D}{A}", "still {P} {D}{A}", "back on {P} {D}{A}", "back to {P} {D}{A}", "another {P} day {D}{A}",
        "{P} for me {D}{A}", "me on {P} {D}{A}", "me: {P} {D}{A}", "my {d}: {P}{A}", "my activity {D} is {P}{A}", "my activities: {P} {D}{A}", "i have {P} {D}{A}", "i've got {P} {D}{A}", "got {P} {D}{A}",
        "{D} is {P}{A}", "{D} was {P}{A}", "{D} i had {P}{A}", "i had {P} {D}{A}", "the whole team was on {P} {D}, me too{A}", "i make {P} {D}{A}", "i have make {P} {D}{A}", "i am working {D} on {P}{A}",
        "i have worked {D} on {P}{A}", "i have worked {D} for {P}{A}", "worked {D} on {P}{A}", "i worked {D} on {P}{A}", "i was working {D} for {P}{A}", "was {D} on {P}{A}", "i was {D} at {P}{A}", "been {D} with {P}{A}",
        "{D} me on {P}{A}", "{D} we did {P}{A}", "had to work on {P} {D}{A}", "i had to help with {P} {D}{A}", "my manager put me on {P} {D}{A}", "they had me on {P} {D}{A}", "they asked me to help on {P} {D}{A}",
        "since they needed help on {P}, i was there {D}{A}", "{P} needed me {D}{A}", "turns out i was on {P} {D}{A}", "you can put {P} {D}{A}", "you may book {P} {D}{A}", "please note that i was on {P} {D}{A}",
        "i think it was {P} {D}{A}", "i believe i was on {P} {D}{A}", "[please|pls|can you] note i was on {P} {D}{A}", "for {P} i worked {D}{A}", "for {P}: {D}{A}", "on {P} {D}{A}", "on {P}: {D}{A}", "on {P}, {d}{A}",
        # the way of notes
        "{p} {d}{A}", "{p} {d}{A}", "{p} {d}{A}", "{P}<pd>{d}{A}", "{P}<pd>{d}{A}", "{P}{A} {D}", "{P}{A} {D}", "{d}<eq>{P}{A}", "{d}<eq>{P}{A}", "{d}<eq>{P}{A}", "{d} {p}{A}", "{d} {p}{A}", "{d}: {p}{A}", "{p}: {d}{A}",
        "{p}, {d}{A}", "{p} - {d}{A}", "{p} / {d}{A}", "{d} / {p}{A}", "{d}, {p}{A}", "{P} {D}{A}", "{D} {P}{A}", "{D} on {P}{A}", "{D} for {P}{A}",
    ],
    # the share is said first or is what the verb takes
    "act_part": [
        "<ask><v_part> {P} {D}", "<ask><v_part> {P} {D}", "<ask><v_part> {P}, {d}", "<ask><v_part> {P} for {d}", "{D} <ask><v_part> {P}", "{D}: <v_part> {P}", "<spent_part> {P} {D}", "<spent_part> {P} {D}", "{D} <spent_part> {P}",
        "{D}, <spent_part> {P}", "{a} on {P} {D}", "{a} {P} {D}", "{a} {p} {d}", "{a}, {P}, {d}", "{D} {a} on {P}", "{D} {a} {p}", "{d}: {a} {P}", "{d} {a} {P}", "{d} - {a} on {P}", "{P} {a} {D}", "{p} {a} {d}", "{p} {a}, {d}",
        "{a} of {d} on {P}", "{P} gets {a} {D}", "{P}: {a} {D}", "{P} = {a} {D}", "{P} took {a} {D}", "{P} took {a} of my time {D}", "{p} ({a}) {D}", "{p} ({a}), {d}", "{d} ({a}) {P}", "{d} ({a}) on {P}", "{P} was {a} {D}",
        "{D} only {a} on {P}", "only {a} on {P} {D}", "just {a} on {P} {D}", "i could only do {a} on {P} {D}", "at {a} on {P} {D}", "i'm at {a} on {P} {D}", "{D} at {a} on {P}", "{a} for {P} {D}", "{a} {D} for {P}", "{a} {D} on {P}",
        "my {a} goes to {P} {D}", "{P} has me {a} {D}", "worked {a} {D} on {P}", "<ask><v_log> {P} {a} {D}", "<ask><v_log> {P}, {a}, {d}", "<ask><v_log> {P} with {a} {D}", "<ask>set {P} to {a} {D}", "<ask>put {P} at {a} {D}",
    ],
    # morning or afternoon
    "act_half": [
        "{d} {a} {P}", "{d} {a} on {P}", "{d} {a}: {P}", "{d} {a} i was on {P}", "{P} {d} {a}", "{P} on {d} {a}", "<did_on> {P} {d} {a}", "<ask><v_log> {P} {d} {a}", "<did_on> {P} {D} in the {a}", "{D} in the {a} <did_on> {P}",
        "in the {a} <did_on> {P} {D}", "<did_on> {P} in the {a} {D}", "<did_on> {P} in the {a}, {d}", "{d} {a} <did_on> {P}", "the {a} on {P} {D}", "the {a} {D} on {P}", "<ask>put {d} {a} on {P}", "<ask>log {d} {a} to {P}",
        "<ask>book {d} {a} on {P}", "{d} {a} went to {P}", "{P} only in the {a} {D}", "<ask><v_log> {P} only in the {a} {D}", "{D} only the {a} on {P}", "spent {d} {a} on {P}", "i spent the {a} on {P} {D}", "{d} {a} = {P}",
        "<ask>mark {d} {a} as {P}", "{p} {d} {a}", "{p} {d} {a}", "{d} {a} {p}", "{p}, {d} {a}", "<ask><v_log> {P} on {d} {a}", "<ask><v_log> {P} the {a} {D}",
    ],
    # {Q} is only mentioned
    "act_mind_d": ["{P} {o}, no wait, {D}", "{P} {o} - sorry, {d}", "log {P} {o}, no, i mean {d}", "{P} {o}, scratch that, {D}"],
    "act_mind_p": ["{q} {D}, no wait, {p}", "{q} - sorry, {P} - {D}", "{D} {q}, i mean {p}"],
    "act_not_d": ["{P} {D}, not {o}", "{P} {D} but not {o}", "only {D} on {P}, {o} is still open", "{P} {D}, leave {o} as it is"],
    "act_story": ["{P} {D}{A}. it was a long one, but we got there.", "what a mess. anyway, {P} {D}{A}"],
    "act_q": ["{D} i was supposed to be on {Q} but ended up on {P}{A}", "i was planned on {Q} {D} but worked on {P}{A}", "{D} i was booked on {Q}, in the end i did {P}{A}", "no {Q} {D}, only {P}{A}", "{Q} was cancelled so i worked on {P} {D}{A}", "{Q} is on hold, so {P} {D}{A}", "since {Q} is finished i was on {P} {D}{A}", "not {Q} this time, {P} {D}{A}", "{Q} can wait, {D} i was on {P}{A}", "everyone was on {Q} but i did {P} {D}{A}",
              "{D} {P}{A}, {Q} was closed", "my colleagues were on {Q}, me {P} {D}{A}", "<ask>log {P} {D}{A}, nothing on {Q}", "{P} {D}{A}, and no {Q}", "worked on {P} {D}{A}, {Q} had to wait", "{P} {D}{A} (not {Q}!)", "{D} was {P}{A}, i didn't touch {Q}", "{n} did {Q}, i was on {P} {D}{A}", "{n} asked me to help on {P} {D}{A}, so no {Q}", "{n} and i worked on {P} {D}{A}", "helped {n} with {P} {D}{A}", "i replaced {n} on {P} {D}{A}", "pairing with {n} on {P} {D}{A}", "{D} {n} needed me on {P}{A}",
              "{n} was sick so i covered {P} {D}{A}", "{n} is on holiday, i took over {P} {D}{A}", "had a workshop with {n} about {P} {D}{A}", "{D} {P} with {n}{A}", "{P} with {n} {D}{A}", "together with {n} on {P} {D}{A}", "forgot {P} {D}{A}", "forgot to log {P} {D}{A}", "i forgot {P} {D}{A}", "you forgot {P} {D}{A}", "{P} is missing {D}{A}", "{P} {D} was missing{A}", "still have to log {P} {D}{A}", "there should be {P} {D}{A}", "{P} {D}{A} isn't in there yet, add it", "oh and {P} {D}{A}", "almost forgot {P} {D}{A}"],
    # no day was said
    # days in two places: {D} and {E}
    "act_twice": ["{P} {D} and also on {e}", "worked on {P} {D} and also on {e}", "{D} {P}, and {E} as well", "{D} i was on {P}, and {E} too", "log {P} {D} and also on {e}", "{D} on {P} and then again {E}", "{d} {P} and {e} too", "{D} i worked on {P}, {E} as well", "put {d} on {P}{A}, and {e} too", "{D} {P}{A}, same {E}", "on {d} and also on {e} i was on {P}", "{P} {D} and then again on {e}", "{d} was {P} and so was {e}", "for {P} i did {d} and then also {e}"],
    "act_nodate": [
        "<ask><v_log0> {P}{A}", "<ask>log [time|my time|hours|some time|work] [on|for|to] {P}{A}", "<did_on> {P}{A}", "<ask>add {P} to my [report|timesheet]{A}", "i worked for {P}{A}", "{p}{A}", "just {P}{A}", "{P}{A}, [can you add that|add it]",
        "<ask>put {P} [in|on] my [report|timesheet]{A}", "<ask><v_part> {P}", "{a} on {P}", "{a} {p}", "<spent_part> {P}", "<ask>add an activity for {P}{A}", "new entry for {P}{A}", "i'd like to log {P}{A}", "everything on {P}{A}",
        "please log me on {P}{A}", "log me on {P}{A}", "log {P}{A}", "book {P}{A}", "time on {P}{A}", "hours for {P}{A}", "i need to book time on {P}{A}", "worked on {P} again{A}", "was helping {P}{A}",
    ],
    # no project was said
    "act_noproject": [
        "<ask>log {d}{A}", "<ask>fill in {d}{A}", "<ask>book {d}{A}", "i worked {D}{A}", "worked {D}{A}", "i was working {D}{A}", "<ask>add work {D}{A}", "<ask>log my [time|hours|work] {D}{A}", "<ask>fill [my report|my timesheet] {D}{A}",
        "i was in the office {D}{A}", "<ask>[put|mark] me as working {D}{A}", "<ask>log time {D}{A}", "i did work {D}{A}", "<ask>add an activity {D}{A}", "{d} i worked{A}", "<ask>enter my [hours|time] for {d}{A}", "normal work {D}{A}",
        "<ask>register work {D}{A}", "project work {D}{A}", "i was at work {D}{A}", "<ask>record {d}{A}", "worked from home {D}{A}", "i worked [on a project|on the project|on my project] {D}{A}", "log hours for {d}{A}",
    ],
    "act_nothing": ["<ask>log [time|my time|hours|my hours|some work|an activity|some time]", "<ask>add [an activity|an entry|work|a line|my hours|time]", "i want to log something", "log work", "new entry", "<ask>book [time|hours]",
                    "<ask>record [my work|an activity|my hours]", "i need to add [work|an activity|time]", "<ask>enter my [hours|time|work]", "add activity", "<ask>report my work", "i worked", "i'd like to enter [time|work]"],
}  # fmt: skip

# more of the same, as people were heard to put it
RULES["v_log"] += [
    "chalk up", "bank", "stamp", "tally", "tot up", "slot in", "squeeze in", "whack in", "lob in", "commit", "post", "push", "tap in", "scribble down", "allot",
    "earmark", "tag", "stack up", "run up", "drop me on", "stick me on", "throw me on", "shove me on", "pop me on", "pencil me in for", "slot me in for",
    "get me down for", "keep me on", "leave me on", "pls log",  "fill", "make a note of", "make an entry for", "do an entry for", "keep track of", "set down",
    "take note of", "file me under", "clock up", "rack up", "assign my time to", "mark my time on", "put my time on", "place", "post me on", "line up",
]  # fmt: skip
RULES["did_on"] += [
    "heads down on", "flat out on", "chained to", "glued to", "babysitting", "babysat", "firefighting on", "shadowing on", "travelled to", "on the road for",
    "at the client", "client visit", "finishing touches on", "closing out", "catching up on", "caught up on", "spent forever on", "sweating over", "head in",
    "full throttle on", "rocking", "kept at", "kept on with", "stayed on", "remained on", "picked up", "i picked up", "jumped on", "i jumped on", "hopped on",
    "switched to", "moved to", "i switched to", "back at", "i was back at", "again on", "always on", "mostly on", "mainly on", "only on", "purely on", "exclusively on",
    "entirely on", "partly on", "i was mostly on", "i was mainly on", "tackled", "i tackled", "polishing", "refactoring", "rewrote parts of", "bug hunting on",
    "data entry for", "admin work for", "paperwork for", "sales calls for", "pitching", "pitched", "estimating", "writing specs for", "translating", "drawing",
    "painting", "cleaning", "building", "built", "assembled", "maintained", "i maintained", "audited", "i audited", "i'm helping out on", "volunteering on", "running",
    "ran", "led", "leading", "managing", "i managed", "coordinated", "coaching the team on", "taught", "demoed", "interviewed people for", "called clients for",
    "chased suppliers for", "packaging", "driving for", "delivering for", "shooting for", "filming for", "monitoring", "watching over", "on duty for", "on standby for",
    "night shift for", "did the usual on", "poked at", "dabbled in", "got dragged into", "was pulled into", "was thrown onto", "was lent to", "on loan to", "seconded to",
    "subbing on", "filling in on", "stood in on", "drafted into",
]  # fmt: skip
RULES["act"] += [
    "{P} ate up {d}{A}", "{P} swallowed {d}{A}", "{d} got eaten by {P}{A}", "{d} is all {P}{A}", "{d}? {P}{A}", "{P}? {d}{A}", "{d} - just {P}{A}", "mostly {P} {D}{A}",
    "{P} mainly {D}{A}", "{P} full steam {D}{A}", "my life {D} was {P}{A}", "a {p} kind of day {D}{A}", "{d} belongs to {P}{A}", "{d} was a {p} day{A}",
    "{d} is a {p} day{A}", "another {p} day, {d}{A}", "{P} all around {D}{A}", "guess what, {P} {D}{A}", "you guessed it, {P} {D}{A}", "surprise, {P} {D}{A}",
    "same old {P} {D}{A}", "good old {P} {D}{A}", "{P} needs to go on {d}{A}", "{P} goes on {d}{A}", "{P} goes in for {d}{A}", "{d} goes on {P}{A}",
    "{d} should say {P}{A}", "{d} should read {P}{A}", "let {d} be {P}{A}", "{P} has to be in there {D}{A}", "i need {P} {D}{A}", "i want {P} {D}{A}",
    "can i get {P} {D}{A}", "could i have {P} {D}{A}", "i owe you {d}: {P}{A}", "what i did {D}: {P}{A}", "what i worked on {D}: {P}{A}", "{d} report: {P}{A}",
    "report for {d}: {P}{A}", "for {d}: {P}{A}", "for {d} it's {P}{A}", "for {d} it was {P}{A}", "as for {d}, {P}{A}", "concerning {d}: {P}{A}",
    "about {d}: i was on {P}{A}", "hours {D} on {P}{A}", "time {D} on {P}{A}", "time: {P}, {d}{A}", "entry: {P} {d}{A}", "new entry: {P} {d}{A}", "new: {P} {d}{A}",
    "another: {P} {d}{A}", "todo: log {P} {d}{A}", "to log: {P} {d}{A}", "to add: {P} {D}{A}", "+ {P} {d}{A}", "- {P} {d}{A}",
    "{P} @ {d}{A}", "{P} // {d}{A}", "{d} => {P}{A}", "it was all about {P} {D}{A}", "all i did {D} was {P}{A}",
    "the only thing i did {D} is {P}{A}", "did nothing else than {P} {D}{A}", "i did only {P} {D}{A}", "nothing else than {P} {D}{A}", "no surprises, {P} {D}{A}",
    "{D} they needed me on {P}{A}", "{D} i jumped on {P}{A}", "{D} i was lent to {P}{A}", "{D} got dragged into {P}{A}", "{D} was pure {P}{A}", "{D} pure {P}{A}",
    "{D} i will support {P}{A}", "{D} i plan to work on {P}{A}", "planning {D}: {P}{A}", "plan for {d}: {P}{A}", "i plan {P} {D}{A}", "please count {d} for {P}{A}",
    "please consider {d} as {P}{A}", "consider {d} as {P}{A}", "kindly consider {d} on {P}{A}", "{P} is what i did {D}{A}", "{P} is what i worked on {D}{A}",
    "{P} was my job {D}{A}", "{P} was on my plate {D}{A}", "on my plate {D}: {P}{A}", "had {P} on my plate {D}{A}", "my hours {D} go to {P}{A}",
    "all hours {D} to {P}{A}", "full load on {P} {D}{A}", "i have been working {D} on {P}{A}", "i've worked {D} on {P}{A}", "i did work {D} for {P}{A}",
    "i was {D} in {P}{A}", "i were on {P} {D}{A}", "me work {P} {D}{A}", "i working on {P} {D}{A}",
]  # fmt: skip
RULES["act_part"] += [
    "{a} went to {P} {D}", "{P} got {a} of my {d}", "{D} gave {a} to {P}", "{D} {P} had {a} of me", "i managed {a} on {P} {D}", "could squeeze in {a} on {P} {D}",
    "only did {a} of {P} {D}", "{P} at {a}, {d}", "{P} {D} at {a}", "{P} {D}, at {a}", "{D} - {a} {P}", "{P}, {d}, {a}",
    "{d}, {P}, {a}", "{P} / {d} / {a}", "{P}: {d}, {a}", "{p} {d} {a}", "{p} {d} {a}", "{d} {p} {a}", "{d} {p} {a}", "{p}; {d}; {a}", "<ask>put {P} {D} at {a}",
    "<ask>book {P} {D} at {a}", "<ask>[log|put|book|add] {a} {P} {D}", "<ask>[log|put|book|add] {a} of {P} {D}", "<did_on> {P} {D} for {a}", "<did_on> {P} {D}, {a}",
    "{D} <did_on> {P} {a}", "<did_on> {P} {a} {D}", "{a} <did_on> {P} {D}", "i'm only {a} on {P} {D}", "with {a} on {P} {D}", "{P} {D} but only {a}",
    "{P} {D} though just {a}", "{P} {D} - {a} max", "not more than {a} on {P} {D}",
]  # fmt: skip
RULES["act_half"] += [
    "{P}, {d} {a}", "{P}: {d} {a}", "{d} {a} -> {P}", "{d} {a} only {P}", "{d} {a} spent on {P}", "<ask>[book|log|put|add] {P} {D} in the {a}",
    "<ask>[book|log|put|add] {P} for {d} {a}", "<ask>[book|log] the {a} of {d} on {P}", "the {a} of {d} on {P}", "the {a} of {d} was {P}", "{P} the {a} of {d}",
    "{D} in the {a} on {P}", "{D} in the {a}: {P}", "{D} in the {a} only {P}", "{D}, {a} only, {P}", "{P} {d} ({a})", "{d} ({a}) {P}", "{d}, {a}: {P}", "{d} / {a} / {P}",
    "i was on {P} {d} {a}", "i worked on {P} {d} {a}", "{a} {D} on {P}", "{a} {D} {P}", "in the {a} {D} i was on {P}",
]  # fmt: skip
RULES["act_noproject"] += [
    "fill {d}", "<ask>fill {d} for me", "<ask>complete {d}", "<ask>do {d}", "i have to fill {d}", "i want to book {d}", "what about {d}, can you log it",
    "{d} was a normal working day", "normal day {D}", "worked as usual {D}", "i was here {D}", "i was at my desk {D}", "full day {D}", "regular work {D}",
    "client work {D}", "billable {D}", "<ask>put work on {d}", "<ask>put hours {D}", "hours {D}", "time {D}", "<ask>clock me in {D}", "<ask>sign me in {D}",
    "i did my hours {D}", "office {D}", "{d} office", "{d} worked", "{d} work", "{d}: work", "{d}: worked", "home office {D}", "wfh {D}", "{d} wfh",
    "was at home working {D}",
]  # fmt: skip
RULES["act_nodate"] += [
    "{P}{A}, add that", "can you add {P}{A} for me", "i was busy on {P}{A}", "been busy with {P}{A}", "{P}{A}, put it in", "some {P}{A}", "a bit of {P}{A}",
    "did a bit of {P}{A}", "helped with {P}{A}", "helped out on {P}{A}", "i need {P} in my report{A}", "don't forget my {P} time{A}", "my time on {P}{A}",
    "time for {P}{A}", "i did {P}{A}", "{P} work{A}", "<ask>charge {P}{A}", "<ask>clock {P}{A}", "<ask>track {P}{A}", "<ask>record {P}{A}", "<ask>log some {P}{A}",
]  # fmt: skip

_BELONGS = ("put me on", "add me on", "allocate me to", "schedule me on", "have me on", "block me on", "sign me up for", "register me on", "book me on", "reserve me for", "create", "make", "book me for",
            "charge me to", "put me as working on", "add", "set", "show me on")  # fmt: skip
_CLOCKED = ("log me on", "note me on", "clock me on", "track me on", "mark me on", "count me on")
RULES["v_log0"] = [
    verb for verb in RULES["v_log"] if verb not in _BELONGS and (not verb.endswith(" me on") or verb in _CLOCKED)
]
"""Verbs that ask for time even where no day is said ("put me on X" alone asks for an assignment)."""
RULES["act_nodate_bare"] = [frame for frame in RULES["act_nodate"] if "{a}" not in frame and "part>" not in frame]
RULES["act_nodate"] = [frame for frame in RULES["act_nodate"] if "{a}" in frame or "{A}" in frame or "part>" in frame]
