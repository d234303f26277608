"""After five wrong passwords a name is locked, for longer each time. In memory, for one process."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

FOUTEN = 5
EERSTE_SLOT, LANGSTE_SLOT = timedelta(seconds=30), timedelta(minutes=15)
MAX_NAMEN = 10_000


@dataclass
class _Stand:
    fouten: int = 0
    tot: datetime | None = None


class Inlogslot:
    """Counts wrong passwords by name, of people who exist and of people who do not."""

    def __init__(self) -> None:
        self._namen: OrderedDict[str, _Stand] = OrderedDict()
        self._slot = threading.Lock()

    def wacht(self, naam: str, nu: datetime) -> int:
        """How many whole seconds this name is still locked; 0 when it may try."""
        with self._slot:
            stand = self._namen.get(naam.strip().lower())
        if stand is None or stand.tot is None or nu >= stand.tot:
            return 0
        return int((stand.tot - nu).total_seconds()) + 1

    def fout(self, naam: str, nu: datetime) -> None:
        """Count a wrong password."""
        with self._slot:
            stand = self._namen.setdefault(naam.strip().lower(), _Stand())
            self._namen.move_to_end(naam.strip().lower())
            stand.fouten += 1
            if stand.fouten >= FOUTEN:
                keer: int = 2 ** min(stand.fouten - FOUTEN, 10)
                stand.tot = nu + min(EERSTE_SLOT * keer, LANGSTE_SLOT)
            while len(self._namen) > MAX_NAMEN:
                self._namen.popitem(last=False)

    def goed(self, naam: str) -> None:
        """Forget what went wrong before."""
        with self._slot:
            self._namen.pop(naam.strip().lower(), None)
