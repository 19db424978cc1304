### What tools ask back when an argument is missing, unknown or unclear, and how form fields are named.

field-days = Days
field-days-to-copy = Days to copy
field-days-hint = or in words: mon to thu
ask-days = Which days?
ask-about = { $subject }: { $question }

field-amount = How much of each day
ask-amount = How much of each day: 25, 50, 75 or 100 %?
# $work is several lines, $days the days on which they come to $percent %
ask-shares = { $work } would come to { $percent } % on { $days }: a day has 100 %. How much of it for each?
shares-unclear = { $work } would come to { $percent } % on { $days }: a day has 100 %. What was it on those days? Say it again.
amount-not-understood = I do not understand “{ $phrase }”.

field-reason = Reason
ask-reason = What kind of absence is it?

field-month = Month
ask-month = Which month?
field-week = Week
ask-week = Which week?

field-project = Project
ask-project = Which project?
ask-which-project = Which project do you mean by “{ $phrase }”?
project-unknown = I know no project called “{ $phrase }”. Which one is it?
project-gone = There is no project { $code } any more. Choose another one.

field-employee = Employee
ask-employee = Who?
ask-which-employee = Who is meant by “{ $phrase }”?
employee-unknown = I know nobody called “{ $phrase }”. Who is it?
employee-gone = There is no employee { $email } any more.

field-code = Code
ask-code = Which code should it have?
code-taken = The code { $code } belongs to { $project }. Which code should it have?
field-title = Name
ask-title = What is it called?
field-client = Client
ask-client = For which client?
field-first-name = First name
ask-first-name = What is the first name?
field-last-name = Last name
ask-last-name = What is the last name?
field-email = E-mail
ask-email = What is the e-mail address?
email-wrong = “{ $phrase }” is no e-mail address.
field-role = Role
ask-role = Is it a user or an admin?
role-user = user
role-admin = admin

ask-what-differs = I did not understand what should be different. What should it be?

choices-named = { $others } or { $last }?
choices-named-more = { $named } or { $count ->
    [one] one more
   *[other] { $count } more
}?
choices-more = { $count ->
    [one] There is one more: type its name.
   *[other] There are { $count } more: type the name.
}
