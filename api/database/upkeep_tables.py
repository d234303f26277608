"""The tables of upkeep: what ran when, what was wiped, where the chat is off, and how people looked back. Nothing in them is
about a person."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.database.tables import Tabel, Tijd


class Taak(Tabel):
    """When work that one process does for all of them was last begun."""

    __tablename__ = "taak"
    naam: Mapped[str] = mapped_column(String(40), primary_key=True)
    op: Mapped[datetime] = mapped_column(Tijd)


class Gewist(Tabel):
    """Which gesprek or aanmelding was wiped: a number without content, so that a restored back-up can be wiped again."""

    __tablename__ = "gewist"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    soort: Mapped[str] = mapped_column(String(20))
    op: Mapped[datetime] = mapped_column(Tijd, index=True)


class Noodstop(Tabel):
    """Where the chat is off, since when, by whom and why; `bereik` is a gemeente, or `*` for all of them."""

    __tablename__ = "noodstop"
    bereik: Mapped[str] = mapped_column(String(80), primary_key=True)
    op: Mapped[datetime] = mapped_column(Tijd)
    wie: Mapped[str] = mapped_column(String(80))
    reden: Mapped[str] = mapped_column(String(200))


class TerugTelling(Tabel):
    """How often somebody (`van`: gezin or medewerker) gave an answer when asked to look back, by month. No person, no kenmerk."""

    __tablename__ = "terugkoppeling"
    __table_args__ = (UniqueConstraint("maand", "gemeente", "van", "antwoord"),)
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    maand: Mapped[date] = mapped_column(Date)
    gemeente: Mapped[str] = mapped_column(String(80))
    van: Mapped[str] = mapped_column(String(12))
    antwoord: Mapped[str] = mapped_column(String(12))
    aantal: Mapped[int] = mapped_column(Integer)
