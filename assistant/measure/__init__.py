"""Measuring on question sets of the user's own: figures, a line for each question, a picture."""
