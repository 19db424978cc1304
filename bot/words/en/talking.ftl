### The ways in besides words in the conversation: the command, the shortcut, suggested prompts; steps, and feedback.

# `/tally`: what it answers, and what each of its words does.
command-words = After the command comes one of these words:
command-status = how this month stands, and what waits for you
command-submit = hand this month in, or another one: “submit october”
command-reset = start the conversation over
command-help = this list
command-unknown = There is no “{ $typed }”.
command-waiting = { $cards ->
    [one] One card above waits for your decision.
   *[other] { $cards } cards above wait for your decision.
}
command-answered-there = I answer that in our direct conversation.

# “Report this”, on a message.
picked-answered-there = I read that message, and answer in our direct conversation.
picked-own = You picked this message of yours: “{ $words }”
picked-other = You picked this message of { $author }: “{ $words }”
picked-earlier = It was written on { $day }; a word such as “today” means today, not then.
picked-mine = I wrote that message myself. Pick one that you or somebody else wrote.

# What an empty conversation offers first to somebody who has days missing: the title, and what a click says.
prompt-fill = { $days ->
    [one] Fill one missing day with { $project }
   *[other] Fill { $days } missing days with { $project }
}
prompt-fill-words = { $project } on { $days }
prompt-fill-day = { DATE($day, pattern: "EEE d MMM") }
prompt-fill-stretch = { DATE($first, pattern: "EEE d") } to { DATE($last, pattern: "EEE d MMM") }

# What the bot does with the calls of the model, while it does it.
step-looking = is looking it up…
step-checking = is checking the days…
step-read = is reading { $things }…

# The line under an answer: what it was made from.
read-first = Read: { $things }
read-report = the report of { $month }
read-report-of = { $person }’s report of { $month }
read-projects = the projects
read-people = the people
read-missing = who has not handed in { $month }
read-week = the calendar

# 👍 and 👎 under an answer in words.
feedback-good = Good answer
feedback-bad = Bad answer
feedback-thanks = Thank you. It is noted; another click changes it.
feedback-thanks-bad = Thank you, it is noted. Say it in other words, and I try again; another click changes it.
console-help-judge = what you think of the newest answer
feedback-nothing = There is no answer here that could be judged.
feedback-title = What people think of the answers
feedback-counts = { $good } good, { $bad } bad
feedback-none = Nobody has judged an answer yet.
feedback-when = When
feedback-verdict = Verdict
feedback-asked = They said
feedback-answer = The answer
