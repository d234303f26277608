"""The kennisbank in use. Who reads it gets one consistent snapshot; a reload swaps it without a restart."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

from knowledge.base import MAP, Kennisbank


class KennisHouder:
    """Holds the current kennisbank and replaces it as a whole."""

    def __init__(
        self,
        basis: Path = MAP,
        *,
        demo: bool = True,
        kennis: Kennisbank | None = None,
        index_map: Path | None = None,
    ) -> None:
        self._basis, self._demo, self._index_map = basis, demo, index_map
        self._slot = threading.Lock()
        self._kennis = kennis

    @property
    def nu(self) -> Kennisbank:
        """The snapshot in use, read from disk the first time; raises KennisFout when that fails."""
        with self._slot:
            if self._kennis is None:
                self._kennis = Kennisbank.laad(self._basis, demo=self._demo, index_map=self._index_map)
            return self._kennis

    def herlaad(self) -> Kennisbank:
        """Read the files again and swap; when they hold a mistake the old snapshot stays and KennisFout is raised."""
        nieuw = Kennisbank.laad(self._basis, demo=self._demo, index_map=self._index_map)
        _ = nieuw.zoeker
        with self._slot:
            self._kennis = nieuw
        return nieuw

    def nieuwe_dag(self, vandaag: date) -> None:
        """On another day than the snapshot was read, judge again what has expired."""
        oud = self.nu
        if vandaag == oud.gelezen_op:
            return
        nieuw = replace(oud, gelezen_op=vandaag)
        _ = nieuw.zoeker
        with self._slot:
            self._kennis = nieuw
