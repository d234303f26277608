"""Toegang: signing in with the account of the gemeente, and a logbook that may lose what has passed its term"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
TEKST = "inzage wordt alleen aangevuld"
MAG_WEG = "old.nummer <= coalesce((select max(nummer) from inzage_begin), 0)"
FUNCTIE_PG = f"""
create function inzage_weg() returns trigger language plpgsql as $$
begin
  if {MAG_WEG} then return old; end if;
  raise exception '{TEKST}';
end $$
"""
WACHTER_PG = "create trigger inzage_niet_weg before delete on inzage for each row execute function {}()"
WACHTER_SQLITE = (
    "create trigger inzage_niet_weg before delete on inzage {} begin select raise(abort, '" + TEKST + "'); end"
)


def upgrade() -> None:
    """Apply. From here on the database lets go of lines up to the last one in `inzage_begin`, and of no other."""
    op.create_table(
        "oidc_verzoek",
        sa.Column("merk", sa.String(length=64), nullable=False),
        sa.Column("gemeente", sa.String(length=80), nullable=False),
        sa.Column("verder", sa.String(length=200), nullable=False),
        sa.Column("tot", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("merk", name=op.f("pk_oidc_verzoek")),
    )
    op.create_index(op.f("ix_oidc_verzoek_tot"), "oidc_verzoek", ["tot"])
    _van_medewerker()
    op.create_table(
        "inzage_begin",
        sa.Column("nummer", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("keten", sa.String(length=64), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("merk", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("nummer", name=op.f("pk_inzage_begin")),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("drop trigger inzage_niet_weg on inzage")
        op.execute(FUNCTIE_PG)
        op.execute(WACHTER_PG.format("inzage_weg"))
    else:
        op.execute("drop trigger inzage_niet_weg")
        op.execute(WACHTER_SQLITE.format(f"when not coalesce({MAG_WEG}, 0)"))


def _van_medewerker() -> None:
    op.create_table(
        "oidc_account",
        sa.Column("merk", sa.String(length=64), nullable=False),
        sa.Column("medewerker_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["medewerker_id"], ["medewerker.id"], name=op.f("fk_oidc_account_medewerker_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("merk", name=op.f("pk_oidc_account")),
        sa.UniqueConstraint("medewerker_id", name=op.f("uq_oidc_account_medewerker_id")),
    )
    op.create_table(
        "oidc_zitting",
        sa.Column("token_merk", sa.String(length=64), nullable=False),
        sa.Column("tweede_stap", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["token_merk"], ["zitting.token_merk"], name=op.f("fk_oidc_zitting_token_merk"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_merk", name=op.f("pk_oidc_zitting")),
    )


def downgrade() -> None:
    """Undo."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("drop function inzage_weg() cascade")
        op.execute(WACHTER_PG.format("inzage_blijft"))
    else:
        op.execute("drop trigger inzage_niet_weg")
        op.execute(WACHTER_SQLITE.format(""))
    for tabel in ("inzage_begin", "oidc_zitting", "oidc_account", "oidc_verzoek"):
        op.drop_table(tabel)
