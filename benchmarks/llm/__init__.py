"""`make bench-llm`: this engine against plain llama-cpp-python and against llama.cpp's own server, in one run."""
