"""How signing in with the account of the gemeente can end without signing in. Nothing in it is about a person."""

from __future__ import annotations

from typing import Literal

Reden = Literal["oidc_weg", "oidc_mislukt", "oidc_afgebroken", "oidc_rol", "oidc_account", "oidc_naam", "te_laat"]
STATUS: dict[str, int] = {"oidc_weg": 503, "oidc_rol": 403, "oidc_account": 403, "oidc_naam": 403}


class NietGelukt(Exception):
    """Nobody is signed in. `reden` is what the page says; `stap` and `soort` are for who looks after the server."""

    def __init__(self, reden: Reden, *, stap: str = "", soort: str = "") -> None:
        super().__init__(reden)
        self.reden: Reden = reden
        self.stap, self.soort = stap, soort

    @property
    def status(self) -> int:
        """The status of the page that says so."""
        return STATUS.get(self.reden, 401)
