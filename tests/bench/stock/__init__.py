"""Stock Rasa with our rules and actions, as its documentation sets it up."""
