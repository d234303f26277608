"""Consult: what a professional asks the JGT, sealed; and a delivery may belong to a consult as well as to an aanmelding"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "consult",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kenmerk", sa.String(length=16), nullable=False),
        sa.Column("gemeente", sa.String(length=80), nullable=False),
        sa.Column("team", sa.String(length=80), nullable=True),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("onderwerp", sa.String(length=60), nullable=False),
        sa.Column("functie", sa.String(length=40), nullable=False),
        sa.Column("urgentie", sa.String(length=12), nullable=False),
        sa.Column("ontvangen_op", MOMENT, nullable=False),
        sa.Column("bellen_voor", sa.Date(), nullable=True),
        sa.Column("laatst_op", MOMENT, nullable=False),
        sa.Column("opgepakt_door", sa.String(length=80), nullable=True),
        sa.Column("pogingen", sa.Integer(), nullable=False),
        sa.Column("niveau", sa.String(length=12), nullable=True),
        sa.Column("regel", sa.String(length=80), nullable=True),
        sa.Column("categorie", sa.String(length=40), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.LargeBinary(), nullable=True),
        sa.Column("velden", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consult")),
        sa.UniqueConstraint("kenmerk", name=op.f("uq_consult_kenmerk")),
    )
    op.create_index("ix_consult_lijst", "consult", ["gemeente", "status", "ontvangen_op"])
    with op.batch_alter_table("levering", schema=None) as batch_op:
        batch_op.alter_column("aanmelding_id", existing_type=sa.String(length=32), nullable=True)
        batch_op.add_column(sa.Column("consult_id", sa.String(length=32), nullable=True))
        batch_op.create_foreign_key(
            op.f("fk_levering_consult_id"), "consult", ["consult_id"], ["id"], ondelete="CASCADE"
        )
        batch_op.create_unique_constraint(op.f("uq_levering_consult_id_doel_soort"), ["consult_id", "doel", "soort"])


def downgrade() -> None:
    """Undo."""
    op.execute("delete from levering where aanmelding_id is null")
    with op.batch_alter_table("levering", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("uq_levering_consult_id_doel_soort"), type_="unique")
        batch_op.drop_constraint(op.f("fk_levering_consult_id"), type_="foreignkey")
        batch_op.drop_column("consult_id")
        batch_op.alter_column("aanmelding_id", existing_type=sa.String(length=32), nullable=False)
    op.drop_table("consult")
