"""The gate: what stands before Rasa on every message, and what works without Rasa and without a database."""
