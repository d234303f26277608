"""What stays of a sign of danger: rule, version, category and level. Counted by day and door, without person or text."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from api.database.engine import Database
from api.database.tables import SignaalTelling
from assistant.gate.rulebook import NIVEAUS
from assistant.gate.urgency import Signaal
from knowledge.opening_hours import AMSTERDAM

Deur = Literal["gesprek", "concept", "aanmelding", "meelezen", "zoeken", "melding", "consult", "balie", "fout"]
Soort = Literal["gezien", "niet_bedoeld"]


@dataclass(frozen=True, slots=True)
class _Sleutel:
    """What is counted together."""

    dag: date
    soort: Soort
    deur: Deur
    gemeente: str | None
    regel: str
    versie: int
    categorie: str
    niveau: str


class Teller:
    """Counts in memory, so that no reply waits for the database; written away every few seconds and at the end."""

    def __init__(self) -> None:
        self._aantallen: Counter[_Sleutel] = Counter()
        self._slot = threading.Lock()

    def tel(
        self, signaal: Signaal, *, deur: Deur, nu: datetime, gemeente: str | None = None, soort: Soort = "gezien"
    ) -> None:
        """One more."""
        sleutel = _Sleutel(
            nu.astimezone(AMSTERDAM).date(),
            soort,
            deur,
            gemeente,
            signaal.regel,
            signaal.versie,
            signaal.categorie,
            signaal.niveau,
        )
        with self._slot:
            self._aantallen[sleutel] += 1

    def schrijf_weg(self, database: Database) -> int:
        """Store what was counted and start again; returns how many signs. Raises DatabaseWeg, and then nothing is lost."""
        with self._slot:
            weg, self._aantallen = self._aantallen, Counter()
        if not weg:
            return 0
        try:
            with database.schrijven() as sessie:
                for sleutel, aantal in weg.items():
                    velden = {naam: getattr(sleutel, naam) for naam in _Sleutel.__slots__}
                    sessie.add(SignaalTelling(aantal=aantal, **velden))
        except BaseException:
            with self._slot:
                self._aantallen.update(weg)
            raise
        return weg.total()


def merk(signaal: Signaal | None) -> dict[str, str | None]:
    """The mark as it stands with a row: level, rule with version, category."""
    if signaal is None:
        return {"niveau": None, "regel": None, "categorie": None}
    return {
        "niveau": signaal.niveau,
        "regel": f"{signaal.regel}@{signaal.versie}",
        "categorie": signaal.categorie,
    }


def uit_merk(niveau: str | None, regel: str | None, categorie: str | None) -> Signaal | None:
    """The opposite of `merk`; the words were never kept."""
    if niveau is None or regel is None:
        return None
    naam, _, versie = regel.rpartition("@")
    return Signaal(NIVEAUS[zwaarte(niveau)], categorie or "", naam, int(versie), ())


def is_zwaarder(signaal: Signaal, niveau: str | None) -> bool:
    """Whether this sign is more serious than the level that is already marked."""
    return niveau is None or zwaarte(signaal.niveau) < zwaarte(niveau)


def zwaarte(niveau: str) -> int:
    """The place of a level; the most serious is 0."""
    return next(nummer for nummer, naam in enumerate(NIVEAUS) if naam == niveau)
