"""Near-duplicate example questions, within and across articles and loose files."""

from __future__ import annotations

import pytest

from tests.knowledge.boom import Boom

UIT_BED, TROOSTEN = "artikelen/slapen/uit-bed.md", "artikelen/huilen/troosten.md"
LAMP, KNUFFEL = "slapen lamp slapen", "slapen knuffel slapen"


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("mijn dochter komt elke nacht uit bed", "mijn zoon komt elke nacht uit bed"),
        ("mijn dochter komt elke nacht uit bed", "mijn dochter komt uit bed"),
        ("mijn dochter komt elke nacht uit bed", "elke nacht komt mijn dochter uit bed"),
        ("mijn dochter komt elke nacht uit bed", "mijn dogter komt elke nacht uit bedt"),
        ("slaapt niet", "Slaapt niet?"),
    ],
)  # fmt: skip
def test_bijna_dezelfde_vraag_in_een_artikel_is_een_fout(boom: Boom, een: str, ander: str) -> None:
    boom.vervang(UIT_BED, LAMP, een)
    boom.vervang(UIT_BED, KNUFFEL, ander)
    meldingen = boom.meldingen()
    if ander == "mijn dochter komt uit bed":  # two words fewer is another way to ask
        assert meldingen == []
        return
    (melding,) = meldingen
    assert (melding.bestand, melding.regel) == (UIT_BED, boom.regel_van(UIT_BED, ander))
    assert "staat ook in dit bestand" in melding.uitleg


@pytest.mark.parametrize(
    ("een", "ander", "gelijk"),
    [
        ("hij wordt elke nacht gillend wakker", "hij wordt elke nachd gillend wakker", True),
        ("hij wordt elke nacht gillend wakker", "zij wordt vaak gillend wakker", False),
        ("wat is een ots", "wat is een tos", False),
        ("eet niet", "eet niets", False),
    ],
)
def test_tussen_artikelen_telt_alleen_een_verschil_in_letters(boom: Boom, een: str, ander: str, gelijk: bool) -> None:
    boom.vervang(UIT_BED, LAMP, een)
    boom.vervang(TROOSTEN, "huilen lamp huilen", ander)
    assert [m.bestand for m in boom.meldingen()] == ([UIT_BED] if gelijk else [])


def test_losse_voorbeeldvragen_geven_alleen_een_waarschuwing(boom: Boom) -> None:
    boom.schrijf("voorbeeldvragen/slapen.txt", f"# los\n{LAMP}\nhoe laat naar bed\nhoe laat naar bed\n")
    boom.schrijf("voorbeeldvragen/buiten.txt", "hoe laat naar bedd\nwat kost een paspoort\n")
    assert boom.meldingen() == []
    assert [(m.bestand, m.regel) for m in boom.meldingen("let op")] == [
        ("voorbeeldvragen/slapen.txt", 2), ("voorbeeldvragen/slapen.txt", 4),
    ]  # fmt: skip


def test_een_bestand_met_losse_vragen_heet_naar_een_onderwerp_of_buiten(boom: Boom) -> None:
    boom.schrijf("voorbeeldvragen/buiten.txt", "wat kost een paspoort\n")
    boom.schrijf("voorbeeldvragen/slaap.txt", "hoe laat naar bed\n")
    (melding,) = boom.meldingen()
    assert (melding.bestand, melding.veld) == ("voorbeeldvragen/slaap.txt", "bestandsnaam")
    assert "'slaap' is geen onderwerp" in melding.uitleg
