"""Voordeur beside stock Rasa: same data, same rules, same machine, in one run. See docs/meten.md."""
