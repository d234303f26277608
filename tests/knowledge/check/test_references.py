"""References to help lines, wherever they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.checking import controleer
from tests.knowledge.boom import VANDAAG, Boom

UIT_BED = "artikelen/slapen/uit-bed.md"


@pytest.mark.parametrize(
    "fout", ["{hulplijn: 112}", "{Hulplijn:112}", "{hulplijn 112}", "{ hulplijn:112}", "{hulplijn:112"]
)
def test_een_verwijzing_die_we_niet_herkennen_is_een_fout(boom: Boom, fout: str) -> None:
    boom.vervang(UIT_BED, "bel dan {hulplijn:112}.", f"bel dan {fout}.")
    meldingen = [m for m in boom.meldingen() if "zo herkennen we het niet" in m.uitleg]
    assert [(m.bestand, m.regel) for m in meldingen] == [(UIT_BED, boom.regel_van(UIT_BED, fout))]


def test_in_de_sociale_kaart_wordt_niets_ingevuld(boom: Boom) -> None:
    boom.vervang("gemeenten/voorbeelddam/sociale_kaart.yml", "Samen spelen.", "Bel {hulplijn:112}.")
    (melding,) = boom.meldingen()
    assert melding.uitleg == "in dit bestand vullen we niets in; zeg het in gewone woorden"


def test_een_onbekende_hulplijn_in_teksten_elders_is_een_fout_en_in_een_opmerking_niet(
    boom: Boom, tmp_path: Path
) -> None:
    teksten = tmp_path / "gesprek.yml"
    teksten.write_text("# {hulplijn:<id>}\ngroet: Bel {hulplijn:112}, {naam}.\nafscheid: Bel {hulplijn:weg}.\n")
    (melding,) = controleer(boom.map, vandaag=VANDAAG, ook=[teksten])
    assert (melding.bestand, melding.regel, melding.uitleg) == ("gesprek.yml", 3, "hulplijn 'weg' bestaat niet")


def test_een_id_staat_maar_een_keer_in_een_landelijk_register(boom: Boom) -> None:
    boom.vervang("landelijk/hulplijnen.yml", "id: luisterlijn", 'id: "112"')
    assert any(m.uitleg == "het id '112' staat er twee keer" for m in boom.meldingen())
    boom.schrijf("landelijk/onderwerpen.yml", "baby:\n  slapen: Slapen\n  huilen: Huilen\nkind:\n  slapen: Slapen\n")
    assert any(m.uitleg == "het onderwerp 'slapen' staat er twee keer" for m in boom.meldingen())
