"""Feature: the knowledge base over HTTP: search, articles, sociale kaart, gemeenten."""
