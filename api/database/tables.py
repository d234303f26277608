"""The tables. Every field that can name a person is ciphertext; times are UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    TypeDecorator,
    UniqueConstraint,
    false,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

MET_TEKST = text("sleutel is not null")


class Tijd(TypeDecorator[datetime]):
    """A moment in UTC, on SQLite too."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Naive times are a mistake of ours and are refused."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("een tijd zonder tijdzone kan niet worden opgeslagen")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Always with its time zone."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


class Tabel(DeclarativeBase):
    """Base of all tables, with fixed names for constraints so that migrations are the same everywhere."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Gesprek(Tabel):
    """A conversation: who may continue it, and where it stands. `sleutel` is destroyed when it is wiped."""

    __tablename__ = "gesprek"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    token_merk: Mapped[str] = mapped_column(String(64))
    gemeente: Mapped[str] = mapped_column(String(80))
    rol: Mapped[str | None] = mapped_column(String(20))
    begonnen_op: Mapped[datetime] = mapped_column(Tijd)
    laatst_op: Mapped[datetime] = mapped_column(Tijd, index=True)
    versie: Mapped[int] = mapped_column(Integer, default=0)
    sleutel: Mapped[bytes | None] = mapped_column(LargeBinary)
    toestand: Mapped[bytes | None] = mapped_column(LargeBinary)
    geheugen: Mapped[bytes | None] = mapped_column(LargeBinary)
    concept: Mapped[bytes | None] = mapped_column(LargeBinary)


class BeurtRij(Tabel):
    """One message and its reply, both redacted and encrypted, in order of `volgnummer`, never of a clock."""

    __tablename__ = "beurt"
    __table_args__ = (
        UniqueConstraint("gesprek_id", "volgnummer"),
        UniqueConstraint("gesprek_id", "idempotentie"),
    )
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    gesprek_id: Mapped[str] = mapped_column(ForeignKey("gesprek.id", ondelete="CASCADE"))
    volgnummer: Mapped[int] = mapped_column(Integer)
    idempotentie: Mapped[str | None] = mapped_column(String(64))
    inhoud_merk: Mapped[str] = mapped_column(String(64))
    op: Mapped[datetime] = mapped_column(Tijd)
    status: Mapped[str] = mapped_column(String(20))
    route: Mapped[str] = mapped_column(String(20))
    onderwerp: Mapped[str | None] = mapped_column(String(60))
    niveau: Mapped[str | None] = mapped_column(String(12))
    regel: Mapped[str | None] = mapped_column(String(80))
    categorie: Mapped[str | None] = mapped_column(String(40))
    invoer: Mapped[bytes] = mapped_column(LargeBinary)
    antwoord: Mapped[bytes] = mapped_column(LargeBinary)


class AanmeldingRij(Tabel):
    """What a family approved and sent, word for word, encrypted; with the one belofte date that all read.

    `gemist_op` and `onbeoordeeld_op` are when the coordinator got it; `sluit_*` is an end that waits for a second professional;
    `team_reden` is what chose the team, `zoek_van` which key made the marks to search by."""

    __tablename__ = "aanmelding"
    __table_args__ = (
        Index("ix_aanmelding_werklijst", "gemeente", "status", "contact_voor"),
        Index("ix_aanmelding_dicht", "gemeente", "ontvangen_op", "id", "status", "team"),
        Index("ix_aanmelding_begin", "kenmerk", postgresql_ops={"kenmerk": "varchar_pattern_ops"}),
        Index("ix_aanmelding_zoek_van", "zoek_van", postgresql_where=MET_TEKST, sqlite_where=MET_TEKST),
    )
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    kenmerk: Mapped[str] = mapped_column(String(16), unique=True)
    code_merk: Mapped[str] = mapped_column(String(64))
    gemeente: Mapped[str] = mapped_column(String(80))
    team: Mapped[str | None] = mapped_column(String(80))
    status: Mapped[str] = mapped_column(String(20))
    ontvangen_op: Mapped[datetime] = mapped_column(Tijd)
    contact_voor: Mapped[date] = mapped_column(Date)
    eerst_gelezen: Mapped[datetime | None] = mapped_column(Tijd)
    opgepakt_door: Mapped[str | None] = mapped_column(String(80))
    niveau: Mapped[str | None] = mapped_column(String(12))
    regel: Mapped[str | None] = mapped_column(String(80))
    categorie: Mapped[str | None] = mapped_column(String(40))
    versie: Mapped[int] = mapped_column(Integer, default=0)
    foute_codes: Mapped[int] = mapped_column(Integer, default=0)
    op_slot_tot: Mapped[datetime | None] = mapped_column(Tijd)
    toegang_merk: Mapped[str | None] = mapped_column(String(64))
    toegang_tot: Mapped[datetime | None] = mapped_column(Tijd)
    urgentie: Mapped[str | None] = mapped_column(String(12))
    urgentie_door: Mapped[str | None] = mapped_column(String(80))
    urgentie_op: Mapped[datetime | None] = mapped_column(Tijd)
    urgentie_reden: Mapped[bytes | None] = mapped_column(LargeBinary)
    gemist_op: Mapped[datetime | None] = mapped_column(Tijd)
    wis_gevraagd_op: Mapped[datetime | None] = mapped_column(Tijd)
    onbeoordeeld_op: Mapped[datetime | None] = mapped_column(Tijd)
    uitkomst: Mapped[str | None] = mapped_column(String(20))
    sluit_uitkomst: Mapped[str | None] = mapped_column(String(20))
    sluit_door: Mapped[str | None] = mapped_column(String(80))
    sluit_op: Mapped[datetime | None] = mapped_column(Tijd)
    teruggekeken_op: Mapped[datetime | None] = mapped_column(Tijd)
    kern: Mapped[str | None] = mapped_column(String(80))
    kernteam: Mapped[bool] = mapped_column(default=False, server_default=false())
    team_reden: Mapped[str | None] = mapped_column(String(20))
    voorgesteld_aan: Mapped[str | None] = mapped_column(String(80))
    zoek_van: Mapped[str | None] = mapped_column(String(16))
    sleutel: Mapped[bytes | None] = mapped_column(LargeBinary)
    velden: Mapped[bytes | None] = mapped_column(LargeBinary)


class LogboekRij(Tabel):
    """What happened to an aanmelding, by whom and when (`gebeurd_op` where that was earlier); the text is encrypted."""

    __tablename__ = "logboek"
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    aanmelding_id: Mapped[str] = mapped_column(ForeignKey("aanmelding.id", ondelete="CASCADE"), index=True)
    op: Mapped[datetime] = mapped_column(Tijd)
    wie: Mapped[str] = mapped_column(String(80))
    soort: Mapped[str] = mapped_column(String(30))
    gebeurd_op: Mapped[datetime | None] = mapped_column(Tijd)
    tekst: Mapped[bytes | None] = mapped_column(LargeBinary)
    niveau: Mapped[str | None] = mapped_column(String(12))
    regel: Mapped[str | None] = mapped_column(String(80))
    categorie: Mapped[str | None] = mapped_column(String(40))


class Idempotentie(Tabel):
    """The reply to a POST that may be repeated: the same key gives the same answer for a day."""

    __tablename__ = "idempotentie"
    sleutel_merk: Mapped[str] = mapped_column(String(64), primary_key=True)
    inhoud_merk: Mapped[str] = mapped_column(String(64))
    op: Mapped[datetime] = mapped_column(Tijd, index=True)
    sleutel: Mapped[bytes] = mapped_column(LargeBinary)
    antwoord: Mapped[bytes] = mapped_column(LargeBinary)


class Medewerker(Tabel):
    """Someone who may open the balie: in which role, of which team, and with which second step (encrypted).

    Who left stays as a name that nobody else can take: the logbook goes on meaning one person."""

    __tablename__ = "medewerker"
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    naam: Mapped[str] = mapped_column(String(80), unique=True)
    wachtwoord: Mapped[str] = mapped_column(String(200))
    gemeente: Mapped[str] = mapped_column(String(80))
    demo: Mapped[bool] = mapped_column(default=False)
    rol: Mapped[str] = mapped_column(String(20), server_default="medewerker")
    team: Mapped[str | None] = mapped_column(String(80))
    totp_sleutel: Mapped[bytes | None] = mapped_column(LargeBinary)
    totp: Mapped[bytes | None] = mapped_column(LargeBinary)
    totp_aan: Mapped[bool] = mapped_column(default=False, server_default=false())
    totp_tik: Mapped[int | None] = mapped_column(BigInteger)
    instellen_tot: Mapped[datetime | None] = mapped_column(Tijd)
    weg_op: Mapped[datetime | None] = mapped_column(Tijd)


class Zitting(Tabel):
    """A session of the balie; only the mark of its token is kept. `stap` is what its holder has to do first."""

    __tablename__ = "zitting"
    token_merk: Mapped[str] = mapped_column(String(64), primary_key=True)
    medewerker_id: Mapped[int] = mapped_column(ForeignKey("medewerker.id", ondelete="CASCADE"))
    tot: Mapped[datetime] = mapped_column(Tijd)
    stap: Mapped[str] = mapped_column(String(12), server_default="code")


class Inzage(Tabel):
    """Who did what with which aanmelding, and when. Only added to: a trigger refuses the rest, and each line holds the mark
    of the one before it (see api/balie/audit.py)."""

    __tablename__ = "inzage"
    __table_args__ = (
        Index("ix_inzage_nummer", "nummer", unique=True),
        Index("ix_inzage_gemeente_nummer", "gemeente", "nummer"),
    )
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    op: Mapped[datetime] = mapped_column(Tijd)
    wie: Mapped[str] = mapped_column(String(80))
    wat: Mapped[str] = mapped_column(String(250))
    kenmerk: Mapped[str] = mapped_column(String(16))
    gemeente: Mapped[str | None] = mapped_column(String(80))
    adres: Mapped[str | None] = mapped_column(String(32))
    nummer: Mapped[int | None] = mapped_column(Integer)
    vorige: Mapped[str | None] = mapped_column(String(64))
    keten: Mapped[str | None] = mapped_column(String(64))


class InzageKop(Tabel):
    """The last line of `inzage`, in one row: whoever adds a line holds it, and a line missing at the end is seen."""

    __tablename__ = "inzage_kop"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    nummer: Mapped[int] = mapped_column(Integer)
    keten: Mapped[str] = mapped_column(String(64))
    merk: Mapped[str] = mapped_column(String(64))


class SignaalTelling(Tabel):
    """How often a rule fired at a door on a day. No text, no person, no conversation."""

    __tablename__ = "signaal"
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    dag: Mapped[date] = mapped_column(Date, index=True)
    soort: Mapped[str] = mapped_column(String(20))
    deur: Mapped[str] = mapped_column(String(20))
    gemeente: Mapped[str | None] = mapped_column(String(80))
    regel: Mapped[str] = mapped_column(String(80))
    versie: Mapped[int] = mapped_column(Integer)
    categorie: Mapped[str] = mapped_column(String(40))
    niveau: Mapped[str] = mapped_column(String(12))
    aantal: Mapped[int] = mapped_column(Integer)


class MeldingRij(Tabel):
    """'Gemist of vals alarm': what someone reported about the gate, for the function that owns the rule."""

    __tablename__ = "veiligheidsmelding"
    __table_args__ = (Index("ix_veiligheidsmelding_lijst", "status", "antwoord_voor"),)
    kenmerk: Mapped[str] = mapped_column(String(16), primary_key=True)
    op: Mapped[datetime] = mapped_column(Tijd, index=True)
    van: Mapped[str] = mapped_column(String(20))
    soort: Mapped[str] = mapped_column(String(20))
    gemeente: Mapped[str | None] = mapped_column(String(80))
    regel: Mapped[str | None] = mapped_column(String(80))
    eigenaar: Mapped[str] = mapped_column(String(120))
    antwoord_voor: Mapped[date] = mapped_column(Date)
    status: Mapped[str] = mapped_column(String(20))
    sleutel: Mapped[bytes | None] = mapped_column(LargeBinary)
    tekst: Mapped[bytes | None] = mapped_column(LargeBinary)
    uitkomst_sleutel: Mapped[bytes | None] = mapped_column(LargeBinary)
    uitkomst: Mapped[bytes | None] = mapped_column(LargeBinary)
    afgesloten_op: Mapped[datetime | None] = mapped_column(Tijd)
    afgesloten_door: Mapped[str | None] = mapped_column(String(80))


class LeveringRij(Tabel):
    """One thing to deliver to one place, of an aanmelding or a consult. `voortgang` holds what already succeeded."""

    __tablename__ = "levering"
    __table_args__ = (
        UniqueConstraint("aanmelding_id", "doel", "soort"),
        UniqueConstraint("consult_id", "doel", "soort"),
        Index("ix_levering_klaar", "status", "volgende_op"),
    )
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    aanmelding_id: Mapped[str | None] = mapped_column(ForeignKey("aanmelding.id", ondelete="CASCADE"))
    consult_id: Mapped[str | None] = mapped_column(ForeignKey("consult.id", ondelete="CASCADE"))
    doel: Mapped[str] = mapped_column(String(20))
    soort: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(12))
    pogingen: Mapped[int] = mapped_column(Integer, default=0)
    volgende_op: Mapped[datetime] = mapped_column(Tijd)
    sleutel: Mapped[bytes] = mapped_column(LargeBinary)
    voortgang: Mapped[bytes | None] = mapped_column(LargeBinary)
    fout: Mapped[str | None] = mapped_column(String(60))
