### A month on the home page and in the conversation, platform-neutral.

greeting = Hello { $name }
home-unknown = I do not know { $email } yet. Ask an administrator to add you.
home-without-email = I do not know you yet. Ask an administrator to add you.
# a project and its days, a field of a form and what stands in it
name-and-value = { $name }: { $value }

# The usual reasons for an absence, where the ledger gives them no other name.
reason-paid-leave = Paid leave
reason-rtt = RTT
reason-sick = Sick leave
