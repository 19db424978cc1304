"""The engine for a model behind a server with OpenAI's API (vLLM, llama-server, Ollama).

`engine.py` is the port; `wire.py` sends and hears; `faults.py` says what went wrong; `prompt.py` makes what is sent;
`answer.py` puts an answer together from its pieces; `spelled.py` reads calls that stand in words; `counting.py` says
how long a prompt is; `health.py` notes when the server goes away and when it is back.
"""
