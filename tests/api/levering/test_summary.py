"""The summary: at most 900 characters, whole sentences of the family, those about danger first, and not a word of ours."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.context import Huis
from api.levering.openklant.message import inhoud_van, opdracht_van
from api.levering.openklant.summary import HOOGUIT, IN_TEKST, gevaarlijke_zinnen, vat_samen
from api.levering.worker import lever_klaar
from api.live import regelbestanden
from api.pages.fields import label
from api.veiligheid.quotes import zinnen
from assistant.gate.rulefiles import Regelbestand, lees
from tests.api.balie.conftest import Stuur
from tests.api.levering.conftest import aanmelding
from tests.api.levering.fake_openklant import OpenKlant

SLAAN = "Mijn man sloeg me vorige week en de kinderen zagen het."
DOOD = "Ik wil dood en heb de pillen al klaar."
GEWOON = "Hij slaapt slecht en is overdag erg moe. "

tekst = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")) | st.sampled_from(".!? \n"), max_size=2500
)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(IN_TEKST, tekst)), st.data())
def test_nooit_te_lang_nooit_midden_in_een_zin_en_nooit_een_woord_van_ons(velden: dict[str, str], data: Any) -> None:
    alle = [zin for veld in IN_TEKST for zin in zinnen(velden.get(veld, ""))]
    eerst = data.draw(st.lists(st.sampled_from(alle), max_size=3)) if alle else []
    samenvatting = vat_samen(velden, eerst)
    assert len(samenvatting.tekst) <= HOOGUIT
    if samenvatting.tekst:
        assert any(samenvatting.tekst.endswith(zin) for zin in alle)
    if samenvatting.volledig:
        assert all(zin in samenvatting.tekst for zin in alle)
    over = samenvatting.tekst
    for stuk in sorted({*alle, *(label(veld) for veld in IN_TEKST)}, key=len, reverse=True):
        over = over.replace(stuk, "")
    assert not over.strip()


def test_gevaar_gaat_voor_het_ergste_eerst_ook_achter_in_een_lang_verhaal(
    huis: Huis, openklant: OpenKlant, stuur: Stuur
) -> None:
    stuur(zorg=f"{GEWOON * 40}{SLAAN}", opmerking=f"Nog iets. {DOOD}")
    lever_klaar(huis)
    contact, taak = openklant.alle("klantcontacten")[0], openklant.alle("internetaken")[0]
    assert contact["inhoud"].startswith(f"{DOOD} {SLAAN}\nHij slaapt slecht")
    assert len(contact["inhoud"]) <= 900 and contact["inhoud"].endswith("erg moe.")
    assert taak["gevraagdeHandeling"].startswith("Lees deze aanmelding vandaag. ")
    assert "Dit is niet alles. Lees de hele aanmelding op de balie" in taak["toelichting"]


def test_in_het_onderwerp_staat_niets_over_gevaar(huis: Huis, openklant: OpenKlant, stuur: Stuur) -> None:
    stuur()
    stuur(zorg=f"{SLAAN} {DOOD}")
    lever_klaar(huis)
    gewoon, gevaar = openklant.alle("klantcontacten")
    assert gewoon["onderwerp"] == gevaar["onderwerp"] == "Aanmelding bij JGT Kaag en Braassem"
    soorten = {regel.categorie for pad in regelbestanden() for regel in lees(pad, Regelbestand).regels}
    alles = json.dumps(openklant.bewaard)
    assert soorten and not any(re.search(rf"\b{soort}\b", alles) for soort in soorten)


def test_een_zin_die_niet_past_wordt_niet_afgekapt_maar_de_balie_genoemd(
    huis: Huis, openklant: OpenKlant, stuur: Stuur
) -> None:
    stuur(zorg="en toen " * 200, wens="Rust.")
    lever_klaar(huis)
    assert openklant.alle("klantcontacten")[0]["inhoud"] == ""
    assert "Dit is niet alles." in openklant.alle("internetaken")[0]["toelichting"]


def test_gevaar_dat_pas_uit_twee_zinnen_blijkt_gaat_ook_voor(huis: Huis, monkeypatch: pytest.MonkeyPatch) -> None:
    samen = "Vanavond doe ik het. De pillen liggen klaar."
    monkeypatch.setattr(huis.gevaar, "beoordeel", lambda tekst, rol=None: object() if tekst == samen else None)
    velden = {"zorg": f"{GEWOON * 40}{samen}"}
    eerst = gevaarlijke_zinnen(huis, velden)
    assert vat_samen(velden, eerst).tekst.startswith(samen)


def test_handeling_en_toelichting_passen_ook_als_alles_vol_staat(huis: Huis, stuur: Stuur) -> None:
    vol = dict.fromkeys(
        ("kind_leeftijd", "sinds", "school", "vaste_medewerker", "steunfiguur", "gezag_volgens_melder"), "x" * 200
    )
    lang = {"wie_weten_ervan": "y" * 4000, "veilig_te_benaderen": "Nee, dat is niet veilig.", "zorg": SLAAN}
    kenmerk = stuur(**vol, **lang, naam="z" * 100, contact={"tolk": "t" * 200, "veilig_bellen": False})
    rij = aanmelding(huis, kenmerk)
    velden = vol | lang | {"rol": "ouder", "naam": "z" * 100, "kern": "kaag"}
    velden |= {"contact": {"telefoon": "06 00000012", "tolk": "t" * 200, "veilig_bellen": False}}
    opdracht, inhoud = opdracht_van(huis, rij, velden), inhoud_van(huis, rij, velden)
    assert len(opdracht["gevraagdeHandeling"]) <= 200 and "27 november 2026" in opdracht["gevraagdeHandeling"]
    assert len(opdracht["toelichting"]) <= 1000
    assert "Nee, dat is niet veilig." in opdracht["toelichting"]
    assert "yyy" not in opdracht["toelichting"] and "Dit is niet alles." in opdracht["toelichting"]
    assert inhoud["inhoud"] == SLAAN
