"""Where reports live: one module for each backend. Ledgers do not know each other."""
