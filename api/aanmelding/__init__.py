"""Feature: the aanmelding, from approved text to promise."""
