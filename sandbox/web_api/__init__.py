"""The Web API under `/api/`: one module for each family of methods, gathered in `methods.py`."""
