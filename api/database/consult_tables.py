"""The table of consults: what a professional asked, sealed, beside what may be counted without naming anyone."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, Index, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from api.database.tables import Tabel, Tijd


class ConsultRij(Tabel):
    """A professional wants to be called back. Who that is stands in `velden`, sealed with `sleutel`; topic and function are
    readable, so that consults can be counted after their text was wiped."""

    __tablename__ = "consult"
    __table_args__ = (Index("ix_consult_lijst", "gemeente", "status", "ontvangen_op"),)
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    kenmerk: Mapped[str] = mapped_column(String(16), unique=True)
    gemeente: Mapped[str] = mapped_column(String(80))
    team: Mapped[str | None] = mapped_column(String(80))
    status: Mapped[str] = mapped_column(String(20))
    onderwerp: Mapped[str] = mapped_column(String(60))
    functie: Mapped[str] = mapped_column(String(40))
    urgentie: Mapped[str] = mapped_column(String(12))
    ontvangen_op: Mapped[datetime] = mapped_column(Tijd)
    bellen_voor: Mapped[date | None] = mapped_column(Date)
    laatst_op: Mapped[datetime] = mapped_column(Tijd)
    opgepakt_door: Mapped[str | None] = mapped_column(String(80))
    pogingen: Mapped[int] = mapped_column(Integer, default=0)
    niveau: Mapped[str | None] = mapped_column(String(12))
    regel: Mapped[str | None] = mapped_column(String(80))
    categorie: Mapped[str | None] = mapped_column(String(40))
    versie: Mapped[int] = mapped_column(Integer, default=0)
    sleutel: Mapped[bytes | None] = mapped_column(LargeBinary)
    velden: Mapped[bytes | None] = mapped_column(LargeBinary)
