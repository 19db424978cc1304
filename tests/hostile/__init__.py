"""A hostile model and the people around it, for property-based tests of whole turns."""
