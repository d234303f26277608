"""Vinden: marks to search by, and what the worklist filters on; rows that are there get theirs from the upkeep (zoek_van)"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
MET_TEKST = sa.text("sleutel is not null")
KOLOMMEN = ("kern", "kernteam", "team_reden", "voorgesteld_aan", "zoek_van")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "zoekmerk",
        sa.Column("aanmelding_id", sa.String(length=32), nullable=False),
        sa.Column("soort", sa.String(length=12), nullable=False),
        sa.Column("merk", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["aanmelding_id"], ["aanmelding.id"], name=op.f("fk_zoekmerk_aanmelding_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("aanmelding_id", "soort", "merk", name=op.f("pk_zoekmerk")),
    )
    op.create_index(op.f("ix_zoekmerk_merk"), "zoekmerk", ["merk"])
    op.add_column("aanmelding", sa.Column("kern", sa.String(length=80), nullable=True))
    op.add_column("aanmelding", sa.Column("kernteam", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("aanmelding", sa.Column("team_reden", sa.String(length=20), nullable=True))
    op.add_column("aanmelding", sa.Column("voorgesteld_aan", sa.String(length=80), nullable=True))
    op.add_column("aanmelding", sa.Column("zoek_van", sa.String(length=16), nullable=True))
    op.create_index("ix_aanmelding_begin", "aanmelding", ["kenmerk"], postgresql_ops={"kenmerk": "varchar_pattern_ops"})
    op.create_index(
        "ix_aanmelding_zoek_van", "aanmelding", ["zoek_van"], postgresql_where=MET_TEKST, sqlite_where=MET_TEKST
    )


def downgrade() -> None:
    """Undo."""
    op.drop_index("ix_aanmelding_zoek_van", "aanmelding")
    op.drop_index("ix_aanmelding_begin", "aanmelding")
    for kolom in KOLOMMEN:
        op.drop_column("aanmelding", kolom)
    op.drop_table("zoekmerk")
