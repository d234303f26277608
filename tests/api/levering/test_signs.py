"""Webhook and mail: a sign that something is there, without content, through the same outbox."""

from __future__ import annotations

import email
import hashlib
import hmac
import json

import pytest

from api.aanmelding import service
from api.context import Huis
from api.levering.worker import lever_klaar
from tests.api.balie.conftest import VELDEN, Stuur, stuur_naar
from tests.api.conftest import Wijzerplaat
from tests.api.levering.conftest import MaakHuis, aanmelding, leveringen, standen
from tests.api.levering.server import STORINGEN, Ontvanger, Storing
from tests.api.levering.smtp import Brievenbus


@pytest.fixture
def huis(maak_huis: MaakHuis, database_url: str, haak: Ontvanger, brievenbus: Brievenbus) -> Huis:
    """A house with a webhook and mail."""
    return maak_huis(
        database_url,
        webhook_url=f"{haak.adres}/haak",
        webhook_geheim="gedeeld",
        mail_server=brievenbus.adres,
        mail_naar="team@voorbeeld.nl",
        mail_van="voordeur@voorbeeld.nl",
    )


@pytest.fixture
def stuur(huis: Huis) -> Stuur:
    return stuur_naar(huis)


def test_de_webhook_zegt_alleen_welke_aanmelding_en_wat_en_is_ondertekend(
    huis: Huis, haak: Ontvanger, stuur: Stuur, klok: Wijzerplaat
) -> None:
    kenmerk = stuur()
    lever_klaar(huis)
    service.wijzig(huis, aanmelding(huis, kenmerk), {"zorg": "Iets anders."})
    service.trek_in(huis, aanmelding(huis, kenmerk))
    lever_klaar(huis)
    assert [verzoek.inhoud for verzoek in haak.verzoeken] == [
        {"kenmerk": kenmerk, "gebeurtenis": f"aanmelding.{wat}"} for wat in ("ontvangen", "gewijzigd", "ingetrokken")
    ]
    for verzoek in haak.verzoeken:
        tijd = verzoek.kop["Voordeur-Tijd"]
        assert tijd == str(int(klok().timestamp()))
        goed = hmac.new(b"gedeeld", f"{tijd}.".encode() + verzoek.ruw, hashlib.sha256).hexdigest()
        assert verzoek.kop["Voordeur-Handtekening"] == f"sha256={goed}"
    assert len({verzoek.kop["Idempotency-Key"] for verzoek in haak.verzoeken}) == 3


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("storing", [s for s in STORINGEN if s != "onzin"])
def test_de_webhook_komt_na_elke_storing_met_dezelfde_sleutel(
    huis: Huis, haak: Ontvanger, stuur: Stuur, klok: Wijzerplaat, storing: Storing
) -> None:
    stuur()
    haak.storingen = [("POST", storing)]
    lever_klaar(huis)
    klok.verzet(hours=1)
    lever_klaar(huis)
    assert len(haak.verzoeken) == 2
    assert len({verzoek.kop["Idempotency-Key"] for verzoek in haak.verzoeken}) == 1
    lever_klaar(huis)
    assert len(haak.verzoeken) == 2


def test_tweemaal_gewijzigd_is_twee_gebeurtenissen(huis: Huis, haak: Ontvanger, stuur: Stuur) -> None:
    kenmerk = stuur()
    for zorg in ("Een.", "Twee."):
        service.wijzig(huis, aanmelding(huis, kenmerk), {"zorg": zorg})
        lever_klaar(huis)
    assert len({verzoek.kop["Idempotency-Key"] for verzoek in haak.verzoeken}) == len(haak.verzoeken) == 3


def test_de_mail_zegt_alleen_dat_er_iets_klaarstaat(huis: Huis, brievenbus: Brievenbus, stuur: Stuur) -> None:
    kenmerk = stuur()
    lever_klaar(huis)
    bericht = email.message_from_string(brievenbus.berichten[0])
    assert (bericht["To"], bericht["Subject"]) == ("team@voorbeeld.nl", "Er staat iets voor u klaar")
    assert "Er staat iets voor u klaar" in bericht.get_payload()
    for woord in (kenmerk, "Sanne", "Kaag", *VELDEN["zorg"].split("\n\n")):
        assert woord not in brievenbus.berichten[0]


def test_de_mail_komt_na_een_storing_met_dezelfde_message_id(
    huis: Huis, brievenbus: Brievenbus, stuur: Stuur, klok: Wijzerplaat
) -> None:
    stuur()
    brievenbus.storingen = ["weg_erna", "451"]
    for _ in range(4):
        lever_klaar(huis)
        klok.verzet(hours=1)
    berichten = [email.message_from_string(ruw) for ruw in brievenbus.berichten]
    assert len(berichten) == 2
    assert len({bericht["Message-ID"] for bericht in berichten}) == 1


def test_een_geweigerd_mailadres_mislukt_en_houdt_de_webhook_niet_tegen(
    huis: Huis, brievenbus: Brievenbus, haak: Ontvanger, stuur: Stuur
) -> None:
    brievenbus.storingen = ["550"]
    kenmerk = stuur()
    lever_klaar(huis)
    assert sorted(standen(huis, kenmerk)) == [("mail", "aanmelding", "mislukt"), ("webhook", "aanmelding", "geleverd")]
    assert [rij.fout for rij in leveringen(huis, kenmerk) if rij.doel == "mail"] == ["smtp_550"]
    assert json.loads(haak.verzoeken[0].ruw)["kenmerk"] == kenmerk
