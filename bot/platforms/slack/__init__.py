"""Slack: pictures as blocks, listeners over Socket Mode, and the outgoing side of the Platform port."""
