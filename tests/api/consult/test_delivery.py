"""A consult leaves as a mail without content, once, whatever the receiver does; nothing else hears of it yet."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from api.balie.accounts import maak_medewerker
from api.consult.schemas import NieuwConsult
from api.consult.service import verstuur
from api.consult.store import find_consult
from api.context import Huis
from api.database.tables import LeveringRij
from api.levering import store
from api.levering.worker import lever_klaar
from tests.api.balie.conftest import WACHTWOORD, meld_aan
from tests.api.conftest import client_van
from tests.api.levering.conftest import MaakHuis, brievenbus, haak, maak_huis, ongeduldig
from tests.api.levering.server import Ontvanger
from tests.api.levering.smtp import Brievenbus
from tests.api.pages.browser import Browser
from tests.api.veiligheid.requests import CONSULT

__all__ = ["brievenbus", "haak", "maak_huis", "ongeduldig"]
KAAG = "kaag-en-braassem"


def met_mail(maak_huis: MaakHuis, brievenbus: Brievenbus, database_url: str, **anders: str) -> Huis:
    adres = f"127.0.0.1:{brievenbus.server_address[1]}"
    return maak_huis(
        database_url, mail_server=adres, mail_naar="team@voorbeeld.nl", mail_van="voordeur@voorbeeld.nl", **anders
    )


def vraag(huis: Huis) -> str:
    nieuw = NieuwConsult.model_validate({"gemeente": KAAG, "velden": CONSULT})
    return str(verstuur(huis, nieuw, sleutel="s", inhoud=b"s")["kenmerk"])


def leveringen(huis: Huis) -> list[LeveringRij]:
    with huis.database.lezen() as sessie:
        return list(sessie.scalars(select(LeveringRij).order_by(LeveringRij.id)))


def test_het_team_krijgt_een_mail_zonder_inhoud_en_niet_dubbel(
    maak_huis: MaakHuis, brievenbus: Brievenbus, database_url: str
) -> None:
    huis = met_mail(maak_huis, brievenbus, database_url)
    kenmerk = vraag(huis)
    vraag(huis)
    assert (lever_klaar(huis), lever_klaar(huis)) == (1, 0)
    (bericht,) = brievenbus.berichten
    for woord in (kenmerk, *CONSULT.values()):
        assert woord not in bericht
    assert [(rij.doel, rij.soort, rij.status) for rij in leveringen(huis)] == [("mail", "consult", "geleverd")]


def test_een_webhook_en_open_klant_horen_niets_van_een_consult(
    maak_huis: MaakHuis, brievenbus: Brievenbus, haak: Ontvanger, database_url: str
) -> None:
    huis = met_mail(maak_huis, brievenbus, database_url, webhook_url=haak.adres, webhook_geheim="g" * 20)
    vraag(huis)
    assert lever_klaar(huis) == 1
    assert [rij.doel for rij in leveringen(huis)] == ["mail"]


def test_wat_niet_lukt_staat_bij_de_leveringen_met_een_weg_naar_het_consult(
    maak_huis: MaakHuis, brievenbus: Brievenbus, database_url: str
) -> None:
    huis = met_mail(maak_huis, brievenbus, database_url)
    brievenbus.storingen = ["550"]
    kenmerk = vraag(huis)
    assert lever_klaar(huis) == 1
    with huis.database.lezen() as sessie:
        assert store.count_mislukt(sessie, gemeenten=[KAAG]) == 1
        assert store.count_mislukt(sessie, gemeenten=["ridderkerk"]) == 0
        (regel,) = store.list_onaf(sessie, gemeenten=[KAAG])
    assert (regel.kenmerk, regel.gemeente, regel.levering.status) == (kenmerk, KAAG, "mislukt")
    maak_medewerker(huis, "Coba", WACHTWOORD, KAAG, rol="coordinator")
    with client_van(huis) as client:
        browser = meld_aan(Browser(client), "Coba").open("/balie/leveringen")
        assert f'href="/balie/consulten/{kenmerk}"' in browser.html
        browser.stuur(f"/balie/leveringen/{regel.levering.id}")
    assert lever_klaar(huis) == 1
    assert len(brievenbus.berichten) == 1


def test_een_gewist_consult_laat_geen_mislukte_levering_achter(
    maak_huis: MaakHuis, brievenbus: Brievenbus, database_url: str
) -> None:
    huis = met_mail(maak_huis, brievenbus, database_url)
    brievenbus.storingen = ["550"]
    kenmerk = vraag(huis)
    lever_klaar(huis)
    later = huis.klok() + timedelta(days=1)
    with huis.database.schrijven() as sessie:
        store.wis_oude(sessie, voor=later)
        assert len(list(sessie.scalars(select(LeveringRij.id)))) == 1, "de tekst is er nog"
        rij = find_consult(sessie, kenmerk)
        rij.sleutel = rij.velden = None
        sessie.flush()
        store.wis_oude(sessie, voor=later)
    assert leveringen(huis) == []
