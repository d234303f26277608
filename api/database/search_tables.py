"""The table behind searching by telephone number, e-mail address or surname: marks only, nothing that can be read."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from api.database.tables import Tabel


class Zoekmerk(Tabel):
    """A keyed hash of one value of an aanmelding, bound to its kind and gemeente: the same value gives the same mark.

    It goes with the aanmelding when that is wiped, and is made again when the family changes it or the master key changes."""

    __tablename__ = "zoekmerk"
    aanmelding_id: Mapped[str] = mapped_column(ForeignKey("aanmelding.id", ondelete="CASCADE"), primary_key=True)
    soort: Mapped[str] = mapped_column(String(12), primary_key=True)
    merk: Mapped[str] = mapped_column(String(64), primary_key=True, index=True)
