"""Begin: gesprekken, aanmeldingen, balie"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "aanmelding",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kenmerk", sa.String(length=16), nullable=False),
        sa.Column("code_merk", sa.String(length=64), nullable=False),
        sa.Column("gemeente", sa.String(length=80), nullable=False),
        sa.Column("team", sa.String(length=80), nullable=True),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("ontvangen_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("contact_voor", sa.Date(), nullable=False),
        sa.Column("eerst_gelezen", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opgepakt_door", sa.String(length=80), nullable=True),
        sa.Column("niveau", sa.String(length=12), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("foute_codes", sa.Integer(), nullable=False),
        sa.Column("op_slot_tot", sa.DateTime(timezone=True), nullable=True),
        sa.Column("toegang_merk", sa.String(length=64), nullable=True),
        sa.Column("toegang_tot", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sleutel", sa.LargeBinary(), nullable=True),
        sa.Column("velden", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanmelding")),
        sa.UniqueConstraint("kenmerk", name=op.f("uq_aanmelding_kenmerk")),
    )
    with op.batch_alter_table("aanmelding", schema=None) as batch_op:
        batch_op.create_index("ix_aanmelding_werklijst", ["gemeente", "status", "contact_voor"], unique=False)

    op.create_table(
        "gesprek",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("token_merk", sa.String(length=64), nullable=False),
        sa.Column("gemeente", sa.String(length=80), nullable=False),
        sa.Column("rol", sa.String(length=20), nullable=True),
        sa.Column("begonnen_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("laatst_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.LargeBinary(), nullable=True),
        sa.Column("toestand", sa.LargeBinary(), nullable=True),
        sa.Column("geheugen", sa.LargeBinary(), nullable=True),
        sa.Column("concept", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gesprek")),
    )
    with op.batch_alter_table("gesprek", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_gesprek_laatst_op"), ["laatst_op"], unique=False)

    op.create_table(
        "idempotentie",
        sa.Column("sleutel_merk", sa.String(length=64), nullable=False),
        sa.Column("inhoud_merk", sa.String(length=64), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sleutel", sa.LargeBinary(), nullable=False),
        sa.Column("antwoord", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sleutel_merk", name=op.f("pk_idempotentie")),
    )
    with op.batch_alter_table("idempotentie", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_idempotentie_op"), ["op"], unique=False)

    op.create_table(
        "inzage",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wie", sa.String(length=80), nullable=False),
        sa.Column("wat", sa.String(length=40), nullable=False),
        sa.Column("kenmerk", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inzage")),
    )
    op.create_table(
        "medewerker",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("naam", sa.String(length=80), nullable=False),
        sa.Column("wachtwoord", sa.String(length=200), nullable=False),
        sa.Column("gemeente", sa.String(length=80), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medewerker")),
        sa.UniqueConstraint("naam", name=op.f("uq_medewerker_naam")),
    )
    op.create_table(
        "beurt",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("gesprek_id", sa.String(length=32), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("idempotentie", sa.String(length=64), nullable=True),
        sa.Column("inhoud_merk", sa.String(length=64), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("route", sa.String(length=20), nullable=False),
        sa.Column("onderwerp", sa.String(length=60), nullable=True),
        sa.Column("niveau", sa.String(length=12), nullable=True),
        sa.Column("regel", sa.String(length=80), nullable=True),
        sa.Column("invoer", sa.LargeBinary(), nullable=False),
        sa.Column("antwoord", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["gesprek_id"], ["gesprek.id"], name=op.f("fk_beurt_gesprek_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_beurt")),
        sa.UniqueConstraint("gesprek_id", "idempotentie", name=op.f("uq_beurt_gesprek_id_idempotentie")),
        sa.UniqueConstraint("gesprek_id", "volgnummer", name=op.f("uq_beurt_gesprek_id_volgnummer")),
    )
    op.create_table(
        "logboek",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("aanmelding_id", sa.String(length=32), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wie", sa.String(length=80), nullable=False),
        sa.Column("soort", sa.String(length=30), nullable=False),
        sa.Column("tekst", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["aanmelding_id"], ["aanmelding.id"], name=op.f("fk_logboek_aanmelding_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_logboek")),
    )
    with op.batch_alter_table("logboek", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_logboek_aanmelding_id"), ["aanmelding_id"], unique=False)

    op.create_table(
        "zitting",
        sa.Column("token_merk", sa.String(length=64), nullable=False),
        sa.Column("medewerker_id", sa.Integer(), nullable=False),
        sa.Column("tot", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["medewerker_id"], ["medewerker.id"], name=op.f("fk_zitting_medewerker_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_merk", name=op.f("pk_zitting")),
    )


def downgrade() -> None:
    """Undo."""
    op.drop_table("zitting")
    with op.batch_alter_table("logboek", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_logboek_aanmelding_id"))

    op.drop_table("logboek")
    op.drop_table("beurt")
    op.drop_table("medewerker")
    op.drop_table("inzage")
    with op.batch_alter_table("idempotentie", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_idempotentie_op"))

    op.drop_table("idempotentie")
    with op.batch_alter_table("gesprek", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_gesprek_laatst_op"))

    op.drop_table("gesprek")
    with op.batch_alter_table("aanmelding", schema=None) as batch_op:
        batch_op.drop_index("ix_aanmelding_werklijst")

    op.drop_table("aanmelding")
