"""When the content cannot be read, at the start or later, every door still answers danger with the last-resort reply."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from actions.context import Gereedschap
from api.app import bouw_huis, maak_app
from api.content import Inhoud
from api.context import Huis
from api.settings import ROOT, Settings
from assistant.gate.danger import Gevaarlezer
from assistant.gate.replies import antwoordboek
from knowledge.base import MAP
from knowledge.errors import KennisFout
from tests.api.conftest import Wijzerplaat, bouw, client_van
from tests.api.pages.brain import Naprater
from tests.api.pages.browser import KAAG, Browser
from tests.api.veiligheid.conftest import ANTWOORD, GEVAAR, tellingen
from tests.conftest import GETRAIND

HULPLIJNEN = "landelijk/hulplijnen.yml"
KAPOT = {
    "afgebroken": lambda pad: pad.write_text(pad.read_text()[: len(pad.read_text()) // 2] + '\n  - {id: "'),
    "leeg": lambda pad: pad.write_text(""),
    "geen tekst": lambda pad: pad.write_bytes(b"\xff\xfe\x00\x01" * 20),
    "weg": lambda pad: pad.unlink(),
    "zonder nummers": lambda pad: pad.write_text("hulplijnen: []\n"),
}


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    """The shipped content, to be damaged."""
    weg = shutil.ignore_patterns("*.py", "__pycache__", "voorbeeldvragen", "artikelen")
    shutil.copytree(MAP, tmp_path / "kennis", ignore=weg)
    for map_ in ("voorbeeldvragen", "artikelen"):
        (tmp_path / "kennis" / map_).symlink_to(MAP / map_)
    return tmp_path / "kennis"


@pytest.fixture(params=KAPOT)
def stuk(request: pytest.FixtureRequest, kopie: Path) -> Path:
    """Content with a damaged file of help lines."""
    KAPOT[request.param](kopie / HULPLIJNEN)
    return kopie


def huis_met(inhoud: Inhoud, tmp_path: Path, gereedschap: Gereedschap, gevaar: Gevaarlezer) -> Huis:
    eigen = Gereedschap(inhoud, gereedschap.teksten)
    return bouw(f"sqlite:///{tmp_path / 'n.sqlite3'}", tmp_path, eigen, gevaar, Naprater(), Wijzerplaat())


@pytest.fixture
def noodhuis(stuk: Path, tmp_path: Path, gereedschap: Gereedschap, gevaar: Gevaarlezer) -> Iterator[Huis]:
    gebouwd = huis_met(Inhoud(stuk), tmp_path, gereedschap, gevaar)
    yield gebouwd
    gebouwd.database.sluit()


def is_noodantwoord(kaarten: list[dict[str, object]]) -> bool:
    nummers = {kaart.get("nummer") for kaart in kaarten if kaart["soort"] == "hulplijn"}
    tekst = {kaart.get("id"): kaart.get("tekst") for kaart in kaarten}.get("veiligheid/nood")
    return tekst == antwoordboek().nood.tekst and nummers == {"112", "113", "0800-2000"}


DEUREN = [
    ("POST", "/api/v1/gesprekken/x/berichten", {"tekst": GEVAAR}),
    ("PATCH", "/api/v1/gesprekken/x/concept", {"velden": {"zorg": GEVAAR}}),
    ("POST", "/api/v1/gesprekken", {"gemeente": GEVAAR}),
    ("POST", "/api/v1/aanmeldingen", {"velden": {"zorg": GEVAAR}}),
    ("PATCH", "/api/v1/aanmeldingen/VD-1/", {"velden": {"zorg": GEVAAR}}),
    ("POST", "/api/v1/aanmeldingen/VD-1/berichten", {"tekst": GEVAAR}),
    ("POST", "/api/v1/veiligheidsmeldingen", {"soort": "gemist", "tekst": GEVAAR}),
    ("POST", "/api/v1/bestaat-niet", {"tekst": GEVAAR}),
]


def test_elke_deur_van_de_api_geeft_het_noodantwoord(noodhuis: Huis) -> None:
    with client_van(noodhuis) as client:
        for methode, pad, inhoud in DEUREN:
            antwoord = client.request(methode, pad, json=inhoud)
            assert antwoord.status_code >= 400
            assert is_noodantwoord(antwoord.json()["berichten"]), (pad, antwoord.text)
        gezocht = client.get("/api/v1/kennis/zoeken", params={"q": GEVAAR})
        assert is_noodantwoord(gezocht.json()["berichten"])
        assert tellingen(noodhuis)[0].regel == "zelfdoding-plan"


def test_zonder_gevaar_komt_er_503_met_dezelfde_nummers(noodhuis: Huis) -> None:
    with client_van(noodhuis) as client:
        for pad in ("/api/v1/sociale-kaart?gemeente=ridderkerk", "/api/v1/kennis/zoeken?q=slapen"):
            antwoord = client.get(pad)
            assert antwoord.status_code == 503
            assert is_noodantwoord(antwoord.json()["berichten"])
        assert client.get("/gezond/levend").status_code == 200
        klaar = client.get("/gezond/klaar")
        assert (klaar.status_code, klaar.json()["delen"]["inhoud"]) == (503, "onleesbaar")
        assert "voordeur_artikelen 0" in client.get("/metrics").text


@pytest.mark.parametrize("pad", [KAAG, "/hulplijnen", "/demo/kaag-en-braassem", "/meld-veiligheid"])
def test_elke_pagina_toont_de_nummers(noodhuis: Huis, pad: str) -> None:
    with client_van(noodhuis) as client:
        browser = Browser(client).open(pad)
        assert browser.status == 503
        assert antwoordboek().nood.tekst in browser.tekst
        for nummer in ("112", "113", "0800-2000"):
            assert nummer in browser.tekst


@pytest.mark.parametrize(
    "pad", [f"{KAAG}/begin", f"{KAAG}/bericht", f"{KAAG}/aanmelding", "/aanmelding/bericht", "/meld-veiligheid"]
)
def test_elk_formulier_geeft_het_noodantwoord(noodhuis: Huis, pad: str) -> None:
    with client_van(noodhuis) as client:
        browser = Browser(client).post(pad, [("tekst", GEVAAR), ("zorg", GEVAAR), ("soort", "gemist")])
        assert browser.status >= 400
        assert antwoordboek().nood.tekst in browser.tekst
        assert ANTWOORD in browser.tekst
        assert [rij.deur for rij in tellingen(noodhuis)] == ["fout"]


def test_een_bestand_dat_later_stukgaat_laat_alles_zoals_het_was(
    kopie: Path, tmp_path: Path, gereedschap: Gereedschap, gevaar: Gevaarlezer
) -> None:
    inhoud = Inhoud(kopie, index_map=GETRAIND.parent / "index")
    huis = huis_met(inhoud, tmp_path, gereedschap, gevaar)
    with client_van(huis) as client:
        KAPOT["afgebroken"](kopie / HULPLIJNEN)
        with pytest.raises(KennisFout):
            inhoud.herlaad()
        start = client.post("/api/v1/gesprekken", json={"gemeente": "ridderkerk"}).json()
        kop = {"Authorization": f"Bearer {start['token']}"}
        antwoord = client.post(f"/api/v1/gesprekken/{start['id']}/berichten", json={"tekst": GEVAAR}, headers=kop)
        assert antwoord.json()["route"] == "veiligheid"
        assert not is_noodantwoord(antwoord.json()["berichten"]), "het gewone antwoord, met de oude hulplijnen"
    huis.database.sluit()


def test_een_gesprek_dat_liep_toen_de_inhoud_wegviel_hoort_gevaar_nog(
    huis: Huis, client: TestClient, kopie: Path, gereedschap: Gereedschap
) -> None:
    start = client.post("/api/v1/gesprekken", json={"gemeente": "ridderkerk"}).json()
    KAPOT["weg"](kopie / HULPLIJNEN)
    huis.gereedschap = Gereedschap(Inhoud(kopie), gereedschap.teksten)  # as after a restart with a damaged file
    kop = {"Authorization": f"Bearer {start['token']}"}
    antwoord = client.post(f"/api/v1/gesprekken/{start['id']}/berichten", json={"tekst": GEVAAR}, headers=kop)
    assert antwoord.status_code == 503
    assert is_noodantwoord(antwoord.json()["berichten"])


def test_zodra_het_bestand_klopt_gaat_alles_weer_open(
    kopie: Path, tmp_path: Path, gereedschap: Gereedschap, gevaar: Gevaarlezer
) -> None:
    goed = (kopie / HULPLIJNEN).read_bytes()
    KAPOT["leeg"](kopie / HULPLIJNEN)
    inhoud = Inhoud(kopie, index_map=GETRAIND.parent / "index")
    assert not inhoud.leesbaar
    for _ in range(3):
        with pytest.raises(KennisFout):
            inhoud.herlaad()
    (kopie / HULPLIJNEN).write_bytes(goed)
    assert not inhoud.leesbaar, "een bezoeker wacht nooit op nog een poging"
    inhoud.herlaad()
    huis = huis_met(inhoud, tmp_path, gereedschap, gevaar)
    with client_van(huis) as client:
        assert client.post("/api/v1/gesprekken", json={"gemeente": "ridderkerk"}).status_code == 201
        assert client.get("/gezond/klaar").json()["delen"]["inhoud"] == "gereed"
    huis.database.sluit()


def test_het_echte_huis_start_met_een_stuk_bestand(
    kopie: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    KAPOT["afgebroken"](kopie / HULPLIJNEN)
    monkeypatch.setattr("api.app.Inhoud", lambda **anders: Inhoud(kopie, **anders))
    huis = bouw_huis(Settings(data=tmp_path, rate_limit="off"))
    with TestClient(maak_app(huis=huis), raise_server_exceptions=False) as client:
        antwoord = client.post("/api/v1/gesprekken/x/berichten", json={"tekst": GEVAAR})
        assert is_noodantwoord(antwoord.json()["berichten"])
        assert huis.brein.stand == "laadt"


class Kapot:
    """A gate that cannot read anything."""

    def lees(self, *_: object, **__: object) -> None:
        raise RuntimeError

    beoordeel = lees


@pytest.mark.parametrize("tekst", [GEVAAR, "hoi"])
def test_ook_als_de_poort_zelf_stuk_is_blijven_de_nummers(huis: Huis, client: TestClient, tekst: str) -> None:
    huis.gevaar = Kapot()  # type: ignore[assignment]
    antwoord = client.post("/api/v1/gesprekken/x/berichten", json={"tekst": tekst})
    assert antwoord.status_code == 500
    assert is_noodantwoord(antwoord.json()["berichten"])
    browser = Browser(client).post(f"{KAAG}/bericht", [("tekst", tekst)])
    assert browser.status == 500
    assert antwoordboek().nood.tekst in browser.tekst


def test_live_zonder_kennisbank_weigert_nog_steeds_wat_niet_ondertekend_is() -> None:
    from api.live import bezwaren

    redenen = "\n".join(bezwaren(None))
    assert "gevaarregels" in redenen and "gevaarmodel" in redenen
    assert "artikelen" not in redenen


def test_de_poort_laadt_niets_van_de_kennisbank() -> None:
    """The last resort must not depend on what may be broken."""
    code = "import sys, assistant.gate.safety_reply; sys.exit('knowledge.base' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
