"""`--live` lets nobody in while something is missing or unsigned."""

from __future__ import annotations

from dataclasses import replace

from api.live import bezwaren
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
    for wat in ("artikelen", "gevaarregels", "veiligheidsantwoorden", "stroomschema"):
        assert f"{wat} " in tekst


def test_wat_in_orde_is_geeft_geen_bezwaar(kennis, monkeypatch):
    klaar = {naam: artikel.model_copy(update={"status": "gepubliceerd"}) for naam, artikel in kennis.artikelen.items()}
    nummers = {"telefoon": "1", "crisislijn": "2", "huisartsenspoedpost": "3", "demo": False}
    gemeenten = {naam: plek.model_copy(update=nummers) for naam, plek in kennis.gemeenten.items()}
    monkeypatch.setattr("api.live.ONDERTEKENEN", ())
    assert bezwaren(replace(kennis, artikelen=klaar, gemeenten=gemeenten)) == []
