"""The models refuse what may not reach a visitor."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from knowledge.models import (
    Artikel,
    Bereikbaar,
    Bron,
    Gemeente,
    Hulplijn,
    Kern,
    Leeftijd,
    Onderwerp,
    Team,
    Tijdvak,
    Voorziening,
)

VANDAAG = date(2026, 11, 22)
ARTIKEL: dict[str, Any] = {
    "id": "slapen/uit-bed",
    "titel": "Je kind komt uit bed",
    "onderwerp": "slapen",
    "doelgroep": ["ouder"],
    "leeftijd": {"van": 2, "tot": 4},
    "kort": "Breng je kind rustig terug.",
    "vragen": ["hij komt steeds uit bed"],
    "bronnen": [{"titel": "Bron", "url": "https://voorbeeld.nl", "gezien_op": "2026-11-22"}],
    "eigenaar": "redactie jeugd",
    "nagekeken_op": "2026-11-22",
    "verloopt_op": "2027-11-22",
    "versie": 1,
    "status": "gepubliceerd",
    "blokken": [{"kop": "Wat is gewoon", "tekst": "Het hoort erbij."}, {"kop": "Wanneer hulp", "tekst": "Vraag hulp."}],
}
LIJN: dict[str, Any] = {
    "id": "luisterlijn",
    "naam": "De Luisterlijn",
    "gebruik": "Om te praten.",
    "voor_wie": ["inwoner"],
    "kanalen": [{"soort": "telefoon", "waarde": "088-0"}],
    "herkomst": {"status": "verified", "gezien_op": "2026-11-22"},
}
GEMEENTE: dict[str, Any] = {
    "id": "dam",
    "naam": "Dam",
    "kernen": [{"id": "oost", "naam": "Oost", "team": "jgt-oost"}, {"id": "west", "naam": "West", "team": "weg"}],
    "teams": [{"id": "jgt-oost", "naam": "JGT Oost"}],
}
PLEK: dict[str, Any] = {
    "id": "plek",
    "naam": "Plek",
    "soort": "inloop",
    "omschrijving": "Een plek.",
    "onderwerpen": ["slapen"],
    "assured_date": "2026-11-22",
}


def test_een_goed_artikel_wordt_gelezen() -> None:
    artikel = Artikel.model_validate(ARTIKEL)
    assert artikel.verloopt_op == date(2027, 11, 22)
    assert artikel.vervolg == ()


@pytest.mark.parametrize(
    ("soort", "goed", "fout"),
    [
        (Artikel, ARTIKEL, {"id": "Slapen/Uit bed"}),
        (Artikel, ARTIKEL, {"id": "slapen"}),
        (Artikel, ARTIKEL, {"titel": "   "}),
        (Artikel, ARTIKEL, {"onderwerp": "Slapen!"}),
        (Artikel, ARTIKEL, {"doelgroep": []}),
        (Artikel, ARTIKEL, {"doelgroep": ["moeder"]}),
        (Artikel, ARTIKEL, {"leeftijd": {"van": 5, "tot": 4}}),
        (Artikel, ARTIKEL, {"leeftijd": {"van": -1, "tot": 4}}),
        (Artikel, ARTIKEL, {"versie": 0}),
        (Artikel, ARTIKEL, {"status": "klaar"}),
        (Artikel, ARTIKEL, {"blokken": []}),
        (Artikel, ARTIKEL, {"verloopt_op": "volgend jaar"}),
        (Artikel, ARTIKEL, {"tietel": "tikfout in een veldnaam"}),
        (Bron, ARTIKEL["bronnen"][0], {"url": "ftp://voorbeeld.nl"}),
        (Bron, ARTIKEL["bronnen"][0], {"url": "voorbeeld.nl"}),
        (Hulplijn, LIJN, {"voor_wie": []}),
        (Hulplijn, LIJN, {"voor_wie": ["iedereen"]}),
        (Hulplijn, LIJN, {"herkomst": {"status": "gehoord", "gezien_op": "2026-11-22"}}),
        (Gemeente, GEMEENTE, {"kernen": []}),
        (Gemeente, GEMEENTE, {"teams": []}),
        (Gemeente, GEMEENTE, {"inwoners": 5}),
        (Voorziening, PLEK, {"minimum_age": 100}),
        (Voorziening, PLEK, {"status": "open"}),
        (Onderwerp, {"slug": "slapen", "thema": "baby", "omschrijving": "Slapen"}, {"slug": "te slapen"}),
        (Kern, GEMEENTE["kernen"][0], {"postcodes": ["12"]}),
        (Team, GEMEENTE["teams"][0], {"naam": ""}),
        (Tijdvak, {"dagen": ["ma"], "van": "08:30", "tot": "17:00"}, {"dagen": []}),
        (Tijdvak, {"dagen": ["ma"], "van": "08:30", "tot": "17:00"}, {"dagen": ["maandag"]}),
        (Tijdvak, {"dagen": ["ma"], "van": "08:30", "tot": "17:00"}, {"tot": "25:00"}),
        (Tijdvak, {"dagen": ["ma"], "van": "08:30", "tot": "17:00"}, {"tot": "08:30"}),
        (Tijdvak, {"dagen": ["ma"], "van": "08:30", "tot": "17:00"}, {"van": "22:00", "tot": "02:00"}),
    ],
)
def test_een_foute_waarde_wordt_geweigerd_en_zonder_haar_niet(
    soort: type[BaseModel], goed: dict[str, Any], fout: dict[str, Any]
) -> None:
    soort.model_validate(goed)
    with pytest.raises(ValidationError):
        soort.model_validate(goed | fout)


def test_wat_gelezen_is_kan_niet_meer_veranderen() -> None:
    artikel = Artikel.model_validate(ARTIKEL)
    with pytest.raises(ValidationError, match="frozen"):
        artikel.titel = "anders"  # type: ignore[misc]


@pytest.mark.parametrize(("jaren", "binnen"), [(1.99, False), (2, True), (4, True), (4.9, True), (5, False)])
def test_een_leeftijd_telt_mee_tot_de_volgende_verjaardag(jaren: float, binnen: bool) -> None:
    assert Leeftijd(van=2, tot=4).bevat(jaren) is binnen


def test_een_artikel_verloopt_pas_na_zijn_laatste_dag() -> None:
    artikel = Artikel.model_validate(ARTIKEL)
    assert not artikel.verlopen(date(2027, 11, 22))
    assert artikel.verlopen(date(2027, 11, 23))


def test_een_blok_is_te_vinden_bij_zijn_kop() -> None:
    artikel = Artikel.model_validate(ARTIKEL)
    assert artikel.blok("Wanneer hulp") == "Vraag hulp."
    assert artikel.blok("In de buurt") is None


@pytest.mark.parametrize("status", ["old", "site-only", "not-seen", "lokaal"])
def test_een_nummer_dat_niet_bevestigd_is_mag_er_niet_staan(status: str) -> None:
    herkomst = {"herkomst": {"status": status, "gezien_op": "2026-11-22"}}
    with pytest.raises(ValidationError, match=f"herkomst '{status}' mag er niet staan"):
        Hulplijn.model_validate(LIJN | herkomst)
    zonder = Hulplijn.model_validate(LIJN | herkomst | {"kanalen": [{"soort": "site", "waarde": "https://x.nl"}]})
    assert zonder.kanaal("telefoon") is None


def test_altijd_open_en_openingstijden_gaan_niet_samen() -> None:
    tijden = [{"dagen": ["ma"], "van": "08:30", "tot": "17:00"}]
    with pytest.raises(ValidationError, match="niet allebei"):
        Bereikbaar.model_validate({"altijd": True, "tijden": tijden})


def test_een_hulplijn_geeft_haar_eerste_kanaal_van_een_soort() -> None:
    kanalen = [{"soort": "telefoon", "waarde": "1"}, {"soort": "telefoon", "waarde": "2"}]
    lijn = Hulplijn.model_validate(LIJN | {"kanalen": kanalen})
    telefoon = lijn.kanaal("telefoon")
    assert telefoon is not None
    assert telefoon.waarde == "1"
    assert lijn.kanaal("chat") is None


def test_een_kern_heeft_een_team_en_een_onbekende_kern_niet() -> None:
    gemeente = Gemeente.model_validate(GEMEENTE)
    team = gemeente.team_van("oost")
    assert team is not None
    assert team.naam == "JGT Oost"
    assert gemeente.team_van("west") is None
    assert gemeente.team_van("noord") is None
