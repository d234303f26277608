"""Alembic's entry: runs the migrations on the connection that api.database.migrate hands over."""

from alembic import context

from api.database import consult_tables, login_tables, search_tables, upkeep_tables  # noqa: F401 - registers their tables
from api.database.tables import Tabel

verbinding = context.config.attributes["verbinding"]
context.configure(connection=verbinding, target_metadata=Tabel.metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
