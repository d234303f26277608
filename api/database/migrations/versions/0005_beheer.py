"""Beheer: what ran when, what was wiped, where the chat is off, who left, and which belofte was missed"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Apply. On SQLite the length of a text is not enforced, and rebuilding `inzage` would lose its triggers."""
    op.create_table(
        "taak",
        sa.Column("naam", sa.String(length=40), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("naam", name=op.f("pk_taak")),
    )
    op.create_table(
        "gewist",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("soort", sa.String(length=20), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gewist")),
    )
    op.create_index(op.f("ix_gewist_op"), "gewist", ["op"])
    op.create_table(
        "noodstop",
        sa.Column("bereik", sa.String(length=80), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wie", sa.String(length=80), nullable=False),
        sa.Column("reden", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("bereik", name=op.f("pk_noodstop")),
    )
    with op.batch_alter_table("medewerker", schema=None) as batch_op:
        batch_op.add_column(sa.Column("weg_op", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("aanmelding", schema=None) as batch_op:
        batch_op.add_column(sa.Column("gemist_op", sa.DateTime(timezone=True), nullable=True))
    if op.get_bind().dialect.name == "postgresql":
        op.execute("alter table inzage alter column wat type varchar(250)")


def downgrade() -> None:
    """Undo."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("alter table inzage disable trigger inzage_niet_anders")
        op.execute("alter table inzage alter column wat type varchar(40) using left(wat, 40)")
        op.execute("alter table inzage enable trigger inzage_niet_anders")
    with op.batch_alter_table("aanmelding", schema=None) as batch_op:
        batch_op.drop_column("gemist_op")
    with op.batch_alter_table("medewerker", schema=None) as batch_op:
        batch_op.drop_column("weg_op")
    for tabel in ("noodstop", "gewist", "taak"):
        op.drop_table(tabel)
