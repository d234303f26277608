"""Floor 4: the web. Chat, aanmelding, balie, pages, health; storage and everything that keeps it safe."""
