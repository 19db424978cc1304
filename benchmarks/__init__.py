"""What the performance claims are measured with: `make bench`. Real parts; only the model is sometimes replaced."""
