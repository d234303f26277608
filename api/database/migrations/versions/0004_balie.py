"""Balie: roles, a second step, failed attempts shared by all processes, urgency, and a chain over who saw what"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
WEIGER_PG = """
create function inzage_blijft() returns trigger language plpgsql as $$
begin
  raise exception 'inzage wordt alleen aangevuld';
end $$
"""
WACHTERS_PG = (
    "create trigger inzage_niet_anders before update on inzage for each row when (old.keten is not null) "
    "execute function inzage_blijft()",
    "create trigger inzage_niet_weg before delete on inzage for each row execute function inzage_blijft()",
    "create trigger inzage_niet_leeg before truncate on inzage for each statement execute function inzage_blijft()",
)
WACHTERS_SQLITE = (
    "create trigger inzage_niet_anders before update on inzage when old.keten is not null "
    "begin select raise(abort, 'inzage wordt alleen aangevuld'); end",
    "create trigger inzage_niet_weg before delete on inzage "
    "begin select raise(abort, 'inzage wordt alleen aangevuld'); end",
)


def _nieuw() -> dict[str, tuple[sa.Column[Any], ...]]:
    """The new columns, fresh each time: a column belongs to one table."""
    return {
        "aanmelding": (
            sa.Column("urgentie", sa.String(length=12), nullable=True),
            sa.Column("urgentie_door", sa.String(length=80), nullable=True),
            sa.Column("urgentie_op", sa.DateTime(timezone=True), nullable=True),
            sa.Column("urgentie_reden", sa.LargeBinary(), nullable=True),
        ),
        "medewerker": (
            sa.Column("rol", sa.String(length=20), server_default="medewerker", nullable=False),
            sa.Column("team", sa.String(length=80), nullable=True),
            sa.Column("totp_sleutel", sa.LargeBinary(), nullable=True),
            sa.Column("totp", sa.LargeBinary(), nullable=True),
            sa.Column("totp_aan", sa.Boolean(), server_default=sa.false(), nullable=False),
            sa.Column("totp_tik", sa.BigInteger(), nullable=True),
            sa.Column("instellen_tot", sa.DateTime(timezone=True), nullable=True),
        ),
        "zitting": (sa.Column("stap", sa.String(length=12), server_default="code", nullable=False),),
        "inzage": (
            sa.Column("gemeente", sa.String(length=80), nullable=True),
            sa.Column("adres", sa.String(length=32), nullable=True),
            sa.Column("nummer", sa.Integer(), nullable=True),
            sa.Column("vorige", sa.String(length=64), nullable=True),
            sa.Column("keten", sa.String(length=64), nullable=True),
        ),
    }


def upgrade() -> None:
    """Apply. Sessions end: who is signed in signs in again, with the second step where that is needed."""
    for tabel, kolommen in _nieuw().items():
        with op.batch_alter_table(tabel, schema=None) as batch_op:
            for kolom in kolommen:
                batch_op.add_column(kolom)
    op.execute("update medewerker set rol = 'coordinator'")  # until now everyone saw the whole gemeente
    op.execute("delete from zitting")
    op.create_index("ix_inzage_nummer", "inzage", ["nummer"], unique=True)
    op.create_index("ix_inzage_gemeente_nummer", "inzage", ["gemeente", "nummer"])
    _tabellen()
    _wachters()


def _tabellen() -> None:
    op.create_table(
        "herstelcode",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("medewerker_id", sa.Integer(), nullable=False),
        sa.Column("merk", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["medewerker_id"], ["medewerker.id"], name=op.f("fk_herstelcode_medewerker_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_herstelcode")),
    )
    op.create_index(op.f("ix_herstelcode_medewerker_id"), "herstelcode", ["medewerker_id"])
    op.create_table(
        "inlogpoging",
        sa.Column("merk", sa.String(length=64), nullable=False),
        sa.Column("fouten", sa.Integer(), nullable=False),
        sa.Column("laatst", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tot", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("merk", name=op.f("pk_inlogpoging")),
    )
    op.create_index(op.f("ix_inlogpoging_laatst"), "inlogpoging", ["laatst"])
    op.create_table(
        "inzage_kop",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("keten", sa.String(length=64), nullable=False),
        sa.Column("merk", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inzage_kop")),
    )
    op.execute("insert into inzage_kop (id, nummer, keten, merk) values (1, 0, '', '')")


def _wachters() -> None:
    """A later migration that rebuilds `inzage` on SQLite loses these and must make them again."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(WEIGER_PG)
    for opdracht in WACHTERS_PG if op.get_bind().dialect.name == "postgresql" else WACHTERS_SQLITE:
        op.execute(opdracht)


def downgrade() -> None:
    """Undo."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("drop function inzage_blijft() cascade")
    else:
        for naam in ("inzage_niet_anders", "inzage_niet_weg"):
            op.execute(f"drop trigger {naam}")
    for tabel in ("inzage_kop", "inlogpoging", "herstelcode"):
        op.drop_table(tabel)
    op.drop_index("ix_inzage_gemeente_nummer", "inzage")
    op.drop_index("ix_inzage_nummer", "inzage")
    for tabel, kolommen in _nieuw().items():
        with op.batch_alter_table(tabel, schema=None) as batch_op:
            for kolom in kolommen:
                batch_op.drop_column(kolom.name)
