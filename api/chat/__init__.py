"""Feature: the conversation."""
