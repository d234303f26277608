"""Levering: what still has to be delivered, and how far it came"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "levering",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("aanmelding_id", sa.String(length=32), nullable=False),
        sa.Column("doel", sa.String(length=20), nullable=False),
        sa.Column("soort", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("pogingen", sa.Integer(), nullable=False),
        sa.Column("volgende_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sleutel", sa.LargeBinary(), nullable=False),
        sa.Column("voortgang", sa.LargeBinary(), nullable=True),
        sa.Column("fout", sa.String(length=60), nullable=True),
        sa.ForeignKeyConstraint(
            ["aanmelding_id"], ["aanmelding.id"], name=op.f("fk_levering_aanmelding_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_levering")),
        sa.UniqueConstraint("aanmelding_id", "doel", "soort", name=op.f("uq_levering_aanmelding_id_doel_soort")),
    )
    with op.batch_alter_table("levering", schema=None) as batch_op:
        batch_op.create_index("ix_levering_klaar", ["status", "volgende_op"], unique=False)


def downgrade() -> None:
    """Undo."""
    op.drop_table("levering")
