"""Tally: a self-hosted assistant that fills in monthly activity reports from plain words."""
