"""One aanmelding: an end that waits for a second professional, a sign nobody judged, when something happened, and looking back"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

MOMENT = sa.DateTime(timezone=True)
KOLOMMEN = (
    ("onbeoordeeld_op", MOMENT),
    ("uitkomst", sa.String(length=20)),
    ("sluit_uitkomst", sa.String(length=20)),
    ("sluit_door", sa.String(length=80)),
    ("sluit_op", MOMENT),
    ("teruggekeken_op", MOMENT),
)


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("aanmelding", schema=None) as batch_op:
        for naam, soort in KOLOMMEN:
            batch_op.add_column(sa.Column(naam, soort, nullable=True))
    with op.batch_alter_table("logboek", schema=None) as batch_op:
        batch_op.add_column(sa.Column("gebeurd_op", MOMENT, nullable=True))
    op.create_table(
        "terugkoppeling",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("maand", sa.Date(), nullable=False),
        sa.Column("gemeente", sa.String(length=80), nullable=False),
        sa.Column("van", sa.String(length=12), nullable=False),
        sa.Column("antwoord", sa.String(length=12), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_terugkoppeling")),
        sa.UniqueConstraint(
            "maand", "gemeente", "van", "antwoord", name=op.f("uq_terugkoppeling_maand_gemeente_van_antwoord")
        ),
    )


def downgrade() -> None:
    """Undo."""
    op.drop_table("terugkoppeling")
    with op.batch_alter_table("logboek", schema=None) as batch_op:
        batch_op.drop_column("gebeurd_op")
    with op.batch_alter_table("aanmelding", schema=None) as batch_op:
        for naam, _ in reversed(KOLOMMEN):
            batch_op.drop_column(naam)
