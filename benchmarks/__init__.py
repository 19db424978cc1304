"""What the performance figures in the documentation are measured with."""
