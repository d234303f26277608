"""The kennisbank while the process lives: when it cannot be read the house stays open, with the last-resort reply only."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import structlog

from api.context import ALTIJD
from knowledge.base import MAP, Kennisbank
from knowledge.current import KennisHouder
from knowledge.errors import KennisFout, Melding

log = structlog.get_logger()
HULPLIJNEN = "landelijk/hulplijnen.yml"


class Inhoud(KennisHouder):
    """Reads once, remembers that reading failed, and never lets a visitor wait for another attempt.

    `nu` raises KennisFout for as long as the content cannot be read; `herlaad` tries again."""

    def __init__(self, basis: Path = MAP, *, demo: bool = True, index_map: Path | None = None) -> None:
        super().__init__(basis, demo=demo, index_map=index_map)
        self._fout: KennisFout | None = None
        self._een_lezer = threading.Lock()

    @property
    def nu(self) -> Kennisbank:
        """The snapshot in use; raises KennisFout when it could not be read."""
        if self._kennis is None:
            with self._een_lezer:
                if self._kennis is None and self._fout is None:
                    self._lees()
        if self._kennis is None:
            raise KennisFout(self._fout.meldingen if self._fout else ())
        return self._kennis

    @property
    def leesbaar(self) -> bool:
        """Whether there is a snapshot."""
        try:
            return self.nu is not None
        except KennisFout:
            return False

    def herlaad(self) -> Kennisbank:
        """Read the files again and swap; when that fails what was in use stays, and KennisFout is raised."""
        try:
            nieuw = self._laad()
        except (KennisFout, OSError, ValueError) as fout:
            raise self._meld(fout) from fout
        _ = nieuw.zoeker
        with self._slot:
            self._kennis, self._fout = nieuw, None
        log.info("kennis_gelezen")
        return nieuw

    def nieuwe_dag(self, vandaag: date) -> None:
        """Judge again what has expired; nothing to judge while there is nothing."""
        if self.leesbaar:
            super().nieuwe_dag(vandaag)

    def _lees(self) -> None:
        try:
            self._kennis = self._laad()
        except (KennisFout, OSError, ValueError) as fout:
            self._meld(fout)

    def _laad(self) -> Kennisbank:
        """Content without the lines that every error must carry counts as content that cannot be read."""
        kennis = Kennisbank.laad(self._basis, demo=self._demo, index_map=self._index_map)
        weg = [
            Melding(HULPLIJNEN, 1, naam, "deze hulplijn ontbreekt") for naam in ALTIJD if naam not in kennis.hulplijnen
        ]
        if weg:
            raise KennisFout(weg)
        return kennis

    def _meld(self, fout: Exception) -> KennisFout:
        """Any way in which a file can be unreadable, as one kind of error; where it is goes to the log."""
        als_fout = fout if isinstance(fout, KennisFout) else KennisFout([_melding(fout)])
        if self._fout is None or self._fout.meldingen != als_fout.meldingen:  # the same mistake is said once
            plek = als_fout.meldingen[0]
            log.error("kennis_fout", bestand=plek.bestand, regel=plek.regel, aantal=len(als_fout.meldingen))
        self._fout = als_fout
        return als_fout


def _melding(fout: Exception) -> Melding:
    bestand = Path(str(getattr(fout, "filename", "") or "")).name or "de inhoud"
    return Melding(bestand, 1, "", f"niet te lezen ({type(fout).__name__})")
