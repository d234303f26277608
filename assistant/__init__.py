"""Floor 3: one beurt, from the visitor's words to the reply; Rasa and its components; measuring."""
