"""Feature: delivering an aanmelding elsewhere: written down with it, delivered at least once, with one effect."""
