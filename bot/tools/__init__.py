"""What the model may call: a tool is one function; its signature is the schema, its docstring the description."""
