### A month on the home page and in the conversation, platform-neutral.

greeting = Hello { $name }
home-unknown = I do not know { $email } yet. Ask an administrator to add you.
home-without-email = I do not know you yet. Ask an administrator to add you.
