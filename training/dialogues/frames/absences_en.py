# ruff: noqa: E501 (a bank of phrases: lines are as long as they need)
"""English absences by reason. {D} days, {A} share."""

RULES: dict[str, list[str]] = {
    "state": ["", "", "i was ", "i'm ", "i am ", "i've been ", "was ", "been ", "im ", "i will be ", "i'll be ", "have been ", "ill be "],
    "sick_state": [
        "sick", "sick", "sick", "ill", "ill", "off sick", "out sick", "home sick", "unwell", "under the weather", "in bed", "in bed with a fever", "in bed with the flu", "down with the flu", "down with a cold", "down with a fever",
        "down with a stomach bug", "laid up", "not feeling well", "feeling sick", "feeling unwell", "feeling terrible", "coughing all day", "feverish", "throwing up", "puking", "on sick leave", "on sick", "signed off sick", "signed off by the doctor",
        "bedridden", "knocked out by the flu", "sick as a dog", "sick at home", "home with the flu", "home with a fever", "home with a migraine", "at home sick", "seriously ill", "in hospital", "at the hospital", "in the hospital", "at the doctor",
        "at the doctor's", "at the doctors", "at the gp", "recovering from surgery", "sick with covid", "positive for covid", "contagious", "poorly", "a bit sick", "pretty sick", "very sick", "really ill", "sick again", "off ill", "off with flu",
        "off with a cold", "off with the flu", "out with a migraine", "out with the flu", "nauseous", "dead with fever", "too sick to work", "too ill to come in", "ill in bed", "stuck in bed", "on medical leave", "feeling rough", "sikc", "sicck", "sck",
        "not well", "burning with fever", "wiped out by a flu", "having surgery", "recovering", "down with covid", "down with food poisoning", "off with a bad back", "convalescing", "under doctor's orders to rest", "confined to bed", "hospitalised",
    ],
    "sick_had": [
        "i had the flu", "i have the flu", "had the flu", "got the flu", "i've got the flu", "i caught a cold", "caught a cold", "had a cold", "had a fever", "i had a fever", "i have a fever", "had a migraine", "i had a migraine", "migraine", "flu", "fever",
        "the flu", "bad cold", "stomach bug", "had a stomach bug", "food poisoning", "had food poisoning", "had covid", "covid", "i have covid", "got covid", "i called in sick", "called in sick", "calling in sick", "i'm calling in sick", "reported sick",
        "i reported sick", "stayed in bed with fever", "stayed home sick", "i stayed home sick", "i stayed in bed, ill", "my back went out", "my back is killing me", "had to see the doctor", "i had to see a doctor", "had to go to the doctor", "doctor",
        "doctor's appointment", "saw the doctor", "doctor signed me off", "the doctor signed me off", "doc says rest", "doctor told me to stay in bed", "i broke my leg", "broke my arm", "sprained my ankle", "had surgery", "surgery", "had an operation",
        "tonsillitis", "bronchitis", "sinus infection", "angina", "stomach flu", "gastro", "headache", "terrible headache", "couldn't get out of bed, flu", "sick day", "sick days", "a sick day", "sick leave", "sickness", "illness", "medical leave",
        "sick note", "i have a sick note", "got a doctor's note", "took a sick day", "took sick leave", "i took a sick day", "had to take a sick day", "i need a sick day", "medical certificate", "health issues", "i felt sick", "felt ill",
        "i got sick", "got sick", "fell ill", "i fell sick", "was throwing up", "the flu got me", "the flu knocked me out", "my migraine is back", "fever and chills", "i think i have the flu", "back pain", "toothache", "my stomach is upset", "hospital",
    ],
    "sick_noun": ["sick", "sick leave", "sick day", "sick days", "sickness", "a sick day", "sick time", "illness", "medical leave", "sick-leave", "sickleave", "flu", "as sick", "ill"],
    "paid_state": [
        "on holiday", "on holiday", "on holidays", "on vacation", "on vacation", "on leave", "on leave", "on annual leave", "on paid leave", "on pto", "on AL", "away on holiday", "away on vacation", "off on holiday", "off on leave", "on my holidays",
        "on my vacation", "on a holiday", "on hols", "in holiday", "in holidays", "in vacation", "taking annual leave", "taking leave", "taking holiday", "taking pto", "taking vacation", "taking a holiday", "taking paid leave", "skiing, on holiday",
        "at the beach on holiday", "on paid holiday", "on paid vacation", "vacationing", "holidaying", "on hoilday", "on vaction", "on vacaton", "on holliday", "out on pto", "out on leave", "out on vacation", "using my annual leave", "on paid time off",
        "on a vacation day", "on summer holiday", "on annual holiday", "travelling, on leave", "in italy on holiday",
    ],
    "paid_had": [
        "holiday", "holidays", "vacation", "leave", "annual leave", "paid leave", "pto", "PTO", "AL", "vacation day", "vacation days", "hols", "i took leave", "took leave", "i took a holiday", "took a vacation day", "took annual leave", "took pto", "i take leave",
        "i have holidays", "i have vacation", "i have holiday", "i had leave", "i had holidays", "i'm taking leave", "i take vacation", "i took vacation", "annual leave day", "a day of annual leave", "a vacation day", "a day of leave", "leave day", "leave days",
        "i have leave", "taking leave", "took holiday", "i booked holiday", "i'm using a vacation day", "used a vacation day", "used some pto", "i go on holiday", "going on holiday", "going on vacation", "i go on leave", "we go on holiday", "we fly on holiday",
        "family holiday", "summer holidays", "summer vacation", "paid holiday", "paid time off", "a leave day", "hoilday", "vaction", "annual laeve",
    ],
    "paid_noun": ["holiday", "holidays", "a holiday", "vacation", "a vacation day", "vacation days", "leave", "annual leave", "paid leave", "pto", "PTO", "my leave", "my vacation", "my holiday", "my holidays", "a leave day", "a day of leave", "AL", "paid vacation", "as holiday",
                  "as vacation", "as leave", "as paid leave", "a holiday entry", "vacation time", "hols"],
    "rtt_state": ["on rtt", "on RTT", "off for rtt", "off on rtt", "in rtt", "taking an rtt", "taking rtt", "taking an RTT day", "using an rtt", "on an rtt day", "away on rtt", "off with an rtt", "off, rtt", "off (rtt)"],
    "rtt_had": ["rtt", "RTT", "rtt day", "an rtt", "RTT day", "i took an rtt", "took an rtt", "took rtt", "a day of rtt", "i have an rtt", "rtt days", "i take an rtt", "my rtt", "i'm using an rtt", "used an RTT", "r.t.t.", "i had rtt", "took an RTT day", "day off as rtt"],
    "rtt_noun": ["rtt", "RTT", "an rtt", "an rtt day", "a rtt", "a RTT", "an RTT day", "my rtt", "rtt days", "as rtt", "rtt time"],
    "off_state": ["off", "off", "off", "away", "absent", "out", "out of office", "out of the office", "not in", "not working", "not here", "not there", "not at work", "unavailable", "gone", "ooo", "OOO", "not available", "not coming in", "off work", "home, not working",
                  "not around", "taking a day off", "taking time off", "having a day off", "taking the day off", "away from work", "not in the office", "missing", "having time off"],
    "off_had": ["day off", "a day off", "days off", "time off", "i took a day off", "took a day off", "took the day off", "i took the day off", "i have a day off", "i had a day off", "i need a day off", "i didn't work", "didn't work", "did not work", "i won't be in", "won't be in",
                "i wasn't in", "wasn't in", "wasn't there", "i won't work", "absence", "an absence", "no work", "i was not at work", "i wasn't at work", "i'm taking a day off", "taking some time off", "took some time off", "i will not work", "i won't be here", "i can't come in",
                "free day", "i had off", "had the day off", "i got the day off"],
    "off_noun": ["a day off", "an absence", "absence", "day off", "time off", "off", "as off", "absent", "as absent", "days off", "me as absent", "me as off", "my day off", "as away"],
    "abs_verb": ["log", "put", "book", "add", "record", "note", "register", "mark", "enter", "report", "put down", "note down", "put me down for", "put me down as", "file", "count", "write down", "put in", "log me as", "mark me as", "mark me", "put me on", "set", "declare", "book me for",
                 "request", "take", "plan", "schedule", "save", "track", "write", "put me as", "book in", "fill in", "apply", "jot down", "pencil in"],
    "sick": ["<state><sick_state> {D}{A}", "<state><sick_state> {D}{A}", "{D} <state><sick_state>{A}", "{D} i was <sick_state>{A}", "<sick_had> {D}{A}", "<sick_had> {D}{A}", "{D} <sick_had>{A}", "{D}, <sick_had>{A}", "{D}: <sick_had>{A}", "<sick_had>, {d}{A}", "<sick_had>: {d}{A}",
             "<ask><abs_verb> <sick_noun> {D}{A}", "<ask><abs_verb> <sick_noun> {D}{A}", "<ask>mark {d} as [sick|sick leave|a sick day|ill]{A}", "<ask>put {d} [down as sick|as sick|as sick leave|down as a sick day]{A}", "<ask>log {d} as [sick|sick leave|a sick day]{A}",
             "{d} [sick|ill|sick leave|sick day|flu]{A}", "[sick|ill|sick leave|sick day] {d}{A}", "{d} - [sick|ill|flu]{A}", "i couldn't work {D}{A}, i was <sick_state>", "no work {D}{A}, <state><sick_state>", "i was off {D}{A}, <sick_had>", "off {d}{A}, <sick_had>", "i was <sick_state> {D}{A}",
             "couldn't come in {D}{A}, <sick_had>", "i missed {d}{A} because i was <sick_state>", "stayed home {D}{A} because i was <sick_state>", "i didn't come to work {D}{A}, <state><sick_state>", "<ask>[book|log|put] a sick day for {d}{A}", "<ask>[turn|make|set] {d} [into |]sick leave{A}",
             "i got <sick_state> {D}{A}", "away {D}{A}, <sick_had>", "day off {d}{A}, i was <sick_state>", "{d} i had to stay home, <sick_had>{A}", "my manager sent me home {D}{A}, <sick_had>", "{d} was a sick day{A}", "{d} = sick{A}", "off sick {D}{A}", "i was off sick {D}{A}", "was sick {D}{A}"],
    "sick_half": ["sick {d} {a}", "{d} {a} sick", "i was sick {d} {a}", "{d} {a} i was at the doctor", "at the doctor {d} {a}", "doctor {d} {a}", "went home sick {d} {a}", "{d} {a} <state><sick_state>", "<state><sick_state> {d} {a}", "<sick_had> {d} {a}", "<state><sick_state> {D} in the {a}",
                  "{D} <state><sick_state> in the {a}", "<ask>[log|mark|put] {d} {a} as sick", "sick in the {a} {D}"],
    "paid_leave": ["<state><paid_state> {D}{A}", "<state><paid_state> {D}{A}", "<state><paid_state> {D}{A}", "{D} <state><paid_state>{A}", "{D} i'm <paid_state>{A}", "{D} i was <paid_state>{A}", "<paid_had> {D}{A}", "<paid_had> {D}{A}", "{D} <paid_had>{A}", "{D}, <paid_had>{A}", "{D}: <paid_had>{A}",
                   "<paid_had>, {d}{A}", "<paid_had>: {d}{A}", "<ask><abs_verb> <paid_noun> {D}{A}", "<ask><abs_verb> <paid_noun> {D}{A}", "<ask><abs_verb> <paid_noun> for {d}{A}", "<ask>mark {d} as [holiday|vacation|leave|annual leave|paid leave|pto]{A}", "<ask>put {d} [down as|as|down for] [holiday|leave|vacation|pto|annual leave|paid leave]{A}",
                   "<ask>log {d} as [holiday|vacation|leave|paid leave]{A}", "{d} [holiday|vacation|leave|pto|annual leave|paid leave]{A}", "[holiday|vacation|leave|pto|annual leave] {d}{A}", "{d} - [holiday|leave|pto|vacation]{A}", "{d} = [holiday|leave|vacation]{A}", "i was off {D}{A}, <paid_had>",
                   "<ask>take {d} as [holiday|leave|vacation|pto]{A}", "i will take {d} as [leave|holiday|vacation]{A}", "off {d}{A} ([holiday|vacation|leave|annual leave|pto])", "not in {D}{A}, <paid_had>", "day off {D}{A}, [paid leave|from my annual leave|vacation|pto|annual leave]", "<ask>use [a vacation day|pto|annual leave|my leave] {D}{A}",
                   "i'll use [a vacation day|pto|annual leave|a day of leave] {D}{A}", "we are <paid_state> {D}{A}", "{d} i go on [holiday|vacation|leave]{A}", "gone {D}{A}, <paid_state>", "<ask>[turn|make|set] {d} [into |][holiday|leave|vacation]{A}", "{d} was [holiday|leave|vacation|annual leave]{A}"],
    "paid_leave_half": ["[holiday|leave|vacation|pto|annual leave] {d} {a}", "{d} {a} [holiday|leave|vacation|pto]", "{d} {a} <state><paid_state>", "<state><paid_state> {d} {a}", "<state><paid_state> {D} in the {a}", "<ask>[log|mark|put|book] {d} {a} as [leave|holiday|vacation|pto]", "[leave|holiday] {D}, only the {a}",
                        "i took {d} {a} as [leave|holiday|vacation]", "<ask>[book|log] [leave|holiday] for {d} {a}"],
    "rtt": ["<state><rtt_state> {D}{A}", "<state><rtt_state> {D}{A}", "{D} <state><rtt_state>{A}", "<rtt_had> {D}{A}", "<rtt_had> {D}{A}", "{D} <rtt_had>{A}", "{D}, <rtt_had>{A}", "{D}: <rtt_had>{A}", "<rtt_had>: {d}{A}", "<ask><abs_verb> <rtt_noun> {D}{A}", "<ask><abs_verb> <rtt_noun> for {d}{A}",
            "<ask>mark {d} as [rtt|an rtt day|RTT]{A}", "<ask>put {d} [down as|as] [rtt|an RTT]{A}", "{d} [rtt|RTT]{A}", "[rtt|RTT] {d}{A}", "<ask>take an rtt {D}{A}", "i was off {D}{A}, <rtt_had>", "off {d}{A} (rtt)", "day off {D}{A}, [rtt|as rtt|it's an rtt]", "i'll use an rtt {D}{A}", "{d} was rtt{A}"],
    "rtt_half": ["[rtt|RTT] {d} {a}", "{d} {a} [rtt|RTT]", "<ask>[log|mark|put|book] {d} {a} as [rtt|an rtt]", "[rtt|RTT] {D} in the {a}", "i took {d} {a} as rtt", "half rtt {d} {a}"],
    "other_np": ["unpaid leave", "unpaid leave", "parental leave", "maternity leave", "paternity leave", "jury duty", "a sabbatical", "bereavement leave", "compassionate leave", "moving house", "strike", "study leave", "military service", "childcare", "a funeral", "a wedding", "a family emergency", "blood donation", "an exam", "special leave", "child sick", "a sick kid"],
    "off": ["<other_np> {D}{A}", "{D} <other_np>{A}", "<ask>[log|book|put|add] <other_np> {D}{A}", "off {d}{A} for <other_np>", "i'm off {D}{A}, <other_np>", "i have <other_np> {D}{A}", "{d}: <other_np>{A}", "not in {D}{A} because of <other_np>", "i had to take {d} off{A}", "need {d} off{A}", "i need {d} off{A}", "can i have {d} off{A}", "could i get {d} off{A}", "won't be there {D}{A}", "i'm not around {D}{A}", "don't expect me {D}{A}", "you won't see me {D}{A}", "nobody home {D}{A}, i'm away",
            "<state><off_state> {D}{A}", "<state><off_state> {D}{A}", "<state><off_state> {D}{A}", "{D} <state><off_state>{A}", "{D} i'm <off_state>{A}", "{D} i was <off_state>{A}", "<off_had> {D}{A}", "<off_had> {D}{A}", "{D} <off_had>{A}", "{D}, <off_had>{A}", "<ask><abs_verb> <off_noun> {D}{A}", "<ask><abs_verb> <off_noun> for {d}{A}",
            "<ask>mark {d} as [off|absent|a day off|away]{A}", "<ask>put {d} [down as|as] [off|absent|a day off]{A}", "{d} off{A}", "off {d}{A}", "{d} day off{A}", "{d}: off{A}", "{d} absent{A}", "absent {d}{A}", "{d} was off{A}", "<ask>take {d} off{A}", "i take {d} off{A}", "i took {d} off{A}", "taking {d} off{A}", "<ask>book {d} off{A}", "i want {d} off{A}",
            "i'm taking {d} off{A}", "<ask>give me {d} off{A}", "i have {d} off{A}", "no work {D}{A}"],
    "off_half": ["off {d} {a}", "{d} {a} off", "i'm off {d} {a}", "<state><off_state> {d} {a}", "<state><off_state> {D} in the {a}", "<ask>take {d} {a} off", "i took {d} {a} off", "absent {d} {a}", "away {d} {a}"],
    "sick_nodate": ["<state><sick_state>", "<sick_had>", "<ask><abs_verb> <sick_noun>", "i was <sick_state>", "i'm <sick_state>", "i need to log a sick day", "add my sick leave"],
    "paid_leave_nodate": ["<state><paid_state>", "<ask><abs_verb> <paid_noun>", "i need to log a vacation day", "<ask>book [my holidays|some leave|holiday|annual leave]", "i'd like to take [leave|holiday|vacation|some annual leave]", "add my [vacation|holidays|leave]", "can i take [holiday|leave|vacation]", "i took [leave|a holiday|vacation]"],
    "rtt_nodate": ["<state><rtt_state>", "<ask><abs_verb> <rtt_noun>", "i took an rtt", "i'd like to take an rtt", "can i take an rtt", "rtt please"],
    "off_nodate": ["<ask><abs_verb> an absence", "i took a day off", "i need a day off", "<ask>log an absence", "i was absent", "i'd like some time off", "add an absence", "i wasn't in", "i was away", "i was off", "<ask>book a day off"],
}  # fmt: skip

# more of the same, as people were heard to put it
RULES["sick_had"] += [
    "man flu", "lost my voice", "sore throat", "pneumonia", "ear infection", "chickenpox", "an allergy attack", "pulled a muscle", "slipped disc", "concussion",
    "kidney stones", "norovirus", "tummy ache", "cramps", "had to get stitches", "was at the ER", "at A&E", "emergency room", "a nasty cough",
    "the bug going around got me", "caught the bug", "caught something nasty", "got the lurgy", "temperature of 39", "39 degrees fever", "threw up all night",
    "barely slept, fever", "the doc wrote me off", "doctor gave me a note", "my gp signed me off", "i have a doctor's certificate", "medical certificate",
    "had to stay in bed", "feeling crook", "too sick to type", "my head is exploding, migraine", "couldn't move, back pain", "physio and doctor", "had an mri",
    "blood test at the hospital", "minor surgery", "wisdom teeth surgery", "post covid", "corona", "tested positive", "quarantine with covid", "long covid",
    "gastroenteritis", "stomach ache", "nausea", "asthma attack", "infection", "shingles", "tonsils out", "knee surgery", "broke a toe", "accident, hospital", "i am ill",
    "i feel ill", "i feel sick", "i feel terrible, fever", "not well at all", "not feeling great, sick",
]  # fmt: skip
RULES["sick_state"] += [
    "off with a migraine", "off with covid", "off with a fever", "off poorly", "laid low by a cold", "flattened by the flu", "on the sick", "out ill", "ill at home",
    "at the emergency room", "at the er", "at a&e", "at the clinic", "in the clinic", "in surgery", "under the doctor", "on doctor's orders in bed", "home ill",
    "sick in bed", "feeling ill", "feeling lousy and feverish", "down with tonsillitis", "down with bronchitis", "down with gastro", "down with migraine", "still sick",
    "still ill", "sick too", "sick as well", "unfortunately sick", "sadly sick",
]  # fmt: skip
RULES["paid_had"] += [
    "booked leave", "i've booked leave", "spending my vacation days", "ski holiday", "used a day of leave", "i'd like to use pto", "pto day", "pto days", "holiday trip",
    "we're on holiday", "vacation time", "taking some pto", "taking hols", "my leave", "my holidays", "my hols start", "i start my holiday", "annual", "annual vacation",
    "i have a day's leave", "one day leave", "one day's holiday", "one vacation day", "a week of vacation", "a week's holiday", "two weeks holiday",
    "leave of absence, paid",
]  # fmt: skip
RULES["paid_state"] += [
    "off on pto", "off on annual leave", "away on leave", "away on pto", "on my annual leave", "on family holiday", "on a ski holiday", "on vacay", "on hols again",
    "using pto", "using leave", "using up my leave", "using up holidays", "enjoying my vacation", "on my paid leave", "on my summer holidays", "at home on leave",
    "gone on holiday", "gone on vacation", "on honeymoon leave", "at the seaside on holiday", "on a paid day off", "with family on holiday",
]  # fmt: skip
RULES["off_state"] += [
    "elsewhere", "out that day", "out all day", "off the whole day", "not at my desk", "not available for work", "off duty", "skipping work", "skipping", "staying home",
    "off again", "offline", "on a break", "not on duty", "free",
]  # fmt: skip
RULES["off_had"] += [
    "i'm skipping", "i have to be away", "i'll stay home", "i stayed home", "stayed at home", "private matters", "personal day", "a personal day", "private appointment",
    "appointment", "i had a private appointment", "i'll be gone", "i was gone", "i was missing", "had to leave for private reasons", "won't make it", "can't make it",
    "i can't come", "i couldn't come", "couldn't make it in", "not coming", "i am not coming to work", "won't come to work",
]  # fmt: skip
