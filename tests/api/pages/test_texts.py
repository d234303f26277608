"""Against drift: every text that a page names exists, every text is used, every card and field has a face."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from actions.kaarten import KaartUnie
from api.aanmelding.schemas import ContactVelden, Velden
from api.balie import work
from api.pages import fields, texts
from api.pages.render import SJABLONEN, alineas, omgeving, opmaak, webadres
from knowledge.errors import KennisFout

SJABLOONTEKST = "\n".join(pad.read_text() for map_ in SJABLONEN for pad in sorted(map_.rglob("*.html")))
EIGEN = [pad for pad in texts.BESTANDEN if "widget" not in pad.parts]
UIT_DATA = (
    "stand.",
    "regel.",
    "wie.",
    "waarde.",
    "feiten.",
    "opties.",
    "stap",
    "gedaan.",
    "fout_stap.",
    "formulier.fout_",
    "leverfout.",
    "thema.",
    "onderwerp.",
    "doelgroep.",
    "kanaal.",
    "lijn_voor.",
)
UIT_CODE = (
    "overgeven.",
    "balie.",
    "overleg.",
    "filter.",
    "toon.",
    "botsing.",
    "contact_geprobeerd_gezin.",
    "overdragen_gezin.",
    "aanmelding.storing",
    "levering.",
    "levermail.",
    "familiemail.",
    "herinnering.",
    "inzage.ontvanger_",
    "inzage.niet_",
    "kennis.thuis",
    "consult.haal_weg",
    "consult.storing",
    "consult_fout.",
    "consult_soort.",
    "consult_onderwerp.",
    *(f"{stap}." for stap in work.STAPPEN),
)


def test_elke_tekst_die_een_sjabloon_noemt_bestaat() -> None:
    genoemd = re.findall(r"\bt\('([a-z_]+\.[a-z_0-9]+)'[,)]", SJABLOONTEKST)
    assert len(genoemd) > 150
    assert set(genoemd) - texts.teksten().zinnen.keys() == set()


def test_geen_tekst_blijft_ongebruikt_liggen() -> None:
    eigen = texts.laad(EIGEN).zinnen
    groepen_met_samenstelling = set(re.findall(r"\bt\('([a-z_]+\.[a-z_]*)' ~", SJABLOONTEKST))
    ongebruikt = {
        naam
        for naam in eigen
        if f"'{naam}'" not in SJABLOONTEKST and not naam.startswith((*UIT_DATA, *UIT_CODE, *groepen_met_samenstelling))
    }
    assert ongebruikt == set()


@pytest.mark.parametrize("naam", ["privacy", "verantwoording", "toegankelijkheid"])
def test_elk_document_heeft_een_eigenaar_en_een_datum(naam: str) -> None:
    document = texts.document(naam)
    assert document.id == naam
    assert document.eigenaar
    assert document.nagekeken_op


def test_een_tekst_die_er_twee_keer_staat_wordt_geweigerd(tmp_path: object) -> None:
    pad = tmp_path / "x.yml"  # type: ignore[operator]
    pad.write_text(
        "eigenaar: redactie\nnagekeken_op: 2026-11-22\ngroepen:\n  a:\n"
        "    - {id: x, tekst: een}\n    - {id: x, tekst: twee}\n"
    )
    with pytest.raises(KennisFout, match="twee keer"):
        texts.laad([pad])


def test_elk_veld_van_een_aanmelding_heeft_een_naam() -> None:
    namen = {*Velden.model_fields, *ContactVelden.model_fields} - {"contact"}
    assert namen <= texts.teksten().velden.keys()
    assert {veld.id for veld in fields.ALLE} <= namen


def test_het_formulier_stelt_dezelfde_vragen_als_de_chat() -> None:
    bron = (texts.API / "widget/src/aanmelding/velden.ts").read_text()
    chat = re.findall(r"\{ id: '(\w+)', soort: '(\w+)'(, verplicht: true)?", bron)
    assert [(veld.id, veld.soort, veld.verplicht) for veld in fields.ALLE] == [(i, s, bool(v)) for i, s, v in chat]


def test_elke_keuze_in_het_formulier_en_aan_de_balie_heeft_woorden() -> None:
    zinnen = texts.teksten().zinnen
    for veld in fields.ALLE:
        for waarde in veld.opties:
            sleutel = waarde if waarde in ("ja", "nee") else f"{veld.id}_{waarde.replace(' ', '_')}"
            assert f"opties.{sleutel}" in zinnen
    for stap in work.STAPPEN.values():
        assert {f"stap.{stap.naam}", f"stap_knop.{stap.naam}", f"gedaan.{stap.naam}"} <= zinnen.keys()
        assert {f"{stap.naam}.{keuze}" for keuze in stap.kies} <= zinnen.keys()


def test_elke_soort_kaart_heeft_een_gezicht() -> None:
    soorten = {get_args(kaart.model_fields["soort"].annotation)[0] for kaart in get_args(get_args(KaartUnie)[0])}
    sjabloon = next(pad for pad in SJABLONEN[0].glob("kaarten.html")).read_text()
    assert set(re.findall(r"k\.soort == '(\w+)'", sjabloon)) == soorten


def test_alle_sjablonen_zijn_te_lezen() -> None:
    for naam in omgeving().list_templates():
        omgeving().get_template(naam)


def test_opmaak_laat_geen_html_en_geen_vreemde_links_door() -> None:
    html = opmaak("<img src=x onerror=alert(1)> **vet** [klik](javascript:alert(1))\n\n- een\n- twee")
    assert "<img" not in html
    assert 'href="javascript' not in html
    assert "<strong>vet</strong>" in html
    assert html.count("<li>") == 2


def test_alleen_gewone_webadressen_worden_een_link() -> None:
    assert webadres("https://www.113.nl") == "https://www.113.nl"
    assert webadres("javascript:alert(1)") is None
    assert webadres(None) is None


def test_alineas_houden_regels_binnen_een_alinea_bij_elkaar() -> None:
    assert alineas("een\ntwee\n\n\n drie ") == ["een\ntwee", "drie"]
