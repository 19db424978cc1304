"""How the bot talks: one folder or file for each chat system."""
