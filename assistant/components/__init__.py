"""Rasa NLU components and the policy: each small, each with its own test."""
