"""A local stand-in for Slack: Web API, Socket Mode and a web page, for the demo and the end-to-end tests.

It is generic: it knows no bot, the company's people are passed in. An unmodified Bolt app talks to it:
`App(client=WebClient(sandbox.bot_token, base_url=sandbox.api_url))`. Tests use `sandbox.driver`.
"""
