"""The console: the same assistant in a terminal, behind the same port as every chat system."""
