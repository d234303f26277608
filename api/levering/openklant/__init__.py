"""Delivery to Open Klant, after VNG's use case C9167 'terugbelverzoek', variant A: no partij is made."""
