"""Two employees take up the same aanmelding in the same instant: one has it, the other reads who, and it is written down once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

from api.balie.accounts import maak_medewerker
from api.context import Huis
from tests.api.balie.case import Zaak, logboek, rij_van
from tests.api.balie.conftest import WACHTWOORD, Stuur, meld_aan
from tests.api.conftest import client_van
from tests.api.pages.browser import Browser

KEER = 4
NAMEN = ("Ans", "Bert")


def test_twee_medewerkers_pakken_tegelijk_dezelfde_aanmelding_op(huis: Huis, stuur: Stuur) -> None:
    with ExitStack() as open_, ThreadPoolExecutor(2) as draden:
        mensen = []
        for naam in NAMEN:
            maak_medewerker(huis, naam, WACHTWOORD, "kaag-en-braassem")
            mensen.append(meld_aan(Browser(open_.enter_context(client_van(huis))), naam))
        for _ in range(KEER):
            _tegelijk(huis, stuur(), mensen, draden)


def _tegelijk(huis: Huis, kenmerk: str, mensen: list[Browser], draden: ThreadPoolExecutor) -> None:
    zaken, start = [Zaak(mens, kenmerk) for mens in mensen], threading.Barrier(2)

    def pak_op(zaak: Zaak) -> tuple[int, str]:
        start.wait(30)
        zaak.doe("oppakken")
        return zaak.browser.status, zaak.browser.tekst

    uitkomsten = dict(zip(NAMEN, draden.map(pak_op, zaken), strict=True))
    rij = rij_van(huis, kenmerk)
    assert rij.opgepakt_door in NAMEN
    ander = next(naam for naam in NAMEN if naam != rij.opgepakt_door)
    assert uitkomsten[rij.opgepakt_door][0] == 200
    assert uitkomsten[ander][0] == 409
    assert rij.opgepakt_door in uitkomsten[ander][1], "de ander leest wie eerder was"
    assert [(wie, soort) for wie, soort, _ in logboek(huis, kenmerk) if soort == "opgepakt"] == [
        (rij.opgepakt_door, "opgepakt")
    ]
