### What a failure looks like to a person. The README's table of errors is made from this: the comment says when.

# when somebody writes whose e-mail address the ledger does not have
person-unknown = I do not know you yet ({ $email }). Ask an administrator to add you as an employee.
# when somebody writes who has no e-mail address on the platform
person-without-email = I do not know you yet (no e-mail address). Ask an administrator to add you as an employee.
# when the language model does not answer for now
model-away = is waiting for the language model; your message is kept and will be answered…
# when something fails that should not, after a message
went-wrong = Something went wrong on my side, and nothing was written. Try again, or tell your administrator: { $reference }.
# when something fails that should not, after a click on a card
went-wrong-after-click = Something went wrong on my side. The card shows what was written; look there before you repeat it. { $reference }
# when no answer of the model makes sense
cannot-finish = I could not work that out. Please say it in one short sentence, for example “Apollo on Monday”.
# when a card is clicked that is no longer known
card-gone = I no longer have that card. Ask again and I will make a new one.
# when somebody else's card is clicked
card-not-yours = That card belongs to somebody else. Only they can decide it.
# when a button is clicked that an older picture of the card has
card-outdated = That card has changed since. Look at it again: it now shows what would be written.
# when somebody else's line, or one that is gone, is to be edited
line-not-yours = There is no such card of yours.
# when a line is to be edited that is decided already
line-decided = That line is decided already. The card shows what became of it.
# when a form is submitted whose line has changed since it was opened
line-outdated = That card has changed since. Close this, look at the card again, and edit what it shows now.
# when the Submit button leads to no card
submit-impossible = I cannot submit { $month }.
# when an answer cannot be shown (the ledger does not answer, or something fails that should not)
answer-unshowable = I could not show you what you asked for. Ask again later, or tell your administrator: { $reference }.
# when a card cannot be shown for the same reasons; the card takes the sentence's place as soon as it can
card-unshowable = I cannot show you this card at the moment. It will appear here as soon as I can. If it does not, tell your administrator: { $reference }.
