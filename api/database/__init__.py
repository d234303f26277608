"""Storage: engines, tables, locks and migrations, on SQLite and PostgreSQL alike."""
