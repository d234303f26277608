"""To Open Klant: what arrives is what was approved, once, whatever goes wrong on the way."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from api.aanmelding import service
from api.context import Huis
from api.levering.backoff import POGINGEN
from api.levering.openklant.rules import nummer_van
from api.levering.store import stuur_opnieuw
from api.levering.worker import lever_klaar
from tests.api.balie.conftest import Stuur, stuur_naar
from tests.api.conftest import Wijzerplaat
from tests.api.levering.conftest import MaakHuis, aanmelding, leveringen, naar_openklant, standen
from tests.api.levering.fake_openklant import OpenKlant
from tests.api.levering.server import STORINGEN, Storing

STAPPEN = ("GET actoren", "POST actoren", "GET klantcontacten", "POST maak-klantcontact", "GET digitaleadressen",
           "POST digitaleadressen", "GET internetaken", "POST internetaken")  # fmt: skip


def eenmaal(openklant: OpenKlant, *, adressen: int = 1) -> None:
    """Exactly one of everything, and no partij."""
    verwacht = {"actoren": 1, "klantcontacten": 1, "betrokkenen": 1, "onderwerpobjecten": 1, "internetaken": 1}
    verwacht |= {"digitaleadressen": adressen, "partijen": 0}
    assert {soort: len(stukken) for soort, stukken in openklant.bewaard.items()} == verwacht


def lever_tot_klaar(huis: Huis, klok: Wijzerplaat, kenmerk: str) -> int:
    """Go on until nothing waits; returns how many attempts that took."""
    pogingen = 0
    while any(rij.status in ("wacht", "bezig") for rij in leveringen(huis, kenmerk)):
        pogingen += lever_klaar(huis)
        klok.verzet(hours=7)
    return pogingen


def test_wat_aankomt_is_wat_is_goedgekeurd(huis: Huis, openklant: OpenKlant, stuur: Stuur) -> None:
    kenmerk = stuur(
        contact={"email": "sanne@voorbeeld.nl", "wanneer": ["avond"]}, postcode="2355 ab", wens="Even rust."
    )
    assert lever_klaar(huis) == 1
    assert standen(huis, kenmerk) == [("openklant", "aanmelding", "geleverd")]
    eenmaal(openklant, adressen=2)
    contact, taak = openklant.alle("klantcontacten")[0], openklant.alle("internetaken")[0]
    assert contact["inhoud"] == "Hij slaapt al weken niet. Ik ben op.\nWaar hoop je op? Even rust."
    assert (contact["vertrouwelijk"], contact["taal"], contact["kanaal"]) == (True, "nld", "chatassistent")
    assert contact["nummer"] == contact["referentienummer"] == taak["nummer"] == taak["referentienummer"]
    assert contact["plaatsgevondenOp"] == aanmelding(huis, kenmerk).ontvangen_op.isoformat()
    wie = openklant.alle("betrokkenen")[0]
    assert (wie["rol"], wie["contactnaam"], wie["bezoekadres"]) == (
        "klant",
        {"voornaam": "Sanne"},
        {"postcode": "2355 AB"},
    )
    assert wie["wasPartij"] is None
    assert openklant.alle("onderwerpobjecten")[0]["onderwerpobjectidentificator"]["objectId"] == kenmerk
    assert {a["soortDigitaalAdres"]: a["adres"] for a in openklant.alle("digitaleadressen")} == {
        "telefoonnummer": "0600000012",
        "email": "sanne@voorbeeld.nl",
    }
    assert taak["gevraagdeHandeling"] == "Neem contact op met het gezin, uiterlijk 27 november 2026."
    assert taak["toelichting"].splitlines()[:2] == [
        "Is het veilig als we je bellen? Ja",
        "Telefoonnummer 06 00000012",
    ]
    assert openklant.alle("actoren")[0]["actoridentificator"]["objectId"] == "jgt-kaag-en-braassem"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("stap", STAPPEN)
@pytest.mark.parametrize("storing", STORINGEN)
def test_een_effect_na_elke_storing_bij_elke_stap(
    huis: Huis, openklant: OpenKlant, stuur: Stuur, klok: Wijzerplaat, stap: str, storing: Storing
) -> None:
    kenmerk = stuur()
    openklant.storingen = [(stap, storing)]
    assert lever_klaar(huis) == 1
    assert openklant.storingen == []
    assert [(rij.status, bool(rij.fout)) for rij in leveringen(huis, kenmerk)] == [("wacht", True)]
    assert lever_klaar(huis) == 0, "er wordt gewacht"
    klok.verzet(hours=1)
    assert lever_klaar(huis) == 1
    assert standen(huis, kenmerk) == [("openklant", "aanmelding", "geleverd")]
    eenmaal(openklant)
    assert not any(verzoek.pad == "/elders" for verzoek in openklant.verzoeken), "een omleiding wordt niet gevolgd"


def test_storing_op_storing_levert_nog_steeds_een_effect(
    huis: Huis, openklant: OpenKlant, stuur: Stuur, klok: Wijzerplaat
) -> None:
    kenmerk = stuur()
    openklant.storingen = [(stap, "weg_erna") for stap in STAPPEN]
    assert lever_tot_klaar(huis, klok, kenmerk) == len(STAPPEN) + 1
    eenmaal(openklant)


def test_een_proces_dat_midden_in_een_levering_stopt_wordt_overgenomen(
    huis: Huis, openklant: OpenKlant, stuur: Stuur, klok: Wijzerplaat, monkeypatch: pytest.MonkeyPatch
) -> None:
    kenmerk = stuur()

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as m, pytest.raises(KeyboardInterrupt):
        m.setattr("api.levering.openklant.steps.find_taak", stop)
        lever_klaar(huis)
    assert standen(huis, kenmerk)[0][2] == "bezig"
    assert lever_klaar(huis) == 0, "tot de termijn voorbij is, is hij van dat proces"
    klok.verzet(minutes=11)
    assert lever_klaar(huis) == 1
    eenmaal(openklant)


def test_meer_processen_tegelijk_leveren_elk_een_deel_en_niets_dubbel(
    maak_huis: MaakHuis, database_url: str, openklant: OpenKlant
) -> None:
    huizen = [maak_huis(database_url, **naar_openklant(openklant))]
    if not huizen[0].database.is_sqlite:
        huizen += [maak_huis(database_url, **naar_openklant(openklant)) for _ in range(3)]
    kenmerken = [stuur_naar(huizen[0])() for _ in range(8)]
    with ThreadPoolExecutor(4) as draden:
        aantallen = list(draden.map(lever_klaar, huizen if len(huizen) > 1 else huizen * 4))
    assert sum(aantallen) == 8
    assert {standen(huizen[0], kenmerk)[0][2] for kenmerk in kenmerken} == {"geleverd"}
    assert len(openklant.alle("klantcontacten")) == len(openklant.alle("internetaken")) == 8
    assert len(openklant.alle("actoren")) == 1


def test_na_het_laatste_uitstel_mislukt_en_opnieuw_sturen_gaat_verder_waar_het_was(
    huis: Huis, openklant: OpenKlant, stuur: Stuur, klok: Wijzerplaat
) -> None:
    kenmerk = stuur()
    openklant.storingen = [("POST internetaken", "500")] * POGINGEN
    assert lever_tot_klaar(huis, klok, kenmerk) == POGINGEN
    rij = leveringen(huis, kenmerk)[0]
    assert (rij.status, rij.pogingen, rij.fout) == ("mislukt", POGINGEN, "http_500")
    klok.verzet(days=2)
    assert lever_klaar(huis) == 0
    with huis.database.schrijven() as sessie:
        assert stuur_opnieuw(sessie, rij.id, op=klok(), gemeenten=["ridderkerk"]) is None
        assert stuur_opnieuw(sessie, rij.id, op=klok()) is not None
        assert stuur_opnieuw(sessie, rij.id, op=klok()) is None
    eerder = len(openklant.verzoeken)
    assert lever_klaar(huis) == 1
    assert [f"{v.methode} {v.pad}" for v in openklant.verzoeken[eerder:]] == ["GET internetaken", "POST internetaken"]
    eenmaal(openklant)


def test_wat_geweigerd_is_wordt_niet_herhaald_en_zegt_welk_veld(huis: Huis, openklant: OpenKlant, stuur: Stuur) -> None:
    openklant.kanalen = {"Telefoon"}
    kenmerk = stuur()
    assert lever_klaar(huis) == 1
    rij = leveringen(huis, kenmerk)[0]
    assert (rij.status, rij.pogingen, rij.fout) == ("mislukt", 1, "http_400 klantcontact.kanaal")


def test_het_kanaal_is_in_te_stellen(maak_huis: MaakHuis, database_url: str, openklant: OpenKlant) -> None:
    openklant.kanalen = {"Webchat"}
    huis = maak_huis(database_url, **naar_openklant(openklant), openklant_kanaal="Webchat")
    stuur_naar(huis)()
    lever_klaar(huis)
    eenmaal(openklant)


def test_een_bezet_nummer_wordt_een_ander_nummer(huis: Huis, openklant: OpenKlant, stuur: Stuur) -> None:
    kenmerk = stuur()
    bezet = {"nummer": nummer_van(kenmerk), "referentienummer": "1", "aanleidinggevendKlantcontact": {"uuid": "x"}}
    openklant.bewaard["klantcontacten"]["x"] = {"uuid": "x", **bezet}
    openklant.bewaard["internetaken"]["y"] = {"uuid": "y", **bezet}
    lever_klaar(huis)
    assert standen(huis, kenmerk)[0][2] == "geleverd"
    assert openklant.alle("klantcontacten")[1]["nummer"] == nummer_van(kenmerk, 1)
    assert openklant.alle("internetaken")[1]["nummer"] == nummer_van(kenmerk, 1)


def test_een_antwoord_met_iets_van_een_ander_wordt_niet_geloofd(
    huis: Huis, openklant: OpenKlant, stuur: Stuur, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A receiver that ignores the question gives back the contact of another family."""
    monkeypatch.setattr(OpenKlant, "_past", lambda *_: True)
    stuur()
    stuur()
    lever_klaar(huis)
    assert len(openklant.alle("klantcontacten")) == len(openklant.alle("internetaken")) == 2
    assert len({adres["verstrektDoorBetrokkene"]["uuid"] for adres in openklant.alle("digitaleadressen")}) == 2


@pytest.mark.parametrize("nummer", ["0800 2000", "14 0252"])
def test_een_nummer_dat_open_klant_weigert_staat_alleen_in_de_tekst(
    huis: Huis, openklant: OpenKlant, stuur: Stuur, nummer: str
) -> None:
    kenmerk = stuur(contact={"telefoon": nummer, "email": "a@voorbeeld.nl"})
    lever_klaar(huis)
    assert standen(huis, kenmerk)[0][2] == "geleverd"
    assert [a["soortDigitaalAdres"] for a in openklant.alle("digitaleadressen")] == ["email"]
    assert nummer in openklant.alle("internetaken")[0]["toelichting"]


def test_is_bellen_niet_veilig_dan_is_er_geen_nummer_om_op_te_klikken(
    huis: Huis, openklant: OpenKlant, stuur: Stuur
) -> None:
    stuur(contact={"veilig_bellen": False})
    lever_klaar(huis)
    eenmaal(openklant, adressen=0)
    taak = openklant.alle("internetaken")[0]
    assert taak["gevraagdeHandeling"].startswith("Niet bellen: dat is niet veilig.")
    assert taak["toelichting"].startswith("Is het veilig als we je bellen? Nee\nTelefoonnummer 06 00000012\n")


def test_een_wijziging_komt_aan_ook_als_bellen_niet_meer_veilig_is(
    huis: Huis, openklant: OpenKlant, stuur: Stuur, klok: Wijzerplaat
) -> None:
    kenmerk = stuur(contact={"email": "oud@voorbeeld.nl"})
    lever_klaar(huis)
    contact = {"telefoon": "06 00000012", "email": "nieuw@voorbeeld.nl", "veilig_bellen": False}
    service.wijzig(
        huis, aanmelding(huis, kenmerk), {"contact": contact, "naam": "Sanne B.", "zorg": "Het gaat om school."}
    )
    lever_klaar(huis)
    eenmaal(openklant)
    assert [a["adres"] for a in openklant.alle("digitaleadressen")] == ["nieuw@voorbeeld.nl"]
    assert openklant.alle("betrokkenen")[0]["contactnaam"] == {"voornaam": "Sanne B."}
    assert openklant.alle("klantcontacten")[0]["inhoud"] == "Het gaat om school."
    assert openklant.alle("internetaken")[0]["gevraagdeHandeling"].startswith("Niet bellen")
    service.wijzig(huis, aanmelding(huis, kenmerk), {"zorg": "Toch om thuis."})
    lever_klaar(huis)
    assert openklant.alle("klantcontacten")[0]["inhoud"] == "Toch om thuis."
    assert standen(huis, kenmerk) == [("openklant", "aanmelding", "geleverd"), ("openklant", "wijziging", "geleverd")]
    eenmaal(openklant)


def test_een_school_is_een_klant_van_een_organisatie(huis: Huis, openklant: OpenKlant, stuur: Stuur) -> None:
    stuur(rol="professional", school="De Regenboog")
    lever_klaar(huis)
    wie = openklant.alle("betrokkenen")[0]
    assert (wie["rol"], wie["organisatienaam"]) == ("klant", "De Regenboog")


def test_een_onbekende_kern_gaat_naar_het_jgt_van_de_gemeente(huis: Huis, openklant: OpenKlant, stuur: Stuur) -> None:
    stuur(kern="weet ik niet")
    lever_klaar(huis)
    assert openklant.alle("actoren")[0]["actoridentificator"]["objectId"] == "kaag-en-braassem"
