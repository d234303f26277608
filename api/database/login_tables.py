"""The tables behind signing in with the account of the gemeente, and the mark of where the logbook of the balie now begins."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Integer, String, false
from sqlalchemy.orm import Mapped, mapped_column

from api.database.tables import Tabel, Tijd


class OidcVerzoek(Tabel):
    """Someone went to the provider of a gemeente and is expected back: once, and before `tot`. `merk` is of the state."""

    __tablename__ = "oidc_verzoek"
    merk: Mapped[str] = mapped_column(String(64), primary_key=True)
    gemeente: Mapped[str] = mapped_column(String(80))
    verder: Mapped[str] = mapped_column(String(200))
    tot: Mapped[datetime] = mapped_column(Tijd, index=True)


class OidcAccount(Tabel):
    """Which employee a provider means: a keyed hash of issuer and subject, nothing that can be read."""

    __tablename__ = "oidc_account"
    merk: Mapped[str] = mapped_column(String(64), primary_key=True)
    medewerker_id: Mapped[int] = mapped_column(ForeignKey("medewerker.id", ondelete="CASCADE"), unique=True)


class OidcZitting(Tabel):
    """A session that began at a provider, and whether that provider saw a second step."""

    __tablename__ = "oidc_zitting"
    token_merk: Mapped[str] = mapped_column(ForeignKey("zitting.token_merk", ondelete="CASCADE"), primary_key=True)
    tweede_stap: Mapped[bool] = mapped_column(default=False, server_default=false())


class InzageBegin(Tabel):
    """The last line of `inzage` that was cleared away after its term: the chain goes on from there. `merk` is an HMAC over it."""

    __tablename__ = "inzage_begin"
    nummer: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    keten: Mapped[str] = mapped_column(String(64))
    op: Mapped[datetime] = mapped_column(Tijd)
    merk: Mapped[str] = mapped_column(String(64))


class Herstelcode(Tabel):
    """A code that replaces the second step once; only its mark is kept, and only until it is used."""

    __tablename__ = "herstelcode"
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    medewerker_id: Mapped[int] = mapped_column(ForeignKey("medewerker.id", ondelete="CASCADE"), index=True)
    merk: Mapped[str] = mapped_column(String(64))


class Inlogpoging(Tabel):
    """How often signing in failed under one name or account, for all processes together; `merk` says nothing by itself."""

    __tablename__ = "inlogpoging"
    merk: Mapped[str] = mapped_column(String(64), primary_key=True)
    fouten: Mapped[int] = mapped_column(Integer)
    laatst: Mapped[datetime] = mapped_column(Tijd, index=True)
    tot: Mapped[datetime | None] = mapped_column(Tijd)
