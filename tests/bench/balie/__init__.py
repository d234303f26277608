"""What the balie costs with tens of thousands of aanmeldingen in the database."""
