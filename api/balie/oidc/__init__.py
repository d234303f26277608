"""Feature: signing in at the balie with the account of the gemeente (OpenID Connect)."""
