"""Veiligheid: the whole mark of a sign, counts by door, and the form 'gemist of vals alarm'"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
MERK = {
    "beurt": ("categorie",),
    "aanmelding": ("regel", "categorie"),
    "logboek": ("niveau", "regel", "categorie"),
}
LENGTE = {"niveau": 12, "regel": 80, "categorie": 40}


def upgrade() -> None:
    """Apply."""
    for tabel, kolommen in MERK.items():
        with op.batch_alter_table(tabel, schema=None) as batch_op:
            for naam in kolommen:
                batch_op.add_column(sa.Column(naam, sa.String(length=LENGTE[naam]), nullable=True))

    op.create_table(
        "signaal",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("soort", sa.String(length=20), nullable=False),
        sa.Column("deur", sa.String(length=20), nullable=False),
        sa.Column("gemeente", sa.String(length=80), nullable=True),
        sa.Column("regel", sa.String(length=80), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("categorie", sa.String(length=40), nullable=False),
        sa.Column("niveau", sa.String(length=12), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signaal")),
    )
    with op.batch_alter_table("signaal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signaal_dag"), ["dag"], unique=False)

    op.create_table(
        "veiligheidsmelding",
        sa.Column("kenmerk", sa.String(length=16), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("van", sa.String(length=20), nullable=False),
        sa.Column("soort", sa.String(length=20), nullable=False),
        sa.Column("gemeente", sa.String(length=80), nullable=True),
        sa.Column("regel", sa.String(length=80), nullable=True),
        sa.Column("eigenaar", sa.String(length=120), nullable=False),
        sa.Column("antwoord_voor", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("sleutel", sa.LargeBinary(), nullable=True),
        sa.Column("tekst", sa.LargeBinary(), nullable=True),
        sa.Column("uitkomst_sleutel", sa.LargeBinary(), nullable=True),
        sa.Column("uitkomst", sa.LargeBinary(), nullable=True),
        sa.Column("afgesloten_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("afgesloten_door", sa.String(length=80), nullable=True),
        sa.PrimaryKeyConstraint("kenmerk", name=op.f("pk_veiligheidsmelding")),
    )
    with op.batch_alter_table("veiligheidsmelding", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_veiligheidsmelding_op"), ["op"], unique=False)
        batch_op.create_index("ix_veiligheidsmelding_lijst", ["status", "antwoord_voor"], unique=False)


def downgrade() -> None:
    """Undo."""
    op.drop_table("veiligheidsmelding")
    op.drop_table("signaal")
    for tabel, kolommen in reversed(MERK.items()):
        with op.batch_alter_table(tabel, schema=None) as batch_op:
            for naam in reversed(kolommen):
                batch_op.drop_column(naam)
