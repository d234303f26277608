"""Feature: danger at every door, what is counted of it, and the form "gemist of vals alarm"."""
