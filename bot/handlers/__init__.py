"""What the bot does when something happens. Use cases over ports; no vendor is named here."""
