"""A consult over HTTP: received once, sealed, without anything a child is known by, and heard for danger."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from actions.casus import genoemde_klassen, noemt_kind
from api.consult.recognisable import herkenbaar_in
from api.consult.service import bellen_voor
from api.consult.store import find_consult, open_consult
from api.context import Huis
from tests.api.consult.conftest import Vraag
from tests.api.veiligheid.conftest import GEVAAR, is_veiligheidsantwoord, tellingen
from tests.api.veiligheid.requests import CONSULT


def test_een_consult_krijgt_een_kenmerk_en_komt_aan_zoals_het_is_ingevuld(huis: Huis, vraag: Vraag) -> None:
    uit = vraag()
    assert uit.status_code == 201, uit.text
    antwoord = uit.json()
    assert antwoord["kenmerk"].startswith("VC-")
    assert (antwoord["status"], antwoord["team"]) == ("ontvangen", "JGT Kaag en Braassem")
    with huis.database.lezen() as sessie:
        rij = find_consult(sessie, antwoord["kenmerk"])
    assert open_consult(rij, huis.bos) == CONSULT
    assert (rij.onderwerp, rij.functie, rij.urgentie) == ("pesten", "intern_begeleider", "deze_week")


def test_dezelfde_sleutel_geeft_hetzelfde_antwoord_en_een_ander_consult_wordt_geweigerd(vraag: Vraag) -> None:
    een, nog_eens = vraag(sleutel="s1"), vraag(sleutel="s1")
    assert (nog_eens.status_code, nog_eens.json()) == (201, een.json())
    anders = vraag(sleutel="s1", naam="Robin")
    assert (anders.status_code, anders.json()["type"]) == (422, "/problemen/sleutel-hergebruikt")


def test_zonder_sleutel_of_met_een_fout_veld_gaat_er_niets_weg(client: TestClient, vraag: Vraag) -> None:
    kaal = client.post("/api/v1/consulten", json={"gemeente": "kaag-en-braassem", "velden": CONSULT})
    assert (kaal.status_code, kaal.json()["type"]) == (422, "/problemen/geen-sleutel")
    for veld, waarde in (("telefoon", "bel maar"), ("functie", "kapitein"), ("onderwerp", "raketten"), ("naam", None)):
        uit = vraag(**{veld: waarde})
        assert uit.status_code == 422, veld
        assert uit.headers["content-type"] == "application/problem+json"
        assert [deel["veld"] for deel in uit.json()["velden"]] == [f"velden.{veld}"]
    assert vraag(gemeente="nergens").json()["type"] == "/problemen/onbekende-gemeente"


@pytest.mark.parametrize(
    ("zin", "soort"),
    [
        ("Het gaat om Sem de Vries, wat nu?", "naam"),
        ("Jongen geboren op 3 mei 2017 komt vies op school", "geboortedatum"),
        ("Leerling uit groep 6 met vieze kleding", "klas"),
        ("een meisje uit 2 havo", "klas"),
        ("Zij woont op Dorpsstraat 12", "adres"),
    ],
)
def test_waaraan_iemand_een_kind_herkent_gaat_eerst_weg_en_staat_in_geen_fout(
    huis: Huis, vraag: Vraag, zin: str, soort: str
) -> None:
    assert soort in {deel.soort for deel in herkenbaar_in(zin)}
    uit = vraag(zin=zin)
    assert uit.status_code == 422
    (fout,) = uit.json()["velden"]
    assert (fout["veld"], soort in fout["uitleg"]) == ("velden.zin", True)
    assert zin not in uit.text


@pytest.mark.parametrize(
    "zin",
    [
        "Hoe begin ik het gesprek met ouders?",
        "Wanneer is melden de norm?",
        "Kan een kind tegelijk naar logopedie en naar jullie?",
        "Wat helpt bij een groep die onrustig is?",
        "Is dit iets voor het CADT?",
        "Mogen wij zonder toestemming van een ouder overleggen?",
    ],
)
def test_een_gewone_vraag_mag_zo_weg(vraag: Vraag, zin: str) -> None:
    assert herkenbaar_in(zin) == []
    assert vraag(zin=zin).status_code == 201


def test_de_regel_hoeft_niet(vraag: Vraag) -> None:
    assert vraag(zin=None, bereikbaar=None, kern=None).status_code == 201


@pytest.mark.parametrize("tekst", ["groep 3", "groep 7/8", "gr 5", "klas 2b", "H3", "3 havo", "vmbo 2", "4e klas"])
def test_een_klas_in_elke_schrijfwijze(tekst: str) -> None:
    assert genoemde_klassen(f"een kind uit {tekst} dus") == [tekst]


@pytest.mark.parametrize("tekst", ["een groep ouders", "op de groep", "in de klas", "de doelgroep", "om 3 uur"])
def test_een_groep_zonder_nummer_is_geen_klas(tekst: str) -> None:
    assert genoemde_klassen(tekst) == []


@pytest.mark.parametrize(
    ("veilig", "kind"),
    [
        ("ik ben [naam], ib'er hier", False),
        ("het gaat om [naam]", True),
        ("ik ben [naam] en het gaat om [naam]", True),
        ("een leerling uit groep 6", True),
        ("ik werk op [school]", False),
    ],
)
def test_de_naam_van_wie_schrijft_is_geen_kind(veilig: str, kind: bool) -> None:
    assert noemt_kind(veilig) is kind


def test_gevaar_in_de_regel_krijgt_het_veiligheidsantwoord_en_een_merk(huis: Huis, vraag: Vraag) -> None:
    uit = vraag(zin=GEVAAR)
    assert uit.status_code == 201
    assert is_veiligheidsantwoord(uit.json())
    with huis.database.lezen() as sessie:
        rij = find_consult(sessie, uit.json()["kenmerk"])
    assert (rij.niveau, rij.regel) == ("112", "zelfdoding-plan@1")
    assert [(rij.deur, rij.aantal) for rij in tellingen(huis)] == [("consult", 1)]


def test_alleen_een_ingevulde_termijn_wordt_beloofd(huis: Huis) -> None:
    gemeente = huis.gemeente("kaag-en-braassem")
    anders = {"consult_binnen_werkdagen": 2, "sluitingsdagen": (date(2026, 11, 24),)}
    assert bellen_voor(gemeente.model_copy(update={"consult_binnen_werkdagen": None}), huis.klok()) is None
    assert bellen_voor(gemeente.model_copy(update=anders), huis.klok()) == date(2026, 11, 25), (
        "vrijdagavond, dinsdag dicht"
    )


def test_in_een_gemeente_met_meer_teams_kiest_de_kern_het_team(huis: Huis, vraag: Vraag) -> None:
    ridderkerk = huis.gemeente("ridderkerk")
    kern = ridderkerk.kernen[-1]
    assert vraag(gemeente="ridderkerk", kern=kern.id).json()["team"] == ridderkerk.team_van(kern.id).naam
    assert vraag(gemeente="ridderkerk", kern=None).json()["team"] is None, "zonder kern kijkt de coördinator"


def test_wat_er_staat_is_op_de_schijf_niet_te_lezen(huis: Huis, vraag: Vraag, tmp_path: Path) -> None:
    assert vraag(naam="Wilhelmina", zin="Hoe zeg ik dit?").status_code == 201
    huis.database.wis_sporen()
    opgeslagen = b"".join(pad.read_bytes() for pad in tmp_path.glob("v.sqlite3*"))
    for woord in (b"Wilhelmina", b"Hoe zeg ik dit", b"De Proef", b"06 00000013"):
        assert woord not in opgeslagen
