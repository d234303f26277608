"""A mail to the family: only when chosen, knowingly where calling is unsafe, and without a word about what it is."""

from __future__ import annotations

import email
import re
from typing import Any

import pytest

from api.aanmelding import service
from api.balie.accounts import maak_medewerker
from api.context import Huis
from api.levering.family import mag_mailen, meld_familie
from api.levering.worker import lever_klaar
from tests.api.balie.conftest import WACHTWOORD, Stuur, meld_aan, stuur_naar
from tests.api.conftest import client_van
from tests.api.levering.conftest import MaakHuis, aanmelding, standen
from tests.api.levering.smtp import Brievenbus
from tests.api.pages.browser import Browser

ADRES = "sanne@voorbeeld.nl"


@pytest.fixture
def huis(maak_huis: MaakHuis, database_url: str, brievenbus: Brievenbus) -> Huis:
    """A house with mail."""
    post = {"mail_server": brievenbus.adres, "mail_naar": "team@voorbeeld.nl", "mail_van": "bericht@voorbeeld.nl"}
    return maak_huis(database_url, **post)


@pytest.fixture
def stuur(huis: Huis) -> Stuur:
    return stuur_naar(huis)


def aan_familie(brievenbus: Brievenbus) -> list[Any]:
    return [bericht for ruw in brievenbus.berichten if (bericht := email.message_from_string(ruw))["To"] == ADRES]


@pytest.mark.parametrize(
    ("contact", "mag"),
    [
        ({}, False),
        ({"email": ADRES}, False),
        ({"email": ADRES, "mail_bericht": "nee"}, False),
        ({"mail_bericht": "alleen_ik"}, False),
        ({"email": ADRES, "mail_bericht": "alleen_ik"}, True),
        ({"email": ADRES, "mail_bericht": "alleen_ik", "veilig_bellen": False}, True),
        ({"email": ADRES, "mail_bericht": "gedeeld"}, True),
        ({"email": ADRES, "mail_bericht": "gedeeld", "veilig_bellen": True}, True),
        ({"email": ADRES, "mail_bericht": "gedeeld", "veilig_bellen": False}, False),
        ({"email": ADRES, "vorm": "mail"}, False),
    ],
)
def test_mail_is_er_alleen_voor_wie_hem_koos_en_waar_het_veilig_is(contact: dict[str, Any], mag: bool) -> None:
    assert mag_mailen({"contact": contact}) is mag


def test_de_mail_zegt_niet_wie_niet_waarover_en_geen_kenmerk(huis: Huis, brievenbus: Brievenbus, stuur: Stuur) -> None:
    kenmerk = stuur(contact={"email": ADRES, "mail_bericht": "alleen_ik"})
    lever_klaar(huis)
    [bericht] = aan_familie(brievenbus)
    assert bericht["Subject"] == "Er staat iets voor je klaar"
    alles = str(bericht)
    assert kenmerk not in alles and "Sanne" not in alles and "slaapt" not in alles
    assert not re.search(r"jgt|jeugd|gezin|aanmelding|gevaar|veilig", bericht.get_payload() + bericht["Subject"], re.I)
    assert "http" not in bericht.get_payload()


def test_zonder_keuze_gaat_er_niets_naar_het_gezin(huis: Huis, brievenbus: Brievenbus, stuur: Stuur) -> None:
    kenmerk = stuur(contact={"email": ADRES})
    lever_klaar(huis)
    assert aan_familie(brievenbus) == []
    assert [doel for doel, _, _ in standen(huis, kenmerk)] == ["mail"]


def test_staat_er_weer_iets_klaar_dan_komt_er_weer_een_mail_en_bij_een_wijziging_niet(
    huis: Huis, brievenbus: Brievenbus, stuur: Stuur
) -> None:
    kenmerk = stuur(contact={"email": ADRES, "mail_bericht": "alleen_ik"})
    lever_klaar(huis)
    service.wijzig(huis, aanmelding(huis, kenmerk), {"zorg": "Iets anders."})
    lever_klaar(huis)
    assert len(aan_familie(brievenbus)) == 1
    with huis.database.schrijven() as sessie:
        meld_familie(huis, sessie, aanmelding(huis, kenmerk))
    lever_klaar(huis)
    assert len(aan_familie(brievenbus)) == 2


def test_wie_zich_bedenkt_of_intrekt_krijgt_ook_de_mail_niet_meer_die_al_klaarstond(
    huis: Huis, brievenbus: Brievenbus, stuur: Stuur
) -> None:
    gekozen = {"email": ADRES, "mail_bericht": "alleen_ik"}
    bedacht, ingetrokken = stuur(contact=gekozen), stuur(contact=gekozen)
    service.wijzig(huis, aanmelding(huis, bedacht), {"contact": gekozen | {"mail_bericht": "nee"}})
    service.trek_in(huis, aanmelding(huis, ingetrokken))
    lever_klaar(huis)
    assert aan_familie(brievenbus) == []
    assert {("familie", "klaar", "vervallen")} <= set(standen(huis, bedacht)) & set(standen(huis, ingetrokken))


def test_zonder_mailserver_gaat_er_niets_klaar(maak_huis: MaakHuis, database_url: str) -> None:
    huis = maak_huis(database_url)
    kenmerk = stuur_naar(huis)(contact={"email": ADRES, "mail_bericht": "alleen_ik"})
    assert standen(huis, kenmerk) == []


def test_schrijft_het_team_iets_dan_komt_er_een_mail_en_bij_een_notitie_niet(
    huis: Huis, brievenbus: Brievenbus, stuur: Stuur
) -> None:
    kenmerk = stuur(contact={"email": ADRES, "mail_bericht": "alleen_ik"})
    lever_klaar(huis)
    maak_medewerker(huis, "Ans", WACHTWOORD, "kaag-en-braassem")
    pad = f"/balie/aanmeldingen/{kenmerk}"
    with client_van(huis) as client:
        ans = meld_aan(Browser(client), "Ans").open(pad)
        ans.stuur(f"{pad}/notitie", tekst="Alleen voor ons").stuur(f"{pad}/bericht", tekst="We bellen morgen")
    lever_klaar(huis)
    assert len(aan_familie(brievenbus)) == 2
    assert "bellen morgen" not in str(aan_familie(brievenbus)[1])
