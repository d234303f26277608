"""The tables of upkeep: what ran when, what was wiped, and where the chat is off. Nothing in them is about a person."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
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
