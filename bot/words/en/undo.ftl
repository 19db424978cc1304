### Taking back what was written, and proposing the same for the days that come next.
### $what is the line as the card names it: “Apollo (APO) 50 % Mon 16 Nov”.

undo = Undo
undo-lines = Undo { $lines }
same-for = Same for { $days }

outcome-undone = Undone by { $who }, { $when }. The days are as they were before.
outcome-undoing = Being undone for { $who }, { $when }. Waiting for the ledger; it is undone as soon as it answers.

# why a click on Undo does nothing: said in the conversation, and the card no longer offers it
undo-day-changed = I did not undo { $what }: { $days } changed since. Nothing was changed now; tell me what it should be instead.
undo-changed = I did not undo { $what }: the report changed in this very moment. Nothing was changed now; look at the card again.
undo-month-closed = I did not undo { $what }: { $month } is submitted. Take it back first.
undo-month-changed = I did not undo { $what }: the month was submitted or taken back again since. Nothing was changed now.
undo-not-of-this = I cannot undo { $what }: projects, people and assignments stay as they are. Ask whoever looks after the ledger.
undo-refused = I did not undo { $what }: { $why } Nothing was changed now.
undo-nothing = Nothing of that line is written, so there is nothing to undo.

# why a click on “Same for …” makes no card
same-taken = { $days } cannot take that any more, so I made no card. Nothing was written.
same-impossible = I cannot propose that again: { $why } Nothing was written.

# at the console: the keys under what is written
console-key-undo = { $keys } undo
console-key-same = { $keys } same for { $days }
console-help-undo = undo the newest thing that was written; u2 a certain line
console-help-same = propose the same for the days that come next; s2 that of a certain line
console-nothing-written = There is nothing here that can be undone or proposed again.
