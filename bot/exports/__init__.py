"""A month as a file: CSV, Excel, PDF, a picture. Pure functions from a month's sheet to bytes, one module a kind.

The outside of the port `Exporter`. Nothing here reads a clock, a disk or a ledger, so the same sheet gives the same
bytes. Names come from people and may hold anything: no spreadsheet may run them, no page may be torn by them.
"""
