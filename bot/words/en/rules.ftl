### Which rule of a report a line would break, as its card says.

month-closed = { $month } is submitted. Take it back first to change it.
no-such-project = There is no project { $code }.
not-assigned = You are not assigned to { $project }. Ask an administrator to assign you.
no-step = { $percent } % is no step of { $step } %.
day-too-full = { $day } would have { $percent } %, and a day has { $most } %.
