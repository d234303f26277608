"""After five failed attempts a name (or the second step of an account) is locked, for longer each time, in every process."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from api.crypto import Sleutelbos
from api.database.engine import Database
from api.database.login_tables import Inlogpoging

FOUTEN = 5
EERSTE_SLOT = timedelta(seconds=30)
LANGSTE_SLOT = {"wachtwoord": timedelta(minutes=15), "code": timedelta(hours=4)}
VERGETEN = timedelta(days=2)  # longer than the longest lock


class Inlogslot:
    """Counts attempts by name, of people who exist and of people who do not; only a keyed hash of the name is stored."""

    def __init__(
        self, database: Database, bos: Sleutelbos, soort: Literal["wachtwoord", "code"] = "wachtwoord"
    ) -> None:
        self._database, self._bos, self._soort = database, bos, soort

    def neem(self, naam: str, nu: datetime) -> int:
        """Count one attempt before it is judged, so that many at once are no way around the lock; 0 when it may go on,
        else after how many whole seconds it may."""
        merk = self._merk(naam)
        with self._database.schrijven() as sessie:
            rij = self._rij(sessie, merk, nu)
            if rij.tot is not None and nu < rij.tot:
                return int((rij.tot - nu).total_seconds()) + 1
            rij.fouten, rij.laatst = rij.fouten + 1, nu
            rij.tot = self._tot(rij.fouten, nu)
        return 0

    def goed(self, naam: str) -> None:
        """It was right: forget what went wrong before."""
        with self._database.schrijven() as sessie:
            sessie.execute(delete(Inlogpoging).where(Inlogpoging.merk == self._merk(naam)))

    def _tot(self, fouten: int, nu: datetime) -> datetime | None:
        if fouten < FOUTEN:
            return None
        keer: int = 2 ** min(fouten - FOUTEN, 20)
        return nu + min(EERSTE_SLOT * keer, LANGSTE_SLOT[self._soort])

    def _rij(self, sessie: Session, merk: str, nu: datetime) -> Inlogpoging:
        """The row, made when it is not there yet, and held until the end of the transaction."""
        soort = sqlite if self._database.is_sqlite else postgresql
        nieuw = soort.insert(Inlogpoging).values(merk=merk, fouten=0, laatst=nu).on_conflict_do_nothing()
        sessie.execute(nieuw)
        return sessie.get_one(Inlogpoging, merk, with_for_update=True)

    def _merk(self, naam: str) -> str:
        return self._bos.merk(f"inlog:{self._soort}:{naam.strip().lower()}")


def vergeet_oude(sessie: Session, nu: datetime) -> None:
    """Attempts of long ago count no more."""
    sessie.execute(delete(Inlogpoging).where(Inlogpoging.laatst < nu - VERGETEN))
