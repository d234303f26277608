"""Floor 2: what a rule can do. Answer, refer, guide and build a concept, as rasa-sdk actions that speak in typed cards."""
