"""Rasa inside our own process: model, runner, actions, state and the supervised thread it lives on."""
