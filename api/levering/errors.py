"""How a delivery can end early. A kind of error never holds content: it is stored and logged."""

from __future__ import annotations

import ssl


class LeverFout(Exception):
    """It did not work. `blijvend`: the same message will be refused again; `wacht_s`: the receiver asked for patience."""

    def __init__(self, soort: str, *, blijvend: bool = False, wacht_s: int = 0) -> None:
        super().__init__(soort)
        self.soort = soort
        self.blijvend = blijvend
        self.wacht_s = wacht_s


def van_netwerk(fout: OSError) -> LeverFout:
    """What went wrong on the way to the receiver, whatever the protocol; trying again may help."""
    if isinstance(fout, TimeoutError):
        return LeverFout("te_traag")
    return LeverFout("tls" if isinstance(fout, ssl.SSLError) else "onbereikbaar")


class Vervallen(Exception):
    """There is nothing left to deliver: the family withdrew, and the text was wiped."""


class Overgenomen(Exception):
    """This attempt took too long or was started again; another one has the row now."""
