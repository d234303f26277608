"""`--live` lets nobody in while something is missing or unsigned."""

from __future__ import annotations

from dataclasses import replace

from api.live import bezwaren, ongetekend, regelbestanden, vaste_teksten
from assistant.gate.danger_training import instelling
from assistant.gate.replies import antwoordboek
from assistant.gate.rulefiles import Regelbestand, lees
from knowledge.base import Kennisbank


def test_lege_nummers_worden_bij_gemeente_en_naam_genoemd():
    redenen = bezwaren(Kennisbank.laad(demo=False))
    for gemeente in ("Kaag en Braassem", "Ridderkerk"):
        for wat in ("het JGT-nummer", "de crisislijn", "huisartsenspoedpost"):
            assert any(gemeente in reden and wat in reden for reden in redenen)


def test_demonstratiewaarden_gaan_niet_live(kennis):
    assert any("demonstratiewaarden" in reden for reden in bezwaren(kennis))


def test_ongetekende_artikelen_regels_en_antwoorden_gaan_niet_live(kennis):
    tekst = "\n".join(bezwaren(kennis))
    for wat in ("artikelen", "gevaarregels", "gevaarmodel", "veiligheidsantwoorden", "stroomschema"):
        assert f"{wat} " in tekst


def test_wat_in_orde_is_geeft_geen_bezwaar(kennis, monkeypatch):
    klaar = {naam: artikel.model_copy(update={"status": "gepubliceerd"}) for naam, artikel in kennis.artikelen.items()}
    nummers = {"telefoon": "1", "crisislijn": "2", "huisartsenspoedpost": "3", "demo": False}
    gemeenten = {naam: plek.model_copy(update=nummers) for naam, plek in kennis.gemeenten.items()}
    monkeypatch.setattr("api.live.ongetekend", lambda: {"gevaarregels": 0, "gevaarmodel": 0})
    assert bezwaren(replace(kennis, artikelen=klaar, gemeenten=gemeenten)) == []


def test_elke_regel_en_elk_antwoord_telt_ook_als_de_status_boven_in_het_bestand_staat():
    regels = [regel for pad in regelbestanden() for regel in lees(pad, Regelbestand).regels]
    geteld = ongetekend()
    assert geteld["gevaarregels"] == sum(regel.status == "concept" for regel in regels)
    assert geteld["veiligheidsantwoorden"] == sum(tekst.status == "concept" for tekst in vaste_teksten())
    assert len(vaste_teksten()) == len(antwoordboek().antwoorden) + 3


def test_een_ondertekend_model_gaat_live_en_een_concept_niet(monkeypatch):
    nu = instelling()
    for status, aantal in (("concept", 1), ("gepubliceerd", 0)):
        monkeypatch.setattr("api.live.instelling", lambda status=status: nu.model_copy(update={"status": status}))
        assert ongetekend()["gevaarmodel"] == aantal
        assert any("gevaarmodel" in reden for reden in bezwaren(None)) is bool(aantal)


def test_zonder_het_netwerk_gaat_niemand_live(kennis, monkeypatch, tmp_path):
    heel = [reden for reden in bezwaren(kennis) if "netwerk" in reden]
    monkeypatch.setattr("api.live.DATA", tmp_path)
    (zonder,) = [reden for reden in bezwaren(kennis) if "netwerk" in reden]
    assert heel == []
    assert "netwerk.npz" in zonder
