"""Feature: the consult, a professional who wants to be called back without naming a child."""
