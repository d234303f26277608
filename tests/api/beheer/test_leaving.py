"""Someone leaves, or gets another password: nobody signs in that way any more, the work goes on, the logbook stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from api.aanmelding import store
from api.balie import audit
from api.balie.accounts import AccountFout, maak_medewerker
from api.balie.lockout import Inlogslot
from api.balie.rights import Rol
from api.context import Huis
from tests.api.balie.case import familie, logboek, rij_van
from tests.api.balie.conftest import WACHTWOORD, Stuur, meld_aan
from tests.api.beheer.conftest import Beheer, inzagen
from tests.api.conftest import client_van
from tests.api.pages.browser import Browser

NIEUW = "heel-iets-anders"
Binnen = Callable[..., Browser]


@pytest.fixture
def binnen(huis: Huis) -> Iterator[Binnen]:
    """Makes someone, signed in at a computer of their own."""
    with ExitStack() as open_:

        def doe(naam: str, rol: Rol = "coordinator", team: str | None = None) -> Browser:
            maak_medewerker(huis, naam, WACHTWOORD, "kaag-en-braassem", rol=rol, team=team)
            return meld_aan(Browser(open_.enter_context(client_van(huis))), naam)

        yield doe


def pak_op(huis: Huis, kenmerk: str, naam: str) -> None:
    rij = rij_van(huis, kenmerk)
    with huis.database.schrijven() as sessie:
        store.verander(sessie, rij, status="opgepakt", opgepakt_door=naam)


def weg(opdracht: Beheer, *woorden: str, einde: int = 0) -> str:
    return opdracht("gebruiker", "weg", *woorden, einde=einde).output


def test_een_ander_wachtwoord_geldt_meteen_en_eindigt_elke_zitting(
    huis: Huis, opdracht: Beheer, binnen: Binnen
) -> None:
    ans = binnen("Ans")
    for _ in range(6):
        Inlogslot(huis.database, huis.bos).neem("Ans", huis.klok())
    opdracht("gebruiker", "wachtwoord", "ans", invoer=f"{NIEUW}\n{NIEUW}\n")
    assert ans.open("/balie").pad == "/balie/aanmelden"
    assert meld_aan(ans, "Ans").pad == "/balie/aanmelden"
    assert meld_aan(ans, "Ans", NIEUW).pad == "/balie", "wie op slot zat, kan er nu weer in"
    assert ("opdrachtregel", "wachtwoord veranderd: 1", "kaag-en-braassem") in inzagen(huis)
    opdracht("gebruiker", "wachtwoord", "ans", invoer="kort\nkort\n", einde=1)
    assert ans.open("/balie").pad == "/balie"


def test_wie_weg_is_komt_er_niet_meer_in_en_de_naam_blijft_van_die_persoon(
    huis: Huis, opdracht: Beheer, binnen: Binnen
) -> None:
    ans, beheer = binnen("Ans"), binnen("Bea", "beheerder")
    weg(opdracht, "ans")
    assert ans.open("/balie").pad == "/balie/aanmelden"
    assert meld_aan(ans, "Ans").pad == "/balie/aanmelden"
    assert "Ans" not in beheer.open("/balie/gebruikers").tekst
    assert "weg sinds 2026-11-20" in opdracht("gebruiker", "lijst").output
    with pytest.raises(AccountFout, match="was al een medewerker"):
        maak_medewerker(huis, "ans", WACHTWOORD, "ridderkerk")
    assert "geen gebruiker" in weg(opdracht, "ans", einde=1)
    assert ("Ans", "aangemeld", "kaag-en-braassem") in inzagen(huis), "wat Ans deed, blijft staan"
    with huis.database.lezen() as sessie:
        assert audit.controleer(sessie, huis.bos).breuk is None


def test_open_werk_gaat_naar_een_collega_en_dat_staat_erbij(
    huis: Huis, opdracht: Beheer, binnen: Binnen, stuur: Stuur
) -> None:
    binnen("Ans")
    binnen("Bert")
    kenmerk, klaar = stuur(), stuur()
    pak_op(huis, kenmerk, "Ans")
    pak_op(huis, klaar, "Ans")
    with huis.database.schrijven() as sessie:
        store.verander(sessie, rij_van(huis, klaar), status="afgesloten")
    assert kenmerk in weg(opdracht, "Ans", einde=1)
    assert "aanmeldingen: 1" in weg(opdracht, "Ans", "--over-aan", "bert")
    assert (rij_van(huis, kenmerk).opgepakt_door, rij_van(huis, klaar).opgepakt_door) == ("Bert", "Ans")
    assert logboek(huis, kenmerk)[-1] == ("opdrachtregel", "notitie", "Ans werkt hier niet meer. Bert gaat verder.")
    assert "Bert" not in familie(huis, kenmerk)


@pytest.mark.parametrize(("rol", "team"), [("redacteur", None), ("beheerder", None)])
def test_wie_de_aanmelding_niet_mag_lezen_krijgt_haar_niet(
    huis: Huis, opdracht: Beheer, binnen: Binnen, stuur: Stuur, rol: Rol, team: str | None
) -> None:
    binnen("Ans")
    binnen("Rik", rol, team)
    kenmerk = stuur()
    pak_op(huis, kenmerk, "Ans")
    assert "mag" in weg(opdracht, "Ans", "--over-aan", "Rik", einde=1)
    assert rij_van(huis, kenmerk).opgepakt_door == "Ans"
    weg(opdracht, "Ans", "--laat-los")
    rij = rij_van(huis, kenmerk)
    assert (rij.opgepakt_door, rij.status) == (None, "opgepakt")
